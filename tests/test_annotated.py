"""What people decided beside articles, through reading, placing, analysing and resolving: whole sites in memory."""

from sitegen.model.entity import AuthorityRecord
from sitegen.model.settings import Settings
from sitegen.model.source_file import Role, SourceFile
from sitegen.pipeline import Memo, read_together
from sitegen.pipeline.contents import read_contents
from tests.toy import ToyParser

LEE = "Ann Lee came to the quay.\n\n“We won the race,” said Ann Lee.\n"
NORA = "Nora Quill stayed away. She had a cold.\n"
SPEAKER = "- exact: We won the race\n  decision: correct\n  speaker: {}\n"


def file(path: str, content: str, role: Role = "article") -> SourceFile:
    return SourceFile(f"content/{path}", path, role, f"---\ntitle: T\n---\n{content}".encode())


def sidecar(path: str, content: str) -> SourceFile:
    return SourceFile(f"content/{path}", path, "annotations", content.encode())


def read(*files: SourceFile, records: tuple[AuthorityRecord, ...] = ()):
    memo, parser = Memo(), ToyParser()
    contents = read_contents(files, Settings(), memo)
    readings, _, remarks = read_together(
        contents.articles, parser, (*contents.records, *records), memo, annotations=contents.annotations
    )
    found = {reading.article.id: reading for reading in readings}
    return found, [*contents.diagnostics, *remarks]


def speaker(reading) -> str | None:
    voice = reading.analysis.quotes[0].attribution.voice
    return None if voice is None or voice.cluster is None else reading.entities[voice.cluster]


def annotated(remarks) -> list[str]:
    return [remark.code for remark in remarks if remark.code.startswith("annotation-")]


def test_a_decision_may_mean_somebody_whom_another_article_names() -> None:
    for name in ("nora-quill", "Nora Quill"):
        files = file("a.md", LEE), file("b.md", NORA), sidecar("a.annotations.yaml", SPEAKER.format(name))
        found, remarks = read(*files)
        assert speaker(found["a"]) == "nora-quill"
        assert annotated(remarks) == []


def test_a_decision_may_mean_somebody_who_has_a_record_and_is_named_nowhere() -> None:
    record = SourceFile("content/people/z.md", "people/z.md", "person", b"---\nname: Zoe Hart\nid: zoe\n---\n")
    for name in ("zoe", "Zoe Hart"):
        found, remarks = read(file("a.md", LEE), record, sidecar("a.annotations.yaml", SPEAKER.format(name)))
        assert speaker(found["a"]) == "zoe"
        assert annotated(remarks) == []


def test_a_former_id_of_a_record_means_the_same() -> None:
    record = b"---\nname: Zoe Hart\nid: zoe\nformer_ids: [zoe-hart-old]\n---\n"
    kept = SourceFile("content/people/z.md", "people/z.md", "person", record)
    found, remarks = read(file("a.md", LEE), kept, sidecar("a.annotations.yaml", SPEAKER.format("zoe-hart-old")))
    assert speaker(found["a"]) == "zoe"
    assert annotated(remarks) == []


def test_nobody_there_is_an_error_at_the_line_of_the_decision() -> None:
    found, remarks = read(file("a.md", LEE), sidecar("a.annotations.yaml", "# Look\n" + SPEAKER.format("ann-leee")))
    (remark,) = (each for each in remarks if each.code == "annotation-entity")
    assert (remark.severity, remark.path, remark.line) == ("error", "content/a.annotations.yaml", 2)
    assert "ann-lee" in remark.hint
    assert found["a"].analysis.quotes[0].attribution.status == "machine"


def test_an_id_that_two_people_of_one_name_could_have_is_an_error() -> None:
    """Without a record ids of namesakes go by their order: a decision must not hang on that."""
    one = AuthorityRecord("ann-lee", "content/people/a.md", "person", "Ann Lee", articles=("b",))
    two = AuthorityRecord("ann-lee-the-other", "content/people/b.md", "person", "Ann Lee", articles=("a",))
    files = file("a.md", LEE), file("b.md", "Ann Lee sang."), sidecar("a.annotations.yaml", SPEAKER.format("ann-lee"))
    found, remarks = read(*files, records=(one, two))
    assert annotated(remarks) == []
    assert speaker(found["a"]) == "ann-lee"


def test_a_file_of_annotations_needs_an_article() -> None:
    _, remarks = read(file("ferry.md", LEE), sidecar("fery.annotations.yaml", SPEAKER.format("ann-lee")))
    (remark,) = (each for each in remarks if each.code == "annotation-stray")
    assert "ferry.annotations.yaml" in remark.hint


def test_a_proposal_changes_nothing() -> None:
    proposed = SPEAKER.format("nobody-at-all") + "  proposed: true\n"
    found, remarks = read(file("a.md", LEE), sidecar("a.annotations.yaml", proposed))
    assert annotated(remarks) == []
    assert found["a"].analysis.annotations == ()
    assert speaker(found["a"]) == "ann-lee"


def test_the_article_itself_goes_before_the_file_beside_it() -> None:
    text = LEE.replace("“We won the race,”", "[“We won the race,”]{.quote speaker=nora-quill}")
    found, remarks = read(
        file("a.md", text), file("b.md", NORA), sidecar("a.annotations.yaml", SPEAKER.format("ann-lee"))
    )
    assert speaker(found["a"]) == "nora-quill"
    assert annotated(remarks) == ["annotation-overruled"]


def test_a_decision_in_a_language_that_the_model_does_not_know_holds() -> None:
    text = "„Das Meer fragt nicht“, steht am Tor.\n"
    head = "---\ntitle: T\nlanguage: de\n---\n"
    article = SourceFile("content/a.md", "a.md", "article", (head + text).encode())
    words = "- exact: Das Meer fragt nicht\n  decision: add\n  quote: direct\n  speaker: nora-quill\n"
    found, remarks = read(article, file("b.md", NORA), sidecar("a.annotations.yaml", words))
    (quote,) = found["a"].analysis.quotes
    assert [span.of(found["a"].article.text) for span in quote.spans] == ["Das Meer fragt nicht"]
    assert speaker(found["a"]) == "nora-quill"
    assert found["a"].analysis.passages == ()
    assert annotated(remarks) == []


SMITH = "“We closed the gate,” Paul Smith said.\n\nPaul Smith is the mayor of Saltmere.\n"
SMITHS = tuple(
    AuthorityRecord(f"paul-smith-{letter}", f"content/people/{letter}.md", "person", "Paul Smith") for letter in "ab"
)


def test_a_rejection_gives_nobody_else_a_page() -> None:
    """Who says that it was not this Paul Smith has not said that it was: all other places stay as they were."""
    words = "- exact: We closed the gate\n  decision: reject\n  speaker: paul-smith-b\n  was: paul-smith-b\n"
    before, _ = read(file("a.md", SMITH), records=SMITHS)
    after, _ = read(file("a.md", SMITH), sidecar("a.annotations.yaml", words), records=SMITHS)
    assert set(after["a"].entities) == set(before["a"].entities)
    assert "paul-smith-b" not in after["a"].entities


def test_a_decision_for_one_of_two_of_a_name_is_about_its_own_place() -> None:
    words = "- exact: We closed the gate\n  decision: correct\n  speaker: paul-smith-b\n"
    found, _ = read(file("a.md", SMITH), sidecar("a.annotations.yaml", words), records=SMITHS)
    analysis, entities = found["a"].analysis, found["a"].entities
    assert speaker(found["a"]) == "paul-smith-b"
    named = [m for m in analysis.mentions if m.form == "name" and m.span.of(found["a"].article.text) == "Paul Smith"]
    assert [entities[m.cluster] if m.cluster is not None else None for m in named].count("paul-smith-b") == 0


def test_of_two_namesakes_elsewhere_none_is_chosen() -> None:
    one = "---\ntitle: T\npeople: [{name: Ann Lee, id: ann-lee-1}]\n---\nAnn Lee came.\n"
    two = one.replace("ann-lee-1", "ann-lee-2")
    files = [
        SourceFile(f"content/{name}.md", f"{name}.md", "article", text.encode())
        for name, text in (("m", one), ("n", two))
    ]
    said = "“We won the race,” somebody shouted.\n"
    for decision in ("correct\n  speaker: Ann Lee", "add\n  quote: direct\n  speaker: Ann Lee"):
        words = f"- exact: We won the race\n  decision: {decision}\n"
        found, remarks = read(*files, file("z.md", said), sidecar("z.annotations.yaml", words))
        assert annotated(remarks) == ["annotation-entity"]
        assert speaker(found["z"]) not in {"ann-lee-1", "ann-lee-2"}
    words = "- exact: We won the race\n  decision: correct\n  speaker: ann-lee-2\n"
    found, remarks = read(*files, file("z.md", said), sidecar("z.annotations.yaml", words))
    assert annotated(remarks) == []
    assert speaker(found["z"]) == "ann-lee-2"


def test_small_letters_mean_the_same_wherever_they_stand() -> None:
    """Two ways to write one name find the same person, in whatever order they are looked for."""
    said = "“We won the race,” somebody shouted.\n"
    for first, second in (("Nora Quill", "nora quill"), ("nora quill", "Nora Quill")):
        files = file("y.md", said), file("z.md", said), file("m.md", NORA)
        beside = (
            sidecar("y.annotations.yaml", SPEAKER.format(first)),
            sidecar("z.annotations.yaml", SPEAKER.format(second)),
        )
        found, remarks = read(*files, *beside)
        assert annotated(remarks) == []
        assert speaker(found["y"]) == speaker(found["z"]) == "nora-quill"
