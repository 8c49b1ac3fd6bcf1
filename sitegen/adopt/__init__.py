"""Texts of another generator, or of none, as the content of a site: nothing is lost, nothing is invented. Pure."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.adopt.account import Account
from sitegen.adopt.adoption import Adopted, Adoption, Copied, KeyNote, LeftOut
from sitegen.adopt.folder_data import account_of
from sitegen.adopt.found import Found
from sitegen.adopt.generator import find_origin
from sitegen.adopt.kinds import Kinds, is_passed_over, told_apart
from sitegen.adopt.layout import Layout, layout_of, reserved
from sitegen.adopt.place import Refusal, split
from sitegen.adopt.problem import HeadProblem
from sitegen.adopt.reading import read_text
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
    origin = find_origin([file for file in ordered if not is_passed_over(file.path) or "/" not in file.path])
    if origin.problem is not None:
        reason = f"title and language of the site were not taken from it: {origin.problem.message}"
        account.leave_out(origin.configuration, reason, origin.problem.hint, origin.problem.line)
    kinds = told_apart((file for file in ordered if not is_passed_over(file.path)), origin, account)
    inside = (*(file.path for file in kinds.texts), *kinds.copies)
    layout = layout_of(origin, (path.removeprefix(origin.root) for path in inside))
    targets = Targets()
    texts = tuple(_texts(kinds, layout, targets, account, today))
    _account_for_data(kinds, texts, account)
    return Adoption(
        generator=origin.generator,
        title=origin.title,
        language=origin.language,
        texts=texts,
        copies=tuple(_copies(kinds.copies, layout, _homes(texts, layout), targets, account)),
        keys=account.key_notes(),
        left_out=account.left_out(),
        remarks=account.remarks(),
        separators=account.separators,
    )


def _texts(kinds: Kinds, layout: Layout, targets: Targets, account: Account, today: datetime.date) -> Iterator[Adopted]:
    root, generator = layout.origin.root, layout.origin.generator
    for file in kinds.texts:
        try:
            reading = read_text(file, kinds.data, generator=generator, today=today)
        except HeadProblem as problem:
            account.leave_out(file.path, problem.message, problem.hint, problem.line)
            continue
        place = layout.place(file.path.removeprefix(root), dated=bool(reading.fields.date))
        if isinstance(place, Refusal):
            account.leave_out(file.path, place.reason, place.hint)
        elif text := take(reading, place, targets, account):
            yield text


def _homes(texts: Iterable[Adopted], layout: Layout) -> Mapping[str, str]:
    """Return the new folders of those with an ``index.md`` and other files, by their former ones below the root."""
    root = layout.origin.root
    places = ((split(text.origin.removeprefix(root))[0], split(text.target)[0]) for text in texts)
    return {former: folder for former, folder in places if former in layout.full}


def _copies(
    paths: Iterable[str], layout: Layout, homes: Mapping[str, str], targets: Targets, account: Account
) -> Iterator[Copied]:
    for path in paths:
        wanted = layout.copy(path.removeprefix(layout.origin.root), homes)
        if top := reserved(wanted, page=bool(layout.origin.generator) and wanted.startswith("pages/")):
            wanted = f"{top}-articles{wanted[len(top) :]}"
        target = targets.file(wanted)
        if target != wanted:
            message = f"{path} was to be {wanted}, but another file is there"
            account.warn("adopted-elsewhere", target, None, message, "correct the links to it")
        yield Copied(path, target)


def _account_for_data(kinds: Kinds, texts: Iterable[Adopted], account: Account) -> None:
    paths = [text.origin for text in texts]
    for given in kinds.data:
        count = sum(path.startswith(given.scope) for path in paths)
        account.leave_out(given.path, account_of(given, count), "write the keys into the texts themselves")
