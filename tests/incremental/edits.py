"""A site folder under random edits, and what a clean build of it would be."""

import os
import shutil
import signal
from contextlib import suppress
from datetime import date
from pathlib import Path

from sitegen.build import Built, build
from sitegen.checking import check_site
from sitegen.compose import search_records
from sitegen.diagnostics import InputError
from sitegen.model.edition import Edition
from sitegen.model.parse import Parser
from sitegen.model.progress import unwatched
from sitegen.model.search_record import SearchRecord
from sitegen.pipeline.memo import MemoryStore
from sitegen.serve.assembly import assemble, preview_memo
from sitegen.serve.stage import Stage
from sitegen.shell.manifest import MANIFEST
from sitegen.shell.reader import Seen
from sitegen.shell.search_index import index_files
from sitegen.shell.shelf import Shelf
from sitegen.shell.staging import STAGING
from sitegen.shell.static_files import named_by_content
from sitegen.shell.theme import read_theme

ROOT = Path(__file__).parent.parent.parent

NAMES = ("Mary Lee", "Mary Anne Lee", "Tom Lee", "Nora Quill", "Olga Penn", "Sven Aaker")
SENTENCES = (
    "{0} came early to the quay.",
    '"We won," {1} said.',
    "“The harbour is ours,” said {0}. “Nobody else wants it.”",
    "{0} met {1} on Monday.",
    "He said the ferry would leave at noon.",
    'The report was "late", {1} told the council.',
    "“We never close.",
    "Lee said “not yet”.",
    "Quaycorp told {0} in Saltmere that it was late.",
    "Saltmere is far from Quaycorp.",
    "“The ferry sails at noon whatever the weather,” said {0}.",
    '"The ferry sails at noon whatever the weather says," {0} told [the council](ferry.md).',
    "“{1} never saw the ferry sail,” {0} replied.",
    "{1} denied that the ferry would sail.",
)
# What people say of some words of an article; one of them names somebody whom a record may suppress.
ANNOTATIONS = (
    "decision: correct\n  speaker: {0}\n  why: Tom Lee said so.",
    "decision: confirm\n  speaker: {0}\n  by: M. Hale",
    "decision: reject\n  speaker: {0}",
    "decision: correct\n  entity: mary-lee",
    "decision: reject\n  mention: person",
    "decision: add\n  quote: indirect\n  speaker: {0}",
    "decision: reject\n  quote: direct",
    "decision: correct\n  kind: mixed",
    "decision: correct\n  extent: We won",
    "note: Tom Lee and **Mary Lee** spoke of [the quay](ferry.md).",
    "said: 2026-03\n  evidence: The minutes name Tom Lee.",
    "translation: Tom Lee hat gewonnen\n  language: de",
    "recording: https://a.example/tape",
    "decision: correct\n  speaker: mary-lee\n  proposed: true",
)
TEMPLATES = {
    "article.html": '{% extends "shipped/article.html" %}{% block head %}<!-- CHANGE -->{% endblock %}',
    "macros/quotations.html": '{% include "shipped/macros/quotations.html" %}',
    "404.html": "<!doctype html><html lang=en><title>{{ view.frame.title }}</title><p>CHANGE",
}


def text(sentences: tuple[int, ...], people: tuple[int, ...]) -> str:
    one, two = (NAMES[number % len(NAMES)] for number in (*people, 0, 1)[:2])
    return "\n\n".join(SENTENCES[number % len(SENTENCES)].format(one, two) for number in sentences) + "\n"


def matter(**keys: object) -> str:
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items() if value != "") + "---\n"


class LivePreview:
    """What a preview that runs all the while shows: one memo that holds values, one shelf, build after build."""

    def __init__(self, folder: Path, parser: Parser) -> None:
        self.folder = folder
        self.parser = parser
        self.memo = preview_memo(MemoryStore(), {})
        self.stage = Stage(folder, Shelf(folder))
        self.seen: dict[Path, Seen] = {}

    def close(self) -> None:
        self.stage.shelf.__exit__(None, None, None)

    def files(
        self, *, today: date, drafts: bool = False, future: bool = False, search: bool = True
    ) -> tuple[dict[str, bytes], tuple[SearchRecord, ...]]:
        """Return all that it shows, the index made only where ``search``, and what that is or would be made of."""
        edition = Edition(today, drafts, future)
        shelf = self.stage.shelf
        shot = assemble(self.folder, edition, self.memo, shelf, self.seen, lambda _: self.parser, unwatched).snapshot
        self.memo.turn()
        made = {name: self.stage.content(shot, name) for name in shot.pieces}
        shelf.keep({piece.key for piece in shot.pieces.values()})
        records = tuple(shot.searched())
        return made | dict(index_files(records, shot.language) if search else ()), records


class EditedSite:
    """``folder`` is edited and built again and again; ``check`` compares with a clean build elsewhere.

    Without ``search`` the records of the search are compared, and not the index that another program makes of them.
    """

    def __init__(self, home: Path, parser: Parser, *, search: bool = False) -> None:
        self.search = search
        self.folder = home / "a site"
        self.clean = home / "elsewhere" / "copy"
        self.parser = parser
        self.options: dict[str, object] = {"today": date(2026, 5, 1)}
        (self.folder / "content" / "people").mkdir(parents=True)
        self.write("sitegen.toml", 'title = "T"\nbase_url = "https://a.example/"\n')
        self.write("content/first.md", matter(title="First") + text((0, 1), (0, 1)))
        self.preview = LivePreview(self.folder, parser)

    @property
    def output(self) -> Path:
        return self.folder / "_site"

    def write(self, name: str, content: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")

    def files(self, pattern: str) -> list[Path]:
        return sorted(path for path in self.folder.glob(pattern) if path.is_file())

    def _built(self, folder: Path, **options: object) -> Built:
        return build(folder, parser=self.parser, search=self.search, **self.options, **options)  # type: ignore[arg-type]

    def built(self) -> Built:
        """Build, and return what that did."""
        return self._built(self.folder)

    def build(self) -> InputError | None:
        """Build; a build that fails must leave the output as it was."""
        before = self._site()
        try:
            self._built(self.folder)
        except InputError as error:
            assert self._site() == before
            return error
        return None

    def _site(self) -> dict[str, bytes]:
        """Return the output without what a dead build had staged: that is no part of the site, and goes when it can."""
        return {name: content for name, content in listed(self.output).items() if not name.startswith(STAGING)}

    def accept(self, what: str) -> None:
        """Take the site, or what is new in it, into the ledger; where it has errors, nothing is."""
        with suppress(InputError):
            self._built(self.folder, accept=(what,))

    def build_and_die(self, after: int) -> None:
        """Build in a process that is killed before its change number ``after`` to the disk."""
        child = os.fork()
        if child == 0:
            try:
                _die_after(after)
                self._built(self.folder)
            except InputError:
                os._exit(1)
            finally:
                os._exit(0)
        os.waitpid(child, 0)

    def check(self) -> None:
        """Build again, and compare every byte with a clean build in another folder."""
        failed = self.build()
        shutil.rmtree(self.clean.parent, ignore_errors=True)
        shutil.copytree(self.folder, self.clean, ignore=shutil.ignore_patterns("_site", ".sitegen"))
        expected_error = self._build_clean()
        try:
            shown, found = self.preview.files(search=self.search, **self.options)  # type: ignore[arg-type]
        except InputError:
            shown, found = None, ()
        assert (shown is None) == (expected_error is not None)
        if failed is not None or expected_error is not None:
            assert failed is not None, expected_error
            assert expected_error is not None, failed
            assert failed.diagnostics == expected_error.diagnostics
            return
        made, expected = listed(self.output), listed(self.clean / "_site")
        made = {name: content for name, content in made.items() if not name.startswith("stranger")}
        assert made.keys() == expected.keys()
        assert [name for name, content in made.items() if content != expected[name]] == []
        assert MANIFEST in made
        assert shown is not None
        assert found == self.found
        expected = self._plainly_named(expected)
        assert shown.keys() == expected.keys() - {MANIFEST, ".nojekyll"}
        assert [name for name, content in shown.items() if content != expected[name]] == []
        # Whatever the content is, a fresh build passes its check.
        assert check_site(self.folder, **self.options).diagnostics == ()  # type: ignore[arg-type]

    def _plainly_named(self, files: dict[str, bytes]) -> dict[str, bytes]:
        """Return the files of a build as the preview has them: static files under their own names."""
        places = {place: f"static/{name}" for name, place in named_by_content(read_theme(self.folder)).names.items()}
        for place, plain in places.items():
            if place != plain:
                files = {name: content.replace(place.encode(), plain.encode()) for name, content in files.items()}
        return {places.get(name, name): content for name, content in files.items()}

    def _build_clean(self) -> InputError | None:
        try:
            built = self._built(self.clean, store=MemoryStore())
            assert built.plan is not None
            self.found = tuple(search_records(built.plan.index))
        except InputError as error:
            return error
        return None


def listed(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _die_after(changes: int) -> None:
    """Make this process kill itself before change number ``changes`` to the disk."""
    left = [changes]

    def counted(function):
        def wrapper(*arguments, **keywords):
            left[0] -= 1
            if left[0] < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return function(*arguments, **keywords)

        return wrapper

    Path.write_bytes = counted(Path.write_bytes)  # type: ignore[method-assign]
    for name in ("open", "replace", "unlink", "rmdir", "mkdir"):
        setattr(os, name, counted(getattr(os, name)))
    from sitegen.shell import table

    table.Table.insert = counted(table.Table.insert)  # type: ignore[method-assign]
