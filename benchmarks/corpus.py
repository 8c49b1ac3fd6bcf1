"""Articles to measure with, and sites made of them. Standard library only.

A corpus is a folder of Markdown articles with YAML front matter, or a program ``GEN N OUT`` that writes N of them into
the folder OUT. Where their front matter lists ``people:``, Hugo gets the list, for it cannot find names, and sitegen
does not.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

CONFIG = 'title = "News"\nbase_url = "https://example.org/"\ndescription = "Made to measure with."\n'
_PEOPLE = re.compile(r"^people: (\[.*\])\n", re.MULTILINE)
_DATE = re.compile(r"^date: *(\S+)", re.MULTILINE)


def gather(source: Path, number: int, folder: Path) -> Path:
    """Write the first ``number`` articles of a corpus into the new ``folder``, and return it."""
    if source.is_dir():
        folder.mkdir(parents=True)
        for path in sorted(source.glob("*.md"))[:number]:
            shutil.copyfile(path, folder / path.name)
    else:
        subprocess.run([sys.executable, source, str(number), folder], check=True, stdout=subprocess.DEVNULL)
    found = sum(1 for _ in folder.glob("*.md"))
    if found < number:
        sys.exit(f"{source} has {found:,} articles, and {number:,} are needed")
    return folder


def without_people(text: str) -> str:
    """Return an article without the list of people in its front matter: who is named must be found."""
    head = _front_matter(text)
    return _PEOPLE.sub("", head) + text[len(head) :]


def people_of(text: str) -> tuple[str, ...]:
    """Return the people whom the front matter of an article lists."""
    listed = _PEOPLE.search(_front_matter(text))
    return tuple(json.loads(listed[1])) if listed else ()


def newest(articles: Path) -> Path:
    """Return the article with the latest date: it stands on the first page of whatever names it."""

    def day(path: Path) -> tuple[str, str]:
        dated = _DATE.search(_front_matter(path.read_text("utf-8")))
        return dated[1] if dated else "", path.name

    return max(articles.glob("*.md"), key=day)


def make_site(articles: Path, site: Path) -> Path:
    """Make a site of sitegen's in the new folder ``site``, without lists of people, and return it."""
    content = site / "content"
    content.mkdir(parents=True)
    (site / "sitegen.toml").write_text(CONFIG, "utf-8")
    for path in articles.glob("*.md"):
        (content / path.name).write_text(without_people(path.read_text("utf-8")), "utf-8")
    return site


def _front_matter(text: str) -> str:
    """Return the front matter of an article up to the line that ends it; empty where there is none."""
    return text[: text.find("\n---\n", 3) + 1] if text.startswith("---\n") else ""
