"""All annotations of an article: placed in the order of the text, orphaned ones reported in words."""

from dataclasses import replace

from sitegen.annotate import Anchored, place, selector_of
from sitegen.model.annotation import Annotation, Selector
from sitegen.model.article import Article
from sitegen.model.span import Span
from sitegen.source import read_article

BODY = """---
title: The gate
---
Ann Lee, the harbour master, told the inquiry: “We closed the gate” because of the storm and “never opened it again”.

Tom Penn did not agree. He said the gate was open at ten, and the gate was never closed.
"""


def article(body: str = BODY) -> Article:
    read, _ = read_article("content/gate.md", "gate", body.encode(), language="en", timezone="UTC")
    assert read is not None
    return read


def annotation(words: str, **keys: object) -> Annotation:
    text = article().text
    start = text.index(words)
    selector = selector_of(text, Span(start, start + len(words)))
    plain = Annotation(
        selector, "correct", "speaker", "ann-lee", path="content/gate.annotations.yaml", line=7, column=3
    )
    return replace(plain, **keys)  # type: ignore[arg-type]


def test_placed_in_the_order_of_the_text() -> None:
    done = place(article(), [annotation("Tom Penn"), annotation("Ann Lee"), annotation("because of the storm")])
    assert [one.span.of(article().text) for one in done.placed] == ["Ann Lee", "because of the storm", "Tom Penn"]
    assert not done.orphans
    assert not done.diagnostics
    assert place(article(), []) == Anchored()


def test_an_orphan_is_reported_at_its_line_in_the_sidecar() -> None:
    lost = annotation("He said the gate was open at ten")
    now = article(BODY.replace("open at ten", "open at noon"))
    done = place(now, [lost])
    assert not done.placed
    (orphan,) = done.orphans
    assert orphan.reason == "changed"
    assert orphan.annotation is lost
    (remark,) = done.diagnostics
    assert (remark.code, remark.severity) == ("annotation-lapsed", "warning")
    assert (remark.path, remark.line, remark.column) == ("content/gate.annotations.yaml", 7, 3)
    assert "“He said the gate was open at noon” in line 6" in remark.message
    assert "content/gate.md" in remark.message
    assert remark.hint.startswith("until you mend it, the site shows again what you corrected or rejected")
    (remark,) = place(now, [replace(lost, decision="confirm")]).diagnostics
    assert remark.code == "annotation-orphaned"


def test_the_same_words_elsewhere_come_with_what_to_write() -> None:
    text = "“It is late,” said Ann Lee.\n\nNobody spoke.\n\n“It is late,” said Tom Penn."
    lost = replace(annotation("Tom Penn"), selector=Selector("It is late"))
    (remark,) = place(article(text), [lost]).diagnostics
    assert "“It is late” stands in line 1 and line 5 of content/gate.md" in remark.message
    assert 'for line 5 write “prefix: "“It is late,” said Ann Lee. Nobody spoke. “"” and “suffix: ' in remark.hint
    # What is told holds: the place is found by it.
    for prefix, line in (("“", 1), ("“It is late,” said Ann Lee. Nobody spoke. “", 5)):
        suffix = ",” said Ann Lee. Nobody spoke. “It is late,” said Tom" if line == 1 else ",” said Tom Penn."
        assert suffix in remark.hint
        (placed,) = place(article(text), [replace(lost, selector=Selector("It is late", prefix, suffix))]).placed
        assert article(text).place(placed.span.start)[0] == line
    lost = replace(lost, selector=Selector("Nobody spoke", prefix="Then the door fell shut. "))
    (remark,) = place(article(text), [lost]).diagnostics
    assert "stands in line 3" in remark.message
    assert "other words stand round them there" in remark.message


def test_an_ambiguous_one_names_both_places() -> None:
    done = place(article(), [replace(annotation("Tom Penn"), selector=Selector("the gate was"))])
    (remark,) = done.diagnostics
    assert "“the gate was” stands in line 6 and line 6" in remark.message


def test_what_was_reworded_is_told() -> None:
    now = article(BODY.replace("because of the storm and", "because of a storm and"))
    done = place(now, [annotation("We closed the gate” because of the storm and “never opened it again")])
    assert done.placed[0].reworded
    (remark,) = done.diagnostics
    assert (remark.code, remark.severity, remark.line) == ("annotation-reworded", "info", 7)
    assert "are now “We closed the gate” because of a storm" in remark.message
    assert "they were “We closed the gate” because of the storm" in remark.message


def extent(words: str, *parts: str) -> Annotation:
    return annotation(words, facet="extent", value="", parts=parts)


def parts_of(made: Annotation, body: str = BODY) -> list[str] | None:
    text = article(body).text
    done = place(article(body), [made])
    return [part.of(text) for part in done.placed[0].parts] if done.placed else None


def test_parts_of_an_extent_are_the_words_inside_marks() -> None:
    words = "We closed the gate” because of the storm"
    both = ["We closed the gate", "never opened it again"]
    assert parts_of(extent(words, "“We closed the gate”", '"never opened it again"')) == both
    assert parts_of(extent(f"“{words}", *both)) == both
    assert parts_of(extent(words, "We closed  the\ngate")) == ["We closed the gate"]
    assert parts_of(extent(words, "'We closed the gate'")) == ["We closed the gate"]


def test_parts_stand_in_order_and_only_where_it_is_sure() -> None:
    target = "He said the gate was open at ten, and the gate was never closed"
    assert parts_of(extent(target, "the gate was open", "never closed")) == ["the gate was open", "never closed"]
    assert parts_of(extent(target, "never closed", "the gate was open")) is None
    assert parts_of(extent(target, "the gate was")) is None
    assert parts_of(extent(target, "the gate was", "the gate was")) == ["the gate was", "the gate was"]
    assert parts_of(extent(target, "the lighthouse")) is None
    assert parts_of(extent("Tom Penn", "because of the storm")) == ["because of the storm"]


def test_parts_that_are_lost_are_reported() -> None:
    done = place(article(), [extent("Tom Penn", "the lighthouse")])
    (remark,) = done.diagnostics
    assert remark.code == "annotation-lapsed"
    assert "“the lighthouse”" in remark.message
    assert done.orphans[0].reason == "changed"
    assert place(article(), [replace(extent("Tom Penn", "the lighthouse"), decision="")]).placed
