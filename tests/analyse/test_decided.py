"""What people decided, case by case. A case holds a text, behind ``===`` a file of annotations, and what comes of it:

    direct "We won," | "he" is ann-lee | said | confirmed by cue.after | via "the Packet"

kind and content of each quotation, the words that name its speaker with the id they stand for, the cue, status and
rule; ``nested``, what the speaker quotes and whose that is; ``passage "…"``; for each annotation that holds ``about``,
the number of its quotation, whom it names, and whom the machine named; and the codes of remarks about annotations.
"""

import pytest

from sitegen.analyse import analyse
from sitegen.annotate import place
from sitegen.model.slug import slugify
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all
from sitegen.source import read_annotations
from tests.analyse.reading import read
from tests.cases import Case, cases
from tests.parses import stored_parser


@pytest.mark.parametrize("case", cases("decided"))
def test_case(case: Case) -> None:
    text, _, sidecar = case.text.partition("\n===\n")
    article = read(text.strip(), "content/case.md" if "]{." in text else "content/case.txt")
    annotations, mistakes = read_annotations("content/case.annotations.yaml", sidecar.encode())
    assert not mistakes
    anchored = place(article, annotations)
    assert not anchored.orphans, anchored
    ((parse, spans),) = parse_all([article], stored_parser(), Memo())
    analysis = analyse(article, parse, spans, placed=(*article.annotations, *anchored.placed))
    lines = []
    for quote in analysis.quotes:
        lines.append(_line(article, analysis, quote))
        for nested in quote.nested:
            words = " + ".join(f'"{span.of(article.text)}"' for span in nested.spans)
            lines.append(f"nested {words} | {_voice(article, analysis, nested.speaker)}")
    lines += [f'passage "{span.of(article.text)}"' for span in analysis.passages]
    numbers = {quote.id: f"q{number}" for number, quote in enumerate(analysis.quotes, 1)}
    for applied in analysis.annotations:
        whom = "-" if applied.cluster is None else slugify(analysis.clusters[applied.cluster].name)
        lines.append(f"about {numbers.get(applied.quote, '-')} | {whom} | former {applied.former or '-'}")
    lines += [each.code for each in analysis.diagnostics if each.code.startswith("annotation-")]
    assert "\n".join(lines) == "\n".join(case.expected), case.title


def _line(article, analysis, quote) -> str:
    attribution = quote.attribution
    content = " + ".join(f'"{span.of(article.text)}"' for span in quote.spans)
    parts = [f"{quote.kind} {content}", _voice(article, analysis, attribution.voice)]
    parts.append(attribution.cue.of(article.text) if attribution.cue is not None else "-")
    parts.append(f"{attribution.status} by {attribution.rule}")
    if attribution.via is not None:
        parts.append(f"via {_voice(article, analysis, attribution.via)}")
    return " | ".join(parts)


def _voice(article, analysis, voice) -> str:
    if voice is None:
        return "nobody"
    words = "nothing" if voice.span is None else f'"{voice.span.of(article.text)}"'
    return words if voice.cluster is None else f"{words} is {slugify(analysis.clusters[voice.cluster].name)}"
