"""The pages that show all that is known at once: the timeline, the map, the network, and what each article added."""

from __future__ import annotations

from collections.abc import Iterable

from vnitcoop.write import news
from vnitcoop.write.news import NewsPage
from vnitcoop.write.pictures import map as map_page
from vnitcoop.write.pictures import network, timeline
from vnitcoop.write.pictures.map import MapPage
from vnitcoop.write.pictures.network import NetworkPage
from vnitcoop.write.pictures.timeline import TimelinePage
from vnitcoop.write.sheet import Sheet
from vnitcoop.write.world import World

Overview = TimelinePage | MapPage | NetworkPage | NewsPage


def overview_pages(world: World) -> Iterable[tuple[Sheet, Overview, str]]:
    """Every such page: its sheet, its view, and the template that draws it."""
    for module, pages in (
        (timeline, timeline.timeline_pages(world)),
        (map_page, map_page.map_pages(world)),
        (network, network.network_pages(world)),
        (news, news.news_pages(world)),
    ):
        for sheet, view in pages:
            yield sheet, view, module.TEMPLATE
