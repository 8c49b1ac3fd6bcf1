"""Pages of organisations and places, what records say, and which of them there are."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from sitegen.compose import compose, portrait_remarks, recipes
from sitegen.compose.catalogue import catalogue
from sitegen.compose.periods import period
from sitegen.compose.publication import published_articles, published_quotes
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.behalf import on_behalf_of
from sitegen.model.entity import AuthorityRecord, Entity, Role
from sitegen.model.mention import Cluster, Form, Kind, Mention
from sitegen.model.partial_date import partial_date
from sitegen.model.picture import Picture
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.settings import EntitySettings
from sitegen.model.site import Reading, Site
from sitegen.model.span import Span
from sitegen.model.view import AboutView, ArticleView, DirectoryView, EntityView, HomeView, Page
from sitegen.model.view_former import RedirectView
from sitegen.model.view_quotations import QuoteView
from tests.compose.sites import FILES, paragraphs, site, span

BOARD = Entity("harbour-board", "organisation", "Harbour Board", ("Harbour Board",))
WIRE = Entity("the-estuary-wire", "organisation", "The Estuary Wire")
SALTGATE = Entity("saltgate", "place", "Saltgate")
LEE = Entity("ann-lee", "person", "Ann Lee", ("Ann Lee",))
ALL = (LEE, BOARD, SALTGATE, WIRE)
# What texts call them, and what stands in for their names.
WORDS: dict[str, tuple[str, Form]] = {
    "Harbour Board": ("harbour-board", "name"),
    "Estuary Wire": ("the-estuary-wire", "name"),
    "Saltgate": ("saltgate", "name"),
    "Ann Lee": ("ann-lee", "name"),
    "she": ("ann-lee", "pronoun"),
    "the senator": ("ann-lee", "nominal"),
    "the authority": ("harbour-board", "nominal"),
}


def reading(
    id_: str, text: str, *said: tuple[str, str, Form], entities: tuple[Entity, ...] = ALL, status: str = "machine"
) -> Reading:
    """Return an article in which ``WORDS`` are mentions; ``said`` are quotations: words, speaker and its form."""
    number = {entity.id: position for position, entity in enumerate(entities)}
    mentions = [
        Mention(Span(found.start(), found.end()), form, entities[number[who]].kind, number[who])
        for words, (who, form) in WORDS.items()
        if who in number
        for found in re.finditer(rf"\b{words}\b", text)
    ]
    quotes = []
    for count, (words, speaker, form) in enumerate(said, 1):
        where = span(text, speaker)
        cluster = next((m.cluster for m in mentions if m.span == where), None)
        kind = next((m.kind for m in mentions if m.span == where), "person")
        attribution = Attribution("cue.after", 0.9, Voice(where, form, kind, cluster), status=status)  # type: ignore[arg-type]
        quotes.append(Quote(f"q-{id_}-{count}", "direct", (span(text, words),), (span(text, words),), attribution))
    clusters = tuple(Cluster(entity.name, entity.kind, entity.forms) for entity in entities)
    analysis = Analysis(clusters, tuple(sorted(mentions, key=lambda m: m.span.start)), tuple(quotes))
    article = Article(id_, f"content/{id_}.md", f"Title of {id_}", text, paragraphs(text))
    return Reading(article, analysis, tuple(entity.id for entity in entities))


def record(kind: Kind, id_: str, name: str, **more: object) -> AuthorityRecord:
    folder = {"person": "people", "organisation": "organisations", "place": "places"}[kind]
    return AuthorityRecord(id_, f"content/{folder}/{id_}.md", kind, name, **more)  # type: ignore[arg-type]


def with_record(entity: Entity, **more: object) -> Entity:
    return replace(entity, record=record(entity.kind, entity.id, entity.name, **more))


def made_of(
    *readings: Reading,
    entities: tuple[Entity, ...] = ALL,
    organisations: EntitySettings | None = None,
    places: EntitySettings | None = None,
) -> Site:
    base = site()
    settings = replace(
        base.settings, organisations=organisations or EntitySettings(), places=places or EntitySettings()
    )
    return replace(base, settings=settings, readings=readings, entities=entities, pages=())


def pages(made: Site, assets: tuple[str, ...] = (), pictures: Mapping[str, Picture] | None = None) -> dict[str, Page]:
    return {recipe.path: recipe.page() for recipe in recipes(catalogue(made, assets, pictures=pictures))}


def entity(made: dict[str, Page], path: str) -> EntityView:
    view = made[f"{path}index.html"].view
    assert isinstance(view, EntityView)
    return view


def article(made: dict[str, Page], id_: str) -> ArticleView:
    view = made[f"articles/{id_}/index.html"].view
    assert isinstance(view, ArticleView)
    return view


def hrefs(view: ArticleView) -> set[str]:
    return {o.href for block in view.blocks for o in block.text.overlays if o.kind == "mention"}


def nav(page: Page) -> list[str]:
    assert not isinstance(page.view, FILES)
    return [link.text for link in page.view.frame.nav]  # type: ignore[union-attr]


NAMED_TWICE = "The Harbour Board met the Harbour Board at Saltgate."


def test_what_is_named_too_seldom_stays_plain_text() -> None:
    """Pronouns and descriptions do not count: the figure is that of names, over the whole site."""
    made = pages(made_of(reading("a", NAMED_TWICE + " Then the authority went home and the authority slept.")))
    assert not any(path.startswith(("organisations/", "places/")) for path in made)
    assert hrefs(article(made, "a")) == set()
    assert (article(made, "a").organisations, article(made, "a").places) == ((), ())
    assert "Organisations" not in nav(made["index.html"])


def test_what_is_named_often_enough_has_a_page_links_and_an_index() -> None:
    made = pages(made_of(reading("a", NAMED_TWICE), reading("b", "Ann Lee left the Harbour Board.")))
    assert {"organisations/index.html", "organisations/harbour-board/index.html"} <= set(made)
    assert not any(path.startswith("places/") for path in made)
    assert hrefs(article(made, "a")) == {"../../organisations/harbour-board/"}
    assert hrefs(article(made, "b")) == {"../../organisations/harbour-board/", "../../people/ann-lee/"}
    assert nav(made["index.html"])[:4] == ["Articles", "People", "Organisations", "Quotations"]
    view = entity(made, "organisations/harbour-board/")
    assert [group.article.text for group in view.mentions] == ["Title of a", "Title of b"]
    assert view.mentions[0].mentions[0].passage.text == NAMED_TWICE
    assert view.mentions[0].mentions[0].note == "named twice"
    assert view.facts[0].text == "No quotations; named in 2 articles"
    assert view.quotes_empty == "No quotation is attributed to Harbour Board."


@pytest.mark.parametrize(
    ("pages_", "mentions", "expected"),
    [
        ("auto", 1, {"harbour-board", "the-estuary-wire", "saltgate"}),
        ("auto", 2, {"harbour-board", "the-estuary-wire"}),
        ("auto", 3, {"the-estuary-wire"}),
        ("records", 1, {"the-estuary-wire"}),
        ("none", 1, set()),
    ],
)
def test_settings_say_which_get_a_page(pages_: str, mentions: int, expected: set[str]) -> None:
    wish = EntitySettings(pages_, mentions)
    text = NAMED_TWICE + " So wrote the Estuary Wire."
    entities = (LEE, BOARD, SALTGATE, with_record(WIRE))
    made = pages(made_of(reading("a", text), entities=entities, organisations=wish, places=wish))
    found = {m[1] for path in made if (m := re.fullmatch(r"(?:organisations|places)/([^/]+)/index.html", path))}
    assert found == expected


def test_whoever_is_quoted_has_a_page_and_a_rejected_quotation_gives_none() -> None:
    text = '"We mend it," the Harbour Board said.'
    for status, has_page in (("machine", True), ("rejected", False)):
        made = pages(made_of(reading("a", text, ("We mend it,", "Harbour Board", "name"), status=status)))
        assert ("organisations/harbour-board/index.html" in made) == has_page
    for wish in ("records", "none"):
        said = reading("a", text, ("We mend it,", "Harbour Board", "name"))
        label = article(pages(made_of(said, organisations=EntitySettings(wish))), "a").blocks[0].labels[0]
        assert (label.name, label.href) == ("Harbour Board", "")


SPOKEN = (
    '"We mend it," the Harbour Board said.\n'
    '"Nobody asked us," a spokeswoman for the Harbour Board said.\n'
    '"I am tired," Ann Lee said.'
)


def spoken() -> Reading:
    return reading(
        "a",
        SPOKEN,
        ("We mend it,", "Harbour Board", "name"),
        ("Nobody asked us,", "a spokeswoman for the Harbour Board", "nominal"),
        ("I am tired,", "Ann Lee", "name"),
    )


def test_the_words_of_spokespeople_come_to_the_page_of_whom_they_speak_for() -> None:
    made = pages(made_of(spoken()))
    view = entity(made, "organisations/harbour-board/")
    quotes = [quote for group in view.quotes for quote in group.quotes]
    assert [quote.speaker for quote in quotes] == ["", "a spokeswoman for the Harbour Board"]
    assert view.facts[0].text == "2 quotations in 1 article, 1 of them by a spokesperson; named in 1 article"
    labels = [label for block in article(made, "a").blocks for label in block.labels]
    assert [(label.name, label.href) for label in labels] == [
        ("Harbour Board", "../../organisations/harbour-board/"),
        ("A spokeswoman for the Harbour Board", "../../organisations/harbour-board/"),
        ("Ann Lee", "../../people/ann-lee/"),
    ]
    assert [person.share.name.text for person in article(made, "a").speakers] == [
        "Harbour Board", "A spokeswoman for the Harbour Board", "Ann Lee",
    ]  # fmt: skip


def test_the_page_of_a_spokespersons_quotation_says_for_whom() -> None:
    made = pages(made_of(spoken()))
    view = made["quotes/q-a-2/index.html"].view
    assert isinstance(view, QuoteView)
    facts = {fact.label: (fact.text, fact.href) for fact in view.facts}
    assert facts["Speaker"] == ("“a spokeswoman for the Harbour Board”, who is not named", "")
    assert facts["Speaks for"] == ("Harbour Board", "../../organisations/harbour-board/")
    assert view.why == "Why these words are given to a spokeswoman for the Harbour Board"
    other = made["quotes/q-a-1/index.html"].view
    assert isinstance(other, QuoteView)
    assert "Speaks for" not in {fact.label for fact in other.facts}


@pytest.mark.parametrize(
    ("phrase", "is_meant"),
    [
        ("a spokeswoman for the Harbour Board", True),
        ("A spokesman for Harbour Board", True),
        ("two senior spokespeople for the Harbour Board", True),
        ("representatives of the Harbour Board", True),
        ("the Harbour Board’s spokesman", True),
        ("a Harbour Board spokesperson", True),
        ("The Harbour Board's new chief spokesman", True),
        ("a lawyer for the Harbour Board", False),
        ("a former member of the Harbour Board", False),
        ("a spokesman who left the Harbour Board", False),
        ("a critic of a spokesman for the Harbour Board", False),
        ("a spokesman for critics of the Harbour Board", False),
        ("a spokesman for Saltgate", False),
        ("a spokesman for the Harbour Board and the Estuary Wire", False),
        ("a spokesman", False),
    ],
)
def test_who_speaks_for_an_organisation(phrase: str, is_meant: bool) -> None:
    made = reading("a", f'"No," {phrase} said.')
    voice = Voice(span(made.article.text, phrase), "nominal", "person")
    cluster = on_behalf_of(made, voice)
    assert (cluster is not None and made.entities[cluster] == "harbour-board") == is_meant
    assert on_behalf_of(made, replace(voice, form="pronoun")) is None
    assert on_behalf_of(made, replace(voice, span=None)) is None


def test_the_ledger_knows_organisations_by_name_alone() -> None:
    """Whether they have a page depends on how often they are named: that gives words to nobody else."""
    with_pages, without = (
        catalogue(made_of(spoken(), organisations=EntitySettings(wish))) for wish in ("auto", "none")
    )
    assert published_quotes(with_pages) == published_quotes(without)
    speakers = [(quote.speaker.name, quote.speaker.person) for quote in published_quotes(with_pages) if quote.speaker]
    assert speakers == [("Harbour Board", ""), ("A spokeswoman for the Harbour Board", ""), ("Ann Lee", "ann-lee")]
    assert published_articles(with_pages) == published_articles(without)
    assert [link.person for link in published_articles(with_pages)[0].links] == ["ann-lee"]


def test_one_name_of_two_kinds_has_two_pages() -> None:
    two = (Entity("saltgate", "organisation", "Saltgate"), Entity("saltgate-2", "place", "Saltgate"))
    text = "Saltgate beat Saltgate."
    clusters = (Cluster("Saltgate", "organisation"), Cluster("Saltgate", "place"))
    mentions = (
        Mention(span(text, "Saltgate"), "name", "organisation", 0),
        Mention(span(text, "Saltgate", nth=2), "name", "place", 1),
    )
    one = Reading(
        Article("a", "content/a.md", "A", text, paragraphs(text)),
        Analysis(clusters, mentions),
        ("saltgate", "saltgate-2"),
    )
    once = EntitySettings(mentions=1)
    made = pages(made_of(one, entities=two, organisations=once, places=once))
    assert hrefs(article(made, "a")) == {"../../organisations/saltgate/", "../../places/saltgate-2/"}
    assert entity(made, "places/saltgate-2/").frame.title != entity(made, "organisations/saltgate/").frame.title


def test_the_panel_names_people_first_and_the_others_in_a_line_each() -> None:
    once = EntitySettings(mentions=1)
    text = "At Saltgate the Harbour Board met Ann Lee, wrote the Estuary Wire."
    view = article(pages(made_of(reading("a", text), organisations=once, places=once)), "a")
    assert [person.share.name.text for person in view.named] == ["Ann Lee"]
    assert [link.text for link in view.organisations] == ["Harbour Board", "The Estuary Wire"]
    assert [link.text for link in view.places] == ["Saltgate"]


def test_lists_go_from_a_to_z_with_figures() -> None:
    once = EntitySettings(mentions=1)
    text = "At Saltgate the Harbour Board met Ann Lee, wrote the Estuary Wire. Then the Harbour Board and she slept."
    made = pages(made_of(reading("a", text), organisations=once, places=once))
    view = made["organisations/index.html"].view
    assert isinstance(view, DirectoryView)
    groups = [
        (group.letter, [(line.name.text, [figure.number for figure in line.figures]) for line in group.names])
        for group in view.groups
    ]
    # "The" is no word to sort by.
    assert groups == [("E", [("The Estuary Wire", ["0", "1"])]), ("H", [("Harbour Board", ["0", "1"])])]
    assert view.lede == "2 organisations. The figures: quotations / articles."
    places = made["places/index.html"].view
    assert isinstance(places, DirectoryView)
    assert places.lede == "1 place. The figures: quotations / articles."
    about = made["about/index.html"].view
    assert isinstance(about, AboutView)
    assert {fact.label: fact.text for fact in about.counts}["Organisations"] == "2"


def test_long_lists_of_places_continue() -> None:
    many = tuple(Entity(f"saltgate-{number}", "place", f"Saltgate {number:04}") for number in range(501))
    text = " ".join(entity.name for entity in many)
    mentions = tuple(Mention(span(text, e.name), "name", "place", number) for number, e in enumerate(many))
    one = Reading(
        Article("a", "content/a.md", "A", text, paragraphs(text)),
        Analysis(tuple(Cluster(e.name, "place") for e in many), mentions),
        tuple(e.id for e in many),
    )
    made = pages(made_of(one, entities=many, places=EntitySettings(mentions=1)))
    assert "places/page-2/index.html" in made
    assert "places/page-3/index.html" not in made


def test_the_home_page_lists_people_alone() -> None:
    home = pages(made_of(spoken()))["index.html"].view
    assert isinstance(home, HomeView)
    assert [share.name.text for share in home.people] == ["Ann Lee"]


def test_descriptions_are_links_and_name_nobody() -> None:
    text = "Ann Lee came, and the senator said that she was late.\nThen the senator left."
    made = pages(made_of(reading("a", text)))
    forms = {o.form for block in article(made, "a").blocks for o in block.text.overlays if o.href}
    assert forms == {"name", "nominal", "pronoun"}
    view = entity(made, "people/ann-lee/")
    notes = [mention.note for group in view.mentions for mention in group.mentions]
    assert notes == ["named once, meant twice by another word", "meant, not by name"]
    other = pages(made_of(reading("a", text), reading("b", "Then the senator left.")))
    assert entity(other, "people/ann-lee/").facts[0].text == "No quotations; named in 1 article"


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2016", "2024", "2016–2024"),
        ("2016", "2016", "2016"),
        ("2016-04", "", "since April 2016"),
        ("", "2024-11-03", "until 3 November 2024"),
        ("2016-04", "2024", "April 2016 – 2024"),
        ("", "", ""),
    ],
)
def test_times_in_words(since: str, until: str, expected: str) -> None:
    assert period(partial_date(since) if since else None, partial_date(until) if until else None) == expected


@pytest.mark.parametrize(
    ("kind", "born", "died", "expected"),
    [
        ("person", "1948", "2024", ("Lived", "1948–2024")),
        ("person", "1948-11-03", "", ("Born", "3 November 1948")),
        ("person", "", "2024", ("Died", "2024")),
        ("organisation", "1852", "", ("Founded", "1852")),
        ("organisation", "1852", "1974", ("Existed", "1852–1974")),
        ("organisation", "", "1974", ("Ended", "1974")),
    ],
)
def test_life_and_times(kind: str, born: str, died: str, expected: tuple[str, str]) -> None:
    who, path = (LEE, "people/ann-lee/") if kind == "person" else (BOARD, "organisations/harbour-board/")
    known = with_record(who, born=partial_date(born), died=partial_date(died))
    entities = tuple(known if e.id == who.id else e for e in ALL)
    view = entity(pages(made_of(reading("a", "Ann Lee met the Harbour Board."), entities=entities)), path)
    assert [(fact.label, fact.text) for fact in view.life] == [expected]


def test_roles_lead_to_organisations_that_have_a_page() -> None:
    roles = (
        Role("harbourmaster", partial_date("2016-04"), None, "the Harbour Board"),
        Role("clerk", None, None, "Estuary Wire"),
        Role("poet"),
    )
    lee = with_record(LEE, roles=roles, wikidata="Q42", note="A *note*.")
    entities = (lee, with_record(BOARD), SALTGATE, WIRE)
    made = pages(made_of(reading("a", "Ann Lee met the Harbour Board."), entities=entities))
    view = entity(made, "people/ann-lee/")
    assert [(r.title, r.organisation.text, r.organisation.href, r.period) for r in view.roles] == [
        ("Harbourmaster", "the Harbour Board", "../../organisations/harbour-board/", "since April 2016"),
        ("Clerk", "Estuary Wire", "", ""),
        ("Poet", "", "", ""),
    ]
    assert view.note == "A *note*."
    (wikidata,) = [fact for fact in view.facts if fact.label == "Elsewhere"]
    assert (wikidata.href, wikidata.far) == ("https://www.wikidata.org/wiki/Q42", True)
    without = pages(
        made_of(
            reading("a", "Ann Lee met the Harbour Board."),
            entities=entities,
            organisations=EntitySettings("none"),
        )
    )
    assert entity(without, "people/ann-lee/").roles[0].organisation.href == ""


def test_a_name_of_two_organisations_leads_to_neither() -> None:
    other = Entity("harbour-board-2", "organisation", "Harbour Board of Norhaven", ("Harbour Board",))
    lee = with_record(LEE, roles=(Role("clerk", None, None, "Harbour Board"),))
    text = "Ann Lee met the Harbour Board."
    one = reading("a", text, entities=(lee, BOARD))
    mention = Mention(span(text, "Harbour Board"), "name", "organisation", 2)
    two = replace(
        one,
        article=replace(one.article, id="b"),
        analysis=replace(
            one.analysis,
            clusters=(*one.analysis.clusters, Cluster("Harbour Board of Norhaven", "organisation")),
            mentions=(mention,),
        ),
        entities=(*one.entities, "harbour-board-2"),
    )
    once = EntitySettings(mentions=1)
    made = pages(made_of(one, two, entities=(lee, BOARD, other), organisations=once))
    assert "organisations/harbour-board-2/index.html" in made
    assert entity(made, "people/ann-lee/").roles[0].organisation.href == ""


def test_a_portrait_with_its_size_and_its_words() -> None:
    lee = with_record(LEE, image="faces/Ann Lee.jpg", image_alt="She stands on a quay.")
    asset = "content/people/faces/Ann Lee.jpg"
    made = made_of(reading("a", "Ann Lee came.", entities=(lee,)), entities=(lee,))
    shown = entity(pages(made, (asset,), {asset: Picture(640, 480)}), "people/ann-lee/").portrait
    assert shown is not None
    assert (shown.src, shown.alt, shown.width, shown.height) == (
        "../../people/ann-lee/Ann%20Lee.jpg", "She stands on a quay.", 272, 204,
    )  # fmt: skip
    assert entity(pages(made), "people/ann-lee/").portrait is None


@pytest.mark.parametrize(
    ("image", "alt", "code"),
    [
        ("lee.jpg", "A face.", ""),
        ("", "", ""),
        ("lee.jpg", "", "picture-alt"),
        ("gone.jpg", "A face.", "picture-missing"),
        ("../outside.jpg", "A face.", "picture-missing"),
        ("notes.pdf", "A face.", "picture-missing"),
    ],
)
def test_remarks_on_portraits(image: str, alt: str, code: str) -> None:
    assets = {"content/people/lee.jpg", "content/people/notes.pdf", "content/outside.jpg"}
    one = record("person", "ann-lee", "Ann Lee", image=image, image_alt=alt)
    found = list(portrait_remarks([one], assets))
    assert [remark.code for remark in found] == ([code] if code else [])
    assert all(remark.path == one.path and remark.hint and remark.severity == "warning" for remark in found)


def test_noindex_covers_the_pages_of_an_entity_and_of_its_quotations() -> None:
    entities = (with_record(LEE, noindex=True), BOARD, SALTGATE, WIRE)
    readings = [reading(f"a{n}", SPOKEN, ("I am tired,", "Ann Lee", "name")) for n in range(101)]
    first = replace(spoken(), article=replace(spoken().article, id="first"))
    made = pages(made_of(first, *readings, entities=entities))
    hidden = {path for path, page in made.items() if not isinstance(page.view, FILES) and page.view.frame.noindex}  # type: ignore[union-attr]
    assert hidden == {
        "people/ann-lee/index.html",
        "people/ann-lee/page-2/index.html",
        "people/ann-lee/page-3/index.html",
        "quotes/q-a-3/index.html",
        *(f"quotes/q-a{number}-1/index.html" for number in range(101)),
    }


def test_former_addresses_lead_on() -> None:
    lee = with_record(LEE, former_ids=("anne-lee", "wilf-brathe", "page-2", "anne-lee"))
    brathe = Entity("wilf-brathe", "person", "Wilf Brathe")
    one = reading("a", "Ann Lee came.", entities=(lee,))
    two = reading("b", "Ann Lee came.", entities=(lee,))
    two = replace(two, analysis=replace(two.analysis, clusters=(Cluster("W", "person"),)), entities=("wilf-brathe",))
    made = pages(made_of(one, two, entities=(lee, brathe)))
    # A present page keeps its address, and a list that continues keeps its own.
    assert isinstance(made["people/wilf-brathe/index.html"].view, EntityView)
    assert "people/page-2/index.html" not in made
    view = made["people/anne-lee/index.html"].view
    assert isinstance(view, RedirectView)
    assert (view.target.text, view.target.href) == ("Ann Lee", "../../people/ann-lee/")
    assert view.frame.canonical == "https://example.org/repo/people/ann-lee/"
    assert view.frame.noindex


def test_a_former_id_of_somebody_without_a_page_leads_nowhere() -> None:
    entities = (LEE, with_record(BOARD, former_ids=("pier-board",)), SALTGATE, WIRE)
    one = reading("a", "Ann Lee met the Harbour Board.")
    assert "organisations/pier-board/index.html" in pages(made_of(one, entities=entities))
    none = made_of(one, entities=entities, organisations=EntitySettings("none"))
    assert "organisations/pier-board/index.html" not in pages(none)


def test_keys_follow_what_pages_show() -> None:
    """A mention in another article, a record, a picture's size: whatever shows on a page is in its key."""
    base = made_of(spoken(), reading("b", "Ann Lee saw Saltgate, and Saltgate saw her."))
    lee = with_record(LEE, roles=(Role("clerk", None, None, "Harbour Board"),), image="lee.jpg", noindex=True)
    changed = (
        replace(base, readings=(*base.readings, reading("c", "It rains in Saltgate."))),
        replace(base, entities=(lee, BOARD, SALTGATE, WIRE)),
        replace(base, entities=(LEE, with_record(BOARD, noindex=True, former_ids=("pier",)), SALTGATE, WIRE)),
        replace(base, settings=replace(base.settings, organisations=EntitySettings("none"))),
    )
    before = {recipe.path: recipe for recipe in compose(base)}
    for other in changed:
        after = {recipe.path: recipe for recipe in compose(other)}
        for path, recipe in before.items():
            if path in after and recipe.key() == after[path].key():
                assert recipe.page() == after[path].page(), path
        assert any(path not in before or before[path].key() != after[path].key() for path in after)
    grown = {recipe.path: recipe for recipe in compose(changed[0])}
    assert before["articles/b/index.html"].key() != grown["articles/b/index.html"].key()
    assert before["people/index.html"].page().view.frame.nav != grown["people/index.html"].page().view.frame.nav  # type: ignore[union-attr]


def test_a_description_that_holds_a_name_leaves_the_link_to_it() -> None:
    """No link stands in another, and what is published of links is what pages show."""
    text = "The Harbour Board’s chair, Ann Lee, came. The senator’s Harbour Board slept."
    one = reading("a", text)
    mentions = (
        Mention(Span(0, text.index(", Ann")), "nominal", "person", 0),
        *one.analysis.mentions,
        Mention(Span(text.index("The senator"), text.index(" slept")), "nominal", "organisation", 1),
    )
    senator = Mention(span(text, "The senator"), "name", "person", 0)
    ordered = tuple(sorted((*mentions, senator), key=lambda m: (m.span.start, -m.span.end)))
    made = made_of(
        replace(one, analysis=replace(one.analysis, mentions=ordered)), organisations=EntitySettings(mentions=1)
    )
    (block,) = article(pages(made), "a").blocks
    shown = [(text[o.start : o.end], o.href.split("/")[-2] if o.href else "") for o in block.text.overlays]
    assert shown == [
        ("The Harbour Board’s chair", ""),
        ("Harbour Board", "harbour-board"),
        ("Ann Lee", "ann-lee"),
        ("The senator’s Harbour Board", ""),
        ("The senator", "ann-lee"),
        ("Harbour Board", "harbour-board"),
    ]
    assert all(overlay.id for overlay in block.text.overlays)
    assert [link.text for link in published_articles(catalogue(made))[0].links] == ["Ann Lee", "The senator"]
