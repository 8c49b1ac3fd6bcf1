"""What people decided and noted about an article, without anybody who is suppressed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote

from sitegen.diagnostics import Diagnostic
from sitegen.model.analysis import Analysis
from sitegen.model.annotation import Annotation, Applied, Selector
from sitegen.model.covering import cover
from sitegen.model.spans import without
from sitegen.withhold.book import Book
from sitegen.withhold.found import Found
from sitegen.withhold.notes import covered_markdown, has_address, leads_to

_ENTITIES = frozenset({"entity", "speaker", "via"})


def cover_annotations(
    analysis: Analysis, quotes: frozenset[str], found: Found, book: Book, new: Mapping[int, int]
) -> tuple[Applied, ...]:
    """Return the annotations of an article with all names covered, as texts and notes of records are.

    ``quotes`` are the ids of the quotations that stay: what is about another one goes with it. ``new`` are the new
    numbers of the clusters that stay. A name that was given before is left out, and so is an address that holds one.
    """
    return tuple(
        _applied(applied, found, book, new)
        for applied in analysis.annotations
        if not applied.quote or applied.quote in quotes
    )


def in_annotations(analysis: Analysis, found: Found) -> Iterator[Diagnostic]:
    """Yield a warning for each address that is left out since it holds a name: it cannot be covered."""
    for applied in analysis.annotations:
        annotation = applied.placed.annotation
        addresses = (annotation.source, annotation.value if annotation.facet == "recording" else "")
        linked = annotation.facet == "note" and has_address(annotation.value, found.names)
        if linked or any(_holds(address, found) for address in addresses):
            message = "an address in this annotation holds a suppressed name, and is left out"
            place = annotation.path, annotation.line, annotation.column
            yield Diagnostic("suppressed-name", "warning", *place, message, "give another one, or take it out")


def _holds(address: str, found: Found) -> bool:
    return leads_to(address, found.names) or bool(found.in_text(unquote(address)))


def _applied(applied: Applied, found: Found, book: Book, new: Mapping[int, int]) -> Applied:
    former = _id_or_name(applied.former, found, book)
    cluster = None if applied.cluster is None else new.get(applied.cluster)
    if applied.cluster is not None and cluster is None:
        # Who was named before tells something of whoever is suppressed now.
        former = ""
    placed = replace(applied.placed, annotation=_annotation(applied.placed.annotation, found, book))
    made = replace(applied, placed=placed, cluster=cluster, former=former)
    return applied if made == applied else made


def _annotation(annotation: Annotation, found: Found, book: Book) -> Annotation:
    covered = _cover(found, book)

    def id_or_name(value: str) -> str:
        return _id_or_name(value, found, book)

    def address(value: str) -> str:
        return "" if _holds(value, found) else value

    facet, value = annotation.facet, annotation.value
    if facet in _ENTITIES:
        value = id_or_name(value)
    elif facet == "note":
        value = covered_markdown(value, found, book)
    elif facet == "recording":
        value = address(value)
    else:
        value = covered(value)
    selector = annotation.selector
    return replace(
        annotation,
        selector=Selector(
            covered(selector.exact), covered(selector.prefix), covered(selector.suffix), selector.position
        ),
        value=value,
        parts=tuple(map(covered, annotation.parts)),
        speaker=id_or_name(annotation.speaker),
        via=id_or_name(annotation.via),
        entity=id_or_name(annotation.entity),
        was=id_or_name(annotation.was),
        evidence=covered(annotation.evidence),
        by=covered(annotation.by),
        why=covered(annotation.why),
        source=address(annotation.source),
    )


def _id_or_name(value: str, found: Found, book: Book) -> str:
    """Return what somebody is called, "" where that is, or holds, a suppressed one."""
    words = value.replace("-", " ").title()
    hidden = value in book.ids or _cover(found, book)(value) != value or bool(found.in_text(words))
    return "" if hidden else book.new_id(value) or value


def _cover(found: Found, book: Book) -> Callable[[str], str]:
    """Return what covers a text beside the article's: it may name somebody in full, and then by the surname."""

    def covered(text: str) -> str:
        bare = found.bare
        for known in book.known:
            if known.names.find(text):
                bare |= known.alone
        return cover(text, (*found.names.find(text), *without(bare.find(text), found.others.find(text))))

    return covered
