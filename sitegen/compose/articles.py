"""Pages of articles: each one, and the lists of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from sitegen.compose.blocks import body_of
from sitegen.compose.catalogue import Catalogue, Record, Utterance
from sitegen.compose.frames import Framer, pager
from sitegen.compose.hrefs import Addresses
from sitegen.compose.lines import article_line, disc, person_link, quote_place, shares, speaker_link
from sitegen.compose.marks import article_overlays
from sitegen.compose.permalinks import ARTICLES, TAGS, Place, article_folder, continued, tag_folder
from sitegen.compose.wording import STATUSES, count, day_of, direction, figure, small
from sitegen.model.article import Article
from sitegen.model.slug import slugify
from sitegen.model.view import ArticlesView, ArticleView, Page
from sitegen.model.view_parts import Link, Share
from sitegen.model.view_text import SpeakerLabel

ON_A_PAGE = 50


def article_pages(framer: Framer, folders: dict[str, str]) -> Iterator[Page]:
    """Yield a page for every article; ``folders`` tells where links between files lead."""
    index = framer.index
    titles = Counter(record.reading.article.title for record in index.records)
    dated = Counter((record.reading.article.title, record.reading.article.date) for record in index.records)
    for record in index.records:
        article = record.reading.article
        title = article.title
        if titles[title] > 1:
            alone = article.date is not None and dated[title, article.date] == 1
            title += f" ({day_of(article.date).text if alone else article.id})"
        yield _article_page(framer, record, title, folders)


def _article_page(framer: Framer, record: Record, title: str, folders: dict[str, str]) -> Page:
    index, article = framer.index, record.reading.article
    place = Place(article_folder(article.id))
    utterances = index.utterances[article.id]
    overlays = article_overlays(index, record, place, Addresses(article, place, folders, index.assets))
    body = body_of(article, record.leaves, overlays, _labels(index, place, utterances))
    named = _named(index, record)
    speakers = {u.speaker.person for u in utterances}
    used = {str(u.quote.attribution.status) for u in utterances}
    view = ArticleView(
        frame=framer.frame(place, title, _description(article), ARTICLES, article=article.id),
        heading=body.heading,
        heading_id=body.heading_id,
        language=article.language,
        direction=direction(article.language),
        day=day_of(article.date, article.moment),
        source=Link(article.source.name, article.source.url) if article.source else Link(""),
        archived=article.source.archived if article.source else "",
        authors=article.authors,
        gist=_gist(record, utterances),
        blocks=body.blocks,
        speakers=_speakers(place, utterances),
        named=tuple(person_link(index, place, id_) for id_ in named if id_ not in speakers),
        listed=tuple(
            person_link(index, place, id_)
            for id_ in index.listed[article.id]
            if id_ not in named and id_ not in speakers
        ),
        statuses=tuple((status, words) for status, words in STATUSES.items() if status in used),
        has_told=any(u.quote.kind != "direct" for u in utterances),
        tags=tuple(
            Link(index.tags[slug].name, place.to(tag_folder(slug)))
            for slug in dict.fromkeys(map(slugify, article.tags))
        ),
    )
    if body.heading_labels:
        # A headline that quotes somebody has its label before the first block: there is no margin beside a title.
        first = view.blocks[0] if view.blocks else None
        if first is not None:
            view = replace(view, blocks=(replace(first, labels=body.heading_labels + first.labels), *view.blocks[1:]))
    return Page(place.path, "article.html", view)


def _description(article: Article) -> str:
    if article.summary:
        return article.summary
    start = article.headline.end if article.headline is not None else 0
    return article.text[start : start + 400].strip() or article.title


def _labels(index: Catalogue, place: Place, utterances: list[Utterance]) -> dict[int, tuple[SpeakerLabel, ...]]:
    """Return the labels before each paragraph: a speaker's name once, with a disc for each quotation."""
    by_paragraph: dict[int, dict[tuple[str, str], list[Utterance]]] = {}
    for utterance in utterances:
        key = utterance.speaker.person, utterance.speaker.name
        by_paragraph.setdefault(utterance.paragraph, {}).setdefault(key, []).append(utterance)
    return {
        paragraph: tuple(_label(index, place, spoken) for spoken in speakers.values())
        for paragraph, speakers in by_paragraph.items()
    }


def _label(index: Catalogue, place: Place, spoken: list[Utterance]) -> SpeakerLabel:
    discs = tuple(disc(index, place, utterance, hints=True) for utterance in spoken)
    link = speaker_link(place, spoken[0].speaker)
    summary = ""
    if len(discs) > 1:
        words = {d.words for d in discs}
        statuses = {d.status for d in discs}
        summary = words.pop() if len(words) == 1 else statuses.pop() if len(statuses) == 1 else ""
    return SpeakerLabel(link.text, link.href, spoken[0].speaker.known, discs, summary)


def _named(index: Catalogue, record: Record) -> list[str]:
    """Return the people whom the text names, in the order in which it first does."""
    reading = record.reading
    found = (index.person_of(reading, mention) for mention in reading.analysis.mentions)
    return [id_ for id_ in dict.fromkeys(found) if id_]


def _speakers(place: Place, utterances: list[Utterance]) -> tuple[Share, ...]:
    """Return who said how much, the most words first; reported speech counts as a quotation, not as words."""
    by_speaker: dict[tuple[str, str], list[Utterance]] = {}
    for utterance in utterances:
        by_speaker.setdefault((utterance.speaker.person, utterance.speaker.name), []).append(utterance)
    entries = []
    for spoken in by_speaker.values():
        words = sum(u.words for u in spoken)
        first = Link(count(len(spoken), "quotation"), quote_place(place, spoken[0]).href)
        figures = count(words, "word") if words else "reported only"
        entries.append((speaker_link(place, spoken[0].speaker), words, figures, first))
    return shares(sorted(entries, key=lambda entry: -entry[1]))


def _gist(record: Record, utterances: list[Utterance]) -> str:
    quoted = sum(u.words for u in utterances)
    people = len({(u.speaker.person, u.speaker.name) for u in utterances if u.words and u.speaker.known})
    if not quoted:
        return f"{count(record.words, 'word')}, none of them quoted."
    voices = f"{small(people)} {'speaker' if people == 1 else 'speakers'}"
    if any(u.words and not u.speaker.known for u in utterances):
        voices = f"{voices}, and from one who is not known" if people else "a speaker who is not known"
    return f"{count(record.words, 'word')}, of which {figure(quoted)} are quoted from {voices}."


def list_pages(framer: Framer) -> Iterator[Page]:
    """Yield the pages of the list of all articles."""
    total = len(framer.index.records)
    lede = f"{count(total, 'article')}, newest first." if total else "There are no articles yet."
    yield from _lists(framer, ARTICLES, framer.index.records, "Articles", lede, (), "articles.html")


def tag_pages(framer: Framer) -> Iterator[Page]:
    """Yield the pages of every tag."""
    for tag in framer.index.tags.values():
        folder = tag_folder(tag.slug)
        trail = (Link("Tags", Place(folder).to(TAGS)),)
        lede = f"{count(len(tag.records), 'article')} with the tag “{tag.name}”."
        yield from _lists(framer, folder, tag.records, tag.name, lede, trail, "tag.html")


def _lists(
    framer: Framer,
    folder: str,
    records: list[Record],
    heading: str,
    lede: str,
    trail: tuple[Link, ...],
    template: str,
) -> Iterator[Page]:
    starts = range(0, max(1, len(records)), ON_A_PAGE)
    folders = [continued(folder, number) for number in range(1, len(starts) + 1)]
    for number, start in enumerate(starts, 1):
        place = Place(folders[number - 1])
        own_trail = tuple(replace(link, href=place.to(TAGS)) for link in trail)
        page = f", page {number}" if number > 1 else ""
        section = TAGS if trail else ARTICLES
        title = f"{'Tag: ' if trail else ''}{heading}{page}"
        frame = framer.frame(place, title, f"{title} of {framer.index.site.settings.title}: {lede}", section)
        articles = tuple(article_line(framer.index, place, record) for record in records[start : start + ON_A_PAGE])
        view = ArticlesView(frame, heading + page, lede, own_trail, articles, pager(place, folders, number))
        yield Page(place.path, template, view)
