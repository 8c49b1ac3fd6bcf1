"""Parse → Analysis: who is named in an article, what is quoted and who said it. Rules only; no model, no files."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sitegen.analyse.clusters import ambiguities, cluster
from sitegen.analyse.decided import Decisions
from sitegen.analyse.descriptions import Descriptions
from sitegen.analyse.first_persons import first_persons
from sitegen.analyse.genders import addressed, genders_of
from sitegen.analyse.linking import link
from sitegen.analyse.nominals import Nominals
from sitegen.analyse.others import settle
from sitegen.analyse.people import Profile, gather
from sitegen.analyse.persons import Persons
from sitegen.analyse.pronouns import GENDERS, Pronouns
from sitegen.analyse.quotes import find_quotes, odd_marks
from sitegen.analyse.quotes.learned.weights import Weights, weights
from sitegen.analyse.quotes.marks import find_passages
from sitegen.analyse.regions import without_names
from sitegen.analyse.spots import find_spots
from sitegen.analyse.tokens import Tokens
from sitegen.model.analysis import Analysis
from sitegen.model.annotation import Placed
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster, Mention, Traits
from sitegen.model.parse import Parse
from sitegen.model.quote import Quote
from sitegen.model.span import Span

# How many times more often one pronoun than the other must mean a person to tell their gender.
_CLEAR = 2
# How many paragraphs may lie between two pronouns that go on meaning one person.
_CHAIN = 2


def analyse(
    article: Article,
    parse: Parse,
    blocks: Sequence[Span],
    records: Sequence[AuthorityRecord] = (),
    *,
    placed: Sequence[Placed] = (),
    elsewhere: Sequence[Cluster] = (),
    learned: Weights | None = None,
) -> Analysis:
    """Find the entities, mentions and quotations of one article.

    ``parse`` covers the article's text, ``blocks`` are the spans of it that were read, one a paragraph.
    ``records`` are the authority records whose names may stand in the text, or whom decisions name. ``placed`` are the
    annotations that hold in it: what a person decided stands whatever the rules say; ``elsewhere`` are entities of
    other articles that they mean. ``learned`` takes the place of the weights that the package brings along.
    """
    tokens = Tokens.of(article.text, parse)
    profiles, clusters, named = find_entities(article, tokens, records)
    decisions = Decisions(article, placed, records, elsewhere)
    clusters, named = decisions.with_names(clusters, named)
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
    descriptions = Descriptions(tokens, named, _roles_held(article, clusters, records))
    nominals = Nominals(tokens, named, pronouns, descriptions).mentions()
    quotations = find_quotes(article, tokens, blocks, marked, named, pronouns, learned or weights())
    quotes = tuple(_by_description(quote, nominals) for quote in quotations.quotes)
    decided = decisions.with_quotations(quotes, quotations.passages, marked, (*named, *meant, *nominals))
    spoken = first_persons(tokens, decided.quotes, named)
    mentions = decisions.with_mentions((*named, *meant, *nominals, *spoken))
    told = addressed(tokens, clusters, named)
    shown = tuple(
        one or (later if not before else "") for one, later, before in zip(told, genders, first.genders, strict=True)
    )
    found = Analysis(
        tuple(
            _with_traits(article, *each, descriptions)
            for each in zip(range(len(clusters)), clusters, shown, strict=True)
        ),
        tuple(mentions),
        decided.quotes,
        decided.passages,
        (*ambiguities(article, clusters, named), *odd_marks(article, odd)),
        decided.applied,
    )
    return decisions.settle(found)


def _roles_held(
    article: Article, clusters: Sequence[Cluster], records: Sequence[AuthorityRecord]
) -> dict[int, tuple[str, ...]]:
    """Return the words of the roles that records give the people of an article on its day."""
    roles = {record.id: record.roles for record in records}
    return {
        number: tuple(
            word for role in roles[found.given] if role.held_on(article.date) for word in role.title.lower().split()
        )
        for number, found in enumerate(clusters)
        if found.given in roles
    }


def _with_traits(article: Article, number: int, found: Cluster, gender: str, descriptions: Descriptions) -> Cluster:
    if found.kind != "person":
        return found
    age, born = descriptions.ages.get(number), None
    if age is not None and article.date is not None:
        born = (article.date.year - age - 1, article.date.year - age)
    traits = Traits(gender if gender in {"f", "m"} else "", born, descriptions.callings(number))
    return found if traits == Traits() else replace(found, traits=traits)


def _by_description(quote: Quote, nominals: Sequence[Mention]) -> Quote:
    """Give a quotation of "the minister" to the one person who is meant."""
    voice = quote.attribution.speaker
    if voice is None or voice.form != "nominal" or voice.cluster is not None or voice.span is None:
        return quote
    meant = next((mention for mention in nominals if mention.span == voice.span), None)
    if meant is None:
        return quote
    speaker = replace(voice, kind="person", cluster=meant.cluster)
    return replace(quote, attribution=replace(quote.attribution, speaker=speaker))


def find_entities(
    article: Article, tokens: Tokens, records: Sequence[AuthorityRecord] = ()
) -> tuple[tuple[Profile, ...], tuple[Cluster, ...], tuple[Mention, ...]]:
    """Return the people, the clusters of all that is named, and the named mentions in the order of the text."""
    persons = Persons(tokens)
    spots = find_spots(tokens, persons)
    profiles = gather(article, tokens, spots, records)
    occurrences = link(article, tokens, spots, profiles, persons)
    occurrences = settle(tokens, occurrences, records, without_names(article, tokens))
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
    """Return those of the pronouns at ``places``, outside quotation marks, that can mean one person only.

    Where nobody of a gender has been named for paragraphs, a pronoun goes on meaning whom the one before it meant.
    """
    found = []
    before: dict[str, tuple[int, int]] = {}
    for index in places:
        word, start = tokens.lower[index], tokens.parse.starts[index]
        if pronouns.in_quotation(start):
            continue
        gender, block = GENDERS[word], pronouns.block_of(start)
        number = pronouns.sole(start, word)
        if number is None and gender in before and not pronouns.candidates(start, gender):
            last, where = before[gender]
            number = last if block - where <= _CHAIN else None
        if number is not None:
            before[gender] = number, block
            found.append(Mention(tokens.span(range(index, index + 1)), "pronoun", "person", number))
    return found
