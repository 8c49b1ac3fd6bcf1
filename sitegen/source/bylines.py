"""Lines that name reporters: "By Jane Doe", "(Reuters)", "Reporting by A B; Editing by C D"."""

import re
from dataclasses import dataclass

from sitegen.source.lexicon import NO_NAMES, PARTICLES, ROLES, bare, is_agency

_LONGEST = 300
_SPLIT = re.compile(r"\s+(?:and|&|AND|with|WITH)\s+")
_CREDIT = re.compile(
    r"[(\[]?\s?(?:(?:file|main|lead)\s)?(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|video)"
    r"\s?(?:(?:credit|courtesy|copyright)s?\b\s?:?|by\b|:)\s?\S",
    re.IGNORECASE,
)
_WRITTEN = re.compile(
    r"[(\[]?\s?(?i:(?:written|compiled|edited|translated|produced|words|text|story|photographs|photos|pictures) by"
    r"|(?:additional |further )?(?:reporting|writing|editing|research) by)\s+[(\[]?[^\W\d_a-z]"
)
# Closing lines only: in the middle of an article they would be part of the story.
_CLOSING = re.compile(
    r"[^\n]{0,170}\bcontributed (?:reporting )?(?:to|for) (?:this|the) (?:report|story|article|piece)\b[^\n]{0,20}"
    r"|Follow [^\n]{0,120}\bon (?:Twitter|X|Facebook|Bluesky|Mastodon)\b[^\n]{0,60}",
    re.IGNORECASE,
)
_MEDIA = re.compile(r"\b(?:News|Times|Post|Press|Journal|Herald|Tribune|Guardian|Gazette|Courier|Agency|Mail|Echo)$")
_LETTERS = re.compile(r"[^\W\d_]['’.\w-]*(?: [^\W\d_]['’.\w-]*){1,4}")
_COMMA = re.compile(r",\s")
_BAR = re.compile(r"\s?[|•·]\s?|\s?/\s")
_AFTER_NAMES = re.compile(r"\s?[|•·]\s?|\s+[–—-]+\s+|,?\s+(?=[0-9])|\s+(?:for|For|FOR|in|at)\s+")
_JOINING = frozenset({"of", "the", "for", "in", "at"})
_TRADES = frozenset({"writer", "reporter", "correspondent", "editor", "columnist", "contributor"})
_DATED = re.compile(r"\d|[@|•·]")


@dataclass(frozen=True, slots=True)
class Byline:
    """A line recognised as a byline; ``names`` are the reporters of the plain "By X and Y" form, else empty."""

    names: tuple[str, ...] = ()


def read_byline(line: str, *, closing: bool = False) -> Byline | None:
    """Return what ``line``, a whole block near the head of an article, says about reporters; None for other lines.

    ``closing`` allows the forms that stand at the end of an article alone.
    """
    line = line.strip()
    if not 1 < len(line) <= _LONGEST:
        return None
    if is_credit(line) or _WRITTEN.match(line) or (closing and _CLOSING.fullmatch(line)):
        return Byline()
    words = line.split()
    if words[0].lower().lstrip("(") == "by" and len(words) > 1:
        return _by(" ".join(words[1:]).rstrip(")"))
    return Byline() if _name_and_medium(line, _COMMA) else None


def is_credit(line: str) -> bool:
    """Tell whether ``line`` credits an agency or photographer: "(Reuters)", "Photo: Ann Lee", "Ann Lee / Reuters".

    Such lines stand beside pictures, anywhere in an article.
    """
    if not 1 < len(line) <= 100:
        return False
    # A credit that runs on into a caption names people of the story.
    if _CREDIT.match(line):
        return "caption" not in line.lower()
    return is_agency(line) or _name_and_medium(line, _BAR)


def _by(rest: str) -> Byline | None:
    """Read what follows "By": names first, then at most roles, agencies, places and dates."""
    rest = rest.rstrip(".:")
    words = rest.split()
    if not 0 < len(words) <= 18 or not all(map(_fits, words)):
        return None
    first = _AFTER_NAMES.split(rest, maxsplit=1)[0]
    if is_agency(first) or {word.lower().strip(".") for word in first.split(",")[0].split()[:2]} & ROLES:
        return Byline()
    if is_agency(first.split(",")[0]) or is_agency(_SPLIT.split(first)[0]):
        return Byline()
    names = _names(first)
    return Byline(names) if names else None


def _fits(word: str) -> bool:
    """Tell whether ``word`` may stand in a byline: a capital, a particle, a joining word, a role, a sign."""
    core = word.strip(",;:()[]|•·–—-/&")
    if not core or core[0].isupper() or _DATED.search(core):
        return True
    low = core.lower().rstrip(".")
    return low in PARTICLES or low in ROLES or low in {"and", "with", "for", "in", "of", "at", "the", "dpa", "et"}


def _names(text: str) -> tuple[str, ...]:
    """Return the names in "Jane Doe, John Roe and Ann Lee"; what follows a comma is a name only in such a list."""
    parts = _SPLIT.split(text)
    listed: list[str] = []
    for place, part in enumerate(parts):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        # "A, B and C" is a list, "A and B, Staff Writers" is not: commas count before the last "and" only.
        listed.extend(pieces if place < len(parts) - 1 else pieces[:1])
    names = [_name(piece) for piece in listed]
    if not names or not names[0]:
        return ()
    return tuple(dict.fromkeys(name for name in names if name))


def _name(piece: str) -> str:
    """Return the personal name at the start of ``piece``, capitals evened out; empty where there is none.

    One word is no name: "By Tuesday", "By Land and Sea".
    """
    words = piece.replace("’", "'").split()
    if not words or words[0].lower().strip(".") in NO_NAMES or not words[0][0].isalpha():
        return ""
    words = _without_role(words)
    if not 2 <= len(words) <= 5 or not words[-1][0].isupper():
        return ""
    if not all(word[0].isupper() or word.lower() in PARTICLES for word in words):
        return ""
    if any(word.lower() in _JOINING or any(map(str.isdigit, word)) for word in words):
        return ""
    return " ".join(map(_even, words)) if " ".join(words).isupper() else " ".join(words)


def _without_role(words: list[str]) -> list[str]:
    """Cut "LOLITA BALL Associated Press Writer" and "Jane Doe BBC News" after the name."""
    if words[0].isupper() and len(words[0].strip(".")) > 1:
        for place, word in enumerate(words):
            if place > 1 and not word.isupper() and word.lower() not in PARTICLES:
                words = words[:place]
                break
    for start in range(1, len(words)):
        if words[start].lower() in ROLES or any(
            is_agency(" ".join(words[start:end])) for end in range(start + 1, len(words) + 1)
        ):
            return words[:start]
    return words


def _even(word: str) -> str:
    """Return an all-capitals name in ordinary letters: "McKAY", "O'BRIEN" and "SMITH-JONES" included."""
    if word.lower() in PARTICLES and len(word) > 1:
        return word.lower()
    if len(word.strip(".")) == 1 or re.fullmatch(r"(?:[A-Z]\.)+|I{2,3}|IV", word):
        return word
    parts = re.split(r"([-'])", word.lower())
    parts = [part.capitalize() for part in parts]
    evened = "".join(parts)
    return "Mc" + evened[2:].capitalize() if evened.startswith("Mc") and len(evened) > 4 else evened


def _name_and_medium(line: str, separator: re.Pattern[str]) -> bool:
    """Tell whether ``line`` is "Jane Doe | Reuters", "Jane Doe, CNN" or "Jane Doe, Staff Writer"."""
    name, *others = separator.split(line)
    if not 1 <= len(others) <= 2 or len(line) > 90 or not _LETTERS.fullmatch(name) or not _name(name):
        return False
    medium = bare(others[0])
    if is_agency(medium) or (separator is _BAR and _MEDIA.search(medium)):
        return True
    words = medium.lower().split()
    return 1 < len(words) <= 5 and words[-1] in _TRADES and medium[0].isupper()
