"""The folders of all generators: where a text goes, and where the files beside it go."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sitegen.adopt import hugo, jekyll
from sitegen.adopt.dates import read_date
from sitegen.adopt.destination import HOME, NAME_DATE, Destination, Refusal, Situation, below_pages, split, unbundled
from sitegen.adopt.former_site import FormerSite
from sitegen.adopt.suffixes import READ, is_markdown, is_text

# Folders of the content that mean something to the site.
_MEANINGFUL = frozenset({"people", "organisations", "places", "pages"})
_INDEX = re.compile(r"index(?:\.[a-z]{2}(?:-[A-Za-z]{2,4})?)?")


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of one site: those with an ``index.md`` of their own, and those of them that hold more."""

    site: FormerSite
    bundles: frozenset[str]
    full: frozenset[str]
    sections: bool

    def place(self, path: str, *, dated: bool) -> Destination | Refusal:
        """Return the place of the text at ``path`` below the root; ``dated`` tells that its head names a day."""
        folder = split(path)[0]
        bundle = folder in self.bundles and is_index(path)
        within = any(parent in self.bundles for parent in _folders(path))
        text = Situation(path, dated, bundle, folder in self.full, within, self.sections)
        found = self._place(text)
        if isinstance(found, Refusal):
            return found
        into, name, suffix = split(found.target)
        return found if suffix.lower() in READ else replace(found, target=f"{into}{name}.md")

    def _place(self, text: Situation) -> Destination | Refusal:
        generator = self.site.generator
        if generator == "Jekyll":
            return jekyll.place(text, collections=self.site.collections, posts=self.site.posts)
        if generator == "Hugo":
            return hugo.place(text, self.site.languages)
        if not generator:
            return Destination(text.path)
        _folder, stem, suffix = split(text.path)
        if generator == "Eleventy" and text.path == f"index{suffix}":
            return Destination(f"{HOME}{suffix}", page=True)
        path = unbundled(text) if generator == "Eleventy" else text.path
        match = NAME_DATE.fullmatch(stem)
        date = read_date("-".join(match.groups()[:3])) if match else ""
        page = path.startswith("pages/")
        return Destination(below_pages(path) if page else path, page=page, date=date)

    def copy(self, path: str, homes: Mapping[str, str]) -> str:
        """Return where a file that is no text goes; ``homes`` are the new folders of those that move as a whole."""
        for folder in _folders(path):
            if folder in homes:
                return homes[folder] + path[len(folder) :]
        parts = path.split("/")
        if self.site.generator == "Jekyll":
            parts = [part for part in parts[:-1] if part not in jekyll.COLLECTION] + parts[-1:]
            if parts[0].startswith("_") and parts[0][1:] in self.site.collections:
                parts[0] = parts[0][1:]
        if self.site.generator == "Hugo" and parts[0] == "page" and len(parts) > 1:
            parts[0] = "pages"
        return "/".join(parts)


def reserved(target: str, *, page: bool) -> str:
    """Return the folder of ``target`` at the top that means something else to the site; "" where there is none."""
    top, slash, _rest = target.partition("/")
    return top if slash and not page and top.lower() in _MEANINGFUL else ""


def layout_of(site: FormerSite, paths: Iterable[str]) -> Layout:
    """Return the layout of a site whose files lie at ``paths`` below the root."""
    every = tuple(paths)
    bundles = frozenset(split(path)[0] for path in every if is_index(path)) - {""}
    full = frozenset(folder for path in every if not is_index(path) for folder in _folders(path) if folder in bundles)
    sections = any(is_text(path) and not _in_bundle_at_top(path, bundles) for path in every)
    return Layout(site, bundles, full, sections)


def is_index(path: str) -> bool:
    """Tell whether a text stands for its folder: ``index.md``, with or without a language."""
    return is_markdown(path) and _INDEX.fullmatch(split(path)[1]) is not None


def _in_bundle_at_top(path: str, bundles: frozenset[str]) -> bool:
    folder = split(path)[0]
    return not folder or folder in hugo.PAGES or (folder.count("/") == 1 and folder in bundles)


def _folders(path: str) -> Iterable[str]:
    """Yield the folders that ``path`` lies in, the innermost first, each with a slash at its end."""
    end = path.rfind("/")
    while end >= 0:
        yield path[: end + 1]
        end = path.rfind("/", 0, end)
