"""An analysis without somebody: no mention, no cluster, no quotation of theirs."""

from dataclasses import replace

from sitegen.model.analysis import Analysis
from sitegen.model.covering import cover
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Quote, Voice
from sitegen.model.site import Reading
from sitegen.withhold.annotations import cover_annotations
from sitegen.withhold.book import Book, is_nobodys, is_of
from sitegen.withhold.found import Found


def forgotten(reading: Reading, book: Book, found: Found) -> tuple[Analysis, tuple[str | None, ...]]:
    """Return the analysis of an article without the clusters that are gone, and whom the others stand for.

    Words of those who are gone stay in the text and are nobody's quotation; what others quote of them, and what they
    relay, has no source. Words that a person found to be not theirs are a quotation, and no longer say whose they were
    taken for.
    """
    analysis = reading.analysis
    quotes = tuple(quote for quote in analysis.quotes if not _is_of(quote.attribution.voice, reading, found))
    kept = [number for number in range(len(analysis.clusters)) if number not in found.gone]
    new = {number: place for place, number in enumerate(kept)}
    entities = tuple(book.new_id(reading.entities[number]) for number in kept)
    made = Analysis(
        tuple(
            _cluster(analysis.clusters[number], found, nobodys=is_nobodys(reading.entities[number])) for number in kept
        ),
        tuple(_mention(mention, new) for mention in analysis.mentions if not _is_theirs(mention, reading, found)),
        tuple(_quote(quote, reading, found, new) for quote in quotes),
        analysis.passages,
        annotations=cover_annotations(analysis, frozenset(quote.id for quote in quotes), found, book, new),
    )
    remarks = analysis.diagnostics if made == replace(analysis, diagnostics=()) else ()
    made = replace(made, diagnostics=remarks)
    return (analysis if made == analysis else made), entities


def without_links(reading: Reading, book: Book) -> Reading:
    """Return an article with its text, mentions and clusters as they are, and no link and no quotation of theirs."""
    if not book.concerns(reading):
        return reading
    found = book.found_in(reading)
    analysis = reading.analysis
    quotes = tuple(
        replace(
            quote,
            nested=tuple(each for each in quote.nested if not _is_of(each.speaker, reading, found, certainly=True)),
        )
        for quote in analysis.quotes
        if not _is_of(quote.attribution.voice, reading, found, certainly=True)
    )
    entities = tuple(None if number in found.certainly_gone else id_ for number, id_ in enumerate(reading.entities))
    return replace(reading, analysis=replace(analysis, quotes=quotes), entities=entities)


def _is_of(voice: Voice | None, reading: Reading, found: Found, *, certainly: bool = False) -> bool:
    """Tell whether a voice is that of somebody who is gone: by its cluster, or by a name that is theirs.

    A bare name that could be another's counts as well, unless it has to be ``certainly`` theirs.
    """
    if voice is None:
        return False
    if voice.cluster in (found.certainly_gone if certainly else found.gone):
        return True
    if voice.form != "name" or voice.span is None:
        return False
    if voice.cluster is not None and not is_nobodys(reading.entities[voice.cluster]):
        return False
    return found.names_them(voice.span, reading.article, certainly=certainly)


def _is_theirs(mention: Mention, reading: Reading, found: Found) -> bool:
    if mention.cluster is not None or is_of(mention, found.gone):
        return is_of(mention, found.gone)
    return mention.form == "name" and found.names_them(mention.span, reading.article)


def _cluster(cluster: Cluster, found: Found, *, nobodys: bool) -> Cluster:
    """Return a cluster that stays; a bare name is covered in it only where it stands for nobody known."""

    def covered(text: str) -> str:
        return cover(text, found.in_text(text) if nobodys else found.names.find(text))

    made = replace(
        cluster,
        name=covered(cluster.name),
        forms=tuple(dict.fromkeys(map(covered, cluster.forms))),
        titles=tuple(map(covered, cluster.titles)),
    )
    return cluster if made == cluster else made


def _mention(mention: Mention, new: dict[int, int]) -> Mention:
    cluster = None if mention.cluster is None else new[mention.cluster]
    candidates = tuple(new[number] for number in mention.candidates if number in new)
    unchanged = (cluster, candidates) == (mention.cluster, mention.candidates)
    return mention if unchanged else replace(mention, cluster=cluster, candidates=candidates)


def _voice(voice: Voice | None, new: dict[int, int]) -> Voice | None:
    if voice is None or voice.cluster is None:
        return voice
    return replace(voice, cluster=new[voice.cluster])


def _quote(quote: Quote, reading: Reading, found: Found, new: dict[int, int]) -> Quote:
    attribution = quote.attribution
    speaker = None if _is_of(attribution.speaker, reading, found) else _voice(attribution.speaker, new)
    via = None if _is_of(attribution.via, reading, found) else _voice(attribution.via, new)
    nested = tuple(
        replace(each, speaker=_voice(each.speaker, new) or each.speaker)
        for each in quote.nested
        if not _is_of(each.speaker, reading, found)
    )
    made = replace(
        quote,
        attribution=replace(attribution, speaker=speaker, via=via),
        nested=nested,
    )
    return quote if made == quote else made
