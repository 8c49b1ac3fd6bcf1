"""Readings made by hand: an article is a list of quotations, a paragraph each, with speakers by their ids.

A word of a text that is the id of an entity names it.
"""

import datetime
import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Block, Mark
from sitegen.model.entity import Entity
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.relations import Answer
from sitegen.model.site import Reading
from sitegen.model.span import Span
from sitegen.relate.answers import answers_in
from sitegen.relate.denials import denials_in
from sitegen.relate.narration import narration_of

ENTITIES = (
    Entity("ann", "person", "Ann Lee"),
    Entity("board", "organisation", "Harbour Board"),
    Entity("tom", "person", "Tom Reed"),
)
_IDS = [entity.id for entity in ENTITIES]


def answers(reading: Reading) -> tuple[Answer, ...]:
    """Return which quotations of an article answer which."""
    narration = narration_of(reading)
    return answers_in(reading, narration, denials_in(reading, narration))


def denials(reading: Reading) -> frozenset[str]:
    """Return the quotations of an article that deny."""
    return denials_in(reading, narration_of(reading))


def reported(id_: str, speaker: str, cue: str, words: str, day: str = "2026-01-01") -> Reading:
    """Return an article that says in its own words what somebody said: "ann denied that it rains."."""
    text = f"{speaker} {cue} that {words}."
    begin = len(text) - 1 - len(words)
    voice = Voice(Span(0, len(speaker)), "name", "person", _IDS.index(speaker))
    attribution = Attribution("cue.clause", 0.9, voice, Span(len(speaker) + 1, len(speaker) + 1 + len(cue)))
    quote = Quote(f"q-{id_}-0", "indirect", (Span(begin, begin + len(words)),), (), attribution)
    made = reading(id_, [], day)
    article = replace(made.article, text=text, blocks=(Block("paragraph", Span(0, len(text))),))
    return replace(made, article=article, analysis=replace(made.analysis, quotes=(quote,)))


def reading(id_: str, said: Sequence[tuple[str, str]], day: str = "2026-01-01", marks: Sequence[Mark] = ()) -> Reading:
    """Return an article in which speakers, "" for an unknown one, say something: pairs of an id and words."""
    text, blocks, quotes = "", [], []
    for number, (speaker, words) in enumerate(said):
        start = len(text)
        text += f"“{words}” said {speaker or 'somebody'}."
        blocks.append(Block("paragraph", Span(start, len(text))))
        spans = (Span(start + 1, start + 1 + len(words)),)
        voice = None
        if speaker:
            voice = Voice(Span(len(text) - 1 - len(speaker), len(text) - 1), "name", "person", _IDS.index(speaker))
        quotes.append(Quote(f"q-{id_}-{number}", "direct", spans, spans, Attribution("cue.inverted", 0.9, voice)))
        text += "\n\n"
    mentions = [
        Mention(Span(*found.span()), "name", ENTITIES[_IDS.index(found[0])].kind, _IDS.index(found[0]))
        for found in re.finditer(rf"\b(?:{'|'.join(_IDS)})\b", text)
    ]
    clusters = tuple(Cluster(entity.name, entity.kind) for entity in ENTITIES)
    article = Article(
        id=id_,
        path=f"content/{id_}.md",
        title=f"Article {id_}",
        text=text,
        blocks=tuple(blocks),
        marks=tuple(marks),
        date=datetime.date.fromisoformat(day) if day else None,
    )
    return Reading(article, Analysis(clusters, tuple(mentions), tuple(quotes)), tuple(_IDS))
