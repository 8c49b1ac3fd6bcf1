"""Quotations that answer another person's in the same article."""

from collections.abc import Collection, Iterator

from sitegen.model.quote import Quote
from sitegen.model.relations import Answer, Reason
from sitegen.model.site import Reading
from sitegen.relate.exchange import Exchange, exchanges_of
from sitegen.relate.matter import Matters, content_words
from sitegen.relate.narration import Narration
from sitegen.relate.replies import (
    is_addressed,
    is_asked,
    is_earlier,
    is_elsewhere,
    is_on_one_side,
    is_relayed,
    is_specific,
    is_told_backwards,
    names,
    replies,
    takes_up,
    turns_against,
)
from sitegen.relate.reply_words import SAYS
from sitegen.relate.turns import turns_of

# How much two quotations must have in common, as ``Matters.weight`` weighs it: where other words speak for an answer,
# where the reporter sets one against the other, and where nothing else does (more than one word, for none weighs more
# than 1). ``_PART`` is the least part of what the one speaks of that says less. From reading what less lets in.
_SOME, _MUCH, _MOST = 0.5, 1.2, 1.6
_PART = 0.4
# How many paragraphs may lie between two quotations that only speak of one matter.
_NEAR = 2


def answers_in(reading: Reading, narration: Narration, denials: Collection[str]) -> tuple[Answer, ...]:
    """Return which quotations answer which, in the order of the text: at most one for each that answers.

    Of a turn only the first quotation answers, unless the text says of a later one whom it answers.
    ``denials`` are the ids of the quotations that deny.
    """
    return tuple(_answers(reading, narration, denials))


def _answers(reading: Reading, narration: Narration, denials: Collection[str]) -> Iterator[Answer]:
    turns = turns_of(reading, narration)
    if len({turn.speaker for turn in turns if turn.speaker}) < 2:
        return
    matters = Matters(reading, narration.sentences)
    for begins, exchanges in exchanges_of(reading, narration, turns):
        for exchange in exchanges:
            is_named = next(exchange.mentions(exchange.own, exchange.other.speaker), None) is not None
            follows = begins and exchange.next
            if not is_named and not follows:
                continue
            to = _best(exchange, matters)
            reason = _said(exchange, to, matters) if is_named else None
            if reason is None and follows:
                reason = _meant(exchange, to, matters, is_denial=exchange.quote.id in denials)
            if reason is not None:
                yield Answer(exchange.quote.id, to.id, reason)
                break


def _said(exchange: Exchange, to: Quote, matters: Matters) -> Reason | None:
    """Return the reason where the answer's own sentence, which names the other speaker, says that they are answered."""
    own_names = matters.names_of(exchange.turn.cluster, exchange.other.cluster)
    common = matters.common(exchange.quote, to, own_names)
    if is_specific(exchange):
        told = exchange.own.of(exchange.narration.text)
        if not (matters.words(to).intersection(content_words(told)) - own_names or common):
            return None
    if is_addressed(exchange) and (exchange.next or common):
        return "named"
    if is_earlier(exchange) or is_on_one_side(exchange) or is_relayed(exchange):
        return None
    near = exchange.next and exchange.paragraphs <= 1
    return "named" if (near or common) and takes_up(exchange) else None


def _meant(exchange: Exchange, to: Quote, matters: Matters, *, is_denial: bool) -> Reason | None:
    """Return the reason where the quotation right before is answered, though nobody says so in as many words."""
    quote = exchange.quote
    own_names = matters.names_of(exchange.turn.cluster, exchange.other.cluster)
    common = matters.common(quote, to, own_names)
    if is_denial and matters.weight(common) >= _SOME:
        return "cue"
    if is_earlier(exchange):
        return None
    if replies(exchange) or is_asked(exchange):
        return "cue"
    if not common or exchange.paragraphs > _NEAR:
        return None
    if _is_line(exchange, quote) != _is_line(exchange, to) or is_on_one_side(exchange):
        # A transcript follows what the article says of it; and whoever speaks for somebody answers others.
        return None
    if is_elsewhere(exchange) or is_told_backwards(exchange) or is_relayed(exchange):
        return None
    if not (_is_speech(exchange, quote) and _is_speech(exchange, to)):
        return None
    if names(exchange) and matters.weight(common) >= _SOME:
        return "named"
    if len(common) < _MUCH:
        return None  # no word weighs more than 1
    enough = _MUCH if turns_against(exchange) else _MOST
    least = _PART * min(matters.weight(matters.words(each) - own_names) for each in (quote, to))
    return "matter" if matters.weight(common) >= max(enough, least) else None


def _best(exchange: Exchange, matters: Matters) -> Quote:
    """Return which of the earlier quotations has most in common with the answer; of equals the last."""
    if len(exchange.earlier) == 1:
        return exchange.earlier[0]
    own_names = matters.names_of(exchange.turn.cluster, exchange.other.cluster)
    return max(
        reversed(exchange.earlier), key=lambda each: matters.weight(matters.common(exchange.quote, each, own_names))
    )


def _is_line(exchange: Exchange, quote: Quote) -> bool:
    """Tell whether a quotation is a line of a transcript."""
    cue = quote.attribution.cue
    return cue is not None and cue.of(exchange.reading.article.text) == ":"


def _is_speech(exchange: Exchange, quote: Quote) -> bool:
    """Tell whether words were spoken or written: "the board reported a loss" says what was done."""
    cue = quote.attribution.cue
    if quote.verbatim:
        return True
    return cue is not None and SAYS.fullmatch(exchange.reading.article.text, cue.start, cue.end) is not None
