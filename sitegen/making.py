"""Make the files of a site and write them, each only where the output folder does not hold it already."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from sitegen.model.origin import LastBuild, Origin
from sitegen.model.progress import Progress
from sitegen.pipeline import Memo
from sitegen.pipeline.made import MadeFile, Maker, ViewLostError
from sitegen.planning import Plan
from sitegen.render import Theme
from sitegen.shell.forks import forked
from sitegen.shell.staging import Desk, NewFile
from sitegen.shell.standing import Standing, as_left
from sitegen.shell.writer import Written, write_site

# Keeps GitHub Pages from running Jekyll over the site.
_MARKER = (".nojekyll", b"\n")


@dataclass(slots=True)
class Making:
    """Makes the files of a site by one ``theme`` into ``output``, which ``last`` was written to.

    ``origins`` are those of the files that were made. Its methods raise InputError where a template is at fault or the
    disk refuses, and leave the folder as it was.
    """

    output: Path
    theme: Theme
    last: LastBuild
    memo: Memo
    progress: Progress
    origins: dict[str, Origin] = field(default_factory=dict)

    def all(self, plan: Plan, searched: Sequence[tuple[str, bytes]]) -> Written:
        """Make all that is planned, and write it and the files of the search."""

        def files(desk: Desk, stands: Standing) -> Iterator[NewFile]:
            maker = self._maker(stands)
            pages = [partial(maker.page, recipe) for recipe in plan.recipes]
            drawn = [partial(maker.drawn, name, made) for name, made in plan.drawn.items()]
            kinds = [recipe.template for recipe in plan.recipes] + [made.stage for made in plan.drawn.values()]
            yield from self._made([*pages, *drawn], kinds, desk)
            yield from (NewFile.of(name, content) for name, content in (_MARKER, *searched))

        return self._written(files, plan.copies)

    def again(self, copies: Mapping[str, Path], others: Sequence[str]) -> Written:
        """Make the pages again that ``last`` shows by another theme, and write what differs.

        ``others`` are the names of files that stay, and are neither made nor copied. Raises ViewLostError where more
        must be done than that.
        """

        def files(desk: Desk, stands: Standing) -> Iterator[NewFile]:
            maker = self._maker(stands)
            again = [name for name in self.last.origins if not maker.stands(name)]
            for name in (*(self.last.origins.keys() - again), *others):
                if not maker.is_as_left(name):
                    raise ViewLostError(name)
                yield NewFile(name, maker.digests[name])
            self.origins.update(self.last.origins)
            kinds = [self.last.origins[name].template for name in again]
            yield from self._made([partial(maker.page_again, name) for name in again], kinds, desk)
            yield NewFile.of(*_MARKER)

        return self._written(files, copies)

    def styles(self) -> dict[str, str]:
        """Return the digests of all that the templates of the pages are made of."""
        templates = {origin.template for origin in self.origins.values() if origin.template}
        maker = self._maker(Standing())
        return {template: maker.style(template) for template in sorted(templates)}

    def _maker(self, stands: Standing) -> Maker:
        last = self.last
        return Maker(self.theme, self.memo, last.origins, last.styles, dict(last.outcome.files), stands.digests)

    def _made(self, files: Sequence[Callable[[], MadeFile]], kinds: Sequence[str], desk: Desk) -> Iterator[NewFile]:
        """Make ``files`` on all cores, and keep what pages show; ``kinds`` are their templates or stages."""

        def make(number: int) -> tuple[MadeFile, str]:
            made = files[number]()
            if made.content is None:
                return made, ""
            staged = str(number)
            desk.stage(staged, made.content)
            return replace(made, content=None), staged

        total = len(files)
        step = max(1, total // 100)
        first = {kind: number for number, kind in reversed(list(enumerate(kinds)))}
        for number, (made, staged) in enumerate(forked(make, total, first=sorted(first.values()))):
            if number % step == 0:
                self.progress("rendering", number, total)
            self.origins[made.name] = made.origin
            if made.view is not None:
                self.memo.keep("view", (made.origin.view,), made.view)
            yield NewFile(made.name, made.digest, None, staged)
        self.progress("rendering", total, total)

    def _written(self, files: Callable[[Desk, Standing], Iterator[NewFile]], copies: Mapping[str, Path]) -> Written:
        return write_site(self.output, files, copies, as_left(self.last.outcome.files, self.last.looks))
