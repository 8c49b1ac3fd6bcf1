"""Any set of overlapping marks becomes balanced HTML whose text is the slice."""

import re
from html import unescape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.view_text import Image, MarkedText, Overlay, publishable
from sitegen.render import marked

KINDS = (
    "said", "told", "words", "mention", "named", "byline", "dateline", "emphasis", "strong", "strike", "code",
    "link", "image", "break", "note",
)  # fmt: skip


class Reader(HTMLParser):
    """Reads HTML strictly: every end tag must close the element opened last."""

    VOID = frozenset({"br", "img"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self.parts: dict[str, str] = {}
        self._quotes: list[str | None] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if tag == "a":
            assert "a" not in self.open
            self.links.append(values["href"] or "")
        if tag not in self.VOID:
            self.open.append(tag)
            self._quotes.append(values.get("data-quote"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag
        self._quotes.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        for quote in {q for q in self._quotes if q}:
            self.parts[quote] = self.parts.get(quote, "") + data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader


@st.composite
def texts(draw: st.DrawFn) -> MarkedText:
    text = draw(st.text(alphabet='ab &<>"\u05d0é\n', max_size=30))
    overlays = []
    for number in range(draw(st.integers(0, 12))):
        kind = draw(st.sampled_from(KINDS))
        start = draw(st.integers(0, len(text)))
        end = start if kind in ("image", "break", "note") else draw(st.integers(start, len(text)))
        overlays.append(
            Overlay(
                kind,
                start,
                end,
                id=draw(st.sampled_from(["", f"i{number}", "twice"])),
                href=draw(st.sampled_from(["", f"t{number}/"])),
                quote=f"q{number}" if kind in ("said", "told", "words") else "",
                image=Image("x.png", "") if kind == "image" else None,
            )
        )
    return MarkedText(text, tuple(overlays))


@given(texts())
def test_any_marks_become_balanced_html_of_the_same_text(text: MarkedText) -> None:
    html = marked(text)
    reader = read(str(html))
    assert reader.text == text.text
    assert len(reader.ids) == len(set(reader.ids))
    assert not re.search(r"<(\w+)[^>]*></\1>", re.sub(r'<(a|span) class="(?:far|ref)".*?</\1>', "", str(html)))


@given(texts())
def test_what_carries_a_quotation_holds_its_words(text: MarkedText) -> None:
    parts = read(str(marked(text))).parts
    for overlay in text.overlays:
        if overlay.quote and overlay.end > overlay.start:
            assert parts[overlay.quote] == text.text[overlay.start : overlay.end]


@given(texts())
def test_links_are_never_divided(text: MarkedText) -> None:
    links = read(str(marked(text))).links
    spans = [o.href for o in text.overlays if o.kind in ("link", "mention") and o.end > o.start and o.href]
    images = [o.href for o in text.overlays if o.kind == "image" and o.href]
    images += [o.href for o in text.overlays if o.kind == "note" and o.href]
    assert len(links) <= len(spans) + len(images)
    for href in set(links):
        assert links.count(href) == 1


def test_crossing_marks_are_divided_where_they_cross() -> None:
    text = MarkedText("abcdef", (Overlay("said", 0, 4, id="q-1", quote="q-1"), Overlay("emphasis", 2, 6)))
    assert marked(text) == ('<span class="said" id="q-1" data-quote="q-1">ab<em>cd</em></span><em>ef</em>')


def test_a_link_divides_the_mark_that_it_crosses() -> None:
    text = MarkedText("abcdef", (Overlay("said", 0, 4, quote="q-1"), Overlay("mention", 2, 6, id="m1", href="p/")))
    assert marked(text) == (
        '<span class="said" data-quote="q-1">ab</span>'
        '<a class="m" id="m1" href="p/"><span class="said" data-quote="q-1">cd</span>ef</a>'
    )


def test_the_authors_own_link_wins() -> None:
    text = MarkedText("see Ann Lee", (Overlay("mention", 4, 11, id="m1", href="p/"), Overlay("link", 0, 11, href="x/")))
    assert marked(text) == '<a href="x/">see <span class="m" id="m1">Ann Lee</span></a>'


def test_evidence_is_named_under_its_last_piece() -> None:
    text = MarkedText("Lee said", (Overlay("speaker", 0, 3), Overlay("cue", 4, 8)))
    assert marked(text) == (
        '<ruby class="speaker">Lee<rt>speaker</rt></ruby> <ruby class="cue">said<rt>cue</rt></ruby>'
    )


def test_pictures_of_other_hosts_are_not_loaded() -> None:
    html = marked(MarkedText("x", (Overlay("image", 0, 0, image=Image("https://example.org/a.png", 'A "b"')),)))
    assert html == '<a class="far" href="https://example.org/a.png" aria-label="Picture: A &quot;b&quot;"></a>x'


def test_a_linked_picture() -> None:
    html = marked(MarkedText("", (Overlay("image", 0, 0, href="b/", image=Image("a.png", "")),)))
    assert html == '<a href="b/"><img src="a.png" alt="" loading="lazy" decoding="async"></a>'


def test_what_html_forbids_is_dropped_and_joiners_stay() -> None:
    assert publishable("a\x00b\x0c\x85\ufffe\tc\u200d\n\u200fd") == "ab\tc\u200d\n\u200fd"
    assert unescape(str(marked(MarkedText("<&>")))) == "<&>"


def test_very_words_keep_one_bar_where_reported_words_end_first() -> None:
    text = MarkedText('he had "enough."', (
        Overlay("told", 0, 16),
        Overlay("words", 0, 15, quote="q-1"),
        Overlay("said", 7, 16),
    ))  # fmt: skip
    assert str(marked(text)).count('class="said"') == 1
    assert read(str(marked(text))).parts == {"q-1": 'he had "enough.'}


def test_the_form_of_a_mention_is_marked() -> None:
    text = MarkedText(
        "Ann, she, the senator",
        (
            Overlay("mention", 0, 3, href="p/"),
            Overlay("mention", 5, 8, href="p/", form="pronoun"),
            Overlay("mention", 10, 21, href="p/", form="nominal"),
        ),
    )
    assert marked(text) == (
        '<a class="m" href="p/">Ann</a>, <a class="m pro" href="p/">she</a>, <a class="m nom" href="p/">the senator</a>'
    )
    named = MarkedText("Ann, she", (Overlay("named", 0, 3), Overlay("named", 5, 8, form="pronoun")))
    assert marked(named) == '<b class="named">Ann</b>, <b class="named pro">she</b>'


def test_what_leads_to_a_note_has_no_characters_and_stands_in_no_link() -> None:
    note = Overlay("note", 3, 3, href="#note-1", title="1")
    reference = '<a class="ref" href="#note-1" data-note="1" aria-label="Editor’s note 1"></a>'
    assert marked(MarkedText("abc def", (note,))) == f"abc{reference} def"
    behind = MarkedText("abc def", (note, Overlay("mention", 0, 3, href="p/")))
    assert marked(behind) == f'<a class="m" href="p/">abc</a>{reference} def'
    inside = MarkedText("abc def", (note, Overlay("mention", 0, 7, href="p/")))
    assert marked(inside) == '<a class="m" href="p/">abc<span class="ref" data-note="1"></span> def</a>'
