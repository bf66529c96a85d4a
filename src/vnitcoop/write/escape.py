"""Every way in which text from outside may reach a page: one function per sink, and no other way.

A page is Markdown that holds nothing but our own headings and blocks of finished HTML, so that no text is ever read
as Markdown. `Markup` marks what has been through here; the templates escape everything else by themselves.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from markupsafe import Markup
from markupsafe import escape as _escape

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)
_HOST = re.compile(r"[a-z0-9.-]+")
_SCHEMES = frozenset({"http", "https"})


def text(value: object) -> Markup:
    """For the text of an element: control and direction characters go, HTML's own characters become entities."""
    return Markup(_escape(visible(value)))


def visible(value: object) -> str:
    """For a library that escapes by itself: the text without control and direction characters."""
    return _INVISIBLE.sub("", str(value))


def heading(value: str) -> str:
    """For front matter's title and description, which the theme prints as they are: one line, no markup at all."""
    return str(text(" ".join(value.split())))


def outward(url: str) -> str | None:
    """For a link that leaves the site: the address, re-written whole, or None unless it is plain http or https."""
    cleaned = _INVISIBLE.sub("", url).strip()
    try:
        parts = urlsplit(cleaned)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not _HOST.fullmatch(host) or parts.username or parts.password:
        return None
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    return f"{parts.scheme.lower()}://{host}{port}{path}{query}"


def link(address: str, words: object, language: str = "") -> Markup:
    """A link within the site; `address` comes from links.href or `outward`."""
    shown = words if isinstance(words, Markup) else text(words)
    return Markup('<a href="{}"{}>{}</a>').format(address, in_language(language), shown)


def foreign(words: object, language: str) -> Markup:
    """Words in the language that they are in; plain where that is the page's own."""
    return Markup("<span{}>{}</span>").format(in_language(language), text(words)) if language else text(words)


def in_language(language: str) -> Markup:
    """The attribute of an element whose words are in that language; none where it is the page's own."""
    return Markup(' lang="{}"').format(language) if language else Markup("")


def moment(words: str, iso: str | None) -> Markup:
    """A date, machine-readable where it is exact."""
    return Markup('<time datetime="{}">{}</time>').format(iso, words) if iso else text(words)


def lines_within(value: str) -> Markup:
    """A piece of running text: escaped, its line ends as breaks and its outer blanks kept as one."""
    pieces = re.split(r"[ \t]*\n\s*", _INVISIBLE.sub("", value))
    return Markup("<br>").join(Markup(_escape(piece)) for piece in pieces)


def link_out(address: str) -> Markup:
    """A link that leaves the site; `address` comes from `outward`."""
    return Markup('<a href="{0}" rel="nofollow noopener external">{0}</a>').format(address)
