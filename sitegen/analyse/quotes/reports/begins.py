"""Where do reported words begin, behind their cue and before it?

Source: content spans by candidate constituents (Pareti et al. 2013, the constituent baseline), ranked in place of
tagged.
"""

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.quotes.learned.choice import Evidence
from sitegen.analyse.quotes.reports.site import PAUSES, CueSite, bucket

_FURTHEST = 30
_MOST_LEFT = 20
_OPENED = frozenset({"prep", "dobj", "agent", "attr", "npadvmod"})
_LEADS = frozenset({"that", "as", "for", "to", "of"})
_CONNECTIVES = frozenset({"and", "but", "that"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def begins(site: CueSite) -> list[int]:
    """Return the tokens at which words behind the cue may begin: its complements, what follows a pause, a passage."""
    scene, cue, tokens = site.scene, site.cue, site.tokens
    parse, lower, words = tokens.parse, tokens.lower, tokens.words
    stop = min(site.sentence.stop, cue + _FURTHEST)
    found = {cue + 1}
    for child in site.behind:
        if child < stop:
            found.add(tokens.subtree(child).start)
            if parse.deps[child] in _OPENED:
                found.update(tokens.subtree(below).start for below in tokens.children[child] if child < below < stop)
    for index in range(cue + 2, stop):
        before = index - 1
        opens = scene.inside(index) and not scene.inside(before)
        if opens or words[before] in PAUSES or lower[before] in _LEADS:
            found.add(index)
    return sorted(index for index in found if cue < index < stop and _can_begin(site, index))


def _can_begin(site: CueSite, index: int) -> bool:
    if site.scene.inside(index):
        return site.scene.tokens_of[site.scene.owner[index]].start == index
    word = site.tokens.words[index]
    return word[0].isalnum() or word in "$£€"


def begin_evidence(site: CueSite, found: list[int]) -> list[Evidence]:
    """Return the evidence for each of ``found`` as the beginning of what stands behind the cue."""
    return [_begin_evidence(site, begin, rank) for rank, begin in enumerate(found)]


def _begin_evidence(site: CueSite, begin: int, rank: int) -> Evidence:
    scene, cue, word = site.scene, site.cue, site.lemma
    parse = site.tokens.parse
    top = begin
    while parse.heads[top] > cue and parse.heads[top] != top and site.tokens.subtree(parse.heads[top]).start == begin:
        top = parse.heads[top]
    head, label = parse.heads[top], parse.deps[top]
    hangs = "cue" if head == cue else parse.deps[head] if head > cue else "out"
    inside = scene.inside(begin)
    first = site.form(begin)
    before = "<cue>" if begin - 1 == cue else site.form(begin - 1)
    distance = bucket(begin - cue - 1)
    skipped = site.passage is not None and site.passage < begin
    to_passage = "x" if site.passage is None or skipped else bucket(site.passage - begin)
    return (
        f"{hangs}|{label}",
        f"{word}|{hangs}|{label}",
        f"{hangs}|{label}|{parse.tags[top]}",
        first,
        f"{before}|{label}",
        f"{word}|{before}",
        before,
        distance,
        f"{distance}|{label}|{hangs}",
        f"{parse.tags[begin]}|{before}",
        f"{site.frame}|{label}",
        f"{site.frame}|{rank}",
        f"{inside}|{before}",
        f"{skipped}|{inside}",
        f"{first}|{distance}",
        f"{word}|{first}",
        f"{to_passage}|{label}",
        f"{word}|{to_passage}|{distance}" if site.passage is not None else "",
        f"{parse.tags[begin]}|{label}|{hangs}|{distance == '0'}",
    )


def lefts(site: CueSite) -> list[int]:
    """Return the tokens at which words before the cue may begin: with the sentence, or behind one of the
    last pauses in it."""
    scene, words, lower = site.scene, site.tokens.words, site.tokens.lower
    found = [site.sentence.start]
    for index in range(site.sentence.start + 1, site.first - 1):
        before = index - 1
        if scene.inside(index):
            if not scene.inside(before):
                found.append(index)
        elif not scene.inside(before) and (words[before] in PAUSES or lower[before] in _CONNECTIVES):
            found.append(index)
    return [found[0], *found[1:][-_MOST_LEFT:]]


def left_evidence(site: CueSite, found: list[int]) -> list[Evidence]:
    """Return the evidence for each of ``found`` as the beginning of what stands before the cue."""
    parse, lower = site.tokens.parse, site.tokens.lower
    clause = next((c for c in site.tokens.children[site.cue] if c < site.cue and parse.deps[c] == "ccomp"), None)
    opens = None if clause is None else site.tokens.subtree(clause).start
    cues = [
        index
        for index in range(site.sentence.start, site.first)
        if lower[index] in VERBS and parse.tags[index] in _FINITE and not site.scene.inside(index)
    ]
    return [_left_evidence(site, begin, opens, cues) for begin in found]


def _left_evidence(site: CueSite, begin: int, opens: int | None, cues: list[int]) -> Evidence:
    parse = site.tokens.parse
    before = "^" if begin == site.sentence.start else site.form(begin - 1)
    fits = "" if opens is None else "at" if begin - 1 <= opens <= begin else "in" if opens < begin else "before"
    outer, inner = any(cue < begin for cue in cues), any(cue >= begin for cue in cues)
    return (
        before,
        f"{before}|{site.form(begin)}",
        f"{site.scene.inside(begin)}|{before}",
        fits,
        f"{fits}|{before}",
        f"{outer}|{inner}|{before}",
        bucket(site.first - begin),
        f"{parse.tags[begin]}|{before}",
        f"{parse.deps[begin]}|{before}",
    )
