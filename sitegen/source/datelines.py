"""Datelines: "LONDON (Reuters) - ", "Moscow(CNN) ", "NEW YORK — ", "PARIS, March 3 (AP) —"."""

import re

from sitegen.source.lexicon import AGENCIES, MONTH, NO_PLACES, SHORT_PLACES, is_agency

_REACH = 120
_DASH = r"(?:\s{0,2}(?:[—–]|--+)|\s{1,2}-)"
# Where a dateline can end; a hyphen counts only between spaces.
_ENDS = re.compile(r"[—–)/]|--+|(?<=\s)-(?=\s|$)")
_ENTRY = r"(?:[^\W\d_][\w.'’-]*)(?:[ ][^\W\d_][\w.'’-]*){0,4}"
_DATE = rf"(?:{MONTH}[ ]\d{{1,2}}(?:,?[ ]\d{{4}})?|\d{{1,2}}\.?[ ]{MONTH}(?:[ ]\d{{4}})?)"
_AGENCY = r"(?:\((?P<round>[^()\n]{2,40})\)|/(?P<slash>[A-Za-z][\w. -]{1,38})/)"
# Place, up to two regions, a date, an agency in brackets, a dash: any of them may be missing, but not all.
_LINE = re.compile(
    rf"(?:(?P<place>{_ENTRY}(?:/{_ENTRY})?)(?P<region>(?:,[ ](?!{MONTH}[ ]\d){_ENTRY}){{0,2}}))??"
    rf"(?:,?[ ]?(?P<date>{_DATE}))?"
    rf"\s{{0,2}}(?P<agency>{_AGENCY})?(?P<dash>{_DASH})?"
)
_CAPITALS = re.compile(r"[^\W\d_a-z][^\Wa-z_]*")


def dateline_length(text: str) -> int:
    """Return how many characters at the start of ``text``, a block, are its dateline; 0 where there is none.

    The dateline ends with its dash or closing bracket. A place in capitals before a dash is enough; a place in
    small letters needs an agency after it; an agency in brackets may stand alone.
    """
    head = text[:_REACH]
    if not head or not (head[0].isupper() or head[0] in "(/"):
        return 0
    best = 0
    for match in _candidates(head):
        if _holds(match, head[match.end() : match.end() + 1]):
            best = max(best, match.end())
    return best


def _candidates(head: str) -> list[re.Match[str]]:
    """Return the matches that end at each dash or bracket; the pattern itself takes the shortest place it can."""
    ends = [found.end() for found in _ENDS.finditer(head)][:6]
    matches = (_LINE.fullmatch(head, 0, end) for end in ends)
    return [match for match in matches if match]


def _holds(match: re.Match[str], after: str) -> bool:
    """Tell whether the parts make a dateline; ``after`` is the character that follows."""
    place, date, dash = match["place"], match["date"], match["dash"]
    agency = match["round"] or match["slash"] or ""
    known = is_agency(agency) or "newswire" in agency.lower() or "business wire" in agency.lower()
    if match["slash"] and not known:
        return False
    if agency:
        # "(CNN)" alone, "Moscow(CNN)"; an agency nobody listed is believed after capitals and before a dash.
        return (known and _named(place)) or bool(dash and place and _capitals(place, 5) and len(agency) <= 30)
    if not dash or not place:
        return False
    if place.lower() in AGENCIES and not match["region"] and not date:
        return place.isupper()
    # "LONDON—The" is one newspaper's style; "FAREWELL—“The" opens a list of links.
    if not dash[0].isspace() and after and not (after.isspace() or after.isalpha()):
        return False
    return _located(place, match["region"]) if match["region"] else _capitals(place, 3)


def _located(place: str, region: str) -> bool:
    """Tell whether a place in capitals and what follows its comma belong together: "RYE, N.H.", "BOLOGNA, Italy"."""
    words = region.strip(", ").replace(",", "").split()
    if any(word.strip(".").upper() in NO_PLACES for word in words) or len(words) > 4:
        return False
    # A region in small letters, or an abbreviation with stops, vouches for short and odd places.
    vouched = any(word != word.upper() or "." in word for word in words) and place == place.upper()
    return (vouched and len(place.split()) <= 4) or _capitals(place, 3)


def _named(place: str | None) -> bool:
    """Tell whether the place, where there is one, is written as a name: "New York", "Rio de Janeiro"."""
    if place is None:
        return True
    words = place.replace("/", " ").split()
    return words[0][0].isupper() and words[-1][0].isupper() and sum(word[0].islower() for word in words) <= 2


def _capitals(place: str, most: int) -> bool:
    """Tell whether ``place`` is a place of at most ``most`` words in capitals, no abbreviation, no "EXCLUSIVE"."""
    words = re.split(r"[ /]", place)
    if len(words) > most or not all(_CAPITALS.match(word) and word == word.upper() for word in words):
        return False
    if any(word.strip(".,'’") in NO_PLACES or word.endswith(("'S", "’S")) for word in words):
        return False
    letters = max(len(word.strip(".")) for word in words)
    return letters > 4 or (len(words) > 1 and letters > 2) or words[0] in SHORT_PLACES
