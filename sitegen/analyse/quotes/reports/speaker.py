"""Who said what a cue reports, among the noun phrases of its sentence? Or does the sentence leave that out?

Source: attribution as a choice between candidates (Elson and McKeown 2010; O'Keefe et al. 2012), with the paths of
dependency grammar as features (Almeida et al. 2014).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.analyse.lexicon.nouns import TIMES
from sitegen.analyse.quotes.learned.choice import Features
from sitegen.analyse.quotes.report import Side
from sitegen.analyse.quotes.reports.context import bucket, is_verb, lemma, sort_of, subject_of
from sitegen.analyse.quotes.reports.place import Paths, Place
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.span import Span

_NOMINAL = frozenset("NN NNS NNP NNPS PRP WP DT CD PRP$ WDT JJ JJS".split())
_ROLES = frozenset("nsubj nsubjpass pobj dobj poss agent conj ROOT attr csubj dep appos npadvmod oprd dative".split())
_FURTHEST = 45


def choose_speaker(scene: Scene, speakers: Speakers, cue: int, content: Sequence[Span]) -> tuple[int | None, float]:
    """Return the head of the noun phrase that names the speaker, and the probability that it is the one.

    None in its place says that the sentence leaves the speaker out ("was asked whether …"); with probability 0 that it
    has no noun phrase at all. ``content`` is what was said, in the order of the text.
    """
    heads = speaker_heads(scene, speakers, cue, content)
    if not heads:
        return None, 0.0
    side = side_of(scene.tokens.parse.starts[cue], content)
    best, probability = scene.learned.speakers.best(speaker_features(scene, speakers, cue, side, heads))
    return (heads[best] if best < len(heads) else None), probability


def side_of(cue: int, content: Sequence[Span]) -> Side:
    """Return where ``content`` stands, seen from the offset ``cue``."""
    if content[0].start < cue < content[-1].start:
        return "around"
    return "right" if content[0].start > cue else "left"


def speaker_heads(scene: Scene, speakers: Speakers, cue: int, content: Sequence[Span]) -> list[int]:
    """Return the heads of the noun phrases that may be the speaker: near the cue, outside the marks and the content."""
    tokens, parse = scene.tokens, scene.tokens.parse
    first = max(scene.sentence_start(cue), cue - _FURTHEST)
    subject = subject_of(scene, speakers, cue)
    said = {index for span in content for index in tokens.within(span)}
    found, skipped = [], -1
    for index in range(first, min(scene.sentence_end(cue) + 1, cue + _FURTHEST)):
        if index <= skipped or index in scene.owner or index in said:
            continue
        mention = speakers.mention_at(index)
        if mention is not None:
            run = tokens.within(mention.span)
            skipped = run[-1]
            found.append(next((inner for inner in run if parse.heads[inner] not in run), run[-1]))
        elif index == subject or (tokens.lower[index] not in TIMES and _can_be_speaker(scene, cue, index)):
            found.append(index)
    return [index for index in found if index != cue and not _is_apart(scene, cue, index)]


def _can_be_speaker(scene: Scene, cue: int, index: int) -> bool:
    parse = scene.tokens.parse
    noun = parse.tags[index] in _NOMINAL and parse.deps[index] in _ROLES
    return noun or _mistagged(scene, cue, index)


def _is_apart(scene: Scene, cue: int, index: int) -> bool:
    """Tell whether a noun phrase belongs to a clause beside the cue's: "Lee, whose mother has died, said"."""
    tokens = scene.tokens
    return tokens.parse.heads[index] != cue and any(tokens.lower[child] == "whose" for child in tokens.children[index])


def _mistagged(scene: Scene, cue: int, index: int) -> bool:
    """Tell whether a capitalised word beside the cue is a speaker that the model made a part of it: "Holt notes."."""
    return abs(index - cue) == 1 and scene.tokens.words[index][0].isupper() and index != scene.run.start


def speaker_features(scene: Scene, speakers: Speakers, cue: int, side: Side, heads: Sequence[int]) -> list[Features]:
    """Return the features for each of ``heads`` as the speaker, and last for that the sentence leaves it out."""
    subject = subject_of(scene, speakers, cue)
    before = sum(head < cue for head in heads)
    paths = Paths(scene, cue)
    places = [Place.of(scene, speakers, cue, head) for head in heads]
    rows = []
    for number, (head, place) in enumerate(zip(heads, places, strict=True)):
        way, rank = ("<", before - number) if number < before else (">", number - before + 1)
        seen = _Seen(head, way, rank, _usual(speakers, subject, head), paths.to(head), place)
        rows.append(_evidence(scene, speakers, cue, side, seen))
    beside = "-" if not before else f"{places[before - 1].opens}|{places[before - 1].towards}"
    behind = "-" if before == len(heads) else places[before].towards
    return [*rows, _nobody(scene, cue, side, len(heads), beside, behind, has_subject=subject is not None)]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A noun phrase as seen from the cue.

    ``head`` is its head, ``way`` the direction ("<", ">") and ``rank`` its number on that way from 1; ``usual`` is
    "subject" for the cue's subject, "other" beside one and "" where the cue has none.
    """

    head: int
    way: str
    rank: int
    usual: str
    path: str
    place: Place


def _usual(speakers: Speakers, subject: int | None, head: int) -> str:
    if subject is None:
        return ""
    mention = speakers.mention_at(head)
    same = head == subject or (mention is not None and speakers.mention_at(subject) is mention)
    return "subject" if same else "other"


def _evidence(scene: Scene, speakers: Speakers, cue: int, side: Side, seen: _Seen) -> Features:
    tokens, parse = scene.tokens, scene.tokens.parse
    head, way, rank, usual, path, place = seen.head, seen.way, seen.rank, seen.usual, seen.path, seen.place
    sort, label, governor = sort_of(scene, speakers, head), parse.deps[head], parse.heads[head]
    word, tag = lemma(tokens, cue), parse.tags[cue]
    low, high = min(head, cue), max(head, cue)
    marked = not scene.owner.keys().isdisjoint(range(low + 1, high))
    pause = f"{',' in tokens.words[low + 1 : high]}{marked}"
    governs = lemma(tokens, governor) if is_verb(tokens, governor) else parse.tags[governor]
    return (
        f"{usual}|{way}",
        f"{usual}|{tag}|{parse.deps[cue]}",
        path,
        f"{path}|{tag}",
        f"{label}|{way}|{sort}",
        f"{sort}|{usual}",
        f"{way}{rank}|{side}",
        f"{way}{rank}|{sort}",
        f"{way}|{bucket(high - low)}|{side}",
        f"{pause}|{way}|{side}",
        f"{word}|{path}",
        f"{label}|{tokens.forms[governor]}" if label == "pobj" else f"{label}|{parse.tags[governor][:2]}",
        f"{word}|{sort}|{usual}",
        f"{governor == cue}|{label}|{sort}|{way}",
        f"{label}|{parse.deps[governor]}|{governs}",
        f"{way}{rank}|{side}|{sort}|{tag}",
        f"{_beside_marks(scene, low, high)}|{way}{rank}|{side}",
        f"{tag}|{label}|{parse.deps[governor]}|{is_verb(tokens, governor)}|{usual}",
        f"{place.opens}|{place.towards}|{way}",
        f"{place.towards}|{way}{rank}|{side}",
        f"{place.opens}|{place.towards}|{way}|{usual}",
        f"{place.opens}|{place.towards}|{way}|{sort}",
    )


def _beside_marks(scene: Scene, low: int, high: int) -> str:
    """Return whether the tokens around speaker and cue stand in quotation marks."""
    before = low > scene.run.start and scene.inside(low - 1)
    return f"{before}|{high + 1 in scene.run and scene.inside(high + 1)}"


def _nobody(scene: Scene, cue: int, side: Side, count: int, beside: str, behind: str, *, has_subject: bool) -> Features:
    parse, tag = scene.tokens.parse, scene.tokens.parse.tags[cue]
    word = lemma(scene.tokens, cue)
    labels = {parse.deps[child] for child in scene.tokens.children[cue]}
    if labels & {"auxpass", "nsubjpass"}:
        voice = "passive"
    elif "agent" in labels:
        voice = "agent"
    else:
        # "Why?" Holt asked in the hall: read as a participle, though it has a subject.
        finite = "nsubj" in labels or (tag == "VBN" and has_subject)
        voice = "bare" if tag in {"VBN", "VBG", "VB"} and not finite else "active"
    first = "first" if cue == scene.sentence_start(cue) else ""
    return (
        f"nobody|{has_subject}",
        f"nobody|{tag}|{parse.deps[cue]}",
        f"nobody|{voice}",
        f"nobody|{voice}|{tag}",
        f"nobody|{word}",
        f"nobody|{word}|{voice}",
        f"nobody|{side}|{tag}",
        f"nobody|{first}|{tag}|{word}",
        f"nobody|{min(count, 4)}",
        f"nobody|{voice}|{has_subject}",
        f"nobody|{word}|{tag}",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        f"nobody|{beside}",
        f"nobody|{beside}|{behind}",
        f"nobody|{beside}|{tag}",
        f"nobody|{behind}|{tag}|{side}",
    )
