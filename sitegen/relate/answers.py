"""Quotations that answer another person's in the same article."""

from collections.abc import Iterator

from sitegen.model.quote import Quote
from sitegen.model.relations import Answer, Reason
from sitegen.model.site import Reading
from sitegen.relate.denials import denials_in
from sitegen.relate.exchange import Exchange, exchanges_of
from sitegen.relate.matter import Matters, content_words, matters_of
from sitegen.relate.narration import narration_of
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

# How much two quotations must have in common, as ``Matters.shared`` weighs it: where other words speak for an answer,
# where the reporter sets one against the other, and where nothing else does (more than one word, for none weighs more
# than 1). ``_PART`` is the least part of what the one speaks of that says less. From reading what less lets in.
_SOME, _MUCH, _MOST = 0.5, 1.2, 1.6
_PART = 0.4
# How many paragraphs may lie between two quotations that only speak of one matter.
_NEAR = 2


def answers_in(reading: Reading) -> tuple[Answer, ...]:
    """Return which quotations answer which, in the order of the text: at most one for each that answers.

    Of a turn only the first quotation answers, unless the text says of a later one whom it answers.
    """
    return tuple(_answers(reading))


def _answers(reading: Reading) -> Iterator[Answer]:
    narration = narration_of(reading)
    turns = turns_of(reading, narration)
    matters, denials = matters_of(reading, narration.sentences), denials_in(reading)
    for begins, exchanges in exchanges_of(reading, narration, turns):
        for exchange in exchanges:
            to = _best(exchange, matters)
            reason = _said(exchange, to, matters)
            if reason is None and begins and exchange.next:
                reason = _meant(exchange, to, matters, is_denial=exchange.quote.id in denials)
            if reason is not None:
                yield Answer(exchange.quote.id, to.id, reason)
                break


def _said(exchange: Exchange, to: Quote, matters: Matters) -> Reason | None:
    """Return the reason where the text names whom the quotation answers."""
    own_names = matters.names_of(exchange.turn.cluster, exchange.other.cluster)
    _, common = matters.shared(exchange.quote, to, own_names)
    if is_specific(exchange):
        told = exchange.own.of(exchange.narration.text)
        if not (matters.words[to.id].intersection(content_words(told)) - own_names or common):
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
    weight, _ = matters.shared(quote, to, own_names)
    if is_denial and weight >= _SOME:
        return "cue"
    if is_earlier(exchange):
        return None
    if replies(exchange) or is_asked(exchange):
        return "cue"
    if _is_line(exchange, quote) != _is_line(exchange, to) or is_on_one_side(exchange):
        # A transcript follows what the article says of it; and whoever speaks for somebody answers others.
        return None
    if exchange.paragraphs > _NEAR or is_elsewhere(exchange) or is_told_backwards(exchange) or is_relayed(exchange):
        return None
    if not (_is_speech(exchange, quote) and _is_speech(exchange, to)):
        return None
    if weight >= _SOME and names(exchange):
        return "named"
    enough = _MUCH if turns_against(exchange) else _MOST
    least = _PART * min(matters.weight(quote, own_names), matters.weight(to, own_names))
    return "matter" if weight >= max(enough, least) else None


def _best(exchange: Exchange, matters: Matters) -> Quote:
    """Return which of the earlier quotations has most in common with the answer; of equals the last."""
    own_names = matters.names_of(exchange.turn.cluster, exchange.other.cluster)
    return max(reversed(exchange.earlier), key=lambda earlier: matters.shared(exchange.quote, earlier, own_names)[0])


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
