"""``sitegen.toml`` → Settings, with a line and a hint for every mistake."""

import dataclasses
import difflib
import re
import tomllib
import typing
import zoneinfo
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec

from sitegen.diagnostics import Diagnostic, InputError, errors, line_and_column
from sitegen.model.described import described
from sitegen.model.language_code import is_language_code
from sitegen.model.settings import PolicySettings, Settings
from sitegen.model.web_address import is_web_address
from sitegen.shell.configuration_file import toml_value
from sitegen.shell.page_folders import mistakes, mistakes_on_disk, normal

NAME = "sitegen.toml"

# msgspec names types as Python does; the users of a configuration file need not know Python.
_TYPE = re.compile(r"`(\w+)`")
_KINDS = {
    "str": "a text in quotation marks",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}
_MOST_CHARACTERS = 1_000_000_000
_Place = tuple[int | None, int | None]
_NOWHERE: _Place = (None, None)


def read_settings(folder: Path, *, base_url: str = "") -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Read the configuration of the site in ``folder``; ``base_url`` is its address where the file names none.

    Returns the settings and warnings (an unknown key, no ``base_url``). Raises InputError with exit code 2 where
    the file is missing, is no TOML, or holds a value that cannot be used.
    """
    path = folder / NAME
    try:
        # Anything but a file, such as a pipe, could keep a build waiting for ever.
        if path.exists() and not path.is_file():
            raise _refused("config-unreadable", _NOWHERE, f"{NAME} is no file", "move it away, and write one")
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        hint = "run sitegen in the folder of a site, or name that folder"
        raise _refused("config-missing", _NOWHERE, f"there is no {NAME} in {folder}", hint) from None
    except UnicodeDecodeError as error:
        raise _refused("config-encoding", _NOWHERE, f"not UTF-8: {error.reason}", "save the file as UTF-8") from None
    except OSError as error:
        raise _refused("config-unreadable", _NOWHERE, str(error.strerror), "make the file readable") from None
    settings, remarks = parse_settings(text, base_url=base_url)
    wrong = [
        _remark(code, "error", _place(text, "pages.folders"), f"pages.folders: {message}", hint)
        for code, message, hint in mistakes_on_disk(folder, settings.pages.folders)
    ]
    if wrong:
        raise InputError(*remarks, *wrong, exit_code=2)
    return settings, remarks


def page_folders(folder: Path, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the folders of pages that the configuration of a site names, be they there or not.

    ``otherwise`` stands in where the configuration cannot be read.
    """
    path = folder / NAME
    try:
        return parse_settings(path.read_text("utf-8-sig"))[0].pages.folders if path.is_file() else otherwise
    except (OSError, ValueError, InputError):
        return otherwise


def parse_settings(text: str, *, base_url: str = "") -> tuple[Settings, tuple[Diagnostic, ...]]:
    """Turn the text of a configuration file into settings; see ``read_settings``."""
    try:
        table = tomllib.loads(text)
    except RecursionError:
        raise _refused("config-syntax", _NOWHERE, "the values are nested too deeply", "write plain lists") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        place = (int(found[1]), int(found[2])) if found else _end(text)
        raise _refused("config-syntax", place, str(error), 'strings need quotation marks: title = "News"') from None
    remarks = [*_unknown(table, Settings, "", text)]
    known = {key: value for key, value in table.items() if key in _fields(Settings)}
    try:
        settings = msgspec.convert(known, Settings)
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `$.")
        key = where.rstrip("`").partition("[")[0]
        message = _TYPE.sub(lambda found: _KINDS.get(found[1], found[1]), message)
        raise _refused("config-type", _place(text, key), f"{key}: {message}", _form(key)) from None
    folders = tuple(map(normal, settings.pages.folders))
    pages = dataclasses.replace(settings.pages, folders=folders)
    settings = dataclasses.replace(settings, base_url=settings.base_url or base_url, pages=pages)
    remarks.extend(_check(settings, text))
    wrong = errors(remarks)
    if wrong:
        raise InputError(*wrong, exit_code=2)
    return settings, tuple(remarks)


def _check(settings: Settings, text: str) -> Iterator[Diagnostic]:
    if not settings.title.strip():
        place = _place(text, "title")
        yield _remark("config-title", "error", place, "title: it is empty", 'write title = "On the record"')
    if not is_language_code(settings.language):
        message = f"language: {settings.language!r} is no language code"
        yield _remark("config-language", "error", _place(text, "language"), message, 'write it like "en" or "pt-BR"')
    if not 0 < settings.nlp.max_chars <= _MOST_CHARACTERS:
        message = f"nlp.max_chars: it must lie between 1 and {_MOST_CHARACTERS:,}"
        yield _remark("config-range", "error", _place(text, "nlp.max_chars"), message, "leave it out: 1,000,000")
    if not settings.base_url:
        hint = 'add base_url = "https://…/" with the address at which the site will stand'
        yield _remark(
            "base-url-missing", "warning", _NOWHERE, "no base_url: no feeds, no sitemap, no canonical links", hint
        )
    elif not _is_address(settings.base_url):
        place = _place(text, "base_url")
        yield _remark(
            "base-url-invalid",
            "error",
            place,
            f"base_url: {settings.base_url!r} is no web address",
            'write it like "https://example.org/site/"',
        )
    try:
        zoneinfo.ZoneInfo(settings.timezone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        place = _place(text, "timezone")
        yield _remark(
            "timezone-unknown",
            "error",
            place,
            f"timezone: {settings.timezone!r} is not known",
            'use a name of the IANA database, like "Europe/London"',
        )
    if settings.nlp.weights and not re.fullmatch(r"[0-9a-fA-F]{32}", settings.nlp.weights):
        yield _remark(
            "nlp-weights",
            "error",
            _place(text, "nlp.weights"),
            f"nlp.weights: {settings.nlp.weights!r} is no digest of a model",
            "copy the 32 hexadecimal digits that the site's about page shows, or leave it out",
        )
    if settings.quotes.pages not in {"auto", "all", "none"}:
        place = _place(text, "quotes.pages")
        yield _remark(
            "quotes-pages",
            "error",
            place,
            f"quotes.pages: {settings.quotes.pages!r} is not known",
            'write "auto", "all" or "none"',
        )
    if settings.search.quotations not in {"auto", "all", "pages"}:
        place = _place(text, "search.quotations")
        yield _remark(
            "search-quotations",
            "error",
            place,
            f"search.quotations: {settings.search.quotations!r} is not known",
            'write "auto", "all" or "pages"',
        )
    if settings.reports.to and not _is_reachable(settings.reports.to):
        place = _place(text, "reports.to")
        message = f"reports.to: {settings.reports.to!r} is no place to report to"
        hint = 'write it like "https://github.com/user/repo/issues/new" or "mailto:desk@example.org"'
        yield _remark("reports-to", "error", place, message, hint)
    for name, wish in (("organisations", settings.organisations), ("places", settings.places)):
        if wish.pages not in {"auto", "records", "none"}:
            place, message = _place(text, f"{name}.pages"), f"{name}.pages: {wish.pages!r} is not known"
            yield _remark("entity-pages", "error", place, message, 'write "auto", "records" or "none"')
        if wish.mentions < 1:
            place, message = _place(text, f"{name}.mentions"), f"{name}.mentions: it must be 1 or more"
            hint = f'for no pages at all write pages = "none" under [{name}]'
            yield _remark("config-range", "error", place, message, hint)
    yield from _check_policy(settings.policy, text)
    if settings.cards.pages not in {"all", "articles", "none"}:
        place, message = _place(text, "cards.pages"), f"cards.pages: {settings.cards.pages!r} is not known"
        yield _remark("cards-pages", "error", place, message, 'write "all", "articles" or "none"')
    for message, hint in mistakes(settings.pages.folders):
        place = _place(text, "pages.folders")
        yield _remark("pages-folder", "error", place, f"pages.folders: {message}", hint)


def _check_policy(policy: PolicySettings, text: str) -> Iterator[Diagnostic]:
    for key, rule, known in (
        ("unknown_speakers", policy.unknown_speakers, ("allow", "forbid")),
        ("orphans", policy.orphans, ("allow", "harmless", "forbid")),
    ):
        if rule not in known:
            place, message = _place(text, f"policy.{key}"), f"policy.{key}: {rule!r} is not known"
            yield _remark("policy-rule", "error", place, message, f"write {' or '.join(map(_quoted, known))}")
    for key, number, free in (
        ("machine_share", policy.machine_share, "1.0"),
        ("min_confidence", policy.min_confidence, "0.0"),
    ):
        # So written, it also refuses what TOML calls nan.
        if not 0 <= number <= 1:
            place, message = _place(text, f"policy.{key}"), f"policy.{key}: it must lie between 0 and 1"
            yield _remark("config-range", "error", place, message, f"half is 0.5; leave it out for {free}: no limit")


def _quoted(word: str) -> str:
    return f'"{word}"'


def _form(key: str) -> str:
    """Return a hint with an example of a dotted key, or of a table."""
    for table in described(Settings()):
        if key == table.name:
            return f"write its keys below a line [{key}]"
        for known in table.keys:
            if key == f"{table.name}.{known.name}".lstrip("."):
                return f"write it like {known.name} = {toml_value(known.example)}"
    return "sitegen explain config-type says more"


def _is_address(text: str) -> bool:
    """Tell whether ``text`` is an address at which a site can stand."""
    try:
        url = urlsplit(text)
        port = url.port
    except ValueError:
        return False
    return url.scheme in {"http", "https"} and bool(url.hostname) and port != 0 and not url.query and not url.fragment


def _is_reachable(text: str) -> bool:
    """Tell whether ``text`` is the address of a form on the web, over https, or of a mailbox."""
    if text.startswith("mailto:"):
        return re.fullmatch(r"mailto:[^\s@?&#<>\"]+@[^\s@?&#<>\"]+(?:\?[^\s#<>\"]*)?", text) is not None
    return text.startswith("https://") and is_web_address(text) and "#" not in text


def _fields(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _unknown(table: dict[str, Any], kind: Any, prefix: str, text: str) -> Iterator[Diagnostic]:
    known = _fields(kind)
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, 1, 0.6)
            hint = f"did you mean {prefix}{near[0]}?" if near else f"known here: {', '.join(sorted(known))}"
            place = _place(text, prefix + key)
            yield _remark("config-unknown-key", "warning", place, f"unknown key {prefix}{key}", hint)
        elif isinstance(value, dict) and dataclasses.is_dataclass(known[key]):
            yield from _unknown(value, known[key], f"{key}.", text)


def _place(text: str, key: str) -> _Place:
    """Return the line and column at which a dotted key is set, as far as a look at the text can tell."""
    table, _, name = key.rpartition(".")
    start = 0
    if table:
        header = re.search(rf"^\s*\[\s*{re.escape(table)}\s*\]", text, re.MULTILINE)
        start = header.end() if header else 0
    key_or_table = rf"^[ \t]*(?:\"?(?P<key>{re.escape(name)})\"?\s*[=.]|\[\s*(?P<table>{re.escape(name)})\b)"
    found = re.compile(key_or_table, re.MULTILINE).search(text, start)
    if found:
        return line_and_column(text, max(found.start("key"), found.start("table")))
    # An inline table, or a dotted key.
    return _place(text, table) if table else _NOWHERE


def _end(text: str) -> _Place:
    """Return the last line with something on it: what is never closed is missed at the end of the file."""
    return line_and_column(text, len(text.rstrip()))


def _remark(code: str, severity: Any, place: _Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code, severity, NAME, *place, message, hint)


def _refused(code: str, place: _Place, message: str, hint: str) -> InputError:
    return InputError(_remark(code, "error", place, message, hint), exit_code=2)
