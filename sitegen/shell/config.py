"""``sitegen.toml`` → Settings, with a line and a hint for every mistake."""

import dataclasses
import difflib
import re
import tomllib
import zoneinfo
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from sitegen.diagnostics import Diagnostic, InputError, errors
from sitegen.model.settings import Settings

NAME = "sitegen.toml"


def read_settings(folder: Path) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Read the configuration of the site in ``folder``.

    Returns the settings and warnings (an unknown key, no ``base_url``). Raises InputError with exit code 2 where
    the file is missing, is no TOML, or holds a value that cannot be used.
    """
    path = folder / NAME
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        hint = "run sitegen in the folder of a site, or name it: sitegen build SITE_DIR"
        raise _refused("config-missing", None, f"there is no {NAME} in {folder}", hint) from None
    except UnicodeDecodeError as error:
        raise _refused("config-encoding", None, f"not UTF-8: {error.reason}", "save the file as UTF-8") from None
    except OSError as error:
        raise _refused("config-unreadable", None, str(error.strerror), "make the file readable") from None
    return parse_settings(text)


def parse_settings(text: str) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Turn the text of a configuration file into settings; see ``read_settings``."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        line = int(found[1]) if found else None
        raise _refused("config-syntax", line, str(error), 'strings need quotation marks: title = "News"') from None
    remarks = [*_unknown(table, Settings, "", text)]
    known = {key: value for key, value in table.items() if key in _fields(Settings)}
    try:
        settings = msgspec.convert(known, Settings)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `$.")
        key = where.rstrip("`")
        hint = "see the commented example in the documentation"
        raise _refused("config-type", _line(text, key), f"{key}: {message}", hint) from None
    remarks.extend(_check(settings, text))
    wrong = errors(remarks)
    if wrong:
        raise InputError(*wrong, exit_code=2)
    return settings, tuple(remarks)


def _check(settings: Settings, text: str) -> Iterator[Diagnostic]:
    url = urlsplit(settings.base_url)
    if not settings.base_url:
        hint = 'add base_url = "https://…/" with the address at which the site will stand'
        yield _remark("base-url-missing", "warning", None, "no base_url: no canonical links, feeds or sitemap", hint)
    elif url.scheme not in {"http", "https"} or not url.netloc or url.query or url.fragment:
        line = _line(text, "base_url")
        yield _remark(
            "base-url-invalid",
            "error",
            line,
            f"base_url: {settings.base_url!r} is no web address",
            'write it like "https://example.org/site/"',
        )
    try:
        zoneinfo.ZoneInfo(settings.timezone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        line = _line(text, "timezone")
        yield _remark(
            "timezone-unknown",
            "error",
            line,
            f"timezone: {settings.timezone!r} is not known",
            'use a name of the IANA database, like "Europe/London"',
        )
    if settings.quotes.pages not in {"auto", "all", "none"}:
        line = _line(text, "quotes.pages")
        yield _remark(
            "quotes-pages",
            "error",
            line,
            f"quotes.pages: {settings.quotes.pages!r} is not known",
            'write "auto", "all" or "none"',
        )


def _fields(kind: Any) -> dict[str, Any]:
    return {field.name: field.type for field in dataclasses.fields(kind)}


def _unknown(table: dict[str, Any], kind: Any, prefix: str, text: str) -> Iterator[Diagnostic]:
    known = _fields(kind)
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1, 0.6)
            hint = f"did you mean {prefix}{near[0]}?" if near else f"known here: {', '.join(sorted(known))}"
            line = _line(text, prefix + key)
            yield _remark("config-unknown-key", "warning", line, f"unknown key {prefix}{key}", hint)
        elif isinstance(value, dict) and dataclasses.is_dataclass(known[key]):
            yield from _unknown(value, known[key], f"{key}.", text)


def _line(text: str, key: str) -> int | None:
    """Return the line on which a dotted key is set, as far as a look at the text can tell."""
    table, _, name = key.rpartition(".")
    start = 0
    if table:
        header = re.search(rf"^\s*\[\s*{re.escape(table)}\s*\]", text, re.MULTILINE)
        start = header.end() if header else 0
    found = re.search(rf"^\s*\"?{re.escape(name)}\"?\s*[=.]|^\s*\[\s*{re.escape(name)}\b", text[start:], re.MULTILINE)
    return text.count("\n", 0, start + found.end()) + 1 if found else None


def _remark(code: str, severity: Any, line: int | None, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, severity, NAME, line, None, message, hint)


def _refused(code: str, line: int | None, message: str, hint: str) -> InputError:
    return InputError(_remark(code, "error", line, message, hint), exit_code=2)
