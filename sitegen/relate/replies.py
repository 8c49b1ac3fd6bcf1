"""What the words round a quotation, and in it, say of whom it answers."""

import re

from sitegen.model.span import Span
from sitegen.relate.exchange import Exchange
from sitegen.relate.reply_words import (
    AGREES,
    APPOSED,
    ASKED,
    ASKS,
    DAY,
    EARLIER,
    ELSEWHERE,
    HIS,
    HIS_ROLE,
    HIS_SAID,
    PERFECT,
    RELAYS,
    REPLIES,
    REPLY,
    ROLE,
    ROLE_OF,
    SAID,
    SAID_BY,
    TO_NAME,
    TURNS_AGAINST,
    UNSAID,
    WHICH,
    YOU,
)
from sitegen.relate.subjects import subject_of

# How far before a name, or before a cue, the words that belong to it may begin, in characters.
_BEFORE = 80


def is_addressed(exchange: Exchange) -> bool:
    """Tell whether the reporter says outright whom the words answer: "Responding to Lee, Orr said"."""
    text, own = exchange.narration.text, exchange.own
    return any(
        TO_NAME.search(text, max(own.start, mention.span.start - _BEFORE), mention.span.start)
        for mention in exchange.mentions(own, exchange.other.speaker)
    )


def is_specific(exchange: Exchange) -> bool:
    """Tell whether the sentence says which of the words or deeds is meant: "Lee's claim that", "Lee's offer"."""
    text = exchange.narration.text
    return any(
        WHICH.match(text, mention.span.end) is not None
        for mention in exchange.mentions(exchange.own, exchange.other.speaker)
    )


def is_relayed(exchange: Exchange) -> bool:
    """Tell whether somebody reports the words of others, or what happened: "according to the Herald"."""
    text, cue = exchange.reading.article.text, exchange.quote.attribution.cue
    return cue is not None and RELAYS.fullmatch(text, cue.start, cue.end) is not None


def takes_up(exchange: Exchange) -> bool:
    """Tell whether the answer, or what leads to it, speaks of the other's words: "Orr called Lee's remarks wild"."""
    own, quote = exchange.own, exchange.quote
    cue = quote.attribution.cue
    end = quote.extent.end if cue is None else max(quote.extent.end, cue.end)
    return _speaks_of_words(exchange, Span(own.start, min(own.end, end)), exchange.other.speaker)


def is_told_backwards(exchange: Exchange) -> bool:
    """Tell whether it is the earlier quotation that takes up what the later says: the reporter tells first what came
    last."""
    return _speaks_of_words(exchange, exchange.before, exchange.turn.speaker)


def names(exchange: Exchange) -> bool:
    """Tell whether the words of the answer name the other speaker."""
    return any(
        mention.form == "name"
        for span in exchange.quote.spans
        for mention in exchange.mentions(span, exchange.other.speaker)
    )


def replies(exchange: Exchange) -> bool:
    """Tell whether a verb says that the answerer replies, be it the cue or not: "Orr disagreed. “…,” she said"."""
    text, lead, cue = exchange.narration.text, exchange.lead, exchange.quote.attribution.cue
    told = text[lead.start : lead.end].lower()
    if not any(stem in told for stem in REPLY):
        return False
    for verb in REPLIES.finditer(text, lead.start, lead.end):
        if ASKED.search(text, lead.start, verb.start()) or UNSAID.match(text, verb.end()):
            continue
        if verb["agrees"] and not AGREES.match(text, verb.start()):
            continue
        if exchange.narration.paragraph(verb.start()) - exchange.narration.paragraph(lead.start) > 1:
            continue
        if (cue is not None and verb.start() == cue.start) or _is_answerers(exchange, verb):
            return True
    return False


def is_asked(exchange: Exchange) -> bool:
    """Tell whether the words right before are a question to somebody: "“Will you go?” Lee asked."."""
    text, last, quote = exchange.reading.article.text, exchange.earlier[-1], exchange.quote
    cue = last.attribution.cue
    if exchange.paragraphs > 1 or cue is None or not (last.verbatim and quote.verbatim):
        return False
    question = last.spans[-1].of(text)
    asks = ASKS.fullmatch(text, cue.start, cue.end) and question.rstrip().endswith("?") and YOU.search(question)
    own = quote.attribution.cue
    asks_back = own is not None and ASKS.fullmatch(text, own.start, own.end)
    return bool(asks) and not asks_back and exchange.lead.start >= exchange.own.start


def is_elsewhere(exchange: Exchange) -> bool:
    """Tell whether the reporter goes on to another scene or day before the answer: "At a rally", "on Thursday"."""
    text, lead, own, before = exchange.narration.text, exchange.lead, exchange.own, exchange.before
    day, other_day = DAY.search(text, own.start, own.end), DAY.search(text, before.start, before.end)
    if day is not None and (other_day is None or day[0] != other_day[0]):
        return True
    return ELSEWHERE.search(text, lead.start, lead.end) is not None


def is_earlier(exchange: Exchange) -> bool:
    """Tell whether the words were said at another time than what stands before them: "Orr had said"."""
    text, own, cue = exchange.narration.text, exchange.own, exchange.quote.attribution.cue
    said = exchange.quote.extent  # what words without marks tell of the past is no time of theirs
    if EARLIER.search(text, own.start, said.start) or EARLIER.search(text, said.end, own.end):
        return True
    return cue is not None and PERFECT.search(text, max(own.start, cue.start - _BEFORE), cue.start) is not None


def turns_against(exchange: Exchange) -> bool:
    """Tell whether the reporter sets the answer against what was said before it: "But Orr said"."""
    return TURNS_AGAINST.search(exchange.narration.text, exchange.lead.start, exchange.lead.end) is not None


def is_on_one_side(exchange: Exchange) -> bool:
    """Tell whether the answerer belongs to the other speaker: "Lee's lawyer, Orr, said" answers nobody so far."""
    text, voice = exchange.narration.text, exchange.quote.attribution.speaker
    own = exchange.narration.own(exchange.quote)
    if voice is None or voice.span is None or not own.covers(voice.span):
        return False
    for mention in exchange.mentions(own, exchange.other.speaker):
        if mention.span.end <= voice.span.start and HIS_ROLE.fullmatch(text, mention.span.end, voice.span.start):
            return True
        if voice.span.end <= mention.span.start:
            if ROLE_OF.fullmatch(text, voice.span.end, mention.span.start):
                return True
            apposed = APPOSED.fullmatch(text, voice.span.end, mention.span.start)
            if apposed and ROLE.match(text, mention.span.end):
                return True
    return False


def _speaks_of_words(exchange: Exchange, span: Span, speaker: str) -> bool:
    """Tell whether the reporter mentions in ``span`` a speaker's words: "Lee's remarks", "her claim", "a report by"."""
    text = exchange.narration.text
    for mention in exchange.mentions(span, speaker):
        if mention.form == "name" and SAID.match(text, mention.span.end):
            return True
        if HIS.fullmatch(text, mention.span.start, mention.span.end) and HIS_SAID.match(text, mention.span.end):
            return True
        if SAID_BY.search(text, max(span.start, mention.span.start - _BEFORE), mention.span.start):
            return True
    return False


def _is_answerers(exchange: Exchange, verb: re.Match[str]) -> bool:
    """Tell whether the answerer is the subject of a verb that the reporter tells."""
    subject = subject_of(exchange.reading, exchange.narration, verb.start(), exchange.lead.start)
    if subject is None or subject.cluster is None:
        return False
    return exchange.reading.entities[subject.cluster] == exchange.turn.speaker
