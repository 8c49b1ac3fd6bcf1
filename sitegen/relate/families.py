"""The utterances of one speaker that several quotations carry: families of versions.

Each family gathers round its fullest quotation, and holds what is like that one: so a short passage that stands in two
different speeches doesn't make one of them. Candidates come from an index of pairs of telling words that follow each
other; no two quotations are compared without any in common, and none with more than so many, so the work stays close
to linear, whatever the texts repeat.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import pairwise
from math import log

from sitegen.model.relations import Family, Version
from sitegen.relate.likeness import Likeness, likeness
from sitegen.relate.statement import Statement, in_time
from sitegen.relate.words import Words

_Pair = tuple[str, str]

_RANKS = {"direct": 0, "mixed": 1, "indirect": 2}
# So many quotations are looked at in all to find the candidates of one, and so many of them are compared with it.
_MOST_HOLDERS = 400
_MOST_COMPARED = 8
# A quotation that is longer by less than this share is no fuller: the very words go before an article's own.
_FULLER = 1.25


def families(statements: Collection[Statement]) -> Iterator[Family]:
    """Yield the utterances that several of ``statements``, all of one speaker, carry.

    The outcome does not depend on the order of the arguments.
    """
    leads = _Leads()
    found: dict[str, list[tuple[Statement, Version]]] = {}
    for statement in sorted(statements, key=_fullest_first):
        best = leads.best(statement)
        if best is None:
            leads.add(statement)
        else:
            lead, alike = best
            # Where the fullest is not the longest, its words all stand in the other.
            end = min(alike.end, len(lead.words)) if len(statement.words) <= len(lead.words) else len(lead.words)
            start = alike.start if len(statement.words) <= len(lead.words) else 0
            found.setdefault(lead.id, []).append((statement, Version(statement.id, start, end, alike.share)))
    for lead in leads.all:
        if lead.id in found:
            others = (version for _, version in sorted(found[lead.id], key=lambda each: in_time(each[0])))
            yield Family((Version(lead.id, 0, len(lead.words)), *others))


@dataclass(slots=True)
class _Leads:
    """The fullest quotation of each family, findable by its words."""

    all: list[Statement] = field(default_factory=list)
    _by_words: dict[Words, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    _by_pair: dict[_Pair, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, statement: Statement) -> None:
        for pair in _pairs(statement):
            self._by_pair[pair].append(len(self.all))
        self.all.append(statement)
        self._by_words[statement.words].append(statement)

    def best(self, statement: Statement) -> tuple[Statement, Likeness] | None:
        """Return the lead that ``statement`` is most like: of several, one of its own article, then of a near day."""
        twins = self._by_words.get(statement.words, ())[:_MOST_COMPARED]
        return _most_like(statement, twins) or _most_like(statement, self._sharing(statement))

    def _sharing(self, statement: Statement) -> Iterator[Statement]:
        """Yield the leads that share the most pairs of words with ``statement``."""
        shared: Counter[int] = Counter()
        looked_at = 0
        for leads in sorted(filter(None, map(self._by_pair.get, _pairs(statement))), key=len):
            shared.update(leads[: _MOST_HOLDERS - looked_at])
            looked_at += len(leads)
            if looked_at >= _MOST_HOLDERS:
                break
        # Of leads that share as much, the fuller ones come first.
        for number, _ in nsmallest(_MOST_COMPARED, shared.items(), key=lambda each: (-each[1], each[0])):
            yield self.all[number]


def _most_like(statement: Statement, leads: Iterable[Statement]) -> tuple[Statement, Likeness] | None:
    scored = []
    for lead in leads:
        short, long = sorted((statement, lead), key=lambda each: len(each.words))
        alike = likeness(short, long)
        if alike is not None:
            scored.append((-alike.share, *_distance(statement, lead), lead.id, lead, alike))
    if not scored:
        return None
    *_, lead, alike = min(scored, key=lambda each: each[:4])
    return lead, alike


def _pairs(statement: Statement) -> Collection[_Pair]:
    # In the order of the text: that of a set would change from run to run, and with it which leads are looked at.
    return dict.fromkeys(pairwise(statement.content))


def _fullest_first(statement: Statement) -> tuple[int, int, int, tuple[str, str, int]]:
    """Return what statements are ordered by: longer ones first, of about one length the very words, then the oldest."""
    grade = int(log(max(1, len(statement.content)), _FULLER))
    return -grade, _RANKS[statement.kind], -len(statement.words), in_time(statement)


def _distance(one: Statement, other: Statement) -> tuple[bool, int]:
    """Return how far apart two quotations stand: in one article or not, and days, where both are dated."""
    days = abs((one.day - other.day).days) if one.day is not None and other.day is not None else 10**6
    return one.article != other.article, days
