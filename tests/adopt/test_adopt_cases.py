"""Every file in ``tests/cases/adopt`` is a case: a title, a folder as its owner had it, and what becomes of it.

``file: PATH`` is a file of the folder, with its content in a block of four backticks below, or without where only the
name matters. All other lines are expected, ``key: value``; only the keys that a case names are compared, each with all
of its lines, and ``key: none`` expects nothing:

- ``generator``, ``title``, ``language``, ``separators``;
- ``text: ORIGIN > TARGET``, ``copy: ORIGIN > TARGET``;
- ``key: KEY | NUMBER OF TEXTS | OUTCOME``;
- ``left out: PATH | LINE | REASON``, the line ``-`` where there is none;
- ``remark: CODE | PATH | LINE | MESSAGE``;
- ``written: TARGET`` with a block below: the text as it is written, all of it.
"""

import datetime
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.adopt import Adoption, Found, adopt, skipped_folder, wants
from sitegen.source import article_id, read_article, read_page

CASES = sorted((Path(__file__).parents[1] / "cases" / "adopt").glob("*.md"))
TODAY = datetime.date(2026, 6, 1)
_LINE = re.compile(r"(?P<key>[a-z ]+): (?P<value>[^\n]+)\n(?:````\n(?P<block>.*?)````\n)?|\n+", re.DOTALL)


def check(adoption: Adoption, files: Sequence[Found]) -> None:
    """What holds for every outcome.

    Each file is accounted for once; the site reads each text, without an error and without a key that nothing reads.
    """
    check_account(adoption, [file.path for file in files])
    ids: set[tuple[bool, str]] = set()
    paths = [text.target for text in adoption.texts] + [copy.target for copy in adoption.copies]
    assert len({path.casefold() for path in paths}) == len(paths)
    for text in adoption.texts:
        page = text.target.startswith("pages/")
        read = read_page if page else read_article
        id_ = article_id(text.target.removeprefix("pages/") if page else text.target)
        article, notes = read(text.target, id_, text.content, language="en", timezone="UTC")
        refused = [n for n in notes if n.severity == "error" or n.code in {"front-matter-unknown-key", "slug-changed"}]
        assert refused == []
        assert article is not None
        assert (page, article.id) not in ids
        ids.add((page, article.id))
        assert not text.target.startswith(("people/", "organisations/", "places/", "/", "../"))
    lines = {
        f"content/{text.target}": text.content.count(b"\n") + text.content.count(b"\r") + 1 for text in adoption.texts
    }
    for remark in adoption.remarks:
        assert remark.severity == "warning"
        assert remark.hint
        assert remark.line is None or 0 < remark.line <= lines[remark.path]
    assert all(one.reason and one.hint for one in adoption.left_out)
    assert adoption.keys == tuple(sorted(adoption.keys, key=lambda note: (note.key.lower(), note.key, note.outcome)))


def check_account(adoption: Adoption, paths: Sequence[str]) -> None:
    """Each file is taken, copied, left out or the configuration that was read, and that once.

    A folder that is left out stands for as many of the files below it as it says, which nothing else accounts for.
    """
    alone = Counter(text.origin for text in adoption.texts) + Counter(copy.origin for copy in adoption.copies)
    alone += Counter(one.path for one in adoption.left_out if not one.path.endswith("/"))
    alone += Counter([adoption.configuration] if adoption.configuration else [])
    assert set(alone.values()) <= {1}
    assert alone.keys() <= set(paths)
    counted: Counter[str] = Counter()
    for one in adoption.left_out:
        if one.path.endswith("/"):
            number = re.search(r"\((\d+) files?\)$", one.reason)
            assert number
            counted[one.path] += int(number[1])
    assert counted == Counter("/".join((path.partition("/")[0], "")) for path in paths if path not in alone)


def facts(adoption: Adoption) -> dict[str, list[str]]:
    found = {
        "generator": [adoption.generator],
        "title": [adoption.title],
        "language": [adoption.language],
        "separators": [str(adoption.separators)],
        "text": [f"{text.origin} > {text.target}" for text in adoption.texts],
        "copy": [f"{copy.origin} > {copy.target}" for copy in adoption.copies],
        "key": [f"{note.key} | {note.texts} | {note.outcome}" for note in adoption.keys],
        "left out": [f"{one.path} | {one.line or '-'} | {one.reason}" for one in adoption.left_out],
        "remark": [f"{one.code} | {one.path} | {one.line or '-'} | {one.message}" for one in adoption.remarks],
    }
    return {key: [value for value in values if value] for key, values in found.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    title, _, rest = case.read_text("utf-8").partition("\n")
    assert title.startswith("# ")
    files: list[Found] = []
    expected: dict[str, list[str]] = {}
    written: dict[str, str] = {}
    end = 0
    while line := _LINE.match(rest, end):
        end = line.end()
        key, value, block = line["key"], line["value"], line["block"]
        if key == "file":
            assert wants(value) == (block is not None), value
            assert not any(map(skipped_folder, value.split("/")[:-1]))
            files.append(Found(value, None if block is None else block.encode()))
        elif key == "written":
            written[value] = block or ""
        elif key:
            expected.setdefault(key, []).append(value)
    assert end == len(rest), f"{case} does not have the form of a case: {rest[end : end + 60]!r}"
    adoption = adopt(files[::-1], today=TODAY)
    check(adoption, files)
    found = facts(adoption)
    for key, values in expected.items():
        assert found[key] == ([] if values == ["none"] else values), key
    texts = {text.target: text.content.decode() for text in adoption.texts}
    for target, content in written.items():
        assert texts[target] == content
