"""The parts of a quotation that a person named, found near the place of the decision."""

from bisect import bisect_left

from sitegen.annotate.folded import Folded, folded, words_inside
from sitegen.annotate.standing import occurrences
from sitegen.model.article import Article
from sitegen.model.span import Span


def parts_of(article: Article, text: Folded, parts: tuple[str, ...], target: Span) -> tuple[Span, ...] | None:
    """Return where the words of each part stand, quotation marks at their ends aside; None where that is not sure.

    They are looked for in the paragraphs that ``target`` touches and those next to them. Those that share a character
    with it count before those that do not, of which the nearest counts; the parts stand in their order, and if they
    could stand in two ways it is not sure.
    """
    around = text.within(_around(article, target))
    core = text.within(target)
    choices = [_choices(text.text, words_inside(folded(part)), around, core) for part in parts]
    earliest = _in_order(choices)
    latest = _in_order([[(-end, -start) for start, end in reversed(choice)] for choice in reversed(choices)])
    if earliest is None or latest is None or earliest != [(-end, -start) for start, end in reversed(latest)]:
        return None
    return tuple(text.span(start, end) for start, end in earliest)


def _around(article: Article, target: Span) -> Span:
    leaves = [leaf.span for leaf in article.leaves() if len(leaf.span)]
    touched = [number for number, leaf in enumerate(leaves) if leaf.overlaps(target)]
    if not touched:
        return target
    return Span(leaves[max(0, touched[0] - 1)].start, leaves[min(len(leaves), touched[-1] + 2) - 1].end)


def _choices(text: str, words: str, around: tuple[int, int], core: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the places where a part may stand, in order."""
    if not words:
        return []
    stretch = text[around[0] : around[1]]
    found = [(around[0] + start, around[0] + start + len(words)) for start in occurrences(stretch, words)]
    inside = [place for place in found if place[0] < core[1] and core[0] < place[1]]
    if inside or not found:
        return inside
    nearest = min(_distance(place, core) for place in found)
    return [place for place in found if _distance(place, core) == nearest]


def _distance(place: tuple[int, int], core: tuple[int, int]) -> int:
    return max(place[0] - core[1], core[0] - place[1])


def _in_order(choices: list[list[tuple[int, int]]]) -> list[tuple[int, int]] | None:
    """Return for each part the first place behind that of the part before."""
    places, done = [], None
    for choice in choices:
        number = bisect_left(choice, (done,)) if done is not None else 0
        if number == len(choice):
            return None
        places.append(choice[number])
        done = choice[number][1]
    return places
