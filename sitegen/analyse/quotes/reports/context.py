"""A word that may report, in its sentence: what all choices look at."""

from dataclasses import dataclass

from sitegen.analyse.lexicon.cues import DOCUMENTS, VERBS
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import PRONOUNS, RELATIVES, Speakers
from sitegen.analyse.tokens import Tokens

PAUSES = frozenset({",", "—", "–", "--", "-", ";", ":", "(", ")", "...", "…"})
# What may stand before the head in its noun phrase.
MODIFIERS = frozenset("DT JJ JJR JJS NN NNS NNP NNPS PRP$ POS CD HYPH VBN".split())
_HEADS = frozenset("NN NNS NNP NNPS PRP CD JJ".split())
# A longer passage that begins its sentence is no word that the sentence is about.
_SHORT = 6
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


@dataclass(frozen=True, slots=True)
class CueContext:
    """The token ``cue`` of a block; made with ``CueContext.of``.

    ``sentence`` are the tokens of its sentence, of one without end those in reach. ``lemma`` is the verb in its base
    form, also of a noun that is a form of one ("claims"). ``subject`` is the head of the verb's subject, as grammar has
    it. ``first`` is the first token of the clause of cue and subject, where the subject stands before the cue.
    ``behind`` are the tokens behind the cue that depend on it, ``frame`` says what they are: dependency labels,
    prepositions as words. ``passage`` is the first token in quotation marks behind the cue, in its sentence and reach.
    """

    scene: Scene
    speakers: Speakers
    cue: int
    sentence: range
    lemma: str
    subject: int | None
    first: int
    behind: tuple[int, ...]
    frame: str
    passage: int | None

    @classmethod
    def of(cls, scene: Scene, speakers: Speakers, cue: int) -> "CueContext":
        """Look around the token ``cue``."""
        tokens, owner = scene.tokens, scene.owner
        sentence = range(max(scene.sentence_start(cue), cue - _REACH), min(scene.sentence_end(cue), cue + _REACH) + 1)
        subject = subject_of(scene, speakers, cue)
        behind = tuple(child for child in tokens.children[cue] if child > cue)
        reach = range(cue + 1, min(sentence.stop, cue + _PASSAGE_WITHIN))
        return cls(
            scene,
            speakers,
            cue,
            sentence,
            lemma(tokens, cue),
            subject,
            _first(scene, speakers, cue, sentence, subject),
            behind,
            _frame(tokens, behind),
            next((index for index in reach if index in owner), None),
        )

    @property
    def tokens(self) -> Tokens:
        """The tokens of the article."""
        return self.scene.tokens

    @property
    def known(self) -> str:
        """What the lexicon knows of the word: its frames and the manner of communication."""
        verb = VERBS.get(self.scene.tokens.lower[self.cue])
        return "noun" if verb is None else f"{verb.frames} {verb.manner}"

    def form(self, index: int) -> str:
        """Return a token as features: a mark for what stands in quotation marks, the tag of a name, else the word."""
        return "“" if index in self.scene.owner else self.scene.tokens.forms[index]


def _first(scene: Scene, speakers: Speakers, cue: int, sentence: range, subject: int | None) -> int:
    parse, first = scene.tokens.parse, cue
    while first - 1 in sentence and parse.heads[first - 1] == cue and parse.deps[first - 1] in _HELPERS:
        first -= 1
    if subject is not None and subject in sentence and 0 < cue - subject < _SUBJECT_WITHIN:
        first = min(first, speakers.phrase_start(scene, subject))
    return max(first, sentence.start)


def subject_of(scene: Scene, speakers: Speakers, cue: int) -> int | None:
    """Return the head of the subject of a cue: as grammar has it, else as the page has it.

    Between words in marks that end like a quotation and a verb stands who said them, also where the parser read no
    clause there: "“We won,” Holt notes", "“We won,” Ann Lee, 58, told the Packet".
    """
    known = scene.subjects
    if cue not in known:
        known[cue] = _subject_of(scene, speakers, cue)
    return known[cue]


def _subject_of(scene: Scene, speakers: Speakers, cue: int) -> int | None:
    if scene.tokens.parse.tags[cue].startswith("VB"):
        subject = speakers.subject(scene, cue)
        if subject is not None:
            return subject
    elif scene.tokens.lower[cue] not in VERBS:
        return None
    return _between_marks_and(scene, cue)


def _between_marks_and(scene: Scene, cue: int) -> int | None:
    """Return the head of the noun phrase between a passage that can be a quotation and the cue."""
    start, words, tags = cue, scene.tokens.words, scene.tokens.parse.tags
    while start > scene.sentence_start(cue) and cue - start < _SUBJECT_WITHIN and not scene.inside(start - 1):
        start -= 1
    if start in {cue, scene.run.start} or not scene.inside(start - 1) or start - 1 in scene.sentence_ends:
        return None
    passage = scene.owner[start - 1]
    whole = scene.tokens_of[passage].start == scene.sentence_start(cue) and len(scene.tokens_of[passage]) > _SHORT
    pointed = whole or words[start] in PAUSES or scene.pointed(passage)
    while start < cue and words[start] in PAUSES:
        start += 1
    stop = start
    while stop < cue and (tags[stop] in MODIFIERS or tags[stop] == "PRP"):
        stop += 1
    nouns = [index for index in range(start, stop) if tags[index] in _HEADS]
    return nouns[-1] if pointed and nouns else None


def _frame(tokens: Tokens, behind: tuple[int, ...]) -> str:
    deps, lower = tokens.parse.deps, tokens.lower
    found: dict[str, None] = {}
    for child in behind:
        label = deps[child]
        if label == "prep":
            found[lower[child]] = None
        elif label in _COMPLEMENTS:
            found[label] = None
        if len(found) == _MOST_COMPLEMENTS:
            break
    return "+".join(found)


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
