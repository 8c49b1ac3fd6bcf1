"""Answers, case by case, and what holds for any text. The expected lines read

"No, it is not" answers "The wall is safe" | matter

for each quotation that answers another, in the order of the text; a case that expects nothing has none.
"""

import time

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Block
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.site import Reading
from sitegen.model.span import Span
from tests.cases import Case, cases
from tests.relate.reading import reading_of, words_of
from tests.relate.readings import answers as answers_of

SPEAKERS = ("Lee", "Orr", "Kim")
CUES = ("said", "replied", "denied that", "asked")
WORDS = st.lists(
    st.sampled_from(["the wall", "is safe", "is not", "Lee", "moss", "you", "grain?"]), min_size=1, max_size=5
)
LINES = st.lists(st.tuples(st.sampled_from([*SPEAKERS, ""]), st.sampled_from(CUES), WORDS.map(" ".join), st.booleans()))


@pytest.mark.parametrize("case", cases("relate/answers"))
def test_case(case: Case) -> None:
    reading = reading_of(case.text)
    words = {quote.id: words_of(reading, quote) for quote in reading.analysis.quotes}
    assert len(words) > 1, "a case with fewer than two quotations tests nothing"
    found = [f"{words[answer.quote]} answers {words[answer.to]} | {answer.reason}" for answer in answers_of(reading)]
    assert found == list(case.expected), (case.title, list(words.values()))


def conversation(lines: list[tuple[str, str, str, bool]]) -> Reading:
    """An article in which the speakers say one line after the other: who, cue, words, and whether a paragraph ends."""
    text, quotes, mentions, blocks, begin = "", [], [], [], 0
    for number, (speaker, cue, words, ends) in enumerate(lines):
        voice = None
        if speaker:
            span = Span(len(text), len(text) + len(speaker))
            voice = Voice(span, "name", "person", SPEAKERS.index(speaker))
            mentions.append(Mention(span, "name", "person", SPEAKERS.index(speaker)))
        text += f"{speaker or 'Somebody'} "
        said = Span(len(text), len(text) + len(cue.split()[0]))
        text += f"{cue} “"
        content = Span(len(text), len(text) + len(words))
        text += f"{words}.” "
        quotes.append(Quote(f"q{number}", "direct", (content,), (content,), Attribution("test", 1.0, voice, said)))
        if ends:
            blocks.append(Block("paragraph", Span(begin, len(text))))
            begin = len(text)
    blocks.append(Block("paragraph", Span(begin, len(text))))
    article = Article("case", "case.txt", "Case", text, tuple(blocks))
    clusters = tuple(Cluster(name, "person", (name,)) for name in SPEAKERS)
    return Reading(article, Analysis(clusters, tuple(mentions), tuple(quotes)), tuple(map(str.lower, SPEAKERS)))


@settings(max_examples=200, deadline=None)
@given(LINES)
def test_an_answer_follows_somebody_elses_words(lines: list[tuple[str, str, str, bool]]) -> None:
    reading = conversation(lines)
    quotes = {quote.id: quote for quote in reading.analysis.quotes}
    answers = answers_of(reading)
    assert len({answer.quote for answer in answers}) == len(answers)
    for answer in answers:
        quote, to = quotes[answer.quote], quotes[answer.to]
        assert to.extent.end <= quote.extent.start
        one, other = quote.attribution.speaker, to.attribution.speaker
        assert one is not None
        assert other is not None
        assert one.cluster != other.cluster


def test_a_conversation_has_answers() -> None:
    """What the property above speaks of does occur."""
    reading = conversation([("Lee", "said", "the wall is safe", True), ("Orr", "replied", "the wall is not", False)])
    assert [(answer.quote, answer.to, answer.reason) for answer in answers_of(reading)] == [("q1", "q0", "cue")]


@pytest.mark.parametrize("ends", [True, False], ids=["paragraphs", "one paragraph"])
@pytest.mark.parametrize("speakers", [1, 2], ids=["long turns", "short turns"])
def test_time_grows_with_the_quotations(ends: bool, speakers: int) -> None:
    def seconds(size: int) -> float:
        half = [("Lee", "said", f"moss {number} is safe", ends) for number in range(size)]
        other = [("Orr", "replied", f"the wall {number} is not", ends) for number in range(size)]
        lines = half + other if speakers == 1 else [line for pair in zip(half, other, strict=True) for line in pair]
        reading = conversation(lines)
        start = time.process_time()
        answers_of(reading)
        return time.process_time() - start

    seconds(50)
    assert seconds(2400) < 12 * max(seconds(400), 0.01)
