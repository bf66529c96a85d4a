"""Text from outside stays text, whatever it looks like."""

from __future__ import annotations

import pytest
from html_read import read_html
from hypothesis import given
from hypothesis import strategies as st

from vnitcoop.write import escape

HOSTILE = [
    "</title><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "{{ 7*7 }} {% raw %}",
    '--8<-- "secret.txt"',
    "x {: onclick=alert(1) }",
    '"><img src=x onerror=alert(1)>',
    "<!-- --> <![CDATA[ ]]> <?php ?>",
    "&lt;b&gt; &#60;",
    "`code` *a* __b__ ~~c~~ ![i](u) http://x.y <a@b.c>",
    "a\u202eb\u200bc\x07d",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_block_of_text_reads_back_as_itself(words: str) -> None:
    seen = read_html(f"<p>{escape.text(words)}</p>")
    assert [tag for tag, _ in seen.elements] == ["p"]
    assert seen.words == "".join(c for c in words if c not in "\u202e\u200b\x07")


@given(st.text(max_size=200))
def test_no_text_makes_an_element(words: str) -> None:
    assert not read_html(str(escape.text(words))).elements
    assert all(tag == "br" for tag, _ in read_html(str(escape.lines_within(words))).elements)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/a?b=c d", "https://example.org/a?b=c%20d"),
        ("HTTP://Example.org", "http://example.org"),
        ("javascript:alert(1)", None),
        (" java\x0bscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org", None),
        ("https://u:p@example.org/", None),
        ("https://exa mple.org/\"onclick='x'", None),
        ("https://[", None),
    ],
)
def test_only_plain_web_addresses_lead_out(address: str, safe: str | None) -> None:
    assert escape.outward(address) == safe
