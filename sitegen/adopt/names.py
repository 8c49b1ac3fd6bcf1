"""Lists of words and names: authors, tags, people."""

import re

from sitegen.adopt.fields import Outcome, kept, taken
from sitegen.adopt.pair import Pair, Value
from sitegen.adopt.values import as_text, as_texts
from sitegen.model.article import NamedPerson
from sitegen.model.slug import is_slug, slug_problem

_NAMELESS = "no names could be read from it"


def read_tags(pair: Pair, generator: str) -> tuple[tuple[str, ...], Outcome]:
    """Return the tags that a pair names."""
    words = as_texts(pair.value)
    if not words:
        return (), kept(pair, "it is no list of words")
    return _words(pair.key.lower(), pair.value, generator) if isinstance(pair.value, str) else words, taken(
        pair, "tags"
    )


def read_authors(pair: Pair, generator: str) -> tuple[tuple[str, ...], Outcome]:
    """Return the authors whom a pair names; of one who is described by several keys the name, the whole being kept."""
    names, whole = _named(pair.value)
    if not names:
        return (), kept(pair, _NAMELESS)
    if generator == "Pelican" and isinstance(pair.value, str):
        # As Pelican does: semicolons part names, and without any, commas under "authors".
        names = _split(pair.value, ";" if ";" in pair.value or pair.key.lower() == "author" else ",")
    note = "taken as `authors`" + ("" if whole else ", the names alone; the whole is kept as a comment")
    return names, Outcome(pair, note, kept=not whole)


def read_people(pair: Pair) -> tuple[tuple[NamedPerson, ...], Outcome]:
    """Return the people whom a pair names, if it names people and nothing else."""
    people = [_person(member) for member in (pair.value if isinstance(pair.value, list) else [pair.value])]
    found = tuple(person for person in people if person is not None)
    return (found, taken(pair, "people")) if len(found) == len(people) else ((), kept(pair, _NAMELESS))


def _words(key: str, text: str, generator: str) -> tuple[str, ...]:
    """Return the words of a string that stands where a list could, parted as its generator does."""
    if generator == "Pelican":
        return (" ".join(text.split()),) if key == "category" else _split(text, ";" if ";" in text else ",")
    if generator == "Jekyll" and "," not in text and key in {"tags", "categories"}:
        return tuple(text.split())
    if key == "keywords" or generator in {"Jekyll", ""}:
        return _split(text, ",")
    return (" ".join(text.split()),)


def _split(text: str, sign: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in re.split(rf"[{sign}\n]", text) if part.strip())


def _named(value: Value) -> tuple[tuple[str, ...], bool]:
    """Return the names in a value, and whether it says nothing beyond them."""
    names = []
    whole = True
    for member in value if isinstance(value, list) else [value]:
        name = as_text(_name_in(member) if isinstance(member, dict) else member)
        whole = whole and not (isinstance(member, dict) and len(member) > 1) and name is not None
        names.append(name)
    return tuple(name for name in names if name), whole


def _name_in(mapping: dict[str, Value]) -> Value:
    return next((value for key, value in mapping.items() if key.lower() == "name"), None)


def _person(value: Value) -> NamedPerson | None:
    if isinstance(value, dict):
        if not value.keys() <= {"name", "id"}:
            return None
        name, identifier = as_text(value.get("name")), as_text(value.get("id"))
    else:
        name, identifier = as_text(value), ""
    if not name or not any(map(str.isalpha, name)) or identifier is None:
        return None
    if identifier and (slug_problem(identifier) or not is_slug(identifier)):
        return None
    return NamedPerson(name, identifier)
