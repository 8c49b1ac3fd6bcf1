"""What every decision about people needs: the records, who bears a name, and the files that change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.curate.lookup import problem
from sitegen.curate.record_list import order
from sitegen.curate.record_text import line_of, new_text, rewritten
from sitegen.curate.record_yaml import EditProblem
from sitegen.curate.roster import Listed, Roster
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import fold
from sitegen.model.slug import is_slug

FOLDER = "content/people/"


@dataclass(frozen=True, slots=True)
class Amendment:
    """One file below ``content/``: its text before and after, None where there is no such file.

    ``record`` is what the file of an authority record says afterwards, None for one that is removed, and for others.
    """

    path: str
    before: str | None
    after: str | None
    record: AuthorityRecord | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What a decision is made on: everybody, and the texts of all records by their paths.

    ``taken`` are the paths of all files below ``content/people/``, in small letters: where a new file would stand.
    """

    roster: Roster
    texts: Mapping[str, str]
    taken: frozenset[str]


def must_be_person(entry: Listed) -> None:
    """Raise InputError for an organisation or a place."""
    if entry.kind != "person":
        message = f"{entry.name} is no person, but {'an organisation' if entry.kind == 'organisation' else 'a place'}"
        raise problem("people-kind", entry.id, message, "name a person")


def joined(known: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """Return ``known`` as they are where nothing is new, else all of them, sorted."""
    before = tuple(known)
    added = [text for text in dict.fromkeys(more) if text not in before]
    return tuple(sorted((*before, *added), key=order)) if added else before


def record_of(desk: Desk, person: Listed, *, besides: Listed | None = None) -> AuthorityRecord:
    """Return the record of ``person``, or the one that is to be made: with the names by which it is known already.

    Otherwise an article that writes a middle name would lose its link. Raises InputError where somebody else has the
    same name: then the record would claim their articles as well.
    """
    if person.record is not None:
        return person.record
    others = [
        entry for entry in _bearers(desk, person.name) if entry.id not in {person.id, besides.id if besides else ""}
    ]
    if others:
        message = f"{person.name} is also the name of {' and '.join(entry.id for entry in others)}"
        hint = "write a record for each, with articles: that say who is meant where"
        raise problem("people-name-taken", person.id, message, hint)
    foreign = foreign_names(desk, person, besides)
    names = [name for name in person.names[1:] if fold(name) not in foreign]
    path = new_path(desk, person.id)
    return AuthorityRecord(person.id, path, "person", person.name, variants=joined((), names))


def _bearers(desk: Desk, name: str) -> list[Listed]:
    folded = fold(name)
    return [entry for entry in desk.roster.people if folded in map(fold, entry.names)]


def foreign_names(desk: Desk, *own: Listed | None) -> frozenset[str]:
    """Return the folded names that others bear, or that are linked to nobody: no record may claim them unasked."""
    mine = {entry.id for entry in own if entry is not None}
    theirs = (name for entry in desk.roster.people if entry.id not in mine for name in entry.names)
    doubtful = (found.text for found in desk.roster.unresolved if not found.lone)
    return frozenset(map(fold, (*theirs, *doubtful)))


def new_path(desk: Desk, id_: str) -> str:
    """Return where the record of ``id_`` goes; an id is a slug, so that it never leads out of the folder."""
    if not is_slug(id_):
        raise problem("people-id", id_, f"“{id_}” cannot be the name of a file", "give the person an id")
    path = f"{FOLDER}{id_}.md"
    if path.lower() in desk.taken:
        hint = "move that file, or give its record this id"
        message = f"{path} is there already, and is no record of the id {id_}"
        raise InputError(Diagnostic("people-file", "error", path, None, None, message, hint))
    return path


def refuse_name(desk: Desk, name: str, person: Listed, besides: Listed | None = None) -> None:
    """Raise InputError where ``name`` is that of somebody else than the two."""
    if fold(name) in map(fold, person.names):
        return
    for entry in _bearers(desk, name):
        if entry not in (person, besides):
            hint = f"where they are one person: sitegen people merge {person.id} {entry.id}"
            raise problem("people-name-taken", name, f"“{name}” is the name of {entry.id}", hint)


def clean(text: str) -> str:
    """Return ``text`` with white space collapsed; raises InputError where it has no letter or digit."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not any(map(str.isalnum, words)):
        raise problem("people-name", text, "there are no words", "write a name in quotation marks: 'Ann Lee'")
    return words


def at_key(desk: Desk, record: AuthorityRecord, key: str, code: str, message: str, hint: str) -> Diagnostic:
    """Return an error at the line of ``key`` in the record's file."""
    return Diagnostic(code, "error", record.path, line_of(desk.texts[record.path], key), None, message, hint)


def written(desk: Desk, before: AuthorityRecord | None, after: AuthorityRecord) -> Amendment:
    """Return the file of ``after``; raises InputError where its text cannot be edited."""
    if before is None:
        return Amendment(after.path, None, new_text(after), after)
    text = desk.texts[before.path]
    try:
        return Amendment(after.path, text, rewritten(text, before, after), after)
    except EditProblem as found:
        hint = "write it line by line, as docs/people.md shows, or make the change by hand"
        raise InputError(
            Diagnostic("people-record-form", "error", before.path, found.line, None, found.message, hint)
        ) from None
