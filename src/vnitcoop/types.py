"""Every noun of vnitcoop, declared once. No logic but invariants; everything is frozen.

They appear here in the order in which the pipeline makes them:
an Article is read, Findings are found in it, Entries are known before, Claims and records are what we then know.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a finding, a registry entry or a record is about."""

    EVENT = "event"
    SERIES = "series"
    ORGANISATION = "organisation"
    PERSON = "person"
    PLACE = "place"
    FIGURE = "figure"
    AGREEMENT = "agreement"
    DATE = "date"


class Basis(StrEnum):
    """Why a value may be shown."""

    STATED = "stated"  # the quote says it
    INFERRED = "inferred"  # a named rule worked it out; the evidence is what it was worked out from
    COMPUTED = "computed"  # from other claims
    CURATED = "curated"  # from the registry or an article's front matter; no evidence in a text


class BlockKind(StrEnum):
    """What a stretch of an article's text is."""

    TITLE = "title"
    DATELINE = "dateline"  # date lines, "HANOI (VNA) -", outlet lines
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"  # menus, teasers, share words, file names, repeats: no knowledge comes from here


# --- read -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text, in code points: text[start:end]."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that is one thing to a reader; `reason` says why boilerplate is left out."""

    kind: BlockKind
    start: int
    end: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a title, caption or body block; `block` is its block's position in Article.blocks."""

    start: int
    end: int
    block: int
    language: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to another finding of the same article: its position in Reading.findings."""

    index: int


@dataclass(frozen=True, slots=True)
class Role:
    """A person's title, and the body it belongs to where the words name one."""

    title: str
    organisation: Ref | str | None


Value = str | int | float | bool | Ref | Role


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article says of one thing, in one field, with the words that say it.

    `field` is a field of the record as the knowledge document names it; of a list field, one element.
    `rule` names what found it. A curated statement has no spans but a `source`.
    """

    field: str
    value: Value
    spans: tuple[Span, ...]
    rule: str
    basis: Basis = Basis.STATED
    speaker: Ref | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, read: its text, what its parts are, and what it says of itself."""

    id: str
    file: str
    text: str
    language: str
    title: str
    title_is_derived: bool
    published: str | None  # EDTF
    outlet: str | None
    byline: tuple[str, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]  # title, published, outlet, byline
    url: str | None = None
    archive_url: str | None = None
    retrieved: str | None = None
    rights: str = "full"  # full, excerpt, none


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one input: where, what, and what to do about it."""

    file: str
    line: int
    message: str
    remedy: str


# --- find -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands: what it names, the rule that found it, and what is already known of it."""

    kind: Kind
    span: Span
    name: str
    rule: str
    type: str = ""  # association, company, city, ...
    entry: str = ""  # id of the Entry that it is a name of


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text. `edtf` leaves out what no words state; `premises` are other spans it rests on."""

    span: Span
    edtf: str
    rule: str
    basis: Basis = Basis.STATED
    premises: tuple[Span, ...] = ()
    cue: str = ""  # "since", "until", "about" or "compared", as the words before it say; "name" of a name's year


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing as one article tells of it: where it is mentioned and what is said of it."""

    kind: Kind
    mentions: tuple[Span, ...]
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one article, on its own."""

    article: Article
    findings: tuple[Finding, ...]


# --- know -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Name:
    """One form of a name and the language it is in ("" where it is the same in all)."""

    name: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something known before any article is read; the first name is the preferred one."""

    id: str
    kind: Kind
    names: tuple[Name, ...]
    acronym: str | None = None
    type: str | None = None  # association, city, ...
    country: str | None = None  # ISO 3166-1 alpha-2
    latitude: float | None = None
    longitude: float | None = None
    first: int | None = None  # year of a yearly series' first edition
    source: str = ""  # where it is known from
    why: str = ""  # why these names are one thing, where letters alone do not say so
    place: str = ""  # "registry/FILE#ID", or the lexicon file
    ambiguous: bool = False  # also a common word or a person's name: counts only beside a cue
    strict: tuple[str, ...] = ()  # names that count only to the letter, in text of the language they stand under


@dataclass(frozen=True, slots=True)
class Correction:
    """A maintainer's word on one field of one record; it wins over every claim. None takes the value away."""

    record: str
    field: str
    value: object  # as a record holds it; of a list field, a tuple of elements
    why: str
    place: str  # "registry/corrections.yml#ID"
    line: int


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """The curated knowledge, checked. It is large: each is equal to itself alone."""

    entries: tuple[Entry, ...]
    corrections: tuple[Correction, ...]
    same: tuple[tuple[str, str, str], ...]  # record, record, why
    distinct: tuple[tuple[str, str, str], ...]
    removed: tuple[tuple[str, str], ...]  # record, why
    redirects: tuple[tuple[str, str], ...]  # old id, new id
    digest: str  # of the files that hold its entries


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of an article: `quote` is text[start:end] of that article, to the letter."""

    article: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one field of one record, and why it may be shown."""

    id: str
    field: str
    value: object  # as in the knowledge document: a plain value, an id, or {"title", "organisation"}
    basis: Basis
    rule: str
    speaker: str | None
    evidence: tuple[Evidence, ...]
    source: str | None = None  # of a curated claim: "registry/FILE#ID"
    premises: tuple[str, ...] = ()  # of a computed claim: ids of claims


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article as the knowledge document holds it."""

    id: str
    file: str
    title: str
    title_is_derived: bool
    language: str
    published: str | None
    outlet: str | None
    byline: tuple[str, ...]
    url: str | None
    archive_url: str | None
    retrieved: str | None
    rights: str
    near_duplicate_of: str | None
    blocks: tuple[Block, ...]
    text: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, visit, ceremony or fair that took place once or will; what it refers to stands as ids of records.

    Organisers, hosts, supporters and participants that are no records stay as words. `edition` counts within a series.
    """

    id: str
    name: str
    aliases: tuple[Name, ...]
    series: str | None
    edition: int | None
    date: str | None
    places: tuple[str, ...]
    organisers: tuple[str, ...]
    hosts: tuple[str, ...]
    supporters: tuple[str, ...]
    participants: tuple[str, ...]
    mentions: tuple[Evidence, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Events that come again under one name; `events` are ids."""

    id: str
    name: str
    aliases: tuple[Name, ...]
    events: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: `kind` is association, government, agency, company, university, media, bank or other."""

    id: str
    name: str
    aliases: tuple[Name, ...]
    acronym: str | None
    kind: str
    country: str | None
    mentions: tuple[Evidence, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role as a record holds it: `organisation` is a record's id, plain text, or nothing."""

    title: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named, with every role that articles give."""

    id: str
    name: str
    aliases: tuple[Name, ...]
    roles: tuple[HeldRole, ...]
    mentions: tuple[Evidence, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A country, province, city or other place; `latitude` and `longitude` are in degrees."""

    id: str
    name: str
    aliases: tuple[Name, ...]
    kind: str
    country: str | None
    latitude: float | None
    longitude: float | None
    mentions: tuple[Evidence, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that one article states: `value`, or `value` to `high`, in `unit`, of what `measure` says.

    `unit` is percent, an ISO 4217 code, count, rank, times, a unit of time or of measure. `as_of` and `event` say when,
    `speaker` who says it; `forecast` is true of what is expected, planned or needed.
    """

    id: str
    value: int | float
    high: int | float | None
    unit: str
    qualifier: str
    measure: str
    subject: str | None
    as_of: str | None
    forecast: bool
    speaker: str | None
    event: str | None
    mentions: tuple[Evidence, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """What parties signed: a MoU, cooperation agreement, contract or partnership, or `count` of them told as one."""

    id: str
    kind: str
    parties: tuple[str, ...]
    date: str | None
    event: str | None
    count: int | None
    mentions: tuple[Evidence, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class DatedFact:
    """What happened at a date, or holds since or until it, in the words of one article."""

    id: str
    date: str
    what: str
    subjects: tuple[str, ...]
    mentions: tuple[Evidence, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Contested:
    """One of the values that sources give for the same thing."""

    value: object
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values of one field of a record that independent sources give and that cannot all be right."""

    subject: str
    field: str
    values: tuple[Contested, ...]


@dataclass(frozen=True, slots=True)
class PossiblySame:
    """Records that may be one and are kept apart until a maintainer decides."""

    records: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The knowledge document. Every tuple of records is sorted by id."""

    articles: tuple[ArticleRecord, ...] = ()
    events: tuple[Event, ...] = ()
    series: tuple[Series, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    places: tuple[Place, ...] = ()
    figures: tuple[Figure, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    dates: tuple[DatedFact, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    possibly_same: tuple[PossiblySame, ...] = ()
