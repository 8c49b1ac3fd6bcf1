"""States of macros/frame.html and macros/cards.html."""

from dataclasses import replace

from sitegen.model.view_parts import Frame, Link, Pager, Step
from sitegen.model.view_social import Social
from tests.gallery.states.making import ADA, ARABIC, ARTICLE, CHINESE, CYRILLIC, HEBREW, LONG_NAME, LONG_WORD, States

PLAIN = Frame(
    title="The winter berth | Said in Ravelsea",
    description="Who said what about the winter berth.",
    site_title="Said in Ravelsea",
    language="en",
    direction="ltr",
    root="",
    home="index.html",
    canonical="",
    nav=(),
    foot=(),
    generator="sitegen",
)
WAYS = (
    Link("Articles", "articles/"),
    Link("People", "people/", current="page"),
    Link("Quotations", "quotes/", current="true"),
    Link("Organisations", "organisations/"),
    Link("Places", "places/"),
)
SHARED = replace(
    PLAIN,
    canonical="https://ravelsea.example/articles/winter-berth/",
    article="winter-berth",
    noindex=True,
    schema='{"@type": "NewsArticle"}',
    breadcrumbs='{"@type": "BreadcrumbList"}',
    feeds=(Link("Quotations", "feed.xml"),),
)


def _pages(current: int, *shown: int) -> tuple[Step, ...]:
    """Return the steps to the pages ``shown``, with gaps where numbers are left out."""
    return tuple(
        Step(str(number), f"quotes/page-{number}/", number == current, before is not None and number > before + 1)
        for before, number in zip((None, *shown), shown, strict=False)
    )


def _previous_and_next(current: int) -> dict[str, str]:
    return {"previous": f"quotes/page-{current - 1}/", "next": f"quotes/page-{current + 1}/"}


FRAME: States = {
    "frame.origin": {
        "words of the site's own": (PLAIN, "cites"),
        "of an article": (replace(PLAIN, article="winter-berth"), "article"),
        "of a quotation": (replace(PLAIN, quote="q-1"), "cites"),
    },
    "frame.social": {
        "nobody is invited": PLAIN,
        "a page without a card": replace(SHARED, social=Social("website", "Said in Ravelsea", "")),
        "an article with its card": replace(
            SHARED,
            social=Social(
                kind="article",
                title="The winter berth",
                locale="en_GB",
                image="https://ravelsea.example/cards/winter-berth.png",
                alt="The winter berth",
                own_card=True,
                published="2026-03-14T00:00:00+00:00",
                authors=(ADA, ARABIC),
                tags=("Harbour", "Winter"),
            ),
        ),
    },
    "frame.masthead": {
        "with no ways": PLAIN,
        "with where one is, and the search": replace(PLAIN, nav=WAYS, search="search/"),
        "with very long words": replace(PLAIN, site_title=LONG_WORD, nav=(*WAYS, Link(LONG_NAME, "long/"))),
        "of other scripts": replace(PLAIN, site_title=HEBREW, nav=(Link(ARABIC, "a/"), Link(CHINESE, "c/"))),
    },
    "frame.foot": {"with no ways": PLAIN, "with ways": replace(PLAIN, foot=(*WAYS, Link(CYRILLIC, "c/")))},
    "frame.trail": {
        "one step": (Link("People", "people/"),),
        "with where one is": (Link("People", "people/"), Link(ADA, "people/a/"), Link("Quotations, page 2")),
        "the title of an article": (Link("Articles", "articles/"), ARTICLE),
        "very long": (Link(LONG_NAME, "l/"), Link(LONG_WORD, "w/"), Link(HEBREW, "h/"), Link(ARABIC)),
    },
    "frame.pages": {
        "a list of one page": Pager(),
        "the first page": Pager(_pages(1, 1, 2), next="quotes/page-2/"),
        "in the middle, with gaps": Pager(_pages(117, 1, 116, 117, 118, 234), **_previous_and_next(117)),
        "the last page": Pager(_pages(3, 1, 2, 3), previous="quotes/page-2/"),
    },
    "cards.cards": {"at the root": PLAIN, "below it": replace(PLAIN, root="../../")},
}
