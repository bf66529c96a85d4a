"""The one way into a picture: elements whose text and attributes are escaped, and the frame around them.

Pictures hold no style and no script. How they look is said by classes, in docs/assets/pictures.css.
"""

from __future__ import annotations

from markupsafe import Markup

from vnitcoop.text import strip_marks
from vnitcoop.write import escape

_SHARES = (  # of the font's size, as the site's own font has them, for letters without their marks
    (" ", 0.2),
    ("ijl.,:;|!'’I", 0.27),
    ("frt()[]-", 0.35),
    ("csxzyvkJ", 0.46),
    ("mwMW@%&—", 0.84),
)
_SHARE_OF = {letter: share for letters, share in _SHARES for letter in letters}
_CAPITAL, _OTHER = 0.6, 0.54
_FIRST_EAST_ASIAN = 0x2E80


def number(value: float) -> str:
    """A coordinate to a tenth of a pixel, without needless digits.

    >>> number(12.04), number(3.25), number(-0.01)
    ('12', '3.2', '0')
    """
    shown = f"{value:.1f}".removesuffix(".0")
    return "0" if shown == "-0" else shown


def element(name: str, *inner: Markup, **attributes: object) -> Markup:
    """An SVG element. `class_` is class, and `_` in a name is `-`; floats are coordinates; None is left out."""
    said = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _plain(value))
        for key, value in attributes.items()
        if value not in (None, "")
    )
    if not inner:
        return Markup("<{0}{1}/>").format(Markup(name), said)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), said, Markup("").join(inner))


def words(x: float, y: float, text: str, style: str = "", anchor: str = "", language: str = "") -> Markup:
    """A line of text; `anchor` is SVG's text-anchor, `style` a class."""
    return element("text", _plain(text), x=x, y=y, class_=style, text_anchor=anchor, lang=language)


def title(text: str) -> Markup:
    """What the element around it is called, for readers who point at it or hear it."""
    return element("title", _plain(text))


def link(address: str, name: str, *inner: Markup) -> Markup:
    """A part of a picture that leads somewhere, with a name of its own; `address` comes from links.href."""
    return element("a", title(name), *inner, href=address)


def picture(key: str, name: str, said: str, width: float, height: float, *inner: Markup) -> Markup:
    """A whole picture in a frame that scrolls sideways where the page is too narrow for its words.

    `key` makes its ids, `name` and `said` are its title and description. It is a group rather than an image, since
    what lies inside an image cannot be reached by keyboard.
    """
    drawn = element(
        "svg",
        element("title", _plain(name), id=f"{key}-title"),
        element("desc", _plain(said), id=f"{key}-desc"),
        *inner,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="group",
        aria_labelledby=f"{key}-title",
        aria_describedby=f"{key}-desc",
    )
    frame = Markup('<div class="picture" role="region" tabindex="0" aria-label="{}">{}</div>')
    return frame.format(f"{name} (picture)", drawn)


def width_of(text: str, size: float) -> float:
    """About how wide a text stands, in pixels at a font size of `size`; rather too wide than too narrow."""
    return size * sum(_share(letter) for letter in text)


def shortened(text: str, size: float, room: float) -> str:
    """As much of a text as fits into `room` pixels, cut at a word where that is near, with an ellipsis."""
    if width_of(text, size) <= room:
        return text
    room -= width_of("…", size)
    used, cut = 0.0, 0
    for letter in text:
        used += width_of(letter, size)
        if used > room:
            break
        cut += 1
    space = text.rfind(" ", 0, cut + 1)
    return text[: space if space > 2 * cut // 3 else cut].rstrip(" ,:;-–—(") + "…"


def _share(letter: str) -> float:
    if ord(letter) >= _FIRST_EAST_ASIAN and not 0xFB00 <= ord(letter) < 0xFE00:
        return 1.0
    bare = strip_marks(letter)
    return _SHARE_OF.get(bare, _CAPITAL if bare.isupper() else _OTHER)


def _plain(value: object) -> Markup:
    """A coordinate, or words in one line: what a picture says has no line ends."""
    return Markup(number(value)) if isinstance(value, float) else escape.text(" ".join(str(value).split()))
