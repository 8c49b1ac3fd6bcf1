"""Does a word report, and on which side of it stand the words?

Source: cue identification as the first step of attribution (Pareti et al. 2013; Newell et al., An Attribution Relations
Corpus for Political News, 2018).
"""

from sitegen.analyse.lexicon.cues import NOUNS, VERBS
from sitegen.analyse.quotes.learned.choice import Evidence
from sitegen.analyse.quotes.reports.site import PAUSES, CueSite, bucket, lemma, sort_of
from sitegen.analyse.quotes.scene import Scene

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
        if (word := lower[index]) in NOUNS
        or word == "according"
        or (word in VERBS and (tags[index][:2] == "VB" or tags[index] in _NOUN_TAGS))
        if not scene.inside(index)
    ]


def side_evidence(site: CueSite) -> Evidence:
    """Return what tells whether the cue reports: the word, what it takes, whose it is, and what stands around it."""
    scene, cue, word, frame = site.scene, site.cue, site.lemma, site.frame
    parse, lower = scene.tokens.parse, scene.tokens.lower
    tag, label = parse.tags[cue], parse.deps[cue]
    helpers, mark, fronted = _before(site)
    who = _who(site)
    following, next_tag, after = _following(site)
    before = site.form(cue - 1) if cue - 1 in site.sentence else "^"
    opening = _opening(site)
    behind, lead, size = _passage_behind(site)
    head = parse.heads[cue]
    governor = lemma(scene.tokens, head) if lower[head] in VERBS and head != cue else parse.tags[head][:2]
    room_before, room_behind = bucket(site.first - site.sentence.start), bucket(site.sentence.stop - 1 - cue)
    clause = _clause(site)
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
        f"{behind}|{_passage_before(site)}",
        f"{word}|{behind}",
        f"{room_before}|{fronted}",
        f"{room_behind}|{frame}",
        clause,
        f"{word}|{clause}" if clause else "",
        "first block" if scene.number == 0 else "",
        size,
        f"{word}|{size[:1]}|{lead in _DETERMINERS}" if size else "",
        f"{lead}|{behind}" if size else "",
        f"{tag}|{size[:1]}" if size else "",
        f"{helpers}|{tag}|{label}",
    )


def _before(site: CueSite) -> tuple[str, str, str]:
    """Return auxiliaries and negations before the cue, its conjunction ("if"), and the label of a fronted object."""
    parse, lower = site.tokens.parse, site.tokens.lower
    helpers, mark, fronted = [], "", ""
    for child in site.tokens.children[site.cue]:
        if child > site.cue:
            break
        label = parse.deps[child]
        if label in _AUXILIARY:
            helpers.append(lower[child])
        elif label == "mark":
            mark = lower[child]
        elif label in _OBJECTS:
            fronted = label
    return "+".join(helpers), mark, fronted


def _who(site: CueSite) -> str:
    if site.subject is None:
        return "-"
    return sort_of(site.scene, site.speakers, site.subject) + ("<" if site.subject < site.cue else ">")


def _following(site: CueSite) -> tuple[str, str, str]:
    """Return the word behind the cue, its tag, and the word behind that."""
    following = site.cue + 1
    if following not in site.sentence:
        return ".", ".", "."
    after = site.form(following + 1) if following + 1 in site.sentence else "."
    return site.form(following), site.tokens.parse.tags[following], after


def _opening(site: CueSite) -> str:
    """Return what stands before the clause of cue and subject: the sentence's beginning, a mark, a comma, a tag."""
    before = site.first - 1
    if site.first == site.sentence.start:
        return "^"
    if site.scene.inside(before):
        return "”"
    word = site.tokens.words[before]
    return site.tokens.parse.tags[before] if word[0].isalnum() else word


def _passage_before(site: CueSite) -> str:
    for index in range(site.first - 1, max(site.sentence.start, site.first - _PASSAGE_BEFORE_WITHIN) - 1, -1):
        if site.scene.inside(index):
            return "near" if site.first - index <= 2 else "far"
    return "-"


def _passage_behind(site: CueSite) -> tuple[str, str, str]:
    """Return how the first passage behind the cue follows, the word before it, and its distance and length."""
    index = site.passage
    if index is None:
        return "-", "", ""
    lead = site.form(index - 1) if index - 1 > site.cue else "<cue>"
    size = f"{bucket(index - site.cue - 1)}|{bucket(len(site.scene.tokens_of[site.scene.owner[index]]))}"
    if lead == "<cue>":
        return "next", lead, size
    if lead in PAUSES:
        return "pause", lead, size
    return "that" if lead == "that" else "later", lead, size


def _clause(site: CueSite) -> str:
    """Return the tag of the clause that the cue takes, with "that" or "to" where it has one."""
    parse, lower = site.tokens.parse, site.tokens.lower
    for child in site.behind:
        if parse.deps[child] in {"ccomp", "xcomp"}:
            words = [lower[below] for below in site.tokens.children[child] if below < child]
            return parse.tags[child] + ("that" if "that" in words else "to" if "to" in words else "")
    return ""
