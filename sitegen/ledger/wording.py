"""Quotations and speakers as a line of text shows them."""

from sitegen.model.publication import PublishedQuote, PublishedSpeaker

# What stands in place of a name.
UNKNOWN = "nobody known"
_SHOWN = 60


def named(speaker: PublishedSpeaker | None) -> str:
    """Return a speaker with the person's id, where there is one."""
    if speaker is None:
        return UNKNOWN
    return f"{speaker.name} ({speaker.person})" if speaker.person else speaker.name


def words_of(quote: PublishedQuote, other: PublishedQuote | None = None) -> str:
    """Return the first words of a quotation in marks; with ``other``, the words from where the two part."""
    words = _flat(quote).split()
    start = 0
    if other is not None:
        others = _flat(other).split()
        same = next((at for at, pair in enumerate(zip(words, others, strict=False)) if pair[0] != pair[1]), 0)
        # Some words before show where one is; what fits as a whole is not cut.
        start = max(0, same - 4) if len(_flat(quote)) > _SHOWN else 0
    shown = " ".join(words[start:])
    if len(shown) > _SHOWN:
        shown = shown[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"“{'… ' if start else ''}{shown}”"


def _flat(quote: PublishedQuote) -> str:
    return " ".join(" … ".join(quote.exact).split())
