"""Cue, then words: Ann Lee said, "We won." Ann Lee: "We won." She called it "a gift".

Source: the SVQ template of O'Keefe et al. (2012); transcripts and captions for the colon after a name.
"""

from sitegen.analyse.lexicon.cues import DOCUMENTS, NOUNS, SHY, SILENT, VERBS
from sitegen.analyse.quotes.found import UNSAID, Found, claimed, cues
from sitegen.analyse.quotes.marks import words_in
from sitegen.analyse.quotes.rules.headline import TOPICS
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers, nearest_noun
from sitegen.analyse.quotes.unsaid import only_names, unsaid
from sitegen.model.mention import Mention
from sitegen.model.quote import Voice

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = DOCUMENTS | NOUNS
_IS = frozenset({"is", "was"})
_LONGEST_LABEL = 8
_FEWEST_WORDS = 3
_REACH = 30
# The least probability that a verb reports what stands behind it.
_LEAST = 0.3
_SAYS = frozenset({"say", "add", "tell", "ask", "write", "declare", "announce", "state", "reply", "argue", "claim"})


def cue_before(scene: Scene, speakers: Speakers, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Attribute each free passage whose sentence begins with a cue, and passages that a colon introduces.

    What ``clauses`` has found before it, a clause that only ends in marks ("said he had "general discussions""), stays.
    """
    taken, used = claimed(found), cues(found)
    results = []
    for number in range(len(scene.passages)):
        if number in taken or not scene.tokens_of[number] or scene.titled(number):
            continue
        quotation = _attributed(scene, speakers, number)
        if quotation is not None and (quotation.cue is None or quotation.cue.start not in used):
            results.append(quotation)
    return (*found, *results)


def _attributed(scene: Scene, speakers: Speakers, number: int) -> Found | None:
    passage = scene.tokens_of[number]
    start = passage.start
    tokens = scene.tokens
    if start == scene.run.start:
        return None
    colon = tokens.words[start - 1] == ":"
    if start - 1 in scene.sentence_ends and not colon:
        return None
    first = scene.sentence_start(start - 1)
    if number and scene.tokens_of[number - 1]:
        first = max(first, scene.tokens_of[number - 1].stop)
    gap = range(max(first, start - _REACH), start)
    for verb in reversed(gap):
        found = _verb(scene, speakers, number, verb, colon=colon)
        if found is not None:
            return found
        if tokens.parse.tags[verb] in _FINITE and not colon:
            break
    return _colon(scene, speakers, number, gap) if colon else None


def _verb(scene: Scene, speakers: Speakers, number: int, verb: int, *, colon: bool) -> Found | None:
    tokens = scene.tokens
    known = VERBS.get(tokens.lower[verb])
    if known is None or not tokens.parse.tags[verb].startswith("VB") or scene.reports.right(verb) < _LEAST:
        return None
    names, thinks = "n" in known.frames and not known.quotes, known.manner == "thought" and not known.quotes
    between = range(verb + 1, scene.tokens_of[number].start)
    words = [index for index in between if tokens.words[index][0].isalnum()]
    if colon and thinks:
        return None
    if words and tokens.lower[verb] in SHY and not colon:
        return None
    if tokens.parse.tags[verb] == "VB" and known.lemma not in _SAYS and _infinitive(scene, verb):
        # "sold the boat to counter …": a purpose, not a report; "went on to say" is one.
        return None
    if any(tokens.parse.tags[index] in _FINITE for index in words):
        return None
    attached = not [index for index in words if tokens.lower[index] != "that"]
    if not known.quotes and not (names and words) and not attached and not colon:
        return None
    if thinks and not attached:
        return None
    introduced = attached or colon or names or tokens.words[between[-1]] in {",", "that"}
    if not introduced and not _adjunct(scene, verb, words):
        return None
    if unsaid(scene, verb):
        own = scene.content(scene.tokens_of[number])
        return None if own is None else Found((own,), (number,), UNSAID, 0.0)
    subject = speakers.subject(scene, verb)
    confidence = 0.95 if attached or colon else 0.85
    if subject is None and tokens.parse.tags[verb] == "VBN":
        # "a book called …": a title, not a cue.
        return None
    if subject is None:
        subject = nearest_noun(scene, speakers, range(scene.sentence_start(verb), verb), backwards=True)
        confidence -= 0.1
    if subject is None:
        return None
    span = scene.content(scene.tokens_of[number])
    if span is None:
        return None
    rule = "cue.words" if names else "cue.before"
    voice = speakers.voice(scene, subject)
    if only_names(scene, verb, voice):
        return Found((span,), (number,), UNSAID, 0.0)
    return Found((span,), (number,), rule, confidence, voice, tokens.span(range(verb, verb + 1)))


def _infinitive(scene: Scene, verb: int) -> bool:
    return any(scene.tokens.lower[child] == "to" for child in scene.tokens.children[verb])


def _adjunct(scene: Scene, verb: int, words: list[int]) -> bool:
    """Tell whether the words between cue and marks only say to whom, where, when or how."""
    parse = scene.tokens.parse
    roles = {"dobj", "dative", "prep", "npadvmod", "advmod", "prt", "iobj", "oprd", "advcl", "acomp"}
    for index in words:
        top = index
        while parse.heads[top] in words and parse.heads[top] != top:
            top = parse.heads[top]
        if parse.heads[top] != verb or parse.deps[top] not in roles:
            return False
    return True


def _colon(scene: Scene, speakers: Speakers, number: int, gap: range) -> Found | None:
    """Read "Ann Lee: …", "the statement: …" and "Ann Lee went further: …", without a cue verb."""
    tokens = scene.tokens
    words = [index for index in gap if tokens.words[index][0].isalnum()]
    span = scene.content(scene.tokens_of[number])
    if not words or span is None:
        return None
    cue = tokens.span(range(gap[-1], gap[-1] + 1))
    if any(tokens.parse.tags[index] in _FINITE for index in words):
        if words_in(tokens.text, span) < _FEWEST_WORDS:
            return None
        subject = next((index for index in words if _acts(scene, speakers, index)), None)
        if subject is not None:
            return Found((span,), (number,), "colon", 0.7, speakers.voice(scene, subject), cue)
        voice = _answering(scene, speakers, words) or _last_named(speakers, words)
        return None if voice is None else Found((span,), (number,), "colon", 0.6, voice, cue)
    topic = next((index for index in words if tokens.lower[index] in TOPICS), gap.stop)
    words = [index for index in words if index < topic]
    mentions = [m for index in words if (m := speakers.mention_at(index)) is not None and m.kind != "place"]
    noun = next((index for index in words if tokens.lower[index] in _NOUNS), None)
    if noun is not None:
        owned = bool(mentions) and tokens.within(mentions[0].span).stop <= noun
        voice = _named(mentions[0]) if owned else speakers.voice(scene, noun)
        return Found((span,), (number,), "colon", 0.6, voice, cue)
    if mentions and len(words) <= _LONGEST_LABEL and _is_label(scene, words, mentions[-1]):
        return Found((span,), (number,), "colon", 0.8, _named(mentions[-1]), cue)
    return None


def _answering(scene: Scene, speakers: Speakers, words: list[int]) -> Voice | None:
    """Return whose noun the sentence is about: Lee's answer was: "…"."""
    tokens, parse = scene.tokens, scene.tokens.parse
    if tokens.lower[words[-1]] not in _IS:
        return None
    noun = next((index for index in words if parse.deps[index] == "nsubj" and tokens.lower[index] in NOUNS), None)
    owner = None if noun is None else next((c for c in tokens.children[noun] if parse.deps[c] == "poss"), None)
    return None if owner is None or scene.inside(owner) else speakers.voice(scene, owner)


def _last_named(speakers: Speakers, words: list[int]) -> Voice | None:
    """Return the person named right before the colon: no surprise to the pollster Ann Lee: "…"."""
    mention = speakers.mention_at(words[-1])
    return None if mention is None or mention.kind != "person" else _named(mention)


def _named(mention: Mention) -> Voice:
    return Voice(mention.span, "name", mention.kind, mention.cluster)


def _is_label(scene: Scene, words: list[int], mention: Mention) -> bool:
    """Tell whether the words before a colon label a speaker: a name last, or an office behind it."""
    tokens = scene.tokens
    run = tokens.within(mention.span)
    behind = [index for index in words if index >= run.stop]
    possessive = run.stop in scene.run and tokens.parse.tags[run.stop] == "POS"
    apposition = run.stop in scene.run and tokens.words[run.stop] in {",", "("}
    return not possessive and (not behind or apposition or all(tokens.words[index][0].isupper() for index in behind))


def _acts(scene: Scene, speakers: Speakers, index: int) -> bool:
    """Tell whether a token is the subject of a sentence in which somebody does something, no hearing or receiving."""
    parse, lower = scene.tokens.parse, scene.tokens.lower
    head = parse.heads[index]
    main = parse.deps[index] == "nsubj" and parse.deps[head] in {"ROOT", "conj", "ccomp"}
    mention = speakers.mention_at(index)
    speaks = speakers.is_human(index) or (mention is not None and mention.kind == "organisation")
    return main and speaks and lower[head] not in SILENT
