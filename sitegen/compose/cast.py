"""The people of one article: who said how much in it, who else is named, and the passages of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.compose.entry import Entry, Naming, Utterance
from sitegen.compose.lines import entity_link, shares, speaker_link
from sitegen.compose.permalinks import Place
from sitegen.compose.surroundings import Known
from sitegen.compose.wording import count
from sitegen.model.view_cast import Presence
from sitegen.model.view_parts import Link, Share

# More steps than these are for the script to make, and for the page of the person to list.
MOST_STEPS = 12


@dataclass(frozen=True, slots=True)
class Cast:
    """``speakers`` come with the most words first, ``named`` are people who only are, in the order of the text."""

    speakers: tuple[Presence, ...]
    named: tuple[Presence, ...]


def cast_of(place: Place, entry: Entry, named: Iterable[Known]) -> Cast:
    """Return the people of an article; ``named`` are those whom its text names beside those who speak."""
    namings: dict[str, list[Naming]] = {}
    for id_, naming in entry.namings:
        namings.setdefault(id_, []).append(naming)
    return Cast(
        tuple(_speakers(place, entry.utterances, namings)),
        tuple(
            _presence(entity.id, Share(entity_link(place, entity), ""), _passages((), namings.get(entity.id, ())))
            for entity in named
        ),
    )


def _speakers(place: Place, utterances: Sequence[Utterance], namings: dict[str, list[Naming]]) -> Iterable[Presence]:
    """Yield who said how much; reported speech counts as a quotation, not as words."""
    by_speaker: dict[tuple[str, str], list[Utterance]] = {}
    for utterance in utterances:
        by_speaker.setdefault(utterance.speaker.key, []).append(utterance)
    voices = sorted(by_speaker.values(), key=lambda spoken: -sum(u.words for u in spoken))
    lines = shares([_line(place, spoken) for spoken in voices])
    for spoken, share in zip(voices, lines, strict=True):
        speaker = spoken[0].speaker
        # Whoever speaks for somebody is somebody else, whose name has no page.
        own = "" if speaker.entity is None or speaker.speaks_for else speaker.entity.id
        yield _presence(own or spoken[0].quote.id, share, _passages(spoken, namings.get(own, ())))


def _line(place: Place, spoken: Sequence[Utterance]) -> tuple[Link, int, str, Link]:
    words = sum(u.words for u in spoken)
    told = count(words, "word") if words else "reported only"
    return speaker_link(place, spoken[0].speaker), words, f"{told}, {count(len(spoken), 'quotation')}", Link("")


def _passages(spoken: Sequence[Utterance], namings: Iterable[Naming]) -> list[str]:
    """Return the anchors of somebody's passages: each quotation, and each other paragraph that names them."""
    speaking = {utterance.paragraph for utterance in spoken}
    found = [(utterance.quote.spans[0].start, utterance.quote.id) for utterance in spoken]
    for naming in namings:
        if naming.paragraph not in speaking:
            number, mention = naming.mentions[0]
            found.append((mention.span.start, f"m{number}"))
    return [anchor for _, anchor in sorted(found)]


def _presence(who: str, share: Share, anchors: Sequence[str]) -> Presence:
    page = share.name.href
    # Without a page, nothing else leads to the passages.
    shown = anchors[:MOST_STEPS] if page and len(anchors) > MOST_STEPS + 1 else anchors
    rest = anchors[len(shown) :]
    return Presence(
        who,
        share,
        tuple(Link(str(number), f"#{anchor}") for number, anchor in enumerate(shown, 1)),
        " ".join(rest),
        Link(f"{len(rest)} more", page) if rest else None,
    )
