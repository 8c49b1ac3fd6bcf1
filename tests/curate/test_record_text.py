"""A record's text: an edit changes its own keys and nothing else, and reads as what was meant."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.curate.record_list import order
from sitegen.curate.record_text import line_of, new_text, rewritten
from sitegen.curate.record_yaml import EditProblem
from sitegen.model.entity import AuthorityRecord, Role
from sitegen.model.partial_date import PartialDate
from sitegen.source import read_record

PATH = "content/people/a.md"


def read(text: str) -> AuthorityRecord:
    found, remarks = read_record(PATH, "person", text.encode())
    assert found is not None, remarks
    return found


def edited(text: str, **changes: object) -> str:
    before = read(text)
    return rewritten(text, before, replace(before, **changes))  # type: ignore[arg-type]


CASES = {
    "a block list, with its comments": (
        "---\n# who\nname: Ann Lee   # so she signs\nid: ann-lee\nvariants:  # spellings\n  # in print\n"
        "  - 'Annie Lee'  # a friend's\n  - \"Ann  Leigh\"\n  # more to come\n# end\nborn:   1961\n---\n\nA *note*.\n",
        {"variants": ("Ann Leigh", "Annie Lee", "Anna Lee")},
        '---\n# who\nname: Ann Lee   # so she signs\nid: ann-lee\nvariants:  # spellings\n  - "Ann  Leigh"\n'
        "  - Anna Lee\n  # in print\n  - 'Annie Lee'  # a friend's\n  # more to come\n"
        "# end\nborn:   1961\n---\n\nA *note*.\n",
    ),
    "a list in brackets": (
        "---\nname: Ann Lee\nid: ann-lee\nvariants: [Zoe Lee, 'Ann: Lee']  # two\n---\n",
        {"variants": ("Zoe Lee", "Ann: Lee", "Lee, Ann", "Mia Lee")},
        "---\nname: Ann Lee\nid: ann-lee\nvariants: ['Ann: Lee', \"Lee, Ann\", Mia Lee, Zoe Lee]  # two\n---\n",
    ),
    "brackets with comments become lines": (
        "---\nname: Ann Lee\nid: ann-lee\nvariants: [Zoe Lee, # one\n  # above\n  Bea Lee]  # all\nborn: 1961\n---\n",
        {"variants": ("Zoe Lee", "Bea Lee", "Mia Lee")},
        "---\nname: Ann Lee\nid: ann-lee\nvariants:  # all\n  # above\n  - Bea Lee\n  - Mia Lee\n  - Zoe Lee  # one\n"
        "born: 1961\n---\n",
    ),
    "a single value becomes a list": (
        "---\nname: Ann Lee\nid: ann-lee\nvariants: Annie, of the quay  # hm\n---\n",
        {"variants": ("Annie, of the quay", "Mia Lee")},
        "---\nname: Ann Lee\nid: ann-lee\nvariants:\n  - Annie, of the quay  # hm\n  - Mia Lee\n---\n",
    ),
    "an empty key is filled": (
        "---\nname: Ann Lee\nid: ann-lee\nvariants:  # none yet\nnot: []\n---\n",
        {"variants": ("Mia Lee",), "never": ("Lee Street",)},
        "---\nname: Ann Lee\nid: ann-lee\nvariants:  # none yet\n  - Mia Lee\nnot: [Lee Street]\n---\n",
    ),
    "hyphens that are not indented": (
        "---\nname: Ann Lee\nid: ann-lee\nvariants:\n- Zoe Lee\nborn: 1961\n---\n",
        {"variants": ("Zoe Lee", "Mia Lee")},
        "---\nname: Ann Lee\nid: ann-lee\nvariants:\n- Mia Lee\n- Zoe Lee\nborn: 1961\n---\n",
    ),
    "new keys go to their place": (
        "---\nsuppress: false\nname: 'Ann Lee'\nborn: 1961\n---\nNote\n",
        {"name": "Mia Lee", "variants": ("Ann Lee",), "former_ids": ("z", "a"), "id": "ann-lee"},
        "---\nsuppress: false\nname: 'Mia Lee'\nid: ann-lee\nvariants:\n  - Ann Lee\nborn: 1961\nformer_ids:\n  - a\n"
        "  - z\n---\nNote\n",
    ),
    "Windows line ends, and a mark at the head": (
        "\ufeff---\r\nname: Ann Lee\r\nid: ann-lee\r\nvariants:\r\n  - Zoe Lee\r\n---\r\nOne\r\n\r\nTwo\r\n",
        {"variants": ("Zoe Lee", "Mia Lee")},
        "\ufeff---\r\nname: Ann Lee\r\nid: ann-lee\r\nvariants:\r\n  - Mia Lee\r\n  - Zoe Lee\r\n"
        "---\r\nOne\r\n\r\nTwo\r\n",
    ),
    "line ends of two kinds stay": (
        "---\r\nname: Ann Lee\nid: ann-lee\r\nborn: 1961\n---\nOne\r\nTwo\n",
        {"never": ("Lee Street",)},
        "---\r\nname: Ann Lee\nid: ann-lee\r\nborn: 1961\nnot:\r\n  - Lee Street\r\n---\nOne\r\nTwo\n",
    ),
    "folded values": (
        "---\nname: >\n  Ann\n  Lee\n\nvariants:\n  - |\n    Zoe Lee\n  - Bea\n    Lee\n---\n",
        {"name": "Mia Lee", "variants": ("Zoe Lee", "Bea Lee", "Ann Lee"), "id": "ann-lee"},
        "---\nname: Mia Lee\nid: ann-lee\n\nvariants:\n  - Ann Lee\n  - Bea Lee\n  - Zoe Lee\n---\n",
    ),
    "a member that goes leaves its comment": (
        "---\nname: Ann Lee\nid: ann-lee\nvariants:\n  - Mia Lee  # her stage name\n  - Zoe Lee\n---\n",
        {"name": "Mia Lee", "variants": ("Zoe Lee", "Ann Lee")},
        "---\nname: Mia Lee\nid: ann-lee\nvariants:\n  - Ann Lee\n  - Zoe Lee\n  # her stage name\n---\n",
    ),
    "roles behind those that are there": (
        "---\nname: Ann Lee\nid: ann-lee\nroles:\n  # first\n  - title: mayor  # of Portmere\n    from: 2001\n"
        "born: 1961\n---\n",
        {"roles": (Role("mayor", PartialDate(2001)), Role("pilot"), Role("clerk", None, PartialDate(2020, 5), "Port"))},
        "---\nname: Ann Lee\nid: ann-lee\nroles:\n  # first\n  - title: mayor  # of Portmere\n    from: 2001\n"
        '  - "pilot"\n  - {title: "clerk", to: 2020-05, organisation: "Port"}\nborn: 1961\n---\n',
    ),
    "roles in brackets": (
        "---\nname: Ann Lee\nid: ann-lee\nroles: [mayor]\n---\n",
        {"roles": (Role("mayor"), Role("pilot"))},
        '---\nname: Ann Lee\nid: ann-lee\nroles: [mayor, "pilot"]\n---\n',
    ),
    "a note": (
        "---\nname: Ann Lee\nid: ann-lee\n---",
        {"note": "She was *here*.", "suppress": True, "sensitive": True, "wikidata": "Q42"},
        "---\nname: Ann Lee\nid: ann-lee\nwikidata: Q42\nsuppress: true\nsensitive: true\n---\n\nShe was *here*.\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_edits(case: str) -> None:
    text, changes, expected = CASES[case]
    found = edited(text, **changes)
    assert found == expected
    wanted = replace(read(text), **changes)
    assert {k: sorted(v) if k in SORTED else v for k, v in fields(read(found)).items()} == {
        k: sorted(v) if k in SORTED else v for k, v in fields(wanted).items()
    }
    again = read(found)
    assert rewritten(found, again, again) == found


SORTED = {"variants", "never", "articles", "former_ids"}


def fields(record: AuthorityRecord) -> dict[str, object]:
    return {name: getattr(record, name) for name in AuthorityRecord.__slots__}


@pytest.mark.parametrize(
    "text",
    [
        "---\n{name: Ann Lee, id: ann-lee}\n---\n",
        "---\nname: Ann Lee\nid: ann-lee\n? not\n: [Lee Street]\n---\n",
    ],
)
def test_what_cannot_be_edited_safely_is_refused(text: str) -> None:
    with pytest.raises(EditProblem):
        edited(text, never=("Lee Street", "Lee Lane"))


def test_lines_of_keys() -> None:
    text = "---\r\nname: Ann Lee\r\n# born\r\nborn: 1961\r\n---\r\n"
    assert (line_of(text, "born"), line_of(text, "died"), line_of("{", "born")) == (4, None, None)


# Words that a record can say: visible, white space collapsed, and not empty.
visible = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\x85"), min_size=1, max_size=14)
words = visible.map(lambda text: " ".join(text.split())).filter(lambda text: text and text != "~")
tame = st.sampled_from(
    ["Ann Lee", "Mia Lee", "Zoe: Lee", "Lee, Ann", "#1", "no", "1961", "- x", "O'Neil", 'Al "X" Lee']
)
names = st.one_of(words, tame)
lists = st.lists(names, unique=True, max_size=5)
slugs = st.lists(st.sampled_from(["a", "b-1", "ann-lee", "2026/x"]), unique=True).map(tuple)
comments = st.sampled_from(["", "  # c", " # [x], - y: z"])
above = st.sampled_from(["", "# own line\n", "\n", "  # indented\n"])
dates = st.sampled_from([None, PartialDate(1961), PartialDate(1961, 4), PartialDate(1961, 4, 30)])


def scalar(text: str, style: int) -> str:
    if style == 0 and text.replace(" ", "").isalnum() and text[0].isalpha() and text.isascii():
        return text
    if style == 1 and text.isascii() and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    from sitegen.model.yaml_text import quoted

    return quoted(text)


@st.composite
def hand_written(draw: st.DrawFn) -> str:
    """Return the text of a record as somebody may have written it."""
    style = st.integers(0, 2)

    def listed(values: list[str]) -> str:
        form = draw(st.integers(0, 3))
        written = [scalar(value, draw(style)) for value in values]
        if form == 0:
            return f" [{', '.join(written)}]{draw(comments)}\n"
        if form == 1 and len(values) == 1:
            return f" {written[0]}{draw(comments)}\n"
        if form == 2 and values:
            inner = "".join(f"{value},{draw(comments)}\n    " for value in written)
            return f" [\n    {inner}]{draw(comments)}\n"
        indent = draw(st.sampled_from(["", "  ", "    "]))
        blank = st.sampled_from(["", f"{indent}# between\n", "\n"])
        return f"{draw(comments)}\n" + "".join(f"{draw(blank)}{indent}- {v}{draw(comments)}\n" for v in written)

    keys = {"name": f" {scalar(draw(names), draw(style))}{draw(comments)}\n"}
    if draw(st.booleans()):
        keys["id"] = " ann-lee\n"
    for key in ("variants", "not", "articles", "former_ids"):
        if draw(st.booleans()):
            keys[key] = listed(draw(lists))
    if draw(st.booleans()):
        keys["born"] = "   1950  # about\n"
    if draw(st.booleans()):
        keys["x_own"] = " {a: [1, 2]}\n"
    if draw(st.booleans()):
        keys["roles"] = draw(
            st.sampled_from([" mayor # x\n", "\n  - mayor\n", " [mayor]\n", "\n- title: mayor\n", "\n"])
        )
    chosen = draw(st.permutations(list(keys)))
    text = "---\n" + "".join(f"{draw(above)}{key}:{keys[key]}" for key in chosen) + "---\n"
    text += draw(st.sampled_from(["", "\nA note.\n", "Note: x\n---\nmore\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n", "\r"])))


@st.composite
def edits(draw: st.DrawFn) -> dict[str, object]:
    made: dict[str, object] = {}
    for key, values in (("variants", lists), ("never", lists), ("articles", slugs), ("former_ids", slugs)):
        if draw(st.booleans()):
            made[key] = draw(values)
    if draw(st.booleans()):
        made["name"] = draw(names)
    return made


@given(hand_written(), edits(), dates, st.booleans())
def test_an_edit_reads_as_what_was_meant_and_touches_nothing_else(
    text: str, changes: dict[str, object], born: PartialDate | None, role: bool
) -> None:
    before, _ = read_record(PATH, "person", text.encode())
    if before is None:
        return
    name = changes.get("name", before.name)
    if name != before.name:
        # A name is never dropped: it becomes a variant.
        changes["variants"] = [*changes.get("variants", []), before.name]  # type: ignore[misc]
    wanted = {
        key: tuple(sorted({*getattr(before, key), *value} - ({name} if key == "variants" else set()), key=order))
        if key != "name"
        else value
        for key, value in changes.items()
    }
    after = replace(before, **wanted)  # type: ignore[arg-type]
    after = replace(after, variants=tuple(v for v in after.variants if v != after.name))
    after = replace(after, born=before.born or born)
    if role:
        after = replace(after, roles=(*before.roles, Role("pilot", PartialDate(2001), None, "Port: [x]")))
    found = rewritten(text, before, after)
    back, remarks = read_record(PATH, "person", found.encode())
    assert back == after, remarks
    assert rewritten(found, back, after) == found
    if before == after:
        assert found == text
        return
    # Whatever is no part of a key that changed is there, character for character, in its order.
    changed = {key for key in AuthorityRecord.__slots__ if getattr(before, key) != getattr(after, key)}
    own = {"never": "not"}
    kept = untouched(text, {own.get(key, key) for key in changed} | {"id"})
    assert kept == untouched(found, {own.get(key, key) for key in changed} | {"id"})
    # No comment is lost.
    for comment in ("# c", "# [x], - y: z", "# own line", "# indented", "# between", "# about"):
        assert found.count(comment) >= text.count(comment)


def untouched(text: str, keys: set[str]) -> list[str]:
    """Return the lines outside of the values of ``keys``, blank ones and comments aside, and the whole body."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    head, body = normal.split("\n---\n", 1)
    lines, inside = [], False
    for line in head.split("\n"):
        if line[:1].isalpha() and ":" in line:
            inside = line.split(":")[0] in keys
        if not inside and line.strip() and not line.lstrip().startswith("#"):
            lines.append(line)
    return [*lines, body]


@given(names, lists, lists, slugs, dates)
def test_a_new_record_reads_as_what_was_meant(
    name: str, variants: list[str], never: list[str], former: tuple[str, ...], born: PartialDate | None
) -> None:
    record = AuthorityRecord(
        "ann-lee",
        PATH,
        "person",
        name,
        variants=tuple(sorted(set(variants) - {name}, key=order)),
        never=tuple(sorted(never, key=order)),
        former_ids=tuple(sorted(former, key=order)),
        born=born,
        note="A note.",
    )
    assert read(new_text(record)) == record
