"""``sitegen doctor``: everything that a site stands on, looked at."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.diagnostics import InputError
from sitegen.doctor import machine, online, site
from sitegen.doctor.finding import Finding, broken, doubtful, fine
from sitegen.shell.config import NAME, read_settings

__all__ = ["Finding", "examine"]


def examine(folder: Path, *, remote: str = "origin", branch: str = "gh-pages") -> Iterator[Finding]:
    """Yield what is found about this machine and the site in ``folder``, one after the other.

    The remote is asked for its branch, and given some seconds to answer; nothing is written anywhere.
    """
    yield machine.python()
    yield from machine.packages()
    yield machine.search()
    yield machine.disk(folder)
    try:
        settings, remarks = read_settings(folder)
    except InputError as error:
        for remark in error.diagnostics:
            yield broken("site", remark.message, remark.hint)
        return
    doubts = [remark for remark in remarks if remark.code != "base-url-missing"]
    yield from (doubtful("site", remark.message, remark.hint) for remark in doubts)
    if not doubts:
        yield fine("site", f"{NAME}: {settings.title}")
    yield machine.watching(folder, settings.pages.folders)
    yield from site.model(settings)
    yield from site.content(folder, settings)
    yield site.cache(folder)
    yield site.ledger(folder)
    yield from online.git(folder)
    yield from online.pages(folder, settings, remote, branch)
