"""A file of annotations: an edit adds, removes or changes its own lines, and reads as what was meant."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from sitegen.curate.annotation_text import (
    HEAD,
    with_annotations,
    with_selectors,
    without,
)
from sitegen.curate.record_yaml import EditProblem
from sitegen.model.annotation import Annotation, Selector
from sitegen.model.partial_date import PartialDate
from sitegen.model.yaml_text import quoted
from sitegen.source import read_annotations


def with_annotation(text: str, annotation: Annotation) -> str:
    return with_annotations(text, [annotation])


def with_selector(text: str, line: int, selector: Selector) -> str:
    return with_selectors(text, {line: selector})


ANN = Annotation(
    Selector("We won.", "she said: “", "” Then", 20),
    "correct",
    "speaker",
    "ann-lee",
    by="M. Hale",
    date=datetime.date(2026, 11, 30),
    why="The minutes, page 12.",
)
WRITTEN = """\
- exact: We won.
  prefix: "she said: “"
  suffix: "” Then"
  position: 20
  decision: correct
  speaker: ann-lee
  by: M. Hale
  date: 2026-11-30
  why: The minutes, page 12.
"""


def load(text: str) -> list[Any]:
    return YAML(typ="safe", pure=True).load(text) or []


def indented(text: str, by: str) -> str:
    return "".join(f"{by}{line}\n" for line in text.splitlines())


def at(position: int | None, exact: str = "x") -> Annotation:
    return Annotation(Selector(exact, position=position), "reject", "quote", "direct")


def test_a_new_file() -> None:
    assert with_annotation("", ANN) == f"{HEAD}\n{WRITTEN}"
    assert without(f"{HEAD}\n{WRITTEN}", [4]) == ""


ADDED = {
    "behind the one before it, in the manner of the file": (
        "# ours\n- exact: a\n  position: 3  # about\n  note: |\n    two\n\n    lines\n"
        "# late\n- exact: b\n  position: 40\n",
        "# ours\n- exact: a\n  position: 3  # about\n  note: |\n    two\n\n    lines\n"
        f"{WRITTEN}# late\n- exact: b\n  position: 40\n",
    ),
    "with blank lines between": (
        "- exact: a\n  position: 3\n    # a's\n\n# b's\n- exact: b\n  position: 40\n",
        f"- exact: a\n  position: 3\n    # a's\n\n{WRITTEN}\n# b's\n- exact: b\n  position: 40\n",
    ),
    "before all others, below the head": (
        "# head\n\n# b's\n- exact: b\n  position: 40\n- exact: c\n",
        f"# head\n\n{WRITTEN}# b's\n- exact: b\n  position: 40\n- exact: c\n",
    ),
    "before all others, where the head touches them": (
        "# head\n- exact: b\n  position: 40\n- exact: c\n",
        f"# head\n{WRITTEN}- exact: b\n  position: 40\n- exact: c\n",
    ),
    "no final line end": (
        "- exact: a\n- exact: b",
        f"- exact: a\n- exact: b\n{WRITTEN.removesuffix(chr(10))}",
    ),
    "indented members": (
        "---\n  - exact: a\n  -   exact: b\n      note: >\n        x\n\n\n# end\n",
        f"---\n  - exact: a\n  -   exact: b\n      note: >\n        x\n{indented(WRITTEN, '  ')}\n\n# end\n",
    ),
    "Windows line ends, and a mark at the head": (
        "\ufeff- exact: a\r\n- exact: b\r\n",
        "\ufeff- exact: a\r\n- exact: b\r\n" + WRITTEN.replace("\n", "\r\n"),
    ),
    "comments only": ("# none yet\n", f"# none yet\n\n{WRITTEN}"),
    "a hyphen on a line of its own, and an end mark": (
        "-\n  # c\n  exact: a\n- {exact: b,\n  position: 4}\n...\n",
        f"-\n  # c\n  exact: a\n- {{exact: b,\n  position: 4}}\n{WRITTEN}...\n",
    ),
}


@pytest.mark.parametrize("case", ADDED)
def test_added(case: str) -> None:
    text, expected = ADDED[case]
    made = with_annotation(text, ANN)
    assert made == expected
    line = made.replace("\r\n", "\n").split("\n").index(next(x for x in made.split("\n") if "We won" in x).rstrip("\r"))
    assert without(made, [line + 1]) == text or case == "comments only"


def test_several_go_to_their_places_at_once() -> None:
    text = "- exact: a\n  position: 10\n- exact: b\n  position: 20\n"
    made = with_annotations(text, [at(None, "end"), at(15, "m2"), at(5, "first"), at(12, "m1"), at(20, "b2")])
    assert [member["exact"] for member in load(made)] == ["first", "a", "m1", "m2", "b", "b2", "end"]


REMOVED = {
    "with its comments": (
        "# head\n- exact: a\n  note: x\n    # a's\n# b's\n# too\n- exact: b  # b's own\n  # inside\n  note: y\n"
        "   # b's last\n# c's\n- exact: c\n",
        [8],
        "# head\n- exact: a\n  note: x\n    # a's\n# c's\n- exact: c\n",
    ),
    "with a blank line": (
        "- exact: a\n\n# free\n\n- exact: b\n\n- exact: c\n",
        [5],
        "- exact: a\n\n# free\n\n- exact: c\n",
    ),
    "the last ones, no line end": ("- exact: a\n\n- exact: b\n- exact: c", [3, 4], "- exact: a"),
    "all of them": ("# who\n\n- exact: a\n\n- exact: b\n", [3, 5], "# who\n"),
    "on its second line": ("-\n  exact: a\n- exact: b\n", [2], "- exact: b\n"),
    "none": ("- exact: a\n# x\n", [2, 9], "- exact: a\n# x\n"),
    "Windows": ("# c\r\n- exact: a\r\n- exact: b\r\n", [3], "# c\r\n- exact: a\r\n"),
}


@pytest.mark.parametrize("case", REMOVED)
def test_removed(case: str) -> None:
    text, lines, expected = REMOVED[case]
    assert without(text, lines) == expected


MOVED = {
    "in the same marks, comments stay": (
        "- exact: 'a b'  # c\n  note: x\n  position: 1 # p\n  prefix: \"z\"\n",
        Selector("it's", "y", "s: ", 7),
        "- exact: 'it''s'  # c\n  note: x\n  position: 7 # p\n  prefix: \"y\"\n  suffix: \"s: \"\n",
    ),
    "blocks": (
        "- note: n\n  exact: >-\n    a\n    b\n\n  # c\n  suffix: |\n    s\n- exact: z\n",
        Selector("q", position=3),
        "- note: n\n  exact: q\n  position: 3\n\n  # c\n- exact: z\n",
    ),
    "an empty key": ("- exact: a\n  prefix:\n  suffix: # none\n", Selector("a", "p"), None),
}


@pytest.mark.parametrize("case", MOVED)
def test_selector(case: str) -> None:
    text, selector, expected = MOVED[case]
    made = with_selector(text, 1, selector)
    if expected is not None:
        assert made == expected
    found = load(made)[0]
    wanted = (selector.exact, selector.prefix, selector.suffix, selector.position)
    assert tuple(found.get(key) or "" for key in ("exact", "prefix", "suffix")) == wanted[:3]
    assert found.get("position") == wanted[3]
    assert with_selector(made, 1, selector) == made
    assert with_selector(text, 99, selector) == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[{exact: a}]\n", 1),
        ("\n\n{exact: a}\n", 3),
        ("exact: a\n", 1),
        ("- exact: a\n\tnote: b\n", 2),
        ("- exact: &x a\n- exact: *x\n", 1),
        ("- exact: a\n---\n- exact: b\n", 2),
        ("- exact: a\n-\n- exact: b\n", 2),
        ("- exact: a\n- ? exact\n  : b\n", 2),
        ("words\n", 1),
        ("- exact: 'a\n", 1),
        ("---\n...\n", 2),
        ("\x00", 1),
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text: str, line: int) -> None:
    with pytest.raises(EditProblem) as problem:
        with_annotation(text, ANN)
    assert problem.value.line in {line, line + 1}


def test_members_in_brackets_keep_their_selector() -> None:
    with pytest.raises(EditProblem) as problem:
        with_selector("- exact: a\n- {exact: b}\n", 2, Selector("c"))
    assert problem.value.line == 2


def test_long_texts_are_readable() -> None:
    note = Annotation(Selector("x"), "", "note", "One.\n\n- two: *three*\n- four", why="word " * 40 + "end")
    made = with_annotation("- exact: a\n- exact: b\n", note)
    assert "  note: |-\n    One.\n\n    - two: *three*\n    - four\n  why: >-\n    word word" in made
    assert max(map(len, made.splitlines())) <= 120


# Whatever can stand in a text, and what YAML might take for something else.
odd = st.sampled_from(
    "yes|no|~|null|1|1.5|0x1F|2026-01-01|- a|a: b|# c|a #b|? x|*a|&a x|!!str x|%x|@x|`x|'x|\"x|[a|{b|, c|---|...|: |\\|"
    "a\u2028b|\x85|\ufeff|\x00|\x07|\ud800|\r\n|\t|a\tb| x|x |a\n b|a\n\n\nb|\n|a\n|a\n\n| \n|\na|>|| |x  y|<<|=".split(
        "|"
    )
)
any_text = st.text(st.characters(codec=None), max_size=30)
long = st.lists(st.sampled_from(["harbour", "gate:", "#1", "-", "“We", "x", "it's", "\\"]), min_size=20, max_size=40)
texts = st.one_of(any_text, odd, st.lists(odd, max_size=4).map("\n".join), long.map(" ".join))
some = texts.filter(bool)


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    selector = Selector(draw(some), draw(texts), draw(texts), draw(st.none() | st.integers(0, 99)))
    facet = draw(st.sampled_from(["note", "speaker", "entity", "extent", "said", "translation"]))
    made = Annotation(selector, "", facet, draw(some), source=draw(texts))  # type: ignore[arg-type]
    if facet == "extent":
        made = replace(made, decision="correct", value="", parts=tuple(draw(st.lists(some, min_size=1, max_size=3))))
    if facet == "said":
        made = replace(made, value="", said=PartialDate(2024, 3), evidence=draw(texts))
    day = draw(st.none() | st.dates())
    return replace(made, by=draw(texts), why=draw(texts), date=day, proposed=draw(st.booleans()))


def meant(annotation: Annotation) -> dict[str, Any]:
    """Return the mapping that a reader of YAML finds in the member of ``annotation``."""
    parts = [*annotation.parts]
    value: Any = annotation.value or (parts[0] if len(parts) == 1 else parts)
    found: dict[str, Any] = {
        "exact": annotation.selector.exact,
        "prefix": annotation.selector.prefix,
        "suffix": annotation.selector.suffix,
        "decision": annotation.decision,
        annotation.facet: value,
        "evidence": annotation.evidence,
        "by": annotation.by,
        "why": annotation.why,
        "source": annotation.source,
    }
    found = {key: whole(value) for key, value in found.items() if value}
    if annotation.selector.position is not None:
        found["position"] = annotation.selector.position
    if annotation.date is not None:
        found["date"] = annotation.date
    if annotation.said is not None:
        found["said"] = str(annotation.said)
    return found | ({"proposed": True} if annotation.proposed else {})


def whole(value: Any) -> Any:
    if isinstance(value, list):
        return [whole(member) for member in value]
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in value)


COMMENTS = ["# one", "# two: x", "#three", "# - exact: no"]


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a file as somebody may have written it by hand."""
    by = draw(st.sampled_from(["", "  "]))
    loose = st.lists(st.sampled_from(["\n", *(f"{by}{comment}\n" for comment in COMMENTS)]), max_size=3).map("".join)
    text = draw(loose) + draw(st.sampled_from(["", "---\n"])) + draw(loose)
    for _ in range(draw(st.integers(0, 4))):
        style = draw(st.integers(0, 4))
        exact = ["word", quoted(draw(texts)), "'it''s'", ">-\n" + f"{by}    a\n{by}    b\n", "|\n" + f"{by}    x\n\n"][
            style
        ]
        behind = "" if style >= 3 else draw(st.sampled_from(["", "  # behind"]))
        keys = [f"exact: {exact}{behind}"]
        if draw(st.booleans()):
            keys.append(f"position: {draw(st.integers(0, 99))}")
        if draw(st.booleans()):
            keys.append(
                draw(st.sampled_from(["extent:\n" + f"{by}   - a\n{by}   - b", "note: a\n" + f"{by}     b", "why:"]))
            )
        lines = [key.removesuffix("\n") for key in keys]
        inner = f"\n{by}  "
        # Right behind a block it would be a part of it.
        deep = draw(st.sampled_from(["", f"{by}    # deep\n"])) if style < 3 or len(keys) > 1 else ""
        text += f"{by}- {inner.join(lines)}\n" + deep + draw(loose)
    return (text.removesuffix("\n") if draw(st.booleans()) else text).replace(
        "\n", draw(st.sampled_from(["\n", "\r\n", "\r"]))
    )


@settings(max_examples=100, deadline=None)
@given(files(), annotations())
def test_adding_says_what_was_meant_and_can_be_undone(text: str, annotation: Annotation) -> None:
    before = load(text)
    made = with_annotation(text, annotation)
    found = load(made)
    assert len(found) == len(before) + 1
    new = found.index(meant(annotation))
    rest = [*found[:new], *found[new + 1 :]]
    assert stripped(rest) == stripped(before)
    for comment in (*COMMENTS, "# behind", "# deep"):
        assert made.count(comment) >= text.count(comment)
    if before:
        # Only lines were added.
        old, rows = (value.replace("\r\n", "\n").replace("\r", "\n").split("\n") for value in (text, made))
        left = iter(rows)
        assert all(row in left for row in old)
        undone = without(made, [member_line(made, new)])
        assert [row for row in lines(undone) if row.strip()] == [row for row in lines(text) if row.strip()]


def lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").split("\n")


def member_line(text: str, number: int) -> int:
    from sitegen.curate.annotation_page import read_annotation_page

    page = read_annotation_page(text)
    return page.line(page.members[number].start)


def stripped(members: list[Any]) -> list[Any]:
    """A block at the end of a file has a last line end only where the file has one."""

    def strip(value: Any) -> Any:
        return value.rstrip("\n") if isinstance(value, str) else value

    return [{key: strip(value) for key, value in member.items()} for member in members]


@settings(max_examples=100, deadline=None)
@given(files(), st.data())
def test_removing_leaves_the_others(text: str, data: st.DataObject) -> None:
    before = load(text)
    gone = data.draw(st.sets(st.integers(0, max(0, len(before) - 1)))) if before else set()
    made = without(text, [member_line(text, number) for number in gone])
    kept = [member for number, member in enumerate(before) if number not in gone]
    assert stripped(load(made)) == stripped(kept)
    if not gone:
        assert made == text
    # What stands at the head is about the whole file.
    if text.startswith("#"):
        assert lines(made)[0] == lines(text)[0]


@settings(max_examples=100, deadline=None)
@given(files(), texts.filter(bool), texts, texts, st.none() | st.integers(0, 999), st.data())
def test_a_selector_written_anew_changes_nothing_else(
    text: str, exact: str, prefix: str, suffix: str, position: int | None, data: st.DataObject
) -> None:
    before = load(text)
    if not before:
        return
    number = data.draw(st.integers(0, len(before) - 1))
    made = with_selectors(text, {member_line(text, number): Selector(exact, prefix, suffix, position)})
    wanted = {"exact": exact, "prefix": prefix, "suffix": suffix}
    selector: dict[str, Any] = {key: whole(value) for key, value in wanted.items() if value}
    if position is not None:
        selector["position"] = position
    others = {key: value for key, value in before[number].items() if key not in {*wanted, "position"}}
    after = load(made)
    found = after.pop(number)
    assert {key: value for key, value in found.items() if key in {*wanted, "position"}} == selector
    assert stripped([{key: value for key, value in found.items() if key in others}]) == stripped([others])
    del before[number]
    assert stripped(after) == stripped(before)
    for comment in (*COMMENTS, "# deep"):
        assert made.count(comment) >= text.count(comment)


# What a reader takes as it is: no blanks at the ends, and in short texts none but single ones.
plain_words = texts.map(lambda text: " ".join(whole(text).split())).filter(bool)


@settings(max_examples=100, deadline=None)
@given(files(), plain_words, st.just("") | plain_words, plain_words, plain_words, st.none() | st.integers(0, 99))
def test_the_site_reads_what_was_added(
    text: str, exact: str, prefix: str, note: str, why: str, position: int | None
) -> None:
    annotation = Annotation(Selector(exact, prefix, "", position), "", "note", note, why=why, proposed=True)
    path = "content/a.annotations.yaml"

    def read(content: str) -> set[Annotation]:
        found, remarks = read_annotations(path, content.encode())
        assert not {remark.code for remark in remarks} & {"annotation-yaml", "annotation-list"}
        return {replace(each, line=1, column=None, path="") for each in found}

    found = read(with_annotation(text, annotation)) - read(text)
    assert found == {annotation}
