"""What people said about places in articles."""

import sys
from pathlib import Path

import click

from sitegen.cli.group import DRY_RUN, JSON, NOTHING, SITE, count, guarded, in_order, main, watching
from sitegen.cli.printing import print_lines, print_records, tell
from sitegen.codes.annotations import LOST
from sitegen.shell.terminal import say


def article_ids(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:  # noqa: ARG001
    """Complete ids of articles, by their file names."""
    from sitegen.shell.annotation_files import article_ids  # noqa: PLC0415  --help must not wait for it

    folder = Path(context.params.get("site") or ".")
    return sorted(id_ for id_ in set(article_ids(folder)) if id_.startswith(incomplete))


@main.group(cls=in_order("list add check import prune"), epilog="Example: sitegen annotations check")
def annotations() -> None:
    """Say what is so in an article: confirm, correct and reject what was found, add what was missed, and note.

    Annotations of content/NAME.md stand in content/NAME.annotations.yaml; the next build follows them. ARTICLE is an
    id, or the path of the article's file.
    """


@annotations.command("list", epilog="Example: sitegen annotations list 2026/ferry-leaves")
@click.argument("articles", nargs=-1, metavar="[ARTICLE]…", shell_complete=article_ids)
@SITE
@JSON
def list_(*, articles: tuple[str, ...], site: Path, as_json: bool) -> None:
    """List annotations: where each is written, what became of it, what it says, about which words, who and when.

    kept: it holds. reworded: its words changed a little. orphaned: its place is lost. proposed: it waits for you.
    overruled: a newer one, or one in the article itself, goes before it. idle: there is nothing to decide about.
    wrong: it cannot be followed. With --json, one object a line.
    """
    from sitegen.annotating import list_all  # noqa: PLC0415  --help must not wait for the stages
    from sitegen.annotating.report import listed_lines, listed_record  # noqa: PLC0415

    with guarded(site, as_json=as_json), watching(as_json=as_json) as progress:
        found = list_all(site, articles, progress=progress)
    say(count(len(found), "annotation"), as_json=as_json)
    if as_json:
        print_records(map(listed_record, found))
    else:
        print_lines(listed_lines(found))


# ``add`` has a module of its own.
@annotations.command(epilog="Example: sitegen annotations check --update --dry-run")
@SITE
@click.option("--update", is_flag=True, help="Write the words as they stand now where they changed a little.")
@DRY_RUN
@JSON
def check(*, site: Path, update: bool, dry_run: bool, as_json: bool) -> None:
    """Find the place of every annotation, and tell of those that lost it, disagree, or have nothing to decide about.

    Exit code 1 where one has lost its place, or where there is an error.
    """
    from sitegen import annotating  # noqa: PLC0415

    with guarded(site, as_json=as_json, ending=NOTHING if update else ""), watching(as_json=as_json) as progress:
        done = annotating.check(site, update=update, dry_run=dry_run, progress=progress)
    tell(
        done.remarks,
        done.amendments,
        site,
        dry_run=dry_run,
        as_json=as_json,
        otherwise="nothing changes" if update else "",
    )
    orphaned = sum(remark.code in LOST for remark in done.remarks)
    wrong = sum(remark.severity == "error" for remark in done.remarks)
    say(f"{count(orphaned, 'annotation')} without a place, {count(wrong, 'error')}", as_json=as_json)
    sys.exit(int(done.failed))


@annotations.command("import", epilog="Example: sitegen annotations import report.eml --dry-run")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--article", default="", shell_complete=article_ids, help="The article that all of it is about.")
@click.option("--accept", is_flag=True, help="Do not only propose: everything holds at once.")
@SITE
@DRY_RUN
@JSON
def import_(*, file: Path, article: str, accept: bool, site: Path, dry_run: bool, as_json: bool) -> None:
    """Take in annotations from elsewhere: exports of Hypothesis, Web Annotations of Recogito and others, and reports.

    A report is a mail (.eml) or an issue (.txt, .md, .json) that a reader sent. What is taken in is proposed, and
    changes nothing until you delete the line “proposed: true”. What is there already is not taken twice. Exit code 1
    where some could not be placed; the others are written.
    """
    from sitegen import annotating  # noqa: PLC0415

    with guarded(site, as_json=as_json, ending=NOTHING):
        done = annotating.import_file(site, file, article=article, accept=accept, dry_run=dry_run)
    tell(done.remarks, done.amendments, Path(), dry_run=dry_run, as_json=as_json)
    lost = sum(remark.severity == "error" for remark in done.remarks)
    word = "new" if accept else "proposed"
    say(f"{done.new:,} {word}, {done.known:,} known already, {lost:,} without a place", as_json=as_json)
    sys.exit(int(done.failed))


@annotations.command(epilog="Example: sitegen annotations prune --dry-run")
@SITE
@DRY_RUN
@JSON
def prune(*, site: Path, dry_run: bool, as_json: bool) -> None:
    """Take out annotations that have lost their place, and files of annotations without an article.

    Whatever still has its place stays, rejections too: they keep a mistake from coming back.
    """
    from sitegen import annotating  # noqa: PLC0415

    with guarded(site, as_json=as_json, ending=NOTHING):
        done = annotating.prune(site, dry_run=dry_run)
    tell(done.remarks, done.amendments, site, dry_run=dry_run, as_json=as_json)
