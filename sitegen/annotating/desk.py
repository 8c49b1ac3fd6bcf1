"""The articles of a site with all that people said about them, and how files of annotations are changed."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from sitegen.curate import Amendment
from sitegen.curate.annotation_lines import member_lines
from sitegen.curate.annotation_text import with_annotations
from sitegen.curate.record_yaml import EditProblem
from sitegen.diagnostics import Diagnostic, InputError, errors, stop_at_errors
from sitegen.model.annotation import Annotation
from sitegen.model.article import Article
from sitegen.model.parse import Parser
from sitegen.model.progress import Progress
from sitegen.model.settings import Settings
from sitegen.model.source_file import ANNOTATIONS, stem_of
from sitegen.pipeline import Memo, read_together
from sitegen.pipeline.contents import Contents, read_contents
from sitegen.shell.annotation_files import write_annotations
from sitegen.shell.cache import Cache
from sitegen.shell.config import read_settings
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.reader import Sources, read_site
from sitegen.shell.versions import code_versions
from sitegen.source import read_annotations

Edit = Callable[[], str]

_FORM_HINT = "write each annotation line by line, as docs/annotations.md shows, or make the change by hand"


@dataclass(frozen=True, slots=True)
class Desk:
    """A site as it is read: drafts and articles of the future included.

    ``texts`` are the files of annotations by their paths, as they are written.
    """

    folder: Path
    settings: Settings
    sources: Sources
    contents: Contents
    texts: Mapping[str, str]

    @property
    def remarks(self) -> tuple[Diagnostic, ...]:
        """All that is to be said about the files, the analysis aside."""
        return (*self.sources.diagnostics, *self.contents.diagnostics)

    def article(self, name: str) -> Article:
        """Return the article with an id, or in a file; raises InputError (exit code 2) where there is none."""
        wanted = name.removeprefix("./")
        found = next((a for a in self.contents.articles if wanted in {a.id, a.path}), None)
        if found is not None:
            return found
        hint = "sitegen annotations list names those that have annotations; an id is the path below content/, no suffix"
        near = nearest(name, [article.id for article in self.contents.articles])
        raise InputError(
            Diagnostic(
                "annotations-article",
                "error",
                name,
                None,
                None,
                f"there is no article {name!r}",
                f"did you mean {near}?" if near else hint,
            ),
            exit_code=2,
        )

    def beside(self, article: Article) -> tuple[Annotation, ...]:
        """Return what is written in the file beside an article."""
        return self.contents.annotations.get(article.id, ())


def nearest(word: str, known: Collection[str]) -> str:
    """Return the one of ``known`` that is like ``word``, "" for none."""

    return next(iter(get_close_matches(word, known, 1, 0.6)), "")


def read_desk(folder: Path, *, lenient: bool = False) -> Desk:
    """Read the site in ``folder``; no model is needed. Raises InputError for errors, unless it is ``lenient``."""
    settings, _ = read_settings(folder)
    sources = read_site(folder)
    contents = read_contents(sources.files, settings, Memo())
    if not lenient:
        stop_at_errors(errors((*sources.diagnostics, *contents.diagnostics)))
    texts = {file.path: file.content.decode("utf-8", "replace") for file in sources.of("annotations")}
    return Desk(folder, settings, sources, contents, texts)


def sidecar_of(article: Article) -> str:
    """Return the path of the file of annotations of an article."""
    return stem_of(article.path) + ANNOTATIONS


@dataclass(frozen=True, slots=True)
class Followed:
    """What a build makes of annotations: what it says about them, and those that hold, by path and line.

    Those that hold come with the name of whoever was named before, "" for nobody or the same.
    """

    remarks: tuple[Diagnostic, ...] = ()
    holding: Mapping[tuple[str, int], str] = field(default_factory=dict)


def followed(
    desk: Desk,
    parser: Parser | None,
    progress: Progress,
    annotations: Mapping[str, tuple[Annotation, ...]] | None = None,
) -> Followed:
    """Read the articles as a build does, with their annotations or with other ones."""
    contents = desk.contents
    chosen = contents.annotations if annotations is None else annotations
    settings = desk.settings
    with Cache(desk.folder) as cache:
        memo = Memo(cache, code_versions())
        parser = parser or SpacyParser(settings.nlp.model, settings.nlp.weights)
        readings, _, found = read_together(contents.articles, parser, contents.records, memo, progress, chosen)
    applied = [each for reading in readings for each in reading.analysis.annotations]
    return Followed(
        tuple(remark for remark in found if remark.code.startswith("annotation-")),
        {(each.placed.annotation.path, each.placed.annotation.line): each.former for each in applied},
    )


@dataclass(frozen=True, slots=True)
class Change:
    """One file of annotations: its amendment, and what it says afterwards, in the order of the file."""

    amendment: Amendment
    annotations: tuple[Annotation, ...]


def extended(desk: Desk, article: Article, new: Sequence[Annotation]) -> Change:
    """Return the file beside ``article`` with ``new`` at their places; raises InputError where it cannot be edited."""
    path = sidecar_of(article)
    before = desk.texts.get(path)
    after = edited(path, lambda: with_annotations(before or "", new))
    change = changed(path, before, after)
    wanted = [annotation.bare for annotation in (*desk.beside(article), *new)]
    found = {annotation.bare for annotation in change.annotations}
    if any(annotation not in found for annotation in wanted):
        raise _refused(path, None, "the file would not say what was meant")
    return change


def as_read(annotation: Annotation) -> tuple[Annotation | None, tuple[Diagnostic, ...]]:
    """Return an annotation as it will be read from its file, and what is wrong with it; None where it cannot be."""
    found, remarks = read_annotations(annotation.path, f"{member_lines(annotation, 0)}\n".encode())
    return (found[0] if found else None), errors(remarks)


def edited(path: str, edit: Edit) -> str:
    """Return what an edit of a file makes; raises InputError where the file is written in an unusual way."""
    try:
        return edit()
    except EditProblem as problem:
        raise _refused(path, problem.line, problem.message) from None


def changed(path: str, before: str | None, after: str) -> Change:
    """Return the change of a file, gone where it is empty; raises InputError where it cannot be read afterwards."""
    annotations, remarks = read_annotations(path, after.encode())
    if errors(remarks):
        raise _refused(path, None, f"the file could not be read afterwards: {errors(remarks)[0].message}")
    return Change(Amendment(path, before, after or None, None), annotations)


def write(desk: Desk, amendments: Iterable[Amendment], *, dry_run: bool) -> tuple[Amendment, ...]:
    """Write what changes, unless it is a dry run, and return it. Raises InputError and OSError, and writes nothing."""
    changes = tuple(each for each in amendments if each.before != each.after)
    if changes and not dry_run:
        contents = {file.path: file.content for file in desk.sources.of("annotations")}
        write_annotations(
            desk.folder,
            {
                each.path: (contents.get(each.path), None if each.after is None else each.after.encode())
                for each in changes
            },
        )
    return changes


def _refused(path: str, line: int | None, message: str) -> InputError:
    return InputError(Diagnostic("annotations-form", "error", path, line, None, message, _FORM_HINT))
