"""Versions, echoes, pairs, related people and backlinks on the pages that show them."""

from dataclasses import replace

from sitegen.compose import catalogue, compose, recipes
from sitegen.compose.comparison import Said, compared, in_words
from sitegen.model.article import Mark
from sitegen.model.relations import Answer
from sitegen.model.settings import QuoteSettings
from sitegen.model.site import Reading, Site
from sitegen.model.span import Span
from sitegen.model.view import ArticleView, EntityView
from sitegen.model.view_lists import QuotesView
from sitegen.model.view_quotations import PairView, QuoteView, VersionsView
from sitegen.relate import Relater
from tests.compose.sites import site
from tests.relate.readings import ENTITIES, reading

WALL = "The old wall will not hold another winter"
WALL_TOO = "The old wall will not hold one more winter, I tell you"
TOLL = "The toll that tom wants is a tax on rain"
RAIN = "Rain is all that ann has ever taxed"


def crossed(*readings: Reading) -> Site:
    made = replace(site(*readings), entities=ENTITIES)
    return replace(made, relations=Relater().relate(made.readings))


def views(made: Site) -> dict[str, object]:
    return {recipe.path.removesuffix("index.html"): recipe.page().view for recipe in compose(made)}


def test_lists_show_an_utterance_once() -> None:
    pages = views(crossed(reading("one", [("ann", WALL)]), reading("two", [("ann", WALL), ("tom", RAIN)])))
    listed, person = pages["quotes/"], pages["people/ann/"]
    assert isinstance(listed, QuotesView)
    assert isinstance(person, EntityView)
    lines = {line.words.quote: line.versions for line in listed.quotes}
    assert set(lines) == {"q-one-0", "q-two-1"}
    assert (lines["q-one-0"].text, lines["q-one-0"].href) == ("2 versions", "../quotes/q-one-0/#versions")
    assert not lines["q-two-1"].text
    assert [quote.versions.text for group in person.quotes for quote in group.quotes] == ["2 versions"]
    assert person.facts[0].text.startswith("2 quotations in 2 articles")


def test_a_quotation_shows_its_versions_word_by_word() -> None:
    pages = views(crossed(reading("one", [("ann", WALL)]), reading("two", [("ann", WALL_TOO)], "2026-01-05")))
    quote = pages["quotes/q-two-0/"]
    assert isinstance(quote, QuoteView)
    (line,) = quote.versions
    assert line.article.text == "Article one"
    assert [(piece.kind, piece.text.strip()) for piece in line.pieces] == [
        ("same", "The old wall will not hold"),
        ("gone", "one more"),
        ("new", "another"),
        ("same", "winter"),
        ("cut", "…"),
    ]
    assert quote.has_changes
    assert not quote.all_versions.text


def test_many_versions_have_a_page_that_lists_them_and_all_lead_there() -> None:
    copies = [reading(f"a{number:03}", [("ann", WALL)], f"2026-01-{1 + number % 28:02}") for number in range(120)]
    pages = views(crossed(*copies))
    lists = {path: view for path, view in pages.items() if isinstance(view, VersionsView)}
    assert list(lists) == ["quotes/q-a000-0/versions/", "quotes/q-a000-0/versions/page-2/"]
    assert sum(len(view.versions) for view in lists.values()) == 120
    for path, view in pages.items():
        if isinstance(view, QuoteView):
            assert view.all_versions.text == "All 120 versions", path
            assert len(view.versions) <= 1


def test_the_order_in_which_families_were_found_does_not_matter() -> None:
    copies = [reading(f"a{number:03}", [("ann", WALL), ("tom", WALL)]) for number in range(12)]
    made = crossed(*copies)
    backwards = {field: dict(reversed(getattr(made.relations, field).items())) for field in ("families", "echoes")}
    other = replace(made, relations=replace(made.relations, **backwards))
    assert [(recipe.path, recipe.key()) for recipe in compose(made)] == [
        (recipe.path, recipe.key()) for recipe in compose(other)
    ]


def test_the_same_words_of_others_are_said_and_not_merged() -> None:
    pages = views(crossed(reading("one", [("ann", WALL)]), reading("two", [("tom", WALL)])))
    quote, listed = pages["quotes/q-one-0/"], pages["quotes/"]
    assert isinstance(quote, QuoteView)
    assert isinstance(listed, QuotesView)
    assert [line.speaker.text for line in quote.echoes] == ["Tom Reed"]
    assert not quote.versions
    assert len(listed.quotes) == 2


def test_many_with_the_same_words_have_one_page() -> None:
    pages = views(crossed(*(reading(f"a{number:03}", [("", WALL)]) for number in range(30))))
    lists = {path: view for path, view in pages.items() if isinstance(view, VersionsView)}
    assert list(lists) == ["quotes/q-a000-0/same-words/"]
    quote = pages["quotes/q-a007-0/"]
    assert isinstance(quote, QuoteView)
    assert len(quote.echoes) == 8
    assert quote.all_echoes.href == "../../quotes/q-a000-0/same-words/"


def test_the_figure_beside_a_link_is_that_of_the_list_it_leads_to() -> None:
    """One who said it five times has fewer others than one who said it once; both lead to the same list."""
    speakers = ["ann"] * 5 + [""] * 15
    pages = views(crossed(*(reading(f"a{number:03}", [(who, WALL)]) for number, who in enumerate(speakers))))
    listed = pages["quotes/q-a000-0/same-words/"]
    assert isinstance(listed, VersionsView)
    for id_ in ("q-a000-0", "q-a019-0"):
        quote = pages[f"quotes/{id_}/"]
        assert isinstance(quote, QuoteView)
        assert quote.all_echoes.text == f"All {len(listed.versions)} quotations"


def test_without_pages_of_quotations_lists_lead_to_all_versions() -> None:
    said = [*(reading(f"a{number:03}", [("ann", WALL)]) for number in range(12))]
    made = crossed(*said)
    made = replace(made, settings=replace(made.settings, quotes=QuoteSettings("none")))
    for had in (frozenset(), frozenset({"q-a007-0"})):
        index = catalogue(made, had_page=had)
        pages = {recipe.path.removesuffix("index.html"): recipe.page().view for recipe in recipes(index)}
        lists = [path for path, view in pages.items() if isinstance(view, VersionsView)]
        assert lists == ["quotes/q-a000-0/versions/"]
        own = {view.all_versions.href for view in pages.values() if isinstance(view, QuoteView)}
        assert own == ({f"../../{path}" for path in lists} if had else set())
        quotes = pages["quotes/"]
        assert isinstance(quotes, QuotesView)
        assert [(line.versions.text, line.versions.href) for line in quotes.quotes] == [
            ("12 versions", "../quotes/q-a000-0/versions/")
        ]


def test_a_part_says_how_many_versions_its_own_page_shows() -> None:
    whole = f"{WALL}. {RAIN}."
    pages = views(crossed(*(reading(id_, [("ann", said)]) for id_, said in (("a", whole), ("b", WALL), ("c", RAIN)))))
    said = {}
    for name in "abc":
        article = pages[f"articles/{name}/"]
        assert isinstance(article, ArticleView)
        said[name] = [disc.words for block in article.blocks for label in block.labels for disc in label.discs]
    assert said == {
        "a": ["machine, no cue, 3 versions"],
        "b": ["machine, no cue, 2 versions"],
        "c": ["machine, no cue, 2 versions"],
    }


def test_what_is_left_out_in_the_middle_is_said() -> None:
    middle = " ".join(f"word{number}" for number in range(15))
    base, other = Said("a", (f"We will pay {middle} and leave",)), Said("b", ("We will pay and leave",))
    pieces = compared(base, other)
    assert [(piece.kind, piece.text.strip()) for piece in pieces] == [
        ("same", "We will pay"),
        ("left", "15 words left out"),
        ("same", "and leave"),
    ]
    assert in_words(pieces) == "with fewer words"


def test_long_texts_are_shown_whole_in_no_time() -> None:
    base = Said("a", (" ".join(["never again", "no more"] * 400),))
    other = Said("b", (" ".join(["no more", "never again"] * 400),))
    pieces = compared(base, other)
    assert [piece.kind for piece in pieces] == ["whole"]
    assert in_words(pieces) == "too long to be compared"
    same = compared(base, replace(base, quote="c"))
    assert [piece.kind for piece in same] == ["same"]
    assert in_words(same) == "word for word"


def test_two_who_speak_about_each_other_have_a_page() -> None:
    pages = views(crossed(reading("one", [("ann", TOLL), ("tom", RAIN)])))
    pair, ann = pages["between/ann/tom/"], pages["people/ann/"]
    assert isinstance(pair, PairView)
    assert isinstance(ann, EntityView)
    assert [(side.heading, len(side.quotes)) for side in pair.sides] == [
        ("Ann Lee about Tom Reed", 1),
        ("Tom Reed about Ann Lee", 1),
    ]
    assert [(share.name.text, share.figure, share.detail.href) for share in ann.speaks_about] == [
        ("Tom Reed", "1 quotation", "../../between/ann/tom/")
    ]
    assert [share.name.text for share in ann.spoken_about_by] == ["Tom Reed"]
    assert [line.words.quote for line in ann.about] == ["q-one-1"]
    assert [(link.text, link.note) for link in ann.related] == [("Tom Reed", "1 article, 2 quotations between them")]


def test_every_page_of_a_pair_is_linked_from_both() -> None:
    names = [entity.id for entity in ENTITIES]
    said = [
        (one, f"Whatever {other} says of the weather in {number} towns, it rains")
        for number, (one, other) in enumerate((one, other) for one in names for other in names if one != other)
    ]
    pages = views(crossed(reading("one", said)))
    pairs = {path for path, view in pages.items() if isinstance(view, PairView)}
    linked: set[str] = set()
    for view in pages.values():
        if isinstance(view, EntityView):
            linked |= {share.detail.href for share in (*view.speaks_about, *view.spoken_about_by)}
    assert {f"../../{path}" for path in pairs} == linked - {""}
    assert len(pairs) == 3


def test_one_side_needs_three_quotations_for_a_page() -> None:
    two = [("ann", TOLL), ("ann", "I told tom in March that the rain was free")]
    assert "between/ann/tom/" not in views(crossed(reading("one", two)))
    three = [*two, ("ann", "Not even tom can count the drops of a storm")]
    assert "between/ann/tom/" in views(crossed(reading("one", three)))


def test_an_organisation_is_spoken_about() -> None:
    pages = views(
        crossed(*(reading(f"a{n}", [("ann", f"The board has {n} chairs and no ideas at all")]) for n in range(3)))
    )
    board = pages["organisations/board/"]
    assert isinstance(board, EntityView)
    assert len(board.about) == 3
    assert [(share.name.text, share.figure) for share in board.spoken_about_by] == [("Ann Lee", "3 quotations")]


def test_an_answer_leads_to_what_it_answers_and_back() -> None:
    made = crossed(reading("one", [("ann", TOLL), ("tom", RAIN)]))
    answer = Answer("q-one-1", "q-one-0", "named")
    made = replace(made, relations=replace(made.relations, answers={"q-one-1": answer}, denials=frozenset({"q-one-1"})))
    pages = views(made)
    asked, answered = pages["quotes/q-one-0/"], pages["quotes/q-one-1/"]
    assert isinstance(asked, QuoteView)
    assert isinstance(answered, QuoteView)
    assert answered.context is not None
    assert answered.context.words.quote == "q-one-0"
    assert answered.context_why == "It names the other speaker, or the words that lead into it do."
    assert [line.words.quote for line in asked.answered] == ["q-one-1"]
    assert answered.line.kind == "direct, denial, no cue"
    article = pages["articles/one/"]
    assert isinstance(article, ArticleView)
    assert [disc.words for block in article.blocks for label in block.labels for disc in label.discs] == [
        "machine, no cue",
        "machine, denial, answer, no cue",
    ]


def test_an_article_shows_who_links_to_it_with_the_passage() -> None:
    link = Mark("link", Span(1, 9), href="two.md")
    pages = views(crossed(reading("one", [("ann", WALL)], marks=[link]), reading("two", [("tom", RAIN)])))
    two = pages["articles/two/"]
    assert isinstance(two, ArticleView)
    (line,) = two.linked_from
    assert (line.article.text, line.place.href) == ("Article one", "../../articles/one/#p1")
    assert line.passage.text.startswith(f"“{WALL}")
    assert [line.passage.text[o.start : o.end] for o in line.passage.overlays] == ["The old "]


def test_what_is_compared_stays_verbatim() -> None:
    base = Said("q-1", ("We will not pay,", "said the man — nor will they."))
    other = Said("q-2", ("“We'll not pay!”", "nor will they, ever."))
    pieces = compared(base, other)
    assert "".join(piece.text for piece in pieces if piece.quote == "q-2") == "".join(other.parts)
    gone = [piece.text for piece in pieces if piece.kind == "gone"]
    assert gone
    assert all(any(text in part for part in base.parts) for text in gone)


def test_how_versions_differ_is_said_in_words() -> None:
    base = Said("a", ("one two three four",))
    said = {
        words: in_words(compared(base, Said("b", (words,))))
        for words in (
            "One, two three four!",
            "two three",
            "one two five four",
            "zero one two three four",
            "one three four",
        )
    }
    assert said == {
        "One, two three four!": "word for word",
        "two three": "a part, word for word",
        "one two five four": "reworded",
        "zero one two three four": "with more words",
        "one three four": "with fewer words",
    }
