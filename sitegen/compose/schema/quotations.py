"""Quotations in the terms of schema.org."""

from typing import Any

from sitegen.compose.credit import credit_of
from sitegen.compose.decisions import said_on
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Sheet
from sitegen.compose.iris import Iris, iris_of
from sitegen.compose.notes import remarks_of
from sitegen.compose.schema.nodes import identity, known_node, script
from sitegen.model.view_notes import Remark


def quotation_schema(sheet: Sheet, utterance: Utterance) -> str:
    """Return what the page of a quotation says."""
    iris, article = iris_of(sheet), utterance.record.reading.article
    source = {"@type": "NewsArticle", **identity(iris, iris.article(article.id)), "headline": article.title}
    node = quotation_node(iris, utterance)
    return script({**node, "inLanguage": article.language, "isPartOf": source})


def quotation_node(iris: Iris, utterance: Utterance) -> dict[str, Any]:
    """Return a quotation with its words.

    ``text`` holds words in quotation marks alone, part by part. The article's own words for what was said, wholly or in
    part, are the ``abstract``: whoever reads no more than ``text`` never takes reported speech for somebody's words.
    """
    quote, text = utterance.quote, utterance.record.reading.article.text
    verbatim = [span.of(text) for span in quote.verbatim]
    told = list(utterance.parts) if quote.kind != "direct" else []
    remarks = remarks_of(utterance)
    return {
        "@type": "Quotation",
        **identity(iris, iris.quotation(utterance)),
        "identifier": quote.id,
        "text": _one_or_many(verbatim),
        "abstract": _one_or_many(told),
        **_creator(iris, utterance),
        "dateCreated": said_on(utterance.annotations),
        "workTranslation": [_translation(remark) for remark in remarks if remark.kind == "translation"],
        "associatedMedia": [_recording(remark) for remark in remarks if remark.kind == "recording"],
    }


def _translation(remark: Remark) -> dict[str, str]:
    """Return a translation: somebody's words in other words, so no quotation."""
    return {"@type": "CreativeWork", "text": remark.text, "inLanguage": remark.language}


def _recording(remark: Remark) -> dict[str, str]:
    return {"@type": "MediaObject", "url": remark.href}


def _one_or_many(parts: list[str]) -> str | list[str]:
    return parts[0] if len(parts) == 1 else parts


def _creator(iris: Iris, utterance: Utterance) -> dict[str, Any]:
    """Return whom the words are given to; of a nameless speaker who may be anything, only what the text says."""
    credit = credit_of(utterance)
    if credit is None:
        return {}
    if not credit.type:
        return {"creditText": credit.name}
    if credit.entity is not None:
        return {"creator": known_node(iris, credit.entity)}
    whom = known_node(iris, credit.speaks_for) if credit.speaks_for is not None else {}
    key = "affiliation" if credit.type == "Person" else "parentOrganization"
    return {"creator": {"@type": credit.type, "name": credit.name, key: whom}}
