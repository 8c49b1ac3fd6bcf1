"""After any edits an annotation is at its words or orphaned, and it is not orphaned without need.

``SITEGEN_SEQUENCES=20000 pytest tests/annotate`` tries more sequences of edits than the usual thousand, with ten
annotations each.
"""

import os
from collections import Counter

import pytest

from tests.annotate.drafts import EDITS
from tests.annotate.trials import Trial, trials

SEQUENCES = int(os.environ.get("SITEGEN_SEQUENCES", "1000"))
# Sentences that are made to be like each other, of all sentences.
SOME, ALL = 0.3, 1.0


def told(trial: Trial) -> str:
    """Return what one needs to know of a trial that went wrong."""
    landed = trial.landed.of(trial.after) if trial.landed else None
    return f"{trial.edits}\n{trial.selector}\n{landed!r} at {trial.landed}, not {trial.truth}, in\n{trial.after}"


def test_no_annotation_lands_on_a_lookalike_and_nine_of_ten_are_kept() -> None:
    outcomes: Counter[str] = Counter()
    distinguishable = found = 0
    wrong: list[Trial] = []
    for number in range(SEQUENCES):
        for trial in trials(number, size=(4, 18), alike=SOME if number % 4 else ALL):
            outcomes[trial.outcome] += 1
            distinguishable += trial.distinguishable
            found += trial.distinguishable and trial.outcome == "right"
            wrong += [trial] * (trial.outcome == "wrong")
    assert outcomes.total() == 10 * SEQUENCES
    # None in ten thousand. In far more, a sentence that was put where a like one was taken out is now and then taken
    # for it; the whole of what the selector says stands there but for a word.
    assert len(wrong) <= outcomes.total() // 20_000, told(wrong[0])
    assert found >= 0.9 * distinguishable, f"{found} of {distinguishable}: {outcomes}"
    # What the selector says, letter by letter, elsewhere and no more where it was: no rule can tell.
    assert outcomes["verbatim"] <= 0.01 * outcomes.total()
    assert outcomes["reworded"]


@pytest.mark.parametrize("edit", EDITS)
def test_a_single_edit_leaves_nine_of_ten_in_place(edit: str) -> None:
    distinguishable = found = 0
    for number in range(SEQUENCES // 20):
        for trial in trials((edit, number), size=(6, 16), alike=SOME, edits=(edit,), most=1):
            assert trial.outcome != "wrong", told(trial)
            distinguishable += trial.distinguishable
            found += trial.distinguishable and trial.outcome == "right"
    assert found >= 0.9 * distinguishable, f"{found} of {distinguishable}"


def test_typography_and_lines_move_nothing() -> None:
    for number in range(SEQUENCES // 20):
        for trial in trials(("harmless", number), alike=SOME, edits=("reflow", "curl"), most=3):
            assert trial.outcome == "right", told(trial)


def test_selectors_of_other_programs_with_a_fixed_context() -> None:
    outcomes: Counter[str] = Counter()
    for number in range(SEQUENCES // 4):
        for trial in trials(("fixed", number), size=(6, 18), alike=SOME, makers=("32", "64"), most=5):
            outcomes[trial.outcome] += 1
    # They tell less: where the same words stood twice, their context may fit both.
    assert outcomes["wrong"] <= 0.002 * outcomes.total()
    assert outcomes["right"] >= 0.75 * outcomes.total()


def test_a_trial_knows_a_lookalike() -> None:
    """Of annotations whose words are gone some are a lookalike's bait: the first place of the words would be wrong."""
    bait = 0
    for number in range(60):
        for trial in trials(("bait", number), edits=("delete_sentence", "insert_paragraph"), most=4):
            first = trial.after.find(trial.selector.exact)
            bait += first >= 0 and (trial.truth is None or first != trial.truth.start)
    assert bait > 100
