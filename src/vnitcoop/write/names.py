"""Every form of a name: in which language it stands, and the first and the last article that uses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from vnitcoop.text import fold
from vnitcoop.types import Claim
from vnitcoop.write import escape, wording
from vnitcoop.write.dates_shown import sort_key
from vnitcoop.write.sheet import Sheet, Value
from vnitcoop.write.tables import Row, Table, table, words
from vnitcoop.write.world import Called, Record, claims_for

_COLUMNS = ("Name", "Languages", "Articles", "First source", "Last source")
_MOST = 40  # forms in a table
_OTHERS = 4  # forms in a fact box


@dataclass(frozen=True, slots=True)
class Names:
    """Forms that articles use, and those that only the registry knows."""

    read: Table | None
    known: tuple[Value, ...]


def names(sheet: Sheet, record: Record) -> Names:
    """Nothing, where the record has one name only."""
    aliases = {alias.name: alias.language for alias in getattr(record, "aliases", ())}
    own = filter(None, (getattr(record, "name", None), getattr(record, "acronym", None)))
    read: list[Row] = []
    known: dict[str, tuple[Markup, list[Claim]]] = {}
    seen: set[str] = set()
    for name in dict.fromkeys((*own, *aliases)):
        claims = claims_for(record, "name", name)
        stated = [claim for claim in claims if claim.evidence]
        if stated:
            seen.add(fold(name))
            read.append(_row(sheet, name, aliases.get(name, ""), stated))
        else:
            language = wording.foreign(wording.name_language(name, aliases.get(name) or "en") or aliases.get(name, ""))
            known.setdefault(fold(name), (escape.foreign(name, language), claims))
    others = [pair for key, pair in known.items() if key not in seen and key != fold(str(getattr(record, "name", "")))]
    caption = "Every form in the articles, with the first and the last of them that use it"
    listed = table(caption, _COLUMNS, read[:_MOST]) if len(read) > 1 or others else None
    text, claims = Markup("; ").join(shown for shown, _ in others), [c for _, group in others for c in group]
    return Names(listed, (sheet.cited(text, claims),) if others else ())


def called(sheet: Sheet, record: Called) -> tuple[Value, ...]:
    """The other names that articles use, the most used first: what else a reader may know the record by."""
    shown = {fold(record.name), fold(str(getattr(record, "acronym", None) or ""))}
    found: dict[str, tuple[str, list[Claim]]] = {}
    for alias in record.aliases:
        stated = [claim for claim in claims_for(record, "name", alias.name) if claim.evidence]
        if stated and fold(alias.name) not in shown:
            found.setdefault(fold(alias.name), (alias.name, []))[1].extend(stated)
    most = sorted(found.values(), key=lambda pair: (-len(pair[1]), pair[0]))[:_OTHERS]
    return tuple(sheet.on(_shown(sheet, name, claims), claims) for name, claims in most)


def _shown(sheet: Sheet, name: str, claims: Sequence[Claim]) -> Markup:
    """A name marked with the language that it is read in."""
    article = sheet.world.articles[claims[0].evidence[0].article]
    return escape.foreign(name, wording.foreign(wording.name_language(name, article.language)))


def _row(sheet: Sheet, name: str, language: str, claims: Sequence[Claim]) -> Row:
    by_article = {piece.article: claim for claim in reversed(claims) for piece in claim.evidence[:1]}
    articles = sheet.world.articles
    dated = sorted(by_article, key=lambda key: (not articles[key].published, sort_key(articles[key].published), key))
    with_date = [key for key in dated if articles[key].published] or dated
    spoken = dict.fromkeys(wording.name_language(name, articles[key].language) or language for key in dated)
    said = {wording.word("languages", spoken_in) for spoken_in in spoken if spoken_in}
    said = said or {wording.word("languages", articles[key].language) for key in dated}
    last = (_source(sheet, with_date[-1], by_article),) if with_date[-1] != with_date[0] else ()
    return Row(
        (
            (sheet.on(_shown(sheet, name, [by_article[dated[0]]]), [by_article[with_date[0]]]),),
            words(escape.text(wording.joined(sorted(said)))),
            words(escape.text(len(dated))),
            (_source(sheet, with_date[0], by_article),),
            last,
        )
    )


def _source(sheet: Sheet, article: str, by_article: dict[str, Claim]) -> Value:
    """An article by its date or, without one, by its title."""
    published = sheet.world.articles[article].published
    dated = published and escape.link(sheet.to(sheet.world.addresses[article]), sheet.date(published))
    return sheet.on(dated or sheet.short(article), [by_article[article]])
