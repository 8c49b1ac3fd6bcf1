"""Words, then cue: "We won," Ann Lee said. "We won," said Ann Lee.

Source: the commonest pattern of English news (Pareti et al., Automatically Detecting and Attributing Indirect
Quotations, 2013; the QVS and QSV templates of O'Keefe et al., A Sequence Labelling Approach to Quote Attribution,
2012).
"""

from dataclasses import dataclass

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.quotes.found import UNSAID, Found, claimed
from sitegen.analyse.quotes.occupied import Occupied
from sitegen.analyse.quotes.reports.context import subject_of
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers, nearest_noun
from sitegen.analyse.quotes.unsaid import unsaid

# How far behind the words a cue may stand, in tokens: appositions lie between ("Paul, a Kentucky Republican, said").
_REACH = 40
_INVERTED = 2
# The least probability that a verb reports what stands before it.
_LEAST = 0.3
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_PAUSES = frozenset({",", "—", "–", "--", "-", ";", "…", "..."})


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb and the head of its subject, as token indices."""

    verb: int
    subject: int
    confidence: float


def cue_after(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute each free passage whose sentence goes on with a cue verb and its subject."""
    taken = claimed(found)
    results, occupied = list(found), Occupied(span for quotation in found for span in quotation.spans)
    for number in range(len(scene.passages)):
        quotation = _attributed(scene, speakers, number) if number not in taken else None
        if quotation is not None and not any(span in occupied for span in quotation.spans):
            results.append(quotation)
            occupied.update(quotation.spans)
    return tuple(results)


def _attributed(scene: Scene, speakers: Speakers, number: int) -> Found | None:
    passage = scene.tokens_of[number]
    if not passage or scene.titled(number) or passage[-1] in scene.sentence_ends or not scene.passages[number].closed:
        return None
    gap = _gap(scene, passage.stop)
    cue = find_cue(scene, speakers, gap)
    if cue is None or not (_pointed(scene, number, gap) or _comma_before(scene, speakers, gap, cue)):
        return None
    span = scene.content(_content(scene, passage, gap, cue))
    if span is None:
        return None
    if unsaid(scene, cue.verb, habitual=True):
        return Found((span,), (number,), UNSAID, 0.0)
    return Found(
        (span,),
        (number,),
        "cue.inverted" if cue.subject > cue.verb else "cue.after",
        cue.confidence,
        speakers.voice(scene, cue.subject),
        scene.tokens.span(range(cue.verb, cue.verb + 1)),
    )


def _pointed(scene: Scene, number: int, gap: range) -> bool:
    """Tell whether the words end as a quotation ends before its cue: with a comma, a question, a dash, inside the
    marks or behind them."""
    return scene.pointed(number) or scene.tokens.words[gap[0]] in _PAUSES


def _comma_before(scene: Scene, speakers: Speakers, gap: range, cue: Cue) -> bool:
    """Tell whether a comma parts the cue's clause from what the sentence says before it, or nothing stands between."""
    if cue.subject < gap.start:
        return False
    first = min(cue.verb, speakers.phrase_start(scene, cue.subject))
    return first <= gap.start or scene.tokens.words[first - 1] in _PAUSES


def _content(scene: Scene, passage: range, gap: range, cue: Cue) -> range:
    """Widen the words to the clause that they are a part of: "The plan is "a gift", said Lee"."""
    words = scene.tokens.words
    start, stop = scene.sentence_start(passage.start), passage.stop
    before = [index for index in range(start, passage.start) if words[index][0].isalnum()]
    if not before or _has_cue(scene, before) or any(scene.inside(index) for index in before):
        start = passage.start
    comma = min(cue.verb, cue.subject) - 1
    between = [index for index in range(gap.start, comma) if words[index][0].isalnum()]
    if cue.subject > cue.verb and between and words[comma] in _PAUSES and words[gap.start] not in _PAUSES:
        stop = comma
    return range(start, stop)


def _gap(scene: Scene, start: int) -> range:
    """Return the tokens outside the marks from ``start`` to the end of the sentence or the next passage."""
    end = start
    while end < scene.run.stop and end - start < _REACH and not scene.inside(end):
        end += 1
        if end - 1 in scene.sentence_ends:
            break
    return range(start, end)


def _has_cue(scene: Scene, tokens: list[int]) -> bool:
    tags, lower = scene.tokens.parse.tags, scene.tokens.lower
    return any(lower[index] in VERBS and tags[index].startswith("VB") for index in tokens)


def find_cue(scene: Scene, speakers: Speakers, gap: range) -> Cue | None:
    """Return the cue for words that end where ``gap`` begins.

    The verb stands first and its subject follows ("said Ann Lee"), or the subject stands first; a verb of a
    relative clause inside the subject is passed over.
    """
    first = next((index for index in gap if scene.tokens.words[index][0].isalnum()), None)
    if first is None:
        return None
    for verb in gap:
        if _reports(scene, verb, first) and scene.reports.left(verb) >= _LEAST:
            cue = _with_subject(scene, speakers, gap, first, verb)
            if cue is not None:
                return cue
        elif _misread(scene, speakers, gap, verb):
            subject = subject_of(scene, speakers, verb)
            if subject is not None and subject < verb:
                return Cue(verb, subject, 0.85)
    return None


def _reports(scene: Scene, verb: int, first: int) -> bool:
    tokens = scene.tokens
    known = VERBS.get(tokens.lower[verb])
    if known is None or not (known.quotes or (verb - first <= _INVERTED and known.manner == "thought")):
        return False
    return tokens.parse.tags[verb].startswith("VB") or tokens.lower[verb] in {"said", "says"}


def _misread(scene: Scene, speakers: Speakers, gap: range, word: int) -> bool:
    """Tell whether a noun can only be the verb, right after words in marks: "“We won,” the two write."; in a headline
    also behind a person's name: "‘We won,’ Ann Lee Tells Council"."""
    tokens, tag = scene.tokens, scene.tokens.parse.tags[word]
    known = VERBS.get(tokens.lower[word])
    if known is None or not known.quotes or not tag.startswith("NN") or word == gap.start:
        return False
    if tag.startswith("NNP"):
        before = speakers.mention_at(word - 1)
        return before is not None and before.kind == "person"
    return word + 1 >= scene.run.stop or tokens.words[word + 1] in {".", ","}


def _with_subject(scene: Scene, speakers: Speakers, gap: range, first: int, verb: int) -> Cue | None:
    parse = scene.tokens.parse
    leads = verb == first or (verb == first + 1 and parse.tags[first] == "RB")
    behind = range(verb + 1, min(verb + 12, gap.stop))
    if leads and parse.tags[verb] != "VBG":
        subject = _inverted_subject(scene, speakers, verb, behind)
        if subject is not None:
            return Cue(verb, subject, 0.95)
    subject = speakers.subject(scene, verb)
    if subject is not None and subject in range(gap.start, verb):
        # "by Ann Lee, who has read every logbook": the verb describes, it does not report.
        describes = parse.deps[verb] == "relcl" or scene.tokens.lower[subject] in _RELATIVES
        return None if describes else Cue(verb, subject, 0.97)
    if subject is not None and subject in behind:
        return Cue(verb, subject, 0.9)
    near = nearest_noun(scene, speakers, range(first, verb))
    if near is not None and verb - first < _REACH:
        return Cue(verb, near, 0.85)
    finite = parse.tags[verb] in {"VBD", "VBZ", "VBP"}
    if subject is not None and finite and subject < gap.start and verb - first <= _INVERTED:
        # "Ann Lee rose. "We won," and added …": the subject stands before the words.
        return Cue(verb, subject, 0.7)
    return None


def _inverted_subject(scene: Scene, speakers: Speakers, verb: int, behind: range) -> int | None:
    parse = scene.tokens.parse
    for child in scene.tokens.children[verb]:
        if parse.deps[child] in {"nsubj", "dobj", "attr", "oprd"} and child in behind:
            return child
    return nearest_noun(scene, speakers, behind)
