"""An article's page of a built site, read back: whom its quotations are given to, and where its names lead."""

import re
from collections.abc import Iterable, Iterator

import turbohtml

from sitegen.check.links import HOME
from sitegen.model.publication import PublishedArticle, PublishedLink, PublishedQuote, PublishedSpeaker

_FOLDER = "articles/"
_PERSON = re.compile(r"(?:^|/)people/([^/#?]+)/")
_QUOTE = re.compile(r"(?:(?:^|/)quotes/|^#)([^/#?]+)/?$")


def published_articles(files: Iterable[tuple[str, bytes]]) -> Iterator[PublishedArticle]:
    """Yield what the articles' pages among ``files`` say, given by their paths below the output folder."""
    for path, content in files:
        found = _article(path, content)
        if found is not None:
            yield found


def _article(path: str, content: bytes) -> PublishedArticle | None:
    """Return what the page at ``path`` says, or None where it is no article's page."""
    if not path.startswith(_FOLDER) or not path.endswith(f"/{HOME}"):
        return None
    document = turbohtml.parse(content.decode("utf-8", "replace"))
    blocks = [element for element in document.select("[id^=p]") if re.fullmatch(r"p[1-9]\d*", _id(element))]
    if not blocks:
        return None
    id_ = path.removeprefix(_FOLDER).removesuffix(f"/{HOME}")
    return PublishedArticle(
        id_,
        tuple(tuple(block.text.split()) for block in blocks),
        tuple(link for number, block in enumerate(blocks) for link in _links(number, block)),
        tuple(_quotes(id_, document)),
    )


def _links(number: int, block: turbohtml.Element) -> Iterator[PublishedLink]:
    before = ""
    for node in block.descendants:
        if isinstance(node, turbohtml.Text):
            before += node.text
        elif isinstance(node, turbohtml.Element) and node.tag == "a" and node.has_class("m") and _id(node):
            person = _PERSON.search(str(node.attrs.get("href") or ""))
            if person:
                word = len(before.split()) - (bool(before) and not before[-1].isspace())
                surface = " ".join(node.text.split())
                yield PublishedLink(number, word, surface, person[1])


def _quotes(article: str, document: turbohtml.Document) -> Iterator[PublishedQuote]:
    speakers: dict[str, PublishedSpeaker | None] = {}
    for label in document.select("aside.by"):
        voice = label.select_one(".voice")
        if voice is None:
            continue
        person = _PERSON.search(str(voice.attrs.get("href") or ""))
        speaker = PublishedSpeaker(" ".join(voice.text.split()), person[1] if person else "")
        for disc in label.select("a.st"):
            quote = _QUOTE.search(str(disc.attrs.get("href") or ""))
            if quote:
                speakers[quote[1]] = None if voice.has_class("unknown") else speaker
    parts: dict[str, list[str]] = {}
    for element in document.select("[data-quote]"):
        parts.setdefault(str(element.attrs["data-quote"] or ""), []).append(element.text)
    for number, (id_, words) in enumerate(parts.items()):
        yield PublishedQuote(id_, article, tuple(words), speakers.get(id_), start=number)


def _id(element: turbohtml.Element) -> str:
    return str(element.attrs.get("id") or "")
