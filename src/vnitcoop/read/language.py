"""In which of English, French and Vietnamese an article, a line or a sentence is."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any

from vnitcoop.lexicon import lexicon

LANGUAGES = ("en", "fr", "vi")
_SAMPLE = 300  # characters; more does not help, and time grows with them
_END = re.compile(r"[.!?…](?=\s)|\S(?=\n)")
_WORD = re.compile(r"[^\W\d_]+['’]?")
_VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")  # in small letters
_CERTAIN = 6  # function words of one language that leave no doubt,
_CERTAIN_AGAINST = 4  # where there are so many times more than of any other


def sample_of(text: str) -> tuple[int, int]:
    """The stretch of a text that shows its language best: from its first long line on, at most 300 characters.

    It ends as a sentence does, or else a word, as readers are shown it.
    """
    line = next((m for m in re.finditer(r"[^\n]+", text) if len(m.group()) >= 120), None)
    start = line.start() if line else len(text) - len(text.lstrip())
    sample = text[start : start + _SAMPLE].rstrip()
    if start + len(sample) < len(text.rstrip()):
        ends = [m.end() for m in _END.finditer(sample)]
        sample = sample[: ends[-1] if ends and ends[-1] > _SAMPLE / 2 else sample.rfind(" ")] or sample
    return start, start + len(sample)


def article_language(sample: str) -> tuple[str, bool]:
    """The language of an article's sample, and whether its words alone told it; English where nothing shows.

    Function words tell it where they leave no doubt, else langdetect (seeded, these three only), which is slow.
    """
    counts = _function_words_in(sample.casefold())
    best, second = sorted(counts.values(), reverse=True)[:2]
    if best >= _CERTAIN and best >= _CERTAIN_AGAINST * second:
        return max(LANGUAGES, key=lambda language: counts[language]), True
    counted = line_language(sample, "")
    from langdetect.lang_detect_exception import LangDetectException

    detector = _detectors().create()
    detector.append(sample)
    try:
        return str(detector.detect()), False
    except LangDetectException:
        return counted or "en", False


def line_language(line: str, inherited: str) -> str:
    """The language that a line's function words and letters show; a line that shows none inherits."""
    folded = line.casefold()
    counts = _function_words_in(folded)
    if not (folded.isascii() or counts["en"] or counts["fr"]):
        words = max(1, len(line.split()))
        if 2 * len(_VIETNAMESE.findall(folded)) > words:
            return "vi"
    second, most = sorted(counts.values())[1:]
    if most == second or most - counts.get(inherited, 0) < (2 if inherited in counts else 1):
        return inherited
    return max(LANGUAGES, key=lambda language: counts[language])


def _function_words_in(folded: str) -> dict[str, int]:
    """How many function words of each language a text in small letters holds."""
    counts, known = dict.fromkeys(LANGUAGES, 0), _function_words()
    for languages in [known[word] for word in _WORD.findall(folded.replace("’", "'")) if word in known]:
        for language in languages:
            counts[language] += 1
    return counts


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        for word in lexicon("layout_languages")[language]:
            words[word] = (*words.get(word, ()), language)
    return words


@cache
def _detectors() -> Any:
    """langdetect with the profiles of our three languages alone; loaded at the first article, not before."""
    from langdetect.detector_factory import DetectorFactory

    factory = DetectorFactory()
    factory.seed = 0
    profiles = resources.files("langdetect") / "profiles"
    factory.load_json_profile([(profiles / language).read_text(encoding="utf-8") for language in LANGUAGES])
    return factory
