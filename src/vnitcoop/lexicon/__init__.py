"""What the program knows of English, French and Vietnamese before it meets any article: word lists, as YAML.

One file a subject (dates.yml, numbers.yml, titles.yml, ...). Facts about the world's bodies and series are not
here but in the registry, which every project curates for itself.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

# A safe loader, the fast one where PyYAML was built with it.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lexicon(subject: str) -> Any:
    """The word list `subject`.yml, parsed once. Callers must not change it."""
    text = resources.files(__package__).joinpath(f"{subject}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)
