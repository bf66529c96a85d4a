"""A small knowledge document, made by hand: three articles, one of each kind of record, and a disagreement."""

from __future__ import annotations

from typing import Any

from vnitcoop.types import (
    Agreement,
    ArticleRecord,
    Basis,
    Block,
    BlockKind,
    Claim,
    Conflict,
    Contested,
    DatedFact,
    Event,
    Evidence,
    Figure,
    HeldRole,
    Knowledge,
    Name,
    Organisation,
    Person,
    Place,
    PossiblySame,
    Series,
)

FORUM = """Forum opens in Đà Nẵng

HANOI (VNA) - The 3rd Digital Forum was held by VINASA in Đà Nẵng on October 22.

Ngô Thu Huyên, chair of VINASA, said exports were over US$ 800 million in 2018. VINASA signed a memorandum with KOSA.

Photo: the opening

Read more | Share"""
SECOND = "Forum looks back\n\nThe Digital Forum took place on 23 October 2019. VINASA was founded in 2002."
UNDATED = "Plenary due\n\nA plenary will be held on June 17-20."
TEXTS = {"forum-opens": FORUM, "forum-looks-back": SECOND, "plenary-due": UNDATED}


def words(article: str, quote: str, nth: int = 0, texts: dict[str, str] = TEXTS) -> Evidence:
    """The nth place where an article says these words."""
    start = -1
    for _ in range(nth + 1):
        start = texts[article].index(quote, start + 1)
    return Evidence(article, start, start + len(quote), quote)


def claim(key: str, field: str, value: object, *evidence: Evidence, **rest: Any) -> Claim:
    settings = {"basis": Basis.STATED, "rule": "test", "speaker": None} | rest
    return Claim(f"c-{key}", field, value, evidence=evidence, **settings)


def article(key: str, title: str, text: str, **rest: Any) -> ArticleRecord:
    """An article whose paragraphs are its blocks; the first is its title."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        kind = BlockKind.BODY if blocks else BlockKind.TITLE
        kind = BlockKind.CAPTION if paragraph.startswith("Photo:") else kind
        kind = BlockKind.BOILERPLATE if paragraph.startswith("Read more") else kind
        blocks.append(Block(kind, at, at + len(paragraph), "share words" if kind is BlockKind.BOILERPLATE else ""))
        at += len(paragraph) + 2
    settings: dict[str, Any] = {
        "id": key,
        "file": f"seeds/{key}.txt",
        "title": title,
        "title_is_derived": False,
        "language": "en",
        "published": None,
        "outlet": None,
        "byline": (),
        "url": None,
        "archive_url": None,
        "retrieved": None,
        "rights": "full",
        "near_duplicate_of": None,
        "blocks": tuple(blocks),
        "text": text,
        "claims": (),
    }
    return ArticleRecord(**(settings | rest))


def forum(**rest: Any) -> ArticleRecord:
    title = claim("a-title", "title", "Forum opens in Đà Nẵng", words("forum-opens", "Forum opens in Đà Nẵng"))
    settings = {"published": "2019-10-23", "outlet": "VNA", "byline": ("Song Anh",), "claims": (title,)}
    return article("forum-opens", "Forum opens in Đà Nẵng", FORUM, **(settings | rest))


def knowledge(forum_article: ArticleRecord | None = None) -> Knowledge:
    f, s = "forum-opens", "forum-looks-back"
    event = Event(
        "digital-forum-2019",
        "Digital Forum 2019",
        (Name("3rd Digital Forum", "en"),),
        "digital-forum",
        3,
        "2019-10-22",
        ("da-nang",),
        ("vinasa",),
        (),
        (),
        (),
        (words(f, "3rd Digital Forum"), words(s, "Digital Forum")),
        (
            claim("e-alias", "aliases", "3rd Digital Forum", words(f, "3rd Digital Forum")),
            claim(
                "e-date", "date", "2019-10-22", words(f, "October 22"), basis=Basis.INFERRED, rule="year-from-dateline"
            ),
            claim("e-date-2", "date", "2019-10-23", words(s, "23 October 2019")),
            claim("e-place", "places", "da-nang", words(f, "Đà Nẵng", 1)),
            claim("e-org", "organisers", "vinasa", words(f, "VINASA")),
            claim("e-edition", "edition", 3, words(f, "3rd")),
            claim("e-check", "check", "3 in 2019 agrees", basis=Basis.COMPUTED, premises=("c-e-edition",)),
        ),
    )
    plenary = Event(
        "plenary",
        "plenary",
        (),
        None,
        None,
        "XXXX-06-17/XXXX-06-20",
        (),
        (),
        (),
        (),
        (),
        (words("plenary-due", "plenary"),),
        (claim("p-date", "date", "XXXX-06-17/XXXX-06-20", words("plenary-due", "June 17-20")),),
    )
    return Knowledge(
        articles=(
            article(s, "Forum looks back", SECOND, published="2019-11-02"),
            forum_article or forum(),
            article("plenary-due", "Plenary due", UNDATED),
        ),
        events=(event, plenary),
        series=(Series("digital-forum", "Digital Forum", (), ("digital-forum-2019",), ()),),
        organisations=(
            Organisation(
                "kosa",
                "KOSA",
                (),
                None,
                "association",
                "KR",
                (words(f, "KOSA"),),
                (claim("k-kind", "kind", "association", basis=Basis.CURATED, source="registry/bodies.yml#kosa"),),
            ),
            Organisation(
                "vinasa",
                "Vietnam Software and IT Services Association",
                (Name("VINASA", ""),),
                "VINASA",
                "association",
                "VN",
                (words(f, "VINASA"), words(f, "VINASA", 1), words(s, "VINASA")),
                (claim("v-alias", "aliases", "VINASA", words(f, "VINASA")),),
            ),
        ),
        people=(
            Person(
                "ngo-thu-huyen",
                "Ngô Thu Huyên",
                (),
                (HeldRole("chair", "vinasa"),),
                (words(f, "Ngô Thu Huyên"),),
                (claim("h-role", "roles", {"title": "chair", "organisation": "vinasa"}, words(f, "chair of VINASA")),),
            ),
        ),
        places=(
            Place(
                "da-nang",
                "Đà Nẵng",
                (Name("Da Nang", "en"),),
                "city",
                "VN",
                16.07,
                108.22,
                (words(f, "Đà Nẵng", 1),),
                (),
            ),
        ),
        figures=(
            Figure(
                "over-800-million-exports",
                800_000_000,
                None,
                "USD",
                "over",
                "exports",
                None,
                "2018",
                False,
                "ngo-thu-huyen",
                None,
                (words(f, "over US$ 800 million"),),
                (claim("f-value", "value", 800_000_000, words(f, "800 million"), speaker="ngo-thu-huyen"),),
            ),
        ),
        agreements=(
            Agreement(
                "mou-kosa-vinasa",
                "MoU",
                ("kosa", "vinasa"),
                None,
                "digital-forum-2019",
                None,
                (words(f, "signed a memorandum"),),
                (claim("m-kind", "kind", "MoU", words(f, "memorandum")),),
            ),
        ),
        dates=(
            DatedFact(
                "vinasa-founded-2002",
                "2002",
                "VINASA was founded",
                ("vinasa",),
                (words(s, "founded in 2002"),),
                (claim("d-date", "date", "2002", words(s, "2002")),),
            ),
        ),
        conflicts=(
            Conflict(
                "digital-forum-2019",
                "date",
                (
                    Contested("2019-10-22", (words(f, "October 22"),)),
                    Contested("2019-10-23", (words(s, "took place on 23"),)),
                ),
            ),
        ),
        possibly_same=(PossiblySame(("kosa", "vinasa"), "only to have a pair"),),
    )
