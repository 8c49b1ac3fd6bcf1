"""Pages about the site: how it was made, the author's plain pages, tags, and what stands in for a missing page."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from sitegen.compose.blocks import body_of
from sitegen.compose.frames import Framer
from sitegen.compose.home import confirmed_and_unknown
from sitegen.compose.hrefs import Addresses
from sitegen.compose.marks import author_overlays
from sitegen.compose.permalinks import ABOUT, TAGS, Place, plain_folder, tag_folder
from sitegen.compose.wording import RULES, STATUSES, count, direction, figure, rule_in_words
from sitegen.model.view import AboutView, MissingView, Page, PlainView, RobotsView, TagsView
from sitegen.model.view_parts import Explained, Fact, Link


def about_page(framer: Framer) -> Page:
    """Return the page that says how the site was made."""
    index = framer.index
    site, place = index.site, Place(ABOUT)
    used = {u.quote.attribution.rule for u in index.all_utterances()}
    mentions = sum(len(record.reading.analysis.mentions) for record in index.records)
    linked = sum(len(naming.mentions) for namings in index.named.values() for naming in namings)
    lede = (
        "A program read these articles, found who speaks in them and who is named, and made these pages. "
        "It can be wrong. Each quotation shows why it is given to its speaker, and whether a person has checked that."
    )
    quotations = sum(map(len, index.utterances.values()))
    view = AboutView(
        frame=framer.frame(place, "About", f"How {site.settings.title} was made: {lede}"),
        heading="How this site is made",
        lede=lede,
        made=(
            Fact("Program", site.generator),
            Fact("Language model", f"{site.model.name} {site.model.version}"),
            Fact("Its weights", site.model.weights or "not recorded", note="digest"),
        ),
        counts=(
            Fact("Articles", figure(len(index.records))),
            Fact("People", figure(len(index.people))),
            Fact("Quotations", figure(quotations)),
            *confirmed_and_unknown(index.all_utterances()),
            Fact("Mentions linked to a person", f"{figure(linked)} of {figure(mentions)}"),
        ),
        rules=tuple(Explained(rule, rule_in_words(rule)) for rule in sorted(RULES.keys() | used)),
        statuses=tuple(Explained(status, words) for status, words in STATUSES.items()),
    )
    return Page(place.path, "about.html", view)


def tags_page(framer: Framer) -> Iterator[Page]:
    """Yield the list of all tags, where there are any."""
    tags = framer.index.tags
    if not tags:
        return
    place = Place(TAGS)
    lede = f"{count(len(tags), 'tag')}, with the number of articles."
    links = tuple(
        Link(tag.name, place.to(tag_folder(tag.slug)), str(len(tag.records)))
        for tag in sorted(tags.values(), key=lambda tag: (tag.name.casefold(), tag.slug))
    )
    title = framer.index.site.settings.title
    yield Page(
        place.path, "tags.html", TagsView(framer.frame(place, "Tags", f"Tags of {title}: {lede}"), "Tags", lede, links)
    )


def plain_pages(framer: Framer, folders: dict[str, str]) -> Iterator[Page]:
    """Yield the pages that the author wrote; ``folders`` tells where links between files lead."""
    for page in framer.index.site.pages:
        place = Place(plain_folder(page.id))
        leaves = tuple(page.leaves())
        body = body_of(page, leaves, author_overlays(page, Addresses(page, place, folders, framer.index.assets)), {})
        view = PlainView(
            frame=framer.frame(place, page.title, page.summary or page.text[:400].strip() or page.title),
            heading=body.heading,
            heading_id=body.heading_id,
            language=page.language,
            direction=direction(page.language),
            blocks=body.blocks,
        )
        yield Page(place.path, "page.html", view)


def missing_page(framer: Framer) -> Page:
    """Return the page that a server shows in place of one that is missing: it names others from the site's base."""
    base = urlsplit(framer.index.site.settings.base_url).path.rstrip("/") + "/"
    place = Place("", base=base)
    frame = framer.frame(place, "Page not found", "There is no page at this address.")
    return Page("404.html", "404.html", MissingView(frame, "There is no page at this address"))


def robots_file(framer: Framer) -> Page:
    """Return the file that tells crawlers that all may be read."""
    return Page("robots.txt", "robots.txt", RobotsView(framer.index.site.settings.title))
