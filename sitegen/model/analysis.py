"""Who said what in one article."""

from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic
from sitegen.model.annotation import Applied
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Quote
from sitegen.model.span import Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """The outcome of ``analyse`` for one article; everything in the order of the text.

    ``passages`` are marked passages that are nobody's words (scare quotes, titles of works, nicknames),
    marks left out. ``annotations`` are those of people that hold, in the order of the text.
    """

    clusters: tuple[Cluster, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    passages: tuple[Span, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    annotations: tuple[Applied, ...] = ()
