"""Find: what one article names and says, each thing with the words that say it and the rule that found them."""

from __future__ import annotations

from collections.abc import Sequence

from vnitcoop.find.agreements.agreements import add_agreements
from vnitcoop.find.attributions import attributions
from vnitcoop.find.dates.dated_facts import add_dated_facts
from vnitcoop.find.dates.dates import find_dates
from vnitcoop.find.events.event_slots import fill_events
from vnitcoop.find.events.signing_events import add_signing_event
from vnitcoop.find.events.unnamed_events import add_unnamed
from vnitcoop.find.figures.figure_context import add_figures
from vnitcoop.find.figures.figures import find_figures
from vnitcoop.find.names.authors import forget_authors
from vnitcoop.find.names.chains import Cast, cast_of
from vnitcoop.find.names.gazetteer import Gazetteer
from vnitcoop.find.names.names import all_names
from vnitcoop.find.names.role_claims import add_roles
from vnitcoop.find.tokens import lines_of
from vnitcoop.types import Article, Kind, Reading, Span

__all__ = ["Gazetteer", "find"]


def find(article: Article, gazetteer: Gazetteer) -> Reading:
    """Everything that can be found in one article, on its own. `gazetteer` holds the names known before."""
    dates = find_dates(article)
    lines = [line for line in lines_of(article) if line.tokens]
    cast = cast_of(all_names(lines, gazetteer))
    add_roles(cast)
    add_unnamed(cast, article, dates)
    fill_events(cast, article, dates, gazetteer)
    figures = find_figures(article, dates, _spans_of_names(cast))
    said = attributions(cast)
    add_figures(cast, figures, said)
    add_agreements(cast, dates, figures, said)
    add_signing_event(cast, article)
    add_dated_facts(cast, article, dates)
    forget_authors(cast, article)
    return Reading(article, cast.things.findings())


def _spans_of_names(cast: Cast) -> Sequence[Span]:
    kinds = {Kind.EVENT, Kind.ORGANISATION, Kind.PERSON}
    return sorted(m for t in cast.things.all if t.kind in kinds for m in t.mentions)
