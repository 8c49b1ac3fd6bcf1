"""Reported speech in one block: which words say what somebody said, marked or not.

Four choices, each made by weighted features: does a word report, and on which side of it do the words stand; where do
they begin; where do they end; and who said them (``speaker``). Grammar proposes, what was learned from annotated news
decides.
"""

from collections.abc import Sequence

from sitegen.analyse.quotes.learned.weights import Weights
from sitegen.analyse.quotes.report import SIDES, Report, Reports
from sitegen.analyse.quotes.reports.begins import begin_features, begins, left_features, lefts
from sitegen.analyse.quotes.reports.context import CueContext, lemma
from sitegen.analyse.quotes.reports.ends import end_features, ends
from sitegen.analyse.quotes.reports.sides import may_report, side_features
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers

# A word that reports nothing more surely than this is not looked at further.
_SURELY_NOTHING = 0.75
# No rule takes what is less likely than this to be said in just these words.
_TOO_UNLIKELY = 0.2
_NOTHING = (1.0, 0.0, 0.0, 0.0)


def read_reports(speakers: Speakers, scene: Scene) -> Reports:
    """Return what the words of a block report, and for each that may report how likely it does, on which side."""
    learned = scene.learned
    sides: dict[int, tuple[float, ...]] = {}
    found = []
    tokens = scene.tokens
    for cue in may_report(scene):
        if f"{lemma(tokens, cue)}|{tokens.parse.tags[cue]}" in learned.silent:
            sides[cue] = _NOTHING
            continue
        context = CueContext.of(scene, speakers, cue)
        sides[cue] = learned.sides.probabilities(side_features(context))
        report = _report(context, sides[cue], learned)
        if report is not None:
            found.append(report)
    found.sort(key=lambda report: (-report.probability, report.cue))
    return Reports(tuple(found), sides)


def _report(context: CueContext, sides: Sequence[float], learned: Weights) -> Report | None:
    if sides[0] > _SURELY_NOTHING:
        return None
    probability = max(sides[1:])
    side = SIDES[sides.index(probability, 1)]
    parts = []
    stops: tuple[tuple[int, float], ...] = ()
    if side in {"left", "around"}:
        part, likely = _before(context, learned)
        parts.append(part)
        probability *= likely
    if side in {"right", "around"}:
        part, likely, stops = _behind(context, learned, probability)
        parts.append(part)
        probability *= likely
    return Report(context.cue, side, tuple(parts), probability, stops) if all(parts) else None


def _behind(
    context: CueContext, learned: Weights, reports: float
) -> tuple[range, float, tuple[tuple[int, float], ...]]:
    """Return the words behind the cue, how likely they are just these, and where else they may end.

    The words are empty where there are none, and where it is too unlikely with ``reports``, the probability that the
    cue has any.
    """
    found = begins(context)
    if not found:
        return range(0), 0.0, ()
    which, probability = learned.begins.best(begin_features(context, found))
    if probability * reports < _TOO_UNLIKELY:
        return range(0), 0.0, ()
    begin = found[which]
    stops = ends(context, begin)
    likely = learned.ends.probabilities(end_features(context, begin, stops))
    highest = max(likely)
    words = range(begin, stops[likely.index(highest)])
    return words, probability * highest, tuple(zip(stops, likely, strict=True))


def _before(context: CueContext, learned: Weights) -> tuple[range, float]:
    """Return the words before the clause of cue and subject, and the probability that they are just these."""
    found = lefts(context)
    which, probability = learned.lefts.best(left_features(context, found))
    return range(found[which], max(found[which], context.first)), probability
