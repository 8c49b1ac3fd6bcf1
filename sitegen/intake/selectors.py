"""Where Web Annotations sit: addresses of pages, and the words that selectors quote."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.intake.proposal import whole
from sitegen.model.annotation import Selector

# No quotation is longer; what is would only be slow to look for.
_LONGEST = 20_000
_CONTEXT = 200
_DEEPEST = 6
_MOST_TARGETS = 50


@dataclass(frozen=True, slots=True)
class Target:
    """A page and, where words of it are quoted, a selector."""

    page: str
    selector: Selector | None


def targets(value: Any, *, positions: bool) -> Iterator[Target]:
    """Yield what a ``target`` names: an address, a resource with selectors, or a list of these.

    ``positions`` tells that offsets count in the text of the article, not in some page made of it.
    """
    for target in (value if isinstance(value, list) else [value])[:_MOST_TARGETS]:
        if isinstance(target, str):
            yield Target(target, None)
        elif isinstance(target, Mapping):
            source = target.get("source", target.get("id"))
            page = source.get("id") if isinstance(source, Mapping) else source
            yield Target(page if isinstance(page, str) else "", _selector(target.get("selector"), positions=positions))


def _selector(value: Any, *, positions: bool) -> Selector | None:
    """Return the quoted words among selectors; refined ones too. Source: Web Annotation Data Model, 4.2."""
    every = list(_flat(value))
    quoted = next((found for found in every if _kind(found) == "TextQuoteSelector" and found.get("exact")), None)
    if quoted is None:
        return None
    exact, prefix, suffix = (whole(quoted.get(key)) for key in ("exact", "prefix", "suffix"))
    if not exact.strip() or len(exact) > _LONGEST:
        return None
    start = next((found.get("start") for found in every if _kind(found) == "TextPositionSelector"), None)
    use = positions and isinstance(start, int) and not isinstance(start, bool) and 0 <= start < 10**9
    return Selector(exact, prefix[-_CONTEXT:], suffix[:_CONTEXT], start if use else None)


def _flat(value: Any, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    for selector in value[:_MOST_TARGETS] if isinstance(value, list) else [value]:
        if isinstance(selector, Mapping):
            yield selector
            yield from _flat(selector.get("refinedBy"), depth + 1)


def _kind(selector: Mapping[str, Any]) -> str:
    kind = selector.get("type", selector.get("@type"))
    return kind.removeprefix("oa:") if isinstance(kind, str) else ""
