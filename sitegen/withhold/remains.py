"""What cannot be covered: names in addresses, in file names, and in files that are copied as they are."""

from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.settings import Settings
from sitegen.model.site import Reading
from sitegen.model.withheld import Names
from sitegen.withhold.book import Book
from sitegen.withhold.found import Found
from sitegen.withhold.notes import leads_to

_HEAD, _TAIL = 262_144, 65_536
_ADDRESS = "another one, or take it out"


def namesakes(book: Book) -> Iterator[Diagnostic]:
    """Yield a warning for each person who is taken out only since their name holds a suppressed one."""
    for entity in book.akin:
        path = _record_of(entity, book).path
        message = f"“{entity.name}” can be somebody whom a record suppresses, and is left out as well"
        hint = "if it is somebody else, write a record for them"
        yield Diagnostic("suppressed-namesake", "warning", path, None, None, message, hint)
    for entity in book.sakes:
        record = entity.record
        path = record.path if record is not None else _record_of(entity, book).path
        whose = "" if record is not None else f" “{entity.name}”"
        message = f"another person{whose} has a name that holds a suppressed one, and is left out as well"
        hint = "their page would show the name: give their record a name and an id that do not hold it"
        yield Diagnostic("suppressed-namesake", "warning", path, None, None, message, hint)


def _record_of(entity: Entity, book: Book) -> AuthorityRecord:
    """Return the suppressed record for whose sake an entity is taken out."""
    found = (each.record for each in book.known if each.names.find(entity.name) or each.alone.find(entity.name))
    return next(found, book.known[0].record)


def in_settings(settings: Settings, book: Book) -> Iterator[Diagnostic]:
    """Yield a warning where the address of the site holds a name."""
    if _stands_in(settings.base_url, book.names):
        yield _remark("sitegen.toml", None, "base_url holds a suppressed name", "move the site to another address")
    if leads_to(settings.reports.to, book.names):
        message = "reports.to holds a suppressed name; there are no links to report quotations"
        yield _remark("sitegen.toml", None, message, "name another address for reports")


def in_reading(reading: Reading, found: Found) -> Iterator[Diagnostic]:
    """Yield a warning for each address of an article that holds a name."""
    yield from _in_article(reading.article, found)


def in_page(page: Article, book: Book) -> Iterator[Diagnostic]:
    """Yield a warning for each address of a plain page that holds a name."""
    yield from _in_article(page, book.found_in_page(page))


def _in_article(article: Article, found: Found) -> Iterator[Diagnostic]:
    # Bare names are looked for only where they have a capital.
    if _stands_in(article.id, found.names) or found.in_text(article.id.title()):
        message = f"the address of this text, {article.id!r}, holds a suppressed name"
        yield _remark(article.path, None, message, "rename the file, or write another slug: in its front matter")
    for mark in article.marks:
        # The name of a heading in a text of the site is no part of what is published.
        href = mark.href if ":" in mark.href else mark.href.partition("#")[0]
        if href and _stands_in(href, found.names):
            noun = "picture" if mark.kind == "image" else "link"
            hint = "rename the file" if mark.kind == "image" else f"link to {_ADDRESS}"
            line, column = article.place(mark.span.start)
            message = f"the address of this {noun} holds a suppressed name"
            yield Diagnostic("suppressed-name", "warning", article.path, line, column, message, hint)
    source = article.source
    if source is not None and any(_stands_in(url, found.names) for url in (source.url, source.archived)):
        message = "the address of the publication under source: holds a suppressed name"
        yield _remark(article.path, None, message, f"give {_ADDRESS}")


def in_address(shown: str, book: Book) -> Iterator[Diagnostic]:
    """Yield a warning where the path of a file that is copied holds a name."""
    if _stands_in(shown, book.names):
        yield _remark(shown, None, "the name of this file holds a suppressed name", "rename the file")


def in_file(shown: str, content: bytes, book: Book) -> Iterator[Diagnostic]:
    """Yield a warning where a file that is published as it is holds a name."""
    binary = b"\0" in content[:_HEAD]
    # In pictures, films and the like, what is written in words stands at the beginning or at the end.
    text = (content[:_HEAD] + content[-_TAIL:] if binary else content).decode("utf-8", "ignore")
    found = book.names.find(text)
    if found:
        line = text.count("\n", 0, found[0].start) + 1
        hint = "take the name out of the file, or the file out of the site"
        yield _remark(shown, None if binary else line, "this file holds a suppressed name", hint)


def _stands_in(address: str, names: Names) -> bool:
    return bool(names.find(address) or ("%" in address and names.find(unquote(address))))


def _remark(path: str, line: int | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic("suppressed-name", "warning", path, line, None, message, hint)
