"""What stands on which page, and where pages lead."""

from dataclasses import replace

import pytest

from sitegen.compose import compose
from sitegen.compose.catalogue import catalogue
from sitegen.compose.dead_ends import dead_ends
from sitegen.compose.hrefs import Addresses, Targets, Text, targets_of
from sitegen.compose.passages import window
from sitegen.compose.permalinks import Place
from sitegen.compose.wording import RULES, count, direction, rule_in_words, shorten
from sitegen.diagnostics import InputError
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Mark
from sitegen.model.entity import Entity
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Attribution, Nested, Quote, Voice
from sitegen.model.site import Reading, Site
from sitegen.model.span import Span
from sitegen.model.view import ArticleView, EntityView, HomeView, Page
from sitegen.model.view_quotations import QuoteView
from sitegen.source import read_article
from tests.compose.sites import FILES, harbour, nested, paragraphs, site


def pages(made: Site) -> dict[str, Page]:
    return {recipe.path: recipe.page() for recipe in compose(made)}


@pytest.fixture(scope="module")
def made() -> dict[str, Page]:
    return pages(site())


def article(made: dict[str, Page], path: str = "articles/2024/berth/index.html") -> ArticleView:
    view = made[path].view
    assert isinstance(view, ArticleView)
    return view


def test_every_kind_of_page_is_made(made: dict[str, Page]) -> None:
    expected = {
        "index.html", "articles/index.html", "articles/2024/berth/index.html", "articles/notes/index.html",
        "people/index.html", "people/clara-wetherby/index.html", "people/edgar-pendrake/index.html",
        "people/dana-or/index.html", "people/wilf-brathe/index.html", "quotes/index.html",
        "quotes/by/index.html", "quotes/by/unknown/index.html",
        *(f"quotes/status/{status}/index.html" for status in ("machine", "confirmed", "corrected")),
        *(f"quotes/kind/{kind}/index.html" for kind in ("direct", "mixed", "indirect")),
        *(f"quotes/year/2024/{kind}index.html" for kind in ("", "direct/", "mixed/", "indirect/")),
        "quotes/year/undated/index.html", "quotes/year/undated/indirect/index.html",
        "compare/index.html", "compare/harbour/index.html", "compare/ferry/index.html",
        *(f"quotes/q-{number}/index.html" for number in range(1, 9)),
        "organisations/index.html", "organisations/harbour-board/index.html", "organisations/harbour-board/card.js",
        *(f"people/{id_}/card.js" for id_ in ("clara-wetherby", "edgar-pendrake", "dana-or", "wilf-brathe")),
        "tags/index.html", "tags/harbour/index.html", "tags/ferry/index.html", "pages/about/index.html",
        "about/index.html", "404.html", "robots.txt", "data/index.html", "search/index.html",
        "feed.xml", "people/clara-wetherby/feed.xml", "people/edgar-pendrake/feed.xml",
        "organisations/harbour-board/feed.xml", "sitemap.xml",
        "network/index.html", "timeline/index.html", "timeline/2024/index.html", "timeline/undated/index.html",
        *(f"articles/{id_}/annotations.jsonld" for id_ in ("2024/berth", "notes")),
        *(f"data/{name}.{form}" for name in ("quotes", "people", "mentions") for form in ("jsonl", "csv")),
    }  # fmt: skip
    assert set(made) == expected


def test_titles_and_descriptions_are_unique(made: dict[str, Page]) -> None:
    frames = [page.view.frame for page in made.values() if not isinstance(page.view, FILES)]
    assert len({frame.title for frame in frames}) == len(frames)
    assert len({frame.description for frame in frames}) == len(frames)


def test_articles_of_one_title_are_told_apart_by_date_or_id(made: dict[str, Page]) -> None:
    title = "Board lets pilots moor at Saltgate"
    assert article(made).frame.title == f"{title} (9 September 2024) | On the Record"
    assert article(made, "articles/notes/index.html").frame.title == f"{title} (notes) | On the Record"


def test_the_headline_is_the_heading_and_no_block(made: dict[str, Page]) -> None:
    view = article(made)
    assert (view.heading.text, view.heading_id) == ("Board lets pilots moor at Saltgate", "p1")
    assert [block.id for block in view.blocks] == ["p2", "p3", "p4", "p5", "p6", "p7", "p8"]
    assert view.blocks[0].role == "byline"


def test_labels_say_who_speaks_and_how_that_is_known(made: dict[str, Page]) -> None:
    labels = [
        (label.name, label.href, [disc.words for disc in label.discs], label.summary)
        for block in article(made).blocks
        for label in block.labels
    ]
    wetherby = "../../../people/clara-wetherby/"
    assert labels == [
        ("Clara Wetherby", wetherby, ["machine"], ""),
        ("Clara Wetherby", wetherby, ["confirmed"], ""),
        ("Clara Wetherby", wetherby, ["corrected"], ""),
        ("Harbour Board", "../../../organisations/harbour-board/", ["machine, reported, via Estuary Wire"], ""),
        ("Unknown speaker", "", ["machine"], ""),
        ("Edgar Pendrake", "../../../people/edgar-pendrake/", ["machine", "machine"], "machine"),
    ]


def test_the_panel_says_who_said_how_much(made: dict[str, Page]) -> None:
    view = article(made)
    shares = [(person.share.name.text, person.share.figure, person.share.percent) for person in view.speakers]
    assert shares[0] == ("Clara Wetherby", "31 words, 3 quotations", 100)
    assert ("Harbour Board", "reported only, 1 quotation", 0) in shares
    assert [link.text for link in view.listed] == ["Wilf Brathe"]


def test_a_name_of_one_article_alone_is_not_linked(made: dict[str, Page]) -> None:
    overlays = [o for block in article(made).blocks for o in block.text.overlays]
    assert all("lee" not in overlay.href for overlay in overlays)
    assert "people/2024/berth~lee/index.html" not in made


def test_anchors_of_mentions_and_quotations_stand_once(made: dict[str, Page]) -> None:
    view = article(made)
    ids = [o.id for text in (view.heading, *(b.text for b in view.blocks)) for o in text.overlays if o.id]
    assert len(ids) == len(set(ids))
    assert {f"q-{number}" for number in range(1, 8)} <= set(ids)


def test_a_person_has_quotations_then_mentions_with_passages(made: dict[str, Page]) -> None:
    view = made["people/clara-wetherby/index.html"].view
    assert isinstance(view, EntityView)
    assert [q.disc.words for group in view.quotes for q in group.quotes] == ["machine", "confirmed", "corrected"]
    assert view.quotes[0].quotes[0].place.href == "../../articles/2024/berth/#q-1"
    mentions = [m for group in view.mentions for m in group.mentions]
    assert [m.place.href for m in mentions] == [f"../../articles/2024/berth/#m{n}" for n in (1, 3, 6)]
    assert mentions[1].note == "named once, meant once by another word"
    assert [fact.text for fact in view.facts] == [
        "3 quotations in 1 article, 1 confirmed; named in 1 article", "Mrs Wetherby, Wetherby",
    ]  # fmt: skip


def test_a_quotation_page_shows_its_evidence(made: dict[str, Page]) -> None:
    view = made["quotes/q-1/index.html"].view
    assert isinstance(view, QuoteView)
    assert [part.text for part in view.line.words.parts] == [
        "I have told the builders to start again,", "We have written to Mr Pendrake twice.",
    ]  # fmt: skip
    assert view.line.words.between == ("", "Wetherby said on Town Quay")
    kinds = {overlay.kind: overlay for overlay in view.passage.overlays}
    assert view.passage.text[kinds["speaker"].start : kinds["speaker"].end] == "Wetherby"
    assert view.passage.text[kinds["cue"].start : kinds["cue"].end] == "said"
    facts = {fact.label: fact.text for fact in view.facts}
    assert facts["Rule"] == RULES["cue.split"]
    assert facts["Confidence"] == "0.97, high"
    assert view.citation.address == "https://example.org/repo/quotes/q-1/"
    assert [link.text for link in view.people] == ["Edgar Pendrake"]


def test_a_carried_speaker_is_shown_where_the_text_names_it(made: dict[str, Page]) -> None:
    view = made["quotes/q-3/index.html"].view
    assert isinstance(view, QuoteView)
    assert view.elsewhere is not None
    assert view.elsewhere_place.text == "paragraph 4"


def test_words_in_views_are_slices_of_the_article(made: dict[str, Page]) -> None:
    texts = [harbour().article.text, nested().article.text]
    for page in made.values():
        if isinstance(page.view, QuoteView):
            for part in page.view.line.words.parts:
                assert any(part.text in text for text in texts)


def test_what_a_speaker_quotes_stands_on_the_page_of_the_quotation() -> None:
    text = "“I said, ‘Mend it,’ and he said, ‘Sell it,’” Ann Lee said."
    where = {words: Span(text.index(words), text.index(words) + len(words)) for words in ("I", "he", "Ann Lee")}
    words = [Span(text.index(said), text.index(said) + len(said)) for said in ("Mend it,", "Sell it,")]
    whole = Span(1, text.index("” Ann"))
    speaker = Voice(where["Ann Lee"], "name", "person", 0)
    inner = (
        Nested((words[0],), Voice(where["I"], "pronoun", "person", 0), "cue.before", 0.9),
        Nested((words[1],), Voice(where["he"], "pronoun", "person"), "cue.before", 0.8),
    )
    quote = Quote("q-1", "direct", (whole,), (whole,), Attribution("cue.after", 1.0, speaker), inner)
    analysis = Analysis((Cluster("Ann Lee", "person"),), (Mention(where["Ann Lee"], "name", "person", 0),), (quote,))
    article = Article("wall", "content/wall.txt", "The wall", text, paragraphs(text))
    lee = Entity("ann-lee", "person", "Ann Lee")
    view = pages(replace(site(), readings=(Reading(article, analysis, ("ann-lee",)),), entities=(lee,)))[
        "quotes/q-1/index.html"
    ].view
    assert isinstance(view, QuoteView)
    first, second = view.nested
    assert (first.parts, first.speaker.text, first.note) == (("Mend it,",), "Ann Lee", "“I”")
    assert first.speaker.href.endswith("people/ann-lee/")
    assert (second.parts, second.speaker.text, second.speaker.href) == (("Sell it,",), "“he”", "")
    assert second.note == "nobody can say for sure who is meant"


@pytest.mark.parametrize("wish", ["auto", "all", "none"])
def test_quotations_have_pages_or_live_in_their_articles(wish: str) -> None:
    made = pages(site(pages=wish))
    assert ("quotes/q-1/index.html" in made) == (wish != "none")
    home = made["index.html"].view
    assert isinstance(home, HomeView)
    assert home.lead is not None
    expected = "articles/2024/berth/#q-3" if wish == "none" else "quotes/q-3/"
    assert home.lead.disc.href == expected


def test_a_site_without_articles_has_its_pages() -> None:
    bare = replace(site(), readings=(), pages=(), entities=())
    made = pages(bare)
    assert {"index.html", "articles/index.html", "people/index.html", "quotes/index.html", "404.html"} <= set(made)
    assert not any(path.startswith("tags/") for path in made)


def plain(number: int) -> Reading:
    text = f"Nothing was said, number {number}."
    blocks = paragraphs(text)
    return Reading(Article(f"a-{number}", f"content/a-{number}.md", "Nothing", text, blocks), Analysis(), ())


def test_long_lists_continue_on_pages() -> None:
    made = pages(site(*map(plain, range(120))))
    assert {"articles/index.html", "articles/page-2/index.html", "articles/page-3/index.html"} <= set(made)
    pager = made["articles/page-2/index.html"].view.pager  # type: ignore[union-attr]
    assert (pager.previous, pager.next) == ("../../articles/", "../../articles/page-3/")
    titles = [page.view.frame.title for page in made.values() if not isinstance(page.view, FILES)]
    assert len(set(titles)) == len(titles)


def test_a_person_with_many_quotations_gets_several_pages() -> None:
    one = harbour()
    quotes = tuple(replace(one.analysis.quotes[0], id=f"q-{n}") for n in range(250))
    made = pages(site(replace(one, analysis=replace(one.analysis, quotes=quotes))))
    assert "people/clara-wetherby/page-3/index.html" in made
    view = made["people/clara-wetherby/page-3/index.html"].view
    assert isinstance(view, EntityView)
    assert sum(len(group.quotes) for group in view.quotes) == 50
    assert view.mentions


def test_two_pages_at_one_address_are_an_error() -> None:
    twice = replace(plain(1), article=replace(plain(1).article, id="page-2"))
    with pytest.raises(InputError) as caught:
        compose(site(*map(plain, range(60)), twice))
    assert caught.value.diagnostics[0].code == "address-clash"


def test_a_rejected_attribution_gives_the_words_to_nobody() -> None:
    one = harbour()
    first = one.analysis.quotes[0]
    quotes = (replace(first, attribution=replace(first.attribution, status="rejected")), *one.analysis.quotes[1:])
    view = article(pages(site(replace(one, analysis=replace(one.analysis, quotes=quotes)))))
    label = view.blocks[1].labels[0]
    assert (label.name, label.known, label.discs[0].words) == ("Unknown speaker", False, "misattributed")


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("//example.org/", "https://example.org/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("../2024/berth.md", "../../articles/2024/berth/"),
        ("../2024/berth.md#x", "../../articles/2024/berth/"),
        ("../2024/berth.md#Notes-on-the-mole", "../../articles/2024/berth/#p1"),
        ("../2024/berth.md#p2", "../../articles/2024/berth/#p2"),
        ("read.txt", "read.txt"),
        ("../2024/", ""),
        ("nowhere.md", ""),
        ("plan.pdf", ""),
        ("map.pdf", "map.pdf"),
        ("../map.pdf", ""),
        ("/root", ""),
        ("#p2", "#p2"),
        ("#p99", ""),
        ("#notes-on-the-mole", "#p1"),
    ],
)
def test_addresses_that_authors_wrote(href: str, expected: str) -> None:
    other = replace(nested().article, path="content/2024/berth.md", id="2024/berth")
    texts = {other.path: Text(other, "articles/2024/berth/")}
    assets = frozenset({"content/notes/map.pdf", "content/notes/read.txt", "content/map.pdf", "notes/plan.pdf"})
    article = replace(nested().article, marks=(Mark("link", Span(0, 5), href),))
    targets = targets_of(article, texts, assets, {})
    assert Addresses(article, Place("articles/notes/"), targets).link(href) == expected


def test_a_text_knows_of_the_site_only_what_it_links_to() -> None:
    berth = "content/2024/berth.md"
    texts = {path: Text(nested().article, f"articles/{path[8:-3]}/") for path in (berth, "content/other.md")}
    links = ("../2024/berth.md#x", "../2024/berth.md#notes-on-the-mole")
    marks = (*(Mark("link", Span(0, 5), href) for href in links), Mark("image", Span(5, 5), "map.png"))
    article = replace(nested().article, path="content/notes/notes.md", marks=marks)
    targets = targets_of(article, texts, frozenset({"content/notes/map.png", "notes/map.png", "content/other.png"}), {})
    assert targets == Targets(
        ((berth, "articles/2024/berth/"),), ((f"{berth}#notes-on-the-mole", "p1"),), ("content/notes/map.png",)
    )


def test_the_key_of_a_page_changes_with_what_it_shows_and_with_nothing_else() -> None:
    one, other = harbour(), plain(1)
    longer = replace(one, article=replace(one.article, text=one.article.text + " More was said."))
    before = {recipe.path: recipe.key() for recipe in compose(site(one, other))}
    after = {recipe.path: recipe.key() for recipe in compose(site(longer, other))}
    changed = {path for path in before if before[path] != after[path]}
    assert {"articles/2024/berth/index.html", "people/clara-wetherby/index.html", "quotes/q-1/index.html"} <= changed
    assert not changed & {"articles/a-1/index.html", "people/dana-or/index.html", "about/index.html", "404.html"}
    assert before.keys() == after.keys()


def test_a_name_that_others_decide_is_part_of_the_key() -> None:
    made = site()
    renamed = replace(
        made,
        entities=tuple(
            replace(entity, name="Clara J. Wetherby") if entity.id == "clara-wetherby" else entity
            for entity in made.entities
        ),
    )
    before = {recipe.path: recipe for recipe in compose(made)}
    after = {recipe.path: recipe for recipe in compose(renamed)}
    for path, recipe in before.items():
        assert (recipe.page() == after[path].page()) or recipe.key() != after[path].key()
    assert before["quotes/q-1/index.html"].key() != after["quotes/q-1/index.html"].key()


@pytest.mark.parametrize(
    ("folder", "target", "expected"),
    [
        ("", "people/a/", "people/a/"),
        ("", "", "./"),
        ("people/a/", "", "../../"),
        ("people/a/", "people/a/", "./"),
        ("articles/x/y/", "people/a/", "../../../people/a/"),
    ],
)
def test_links_are_relative(folder: str, target: str, expected: str) -> None:
    assert Place(folder).to(target) == expected


def test_the_missing_page_names_others_from_the_base(made: dict[str, Page]) -> None:
    frame = made["404.html"].view.frame  # type: ignore[union-attr]
    assert (frame.root, frame.home, frame.canonical) == ("/repo/", "/repo/", "")
    assert frame.nav[0].href == "/repo/articles/"


def test_passages_are_cut_at_words() -> None:
    text = "word " * 300 + "HERE" + " word" * 300
    reading = Reading(Article("a", "a.md", "A", text, paragraphs(text)), Analysis(), ())
    record = catalogue(site(reading)).entries[0].record
    start = text.index("HERE")
    cut, before, after = window(record, Span(start, start + 4), 300)
    words = cut.of(text)
    assert before
    assert after
    assert words.startswith("word")
    assert words.endswith("word")
    assert 560 < len(words) <= 604


def test_rules_have_words_and_unknown_ones_are_taken_apart() -> None:
    assert rule_in_words("cue.split") == RULES["cue.split"]
    assert rule_in_words("carry-over.elsewhere") == RULES["carry-over"]
    assert rule_in_words("stage-direction.left") == "Rule “stage direction: left”."


def test_small_words() -> None:
    assert count(1, "quotation") == "1 quotation"
    assert count(0, "person", "people") == "no people"
    assert count(12345, "word") == "12,345 words"
    assert shorten("one two three four", 12) == "one two…"
    assert direction("he-IL") == "rtl"


def test_dead_ends_are_told_with_their_lines() -> None:
    """What a page cannot show is no mistake that stops a build; the author is told where it stands."""
    text = (
        "---\ntitle: Links\n---\n\n"
        "[here](other.md) and [gone](gone.md), [a heading](#nowhere), [mail](mailto:ann@example.org), [script](x:y)\n\n"
        "![quay](quay.png) and ![none](none.png), ![above](../above.png), ![far](https://example.org/far.png)\n"
    )
    articles = []
    for name, content in (("links", text), ("other", "---\ntitle: Other\n---\n\nNothing.\n")):
        path = f"content/a/{name}.md"
        found, _ = read_article(path, f"a/{name}", content.encode(), language="en", timezone="UTC")
        assert found is not None
        articles.append(Reading(found, Analysis(), ()))
    index = catalogue(replace(site(), readings=tuple(articles)), ["content/a/quay.png", "content/above.png"])
    told = [remark for remark in dead_ends(index) if remark.path == "content/a/links.md"]
    assert [(remark.code, remark.line, remark.message.split("”")[0]) for remark in told] == [
        ("link-broken", 5, "the link “gone.md"),
        ("link-broken", 5, "the link “#nowhere"),
        ("link-broken", 5, "the link “x:y"),
        ("picture-missing", 7, "the picture “none.png"),
        ("picture-missing", 7, "the picture “../above.png"),
    ]
