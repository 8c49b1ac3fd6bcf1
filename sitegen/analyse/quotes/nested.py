"""Quotations inside a quotation: whom the speaker quotes.

The rules for speech in marks read the quotation as a text of its own. There "I" and "we" are whoever speaks, "he" and
"she" whom the words themselves name, since they are not the reporter's pronouns. One level deep: whom a quoted person
quotes in turn stays inside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.pronouns import Pronouns
from sitegen.analyse.quotes.found import UNSAID, Found
from sitegen.analyse.quotes.learned.weights import Weights
from sitegen.analyse.quotes.marks import find_passages, words_in
from sitegen.analyse.quotes.reports import read_reports
from sitegen.analyse.quotes.rules.after import cue_after
from sitegen.analyse.quotes.rules.before import cue_before
from sitegen.analyse.quotes.rules.in_words import in_words
from sitegen.analyse.quotes.rules.split import split_by_cue
from sitegen.analyse.quotes.rules.whose import whose
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Mention, beginning_in
from sitegen.model.quote import Nested, Quote, Voice
from sitegen.model.span import Span

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
_POINTING = frozenset({"PRP", "PRP$", "DT", "WDT", "WP", "EX"})
_HE_OR_SHE = frozenset({"he", "she", "they"})
# The rules for whole speeches in marks: a phrase in marks may be a word that the speaker only sets apart.
_RULES = (cue_after, split_by_cue, cue_before, in_words, whose)
# "They call it ‘the old wall’": how a thing is called.
_NO_SPEECH = frozenset({UNSAID, "cue.words"})
# Of what is less sure, as spoken language is to a parser of news, the evidence would be too thin.
_SURE = 0.7
# How much less sure a speaker is whom a pronoun stands for.
_PRONOUN = 0.9


@dataclass(frozen=True)
class Nesting:
    """Finds what is quoted inside the quotations of one article; ``mentions`` are the named ones, in order."""

    mentions: Sequence[Mention]
    pronouns: Pronouns
    learned: Weights

    def within(self, quote: Quote) -> Quote:
        """Return ``quote`` with the quotations inside its words in marks.

        Marks in a reporter's account of somebody's words are that speaker's: he said she had called it "a short day".
        """
        nested = tuple(found for said in quote.verbatim for found in self._read(quote, said))
        return replace(quote, nested=nested) if nested else quote

    def _read(self, quote: Quote, block: Span) -> Iterator[Nested]:
        whole = self.pronouns.tokens
        # Words between marks that come in pairs: of an odd one nobody can tell what it holds.
        inner, _ = find_passages(whole.text, (block,))
        passages = tuple(p for p in inner if p.closed and words_in(whole.text, p.inner))
        run = whole.within(block)
        if not passages or not any(word in VERBS for word in whole.lower[run.start : run.stop]):
            return
        tokens = Tokens.of(whole.text, whole.parse.part(run))
        speakers = Speakers(tokens, beginning_in(self.mentions, block))
        scene = Scene(tokens, 0, block, passages, self.learned, partial(read_reports, speakers))
        found: tuple[Found, ...] = ()
        for rule in _RULES:
            found = rule(scene, speakers, found)
        pronouns = replace(self.pronouns, tokens=tokens, mentions=speakers.mentions, blocks=(block,), quoted=())
        for quotation in sorted(found, key=lambda quotation: quotation.spans):
            if quotation.voice is None or quotation.rule in _NO_SPEECH:
                continue
            voice = _meant(quotation.voice, quote.attribution.speaker, pronouns)
            confidence = quotation.confidence * (_PRONOUN if voice != quotation.voice else 1)
            spans = tuple(passages[number].inner for number in sorted(quotation.passages))
            if confidence >= _SURE and not _is_nobody(voice, tokens):
                yield Nested(spans, voice, quotation.rule, round(confidence, 2), quotation.cue)


def _meant(voice: Voice, outer: Voice | None, pronouns: Pronouns) -> Voice:
    """Return ``voice`` with whom its pronoun stands for, in the mouth of ``outer``."""
    if voice.form != "pronoun" or voice.cluster is not None or voice.span is None:
        return voice
    word = voice.span.of(pronouns.tokens.text).lower()
    if word not in _FIRST_PERSON:
        return replace(voice, cluster=pronouns.sole(voice.span.start, word))
    if outer is None or outer.cluster is None:
        return outer or voice
    return replace(voice, kind=outer.kind, cluster=outer.cluster)


def _is_nobody(voice: Voice, tokens: Tokens) -> bool:
    """Tell whether ``voice`` is a single word that names nobody: "it is easy to say", "those who say"."""
    run = () if voice.span is None else tokens.within(voice.span)
    if voice.cluster is not None or len(run) != 1 or tokens.parse.tags[run[0]] not in _POINTING:
        return False
    return tokens.lower[run[0]] not in _HE_OR_SHE
