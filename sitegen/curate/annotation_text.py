"""The text of a file of annotations, edited: members come and go, and all else keeps every character.

Positions come from the YAML library. Each edit is read again before it is returned: it says what was meant, and every
other member says what it said. So what cannot be edited safely is refused, however odd it is.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.curate.annotation_lines import SELECTOR, member_lines, said_by, selector_said, written
from sitegen.curate.annotation_page import AnnotationPage, Member, read_annotation_page
from sitegen.curate.edits import Edit, Expected, checked, first_safe
from sitegen.curate.record_yaml import EditProblem, Entry, in_its_marks
from sitegen.model.annotation import Annotation, Selector

HEAD = """\
# What people decided about the article of the same name, and what they noted beside it: one member each.
# Comments are kept. sitegen's docs/annotations.md explains every key; “sitegen annotations” lists and checks them.
"""
_COMMENT = re.compile(r"([ ]*)#")


def with_annotations(text: str, annotations: Iterable[Annotation]) -> str:
    """Return the file with a member for each annotation: behind the last one that does not stand later in the article.

    One without a position goes to the end. An empty text becomes a new file with a comment at its head. Raises
    EditProblem where the file is written in a way in which that cannot be done safely.
    """
    new = sorted(annotations, key=lambda one: (one.selector.position is None, one.selector.position or 0))
    if not new:
        return text
    if not text.strip("\ufeff \t\r\n"):
        text = f"{HEAD}\n"
        made = text + "\n\n".join(member_lines(annotation, 0) for annotation in new) + "\n"
        return checked(made, text, [(*_marked(annotation),) for annotation in new])
    page = read_annotation_page(text)
    by_gap: dict[int, list[Annotation]] = {}
    for annotation in new:
        by_gap.setdefault(_gap(page, annotation.selector.position), []).append(annotation)
    expected: list[Expected] = []
    for gap in range(len(page.members) + 1):
        expected += [_marked(annotation) for annotation in by_gap.get(gap, ())]
        expected += [(page.members[gap].said, False)] if gap < len(page.members) else []
    return first_safe(
        text, expected, lambda blocks: [_insertion(page, gap, some, blocks=blocks) for gap, some in by_gap.items()]
    )


def without(text: str, lines: Collection[int]) -> str:
    """Return the file without the members that stand on these 1-based lines, and without the comments on them.

    A comment belongs to the member right below it, or to the one above where it is indented further than its hyphen;
    a comment at the head of the file stays. A file that is left with nothing but the head of a new one becomes empty.
    """
    page = read_annotation_page(text)
    by_line = _by_line(page)
    gone = {by_line[line] for line in lines if line in by_line}
    if not gone:
        return text
    rows = page.text.split("\n")
    ended = rows[-1] == ""
    last = len(rows) - 1 if ended else len(rows)
    removed = [False] * last
    for number in sorted(gone):
        first, stop = _extent(page, number)
        start, end = page.line(first) - 1, page.line(stop)
        removed[start:end] = [True] * (end - start)
        _close_gap(rows, removed, start, end)
    made = page.put_all(_deletions(page, removed))
    if made.strip("\n") == HEAD.strip("\n"):
        return ""
    kept = [(member.said, False) for number, member in enumerate(page.members) if number not in gone]
    return checked(made, text, kept)


def with_selectors(text: str, selectors: Mapping[int, Selector]) -> str:
    """Return the file with the selectors of the members on these 1-based lines written anew: only what changes is."""
    page = read_annotation_page(text)
    by_line = _by_line(page)
    chosen = {by_line[line]: selector_said(selector) for line, selector in selectors.items() if line in by_line}
    expected: list[Expected] = []
    for number, member in enumerate(page.members):
        wanted = chosen.get(number)
        if wanted is None:
            expected.append((member.said, False))
        elif not member.entries:
            raise EditProblem("the annotation is not written as lines of “key: value”", page.line(member.start))
        else:
            others = tuple((key, value) for key, value in member.said if key not in SELECTOR)
            expected.append(((*wanted.items(), *others), True))

    def edits(blocks: bool) -> list[Edit]:
        every = ((page.members[number], wanted) for number, wanted in chosen.items())
        return [edit for member, wanted in every for edit in _selector_edits(page, member, wanted, blocks=blocks)]

    return first_safe(text, expected, edits)


def _marked(annotation: Annotation) -> Expected:
    return said_by(annotation), True


def _gap(page: AnnotationPage, position: int | None) -> int:
    """Return before which member something at ``position`` goes."""
    members = page.members
    if position is None:
        return len(members)
    places = [(number, member.position) for number, member in enumerate(members) if member.position is not None]
    before = [number for number, place in places if place <= position]
    if before:
        return before[-1] + 1
    return places[0][0] if places else len(members)


def _insertion(page: AnnotationPage, gap: int, annotations: Iterable[Annotation], *, blocks: bool) -> Edit:
    members = page.members
    column = members[0].column if members else 0
    new = [member_lines(annotation, column, blocks=blocks) for annotation in annotations]
    apart = "\n" if _is_airy(page) else ""
    if not members:
        at = len(page.text)
        ended = page.text.endswith("\n")
        before = ("" if ended else "\n") + ("" if page.text.endswith("\n\n") else "\n")
        return at, at, before + f"\n{apart}".join(new) + ("\n" if ended else "")
    if gap == 0:
        at = _extent(page, 0)[0]
        return at, at, "".join(f"{lines}\n{apart}" for lines in new)
    at = _extent(page, gap - 1)[1]
    return at, at, "".join(f"\n{apart}{lines}" for lines in new)


def _is_airy(page: AnnotationPage) -> bool:
    """Tell whether blank lines part the members; where there is no telling, they do."""
    between = zip(page.members, page.members[1:], strict=False)
    return all("\n\n" in page.text[one.stop : other.start] for one, other in between)


def _by_line(page: AnnotationPage) -> dict[int, int]:
    """Return the number of the member that stands on each 1-based line, comments above and below aside."""
    found = {}
    line, at = 1, 0
    for number, member in enumerate(page.members):
        line += page.text.count("\n", at, member.start)
        last = line + page.text.count("\n", member.start, member.stop)
        found.update(dict.fromkeys(range(line, last + 1), number))
        line, at = last, member.stop
    return found


def _extent(page: AnnotationPage, number: int) -> tuple[int, int]:
    """Return the offsets of a member and of the comments that belong to it, from line start to line end."""
    member = page.members[number]
    least = _behind_indented(page, page.members[number - 1]) + 1 if number else 0
    start = member.start
    while start > least and _comment(page, page.line_start(start - 1)) is not None:
        start = page.line_start(start - 1)
    # Right above the first member, yet at the head of the file, they are about all of it.
    return start if number or start else member.start, _behind_indented(page, member)


def _behind_indented(page: AnnotationPage, member: Member) -> int:
    """Return the end of the last line of a member and of the indented comments right behind it."""
    stop = member.stop
    while stop < len(page.text) and (_comment(page, stop + 1) or 0) > member.column:
        stop = page.line_end(stop + 1)
    return stop


def _comment(page: AnnotationPage, start: int) -> int | None:
    """Return how far the comment on the line that begins at ``start`` is indented, None where there is none."""
    found = _COMMENT.match(page.text, start)
    return len(found[1]) if found else None


def _close_gap(rows: list[str], removed: list[bool], start: int, end: int) -> None:
    """Where blank lines are left on both sides of what goes, one of them goes as well."""
    above = next((row for row in range(start - 1, -1, -1) if not removed[row]), None)
    below = next((row for row in range(end, len(removed)) if not removed[row]), None)
    blank_above = above is None or not rows[above].strip()
    if not blank_above or (below is not None and rows[below].strip()):
        return
    chosen = above if above is not None else below
    if chosen is not None:
        removed[chosen] = True


def _deletions(page: AnnotationPage, removed: list[bool]) -> Iterator[Edit]:
    """Yield the runs of lines that go; with the last line of a file that does not end, the line end before it."""
    starts = [0, *(match.end() for match in re.finditer("\n", page.text))]
    row = 0
    while row < len(removed):
        first = row
        while row < len(removed) and removed[row]:
            row += 1
        if row > first and row < len(starts):
            yield starts[first], starts[row], ""
        elif row > first:
            yield max(0, starts[first] - 1), len(page.text), ""
        row += 1


def _selector_edits(page: AnnotationPage, member: Member, wanted: Mapping[str, str], *, blocks: bool) -> Iterator[Edit]:
    """Yield what changes of the four keys; one that is new comes behind the one before it."""
    said = dict(member.said)
    entries = {entry.key: entry for entry in member.entries}
    behind = member.entries[0]
    new: dict[int, str] = {}
    for key in SELECTOR:
        value, entry = wanted[key], entries.get(key)
        if entry is None:
            if value:
                at = page.line_end(max(behind.stop, behind.colon))
                indent = " " * behind.column
                new[at] = f"{new.get(at, '')}\n{indent}{key}: {written(key, value, behind.column, blocks=blocks)}"
            continue
        if said.get(key, "") == value:
            behind = entry
        elif value:
            yield _value_edit(page, entry, key, value, blocks=blocks)
            behind = entry
        else:
            yield _without_key(page, member, entry)
    yield from ((at, at, lines) for at, lines in new.items())


def _value_edit(page: AnnotationPage, entry: Entry, key: str, value: str, *, blocks: bool) -> Edit:
    """Return the edit of one value, in the marks of quotation that the former had."""
    made = written(key, value, entry.column, blocks=blocks)
    if entry.shape == "empty":
        return entry.colon, max(entry.colon, entry.stop), f" {made}"
    if entry.shape != "scalar":
        raise EditProblem(f"“{key}” is no single value", page.line(entry.start))
    (leaf,) = entry.leaves
    made = in_its_marks(leaf, value) or made
    stop = len(page.text[: leaf.stop].rstrip(" \n")) if leaf.style in {"|", ">"} else leaf.stop
    return leaf.start, stop, made


def _without_key(page: AnnotationPage, member: Member, entry: Entry) -> Edit:
    """Return the edit that takes a key out."""
    if entry.start == member.entries[0].start:
        # The hyphen stands before it.
        return entry.colon, max(entry.colon, entry.stop), ' ""'
    start = page.line_start(entry.start) - 1
    return start, page.line_end(max(entry.colon, entry.stop)), ""
