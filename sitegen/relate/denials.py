"""Quotations that deny: their speaker says that something is not so."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sitegen.model.quote import Quote, Voice
from sitegen.model.site import Reading
from sitegen.model.span import Span
from sitegen.relate.denial_words import (
    BARE,
    CALL,
    COMES_ABOUT,
    CONTRADICTS,
    DENIES,
    DENY,
    FALSE,
    NO_DENIAL,
    NOT_SO,
    PASSIVE,
    REPEATS,
    SAYING,
    TO,
)
from sitegen.relate.narration import REACH, Narration
from sitegen.relate.subjects import subject_of

# How far before a denying word it may be negated, and how long what it denies may be, in characters.
_BEFORE, _BEHIND = 80, 160
# How far into the words reported "denial" may stand: "his *denial* that".
_DETERMINER = 20
# How long a title before the speaker's name may be: "denied *Captain* Orr".
_TITLE = 15


def denials_in(reading: Reading, narration: Narration) -> frozenset[str]:
    """Return the ids of the quotations that are denials.

    By their cue ("denied that …", "rejected the claim that …"), or words in quotation marks whose own sentence, or the
    one before it in the paragraph, says that their speaker denies. Words that merely hold a "no" are no denial.
    """
    spots = sorted(_spots(_lowered(reading.article.text)))
    if not spots:
        return frozenset()
    found, told = set(), set()
    for quote in reading.analysis.quotes:
        if _by_cue(reading, quote, spots):
            found.add(quote.id)
        elif quote.verbatim and _is_near(quote, spots):
            sentence = _told(reading, narration, quote)
            # The first words behind the sentence put the denial into words; those that follow may go on to more.
            if sentence is not None and sentence not in told:
                told.add(sentence)
                found.add(quote.id)
    return frozenset(found)


def _lowered(text: str) -> str:
    """Return ``text`` in small letters, character by character: offsets stay."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _spots(text: str) -> Iterator[int]:
    """Yield where words may deny in a text of small letters: more places than there are, but none too few."""
    stems = (*DENY, *CALL) if any(word in text for word in FALSE) else DENY
    for stem in stems:
        spot = text.find(stem)
        while spot >= 0:
            yield spot
            spot = text.find(stem, spot + 1)


def _is_near(quote: Quote, spots: Sequence[int]) -> bool:
    """Tell whether a word that may deny stands before a quotation, in its sentence or in the one before."""
    start, cue = quote.extent.start, quote.attribution.cue
    first = start if cue is None else min(cue.start, start)
    return _any_in(spots, first - 2 * REACH, start)


def _any_in(spots: Sequence[int], start: int, end: int) -> bool:
    """Tell whether one of ``spots``, in their order, lies between two offsets, ``end`` not included."""
    at = bisect_left(spots, start)
    return at < len(spots) and spots[at] < end


def _by_cue(reading: Reading, quote: Quote, spots: Sequence[int]) -> bool:
    cue, voice, text = quote.attribution.cue, quote.attribution.speaker, reading.article.text
    if cue is None or voice is None:
        return False
    repeats = REPEATS.fullmatch(text, cue.start, cue.end) is not None
    if not repeats and not _any_in(spots, cue.start, cue.end):
        return False
    word = DENIES.search(text, cue.start, cue.end + _BEHIND)
    if word is not None and not _taken_back(text, word):
        repeated = repeats and word["noun"] and word.start() <= quote.extent.start + _DETERMINER
        if word.start() < cue.end or repeated:
            return True
    is_bare = quote.extent.end <= cue.start and BARE.fullmatch(text, cue.start, cue.end) is not None
    return is_bare and not _is_negated(text, cue.start) and _ends_its_clause(text, cue, voice)


def _ends_its_clause(text: str, cue: Span, voice: Voice) -> bool:
    """Tell whether nothing stands behind the cue, or the speaker alone: "“…,” denied Lee."."""
    if text[cue.end : cue.end + 1] in {".", ",", ";", ":", ""}:
        return True
    return voice.span is not None and 0 < voice.span.start - cue.end <= _TITLE


def _told(reading: Reading, narration: Narration, quote: Quote) -> Span | None:
    """Return the sentence that says that the speaker of ``quote`` denies, and that ``quote`` puts into words."""
    voice, cue = quote.attribution.voice, quote.attribution.cue
    if voice is None or voice.cluster is None:
        return None
    start, text = quote.extent.start, reading.article.text
    own = narration.own(quote)
    saying = cue is None or SAYING.fullmatch(text, cue.start, cue.end)
    if saying and _denies(reading, narration, Span(own.start, start), voice.cluster):
        return own
    # The next sentence may speak of something else.
    before = narration.before(own)
    contradicts = any(CONTRADICTS.search(text, span.start, span.end) for span in quote.spans)
    if before is not None and contradicts and _denies(reading, narration, before, voice.cluster):
        return before
    return None


def _denies(reading: Reading, narration: Narration, part: Span, cluster: int) -> bool:
    """Tell whether the reporter says in ``part`` of a sentence that whoever ``cluster`` stands for denies something."""
    for word in DENIES.finditer(narration.text, part.start, part.end):
        subject = subject_of(reading, narration, word.start(), part.start)
        if subject is not None and subject.cluster == cluster and not _taken_back(narration.text, word):
            return True
    return False


def _taken_back(text: str, word: re.Match[str]) -> bool:
    """Tell whether what stands before a denying word makes it none: "did not deny", "was denied", "no denial"."""
    start = word.start()
    first = max(0, start - _BEFORE)
    if word["noun"]:
        return NO_DENIAL.search(text, first, start) is not None
    if _is_negated(text, start) or PASSIVE.search(text, first, start):
        return True
    return TO.search(text, first, start) is not None and not COMES_ABOUT.search(text, first, start)


def _is_negated(text: str, start: int) -> bool:
    return NOT_SO.search(text, max(0, start - _BEFORE), start) is not None
