"""Parse → Analysis: who is named in an article, what is quoted and who said it. Rules only; no model, no files."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sitegen.analyse.clusters import ambiguities, cluster
from sitegen.analyse.genders import genders_of
from sitegen.analyse.linking import link
from sitegen.analyse.people import Profile, gather
from sitegen.analyse.persons import Persons
from sitegen.analyse.pronouns import GENDERS, Pronouns
from sitegen.analyse.quotes import find_quotes, odd_marks
from sitegen.analyse.quotes.learned.weights import Weights, weights
from sitegen.analyse.quotes.marks import find_passages
from sitegen.analyse.spots import find_spots
from sitegen.analyse.tokens import Tokens
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster, Mention
from sitegen.model.parse import Parse
from sitegen.model.span import Span

# How many times more often one pronoun than the other must mean a person to tell their gender.
_CLEAR = 2


def analyse(
    article: Article,
    parse: Parse,
    blocks: Sequence[Span],
    records: Sequence[AuthorityRecord] = (),
    *,
    learned: Weights | None = None,
) -> Analysis:
    """Find the entities, mentions and quotations of one article.

    ``parse`` covers the article's text, ``blocks`` are the spans of it that were read, one a paragraph.
    ``records`` are the authority records whose names may stand in the text; ``learned`` takes the place of the weights
    that the package brings along.
    """
    tokens = Tokens.of(article.text, parse)
    profiles, clusters, named = find_entities(article, tokens, records)
    marked, odd = find_passages(article.text, blocks)
    quoted = [passage.outer for passage in marked]
    places = [index for index, word in enumerate(tokens.lower) if word in GENDERS]
    first = Pronouns(tokens, named, genders_of(tokens, clusters, profiles, named), blocks, quoted)
    meant = _pronoun_mentions(tokens, first, places)
    genders = _learned(tokens, first, meant)
    pronouns = first
    if genders != first.genders:
        pronouns = replace(first, genders=genders)
        meant = _pronoun_mentions(tokens, pronouns, places)
    quotations = find_quotes(article, tokens, blocks, marked, named, pronouns, learned or weights())
    mentions = sorted((*named, *meant), key=lambda mention: mention.span)
    return Analysis(
        clusters,
        tuple(mentions),
        quotations.quotes,
        quotations.passages,
        (*ambiguities(article, clusters, named), *odd_marks(article, odd)),
    )


def find_entities(
    article: Article, tokens: Tokens, records: Sequence[AuthorityRecord] = ()
) -> tuple[tuple[Profile, ...], tuple[Cluster, ...], tuple[Mention, ...]]:
    """Return the people, the clusters of all that is named, and the named mentions in the order of the text."""
    persons = Persons(tokens)
    spots = find_spots(tokens, persons)
    profiles = gather(article, tokens, spots, records)
    occurrences = link(article, tokens, spots, profiles, persons)
    clusters, named = cluster(article, tokens, profiles, occurrences)
    return profiles, clusters, named


def _learned(tokens: Tokens, pronouns: Pronouns, meant: Sequence[Mention]) -> tuple[str, ...]:
    """Return the genders that the article's own pronouns tell, for people whose names do not.

    Where "he" and "she" both seem to mean one person, neither is trusted.
    """
    seen: dict[int, Counter[str]] = {}
    for mention in meant:
        if mention.cluster is not None and not pronouns.genders[mention.cluster]:
            word = mention.span.of(tokens.text).lower()
            seen.setdefault(mention.cluster, Counter())[GENDERS[word]] += 1
    genders = list(pronouns.genders)
    for number, counts in seen.items():
        (most, votes), *rest = counts.most_common()
        genders[number] = most if not rest or votes >= _CLEAR * rest[0][1] else "x"
    return tuple(genders)


def _pronoun_mentions(tokens: Tokens, pronouns: Pronouns, places: Sequence[int]) -> list[Mention]:
    """Return those of the pronouns at ``places``, outside quotation marks, that can mean one person only."""
    found = []
    for index in places:
        word, start = tokens.lower[index], tokens.parse.starts[index]
        if not pronouns.in_quotation(start):
            cluster_number = pronouns.sole(start, word)
            if cluster_number is not None:
                found.append(Mention(tokens.span(range(index, index + 1)), "pronoun", "person", cluster_number))
    return found
