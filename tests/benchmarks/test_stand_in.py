"""The stand-in for the model gives whole tables, and lets the rules find what is plain."""

from stand_in import StandIn

from sitegen.model.settings import Settings
from sitegen.model.site import Reading
from sitegen.model.source_file import SourceFile
from sitegen.pipeline import read_together
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.memo import Memo

TEXT = """Officials in Geneva questioned the ruling on Friday. Laura Weber, the mayor, met representatives of
Northgate Bank to discuss it.

"We cannot keep waiting," Laura Weber said. "It is late," said Weber. “Nobody asked us,” Robert Hayes told reporters.
Weber warned: "There was no letter."

According to Northgate Bank, the plan would cost $3 million. Hayes later clarified that the figures covered only May.
"""


def reading_of(text: str) -> Reading:
    contents = read_contents([SourceFile("a.txt", "a.txt", "article", text.encode())], Settings(), Memo())
    readings, _, _ = read_together(contents.articles, StandIn(), (), Memo())
    return readings[0]


def test_tables_are_whole() -> None:
    for parse in StandIn().parse([TEXT, "", "A", '"', "Ω.", 'He said "no". "Yes', "1 2 3 ."]):
        size = len(parse)
        assert len({len(getattr(parse, name)) for name in ("starts", "ends", "tags", "deps", "heads", "labels")}) == 1
        assert all(0 <= head < size for head in parse.heads)
        assert all(begin < end for begin, end in zip(parse.starts, parse.ends, strict=True))
        assert list(parse.sentences) == sorted(set(parse.sentences))
        assert parse.sentences[:1] == ((0,) if size else ())
        assert all(label[:2] in {"", "B-", "I-"} for label in parse.labels)


def test_every_token_hangs_on_a_root() -> None:
    (parse,) = StandIn().parse([TEXT.replace("\n", " ")])
    for index in range(len(parse)):
        seen = set()
        while parse.heads[index] != index:
            assert index not in seen
            seen.add(index)
            index = parse.heads[index]  # noqa: PLW2901


def test_it_reads_the_same_twice() -> None:
    assert StandIn().parse([TEXT]) == StandIn().parse([TEXT])


def test_people_places_and_organisations_are_found() -> None:
    analysis = reading_of(TEXT).analysis
    named = {(cluster.kind, cluster.name) for cluster in analysis.clusters}
    assert {("person", "Laura Weber"), ("person", "Robert Hayes"), ("place", "Geneva")} <= named
    assert ("organisation", "Northgate Bank") in named


def test_quotations_have_their_speakers() -> None:
    reading = reading_of(TEXT)
    text = reading.article.text
    said = {}
    for quote in reading.analysis.quotes:
        speaker = quote.attribution.speaker
        assert speaker is not None
        assert speaker.span is not None
        said[" ".join(span.of(text) for span in quote.spans)] = speaker.span.of(text)
    assert said["We cannot keep waiting,"] == "Laura Weber"
    assert said["It is late,"] == "Weber"
    assert said["Nobody asked us,"] == "Robert Hayes"
    assert said["There was no letter."] == "Weber"
    assert said["the plan would cost $3 million"] == "Northgate Bank"
    assert said["the figures covered only May"] == "Hayes"
