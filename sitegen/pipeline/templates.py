"""Templates that authors choose for single pages, against those that there are."""

from collections.abc import Collection, Iterable, Iterator

from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article
from sitegen.source.nearest import nearest


def missing_templates(texts: Iterable[Article], names: Collection[str]) -> Iterator[Diagnostic]:
    """Yield an error for each of ``texts`` whose template is not among ``names``, paths below ``templates/``."""
    for text in texts:
        chosen = text.template
        if chosen is not None and chosen.name not in names:
            hint = nearest(chosen.name, sorted(names), "write a template of that name into templates/")
            message = f"there is no template {chosen.name[:100]!r}"
            yield Diagnostic("template-missing", "error", text.path, chosen.line, None, message, hint)
