"""Denials, case by case: the expected lines read

"he took the money" | denial

for each quotation that denies, in the order of the text; a case that expects nothing has none.
"""

import pytest

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Block
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.site import Reading
from sitegen.model.span import Span
from tests.cases import Case, cases
from tests.relate.reading import reading_of, words_of
from tests.relate.readings import denials as denials_of


@pytest.mark.parametrize("case", cases("relate/denials"))
def test_case(case: Case) -> None:
    reading = reading_of(case.text)
    quotes = reading.analysis.quotes
    assert quotes, "a case without quotations tests nothing"
    denials = denials_of(reading)
    found = [f"{words_of(reading, quote)} | denial" for quote in quotes if quote.id in denials]
    assert found == list(case.expected), (case.title, [words_of(reading, quote) for quote in quotes])
    assert denials <= {quote.id for quote in quotes}


def reported(sentence: str) -> Reading:
    """A sentence about Orr whose cue stands in [brackets], the words that it reports in <these>."""
    marks = {sign: sentence.index(sign) for sign in "[]<>"}
    text = sentence.translate({ord(sign): None for sign in marks})

    def span(first: str, last: str) -> Span:
        begin, end = (marks[sign] - sum(other < marks[sign] for other in marks.values()) for sign in (first, last))
        return Span(begin, end)

    speaker = Span(text.index("Orr"), text.index("Orr") + 3)
    voice = Voice(speaker, "name", "person", 0)
    quote = Quote("q", "indirect", (span("<", ">"),), (), Attribution("test", 1.0, voice, span("[", "]")))
    article = Article("case", "case.txt", "Case", text, (Block("paragraph", Span(0, len(text))),))
    analysis = Analysis((Cluster("Orr", "person", ("Orr",)),), (Mention(speaker, "name", "person", 0),), (quote,))
    return Reading(article, analysis, ("orr",))


@pytest.mark.parametrize(
    "sentence",
    [
        "Orr [denied] that <he took it>.",
        "Orr has long [denied] <any wrongdoing>.",
        "In May Orr [denied] that <he took it>.",
        "Will Orr [denied] that <he took it>.",
        "Orr went on to [deny] that <he took it>.",
        "“<I never took it>,” Orr [denied].",
        "“<I never took it>,” [denied] Captain Orr.",
        "Orr [refuted] <the minister's false claims>.",
        "Orr [disputed] that <the wall was cracked>.",
        "Orr [dismissed] <the report as nonsense>.",
        "Orr [brushed] off <reports that he was ill>.",
        "Orr came back with a [denial] that <he took it>.",
    ],
)
def test_denies(sentence: str) -> None:
    assert denials_of(reported(sentence)) == {"q"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Orr is expected to [deny] that <he took it>.",
        "Orr declined to [deny] that <he took it>.",
        "Orr could not [deny] that <he took it>.",
        "Neither Lee nor Orr [denied] that <he took it>.",
        "Orr didn’t [deny] that <he took it>.",
        "Orr was [denied] <any say>.",
        "Orr withdrew his [denial] that <he took it>.",
        "Orr issued no [denial] that <he took it>.",
        "Orr [denied] <the farmers access to the quay>.",
        "Orr [denied] <all access to the quay>.",
        "Orr [rejected] <the offer>.",
        "Orr [rejected] <the idea of a toll>.",
        "Orr [dismissed] <the minister>.",
        "“<I never took it>,” Orr [denied] her.",
        "“<I never took it>,” Orr never [denied].",
        "Orr [dismissed] <the charges against the baker>.",
    ],
)
def test_denies_nothing(sentence: str) -> None:
    assert not denials_of(reported(sentence))


def test_a_denial_far_ahead_of_the_words_is_found() -> None:
    """However long the reporter goes on between the cue and the words, the sentence before the cue is looked at."""
    long = " and again".join(["at the inquiry, again"] * 95)
    text = f"Orr denied that the pier was his. He said {long}: “I never took it.”"
    begin = text.index("I never")
    said = text.index("said")
    voice = Voice(Span(text.index("He"), text.index("He") + 2), "pronoun", "person", 0)
    quote = Quote(
        "q",
        "direct",
        (Span(begin, begin + 16),),
        (Span(begin, begin + 16),),
        Attribution("test", 1.0, voice, Span(said, said + 4)),
    )
    assert begin - said > 2500
    named = Mention(Span(0, 3), "name", "person", 0)
    article = Article("case", "case.txt", "Case", text, (Block("paragraph", Span(0, len(text))),))
    analysis = Analysis((Cluster("Orr", "person", ("Orr",)),), (named,), (quote,))
    assert denials_of(Reading(article, analysis, ("orr",))) == {"q"}
