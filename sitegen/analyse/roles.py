"""Names that an office or a calling beside them shows to be people's: "Marta Rees, a harbour pilot, said"."""

from collections.abc import Iterator

from sitegen.analyse.lexicon.nouns import CALLINGS, NAME_PREFIXES, NEVER_NAMES, ORGANISATION_HEADS
from sitegen.analyse.spot import PROPER
from sitegen.analyse.tokens import Tokens
from sitegen.model.person_name import plausible

_SHORTEST, _LONGEST = 2, 3
_AGES = range(5, 115)
_BEHIND_AGE = frozenset({(",",), (".",), ()})
_ROLE_WITHIN = 8
# What may stand between the comma and the calling: "a former deputy", "legal", "acting".
_BEFORE_CALLING = frozenset({"DT", "JJ", "NN", "NNP", "VBG", "VBN", "POS", "HYPH", "PRP$", "CD", "RB"})


def beside_roles(tokens: Tokens) -> Iterator[range]:
    """Yield the runs of two or three capitalised words that the model calls nobody or an organisation, and that a
    calling or an age beside them makes a person: behind a comma ("…, a nurse", "…, who", "…, 61,"), or before
    ("resident …", "her coach, …,").

    Source: titles and appositions as evidence for people (Collins and Singer 1999, "appositive" contexts).
    """
    words, tags = tokens.words, tokens.parse.tags
    start = end = 0
    for index, word in enumerate(words):
        if tags[index] in PROPER and word[0].isupper():
            if end != index or not tokens.adjacent(index - 1, index):
                start = index
            end = index + 1
            last = end == len(words) or tags[end] not in PROPER or not words[end][0].isupper()
            if last and _SHORTEST <= end - start <= _LONGEST and _is_somebody(tokens, start, end):
                yield range(start, end)


def _is_somebody(tokens: Tokens, start: int, end: int) -> bool:
    return _can_be_name(tokens, start, end) and _has_role(tokens, start, end)


def _can_be_name(tokens: Tokens, start: int, end: int) -> bool:
    labels = {tokens.parse.labels[index][2:] for index in range(start, end)}
    words = [word.lower() for word in tokens.words[start:end]]
    return (
        labels <= {"", "ORG"}
        and plausible(tokens.words[start:end])
        and words[-1] not in ORGANISATION_HEADS
        and words[0] not in NAME_PREFIXES
        and not NEVER_NAMES.intersection(words)
        and not any(word.isupper() and len(word) > 2 for word in tokens.words[start:end])
    )


def _has_role(tokens: Tokens, start: int, end: int) -> bool:
    before = start - 1
    if before > 0 and tokens.words[before] == "," and end < len(tokens) and tokens.words[end] == ",":
        # "His coach, Alun Cross, said": an apposition behind the calling.
        before -= 1
    if before >= 0 and tokens.words[before] in CALLINGS and tokens.adjacent(start - 1, start):
        return True
    if end + 1 >= len(tokens) or tokens.words[end] != ",":
        return False
    if tokens.lower[end + 1] == "who" or _is_age(tokens, end + 1):
        return True
    for index in range(end + 1, min(end + _ROLE_WITHIN, len(tokens))):
        if tokens.words[index] in CALLINGS:
            return True
        if tokens.parse.tags[index] not in _BEFORE_CALLING:
            return False
    return False


def _is_age(tokens: Tokens, index: int) -> bool:
    return _age(tokens.words[index]) is not None and tokens.words[index + 1 : index + 2] in _BEHIND_AGE


def _age(word: str) -> int | None:
    return int(word) if word.isascii() and word.isdigit() and int(word) in _AGES else None


def age_at(tokens: Tokens, end: int) -> int | None:
    """Return the age behind a name that ends before token ``end``: "Ann Lee, 33, …", "Ann Lee (33)"; None for none."""
    if end + 1 >= len(tokens) or tokens.words[end] not in {",", "("}:
        return None
    closed = tokens.words[end + 2 : end + 3] in (_BEHIND_AGE if tokens.words[end] == "," else {(")",)})
    return _age(tokens.words[end + 1]) if closed else None


def years_old(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """Return the age in "33-year-old" at token ``index``, and the token behind; None where there is none."""
    words = tokens.lower[index : index + 5]
    if len(words) == 5 and words[1:] == ("-", "year", "-", "old"):
        age = _age(words[0])
        return None if age is None else (age, index + 5)
    return None
