"""The table of keys: which former key says what, and what is done with the others."""

import datetime
from collections.abc import Iterable, Sequence

from sitegen.adopt.dates import day_of, read_date, read_day
from sitegen.adopt.entry import Entry
from sitegen.adopt.fields import KEPT, Fields, Outcome, empty, kept, taken
from sitegen.adopt.names import read_authors, read_people, read_tags
from sitegen.adopt.origins import read_source
from sitegen.adopt.values import as_switch, as_text, is_empty
from sitegen.model.language_code import is_language_code
from sitegen.model.slug import slug_problem, slugify

# By the key without case, hyphens and underscores. Where one field has several keys, the first that says something
# is taken, except for authors and tags, of which all are.
FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "date": ("date", "publishdate", "pubdate", "published"),
    "authors": ("author", "authors"),
    "tags": ("tags", "tag", "keywords", "categories", "category", "topics"),
    "summary": ("description", "summary", "excerpt", "lead", "teaser"),
    "language": ("language", "lang", "locale"),
    "slug": ("slug",),
    "people": ("people",),
    "source": ("source", "canonical", "canonicalurl", "originalurl", "sourceurl", "externalurl"),
    "draft": ("draft", "status"),
    "expiry": ("expirydate",),
    "address": ("permalink", "url", "aliases", "alias", "redirectfrom", "saveas"),
}
_FIELD = {key: field for field, keys in FIELDS.items() for key in keys}
_HIDDEN = frozenset({"draft", "hidden", "private", "pending"})
_SHOWN = frozenset({"published", "publish"})
_NOTHING_TO_WRITE = "no draft, so there was nothing to write"


def read_fields(entries: Sequence[Entry], *, generator: str, today: datetime.date) -> tuple[Fields, list[Outcome]]:
    """Return what ``entries`` say, and what became of each of them, in their order.

    What a former generator would not show on ``today`` is a draft: neither drafts nor texts withheld until a day, or
    taken down after one, may come out because a site was moved.
    """
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_field(entry), []).append(entry)
    for field, keys in FIELDS.items():
        groups.setdefault(field, []).sort(key=lambda entry, keys=keys: keys.index(_plain(entry.key)))  # type: ignore[misc]
    title, outcomes = _first_text(groups["title"], "title")
    summary, of_summary = _first_text(groups["summary"], "summary")
    date, withheld, of_dates = _date(groups["date"], today)
    authors, of_authors = read_authors(groups["authors"], generator)
    tags, of_tags = read_tags(groups["tags"], generator)
    language, of_language = _language(groups["language"])
    slug, of_slug = _slug(groups["slug"])
    source, of_source = read_source(groups["source"])
    draft, of_draft = _draft(groups["draft"])
    expired, of_expiry = _expiry(groups["expiry"], today)
    named = [read_people(entry) for entry in groups["people"]]
    outcomes += [*of_summary, *of_dates, *of_authors, *of_tags, *of_language, *of_slug, *of_source, *of_draft]
    outcomes += [*of_expiry, *(outcome for _people, outcome in named)]
    outcomes += [kept(entry, "kept as a comment: the address of the text changes") for entry in groups["address"]]
    outcomes += [kept(entry) for entry in groups.get("", ())]
    order = {id(entry): number for number, entry in enumerate(entries)}
    return (
        Fields(
            title=title,
            slug=slug,
            date=date,
            authors=authors,
            tags=tags,
            summary=summary,
            language=language,
            draft=draft or withheld or expired,
            source_name=source.name,
            source_url=source.url,
            source_archived=source.archived,
            people=tuple(dict.fromkeys(person for people, _outcome in named for person in people)),
        ),
        sorted(outcomes, key=lambda outcome: order[id(outcome.entry)]),
    )


def language_code(text: str) -> str:
    """Return a language or locale such as "de_DE.UTF-8" as a code, "de-DE"; "" where it is none."""
    code = text.strip().partition(".")[0].replace("_", "-")
    return code if is_language_code(code) else ""


def _plain(key: str) -> str:
    return key.strip().lower().replace("-", "").replace("_", "")


def _field(entry: Entry) -> str:
    return _FIELD.get(_plain(entry.key), "")


def _first_text(entries: Iterable[Entry], name: str) -> tuple[str, list[Outcome]]:
    found = ""
    outcomes = []
    for entry in entries:
        text = as_text(entry.value)
        if is_empty(entry.value):
            outcomes.append(empty(entry))
        elif not text or isinstance(entry.value, bool):
            outcomes.append(kept(entry, "kept as a comment: it is not one line of text"))
        elif found:
            outcomes.append(kept(entry, f"kept as a comment: another key was taken as `{name}`"))
        else:
            found = text
            outcomes.append(taken(entry, name))
    return found, outcomes


def _date(entries: Iterable[Entry], today: datetime.date) -> tuple[str, bool, list[Outcome]]:
    """Return the date, and whether the text was to come out later or not at all."""
    date, withheld = "", False
    outcomes = []
    for entry in entries:
        switch = as_switch(entry.value) if _plain(entry.key) == "published" else None
        read = read_date(entry.value)
        day = read_day(entry.value)
        if switch is not None:
            withheld = withheld or not switch
            outcomes.append(Outcome(entry, _NOTHING_TO_WRITE if switch else "taken as `draft: true`"))
        elif is_empty(entry.value):
            outcomes.append(empty(entry))
        elif date and read and day_of(read) > today >= day_of(date):
            withheld = True
            said = "in the future, so the text is a draft (`draft: true`); kept as a comment"
            outcomes.append(kept(entry, said))
        elif date and (read or day):
            outcomes.append(kept(entry, "kept as a comment: another key was taken as `date`"))
        elif read:
            date = read
            outcomes.append(taken(entry, "date"))
        elif day:
            date = day
            outcomes.append(kept(entry, "taken as `date`, without the time; the whole is kept as a comment"))
        else:
            outcomes.append(kept(entry, "kept as a comment: it is no date that can be read in one way alone"))
    return date, withheld, outcomes


def _language(entries: Iterable[Entry]) -> tuple[str, list[Outcome]]:
    language = ""
    outcomes = []
    for entry in entries:
        code = language_code(as_text(entry.value) or "")
        if is_empty(entry.value):
            outcomes.append(empty(entry))
        elif language or not code:
            outcomes.append(kept(entry, KEPT if language else "kept as a comment: it is no language code"))
        else:
            language = code
            outcomes.append(taken(entry, "language"))
    return language, outcomes


def _slug(entries: Iterable[Entry]) -> tuple[str, list[Outcome]]:
    slug = ""
    outcomes = []
    for entry in entries:
        text = as_text(entry.value) or ""
        if is_empty(entry.value):
            outcomes.append(empty(entry))
        elif slug or slug_problem(text):
            outcomes.append(kept(entry, "kept as a comment: it cannot stand in an address here"))
        else:
            slug = slugify(text)
            same = "" if slug == text else ", in the letters of an address"
            outcomes.append(Outcome(entry, f"taken as `slug`{same}"))
    return slug, outcomes


def _draft(entries: Iterable[Entry]) -> tuple[bool, list[Outcome]]:
    draft = False
    outcomes = []
    for entry in entries:
        text = (as_text(entry.value) or "").lower()
        status = _plain(entry.key) == "status"
        switch = as_switch(entry.value)
        hidden = text in _HIDDEN if status else switch
        if is_empty(entry.value):
            outcomes.append(empty(entry))
        elif hidden:
            draft = True
            outcomes.append(Outcome(entry, "taken as `draft: true`"))
        elif text in _SHOWN if status else switch is False:
            outcomes.append(Outcome(entry, _NOTHING_TO_WRITE))
        elif status:
            outcomes.append(kept(entry))
        else:
            # Better one text too few than one too early.
            draft = True
            outcomes.append(kept(entry, "neither true nor false, so taken as `draft: true`; kept as a comment"))
    return draft, outcomes


def _expiry(entries: Iterable[Entry], today: datetime.date) -> tuple[bool, list[Outcome]]:
    expired = False
    outcomes = []
    for entry in entries:
        day = read_date(entry.value)
        past = bool(day) and day_of(day) <= today
        expired = expired or past
        said = "past, so the text is a draft (`draft: true`); kept as a comment"
        outcomes.append(kept(entry, said if past else KEPT))
    return expired, outcomes
