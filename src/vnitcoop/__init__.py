"""vnitcoop: raw news articles in, a knowledge base that shows its evidence out."""

__version__ = "0.1.0"
