"""Who said what a cue reports, among the noun phrases of its sentence? Or does the sentence leave that out?

Source: attribution as a choice between candidates (Elson and McKeown 2010; O'Keefe et al. 2012), with the paths of
dependency grammar as features (Almeida et al. 2014).
"""

from collections.abc import Sequence

from sitegen.analyse.lexicon.nouns import TIMES
from sitegen.analyse.quotes.learned.choice import Features
from sitegen.analyse.quotes.report import Side
from sitegen.analyse.quotes.reports.context import bucket, is_verb, lemma, sort_of
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.model.span import Span

_NOMINAL = frozenset("NN NNS NNP NNPS PRP WP DT CD PRP$ WDT JJ JJS".split())
_ROLES = frozenset("nsubj nsubjpass pobj dobj poss agent conj ROOT attr csubj dep appos npadvmod oprd dative".split())
_FURTHEST = 45
_UP, _DOWN = 4, 3


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
    said = {index for span in content for index in tokens.within(span)}
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
        elif tokens.lower[index] not in TIMES and _can_be_speaker(scene, cue, index):
            found.append(index)
    return [index for index in found if index != cue]


def _can_be_speaker(scene: Scene, cue: int, index: int) -> bool:
    parse = scene.tokens.parse
    noun = parse.tags[index] in _NOMINAL and parse.deps[index] in _ROLES
    return noun or _mistagged(scene, cue, index)


def _mistagged(scene: Scene, cue: int, index: int) -> bool:
    """Tell whether a capitalised word beside the cue is a speaker that the model made a part of it: "Holt notes."."""
    return abs(index - cue) == 1 and scene.tokens.words[index][0].isupper() and index != scene.run.start


def speaker_features(scene: Scene, speakers: Speakers, cue: int, side: Side, heads: Sequence[int]) -> list[Features]:
    """Return the features for each of ``heads`` as the speaker, and last for that the sentence leaves it out."""
    is_verb = scene.tokens.parse.tags[cue].startswith("VB")
    subject = speakers.subject(scene, cue) if is_verb else None
    before = sum(head < cue for head in heads)
    paths = _Paths(scene, cue)
    rows = [
        _evidence(
            scene, speakers, cue, side, head, before - rank if rank < before else rank - before + 1, subject, paths
        )
        for rank, head in enumerate(heads)
    ]
    return [*rows, _nobody(scene, cue, side, len(heads), has_subject=subject is not None)]


def _evidence(
    scene: Scene,
    speakers: Speakers,
    cue: int,
    side: Side,
    head: int,
    rank: int,
    subject: int | None,
    paths: "_Paths",
) -> Features:
    tokens, parse = scene.tokens, scene.tokens.parse
    sort, label, governor = sort_of(scene, speakers, head), parse.deps[head], parse.heads[head]
    path, word, tag = paths.to(head), lemma(tokens, cue), parse.tags[cue]
    way = "<" if head < cue else ">"
    low, high = min(head, cue), max(head, cue)
    marked = any(scene.inside(index) for index in range(low + 1, high))
    pause = f"{',' in tokens.words[low + 1 : high]}{marked}"
    mention = speakers.mention_at(head)
    same = subject is not None and (
        head == subject or (mention is not None and speakers.mention_at(subject) is mention)
    )
    governs = lemma(tokens, governor) if is_verb(tokens, governor) else parse.tags[governor]
    usual = "" if subject is None else "subject" if same else "other"
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
    )


def _beside_marks(scene: Scene, low: int, high: int) -> str:
    """Return whether the tokens around speaker and cue stand in quotation marks."""
    before = low > scene.run.start and scene.inside(low - 1)
    return f"{before}|{high + 1 in scene.run and scene.inside(high + 1)}"


def _nobody(scene: Scene, cue: int, side: Side, count: int, *, has_subject: bool) -> Features:
    parse, tag = scene.tokens.parse, scene.tokens.parse.tags[cue]
    word = lemma(scene.tokens, cue)
    labels = {parse.deps[child] for child in scene.tokens.children[cue]}
    if labels & {"auxpass", "nsubjpass"}:
        voice = "passive"
    elif "agent" in labels:
        voice = "agent"
    else:
        voice = "bare" if tag in {"VBN", "VBG", "VB"} and "nsubj" not in labels else "active"
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
    )


class _Paths:
    """The paths of dependency labels from one cue: up to a common ancestor, and down from there."""

    def __init__(self, scene: Scene, cue: int) -> None:
        self.parse = scene.tokens.parse
        self.up = {cue: ""}
        node, path = cue, ""
        for _ in range(_UP):
            if self.parse.heads[node] == node:
                break
            path += f"^{self.parse.deps[node]}"
            node = self.parse.heads[node]
            self.up[node] = path

    def to(self, index: int) -> str:
        """Return the path to ``index``, or "far"."""
        node, path = index, ""
        for _ in range(_DOWN):
            if node in self.up:
                break
            path = f">{self.parse.deps[node]}{path}"
            node = self.parse.heads[node]
        return self.up[node] + path if node in self.up else "far"
