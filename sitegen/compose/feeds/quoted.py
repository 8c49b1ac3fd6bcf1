"""Quotations in feeds: their words whole, which stand alone there, without the marks that a style sheet adds."""

from sitegen.compose.citation import where_quoted
from sitegen.compose.entry import Utterance
from sitegen.compose.iris import Iris
from sitegen.compose.lines import words_of
from sitegen.compose.permalinks import article_folder
from sitegen.compose.wording import UNCHECKED, direction, status_in_words
from sitegen.model.view_feeds import FeedPart, FeedQuote
from sitegen.model.view_parts import Link


def feed_quote(iris: Iris, utterance: Utterance, credit: str, language: str = "") -> FeedQuote:
    """Return a quotation for an entry in ``language``, by default that of the site."""
    own = utterance.record.reading.article.language
    return FeedQuote(
        address=iris.quotation(utterance),
        parts=_parts(utterance),
        credit=credit,
        language=own if own != (language or iris.framer.settings.language) else "",
        direction=direction(own),
    )


def _parts(utterance: Utterance) -> tuple[FeedPart, ...]:
    """Return the parts of a quotation, with its marks, and with what leads into reported words."""
    words, parts = words_of(utterance), []
    for number, shown in enumerate(words.parts):
        marks = next(mark for mark in shown.overlays if mark.kind == "words")
        before, after = shown.text[: marks.start], shown.text[marks.end :]
        if words.style == "said":
            before, after = f"“{before}", f"{after}”"
        lead = words.between[0]
        between = " … " if number else f"{lead} " if lead else ""
        parts.append(FeedPart(between + before, shown.text[marks.start : marks.end], after))
    return tuple(parts)


def where_and_by_whom(utterance: Utterance) -> str:
    """Return where a quotation stands, and who has looked at its speaker, as two sentences."""
    status = utterance.quote.attribution.status
    by = UNCHECKED if status == "machine" else status_in_words(status)
    return f"{where_quoted(utterance)}. Attribution: {by}."


def article_of(iris: Iris, utterance: Utterance) -> Link:
    """Return a link to the article in which a quotation stands."""
    article = utterance.record.reading.article
    return Link(article.title, iris.of(article_folder(article.id)), title_of=article.id)
