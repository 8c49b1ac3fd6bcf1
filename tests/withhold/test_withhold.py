"""The pure step: what is covered, what stays, and that nothing is touched where nobody is suppressed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Block, Mark, NamedPerson
from sitegen.model.covering import BLOCK, cover, coverable, is_covered
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.mention import Cluster, Form, Mention
from sitegen.model.publication import PublishedArticle, PublishedLink, PublishedQuote, PublishedSpeaker
from sitegen.model.quote import Attribution, Nested, Quote, Voice
from sitegen.model.record_names import alone_of, names_of
from sitegen.model.settings import Settings
from sitegen.model.site import Reading
from sitegen.model.span import Span
from sitegen.model.withheld import Names
from sitegen.withhold import Withheld, cover_published, unlinked, withhold

ROE = AuthorityRecord("jane-roe", "content/people/roe.md", "person", "Jane Roe", ("Janey Roe",), suppress=True)
JANE = Entity("jane-roe", "person", "Jane Roe", ("Jane Roe", "Roe", "Jane"), ROE)
JOHN = Entity("john-roe", "person", "John Roe", ("John Roe", "Roe"))
NORA = Entity("nora-penn", "person", "Nora Penn", ("Nora Penn",))


def article(text: str, **keys: object) -> Article:
    given: dict[str, object] = {"title": "A title", **keys}
    blocks = (Block("paragraph", Span(0, len(text))),)
    return Article(id="a", path="content/a.md", text=text, blocks=blocks, **given)  # type: ignore[arg-type]


def place(text: str, words: str, start: int = 0) -> Span:
    found = text.index(words, start)
    return Span(found, found + len(words))


def mention(text: str, words: str, cluster: int | None, form: Form = "name", start: int = 0) -> Mention:
    return Mention(place(text, words, start), form, "person", cluster)


def reading(text: str, *mentions: Mention, quotes: tuple[Quote, ...] = (), **keys: object) -> Reading:
    clusters = tuple(Cluster(name, "person") for name in ("Jane Roe", "John Roe", "Nora Penn"))
    return Reading(
        article(text, **keys),
        Analysis(clusters, tuple(sorted(mentions, key=lambda m: m.span)), quotes),
        ("jane-roe", "john-roe", "nora-penn"),
    )


def done(*readings: Reading, records: tuple[AuthorityRecord, ...] = (ROE,)) -> Withheld:
    return withhold(readings, (), Settings(), (JANE, JOHN, NORA), records)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jane Roe came.", "████ ███ came."),
        ("JANE ROE came.", "████ ███ came."),
        ("jane roe came.", "████ ███ came."),
        ("Jané Röe came.", "████ ███ came."),
        ("Jane\nRoe came.", "████\n███ came."),
        ("Jane\u00a0Roe’s dog", "████\u00a0███’s dog"),
        ("Jane Roe's dog", "████ ███'s dog"),
        ("Janey Roe came.", "█████ ███ came."),
        ("Roe, Jane: works", "███, ████: works"),
        ("jane-roe.html jane_roe @JaneRoe", "████-███.html ████_███ @███████"),
        ("Tom Roe, Jane Penn", "Tom Roe, Jane Penn"),
        ("tom roe, jane penn", "tom roe, jane penn"),
        ("It was Jane. Roe deer came.", "It was Jane. Roe deer came."),
        ("Nora, Jane, Roe deer", "Nora, Jane, Roe deer"),
        ("Jane Roemer came.", "Jane Roemer came."),
        ("Maryjane Roe came.", "Maryjane Roe came."),
        ("Ｊane Roe and Jane R\u00adoe", "████ ███ and ████ █\u00ad██"),
        ("Nobody came.", "Nobody came."),
    ],
)
def test_full_names(text: str, shown: str) -> None:
    names = names_of([ROE])
    assert cover(text, names.find(text)) == shown


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("Flora O’Hara", "Flora O'Hara, FLORA O'HARA", "█████ █'████, █████ █'████"),
        ("Ursula von der Mühl", "Ursula von der Muhl", "██████ ███ ███ ████"),
        ("Ida Penn-Roe", "Ida Penn-Roe; Ida Penn; Penn-Roe, Ida", "███ ████-███; Ida Penn; ████-███, ███"),
        ("J. R. Vale", "J. R. Vale, J.R. Vale", "█. █. ████, █.█. ████"),
        ("John Roe Jr.", "John Roe, Jr., and John Roe", "████ ███, ██., and ████ ███"),
        ("Ivo Łąck", "Ivo Lack", "███ ████"),
        ("山田花子", "昨日山田花子は", "昨日████は"),
    ],
)
def test_names_of_many_kinds(name: str, text: str, shown: str) -> None:
    names = names_of([replace(ROE, name=name, variants=())])
    assert cover(text, names.find(text)) == shown


@pytest.mark.parametrize(
    ("variants", "alone"),
    [
        (("Jane Vale",), ("jane", "roe", "vale")),
        (("chair of the Roe Board",), ("jane", "roe")),
        (("Harbour Board Chair",), ("jane", "roe")),
    ],
)
def test_words_that_stand_for_somebody_alone(variants: tuple[str, ...], alone: tuple[str, ...]) -> None:
    found = {name for name in alone_of(replace(ROE, variants=variants)).single if not name.endswith("s")}
    assert found == set(alone)


def test_the_surname_goes_where_they_are_named_and_stays_anothers() -> None:
    text = "Jane Roe met John Roe. Roe left. Roe stayed. The Roes sang of roe deer; Roe Hill."
    second = text.index("Roe left")
    found = reading(
        text,
        mention(text, "Jane Roe", 0),
        mention(text, "John Roe", 1),
        mention(text, "Roe", 1, start=second),
    )
    shown = done(found).readings[0].article.text
    assert shown == "████ ███ met John Roe. Roe left. ███ stayed. The ████ sang of roe deer; ███ Hill."
    assert done(reading("Roe left.")).readings[0].article.text == "Roe left."


def test_first_names_and_other_forms_that_are_resolved() -> None:
    text = "Jane Roe came. Jane smiled; the senator left. She sang."
    found = reading(
        text,
        mention(text, "Jane Roe", 0),
        mention(text, "Jane", 0, start=text.index("Jane smiled")),
        mention(text, "the senator", 0, "nominal"),
        mention(text, "She", 0, "pronoun"),
        mention(text, "sang", 2, "nominal"),
        title="Jane and the harbour",
    )
    made = done(found).readings[0]
    assert made.article.text == "████ ███ came. ████ smiled; the senator left. She sang."
    assert made.article.title == "████ and the harbour"
    assert [m.span.of(text) for m in made.analysis.mentions] == ["sang"]
    assert made.entities == ("john-roe", "nora-penn")
    assert made.analysis.mentions[0].cluster == 1


def test_everything_beside_the_text() -> None:
    found = reading(
        "Jane Roe came.",
        title="Roe speaks",
        summary="What Jane Roe said",
        tags=("jane roe", "roe", "sea"),
        authors=("Janey Roe", "Nora Penn"),
        people=(NamedPerson("Jane Roe"), NamedPerson("Sprat", "jane-roe"), NamedPerson("Nora Penn")),
        marks=(Mark("image", Span(0, 0), "x.png", "Roe", "Jane Roe at sea"), Mark("code", Span(0, 4))),
    )
    made = done(found).readings[0].article
    assert (made.title, made.summary) == ("███ speaks", "What ████ ███ said")
    assert made.tags == ("████ ███", "███", "sea")
    assert made.authors == ("█████ ███", "Nora Penn")
    assert made.people == (NamedPerson("Nora Penn"),)
    assert (made.marks[0].title, made.marks[0].alt) == ("███", "████ ███ at sea")
    assert made.marks[1] is found.article.marks[1]


def voice(text: str, words: str, cluster: int | None) -> Voice:
    return Voice(place(text, words), "name", "person", cluster)


def quote(id_: str, text: str, words: str, speaker: Voice, **keys: object) -> Quote:
    via = keys.pop("via", None)
    span = place(text, words)
    return Quote(id_, "direct", (span,), (span,), Attribution("cue", 0.9, speaker, None, via), **keys)  # type: ignore[arg-type]


def test_quotations() -> None:
    text = (
        "“We won,” Jane Roe said. “She said ‘never’ to me,” Nora Penn said. "
        "“It rains,” John Roe said, according to Janey Roe."
    )
    nested = Nested((place(text, "never"),), voice(text, "Jane Roe", 0), "cue", 0.8)
    found = reading(
        text,
        mention(text, "Jane Roe", 0),
        mention(text, "Nora Penn", 2),
        mention(text, "John Roe", 1),
        mention(text, "Janey Roe", 0),
        quotes=(
            quote("q-1", text, "We won,", voice(text, "Jane Roe", 0)),
            quote("q-2", text, "She said ‘never’ to me,", voice(text, "Nora Penn", 2), nested=(nested,)),
            quote("q-3", text, "It rains,", voice(text, "John Roe", 1), via=voice(text, "Janey Roe", 0)),
        ),
    )
    made = done(found).readings[0]
    assert [each.id for each in made.analysis.quotes] == ["q-2", "q-3"]
    assert made.analysis.quotes[0].nested == ()
    assert made.analysis.quotes[1].attribution.via is None
    speakers = [each.attribution.speaker for each in made.analysis.quotes]
    assert [made.entities[each.cluster or 0] for each in speakers if each] == ["nora-penn", "john-roe"]
    assert "We won," in made.article.text


def test_who_is_not_told_apart_says_nothing() -> None:
    text = "Jane Roe met John Roe. “We won,” Roe said."
    last = Voice(place(text, "Roe", text.index("“We")), "name", "person", None)
    found = reading(
        text, mention(text, "Jane Roe", 0), mention(text, "John Roe", 1), quotes=(quote("q-1", text, "We won,", last),)
    )
    assert done(found).readings[0].analysis.quotes == ()
    # For the user alone, what is not certainly theirs stays.
    assert unlinked((found,), (JANE, JOHN, NORA), (ROE,))[0].analysis.quotes == found.analysis.quotes


def test_a_record_that_the_text_does_not_name() -> None:
    text = "John Roe came. Roe left."
    found = reading(text, mention(text, "John Roe", 1), mention(text, "Roe", None, start=text.index("Roe left")))
    made = done(found).readings[0]
    assert made.article is found.article
    assert made.entities == ("john-roe", "nora-penn")


def test_entities_and_their_records() -> None:
    note = "Jane **Roe**’s [friend](https://a.example/jane-roe), &#74;ane&nbsp;Roe’s, of J\\_R and Roe."
    record = AuthorityRecord("nora-penn", "content/people/penn.md", "person", "Nora Penn", ("Jane Roe's aide",), note)
    trust = Entity("jane-roe-trust", "organisation", "Jane Roe Trust", ("Jane Roe Trust",))
    junior = Entity("jane-roe-jr", "person", "Jane Roe Jr.", ("Jane Roe Jr.",))
    made = withhold(
        (), (), Settings(title="Jane Roe"), (JANE, JOHN, replace(NORA, record=record), trust, junior), (ROE,)
    )
    assert [entity.id for entity in made.entities] == ["john-roe", "nora-penn", "withheld-1"]
    assert made.entities[2].name == "████ ███ Trust"
    assert made.settings.title == "████ ███"
    kept = made.entities[1].record
    assert kept is not None
    assert kept.variants == ("████ ███'s aide",)
    assert kept.note == "████ **███**’s friend, ████&nbsp;███’s, of J\\_R and ███."
    assert [remark.code for remark in made.diagnostics] == ["suppressed-namesake"]


def test_other_forms_of_the_name_that_can_be_nobody_elses() -> None:
    maud = Entity("jane-maud-roe", "person", "Jane Maud Roe", ("Jane Maud Roe", "J. M. Roe"))
    initial = Entity("j-roe", "person", "J. Roe", ("J. Roe",))
    made = withhold((), (), Settings(), (JANE, NORA, maud, initial), (ROE,))
    assert [entity.id for entity in made.entities] == ["nora-penn"]
    assert [remark.code for remark in made.diagnostics] == ["suppressed-namesake"] * 2
    # "J. Roe" can be John Roe; whoever has a record of their own is somebody else.
    told = replace(maud, record=AuthorityRecord("jane-maud-roe", "content/people/m.md", "person", "Jane Maud Roe"))
    made = withhold((), (), Settings(), (JANE, JOHN, NORA, told, initial), (ROE,))
    assert [entity.id for entity in made.entities] == ["j-roe", "jane-maud-roe", "john-roe", "nora-penn"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Jane Maud Roe came.", "████ ████ ███ came."),
        ("Jane “Jo” Roe came.", "████ “██” ███ came."),
        ("Jane M. Roe came.", "████ █. ███ came."),
        ("Jane told Roe.", "Jane told Roe."),
        ("Jane Penn, Roe Hill", "Jane Penn, Roe Hill"),
    ],
)
def test_middle_names_that_nobody_wrote_down(text: str, shown: str) -> None:
    page = replace(article(text), path="content/pages/p.md")
    assert withhold((), (page,), Settings(), (JANE, NORA), (ROE,)).pages[0].text == shown


def test_nobody_suppressed_costs_nothing() -> None:
    readings = (reading("Jane Roe came."),)
    made = done(*readings, records=(replace(ROE, suppress=False),))
    assert made.readings[0] is readings[0]
    assert made.diagnostics == ()


def test_what_no_name_stands_in_stays_the_same_object() -> None:
    found = Reading(article("Nobody came."), Analysis(), ())
    assert done(found).readings[0] is found


def test_what_was_published_is_compared_without_the_name() -> None:
    before = PublishedArticle(
        "a",
        (("Jane", "Roe", "met", "Nora", "Penn."),),
        (PublishedLink(0, 0, "Jane Roe", "jane-roe"), PublishedLink(0, 3, "Nora Penn", "nora-penn")),
        (PublishedQuote("q-1", "a", ("I am Jane Roe",), PublishedSpeaker("Jane Roe", "jane-roe")),),
    )
    (made,) = cover_published([before], [ROE])
    assert made.blocks == (("████", "███", "met", "Nora", "Penn."),)
    assert [link.person for link in made.links] == ["nora-penn"]
    assert made.quotes[0].speaker == PublishedSpeaker("████ ███")
    assert made.quotes[0].exact == ("I am ████ ███",)


pieces = st.sampled_from(
    [
        "Jane",
        "Roe",
        "JANE",
        "roe",
        "Jané",
        "John",
        " ",
        "  ",
        "\n",
        "-",
        "'s",
        ", ",
        ". ",
        "x",
        "9",
        "█",
        "_",
        "\u0301",
        "é",
    ]
)


@given(st.lists(pieces | st.text(max_size=3), max_size=14).map("".join))
def test_covered_texts(text: str) -> None:
    names = names_of([ROE])
    shown = cover(text, names.find(text))
    assert len(shown) == len(text)
    assert all(a == b or (a == BLOCK and coverable(b)) for a, b in zip(shown, text, strict=True))
    assert is_covered(shown, text)
    assert names.find(shown) == ()
    made = done(reading(text))
    shown = made.readings[0].article.text
    assert is_covered(shown, text)
    assert names.find(shown) == ()
    again = done(replace(made.readings[0], analysis=Analysis(), entities=())).readings[0]
    assert again.article.text == shown or names.find(text) == ()


@given(st.text(max_size=12), st.text(max_size=20))
def test_any_name_in_any_text(name: str, text: str) -> None:
    names = Names.of([name])
    whole = f"{text} {name} {text}"
    shown = cover(whole, names.find(whole))
    assert is_covered(shown, whole)
