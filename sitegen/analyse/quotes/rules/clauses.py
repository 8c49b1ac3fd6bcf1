"""Reported clauses: Ann Lee said (that) the quay was closed. The quay was closed, she said.

Source: clausal complements of verbs of saying (Pareti 2015, Attribution: a computational approach, chapter 3; the
baseline of Krestel et al., Minding the Source, 2008). With marked words inside, the clause is a mixed quotation.
"""

from sitegen.analyse.lexicon.cues import VERBS
from sitegen.analyse.quotes.found import Found, claimed, cues
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers

_CLAUSES = frozenset({"ccomp", "xcomp"})
# Whoever promises to do something says so.
_COMMITS = frozenset(
    "promised promises promising vowed vows vowing pledged pledges pledging swore swears agreed agrees".split()
)
_ADVERBIAL = frozenset({"when", "while", "after", "before", "as", "during", "in", "on", "at"})
_NEGATIONS = frozenset({"n't", "not", "n’t", "never"})
_HYPOTHETICAL = frozenset({"would", "could", "should", "might", "may", "can", "will", "must", "'ll", "’ll"})


def marked_clauses(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Add reported clauses with passages inside: Ann Lee said the plan was "a gift". A clause wholly in marks is
    left to ``cue_before``."""
    return _add(scene, speakers, found, marked=True)


def clauses(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Add the clause that each free cue verb reports, where the verb has a subject."""
    return _add(scene, speakers, found, marked=False)


def _add(scene: Scene, speakers: Speakers, found: tuple[Found, ...], *, marked: bool) -> tuple[Found, ...]:
    if marked and not scene.passages:
        return found
    results = list(found)
    used, taken = cues(found), claimed(found)
    for verb in scene.run:
        if scene.inside(verb) or scene.tokens.parse.starts[verb] in used:
            continue
        quotation = _reported(scene, speakers, verb, taken, marked=marked)
        if quotation is not None and not _overlaps(quotation, results):
            results.append(quotation)
            taken |= set(quotation.passages)
    return tuple(results)


def _reported(scene: Scene, speakers: Speakers, verb: int, taken: set[int], *, marked: bool) -> Found | None:
    tokens, parse = scene.tokens, scene.tokens.parse
    frames = VERBS.get(tokens.lower[verb], ("", ""))[1]
    if not frames or not parse.tags[verb].startswith("VB") or calls_for(scene, verb):
        return None
    sentence = range(scene.sentence_start(verb), scene.sentence_end(verb) + 1)
    run = _right(scene, verb, sentence) or _left(scene, verb, sentence)
    if run is None:
        return None
    content = _without_that(scene, run)
    passages = {scene.owner[index] for index in run if scene.inside(index)}
    if passages & taken or (marked and (not passages or not content or scene.inside(content[0]))):
        return None
    if not passages and ("c" not in frames or "w" in frames or _unsaid(scene, verb)):
        return None
    subject = speakers.subject(scene, verb)
    if subject is None or subject in run:
        return None
    span = scene.content(content)
    if span is None or (not passages and len(run) < 3):
        return None
    strong = tokens.lower[verb] in {"said", "says", "say", "told", "added", "announced", "saying", "adding"}
    rule = "clause.before" if run.start < verb else "clause.that"
    return Found(
        (span,),
        tuple(sorted(passages)),
        rule,
        0.9 if strong else 0.8,
        speakers.voice(scene, subject),
        tokens.span(range(verb, verb + 1)),
    )


def _right(scene: Scene, verb: int, sentence: range) -> range | None:
    """Return the clause behind the verb, from its first word to its last."""
    tokens, parse = scene.tokens, scene.tokens.parse
    clause = next((c for c in tokens.children[verb] if parse.deps[c] in _CLAUSES and c > verb), None)
    if clause is None:
        clause = _behind_document(scene, verb)
    if clause is None or clause not in sentence:
        return _marked_right(scene, verb, sentence)
    if _to_infinitive(scene, clause) and tokens.lower[verb] not in _COMMITS:
        # "asked them to wait": what they should do, not what was said, and the parser cuts it anyhow.
        return _marked_right(scene, verb, sentence)
    subtree = tokens.subtree(clause)
    start, end = max(subtree.start, verb + 1), min(subtree.stop, sentence.stop)
    if tokens.lower[start] in _ADVERBIAL or tokens.lower[start - 1] in _ADVERBIAL:
        # "said when he was back that …": the clause begins at its conjunction, however the parser hangs the rest.
        start = next((i for i in range(start, end) if parse.tags[i] == "IN" and tokens.lower[i] == "that"), start)
    return _whole_passages(scene, range(start, end), sentence)


def _to_infinitive(scene: Scene, clause: int) -> bool:
    tokens = scene.tokens
    return tokens.parse.tags[clause] == "VB" and any(tokens.lower[child] == "to" for child in tokens.children[clause])


def calls_for(scene: Scene, verb: int) -> bool:
    """Tell "a contract that calls for …" from "called it …": the one asks, the other names."""
    lower = scene.tokens.lower
    return VERBS[lower[verb]][0] == "call" and verb + 1 in scene.run and lower[verb + 1] in {"for", "on", "upon", "off"}


def _behind_document(scene: Scene, verb: int) -> int | None:
    """Return the clause that the parser hung on a noun between: "said in a statement that …"."""
    tokens, parse = scene.tokens, scene.tokens.parse
    for preposition in tokens.children[verb]:
        if parse.deps[preposition] != "prep" or preposition < verb:
            continue
        for noun in tokens.children[preposition]:
            for clause in tokens.children[noun]:
                marked = any(tokens.lower[word] == "that" for word in tokens.children[clause])
                if (
                    parse.deps[clause] in {"acl", "relcl", "ccomp"}
                    and marked
                    and parse.tags[clause].startswith(("VB", "MD"))
                ):
                    return clause
    return None


def _marked_right(scene: Scene, verb: int, sentence: range) -> range | None:
    """Return what follows the verb up to the last passage before the next cue, where the parser saw no clause."""
    tags, lower, words = scene.tokens.parse.tags, scene.tokens.lower, scene.tokens.words
    last = None
    for index in range(verb + 1, sentence.stop):
        if scene.inside(index):
            last = index
        elif words[index] in {";", ":"} and last is None:
            return None
        elif lower[index] in VERBS and tags[index] in {"VBD", "VBZ", "VBG"}:
            # A nearer cue has the better claim to what follows it.
            break
    if last is None:
        return None
    first = next(index for index in range(verb + 1, last + 1) if scene.inside(index))
    if lower[first - 1] in {"that", ",", ":"} or scene.titled(scene.owner[first]):
        return None
    return _whole_passages(scene, range(verb + 1, last + 1), sentence)


def _left(scene: Scene, verb: int, sentence: range) -> range | None:
    """Return the clause before the verb, from the beginning of the sentence."""
    tokens, parse = scene.tokens, scene.tokens.parse
    clause = next((c for c in tokens.children[verb] if parse.deps[c] in _CLAUSES and c < verb), None)
    if clause is None or clause not in sentence or VERBS[tokens.lower[verb]][1] not in {"qc", "c"}:
        return None
    subtree = tokens.subtree(clause)
    end = min(subtree.stop, verb)
    if end not in sentence or not any(tokens.words[index] in {",", "—", "–", "--"} for index in range(end - 1, verb)):
        return None
    return _whole_passages(scene, range(max(subtree.start, sentence.start), end), sentence)


def _whole_passages(scene: Scene, run: range, sentence: range) -> range:
    """Widen ``run`` so that no passage is cut, and let it take in a passage that it runs up against."""
    start, end = run.start, run.stop
    if start in scene.owner:
        start = min(start, scene.tokens_of[scene.owner[start]].start)
    if end - 1 in scene.owner:
        end = max(end, scene.tokens_of[scene.owner[end - 1]].stop)
    if end in sentence and scene.inside(end):
        end = scene.tokens_of[scene.owner[end]].stop
    return range(start, end)


def _without_that(scene: Scene, run: range) -> range:
    first = run.start
    while first in run and scene.tokens.words[first] in {",", ":"}:
        first += 1
    return (
        range(first + 1, run.stop) if first in run and scene.tokens.lower[first] == "that" else range(first, run.stop)
    )


def _unsaid(scene: Scene, verb: int) -> bool:
    """Tell whether nothing was said: negated, wished, possible or in the infinitive ("declined to say whether …")."""
    tokens, parse = scene.tokens, scene.tokens.parse
    words = {tokens.lower[child] for child in tokens.children[verb] if parse.deps[child] in {"neg", "aux", "advmod"}}
    return bool(words & (_NEGATIONS | _HYPOTHETICAL)) or (parse.tags[verb] == "VB" and "did" not in words)


def _overlaps(quotation: Found, others: list[Found]) -> bool:
    return any(mine.overlaps(theirs) for other in others for mine in quotation.spans for theirs in other.spans)
