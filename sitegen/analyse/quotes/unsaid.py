"""Words that a cue names and that nobody said: denied, refused, possible, wished for, asked whether.

Source: the factuality of attributions (Prasad et al., A Discourse-based Approach for Annotating Attribution, 2007:
"scopal polarity" and "determinacy").
"""

from collections.abc import Iterator

from sitegen.analyse.lexicon.cues import VERBS, forms_of
from sitegen.analyse.quotes.scene import Scene
from sitegen.model.quote import Voice

_NEGATIONS = frozenset({"n't", "not", "n’t", "never", "nor", "neither"})
_HYPOTHETICAL = frozenset({"would", "could", "should", "might", "may", "can", "will", "must", "'ll", "’ll"})
_HABITUAL = frozenset({"would", "will", "'ll", "’ll", "can"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_NOBODY = frozenset({"nobody", "none", "neither", "no", "few", "nothing", "who"})
# What follows these was not said: "declined to say", "stopped short of saying", "accused Lee of saying".
_REFUSALS = forms_of(
    "deny refuse decline avoid forget fail stop resist forgo regret threaten accuse suspect imagine fall"
)
# What somebody "declined to do" is neither said nor done.
_UNDONE = forms_of("refuse decline avoid forget fail stop resist")
_DENIALS = forms_of("deny reject dispute refute dismiss rebut")
_NAMING = forms_of("call name dub term label brand nickname")
# "went on to say", "continued to insist": of other verbs the infinitive is a wish, a plan or a purpose.
_SAYING = forms_of(
    "go continue proceed begin start use come take rise lean pause appear seem claim have like love hear know force"
    " oblige compel move manage stop prompt interject step stand jump turn return call phone write email tweet reply"
    " respond get tend wait"
)
_HAVE = frozenset({"have", "'ve", "’ve"})
_INFINITE = frozenset({"xcomp", "pcomp"})
_HELPERS = frozenset({"neg", "aux", "advmod", "preconj", "cc"})
_GOVERNED = frozenset({"xcomp", "pcomp", "ccomp", "acl"})
_PLANS = frozenset({"due", "likely", "unlikely", "set", "poised", "ready", "bound", "expected", "scheduled"})
_WITHOUT = frozenset({"without", "instead"})


def unsaid(scene: Scene, cue: int, *, habitual: bool = False) -> bool:
    """Tell whether a cue reports nothing that was said: "did not say", "would say", "if he says", "declined to say",
    "denied calling", "nobody said", "hoped to say", "Did Lee say …?".

    With ``habitual`` what somebody would or will say counts as said: "Open the quay," he would say.
    """
    parse, lower = scene.tokens.parse, scene.tokens.lower
    # What is said inside the marks takes nothing back: "Absolutely not," Lee said.
    children = [child for child in scene.tokens.children[cue] if not scene.inside(child)]
    helpers = {lower[child] for child in children if child < cue and parse.deps[child] in _HELPERS}
    # "Would say only that …", "would only say that …" was said.
    only = any(lower[child] == "only" for child in children) or lower[cue + 1 : cue + 2] == ("only",)
    possible = _HYPOTHETICAL - _HABITUAL if habitual or only else _HYPOTHETICAL
    if helpers & _NEGATIONS or (helpers & possible and _follows_modal(scene, cue, helpers)):
        return True
    if any(parse.deps[child] == "mark" and lower[child] in _CONDITIONS for child in children):
        return True
    if any(parse.deps[child] == "nsubj" and _is_nobody(scene, child) for child in children):
        return True
    if _planned(scene, cue, helpers) or _told(scene, cue):
        return True
    if lower[cue] in _UNDONE and any(parse.deps[child] == "xcomp" for child in children if child > cue):
        return True
    if lower[cue] in _REFUSALS and any(_is_speech(scene, child) for child in _complements(scene, cue)):
        return True
    return _governed(scene, cue, helpers) or _asked(scene, cue)


def _follows_modal(scene: Scene, cue: int, helpers: set[str]) -> bool:
    """Tell "might say" and "might have said" from a name: "Will Self said", "May said"; "Will wrote", which the model
    reads as a participle."""
    tag = scene.tokens.parse.tags[cue]
    return tag == "VB" or (tag == "VBN" and bool(helpers & _HAVE))


def denies(scene: Scene, cue: int) -> bool:
    """Tell whether a cue says that something is not so: marked words behind it are what somebody else has said."""
    return scene.tokens.lower[cue] in _DENIALS


def only_names(scene: Scene, cue: int, voice: Voice | None) -> bool:
    """Tell how a thing is called from what somebody called it: Engineers call its foot the "toe"."""
    generic = voice is not None and voice.form == "nominal" and scene.tokens.parse.tags[cue] in {"VBP", "VBZ"}
    return generic and scene.tokens.lower[cue] in _NAMING


def _planned(scene: Scene, cue: int, helpers: set[str]) -> bool:
    """Tell whether an infinitive is a plan: "is due to say", and in headlines "Police to tell residents"."""
    parse, lower = scene.tokens.parse, scene.tokens.lower
    if parse.tags[cue] != "VB" or "to" not in helpers:
        return False
    return parse.deps[cue] == "ROOT" or (lower[parse.heads[cue]] in _PLANS and parse.deps[cue] == "xcomp")


def _told(scene: Scene, cue: int) -> bool:
    """Tell whether a headline leaves out who told: "Ferry “never safe”, court told"."""
    ends = cue + 1 == scene.run.stop and cue > scene.run.start
    return ends and scene.tokens.lower[cue] == "told"


def _is_nobody(scene: Scene, subject: int) -> bool:
    lower, deps = scene.tokens.lower, scene.tokens.parse.deps
    if lower[subject] in _NOBODY and lower[subject] != "no":
        return lower[subject] != "who" or subject == scene.sentence_start(subject)
    before = (child for child in scene.tokens.children[subject] if child < subject)
    return any(deps[child] in {"det", "amod"} and lower[child] in _NOBODY for child in before)


def _governed(scene: Scene, cue: int, helpers: set[str]) -> bool:
    """Tell whether the verb above, or a preposition, takes the saying back."""
    parse, lower, children = scene.tokens.parse, scene.tokens.lower, scene.tokens.children
    head = parse.heads[cue]
    if parse.deps[cue] not in _GOVERNED:
        return False
    if parse.deps[head] == "prep":
        if lower[head] in _WITHOUT or (head > 0 and lower[head - 1] in _WITHOUT):
            return True
        head = parse.heads[head]
    if parse.tags[cue] == "VB" and "to" in helpers and parse.tags[head].startswith("VB") and lower[head] not in _SAYING:
        return True
    above = {parse.deps[child]: lower[child] for child in children[head] if child < head and not scene.inside(child)}
    return lower[head] in _REFUSALS or "neg" in above or above.get("aux") in _HYPOTHETICAL


def _asked(scene: Scene, cue: int) -> bool:
    """Tell whether the sentence asks whether it was said: an auxiliary before the subject, and a question mark."""
    tokens, parse = scene.tokens, scene.tokens.parse
    last = scene.sentence_end(cue)
    if tokens.words[last] != "?" or scene.inside(last):
        return False
    subject = next((child for child in tokens.children[cue] if parse.deps[child] == "nsubj"), None)
    return subject is not None and any(parse.deps[child] == "aux" and child < subject for child in tokens.children[cue])


def _complements(scene: Scene, cue: int) -> Iterator[int]:
    """Yield what depends on a verb behind it, also behind a preposition: "accused Lee of | saying"."""
    for child in scene.tokens.children[cue]:
        if child > cue:
            yield child
            if scene.tokens.parse.deps[child] == "prep":
                yield from scene.tokens.children[child]


def _is_speech(scene: Scene, child: int) -> bool:
    """Tell whether a complement is an act of speech itself: "declined | to say", not "denied | that it was sold"."""
    verb = VERBS.get(scene.tokens.lower[child])
    return verb is not None and verb.manner == "speech" and scene.tokens.parse.deps[child] in _INFINITE
