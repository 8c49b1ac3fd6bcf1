"""Reported speech in one block: which words say what somebody said, marked or not.

Four choices, each made by weighted evidence: does a word report, and on which side of it do the words stand; where do
they begin; where do they end; and who said them (``sources``). Grammar proposes, what was learned from annotated news
decides.
"""

from collections.abc import Sequence

from sitegen.analyse.quotes.learned.weights import Weights
from sitegen.analyse.quotes.report import SIDES, Report, Reports
from sitegen.analyse.quotes.reports.begins import begin_evidence, begins, left_evidence, lefts
from sitegen.analyse.quotes.reports.ends import end_evidence, ends
from sitegen.analyse.quotes.reports.sides import may_report, side_evidence
from sitegen.analyse.quotes.reports.site import CueSite
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers

# A word that reports nothing more surely than this is not looked at further.
_SURELY_NOTHING = 0.75


def read_reports(speakers: Speakers, scene: Scene) -> Reports:
    """Return what the words of a block report, and for each that may report the odds of where the words stand."""
    learned = scene.learned
    sides: dict[int, Sequence[float]] = {}
    found = []
    for cue in may_report(scene):
        site = CueSite(scene, speakers, cue)
        sides[cue] = learned.sides.odds(side_evidence(site))
        report = _report(site, sides[cue], learned)
        if report is not None:
            found.append(report)
    found.sort(key=lambda report: (-report.odds, report.cue))
    return Reports(tuple(found), sides)


def _report(site: CueSite, odds: Sequence[float], learned: Weights) -> Report | None:
    if odds[0] > _SURELY_NOTHING:
        return None
    likeliest = max(odds[1:])
    side = SIDES[odds.index(likeliest, 1)]
    parts, chance = [], likeliest
    stops: tuple[tuple[int, float], ...] = ()
    if side in {"left", "around"}:
        part, likely = _before(site, learned)
        parts.append(part)
        chance *= likely
    if side in {"right", "around"}:
        part, likely, stops = _behind(site, learned)
        parts.append(part)
        chance *= likely
    words = tuple(part for part in parts if part)
    return Report(site.cue, side, words, chance, stops) if words else None


def _behind(site: CueSite, learned: Weights) -> tuple[range, float, tuple[tuple[int, float], ...]]:
    """Return the words behind the cue, empty where there are none, the probability that they are just these, and
    where else they may end."""
    found = begins(site)
    if not found:
        return range(0), 1.0, ()
    which, chance = learned.begins.best(begin_evidence(site, found))
    begin = found[which]
    stops = ends(site, begin)
    odds = learned.ends.odds(end_evidence(site, begin, stops))
    highest = max(odds)
    return range(begin, stops[odds.index(highest)]), chance * highest, tuple(zip(stops, odds, strict=True))


def _before(site: CueSite, learned: Weights) -> tuple[range, float]:
    """Return the words before the clause of cue and subject, and the probability that they are just these."""
    found = lefts(site)
    which, chance = learned.lefts.best(left_evidence(site, found))
    return range(found[which], max(found[which], site.first)), chance
