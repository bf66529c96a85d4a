"""Read: bytes to a clean article, with its parts told apart."""

from vnitcoop.read.article import read_article
from vnitcoop.read.folder import list_articles, load_bytes

__all__ = ["list_articles", "load_bytes", "read_article"]
