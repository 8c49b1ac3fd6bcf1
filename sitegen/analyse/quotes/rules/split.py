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
    """Join a passage to the one before it whose cue stands between them; returns the joined quotations in place of
    the pieces that ``found`` holds."""
    by_passage = {number: quotation for quotation in found for number in quotation.passages}
    joined: list[Found] = [quotation for quotation in found if not quotation.passages]
    current: Found | None = None
    for number in range(len(scene.passages)):
        own = by_passage.get(number)
        if own is not None and current is not None and own.spans[0] == current.spans[0]:
            continue
        if own is not None:
            if current is not None:
                joined.append(current)
            current = own
        elif current is not None and current.passages[-1] == number - 1 and _goes_on(scene, number, current):
            span = scene.content(scene.tokens_of[number])
            if span is not None:
                current = replace(
                    current, spans=(*current.spans, span), passages=(*current.passages, number), rule="cue.split"
                )
    if current is not None:
        joined.append(current)
    return tuple(joined)


def _goes_on(scene: Scene, number: int, current: Found) -> bool:
    """Tell whether passage ``number`` goes on with the speech that the passage before it began."""
    before, after = scene.tokens_of[number - 1], scene.tokens_of[number]
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
    if any(_other_cue(scene, index) for index in rest) and tokens.words[last] != ".":
        return False
    if tokens.words[last] in {",", "—", "–", "-", "--", ":", ";"}:
        return True
    # A new sentence between the pieces would be the reporter's.
    stops = [index for index in gap if index in scene.sentence_ends]
    return stops == [last]


def _other_cue(scene: Scene, index: int) -> bool:
    verb = VERBS.get(scene.tokens.lower[index])
    return verb is not None and verb.quotes and scene.tokens.parse.tags[index].startswith("VB")
