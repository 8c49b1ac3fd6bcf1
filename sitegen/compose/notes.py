"""Notes of editors beside the words that they are about: remarks, days, translations, recordings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from sitegen.compose.decisions import signature_of
from sitegen.compose.entry import Record, Utterance
from sitegen.compose.lines import excerpt
from sitegen.compose.periods import partial_day
from sitegen.compose.wording import direction, language_in_words, shorten
from sitegen.model.annotation import Annotation, Applied
from sitegen.model.span import Span
from sitegen.model.view_notes import NoteView, Remark
from sitegen.model.view_text import Overlay
from sitegen.model.web_address import is_web_address

# The page puts marks of quotation round words; those that they bring along are left out.
_MARKS = '"“”„‟«» \t\n'
_WORDS = 60
_CLOSING = re.compile(r"[,.;:!?…]*(?:''|[\"”’»›」』])*[,.;:!?…]*")


def remarks_of(utterance: Utterance) -> tuple[Remark, ...]:
    """Return what editors noted beside a quotation, each with the words that it is about where these are not all."""
    text = utterance.record.reading.article.text
    found: list[Remark] = []
    last: tuple[str, bool] = ("", False)
    for applied in utterance.annotations:
        remark, span = _remark(applied.placed.annotation), applied.placed.span
        if remark is not None:
            about = ("", False) if _is_whole(utterance, span) else _words(text, span)
            # Of several on the same words the first one names them.
            found.append(remark if about == last else replace(remark, words=about[0], cut=about[1]))
            last = about
    return tuple(found)


def _is_whole(utterance: Utterance, span: Span) -> bool:
    """Tell whether all words of a quotation lie in ``span``, signs at their ends aside."""
    extent = utterance.quote.extent
    text = utterance.record.reading.article.text
    rest = text[extent.start : max(extent.start, span.start)] + text[min(extent.end, span.end) : extent.end]
    return not any(map(str.isalnum, rest))


def _words(text: str, span: Span) -> tuple[str, bool]:
    """Return the first words in ``span``, without marks of quotation at their ends, and whether there are more."""
    words = " ".join(span.of(text).split()).strip(_MARKS)
    first = shorten(words, _WORDS)
    return (words, False) if first == words else (first.removesuffix("…"), True)


def _remark(annotation: Annotation) -> Remark | None:
    """Return a remark in words, None for a decision, and for one that has nothing to show."""
    signature = signature_of(annotation)
    match annotation.facet:
        case "note" if annotation.value.strip():
            return Remark("note", "", annotation.value, signature)
        case "said" if annotation.said is not None:
            # "Said in March 2024", but "said on 1 March 2024".
            words = f"Said {'on' if annotation.said.day else 'in'} {partial_day(annotation.said)}"
            return Remark("said", words, annotation.evidence, signature)
        case "translation" if annotation.value.strip():
            language = annotation.language
            label = f"Translation into {language_in_words(language)}" if language else "Translation"
            way = direction(language) if language else ""
            return Remark("translation", label, annotation.value.strip(), signature, "", language, way)
        case "recording" if is_web_address(annotation.value):
            label = f"Recording at {urlsplit(annotation.value).hostname}"
            return Remark("recording", label, "", signature, annotation.value)
    return None


def article_notes(record: Record, utterances: Sequence[Utterance]) -> tuple[tuple[NoteView, Span], ...]:
    """Return all notes of an article in the order of its text, each with the words that it is about.

    Notes about the same words stand together.
    """
    spoken = {utterance.quote.id: utterance for utterance in utterances}
    groups: dict[Span, list[Applied]] = {}
    for applied in record.reading.analysis.annotations:
        if not applied.placed.annotation.decision:
            groups.setdefault(applied.placed.span, []).append(applied)
    return tuple(_numbered(record, spoken, groups))


def _numbered(
    record: Record, spoken: Mapping[str, Utterance], groups: Mapping[Span, Sequence[Applied]]
) -> Iterator[tuple[NoteView, Span]]:
    text = record.reading.article.text
    number = 0
    for span, group in groups.items():
        found = (_remark(applied.placed.annotation) for applied in group)
        remarks = tuple(remark for remark in found if remark is not None)
        if not remarks:
            continue
        number += 1
        utterance = spoken.get(group[0].quote)
        if utterance is not None and _is_whole(utterance, span):
            yield NoteView(number, excerpt(utterance, _WORDS), remarks, utterance.quote.id), span
        else:
            words, cut = _words(text, span)
            yield NoteView(number, words, remarks, cut=cut), span


def note_overlays(notes: Sequence[tuple[NoteView, Span]], text: str) -> Iterator[Overlay]:
    """Yield an anchor round the words of each note, and behind them what leads to it: it has no characters."""
    for note, span in notes:
        yield Overlay("words", span.start, span.end, note.words_id)
        # As printers have it, behind the signs that close the words.
        end = _CLOSING.match(text, span.end)
        behind = end.end() if end is not None else span.end
        yield Overlay("note", behind, behind, href=f"#{note.id}", title=str(note.number))


def by_paragraph(record: Record, notes: Sequence[tuple[NoteView, Span]]) -> dict[int, tuple[NoteView, ...]]:
    """Return the notes that stand behind each paragraph: the one in which their words end."""
    found: dict[int, tuple[NoteView, ...]] = {}
    for note, span in notes:
        paragraph = record.paragraph(max(span.start, span.end - 1))
        found[paragraph] = (*found.get(paragraph, ()), note)
    return found
