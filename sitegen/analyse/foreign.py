"""Articles in a language that the model does not read: nothing is guessed."""

from collections.abc import Sequence

from sitegen.analyse.quotes.marks import find_passages
from sitegen.diagnostics import Diagnostic
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.mention import Cluster
from sitegen.model.span import Span


def analyse_foreign(article: Article, blocks: Sequence[Span], model_language: str) -> Analysis:
    """Return the marked passages of an article, and the people its author lists; speakers stay unknown.

    ``blocks`` are the spans of the text, one a paragraph. A warning says why there is no more.
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
    return Analysis(clusters, passages=tuple(passage.inner for passage in passages), diagnostics=(remark,))
