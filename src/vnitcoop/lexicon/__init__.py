"""What the program knows of English, French and Vietnamese before it meets any article: word lists, as YAML.

One file a subject (dates.yml, numbers.yml, titles.yml, ...). Facts about the world's bodies and series are not
here but in the registry, which every project curates for itself.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Any, ClassVar

import yaml

# A safe loader, the fast one where PyYAML was built with it.
_Safe = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BOOL = "tag:yaml.org,2002:bool"


class _Loader(_Safe):  # type: ignore[misc, valid-type]
    """Reads "on" and "no" as the words that they are; only true and false are truth values, as in YAML 1.2."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {
        first: [(tag, pattern) for tag, pattern in known if tag != _BOOL]
        for first, known in _Safe.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver(_BOOL, re.compile("true|false"), ["t", "f"])


@cache
def lexicon(subject: str) -> Any:
    """The word list `subject`.yml, parsed once. Callers must not change it."""
    text = resources.files(__package__).joinpath(f"{subject}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)
