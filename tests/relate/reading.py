"""A plain text, analysed and resolved as the one article of a site."""

from sitegen.model.quote import Quote
from sitegen.model.site import Reading
from sitegen.resolve import resolve
from tests.analyse.reading import analysed


def reading_of(text: str) -> Reading:
    article, analysis = analysed(text)
    resolution = resolve([(article, analysis)], ())
    return Reading(article, analysis, resolution.assigned[0])


def words_of(reading: Reading, quote: Quote) -> str:
    """The words of a quotation in straight marks, parts joined by a plus sign."""
    parts = (span.of(reading.article.text) for span in quote.spans)
    return " + ".join(f'"{part}"' for part in parts)
