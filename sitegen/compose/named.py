"""Who is named in the words of a quotation."""

from bisect import bisect_left

from sitegen.compose.entry import Known, Utterance
from sitegen.compose.permalinks import FOLDERS

# No quotation is looked through for more mentions than these.
_MOST_NAMED = 50


def named_in(utterance: Utterance) -> list[Known]:
    """Return who is named in the words of a quotation and has a page: people, then organisations, then places.

    The speaker is not among them.
    """
    mentions = utterance.record.reading.analysis.mentions
    found: dict[str, Known] = {}
    for span in utterance.quote.spans:
        first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
        inside = (m for m in mentions[first : first + _MOST_NAMED] if span.covers(m.span))
        entities = (utterance.record.entity_of(mention) for mention in inside)
        found |= {entity.id: entity for entity in entities if entity is not None}
    kinds = list(FOLDERS)
    others = (entity for entity in found.values() if entity.id != utterance.speaker.key[0])
    return sorted(others, key=lambda entity: kinds.index(entity.kind))
