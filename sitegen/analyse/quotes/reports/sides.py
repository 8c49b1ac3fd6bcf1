"""Does a word report, and on which side of it stand the words?

Source: cue identification as the first step of attribution (Pareti et al. 2013; Newell et al., An Attribution Relations
Corpus for Political News, 2018).
"""

from sitegen.analyse.lexicon.cues import NOUNS, VERBS
from sitegen.analyse.quotes.learned.choice import Features
from sitegen.analyse.quotes.reports.context import PAUSES, CueContext, bucket, is_verb, lemma, sort_of
from sitegen.analyse.quotes.scene import Scene

_CUES = NOUNS | VERBS.keys() | {"according"}
_AUXILIARY = frozenset({"aux", "auxpass", "neg"})
_OBJECTS = frozenset({"ccomp", "xcomp", "dobj", "nsubjpass"})
_DETERMINERS = frozenset({"a", "an", "the", "as", "his", "her", "their", "its"})
_NOUN_TAGS = frozenset({"NNS", "NN", "JJ"})
_PASSAGE_BEFORE_WITHIN = 40


def may_report(scene: Scene) -> list[int]:
    """Return the tokens of a block that may be a cue: verbs and nouns of communication outside quotation marks."""
    tags, lower = scene.tokens.parse.tags, scene.tokens.lower
    return [
        index
        for index in scene.run
        if (word := lower[index]) in _CUES
        if word in NOUNS or word == "according" or tags[index][:2] == "VB" or tags[index] in _NOUN_TAGS
        if not scene.inside(index)
    ]


def side_features(context: CueContext) -> Features:
    """Return what tells whether the cue reports: the word, what it takes, whose it is, and what stands around it."""
    scene, cue, word, frame = context.scene, context.cue, context.lemma, context.frame
    parse = scene.tokens.parse
    tag, label = parse.tags[cue], parse.deps[cue]
    helpers, mark, fronted = _before(context)
    who = _who(context)
    following, next_tag, after = _following(context)
    before = context.form(cue - 1) if cue - 1 in context.sentence else "^"
    opening = _opening(context)
    behind, lead, distance, length = _passage_behind(context)
    head = parse.heads[cue]
    governor = lemma(scene.tokens, head) if head != cue and is_verb(scene.tokens, head) else parse.tags[head][:2]
    room_before, room_behind = bucket(context.first - context.sentence.start), bucket(context.sentence.stop - 1 - cue)
    clause = _clause(context)
    return (
        word,
        f"{word}|{tag}",
        tag,
        frame,
        f"{word}|{frame}",
        helpers,
        f"{word}|{helpers}" if helpers else "",
        who,
        f"{word}|{who}",
        f"{label}|{tag}",
        f"{label}|{governor}",
        mark,
        following,
        f"{word}|{following}",
        next_tag,
        f"{following}|{after}",
        before,
        opening,
        f"{opening}|{room_before}|{next_tag}",
        f"{behind}|{_passage_before(context)}",
        f"{word}|{behind}",
        f"{room_before}|{fronted}",
        f"{room_behind}|{frame}",
        clause,
        f"{word}|{clause}" if clause else "",
        "first block" if scene.number == 0 else "",
        f"{distance}|{length}" if lead else "",
        f"{word}|{distance}|{lead in _DETERMINERS}" if lead else "",
        f"{lead}|{behind}" if lead else "",
        f"{tag}|{distance}" if lead else "",
        f"{helpers}|{tag}|{label}",
        context.known,
        f"{context.known}|{frame}",
        f"{context.known}|{tag}|{label}",
    )


def _before(context: CueContext) -> tuple[str, str, str]:
    """Return auxiliaries and negations before the cue, its conjunction ("if"), and the label of a fronted object."""
    parse, lower = context.tokens.parse, context.tokens.lower
    helpers, mark, fronted = [], "", ""
    for child in context.tokens.children[context.cue]:
        if child > context.cue:
            break
        label = parse.deps[child]
        if label in _AUXILIARY:
            helpers.append(lower[child])
        elif label == "mark":
            mark = lower[child]
        elif label in _OBJECTS:
            fronted = label
    return "+".join(helpers), mark, fronted


def _who(context: CueContext) -> str:
    if context.subject is None:
        return "-"
    return sort_of(context.scene, context.speakers, context.subject) + ("<" if context.subject < context.cue else ">")


def _following(context: CueContext) -> tuple[str, str, str]:
    """Return the word behind the cue, its tag, and the word behind that."""
    following = context.cue + 1
    if following not in context.sentence:
        return ".", ".", "."
    after = context.form(following + 1) if following + 1 in context.sentence else "."
    return context.form(following), context.tokens.parse.tags[following], after


def _opening(context: CueContext) -> str:
    """Return what stands before the clause of cue and subject: the sentence's beginning, a mark, a comma, a tag."""
    before = context.first - 1
    if context.first == context.sentence.start:
        return "^"
    if context.scene.inside(before):
        return "”"
    word = context.tokens.words[before]
    return context.tokens.parse.tags[before] if word[0].isalnum() else word


def _passage_before(context: CueContext) -> str:
    owner = context.scene.owner
    for index in range(context.first - 1, max(context.sentence.start, context.first - _PASSAGE_BEFORE_WITHIN) - 1, -1):
        if index in owner:
            return "near" if context.first - index <= 2 else "far"
    return "-"


def _passage_behind(context: CueContext) -> tuple[str, str, str, str]:
    """Return how the first passage behind the cue follows, the word before it, its distance and its length."""
    index = context.passage
    if index is None:
        return "-", "", "", ""
    lead = context.form(index - 1) if index - 1 > context.cue else "<cue>"
    distance = bucket(index - context.cue - 1)
    length = bucket(len(context.scene.tokens_of[context.scene.owner[index]]))
    if lead == "<cue>":
        return "next", lead, distance, length
    if lead in PAUSES:
        return "pause", lead, distance, length
    return "that" if lead == "that" else "later", lead, distance, length


def _clause(context: CueContext) -> str:
    """Return the tag of the clause that the cue takes, with "that" or "to" where it has one."""
    parse, lower = context.tokens.parse, context.tokens.lower
    for child in context.behind:
        if parse.deps[child] in {"ccomp", "xcomp"}:
            words = [lower[below] for below in context.tokens.children[child] if below < child]
            return parse.tags[child] + ("that" if "that" in words else "to" if "to" in words else "")
    return ""
