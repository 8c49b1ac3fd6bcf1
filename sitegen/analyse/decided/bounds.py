"""Decisions about which words are a quotation, and of what kind."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sitegen.analyse.decided.choice import chosen, ranked
from sitegen.analyse.decided.extents import Marked
from sitegen.analyse.decided.quoted import Quoted, is_whole, shared
from sitegen.analyse.decided.remarks import Remarks
from sitegen.model.annotation import Placed
from sitegen.model.article import Article
from sitegen.model.quote import Attribution, Quote, QuoteKind, first_id, normalised_words
from sitegen.model.span import Span

_KINDS: dict[str, QuoteKind] = {"direct": "direct", "mixed": "mixed", "indirect": "indirect"}
# The rule of what a person said.
DECIDED = "decided"
# Of words of which a person says no more than that somebody said them.
_NO_QUOTE = Quote("", "indirect", (), (), Attribution(DECIDED, 1.0, status="confirmed"))


def bounded(
    article: Article, quotes: Sequence[Quote], placed: Sequence[Placed], marked: Marked, remarks: Remarks
) -> tuple[Quote, ...]:
    """Return the quotations with the words and the kinds that were decided, in order, each with its id."""
    found = Quoted(quotes)
    # Whoever names a speaker takes it that there is a quotation; what is said about that itself comes after.
    about = [each for each in placed if each.annotation.facet in {"quote", "extent"}]
    for each in (*(each for each in placed if each.annotation.facet == "speaker"), *ranked(about)):
        found = _with(found, each, marked)
    _compare([each for each in about if each.annotation.facet == "quote"], remarks)
    said = found.about(each for each in placed if _says_kind(each))
    made = (_of_kind(quote, said.get(quote.spans, ()), marked, remarks) for quote in found.quotes)
    return _identified(article, tuple(made))


def _compare(about: Sequence[Placed], remarks: Remarks) -> None:
    """Tell of decisions that take the same words for a quotation and for none."""
    for first, second in pairwise(about):
        if first.span.overlaps(second.span):
            chosen((first, second), remarks)


def _with(quoted: Quoted, placed: Placed, marked: Marked) -> Quoted:
    annotation, meant = placed.annotation, quoted.meant(placed.span)
    if annotation.facet == "extent":
        parts = tuple(each for part in placed.parts for each in marked.content(part, "mixed"))
        return _set(quoted, meant, parts, None, marked)
    if annotation.facet == "quote" and annotation.decision == "reject":
        return Quoted(quote for quote in quoted.quotes if quote not in meant) if meant else quoted
    # Whoever says whose words these are, says that they are somebody's words; not where these end.
    if annotation.facet == "speaker":
        says_so = annotation.decision != "reject" and not meant
    else:
        says_so = not any(_with_cue(quote, placed.span) for quote in meant)
    if says_so and not any(is_whole(quote, placed.span) for quote in quoted.near(placed.span)):
        kind = _KINDS.get(annotation.value) if annotation.facet == "quote" else None
        return _set(quoted, meant, marked.content(placed.span, kind), kind, marked)
    return quoted


def _with_cue(quote: Quote, span: Span) -> bool:
    """Tell whether ``span`` is a quotation with the words that report it, as people copy it."""
    cue = quote.attribution.cue
    return cue is not None and span.covers(cue) and all(span.covers(own) for own in quote.spans)


def _set(
    quoted: Quoted, meant: Sequence[Quote], spans: tuple[Span, ...], kind: QuoteKind | None, marked: Marked
) -> Quoted:
    """Make the words in ``spans`` one quotation, in place of all that share words with it or that are meant."""
    if not spans:
        return quoted
    old = [*meant, *(quote for quote in quoted.sharing(spans) if quote not in meant)]
    if len(old) == 1 and old[0].spans == spans:
        return quoted
    best = max(
        old, key=lambda quote: (sum(shared(quote, span) for span in spans), -quote.extent.start), default=_NO_QUOTE
    )
    return quoted.with_one(marked.quote(best, spans, kind or marked.kind(spans)), old)


def _of_kind(quote: Quote, said: Sequence[Placed], marked: Marked, remarks: Remarks) -> Quote:
    own = [each for each in said if each.annotation.facet == "kind"]
    if not said:
        return quote
    inline = [each for each in said if each.annotation.origin == "inline"]
    best = chosen([*own, *inline] or said, remarks, "kind")
    kind = _KINDS[best.annotation.value]
    made = quote if kind == quote.kind else marked.of_kind(quote, kind)
    if made.kind != kind:
        remarks.unmarked(best)
    return made


def _says_kind(placed: Placed) -> bool:
    annotation = placed.annotation
    return annotation.facet in {"kind", "quote"} and annotation.decision != "reject" and annotation.value in _KINDS


def _identified(article: Article, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Give the quotations that decisions made or changed their first ids; the others keep theirs."""
    used = {quote.id for quote in quotes}
    made = []
    for quote in quotes:
        if quote.id:
            made.append(quote)
            continue
        words, occurrence = normalised_words(article.text, quote.spans), 1
        while (id_ := first_id(article.id, words, occurrence)) in used:
            occurrence += 1
        used.add(id_)
        made.append(replace(quote, id=id_))
    return tuple(made)
