"""In which order two lists of names cross the fewest bands."""

from collections.abc import Mapping, Sequence

# Pairs of names that a band joins, each with its weight.
Bands = Mapping[tuple[str, str], int]
_SWEEPS = 12


def ordered(bands: Bands) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names at the left and those at the right, in an order in which few bands cross.

    The barycentre heuristic of Sugiyama, Tagawa and Toda (Methods for Visual Understanding of Hierarchical System
    Structures, IEEE Transactions on Systems, Man, and Cybernetics 11/2, 1981): each name moves to the mean place of
    those that it is joined to, weighted by the bands; first the names of one side, then those of the other, again and
    again. It begins with the heaviest names on top, which stay there among equals, and keeps the best order seen.
    """
    back = {(right, left): weight for (left, right), weight in bands.items()}
    best = orders = _heaviest_first(bands), _heaviest_first(back)
    fewest = crossings(*best, bands)
    for _ in range(_SWEEPS):
        rights = _by_barycentre(orders[1], orders[0], back)
        lefts = _by_barycentre(orders[0], rights, bands)
        if (lefts, rights) == orders:
            break
        orders = lefts, rights
        found = crossings(*orders, bands)
        if found < fewest:
            best, fewest = orders, found
    return best


def crossings(lefts: Sequence[str], rights: Sequence[str], bands: Bands) -> int:
    """Return how much of the bands crosses: over all pairs that do, the product of their weights."""
    left, right = _places(lefts), _places(rights)
    drawn = sorted((left[one], right[other], weight) for (one, other), weight in bands.items())
    return sum(
        weight * other
        for number, (start, end, weight) in enumerate(drawn)
        for later, there, other in drawn[number + 1 :]
        if later > start and there < end
    )


def _heaviest_first(bands: Bands) -> tuple[str, ...]:
    weights: dict[str, int] = {}
    for (name, _), weight in bands.items():
        weights[name] = weights.get(name, 0) + weight
    return tuple(sorted(weights, key=lambda name: (-weights[name], name)))


def _by_barycentre(names: Sequence[str], others: Sequence[str], bands: Bands) -> tuple[str, ...]:
    """Return ``names`` by the mean place of those among ``others`` that they are joined to."""
    place = _places(others)
    moments, weights = dict.fromkeys(names, 0), dict.fromkeys(names, 0)
    for (name, other), weight in bands.items():
        moments[name] += weight * place[other]
        weights[name] += weight
    return tuple(sorted(names, key=lambda name: moments[name] / weights[name]))


def _places(names: Sequence[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}
