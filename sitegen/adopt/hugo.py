"""Hugo's folders: sections, bundles, languages in names."""

import re

from sitegen.adopt.destination import HOME, Destination, Refusal, Situation, below_pages, split, unbundled

# The most used ones, for sites that configure none.
_LANGUAGES = frozenset(
    "ar bg bn ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl nn no pl pt ro ru sk sl sr sv th "
    "tr uk ur vi zh".split()
)
_LANGUAGE = re.compile(r".+\.(([a-z]{2})(?:-[A-Za-z]{2,4})?)", re.DOTALL)
PAGES = ("page/", "pages/")


def place(text: Situation, languages: frozenset[str]) -> Destination | Refusal:
    """Return the place of a text; ``languages`` are those of the site.

    Pages are what lies in ``page/`` or ``pages/``, and undated texts at the top of a site that has sections.
    """
    folder, stem, suffix = split(text.path)
    name = stem.partition(".")[0]
    if name == "_index":
        return Refusal("a list page; sitegen makes its own lists", "put words of it into a page of content/pages/")
    language = language_of(stem, languages)
    if not folder and name == "index":
        return Destination(f"{HOME}{stem.removeprefix('index')}{suffix}", page=True, language=language)
    if text.within and not text.bundle:
        reason = "a part of the text beside it (Hugo makes no page of it)"
        return Refusal(reason, "put its words into index.md, or give it a folder of its own")
    path = unbundled(text)
    if path.startswith(PAGES):
        return Destination(below_pages(path.partition("/")[2]), page=True, language=language)
    top = "/" not in (path if not text.company else folder.rstrip("/"))
    if top and text.sections and not text.dated:
        return Destination(below_pages(path), page=True, language=language)
    return Destination(path, language=language)


def language_of(stem: str, languages: frozenset[str]) -> str:
    """Return the language that a name without its suffix ends in (``about.de``); "" where it is none of the site's."""
    match = _LANGUAGE.fullmatch(stem)
    known = match and (match[1].lower() in languages if languages else match[2] in _LANGUAGES)
    return match[1] if match and known else ""
