"""The ledger's file: read whole, written whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.ledger import NAME, ledger_lines
from sitegen.model.ledger import Ledger
from sitegen.shell.reader import unreadable


def ledger_content(folder: Path) -> bytes:
    """Return the content of the ledger of the site in ``folder``, empty where there is none.

    Raises InputError where it is no file or cannot be read: a site without its memory must not be published.
    """
    path = folder / NAME
    try:
        if path.is_symlink() or (path.exists() and not path.is_file()):
            message, hint = f"{NAME} is no file", "move it away, or put the file itself here"
            raise InputError(Diagnostic("ledger-damaged", "error", NAME, None, None, message, hint))
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise InputError(unreadable(NAME, error)) from None


def write_ledger(folder: Path, ledger: Ledger) -> bool:
    """Write the ledger of the site in ``folder``, and tell whether the file changed.

    The former file is there until the new one is complete. Raises OSError.
    """
    content = ledger_lines(ledger)
    if (folder / NAME).is_file() and (folder / NAME).read_bytes() == content:
        return False
    _write(folder, content)
    return True


def restore_ledger(folder: Path, content: bytes) -> None:
    """Put the file back to what ``ledger_content`` returned before. Raises OSError."""
    if content:
        _write(folder, content)
    else:
        (folder / NAME).unlink(missing_ok=True)


def _write(folder: Path, content: bytes) -> None:
    beside = folder / f".{NAME}.{os.getpid()}"
    try:
        beside.write_bytes(content)
        beside.replace(folder / NAME)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
