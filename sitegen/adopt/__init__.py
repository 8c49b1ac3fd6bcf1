"""Texts of another generator, or of none, as the content of a site: nothing is lost, nothing is invented. Pure."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.adopt.account import Account
from sitegen.adopt.adoption import Adopted, Adoption, Copied, Found, KeyNote, LeftOut
from sitegen.adopt.configuration import language_in, title_in
from sitegen.adopt.destination import Refusal, split
from sitegen.adopt.former_site import former_site
from sitegen.adopt.former_text import read_text
from sitegen.adopt.kinds import is_passed_over, told_apart
from sitegen.adopt.layout import Layout, layout_of, reserved
from sitegen.adopt.pair import HeadProblem
from sitegen.adopt.settings import Setting, read_settings, settings_for
from sitegen.adopt.suffixes import skipped_folder, wants
from sitegen.adopt.taking import take
from sitegen.adopt.targets import Targets

__all__ = ["Adopted", "Adoption", "Copied", "Found", "KeyNote", "LeftOut", "adopt", "skipped_folder", "wants"]


def adopt(files: Sequence[Found], *, today: datetime.date) -> Adoption:
    """Return what becomes of the files of a folder: texts, copies, and an account of all that was not taken.

    Texts that their generator would not show on ``today`` become drafts. The order of ``files`` does not matter.
    """
    account = Account()
    ordered = sorted(files, key=lambda file: file.path)
    # Eleventy's configuration is hidden, and so tells which generator it is before it is passed over.
    site = former_site([file for file in ordered if not is_passed_over(file.path) or "/" not in file.path])
    if site.problem is not None:
        reason = f"title and language of the site were not taken from it: {site.problem.message}"
        account.leave_out(site.configuration, reason, site.problem.hint, site.problem.line)
    kinds = told_apart(ordered, site, account)
    settings = read_settings(site, (*kinds.texts, *kinds.keys), today)
    for setting in settings:
        account.setting(setting, 0)
    inside = (*(file.path for file in kinds.texts), *kinds.copies)
    layout = layout_of(site, [path.removeprefix(site.root) for path in inside])
    targets = Targets()
    texts = tuple(_texts(kinds.texts, settings, layout, targets, account, today))
    return Adoption(
        generator=site.generator,
        title=title_in(site.values),
        language=language_in(site.values),
        configuration=site.configuration if site.problem is None else "",
        texts=texts,
        copies=tuple(_copies(kinds.copies, layout, _homes(texts, layout), targets, account)),
        keys=account.key_notes(),
        left_out=account.left_out(),
        remarks=account.remarks(),
        separators=account.separators,
    )


def _texts(
    files: Iterable[Found],
    settings: Sequence[Setting],
    layout: Layout,
    targets: Targets,
    account: Account,
    today: datetime.date,
) -> Iterator[Adopted]:
    for file in files:
        below = file.path.removeprefix(layout.site.root)
        try:
            text = read_text(file, generator=layout.site.generator, today=today)
        except HeadProblem as problem:
            account.leave_out(file.path, problem.message, problem.hint, problem.line)
            continue
        place = layout.place(below, dated=bool(text.fields.date))
        if isinstance(place, Refusal):
            account.leave_out(file.path, place.reason, place.hint)
            continue
        decisive = settings_for(settings, below, text.head.pairs)
        place = replace(place, draft=place.draft or any(setting.withheld for setting in decisive))
        if adopted := take(text, place, targets, account):
            for setting in decisive:
                account.setting(setting, 1)
            yield adopted


def _homes(texts: Iterable[Adopted], layout: Layout) -> Mapping[str, str]:
    """Return the new folders of those with an ``index.md`` and other files, by their former ones below the root."""
    root = layout.site.root
    places = ((split(text.origin.removeprefix(root))[0], split(text.target)[0]) for text in texts)
    return {former: folder for former, folder in places if former in layout.full}


def _copies(
    paths: Iterable[str], layout: Layout, homes: Mapping[str, str], targets: Targets, account: Account
) -> Iterator[Copied]:
    for path in paths:
        wanted = layout.copy(path.removeprefix(layout.site.root), homes)
        if top := reserved(wanted, page=bool(layout.site.generator) and wanted.startswith("pages/")):
            wanted = f"{top}-articles{wanted[len(top) :]}"
        target = targets.file(wanted)
        if target != wanted:
            message = f"{path} was to be {wanted}, but another file is there"
            account.warn("adopted-elsewhere", target, None, message, "correct the links to it")
        yield Copied(path, target)
