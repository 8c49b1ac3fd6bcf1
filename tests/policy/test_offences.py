"""The rules of a site, one by one, on attributions made by hand."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given as everywhere
from hypothesis import strategies as st

from sitegen.diagnostics import Diagnostic
from sitegen.model.annotation import Decision, Facet
from sitegen.model.entity import AuthorityRecord
from sitegen.model.quote import Attribution, Status, Voice
from sitegen.model.settings import PolicySettings
from sitegen.model.span import Span
from sitegen.policy import asks, offences
from tests.policy.sites import BOARD, LEE, PENN, ROE, SPOKESWOMAN, given, reading, sentence, site, voice

STATUSES: tuple[Status, ...] = ("machine", "confirmed", "corrected", "rejected")
FORBIDDING = PolicySettings(sensitive_confirmed=False, unknown_speakers="forbid", orphans="forbid")


def quotes_of(found: tuple[Diagnostic, ...]) -> list[int]:
    """Return the numbers of the quotations that offend: the first stands on line 6."""
    assert all(offence.severity == "error" and offence.hint for offence in found)
    return [(offence.line or 0) - 6 for offence in found if offence.path == "content/tides.md"]


# Sensitive people.


@pytest.mark.parametrize("status", STATUSES)
def test_what_somebody_sensitive_said_must_be_looked_at(status: Status) -> None:
    found = offences(PolicySettings(), site(reading(given(voice(LEE), status), given(voice(PENN), status))), ())
    assert quotes_of(found) == ([0] if status == "machine" else [])
    assert {offence.code for offence in found} <= {"policy-sensitive"}


def test_an_offence_says_who_where_and_what_to_write() -> None:
    (found,) = offences(PolicySettings(), site(reading(given(voice(LEE)))), ())
    assert found == Diagnostic(
        "policy-sensitive",
        "error",
        "content/tides.md",
        6,
        2,
        f"“{sentence(0)}” is given to Ann Lee, who is marked sensitive, and nobody has confirmed it",
        "if it is right, write into tides.annotations.yaml: decision: confirm, speaker: ann-lee; "
        "if not, correct or reject it there",
    )


@pytest.mark.parametrize("status", STATUSES)
def test_who_speaks_for_a_sensitive_organisation_counts_as_it(status: Status) -> None:
    sensitive = site(reading(given(SPOKESWOMAN, status), given(voice(BOARD), status)), sensitive=["harbour-board"])
    found = offences(PolicySettings(), sensitive, ())
    assert quotes_of(found) == ([0, 1] if status == "machine" else [])
    if found:
        assert "somebody who speaks for Harbour Board, which is marked sensitive" in found[0].message
        assert "speaker: a spokeswoman for the Harbour Board;" in found[0].hint


@pytest.mark.parametrize("status", STATUSES)
def test_relays_and_those_who_are_quoted_inside_count(status: Status) -> None:
    """A rejected speaker is named nowhere, but pages go on to name the relay and whoever is quoted inside."""
    quotes = (given(voice(PENN), status, via=voice(LEE)), given(voice(PENN), status, nested=voice(LEE)))
    found = offences(PolicySettings(), site(reading(*quotes)), ())
    assert quotes_of(found) == ([] if status in {"confirmed", "corrected"} else [0, 1])
    if found:
        assert found[0].message.startswith(f"“{sentence(0)}” is said to be relayed by Ann Lee")
        assert "decision: confirm, via: ann-lee;" in found[0].hint
        assert found[1].message.startswith("“Tide”, quoted by somebody else, is given to Ann Lee")


@pytest.mark.parametrize("status", ["machine", "rejected"])
@pytest.mark.parametrize(
    ("number", "facet", "decision", "left"),
    [
        (0, "via", "confirm", []),
        (0, "via", "correct", []),
        (0, "via", "reject", [0]),
        (0, "quote", "add", []),
        (0, "quote", "confirm", [0]),
        (0, "kind", "confirm", [0]),
        (1, "via", "confirm", [0]),
    ],
)
def test_a_relay_can_be_decided_by_itself(
    status: Status, number: int, facet: Facet, decision: Decision, left: list[int]
) -> None:
    quotes = (given(voice(PENN), status, via=voice(LEE)), given(voice(PENN)))
    made = site(reading(*quotes, decided=[(number, facet, decision)]))
    assert quotes_of(offences(PolicySettings(), made, ())) == left


def test_a_quotation_that_is_split_shows_no_words_of_its_cue() -> None:
    made = reading(given(voice(LEE)))
    (quote,) = made.analysis.quotes
    start = quote.spans[0].start
    parts = (Span(start, start + 6), Span(start + 15, start + 29))
    split = replace(made, analysis=replace(made.analysis, quotes=(replace(quote, spans=parts, verbatim=parts),)))
    (found,) = offences(PolicySettings(), site(split), ())
    assert found.message.startswith("“Tide 0” is given to Ann Lee")


def test_one_quotation_tells_once_of_one_person() -> None:
    quote = given(voice(LEE), via=voice(LEE), nested=voice(PENN))
    found = offences(PolicySettings(), site(reading(quote), sensitive=["ann-lee", "tom-penn"]), ())
    assert [offence.message.partition(" is marked")[0].split()[-3:-1] for offence in found] == [
        ["Ann", "Lee,"],
        ["Tom", "Penn,"],
    ]


def test_a_name_that_several_bear_gives_words_to_nobody_sensitive() -> None:
    assert (
        offences(PolicySettings(), site(reading(given(voice(ROE)), given(None), given(voice(None, "pronoun")))), ())
        == ()
    )


def test_the_rule_can_be_switched_off() -> None:
    assert offences(PolicySettings(sensitive_confirmed=False), site(reading(given(voice(LEE)))), ()) == ()


# Unknown speakers.


@pytest.mark.parametrize(
    ("speaker", "status", "told"),
    [
        (None, "machine", "the machine found no speaker"),
        (None, "corrected", "a person found no speaker either"),
        (voice(LEE), "rejected", "a person rejected its speaker and named no other"),
        (None, "rejected", "a person rejected its speaker and named no other"),
        (voice(ROE), "machine", "“Jo Roe” can be one of several"),
        (voice(None, "name", "Tom Penn"), "machine", "“Tom Penn” leads to nobody"),
        (voice(None, "pronoun"), "machine", "“he” leads to nobody"),
        (voice(LEE), "machine", ""),
        (voice(LEE, "pronoun", "he"), "machine", ""),
        (SPOKESWOMAN, "machine", ""),
        (Voice(None, "name", "person", LEE), "corrected", ""),
    ],
)
def test_unknown_speakers(speaker: Voice | None, status: Status, told: str) -> None:
    made = site(reading(given(speaker, status)))
    found = offences(FORBIDDING, made, ())
    assert [(offence.code, offence.line, offence.message) for offence in found] == (
        [("policy-unknown-speaker", 6, f"nobody is known to have said “{sentence(0)}”: {told}")] if told else []
    )
    assert offences(PolicySettings(sensitive_confirmed=False), made, ()) == ()


# Annotations that lost their place.


def test_orphans() -> None:
    """What keeps the program's own opinion from showing must be there; the loss of a note harms nobody."""
    place = "content/a.annotations.yaml", 9, 3, "it has no place", "look"
    lost, lapsed = (
        Diagnostic("annotation-orphaned", "warning", *place),
        Diagnostic("annotation-lapsed", "warning", *place),
    )
    other = Diagnostic("annotation-idle", "warning", "content/a.annotations.yaml", 2, 3, "it is idle", "look")
    offence, empty = Diagnostic("policy-orphan", "error", *place), site(reading())
    assert offences(FORBIDDING, empty, (other, lost, lapsed)) == (offence, offence)
    assert offences(PolicySettings(), empty, (other, lost)) == ()
    assert offences(PolicySettings(), empty, (other, lapsed)) == (offence,)
    assert offences(PolicySettings(orphans="allow"), empty, (lost, lapsed)) == ()


# What rests on the machine alone.


def test_the_machine_share_names_those_it_is_least_sure_of() -> None:
    quotes = [given(voice(PENN), confidence=0.99 - number / 100) for number in range(13)]
    quotes += [given(voice(PENN), "confirmed", confidence=0.1), given(None, confidence=0.05)]
    found = offences(PolicySettings(machine_share=0.5), site(reading(*quotes)), ())
    assert {offence.code for offence in found} == {"policy-machine-share"}
    first, *listed, last = found
    assert (first.path, first.message) == (
        "sitegen.toml",
        "14 of 15 quotations rest on the machine alone, and policy.machine_share = 0.5 allows 7",
    )
    assert first.hint.startswith("7 must be confirmed, corrected or rejected")
    assert [(offence.line or 0) - 6 for offence in listed] == [14, 12, 11, 10, 9, 8, 7, 6, 5, 4]
    assert listed[0].message == f"“{sentence(14)}” is given to nobody, and nobody has looked at it"
    assert f"“{sentence(12)}” is given to Tom Penn with a confidence of 0.87" in listed[1].message
    assert (last.path, last.message) == ("sitegen.toml", "and 4 more")


@pytest.mark.parametrize(("machine", "offends"), [(0, False), (29, False), (30, True), (100, True)])
def test_a_share_is_what_is_written(machine: int, offends: bool) -> None:
    quotes = [given(voice(PENN))] * machine + [given(voice(PENN), "rejected")] * (100 - machine)
    assert bool(offences(PolicySettings(machine_share=0.29), site(reading(*quotes)), ())) == offends


def test_an_empty_site_rests_on_nobody() -> None:
    assert offences(PolicySettings(machine_share=0), site(), ()) == ()


def test_a_speaker_must_be_sure_enough_or_decided() -> None:
    quotes = [given(voice(PENN), status, confidence=0.59) for status in STATUSES]
    quotes += [given(voice(PENN), confidence=0.6), given(None, confidence=0.1), given(SPOKESWOMAN, confidence=0.2)]
    found = offences(PolicySettings(min_confidence=0.6), site(reading(*quotes)), ())
    assert [offence.code for offence in found] == ["policy-confidence"] * 2
    assert quotes_of(found) == [0, 6]
    assert found[0].message.endswith("confidence of 0.59, the machine alone says so, and policy.min_confidence is 0.6")
    assert "given to a spokeswoman for the Harbour Board" in found[1].message


# All rules together.

speakers = st.sampled_from([None, voice(LEE), voice(PENN), voice(ROE), voice(None, "pronoun"), SPOKESWOMAN])
attributions = st.builds(
    lambda speaker, status, hundredths, via, nested: given(
        speaker, status, confidence=hundredths / 100, via=via, nested=nested
    ),
    speakers,
    st.sampled_from(STATUSES),
    st.integers(0, 100),
    speakers,
    speakers,
)
policies = st.builds(
    PolicySettings,
    st.booleans(),
    st.sampled_from(["allow", "forbid"]),
    st.sampled_from(["allow", "forbid"]),
    st.integers(0, 20).map(lambda number: number / 20),
    st.integers(0, 20).map(lambda number: number / 20),
)
articles = st.lists(st.lists(attributions, max_size=6), max_size=3)


@everywhere(policies, articles)
def test_what_is_confirmed_offends_only_for_want_of_a_speaker(
    policy: PolicySettings, quotes: list[list[tuple[Attribution, Voice | None]]]
) -> None:
    confirmed = [[given(made.speaker, "confirmed", via=made.via) for made, _ in each] for each in quotes]
    made = site(*(reading(*each, id_=f"a-{number}") for number, each in enumerate(confirmed)))
    assert {offence.code for offence in offences(policy, made, ())} <= {"policy-unknown-speaker"}


@everywhere(policies, articles)
def test_offences_are_in_order_and_only_where_the_policy_asks(
    policy: PolicySettings, quotes: list[list[tuple[Attribution, Voice | None]]]
) -> None:
    made = site(*(reading(*each, id_=f"a-{number}") for number, each in enumerate(quotes)))
    found = offences(policy, made, ())
    records = [entity.record for entity in made.entities if entity.record is not None]
    assert asks(policy, records, annotated=True) or not found
    for code in ("policy-sensitive", "policy-unknown-speaker", "policy-confidence"):
        places = [(offence.path, offence.line) for offence in found if offence.code == code]
        assert places == sorted(places, key=lambda place: (place[0], place[1] or 0))
    machine = sum(each.status == "machine" for article in quotes for each, _ in article)
    total = sum(map(len, quotes))
    written = Fraction(str(policy.machine_share))
    too_many = total > 0 and Fraction(machine, total) > written
    assert too_many == any(offence.code == "policy-machine-share" for offence in found)


@pytest.mark.parametrize(
    ("policy", "sensitive", "asked"),
    [
        (PolicySettings(), False, False),
        (PolicySettings(), True, True),
        (PolicySettings(sensitive_confirmed=False), True, False),
        (PolicySettings(unknown_speakers="forbid"), False, True),
        (PolicySettings(orphans="forbid"), False, False),
        (PolicySettings(machine_share=0.99), False, True),
        (PolicySettings(min_confidence=0.01), False, True),
    ],
)
def test_a_policy_that_asks_nothing_is_known_without_reading(
    policy: PolicySettings, sensitive: bool, asked: bool
) -> None:
    assert (
        asks(policy, [AuthorityRecord("a", "a.md", "person", "Ann Lee", sensitive=sensitive)], annotated=False) == asked
    )
