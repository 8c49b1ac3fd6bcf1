"""learn_reports.py GOLD.jsonl [--cache DIR]: learn the weights of reported speech from annotated articles.

Writes sitegen/analyse/quotes/learned/weights.json. GOLD.jsonl is a file such as PolNeAR's training split, in the form
that its scorer describes; what is written holds single words, grammar labels and figures, nothing of the texts. Names
count by their tag alone. Needs numpy and scipy, takes some minutes for 840 articles (most of it spaCy's; ``--cache``
keeps the parses), and gives the same weights every time.

Each choice is a conditional logit model (see ``learned/choice.py``), fitted by L-BFGS with an L2 penalty.
"""

import argparse
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from gold import Annotated, annotated, read_gold
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from sitegen.analyse import find_entities
from sitegen.analyse.lexicon.cues import NOUNS, VERBS
from sitegen.analyse.quotes import make_scenes
from sitegen.analyse.quotes.learned import weights as learned
from sitegen.analyse.quotes.learned.choice import Choice, Classes, Evidence
from sitegen.analyse.quotes.learned.weights import Weights
from sitegen.analyse.quotes.marks import find_passages
from sitegen.analyse.quotes.report import SIDES
from sitegen.analyse.quotes.reports.begins import begin_evidence, begins, left_evidence, lefts
from sitegen.analyse.quotes.reports.ends import end_evidence, ends
from sitegen.analyse.quotes.reports.sides import may_report, side_evidence
from sitegen.analyse.quotes.reports.site import CueSite
from sitegen.analyse.quotes.reports.sources import side_of, source_evidence, sources
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.analyse.tokens import Tokens
from sitegen.model.span import Span

PENALTY, PENALTY_OF_SOURCES = 4.0, 3.0
# Evidence that was seen less often is not learned from; it would tell of single articles.
FEWEST, FEWEST_OF_SOURCES = 8, 5
SMALLEST = 0.03

Group = tuple[list[Evidence], int]


@dataclass
class Examples:
    """What people chose: for each choice the alternatives, and the number of the one that is right."""

    sides: list[tuple[Evidence, int]] = field(default_factory=list)
    begins: list[Group] = field(default_factory=list)
    lefts: list[Group] = field(default_factory=list)
    ends: list[Group] = field(default_factory=list)
    sources: list[Group] = field(default_factory=list)

    def extend(self, others: Iterable["Examples"]) -> "Examples":
        """Add those of other articles; returns itself."""
        for other in others:
            for name in ("sides", "begins", "lefts", "ends", "sources"):
                getattr(self, name).extend(getattr(other, name))
        return self


class _Article:
    """One annotated article as the analysis sees it before it chooses."""

    def __init__(self, found: Annotated) -> None:
        article = found.article
        self.gold = found.gold
        self.tokens = Tokens.of(article.text, found.parse)
        _, _, named = find_entities(article, self.tokens)
        self.speakers = Speakers(self.tokens, named)
        marked, _ = find_passages(article.text, found.blocks)
        nothing = Weights(Classes((), ()), *[Choice(())] * 4)
        self.scenes, _ = make_scenes(self.speakers, found.blocks, marked, nothing)

    def run(self, start: int, end: int) -> list[int]:
        """Return the tokens that share a character with the span."""
        parse = self.tokens.parse
        index, found = bisect_right(parse.ends, start), []
        while index < len(self.tokens) and parse.starts[index] < end:
            found.append(index)
            index += 1
        return found

    def word(self, index: int) -> bool:
        return self.tokens.words[index][0].isalnum()

    def nothing_between(self, start: int, end: int) -> bool:
        return not any(self.word(index) for index in range(start, end))


def examples_of(found: Annotated) -> Examples:
    """Return what one article teaches."""
    article = _Article(found)
    examples = Examples()
    scene_of = {cue: scene for scene in article.scenes for cue in may_report(scene)}
    ignored = [Span(start, end) for start, end in found.gold.get("ignore", ())]
    reports, doubtful = _reports(article, scene_of)
    for cue, scene in scene_of.items():
        if any(span.start <= article.tokens.parse.starts[cue] < span.end for span in ignored):
            continue
        site = CueSite(scene, article.speakers, cue)
        if cue in reports:
            _learn_report(article, site, reports[cue], examples)
        elif cue not in doubtful:
            examples.sides.append((side_evidence(site), SIDES.index("none")))
    _learn_sources(article, examples)
    return examples


def _reports(article: _Article, scene_of: dict[int, Scene]) -> tuple[dict[int, list[Any]], set[int]]:
    """Return the quotations of each cue, by the word of the cue that reports, and the words that prove nothing.

    Those are the other words of a cue, and the cues of attitudes, which are neither speech nor its absence.
    """
    reports: dict[int, list[Any]] = {}
    doubtful: set[int] = set()
    for quote in article.gold["quotes"]:
        cue = quote["cue"]
        words = [index for index in article.run(cue["start"], cue["end"]) if index in scene_of] if cue else []
        verbs = [
            index
            for index in words
            if article.tokens.parse.tags[index].startswith("VB") or article.tokens.lower[index] == "according"
        ]
        if words and quote["speech"]:
            head = (verbs or words)[-1]
            reports.setdefault(head, []).append(quote)
            doubtful.update(word for word in words if word != head)
        else:
            doubtful.update(words)
    return reports, doubtful


def _learn_report(article: _Article, site: CueSite, quotes: list[Any], examples: Examples) -> None:
    tokens = article.tokens
    content = {
        index
        for quote in quotes
        for start, end in quote["spans"]
        for index in article.run(start, end)
        if index in site.sentence and (article.word(index) or tokens.words[index] in "$£€")
    }
    right = sorted(index for index in content if index > site.cue)
    left = sorted(index for index in content if index < site.first)
    if not right and not left:
        return
    side = SIDES.index("around" if right and left else "right" if right else "left")
    examples.sides.append((side_evidence(site), side))
    if right:
        _learn_behind(article, site, right, examples)
    if left:
        found = lefts(site)
        fitting = [n for n, begin in enumerate(found) if begin <= left[0] and article.nothing_between(begin, left[0])]
        if fitting and len(found) > 1:
            examples.lefts.append((left_evidence(site, found), fitting[-1]))


def _learn_behind(article: _Article, site: CueSite, right: list[int], examples: Examples) -> None:
    first = right[1] if article.tokens.lower[right[0]] == "that" and len(right) > 1 else right[0]
    found = begins(site)
    fitting = [n for n, begin in enumerate(found) if begin <= first and article.nothing_between(begin, first)]
    if not fitting:
        return
    if len(found) > 1:
        examples.begins.append((begin_evidence(site, found), fitting[-1]))
    begin, stop = found[fitting[-1]], right[-1] + 1
    stops = ends(site, begin)
    fitting = [n for n, end in enumerate(stops) if end >= stop and article.nothing_between(stop, end)]
    if fitting and len(stops) > 1:
        examples.ends.append((end_evidence(site, begin, stops), fitting[0]))


def _learn_sources(article: _Article, examples: Examples) -> None:
    tokens, parse = article.tokens, article.tokens.parse
    scene_of = {index: scene for scene in article.scenes for index in scene.run if not scene.inside(index)}
    for quote in article.gold["quotes"]:
        cue, speaker = quote["cue"], quote["speaker"]
        if not quote["speech"] or not cue:
            continue
        words = [
            index
            for index in article.run(cue["start"], cue["end"])
            if index in scene_of and (tokens.lower[index] in VERBS or tokens.lower[index] in {"according", *NOUNS})
        ]
        if not words:
            continue
        scene, head = scene_of[words[-1]], words[-1]
        content = [Span(start, end) for start, end in quote["spans"]]
        heads = sources(scene, article.speakers, head, content)
        right = _right_source(article, heads, speaker)
        if right is not None:
            side = side_of(parse.starts[head], content)
            examples.sources.append((source_evidence(scene, article.speakers, head, side, heads), right))


def _right_source(article: _Article, heads: Sequence[int], speaker: Any) -> int | None:
    """Return the number of the head that names the gold speaker, ``len(heads)`` where the text leaves it out."""
    if not speaker:
        return len(heads)
    named = set(article.run(speaker["start"], speaker["end"]))
    touching = []
    for number, head in enumerate(heads):
        mention = article.speakers.mention_at(head)
        run = article.tokens.within(mention.span) if mention is not None else (head,)
        if head in named or any(index in named for index in run):
            touching.append(number)
    outer = [number for number in touching if article.tokens.parse.heads[heads[number]] not in named]
    return (outer or touching or [None])[0]


def _features(evidence: Iterable[Evidence], fewest: int) -> dict[tuple[int, str], int]:
    counts = Counter((kind, value) for row in evidence for kind, value in enumerate(row) if value)
    return {feature: number for number, feature in enumerate(f for f, count in counts.items() if count >= fewest)}


def _matrix(evidence: Sequence[Evidence], features: dict[tuple[int, str], int], width: int) -> Any:
    rows, columns = [], []
    for number, row in enumerate(evidence):
        for kind, value in enumerate(row):
            column = features.get((kind, value))
            if column is not None:
                rows.append(number)
                columns.append(column)
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(evidence), width))


def _tables(features: dict[tuple[int, str], int], values: Any, kinds: int) -> list[dict[str, float]]:
    tables: list[dict[str, float]] = [{} for _ in range(kinds)]
    for (kind, value), number in sorted(features.items()):
        weight = round(float(values[number]), 2)
        if abs(weight) >= SMALLEST:
            tables[kind][value] = weight
    return tables


def fit_choice(groups: Sequence[Group], penalty: float, fewest: int) -> list[dict[str, float]]:
    """Return the tables of a choice between alternatives of one group each."""
    rows = [row for alternatives, _ in groups for row in alternatives]
    features = _features(rows, fewest)
    matrix = _matrix(rows, features, len(features))
    sizes = np.array([len(alternatives) for alternatives, _ in groups])
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
    right = starts + np.array([number for _, number in groups])
    group = np.repeat(np.arange(len(groups)), sizes)
    observed = np.asarray(matrix[right].sum(0)).ravel()

    def loss(values: Any) -> tuple[float, Any]:
        scores = matrix @ values
        highest = np.maximum.reduceat(scores, starts)
        powers = np.exp(scores - highest[group])
        totals = np.add.reduceat(powers, starts)
        log_odds = scores[right] - highest - np.log(totals)
        gradient = matrix.T @ (powers / totals[group]) - observed + penalty * values
        return -log_odds.sum() + 0.5 * penalty * (values @ values), gradient

    result = minimize(loss, np.zeros(len(features)), jac=True, method="L-BFGS-B", options={"maxiter": 150})
    return _tables(features, result.x, len(rows[0]))


def fit_sides(rows: Sequence[tuple[Evidence, int]]) -> dict[str, Any]:
    """Return bias and tables of each side; "none" is the reference and weighs nothing."""
    evidence = [row for row, _ in rows]
    features = _features(evidence, FEWEST)
    width = len(features) + 1
    matrix = _matrix(evidence, features, width).tolil()
    matrix[:, width - 1] = 1
    matrix = matrix.tocsr()
    right = np.array([side for _, side in rows])
    chosen = np.zeros((len(rows), len(SIDES)))
    chosen[np.arange(len(rows)), right] = 1

    def loss(flat: Any) -> tuple[float, Any]:
        values = flat.reshape(width, len(SIDES))
        scores = matrix @ values
        scores -= scores.max(1, keepdims=True)
        powers = np.exp(scores)
        odds = powers / powers.sum(1, keepdims=True)
        lost = -np.log(odds[np.arange(len(rows)), right] + 1e-300).sum()
        return lost + 0.5 * PENALTY * (flat @ flat), (matrix.T @ (odds - chosen) + PENALTY * values).ravel()

    result = minimize(loss, np.zeros(width * len(SIDES)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    values = result.x.reshape(width, len(SIDES))
    values -= values[:, :1]
    tables: list[dict[str, list[float]]] = [{} for _ in evidence[0]]
    for (kind, value), number in sorted(features.items()):
        weights = [round(float(weight), 2) for weight in values[number]]
        if max(map(abs, weights)) >= SMALLEST:
            tables[kind][value] = weights
    return {"bias": [round(float(weight), 2) for weight in values[width - 1]], "tables": tables}


def learn(found: Sequence[Examples]) -> dict[str, Any]:
    """Return the weights, as they are stored, that ``found`` teaches."""
    every = Examples().extend(found)
    return {
        "sides": fit_sides(every.sides),
        "begins": fit_choice(every.begins, PENALTY, FEWEST),
        "lefts": fit_choice(every.lefts, PENALTY, FEWEST),
        "ends": fit_choice(every.ends, PENALTY, FEWEST),
        "sources": fit_choice(every.sources, PENALTY_OF_SOURCES, FEWEST_OF_SOURCES),
    }


def main() -> None:
    """Learn, and store what was learned."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--cache", type=Path)
    chosen = options.parse_args()
    found = [examples_of(article) for article in annotated(read_gold(chosen.gold), chosen.cache)]
    target = Path(learned.__file__).with_name("weights.json")
    target.write_text(json.dumps(learn(found), ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    print(f"{target}: {target.stat().st_size:,} bytes, learned from {len(found):,} articles")


if __name__ == "__main__":
    main()
