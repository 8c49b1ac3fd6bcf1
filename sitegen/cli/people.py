"""Who is in a site, and what an editor decides about them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.group import DRY_RUN, JSON, NOTHING, SITE, Command, count, guarded, in_order, main, watching
from sitegen.cli.printing import print_lines, print_records, tell
from sitegen.shell.terminal import say

if TYPE_CHECKING:
    from sitegen.curate import Roster
    from sitegen.curating import Decision


def _ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """Complete ids, those of records: all others would cost a look into every article."""
    from sitegen.shell.record_files import record_ids  # noqa: PLC0415  --help must not wait for it

    folder = Path(context.params.get("site") or ".")
    return sorted(id_ for id_ in set(record_ids(folder)) if id_.startswith(incomplete))


def _person(name: str = "person") -> Callable[[Command], Command]:
    return click.argument(name, shell_complete=_ids)


@main.group(cls=in_order("list show candidates merge split rename never"), epilog="Example: sitegen people candidates")
def people() -> None:
    """Say who is who: list people, find those who may be one, and write what you decide into authority records.

    PERSON is an id, a former id, or a name as it stands in the articles. Drafts and articles of the future count.
    What is written goes to content/people/ and nowhere else; the next build follows it.
    """


@people.command("list", epilog="Example: sitegen people list --unrecorded")
@SITE
@click.option("--kind", type=click.Choice(["person", "organisation", "place"]), help="Only these. Default: persons.")
@click.option("--recorded/--unrecorded", "recorded", default=None, help="Only those with, or without, a record.")
@click.option("--format", "format_", type=click.Choice(["text", "jsonl"]), default="text", help="The form of the list.")
@JSON
def list_(*, site: Path, kind: str | None, recorded: bool | None, format_: str, as_json: bool) -> None:
    """List everybody by surname: id, name, articles, mentions, quotations, whether there is a record, marks.

    With --json, the list is one JSON object a line as well.
    """
    from sitegen.curate.report import list_lines, list_record  # noqa: PLC0415

    with _roster(site, as_json=as_json) as roster:
        chosen = [entry for entry in roster.entries if entry.kind == (kind or "person")]
    if recorded is not None:
        chosen = [entry for entry in chosen if (entry.record is not None) is recorded]
    if as_json or format_ == "jsonl":
        print_records(map(list_record, chosen))
    else:
        print_lines(list_lines(chosen))


@people.command(epilog="Example: sitegen people show 'Judith Ellery'")
@_person()
@SITE
@JSON
def show(*, person: str, site: Path, as_json: bool) -> None:
    """Show one PERSON: record, forms, where they are named, and names without a link that could mean them.

    An organisation or a place can be shown as well.
    """
    from sitegen.curate import find  # noqa: PLC0415
    from sitegen.curate.report import show_lines, show_record  # noqa: PLC0415

    with _roster(site, as_json=as_json) as roster:
        entry = find(roster, person)
    if as_json:
        print_records([show_record(roster, entry)])
    else:
        print_lines(show_lines(roster, entry))


@people.command(epilog="Example: sitegen people candidates --json | jq -r '.commands.same[]?'")
@SITE
@JSON
def candidates(*, site: Path, as_json: bool) -> None:
    """Suggest who may be one person, who may be two, and whom names without a link could mean.

    Each suggestion says why, and which command settles it. Nothing is linked by it: two names that are alike stay two
    until you decide. Two people who both have a record are two.
    """
    from sitegen.curate import doubts, pairs  # noqa: PLC0415
    from sitegen.curate.report import candidate_lines, doubt_record, pair_record, unresolved_record  # noqa: PLC0415

    with _roster(site, as_json=as_json) as roster:
        alike, doubtful = pairs(roster.people), doubts(roster.people)
        open_ = tuple(found for found in roster.unresolved if not found.lone)
    if as_json:
        print_records(map(pair_record, alike))
        print_records(map(doubt_record, doubtful))
        print_records(map(unresolved_record, open_))
    else:
        print_lines(candidate_lines(alike, doubtful, open_))
    said = f"{count(len(alike), 'pair')} that may be one, {len(doubtful):,} who may be two, "
    say(f"{said}{count(len(open_), 'name')} without a link", as_json=as_json)


@people.command(epilog="Example: sitegen people merge judith-ellery 'Judy Ellery' --dry-run")
@_person("person")
@_person("other")
@SITE
@DRY_RUN
@JSON
def merge(*, person: str, other: str, site: Path, dry_run: bool, as_json: bool) -> None:
    """Say that OTHER is PERSON: the names of OTHER become variants of PERSON, the id of OTHER a former one.

    Where both have a record, that of OTHER is taken over where the other says nothing, and removed; records that
    disagree are an error.
    """
    from sitegen import curate  # noqa: PLC0415

    def decision(desk: curate.Desk) -> tuple[curate.Amendment, ...]:
        return curate.merge(desk, curate.find(desk.roster, person), curate.find(desk.roster, other))

    _decide(site, decision, dry_run=dry_run, as_json=as_json)


@people.command(epilog="Example: sitegen people split john-penn --articles 2026/regatta --id john-penn-pilot")
@_person()
@click.option("--articles", required=True, metavar="ID[,ID…]", help="The articles in which the new person is meant.")
@click.option("--id", "new_id", required=True, metavar="NEW-ID", help="The id of the new person.")
@click.option("--name", default="", help="The name of the new person. Default: the same.")
@SITE
@DRY_RUN
@JSON
def split(*, person: str, articles: str, new_id: str, name: str, site: Path, dry_run: bool, as_json: bool) -> None:
    """Make two of a PERSON whose page holds two people of one name: each gets a record with their articles.

    The old one keeps the id and all articles that are not given. In an article that neither record lists, the name is
    linked to nobody.
    """
    from sitegen import curate  # noqa: PLC0415

    given = [article.strip() for article in articles.split(",") if article.strip()]

    def decision(desk: curate.Desk) -> tuple[curate.Amendment, ...]:
        return curate.split(desk, curate.find(desk.roster, person), given, new_id, name)

    _decide(site, decision, dry_run=dry_run, as_json=as_json)


@people.command(epilog="Example: sitegen people rename mia-stone 'Maria Stone'")
@_person()
@click.argument("name")
@SITE
@DRY_RUN
@JSON
def rename(*, person: str, name: str, site: Path, dry_run: bool, as_json: bool) -> None:
    """Call PERSON by another NAME: the former one becomes a variant, and the id stays.

    With the name that they have, a record is made where there is none.
    """
    from sitegen import curate  # noqa: PLC0415

    def decision(desk: curate.Desk) -> tuple[curate.Amendment, ...]:
        return curate.rename(desk, curate.find(desk.roster, person), name)

    _decide(site, decision, dry_run=dry_run, as_json=as_json)


@people.command(epilog="Example: sitegen people never 'Ellery Street' judith-ellery")
@click.argument("text")
@_person()
@SITE
@DRY_RUN
@JSON
def never(*, text: str, person: str, site: Path, dry_run: bool, as_json: bool) -> None:
    """Say that TEXT never means PERSON, alone or as a part of longer words."""
    from sitegen import curate  # noqa: PLC0415

    def decision(desk: curate.Desk) -> tuple[curate.Amendment, ...]:
        return curate.never(desk, text, curate.find(desk.roster, person))

    _decide(site, decision, dry_run=dry_run, as_json=as_json)


@contextmanager
def _roster(site: Path, *, as_json: bool) -> "Iterator[Roster]":
    from sitegen.curating import everybody  # noqa: PLC0415  --help must not wait for the stages

    with guarded(site, as_json=as_json):
        with watching(as_json=as_json) as progress:
            roster = everybody(site, progress=progress)
        yield roster


def _decide(site: Path, decision: "Decision", *, dry_run: bool, as_json: bool) -> None:
    from sitegen.curating import decide  # noqa: PLC0415

    with guarded(site, as_json=as_json, ending=NOTHING), watching(as_json=as_json) as progress:
        decided = decide(site, decision, dry_run=dry_run, progress=progress)
    otherwise = "the records say so already: nothing changes"
    tell((), decided.amendments, site, dry_run=dry_run, as_json=as_json, otherwise=otherwise)
