"""Links and pictures of authors that lead nowhere, or say nothing: the author is told."""

from collections.abc import Iterator

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.hrefs import Addresses, Targets
from sitegen.compose.images import is_decorative
from sitegen.compose.permalinks import Place, article_folder, plain_folder
from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article, Mark
from sitegen.model.reuse import Reuse, afresh

_SHOWN = 100


def dead_ends(index: Catalogue, reuse: Reuse = afresh) -> Iterator[Diagnostic]:
    """Yield a warning for each link and picture in articles and plain pages that readers cannot follow or see."""
    for entry in index.entries:
        record = entry.record
        article = record.reading.article
        if any(mark.href or mark.kind == "image" for mark in article.marks):
            place = Place(article_folder(article.id))
            yield from reuse.value_of(
                "dead-ends",
                record.digest,
                lambda: tuple(_of(article, place, record.surroundings.targets)),  # noqa: B023
            )
    for page in index.site.pages:
        yield from _of(page, Place(plain_folder(page.id)), index.targets_of(page))


def _of(text: Article, place: Place, targets: Targets) -> Iterator[Diagnostic]:
    addresses = Addresses(text, place, targets)
    for mark in text.marks:
        href = mark.href.strip()
        if mark.kind == "image" and not addresses.image(href):
            message = f"the picture “{href[:_SHOWN]}” cannot be shown: it is not beside this text, or below its folder"
            hint = "put the file there, and write its address from there, or a full one: https://…"
            yield _remark("picture-missing", text, mark, message, hint)
        elif mark.kind == "image" and not mark.alt.strip() and not is_decorative(mark):
            message = f"the picture “{href[:_SHOWN]}” has no alternative text: those who cannot see it learn nothing"
            hint = 'say what it shows: ![The quay at low tide](…), or that it shows nothing: ![](… "decorative")'
            yield _remark("picture-alt", text, mark, message, hint)
        elif mark.kind == "link" and href and not addresses.link(href):
            message = f"the link “{href[:_SHOWN]}” leads nowhere; its words stay"
            hint = "name a file as seen from this one (../2026/ferry.md), a heading (#the-vote), or a full address"
            yield _remark("link-broken", text, mark, message, hint)


def _remark(code: str, text: Article, mark: Mark, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, "warning", text.path, *text.place(mark.span.start), message, hint)
