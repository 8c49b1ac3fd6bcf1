"""learn_reports.py GOLD.jsonl [--cache DIR]: learn the weights of reported speech from annotated articles.

Writes sitegen/analyse/quotes/learned/weights.json. GOLD.jsonl is a file such as PolNeAR's training split, in the form
that its scorer describes; what is written holds words and pairs of words, grammar labels and figures, no sentence.
Names count by their tag alone. Needs numpy and scipy, takes two minutes for 840 articles (most of it spaCy's;
``--cache`` keeps the parses), and gives the same weights every time on one machine.

Each choice is a conditional logit model (see ``fitting.py``).
"""

import argparse
import hashlib
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import scipy
from fitting import Group, fit_choice, fit_classes
from gold import Annotated, annotated, parser, read_gold

from sitegen.analyse import find_entities
from sitegen.analyse.lexicon.cues import NOUNS, VERBS
from sitegen.analyse.quotes import make_scenes
from sitegen.analyse.quotes.learned import weights as learned
from sitegen.analyse.quotes.learned.choice import Choice, Classes, Features
from sitegen.analyse.quotes.learned.weights import Weights
from sitegen.analyse.quotes.marks import find_passages
from sitegen.analyse.quotes.report import SIDES
from sitegen.analyse.quotes.reports.begins import begin_features, begins, left_features, lefts
from sitegen.analyse.quotes.reports.context import CueContext
from sitegen.analyse.quotes.reports.ends import end_features, ends
from sitegen.analyse.quotes.reports.sides import may_report, side_features
from sitegen.analyse.quotes.reports.speaker import side_of, speaker_features, speaker_heads
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.analyse.tokens import Tokens
from sitegen.model.span import Span

PENALTY, PENALTY_OF_SPEAKERS = 4.0, 3.0
# Features that was seen less often is not learned from; it would tell of single articles.
FEWEST, FEWEST_OF_SPEAKERS = 8, 5
# A word that was seen so often and reported in no larger part of these cases is left out of account.
SEEN, SELDOM = 15, 0.05


@dataclass
class Examples:
    """What people chose: for each choice the alternatives, and the number of the one that is right."""

    words: list[tuple[str, bool]] = field(default_factory=list)
    sides: list[tuple[Features, int]] = field(default_factory=list)
    begins: list[Group] = field(default_factory=list)
    lefts: list[Group] = field(default_factory=list)
    ends: list[Group] = field(default_factory=list)
    speakers: list[Group] = field(default_factory=list)

    def extend(self, others: Iterable["Examples"]) -> "Examples":
        """Add those of other articles; returns itself."""
        for other in others:
            for name in ("words", "sides", "begins", "lefts", "ends", "speakers"):
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
        nothing = Weights(frozenset(), Classes((), ()), *[Choice(())] * 4)
        self.scenes, _ = make_scenes(self.speakers, found.blocks, marked, nothing)

    def run(self, start: int, end: int) -> list[int]:
        """Return the tokens that share a character with the span."""
        parse = self.tokens.parse
        index, found = bisect_right(parse.ends, start), []
        while index < len(self.tokens) and parse.starts[index] < end:
            found.append(index)
            index += 1
        return found

    def head(self, words: Sequence[int]) -> int:
        """Return the one of the words of a cue that reports: the last verb, or "according", else the last word."""
        tags, lower = self.tokens.parse.tags, self.tokens.lower
        verbs = [index for index in words if tags[index].startswith("VB") or lower[index] == "according"]
        return (verbs or words)[-1]

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
        context = CueContext.of(scene, article.speakers, cue)
        if cue in reports:
            _learn_report(article, context, reports[cue], examples)
        elif cue not in doubtful:
            examples.sides.append((side_features(context), SIDES.index("none")))
        if cue in reports or cue not in doubtful:
            examples.words.append((f"{context.lemma}|{article.tokens.parse.tags[cue]}", cue in reports))
    _learn_speakers(article, examples)
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
        if words and quote["speech"]:
            head = article.head(words)
            reports.setdefault(head, []).append(quote)
            doubtful.update(word for word in words if word != head)
        else:
            doubtful.update(words)
    return reports, doubtful


def _learn_report(article: _Article, context: CueContext, quotes: list[Any], examples: Examples) -> None:
    tokens = article.tokens
    content = {
        index
        for quote in quotes
        for start, end in quote["spans"]
        for index in article.run(start, end)
        if index in context.sentence and (article.word(index) or tokens.words[index] in "$£€")
    }
    right = sorted(index for index in content if index > context.cue)
    left = sorted(index for index in content if index < context.first)
    if not right and not left:
        return
    side = SIDES.index("around" if right and left else "right" if right else "left")
    examples.sides.append((side_features(context), side))
    if right:
        _learn_behind(article, context, right, examples)
    if left:
        found = lefts(context)
        fitting = [n for n, begin in enumerate(found) if begin <= left[0] and article.nothing_between(begin, left[0])]
        if fitting and len(found) > 1:
            examples.lefts.append((left_features(context, found), fitting[-1]))


def _learn_behind(article: _Article, context: CueContext, right: list[int], examples: Examples) -> None:
    first = right[1] if article.tokens.lower[right[0]] == "that" and len(right) > 1 else right[0]
    found = begins(context)
    fitting = [n for n, begin in enumerate(found) if begin <= first and article.nothing_between(begin, first)]
    if not fitting:
        return
    if len(found) > 1:
        examples.begins.append((begin_features(context, found), fitting[-1]))
    begin, stop = found[fitting[-1]], right[-1] + 1
    stops = ends(context, begin)
    fitting = [n for n, end in enumerate(stops) if end >= stop and article.nothing_between(stop, end)]
    if fitting and len(stops) > 1:
        examples.ends.append((end_features(context, begin, stops), fitting[0]))


def _learn_speakers(article: _Article, examples: Examples) -> None:
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
        head = article.head(words)
        scene = scene_of[head]
        content = [Span(start, end) for start, end in quote["spans"]]
        heads = speaker_heads(scene, article.speakers, head, content)
        right = _right_speaker(article, heads, speaker)
        if right is not None:
            side = side_of(parse.starts[head], content)
            examples.speakers.append((speaker_features(scene, article.speakers, head, side, heads), right))


def _right_speaker(article: _Article, heads: Sequence[int], speaker: Any) -> int | None:
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


def silent(words: Sequence[tuple[str, bool]]) -> list[str]:
    """Return the words with their tags that report seldom, of those seen often enough to tell."""
    seen = Counter(word for word, _ in words)
    reporting = Counter(word for word, reports in words if reports)
    return sorted(word for word, times in seen.items() if times >= SEEN and reporting[word] <= SELDOM * times)


def learn(found: Sequence[Examples]) -> dict[str, Any]:
    """Return the weights, as they are stored, that ``found`` teaches."""
    every = Examples().extend(found)
    return {
        "silent": silent(every.words),
        "sides": fit_classes(every.sides, len(SIDES), PENALTY, FEWEST),
        "begins": fit_choice(every.begins, PENALTY, FEWEST),
        "lefts": fit_choice(every.lefts, PENALTY, FEWEST),
        "ends": fit_choice(every.ends, PENALTY, FEWEST),
        "speakers": fit_choice(every.speakers, PENALTY_OF_SPEAKERS, FEWEST_OF_SPEAKERS),
    }


def main() -> None:
    """Learn, and store what was learned."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--cache", type=Path)
    chosen = options.parse_args()
    found = [examples_of(article) for article in annotated(read_gold(chosen.gold), chosen.cache)]
    model = parser().identity
    about = {
        "articles": len(found),
        "gold": hashlib.sha256(chosen.gold.read_bytes()).hexdigest(),
        "model": f"{model.name} {model.version}",
        "numpy": np.__version__,
        "scipy": scipy.__version__,
    }
    target = Path(learned.__file__).with_name("weights.json")
    target.write_text(
        json.dumps({"about": about, **learn(found)}, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n",
        "utf-8",
    )
    print(f"{target}: {target.stat().st_size:,} bytes, learned from {len(found):,} articles")


if __name__ == "__main__":
    main()
