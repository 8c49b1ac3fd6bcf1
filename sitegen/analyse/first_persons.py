"""Whom "I", "me" and "my" mean inside quotation marks: whoever speaks."""

from collections.abc import Iterable, Iterator

from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Mention
from sitegen.model.quote import Quote, Voice

_WORDS = frozenset({"I", "me", "my", "mine", "myself", "Me", "My", "Mine", "Myself"})


def first_persons(tokens: Tokens, quotes: Iterable[Quote], named: Iterable[Mention]) -> Iterator[Mention]:
    """Yield a mention of the speaker for each of these words; in what they quote, of the one whom they quote.

    A word in one of the ``named`` mentions is a part of that name.
    """
    taken = {index for mention in named for index in tokens.within(mention.span)}
    for quote in quotes:
        for span in quote.verbatim:
            for index in tokens.within(span):
                if tokens.words[index] in _WORDS and index not in taken:
                    voice = _voice(quote, tokens.parse.starts[index])
                    if voice is not None and voice.kind == "person" and voice.cluster is not None:
                        yield Mention(tokens.span(range(index, index + 1)), "pronoun", "person", voice.cluster)


def _voice(quote: Quote, offset: int) -> Voice | None:
    for nested in quote.nested:
        if any(span.start <= offset < span.end for span in nested.spans):
            return nested.speaker
    return quote.attribution.voice
