"""What the tests of the data share."""

from __future__ import annotations

from vnitcoop.types import Knowledge
from vnitcoop.write.data import data_files

HOSTILE = '</script><img src=x onerror="alert(1)">&amp; ]]> "; \\, \'--\r\n{{ 7*7 }}'


def made(known: Knowledge) -> dict[str, bytes]:
    return {file.name: file.data for file in data_files(known)}
