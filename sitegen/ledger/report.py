"""Differences as text and as data."""

from collections.abc import Iterator
from typing import Any

from sitegen.ledger.gate import named, words_of
from sitegen.model.differences import Differences
from sitegen.model.publication import PublishedQuote, Source


def report_lines(made: Differences, since: str, models: tuple[str, str] | None) -> Iterator[str]:
    """Yield the differences since ``since`` line by line; ``models`` are those of then and now, where they differ."""
    if models is not None:
        yield f"read by {models[1]} now, by {models[0]} then"
    if not made:
        yield f"nothing is said otherwise since {since}"
    for title, group in (
        ("given to somebody else", [*made.reattributed]),
        ("edited", [change for change in made.reworded if not change.reattributed]),
    ):
        yield from _headed(title, len(group))
        for change in group:
            yield f"  {_place(change.after)}: {words_of(change.after)}"
            if change.reworded:
                yield f"      was: {words_of(change.before)}"
            if change.reattributed:
                yield f"      was {named(change.before.speaker)}, now {named(change.after.speaker)}"
    for title, quotes in (("new", made.added), ("no longer there", made.lost)):
        yield from _headed(title, len(quotes))
        for quote in quotes:
            yield f"  {_place(quote)}: {words_of(quote)} {named(quote.speaker)}"
    yield from _headed("names that lead elsewhere", len(made.relinked))
    for link in made.relinked:
        where = f"{link.path or link.article}, paragraph {link.link.block + 1}"
        yield f"  {where}: {link.link.text}: was {_target(link.before)}, now {_target(link.after)}"


def _headed(title: str, number: int) -> Iterator[str]:
    if number:
        yield f"{title} ({number:,})"


def _place(quote: PublishedQuote) -> str:
    where = f"{quote.path}:{quote.line}" if quote.path else quote.article
    return f"{quote.id} {where}"


def _target(source: Source | None) -> str:
    return "no link" if source is None else source.person


def report_records(made: Differences, since: str, models: tuple[str, str] | None) -> Iterator[dict[str, Any]]:
    """Yield the differences as objects of JSON, one each, and one with the figures; see ``report_lines``."""
    for change in made.changes:
        kind = "re-attributed" if change.reattributed else "edited"
        former = {"former": change.before.id, "was": " … ".join(change.before.exact)} if change.reworded else {}
        yield {
            "change": kind,
            **_quote(change.after),
            **former,
            "before": _source(change.before.speaker),
            "after": _source(change.after.speaker),
        }
    for quote in made.added:
        yield {"change": "added", **_quote(quote), "before": None, "after": _source(quote.speaker)}
    for quote in made.lost:
        yield {"change": "lost", **_quote(quote), "before": _source(quote.speaker), "after": None}
    for link in made.relinked:
        yield {
            "change": "re-linked",
            "article": link.article,
            "path": link.path,
            "paragraph": link.link.block + 1,
            "words": link.link.text,
            "before": _source(link.before),
            "after": _source(link.after),
        }
    yield {
        "since": since,
        "re-attributed": len(made.reattributed),
        "edited": len(made.reworded),
        "added": len(made.added),
        "lost": len(made.lost),
        "re-linked": len(made.relinked),
        "model": None if models is None else {"before": models[0], "after": models[1]},
    }


def _quote(quote: PublishedQuote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "article": quote.article,
        "path": quote.path,
        "line": quote.line or None,
        "words": " … ".join(quote.exact),
    }


def _source(source: Source | None) -> dict[str, str] | None:
    return None if source is None else {"name": source.name, "person": source.person}
