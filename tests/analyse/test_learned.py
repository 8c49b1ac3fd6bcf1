"""The choices that were learned: how they are made, and that what is shipped fits what is asked."""

import json
import math
from importlib.resources import files

from sitegen.analyse.quotes.learned.choice import Choice, Classes, softmax
from sitegen.analyse.quotes.learned.weights import weights
from sitegen.compose.wording import RULES
from sitegen.shell import versions
from tests.analyse.reading import analysed
from tests.cases import cases


def test_what_was_never_seen_weighs_nothing() -> None:
    choice = Choice(({"a": 2.0}, {"b": -1.0}))
    assert choice.score(("a", "b")) == 1.0
    assert choice.score(("other", "")) == 0.0


def test_the_likeliest_is_chosen_and_of_equals_the_first() -> None:
    choice = Choice(({"a": 1.0, "b": 1.0},))
    which, probability = choice.best([("c",), ("a",), ("b",)])
    assert which == 1
    assert math.isclose(probability, math.e / (2 * math.e + 1))
    assert choice.best([("c",)]) == (0, 1.0)


def test_classes_share_one_look_up() -> None:
    classes = Classes((0.0, 1.0), ({"a": (0.0, -1.0)},))
    assert classes.probabilities(("a",)) == (0.5, 0.5)
    assert math.isclose(sum(classes.probabilities(("b",))), 1.0)


def test_large_scores_do_not_overflow() -> None:
    assert softmax([1000.0, 0.0]) == [1.0, 0.0]


def test_every_kind_of_features_has_its_table(monkeypatch) -> None:
    seen = set()

    def recorded(method):
        def record(choice, features):
            seen.add((len(choice.tables), len(features)))
            return method(choice, features)

        return record

    monkeypatch.setattr(Choice, "score", recorded(Choice.score))
    monkeypatch.setattr(Classes, "probabilities", recorded(Classes.probabilities))
    for parameters in cases("quotes"):
        analysed(parameters.values[0].text)
    assert len(seen) == 5
    assert all(tables == features for tables, features in seen)


def test_the_weights_are_small_and_say_where_they_come_from() -> None:
    content = files("sitegen.analyse.quotes.learned").joinpath("weights.json").read_bytes()
    assert len(content) < 5_000_000
    assert set(json.loads(content)["about"]) == {"articles", "gold", "model", "numpy", "scipy"}
    assert weights() is weights()


def test_changed_weights_are_another_analysis_but_no_other_parse(tmp_path, monkeypatch) -> None:
    (tmp_path / "analyse").mkdir()
    (tmp_path / "analyse" / "rule.py").write_text("")
    stored = tmp_path / "analyse" / "weights.json"
    monkeypatch.setattr(versions, "PACKAGE", tmp_path)
    found = []
    for content in ("{}", '{"a": 1}'):
        stored.write_text(content)
        found.append(versions.code_versions.__wrapped__())
    one, other = found
    assert one["analyse"] != other["analyse"]
    assert one["parse"] == other["parse"]


def test_readers_find_every_rule_explained() -> None:
    texts = [parameters.values[0].text for parameters in cases("quotes")]
    used = {quote.attribution.rule for case in texts for quote in analysed(case)[1].quotes}
    assert used <= RULES.keys()
    assert len(used) > 15
