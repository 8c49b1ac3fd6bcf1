"""Where do reported words begin, behind their cue and before it?

Source: content spans by candidate constituents (Pareti et al. 2013, the constituent baseline), ranked in place of
tagged.
"""

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.lexicon.nouns import TIMES
from sitegen.analyse.quotes.learned.choice import Features
from sitegen.analyse.quotes.reports.context import PAUSES, CueContext, bucket

_FURTHEST = 30
_MOST_LEFT = 20
_OPENED = frozenset({"prep", "dobj", "agent", "attr", "npadvmod"})
_LEADS = frozenset({"that", "as", "for", "to", "of"})
_CONNECTIVES = frozenset({"and", "but", "that"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def begins(context: CueContext) -> list[int]:
    """Return the tokens at which words behind the cue may begin: its complements, what follows a pause or a time
    ("said on Monday | it was"), a passage."""
    scene, cue, tokens = context.scene, context.cue, context.tokens
    parse, lower, words = tokens.parse, tokens.lower, tokens.words
    stop = min(context.sentence.stop, cue + _FURTHEST)
    found = {cue + 1}
    for child in context.behind:
        if child < stop:
            found.add(tokens.subtree(child).start)
            if parse.deps[child] in _OPENED:
                found.update(tokens.subtree(below).start for below in tokens.children[child] if child < below < stop)
    owner = scene.owner
    for index in range(cue + 2, stop):
        before = index - 1
        lead = words[before] in PAUSES or lower[before] in _LEADS or lower[before] in TIMES
        if lead or (index in owner and before not in owner):
            found.add(index)
    return sorted(index for index in found if cue < index < stop and _can_begin(context, index))


def _can_begin(context: CueContext, index: int) -> bool:
    if context.scene.inside(index):
        return context.scene.tokens_of[context.scene.owner[index]].start == index
    word = context.tokens.words[index]
    return word[0].isalnum() or word in "$£€"


def begin_features(context: CueContext, found: list[int]) -> list[Features]:
    """Return the features for each of ``found`` as the beginning of what stands behind the cue."""
    return [_begin(context, begin, rank) for rank, begin in enumerate(found)]


def _begin(context: CueContext, begin: int, rank: int) -> Features:
    scene, cue, word = context.scene, context.cue, context.lemma
    parse = context.tokens.parse
    top = begin
    above = parse.heads[top]
    while above > cue and above != top and context.tokens.subtree(above).start == begin:
        top, above = above, parse.heads[above]
    head, label = parse.heads[top], parse.deps[top]
    hangs = "cue" if head == cue else parse.deps[head] if head > cue else "out"
    inside = scene.inside(begin)
    first = context.form(begin)
    before = "<cue>" if begin - 1 == cue else context.form(begin - 1)
    distance = bucket(begin - cue - 1)
    skipped = context.passage is not None and context.passage < begin
    to_passage = "x" if context.passage is None or skipped else bucket(context.passage - begin)
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
        f"{context.frame}|{label}",
        f"{context.frame}|{rank}",
        f"{inside}|{before}",
        f"{skipped}|{inside}",
        f"{first}|{distance}",
        f"{word}|{first}",
        f"{to_passage}|{label}",
        f"{word}|{to_passage}|{distance}" if context.passage is not None else "",
        f"{parse.tags[begin]}|{label}|{hangs}|{distance == '0'}",
    )


def lefts(context: CueContext) -> list[int]:
    """Return the tokens at which words before the cue may begin: with the sentence, or behind one of the
    last pauses in it."""
    owner, words, lower = context.scene.owner, context.tokens.words, context.tokens.lower
    found = [context.sentence.start]
    for index in range(context.sentence.start + 1, context.first - 1):
        before = index - 1
        if before not in owner and (index in owner or words[before] in PAUSES or lower[before] in _CONNECTIVES):
            found.append(index)
    return [found[0], *found[1:][-_MOST_LEFT:]]


def left_features(context: CueContext, found: list[int]) -> list[Features]:
    """Return the features for each of ``found`` as the beginning of what stands before the cue."""
    parse, lower = context.tokens.parse, context.tokens.lower
    children = context.tokens.children[context.cue]
    clause = next((child for child in children if child < context.cue and parse.deps[child] == "ccomp"), None)
    opens = None if clause is None else context.tokens.subtree(clause).start
    cues = [
        index
        for index in range(context.sentence.start, context.first)
        if lower[index] in VERBS and parse.tags[index] in _FINITE and not context.scene.inside(index)
    ]
    return [_left_features(context, begin, opens, cues) for begin in found]


def _left_features(context: CueContext, begin: int, opens: int | None, cues: list[int]) -> Features:
    parse = context.tokens.parse
    before = "^" if begin == context.sentence.start else context.form(begin - 1)
    fits = "" if opens is None else "at" if begin - 1 <= opens <= begin else "in" if opens < begin else "before"
    outer, inner = any(cue < begin for cue in cues), any(cue >= begin for cue in cues)
    return (
        before,
        f"{before}|{context.form(begin)}",
        f"{context.scene.inside(begin)}|{before}",
        fits,
        f"{fits}|{before}",
        f"{outer}|{inner}|{before}",
        bucket(context.first - begin),
        f"{parse.tags[begin]}|{before}",
        f"{parse.deps[begin]}|{before}",
    )
