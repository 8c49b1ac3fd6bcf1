"""Sites made by hand: articles in which the words to mark are found by what they say."""

import datetime
from dataclasses import replace

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Block, Mark, NamedPerson, Publication
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.mention import Cluster, Mention
from sitegen.model.parse import ModelIdentity
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.settings import QuoteSettings, Settings
from sitegen.model.site import Reading, Site
from sitegen.model.span import Span
from sitegen.model.view import LinesView, RobotsView
from sitegen.model.view_feeds import FeedView, SitemapView

# Files that are no pages.
FILES = RobotsView | LinesView | FeedView | SitemapView
MODEL = ModelIdentity("toy_model", "1.2.3", "0123abcd")


def span(text: str, words: str, *, nth: int = 1) -> Span:
    """Return the nth place where ``words`` stand in ``text``."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return one paragraph for each line of ``text`` that holds something."""
    blocks, offset = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("paragraph", Span(offset, offset + len(line))))
        offset += len(line) + 1
    return tuple(blocks)


HARBOUR = (
    "Board lets pilots moor at Saltgate\n"
    "By Dora Quill\n"
    '"I have told the builders to start again," Wetherby said on Town Quay. "We have written to Mr Pendrake twice."\n'
    'Asked about the fee, Wetherby said she had "no appetite for a second survey."\n'
    '"A wall without a foot is a heap with manners."\n'
    "The Harbour Board said that the mole would be mended by May, according to the Estuary Wire.\n"
    'A voice from the back called: "Nobody asked us." Lee nodded.\n'
    'Clara Wetherby and Edgar Pendrake met & left <early>. "Enough," Pendrake said, and Pendrake added: "More."'
)


def harbour() -> Reading:
    """Return an article with direct, split, mixed, indirect, carried, relayed and unknown speech."""
    text = HARBOUR
    wetherby, pendrake, board, wire, lee = range(5)
    clusters = (
        Cluster("Clara Wetherby", "person", ("Clara Wetherby", "Wetherby")),
        Cluster("Edgar Pendrake", "person", ("Edgar Pendrake", "Pendrake")),
        Cluster("Harbour Board", "organisation"),
        Cluster("Estuary Wire", "organisation"),
        Cluster("Lee", "person", lone=True),
    )

    def mention(words: str, cluster: int | None, nth: int = 1) -> Mention:
        return Mention(span(text, words, nth=nth), "name", "person", cluster)

    first, second = span(text, "Wetherby said on").start, span(text, "Wetherby said she").start
    mentions = (
        Mention(Span(first, first + 8), "name", "person", wetherby),
        mention("Pendrake", pendrake),
        Mention(Span(second, second + 8), "name", "person", wetherby),
        Mention(span(text, "she"), "pronoun", "person", wetherby),
        Mention(span(text, "Lee"), "name", "person", lee),
        mention("Clara Wetherby", wetherby),
        mention("Edgar Pendrake", pendrake),
        Mention(span(text, "Pendrake said"), "name", "person", pendrake),
    )
    mentions = (*mentions[:-1], replace(mentions[-1], span=Span(mentions[-1].span.start, mentions[-1].span.start + 8)))

    def voice(words: str, cluster: int | None, nth: int = 1, form: str = "name") -> Voice:
        return Voice(span(text, words, nth=nth), form, "person", cluster)  # type: ignore[arg-type]

    split = (
        span(text, "I have told the builders to start again,"),
        span(text, "We have written to Mr Pendrake twice."),
    )
    survey = span(text, "no appetite for a second survey.")
    quotes = (
        Quote(
            "q-1",
            "direct",
            split,
            split,
            Attribution(
                "cue.split", 0.97, Voice(Span(first, first + 8), "name", "person", wetherby), span(text, "said")
            ),
        ),
        Quote(
            "q-2",
            "mixed",
            (Span(span(text, "she had").start, survey.end),),
            (survey,),
            Attribution(
                "cue.words",
                0.9,
                Voice(Span(second, second + 8), "name", "person", wetherby),
                span(text, "said", nth=2),
                status="confirmed",
            ),
        ),
        Quote(
            "q-3",
            "direct",
            (span(text, "A wall without a foot is a heap with manners."),),
            (span(text, "A wall without a foot is a heap with manners."),),
            Attribution(
                "carry-over.paragraph",
                0.85,
                Voice(Span(second, second + 8), "name", "person", wetherby),
                status="corrected",
            ),
        ),
        Quote(
            "q-4",
            "indirect",
            (span(text, "the mole would be mended by May"),),
            (),
            Attribution(
                "clause.that",
                0.8,
                voice("Harbour Board", board),
                span(text, "said", nth=3),
                voice("Estuary Wire", wire),
            ),
        ),
        Quote(
            "q-5",
            "direct",
            (span(text, "Nobody asked us."),),
            (span(text, "Nobody asked us."),),
            Attribution("unknown", 0.2),
        ),
        Quote(
            "q-6",
            "direct",
            (span(text, "Enough,"),),
            (span(text, "Enough,"),),
            Attribution("cue.after", 0.9, voice("Pendrake", pendrake, 3), span(text, "said", nth=4)),
        ),
        Quote(
            "q-7",
            "direct",
            (span(text, "More."),),
            (span(text, "More."),),
            Attribution("cue.before", 0.9, voice("Pendrake", pendrake, 4), span(text, "added")),
        ),
    )
    blocks = paragraphs(text)
    article = Article(
        id="2024/berth",
        path="content/2024/berth.md",
        title="Board lets pilots moor at Saltgate",
        text=text,
        blocks=(replace(blocks[0], kind="heading", level=1), *blocks[1:]),
        headline=blocks[0].span,
        bylines=(blocks[1].span,),
        date=datetime.date(2024, 9, 9),
        tags=("Harbour", "ferry"),
        source=Publication("Portmere Packet", "https://example.org/berth"),
        people=(NamedPerson("Wilf Brathe"),),
    )
    entities = ("clara-wetherby", "edgar-pendrake", "harbour-board", "estuary-wire", "2024/berth~lee")
    return Reading(article, Analysis(clusters, mentions, quotes), entities)


NESTED = (
    "Notes on the mole\n\nA list:\n\nDana Or said no\n\nNext\n\nCell A\n\nCell B\n\nx < 1\n\n"
    "see the berth & this or that"
)


def nested() -> Reading:
    """Return an article with lists, a block quote, a table, code, an image, links and a name from right to left."""
    text = NESTED

    def leaf(words: str, kind: str = "paragraph", level: int = 0, nth: int = 1) -> Block:
        return Block(kind, span(text, words, nth=nth), level=level)  # type: ignore[arg-type]

    def holder(kind: str, *children: Block, level: int = 0) -> Block:
        return Block(kind, Span(children[0].span.start, children[-1].span.end), children, level)  # type: ignore[arg-type]

    blocks = (
        leaf("Notes on the mole", "heading", 3),
        leaf("A list:"),
        holder(
            "list",
            holder("item", leaf("Dana Or said no"), holder("ordered", holder("item", leaf("Next")), level=4)),
        ),
        holder("table", holder("row", leaf("Cell A", "header"), leaf("Cell B", "cell"))),
        leaf("x < 1", "code"),
        Block("rule", Span(span(text, "see the berth").start, span(text, "see the berth").start)),
        holder("blockquote", leaf("see the berth & this or that")),
    )
    marks = (
        Mark("strong", span(text, "Or said no")),
        Mark("link", span(text, "the berth & this"), href="../2024/berth.md"),
        Mark("emphasis", span(text, "this or")),
        Mark("link", span(text, "that"), href="gone.pdf"),
        Mark("image", Span(span(text, "see").start, span(text, "see").start), href="plan.svg", alt="A plan"),
    )
    quote = Quote(
        "q-8",
        "indirect",
        (Span(text.index("said no") + 5, text.index("said no") + 7),),
        (),
        Attribution("colon", 0.5, Voice(span(text, "Dana Or"), "name", "person", 0), span(text, "said")),
    )
    article = Article(
        "notes", "content/notes/mole.md", "Board lets pilots moor at Saltgate", text, blocks, marks, summary="Notes."
    )
    clusters = (Cluster("Dana Or", "person"),)
    mention = Mention(span(text, "Dana Or"), "name", "person", 0)
    return Reading(article, Analysis(clusters, (mention,), (quote,)), ("dana-or",))


ENTITIES = (
    Entity("2024/berth~lee", "person", "Lee", local=True),
    Entity("dana-or", "person", "דנה אור", ("Dana Or",)),
    Entity("estuary-wire", "organisation", "Estuary Wire"),
    Entity("harbour-board", "organisation", "Harbour Board"),
    Entity(
        "clara-wetherby",
        "person",
        "Clara Wetherby",
        ("Clara Wetherby", "Wetherby"),
        AuthorityRecord(
            "clara-wetherby",
            "content/people/clara-wetherby.md",
            "person",
            "Clara Wetherby",
            ("Mrs Wetherby",),
            "# Chair\n\nOf the *board*; see [the berth](../2024/berth.md) and [more](https://example.org/). <b>x</b>",
        ),
    ),
    Entity("nobody", "person", "Never Named"),
    Entity("edgar-pendrake", "person", "Edgar Pendrake", ("Edgar Pendrake", "Pendrake")),
    Entity("wilf-brathe", "person", "Wilf Brathe"),
)
PAGE = Article(
    "about",
    "content/pages/about.md",
    "About us",
    "We are here.",
    (Block("paragraph", Span(0, 12)),),
    (Mark("link", Span(7, 11), href="../2024/berth.md"),),
)


def site(*readings: Reading, pages: str = "auto", base_url: str = "https://example.org/repo/") -> Site:
    """Return a site of ``readings``, or of both articles."""
    return Site(
        Settings(title="On the Record", base_url=base_url, description="Who said what.", quotes=QuoteSettings(pages)),
        readings or (harbour(), nested()),
        (PAGE,),
        ENTITIES,
        MODEL,
        "sitegen 9.9",
    )
