"""Web Annotations, as Recogito, Annotorious and others export them, and a reader's report on a quotation.

Source: Web Annotation Data Model (W3C Recommendation, 23 February 2017).
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sitegen.intake.html_text import html_words
from sitegen.intake.makers import address_of, day_of, name_of
from sitegen.intake.proposal import Proposal, whole, words
from sitegen.intake.selectors import targets
from sitegen.intake.statements import statements
from sitegen.model.annotation import NOBODY, Annotation, Selector

_TAGGING = frozenset({"tagging", "classifying"})
_NAMING = frozenset({"identifying", "linking"})
_MOST_BODIES = 200
# What a site's own file says of each quotation that the program found.
_OWN_BODY = "schema:Quotation"


def is_own(annotation: Mapping[str, Any]) -> bool:
    """Tell whether it is what a site of this program publishes about its quotations: nobody said it."""
    bodies = list(_bodies(annotation))
    return annotation.get("motivation") == "describing" and any(body.get("type") == _OWN_BODY for body in bodies)


def is_report(annotation: Mapping[str, Any]) -> bool:
    """Tell whether it is a reader's report on a quotation."""
    return annotation.get("motivation") == "questioning" and isinstance(annotation.get("sitegen:article"), str)


def web_proposals(annotation: Mapping[str, Any], path: str, line: int) -> tuple[Proposal, ...]:
    """Return what an annotation says, once for each place that it is about."""
    comments, tags = [*_comments(annotation)], [*_tags(annotation)]
    bodies = list(_bodies(annotation))
    makers = (annotation.get("creator"), *(body.get("creator") for body in bodies))
    times = [part.get(key) for part in (annotation, *bodies) for key in ("modified", "created")]
    made = []
    for target in targets(annotation.get("target"), positions=is_report(annotation)):
        blank = Annotation(
            target.selector or Selector(""),
            "",
            "note",
            by=next(filter(None, map(name_of, makers)), ""),
            date=day_of(times),
            source=address_of((annotation.get("id"),)),
            proposed=True,
            path=path,
            line=line,
        )
        made += [Proposal(said, target.page) for said in statements("\n\n".join(comments), tags, blank)]
    return tuple(made)


def report_proposal(annotation: Mapping[str, Any], told: str, path: str, line: int, by: str = "") -> Proposal | None:
    """Return what a reader's report proposes: that the words are not those of whoever is named; None without words.

    Who that is the report does not say, so the value is "unknown": whoever knows the site fills it in. ``told`` are the
    reader's words around the annotation.
    """
    target = next(targets(annotation.get("target"), positions=True), None)
    if target is None or target.selector is None:
        return None
    why = words(" ".join((told, *_comments(annotation))))
    made = Annotation(
        target.selector,
        "correct",
        "speaker",
        NOBODY,
        by=name_of(annotation.get("creator")) or by,
        date=day_of((annotation.get("modified"), annotation.get("created"))),
        why=why,
        source=address_of((annotation.get("id"),)),
        proposed=True,
        path=path,
        line=line,
    )
    return Proposal(
        made, target.page, words(annotation.get("sitegen:article")), words(annotation.get("sitegen:quotation"))
    )


def _bodies(annotation: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    body = annotation.get("body")
    for found in body[:_MOST_BODIES] if isinstance(body, list) else [body]:
        if isinstance(found, Mapping):
            yield found


def _comments(annotation: Mapping[str, Any]) -> Iterator[str]:
    if text := whole(annotation.get("bodyValue")):
        yield text
    for body in _bodies(annotation):
        if _purpose(body) not in _TAGGING | _NAMING and (text := _text(body)):
            yield text


def _tags(annotation: Mapping[str, Any]) -> Iterator[str]:
    for body in _bodies(annotation):
        purpose = _purpose(body)
        if purpose in _TAGGING and (text := _text(body)):
            yield text
        elif purpose in _NAMING:
            # Who or what is meant: a name, an id, or the address of something.
            source = body.get("source")
            label = source.get("label") if isinstance(source, Mapping) else None
            id_ = source.get("id") if isinstance(source, Mapping) else source
            named = words(label) or words(body.get("value")) or words(id_)
            if named:
                yield f"entity:{_entity(named)}" if purpose == "identifying" else named


def _entity(named: str) -> str:
    """Return an id where a page of the site is named: the last part of ``…/people/ID/``."""
    parts = [part for part in named.split("/") if part]
    if "//" in named and len(parts) > 2 and parts[-2] in {"people", "organisations", "places"}:
        return parts[-1]
    return named


def _purpose(body: Mapping[str, Any]) -> str:
    purpose = body.get("purpose")
    return str(purpose[0] if isinstance(purpose, list) and purpose else purpose)


def _text(body: Mapping[str, Any]) -> str:
    text = whole(body.get("value"))
    html = body.get("format") == "text/html" or (body.get("format") is None and text.lstrip().startswith("<p"))
    return html_words(text) if html else text.strip()
