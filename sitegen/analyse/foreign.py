"""Articles in a language that the model does not read: nothing is guessed."""

from collections.abc import Sequence

from sitegen.analyse.decided import Decisions
from sitegen.analyse.quotes.marks import find_passages
from sitegen.diagnostics import Diagnostic
from sitegen.model.analysis import Analysis
from sitegen.model.annotation import Placed
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster
from sitegen.model.span import Span


def analyse_foreign(
    article: Article,
    blocks: Sequence[Span],
    model_language: str,
    records: Sequence[AuthorityRecord] = (),
    *,
    placed: Sequence[Placed] = (),
    elsewhere: Sequence[Cluster] = (),
) -> Analysis:
    """Return the marked passages of an article, the people its author lists, and what people decided about it.

    ``blocks`` are the spans of the text, one a paragraph; for the others see ``analyse``. Nothing else is sought, so
    speakers stay unknown, and a warning says why.
    """
    passages, _ = find_passages(article.text, blocks)
    clusters = tuple(Cluster(person.name, "person", (person.name,), given=person.id) for person in article.people)
    remark = Diagnostic(
        "language-unknown",
        "warning",
        article.path,
        None,
        None,
        f"the article is in {article.language!r}, the model reads {model_language!r}: no names or speakers are sought",
        "name a model of the article's language under [nlp], or correct the language in the front matter",
    )
    decisions = Decisions(article, placed, records, elsewhere)
    clusters, mentions = decisions.with_names(clusters, ())
    decided = decisions.with_quotations((), [passage.inner for passage in passages], passages, mentions)
    mentions = tuple(decisions.with_mentions(mentions))
    return decisions.settle(Analysis(clusters, mentions, decided.quotes, decided.passages, (remark,), decided.applied))
