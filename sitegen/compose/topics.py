"""What people say on a topic: which speakers a page has room for, and how much of what they said."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Entry, Utterance
from sitegen.compose.surroundings import Known

# Of each speaker the newest, so that those who say little have room beside those who say much.
_MOST_STATEMENTS = 12
# In characters; what stands round a statement weighs as much as so many of its words. Some 45 kB compressed.
_ROOM = 100_000
_AROUND = 300
_FEWEST_SPEAKERS = 2


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one speaker said on a topic: the newest of ``total`` statements."""

    speaker: Known
    shown: tuple[Utterance, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Topic:
    """Who speaks on a topic, the most quoted first.

    ``left_out`` are those for whom a page has no room, with how many statements each made.
    """

    speakers: tuple[Spoken, ...]
    left_out: tuple[tuple[Known, int], ...]

    @property
    def size(self) -> tuple[int, int]:
        """How many speakers, and how many statements, with and without room."""
        total = sum(spoken.total for spoken in self.speakers) + sum(times for _, times in self.left_out)
        return len(self.speakers) + len(self.left_out), total


def topics_of(index: Catalogue) -> dict[str, Topic]:
    """Return the topics on which at least two speak, by the slugs of their tags."""
    found = {tag.slug: topic_of(tag.entries) for tag in index.tags.values()}
    return {slug: topic for slug, topic in found.items() if comparable(topic)}


def comparable(topic: Topic) -> bool:
    """Tell whether there are two whose words can stand side by side."""
    return len(topic.speakers) >= _FEWEST_SPEAKERS


def topic_of(entries: Iterable[Entry]) -> Topic:
    """Return who says what in ``entries``, newest first; versions of one utterance count once."""
    said: dict[Known, list[Utterance]] = {}
    for entry in entries:
        for utterance in entry.utterances:
            if utterance.speaker.entity is not None and utterance.stands_for_all:
                said.setdefault(utterance.speaker.entity, []).append(utterance)
    return _fitting(said)


def _fitting(said: Mapping[Known, Sequence[Utterance]]) -> Topic:
    order = sorted(said.items(), key=lambda each: (-len(each[1]), each[0].id))
    room = _ROOM
    speakers: list[Spoken] = []
    for place, (speaker, found) in enumerate(order):
        shown = tuple(found[:_MOST_STATEMENTS])
        room -= sum(_AROUND + sum(map(len, utterance.quote.spans)) for utterance in shown)
        if room < 0 and place >= _FEWEST_SPEAKERS:
            return Topic(tuple(speakers), tuple((who, len(more)) for who, more in order[place:]))
        speakers.append(Spoken(speaker, shown, len(found)))
    return Topic(tuple(speakers), ())
