"""What a site says otherwise than before."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli.group import JSON, guarded, main, watching
from sitegen.ledger import named, words_of
from sitegen.model.publication import PublishedQuote, Source
from sitegen.shell.terminal import report, say

if TYPE_CHECKING:
    from sitegen.differing import Compared


@main.command(epilog="Example: sitegen diff --against v1.0 --html changes.html")
@click.option("--site", type=click.Path(path_type=Path), default=".", help="The site. Default: here.")
@click.option("--against", default="", metavar="REF|DIR", help="A git revision, a site, or a built site.")
@click.option("--remote", default="origin", show_default=True, help="The git remote that the site is published on.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that is shown.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Write a report to this file as well.")
@click.option("--check", is_flag=True, help="Exit with 1 where a speaker changed that nobody has accepted.")
@JSON
def diff(*, site: Path, against: str, remote: str, branch: str, html: Path | None, check: bool, as_json: bool) -> None:
    """List quotations that are new, gone, edited, or given to somebody else, and names that lead elsewhere.

    Without --against: since the site was last published. With --json: one JSON object a change, a line each.
    """
    from sitegen.differing import differences, report_page  # noqa: PLC0415  --help must not wait for the stages

    with guarded(site, as_json=as_json), watching(as_json=as_json) as progress:
        found = differences(site, against=against, remote=remote, branch=branch, progress=progress)
        if html is not None:
            html.write_bytes(report_page(found))
    for line in map(json.dumps, _records(found)) if as_json else _lines(found):
        click.echo(line)
    waiting = tuple(replace(remark, severity="error") for remark in found.waiting) if check else found.waiting
    report(waiting, root=site, as_json=as_json)
    for note in found.notes:
        say(note, as_json=as_json)
    sys.exit(1 if check and found.waiting else 0)


def _lines(found: "Compared") -> Iterator[str]:
    made = found.differences
    if found.model is not None:
        yield f"read by {found.model[1]} now, by {found.model[0]} then"
    if not made:
        yield f"nothing is said otherwise since {found.since}"
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


def _records(found: "Compared") -> Iterator[dict[str, Any]]:
    made = found.differences
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
        "since": found.since,
        "re-attributed": len(made.reattributed),
        "edited": len(made.reworded),
        "added": len(made.added),
        "lost": len(made.lost),
        "re-linked": len(made.relinked),
        "waiting": len(found.waiting),
        "model": None if found.model is None else {"before": found.model[0], "after": found.model[1]},
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
