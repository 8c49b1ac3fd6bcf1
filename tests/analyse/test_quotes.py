"""Quotations and speakers, case by case. A line of a case reads

    direct "We won," + "We did." | Ann Lee | said | via the Packet

kind, the content's spans in quotation marks, the speaker's name or words ("-" where unknown), the cue ("-" where none)
and, where there is one, the source that relays it. Below it, after ``nested``, what the speaker quotes: the words,
their speaker's name or words, the cue. ``passage "…"`` is a marked passage that is nobody's words.
"""

import pytest

from tests.analyse.reading import analysed
from tests.cases import Case, cases
from tests.parses import live_parser, stored_parser


@pytest.mark.parametrize("case", cases("quotes"))
def test_case(case: Case) -> None:
    article, analysis = analysed(case.text)
    lines = []
    for quote in analysis.quotes:
        spans = " + ".join(f'"{span.of(article.text)}"' for span in quote.spans)
        attribution = quote.attribution
        parts = [f"{quote.kind} {spans}", _name(article, analysis, attribution.speaker)]
        parts.append(attribution.cue.of(article.text) if attribution.cue else "-")
        if attribution.via is not None:
            parts.append(f"via {_name(article, analysis, attribution.via)}")
        lines.append(" | ".join(parts))
        for nested in quote.nested:
            words = " + ".join(f'"{span.of(article.text)}"' for span in nested.spans)
            cue = nested.cue.of(article.text) if nested.cue else "-"
            lines.append(f"nested {words} | {_name(article, analysis, nested.speaker)} | {cue}")
    lines.extend(f'passage "{span.of(article.text)}"' for span in analysis.passages)
    assert "\n".join(lines) == "\n".join(case.expected), case.title


def _name(article, analysis, voice) -> str:
    if voice is None:
        return "-"
    if voice.cluster is not None:
        return analysis.clusters[voice.cluster].name
    return voice.span.of(article.text)


@pytest.mark.model
def test_the_stored_parses_are_the_models() -> None:
    """A sample of the store against the model itself: a new model means ``make parses`` and a look at the cases."""
    stored, live = stored_parser(), live_parser()
    texts = sorted(stored.store)[::7]
    assert stored.parse(texts) == live.parse(texts)
