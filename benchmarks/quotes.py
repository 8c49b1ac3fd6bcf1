"""quotes.py GOLD.jsonl [--folds N] [--causes] [--scorer score.py] [--cache DIR]: how good quotations and speakers are.

Runs sitegen's own analysis over the texts of GOLD.jsonl, read together as in a build (with folds, those of each), and
prints the scorer's measures beside what sitegen wants to reach, a table of calibration, and with ``--causes`` what was
lost and why. Only a person's name counts as a speaker's name. GOLD.jsonl is any file in the form that the scorer
describes; the scorer is the ``score.py`` beside it, or the one named.

The weights of reported speech were learned from one such file. To measure on that file itself give ``--folds``: each
fold is read with weights learned from the other folds alone (needs numpy and scipy).
"""

import argparse
import importlib.util
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from gold import Record, annotated, as_articles, memo, parser, read_gold

import sitegen.pipeline.analysing
from sitegen.analyse import analyse
from sitegen.analyse.lexicon.cues import NOUNS, VERBS
from sitegen.analyse.quotes.learned.weights import Weights, as_weights
from sitegen.compose.jsonl import article_record
from sitegen.digest import digest
from sitegen.pipeline import read_together

# What the figure is, how the scorer names it (a number picks precision, recall or F1), and what it is to reach.
MEASURES: tuple[tuple[str, Any, int | None, float | None], ...] = (
    ("marked, 4 words or more: found, F1", "m4", 2, 0.97),
    ("  right speaker, of those found", ("m4", "attr"), None, 0.96),
    ("  end to end, F1", ("m4", "e2e"), 2, 0.93),
    ("marked, 1 to 3 words: end to end, F1", ("m1", "e2e"), 2, 0.78),
    ("direct, IoU80 F1", ("IoU80", "direct"), 2, 0.90),
    ("mixed, IoU80 F1", ("IoU80", "mixed"), 2, 0.70),
    ("indirect speech, IoU80 F1", ("IoU80", "ind-speech"), 2, 0.58),
    ("  its precision", ("IoU80", "ind-speech"), 0, 0.72),
    ("all speech, IoU80 F1", ("IoU80", "speech"), 2, None),
    ("all speech, end to end, F1", ("e2e", "speech"), 2, 0.65),
    ("speaker's name: precision", "name precision", None, 0.95),
    ("  recall", "name recall last", None, 0.58),
    ("  whole name right", "name acc whole", None, 0.85),
)
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
SURE, SURE_REACH = 0.9, 0.97
_WORD = re.compile(r"[\w'’]+")


def load_scorer(path: Path) -> ModuleType:
    """Return the scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SystemExit(f"there is no scorer at {path}: name it with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predict(records: Sequence[Record], cache: Path | None, learned: Weights | None, name: str) -> list[Record]:
    """Return what sitegen finds in the texts; ``learned`` takes the place of the packaged weights."""
    articles = as_articles(records)
    other = patch.object(sitegen.pipeline.analysing, "analyse", partial(analyse, learned=learned))
    with memo(cache, name) as kept, other:
        readings, resolution, _ = read_together(articles, parser(), (), kept)
    entities = {entity.id: entity for entity in resolution.entities}
    return [
        {"id": record["id"], "quotes": [_named(quote) for quote in article_record(reading, entities, ())["quotes"]]}
        for record, reading in zip(records, readings, strict=True)
    ]


def _named(quote: Record) -> Record:
    speaker = quote["speaker"]
    person = speaker is not None and speaker["kind"] == "person"
    return {**quote, "speaker_name": speaker["name"] if person else None}


def predict_in_folds(records: Sequence[Record], folds: int, cache: Path | None) -> list[Record]:
    """Return what sitegen finds in each fold with weights learned from the others; articles take turns in the folds."""
    from learn_reports import examples_of, learn  # noqa: PLC0415  numpy and scipy, which only this needs

    examples = [examples_of(article) for article in annotated(records, cache)]
    found: list[Record] = [{}] * len(records)
    for fold in range(folds):
        others = [example for number, example in enumerate(examples) if number % folds != fold]
        stored = learn(others)
        found[fold::folds] = predict(records[fold::folds], cache, as_weights(stored), digest(stored))
    return found


def pairs(score: ModuleType, gold: Record, found: Record) -> Iterator[tuple[Record | None, Record | None, bool]]:
    """Yield each gold quotation with the prediction that shares most of it and whether that is a match (IoU80), and
    each prediction that shares no character with any."""
    text = gold["text"]
    wanted = [(quote, score.chars(text, quote)) for quote in gold["quotes"]]
    made = [(quote, score.chars(text, quote)) for quote in found["quotes"]]
    near = []
    for i, (_, mine) in enumerate(wanted):
        for j, (_, theirs) in enumerate(made):
            shared = len(mine & theirs)
            if shared:
                near.append((shared / (len(mine) + len(theirs) - shared), i, j))
    near.sort(reverse=True)
    matched: dict[int, int] = {}
    for share, i, j in near:
        if share >= 0.8 and i not in matched and j not in matched.values():
            matched[i] = j
    nearest = {i: j for share, i, j in reversed(near)}
    for i, (quote, _) in enumerate(wanted):
        j = matched.get(i, nearest.get(i))
        yield quote, None if j is None else made[j][0], i in matched
    touched = {j for _, _, j in near}
    yield from ((None, quote, False) for j, (quote, _) in enumerate(made) if j not in touched)


def calibration(score: ModuleType, gold: Sequence[Record], found: Sequence[Record]) -> list[tuple[str, int, int]]:
    """Return for each band of confidence how many attributions were matched with gold, and how many were right."""
    counts: Counter[tuple[float, bool]] = Counter()
    for wanted, made in zip(gold, found, strict=True):
        for quote, guess, matched in pairs(score, wanted, made):
            if matched and quote is not None and guess is not None and guess["speaker"] is not None:
                band = max(low for low in BANDS if guess["confidence"] >= low)
                counts[band, bool(score.speaker_right(quote, guess))] += 1
    rows = [(low, counts[low, True] + counts[low, False], counts[low, True]) for low in BANDS]
    sure = [row for row in rows if row[0] >= SURE]
    named = [(f"from {low:.2f}", total, right) for low, total, right in rows]
    return [*named, (f"all from {SURE:.2f}", sum(row[1] for row in sure), sum(row[2] for row in sure))]


def causes(score: ModuleType, gold: Sequence[Record], found: Sequence[Record]) -> dict[str, Counter[str]]:
    """Return what was lost and why: speech that was not found, speakers that are wrong, and what nobody marked."""
    lost: dict[str, Counter[str]] = {name: Counter() for name in ("speech not found", "speaker wrong", "nobody marked")}
    for wanted, made in zip(gold, found, strict=True):
        for quote, guess, matched in pairs(score, wanted, made):
            if quote is None and guess is not None:
                lost["nobody marked"][f"{guess['kind']}, rule {guess['rule']}"] += 1
            elif quote is not None and matched and guess is not None:
                if not score.speaker_right(quote, guess):
                    lost["speaker wrong"][_why_wrong(wanted["text"], quote, guess)] += 1
            elif quote is not None and quote.get("speech", True):
                lost["speech not found"][f"{quote['kind']}: {_why_lost(quote, guess)}"] += 1
    return lost


def _why_lost(quote: Record, guess: Record | None) -> str:
    if guess is not None:
        longer = guess["end"] - guess["start"] > quote["end"] - quote["start"]
        return "cut elsewhere, too long" if longer else "cut elsewhere, too short"
    if not quote["cue"]:
        return "no cue"
    words = {word.lower() for word in _WORD.findall(quote["cue"]["text"])}
    if ":" in quote["cue"]["text"] and not words:
        return "a colon"
    return "cue passed over" if words & (VERBS.keys() | NOUNS | {"according"}) else "cue not in the lexicon"


def _why_wrong(text: str, quote: Record, guess: Record) -> str:
    if guess["speaker"] is None:
        return "left unknown"
    if not quote["speaker"]:
        return "given to somebody, gold to nobody"
    low, high = sorted((quote["speaker"]["start"], guess["speaker"]["start"] or 0))
    far = "\n" in text[low:high]
    relayed = guess["via"] is not None and guess["via"]["start"] < quote["speaker"]["end"]
    if relayed and quote["speaker"]["start"] < guess["via"]["end"]:
        return "gold has who relays it"
    return "a mention in another paragraph" if far else "another mention of its paragraph"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path)
    options.add_argument("--folds", type=int, default=0, help="learn anew for each of so many parts of the file")
    options.add_argument("--causes", action="store_true", help="count what was lost, by cause")
    options.add_argument("--scorer", type=Path, help="default: score.py beside the gold")
    options.add_argument("--cache", type=Path, help="keep the parses in this folder for the next run")
    chosen = options.parse_args()
    score = load_scorer(chosen.scorer or chosen.gold.with_name("score.py"))
    gold = read_gold(chosen.gold)
    if chosen.folds > 1:
        found = predict_in_folds(gold, chosen.folds, chosen.cache)
    else:
        found = predict(gold, chosen.cache, None, "packaged weights")
    counted = sum((score.score_article(w, m) for w, m in zip(gold, found, strict=True)), Counter())
    figures = score.figures(counted)
    print(f"{len(gold)} articles, {counted['g', 'all']:,} attributions in gold, {counted['p', 'all']:,} found\n")
    print_figures(figures)
    print("\nconfidence         matched   right   share")
    for band, total, right in calibration(score, gold, found):
        print(f"{band:17}{total:9,}{right:8,}   {right / total if total else float('nan'):.3f}")
    print(f"to reach: {SURE_REACH} of all from {SURE}")
    if chosen.causes:
        for name, counts in causes(score, gold, found).items():
            print(f"\n{name}: {counts.total():,}")
            for cause, count in counts.most_common(16):
                print(f"  {count:6,}  {cause}")


def print_figures(figures: dict[Any, Any], show: Callable[[str], object] = print) -> None:
    """Print the scorer's figures beside what they are to reach."""
    show(f"{'':42}figure   to reach")
    for name, key, part, reach in MEASURES:
        figure = figures[key] if part is None else figures[key][part]
        verdict = (
            "" if reach is None else f"    {reach:.2f}  {'reached' if round(figure, 3) >= reach else 'NOT REACHED'}"
        )
        show(f"{name:42}{figure:6.3f}{verdict}")


if __name__ == "__main__":
    main()
