"""People across articles, case by case. The text of a case is parted by lines that say what follows:

    == one 2024-05-31
    Ann Lee, 34, a pilot, came early.

    == record people/ann-lee.md
    name: Ann Lee

an article with its id and perhaps its day, or an authority record. The expected lines read

    ann-lee: one, two                   an entity and the articles that name it
    ? John Penn in three: pilot or poet   a name that is linked to nobody, and who competes
    ! possible-namesakes two            another remark about an article
    Lee in one: ann-lee                 whom a form of an article means ("-" for nobody)

Entities of other kinds than people, and forms, are checked only where a case lists one.
"""

import datetime
import re
from dataclasses import dataclass, replace

import pytest

from sitegen.analyse import analyse
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Kind
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.parsing import parse_all
from sitegen.resolve import Resolution, resolve
from sitegen.source import read_record
from tests.analyse.reading import read
from tests.cases import Case, cases
from tests.parses import stored_parser

_KINDS: dict[str, Kind] = {"people": "person", "organisations": "organisation", "places": "place"}


@dataclass(frozen=True)
class Setting:
    articles: tuple[Article, ...]
    records: tuple[AuthorityRecord, ...]


def setting_of(case: Case) -> Setting:
    articles, records = [], []
    for part in re.split(r"^== ", case.text, flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n")
        if head.startswith("record "):
            path = head.removeprefix("record ")
            record, remarks = read_record(
                f"content/{path}", _KINDS[path.split("/")[0]], f"---\n{body.strip()}\n---\n".encode()
            )
            assert record is not None, remarks
            records.append(record)
            continue
        id_, _, day = head.partition(" ")
        date = datetime.date.fromisoformat(day) if day else None
        articles.append(replace(read(body.strip(), f"content/{id_}.txt"), id=id_, date=date))
    return Setting(tuple(articles), tuple(records))


def resolved(setting: Setting) -> tuple[list[tuple[Article, Analysis]], Resolution]:
    pairs = []
    for article, (parse, spans) in zip(
        setting.articles, parse_all(setting.articles, stored_parser(), Memo()), strict=True
    ):
        pairs.append((article, analyse(article, parse, spans, setting.records)))
    return pairs, resolve(pairs, setting.records)


@pytest.mark.parametrize("case", cases("resolve"))
def test_case(case: Case) -> None:
    pairs, resolution = resolved(setting_of(case))
    kinds = {entity.id: entity.kind for entity in resolution.entities}
    homes: dict[str, list[str]] = {}
    forms: dict[str, str] = {}
    lines = []
    for (article, analysis), assigned in zip(pairs, resolution.assigned, strict=True):
        for number, id_ in enumerate(assigned):
            if id_ is not None:
                homes.setdefault(id_, []).append(article.id)
            for form in analysis.clusters[number].forms:
                forms[f"{form} in {article.id}"] = id_ or "-"
        for mention in analysis.mentions:
            if mention.form != "pronoun":
                id_ = None if mention.cluster is None else assigned[mention.cluster]
                forms[f"{mention.span.of(article.text)} in {article.id}"] = id_ or "-"
    for id_, articles in homes.items():
        lines.append(f"{id_}: {', '.join(dict.fromkeys(articles))}")
    by_path = {article.path: article.id for article, _ in pairs}
    for remark in resolution.diagnostics:
        ambiguous = re.match(r"“(.+)” could be (.+); it is not linked", remark.message)
        if ambiguous:
            lines.append(f"? {ambiguous[1]} in {by_path[remark.path]}: {ambiguous[2]}")
        else:
            lines.append(f"! {remark.code} {by_path[remark.path]}")
    wanted_forms = [line for line in case.expected if " in " in line.split(":")[0] and line[0] not in "?!"]
    wanted = [line for line in case.expected if line not in wanted_forms]
    others = {line.split(":")[0] for line in wanted}
    shown = [
        line for line in lines if kinds.get(line.split(":")[0], "person") == "person" or line.split(":")[0] in others
    ]
    assert sorted(dict.fromkeys(shown)) == sorted(wanted), case.title
    for line in wanted_forms:
        form, _, id_ = line.rpartition(": ")
        assert forms.get(form) == id_, (case.title, form, forms)
