"""The files of a site that are made: pages, and what is drawn; each only where it is not what it was."""

import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

import msgspec

from sitegen.compose import Recipe
from sitegen.digest import digest_bytes, encode
from sitegen.model.origin import Origin
from sitegen.model.view import Page, View
from sitegen.pipeline.memo import Memo
from sitegen.render import Theme

_KINDS: Mapping[str, Any] = {kind.__name__: kind for kind in get_args(View)}


@dataclass(frozen=True, slots=True)
class Made:
    """A file that ``make`` makes; ``key`` is the digest of all that it depends on besides the code of ``stage``."""

    stage: str
    key: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file as it was made, with the digest of its bytes.

    ``content`` is None where the output folder holds it already. ``view`` is what a page shows, packed, where that is
    to be kept.
    """

    name: str
    digest: str
    origin: Origin
    content: bytes | None = None
    view: bytes | None = None


class ViewLostError(Exception):
    """What a page shows is not kept any more."""


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes files by ``theme``, except those that are what they were.

    ``origins`` and ``styles`` are those of the last build, see ``LastBuild``, and ``digests`` those of its files;
    ``present`` are those of the files that the output folder holds now.
    """

    theme: Theme
    memo: Memo
    origins: Mapping[str, Origin]
    styles: Mapping[str, str]
    digests: Mapping[str, str]
    present: Mapping[str, str]

    def page(self, recipe: Recipe) -> MadeFile:
        """Make a page. It is composed only where its recipe changed, and rendered where its view or template did.

        Raises InputError where the template is at fault.
        """
        name, template = recipe.path, recipe.template
        if not recipe.kept:
            return self._made(name, self._rendered(recipe.page()), Origin("", template))
        key = self.memo.key("compose", (recipe.key(),))
        before = self.origins.get(name)
        if before is not None and before.key == key and self._stands(name, before):
            return MadeFile(name, self.present[name], before)
        page = recipe.page()
        content = type(page.view).__name__.encode() + b" " + encode(page.view)
        origin = Origin(key, template, digest_bytes(content))
        if self._stands(name, origin):
            return MadeFile(name, self.present[name], origin)
        is_new = before is None or before.view != origin.view
        view = zlib.compress(content, 1) if is_new else None
        return self._made(name, self._rendered(page), origin, view)

    def page_again(self, name: str) -> MadeFile:
        """Make a page of the last build by what it showed.

        Raises ViewLostError where that is not known any more, InputError where the template is at fault.
        """
        origin = self.origins[name]
        return self._made(name, self._rendered(Page(name, origin.template, self._view(name))), origin)

    def stands(self, name: str) -> bool:
        """Tell whether the output folder holds a file of the last build as the present theme makes it."""
        origin = self.origins[name]
        return self.is_as_left(name) and (not origin.template or self._stands(name, origin))

    def is_as_left(self, name: str) -> bool:
        """Tell whether the output folder holds a file as the last build left it."""
        return name in self.present and self.present[name] == self.digests.get(name)

    def drawn(self, name: str, made: Made) -> MadeFile:
        """Make a file that is drawn."""
        origin = Origin(self.memo.key(made.stage, (made.key,)))
        if self.origins.get(name) == origin and self.is_as_left(name):
            return MadeFile(name, self.present[name], origin)
        return self._made(name, made.make(), origin)

    def style(self, template: str) -> str:
        """Return the digest of all that ``template`` is made of, and of the code that renders it."""
        return self.memo.key("render", (self.theme.closure_digest(template),))

    def _stands(self, name: str, origin: Origin) -> bool:
        """Tell whether the output folder holds the page of this origin, rendered by the present theme."""
        before = self.origins.get(name)
        return (
            before is not None
            and (before.view, before.template) == (origin.view, origin.template)
            and self.styles.get(origin.template) == self.style(origin.template)
            and self.is_as_left(name)
        )

    def _view(self, name: str) -> View:
        kept = self.memo.recall("view", bytes, (self.origins[name].view,))
        try:
            kind, _, content = zlib.decompress(kept.value if kept else b"").partition(b" ")
            view: View = _decoder(kind.decode()).decode(content)
        except (zlib.error, KeyError, msgspec.MsgspecError):
            raise ViewLostError(name) from None
        return view

    def _rendered(self, page: Page) -> bytes:
        return self.theme.render(page).encode()

    def _made(self, name: str, content: bytes, origin: Origin, view: bytes | None = None) -> MadeFile:
        made = digest_bytes(content)
        return MadeFile(name, made, origin, None if self.present.get(name) == made else content, view)


@cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(_KINDS[kind])
