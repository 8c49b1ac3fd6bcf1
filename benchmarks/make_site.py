"""make_site.py SOURCE SITE: make a site folder from a benchmark file or from any folder of texts.

SOURCE is a JSON-lines file whose records have "id" and "text", or a folder whose *.txt files are taken as they are.
SITE is a new or empty folder; it gets a sitegen.toml and one plain-text article a record, so that ``sitegen build
SITE`` can follow. Standard library only.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

CONFIG = """title = "{title}"
base_url = "https://example.org/"
description = "Made from {name}, to measure with."
"""


def records(source: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each article."""
    if source.is_dir():
        for path in sorted(source.rglob("*.txt")):
            yield path.relative_to(source).with_suffix("").as_posix(), path.read_text("utf-8")
        return
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                record = json.loads(line)
                yield str(record["id"]), record["text"]


def make(source: Path, site: Path) -> int:
    """Write the site and return the number of its articles."""
    if site.exists() and any(site.iterdir()):
        sys.exit(f"{site} is not empty")
    content = site / "content"
    content.mkdir(parents=True, exist_ok=True)
    (site / "sitegen.toml").write_text(CONFIG.format(title=source.stem, name=source.name), "utf-8")
    written = 0
    for name, text in records(source):
        path = content / (re.sub(r"[^\w/.-]+", "-", name).strip("-./") + ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        # write_text would turn line ends into the platform's own.
        path.write_bytes(text.encode("utf-8"))
        written += 1
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path)
    parser.add_argument("site", type=Path)
    arguments = parser.parse_args()
    number = make(arguments.source, arguments.site)
    print(f"{number} articles in {arguments.site}; next: sitegen build {arguments.site}")


if __name__ == "__main__":
    main()
