"""What a template is made of: itself, all that it extends, includes and imports, and the static files that it names."""

from collections.abc import Mapping
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, meta, nodes

# Only its parser is used.
_PARSER = Environment(autoescape=True)


def closure(name: str, sources: Mapping[str, str]) -> frozenset[str]:
    """Return the names of the templates that rendering ``name`` can touch, ``name`` included.

    A name that is computed while rendering can be any template's, so then all belong to it. A template that cannot
    be read contributes itself alone; rendering reports what is wrong with it.
    """
    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in found or current not in sources:
            continue
        found.add(current)
        referenced = _references(sources[current])
        if None in referenced:
            return frozenset({*sources, name})
        waiting.extend(other for other in referenced if other is not None)
    return frozenset({*found, name})


@lru_cache(maxsize=1024)
def _references(source: str) -> tuple[str | None, ...]:
    """Return the names that a template refers to, None for a computed one; none where it cannot be read."""
    try:
        return tuple(meta.find_referenced_templates(_PARSER.parse(source)))
    except (TemplateSyntaxError, RecursionError):
        return ()


@lru_cache(maxsize=1024)
def asset_names(source: str) -> tuple[str | None, ...]:
    """Return the static files that a template names by ``asset``: None for a computed name, nothing if unreadable."""
    try:
        calls = _PARSER.parse(source).find_all(nodes.Call)
        return tuple(_named(call) for call in calls if isinstance(call.node, nodes.Name) and call.node.name == "asset")
    except (TemplateSyntaxError, RecursionError):
        return ()


def _named(call: nodes.Call) -> str | None:
    name = call.args[0] if len(call.args) == 1 else None
    return str(name.value) if isinstance(name, nodes.Const) else None
