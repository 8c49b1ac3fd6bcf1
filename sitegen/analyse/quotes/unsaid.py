"""Words that a cue names and that nobody said: denied, refused, possible, wished for.

Source: the factuality of attributions (Prasad et al., A Discourse-based Approach for Annotating Attribution, 2007:
"scopal polarity" and "determinacy").
"""

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.quotes.scene import Scene

_NEGATIONS = frozenset({"n't", "not", "n’t", "never", "nor", "neither"})
_HYPOTHETICAL = frozenset({"would", "could", "should", "might", "may", "can", "will", "must", "'ll", "’ll"})
_CONDITIONS = frozenset({"if", "unless"})
_REFUSALS = frozenset(
    """deny denies denied denying refuse refuses refused refusing decline declines declined declining avoid avoids
    avoided avoiding""".split()
)
_HELPERS = frozenset({"neg", "aux", "advmod", "preconj", "cc"})
# "Will Self said" and "May said": a modal governs an infinitive, or a participle with "have".
_AFTER_MODAL = frozenset({"VB", "VBN"})
_INFINITE = frozenset({"xcomp", "pcomp"})
_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "acl"})


def unsaid(scene: Scene, cue: int) -> bool:
    """Tell whether a cue reports nothing that was said: "did not say", "would say", "if he says", "declined to
    say", "denied calling"."""
    parse, lower, children = scene.tokens.parse, scene.tokens.lower, scene.tokens.children
    helpers = {lower[child] for child in children[cue] if child < cue and parse.deps[child] in _HELPERS}
    if helpers & _NEGATIONS or (helpers & _HYPOTHETICAL and parse.tags[cue] in _AFTER_MODAL):
        return True
    if any(parse.deps[child] == "mark" and lower[child] in _CONDITIONS for child in children[cue]):
        return True
    if lower[cue] in _REFUSALS and any(_is_speech(scene, child) for child in children[cue] if child > cue):
        return True
    if parse.deps[cue] not in _GOVERNED:
        return False
    head = parse.heads[cue]
    if parse.deps[head] == "prep":
        head = parse.heads[head]
    return lower[head] in _REFUSALS or any(parse.deps[child] == "neg" for child in children[head])


def _is_speech(scene: Scene, child: int) -> bool:
    """Tell whether a complement is an act of speech itself: "declined | to say", not "denied | that it was sold"."""
    verb = VERBS.get(scene.tokens.lower[child])
    return verb is not None and verb.manner == "speech" and scene.tokens.parse.deps[child] in _INFINITE
