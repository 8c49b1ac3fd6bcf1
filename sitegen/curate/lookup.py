"""Whom a word of the command line means."""

from collections.abc import Iterable
from difflib import get_close_matches

from sitegen.curate.roster import Listed, Roster
from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.person_name import fold, split_name

_MOST_NAMED = 8


def find(roster: Roster, who: str) -> Listed:
    """Return the entity of the id, of the former id, or of the name ``who``, letter for letter.

    Raises InputError (exit code 2) where there is none, with those who come near, or where there are several.
    """
    words = " ".join(who.split())
    formerly = (e for e in roster.entries if e.record is not None and words in e.record.former_ids)
    named = (e for e in roster.entries if words and (words in e.names or words in e.forms))
    for found in ([e for e in roster.entries if e.id == words], [*formerly], [*named]):
        if len(found) > 1:
            listed = " or ".join(f"{entry.id} ({entry.name})" for entry in found[:_MOST_NAMED])
            more = f" or {len(found) - _MOST_NAMED:,} others" if len(found) > _MOST_NAMED else ""
            message = f"“{words}” could be {listed}{more}"
            raise problem("people-ambiguous", who, message, "give the id")
        if found:
            return found[0]
    near = _near(roster, words)
    hint = f"did you mean {' or '.join(near)}?" if near else "sitegen people list names everybody"
    raise problem("people-unknown", who, f"nobody of the id or the name “{words}” is in the site", hint)


def problem(code: str, word: str, message: str, hint: str) -> InputError:
    """Return a mistake in the command line; ``word`` is the argument at fault."""
    return InputError(Diagnostic(code, "error", word or "PERSON", None, None, message, hint), exit_code=2)


def near_words(word: str, known: Iterable[str]) -> list[str]:
    """Return the nearest of ``known``."""
    return get_close_matches(word, list(known), 3, 0.6)


def _near(roster: Roster, words: str) -> list[str]:
    """Return the ids of those who may be meant: of the same surname, else of like ids and names."""
    parts = split_name(tuple(words.split()))
    wanted = parts.key if parts is not None else fold(words)
    same = [e.id for e in roster.people if (p := split_name(tuple(e.name.split()))) is not None and p.key == wanted]
    if 0 < len(same) <= _MOST_NAMED:
        return same
    ids: dict[str, str] = {}
    for entry in roster.entries:
        for word in (entry.id, fold(entry.name)):
            ids.setdefault(word, entry.id)
    return list(dict.fromkeys(ids[word] for word in near_words(fold(words), ids)))
