"""The source stage over all files of a site: bytes in, articles, pages and records out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import PurePosixPath

from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest_bytes
from sitegen.model.annotation import Annotation
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Kind
from sitegen.model.person_name import fold
from sitegen.model.settings import Settings
from sitegen.model.source_file import ANNOTATIONS, Role, SourceFile, is_folder_page, stem_of
from sitegen.pipeline.annotating import Annotations
from sitegen.pipeline.memo import Memo
from sitegen.source import article_id, read_annotations, read_article, read_page, read_record

# UTF-8 never takes more: a longer file need not be read to be refused.
_BYTES_A_CHARACTER = 4
_KINDS: tuple[Kind, ...] = ("person", "organisation", "place")


@dataclass(frozen=True, slots=True)
class Contents:
    """All texts of a site or of a list of paths, parsed; ``annotations`` are those beside articles, by their ids."""

    articles: tuple[Article, ...]
    pages: tuple[Article, ...]
    records: tuple[AuthorityRecord, ...]
    diagnostics: tuple[Diagnostic, ...]
    annotations: Annotations = field(default_factory=dict)

    def decided(self) -> Iterator[Annotation]:
        """Yield all that people decided and noted, in articles and beside them."""
        for article in self.articles:
            yield from (placed.annotation for placed in article.annotations)
            yield from self.annotations.get(article.id, ())


@dataclass(frozen=True, slots=True)
class _Text:
    """A file that was read as an article or a page, None where it is no text, and what is to be said about it."""

    article: Article | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Annotations:
    """What was read of a file of annotations, and what is to be said about it."""

    annotations: tuple[Annotation, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Record:
    """A file that was read as an authority record, None where it is none, and what is to be said about it."""

    record: AuthorityRecord | None
    diagnostics: tuple[Diagnostic, ...]


def read_contents(files: Sequence[SourceFile], settings: Settings, memo: Memo) -> Contents:
    """Parse all files; two articles with one id are an error that names both."""
    remarks: list[Diagnostic] = []
    articles = [*_read(_of(files, "article"), settings, memo, remarks)]
    pages = [*_read(_of(files, "page"), settings, memo, remarks, page=True)]
    records: list[AuthorityRecord] = []
    for kind in _KINDS:
        for file in _of(files, kind):

            def make(file: SourceFile = file, kind: Kind = kind) -> _Record:
                return _Record(*read_record(file.path, kind, file.content))

            inputs = (kind, file.path, digest_bytes(file.content))
            found = memo.remember("record", _Record, inputs, make).value
            remarks.extend(found.diagnostics)
            if found.record is not None:
                records.append(found.record)
    annotations = dict(_beside(files, articles, memo, remarks))
    former = _former(records)
    articles = [_with_present_ids(article, former) for article in articles]
    remarks.extend(_clashes("article", [(a.id, a.path) for a in articles]))
    remarks.extend(_clashes("page", [(p.id, p.path) for p in pages]))
    remarks.extend(_clashes("record", [(r.id, r.path) for r in records]))
    remarks.extend(_mistyped(articles, [record for record in records if record.kind == "person"]))
    return Contents(tuple(articles), tuple(pages), tuple(records), tuple(remarks), annotations)


def _beside(
    files: Sequence[SourceFile], articles: Sequence[Article], memo: Memo, remarks: list[Diagnostic]
) -> Iterator[tuple[str, tuple[Annotation, ...]]]:
    """Yield the annotations of each article that has a file of them, with the article's id."""
    ids = {stem_of(article.path): article.id for article in articles}
    stems = {stem_of(file.path) for file in _of(files, "article")}
    for file in _of(files, "annotations"):

        def make(file: SourceFile = file) -> _Annotations:
            return _Annotations(*read_annotations(file.path, file.content))

        found = memo.remember("annotations", _Annotations, (file.path, digest_bytes(file.content)), make).value
        remarks.extend(found.diagnostics)
        stem = stem_of(file.path)
        if stem in ids:
            yield ids[stem], found.annotations
        elif stem not in stems:
            remarks.append(_stray(file.path, stem, sorted(stems)))


def _stray(path: str, stem: str, stems: Sequence[str]) -> Diagnostic:
    message = f"there is no article {stem}.md or {stem}.txt whose annotations these are"
    near = get_close_matches(stem, stems, 1, 0.7)
    rename = f"did you mean {near[0]}{ANNOTATIONS}?" if near else "give it the name of its article"
    return Diagnostic("annotation-stray", "warning", path, None, None, message, rename)


def _read(
    files: Iterable[SourceFile], settings: Settings, memo: Memo, remarks: list[Diagnostic], *, page: bool = False
) -> Iterator[Article]:
    reading = read_page if page else read_article
    for file in files:
        if len(file.content) > _BYTES_A_CHARACTER * settings.nlp.max_chars:
            remarks.append(_too_long(file.path, settings.nlp.max_chars))
            continue
        id_ = _page_id(file) if page else article_id(file.relative)

        def make(file: SourceFile = file, id_: str = id_) -> _Text:
            return _Text(*reading(file.path, id_, file.content, language=settings.language, timezone=settings.timezone))

        inputs = (file.path, id_, digest_bytes(file.content), settings.language, settings.timezone)
        found = memo.remember("page" if page else "article", _Text, inputs, make).value
        remarks.extend(found.diagnostics)
        if found.article is not None and len(found.article.text) > settings.nlp.max_chars:
            remarks.append(_too_long(file.path, settings.nlp.max_chars))
        elif found.article is not None:
            yield found.article


def _page_id(file: SourceFile) -> str:
    """Return the id of a plain page: that of its folder where it is the folder's own in a folder of pages."""
    if file.path.startswith("content/"):
        return article_id(file.relative.removeprefix("pages/"))
    path = PurePosixPath(file.relative)
    return article_id((path.parent if is_folder_page(file.path) else path).as_posix())


def _too_long(path: str, most: int) -> Diagnostic:
    message = f"the text is longer than {most:,} characters"
    hint = "split the article, or raise max_chars under [nlp] in sitegen.toml"
    return Diagnostic("too-long", "error", path, None, None, message, hint)


def _former(records: Iterable[AuthorityRecord]) -> dict[str, str]:
    """Return the present id of each person by the ids that they had before."""
    people = [record for record in records if record.kind == "person"]
    return {former: record.id for record in people for former in record.former_ids}


def _with_present_ids(article: Article, former: Mapping[str, str]) -> Article:
    if not any(person.id in former for person in article.people):
        return article
    people = (replace(person, id=former.get(person.id, person.id)) for person in article.people)
    return replace(article, people=tuple(people))


def _mistyped(articles: Sequence[Article], records: Sequence[AuthorityRecord]) -> Iterator[Diagnostic]:
    """Warn of ids in front matter that no record has, where a record of that name, or of nearly that id, is there."""
    known = {record.id for record in records}
    by_name: dict[str, list[str]] = {}
    for record in records:
        for name in {fold(name) for name in record.names}:
            by_name.setdefault(name, []).append(record.id)
    for article in articles:
        for person in article.people:
            if not person.id or person.id in known:
                continue
            meant = sorted(by_name.get(fold(person.name), ())) or get_close_matches(person.id, known, 1, 0.85)
            if meant:
                message = f"no authority record has the id {person.id!r}"
                hint = f"did you mean {' or '.join(meant)}?"
                yield Diagnostic("unknown-person-id", "warning", article.path, person.line or None, None, message, hint)


def _clashes(noun: str, found: Sequence[tuple[str, str]]) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for id_, path in found:
        if id_ in first:
            yield Diagnostic(
                "duplicate-id",
                "error",
                path,
                None,
                None,
                f"{path} and {first[id_]} both have the {noun} id {id_!r}",
                "give one of them another slug: in its front matter, or rename the file",
            )
        first.setdefault(id_, path)


def _of(files: Sequence[SourceFile], role: Role) -> Iterator[SourceFile]:
    return (file for file in files if file.role == role)
