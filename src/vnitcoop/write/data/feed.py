"""What each article added, as an Atom feed (RFC 4287), the newest article first.

Addresses are relative and ids are made from the records' ids, so that the feed is the same wherever the site stands.
"""

from __future__ import annotations

from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from vnitcoop.types import ArticleRecord
from vnitcoop.write import wording
from vnitcoop.write.data.days import NO_DATE, days, earliest
from vnitcoop.write.escape import visible
from vnitcoop.write.links import href
from vnitcoop.write.news import Added, in_order, what_was_added
from vnitcoop.write.sheet import record_name
from vnitcoop.write.world import World

_NAMESPACE = "http://www.w3.org/2005/Atom"
_BESIDE = "data/index.md"  # the feed lies in the same folder
_MOST_NAMES = 8


def to_atom(world: World, title: str) -> bytes:
    """A feed under `title`, an entry for every article.

    Atom must have a day for every entry: it is the first that the article's date may be and, for an article without
    any date, that of the oldest article; such articles stand last.
    """
    dates = {article.id: earliest(article.published) for article in world.articles.values()}
    known = [day for day in dates.values() if day]
    oldest, newest = min(known, default=NO_DATE), max(known, default=NO_DATE)
    feed = ET.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": "en"})
    _add(feed, "title", title)
    _add(feed, "id", _urn("feed"))
    _add(feed, "updated", _moment(newest))
    _add(ET.SubElement(feed, "author"), "name", "vnitcoop")
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href="feed.xml")
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href="../new/")
    order = in_order(world)
    added = what_was_added(world, order)
    for key in reversed(order):
        _entry(feed, world, world.articles[key], dates[key] or oldest, added[key])
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(feed: ET.Element, world: World, article: ArticleRecord, day: date, added: Added) -> None:
    entry = ET.SubElement(feed, "entry")
    _add(entry, "title", article.title)
    _add(entry, "id", _urn(article.id))
    _add(entry, "updated", _moment(day))
    if days(article.published):
        _add(entry, "published", _moment(day))
    for name in article.byline or filter(None, (article.outlet,)):
        _add(ET.SubElement(entry, "author"), "name", name)
    link = href(_BESIDE, world.addresses[article.id])
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
    ET.SubElement(entry, "summary", type="text").text = visible(_summary(world, added))


def _summary(world: World, added: Added) -> str:
    """What this article was the first to tell of, and what it says again of what others had told."""
    parts = []
    for kind in dict.fromkeys(world.kinds[key] for key in added.created):
        names = [record_name(world, world.records[key]) for key in added.created if world.kinds[key] == kind]
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        parts.append(f"{wording.kind_word(kind, many=True)}: {'; '.join(names[:_MOST_NAMES])}{more}.")
    if added.corroborated:
        parts.append(f"Says again {wording.counted(added.corroborated, 'value', 'values')} that others had told.")
    if added.conflicts:
        parts.append(f"Takes part in {wording.counted(added.conflicts, 'disagreement', 'disagreements')}.")
    return " ".join(parts) or "Nothing new."


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = visible(text)


def _urn(key: str) -> str:
    return uuid5(NAMESPACE_URL, f"vnitcoop:{key}").urn


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
