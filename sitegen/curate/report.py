"""What the commands on people print: lines for a reader, values for a machine."""

import re
import shlex
from collections.abc import Iterable, Iterator
from difflib import unified_diff
from typing import Any

from sitegen.curate.desk import Amendment
from sitegen.curate.doubts import Doubt
from sitegen.curate.likeness import REASONS, Pair
from sitegen.curate.roster import Listed, Roster, Unresolved
from sitegen.model.slug import slugify
from sitegen.model.yaml_text import quoted

# One JSON object.
Record = dict[str, Any]
_MOST_ARTICLES = 5
# A name that needs no quotation marks between square brackets.
_PLAIN = re.compile(r"[^\W\d_][\w .'’-]*")


def list_lines(entries: Iterable[Listed]) -> Iterator[str]:
    """Yield one line an entity under a head of columns; nothing for nobody."""
    rows: list[tuple[str, ...]] = [("id", "name", "articles", "mentions", "quotations", "record", "marks")]
    for entry in entries:
        figures = (len(entry.articles), entry.mentions, entry.quotations)
        recorded = "yes" if entry.record is not None else "no"
        rows.append((entry.id, entry.name, *(f"{figure:,}" for figure in figures), recorded, " ".join(_marks(entry))))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows if len(rows) > 1 else []:
        cells = (
            text.rjust(width) if 2 <= column <= 4 else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()


def list_record(entry: Listed) -> Record:
    """Return one line of the list as an object."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "name": entry.name,
        "articles": len(entry.articles),
        "mentions": entry.mentions,
        "quotations": entry.quotations,
        "record": entry.record.path if entry.record is not None else None,
        "suppress": entry.record is not None and entry.record.suppress,
        "noindex": entry.record is not None and entry.record.noindex,
        "sensitive": entry.record is not None and entry.record.sensitive,
    }


def show_lines(roster: Roster, entry: Listed) -> Iterator[str]:
    """Yield all that the site knows of one entity."""
    marks = f" ({', '.join(_marks(entry))})" if _marks(entry) else ""
    yield f"{entry.name}{marks}"
    yield f"id: {entry.id}"
    yield f"record: {entry.record.path if entry.record is not None else 'none'}"
    if entry.record is not None and entry.record.former_ids:
        yield f"former ids: {', '.join(entry.record.former_ids)}"
    yield f"forms: {', '.join(forms_of(entry)) or 'none in the articles'}"
    for found in entry.appearances:
        figures = f"{_count(found.mentions, 'mention')}, {_count(found.quotations, 'quotation')}"
        yield f"{_place(found.path, found.line or found.stated or None)}: {found.article}: {figures}"
    for doubt in open_to(roster, entry):
        yield f"{_place(doubt.path, doubt.line)}: “{doubt.text}”, {_count(doubt.times, 'time')}, is linked to nobody"


def show_record(roster: Roster, entry: Listed) -> Record:
    """Return what ``show_lines`` says as an object."""
    return {
        **list_record(entry),
        "former_ids": list(entry.record.former_ids) if entry.record is not None else [],
        "forms": list(forms_of(entry)),
        "articles": [
            {
                "id": found.article,
                "path": found.path,
                "line": found.line,
                "mentions": found.mentions,
                "quotations": found.quotations,
                "names": list(found.names),
            }
            for found in entry.appearances
        ],
        "unresolved": [_unresolved(found) for found in open_to(roster, entry)],
    }


def forms_of(entry: Listed) -> tuple[str, ...]:
    """Return all forms, those of the record too."""
    recorded = entry.record.names if entry.record is not None else ()
    return tuple(sorted({*entry.forms, *recorded}))


def open_to(roster: Roster, entry: Listed) -> tuple[Unresolved, ...]:
    """Return the names that are linked to nobody and could mean ``entry``."""
    return tuple(found for found in roster.unresolved if entry.id in found.candidates)


def candidate_lines(pairs: Iterable[Pair], doubts: Iterable[Doubt], unresolved: Iterable[Unresolved]) -> Iterator[str]:
    """Yield each suggestion with its reason and the commands that settle it, a blank line between two."""
    for pair in pairs:
        yield f"{pair.one.name} ({pair.one.id}) and {pair.other.name} ({pair.other.id}) may be one: {_why(pair)}"
        yield f"  one person:  {merge_command(pair)}"
        yield from (f"  two people:  {command}" for command in apart_commands(pair))
        yield ""
    for doubt in doubts:
        person = doubt.person
        yield f"{person.name} ({person.id}) may be two: “{doubt.one}” and “{doubt.other}” in {_some(doubt.articles)}"
        yield f"  two people:  {split_command(doubt)}"
        yield ""
    for found in unresolved:
        yield f"{_place(found.path, found.line)}: “{found.text}” could be {' or '.join(found.candidates)}"
        yield from (f"  in that article's front matter:  {line}" for line in meant_lines(found))
        yield ""


def pair_record(pair: Pair) -> Record:
    """Return a pair as an object."""
    return {
        "candidate": "one-person",
        "ids": [pair.one.id, pair.other.id],
        "names": list(pair.forms),
        "reason": pair.reason,
        "why": _why(pair),
        "together_in": list(pair.apart),
        "commands": {"same": [merge_command(pair)], "not_same": list(apart_commands(pair))},
    }


def doubt_record(doubt: Doubt) -> Record:
    """Return one who may be two as an object."""
    return {
        "candidate": "two-people",
        "ids": [doubt.person.id],
        "why": f"{doubt.one}; {doubt.other}",
        "articles": list(doubt.articles),
        "commands": {"not_same": [split_command(doubt)]},
    }


def unresolved_record(found: Unresolved) -> Record:
    """Return a name that is linked to nobody as an object."""
    return {"candidate": "unresolved", **_unresolved(found), "front_matter": list(meant_lines(found))}


def merge_command(pair: Pair) -> str:
    """Return the command that makes one of two."""
    return f"sitegen people merge {pair.one.id} {pair.other.id}"


def apart_commands(pair: Pair) -> tuple[str, ...]:
    """Return the commands that say that two are two: each gets a record of its own."""
    lacking = (entry for entry in (pair.one, pair.other) if entry.record is None)
    return tuple(f"sitegen people rename {entry.id} {shlex.quote(entry.name)}" for entry in lacking)


def split_command(doubt: Doubt) -> str:
    """Return the command that makes two of one."""
    listed = ",".join(doubt.articles)
    return f"sitegen people split {doubt.person.id} --articles {listed} --id {slugify(f'{doubt.person.id}-2')}"


def meant_lines(found: Unresolved) -> tuple[str, ...]:
    """Return what the front matter of the article says for each who can be meant."""
    name = found.text if _PLAIN.fullmatch(found.text) else quoted(found.text)
    return tuple(f"people: [{{name: {name}, id: {id_}}}]" for id_ in found.candidates[:_MOST_ARTICLES])


def diff_lines(amendment: Amendment) -> Iterator[str]:
    """Yield what changes in a file, as a unified diff without line ends."""
    before, after = (_lines(text) for text in (amendment.before, amendment.after))
    old = "/dev/null" if amendment.before is None else f"a/{amendment.path}"
    new = "/dev/null" if amendment.after is None else f"b/{amendment.path}"
    yield from unified_diff(before, after, old, new, lineterm="")


def amendment_record(amendment: Amendment) -> Record:
    """Return what changes in a file as an object."""
    change = "new" if amendment.before is None else "removed" if amendment.after is None else "changed"
    return {"path": amendment.path, "change": change, "diff": "\n".join(diff_lines(amendment))}


def _lines(text: str | None) -> list[str]:
    return [] if text is None else text.removeprefix("\ufeff").splitlines()


def _why(pair: Pair) -> str:
    together = f", though {_some(pair.apart)} {'names' if len(pair.apart) == 1 else 'name'} both" if pair.apart else ""
    forms = "" if pair.forms == (pair.one.name, pair.other.name) else f" (“{pair.forms[0]}”, “{pair.forms[1]}”)"
    return f"{REASONS[pair.reason]}{forms}{together}"


def _some(articles: tuple[str, ...]) -> str:
    more = f" and {len(articles) - _MOST_ARTICLES:,} more" if len(articles) > _MOST_ARTICLES else ""
    return ", ".join(articles[:_MOST_ARTICLES]) + more


def _unresolved(found: Unresolved) -> Record:
    return {
        "text": found.text,
        "article": found.article,
        "path": found.path,
        "line": found.line,
        "column": found.column,
        "times": found.times,
        "ids": list(found.candidates),
    }


def _marks(entry: Listed) -> list[str]:
    record = entry.record
    if record is None:
        return []
    flags = {"suppressed": record.suppress, "noindex": record.noindex, "sensitive": record.sensitive}
    return [name for name, on in flags.items() if on]


def _place(path: str, line: int | None) -> str:
    return path if line is None else f"{path}:{line}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else f'{noun}s'}"
