"""No quotation without a known speaker."""

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.model.quote import Quote
from sitegen.model.site import Reading, Site
from sitegen.policy.offence import problem, words_at, written


def unknown(site: Site) -> Iterator[Diagnostic]:
    """Yield an error for each quotation of which nobody knows who said it.

    That is so without a speaker, with a rejected one, and with a name or a pronoun that could not be resolved. A source
    that the text leaves nameless ("a spokeswoman") is known, and so is one whom it calls by a lone name.
    """
    for reading in site.readings:
        for quote in reading.analysis.quotes:
            lack = _lack(reading, quote)
            if lack:
                hint = (
                    f"{written(reading, 'decision: correct, speaker: …')}; if nobody said it: "
                    f"decision: reject, quote: {quote.kind}"
                )
                message = f"nobody is known to have said {words_at(reading, quote.spans[0])}: {lack}"
                yield problem("policy-unknown-speaker", reading, quote.spans[0], message, hint)


def _lack(reading: Reading, quote: Quote) -> str:
    """Return in words why the speaker of a quotation is not known, "" where it is."""
    status, voice = quote.attribution.status, quote.attribution.voice
    if status == "rejected":
        return "a person rejected its speaker and named no other"
    if voice is None:
        return "the machine found no speaker" if status == "machine" else "a person found no speaker either"
    surface = words_at(reading, voice.span) if voice.span is not None else "its speaker"
    if voice.cluster is not None:
        several = reading.entities[voice.cluster] is None
        return f"{surface} can be one of several" if several else ""
    return f"{surface} leads to nobody" if voice.form != "nominal" else ""
