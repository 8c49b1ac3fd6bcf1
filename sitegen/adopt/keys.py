"""The table of keys: which former key says what, and what is done with the others."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from sitegen.adopt.dates import day_of, read_date, read_day
from sitegen.adopt.fields import KEPT, Fields, Outcome, empty, kept, taken
from sitegen.adopt.names import read_authors, read_people, read_tags
from sitegen.adopt.pair import Pair, Value
from sitegen.adopt.publications import read_source
from sitegen.adopt.values import as_switch, as_text, is_empty
from sitegen.model.language_code import is_language_code
from sitegen.model.slug import slug_problem, slugify

# By the key as ``plain`` gives it. Where one field has several keys, the first that says something is taken, except
# for authors and tags, of which all are, and for drafts, which any of them makes.
_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "date": ("date", "publishdate", "pubdate", "published"),
    "authors": ("author", "authors"),
    "tags": ("tags", "tag", "keywords", "categories", "category", "topics"),
    "summary": ("description", "summary", "excerpt", "lead", "teaser"),
    "language": ("language", "lang", "locale"),
    "slug": ("slug",),
    "people": ("people",),
    "source": ("source", "canonical", "canonicalurl", "originalurl", "sourceurl", "externalurl"),
    "draft": ("draft", "status", "headless", "build", "expirydate"),
    "address": ("permalink", "url", "aliases", "alias", "redirectfrom", "saveas"),
}
_FIELD = {key: field for field, keys in _FIELDS.items() for key in keys}
_ORDER = {key: number for number, key in enumerate(_FIELD)}
Read = TypeVar("Read")
_HIDDEN = frozenset({"draft", "hidden", "private", "pending"})
_SHOWN = frozenset({"published", "publish"})
_SWITCHES = frozenset({"draft", "headless", "published", "permalink"})
_DRAFT = "taken as `draft: true`"
_DRAFT_AND_KEPT = f"{_DRAFT}; kept as a comment"
_NO_DRAFT = "no draft, so there was nothing to write"


def read_fields(pairs: Sequence[Pair], *, generator: str, today: datetime.date) -> tuple[Fields, list[Outcome]]:
    """Return what ``pairs`` say, and what became of each of them, in their order.

    What a former generator would not show on ``today`` is a draft: neither drafts nor texts withheld until a day, or
    taken down after one, may come out because a site was moved.
    """
    groups: dict[str, list[Pair]] = {field: [] for field in ("", *_FIELDS)}
    for pair in sorted(pairs, key=lambda pair: _ORDER.get(plain(pair.key), 0)):
        groups[_field(pair)].append(pair)
    title, outcomes = _first(groups["title"], "title", _line, "it is not one line of text")
    summary, of_summary = _first(groups["summary"], "summary", _line, "it is not one line of text")
    language, of_language = _first(groups["language"], "language", _language, "it is no language code")
    slug, of_slug = _first(groups["slug"], "slug", _slug, "it cannot stand in an address here")
    date, withheld, of_dates = _date(groups["date"], today)
    authors, of_authors = _each(groups["authors"], lambda pair: read_authors(pair, generator))
    tags, of_tags = _each(groups["tags"], lambda pair: read_tags(pair, generator))
    people, of_people = _each(groups["people"], read_people)
    drafts, of_drafts = _each(groups["draft"], lambda pair: _draft(pair, generator, today))
    source, of_source = read_source(groups["source"])
    outcomes += [*of_summary, *of_language, *of_slug, *of_dates, *of_authors, *of_tags, *of_people, *of_drafts]
    outcomes += of_source
    outcomes += [kept(pair, "the address of the text changes") for pair in groups["address"]]
    outcomes += [kept(pair) for pair in groups[""]]
    order = {id(pair): number for number, pair in enumerate(pairs)}
    fields = Fields(
        title=title,
        slug=slug,
        date=date,
        authors=tuple(dict.fromkeys(name for names in authors for name in names)),
        tags=_distinct(tag for words in tags for tag in words),
        summary=summary,
        language=language,
        draft=withheld or any(drafts),
        source=source,
        people=tuple(dict.fromkeys(person for named in people for person in named)),
    )
    return fields, sorted(outcomes, key=lambda outcome: order[id(outcome.pair)])


def withholds(pair: Pair, *, generator: str, today: datetime.date) -> bool | None:
    """Tell whether a key, wherever it stands, makes a text a draft; None where it does not speak of that."""
    if _field(pair) != "draft" or is_empty(pair.value):
        return None
    return _draft(pair, generator, today)[0]


def plain(key: str) -> str:
    """Return a key without case, hyphens and underscores."""
    return key.strip().lower().replace("-", "").replace("_", "")


def language_code(text: str) -> str:
    """Return a language or locale such as "de_DE.UTF-8" as a code, "de-DE"; "" where it is none."""
    code = text.strip().partition(".")[0].replace("_", "-")
    return code if is_language_code(code) else ""


def _field(pair: Pair) -> str:
    key = plain(pair.key)
    # Some say a day or a switch, an address or that there is none.
    if key == "published" and as_switch(pair.value) is not None:
        return "draft"
    if key == "permalink" and as_switch(_part(pair, "build")) is False:
        return "draft"
    return _FIELD.get(key, "")


def _part(pair: Pair, name: str) -> Value:
    """Return a value, or of a mapping the value of ``name``."""
    return pair.value.get(name) if isinstance(pair.value, dict) else pair.value


def _each(pairs: Iterable[Pair], read: Callable[[Pair], tuple[Read, Outcome]]) -> tuple[list[Read], list[Outcome]]:
    """Return what is read from each pair that says something, and what became of each pair."""
    found = [(None, empty(pair)) if is_empty(pair.value) else read(pair) for pair in pairs]
    return [value for value, _outcome in found if value is not None], [outcome for _value, outcome in found]


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    """Return the first spelling of each word."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(word.casefold(), word)
    return tuple(first.values())


def _first(
    pairs: Iterable[Pair], name: str, read: Callable[[Pair], tuple[str, str]], refused: str
) -> tuple[str, list[Outcome]]:
    """Return the first value that can be read; ``read`` returns it, or "", with what is to be said besides."""
    found = ""
    outcomes = []
    for pair in pairs:
        value, more = read(pair)
        if is_empty(pair.value):
            outcomes.append(empty(pair))
        elif not value:
            outcomes.append(kept(pair, refused))
        elif found:
            outcomes.append(kept(pair, f"another key was taken as `{name}`"))
        else:
            found = value
            outcomes.append(Outcome(pair, f"taken as `{name}`{more}"))
    return found, outcomes


def _line(pair: Pair) -> tuple[str, str]:
    return "" if isinstance(pair.value, bool) else as_text(pair.value) or "", ""


def _language(pair: Pair) -> tuple[str, str]:
    return language_code(as_text(pair.value) or ""), ""


def _slug(pair: Pair) -> tuple[str, str]:
    text = as_text(pair.value) or ""
    slug = "" if slug_problem(text) else slugify(text)
    return slug, "" if slug == text else ", in the letters of an address"


def _date(pairs: Iterable[Pair], today: datetime.date) -> tuple[str, bool, list[Outcome]]:
    """Return the date, and whether the text was to come out later."""
    date, withheld = "", False
    outcomes = []
    for pair in pairs:
        read = read_date(pair.value) or read_day(pair.value)
        if is_empty(pair.value):
            outcomes.append(empty(pair))
        elif not read:
            outcomes.append(kept(pair, "it is no date that can be read in one way alone"))
        elif date and day_of(read) > today >= day_of(date):
            withheld = True
            said = "in the future, so the text is a draft (`draft: true`); kept as a comment"
            outcomes.append(Outcome(pair, said, kept=True))
        elif date:
            outcomes.append(kept(pair, "another key was taken as `date`"))
        elif read == read_date(pair.value):
            date = read
            outcomes.append(taken(pair, "date"))
        else:
            date = read
            said = "taken as `date`, without the time; the whole is kept as a comment"
            outcomes.append(Outcome(pair, said, kept=True))
    return date, withheld, outcomes


def _draft(pair: Pair, generator: str, today: datetime.date) -> tuple[bool, Outcome]:
    """Return whether a key keeps its text from being shown. In doubt it does: better one too few than one too early."""
    key, text = plain(pair.key), (as_text(pair.value) or "").lower()
    if key in _SWITCHES:
        switch = as_switch(_part(pair, "build"))
        if switch is None:
            said = "neither true nor false, so taken as `draft: true`; kept as a comment"
            return True, Outcome(pair, said, kept=True)
        hidden = switch is (key in {"draft", "headless"})
        return hidden, Outcome(pair, _DRAFT if hidden else _NO_DRAFT)
    if key == "expirydate":
        day = read_day(pair.value)
        if day and day_of(day) > today:
            return False, kept(pair)
        said = "past, so the text is a draft (`draft: true`)" if day else f"no date that can be read, so {_DRAFT}"
        return True, Outcome(pair, f"{said}; kept as a comment", kept=True)
    if key == "build":
        if not isinstance(pair.value, dict) and generator != "Hugo":
            return False, kept(pair)
        render = as_text(_part(pair, "render"))
        hidden = render is None or render.lower() not in {"", "always", "true"}
        return hidden, Outcome(pair, _DRAFT_AND_KEPT if hidden else KEPT, kept=True)
    if text in _SHOWN | _HIDDEN:
        return text in _HIDDEN, Outcome(pair, _DRAFT if text in _HIDDEN else _NO_DRAFT)
    # Pelican skips what has a status that it does not know.
    return generator == "Pelican", Outcome(pair, _DRAFT_AND_KEPT if generator == "Pelican" else KEPT, kept=True)
