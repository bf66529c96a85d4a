"""Bytes to text: UTF-8, or UTF-16 with its mark; never a guess. The text keeps every letter as it stands."""

from __future__ import annotations

import codecs
import re
import unicodedata

from vnitcoop.errors import ArticleError
from vnitcoop.read.folder import LIMIT
from vnitcoop.types import Problem

_MAX_LINES = 5_000
_MAX_MARKS = 30  # combining marks on one letter; more would make normalisation quadratic
_SIGNATURES = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or Office document",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x1f\x8b": "a compressed file",
}
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f{_BIDI}\ufdd0-\ufdef\ufffe\uffff]")
_FOREIGN_RUN = re.compile(f"[^\x00-\x7f]{{{_MAX_MARKS + 1},}}")


def decode(file: str, data: bytes) -> str:
    """The article's text: NFC, lines end in LF, no control characters (bidirectional ones included) but LF and TAB.

    Raises ArticleError with the line, the byte offset and the remedy.
    """
    text = _LINE_ENDS.sub("\n", _characters(file, data))
    for message, remedy in _objections(text):
        raise ArticleError(Problem(file, 1, message, remedy))
    text = _CONTROLS.sub("", unicodedata.normalize("NFC", text))
    if not text.strip():
        raise ArticleError(Problem(file, 1, "there is no text in it", "Fill it or remove it"))
    return text


def _characters(file: str, data: bytes) -> str:
    if len(data) > LIMIT:
        raise ArticleError(Problem(file, 1, "larger than 1 MiB", "Keep only the article's text"))
    for signature, what in _SIGNATURES.items():
        if data.startswith(signature):
            raise ArticleError(Problem(file, 1, f"not plain text: looks like {what}", "Save the article as plain text"))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(file, data, "utf-16", "UTF-16")
    data = data.removeprefix(codecs.BOM_UTF8)
    nul = data.find(0)
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        message = f"not plain text: a NUL byte at byte {nul}"
        raise ArticleError(Problem(file, line, message, "Save it as UTF-8 (UTF-16 needs its byte order mark)"))
    return _strictly(file, data, "utf-8", "UTF-8")


def _strictly(file: str, data: bytes, codec: str, name: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"not {name}: byte {error.start} cannot be read"
        remedy = "Save the file as UTF-8 (older Vietnamese pages are often in windows-1258, TCVN3 or VNI)"
        raise ArticleError(Problem(file, line, message, remedy)) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ArticleError(Problem(file, line, "not plain text: a NUL character", "Save the article as UTF-8 text"))
    return text


def _objections(text: str) -> list[tuple[str, str]]:
    found = []
    if re.match(r"\s*(?:<!doctype\s+html|<html[\s>])", text, re.IGNORECASE):
        found.append(("not plain text: looks like a web page", "Save the article's text, without HTML"))
    if text.count("\n") > _MAX_LINES:
        found.append((f"more than {_MAX_LINES:,} lines", "Keep only the article's text"))
    if any(_piles_up(run.group()) for run in _FOREIGN_RUN.finditer(text)):
        found.append((f"more than {_MAX_MARKS} combining marks on one letter", "Remove the damaged characters"))
    return found


def _piles_up(run: str) -> bool:
    height = 0
    for character in run:
        height = height + 1 if unicodedata.combining(character) else 0
        if height > _MAX_MARKS:
            return True
    return False
