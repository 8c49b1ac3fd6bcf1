"""Files of annotations kept up with their articles: selectors written anew, and what lost its place taken out."""

from collections.abc import Iterator
from functools import partial

from sitegen.annotate import Found, place, selector_of
from sitegen.annotate.anchors import Anchors
from sitegen.annotating.desk import Change, Desk, changed, edited, sidecar_of
from sitegen.curate import Amendment
from sitegen.curate.annotation_text import with_selectors, without
from sitegen.model.article import Article
from sitegen.model.source_file import stem_of


def updated(desk: Desk) -> Iterator[Change]:
    """Yield the files in which a selector quotes words that stand otherwise now, with the words as they stand.

    An extent whose own words changed keeps its place as it is: what is decided is for a person to say anew.
    """
    for article in desk.contents.articles:
        text = desk.texts.get(sidecar_of(article))
        reworded = [one for one in place(article, desk.beside(article)).placed if one.reworded]
        if text is None or not reworded:
            continue
        anchors = Anchors(article.text)
        selectors = {}
        for one in reworded:
            selector = selector_of(article.text, one.span, anchors.folded)
            if anchors.find(selector) == Found(one.span):
                selectors[one.annotation.line] = selector
        path = sidecar_of(article)
        after = edited(path, partial(with_selectors, text, selectors))
        if after != text:
            yield changed(path, text, after)


def pruned(desk: Desk) -> Iterator[Amendment]:
    """Yield the files without the annotations whose places are lost; files without an article go whole.

    Whatever still has its place stays: a rejection that holds is what keeps a later model from the same mistake.
    """
    for article in desk.contents.articles:
        text = desk.texts.get(sidecar_of(article))
        orphans = place(article, desk.beside(article)).orphans
        if text is not None and orphans:
            yield _without(article, text, [orphan.annotation.line for orphan in orphans])
    stems = {stem_of(file.path) for file in desk.sources.of("article")}
    for path, text in sorted(desk.texts.items()):
        if stem_of(path) not in stems:
            yield Amendment(path, text, None, None)


def _without(article: Article, text: str, lines: list[int]) -> Amendment:
    path = sidecar_of(article)
    return changed(path, text, edited(path, partial(without, text, lines))).amendment
