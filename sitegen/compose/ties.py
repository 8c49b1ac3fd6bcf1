"""Who speaks about whom, and who is named beside whom, as the page of somebody tells it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.lines import shares
from sitegen.compose.network.edges import FEWEST_EDGES, ego_folder
from sitegen.compose.pairs import has_page, pair_folder
from sitegen.compose.permalinks import Place, entity_folder
from sitegen.compose.wording import count
from sitegen.model.entity import Entity
from sitegen.model.view_parts import Link, Share

# Of those with whom there is no page of the pair, only these first few are named.
_MOST_NAMED = 12
_MOST_RELATED = 8
# Speaking about each other ties two people more than standing in one article does.
_SPOKEN = 2


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody who has to do with whom a page is about: name, folders of the page and of that of the pair, figures.

    ``pair`` is "" where the two have no page of their own; ``spoken`` counts quotations of one about the other,
    ``articles`` those that name both.
    """

    name: str
    folder: str
    pair: str = ""
    spoken: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Ties:
    """``speaks_about`` and ``spoken_about_by`` come with how often, the most often first.

    ``network`` is the folder of the page that draws these ties, "" where they are too few for one.
    """

    speaks_about: tuple[Partner, ...] = ()
    spoken_about_by: tuple[Partner, ...] = ()
    related: tuple[Partner, ...] = ()
    network: str = ""


def ties_of(index: Catalogue, entity: Entity) -> Ties:
    """Return whom ``entity`` speaks about, who speaks about it, and which people it is named beside."""
    if entity.kind == "place":
        return Ties()
    said, about = (
        [utterance for utterance in found.get(entity.id, ()) if utterance.stands_for_all]
        for found in (index.said, index.about)
    )
    of = Counter(whom.id for utterance in said for whom in utterance.about if whom.kind != "place")
    by = Counter(utterance.speaker.entity.id for utterance in about if utterance.speaker.entity is not None)
    drawn = ego_folder(entity.kind, entity.id) if len(of) + len(by) >= FEWEST_EDGES else ""
    return Ties(_partners(index, entity, of), _partners(index, entity, by), _related(index, entity, of + by), drawn)


def _partners(index: Catalogue, entity: Entity, spoken: Counter[str]) -> tuple[Partner, ...]:
    found = sorted(spoken.items(), key=lambda each: (-each[1], each[0]))
    partners = [_partner(index, entity, id_, spoken=times) for id_, times in found]
    # Every page of a pair is linked from the pages of both, however many there are.
    return tuple(partner for rank, partner in enumerate(partners) if rank < _MOST_NAMED or partner.pair)


def _related(index: Catalogue, entity: Entity, spoken: Counter[str]) -> tuple[Partner, ...]:
    articles = dict(index.site.relations.companions.get(entity.id, ()))
    people = [id_ for id_ in articles.keys() | spoken.keys() if id_ in index.people]
    order = sorted(people, key=lambda id_: (-articles.get(id_, 0) - _SPOKEN * spoken[id_], id_))
    return tuple(
        _partner(index, entity, id_, spoken=spoken[id_], articles=articles.get(id_, 0)) for id_ in order[:_MOST_RELATED]
    )


def _partner(index: Catalogue, entity: Entity, id_: str, *, spoken: int, articles: int = 0) -> Partner:
    other = next(found[id_] for found in index.entities.values() if id_ in found)
    pair = pair_folder(entity.id, id_) if has_page(index, entity.id, id_) else ""
    return Partner(other.name, entity_folder(other.kind, id_), pair, spoken, articles)


def tie_shares(place: Place, partners: Sequence[Partner]) -> tuple[Share, ...]:
    """Return those whom somebody speaks about, or who speak about somebody, each with how often."""
    return shares(
        [
            (
                Link(partner.name, place.to(partner.folder)),
                partner.spoken,
                count(partner.spoken, "quotation"),
                Link("both sides", place.to(partner.pair)) if partner.pair else Link(""),
            )
            for partner in partners
        ]
    )


def related_links(place: Place, partners: Iterable[Partner]) -> tuple[Link, ...]:
    """Return related people, each with what relates them."""
    return tuple(Link(partner.name, place.to(partner.folder), _reason(partner)) for partner in partners)


def _reason(partner: Partner) -> str:
    reasons = [count(partner.articles, "article")] if partner.articles else []
    if partner.spoken:
        reasons.append(f"{count(partner.spoken, 'quotation')} between them")
    return ", ".join(reasons)
