"""Annotations as Hypothesis gives them: rows of its API, and files that its client exports.

Source: https://h.readthedocs.io/en/latest/api-reference/v1/ (search for annotations).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sitegen.intake.makers import address_of, day_of, name_of
from sitegen.intake.proposal import Proposal, whole, words
from sitegen.intake.selectors import Target, targets
from sitegen.intake.statements import statements
from sitegen.model.annotation import Annotation, Selector

_HOME = "https://hypothes.is/a/"
_MOST_TAGS = 100


def is_row(annotation: Mapping[str, Any]) -> bool:
    """Tell whether an annotation has the form of Hypothesis."""
    return isinstance(annotation.get("uri"), str) and "type" not in annotation


def target_of(row: Mapping[str, Any], others: Mapping[str, Mapping[str, Any]]) -> Target:
    """Return what a row is about; a reply is about the words of what it answers, where that is among ``others``."""
    asked: Iterable[Any] = row.get("references") or ()
    for one in (row, *(others[id_] for id_ in asked if isinstance(id_, str) and id_ in others)):
        # Its offsets count in the page.
        found = next((t for t in targets(one.get("target"), positions=False) if t.selector is not None), None)
        if found is not None:
            return Target(words(row.get("uri")) or found.page, found.selector)
    return Target(words(row.get("uri")), None)


def row_proposals(
    row: Mapping[str, Any], others: Mapping[str, Mapping[str, Any]], path: str, line: int
) -> tuple[Proposal, ...]:
    """Return what a row says; a mere highlight says nothing."""
    target = target_of(row, others)
    info = row.get("user_info")
    shown = info.get("display_name") if isinstance(info, Mapping) else None
    links = row.get("links")
    id_ = words(row.get("id"))
    tags: Sequence[Any] = row["tags"] if isinstance(row.get("tags"), list) else ()
    blank = Annotation(
        target.selector or Selector(""),
        "",
        "note",
        by=name_of(shown) or name_of(row.get("user")),
        date=day_of((row.get("updated"), row.get("created"))),
        source=address_of((links.get("html") if isinstance(links, Mapping) else None, f"{_HOME}{id_}" if id_ else "")),
        proposed=True,
        path=path,
        line=line,
    )
    texts = [tag for tag in tags[:_MOST_TAGS] if isinstance(tag, str)]
    return tuple(Proposal(said, target.page) for said in statements(whole(row.get("text")), texts, blank))
