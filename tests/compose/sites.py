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
    "Board offers ferry a winter berth\n"
    "By Dora Quill\n"
    '"I have asked the company to come back," Tolgarth said on Town Quay. "We have invited Mr Fennaway to walk."\n'
    'Asked about the fee, Tolgarth said she had "no instruction to haggle over pennies."\n'
    '"A ferry without a berth is a boat with opinions."\n'
    "The Harbour Board said that the mole would be mended by May, according to the Estuary Wire.\n"
    'A voice from the back called: "Nobody asked us." Lee nodded.\n'
    'Maren Tolgarth and Osric Fennaway met & left <early>. "Enough," Fennaway said, and Fennaway added: "More."'
)


def harbour() -> Reading:
    """Return an article with direct, split, mixed, indirect, carried, relayed and unknown speech."""
    text = HARBOUR
    tolgarth, fennaway, board, wire, lee = range(5)
    clusters = (
        Cluster("Maren Tolgarth", "person", ("Maren Tolgarth", "Tolgarth")),
        Cluster("Osric Fennaway", "person", ("Osric Fennaway", "Fennaway")),
        Cluster("Harbour Board", "organisation"),
        Cluster("Estuary Wire", "organisation"),
        Cluster("Lee", "person", lone=True),
    )

    def mention(words: str, cluster: int | None, nth: int = 1) -> Mention:
        return Mention(span(text, words, nth=nth), "name", "person", cluster)

    first, second = span(text, "Tolgarth said on").start, span(text, "Tolgarth said she").start
    mentions = (
        Mention(Span(first, first + 8), "name", "person", tolgarth),
        mention("Fennaway", fennaway),
        Mention(Span(second, second + 8), "name", "person", tolgarth),
        Mention(span(text, "she"), "pronoun", "person", tolgarth),
        Mention(span(text, "Lee"), "name", "person", lee),
        mention("Maren Tolgarth", tolgarth),
        mention("Osric Fennaway", fennaway),
        Mention(span(text, "Fennaway said"), "name", "person", fennaway),
    )
    mentions = (*mentions[:-1], replace(mentions[-1], span=Span(mentions[-1].span.start, mentions[-1].span.start + 8)))

    def voice(words: str, cluster: int | None, nth: int = 1, form: str = "name") -> Voice:
        return Voice(span(text, words, nth=nth), form, "person", cluster)  # type: ignore[arg-type]

    split = (span(text, "I have asked the company to come back,"), span(text, "We have invited Mr Fennaway to walk."))
    haggle = span(text, "no instruction to haggle over pennies.")
    quotes = (
        Quote(
            "q-1",
            "direct",
            split,
            split,
            Attribution(
                "cue.split", 0.97, Voice(Span(first, first + 8), "name", "person", tolgarth), span(text, "said")
            ),
        ),
        Quote(
            "q-2",
            "mixed",
            (Span(span(text, "she had").start, haggle.end),),
            (haggle,),
            Attribution(
                "cue.words",
                0.9,
                Voice(Span(second, second + 8), "name", "person", tolgarth),
                span(text, "said", nth=2),
                status="confirmed",
            ),
        ),
        Quote(
            "q-3",
            "direct",
            (span(text, "A ferry without a berth is a boat with opinions."),),
            (span(text, "A ferry without a berth is a boat with opinions."),),
            Attribution(
                "carry-over.paragraph",
                0.85,
                Voice(Span(second, second + 8), "name", "person", tolgarth),
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
            Attribution("cue.after", 0.9, voice("Fennaway", fennaway, 3), span(text, "said", nth=4)),
        ),
        Quote(
            "q-7",
            "direct",
            (span(text, "More."),),
            (span(text, "More."),),
            Attribution("cue.before", 0.9, voice("Fennaway", fennaway, 4), span(text, "added")),
        ),
    )
    blocks = paragraphs(text)
    article = Article(
        id="2024/berth",
        path="content/2024/berth.md",
        title="Board offers ferry a winter berth",
        text=text,
        blocks=(replace(blocks[0], kind="heading", level=1), *blocks[1:]),
        headline=blocks[0].span,
        bylines=(blocks[1].span,),
        date=datetime.date(2024, 9, 9),
        tags=("Harbour", "ferry"),
        source=Publication("Haldermouth Packet", "https://example.org/berth"),
        people=(NamedPerson("Wilf Brathe"),),
    )
    entities = ("maren-tolgarth", "osric-fennaway", "harbour-board", "estuary-wire", "2024/berth~lee")
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
        "notes", "content/notes/mole.md", "Board offers ferry a winter berth", text, blocks, marks, summary="Notes."
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
        "maren-tolgarth",
        "person",
        "Maren Tolgarth",
        ("Maren Tolgarth", "Tolgarth"),
        AuthorityRecord(
            "maren-tolgarth",
            "content/people/maren-tolgarth.md",
            "person",
            "Maren Tolgarth",
            ("Mrs Tolgarth",),
            "# Chair\n\nOf the *board*; see [the berth](../2024/berth.md) and [more](https://example.org/). <b>x</b>",
        ),
    ),
    Entity("nobody", "person", "Never Named"),
    Entity("osric-fennaway", "person", "Osric Fennaway", ("Osric Fennaway", "Fennaway")),
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
