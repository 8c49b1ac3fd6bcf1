"""The text of an authority record, edited: only the keys that change are written, all else stays as it is.

Positions come from the YAML library; an edit replaces the lines of one key. So comments, the order of keys, marks of
quotation and the note keep every character, and so do the line ends.
"""

from collections.abc import Sequence

from sitegen.curate.record_list import dash_column, one_line, with_list
from sitegen.curate.record_page import read_page
from sitegen.curate.record_yaml import EditProblem, in_its_marks
from sitegen.model.entity import AuthorityRecord, Role
from sitegen.model.yaml_text import quoted, yaml_text

_LISTS = {"variants": "variants", "not": "never", "articles": "articles", "former_ids": "former_ids"}
_SWITCHES = ("noindex", "suppress", "sensitive")
_WORDS = ("born", "died", "wikidata", "image", "image_alt", *_SWITCHES)


def new_text(record: AuthorityRecord) -> str:
    """Return the text of a new file for ``record``; the id is always written."""
    bare = AuthorityRecord("", record.path, record.kind, record.name)
    return rewritten(f"---\nname: {yaml_text(record.name)}\nid: {record.id}\n---\n", bare, record)


def rewritten(text: str, before: AuthorityRecord, after: AuthorityRecord) -> str:
    """Return ``text``, which says ``before``, so that it says ``after``; the id, which stays, is written explicitly.

    Lists that change are sorted; where the name changes, the former one is among the variants of ``after``. A note is
    written only where there was none; of roles only new ones are, behind those that are there. Raises EditProblem
    where the text is written in a way in which that cannot be done.
    """
    if before == after:
        return text
    if before.name != after.name:
        text = _with_word(text, "name", after.name)
    if not read_page(text).has("id"):
        text = _with_word(text, "id", after.id)
    for key, field in _LISTS.items():
        if getattr(before, field) != getattr(after, field):
            text = with_list(text, key, getattr(after, field))
    added = tuple(role for role in after.roles if role not in before.roles)
    if added:
        text = _with_roles(text, added)
    for key in _WORDS:
        old, new = (_said(record, key) for record in (before, after))
        if old != new and new:
            text = _with_word(text, key, new, as_is=key in {"born", "died", *_SWITCHES})
    return _with_note(text, after.note) if after.note != before.note else text


def line_of(text: str, key: str) -> int | None:
    """Return the 1-based line on which ``key`` stands, None where it does not, or where nobody can tell."""
    try:
        page = read_page(text)
    except EditProblem:
        return None
    return next((page.line(entry.start) for entry in page.entries if entry.key == key), None)


def _said(record: AuthorityRecord, key: str) -> str:
    value = getattr(record, key)
    return ("true" if value else "") if isinstance(value, bool) else "" if value is None else str(value)


def _with_word(text: str, key: str, value: str, *, as_is: bool = False) -> str:
    """Write a single value in the marks of quotation that the former had."""
    page = read_page(text)
    entry = page.entry(key)
    written = value if as_is else yaml_text(value)
    if entry is None:
        return page.with_new(key, f" {written}")
    if entry.shape == "empty":
        return page.put(entry.colon, max(entry.colon, entry.stop), f" {written}")
    if entry.shape != "scalar":
        raise EditProblem(f"“{key}” is no single value", page.line(entry.start))
    (leaf,) = entry.leaves
    return page.put(leaf.start, leaf.stop, in_its_marks(leaf, value) or written)


def _with_roles(text: str, roles: Sequence[Role]) -> str:
    """Write new roles behind those that are there."""
    page = read_page(text)
    entry = page.entry("roles")
    written = [_role(role) for role in roles]
    if entry is None:
        return page.with_new("roles", "".join(f"\n  - {role}" for role in written))
    if entry.shape == "list" and entry.flow:
        at = entry.stop - 1
        before = page.text[:at].rstrip()
        comma = "" if before.endswith(("[", ",")) else ", "
        return page.put(len(before) if "\n" not in page.text[len(before) : at] else at, at, comma + ", ".join(written))
    if entry.shape == "list":
        indent = " " * dash_column(page, entry)
        at = page.line_end(entry.stop)
        return page.put(at, at, "".join(f"\n{indent}- {role}" for role in written))
    indent = " " * (entry.column + 2)
    if entry.shape == "empty":
        at = page.line_end(max(entry.colon, entry.stop))
        blank = page.text[max(entry.colon, entry.stop) : at]
        return page.put(entry.colon, at, blank + "".join(f"\n{indent}- {role}" for role in written))
    if entry.shape == "scalar":
        (leaf,) = entry.leaves
        first = one_line(page, leaf)
        at = page.line_end(leaf.stop)
        lines = "".join(f"\n{indent}- {role}" for role in (first, *written))
        return page.put(entry.colon, at, page.text[leaf.stop : at] + lines)
    raise EditProblem("“roles” is no list", page.line(entry.start))


def _role(role: Role) -> str:
    """Return a role on one line."""
    if role == Role(role.title):
        return quoted(role.title)
    pairs = [f"title: {quoted(role.title)}"]
    pairs += [f"{key}: {day}" for key, day in (("from", role.since), ("to", role.until)) if day is not None]
    pairs += [f"organisation: {quoted(role.organisation)}"] if role.organisation else []
    return f"{{{', '.join(pairs)}}}"


def _with_note(text: str, note: str) -> str:
    """Write the note of a record that has none."""
    page = read_page(text)
    if page.text[page.body :].strip():
        raise EditProblem("the record has a note already", page.line(page.body))
    closed = page.text[: page.body].endswith("\n")
    return page.put(page.body, len(page.text), f"{'' if closed else chr(10)}\n{note}\n")
