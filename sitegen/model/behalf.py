"""Nameless people who speak for somebody: "a spokeswoman for the Harbour Board said"."""

import re
from bisect import bisect_left

from sitegen.model.quote import Quote, Voice
from sitegen.model.site import Reading

_SPEAKS = r"(?:spokes(?:man|woman|person|people|men|women|persons)|representatives?|press\s+officers?)"
# Words of the phrase's own, but none that would make the spokesperson somebody else's: "a critic of the spokesman for".
_WORDS = r"(?:(?!(?:of|for|from|at|with|to|by|in|on|and|or|who|whom|that|which)\s)[\w’'-]+\s+)"
# What stands in place of the organisation's name while the rest of the phrase is read.
_NAME = "\0"
_FORMS = (
    # "a spokeswoman for the Board", "two senior representatives of the Board"
    re.compile(rf"{_WORDS}{{0,4}}{_SPEAKS}\s+(?:for|of|from|at|with)\s+(?:the\s+)?{_NAME}", re.IGNORECASE),
    # "the Board's spokesman", "a Board spokesman"
    re.compile(rf"(?:(?:the|an?)\s+)?{_NAME}(?:['’]s|['’])?\s+{_WORDS}{{0,3}}{_SPEAKS}", re.IGNORECASE),
)
_LONGEST = 200


def on_behalf_of(reading: Reading, voice: Voice) -> int | None:
    """Return the cluster of the organisation for which a nameless voice speaks, None where it speaks for none.

    Only whoever the text calls a spokesperson, or the like, and only where one organisation stands in the very words
    that name the voice: an "official" or a "lawyer" of the Board may speak for himself.
    """
    span = voice.span
    if voice.form != "nominal" or voice.cluster is not None or span is None or len(span) > _LONGEST:
        return None
    text, mentions = reading.article.text, reading.analysis.mentions
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    named = []
    for mention in mentions[first:]:
        if mention.span.start >= span.end:
            break
        if mention.cluster is not None and mention.form != "pronoun" and span.covers(mention.span):
            named.append(mention)
    if len(named) != 1 or named[0].kind != "organisation":
        return None
    name = named[0].span
    phrase = " ".join(f"{text[span.start : name.start]}{_NAME}{text[name.end : span.end]}".split())
    return named[0].cluster if any(form.fullmatch(phrase) for form in _FORMS) else None


def heard_in(reading: Reading, quote: Quote) -> tuple[int, bool] | None:
    """Return the cluster whose words a quotation is, and whether somebody without a name spoke for it.

    None where nobody knows who spoke, or the attribution was rejected.
    """
    voice = quote.attribution.speaker
    if voice is None or quote.attribution.status == "rejected":
        return None
    if voice.cluster is not None:
        return voice.cluster, False
    cluster = on_behalf_of(reading, voice)
    return None if cluster is None else (cluster, True)
