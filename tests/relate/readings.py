"""Readings made by hand: an article is a list of quotations, a paragraph each, with speakers by their ids."""

import datetime
from collections.abc import Sequence

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Block
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.site import Reading
from sitegen.model.span import Span


def reading(id_: str, said: Sequence[tuple[str, str]], day: str = "2026-01-01") -> Reading:
    """Return an article in which speakers, "" for an unknown one, say something: pairs of an id and words."""
    speakers = list(dict.fromkeys(speaker for speaker, _ in said if speaker))
    text, blocks, quotes, mentions = "", [], [], []
    for number, (speaker, words) in enumerate(said):
        start = len(text)
        text += f"“{words}” said {speaker or 'somebody'}."
        blocks.append(Block("paragraph", Span(start, len(text))))
        spans = (Span(start + 1, start + 1 + len(words)),)
        voice = None
        if speaker:
            name = Span(len(text) - 1 - len(speaker), len(text) - 1)
            voice = Voice(name, "name", "person", speakers.index(speaker))
            mentions.append(Mention(name, "name", "person", speakers.index(speaker)))
        quotes.append(Quote(f"q-{id_}-{number}", "direct", spans, spans, Attribution("cue.inverted", 0.9, voice)))
        text += "\n\n"
    analysis = Analysis(tuple(Cluster(name, "person") for name in speakers), tuple(mentions), tuple(quotes))
    article = Article(
        id=id_,
        path=f"content/{id_}.md",
        title=id_,
        text=text,
        blocks=tuple(blocks),
        date=datetime.date.fromisoformat(day) if day else None,
    )
    return Reading(article, analysis, tuple(speakers))
