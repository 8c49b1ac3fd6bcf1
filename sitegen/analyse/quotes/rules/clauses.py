"""Reported speech: Ann Lee said (that) the quay was closed. The quay, she said, was closed. Lee called it "a gift".

Source: clausal and nominal complements of verbs and nouns of communication (Pareti 2015, Attribution: a computational
approach, chapter 3; parenthetical clauses: Quirk et al., A Comprehensive Grammar of the English Language, 14.29). Where
the words begin and end is chosen as ``reports`` explains. With words in marks among them the quotation is mixed.
"""

from bisect import bisect_left

from sitegen.analyse.lexicon.cues import DOCUMENTS, VERBS, forms_of
from sitegen.analyse.quotes.found import Found, claimed, cues
from sitegen.analyse.quotes.occupied import Occupied
from sitegen.analyse.quotes.report import Report
from sitegen.analyse.quotes.rules.whose import attributed
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.analyse.quotes.trim import REPORTING, marked_alone, trimmed, without_that
from sitegen.analyse.quotes.unsaid import denies, only_names, unsaid

# The least probability of just these words, from train read in folds: the F1 of speech is highest there, its precision
# above .75. What stands in marks is somebody's words far more often than what does not.
_LEAST_MARKED, _LEAST_PHRASE, _LEAST_UNMARKED, _LEAST_NOUN = 0.2, 0.25, 0.41, 0.55
# One word without marks tells readers nothing: "warned of floods".
_FEWEST_WORDS = 2
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
# Where it is likelier that it reports nothing, a verb is no cue of its own.
_NOTHING = 0.5
_NAMES = {"right": "clause.that", "left": "clause.before", "around": "clause.inserted"}
# Of texts the name says nothing: "wrote a letter to the board" tells who wrote to whom.
_WRITINGS = DOCUMENTS | frozenset("column essay piece op-ed review memoir novel poem song play".split())
_TEXTS = _WRITINGS | {f"{noun}s" for noun in _WRITINGS}
_TO_SOMEBODY = forms_of("write speak talk")
_BARE = frozenset({"DT", "PRP$", "CD", "JJ"})


def clauses(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Add what the cues of a block report, the surest first, where some of the words stand outside marks."""
    return _add(scene, speakers, found, wholly_marked=False)


def marked_clauses(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Add what the cues of a block report, the surest first, where all of the words stand in marks: called "a gift"."""
    return _add(scene, speakers, found, wholly_marked=True)


def _add(scene: Scene, speakers: Speakers, found: tuple[Found, ...], *, wholly_marked: bool) -> tuple[Found, ...]:
    results, occupied = list(found), Occupied(span for quotation in found for span in quotation.spans)
    used, taken = cues(found), claimed(found)
    for report in scene.reports.found:
        if scene.tokens.parse.starts[report.cue] in used or _relays(scene, report):
            continue
        drawn = _unattributed(scene, report, wholly_marked=wholly_marked)
        if drawn is not None and any(span in occupied for span in drawn.spans):
            # A surer cue has a part of the words: "said … and added …".
            shorter = _before_next(scene, report, occupied)
            drawn = None if shorter is None else _unattributed(scene, shorter, wholly_marked=wholly_marked)
        if drawn is None or taken & set(drawn.passages) or any(span in occupied for span in drawn.spans):
            continue
        quotation = _with_speaker(scene, speakers, report, drawn)
        if quotation is None:
            continue
        results.append(quotation)
        occupied.update(quotation.spans)
        taken.update(quotation.passages)
        used.update(cues((quotation,)))
    return tuple(results)


def _before_next(scene: Scene, report: Report, occupied: Occupied) -> Report | None:
    """Return a report without what another quotation has of its last words."""
    next_one = occupied.first_from(scene.tokens.parse.starts[report.parts[-1].start])
    return None if next_one is None else report.before(bisect_left(scene.tokens.parse.starts, next_one))


def _unattributed(scene: Scene, report: Report, *, wholly_marked: bool) -> Found | None:
    """Return what a report says, without its speaker; None where it is not sure enough or nothing that was said."""
    parts = trimmed(scene, report)
    name = _name(scene, report, parts) if parts else ""
    if name == "phrase":
        parts = [marked_alone(scene, part) for part in parts]
        if any(_is_document(scene, part) for part in parts) or _is_hearer(scene, report.cue, parts):
            return None
    if parts and _leads_to_cue(scene, parts[-1]):
        return None
    words = [index for part in parts for index in part if scene.tokens.words[index][0].isalnum()]
    marked = [index for index in words if index in scene.owner]
    if not parts or len(words) < (1 if marked else _FEWEST_WORDS) or (len(marked) == len(words)) != wholly_marked:
        return None
    speech = any(not scene.titled(scene.owner[index]) for index in marked)
    if marked and not speech and name == "phrase":
        # "has written a book called …": the title is no description by whoever wrote it.
        return None
    if name == "noun" and marked and _is_topic(scene, report):
        return None
    least = _LEAST_PHRASE if name == "phrase" else _LEAST_MARKED
    if not speech:
        least = _LEAST_NOUN if name == "noun" else _LEAST_UNMARKED
    if report.probability < least or unsaid(scene, report.cue) or (marked and denies(scene, report.cue)):
        return None
    spans = tuple(span for part in parts if (span := scene.content(without_that(scene, part))) is not None)
    if not spans:
        return None
    passages = tuple(sorted({scene.owner[index] for index in marked}))
    cue = scene.tokens.span(_cue(scene, report.cue))
    return Found(spans, passages, name, report.probability, None, cue)


def _with_speaker(scene: Scene, speakers: Speakers, report: Report, drawn: Found) -> Found | None:
    """Return a quotation with its speaker; None where without one it tells nothing."""
    quotation = attributed(scene, speakers, drawn, sure=drawn.confidence)
    # What is reported without marks and without a speaker ("was asked whether …") tells nobody who said what; round a
    # cue without a subject stand two odd pieces.
    nameless = quotation.voice is None and (not drawn.passages or drawn.rule == "clause.inserted")
    return None if nameless or only_names(scene, report.cue, quotation.voice) else quotation


def _is_hearer(scene: Scene, cue: int, parts: list[range]) -> bool:
    """Tell whether words say to whom somebody wrote or spoke, and not what."""
    begin = parts[0].start
    return scene.tokens.lower[cue] in _TO_SOMEBODY and begin == cue + 2 and scene.tokens.lower[begin - 1] == "to"


def _leads_to_cue(scene: Scene, words: range) -> bool:
    """Tell whether words only lead to a cue that has all the rest: "interjected | to say: …"."""
    begin = words.start
    if len(words) < 3 or scene.tokens.lower[begin] != "to":
        return False
    verb = VERBS.get(scene.tokens.lower[begin + 1])
    return verb is not None and verb.quotes and scene.reports.right(begin + 1) >= _LEAST_MARKED


def _is_document(scene: Scene, words: range) -> bool:
    """Tell whether words name a text, and nothing of what it says: "issued a statement", "a letter to the board"."""
    tags, lower = scene.tokens.parse.tags, scene.tokens.lower
    noun = next((index for index in words if tags[index] not in _BARE), None)
    if noun is None or lower[noun] not in _TEXTS or any(scene.inside(index) for index in words):
        return False
    return noun + 1 == words.stop or lower[noun + 1] in {"to", "from"}


def _cue(scene: Scene, cue: int) -> range:
    of_two = scene.tokens.lower[cue] == "according" and cue + 1 in scene.run
    return range(cue, cue + 1 + of_two)


def _name(scene: Scene, report: Report, parts: list[range]) -> str:
    """Return the name of the rule under which readers find the quotation explained."""
    tokens = scene.tokens
    if tokens.lower[report.cue] == "according":
        return "according-to"
    if not tokens.parse.tags[report.cue].startswith("VB"):
        return "noun"
    clause = any(tokens.parse.deps[child] in {"ccomp", "xcomp"} for child in tokens.children[report.cue])
    that = tokens.lower[parts[-1].start] == "that" or tokens.lower[parts[-1].start - 1] == "that"
    side = "left" if report.side == "around" and len(parts) == 1 else report.side
    return _NAMES[side] if side != "right" or clause or that else "phrase"


def _is_topic(scene: Scene, report: Report) -> bool:
    """Tell whether the marks behind a noun are what was spoken of: an answer to "the question"."""
    begin = report.parts[-1].start
    return report.side == "right" and scene.tokens.lower[begin - 1] in {"to", "on", "about", "over"}


def _relays(scene: Scene, report: Report) -> bool:
    """Tell whether a cue relays what one among its words reports: Lee said …, according to the Packet; Lee said …, the
    Packet reported."""
    word = scene.tokens.lower[report.cue]
    if word != "according" and not (word in REPORTING and report.side == "left"):
        return False
    tags, sides = scene.tokens.parse.tags, scene.reports.sides
    words = (index for part in report.parts for index in part if index in sides and tags[index] in _FINITE)
    return any(sides[index][0] < _NOTHING for index in words)
