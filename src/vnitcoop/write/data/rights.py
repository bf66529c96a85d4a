"""What of the articles may be given away: all, or the quoted words alone, as each article's `rights` say."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from vnitcoop.types import ArticleRecord, Evidence, Knowledge
from vnitcoop.write.world import pieces_of

HIDDEN = "·"
_LONGEST = 200  # characters of one quote, as on the article's page


def within_rights(knowledge: Knowledge) -> Knowledge:
    """The same knowledge; in articles of limited rights, every letter that no record quotes is a middle dot.

    Lengths stay, so that every offset holds, and every quote is still what stands there.
    """
    limited = {article.id: article for article in knowledge.articles if article.rights != "full"}
    if not limited:
        return knowledge
    texts = {key: _masked(article, _spans(knowledge, key)) for key, article in limited.items()}
    shown: Knowledge = _requoted(knowledge, texts)
    articles = tuple(replace(a, text=texts[a.id]) if a.id in texts else a for a in shown.articles)
    return replace(shown, articles=articles)


def _spans(knowledge: Knowledge, article: str) -> list[tuple[int, int]]:
    names = (field.name for field in fields(Knowledge) if field.name not in {"conflicts", "possibly_same"})
    pieces = [piece for name in names for record in getattr(knowledge, name) for piece in pieces_of(record)]
    pieces += [piece for conflict in knowledge.conflicts for side in conflict.values for piece in side.evidence]
    return [(p.start, min(p.end, p.start + _LONGEST)) for p in pieces if p.article == article]


def _masked(article: ArticleRecord, spans: list[tuple[int, int]]) -> str:
    letters = [c if c.isspace() else HIDDEN for c in article.text]
    for start, end in spans:
        letters[start:end] = article.text[start:end]
    return "".join(letters)


def _requoted(value: Any, texts: dict[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_requoted(item, texts) for item in value)
    if isinstance(value, Evidence):
        return replace(value, quote=texts[value.article][value.start : value.end]) if value.article in texts else value
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _requoted(getattr(value, f.name), texts) for f in fields(value)})
    return value
