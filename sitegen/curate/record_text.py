"""The text of an authority record, edited: only the keys that change are written, all else stays as it is.

Positions come from the YAML library; an edit replaces the lines of one key. So comments, the order of keys, marks of
quotation and the note keep every character, and so do the line ends.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.curate.record_yaml import EditProblem, Entry, Leaf, read_entries
from sitegen.model.entity import AuthorityRecord, Role
from sitegen.model.person_name import fold
from sitegen.model.yaml_text import quoted, yaml_text

# The order in which new keys are written.
ORDER = tuple(
    """name id variants born died roles wikidata image image_alt not articles former_ids noindex suppress""".split()
)
_LISTS = {"variants": "variants", "not": "never", "articles": "articles", "former_ids": "former_ids"}
_WORDS = ("born", "died", "wikidata", "image", "image_alt", "noindex", "suppress")
# Longer lists in square brackets go on in lines.
_WIDEST = 100
# As source/frontmatter.py reads them.
_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def order(text: str) -> tuple[str, str]:
    """Return what lists are sorted by: the folded words, then the words themselves."""
    return fold(text), text


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
    if not _page(text).has("id"):
        text = _with_word(text, "id", after.id)
    for key, field in _LISTS.items():
        if getattr(before, field) != getattr(after, field):
            text = _with_list(text, key, getattr(after, field))
    added = tuple(role for role in after.roles if role not in before.roles)
    if added:
        text = _with_roles(text, added)
    for key in _WORDS:
        old, new = (_said(record, key) for record in (before, after))
        if old != new and new:
            text = _with_word(text, key, new, as_is=key in {"born", "died", "noindex", "suppress"})
    return _with_note(text, after.note) if after.note != before.note else text


def line_of(text: str, key: str) -> int | None:
    """Return the 1-based line on which ``key`` stands, None where it does not, or where nobody can tell."""
    try:
        page = _page(text)
    except EditProblem:
        return None
    return next((page.line(entry.start) for entry in page.entries if entry.key == key), None)


def _said(record: AuthorityRecord, key: str) -> str:
    value = getattr(record, key)
    return ("true" if value else "") if isinstance(value, bool) else "" if value is None else str(value)


@dataclass(frozen=True, slots=True)
class _Page:
    """A file taken apart. ``text`` has LF as line ends and no byte order mark; ``offsets`` lead back to ``raw``.

    The keys stand between the offsets ``start`` and ``stop`` of ``text``, the note from ``body`` on.
    """

    raw: str
    text: str
    offsets: Sequence[int]
    start: int
    stop: int
    body: int
    entries: tuple[Entry, ...]

    def has(self, key: str) -> bool:
        """Tell whether ``key`` is written, whatever its value."""
        return any(entry.key == key for entry in self.entries)

    def entry(self, key: str) -> Entry | None:
        """Return where ``key`` stands."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def line(self, offset: int) -> int:
        """Return the 1-based line of an offset."""
        return self.text.count("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return the offset of the end of the line, its line end left out."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found

    def put(self, start: int, stop: int, new: str) -> str:
        """Return the file with ``new`` in place of ``text[start:stop]``, in the file's own line ends."""
        ends = re.search(r"\r\n?|\n", self.raw)
        if ends is not None and ends[0] != "\n":
            new = new.replace("\n", ends[0])
        return f"{self.raw[: self.offsets[start]]}{new}{self.raw[self.offsets[stop] :]}"

    def with_new(self, key: str, value: str) -> str:
        """Return the file with a new key at its place; ``value`` is what stands behind the colon."""
        ranks = {name: rank for rank, name in enumerate(ORDER)}
        earlier = [entry for entry in self.entries if ranks.get(entry.key, len(ORDER)) < ranks[key]]
        column = " " * (self.entries[0].column if self.entries else 0)
        indented = value.replace("\n", f"\n{column}")
        line = f"{column}{key}:{indented}\n"
        if not earlier:
            return self.put(self.start, self.start, line)
        last = max(earlier, key=lambda entry: ranks[entry.key])
        at = self.line_end(last.stop) + 1
        # A comment that is indented further than the keys belongs to the value above it.
        while at < self.stop and re.match(rf"[ ]{{{last.column + 1},}}#", self.text[at : self.line_end(at)]):
            at = self.line_end(at) + 1
        return self.put(at, at, line)


def _page(raw: str) -> _Page:
    """Take a file apart; raises EditProblem where no keys stand at its head."""
    offsets: Sequence[int]
    skipped = 1 if raw.startswith("\ufeff") else 0
    if "\r" in raw:
        places = [match.start() for match in re.finditer(r"\r\n?|[^\r]", raw)][skipped:]
        offsets = [*places, len(raw)]
        text = re.sub(r"\r\n?", "\n", raw[skipped:])
    else:
        text = raw[skipped:]
        offsets = range(skipped, len(raw) + 1)
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        raise EditProblem("the file does not begin with keys between two lines “---”", 1)
    start, stop = opening.end(), closing.start()
    return _Page(raw, text, offsets, start, stop, closing.end(), read_entries(text, start, stop))


def _with_word(text: str, key: str, value: str, *, as_is: bool = False) -> str:
    """Write a single value in the marks of quotation that the former had."""
    page = _page(text)
    entry = page.entry(key)
    written = value if as_is else yaml_text(value)
    if entry is None:
        return page.with_new(key, f" {written}")
    if entry.shape == "empty":
        return page.put(entry.colon, max(entry.colon, entry.stop), f" {written}")
    if entry.shape != "scalar":
        raise EditProblem(f"“{key}” is no single value", page.line(entry.start))
    (leaf,) = entry.leaves
    if leaf.style == '"':
        written = quoted(value)
    elif leaf.style == "'" and quoted(value).replace('\\"', '"') == f'"{value}"':
        written = "'" + value.replace("'", "''") + "'"
    return page.put(leaf.start, leaf.stop, written)


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of a list, its source on one line, with the comments above it and behind it."""

    value: str
    source: str
    above: tuple[str, ...] = ()
    behind: str = ""

    @property
    def comments(self) -> tuple[str, ...]:
        """All comments, from the first to the last."""
        return (*self.above, self.behind) if self.behind else self.above


def _with_list(text: str, key: str, values: Iterable[str]) -> str:
    """Write a sorted list; members that stay are written as they were, and no comment is lost."""
    wanted = sorted(dict.fromkeys(values), key=order)
    page = _page(text)
    entry = page.entry(key)
    if entry is None:
        return page.with_new(key, "\n" + "\n".join(f"  - {yaml_text(value)}" for value in wanted) if wanted else " []")
    first, members, below = _members(page, entry)
    if [member.value for member in members] == wanted:
        return text
    marked = bool(members) and all(member.source.startswith('"') for member in members)
    known = {member.value: member for member in reversed(members)}
    chosen = []
    for value in wanted:
        flow = entry.flow and not marked and yaml_text(value) == value and not set(value) & set(",:?")
        source = value if flow else quoted(value) if entry.flow or marked else yaml_text(value)
        chosen.append(known.get(value) or _Member(value, source))
    dropped = [member for member in members if member not in chosen]
    below = (*below, *(comment for member in dropped for comment in member.comments))
    stop = max(page.line_end(entry.stop), entry.colon)
    short = f" [{', '.join(member.source for member in chosen)}]"
    flat = not below and not any(member.comments for member in chosen)
    if flat and (not chosen or (entry.flow and len(entry.key) + len(short) < _WIDEST)):
        return page.put(entry.colon, stop, short + first)
    in_lines = entry.shape == "list" and not entry.flow
    indent = " " * (_dash_column(page, entry) if in_lines else entry.column + 2)
    lines = []
    for member in chosen:
        lines += [f"{indent}{comment}" for comment in member.above]
        lines.append(f"{indent}- {member.source}" + (f"  {member.behind}" if member.behind else ""))
    lines += [f"{indent}{comment}" for comment in below]
    return page.put(entry.colon, stop, "\n".join((first or ("" if chosen else " []"), *lines)))


def _dash_column(page: _Page, entry: Entry) -> int:
    """Return how far the list's hyphens are indented."""
    start = page.text.rfind("\n", 0, entry.leaves[0].start) + 1
    line = page.text[start : entry.leaves[0].start]
    return len(line) - len(line.lstrip(" ")) if line.lstrip(" ").startswith("-") else entry.column + 2


def _members(page: _Page, entry: Entry) -> tuple[str, tuple[_Member, ...], tuple[str, ...]]:
    """Return the comment on the key's own line with the blanks before it, the members, and the comments below them."""
    if entry.shape == "other" or any(not leaf.plain for leaf in entry.leaves):
        raise EditProblem(f"“{entry.key}” is no list of words", page.line(entry.start))
    leaves = entry.leaves if entry.shape != "empty" else ()
    ends = max(page.line_end(entry.stop), entry.colon)
    starts = [*(leaf.start for leaf in leaves), ends]
    stops = [entry.colon if leaves or entry.shape != "empty" else max(entry.colon, entry.stop)]
    stops += [leaf.stop for leaf in leaves]
    gaps = [page.text[stop:start] for stop, start in zip(stops, starts, strict=True)]
    first, *rest = gaps[0].split("\n")
    key_comment, above = _comment(page, entry, first), _comments(page, entry, rest)
    blanks = re.search(r"\s*$", first.split("#", 1)[0]) if key_comment else None
    head = f"{(blanks[0] if blanks else '') or '  '}{key_comment}" if key_comment else ""
    members = []
    for number, leaf in enumerate(leaves):
        same, *further = gaps[number + 1].split("\n")
        behind = _comment(page, entry, same)
        closed = entry.flow and "]" in same.split("#", 1)[0]
        if closed and behind and not head:
            # Behind the closing bracket it is about the whole list.
            head, behind = f"  {behind}", ""
        members.append(_Member(leaf.value, _source(page, leaf), above, behind))
        above = _comments(page, entry, further)
    if not leaves and entry.flow and len(gaps[0].split("\n")) == 1 and key_comment:
        head = f"  {key_comment}"
    seen: dict[str, _Member] = {}
    for member in members:
        if member.value in seen:
            kept = seen[member.value]
            seen[member.value] = replace(kept, above=(*kept.above, *member.comments))
        else:
            seen[member.value] = member
    # A member without words is nothing: its comments stay.
    empty = seen.pop("", None)
    return head, tuple(seen.values()), (*(empty.comments if empty else ()), *above)


def _source(page: _Page, leaf: Leaf) -> str:
    written = page.text[leaf.start : leaf.stop]
    return yaml_text(leaf.value) if "\n" in written or leaf.style in {"|", ">"} else written


def _comments(page: _Page, entry: Entry, lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, (_comment(page, entry, line) for line in lines)))


def _comment(page: _Page, entry: Entry, line: str) -> str:
    """Return the comment in what stands between the members of a list."""
    signs, sharp, words = line.partition("#")
    if signs.strip(" \t-,[]"):
        raise EditProblem(f"“{entry.key}” is written in an unusual way", page.line(entry.start))
    return f"{sharp}{words}".rstrip()


def _with_roles(text: str, roles: Sequence[Role]) -> str:
    """Write new roles behind those that are there."""
    page = _page(text)
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
        indent = " " * _dash_column(page, entry)
        at = page.line_end(entry.stop)
        return page.put(at, at, "".join(f"\n{indent}- {role}" for role in written))
    indent = " " * (entry.column + 2)
    if entry.shape == "empty":
        at = page.line_end(max(entry.colon, entry.stop))
        blank = page.text[max(entry.colon, entry.stop) : at]
        return page.put(entry.colon, at, blank + "".join(f"\n{indent}- {role}" for role in written))
    if entry.shape == "scalar":
        (leaf,) = entry.leaves
        first = _Member(leaf.value, _source(page, leaf)).source
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
    page = _page(text)
    if page.text[page.body :].strip():
        raise EditProblem("the record has a note already", page.line(page.body))
    closed = page.text[: page.body].endswith("\n")
    return page.put(page.body, len(page.text), f"{'' if closed else chr(10)}\n{note}\n")
