"""Whom a quotation is credited to, in terms that machines share."""

from dataclasses import dataclass

from sitegen.compose.entry import Record, Utterance
from sitegen.compose.surroundings import Known
from sitegen.model.mention import Kind
from sitegen.model.quote import Voice

# Who can have made a work, by schema.org; a place cannot.
_TYPES: dict[Kind | None, str] = {"person": "Person", "organisation": "Organization"}
TYPES: dict[Kind, str] = {"person": "Person", "organisation": "Organization", "place": "Place"}


@dataclass(frozen=True, slots=True)
class Credit:
    """A speaker: ``type`` is schema.org's, "" where nobody knows whether that is a person or an organisation.

    ``entity`` is the speaker's own, None for a nameless one; ``speaks_for`` whom a nameless one speaks for.
    """

    name: str
    type: str
    entity: Known | None = None
    speaks_for: Known | None = None


def credit_of(utterance: Utterance) -> Credit | None:
    """Return whom a quotation is credited to, None where nobody is known or the attribution was rejected."""
    speaker, voice = utterance.speaker, utterance.quote.attribution.voice
    if not speaker.known or voice is None:
        return None
    if speaker.speaks_for:
        return Credit(speaker.name, _TYPES.get(voice.kind, ""), speaks_for=speaker.entity)
    entity = speaker.entity or known_of(utterance.record, voice)
    kind = entity.kind if entity is not None else voice.kind
    return Credit(speaker.name, _TYPES.get(kind, ""), entity)


def known_of(record: Record, voice: Voice) -> Known | None:
    """Return the entity that a voice is resolved to, with a page or without one."""
    if voice.cluster is None:
        return None
    return record.known.get(record.reading.entities[voice.cluster] or "")
