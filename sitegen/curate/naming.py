"""What a person is called, and what never means them."""

from dataclasses import replace

from sitegen.curate.desk import Amendment, Desk, at_key, clean, joined, must_be_person, record_of, refuse_name, written
from sitegen.curate.lookup import problem
from sitegen.curate.roster import Listed
from sitegen.diagnostics import InputError
from sitegen.model.person_name import fold


def rename(desk: Desk, person: Listed, name: str) -> tuple[Amendment, ...]:
    """Call ``person`` by another name; the former one becomes a variant, and the id stays.

    With the name that it has, a record is made where there is none, and nothing else. Raises InputError (exit code 2)
    where the name is empty or somebody else's.
    """
    must_be_person(person)
    new = clean(name)
    refuse_name(desk, new, person)
    record = record_of(desk, person)
    if new == record.name:
        return (written(desk, person.record, record),)
    if any(fold(new) == fold(words) for words in record.never):
        message = f"“{new}” stands under not: there"
        raise InputError(
            at_key(desk, record, "not", "people-conflict", message, "take it out there, or choose another")
        )
    variants = joined((v for v in record.variants if v != new), (record.name,))
    return (written(desk, person.record, replace(record, name=new, variants=variants)),)


def never(desk: Desk, text: str, person: Listed) -> tuple[Amendment, ...]:
    """Say that ``text`` never means ``person``.

    Raises InputError (exit code 2) where it is empty or the name itself; (1) where it is a variant of the record.
    """
    must_be_person(person)
    words = clean(text)
    record = record_of(desk, person)
    if fold(words) == fold(record.name):
        message = f"“{words}” is the name of {record.id} itself"
        raise problem("people-name", text, message, "sitegen people split parts two people of one name")
    if person.record is not None and fold(words) in map(fold, record.variants):
        message, hint = f"“{words}” is a variant of this record", "take it out of variants: first"
        raise InputError(at_key(desk, record, "variants", "people-conflict", message, hint))
    variants = tuple(v for v in record.variants if fold(v) != fold(words))
    amended = replace(record, variants=variants, never=joined(record.never, (words,)))
    return (written(desk, person.record, amended),)
