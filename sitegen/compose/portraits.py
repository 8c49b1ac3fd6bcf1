"""The pictures of authority records: which can be shown, and where they are copied to."""

import posixpath
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from sitegen.compose.permalinks import entity_folder
from sitegen.diagnostics import Diagnostic
from sitegen.model.entity import AuthorityRecord
from sitegen.model.picture import Picture

_SUFFIXES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


@dataclass(frozen=True, slots=True)
class Portrayed:
    """A picture of somebody or something: where it is copied to, below the output folder, and what it shows."""

    address: str
    alt: str
    picture: Picture


def portrait_of(record: AuthorityRecord, assets: Collection[str]) -> str:
    """Return the path of the picture that ``record`` names, one of ``assets``; "" where it cannot be shown.

    Such a picture lies beside the record, or below its folder.
    """
    if not record.image:
        return ""
    folder = posixpath.dirname(record.path)
    path = posixpath.normpath(posixpath.join(folder, record.image))
    beside = path.startswith(f"{folder}/") and path.lower().endswith(_SUFFIXES)
    return path if beside and path in assets else ""


def portrait_address(record: AuthorityRecord, asset: str) -> str:
    """Return where the picture of a record is copied to, below the output folder: beside the page."""
    return entity_folder(record.kind, record.id) + posixpath.basename(asset)


def portraits(records: Iterable[AuthorityRecord], assets: Collection[str]) -> dict[str, str]:
    """Return the pictures of ``records``: their paths by the addresses that they are copied to."""
    found = ((record, portrait_of(record, assets)) for record in records)
    return {portrait_address(record, asset): asset for record, asset in found if asset}


def portrait_remarks(records: Iterable[AuthorityRecord], assets: Collection[str]) -> Iterator[Diagnostic]:
    """Yield a warning for each picture that cannot be shown, or that says nothing to those who cannot see it."""
    for record in records:
        if not record.image:
            continue
        if not portrait_of(record, assets):
            message = f"the picture “{record.image[:100]}” cannot be shown: no such picture lies beside this record"
            hint = "put the file there, or below that folder: .jpg, .png, .gif, .webp, .avif or .svg"
            yield Diagnostic("picture-missing", "warning", record.path, None, None, message, hint)
        elif not record.image_alt:
            message = "the picture has no image_alt: those who cannot see it learn nothing"
            hint = "say in a sentence what it shows: “image_alt: She stands on a quay.”"
            yield Diagnostic("picture-alt", "warning", record.path, None, None, message, hint)
