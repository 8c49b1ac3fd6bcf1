"""Decisions of an editor about people, as changes of authority records."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sitegen.curate.lookup import near_words, problem
from sitegen.curate.record_text import line_of, new_text, order, rewritten
from sitegen.curate.record_yaml import EditProblem
from sitegen.curate.roster import Appearance, Listed, Roster
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import fold, split_name
from sitegen.model.slug import is_slug, slug_problem

FOLDER = "content/people/"
_FACTS = ("born", "died", "wikidata")


@dataclass(frozen=True, slots=True)
class Amendment:
    """One file of ``content/people/``: its text before and after, None where there is no such file.

    ``record`` is what the file says afterwards, None where it is removed.
    """

    path: str
    before: str | None
    after: str | None
    record: AuthorityRecord | None


@dataclass(frozen=True, slots=True)
class Desk:
    """What a decision is made on: everybody, and the texts of all records by their paths.

    ``taken`` are the paths of all files below ``content/people/``, in small letters: where a new file would stand.
    """

    roster: Roster
    texts: Mapping[str, str]
    taken: frozenset[str]


def merge(desk: Desk, one: Listed, other: Listed) -> tuple[Amendment, ...]:
    """Make ``other`` one with ``one``: its names become variants, its id a former one, and its record goes.

    Raises InputError where they are the same or not both people (exit code 2), or where their records disagree (1).
    """
    for entry in (one, other):
        _person(entry)
    if one.id == other.id:
        raise problem("people-same", other.id, f"{one.id} is one person already", "name two")
    record = _record(desk, one, besides=other)
    theirs = other.record
    _refuse_conflicts(desk, record, one.record, theirs)
    foreign = _foreign(desk, one, other)
    names = [name for name in _full_names(other) if fold(name) not in foreign]
    if theirs is not None:
        names += theirs.names
    former = {other.id, *(theirs.former_ids if theirs is not None else ())} - {one.id}
    merged = replace(
        record,
        variants=_joined(record.variants, (name for name in names if name != record.name)),
        former_ids=_joined(record.former_ids, former),
    )
    if theirs is None:
        return (_written(desk, one.record, merged),)
    merged = replace(
        merged,
        note=merged.note or theirs.note,
        born=merged.born or theirs.born,
        died=merged.died or theirs.died,
        roles=(*merged.roles, *(role for role in theirs.roles if role not in merged.roles)),
        wikidata=merged.wikidata or theirs.wikidata,
        image=merged.image or _image(record, theirs),
        image_alt=merged.image_alt or (theirs.image_alt if not merged.image or _same_image(record, theirs) else ""),
        never=_joined(merged.never, theirs.never),
        articles=_joined(merged.articles, theirs.articles),
        noindex=merged.noindex or theirs.noindex,
        suppress=merged.suppress or theirs.suppress,
    )
    return _written(desk, one.record, merged), Amendment(theirs.path, desk.texts[theirs.path], None, None)


def split(desk: Desk, person: Listed, articles: Iterable[str], new_id: str, name: str = "") -> tuple[Amendment, ...]:
    """Make of ``person`` two: a new one, who is meant in ``articles``, and the present one, in all others.

    The new id may be one that the front matter of articles gives already, and an article may be one in which the name
    is linked to nobody yet. An article whose front matter gives an id
    needs no record that lists it. Raises InputError (exit code 2) where the id cannot be one or is somebody's, an
    article does not name the person, or nothing would be left; also (1) where the front matter of an article says
    otherwise, or only that one of the two is meant.
    """
    _person(person)
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
    record = _record(desk, person, besides=begun)
    if person.record is None:
        kept_names = {name for found in mine for name in found.names}
        record = replace(record, variants=tuple(name for name in record.variants if name in kept_names))
    foreign = _foreign(desk, person, begun)
    here = [name for found in (*moved, *theirs) for name in found.names if fold(name) not in foreign]
    here += [name for article, names in doubtful.items() if article in given for name in names]
    known_as = _clean(name) if name else record.name
    _refuse_name(desk, known_as, person, begun)
    fresh = AuthorityRecord(
        new_id,
        _new_path(desk, new_id),
        "person",
        known_as,
        variants=_joined((), (n for n in (record.name, *here) if n != known_as)),
        articles=_joined((), (*given, *(found.article for found in theirs if not found.by_id))),
    )
    listed = (*(a for a in record.articles if a not in given), *(found.article for found in mine if not found.by_id))
    kept = replace(record, articles=_joined((), listed))
    return _written(desk, None, fresh), _written(desk, person.record, kept)


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


def rename(desk: Desk, person: Listed, name: str) -> tuple[Amendment, ...]:
    """Call ``person`` by another name; the former one becomes a variant, and the id stays.

    With the name that it has, a record is made where there is none, and nothing else. Raises InputError (exit code 2)
    where the name is empty or somebody else's.
    """
    _person(person)
    new = _clean(name)
    _refuse_name(desk, new, person)
    record = _record(desk, person)
    if new == record.name:
        return (_written(desk, person.record, record),)
    if any(fold(new) == fold(words) for words in record.never):
        message = f"“{new}” stands under not: there"
        raise InputError(_at(desk, record, "not", "people-conflict", message, "take it out there, or choose another"))
    variants = _joined((v for v in record.variants if v != new), (record.name,))
    return (_written(desk, person.record, replace(record, name=new, variants=variants)),)


def never(desk: Desk, text: str, person: Listed) -> tuple[Amendment, ...]:
    """Say that ``text`` never means ``person``.

    Raises InputError (exit code 2) where it is empty or the name itself; (1) where it is a variant of the record.
    """
    _person(person)
    words = _clean(text)
    record = _record(desk, person)
    if fold(words) == fold(record.name):
        message = f"“{words}” is the name of {record.id} itself"
        raise problem("people-name", text, message, "sitegen people split parts two people of one name")
    if person.record is not None and fold(words) in map(fold, record.variants):
        message, hint = f"“{words}” is a variant of this record", "take it out of variants: first"
        raise InputError(_at(desk, record, "variants", "people-conflict", message, hint))
    variants = tuple(v for v in record.variants if fold(v) != fold(words))
    amended = replace(record, variants=variants, never=_joined(record.never, (words,)))
    return (_written(desk, person.record, amended),)


def _person(entry: Listed) -> None:
    if entry.kind != "person":
        message = f"{entry.name} is no person, but {'an organisation' if entry.kind == 'organisation' else 'a place'}"
        raise problem("people-kind", entry.id, message, "name a person")


def _joined(known: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """Return ``known`` as they are where nothing is new, else all of them, sorted."""
    before = tuple(known)
    added = [text for text in dict.fromkeys(more) if text not in before]
    return tuple(sorted((*before, *added), key=order)) if added else before


def _record(desk: Desk, person: Listed, *, besides: Listed | None = None) -> AuthorityRecord:
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
    foreign = _foreign(desk, person, besides)
    names = [name for name in person.names[1:] if fold(name) not in foreign]
    path = _new_path(desk, person.id)
    return AuthorityRecord(person.id, path, "person", person.name, variants=_joined((), names))


def _bearers(desk: Desk, name: str) -> list[Listed]:
    folded = fold(name)
    return [entry for entry in desk.roster.people if folded in map(fold, entry.names)]


def _foreign(desk: Desk, *own: Listed | None) -> frozenset[str]:
    """Return the folded names that others bear, or that are linked to nobody: no record may claim them unasked."""
    mine = {entry.id for entry in own if entry is not None}
    theirs = (name for entry in desk.roster.people if entry.id not in mine for name in entry.names)
    doubtful = (found.text for found in desk.roster.unresolved if not found.lone)
    return frozenset(map(fold, (*theirs, *doubtful)))


def _full_names(entry: Listed) -> list[str]:
    """Return the name, the fullest form of each article, and all forms that write a given name out."""
    full = []
    for form in entry.forms:
        parts = split_name(tuple(form.split()))
        if parts is not None and parts.full and len(fold(parts.given[0])) > 1:
            full.append(form)
    used = (name for found in entry.appearances for name in found.names)
    return list(dict.fromkeys((entry.name, *used, *full)))


def _new_path(desk: Desk, id_: str) -> str:
    """Return where the record of ``id_`` goes; an id is a slug, so that it never leads out of the folder."""
    if not is_slug(id_):
        raise problem("people-id", id_, f"“{id_}” cannot be the name of a file", "give the person an id")
    path = f"{FOLDER}{id_}.md"
    if path.lower() in desk.taken:
        hint = "move that file, or give its record this id"
        message = f"{path} is there already, and is no record of the id {id_}"
        raise InputError(Diagnostic("people-file", "error", path, None, None, message, hint))
    return path


def _refuse_id(desk: Desk, id_: str) -> None:
    """Raise InputError where ``id_`` cannot be that of a new person."""
    if not is_slug(id_) or slug_problem(id_):
        hint = "write small letters, digits and hyphens: john-penn-pilot"
        raise problem("people-id", id_, f"“{id_}” cannot be an id", hint)
    for entry in desk.roster.entries:
        if entry.id == id_ or (entry.record is not None and id_ in entry.record.former_ids):
            hint = "choose another"
            raise problem("people-id", id_, f"the id {id_} is, or was, that of {entry.name} ({entry.id})", hint)


def _refuse_name(desk: Desk, name: str, person: Listed, besides: Listed | None = None) -> None:
    """Raise InputError where ``name`` is that of somebody else than the two."""
    if fold(name) in map(fold, person.names):
        return
    for entry in _bearers(desk, name):
        if entry not in (person, besides):
            hint = f"where they are one person: sitegen people merge {person.id} {entry.id}"
            raise problem("people-name-taken", name, f"“{name}” is the name of {entry.id}", hint)


def _clean(text: str) -> str:
    """Return ``text`` with white space collapsed; raises InputError where it has no letter or digit."""
    words = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    if not any(map(str.isalnum, words)):
        raise problem("people-name", text, "there are no words", "write a name in quotation marks: 'Ann Lee'")
    return words


def _refuse_conflicts(
    desk: Desk, record: AuthorityRecord, mine: AuthorityRecord | None, theirs: AuthorityRecord | None
) -> None:
    """Raise InputError with a remark on both files for each fact on which the two records disagree."""
    if mine is None or theirs is None:
        return
    found: list[Diagnostic] = []

    def disagree(key: str, here: object, there: object) -> None:
        places = [f"{each.path}:{line_of(desk.texts[each.path], key) or 1}" for each in (mine, theirs)]
        message = f"“{key}” is {here} in {places[0]} and {there} in {places[1]}"
        hint = "correct one of the two, or take it out, and merge again"
        found.extend(_at(desk, each, key, "people-conflict", message, hint) for each in (mine, theirs))

    for key in _FACTS:
        here, there = getattr(mine, key), getattr(theirs, key)
        if here and there and here != there:
            disagree(key, here, there)
    if mine.image and theirs.image and not _same_image(mine, theirs):
        disagree("image", mine.image, theirs.image)
    elif mine.image_alt and theirs.image_alt and mine.image_alt != theirs.image_alt:
        disagree("image_alt", f"“{mine.image_alt}”", f"“{theirs.image_alt}”")
    for key in ("noindex", "suppress"):
        if getattr(theirs, key) and not getattr(mine, key) and line_of(desk.texts[mine.path], key):
            disagree(key, "false", "true")
    names = set(map(fold, (*record.names, *theirs.names)))
    if clash := sorted(words for words in (*mine.never, *theirs.never) if fold(words) in names):
        message = f"“{clash[0]}” never means one of the two, and is a name of the other"
        hint = "take it out of not:, or leave them two"
        found.extend(_at(desk, each, "not", "people-conflict", message, hint) for each in (mine, theirs))
    if mine.note and theirs.note and mine.note != theirs.note:
        message = f"both records have a note, {mine.path} and {theirs.path}"
        hint = f"write one note in {mine.path}, take it out of {theirs.path}, and merge again"
        for each in (mine, theirs):
            line = _body_line(desk.texts[each.path], each.note)
            found.append(Diagnostic("people-conflict", "error", each.path, line, None, message, hint))
    if not mine.image and theirs.image and _image(mine, theirs).startswith("../"):
        message = f"the picture of {theirs.path} does not lie beside {mine.path}"
        found.append(_at(desk, theirs, "image", "people-conflict", message, "move the picture, and write where it is"))
    if found:
        raise InputError(*found)


def _body_line(text: str, note: str) -> int | None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = note.split("\n", 1)[0].strip()
    return next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip() == first), None)


def _at(desk: Desk, record: AuthorityRecord, key: str, code: str, message: str, hint: str) -> Diagnostic:
    """Return an error at the line of ``key`` in the record's file."""
    return Diagnostic(code, "error", record.path, line_of(desk.texts[record.path], key), None, message, hint)


def _image(mine: AuthorityRecord, theirs: AuthorityRecord) -> str:
    """Return the path of the picture of ``theirs`` as seen from ``mine``."""
    if not theirs.image:
        return ""
    path = posixpath.join(posixpath.dirname(theirs.path), theirs.image)
    return posixpath.relpath(path, posixpath.dirname(mine.path))


def _same_image(mine: AuthorityRecord, theirs: AuthorityRecord) -> bool:
    return bool(mine.image) and posixpath.normpath(mine.image) == _image(mine, theirs)


def _written(desk: Desk, before: AuthorityRecord | None, after: AuthorityRecord) -> Amendment:
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
