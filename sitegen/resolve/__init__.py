"""Across articles: whom each cluster stands for. Names are compared inside blocks only, each block solved alone."""

from collections.abc import Sequence

from sitegen.model.entity import AuthorityRecord
from sitegen.resolve.resolver import Pair, Resolution, Resolver

__all__ = ["Resolution", "Resolver", "resolve"]


def resolve(pairs: Sequence[Pair], records: Sequence[AuthorityRecord] = ()) -> Resolution:
    """Resolve the clusters of all articles against each other and the authority records.

    Same full name, same entity, unless records, ids in the front matter or what the articles tell of them part two; a
    name that fits several is left unresolved, with a diagnostic. The outcome does not depend on the order of articles
    or records.
    """
    return Resolver().resolve(pairs, records)
