"""Does a word report, and on which side of it stand the words?

Source: cue identification as the first step of attribution (Pareti et al. 2013; Newell et al., An Attribution Relations
Corpus for Political News, 2018).
"""

from sitegen.analyse.lexicon.cues import NOUNS, VERBS
from sitegen.analyse.quotes.learned.choice import Features
from sitegen.analyse.quotes.reports.context import PAUSES, CueContext, bucket, is_verb, lemma, sort_of
from sitegen.analyse.quotes.scene import Scene

_AUXILIARY = frozenset({"aux", "auxpass", "neg"})
_OBJECTS = frozenset({"ccomp", "xcomp", "dobj", "nsubjpass"})
_NOUN_TAGS = frozenset({"NNS", "NN", "JJ"})
_PASSAGE_BEFORE_WITHIN = 40


def may_report(scene: Scene) -> list[int]:
    """Return the tokens of a block that may be a cue: verbs and nouns of communication outside quotation marks."""
    tags, lower = scene.tokens.parse.tags, scene.tokens.lower
    return [
        index
        for index in scene.run
        if (word := lower[index]) in NOUNS
        or word == "according"
        or (word in VERBS and (tags[index][:2] == "VB" or tags[index] in _NOUN_TAGS))
        if not scene.inside(index)
    ]


def side_features(context: CueContext) -> Features:
    """Return what tells whether the cue reports: the word, what it takes, whose it is, and what stands around it.

    More was tried (the word with its tag, distance and length of the marks) and told no more of articles left out.
    """
    scene, cue, word, frame = context.scene, context.cue, context.lemma, context.frame
    parse = scene.tokens.parse
    tag, label, head = parse.tags[cue], parse.deps[cue], parse.heads[cue]
    helpers, mark, fronted = _before(context)
    following, next_tag = _following(context)
    before = context.form(cue - 1) if cue - 1 in context.sentence else "^"
    opening, behind, clause = _opening(context), _passage_behind(context), _clause(context)
    governor = lemma(scene.tokens, head) if head != cue and is_verb(scene.tokens, head) else parse.tags[head][:2]
    room_before = bucket(context.first - context.sentence.start)
    return (
        word,
        frame,
        f"{word}|{frame}",
        helpers,
        f"{word}|{helpers}" if helpers else "",
        f"{word}|{_who(context)}",
        f"{label}|{tag}",
        f"{label}|{governor}",
        mark,
        f"{word}|{following}",
        next_tag,
        before,
        opening,
        f"{opening}|{room_before}|{next_tag}",
        f"{behind}|{_passage_before(context)}",
        f"{word}|{behind}",
        f"{room_before}|{fronted}",
        clause,
        f"{helpers}|{tag}|{label}",
        context.known,
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


def _following(context: CueContext) -> tuple[str, str]:
    """Return the word behind the cue, and its tag."""
    following = context.cue + 1
    if following not in context.sentence:
        return ".", "."
    return context.form(following), context.tokens.parse.tags[following]


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
    for index in range(context.first - 1, max(context.sentence.start, context.first - _PASSAGE_BEFORE_WITHIN) - 1, -1):
        if context.scene.inside(index):
            return "near" if context.first - index <= 2 else "far"
    return "-"


def _passage_behind(context: CueContext) -> str:
    """Return how the first passage in marks behind the cue follows."""
    index = context.passage
    if index is None:
        return "-"
    if index - 1 == context.cue:
        return "next"
    lead = context.form(index - 1)
    return "pause" if lead in PAUSES else "that" if lead == "that" else "later"


def _clause(context: CueContext) -> str:
    """Return the tag of the clause that the cue takes, with "that" or "to" where it has one."""
    parse, lower = context.tokens.parse, context.tokens.lower
    for child in context.behind:
        if parse.deps[child] in {"ccomp", "xcomp"}:
            words = [lower[below] for below in context.tokens.children[child] if below < child]
            return parse.tags[child] + ("that" if "that" in words else "to" if "to" in words else "")
    return ""
