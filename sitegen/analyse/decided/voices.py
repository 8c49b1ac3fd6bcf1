"""The words of an article that stand for a speaker whom a person named."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen.analyse.decided.cast import Cast
from sitegen.model.article import Article
from sitegen.model.mention import Kind, Mention
from sitegen.model.quote import Quote, Voice
from sitegen.model.span import Span


class Voices:
    """Finds the words in one article; ``mentions`` are all of its mentions, in the order of the text."""

    def __init__(self, article: Article, mentions: Sequence[Mention], cast: Cast) -> None:
        self._text = article.text
        self._leaves = [leaf.span for leaf in article.leaves()]
        self._mentions = mentions
        self._cast = cast

    def name(self, voice: Voice | None) -> str:
        """Return what a voice is called: the name of whom it stands for, else its words."""
        if voice is None:
            return ""
        if voice.cluster is not None:
            return self._cast.name(voice.cluster)
        return "" if voice.span is None or voice.form == "pronoun" else " ".join(voice.span.of(self._text).split())

    def of(self, value: str, quote: Quote, old: Voice | None) -> Voice | None:
        """Return the voice of a quotation that ``value`` names: an entity, else words of the text near it.

        ``old`` is whom the machine names. Where its words are a pronoun, a description, or a name that several could
        bear, they stand for whom the person says; else the nearest mention does. None where nobody is called so.
        """
        number = self._cast.whom(value, "person")
        if number is None:
            words = self._words(value, quote)
            return None if words is None else Voice(words, "nominal")
        if old is not None and old.cluster == number:
            return old
        kind = self._cast.kind(number)
        if old is not None and old.span is not None and _can_mean(old, kind):
            return replace(old, kind=kind, cluster=number)
        mention = self._mention(number, quote)
        if mention is None:
            return Voice(None, "name", kind, number)
        return Voice(mention.span, mention.form, kind, number)

    def _mention(self, number: int, quote: Quote) -> Mention | None:
        """Return the nearest mention of a cluster in the quotation's paragraph, else before, else behind it.

        There and elsewhere a name goes before a pronoun.
        """
        own = [
            mention
            for mention in self._mentions
            if mention.cluster == number and not any(span.overlaps(mention.span) for span in quote.spans)
        ]
        return min(own, key=lambda mention: self._rank(mention, quote), default=None)

    def _rank(self, mention: Mention, quote: Quote) -> tuple[bool, bool, bool, int]:
        far, behind, distance = self._distance(mention.span, quote)
        return far, mention.form != "name", behind, distance

    def _words(self, value: str, quote: Quote) -> Span | None:
        """Return where the words ``value`` stand, nearest to a quotation and outside of it."""
        pattern = r"\s+".join(map(re.escape, value.split()))
        found = (Span(*match.span()) for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", self._text, re.IGNORECASE))
        outside = [span for span in found if not any(own.overlaps(span) for own in quote.spans)]
        # A surname is no description: whose it is has to be said.
        named = [mention.span for mention in self._mentions if mention.form == "name"]
        outside = [span for span in outside if not any(name.covers(span) for name in named)]
        return min(outside, key=lambda span: self._distance(span, quote), default=None)

    def _distance(self, span: Span, quote: Quote) -> tuple[bool, bool, int]:
        extent = quote.extent
        near = any(leaf.covers(span) and leaf.overlaps(extent) for leaf in self._leaves)
        behind = span.start >= extent.end
        return not near, not near and behind, span.start - extent.end if behind else extent.start - span.end


def _can_mean(voice: Voice, kind: Kind) -> bool:
    """Tell whether the words of a voice can stand for another of this kind: "the sign" is no person."""
    if voice.form == "name":
        return voice.cluster is None and voice.kind in {None, kind}
    return voice.form == "pronoun" or voice.kind == kind
