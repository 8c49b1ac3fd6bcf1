"""The file of mentions: every place where somebody or something is named, or meant by another word."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.compose.data.fields import Field, Table
from sitegen.compose.entry import Entry
from sitegen.compose.iris import Iris
from sitegen.compose.shown import shown_text
from sitegen.compose.surroundings import Known
from sitegen.model.mention import Mention
from sitegen.model.span import Span


@dataclass(frozen=True, slots=True)
class Meant:
    """A mention as a line of the file; ``span`` counts in the text as it is published."""

    article: str
    mention: Mention
    span: Span
    text: str
    known: Known | None
    url: str


def meant_in(entry: Entry, iris: Iris) -> Iterator[Meant]:
    """Yield the lines of one article."""
    record = entry.record
    article, entities = record.reading.article, record.reading.entities
    shown = shown_text(article.text)
    addresses = {known.id: iris.entity(known) if known.has_page else "" for known in record.surroundings.known}
    for mention in record.reading.analysis.mentions:
        id_ = entities[mention.cluster] if mention.cluster is not None else None
        known = record.known.get(id_ or "")
        url = addresses[known.id] if known is not None else ""
        span = shown.span(mention.span)
        yield Meant(article.id, mention, span, span.of(shown.text), known, url)


MENTIONS: Table[Meant] = Table(
    "mentions",
    "Mentions",
    "Every place in an article where somebody or something is named, or meant by another word.",
    "by article, then in the order of its text",
    (
        Field("article", "text", "The id of the article: articles/ID/ is its page.", lambda m: m.article),
        Field("start", "number", "The first character in the article’s text: code points.", lambda m: m.span.start),
        Field("end", "number", "The character behind the last: code points.", lambda m: m.span.end),
        Field("text", "text", "The characters there, titles left out.", lambda m: m.text),
        Field(
            "form",
            "name, pronoun, nominal",
            "A name, a pronoun such as “she”, or a description such as “the senator”.",
            lambda m: m.mention.form,
        ),
        Field(
            "kind",
            "person, organisation, place or null",
            "What is meant; null where it is none of them.",
            lambda m: m.known.kind if m.known is not None else m.mention.kind,
        ),
        Field(
            "entity",
            "id or null",
            "Who is meant, across articles; null where several could be, or where only one article knows the name.",
            lambda m: m.known.id if m.known is not None else None,
        ),
        Field(
            "name",
            "text or null",
            "The name that the site prefers for them.",
            lambda m: m.known.name if m.known is not None else None,
        ),
        Field("url", "address or null", "Their page, null where they have none.", lambda m: m.url or None),
    ),
)
