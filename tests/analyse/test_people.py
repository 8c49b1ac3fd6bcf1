"""People inside one article, case by case. A line of a case reads

    Ann Lee: Ann Lee, Lee, Lee
    ? Lee: Ann Lee, Tom Lee
    ~ Rachel: Rachel

a person and the forms in which the text names them; ``?`` a form that is left unlinked, and who competes for it;
``~`` a lone name. ``organisation X: …``, ``place X: …``, ``pronouns of X: …`` and ``descriptions of X: …`` are checked
only where a case lists one.
"""

import pytest

from sitegen.model.entity import AuthorityRecord
from tests.analyse.reading import analysed
from tests.cases import Case, cases


@pytest.mark.parametrize("case", cases("people"))
def test_case(case: Case) -> None:
    article, analysis = analysed(case.text)
    forms: dict[int, list[str]] = {number: [] for number in range(len(analysis.clusters))}
    lines = []
    for mention in analysis.mentions:
        surface = mention.span.of(article.text)
        if mention.form == "name" and mention.candidates:
            names = ", ".join(analysis.clusters[number].name for number in mention.candidates)
            lines.append(f"? {surface}: {names}")
        elif mention.form == "name" and mention.cluster is not None:
            forms[mention.cluster].append(surface)
    for number, cluster in enumerate(analysis.clusters):
        prefix = "~ " if cluster.lone else "" if cluster.kind == "person" else f"{cluster.kind} "
        lines.append(f"{prefix}{cluster.name}: {', '.join(forms[number])}")
    for number, cluster in enumerate(analysis.clusters):
        words = [m.span.of(article.text) for m in analysis.mentions if m.form == "pronoun" and m.cluster == number]
        lines.append(f"pronouns of {cluster.name}: {', '.join(words)}".rstrip())
        words = [m.span.of(article.text) for m in analysis.mentions if m.form == "nominal" and m.cluster == number]
        lines.append(f"descriptions of {cluster.name}: {', '.join(words)}".rstrip())
    wanted = [line for line in case.expected if line != "nobody"]
    others = ("organisation ", "place ", "pronouns of ", "descriptions of ")
    assert sorted(dict.fromkeys(line for line in lines if not line.startswith(others))) == sorted(
        line for line in wanted if not line.startswith(others)
    ), case.title
    assert {line for line in wanted if line.startswith(others)} <= set(lines)


def test_the_last_word_of_an_office_is_no_surname() -> None:
    record = AuthorityRecord("sam", "content/people/sam.md", "person", "Sam Penn", ("harbourmaster of Ravelsea",))
    article, analysis = analysed("The harbourmaster of Ravelsea came.\nRavelsea slept.", records=(record,))
    named = {m.span.of(article.text) for m in analysis.mentions if m.kind == "person"}
    assert named == {"harbourmaster of Ravelsea"}


def test_words_that_never_mean_somebody() -> None:
    record = AuthorityRecord("tom", "content/people/tom.md", "person", "Tom Baker", never=("Baker", "Tom Baker Street"))
    article, analysis = analysed("Tom Baker lives in Tom Baker Street. Baker laughed.", records=(record,))
    named = [m.span.of(article.text) for m in analysis.mentions if m.kind == "person" and m.cluster is not None]
    assert named[0] == "Tom Baker"
    assert [analysis.clusters[m.cluster].given for m in analysis.mentions if m.cluster is not None].count("tom") == 1


def test_a_record_says_in_which_articles_it_is_meant() -> None:
    records = tuple(
        AuthorityRecord(f"tom-{number}", f"content/people/tom-{number}.md", "person", "Tom Baker", articles=articles)
        for number, articles in enumerate((("other",), ("case",)))
    )
    _, analysis = analysed("Tom Baker laughed.", records=records)
    assert [cluster.given for cluster in analysis.clusters] == ["tom-1"]


def test_the_papers_own_name_peoples_days_and_events_are_no_entities() -> None:
    text = "Quiet week\n\nPORTMERE (Estuary Wire) — On Monday the Norwegians came for Easter. Ann Lee saw the Olympics."
    article, analysis = analysed(text)
    assert [mention.span.of(article.text) for mention in analysis.mentions] == ["Ann Lee"]


def test_a_record_finds_an_organisation_and_says_what_it_is() -> None:
    records = (
        AuthorityRecord("gulls", "content/organisations/gulls.md", "organisation", "Portmere Gulls", ("The Gulls",)),
        AuthorityRecord("sorrel", "content/places/sorrel.md", "place", "Sorrel"),
    )
    text = "Ann Lee watched Portmere Gulls lose at Sorrel. The Gulls wept. Sorrel sang."
    article, analysis = analysed(text, records=records)
    found = [(m.span.of(article.text), m.kind) for m in analysis.mentions if m.kind != "person"]
    assert found == [
        ("Portmere Gulls", "organisation"),
        ("Sorrel", "place"),
        ("The Gulls", "organisation"),
        ("Sorrel", "place"),
    ]
