"""What people say on a topic, side by side: a page for each tag with two speakers, and one for all articles."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.directory import index_line
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.letters import position_of
from sitegen.compose.lines import quote_line
from sitegen.compose.permalinks import COMPARE, SAID, Place, compare_folder, tag_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.surroundings import Known
from sitegen.compose.topics import Topic, comparable
from sitegen.compose.wording import count, figure, uncapitalised
from sitegen.model.view_lists import CompareView, SpeakerGroup, Statement
from sitegen.model.view_parts import Link

TITLE = "Side by side"
_NOUNS = (("speaker", "speakers"), ("quotation", "quotations"))
# A speaker, the newest statements, and how many there are.
_Spoken = tuple[Known, tuple[Utterance, ...], int]
# Of those for whom there is no room, as many are named.
_MOST_NAMED = 100
# Of all topics, so many stand on the page that leads to them: those with most speakers.
_MOST_TOPICS = 500


def compare_pages(index: Catalogue, framer: Framer, topics: Mapping[str, Topic], everything: Topic) -> Iterator[Recipe]:
    """Yield the page that leads to all topics, and one for each; none where ``everything`` that is said is of one."""
    if not comparable(everything):
        return
    site = framer.settings.title
    largest = sorted(topics, key=lambda slug: (*(-size for size in topics[slug].size), slug))[:_MOST_TOPICS]
    order = sorted(largest, key=lambda slug: (position_of(None, index.tags[slug].name), slug))
    listed = tuple((slug, index.tags[slug].name, topics[slug].size) for slug in order)
    lede = f"What two people say, on a topic or on anything. {_size(everything)}."
    if listed:
        lede += " The figures: speakers / quotations."
    framing = framer.framing(Place(COMPARE), TITLE, f"{TITLE}, in {site}: {lede}", COMPARE)
    yield recipe(framer, "compare.html", framing, _compare, TITLE, lede, "all topics", *_shown(everything), listed)
    for slug, topic in topics.items():
        name = index.tags[slug].name
        lede = f"What people say in the articles with the tag “{name}”. {_size(topic)}."
        heading = f"{TITLE}: {name}"
        framing = framer.framing(Place(compare_folder(slug)), heading, f"{heading}, in {site}: {lede}", COMPARE)
        inputs = (heading, lede, f"“{name}”", *_shown(topic), (), slug)
        yield recipe(framer, "compare.html", framing, _compare, *inputs)


def _shown(topic: Topic) -> tuple[tuple[_Spoken, ...], tuple[tuple[Known, int], ...], int]:
    """Return what a page shows of a topic, in tuples, whose keys are short: speakers, others, how many these are."""
    speakers = tuple((spoken.speaker, spoken.shown, spoken.total) for spoken in topic.speakers)
    return speakers, topic.left_out[:_MOST_NAMED], len(topic.left_out)


def _size(topic: Topic) -> str:
    speakers, statements = topic.size
    return f"{count(speakers, 'speaker')}, {count(statements, 'quotation')}"


def _compare(
    sheet: Sheet,
    heading: str,
    lede: str,
    subject: str,
    speakers: Sequence[_Spoken],
    others: Sequence[tuple[Known, int]],
    hidden: int,
    topics: Sequence[tuple[str, str, tuple[int, int]]],
    tag: str = "",
) -> CompareView:
    """Return a page of a topic; ``topics`` are those that it leads to: slug, name, speakers and statements.

    ``tag`` is the slug of the topic's own tag, "" for all topics.
    ``others`` are the first of the ``hidden`` speakers for whom there is no room.
    """
    place = sheet.place
    unnamed = hidden - len(others)
    left_out = f"The page has no room for {count(hidden, 'more speaker')} on {subject}" if hidden else ""
    if unnamed > 0:
        left_out += f"; those quoted most of them are named here, {figure(unnamed)} are not"
    return CompareView(
        frame=sheet.frame,
        heading=heading,
        lede=lede,
        trail=(Link(TITLE, place.to(COMPARE)),) if tag else (),
        beyond=(Link("Articles on this topic", place.to(tag_folder(tag))),) if tag else (),
        subject=subject,
        speakers=tuple(_group(place, *spoken) for spoken in speakers),
        topics=tuple(
            index_line(Link(name, place.to(compare_folder(slug))), _NOUNS, size) for slug, name, size in topics
        ),
        left_out=left_out and f"{left_out}.",
        others=tuple(Link(known.name, place.to(known.folder, SAID), figure(times)) for known, times in others),
    )


def _group(place: Place, speaker: Known, shown: Sequence[Utterance], total: int) -> SpeakerGroup:
    told = count(total, "quotation")
    rest = total > len(shown)
    return SpeakerGroup(
        id=speaker.id,
        name=Link(speaker.name, place.to(speaker.folder)),
        total=total,
        figure=f"{told}, the newest {len(shown)} here" if rest else told,
        statements=tuple(
            Statement(
                quote_line(place, utterance),
                uncapitalised(utterance.speaker.name) if utterance.speaker.speaks_for else "",
            )
            for utterance in shown
        ),
        more=Link(f"All that {speaker.name} said", place.to(speaker.folder, SAID)) if rest else Link(""),
    )
