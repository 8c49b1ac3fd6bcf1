"""Any sequence of decisions: each holds in the next build, and the records stay readable."""

import random
from pathlib import Path

import pytest

from sitegen.diagnostics import InputError
from tests.curate.site import decide, files, make_site, people

GIVEN = ("Judith", "Judy", "Rosa", "Abel", "Imran", "Olga")
SURNAMES = ("Ellery", "Tolley", "van der Straal")


def site(folder: Path, generator: random.Random) -> Path:
    articles = {}
    for number in range(10):
        names = {f"{generator.choice(GIVEN)} {generator.choice(SURNAMES)}" for _ in range(2)}
        articles[f"a{number}"] = ("", " ".join(f'here {name} came.\n"We won," {name} said.' for name in sorted(names)))
    return make_site(folder, articles=articles)


@pytest.mark.parametrize("seed", range(12))
def test_sequences(tmp_path: Path, seed: int) -> None:
    generator = random.Random(seed)
    folder = site(tmp_path, generator)
    made = 0
    for step in range(10):
        before = people(folder)
        contents = files(folder)
        one, other = generator.sample(sorted(before), 2)
        what = generator.choice(("merge", "split", "rename", "never"))
        given = [article for article in before[one] if generator.random() < 0.5]
        words = {
            "merge": (one, other),
            "split": (one, given, f"new-{step}"),
            "rename": (one, f"{generator.choice(GIVEN)} {generator.choice((*SURNAMES, 'Penn'))}"),
            "never": (f"Ellery {step}", one),
        }[what]
        try:
            done = decide(folder, what, *words)
        except InputError:
            assert files(folder) == contents
            continue
        made += done.written
        after = people(folder)
        if what == "merge":
            assert set(after[one]) >= {*before[one], *before[other]}
            assert other not in after
        elif what == "split":
            assert set(after[f"new-{step}"]) == set(given)
            assert set(after[one]) == set(before[one]) - set(given)
        else:
            assert set(after[one]) >= set(before[one])
        # Nobody else is touched.
        touched = {one, other} if what == "merge" else {one}
        for id_ in before.keys() - touched:
            assert set(after.get(id_, ())) >= set(before[id_]), (what, words, id_)
        assert all(name.startswith("people/") for name in files(folder).keys() ^ contents.keys())
    assert made
