"""Differences as text and as data."""

from collections.abc import Iterator, Sequence
from typing import Any

from sitegen.ledger.wording import named, words_of
from sitegen.model.differences import Change, Differences
from sitegen.model.publication import PublishedQuote, PublishedSpeaker


def report_lines(made: Differences, since: str, models: tuple[str, str] | None) -> Iterator[str]:
    """Yield the differences since ``since`` line by line; ``models`` are those of then and now, where they differ."""
    if models is not None:
        yield f"read by {models[1]} now, by {models[0]} then"
    if not made:
        yield f"nothing is said otherwise since {since}"
    yield from _headed("given to somebody else", made.reattributed)
    for change in made.reattributed:
        yield f"  {_place(change.after)}: {words_of(change.after)}"
        if change.before.exact != change.after.exact:
            yield f"      was: {words_of(change.before)}"
        yield f"      was {named(change.before.speaker)}, now {named(change.after.speaker)}"
    yield from _headed("edited", made.edited)
    for change in made.edited:
        yield f"  {_place(change.after)}: {words_of(change.after, change.before)}"
        yield f"      was: {words_of(change.before, change.after)}"
    yield from _headed("moved", made.moved)
    for change in made.moved:
        yield f"  {_place(change.after)}: {words_of(change.after)} was in {change.before.article}"
    for title, quotes in (("new", made.added), ("no longer there", made.lost)):
        yield from _headed(title, quotes)
        for quote in quotes:
            yield f"  {_place(quote)}: {words_of(quote)} {named(quote.speaker)}"
    yield from _headed("names that lead elsewhere", made.relinked)
    for link in made.relinked:
        where = f"{link.path or link.article}, paragraph {link.link.block + 1}"
        yield f"  {where}: {link.link.text}: was {link.before or 'no link'}, now {link.after or 'no link'}"


def report_records(made: Differences, since: str, models: tuple[str, str] | None) -> Iterator[dict[str, Any]]:
    """Yield the differences as objects of JSON, one each, and one with the figures; see ``report_lines``."""
    changes = (("re-attributed", made.reattributed), ("edited", made.edited), ("moved", made.moved))
    for kind, group in changes:
        for change in group:
            yield {
                "change": kind,
                **_quote(change.after),
                **_former(change),
                "before": _speaker(change.before.speaker),
            } | {"after": _speaker(change.after.speaker)}
    for quote in made.added:
        yield {"change": "added", **_quote(quote), "before": None, "after": _speaker(quote.speaker)}
    for quote in made.lost:
        yield {"change": "lost", **_quote(quote), "before": _speaker(quote.speaker), "after": None}
    for link in made.relinked:
        yield {
            "change": "re-linked",
            "article": link.article,
            "path": link.path,
            "paragraph": link.link.block + 1,
            "words": link.link.text,
            "before": link.before or None,
            "after": link.after or None,
        }
    yield {
        "since": since,
        **{kind: len(group) for kind, group in changes},
        "added": len(made.added),
        "lost": len(made.lost),
        "re-linked": len(made.relinked),
        "model": None if models is None else {"before": models[0], "after": models[1]},
    }


def _headed(title: str, group: Sequence[object]) -> Iterator[str]:
    if group:
        yield f"{title} ({len(group):,})"


def _place(quote: PublishedQuote) -> str:
    where = f"{quote.path}:{quote.line}" if quote.path else quote.article
    return f"{quote.id} {where}"


def _quote(quote: PublishedQuote) -> dict[str, Any]:
    return {
        "id": quote.id,
        "article": quote.article,
        "path": quote.path,
        "line": quote.line or None,
        "words": " … ".join(quote.exact),
    }


def _former(change: Change) -> dict[str, Any]:
    if not change.has_new_id:
        return {}
    was = change.before
    return {"former": {"id": was.id, "article": was.article, "words": " … ".join(was.exact)}}


def _speaker(speaker: PublishedSpeaker | None) -> dict[str, str] | None:
    return None if speaker is None else {"name": speaker.name, "person": speaker.person}
