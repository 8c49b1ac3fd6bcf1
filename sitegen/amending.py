"""Amend a plan by articles whose text changed, in place of making it anew: what an editor saves most often."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.compose.amended import Amended, amended
from sitegen.diagnostics import Diagnostic
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.parse import Parser
from sitegen.model.site import Reading
from sitegen.model.source_file import SourceFile
from sitegen.pipeline import Memo, relations_of
from sitegen.pipeline.analysing import analyse_all
from sitegen.pipeline.annotating import Annotated, Directory, annotate_all, meant, misled
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.tasks import Decided
from sitegen.planning import Plan
from sitegen.resolve import Resolver

# So many other articles may name somebody else than before, because a name means somebody else now.
_MOST_OTHERS = 50


@dataclass(frozen=True, slots=True)
class Amendment:
    """A plan whose ``site`` and ``index`` are amended, all else being that of the former one; see ``Amended``.

    ``remarks`` are on the changed articles, by their paths.
    """

    plan: Plan
    found: Amended
    remarks: Mapping[str, tuple[Diagnostic, ...]]


def amend(made: Plan, files: Sequence[SourceFile], parser: Parser, memo: Memo) -> Amendment | None:
    """Return ``made`` with the articles in ``files`` as these read now; None where it must be made anew.

    That is where a file is no article that was shown before, where its date, tags, authors or people changed, where an
    article has errors, or where somebody is withheld. Raises InputError where the model cannot be loaded.
    """
    contents = read_contents(files, made.site.settings, memo)
    records = made.contents.records
    if any(record.suppress for record in records) or len(contents.articles) != len(files):
        return None
    place = {reading.article.id: number for number, reading in enumerate(made.site.readings)}
    changed: dict[int, Article] = {}
    for article in contents.articles:
        number = place.get(article.id)
        if number is None or _listed_by(article) != _listed_by(made.site.readings[number].article):
            return None
        if article != made.site.readings[number].article:
            changed[number] = article
    annotated = annotate_all([*changed.values()], made.contents.annotations, memo)
    analyses = _analyses([*changed.values()], annotated, parser, made, memo)
    if analyses is None:
        return None
    readings = [*made.site.readings]
    for (number, article), analysis in zip(changed.items(), analyses, strict=True):
        readings[number] = replace(readings[number], article=article, analysis=analysis)
    resolution = memo.value_of("resolver", "", Resolver).resolve(
        [(r.article, r.analysis) for r in readings], records, memo
    )
    for number, (reading, assigned) in enumerate(zip(readings, resolution.assigned, strict=True)):
        if reading.entities != assigned:
            readings[number] = replace(reading, entities=assigned)
    new = [number for number, reading in enumerate(readings) if reading is not made.site.readings[number]]
    if len(new) > len(changed) + _MOST_OTHERS:
        return None
    remarks = _remarks([readings[number] for number in changed], annotated, contents.diagnostics, Directory(records))
    if any(remark.severity == "error" for found in remarks.values() for remark in found):
        return None
    site = replace(
        made.site, readings=tuple(readings), entities=resolution.entities, relations=relations_of(readings, memo)
    )
    found = amended(made.index, site, [readings[number].article.id for number in new], memo)
    return Amendment(replace(made, site=site, index=found.index), found, remarks)


def _listed_by(article: Article) -> object:
    """Return what of an article decides where it stands on the site, and in which lists."""
    chosen = "" if article.template is None else article.template.name
    return (
        article.path,
        article.date,
        article.moment,
        article.draft,
        article.tags,
        article.authors,
        article.people,
        chosen,
    )


def _analyses(
    articles: Sequence[Article], annotated: Sequence[Annotated], parser: Parser, made: Plan, memo: Memo
) -> list[Analysis] | None:
    """Return the analyses of the changed articles; None where a decision means somebody whom others name."""
    records = made.contents.records
    directory = Directory(records)
    if any(directory.without_record(meant(found.placed)) for found in annotated):
        return None
    return analyse_all(articles, parser, records, memo, decided=[Decided(found.placed) for found in annotated])


def _remarks(
    readings: Sequence[Reading],
    annotated: Sequence[Annotated],
    read: Sequence[Diagnostic],
    directory: Directory,
) -> dict[str, tuple[Diagnostic, ...]]:
    remarks: dict[str, tuple[Diagnostic, ...]] = {}
    for reading, decided in zip(readings, annotated, strict=True):
        path = reading.article.path
        remarks[path] = (
            *(remark for remark in read if remark.path == path),
            *decided.diagnostics,
            *reading.analysis.diagnostics,
            *misled(reading.article, reading.analysis, reading.entities, directory),
        )
    return remarks
