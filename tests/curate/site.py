"""A small site that the toy parser reads, and what a build makes of it."""

from pathlib import Path

from sitegen import curate
from sitegen.curating import Decided, everybody
from sitegen.curating import decide as decide_on
from tests.toy import ToyParser

# By article: front matter beside the title, and the text.
ARTICLES = {
    "ferry": ("", 'then Judith Ellery came early.\n"The ferry is late," Ellery said.'),
    "mole": ("draft: true\n", 'at noon Judy Ellery left.\n"It will hold," Ellery said.'),
    "regatta": ("date: 2099-05-01\n", 'here John Penn rowed.\n"We won," Penn said.'),
    "bakery": ("", 'here John Penn baked.\n"It is warm," Penn said. They met on Penn Street.'),
    "quay": ("", "the clerk met John Penn and Judith Ellery."),
}


def make_site(folder: Path, records: dict[str, str] | None = None, articles: dict[str, tuple[str, str]] | None = None):
    (folder / "content" / "people").mkdir(parents=True)
    (folder / "sitegen.toml").write_text('title = "The Packet"\nbase_url = "https://a.example/"\n')
    for name, (head, text) in (ARTICLES if articles is None else articles).items():
        (folder / "content" / f"{name}.md").write_text(f"---\ntitle: {name}\n{head}---\n{text}\n", "utf-8")
    for name, text in (records or {}).items():
        path = folder / "content" / "people" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


def people(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the articles of each person by id, as a build would link them."""
    return {entry.id: entry.articles for entry in everybody(folder, parser=ToyParser()).people}


def decide(folder: Path, what: str, *words: object, dry_run: bool = False) -> Decided:
    def decision(desk: curate.Desk) -> tuple[curate.Amendment, ...]:
        def find(who: object) -> curate.Listed:
            return curate.find(desk.roster, str(who))

        if what == "merge":
            return curate.merge(desk, *map(find, words))
        if what == "never":
            return curate.never(desk, str(words[0]), find(words[1]))
        return getattr(curate, what)(desk, find(words[0]), *words[1:])  # type: ignore[no-any-return]

    return decide_on(folder, decision, dry_run=dry_run, parser=ToyParser())


def files(folder: Path) -> dict[str, bytes]:
    """Return all files of the content."""
    content = folder / "content"
    return {p.relative_to(content).as_posix(): p.read_bytes() for p in content.rglob("*") if p.is_file()}
