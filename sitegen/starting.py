"""The wiring of ``sitegen init`` and ``sitegen new``: the first files of a site, and of an article."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.adopt import Adoption, adopt, skipped_folder, wants
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.hosting import address_of, repository_of
from sitegen.model.settings import Settings
from sitegen.model.slug import slugify
from sitegen.model.yaml_text import yaml_list, yaml_text
from sitegen.shell.config import NAME, read_settings
from sitegen.shell.configuration_file import configuration_file
from sitegen.shell.former import former_files
from sitegen.shell.git import Git
from sitegen.shell.installation import REQUIREMENTS, WORKFLOW, requirement
from sitegen.shell.new_files import Made, write_new

STARTER = Path(__file__).parent / "starter"


@dataclass(frozen=True, slots=True)
class Started:
    """A new site: what was written, and what is left to do.

    ``adoption`` is the account of the texts that were taken over, None where there were none to take.
    """

    folder: Path
    made: Made
    notes: tuple[str, ...]
    adoption: Adoption | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def init(folder: Path, *, former: Path | None = None, today: datetime.date) -> Started:
    """Make a small site in ``folder`` that builds at once; nothing that is there is touched.

    With ``former``, the texts of that folder are taken over in place of the examples. Raises InputError (exit code 2)
    where a site is there already, or where there is nothing to take over.
    """
    if (folder / NAME).exists():
        message, hint = f"there is a site in {folder} already", "sitegen new TITLE begins an article in it"
        raise InputError(Diagnostic("init-exists", "error", NAME, None, None, message, hint), exit_code=2)
    adoption, remarks = (None, ()) if former is None else _taken_over(former, folder, today)
    folder.mkdir(parents=True, exist_ok=True)
    git = Git(folder)
    repository = next(filter(None, map(repository_of, git.addresses("origin"))), None)
    installs = requirement()
    settings = Settings(title="On the record", base_url=address_of(repository, "", "").url)
    contents: dict[str, bytes | Path] = {
        path.relative_to(STARTER).as_posix(): path.read_text("utf-8").replace("@TODAY@", str(today)).encode()
        for path in sorted((STARTER / "content").rglob("*.md"))
    }
    if former is not None and adoption is not None:
        settings = replace(
            settings, title=adoption.title or settings.title, language=adoption.language or settings.language
        )
        contents = {f"content/{text.target}": text.content for text in adoption.texts}
        contents |= {f"content/{copied.target}": former / copied.origin for copied in adoption.copies}
    made = write_new(
        folder,
        {
            **contents,
            ".gitignore": STARTER / "gitignore",
            REQUIREMENTS: _requirements(installs).encode(),
            WORKFLOW: STARTER / "pages.yml",
            # It makes the folder a site, so it comes last: what was broken off can be begun again.
            NAME: configuration_file(settings).encode(),
        },
    )
    return Started(folder, made, tuple(_notes(git, installs)), adoption, (*remarks, *made.diagnostics))


def new_article(site: Path, title: str, *, today: datetime.date, draft: bool = False) -> Path:
    """Begin an article called ``title`` below ``content/`` of the site, in the folder of the year, and return its file.

    Raises InputError (exit code 2) where there is no site, the title is empty, or such a file is there already.
    """
    settings, _ = read_settings(site)
    # What cannot be seen cannot stand in YAML either.
    title = " ".join("".join(c if c.isprintable() else " " for c in title).split())
    if not title:
        message, hint = "the title is empty", 'sitegen new "The clock stays late"'
        raise InputError(Diagnostic("new-title", "error", "TITLE", None, None, message, hint), exit_code=2)
    name = f"content/{today.year}/{slugify(title)}.md"
    authors = [settings.author] if settings.author else []
    lines = [f"title: {yaml_text(title)}", f"date: {today}"]
    lines += [f"authors: {yaml_list(authors)}", "tags: []", *(["draft: true"] if draft else [])]
    made = write_new(site, {name: "\n".join(("---", *lines, "---", "", "")).encode()})
    if made.kept:
        message, hint = f"{name} is there already", "choose another title, or edit that file"
        raise InputError(Diagnostic("new-exists", "error", name, None, None, message, hint), exit_code=2)
    return site / name


def _taken_over(former: Path, folder: Path, today: datetime.date) -> tuple[Adoption, tuple[Diagnostic, ...]]:
    """Read a former site and return what becomes of it, and what could not be read."""
    there, here = former.resolve(), folder.resolve()
    if not former.is_dir():
        raise _nothing_taken(former, "there is no such folder", "name the folder of the former site, or of its texts")
    if there.is_relative_to(here / "content") or here.is_relative_to(there):
        hint = f"make the new site elsewhere: sitegen init {there.parent / 'my-site'} --from {there}"
        raise _nothing_taken(former, "the new site would lie in the folder that is taken over", hint)
    remarks: list[Diagnostic] = []
    files = former_files(former, wants=wants, skipped=skipped_folder, remarks=remarks)
    adoption = adopt(tuple(files), today=today)
    if not adoption.texts:
        why = next((f": {left.path}: {left.reason}" for left in adoption.left_out), "")
        raise _nothing_taken(former, f"the folder holds no texts{why}", "texts are *.md and *.txt")
    return adoption, tuple(remarks)


def _nothing_taken(former: Path, message: str, hint: str) -> InputError:
    return InputError(Diagnostic("init-from", "error", str(former), None, None, message, hint), exit_code=2)


def _requirements(installs: str) -> str:
    if installs:
        return f"# What {WORKFLOW} installs.\n{installs}\n"
    return (
        f"# What {WORKFLOW} installs: write where sitegen comes from, for example\n"
        "# sitegen @ git+https://github.com/OWNER/sitegen@COMMIT\n"
    )


def _notes(git: Git, installs: str) -> Iterator[str]:
    if not installs:
        yield f"write into {REQUIREMENTS} where sitegen comes from, or {WORKFLOW} cannot install it"
    prefix = git.maybe("rev-parse", "--show-prefix")
    if prefix:
        yield f"GitHub reads workflows at the root of a repository alone: move {prefix}{WORKFLOW} there, and adapt it"
