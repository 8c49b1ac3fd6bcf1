"""Words split round their cue: "A," he said, "B." and "A," he said. "B."

Source: Associated Press Stylebook, "quotation marks": the second piece goes on with the same speech. Within one
paragraph only.
"""

from dataclasses import replace

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers

# The most words that one sentence of attribution may have between the pieces.
_MOST_WORDS = 60


def split_by_cue(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:  # noqa: ARG001
    """Join a free passage to the quotation before it whose cue stands between them; returns the joined quotations in
    place of the pieces that ``found`` holds.

    Titles, and what else the sentence of that cue reports, may stand between as well ("A," he told "The Tide" on
    Monday. "B.").
    """
    results = list(found)
    by_passage = {number: place for place, quotation in enumerate(found) for number in quotation.passages}
    current: int | None = None
    for number in range(len(scene.passages)):
        own = by_passage.get(number)
        if own is not None:
            if current is None or not _inside_attribution(scene, number, results[current]):
                current = own
        elif current is not None and not scene.titled(number) and _goes_on(scene, number, results[current]):
            span = scene.content(scene.tokens_of[number])
            if span is not None:
                joined = results[current]
                spans, passages = (*joined.spans, span), (*joined.passages, number)
                results[current] = replace(joined, spans=spans, passages=passages, rule="cue.split")
        elif (
            current is not None
            and not scene.titled(number)
            and not _inside_attribution(scene, number, results[current])
        ):
            current = None
    return tuple(results)


def _inside_attribution(scene: Scene, number: int, current: Found) -> bool:
    """Tell whether a passage stands in the sentence of the cue behind the words of ``current``."""
    cue = None if current.cue is None else scene.tokens.at.get(current.cue.start)
    run = scene.tokens_of[number]
    if cue is None or not run or current.spans[-1].start > scene.tokens.parse.starts[cue]:
        return False
    return cue < run.start <= scene.sentence_end(cue)


def _goes_on(scene: Scene, number: int, current: Found) -> bool:
    """Tell whether passage ``number`` goes on with the speech that the last passage of ``current`` is a part of."""
    before, after = scene.tokens_of[current.passages[-1]], scene.tokens_of[number]
    if not before or not after:
        return False
    gap = range(before.stop, after.start)
    tokens = scene.tokens
    words = [index for index in gap if tokens.words[index][0].isalnum()]
    if not words:
        return True
    if len(words) > _MOST_WORDS or current.cue is None:
        return False
    cue = next((index for index in gap if tokens.parse.starts[index] == current.cue.start), None)
    if cue is None:
        # The cue stands before the first piece: the second is joined where nothing but "and" parts them.
        return len(words) == 1 and tokens.lower[words[0]] in {"and", "but", "or"}
    rest = [index for index in words if index > cue]
    last = gap[-1]
    stops = [index for index in gap if index in scene.sentence_ends]
    if stops and stops != [last]:
        # A new sentence between the pieces would be the reporter's.
        return False
    if any(_other_cue(scene, index) for index in rest) and tokens.words[last] != ".":
        return False
    # Some typists leave out the full stop behind "Lee said".
    stop_lacks = last == cue and scene.stops(number) and not scene.title_case(number)
    return bool(stops) or stop_lacks or tokens.words[last] in {",", "—", "–", "-", "--", ":", ";"}


def _other_cue(scene: Scene, index: int) -> bool:
    verb = VERBS.get(scene.tokens.lower[index])
    return verb is not None and verb.quotes and scene.tokens.parse.tags[index].startswith("VB")
