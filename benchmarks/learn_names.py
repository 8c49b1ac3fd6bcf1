"""learn_names.py TEXTS [--cache DIR]: learn from unannotated news what shows a name to be a person's.

Writes sitegen/analyse/persons/weights.json. TEXTS is a JSON-lines file whose records have "id" and "text"; nothing
else is read of them. What is written holds words, grammar labels and figures, no
sentence and no name. Needs numpy and scipy, takes five minutes for 840 articles (most of it spaCy's; ``--cache`` keeps
the parses), and gives the same weights every time on one machine.

No annotation is needed, since a name that stands in many articles is mostly read rightly (distant supervision; Mintz et
al. 2009). Examples of single words are the surnames and given names of people who are named in full in the same
article, told from words that are hardly ever anything of a person's; the longer name itself is then left out of sight.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from fitting import minimized
from gold import annotated, read_gold
from scipy.sparse import csr_matrix

from sitegen.analyse import persons
from sitegen.analyse.lexicon.census import given_name
from sitegen.analyse.lexicon.nouns import NAME_PREFIXES, ORGANISATION_HEADS
from sitegen.analyse.persons.evidence import evidence
from sitegen.analyse.persons.words import Words, name_runs
from sitegen.analyse.tokens import Tokens
from sitegen.model.person_name import fold

PENALTY = 2.0
# What was seen less often tells of single articles.
FEWEST = 12
# More of one name would teach who is in the news.
MOST_OF_ONE = 5
# The share of places at which the model calls a name a person, from which on and up to which it is taken for granted.
SURE, SURE_OF_GIVEN, HARDLY, HARDLY_ONE = 0.7, 0.5, 0.15, 0.2

Example = tuple[Words, dict[str, float], bool]


@dataclass(frozen=True)
class Corpus:
    """The names of all articles, and how often and in how many the model takes each for a person's."""

    articles: Sequence[tuple[Tokens, dict[Words, list[range]]]]
    called: dict[Words, Counter[bool]]
    spread: Counter[Words]

    @classmethod
    def of(cls, articles: Sequence[Tokens]) -> "Corpus":
        """Read the names of ``articles``."""
        found = [(tokens, name_runs(tokens)) for tokens in articles]
        called: dict[Words, Counter[bool]] = defaultdict(Counter)
        for tokens, names in found:
            for words, runs in names.items():
                for run in runs:
                    called[words][all(tokens.parse.labels[index].endswith("PERSON") for index in run)] += 1
        return cls(found, called, Counter(words for _, names in found for words in names))

    def share(self, words: Words) -> float:
        """Return the share of places at which the model calls a name a person's."""
        return self.called[words][True] / self.called[words].total()

    def is_person(self, words: Words) -> bool | None:
        """Tell whether a longer name is a person's; None where nothing is sure."""
        lower, share, times = [word.lower() for word in words], self.share(words), self.called[words].total()
        if lower[-1] in ORGANISATION_HEADS or lower[0] in NAME_PREFIXES:
            return False
        given = given_name(lower[0]) in {"common", "known"} and share >= SURE_OF_GIVEN and times > 1
        if given or (share >= SURE and self.spread[words] > 1):
            return True
        return False if share <= HARDLY and times > 2 else None


def examples(corpus: Corpus) -> tuple[list[Example], list[Example]]:
    """Return the examples of single words, and of longer names."""
    truth = {words: corpus.is_person(words) for words in corpus.called if len(words) > 1}
    surnames = {fold(words[-1]) for words, person in truth.items() if person}
    one: list[Example] = []
    several: list[Example] = []
    for tokens, names in corpus.articles:
        common = frozenset(word for word in tokens.words if word.islower())
        longer = [words for words in names if len(words) > 1]
        people = [words for words in longer if truth[words]]
        last, first = ({fold(words[end]) for words in people} for end in (-1, 0))
        parts = {fold(words[end]) for words in longer for end in (0, -1)}
        for words, runs in names.items():
            if len(words) > 1:
                person = truth[words]
                echoes = names.get(words[-1:], [])
                if person is not None:
                    found = evidence(tokens, words, [*runs, *echoes], len(echoes), common)
                    several.append((words, found, person))
                continue
            word = fold(words[0])
            person = word in last or (word in first and bool(given_name(word)))
            rare = corpus.called[words].total() > 2 and corpus.share(words) <= HARDLY_ONE
            if person or (rare and word not in surnames and word not in parts):
                one.append((words, evidence(tokens, words, runs, 0, common), person))
    return _few_of_each(one), _few_of_each(several)


def _few_of_each(found: list[Example]) -> list[Example]:
    random.Random(3).shuffle(found)
    seen: Counter[Words] = Counter()
    kept = []
    for example in found:
        seen[example[0]] += 1
        if seen[example[0]] <= MOST_OF_ONE:
            kept.append(example)
    return kept


def fit(found: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each piece of evidence; "" is the bias."""
    counts = Counter(each for _, pieces, _ in found for each in pieces)
    columns = {each: number for number, each in enumerate(sorted(e for e, n in counts.items() if n >= FEWEST), 1)}
    matrix = _matrix(found, columns)
    right = np.array([person for *_, person in found], float)

    def loss(values: Any) -> tuple[float, Any]:
        scores = matrix @ values
        held = values.copy()
        held[0] = 0
        lost = np.logaddexp(0, scores) - right * scores
        gradient = matrix.T @ (1 / (1 + np.exp(-scores)) - right) + PENALTY * held
        return float(lost.sum() + PENALTY / 2 * (held @ held)), gradient

    values = minimized(loss, matrix.shape[1]).x
    weights = {each: round(float(values[number]), 2) for each, number in columns.items()}
    return {"": round(float(values[0]), 2)} | {each: weight for each, weight in weights.items() if abs(weight) >= 0.03}


def _matrix(found: Sequence[Example], columns: dict[str, int]) -> Any:
    rows, at, values = [], [], []
    for number, (_, pieces, _) in enumerate(found):
        rows.append(number)
        at.append(0)
        values.append(1.0)
        for each, count in pieces.items():
            if each in columns:
                rows.append(number)
                at.append(columns[each])
                values.append(count)
    return csr_matrix((values, (rows, at)), shape=(len(found), len(columns) + 1))


def held_out(found: Sequence[Example]) -> str:
    """Learn from four fifths of the names, try the others; return precision and recall at several bars."""
    part = {words: sum(map(ord, "".join(words))) % 5 for words, *_ in found}
    weights = fit([example for example in found if part[example[0]]])
    tried = [
        (weights[""] + sum(weights.get(each, 0) * count for each, count in pieces.items()), person)
        for words, pieces, person in found
        if not part[words]
    ]
    people = sum(person for _, person in tried)
    lines = []
    for bar in (-2, -1, 0, 1, 2, 3):
        chosen = [person for score, person in tried if score > bar]
        lines.append(f"  above {bar}: precision {sum(chosen) / len(chosen):.3f} recall {sum(chosen) / people:.3f}")
    return "\n".join([f"{len(found)} examples, {len(tried)} of them held out", *lines])


def main() -> None:
    """Learn and write."""
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("texts", type=Path)
    arguments.add_argument("--cache", type=Path)
    options = arguments.parse_args()
    read = annotated(read_gold(options.texts), options.cache)
    corpus = Corpus.of([Tokens.of(found.article.text, found.parse) for found in read])
    one, several = examples(corpus)
    print("single words:", held_out(one))
    print("longer names:", held_out(several))
    stored = {"one": fit(one), "several": fit(several)}
    target = Path(persons.__file__).with_name("weights.json")
    target.write_text(json.dumps(stored, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")
    print({name: len(table) for name, table in stored.items()})


if __name__ == "__main__":
    main()
