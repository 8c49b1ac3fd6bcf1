"""Lists of words and names: authors, tags, people."""

import re
from collections.abc import Sequence

from sitegen.adopt.fields import Outcome, empty, kept, taken
from sitegen.adopt.pair import Pair, Value
from sitegen.adopt.values import as_text, as_texts, is_empty
from sitegen.model.article import NamedPerson
from sitegen.model.slug import is_slug, slug_problem

_NAMELESS = "no names could be read from it"


def read_tags(pairs: Sequence[Pair], generator: str) -> tuple[tuple[str, ...], list[Outcome]]:
    """Return all tags, the first spelling of each, in the order of the pairs."""
    tags: dict[str, str] = {}
    outcomes = []
    for pair in pairs:
        words = as_texts(pair.value)
        if is_empty(pair.value):
            outcomes.append(empty(pair))
        elif not words:
            outcomes.append(kept(pair, "it is no list of words"))
        else:
            if isinstance(pair.value, str):
                words = _words(pair.key.lower(), pair.value, generator)
            for word in words:
                tags.setdefault(word.casefold(), word)
            outcomes.append(taken(pair, "tags"))
    return tuple(tags.values()), outcomes


def read_authors(pairs: Sequence[Pair], generator: str) -> tuple[tuple[str, ...], list[Outcome]]:
    """Return all authors; of one who is described by several keys the name, the whole being kept."""
    authors: dict[str, None] = {}
    outcomes = []
    for pair in pairs:
        names, whole = _named(pair.value)
        if is_empty(pair.value):
            outcomes.append(empty(pair))
        elif not names:
            outcomes.append(kept(pair, _NAMELESS))
        else:
            if generator == "Pelican" and isinstance(pair.value, str):
                # As Pelican does: semicolons part names, and without any, commas under "authors".
                names = _split(pair.value, ";" if ";" in pair.value or pair.key.lower() == "author" else ",")
            authors.update(dict.fromkeys(names))
            note = "taken as `authors`" + ("" if whole else ", the names alone; the whole is kept as a comment")
            outcomes.append(Outcome(pair, note, kept=not whole))
    return tuple(authors), outcomes


def read_people(pair: Pair) -> tuple[tuple[NamedPerson, ...], Outcome]:
    """Return the people whom an pair names, if it names people and nothing else."""
    members = pair.value if isinstance(pair.value, list) else [pair.value]
    people = [_person(member) for member in members]
    if is_empty(pair.value):
        return (), empty(pair)
    found = tuple(person for person in people if person is not None)
    if len(found) < len(people):
        return (), kept(pair, _NAMELESS)
    return tuple(dict.fromkeys(found)), taken(pair, "people")


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
