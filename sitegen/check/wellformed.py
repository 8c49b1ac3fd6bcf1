"""HTML as the standard wants it: no parse error, every element closed, every anchor once; JSON and XML that parse."""

import json
from collections import Counter
from collections.abc import Iterator
from xml.parsers import expat

import turbohtml

from sitegen.diagnostics import Diagnostic

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Elements that the standard lets end without an end tag (HTML Standard, section 13.1.2.4).
_OPTIONAL = frozenset(
    "html head body li dt dd p rt rp optgroup option colgroup caption thead tbody tfoot tr td th".split()
)
# Blocks that a paragraph cannot hold, and elements that never stand inside their own kind (section 4).
_PARTS_PARAGRAPHS = frozenset(
    """address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hgroup hr main menu nav ol p pre search section table ul""".split()
)
_NEVER_NESTED = frozenset({"a", "button", "form", "title", "body", "head", "html", "main"})
_HINT = "correct the template that makes it"
_MOST = 20


def check_html(path: str, text: str, document: turbohtml.Document) -> Iterator[Diagnostic]:
    """Yield what is wrong with a page: tokens that the standard forbids, elements that do not nest, anchors twice."""
    for error in document.errors[:_MOST]:
        yield _wrong(path, error.line, error.col + 1, error.code.replace("-", " "))
    yield from _unbalanced(path, text)
    ids = Counter(str(element.attrs["id"]) for element in document.select("[id]"))
    for id_, count in ids.items():
        if count > 1:
            yield _wrong(path, None, None, f"the anchor {id_!r} stands {count} times")
    title, root = document.select_one("title"), document.select_one("html")
    if title is None or not title.text.strip():
        yield _wrong(path, None, None, "the page has no title")
    if root is None or not root.attrs.get("lang"):
        yield _wrong(path, 1, 1, "the page does not say its language")
    if not text.lstrip().lower().startswith("<!doctype html"):
        yield _wrong(path, 1, 1, "the page does not begin with <!doctype html>")


def _unbalanced(path: str, text: str) -> Iterator[Diagnostic]:
    stack: list[tuple[str, int, int]] = []
    opened_names: Counter[str] = Counter()
    for token in turbohtml.tokenize(text):
        name = token.tag or ""
        if token.type == turbohtml.TokenType.START_TAG:
            if name in _PARTS_PARAGRAPHS and stack and stack[-1][0] == "p":
                opened_names[stack.pop()[0]] -= 1  # a paragraph ends by itself where a block begins
            forbidden = name in _PARTS_PARAGRAPHS and opened_names["p"] and not opened_names["svg"]
            if forbidden or (name in _NEVER_NESTED and opened_names[name]) or name == "base":
                yield _wrong(path, token.line, token.col + 1, f"<{name}> may not stand here")
                return
            if name not in _VOID and not token.self_closing:
                stack.append((name, token.line, token.col + 1))
                opened_names[name] += 1
        elif token.type == turbohtml.TokenType.END_TAG:
            if not opened_names[name]:
                yield _wrong(path, token.line, token.col + 1, f"</{name}> closes nothing")
                return
            while stack:
                opened, line, column = stack.pop()
                opened_names[opened] -= 1
                if opened == name:
                    break
                if opened not in _OPTIONAL:
                    yield _wrong(path, line, column, f"<{opened}> is not closed before </{name}>")
                    return
    for opened, line, column in stack:
        if opened not in _OPTIONAL:
            yield _wrong(path, line, column, f"<{opened}> is not closed")
            return


def check_data(path: str, content: bytes) -> Iterator[Diagnostic]:
    """Yield what is wrong with a file of JSON, JSON lines or XML; files of other names are not looked at."""
    if path.endswith((".json", ".jsonld")):
        yield from _json(path, content, None)
    elif path.endswith(".jsonl"):
        for number, line in enumerate(content.splitlines(), 1):
            yield from _json(path, line, number)
    elif path.endswith((".xml", ".svg")):
        yield from _xml(path, content)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number of JSON")


def _json(path: str, content: bytes, line: int | None) -> Iterator[Diagnostic]:
    try:
        json.loads(content, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        yield _wrong(path, line or getattr(error, "lineno", None), None, f"not valid JSON: {error}")


def _xml(path: str, content: bytes) -> Iterator[Diagnostic]:
    parser = expat.ParserCreate()

    def refuse(*_: object) -> None:
        raise ValueError("it declares entities, which can grow without bound")

    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as error:
        yield _wrong(path, getattr(error, "lineno", None), None, f"not valid XML: {error}")


def _wrong(path: str, line: int | None, column: int | None, message: str) -> Diagnostic:
    return Diagnostic("check-html", "error", path, line or None, column if line else None, message, _HINT)
