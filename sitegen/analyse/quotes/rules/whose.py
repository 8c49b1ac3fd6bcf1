"""Whose words a cue reports, chosen among the noun phrases of its sentence.

Source: see ``reports.speaker``. What the rules before took from grammar alone stands where nothing is surer.
"""

from dataclasses import replace

from sitegen.analyse.lexicon.cues import DOCUMENTS
from sitegen.analyse.quotes.found import Found
from sitegen.analyse.quotes.reports.speaker import choose_speaker
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.quote import Voice

# The least probability of a speaker, and of that the sentence leaves the speaker out; below, the one that grammar gave
# stays, or none. From train, read in folds: of less likely ones about half are right.
_LEAST, _LEAST_NOBODY = 0.3, 0.5
_DEEPEST = 4
_RULES = frozenset({"cue.after", "cue.inverted", "cue.split", "cue.before", "cue.words", "subject-after"})


def whose(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Set speaker and confidence of the quotations that the rules before found by a cue and grammar alone."""
    return tuple(
        attributed(scene, speakers, quotation) if _may_be_changed(scene, quotation) else quotation
        for quotation in found
    )


def _may_be_changed(scene: Scene, quotation: Found) -> bool:
    """Tell whether the grammar round the cue has more to say than the rule: not where the model misread the verb."""
    if quotation.rule not in _RULES or quotation.cue is None:
        return False
    cue = scene.tokens.at.get(quotation.cue.start)
    return cue is not None and not (quotation.rule == "cue.after" and scene.tokens.parse.tags[cue].startswith("NN"))


def attributed(scene: Scene, speakers: Speakers, quotation: Found, *, sure: float = 1.0) -> Found:
    """Return a quotation with the likeliest speaker of its cue.

    The confidence is how likely that is, times ``sure``, how likely just these words were said at all.
    """
    cue = None if quotation.cue is None else scene.tokens.at.get(quotation.cue.start)
    if cue is None:
        return quotation
    head, probability = choose_speaker(scene, speakers, cue, quotation.spans)
    if head is not None and quotation.rule == "noun" and _is_received(scene, cue) and not _owns(scene, head, cue):
        return replace(quotation, voice=None)
    if head is None:
        return replace(quotation, voice=None) if probability >= _LEAST_NOBODY else quotation
    if probability < _LEAST:
        return quotation
    return replace(quotation, voice=_voice(scene, speakers, head), confidence=sure * probability)


def _is_received(scene: Scene, noun: int) -> bool:
    """Tell whether a noun is a document: whoever opens a letter has not written it."""
    return scene.tokens.lower[noun].removesuffix("s") in DOCUMENTS


def _owns(scene: Scene, head: int, noun: int) -> bool:
    """Tell whether a noun's words are somebody's: "Lee's claim", "a letter from Lee", not "Lee opened a letter"."""
    parse = scene.tokens.parse
    for _ in range(_DEEPEST):
        above = parse.heads[head]
        if above == noun:
            return parse.deps[head] in {"poss", "prep", "agent", "compound"}
        if above == head:
            return False
        head = above
    return False


def _voice(scene: Scene, speakers: Speakers, head: int) -> Voice:
    parse = scene.tokens.parse
    above = parse.heads[head]
    # Of several the whole list: "Lee and Kim said". Of an office beside a name the name: "Lee, the mayor, said".
    while above in scene.run and not scene.inside(above) and above != head:
        listed = parse.deps[head] == "conj" and parse.tags[above].startswith(("N", "PRP"))
        mention = speakers.mention_at(above)
        named = parse.deps[head] == "appos" and mention is not None and mention.kind == "person"
        if not listed and not named:
            break
        head, above = above, parse.heads[above]
    return speakers.voice(scene, head)
