"""Two publications of an article: which mentions lead to another page."""

from collections.abc import Collection, Iterator
from difflib import SequenceMatcher

from sitegen.model.differences import Relinked
from sitegen.model.publication import PublishedArticle, PublishedLink

# The numbers of a block and of a word in it.
_Spot = tuple[int, int]
# Two texts of 2,000 words: rewritten passages that are larger have nothing in common worth the time.
_MOST_COMPARED = 4_000_000


def relinked(before: Collection[PublishedArticle], after: Collection[PublishedArticle]) -> tuple[Relinked, ...]:
    """Return the mentions whose link changed, of the articles that both publications have.

    Only words that stand in both are compared: what was written since is no changed link.
    """
    old = {article.id: article for article in before}
    return tuple(found for article in after if article.id in old for found in _relinked(old[article.id], article))


def _relinked(before: PublishedArticle, after: PublishedArticle) -> Iterator[Relinked]:
    links = {(link.block, link.word): link for link in before.links}
    if before.blocks == after.blocks:
        places = {(link.block, link.word): (link.block, link.word) for link in (*before.links, *after.links)}
    else:
        places = _places(before, after)
    back = {new: old for old, new in places.items()}
    seen: set[_Spot] = set()
    for link in after.links:
        place = back.get((link.block, link.word))
        if place is None:
            continue
        seen.add(place)
        former = links.get(place)
        if former is None or former.person != link.person:
            yield Relinked(after.id, after.path, link, "" if former is None else former.person, link.person)
    for place, former in links.items():
        if place in places and place not in seen:
            block, word = places[place]
            there = PublishedLink(block, word, former.text, former.person)
            yield Relinked(after.id, after.path, there, former.person, "")


def _places(before: PublishedArticle, after: PublishedArticle) -> dict[_Spot, _Spot]:
    """Return where each word of the old text stands in the new one: block by block, then word by word."""
    found: dict[_Spot, _Spot] = {}
    matcher = SequenceMatcher(None, before.blocks, after.blocks, autojunk=False)
    for kind, start, end, there, until in matcher.get_opcodes():
        if kind == "equal":
            for number in range(end - start):
                block = before.blocks[start + number]
                found.update({(start + number, word): (there + number, word) for word in range(len(block))})
        elif kind == "replace":
            if _size(before, start, end) * _size(after, there, until) > _MOST_COMPARED:
                continue
            old = [(n, w) for n in range(start, end) for w in range(len(before.blocks[n]))]
            new = [(n, w) for n in range(there, until) for w in range(len(after.blocks[n]))]
            words = SequenceMatcher(
                None, [before.blocks[n][w] for n, w in old], [after.blocks[n][w] for n, w in new], autojunk=False
            )
            for one, other, size in words.get_matching_blocks():
                found.update({old[one + at]: new[other + at] for at in range(size)})
    return found


def _size(article: PublishedArticle, start: int, end: int) -> int:
    return sum(len(block) for block in article.blocks[start:end])
