"""Know: what all readings and the curated registry say together."""

from vnitcoop.know.assemble import know
from vnitcoop.know.registry import load_registry

__all__ = ["know", "load_registry"]
