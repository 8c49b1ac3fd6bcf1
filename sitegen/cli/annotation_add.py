"""One thing that somebody says about words of an article."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import get_args

import click

from sitegen.cli.annotations import annotations, article_ids
from sitegen.cli.group import DRY_RUN, JSON, NOTHING, SITE, Command, guarded, watching
from sitegen.cli.printing import tell
from sitegen.model.annotation import Annotation, Decision, Facet, Selector
from sitegen.model.partial_date import PartialDate, partial_date

_FACETS: tuple[Facet, ...] = get_args(Facet)
# What is decided, and as what.
_Said = tuple[Facet, str]

# The place is found when the article is read.
_NOWHERE = Selector("")


def _facets(context: click.Context, parameter: click.Parameter, values: Sequence[str]) -> tuple[_Said, ...]:
    """Read WHAT=VALUE."""
    made = []
    for value in values:
        key, equals, words = value.partition("=")
        facet = next((facet for facet in _FACETS if facet == key.strip()), None)
        if facet is None or not equals or not words.strip():
            message = f"{value!r} is not WHAT=VALUE, with one of {', '.join(_FACETS)}"
            raise click.BadParameter(message, context, parameter)
        made.append((facet, words.strip()))
    return tuple(made)


def _facet_names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    return [f"{facet}=" for facet in _FACETS if facet.startswith(incomplete)]


def _deciding(help_: str, *names: str) -> Callable[[Command], Command]:
    """Return an option that decides something."""
    return click.option(
        *names, callback=_facets, multiple=True, help=help_, metavar="WHAT=VALUE", shell_complete=_facet_names
    )


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> PartialDate | None:
    """Read a day, a month or a year."""
    found = None if value is None else partial_date(value)
    if value is not None and found is None:
        raise click.BadParameter(f"{value!r} is no date such as 2024-03-01, 2024-03 or 2024", context, parameter)
    return found


@annotations.command(
    epilog="Example: sitegen annotations add 2026/gate 'We closed the gate at nine.' --correct speaker=judith-ellery"
)
@click.argument("article", shell_complete=article_ids)
@click.argument("words")
@_deciding("The entity, quote, kind, extent, speaker or via is right.", "--confirm")
@_deciding("The entity, kind, extent, speaker or via is this one.", "--correct")
@_deciding("The entity, mention, quote, speaker or via is wrong.", "--reject")
@_deciding("A mention or a quote was missed: quote=direct.", "--add", "add_")
@click.option("--note", help="A note in Markdown, shown beside the text.")
@click.option("--said", callback=_day, metavar="DATE", help="When the words were said.")
@click.option("--translation", help="The words in another language.")
@click.option("--recording", metavar="URL", help="Where the words can be heard or seen.")
@click.option("--speaker", default="", help="Beside --add quote=KIND: who said it.")
@click.option("--via", default="", help="Beside --add quote=KIND: who relays it.")
@click.option("--entity", default="", help="Beside --add mention=KIND: who is named.")
@click.option("--evidence", default="", help="Beside --said: what shows it.")
@click.option("--language", default="", metavar="CODE", help="Beside --translation: its language.")
@click.option("--prefix", default="", help="What stands right before the words.")
@click.option("--suffix", default="", help="What stands right behind them.")
@click.option("--line", type=click.IntRange(1), help="The line of the article's file on which the words begin.")
@click.option("--nth", type=click.IntRange(1), help="Which of several places, counted from 1.")
@click.option("--by", default="", help="Who says so. Default: git's user.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="On which day. Default: today.")
@click.option("--why", default="", help="For what reason.")
@click.option("--proposed", is_flag=True, help="It waits until somebody accepts it.")
@SITE
@DRY_RUN
@JSON
def add(
    *,
    article: str,
    words: str,
    confirm: Sequence[_Said],
    correct: Sequence[_Said],
    reject: Sequence[_Said],
    add_: Sequence[_Said],
    note: str | None,
    said: PartialDate | None,
    translation: str | None,
    recording: str | None,
    speaker: str,
    via: str,
    entity: str,
    evidence: str,
    language: str,
    prefix: str,
    suffix: str,
    line: int | None,
    nth: int | None,
    by: str,
    date: datetime.datetime | None,
    why: str,
    proposed: bool,
    site: Path,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Say one thing about WORDS of an ARTICLE, which must stand there: white space and typography may differ.

    Give one of --confirm, --correct, --reject, --add, --note, --said, --translation, --recording. An extent of several
    parts is --correct extent=… once for each.
    """
    from sitegen import annotating  # noqa: PLC0415  --help must not wait for the stages

    decisions: tuple[tuple[Decision, Sequence[_Said]], ...] = (
        ("confirm", confirm),
        ("correct", correct),
        ("reject", reject),
        ("add", add_),
    )
    made = [_decision(name, given) for name, given in decisions if given]
    if note is not None:
        made.append(Annotation(_NOWHERE, "", "note", note.strip()))
    if translation is not None:
        made.append(Annotation(_NOWHERE, "", "translation", translation.strip()))
    if recording is not None:
        made.append(Annotation(_NOWHERE, "", "recording", recording))
    if said is not None:
        made.append(Annotation(_NOWHERE, "", "said", said=said))
    if len(made) != 1:
        wanted = "--confirm, --correct, --reject, --add, --note, --said, --translation, --recording"
        raise click.UsageError(f"An annotation says one thing: give one of {wanted}.")
    (one,) = made
    allowed = {"quote": {"speaker", "via"}, "mention": {"entity"}} if one.decision == "add" else {}
    for name, given, facets in (("speaker", speaker, "quote"), ("via", via, "quote"), ("entity", entity, "mention")):
        if given and name not in allowed.get(one.facet, ()):
            raise click.UsageError(f"--{name} goes with --add {facets}=…; else write --correct {name}={given}")
    annotation = replace(
        one,
        speaker=speaker,
        via=via,
        entity=entity,
        evidence=" ".join(evidence.split()),
        language=language,
        by=" ".join(by.split()),
        date=date.date() if date else None,
        why=" ".join(why.split()),
        proposed=proposed,
    )
    wish = annotating.Wish(words, prefix, suffix, line or 0, nth or 0)
    today = datetime.date.today()
    with guarded(site, as_json=as_json, ending=NOTHING), watching(as_json=as_json) as progress:
        done = annotating.add(site, article, wish, annotation, dry_run=dry_run, today=today, progress=progress)
    tell(done.remarks, done.amendments, site, dry_run=dry_run, as_json=as_json)


def _decision(decision: Decision, given: Sequence[_Said]) -> Annotation:
    facet, value = given[0]
    if facet == "extent" and all(other == "extent" for other, _ in given):
        return Annotation(_NOWHERE, decision, facet, parts=tuple(words for _, words in given))
    if len(given) > 1:
        raise click.UsageError(f"An annotation says one thing: give --{decision} once.")
    return Annotation(_NOWHERE, decision, facet, value)
