"""The ledger: what it says in its file, what it takes for the same quotation, and what it lets pass."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ledger import (
    accepted,
    compare,
    ledger_lines,
    read_ledger,
    relinked,
    since_published,
    unaccepted,
    unchanged,
    updated,
)
from sitegen.model.ledger import Ledger, LedgerEntry
from sitegen.model.publication import PublishedArticle, PublishedLink, PublishedQuote, PublishedSpeaker

ROSA, EDGAR = PublishedSpeaker("Rosa Kettering", "rosa-kettering"), PublishedSpeaker("Edgar Pendrake", "edgar-pendrake")
SPOKESWOMAN = PublishedSpeaker("A spokeswoman")


def quote(
    words: str, speaker: PublishedSpeaker | None = ROSA, *, article: str = "ferry", start: int = 0
) -> PublishedQuote:
    return PublishedQuote(f"q-{article}-{words}", article, (words,), speaker, start=start)


def ledger_of(*quotes: PublishedQuote) -> Ledger:
    return updated(Ledger(), quotes, "toy 1")


texts = st.text(max_size=20)
sources = st.none() | st.builds(PublishedSpeaker, texts, texts)
entries = st.builds(
    LedgerEntry,
    st.builds(
        PublishedQuote,
        texts,
        texts,
        st.lists(texts, max_size=3).map(tuple),
        sources,
        texts,
        texts,
        st.integers(0, 10_000),
        page=st.booleans(),
    ),
    st.lists(texts, max_size=2).map(tuple),
    st.booleans(),
    st.none() | st.dates(),
)


def test_what_a_person_decided_waits_for_nobody() -> None:
    """Whoever says whose words a quotation is has accepted that they are; the ledger keeps no trace of it."""
    before = ledger_of(quote("We won"))
    machines = quote("We won", EDGAR)
    persons = replace(machines, decided=True)
    changed = since_published(before, [machines]).reattributed
    assert [remark.code for remark in unaccepted(changed, before)] == ["speaker-changed"]
    assert not unaccepted(since_published(before, [persons]).reattributed, before)
    (entry,) = unchanged(before, [persons], "toy 1").entries
    assert entry.quote == machines


@given(st.lists(entries, max_size=6, unique_by=lambda entry: entry.quote.id), texts)
def test_what_is_written_is_read_again(found, model) -> None:
    content = ledger_lines(Ledger(tuple(found), model))
    again, remarks = read_ledger(content)
    assert remarks == ()
    assert again.model == model
    assert sorted(again.entries, key=repr) == sorted(found, key=repr)
    assert ledger_lines(again) == content


@given(st.binary(max_size=200))
def test_any_file_is_read_or_explained(content: bytes) -> None:
    ledger, remarks = read_ledger(content)
    assert all(remark.severity == "error" and remark.line for remark in remarks)
    assert remarks or not ledger.entries or content


GOOD = ledger_lines(ledger_of(quote("It is late"))).decode()


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (GOOD.replace('{"ledger": 1', '{"ledger": 2'), 1, "has the form 2"),
        (GOOD.split("\n")[1], 1, "not the first line"),
        (GOOD + "<<<<<<< HEAD\n", 3, "a merge left its marks"),
        (GOOD + GOOD.split("\n")[1] + "\n", 3, "has two lines"),
        (GOOD[:-20], 2, ""),
        (GOOD.replace('"ferry"', "7"), 2, ""),
    ],
    ids=["version", "no-head", "merge", "twice", "cut", "type"],
)
def test_a_damaged_file(content: str, line: int, words: str) -> None:
    _, remarks = read_ledger(content.encode())
    assert [(remark.code, remark.line) for remark in remarks] == [("ledger-damaged", line)]
    assert words in remarks[0].message


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        (ROSA, PublishedSpeaker("Rosa M. Kettering", "rosa-kettering"), True),
        (ROSA, EDGAR, False),
        (ROSA, None, False),
        (None, ROSA, False),
        (None, None, True),
        (SPOKESWOMAN, PublishedSpeaker("a spokeswoman"), True),
        (SPOKESWOMAN, PublishedSpeaker("A spokesman"), False),
        (PublishedSpeaker("Rosa Kettering"), ROSA, False),
    ],
)
def test_the_same_speaker(before, after, same) -> None:
    found = compare([quote("It is late", before)], [quote("It is late", after)])
    assert bool(found.reattributed) != same
    assert (found.added, found.lost) == ((), ())


@pytest.mark.parametrize(
    ("before", "after", "one"),
    [
        ("The tables are wrong by an hour", "The tables are wrong by two hours", True),
        ("wrong by at least an hour", "The tables are wrong by at least an hour, and so is the clock", True),
        ("The tables are wrong by an hour", "“The tables are wrong, by an HOUR!”", True),
        ("The tables are wrong by an hour", "Nobody has ever asked us what the harbour costs", False),
        ("No", "No, we never said that the harbour would close", False),
        ("Never", "Never again", False),
    ],
)
def test_edited_words(before, after, one) -> None:
    found = compare([quote(before)], [quote(after, EDGAR)])
    assert bool(found.reattributed) == one
    assert (len(found.added), len(found.lost)) == ((0, 0) if one else (1, 1))


def test_each_is_paired_with_what_is_most_alike() -> None:
    before = [quote("The tables are wrong by an hour"), quote("The tables are wrong by a day", EDGAR, start=90)]
    after = [quote("The tables are all wrong by a day", EDGAR, start=90), quote("The tables are wrong by one hour")]
    found = compare(before, after)
    assert len(found.edited) == 2
    assert not found.reattributed


KEPT = quote("It will hold", EDGAR)
MOLE = quote("Ask the harbourmaster", SPOKESWOMAN, article="mole")
LONG = "The tables are wrong by an hour"


@pytest.mark.parametrize(
    ("before", "after", "waits"),
    [
        # Words that go to another article, whether the former one is still there or not.
        ([quote(LONG)], [quote(LONG, EDGAR, article="mole")], True),
        ([quote(LONG), KEPT], [KEPT, quote(LONG, EDGAR, article="mole")], True),
        # An article that got another name, and words that were edited in the same breath.
        ([quote(LONG), KEPT], [quote("The tables are wrong by two hours", EDGAR, article="renamed")], True),
        # Too few words to tell anything.
        ([quote("Never")], [quote("Never", EDGAR, article="mole")], False),
        # A quotation in two, of which one half changes hands; and two in one.
        (
            [quote("We have mended the mole, and nobody thanked us for it")],
            [quote("We have mended the mole,"), quote("and nobody thanked us for it", EDGAR)],
            True,
        ),
        (
            [quote("We have mended the mole,"), quote("and nobody thanked us for it", EDGAR)],
            [quote("We have mended the mole, and nobody thanked us for it")],
            True,
        ),
        # A cue that moved by one sentence.
        (
            [quote("We will come. The mole held in every storm since I was born."), quote("Nobody asked us.", EDGAR)],
            [quote("We will come."), quote("The mole held in every storm since I was born. Nobody asked us.", EDGAR)],
            True,
        ),
        # A long passage that was taken out here and came there, with a word of it edited.
        (
            [quote("We have mended the mole in every year since the war, and paid for it ourselves"), KEPT, MOLE],
            [KEPT, MOLE, quote("mended the mole in every year since the war, and paid for all", EDGAR, article="mole")],
            True,
        ),
        # Both said so before; one of them says less now.
        (
            [quote("We are going to win this, all of us"), quote("We are going to win this, you will see", EDGAR)],
            [quote("We are, all of us"), quote("We are going to win this, you shall see", EDGAR)],
            False,
        ),
        # An id that came to mean somebody else.
        ([quote(LONG, ROSA)], [quote(LONG, PublishedSpeaker("Carl Dorn", "rosa-kettering"))], True),
        # Different articles say different things.
        ([quote(LONG), KEPT], [quote(LONG), KEPT, quote("The mole will hold", ROSA, article="mole")], False),
    ],
    ids=[
        "moved",
        "moved-beside",
        "renamed-and-edited",
        "few-words",
        "split",
        "joined",
        "next-sentence",
        "elsewhere",
        "both-before",
        "same-id",
        "nothing",
    ],
)
def test_words_do_not_change_hands_unseen(before, after, waits) -> None:
    ledger = ledger_of(*before)
    waiting = unaccepted(since_published(ledger, after).reattributed, ledger)
    assert bool(waiting) == waits
    # What is accepted does not come again.
    kept = accepted(ledger, after, [found.id for found in after], "toy 1")
    assert not unaccepted(since_published(kept, after).reattributed, kept)
    whole = updated(ledger, after, "toy 1")
    assert not unaccepted(since_published(whole, after).reattributed, whole)


@pytest.mark.parametrize("back", ["The tables are wrong by an hour", "The tables are wrong by two hours"])
def test_what_comes_back_is_known(back: str) -> None:
    """Withdrawn for a while, or edited and restored: it was published all the same."""
    withdrawn = updated(ledger_of(quote(LONG), KEPT), [KEPT], "toy 1")
    assert len(since_published(withdrawn, [KEPT, quote(back, EDGAR)]).reattributed) == 1
    edited = updated(ledger_of(quote(LONG)), [quote("The tables are wrong by two hours")], "toy 1")
    later = [quote("The tables are wrong by two hours"), quote(LONG, EDGAR)]
    assert [change.after.id for change in since_published(edited, later).reattributed] == [later[1].id]


def test_words_that_were_cut_are_known_when_they_come_back() -> None:
    whole, cut = quote(f"It is late. {LONG}"), quote("It is late, we know.")
    ledger = updated(ledger_of(whole), [cut], "toy 1")
    later = [cut, quote(LONG, EDGAR)]
    assert [change.after.id for change in since_published(ledger, later).reattributed] == [later[1].id]


def test_accepting_one_keeps_the_other_waiting() -> None:
    before = quote("We have mended the mole, and nobody thanked us for it")
    ledger = ledger_of(before)
    now = [quote("We have mended the mole, all of it"), quote("and nobody thanked us for it", EDGAR)]
    assert len(since_published(ledger, now).reattributed) == 1
    after = accepted(ledger, now, [now[0].id], "toy 1")
    assert [change.after.id for change in since_published(after, now).reattributed] == [now[1].id]


def test_the_same_words_of_two_people_change_places_only() -> None:
    """Ids of equal words count them: one more before the others gives each the id of the next."""
    ids = ("q-1", "q-2", "q-3")
    before = [replace(quote("No comment", who), id=id_) for id_, who in zip(ids, (ROSA, EDGAR), strict=False)]
    ledger = ledger_of(*before)
    after = [
        replace(quote("No comment", who), id=id_) for id_, who in zip(ids, (SPOKESWOMAN, ROSA, EDGAR), strict=True)
    ]
    assert not since_published(ledger, after).reattributed
    gone = [
        replace(quote("No comment", who), id=id_) for id_, who in zip(ids, (SPOKESWOMAN, EDGAR, EDGAR), strict=True)
    ]
    assert since_published(ledger, gone).reattributed


@given(st.integers(0, 2**32))
def test_one_acceptance_accepts_one(seed: int) -> None:
    """Whatever was edited, accepting one leaves all others waiting, and taking in what is new leaves all of them."""
    chance = random.Random(seed)
    quotes = list({found.id: found for found in (_random(chance) for _ in range(7))}.values())
    ledger = ledger_of(*quotes)
    now = [
        replace(found, speaker=chance.choice([ROSA, EDGAR])) if chance.random() < 0.4 else found
        for found in _edited(chance, quotes)
    ]
    waiting = {change.after.id for change in since_published(ledger, now).reattributed}
    again = unchanged(ledger, now, "toy 1")
    assert {change.after.id for change in since_published(again, now).reattributed} == waiting
    assert unchanged(again, now, "toy 1") == again
    for id_ in sorted(waiting):
        one = accepted(ledger, now, [id_], "toy 1")
        left = {change.after.id for change in since_published(one, now).reattributed}
        assert waiting - {id_} <= left
        assert id_ not in left


def test_many_alike_cost_little() -> None:
    """Words that recur in hundreds of quotations of one article are not compared each with each."""
    before = [quote(f"We will not say what we will not say about the {word} {n}") for n, word in enumerate(WORDS * 40)]
    after = [quote(f"We will not say what we will not say about a {word} {n}") for n, word in enumerate(WORDS * 40)]
    found = compare(before, after)
    assert len(found.added) + len(found.changes) == len(after)


def test_a_new_publication() -> None:
    first, edited, gone = quote("It is late"), quote("The tables are wrong by an hour"), quote("It will hold")
    ledger = ledger_of(first, edited, gone)
    later = quote("The tables are wrong by two hours")
    again = updated(ledger, [first, later], "toy 2")
    kept = {entry.quote.id: entry for entry in again.entries}
    assert kept.keys() == {first.id, edited.id, later.id, gone.id}
    assert kept[later.id].former == (edited.id,)
    assert kept[edited.id].removed
    assert kept[gone.id].removed
    assert again.model == "toy 2"
    assert not since_published(again, [first, later])
    back = updated(again, [first, later, gone], "toy 2")
    assert not next(entry for entry in back.entries if entry.quote.id == gone.id).removed


def test_one_is_accepted_and_no_other() -> None:
    one, other = quote("It is late"), quote("It will hold")
    ledger = ledger_of(one, other)
    now = [replace(one, speaker=EDGAR), replace(other, speaker=EDGAR), quote("Nobody was asked about it")]
    assert len(unaccepted(since_published(ledger, now).reattributed, ledger)) == 2
    after = accepted(ledger, now, [one.id], "toy 1")
    assert [change.after.id for change in since_published(after, now).reattributed] == [other.id]
    assert len(after.entries) == 2


def test_what_is_new_is_accepted_and_changed_speakers_wait() -> None:
    one, other = quote("It is late"), quote("The tables are wrong by an hour")
    ledger = ledger_of(one, other)
    added = quote("Nobody was asked about it")
    now = [replace(one, speaker=EDGAR), quote("The tables are wrong by two hours", EDGAR), added]
    after = unchanged(ledger, now, "toy 2")
    assert {entry.quote.id for entry in after.entries if not entry.removed} == {one.id, other.id, added.id}
    assert len(since_published(after, now).reattributed) == 2
    assert unchanged(after, now, "toy 2") == after


def test_an_edited_one_is_accepted_by_either_id() -> None:
    before, after = quote("The tables are wrong by an hour"), quote("The tables are wrong by two hours", EDGAR)
    ledger = ledger_of(before)
    for id_ in (before.id, after.id):
        found = accepted(ledger, [after], [id_], "toy 1")
        assert not since_published(found, [after]).reattributed
        assert [entry.former for entry in found.entries if not entry.removed] == [(before.id,)]


WORDS = "ferry tables harbour wrong late hold hour board clock quay never again mend light storm".split()


@given(st.integers(0, 2**32))
def test_nothing_ever_leaves_the_ledger(seed: int) -> None:
    """Whatever becomes of a site, every id that was published is an entry or a former id of one, and of one only."""
    chance = random.Random(seed)
    quotes = [_random(chance) for _ in range(6)]
    ledger, published = Ledger(), set()
    for _ in range(6):
        quotes = _edited(chance, quotes)
        ledger = updated(ledger, quotes, "toy 1")
        published |= {found.id for found in quotes}
        own = [entry.quote.id for entry in ledger.entries]
        former = [id_ for entry in ledger.entries for id_ in entry.former]
        living = {entry.quote.id for entry in ledger.entries if not entry.removed}
        assert published == {*own}
        assert len(own) == len({*own})
        assert {*former} <= {*own} - living
        assert living == {found.id for found in quotes}
        assert not since_published(ledger, quotes)
        assert updated(ledger, quotes, "toy 1") == ledger
        assert read_ledger(ledger_lines(ledger))[0] == ledger


@given(st.integers(0, 2**32))
def test_no_word_for_word_quotation_changes_hands_unseen(seed: int) -> None:
    """Of published words that stand unchanged in their article, each that has another speaker is noticed."""
    chance = random.Random(seed)
    quotes = list({found.id: found for found in (_random(chance) for _ in range(8))}.values())
    ledger = ledger_of(*quotes)
    if chance.random() < 0.5:
        # Some were withdrawn for a while.
        ledger = updated(ledger, [found for found in quotes if chance.random() < 0.5], "toy 1")
    now = [replace(found, speaker=chance.choice([ROSA, EDGAR, None, SPOKESWOMAN])) for found in quotes]
    chance.shuffle(now)
    noticed = {change.after.id for change in since_published(ledger, now).reattributed}
    before = {found.id: found.speaker for found in quotes}
    assert noticed == {found.id for found in now if found.speaker != before[found.id]}
    assert len(noticed) == len(unaccepted(since_published(ledger, now).reattributed, ledger))


def _random(chance: random.Random) -> PublishedQuote:
    words = " ".join(chance.choices(WORDS, k=chance.randint(1, 9)))
    article = chance.choice(["ferry", "mole"])
    return quote(words, chance.choice([ROSA, EDGAR, None]), article=article, start=chance.randint(0, 500))


def _edited(chance: random.Random, quotes: list[PublishedQuote]) -> list[PublishedQuote]:
    kept = [found for found in quotes if chance.random() < 0.8]
    for number, found in enumerate(kept):
        if chance.random() < 0.4:
            words = found.exact[0].split()
            words[chance.randrange(len(words))] = chance.choice(WORDS)
            article = found.article if chance.random() < 0.8 else f"{found.article}-again"
            kept[number] = quote(" ".join(words), found.speaker, article=article, start=found.start)
    return list({found.id: found for found in [*kept, _random(chance)]}.values())


# Links.


def article(*blocks: str, links: dict[str, str]) -> PublishedArticle:
    """Return an article whose words in ``links`` lead to somebody."""
    words = tuple(tuple(block.split()) for block in blocks)
    found = tuple(
        PublishedLink(number, at, word, links[word])
        for number, block in enumerate(words)
        for at, word in enumerate(block)
        if word in links
    )
    return PublishedArticle("ferry", words, found)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"Kettering": "rosa"}, {"Kettering": "rosa"}, []),
        ({"Kettering": "rosa"}, {"Kettering": "edgar"}, [("Kettering", "rosa", "edgar")]),
        ({"Kettering": "rosa"}, {}, [("Kettering", "rosa", "")]),
        ({}, {"Kettering": "rosa"}, [("Kettering", "", "rosa")]),
    ],
)
@pytest.mark.parametrize("moved", [False, True], ids=["in-place", "moved"])
def test_a_link_that_leads_elsewhere(before, after, expected, moved) -> None:
    text = ["The ferry was late.", "Then Kettering came."]
    later = ["A new paragraph stands before.", text[0], "And then, at last, Kettering came."] if moved else text
    found = relinked([article(*text, links=before)], [article(*later, links=after)])
    assert [(link.link.text, link.before, link.after) for link in found] == expected


def test_new_words_are_no_changed_link() -> None:
    before = article("The ferry was late.", links={"Pendrake": "edgar"})
    after = article("The ferry was late.", "Pendrake was not.", links={"Pendrake": "edgar"})
    assert relinked([before], [after]) == ()
    assert relinked([after], [before]) == ()
