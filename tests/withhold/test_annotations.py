"""What people decided and noted, without those whom a record suppresses."""

from dataclasses import replace

import pytest

from sitegen.model.annotation import Annotation, Applied, Placed, Selector
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.settings import Settings
from sitegen.model.site import Reading
from sitegen.model.span import Span
from sitegen.withhold import withhold
from tests.withhold.test_withhold import ROE, done, mention, place, reading

TEXT = "Jane Roe came. “We won,” Nora Penn said. “They lost,” Roe said."
ROE_GONE, JOHN_ROE, PENN = 0, 1, 2


def said(words: str, speaker: str, cluster: int, id_: str, status: str = "machine") -> Quote:
    span = place(TEXT, words)
    voice = Voice(place(TEXT, speaker, 15), "name", "person", cluster)
    return Quote(id_, "direct", (span,), (span,), Attribution("r", 1.0, voice, status=status))  # type: ignore[arg-type]


def annotated(*annotations: Applied, status: str = "machine") -> Reading:
    quotes = (said("We won,", "Nora Penn", PENN, "q-1"), said("They lost,", "Roe", ROE_GONE, "q-2", status))
    made = reading(
        TEXT,
        mention(TEXT, "Jane Roe", ROE_GONE),
        mention(TEXT, "Nora Penn", PENN),
        mention(TEXT, "Roe", ROE_GONE, start=10),
        quotes=quotes,
    )
    return replace(made, analysis=replace(made.analysis, annotations=annotations))


def on(words: str, facet: str, value: str = "", *, quote: str = "q-1", former: str = "", **keys: object) -> Applied:
    annotation = Annotation(Selector(words), facet=facet, value=value, **{"decision": "", **keys})  # type: ignore[arg-type]
    return Applied(Placed(annotation, place(TEXT, words)), quote, PENN if quote == "q-1" else None, former)


def left(*annotations: Applied, status: str = "machine") -> tuple[Applied, ...]:
    return done(annotated(*annotations, status=status)).readings[0].analysis.annotations


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("Jane Roe wrote.", "████ ███ wrote."),
        ("*Jane* **Roe** and J&#97;ne Roe", "*████* **███** and ████ ███"),
        ("Roe wrote.", "███ wrote."),
        ("Nora Penn wrote.", "Nora Penn wrote."),
    ],
)
def test_notes_are_covered_as_those_of_records(note: str, shown: str) -> None:
    (found,) = left(on("We won,", "note", note))
    assert found.placed.annotation.value == shown


def test_all_other_texts_are_covered() -> None:
    words = "Jane Roe says so"
    texts = {"why": words, "by": "Jane Roe", "evidence": words}
    (found,) = left(on("We won,", "translation", "sagt Jane Roe", **texts))
    annotation = found.placed.annotation
    assert (annotation.why, annotation.by, annotation.evidence) == ("████ ███ says so", "████ ███", "████ ███ says so")
    assert annotation.value == "sagt ████ ███"


def test_whoever_was_named_before_is_left_out_where_suppressed() -> None:
    found = left(
        on("We won,", "speaker", "nora-penn", former="Jane Roe", decision="correct"),
        on("We won,", "via", "nora-penn", former="John Roe", decision="correct"),
    )
    assert [each.former for each in found] == ["", "John Roe"]
    # Clusters have new numbers: the first one is gone.
    assert [each.cluster for each in found] == [PENN - 1, PENN - 1]


def test_what_is_about_a_quotation_that_is_gone_goes_with_it() -> None:
    assert left(on("They lost,", "note", "She denies it.", quote="q-2")) == ()


def test_words_that_are_not_theirs_are_a_quotation_of_nobody() -> None:
    tombstone = on("They lost,", "speaker", "jane-roe", quote="q-2", former="Jane Roe", decision="reject")
    covered = done(annotated(tombstone, status="rejected")).readings[0].analysis
    quote = next(quote for quote in covered.quotes if quote.id == "q-2")
    assert quote.attribution.speaker is None
    assert quote.attribution.status == "rejected"
    (found,) = covered.annotations
    assert (found.former, found.placed.annotation.value) == ("", "")


def test_an_address_that_holds_a_name_is_left_out_and_told() -> None:
    one = on("We won,", "recording", "https://a.example/jane-roe.mp3", path="content/a.annotations.yaml", line=7)
    covered = done(annotated(one))
    assert covered.readings[0].analysis.annotations[0].placed.annotation.value == ""
    told = [(found.code, found.path, found.line) for found in covered.diagnostics]
    assert ("suppressed-name", "content/a.annotations.yaml", 7) in told


def test_a_note_alone_can_name_them() -> None:
    text = "Nora Penn said: “We won.”"
    made = reading(text, mention(text, "Nora Penn", 0))
    analysis = replace(made.analysis, clusters=made.analysis.clusters[2:])
    annotation = Annotation(Selector("We won."), "", "note", "Jane Roe was not there, Roe says.")
    applied = Applied(Placed(annotation, Span(17, 24)))
    one = replace(made, analysis=replace(analysis, annotations=(applied,)), entities=("nora-penn",))
    covered = withhold([one], (), Settings(), (), (ROE,))
    shown = covered.readings[0].analysis.annotations[0].placed.annotation.value
    assert shown == "████ ███ was not there, ███ says."


def test_where_nobody_is_suppressed_nothing_changes() -> None:
    one = annotated(on("We won,", "note", "Jane Roe wrote."))
    assert done(one, records=()).readings[0] is one
