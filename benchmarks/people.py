"""people.py GOLD.json [--texts FOLDER] [--scorer people_score.py] [--errors]: how well people are found and told apart.

Runs sitegen's own analysis over the texts beside GOLD.json (*.txt), resolved together as in a build, and prints the
scorer's measures beside what sitegen wants to reach; with ``--errors`` also what was missed and what is wrong, by kind.
GOLD.json maps the stem of each text to its labels, ``{"start", "end", "surface", "qid", "person", "coref"}``. The
scorer is the ``people_score.py`` in the folder above the gold, or the one named.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sitegen.analyzing import analyze

Record = dict[str, Any]

# What the figure is, how the scorer's line gives it, and what it is to reach: at least, or at most where negative.
MEASURES: tuple[tuple[str, str, float | None], ...] = (
    ("named mentions found", r"found ([\d.]+)", 0.92),
    ("B-cubed precision", r"B3 P ([\d.]+)", 0.995),
    ("B-cubed recall", r" R ([\d.]+)", None),
    ("B-cubed F1", r"F1 ([\d.]+)", 0.97),
    ("pages that mix two people", r"mixed pages (\d+)", -0.0),
    ("people on several pages", r"split people (\d+)", None),
    ("mentions laid on what is no person", r"wrong (\d+)", -8),
    ("pronouns and titles, share", r"titles (\d+)/(\d+)", 0.5),
)


@dataclass(frozen=True, slots=True)
class Error:
    """A label that was missed or taken for a person: why, and what stands there."""

    kind: str
    article: str
    words: str


def scored(scorer: Path, gold: Path, found: Sequence[Record]) -> str:
    """Return the scorer's line for what was found."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in found)
        file.flush()
        command = [sys.executable, str(scorer), str(gold), file.name]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def table(line: str) -> Iterator[str]:
    """Yield a row for each measure of the scorer's ``line``."""
    yield f"{'':38}{'figure':>8}   to reach"
    for name, pattern, bound in MEASURES:
        match = re.search(pattern, line)
        if match is None:
            raise SystemExit(f"the scorer's line says nothing of {name!r}: {line}")
        share = len(match.groups()) > 1
        figure = int(match[1]) / max(1, int(match[2])) if share else float(match[1])
        shown = f"{figure:8.3f}" if share or "." in match[1] else f"{int(figure):8}"
        most = bound is not None and str(bound).startswith("-")
        reached = bound is None or (figure <= abs(bound) if most else figure >= bound)
        verdict = "" if bound is None else f"{'≤' if most else '≥'} {abs(bound):g} {'' if reached else 'NOT '}reached"
        yield f"{name:38}{shown}   {verdict}"


def errors(gold: Mapping[str, Sequence[Record]], found: Sequence[Record]) -> Iterator[Error]:
    """Yield what was missed and what is wrong."""
    by_id = {record["id"].rsplit("/", 1)[-1]: record for record in found}
    for article, labels in gold.items():
        record = by_id.get(article)
        if record is None:
            continue
        for label in labels:
            here = [m for m in record["mentions"] if m["start"] < label["end"] and label["start"] < m["end"]]
            names = [m for m in here if m["kind"] == "person" and m["form"] == "name"]
            around = record["text"][max(0, label["start"] - 40) : label["end"] + 40].replace("\n", " ")
            if label["person"] and not label["coref"] and not names:
                other = next((m["kind"] for m in here if m["form"] == "name"), None)
                name = label["surface"][:1].isupper()
                kind = f"name taken for a {other}" if other else "name not seen" if name else "no name in the text"
                yield Error(kind, article, around)
            elif names and not label["person"] and not label["coref"]:
                yield Error("no person", article, around)


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--texts", type=Path)
    arguments.add_argument("--scorer", type=Path)
    arguments.add_argument("--errors", action="store_true")
    options = arguments.parse_args()
    scorer = options.scorer or options.gold.parent.parent / "people_score.py"
    found = list(analyze(sorted((options.texts or options.gold.parent).glob("*.txt"))))
    print(f"{len(found)} articles")
    print("\n".join(table(scored(scorer, options.gold, found))))
    if options.errors:
        listed = list(errors(json.loads(options.gold.read_text("utf-8")), found))
        for kind, number in Counter(error.kind for error in listed).most_common():
            print(f"\n{kind}: {number}")
            print("\n".join(f"  {error.article}: {error.words}" for error in listed if error.kind == kind))


if __name__ == "__main__":
    main()
