"""A title where the author gave none: the first sentence, cut where it may be cut."""

import re

from sitegen.source.lexicon import ABBREVIATIONS

_LONGEST = 90
_SHORTEST = 40
_REACH = 3000
_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\s\"“”'‘’()\[\]]+$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
# Words that open a subordinate clause or an adjunct: what stands before them is a sentence of its own.
_CLAUSE = re.compile(
    r",? (?:after|before|while|because|although|though|whereas|amid|following|despite|since|until|unless|when|"
    r"according to|saying|warning|ahead of|but|in a move|in an effort|in order to)(?= )"
    r"|, (?:which|where|as|and|with|whose|leaving|making|adding|calling|citing|prompting|raising)(?= )"
    r"|[;:](?= )|\s?[—–](?= )| - ",
    re.IGNORECASE,
)
_WEAK = frozenset(
    """a an the of to in on at by for from with and or but as that than this his her its their who which is are was
    were be been has have had not no into over under about between will would could should may might can""".split()
)
_PAIRS = (("“", "”"), ("(", ")"), ("«", "»"), ("[", "]"))


def first_sentence(text: str) -> str:
    """Return the first sentence of ``text``, white space collapsed; stops of abbreviations and initials end none."""
    line = " ".join(text[:_REACH].split())
    for stop in _END.finditer(line):
        if stop.end() == len(line) or not _abbreviated(line, stop):
            return line[: stop.end()]
    return line


def _abbreviated(line: str, stop: re.Match[str]) -> bool:
    """Tell whether the full stop belongs to the word before it, or the sentence goes on in small letters."""
    after = line[stop.end() :].lstrip()
    if after[:1].islower():
        return True
    if stop.group() != ".":
        return False
    word = _LAST_WORD.search(line, max(0, stop.start() - 30), stop.start())
    if not word:
        return False
    bare = word.group()
    # "U.S." may end a sentence as well; a title that runs on a little is better than one cut at "the U.S."
    return bare.lower() in ABBREVIATIONS or _INITIALS.fullmatch(bare) is not None


def title_from(text: str) -> str:
    """Return a title of at most 90 characters made of the first sentence of ``text``.

    A longer sentence is cut before a subordinate clause, without an ellipsis, or else between words, with one.
    """
    sentence = first_sentence(text)
    if len(sentence) <= _LONGEST:
        return _without_stop(sentence)
    cuts = [cut.start() for cut in _CLAUSE.finditer(sentence, _SHORTEST, _LONGEST + 12)]
    cuts = [cut for cut in cuts if _SHORTEST <= cut <= _LONGEST and _balanced(sentence[:cut])]
    if cuts:
        return sentence[: cuts[-1]].rstrip(" ,;:—–-")
    words = sentence[:_LONGEST].rsplit(" ", 1)[0] if " " in sentence[:_LONGEST] else sentence[: _LONGEST - 1]
    while " " in words and words.rsplit(" ", 1)[1].lower() in _WEAK:
        words = words.rsplit(" ", 1)[0]
    return words.rstrip(" ,;:—–-.") + "…"


def _without_stop(sentence: str) -> str:
    """Drop the final full stop of a plain sentence; "U.S." keeps its own, questions too."""
    sentence = sentence.rstrip(" ;,:")
    if not sentence.endswith(".") or sentence.endswith(".."):
        return sentence
    word = _LAST_WORD.search(sentence[:-1])
    return sentence if word and _INITIALS.fullmatch(word.group()) else sentence[:-1].rstrip()


def _balanced(text: str) -> bool:
    """Tell whether every quotation mark and bracket opened in ``text`` is closed in it."""
    return text.count('"') % 2 == 0 and all(text.count(one) == text.count(other) for one, other in _PAIRS)
