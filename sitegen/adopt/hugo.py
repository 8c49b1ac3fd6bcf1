"""Hugo's folders: sections, bundles, languages in names."""

import re

from sitegen.adopt.place import HOME, Place, Refusal, Text, below_pages, split, unbundled

_LANGUAGES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
_LANGUAGE = re.compile(r".+\.([a-z]{2})(-[A-Za-z]{2,4})?", re.DOTALL)
PAGES = ("page/", "pages/")


def place(text: Text) -> Place | Refusal:
    """Return the place of a text.

    Pages are what lies in ``page/`` or ``pages/``, and undated texts at the top of a site that has sections.
    """
    folder, stem, suffix = split(text.path)
    name = stem.partition(".")[0]
    if name == "_index":
        return Refusal("a list page; sitegen makes its own lists", "put words of it into a page of content/pages/")
    language = language_of(stem)
    if not folder and name == "index":
        return Place(f"{HOME}{stem.removeprefix('index')}{suffix}", page=True, language=language)
    if text.within and not text.bundle:
        reason = "a part of the text beside it (Hugo makes no page of it)"
        return Refusal(reason, "put its words into index.md, or give it a folder of its own")
    path = unbundled(text)
    if path.startswith(PAGES):
        return Place(below_pages(path.partition("/")[2]), page=True, language=language)
    top = "/" not in (path if not text.company else folder.rstrip("/"))
    if top and text.sections and not text.dated:
        return Place(below_pages(path), page=True, language=language)
    return Place(path, language=language)


def language_of(stem: str) -> str:
    """Return the language that a name without its suffix ends in (``about.de``); "" where it is none."""
    match = _LANGUAGE.fullmatch(stem)
    return f"{match[1]}{match[2] or ''}" if match and match[1] in _LANGUAGES else ""
