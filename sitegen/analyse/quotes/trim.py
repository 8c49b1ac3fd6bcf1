"""What is the reporter's at the rim of reported words: "that", a day, who relays them, the rest of the sentence."""

from sitegen.analyse.lexicon.nouns import TIMES
from sitegen.analyse.quotes.report import Report
from sitegen.analyse.quotes.scene import Scene

# Verbs by which a paper relays: "…, the Packet reported".
REPORTING = frozenset({"reported", "reports"})
_LONGEST_RELAY, _LONGEST_NAME, _LAST = 15, 6, 3
_WHEN = TIMES | {"on", "in", "at", "last", "this", "late", "early", "the", ",", "—", "–", "-"}
_ADVERBIAL = frozenset({"when", "while", "after", "before", "as", "during", "in", "on", "at"})


def trimmed(scene: Scene, report: Report) -> list[range]:
    """Return the parts of a report without what is the reporter's; no passage in marks is cut. May be empty."""
    parts = []
    for part in report.parts:
        words = _without_relay(scene, report.cue, _whole_passages(scene, part))
        words = _of_noun(scene, report.cue, _without_time(scene, words))
        if words:
            parts.append(words)
    return parts


def without_that(scene: Scene, run: range) -> range:
    """Leave out what only leads to the words: "that", and when it was said ("said | when she was back that | …")."""
    tokens = scene.tokens
    first = run.start
    while first in run and tokens.words[first] in {",", ":"}:
        first += 1
    if first in run and tokens.lower[first] in _ADVERBIAL:
        that = next(
            (i for i in range(first, run.stop) if tokens.lower[i] == "that" and tokens.parse.tags[i] == "IN"), -1
        )
        first = that if that >= 0 and not scene.inside(that) else first
    that = first in run and tokens.lower[first] == "that"
    return range(first + that, run.stop)


def marked_alone(scene: Scene, run: range) -> range:
    """Return the marks alone where a phrase only introduces them: the position that | "there was no leak"."""
    passage = next((index for index in run if scene.inside(index)), run.start)
    whole = scene.tokens_of[scene.owner[passage]] if scene.inside(passage) else run
    behind = [index for index in range(whole.stop, run.stop) if scene.tokens.words[index][0].isalnum()]
    led = passage > run.start and scene.tokens.lower[passage - 1] == "that"
    return whole if led and not behind else run


def _whole_passages(scene: Scene, run: range) -> range:
    """Widen ``run`` so that no passage is cut."""
    start, end = run.start, run.stop
    if start in scene.owner:
        start = min(start, scene.tokens_of[scene.owner[start]].start)
    if end - 1 in scene.owner:
        end = max(end, scene.tokens_of[scene.owner[end - 1]].stop)
    return range(start, end)


def _of_noun(scene: Scene, cue: int, run: range) -> range:
    """Leave out what does not hang on a noun that reports: "the claim that it rained | surprised nobody"."""
    parse = scene.tokens.parse
    if parse.tags[cue].startswith("VB") or scene.tokens.lower[cue] == "according":
        return run
    phrase = scene.tokens.subtree(cue)
    return _whole_passages(scene, range(run.start, min(run.stop, phrase.stop))) if run.start in phrase else range(0)


def _without_relay(scene: Scene, cue: int, run: range) -> range:
    """Leave out a last "…, according to the Packet" or "…, the Packet reported", which is the reporter's."""
    lower = scene.tokens.lower
    first = next((index for index in run if scene.tokens.words[index][0].isalnum()), run.start)
    if lower[first] == "according" and first != cue:
        return range(0)
    for index in range(max(run.start + 1, run.stop - _LONGEST_RELAY), run.stop):
        word = lower[index]
        if (word != "according" and word not in REPORTING) or scene.inside(index) or index == cue:
            continue
        if word == "according" and lower[index - 1] == ",":
            return range(run.start, index - 1)
        if word in REPORTING and index >= run.stop - _LAST:
            comma = next((i for i in range(index, max(run.start, index - _LONGEST_NAME), -1) if lower[i] == ","), None)
            return run if comma is None else range(run.start, comma)
    return run


def _without_time(scene: Scene, run: range) -> range:
    """Leave out when it was said, behind the last marks: called it "a gift" | on Monday."""
    end = run.stop
    while end - 1 in run and not scene.inside(end - 1) and scene.tokens.lower[end - 1] in _WHEN:
        end -= 1
    time = any(scene.tokens.lower[index] in TIMES for index in range(end, run.stop))
    return range(run.start, end) if time and end > run.start and scene.inside(end - 1) else run
