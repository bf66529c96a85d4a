"""How many articles a second are read and searched on one core, cold: python bench/speed.py [FOLDER] [ROUNDS]

CPU seconds of this process; no cache is used. Start-up is printed apart: the registry, the gazetteer, and the word
lists and patterns of each language, which its first article makes ready.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

from vnitcoop.find import Gazetteer, find
from vnitcoop.know import know, load_registry
from vnitcoop.pipeline import collector_paused
from vnitcoop.read import list_articles, load_bytes, read_article

ROOT = Path(__file__).resolve().parent.parent


def main(folder: Path, rounds: int) -> None:
    start = process_time()
    registry = load_registry(ROOT / "registry")
    gazetteer = Gazetteer(registry.entries)
    paths, _ = list_articles(folder)
    articles = [(name, load_bytes(path)) for name, path in paths]
    for article in {a.language: a for a in (read_article(*one) for one in articles)}.values():
        find(article, gazetteer)
    ready = process_time()
    with collector_paused():  # as the pipeline reads
        for _ in range(rounds):
            read = [read_article(name, data) for name, data in articles]
        read_at = process_time()
        for _ in range(rounds):
            readings = [find(article, gazetteer) for article in read]
        found_at = process_time()
    know(readings, registry)
    done = process_time()
    number = len(articles) * rounds
    print(f"{len(articles)} articles, {rounds} rounds; start-up {ready - start:.2f} s CPU")
    each = [1000 * spent / number for spent in (read_at - ready, found_at - read_at)]
    print(f"read {each[0]:.1f} ms, find {each[1]:.1f} ms an article")
    print(f"{number / (found_at - ready):.0f} articles a second; know {done - found_at:.2f} s for {len(articles)}")


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests" / "reference" / "gold" / "dev",
        int(sys.argv[2]) if len(sys.argv) > 2 else 3,
    )
