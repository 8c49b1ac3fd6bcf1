"""Where do reported words end that stand behind their cue?

Source: the errors of constituents as content: adjuncts of the reporting verb taken in, coordinated clauses cut off
(Pareti et al. 2013, section 6).
"""

from bisect import bisect_left

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.quotes.learned.choice import Features
from sitegen.analyse.quotes.reports.context import PAUSES, CueContext, bucket

_MOST = 30
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_BREAKS = frozenset("CC IN TO WDT WP WRB VBG RB , : -LRB- -RRB- NNP NN RP WP$".split())


def ends(context: CueContext, begin: int) -> list[int]:
    """Return the tokens before which words that begin at ``begin`` may end; the last is the sentence's end, before
    that only so many are looked at."""
    tags, words, owner = context.tokens.parse.tags, context.tokens.words, context.scene.owner
    stop = context.sentence.stop
    while stop > begin + 1 and stop - 1 not in owner and not words[stop - 1][0].isalnum():
        stop -= 1
    found = []
    grammar = {context.tokens.subtree(child).stop for child in context.behind}
    for index in range(begin + 1, stop):
        before = index - 1
        if index in owner:
            opens = owner[index] != owner.get(before)
        else:
            breaks = words[before] not in PAUSES and (words[index] in PAUSES or tags[index] in _BREAKS)
            opens = breaks or before in owner or index in grammar
        if opens:
            found.append(index)
    return [*found[:_MOST], stop]


def end_features(context: CueContext, begin: int, found: list[int]) -> list[Features]:
    """Return the features for each of ``found`` as the end of words that begin at ``begin``."""
    scene, words, last = context.scene, context.tokens.words, found[-1]
    owner = scene.owner
    numbers = {owner[index]: None for index in range(begin, last) if index in owner}
    passages = [scene.tokens_of[number].start for number in numbers]
    rows, commas = [], 0
    for end in found:
        inside = bisect_left(passages, end)
        marks = f"{min(inside, 2)}|{min(len(passages) - inside, 2)}"
        if end == last:
            rows.append(_last_features(context, bucket(end - begin), commas, marks))
        else:
            rows.append(_end_features(context, begin, end, last, commas, marks))
            commas = min(3, commas + (words[end] == ","))
    return rows


def _last_features(context: CueContext, size: str, commas: int, marks: str) -> Features:
    whole = ("END", f"END|{size}", f"END|{context.lemma}", f"END|{context.frame}", f"END|{commas}", f"END|{marks}")
    return (*whole, "", "", "", "", "", "", "END", "END", "", "")


def _end_features(context: CueContext, begin: int, end: int, last: int, commas: int, marks: str) -> Features:
    parse, tags = context.tokens.parse, context.tokens.parse.tags
    size = bucket(end - begin)
    pause = "" if context.scene.inside(end) or context.tokens.words[end][0].isalnum() else context.tokens.words[end]
    # The word that would be cut off first, the phrase that it begins, and what that hangs on.
    word = end + 1 if pause and end + 1 < last else end
    top = word
    while word <= parse.heads[top] < context.sentence.stop and parse.heads[top] != top:
        top = parse.heads[top]
    place, label, tag = _place(context, begin, word, top), parse.deps[top], tags[top]
    opens = context.form(word)
    following = context.form(word + 1) if word + 1 < last else "."
    ahead = tags[word + 1] if word + 1 < last else "."
    if following in VERBS and ahead in _FINITE:
        # "… and added that": the next cue.
        ahead = VERBS[following].manner
    closes = "”" if context.scene.inside(end - 1) else ""
    paused = bool(pause)
    return (
        f"{place}|{label}|{pause}",
        f"{place}|{label}|{tag}|{paused}",
        f"{place}|{label}|{opens}|{pause}",
        f"{opens}|{pause}",
        f"{opens}|{following}|{pause}",
        f"{place}|{size}|{paused}",
        f"{context.lemma}|{place}|{label}",
        f"{closes}|{place}|{pause}",
        f"{tags[word]}|{pause}|{place}",
        f"{commas}|{pause}|{place}",
        f"{context.frame}|{place}|{label}",
        f"{tags[end - 1]}|{tags[word]}|{place}",
        f"{marks}|{place}|{pause}|{closes}",
        f"{marks}|{size}",
        f"{opens}|{ahead}|{pause}",
        f"{ahead}|{place}|{label}",
    )


def _place(context: CueContext, begin: int, word: int, top: int) -> str:
    """Return what the phrase with its head at ``top`` hangs on: the cue, the words so far, something else."""
    head = context.tokens.parse.heads[top]
    if head == context.cue:
        return "cue"
    if begin <= head < word:
        return "words"
    if head == top:
        return "root"
    return "between" if context.cue < head < begin else "out"
