"""Which quotations get a page of their own; the others live at their anchor in the article."""

from collections.abc import Callable, Collection

from sitegen.model.quote import Quote
from sitegen.model.site import Reading, Site

# Up to so many quotations in a site, each has a page, and is a result of its own in the search.
MOST = 5000


def paged_quotes(site: Site, had_page: Collection[str]) -> Callable[[Reading], frozenset[str] | None]:
    """Return what tells of an article which of its quotations have a page: their ids, or None for all of them.

    ``had_page`` are the ids that were published with one: whoever linked to it finds it there for good. Beyond those
    the settings decide. A large site makes pages for the quotations that a person has looked at or has something to say
    about, and for those that have several versions.
    """
    wish = site.settings.quotes.pages
    if wish == "all" or (wish != "none" and sum(len(r.analysis.quotes) for r in site.readings) <= MOST):
        return lambda _: None
    families = site.relations.families

    def stands_out(quote: Quote, annotated: Collection[str]) -> bool:
        looked_at = quote.attribution.status != "machine" or quote.id in annotated
        return wish != "none" and (looked_at or bool(families.get(quote.id)))

    def of(reading: Reading) -> frozenset[str] | None:
        quotes = reading.analysis.quotes
        annotated = {applied.quote for applied in reading.analysis.annotations}
        found = frozenset(quote.id for quote in quotes if quote.id in had_page or stands_out(quote, annotated))
        # All of an article's are one value, however that came about: a site that grows large does not change its pages.
        return None if len(found) == len(quotes) else found

    return of
