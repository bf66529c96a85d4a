"""The reference check, each language apart, with the registry and without: ./run eval [FOLDER ...]

A folder holds articles (NNN.txt) and their reference (NNN.yml) side by side, as tests/reference/gold/dev does.
Without a folder the seeds and the dev set are scored. What is printed is score.py's own measures.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = ROOT / "tests" / "reference"
sys.path.insert(0, str(REFERENCE))

import score as reference  # noqa: E402  (the reference check as it stands, not a package)

from vnitcoop.pipeline import gather  # noqa: E402
from vnitcoop.write.export import to_json  # noqa: E402

KINDS = ("organisations", "people", "places", "events", "figures", "agreements", "dates")


def gold_of(*files: Path) -> list[dict[str, Any]]:
    """The reference articles of some files, each with the name of its text file."""
    found = []
    for file in files:
        loaded = yaml.safe_load(file.read_text(encoding="utf-8"))
        for gold in loaded if isinstance(loaded, list) else [loaded]:
            gold["article"] += "" if "." in gold["article"] else ".txt"
            found.append(gold)
    return found


def measure(seeds: Path, golds: list[dict[str, Any]], registry: Path | None) -> dict[str, float]:
    """Every figure of the reference check by name: "figures" is an F1, "figure.unit" a share, "merge.people" an F1."""
    knowledge, _ = gather(seeds, registry, None)
    tally, fields, merged, spans = reference.score(json.loads(to_json(knowledge)), golds)
    out = {kind: tally[kind].prf[2] for kind in KINDS}
    out |= {name: right / asked for name, (right, asked) in sorted(fields.items()) if asked}
    out |= {f"merge.{kind}": values[3] for kind, values in merged.items()}
    return out | {"spans not verbatim": float(spans[1])}


def sets(folders: list[str]) -> Iterator[tuple[str, Path, list[dict[str, Any]]]]:
    """(name, folder of articles, reference) of everything to be scored."""
    if not folders:
        yield "seeds", ROOT / "seeds", gold_of(REFERENCE / "gold" / "seeds.yml")
        yield "dev", REFERENCE / "gold" / "dev", gold_of(*sorted((REFERENCE / "gold" / "dev").glob("*.yml")))
    for folder in map(Path, folders):
        yield folder.name, folder, gold_of(*sorted(folder.glob("*.yml")))


def main(folders: list[str]) -> None:
    """Print one table a set: a row a measure; all languages, each language, and all without the registry."""
    for name, seeds, golds in sets(folders):
        languages = sorted({g["language"] for g in golds})
        columns = {"all": measure(seeds, golds, ROOT / "registry")}
        for language in languages:
            columns[language] = measure(seeds, [g for g in golds if g["language"] == language], ROOT / "registry")
        columns["no registry"] = measure(seeds, golds, None)
        print(f"{name}: {len(golds)} articles\n{'':24}" + "".join(f"{c:>14}" for c in columns))
        for row in columns["all"]:
            values = (c.get(row) for c in columns.values())
            print(f"{row:24}" + "".join(f"{'-' if v is None else format(v, '.3f'):>14}" for v in values))
        print()


if __name__ == "__main__":
    main(sys.argv[1:])
