"""Whole sentences in quotation marks without a cue: who goes on speaking."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.analyse.lexicon.cues import VERBS, forms_of
from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.marks import words_in
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice
from sitegen.model.span import Span

_SENTENCE = (".", "!", "?", "…", ",", "—")
_FEWEST_WORDS = 4
_STANDS_ALONE = 1
_SPOKEN_TO = forms_of(
    """sentence jail find tell ask accuse kill arrest charge greet boo hit warn order fine convict send sack attack"""
)
_LISTENING = forms_of("hear listen read receive get open face watch see ignore flinch die refuse")
# Whoever is asked is addressed: "Did you get the job?".
_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation with the number of the block in which it was last found to go on."""

    block: int
    found: Found


def is_speech(scene: Scene, number: int) -> bool:
    """Tell whether a passage without cue is somebody's speech and no scare quote, title or motto.

    It must begin where a sentence begins and be a sentence itself, or fill its paragraph, or belong to a
    quotation of several paragraphs. A headline's marks are left alone.
    """
    run, passage = scene.tokens_of[number], scene.passages[number]
    if not run:
        return False
    text = scene.tokens.text
    inner = passage.inner.of(text).strip()
    count = words_in(text, passage.inner)
    if not passage.closed:
        return passage.continues or (run.start == scene.run.start and count >= _FEWEST_WORDS)
    if scene.fills(number) and count >= _STANDS_ALONE and inner.endswith(_SENTENCE):
        return True
    if passage.single and count < 2 * _FEWEST_WORDS:
        return False
    colon = run.start > scene.run.start and scene.tokens.words[run.start - 1] == ":"
    begins = colon or run.start == scene.run.start or (run.start - 1) in scene.sentence_ends
    ends = inner.endswith((".", "!", "?", "…")) or (run.stop - 1) in scene.sentence_ends
    leads = inner.endswith(",") and not passage.single and not scene.title_case(number)
    return begins and (ends or leads) and count >= _FEWEST_WORDS and inner[:1].isupper()


def carry(
    scene: Scene, speakers: Speakers, number: int, earlier: Sequence[Speech], before: Scene | None
) -> Found | None:
    """Attribute a passage of speech without cue; the speaker stays None where nobody can be named.

    In this order: the rest of a quotation that began in the paragraph before; the speaker of the quotation
    before in the same paragraph; the subject of the sentence before in the same paragraph; the last speaker of
    the paragraph before; the subject of its last sentence.
    """
    span = scene.content(scene.tokens_of[number])
    if span is None:
        return None
    base = Found((span,), (number,), "unknown", 0.3)
    if scene.passages[number].closed and span.of(scene.tokens.text).endswith(",") and not scene.fills(number):
        # The sentence goes on and tells who spoke, in a way that no rule reads: whoever spoke before is no answer.
        return base
    here = [speech.found for speech in earlier if speech.block == scene.number and speech.found.spans[0] < span]
    # What is reported without marks and without a speaker ("when asked …") interrupts nobody.
    here = [quotation for quotation in here if quotation.voice is not None or quotation.passages]
    start = scene.tokens_of[number].start
    if here and not _parted(scene, here[-1], start):
        return _carried(base, here[-1].voice, "carry-over.paragraph", 0.85)
    lead = _lead(scene, speakers, start)
    if here and lead is not None and lead.form == "pronoun":
        return _carried(base, here[-1].voice, "carry-over.paragraph", 0.75)
    if lead is not None:
        return _carried(base, lead, "carry-over.subject", 0.7)
    if start > scene.run.start:
        # The reporter's own words stand between: what came before the paragraph says little.
        return base
    colon = _before_colon(before, speakers) if before is not None else None
    if colon is not None:
        return _carried(base, colon, "colon", 0.8)
    last = [
        speech.found
        for speech in earlier
        if speech.block == scene.number - 1
        and speech.found.rule != "signed"
        and not _speaks_of_itself(scene, speech.found.voice)
    ]
    if last and not _answers(scene, span, last[-1]):
        lead = _lead(before, speakers, before.run.stop) if before is not None and _goes_on(before, last[-1]) else None
        if lead is None or lead.form == "pronoun" or lead.cluster == _cluster(last[-1]):
            return _carried(base, last[-1].voice, "carry-over", 0.8)
        return _carried(base, lead, "carry-over.subject", 0.6)
    if last:
        return base
    if before is not None and before.run:
        lead = _lead(before, speakers, before.run.stop)
        if lead is not None:
            return _carried(base, lead, "carry-over.subject", 0.6)
    return base


def _cluster(quotation: Found) -> int | None:
    return None if quotation.voice is None else quotation.voice.cluster


def _goes_on(before: Scene, last: Found) -> bool:
    """Tell whether a sentence of the reporter's own follows the last quotation of the paragraph before."""
    return bool(before.run) and _parted(before, last, before.run.stop)


def _answers(scene: Scene, span: Span, last: Found) -> bool:
    """Tell whether a paragraph of speech answers the question before it, or asks whoever spoke before it: in a
    conversation the next paragraph is somebody else's."""
    texts = [part.of(scene.tokens.text) for part in (*last.spans[-1:], span)]
    return any(text.rstrip().endswith("?") and _YOU.search(text) is not None for text in texts)


def _parted(scene: Scene, last: Found, start: int) -> bool:
    """Tell whether a sentence of the reporter's own stands between the last quotation and the passage at ``start``."""
    starts = scene.tokens.parse.starts
    end = max(last.spans[-1].end, last.cue.end if last.cue is not None else 0)
    own = scene.sentence_end(min(max(bisect_left(starts, end) - 1, scene.run.start), scene.run.stop - 1))
    return any(index > own for index in range(own, start) if scene.tokens.words[index][0].isalnum())


def _before_colon(before: Scene, speakers: Speakers) -> Voice | None:
    """Return whom a paragraph that ends with a colon announces: the subject of its last cue, else its one person."""
    if not before.run or before.tokens.words[before.run[-1]] != ":" or before.inside(before.run[-1]):
        return None
    last = before.run[-1]
    sentence = range(before.sentence_start(last), last)
    for verb in reversed(sentence):
        if (
            before.tokens.lower[verb] in VERBS
            and before.tokens.parse.tags[verb].startswith("VB")
            and not before.inside(verb)
        ):
            subject = speakers.subject(before, verb)
            if subject is not None:
                return speakers.voice(before, subject)
    people = {m.span: m for i in sentence if (m := speakers.mention_at(i)) is not None and m.kind == "person"}
    if len({mention.cluster for mention in people.values()}) == 1:
        mention = next(iter(people.values()))
        return Voice(mention.span, "name", mention.kind, mention.cluster)
    return None


def _carried(base: Found, voice: Voice | None, rule: str, confidence: float) -> Found:
    return base if voice is None else replace(base, voice=voice, rule=rule, confidence=confidence)


def _speaks_of_itself(scene: Scene, voice: Voice | None) -> bool:
    """Tell whether a voice is "I" or "we": whose words those are, the text around does not tell."""
    return (
        voice is not None and voice.span is not None and voice.span.of(scene.tokens.text).lower() in {"i", "we", "you"}
    )


def _lead(scene: Scene, speakers: Speakers, end: int) -> Voice | None:
    """Return the person who is the subject of the sentence that ends before token ``end``."""
    if end <= scene.run.start:
        return None
    last = end - 1
    if scene.inside(last):
        return None
    parse = scene.tokens.parse
    for index in range(scene.sentence_start(last), last + 1):
        if parse.deps[index] not in {"nsubj", "nsubjpass"} or scene.inside(index) or parse.heads[index] == index:
            continue
        head = parse.heads[index]
        spoken_to = _SPOKEN_TO if parse.deps[index] == "nsubjpass" else _LISTENING
        if scene.tokens.lower[head] in spoken_to:
            # Whoever is sentenced, or hears the judge, is spoken to.
            return None
        if parse.deps[head] not in {"ROOT", "conj", "ccomp"}:
            continue
        voice = speakers.voice(scene, index)
        return voice if voice.kind == "person" else None
    return None
