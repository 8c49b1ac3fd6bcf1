"""Quotations of one article: what was said, by whom, and by which rule we think so."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sitegen.analyse.pronouns import Pronouns
from sitegen.analyse.quotes.carry import Speech, carry, is_speech
from sitegen.analyse.quotes.found import UNSAID, Found, claimed
from sitegen.analyse.quotes.learned.weights import Weights
from sitegen.analyse.quotes.marks import OddMark, Passage
from sitegen.analyse.quotes.nested import Nesting
from sitegen.analyse.quotes.paragraphs import begun_above, continued, signed_below, with_beginning
from sitegen.analyse.quotes.reports import read_reports
from sitegen.analyse.quotes.rules import RULES
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.quotes.speakers import Speakers
from sitegen.analyse.quotes.transcript import with_labels
from sitegen.analyse.tokens import Tokens
from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article
from sitegen.model.mention import Mention
from sitegen.model.quote import Attribution, Quote, QuoteKind, first_id, normalised_words
from sitegen.model.span import Span

_REPLIES = frozenset("replied replies answered answers responded responds retorted".split())


@dataclass(frozen=True, slots=True)
class Quotations:
    """The outcome for one article; ``passages`` are marked passages that are nobody's words."""

    quotes: tuple[Quote, ...]
    passages: tuple[Span, ...]


def find_quotes(
    article: Article,
    tokens: Tokens,
    blocks: Sequence[Span],
    marked: Sequence[Passage],
    mentions: Sequence[Mention],
    pronouns: Pronouns,
    learned: Weights,
) -> Quotations:
    """Find and attribute all quotations of an article.

    ``blocks`` are the spans that were read, one a paragraph; ``marked`` the passages in quotation marks,
    ``mentions`` the named ones, both in order. Block by block the rules of ``RULES`` attribute what a cue
    attributes; then sentences in marks without a cue are carried over to who spoke before, and pronoun speakers
    are resolved, in the order of the text. What is left in marks is a passage.
    """
    speakers = Speakers(tokens, mentions)
    scenes, left = make_scenes(speakers, blocks, marked, learned)
    passages = tuple(passage for scene in scenes for passage in scene.passages)
    speeches: list[Speech] = []
    running: int | None = None
    for scene in scenes:
        found: tuple[Found, ...] = ()
        for rule in RULES:
            found = rule(scene, speakers, found)
        nobodys = [scene.passages[number].inner for f in found if f.rule == UNSAID for number in f.passages]
        left.extend(nobodys)
        here = [Speech(scene.number, quotation) for quotation in found if quotation.rule != UNSAID]
        taken = claimed(found)
        free = [number for number in range(len(scene.passages)) if number not in taken]
        before = scenes[scene.number - 1] if scene.number else None
        resolved, running = _resolve(here, pronouns, running, speeches)
        for number in free:
            if not is_speech(scene, number):
                left.append(scene.passages[number].inner)
                continue
            longer = continued(scene, scenes, number, speeches)
            if longer is not None:
                speeches[-1] = longer
                continue
            quotation = signed_below(scene, scenes, speakers, number)
            if quotation is None:
                earlier = [*_recent(speeches, scene.number), *resolved]
                quotation = carry(scene, speakers, number, earlier, before)
            if quotation is not None:
                (speech,), running = _resolve([Speech(scene.number, quotation)], pronouns, running, speeches)
                resolved.append(speech)
        resolved.sort(key=lambda speech: speech.found.spans[0])
        if resolved and begun_above(scene, scenes, resolved[0], speeches):
            resolved[0] = with_beginning(speeches.pop(), resolved[0])
        speeches.extend(resolved)
    nesting = Nesting(mentions, pronouns, learned)
    made = [_made(article.text, speech.found, passages) for speech in speeches]
    quotes = _identified(article, map(nesting.within, made))
    return Quotations(quotes, tuple(sorted(left)))


def make_scenes(
    speakers: Speakers, blocks: Sequence[Span], marked: Sequence[Passage], learned: Weights
) -> tuple[list[Scene], list[Span]]:
    """Return one scene a block, and the passages that are nicknames inside names, which belong to none."""
    nicknames = {number for number, passage in enumerate(marked) if _in_name(speakers, passage)}
    passages = (passage for number, passage in enumerate(marked) if number not in nicknames)
    scenes = [
        Scene(speakers.tokens, number, block, tuple(group), learned, partial(read_reports, speakers))
        for (number, block), group in zip(enumerate(blocks), _by_block(passages, len(blocks)), strict=True)
    ]
    return with_labels(scenes, speakers), [marked[number].inner for number in sorted(nicknames)]


def _in_name(speakers: Speakers, passage: Passage) -> bool:
    """Tell whether a passage is a nickname inside a name."""
    inner = speakers.tokens.within(passage.inner)
    mention = speakers.mention_at(inner[0]) if inner else None
    return mention is not None and mention.span.covers(passage.outer)


def _by_block(passages: Iterable[Passage], count: int) -> list[list[Passage]]:
    groups: list[list[Passage]] = [[] for _ in range(count)]
    for passage in passages:
        groups[passage.block].append(passage)
    return groups


def _recent(speeches: Sequence[Speech], block: int) -> list[Speech]:
    """Return the speeches of the block before; ``speeches`` is in order, so only its end is looked at."""
    recent: list[Speech] = []
    for speech in reversed(speeches):
        if speech.block < block - 1:
            break
        recent.append(speech)
    return recent[::-1]


def _resolve(
    speeches: Iterable[Speech], pronouns: Pronouns, running: int | None, earlier: Sequence[Speech]
) -> tuple[list[Speech], int | None]:
    """Resolve pronoun speakers in the order of the text; returns who spoke last as well."""
    text = pronouns.tokens.text
    last = earlier[-1].found if earlier else None
    resolved = []
    for speech in sorted(speeches, key=lambda speech: speech.found.spans[0]):
        found = speech.found
        voice = found.voice
        if voice is not None and voice.form == "pronoun" and voice.cluster is None and voice.span is not None:
            cluster = pronouns.resolve(voice.span.start, voice.span.of(text), running)
            if cluster is not None and not _answers_itself(text, found, cluster, last):
                found = replace(found, voice=replace(voice, cluster=cluster), confidence=found.confidence * 0.9)
        if found.voice is not None and found.voice.cluster is not None:
            running = found.voice.cluster
        resolved.append(Speech(speech.block, found))
        last = found
    return resolved, running


def _answers_itself(text: str, found: Found, cluster: int, last: Found | None) -> bool:
    """Tell whether ``cluster`` would reply to a question of its own: "“Why?” asked Lee. “No,” he replied."."""
    if last is None or last.voice is None or last.voice.cluster != cluster or found.cue is None:
        return False
    return found.cue.of(text).lower() in _REPLIES and last.spans[-1].of(text).rstrip().endswith("?")


def _made(text: str, found: Found, passages: Sequence[Passage]) -> Quote:
    spans = tuple(sorted(found.spans))
    verbatim = tuple(_inside(spans, passages))
    attribution = Attribution(found.rule, round(found.confidence, 2), found.voice, found.cue, found.via)
    return Quote("", _kind(text, spans, verbatim), spans, verbatim, attribution)


def _inside(spans: Sequence[Span], passages: Sequence[Passage]) -> Iterable[Span]:
    ends = [passage.inner.end for passage in passages]
    for span in spans:
        for passage in passages[bisect_right(ends, span.start) :]:
            start, end = max(span.start, passage.inner.start), min(span.end, passage.inner.end)
            if passage.inner.start >= span.end:
                break
            if start < end:
                yield Span(start, end)


def _kind(text: str, spans: Sequence[Span], verbatim: Sequence[Span]) -> QuoteKind:
    if not verbatim:
        return "indirect"
    if verbatim == spans:
        return "direct"
    marked = sum(text[i].isalnum() for span in verbatim for i in range(span.start, span.end))
    every = sum(text[i].isalnum() for span in spans for i in range(span.start, span.end))
    return "direct" if marked == every else "mixed"


def _identified(article: Article, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Give each quotation its first id: a hash of the article's id, the normalised words and their occurrence."""
    seen: Counter[str] = Counter()
    made = []
    for quote in sorted(quotes, key=lambda quote: quote.spans):
        words = normalised_words(article.text, quote.spans)
        seen[words] += 1
        made.append(replace(quote, id=first_id(article.id, words, seen[words])))
    return tuple(made)


def odd_marks(article: Article, marks: Sequence[OddMark]) -> tuple[Diagnostic, ...]:
    """Return one warning, with line and column, for each quotation mark without a partner."""
    diagnostics = []
    for mark in marks:
        line, column = article.place(mark.offset)
        diagnostics.append(
            Diagnostic(
                "odd-quotation-mark",
                "warning",
                article.path,
                line,
                column,
                "a quotation mark has no partner in its paragraph",
                "close the quotation, or take the mark out",
            )
        )
    return tuple(diagnostics)
