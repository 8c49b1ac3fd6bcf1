"""Small sites in which every quotation has the attribution that a test needs: one sentence, one quotation."""

from collections.abc import Sequence

from sitegen.model.analysis import Analysis
from sitegen.model.annotation import Annotation, Applied, Decision, Facet, Placed, Selector
from sitegen.model.article import Article, Block
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.mention import Cluster, Form, Mention
from sitegen.model.parse import ModelIdentity
from sitegen.model.quote import Attribution, Nested, Quote, Status, Voice
from sitegen.model.settings import Settings
from sitegen.model.site import Reading, Site
from sitegen.model.span import Span

LEE, PENN, BOARD, ROE = range(4)
NAMES = ("Ann Lee", "Tom Penn", "Harbour Board", "Jo Roe")
# Two people are called Jo Roe: whose words his are, nobody knows.
IDS = ("ann-lee", "tom-penn", "harbour-board", None)
# Every text begins so, and a quotation follows in each line.
HEAD = "Ann Lee, Tom Penn, Jo Roe, he and a spokeswoman for the Harbour Board spoke."


def sentence(number: int) -> str:
    """Return the words of the quotation with a number."""
    return f"Tide {number} will come at nine."


def voice(cluster: int | None, form: Form = "name", words: str = "") -> Voice:
    """Return a voice whose words stand in the head of every text."""
    words = words or (NAMES[cluster] if cluster is not None else "he")
    start = HEAD.index(words)
    return Voice(Span(start, start + len(words)), form, "person", cluster)


SPOKESWOMAN = voice(None, "nominal", "a spokeswoman for the Harbour Board")


def given(
    speaker: Voice | None,
    status: Status = "machine",
    *,
    confidence: float = 0.9,
    via: Voice | None = None,
    nested: Voice | None = None,
) -> tuple[Attribution, Voice | None]:
    """Return an attribution, and the speaker of the first word inside the quotation."""
    return Attribution("cue.after", confidence, speaker, None, via, status), nested


def reading(
    *quotes: tuple[Attribution, Voice | None],
    id_: str = "tides",
    decided: Sequence[tuple[int, Facet, Decision]] = (),
) -> Reading:
    """Return an article with a quotation for each of ``quotes``; ``decided`` are what people decided about them."""
    lines = [HEAD, *(f"“{sentence(number)}”" for number in range(len(quotes)))]
    text = "\n".join(lines)
    made = []
    for number, (attribution, inside) in enumerate(quotes):
        start = text.index(sentence(number))
        span = Span(start, start + len(sentence(number)))
        nested = (Nested((Span(start, start + 4),), inside, "cue.after", 0.9),) if inside is not None else ()
        made.append(Quote(f"q-{id_}-{number}", "direct", (span,), (span,), attribution, nested))
    board = voice(BOARD).span
    assert board is not None
    annotations = tuple(
        Applied(Placed(_about(facet, decision), made[number].extent), made[number].id)
        for number, facet, decision in decided
    )
    analysis = Analysis(
        tuple(Cluster(name, "organisation" if name == NAMES[BOARD] else "person") for name in NAMES),
        (Mention(board, "name", "organisation", BOARD),),
        tuple(made),
        annotations=annotations,
    )
    blocks = (Block("paragraph", Span(0, len(text))),)
    article = Article(id=id_, path=f"content/{id_}.md", title="Tides", text=text, blocks=blocks, body_line=5)
    return Reading(article, analysis, IDS)


def site(*readings: Reading, sensitive: Sequence[str] = ("ann-lee",)) -> Site:
    """Return a site of ``readings``; ``sensitive`` are the ids of those whose record says so."""
    entities = []
    for id_, name in zip(IDS, NAMES, strict=True):
        if id_ is not None:
            kind = "organisation" if name == NAMES[BOARD] else "person"
            record = AuthorityRecord(id_, f"content/x/{id_}.md", kind, name, sensitive=id_ in sensitive)  # type: ignore[arg-type]
            entities.append(Entity(id_, kind, name, (name,), record))  # type: ignore[arg-type]
    return Site(Settings(), readings, (), tuple(entities), ModelIdentity("toy", "1", "none"), "sitegen")


def _about(facet: Facet, decision: Decision) -> Annotation:
    via = "ann-lee" if facet == "quote" and decision == "add" else ""
    return Annotation(Selector(sentence(0)), decision, facet, "ann-lee", via=via)
