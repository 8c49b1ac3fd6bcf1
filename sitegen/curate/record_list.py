"""A list of a record, edited: members that stay are written as they were, and no comment is lost."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitegen.curate.record_page import RecordPage, read_page
from sitegen.curate.record_yaml import EditProblem, Entry, Leaf
from sitegen.model.person_name import fold
from sitegen.model.yaml_text import quoted, yaml_text

# Longer lists in square brackets go on in lines.
_WIDEST = 100


def order(text: str) -> tuple[str, str]:
    """Return what lists are sorted by: the folded words, then the words themselves."""
    return fold(text), text


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


def with_list(text: str, key: str, values: Iterable[str]) -> str:
    """Write a sorted list; members that stay are written as they were, and no comment is lost."""
    wanted = sorted(dict.fromkeys(values), key=order)
    page = read_page(text)
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
    indent = " " * (dash_column(page, entry) if in_lines else entry.column + 2)
    lines = []
    for member in chosen:
        lines += [f"{indent}{comment}" for comment in member.above]
        lines.append(f"{indent}- {member.source}" + (f"  {member.behind}" if member.behind else ""))
    lines += [f"{indent}{comment}" for comment in below]
    return page.put(entry.colon, stop, "\n".join((first or ("" if chosen else " []"), *lines)))


def dash_column(page: RecordPage, entry: Entry) -> int:
    """Return how far the list's hyphens are indented."""
    start = page.text.rfind("\n", 0, entry.leaves[0].start) + 1
    line = page.text[start : entry.leaves[0].start]
    return len(line) - len(line.lstrip(" ")) if line.lstrip(" ").startswith("-") else entry.column + 2


def _members(page: RecordPage, entry: Entry) -> tuple[str, tuple[_Member, ...], tuple[str, ...]]:
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
        members.append(_Member(leaf.value, one_line(page, leaf), above, behind))
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


def one_line(page: RecordPage, leaf: Leaf) -> str:
    """Return a value as it is written, or anew where it takes several lines."""
    written = page.text[leaf.start : leaf.stop]
    return yaml_text(leaf.value) if "\n" in written or leaf.style in {"|", ">"} else written


def _comments(page: RecordPage, entry: Entry, lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, (_comment(page, entry, line) for line in lines)))


def _comment(page: RecordPage, entry: Entry, line: str) -> str:
    """Return the comment in what stands between the members of a list."""
    signs, sharp, words = line.partition("#")
    if signs.strip(" \t-,[]"):
        raise EditProblem(f"“{entry.key}” is written in an unusual way", page.line(entry.start))
    return f"{sharp}{words}".rstrip()
