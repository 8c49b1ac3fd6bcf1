"""A page before it is made: what it is made from, and by which function."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sitegen.compose.corrected import Decided
from sitegen.compose.entry import Entry, Naming, Record, Utterance
from sitegen.compose.frames import LONGEST_DESCRIPTION, Framer, Framing, Sheet
from sitegen.compose.gathering import Gathering
from sitegen.compose.schema import with_schema
from sitegen.compose.wording import shorten
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.digest import digest
from sitegen.model.article import Article
from sitegen.model.reuse import Reused
from sitegen.model.view import Page, View

_SHORTEST_DESCRIPTION = 60


@dataclass(frozen=True, slots=True)
class Recipe:
    """A page to be made by ``make(sheet, *inputs)``.

    ``make`` is pure and sees nothing else, so that ``key`` covers, by construction, all that the page depends on.
    Without ``kept``, the page is not remembered from build to build: it is large, and nearly every edit changes it.
    """

    path: str
    template: str
    framer: Framer
    framing: Framing
    make: Callable[..., View]
    inputs: tuple[Any, ...] = ()
    kept: bool = True

    def key(self) -> str:
        """Return the digest of all that the page is made from, the code aside."""
        function = f"{self.make.__module__}.{self.make.__qualname__}"
        known = (function, self.path, self.template, self.framer.digest, self.framing, _identity(self.inputs))
        return digest(known)

    def page(self) -> Page:
        """Make the page."""
        sheet = Sheet(self.framer, self.framing.place, self.framer.frame(self.framing))
        view = self.make(sheet, *self.inputs)
        return Page(self.path, self.template, with_schema(sheet, self.framing, self.template, view))


def template_of(text: Article, usual: str) -> str:
    """Return the template of the page of ``text``: the one that its author chose, else the ``usual`` one."""
    return usual if text.template is None else text.template.name


def recipe(framer: Framer, template: str, framing: Framing, make: Callable[..., View], *inputs: Any) -> Recipe:
    """Return the recipe of the page in the place that ``framing`` names."""
    return Recipe(framing.place.path, template, framer, framing, make, inputs)


def _identity(value: Any) -> Any:
    """Return what stands for a value in a key: an article's digest for all that was made from it."""
    stands_for = _IDENTITIES.get(type(value))
    return value if stands_for is None else stands_for(value)


def _identities(values: Sequence[Any]) -> list[Any]:
    return [_identity(value) for value in values]


# A table, since a site has as many values in its keys as it has quotations and mentions.
_IDENTITIES: Mapping[type, Callable[[Any], Any]] = {
    Entry: lambda entry: entry.record.digest,
    Record: lambda record: record.digest,
    Utterance: lambda utterance: (utterance.record.digest, utterance.number),
    Decided: lambda decided: (decided.record.digest, decided.id),
    Naming: lambda naming: (naming.record.digest, naming.paragraph, naming.mentions[0][0]),
    Gathering: lambda gathering: (_identities(gathering.shown), gathering.total, gathering.folder),
    Reused: lambda _: None,
    tuple: _identities,
    list: _identities,
}


def told_apart(recipes: Sequence[Recipe]) -> tuple[Recipe, ...]:
    """Return ``recipes`` with titles and descriptions that recur told apart by the page's folder.

    Raises InputError where two pages would be one file, also on file systems that ignore case.
    """
    titles: set[str] = set()
    descriptions: set[str] = set()
    paths: set[str] = set()
    kept = []
    for each in recipes:
        if each.path.casefold() in paths:
            raise InputError(
                Diagnostic(
                    "address-clash",
                    "error",
                    each.path,
                    None,
                    None,
                    f"two pages would both be written to {each.path}",
                    "give one of them another slug in its front matter, or rename its file",
                )
            )
        paths.add(each.path.casefold())
        framing = each.framing
        if not framing.title:
            kept.append(each)
            continue
        if framing.title in titles:
            framing = replace(framing, title=_with_folder(framing, each.path).title)
        if framing.description in descriptions:
            framing = replace(framing, description=_with_folder(framing, each.path).description)
        titles.add(framing.title)
        descriptions.add(framing.description)
        kept.append(each if framing is each.framing else replace(each, framing=framing))
    return tuple(kept)


def still_apart(recipe: Recipe, before: Recipe) -> Recipe:
    """Return ``recipe`` with the title and the description by which its page was told apart ``before``."""
    framing, apart = recipe.framing, _with_folder(recipe.framing, recipe.path)
    title = apart.title if before.framing.title == apart.title else framing.title
    described = apart.description if before.framing.description == apart.description else framing.description
    return replace(recipe, framing=replace(framing, title=title, description=described))


def _with_folder(framing: Framing, path: str) -> Framing:
    """Return what a frame says with the folder of its page in the title and in the description."""
    folder = path.removesuffix("index.html").strip("/")
    # Where the address itself is long, some words stay all the same.
    longest = max(_SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION - len(folder) - 3)
    described = f"{shorten(framing.description, longest)} ({folder})"
    return replace(framing, title=f"{framing.title} ({folder})", description=described)
