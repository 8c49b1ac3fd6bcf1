"""Annotations from other programs, and readers' reports: what each becomes."""

import base64
import datetime
import json
import quopri
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.diagnostics import InputError
from sitegen.intake import Offered, Proposal, read_offered
from sitegen.model.annotation import Annotation, Selector

QUOTE = {"type": "TextQuoteSelector", "exact": "We won.", "prefix": "said: “", "suffix": "” Then"}
PLACE = {"type": "TextPositionSelector", "start": 7, "end": 14}
PAGE = "https://packet.example/articles/2026/ferry/"
REPORT = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "Annotation",
    "motivation": "questioning",
    "target": {"source": PAGE, "selector": [QUOTE, PLACE]},
    "sitegen:article": "2026/ferry",
    "sitegen:quotation": "q-12",
    "sitegen:build": "abc",
}
LETTER = f"""\
What is wrong with this quotation: who said it, the words, or something else?

It was Ann Lee,
not her sister.

Quotation: {PAGE}#q-12

Please leave the lines below: they tell the editors which words are meant.

{json.dumps(REPORT, ensure_ascii=False, separators=(",", ":"))}
"""


def offered(value: Any, name: str = "a.json") -> Offered:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return read_offered(name, text.encode())


def said(value: Any, name: str = "a.json") -> list[dict[str, Any]]:
    """Return what is offered, each without what is as in every annotation."""
    plain = Annotation(Selector(""), "", "note")
    made = []
    for proposal in offered(value, name).proposals:
        annotation = proposal.annotation
        assert annotation.proposed
        assert annotation.path == name
        skipped = {"selector", "proposed", "path", "line"}
        names = [field for field in Annotation.__slots__ if field not in skipped]
        made.append(
            {name: getattr(annotation, name) for name in names if getattr(annotation, name) != getattr(plain, name)}
        )
    return made


def row(text: str = "", tags: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    made = {
        "id": "xY1",
        "uri": PAGE,
        "text": text,
        "tags": list(tags),
        "user": "acct:mhale@hypothes.is",
        "created": "2026-11-29T22:00:00.1+00:00",
        "updated": "2026-11-30T08:00:00+00:00",
        "target": [{"source": PAGE, "selector": [{"type": "RangeSelector", "endOffset": 3}, PLACE, QUOTE]}],
    }
    return made | more


def test_hypothesis() -> None:
    found = offered({"total": 1, "rows": [row("Is it?")]})
    assert found.diagnostics == ()
    # Its offsets count in the page, and are left out.
    assert found.proposals == (
        Proposal(
            Annotation(
                Selector("We won.", "said: “", "” Then"),
                "",
                "note",
                "Is it?",
                by="mhale",
                date=datetime.date(2026, 11, 30),
                source="https://hypothes.is/a/xY1",
                proposed=True,
                path="a.json",
            ),
            PAGE,
        ),
    )


BASE = {"by": "mhale", "date": datetime.date(2026, 11, 30), "source": "https://hypothes.is/a/xY1"}


@pytest.mark.parametrize(
    ("tags", "text", "expected"),
    [
        (("speaker:ann-lee",), "", [{"decision": "correct", "facet": "speaker", "value": "ann-lee"}]),
        (("Speaker: Ann  Lee",), "See\np. 2", [{"facet": "speaker", "value": "Ann Lee", "why": "See p. 2"}]),
        (("entity:ann-lee",), "", [{"decision": "correct", "facet": "entity", "value": "ann-lee"}]),
        (
            ("Person", "entity:ann-lee"),
            "",
            [{"decision": "add", "facet": "mention", "value": "person", "entity": "ann-lee"}],
        ),
        (("organization",), "", [{"decision": "add", "facet": "mention", "value": "organisation"}]),
        (
            ("kind:Direct", "via:packet"),
            "",
            [{"facet": "via", "value": "packet"}, {"facet": "kind", "value": "direct"}],
        ),
        (
            ("quote:mixed", "speaker:a", "via:b"),
            "",
            [{"decision": "add", "facet": "quote", "value": "mixed", "speaker": "a", "via": "b"}],
        ),
        (
            ("not-speaker:bo", "urgent"),
            "No",
            [{"decision": "reject", "facet": "speaker", "value": "bo", "why": "No (tags: urgent)"}],
        ),
        (("kind:odd", "speaker:", "not-kind:direct"), "", [{"value": "Tags: kind:odd, speaker:, not-kind:direct"}]),
        (("a", "b", "a"), "So.", [{"value": "So.\n\nTags: a, b"}]),
    ],
)
def test_tags_are_decisions(tags: tuple[str, ...], text: str, expected: list[dict[str, Any]]) -> None:
    found = said({"rows": [row(text, tags)]})
    assert len(found) == len(expected)
    for made, wanted in zip(found, expected, strict=True):
        shared = {"decision": "correct"} if wanted.get("facet") else {}
        assert made == BASE | shared | wanted


def test_replies_highlights_and_page_notes() -> None:
    reply = row("I agree", id="r", references=["xY1"], target=[{"source": PAGE}], user_info={"display_name": "Bo Lee"})
    note = row("All of it", id="p", target=[{"source": PAGE}])
    found = offered({"rows": [row("Hm"), reply, row(id="h"), note]})
    assert [(p.annotation.by, p.annotation.selector.exact) for p in found.proposals] == [
        ("mhale", "We won."),
        ("Bo Lee", "We won."),
        ("mhale", ""),
    ]
    assert [(remark.code, remark.severity) for remark in found.diagnostics] == [("import-silent", "info")]


def web(*bodies: Any, **more: Any) -> dict[str, Any]:
    target = {"source": PAGE, "selector": {"type": "RangeSelector", "refinedBy": [QUOTE, PLACE]}}
    return {"@context": "x", "type": "Annotation", "id": "#7", "body": list(bodies), "target": target} | more


RECOGITO = web(
    {"type": "TextualBody", "purpose": "commenting", "value": "Hm.", "creator": {"id": "u", "name": "Bo"}},
    {"type": "TextualBody", "purpose": "tagging", "value": "Place", "created": "2026-01-02T03:04:05Z"},
    {"purpose": "identifying", "source": {"id": "https://gazetteer.example/9", "label": "Saltmere"}},
)


def test_recogito() -> None:
    expected = [
        {
            "decision": "add",
            "facet": "mention",
            "value": "place",
            "entity": "Saltmere",
            "why": "Hm.",
            "by": "Bo",
            "date": datetime.date(2026, 1, 2),
        }
    ]
    for form in (
        RECOGITO,
        [RECOGITO],
        {"type": "AnnotationPage", "items": [RECOGITO]},
        {"type": "AnnotationCollection", "first": {"items": [RECOGITO]}, "last": "https://a.example/2"},
        {"@graph": [RECOGITO]},
        f"{json.dumps(RECOGITO)}\n\n{json.dumps(REPORT | {'type': 'X', 'motivation': 'x'})}\n",
    ):
        assert said(form) == expected
    assert offered(RECOGITO).proposals[0].annotation.selector == Selector("We won.", "said: “", "” Then")


def test_other_bodies() -> None:
    assert said(web(bodyValue="So.", id="https://a.example/1", creator="https://a.example/users/ann%20lee")) == [
        {"value": "So.", "source": "https://a.example/1", "by": "ann lee"}
    ]
    html = {"type": "TextualBody", "format": "text/html", "value": "<p>One &amp; <b>two</b></p><script>x</script>"}
    assert said(web(html, creator=[{"id": "mailto:bo@a.example"}])) == [{"value": "One & two", "by": "bo"}]
    page = {"purpose": "identifying", "source": "https://packet.example/people/ann-lee/"}
    assert said(web(page))[0]["value"] == "ann-lee"
    two = [{"source": PAGE, "selector": [QUOTE]}, {"source": PAGE, "selector": [QUOTE | {"exact": "b"}]}]
    assert [p.annotation.selector.exact for p in offered(web(bodyValue="x", target=two)).proposals] == ["We won.", "b"]
    assert offered(web(bodyValue="x", target=PAGE)).proposals[0].target == PAGE


def test_what_the_program_said_itself_is_left_out() -> None:
    own = web(motivation="describing") | {"body": {"id": "q", "type": "schema:Quotation"}}
    found = offered({"type": "AnnotationPage", "items": [own, own]})
    assert found.proposals == ()
    assert [(remark.code, remark.severity) for remark in found.diagnostics] == [("import-own", "info")]


def report(content: bytes, name: str) -> Proposal:
    (found,) = read_offered(name, content).proposals
    return found


def mail(body: bytes, *headers: str, kind: str = "text/plain") -> bytes:
    head = ["From: Ann Lee <ann@a.example>", "Date: Mon, 30 Nov 2026 09:00:00 +0000", "MIME-Version: 1.0"]
    lines = [*head, f'Content-Type: {kind}; charset="utf-8"', *headers, "", ""]
    return "\r\n".join(lines).encode() + body


CRLF = LETTER.replace("\n", "\r\n").encode()
WRAPPED = LETTER.replace('"exact":"We won', '"exact":"We \nwon').replace("said: ", "said:\n")
QUOTED = "Hello,\n\nSee below.\n\nOn Mon, Bo wrote:\n" + "".join(f"> {line}\n" for line in LETTER.splitlines())
LETTERS = {
    "an issue": (LETTER.encode(), "a.md", "a reader"),
    "an issue in a fence": (LETTER.replace("{", "```json\n{", 1).encode() + b"```\n", "a.txt", "a reader"),
    "a mail": (mail(CRLF), "a.eml", "Ann Lee"),
    "a mail without its suffix": (mail(CRLF), "a.txt", "Ann Lee"),
    "quoted-printable": (
        mail(quopri.encodestring(CRLF), "Content-Transfer-Encoding: quoted-printable"),
        "a.eml",
        "Ann Lee",
    ),
    "base64": (mail(base64.encodebytes(CRLF), "Content-Transfer-Encoding: base64"), "a.eml", "Ann Lee"),
    "lines broken by the mail program": (mail(WRAPPED.encode()), "a.eml", "Ann Lee"),
    "entities": (LETTER.replace('"', "&quot;").encode(), "a.txt", "a reader"),
    "HTML": (
        mail(f"<div>{LETTER}</div>".replace("\n", "<br>").replace('"', "&quot;").encode(), kind="text/html"),
        "a.eml",
        "Ann Lee",
    ),
    "an issue as JSON": (
        json.dumps(
            {"title": "Report", "body": LETTER, "user": {"login": "ann"}, "created_at": "2026-11-30T1"}
        ).encode(),
        "a.json",
        "ann",
    ),
}


@pytest.mark.parametrize("case", LETTERS)
def test_reports(case: str) -> None:
    content, name, by = LETTERS[case]
    found = report(content, name)
    assert (found.article, found.quotation, found.target) == ("2026/ferry", "q-12", PAGE)
    made = found.annotation
    assert (made.decision, made.facet, made.value, made.proposed) == ("correct", "speaker", "unknown", True)
    assert made.selector == Selector("We won.", "said: “", "” Then", 7)
    assert made.why == "It was Ann Lee, not her sister."
    assert made.by == by
    if case != "an issue as JSON" and by != "a reader":
        assert made.date == datetime.date(2026, 11, 30)


def test_quoted_reports() -> None:
    assert report(QUOTED.encode(), "a.txt").annotation.why == "Hello, See below."
    only = "".join(f"> {line}\n" for line in LETTER.splitlines())
    assert report(only.encode(), "a.txt").annotation.why == "It was Ann Lee, not her sister."


def test_attachments_and_several_parts() -> None:
    body = (
        b"--x\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n--x\r\n"
        b'Content-Type: application/ld+json\r\nContent-Disposition: attachment; filename="a.jsonld"\r\n\r\n'
        + json.dumps(REPORT).encode()
        + b"\r\n--x--\r\n"
    )
    content = b'From: Ann Lee <a@b.example>\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n' + body
    assert report(content, "a.eml").annotation.why == "See the file."


def test_a_report_as_json() -> None:
    assert report(json.dumps(REPORT).encode(), "a.json").annotation.by == "a reader"


@pytest.mark.parametrize(
    ("text", "name", "code", "place"),
    [
        ('{"rows": [\n  {"a": 1,}\n]}', "a.json", "import-json", (2, None)),
        ("[" * 100_000, "a.json", "import-json", (None, None)),
        ('{"a": ' + "9" * 5000 + "}", "a.json", "import-json", (None, None)),
        ('{"rows": []}', "a.json", "import-nothing", (None, None)),
        ("Dear all,\nhello {you}.\n", "a.txt", "import-nothing", (None, None)),
        ("", "a.eml", "import-nothing", (None, None)),
        ("{}\n{", "a.jsonl", "import-json", (2, 1)),
    ],
)
def test_mistakes(text: str, name: str, code: str, place: tuple[int | None, int | None]) -> None:
    with pytest.raises(InputError) as error:
        read_offered(name, text.encode())
    (remark,) = error.value.diagnostics
    assert (remark.code, remark.path) == (code, name)
    assert remark.hint
    assert remark.line == place[0]
    if place[1] is not None:
        assert remark.column == place[1]


def test_too_large() -> None:
    with pytest.raises(InputError, match="import-too-large"):
        read_offered("a.json", b" " * 20_000_001)


def test_lines_of_the_file() -> None:
    text = json.dumps({"rows": [row("a", id="one"), row("b", id="two")]}, indent=1)
    lines = [proposal.annotation.line for proposal in offered(text).proposals]
    assert [text.split("\n")[line - 1].strip() for line in lines] == ['"id": "one",', '"id": "two",']


keys = st.sampled_from(
    "id uri type target selector source exact prefix body value purpose tags rows items text".split()
)
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5) | st.sampled_from([
        "tagging", "identifying", "TextQuoteSelector", "Annotation", "speaker:a", "\ud800", "https://a.example/"
    ]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=6),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(junk)
def test_no_junk_is_a_bug(value: Any) -> None:
    try:
        found = read_offered("a.json", json.dumps(value).encode())
    except InputError:
        return
    for proposal in found.proposals:
        assert isinstance(proposal.annotation.value, str)
        proposal.annotation.selector.exact.encode()


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.eml", "a.txt", "a.json"]), st.sampled_from([b"", CRLF, mail(CRLF)]))
def test_no_bytes_are_a_bug(content: bytes, name: str, before: bytes) -> None:
    try:
        read_offered(name, before + content)
    except InputError:
        return
