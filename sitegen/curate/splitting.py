"""One page that holds two people of one name: each gets a record with their articles."""

from collections.abc import Iterable
from dataclasses import replace

from sitegen.curate.desk import (
    Amendment,
    Desk,
    clean,
    foreign_names,
    joined,
    must_be_person,
    new_path,
    record_of,
    refuse_name,
    written,
)
from sitegen.curate.lookup import near_words, problem
from sitegen.curate.roster import Appearance, Listed, written_out
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import fold
from sitegen.model.slug import is_slug, slug_problem


def split(desk: Desk, person: Listed, articles: Iterable[str], new_id: str, name: str = "") -> tuple[Amendment, ...]:
    """Make of ``person`` two: a new one, who is meant in ``articles``, and the present one, in all others.

    The new id may be one that the front matter of articles gives already, and an article may be one in which the name
    is linked to nobody yet. An article whose front matter gives an id
    needs no record that lists it. Raises InputError (exit code 2) where the id cannot be one or is somebody's, an
    article does not name the person, or nothing would be left; also (1) where the front matter of an article says
    otherwise, or only that one of the two is meant.
    """
    must_be_person(person)
    given = frozenset(articles)
    begun = _begun(desk, new_id, person)
    theirs = begun.appearances if begun is not None else ()
    doubtful = _doubtful(desk, person, begun)
    for article in sorted(given - set(person.articles) - {found.article for found in theirs} - doubtful.keys()):
        near = near_words(article, person.articles) or [*person.articles[:5]]
        hint = f"they are named in {', '.join(near)}" if near else "sitegen people show lists the articles"
        raise problem("people-articles", article, f"{person.id} is not named in an article “{article}”", hint)
    mine = [found for found in person.appearances if found.article not in given]
    moved = [found for found in person.appearances if found.article in given]
    if not given or not mine:
        message = f"no article would be left for {person.id if given else new_id}"
        raise problem("people-articles", "--articles", message, "give some of the articles, and not all of them")
    unclear = [(found, new_id) for found in moved if found.stated]
    unclear += [(found, person.id) for found in mine if found.stated and not found.by_id]
    if unclear:
        raise InputError(*(_stated(found, person, id_) for found, id_ in unclear))
    record = record_of(desk, person, besides=begun)
    if person.record is None:
        kept_names = {name for found in mine for name in found.names}
        record = replace(record, variants=tuple(name for name in record.variants if name in kept_names))
    # What the old record claims already, of whoever else bears it, the new one claims in its articles as well.
    foreign = foreign_names(desk, person, begun) - set(map(fold, record.names))
    used = (name for found in (*moved, *theirs) for name in (*found.names, *written_out(found.forms)))
    here = [name for name in used if fold(name) not in foreign]
    here += [name for article, names in doubtful.items() if article in given for name in names]
    known_as = clean(name) if name else record.name
    refuse_name(desk, known_as, person, begun)
    fresh = AuthorityRecord(
        new_id,
        new_path(desk, new_id),
        "person",
        known_as,
        variants=joined((), (n for n in (record.name, *here) if n != known_as)),
        articles=joined((), (*given, *(found.article for found in theirs if not found.by_id))),
    )
    listed = (*(a for a in record.articles if a not in given), *(found.article for found in mine if not found.by_id))
    kept = replace(record, articles=joined((), listed))
    return written(desk, None, fresh), written(desk, person.record, kept)


def _begun(desk: Desk, new_id: str, person: Listed) -> Listed | None:
    """Return the one of the name of ``person`` to whom front matter gives ``new_id``, None where nobody has it."""
    entry = next((entry for entry in desk.roster.people if entry.id == new_id), None)
    free = entry is not None and entry.record is None and entry.id != person.id
    if entry is not None and free and set(map(fold, entry.names)) & set(map(fold, person.names)):
        return entry
    _refuse_id(desk, new_id)
    return None


def _doubtful(desk: Desk, *people: Listed | None) -> dict[str, list[str]]:
    """Return the full names by article that are linked to nobody, and for which one of ``people`` competes."""
    ids = {entry.id for entry in people if entry is not None}
    names: dict[str, list[str]] = {}
    for found in desk.roster.unresolved:
        if not found.lone and " " in found.text and ids & set(found.candidates):
            names.setdefault(found.article, []).append(found.text)
    return names


def _stated(found: Appearance, person: Listed, id_: str) -> Diagnostic:
    said = f"gives the id {person.id}" if found.by_id else "does not say which of the two is meant"
    hint = f"write there: people: [{{name: {person.name}, id: {id_}}}]"
    message = f"“people:” {said}"
    return Diagnostic("people-stated", "error", found.path, found.stated, None, message, hint)


def _refuse_id(desk: Desk, id_: str) -> None:
    """Raise InputError where ``id_`` cannot be that of a new person."""
    if not is_slug(id_) or slug_problem(id_):
        hint = "write small letters, digits and hyphens: john-penn-pilot"
        raise problem("people-id", id_, f"“{id_}” cannot be an id", hint)
    for entry in desk.roster.entries:
        if entry.id == id_ or (entry.record is not None and id_ in entry.record.former_ids):
            hint = "choose another"
            raise problem("people-id", id_, f"the id {id_} is, or was, that of {entry.name} ({entry.id})", hint)
