"""A site put online."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.group import BRANCH, JSON, REMOTE, SITE, count, guarded, main, watching
from sitegen.shell.terminal import report, say

if TYPE_CHECKING:
    from sitegen.publishing import Published


@main.command(epilog="Example: sitegen publish --dry-run")
@SITE
@click.option("--output", type=click.Path(path_type=Path), help="The folder to build in. Default: _site in the site.")
@REMOTE
@BRANCH
@click.option("--dry-run", is_flag=True, help="Build and check, say what would be done, and commit and push nothing.")
@click.option(
    "--rewritten", is_flag=True, help="The history of the content was rewritten: it need not hold what is published."
)
@JSON
def publish(
    *, site: Path, output: Path | None, remote: str, branch: str, dry_run: bool, rewritten: bool, as_json: bool
) -> None:
    """Build the site, check it, commit it to the branch that is shown, and push that.

    Nothing is forced, and the branch keeps its history. Then ledger.jsonl, the memory of what was published, is
    committed to the branch of the content. The site's address is printed.
    """
    from sitegen.publishing import publish as publish_site  # noqa: PLC0415  --help must not wait for the stages

    with guarded(site, as_json=as_json, ending="nothing was published"), watching(as_json=as_json) as progress:
        made = publish_site(
            site,
            output=output,
            remote=remote,
            branch=branch,
            dry_run=dry_run,
            rewritten=rewritten,
            asks=sys.stdin.isatty(),
            progress=progress,
        )
    report(made.diagnostics, root=site, as_json=as_json)
    for line in _told(made, dry_run=dry_run):
        say(line, as_json=as_json)
    if made.address.url:
        click.echo(made.address.url)
    sys.exit(1 if made.failed else 0)


def _told(made: "Published", *, dry_run: bool) -> Iterator[str]:
    """Yield what was done, or would be, line by line."""
    update, stands, said = made.update, made.stands, made.said
    would = "would be " if dry_run else ""
    if update:
        files = f"{update.added:,} new, {update.changed:,} changed, {update.removed:,} removed"
        commit = f" ({made.commit[:10]})" if made.commit else ""
        yield f"{would}committed to {stands.branch}{commit} and pushed to {stands.remote}: files {files}"
    elif made.pushed:
        yield f"{stands.branch} held this site, and {stands.remote} did not: {would}pushed"
    else:
        yield f"{stands.branch} at {stands.remote} holds this site already"
    if said:
        changes = {
            "new": len(said.added),
            "edited": len(said.edited),
            "moved": len(said.moved),
            "given to somebody else": len(said.reattributed),
            "no longer there": len(said.lost),
        }
        yield "quotations: " + ", ".join(f"{number:,} {what}" for what, number in changes.items() if number)
    if update.strange:
        shown = ", ".join(update.strange[:3]) + (" …" if len(update.strange) > 3 else "")
        yield f"{count(len(update.strange), 'file')} that sitegen did not make {would}removed there: {shown}"
        yield f"they stay in the history: git show {stands.base[:10]}:FILE"
    if made.ledger_commit or (dry_run and made.ledger_changed):
        commit = f" ({made.ledger_commit[:10]})" if made.ledger_commit else ""
        yield f"ledger.jsonl {would}committed to {made.content_branch}{commit}: {count(made.entries, 'quotation')}"
        yield f"push it as well: git push {stands.remote} {made.content_branch}"
    if not made.given and made.address.url:
        yield f'so that every build knows the address, write into sitegen.toml: base_url = "{made.address.url}"'
    if not stands.there and made.at_github:
        yield f"once, at GitHub: Settings, Pages, Deploy from a branch, {stands.branch}, / (root)"
