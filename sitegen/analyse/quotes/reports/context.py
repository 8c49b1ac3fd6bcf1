"""A word that may report, in its sentence: what all choices look at."""

from dataclasses import dataclass
from functools import cached_property

from sitegen.analyse.lexicon.cues import DOCUMENTS, VERBS
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import PRONOUNS, RELATIVES, Speakers
from sitegen.analyse.tokens import Tokens

PAUSES = frozenset({",", "—", "–", "--", "-", ";", ":", "(", ")", "...", "…"})
_HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})
_COMPLEMENTS = frozenset("ccomp xcomp dobj advcl oprd acomp dative attr agent prt acl relcl pcomp pobj".split())
_MOST_COMPLEMENTS = 4
# How far, in tokens, a sentence is read: a list of thousands of words must not be read anew for each.
_REACH = 150
# How far a subject and a passage in marks are looked for.
_SUBJECT_WITHIN, _PASSAGE_WITHIN = 60, 40


def bucket(number: int) -> str:
    """Return a count in few words, so that what was learned of five holds for six."""
    if number < 5:
        return str(number)
    return "5" if number < 9 else "9" if number < 16 else "16" if number < 30 else "30"


@dataclass(frozen=True)
class CueContext:
    """The token ``cue`` of a block."""

    scene: Scene
    speakers: Speakers
    cue: int

    @property
    def tokens(self) -> Tokens:
        """The tokens of the article."""
        return self.scene.tokens

    @cached_property
    def sentence(self) -> range:
        """The tokens of its sentence, of one without end those in reach."""
        first, last = self.scene.sentence_start(self.cue), self.scene.sentence_end(self.cue)
        return range(max(first, self.cue - _REACH), min(last, self.cue + _REACH) + 1)

    @cached_property
    def lemma(self) -> str:
        """The verb in its base form, also of a noun that is a form of one ("claims")."""
        return lemma(self.tokens, self.cue)

    @property
    def known(self) -> str:
        """What the lexicon knows of the word: its frames and the manner of communication."""
        verb = VERBS.get(self.tokens.lower[self.cue])
        return "noun" if verb is None else f"{verb.frames} {verb.manner}"

    @cached_property
    def subject(self) -> int | None:
        """The head of the verb's subject, as grammar has it."""
        is_verb = self.tokens.parse.tags[self.cue].startswith("VB")
        return self.speakers.subject(self.scene, self.cue) if is_verb else None

    @cached_property
    def first(self) -> int:
        """The first token of the clause of cue and subject, where the subject stands before the cue."""
        parse, first = self.tokens.parse, self.cue
        while first - 1 in self.sentence and parse.heads[first - 1] == self.cue and parse.deps[first - 1] in _HELPERS:
            first -= 1
        subject = self.subject
        if subject is not None and subject in self.sentence and 0 < self.cue - subject < _SUBJECT_WITHIN:
            first = min(first, self.speakers.phrase_start(self.scene, subject))
        return max(first, self.sentence.start)

    @cached_property
    def behind(self) -> tuple[int, ...]:
        """The tokens behind the cue that depend on it."""
        return tuple(child for child in self.tokens.children[self.cue] if child > self.cue)

    @cached_property
    def frame(self) -> str:
        """What the cue takes behind it: dependency labels, prepositions as words."""
        parse, lower = self.tokens.parse, self.tokens.lower
        found: dict[str, None] = {}
        for child in self.behind:
            label = parse.deps[child]
            if label == "prep":
                found[lower[child]] = None
            elif label in _COMPLEMENTS:
                found[label] = None
            if len(found) == _MOST_COMPLEMENTS:
                break
        return "+".join(found)

    @cached_property
    def passage(self) -> int | None:
        """The first token in quotation marks behind the cue, in its sentence and in reach."""
        stop = min(self.sentence.stop, self.cue + _PASSAGE_WITHIN)
        return next((index for index in range(self.cue + 1, stop) if self.scene.inside(index)), None)

    def form(self, index: int) -> str:
        """Return a token as features: a mark for what stands in quotation marks, the tag of a name, else the word."""
        return "“" if index in self.scene.owner else self.scene.tokens.forms[index]


def lemma(tokens: Tokens, cue: int) -> str:
    """Return the base form of the verb at ``cue``; of any other word the word itself."""
    word = tokens.lower[cue]
    return VERBS[word].lemma if word in VERBS else word


def is_verb(tokens: Tokens, index: int) -> bool:
    """Tell whether a token is a known verb of communication, and read as a verb."""
    return tokens.lower[index] in VERBS and tokens.parse.tags[index].startswith("VB")


def sort_of(scene: Scene, speakers: Speakers, index: int) -> str:
    """Return what a noun phrase with its head at ``index`` stands for: a kind of name, "human", a pronoun, a tag."""
    word = scene.tokens.lower[index]
    if word in PRONOUNS or word in RELATIVES:
        return word
    mention = speakers.mention_at(index)
    if mention is not None:
        return mention.kind or "nobody known"
    if word in DOCUMENTS:
        return "document"
    return "human" if speakers.is_human(index) else scene.tokens.parse.tags[index]
