"""Pages about the site: how it was made, the author's plain pages, and what stands in for a missing page."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from sitegen.compose.blocks import body_of
from sitegen.compose.catalogue import Catalogue
from sitegen.compose.frames import Framer, Framing, Sheet
from sitegen.compose.home import confirmed_and_unknown
from sitegen.compose.hrefs import Addresses, Targets
from sitegen.compose.marks import author_overlays
from sitegen.compose.permalinks import ABOUT, CORRECTIONS, DATA, Place, plain_folder
from sitegen.compose.recipe import Recipe, recipe, template_of
from sitegen.compose.sections import SECTIONS
from sitegen.compose.sitemap import SITEMAP
from sitegen.compose.wording import RULES, STATUSES, direction, figure, rule_in_words, statuses_explained
from sitegen.model.article import Article
from sitegen.model.view import AboutView, MissingView, PlainView, RobotsView
from sitegen.model.view_parts import Explained, Fact, Link

_LEDE = (
    "A program read these articles, found who speaks in them and who is named, and made these pages. "
    "It can be wrong. Each quotation shows why it is given to its speaker, and whether a person has checked that."
)


def about_page(index: Catalogue, framer: Framer) -> Recipe:
    """Return the page that says how the site was made."""
    framing = framer.framing(Place(ABOUT), "About", f"How {framer.settings.title} was made: {_LEDE}")
    used = {u.quote.attribution.rule for u in index.all_utterances()}
    mentions = sum(len(entry.record.reading.analysis.mentions) for entry in index.entries)
    linked = sum(len(naming.mentions) for namings in index.named.values() for naming in namings)
    counts = (
        Fact("Articles", figure(len(index.entries))),
        *(
            Fact(section.title, figure(len(index.entities[kind])))
            for kind, section in SECTIONS.items()
            if index.entities[kind] or kind == "person"
        ),
        Fact("Quotations", figure(len(index.quotes))),
        *confirmed_and_unknown(index.all_utterances()),
        Fact("Mentions that lead to a page", f"{figure(linked)} of {figure(mentions)}"),
    )
    return recipe(framer, "about.html", framing, _about, counts, tuple(sorted(RULES.keys() | used)))


def _about(sheet: Sheet, counts: tuple[Fact, ...], rules: tuple[str, ...]) -> AboutView:
    model = sheet.framer.model
    return AboutView(
        frame=sheet.frame,
        heading="How this site is made",
        lede=_LEDE,
        made=(
            Fact("Program", sheet.framer.generator),
            Fact("Language model", f"{model.name} {model.version}"),
            Fact("Its weights", model.weights or "not recorded", note="digest"),
        ),
        counts=(*counts, Fact("As data", "files for programs and spreadsheets", sheet.place.to(DATA))),
        rules=tuple(Explained(rule, rule_in_words(rule)) for rule in rules),
        statuses=statuses_explained(STATUSES),
        corrections=Link("corrections", sheet.place.to(CORRECTIONS)) if sheet.framer.has_corrections else Link(""),
    )


def plain_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages that the author wrote."""
    titles = {plain_folder(page.id): page.title for page in index.site.pages}
    for page in index.site.pages:
        description = page.summary or page.text[:400].strip() or page.title
        framing = framer.framing(Place(plain_folder(page.id)), page.title, description)
        above = tuple((titles[folder], folder) for folder in _above(page.id) if folder in titles)
        yield recipe(framer, template_of(page, "page.html"), framing, _plain, page, index.targets_of(page), above)


def _above(id_: str) -> Iterator[str]:
    """Yield the folders that a page may stand below, the outermost first: of "a/b/c" those of "a" and "a/b"."""
    steps = id_.split("/")
    yield from (plain_folder("/".join(steps[:end])) for end in range(1, len(steps)))


def _plain(sheet: Sheet, page: Article, targets: Targets, above: tuple[tuple[str, str], ...]) -> PlainView:
    leaves = tuple(page.leaves())
    body = body_of(page, leaves, author_overlays(page, Addresses(page, sheet.place, targets)), {})
    return PlainView(
        frame=sheet.frame,
        heading=body.heading,
        heading_id=body.heading_id,
        language=page.language,
        direction=direction(page.language),
        blocks=body.blocks,
        trail=tuple(Link(title, sheet.place.to(folder)) for title, folder in above),
    )


def missing_page(framer: Framer) -> Recipe:
    """Return the page that a server shows in place of one that is missing: it names others from the site's base."""
    base = urlsplit(framer.settings.base_url).path.rstrip("/") + "/"
    framing = framer.framing(Place("", base=base), "Page not found", "There is no page at this address.")
    return replace(recipe(framer, "404.html", framing, _missing), path="404.html")


def _missing(sheet: Sheet) -> MissingView:
    return MissingView(sheet.frame, "There is no page at this address")


def robots_file(framer: Framer) -> Recipe:
    """Return the file that tells crawlers that all may be read, and where the map of the site is."""
    return replace(recipe(framer, "robots.txt", Framing(Place("")), _robots), path="robots.txt")


def _robots(sheet: Sheet) -> RobotsView:
    return RobotsView(sheet.framer.settings.title, sheet.framer.address_of(SITEMAP))
