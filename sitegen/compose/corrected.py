"""What people decided otherwise than it was published, as lines of a list: for the site, and for one article."""

from collections.abc import Iterator
from dataclasses import replace

from sitegen.compose.decisions import decision_line, in_a_sentence, is_correction
from sitegen.compose.entry import Entry, Record, Utterance
from sitegen.compose.lines import article_link, excerpt, quote_href, speaker_link
from sitegen.compose.passages import passage
from sitegen.compose.permalinks import Place, article_folder
from sitegen.compose.wording import short_day, shorten
from sitegen.digest import digest
from sitegen.model.annotation import Applied
from sitegen.model.view_former import Correction
from sitegen.model.view_parts import Day, Link
from sitegen.model.view_text import Overlay, OverlayKind

# Of an undated decision.
NO_DAY = "no day"
_AROUND = 60
_LONGEST = 160

# A decision, with the quotation that it is about, or with the article where it is about none.
Decided = tuple[Applied, Utterance] | tuple[Applied, Record]


def decided_in(entry: Entry) -> Iterator[Decided]:
    """Yield the corrections of one article, in the order of its text."""
    spoken = {utterance.quote.id: utterance for utterance in entry.utterances}
    for applied in entry.record.reading.analysis.annotations:
        if is_correction(applied):
            utterance = spoken.get(applied.quote)
            yield (applied, utterance) if utterance is not None else (applied, entry.record)


def corrections_of(place: Place, entry: Entry) -> tuple[Correction, ...]:
    """Return the corrections of one article for its page, the newest first, undated ones last."""
    found = sorted(decided_in(entry), key=lambda decided: _age(decided[0]))
    return tuple(correction_of(place, decided) for decided in found)


def _age(applied: Applied) -> int:
    date = applied.placed.annotation.date
    return 0 if date is None else -date.toordinal()


def correction_of(place: Place, decided: Decided) -> Correction:
    """Return a correction as a page at ``place`` lists it.

    All words are those of the article as it is published: what the annotation itself quotes may have been taken out.
    """
    applied, where = decided
    record, utterance = (where.record, where) if isinstance(where, Utterance) else (where, None)
    line = decision_line(record, applied, utterance)
    date = applied.placed.annotation.date
    article = record.reading.article
    made = Correction(
        id=correction_id(record, applied),
        what=line.what,
        day=short_day(date) if date is not None else Day(NO_DAY),
        quotation=Link(""),
        speaker=Link(""),
        article=article_link(place, record),
        decision=line,
        language=article.language,
    )
    if utterance is not None:
        link = Link(excerpt(utterance, 100), quote_href(place, utterance), excerpt_of=utterance.quote.id)
        # Who speaks is said already where that is what was decided.
        told = applied.placed.annotation.facet == "speaker"
        return replace(made, quotation=link, speaker=Link("") if told else speaker_link(place, utterance.speaker))
    span = applied.placed.span
    style: OverlayKind = "named" if applied.placed.annotation.facet in {"entity", "mention"} else "strong"
    number = record.paragraph(span.start)
    return replace(
        made,
        passage=passage(record, span, [Overlay(style, span.start, span.end)], _AROUND),
        place=Link(f"paragraph {number}", place.to(article_folder(article.id), f"p{number}")),
    )


def correction_id(record: Record, applied: Applied) -> str:
    """Return what a correction is known by for good: by what is written of it, not by where its words stand today.

    Of several that say the same of the same words, as the article itself can, those behind the first count.
    """
    told = _told(applied)
    same = [other for other in record.reading.analysis.annotations if _told(other) == told]
    number = next(number for number, other in enumerate(same) if other is applied or other == applied)
    return f"c-{digest((record.reading.article.id, *told, *((str(number),) if number else ())), size=6)}"


def _told(applied: Applied) -> tuple[str, ...]:
    annotation = applied.placed.annotation
    selector = annotation.selector
    day = annotation.date.isoformat() if annotation.date is not None else ""
    words = selector.exact, selector.prefix, selector.suffix
    return (*words, annotation.decision, annotation.facet, annotation.value, day)


def correction_text(decided: Decided) -> str:
    """Return a correction as plain text, with the words that it is about at its end."""
    applied, where = decided
    if isinstance(where, Utterance):
        return f"{in_a_sentence(decision_line(where.record, applied, where))} Words: {excerpt(where, _LONGEST)}"
    words = shorten(applied.placed.span.of(where.reading.article.text), _LONGEST)
    return f"{in_a_sentence(decision_line(where, applied))} Words: “{words}”"
