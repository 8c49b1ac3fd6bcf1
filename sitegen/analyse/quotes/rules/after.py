"""Words, then cue: "We won," Ann Lee said. "We won," said Ann Lee.

Source: the commonest pattern of English news (Pareti et al., Automatically Detecting and Attributing Indirect
Quotations, 2013; the QVS and QSV templates of O'Keefe et al., A Sequence Labelling Approach to Quote Attribution,
2012).
"""

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers, nearest_noun

# How far behind the words a cue may stand, in tokens: appositions lie between ("Paul, a Kentucky Republican, said").
_REACH = 40
_INVERTED = 2


def cue_after(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute each passage whose sentence goes on with a cue verb and its subject."""
    results = (_attributed(scene, speakers, number) for number in range(len(scene.passages)))
    return (*found, *(quotation for quotation in results if quotation is not None))


def _attributed(scene: Scene, speakers: Speakers, number: int) -> Found | None:
    passage = scene.tokens_of[number]
    if not passage or passage[-1] in scene.sentence_ends or not scene.passages[number].closed:
        return None
    gap = _gap(scene, passage.stop)
    cue = find_cue(scene, speakers, gap)
    if cue is None:
        return None
    verb, speaker, confidence = cue
    start = scene.sentence_start(passage.start)
    before = [index for index in range(start, passage.start) if scene.tokens.words[index][0].isalnum()]
    content = passage
    if before and not _has_cue(scene, before) and not any(scene.inside(index) for index in before):
        # "The plan is "a gift to the tide", said X": the reported clause begins before the marks.
        content = range(start, passage.stop)
    span = scene.content(content)
    if span is None:
        return None
    inverted = speaker > verb
    return Found(
        (span,),
        (number,),
        "cue.inverted" if inverted else "cue.after",
        confidence,
        speakers.voice(scene, speaker),
        scene.tokens.span(range(verb, verb + 1)),
    )


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


def find_cue(scene: Scene, speakers: Speakers, gap: range) -> tuple[int, int, float] | None:
    """Return cue verb, head of its subject and confidence for words that end where ``gap`` begins.

    The verb stands first and its subject follows ("said Ann Lee"), or the subject stands first; a verb of a
    relative clause inside the subject is passed over.
    """
    tokens = scene.tokens
    first = next((index for index in gap if tokens.words[index][0].isalnum()), None)
    if first is None:
        return None
    for verb in gap:
        frames = VERBS.get(tokens.lower[verb], ("", ""))[1]
        if "q" not in frames and not (frames and verb - first <= _INVERTED and "w" in frames):
            continue
        if not (tokens.parse.tags[verb].startswith("VB") or tokens.lower[verb] in {"said", "says"}):
            continue
        leads = verb == first or (verb == first + 1 and tokens.parse.tags[first] == "RB")
        if leads and tokens.parse.tags[verb] != "VBG":
            behind = range(verb + 1, min(verb + 12, gap.stop))
            subject = _inverted_subject(scene, speakers, verb, behind)
            if subject is not None:
                return verb, subject, 0.95
        subject = speakers.subject(scene, verb)
        if subject is not None and subject in range(gap.start, verb):
            if tokens.parse.deps[verb] == "relcl":
                # "by Ann Lee, who has read every logbook": the verb describes, it does not report.
                continue
            return verb, subject, 0.97
        near = nearest_noun(scene, speakers, range(first, verb), backwards=True)
        if near is not None and verb - first < _REACH:
            head = nearest_noun(scene, speakers, range(first, verb))
            return verb, head if head is not None else near, 0.85
        finite = tokens.parse.tags[verb] in {"VBD", "VBZ", "VBP"}
        if subject is not None and finite and subject < gap.start and verb - first <= _INVERTED:
            # "Ann Lee rose. "We won," and added …": the subject stands before the words.
            return verb, subject, 0.7
    return None


def _inverted_subject(scene: Scene, speakers: Speakers, verb: int, behind: range) -> int | None:
    parse = scene.tokens.parse
    for child in scene.tokens.children[verb]:
        if parse.deps[child] in {"nsubj", "dobj", "attr", "oprd"} and child in behind:
            return child
    return nearest_noun(scene, speakers, behind)
