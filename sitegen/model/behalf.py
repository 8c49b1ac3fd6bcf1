"""Nameless people who speak for somebody: "a spokeswoman for the Harbour Board said"."""

import re
from dataclasses import dataclass

from sitegen.model.mention import beginning_in
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
    named = [
        mention
        for mention in beginning_in(mentions, span)
        if mention.cluster is not None and mention.form != "pronoun" and span.covers(mention.span)
    ]
    if len(named) != 1 or named[0].kind != "organisation":
        return None
    name = named[0].span
    phrase = " ".join(f"{text[span.start : name.start]}{_NAME}{text[name.end : span.end]}".split())
    return named[0].cluster if any(form.fullmatch(phrase) for form in _FORMS) else None


@dataclass(frozen=True, slots=True)
class Heard:
    """Whose words a quotation is: the id of an entity, its cluster, and whether a nameless person spoke for it."""

    entity: str
    cluster: int
    spoken_for: bool


def heard_in(reading: Reading, quote: Quote) -> Heard | None:
    """Return whose words a quotation is.

    None where nobody knows who spoke, where that is no entity, or where the attribution was rejected.
    """
    return heard_from(reading, quote.attribution.voice)


def heard_from(reading: Reading, voice: Voice | None) -> Heard | None:
    """Return whom a voice stands for, be it that of a speaker or of a relay; None where that is no entity."""
    if voice is None:
        return None
    cluster = voice.cluster if voice.cluster is not None else on_behalf_of(reading, voice)
    entity = None if cluster is None else reading.entities[cluster]
    return None if cluster is None or entity is None else Heard(entity, cluster, voice.cluster is None)
