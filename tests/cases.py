"""Reads the case files under ``tests/cases``: a title, a text, and what is expected of it.

# Title

The text, one paragraph a line.

---
expected line
expected line
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    path: Path
    title: str
    text: str
    expected: tuple[str, ...]


def read_case(path: Path) -> Case:
    head, _, rest = path.read_text("utf-8").partition("\n")
    text, _, expected = rest.partition("\n---\n")
    lines = tuple(line.strip() for line in expected.splitlines() if line.strip())
    return Case(path, head.removeprefix("#").strip(), text.strip(), lines)


def cases(folder: str) -> list:
    return [
        pytest.param(read_case(path), id=path.relative_to(CASES / folder).with_suffix("").as_posix())
        for path in sorted((CASES / folder).rglob("*.md"))
    ]
