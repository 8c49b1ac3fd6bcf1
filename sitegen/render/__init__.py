"""Views to text: the one room that knows Jinja. Pure; templates come in as sources."""

from collections.abc import Callable, Iterable, Mapping

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateError, TemplateNotFound

from sitegen.digest import digest
from sitegen.model.view import Page
from sitegen.model.view_text import publishable
from sitegen.render.closure import asset_names, closure
from sitegen.render.compiled import compiled
from sitegen.render.environments import Sandboxed, Shipped, Trusted
from sitegen.render.markdown import note, remark
from sitegen.render.markup import img, marked
from sitegen.render.problems import FOLDER, MissingAssetError, innermost, template_problem

__all__ = ["Theme", "asset_names", "marked", "note"]

# By this prefix a site's own template reaches the shipped one that it replaces.
SHIPPED = "shipped/"


class _Sources(BaseLoader):
    """Hands out templates under file names that errors can show."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        if template not in self._sources:
            raise TemplateNotFound(template)
        return self._sources[template], FOLDER + template, lambda: True


class Theme:
    """The templates of a site: the shipped ones, and the user's own, which replace them file by file.

    A page that touches one of the user's templates is rendered in a sandbox, unless they are ``trusted``. ``assets``
    maps the names of static files to where they lie, seen from the root of the site; None for their own names.
    """

    def __init__(
        self,
        templates: Mapping[str, str],
        overrides: Mapping[str, str] | None = None,
        trusted: bool = False,
        assets: Mapping[str, str] | None = None,
    ) -> None:
        self._assets = assets
        self._own = frozenset(overrides or ())
        self._sources = {**templates, **(overrides or {})}
        self._sources |= {SHIPPED + name: source for name, source in templates.items()}
        self._shipped = _environment(Shipped, self._sources, self._asset)
        self._mixed = _environment(Trusted if trusted else Sandboxed, self._sources, self._asset)
        self._closures: dict[str, frozenset[str]] = {}
        self._templates: dict[str, Template] = {}
        self._digests: dict[str, str] = {}

    @property
    def names(self) -> frozenset[str]:
        """The names of all templates, the shipped ones also where they are replaced."""
        return frozenset(self._sources)

    def render(self, page: Page) -> str:
        """Return the text of ``page``. Raises InputError where a template is at fault."""
        try:
            text = self._template(page.template).render(view=page.view)
        except (TemplateError, RecursionError) as error:
            raise template_problem(error, page.template) from error
        except Exception as error:
            # Anything may happen in a user's own template; in a shipped one it is a bug, and raises.
            place = innermost(error.__traceback__)
            if place is None or place[0].removeprefix(FOLDER) not in self._own:
                raise
            raise template_problem(error, page.template) from error
        return publishable(text)

    def closure_digest(self, template: str) -> str:
        """Return a digest of ``template``, of all that it is made of, and of where its static files lie."""
        if template not in self._digests:
            names = sorted(self._closure(template))
            sources = tuple((name, self._sources.get(name, "")) for name in names)
            self._digests[template] = digest((sources, self._places(source for _, source in sources)))
        return self._digests[template]

    def _places(self, sources: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """Return where the static files lie that ``sources`` name; all of them where one name is computed."""
        assets = self._assets or {}
        named = {name for source in sources for name in asset_names(source)}
        return tuple(sorted((name, place) for name, place in assets.items() if None in named or name in named))

    def _asset(self, name: str) -> str:
        """Return where the file ``name`` of ``static/`` lies, seen from the root of the site."""
        if self._assets is None:
            return f"static/{name}"
        if name not in self._assets:
            raise MissingAssetError(name)
        return self._assets[name]

    def _closure(self, name: str) -> frozenset[str]:
        if name not in self._closures:
            self._closures[name] = closure(name, self._sources)
        return self._closures[name]

    def _template(self, name: str) -> Template:
        if name not in self._templates:
            environment = self._mixed if self._closure(name) & self._own else self._shipped
            self._templates[name] = environment.get_template(name)
        return self._templates[name]


def _environment(kind: type[Environment], sources: Mapping[str, str], asset: Callable[[str], str]) -> Environment:
    environment = kind(
        loader=_Sources(sources),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=compiled(kind),
    )
    environment.filters["marked"] = marked
    environment.filters["img"] = img
    environment.filters["note"] = note
    environment.filters["remark"] = remark
    environment.globals["asset"] = asset
    return environment
