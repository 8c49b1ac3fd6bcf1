"""The short ways of the environments lead to what Jinja prints."""

from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from sitegen.render.environments import Sandboxed, Shipped, Trusted

KINDS = (Shipped, Trusted, Sandboxed)


@dataclass(frozen=True, slots=True)
class Place:
    """A value as views hold them."""

    name: str
    within: "Place | None" = None
    _secret: str = "hidden"

    def shout(self) -> str:
        return self.name.upper()


MACROS = """
{% macro plain(place) %}<b title="{{ place.name }}">{{ place.name }}</b>{% endmacro %}
{% macro twice(place) %}{{ plain(place) }}, {{ plain(place) }}{% endmacro %}
{% macro lacking(place, mark="!", other=none) %}{{ place.name }}{{ mark }}{{ other }}{% endmacro %}
{% macro many() %}{{ varargs|join("/") }}{{ kwargs.get("end") }}{% endmacro %}
{% macro around(open) %}{{ open }}{{ caller() }}{% endmacro %}
"""
PRINTED = (
    "{{ place.name }} {{ place.within.name }} {{ place.shout() }} {{ number }} {{ nothing }} {{ html }} {{ words }}",
    "{{ place.name ~ html }} {{ place.name|upper }} {{ place.name|e }} {{ (place.name, 1) }} {{ [html] }}",
    "{% from 'macros' import plain, twice %}{{ plain(place) }}{{ twice(place) }}{{ plain(place)|length }}",
    "{% from 'macros' import plain %}{% set made = plain(place) %}{{ made }}{{ made ~ '&' }}",
    "{% set made %}&{{ html }}{{ words }}{% endset %}{{ made }}",
    "{% from 'macros' import lacking %}{{ lacking(place) }}{{ lacking(place, '?') }}{{ lacking(place, mark='&') }}",
    "{% from 'macros' import lacking %}{{ lacking(place=place) }}{{ lacking(place, '?', html) }}{{ lacking(*both) }}",
    "{% from 'macros' import many %}{{ many(1, '&', html) }}{{ many(end='<') }}{{ many() }}",
    "{% from 'macros' import around %}{% call around('<') %}{{ place.name }}{{ html }}{% endcall %}",
    "{% from 'macros' import plain %}{% for _ in words %}{{ loop.index }}{{ plain(place) }}{% endfor %}",
    "{% extends 'base' %}{% block a %}{{ super() }}{% for _ in words %}{{ self.b() }}{% endfor %}{% endblock %}",
    "{% autoescape false %}{% from 'macros' import plain %}{{ place.name }}{{ plain(place) }}{% endautoescape %}",
    "{{ place.name.startswith('A') }} {{ 'yes' if place.within else 'no' }} {{ range(3)|list }} {{ asset('a&b') }}",
)
VALUES = {
    "place": Place('A & B\'s "<i>"', Place("“Ü”")),
    "number": 12,
    "nothing": None,
    "html": Markup("<br>"),
    "words": ("a", "<"),
    "both": (Place("C"), "&"),
}


def printed(kind: type[Environment], template: str) -> str:
    base = "{% block a %}{{ place.name }}{% endblock %}{% block b %}{{ html }}{% endblock %}"
    loader = DictLoader({"macros": MACROS, "base": base, "page": template})
    environment = kind(loader=loader, autoescape=True, undefined=StrictUndefined)
    environment.globals["asset"] = lambda name: f"static/{name}"
    return environment.get_template("page").render(VALUES)


@pytest.mark.parametrize("template", PRINTED)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_printed_is_what_jinja_prints(kind: type[Environment], template: str) -> None:
    assert printed(kind, template) == printed(Environment, template)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("call", ["plain()", "plain(place, 1)", "plain(place, other=1)", "plain(place, place=place)"])
def test_a_macro_called_with_what_it_does_not_take_raises_as_in_jinja(kind: type[Environment], call: str) -> None:
    template = "{% from 'macros' import plain %}{{ " + call + " }}"
    with pytest.raises((TypeError, UndefinedError)) as expected:
        printed(Environment, template)
    with pytest.raises(type(expected.value)) as found:
        printed(kind, template)
    assert str(found.value) == str(expected.value)


@pytest.mark.parametrize("kind", [Trusted, Sandboxed])
def test_a_missing_field_is_undefined_in_a_template_of_the_site(kind: type[Environment]) -> None:
    assert printed(kind, "{{ place.nothing is defined }}{{ {'a': 1}.a }}") == "False1"
    with pytest.raises(UndefinedError):
        printed(kind, "{{ place.nothing }}")


def test_a_missing_field_is_a_bug_in_a_template_of_the_theme() -> None:
    with pytest.raises(AttributeError):
        printed(Shipped, "{{ place.nothing }}")


@pytest.mark.parametrize(
    "template",
    [
        "{{ place._secret }}",
        "{{ place.__class__ }}",
        "{{ place.shout.__func__.__globals__ }}",
        "{% from 'macros' import plain %}{{ plain.__init__.__globals__ }}",
        "{{ '{0.__class__}'.format(place) }}",
        "{{ [].append(1) }}",
    ],
)
def test_the_sandbox_holds(template: str) -> None:
    with pytest.raises(SecurityError):
        printed(Sandboxed, template)
