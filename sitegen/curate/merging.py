"""Two who are one: the record of the second goes into that of the first."""

import posixpath
from dataclasses import replace

from sitegen.curate.desk import Amendment, Desk, at_key, foreign_names, joined, must_be_person, record_of, written
from sitegen.curate.lookup import problem
from sitegen.curate.record_text import line_of
from sitegen.curate.roster import Listed, written_out
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import fold

_FACTS = ("born", "died", "wikidata")


def merge(desk: Desk, one: Listed, other: Listed) -> tuple[Amendment, ...]:
    """Make ``other`` one with ``one``: its names become variants, its id a former one, and its record goes.

    Raises InputError where they are the same or not both people (exit code 2), or where their records disagree (1).
    """
    for entry in (one, other):
        must_be_person(entry)
    if one.id == other.id:
        raise problem("people-same", other.id, f"{one.id} is one person already", "name two")
    record = record_of(desk, one, besides=other)
    theirs = other.record
    _refuse_conflicts(desk, record, one.record, theirs)
    foreign = foreign_names(desk, one, other)
    names = [name for name in _full_names(other) if fold(name) not in foreign]
    if theirs is not None:
        names += theirs.names
    former = {other.id, *(theirs.former_ids if theirs is not None else ())} - {one.id}
    merged = replace(
        record,
        variants=joined(record.variants, (name for name in names if name != record.name)),
        former_ids=joined(record.former_ids, former),
    )
    if theirs is None:
        return (written(desk, one.record, merged),)
    merged = replace(
        merged,
        note=merged.note or theirs.note,
        born=merged.born or theirs.born,
        died=merged.died or theirs.died,
        roles=(*merged.roles, *(role for role in theirs.roles if role not in merged.roles)),
        wikidata=merged.wikidata or theirs.wikidata,
        image=merged.image or _image(record, theirs),
        image_alt=merged.image_alt or (theirs.image_alt if not merged.image or _same_image(record, theirs) else ""),
        never=joined(merged.never, theirs.never),
        articles=joined(merged.articles, theirs.articles),
        noindex=merged.noindex or theirs.noindex,
        suppress=merged.suppress or theirs.suppress,
        sensitive=merged.sensitive or theirs.sensitive,
    )
    return written(desk, one.record, merged), Amendment(theirs.path, desk.texts[theirs.path], None, None)


def _full_names(entry: Listed) -> list[str]:
    """Return the name, the fullest form of each article, and all forms that write a given name out."""
    used = (name for found in entry.appearances for name in found.names)
    return list(dict.fromkeys((entry.name, *used, *written_out(entry.forms))))


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
        found.extend(at_key(desk, each, key, "people-conflict", message, hint) for each in (mine, theirs))

    for key in _FACTS:
        here, there = getattr(mine, key), getattr(theirs, key)
        if here and there and here != there:
            disagree(key, here, there)
    if mine.image and theirs.image and not _same_image(mine, theirs):
        disagree("image", mine.image, theirs.image)
    elif mine.image_alt and theirs.image_alt and mine.image_alt != theirs.image_alt:
        disagree("image_alt", f"“{mine.image_alt}”", f"“{theirs.image_alt}”")
    for key in ("noindex", "suppress", "sensitive"):
        if getattr(theirs, key) and not getattr(mine, key) and line_of(desk.texts[mine.path], key):
            disagree(key, "false", "true")
    names = set(map(fold, (*record.names, *theirs.names)))
    if clash := sorted(words for words in (*mine.never, *theirs.never) if fold(words) in names):
        message = f"“{clash[0]}” never means one of the two, and is a name of the other"
        hint = "take it out of not:, or leave them two"
        found.extend(at_key(desk, each, "not", "people-conflict", message, hint) for each in (mine, theirs))
    if mine.note and theirs.note and mine.note != theirs.note:
        message = f"both records have a note, {mine.path} and {theirs.path}"
        hint = f"write one note in {mine.path}, take it out of {theirs.path}, and merge again"
        for each in (mine, theirs):
            line = _body_line(desk.texts[each.path], each.note)
            found.append(Diagnostic("people-conflict", "error", each.path, line, None, message, hint))
    if not mine.image and theirs.image and _image(mine, theirs).startswith("../"):
        message = f"the picture of {theirs.path} does not lie beside {mine.path}"
        found.append(
            at_key(desk, theirs, "image", "people-conflict", message, "move the picture, and write where it is")
        )
    if found:
        raise InputError(*found)


def _body_line(text: str, note: str) -> int | None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = note.split("\n", 1)[0].strip()
    return next((n for n in range(len(lines), 0, -1) if lines[n - 1].strip() == first), None)


def _image(mine: AuthorityRecord, theirs: AuthorityRecord) -> str:
    """Return the path of the picture of ``theirs`` as seen from ``mine``."""
    if not theirs.image:
        return ""
    path = posixpath.join(posixpath.dirname(theirs.path), theirs.image)
    return posixpath.relpath(path, posixpath.dirname(mine.path))


def _same_image(mine: AuthorityRecord, theirs: AuthorityRecord) -> bool:
    return bool(mine.image) and posixpath.normpath(mine.image) == _image(mine, theirs)
