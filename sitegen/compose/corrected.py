"""What people decided otherwise than it was published, as lines of a list: for the site, and for one article."""

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.compose.decisions import decision_line, in_a_sentence, is_correction
from sitegen.compose.entry import Entry, Record, Utterance
from sitegen.compose.lines import article_link, led_excerpt, quote_href, speaker_link
from sitegen.compose.passages import passage
from sitegen.compose.permalinks import Place, article_folder
from sitegen.compose.wording import short_day, shorten
from sitegen.digest import digest
from sitegen.model.annotation import Applied
from sitegen.model.view_former import Correction
from sitegen.model.view_notes import DecisionLine
from sitegen.model.view_parts import Day, Link
from sitegen.model.view_text import Overlay, OverlayKind

# Of an undated decision.
NO_DAY = "no day"
_AROUND = 60
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that corrects something in an article; ``utterance`` is None where that is no quotation.

    ``id`` is what it is known by for good: it is made of what is written of it, not of where its words stand today. Of
    several that say the same of the same words, as the article itself can, those behind the first count.
    """

    id: str
    applied: Applied
    record: Record
    utterance: Utterance | None

    @property
    def day(self) -> datetime.date | None:
        """The day on which it was decided."""
        return self.applied.placed.annotation.date

    @property
    def line(self) -> DecisionLine:
        """The decision in words."""
        return decision_line(self.record, self.applied, self.utterance)


def decided_in(entry: Entry) -> Iterator[Decided]:
    """Yield the corrections of one article, in the order of its text."""
    spoken = {utterance.quote.id: utterance for utterance in entry.utterances}
    article = entry.record.reading.article.id
    seen: Counter[tuple[str, ...]] = Counter()
    for applied in entry.record.reading.analysis.annotations:
        told = _told(applied)
        number = (str(seen[told]),) if told in seen else ()
        seen[told] += 1
        if is_correction(applied):
            id_ = f"c-{digest((article, *told, *number), size=6)}"
            yield Decided(id_, applied, entry.record, spoken.get(applied.quote))


def corrections_of(place: Place, entry: Entry) -> tuple[Correction, ...]:
    """Return the corrections of one article for its page, the newest first, undated ones last."""
    found = sorted(decided_in(entry), key=lambda decided: _age(decided.day))
    return tuple(correction_of(place, decided) for decided in found)


def _age(date: datetime.date | None) -> int:
    return 0 if date is None else -date.toordinal()


def correction_of(place: Place, decided: Decided) -> Correction:
    """Return a correction as a page at ``place`` lists it.

    All words are those of the article as it is published: what the annotation itself quotes may have been taken out.
    """
    applied, record, utterance, line = decided.applied, decided.record, decided.utterance, decided.line
    article = record.reading.article
    made = Correction(
        id=decided.id,
        what=line.what,
        day=short_day(decided.day) if decided.day is not None else Day(NO_DAY),
        quotation=Link(""),
        speaker=Link(""),
        article=article_link(place, record),
        decision=line,
        language=article.language,
    )
    if utterance is not None:
        link = Link(led_excerpt(utterance, 100), quote_href(place, utterance), excerpt_of=utterance.quote.id)
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


def _told(applied: Applied) -> tuple[str, ...]:
    annotation = applied.placed.annotation
    selector = annotation.selector
    day = annotation.date.isoformat() if annotation.date is not None else ""
    words = selector.exact, selector.prefix, selector.suffix
    return (*words, annotation.decision, annotation.facet, annotation.value, day)


def correction_text(decided: Decided) -> str:
    """Return a correction as plain text, with the words that it is about at its end."""
    if decided.utterance is not None:
        return f"{in_a_sentence(decided.line)} Words: {led_excerpt(decided.utterance, _LONGEST)}"
    words = shorten(decided.applied.placed.span.of(decided.record.reading.article.text), _LONGEST)
    return f"{in_a_sentence(decided.line)} Words: “{words}”"
