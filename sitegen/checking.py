"""The wiring of ``sitegen check``: the content and the built site, each read from disk, and nothing else."""

import datetime
from pathlib import Path

from sitegen.check import Expected, Report, check
from sitegen.compose import portraits
from sitegen.diagnostics import stop_at_errors
from sitegen.model.edition import Edition
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.copies import copies_of
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.published import published
from sitegen.shell.config import read_settings
from sitegen.shell.output import OUTPUT, built_for, output_files, output_paths
from sitegen.shell.reader import read_site
from sitegen.withhold import hidden_portraits


def check_site(
    folder: Path,
    *,
    output: Path | None = None,
    today: datetime.date | None = None,
    drafts: bool = False,
    future: bool = False,
    base_url: str = "",
) -> Report:
    """Check the site that was built from ``folder`` into ``output`` (default: ``_site`` in it).

    ``today``, ``drafts`` and ``future`` as they were given to the build; ``base_url`` too, where the configuration
    names none, else it is what the home page says. Neither the model nor the cache is used. Raises InputError where
    there is no built site, or where the content has errors.
    """
    target = output if output is not None else folder / OUTPUT
    paths = output_paths(target)
    settings, _ = read_settings(folder, base_url=base_url or built_for(target))
    sources = read_site(folder, settings.pages.folders)
    contents = read_contents(sources.files, settings, Memo())
    stop_at_errors((*sources.diagnostics, *contents.diagnostics))
    edition = Edition(today or datetime.date.today(), drafts, future)
    open_articles, _ = published(contents.articles, edition)
    ids = {article.id for article in open_articles}
    suppressed = tuple(record for record in contents.records if record.suppress)
    hidden = hidden_portraits(suppressed)
    assets = [asset for asset in sources.assets if asset not in hidden]
    shown = tuple(record for record in contents.records if not record.suppress)
    closed = tuple(article for article in contents.articles if article.id not in ids)
    copied = copies_of(assets, open_articles, contents.pages, closed) | portraits(shown, assets)
    # A page goes before a file that would take its place; style sheets are looked at, other static files are not.
    pages = {f"articles/{id_}/{name}" for id_ in ids for name in ("index.html", "annotations.jsonld")}
    pages |= {f"pages/{page.id}/index.html" for page in contents.pages}
    static = {path for path in paths if path.startswith("static/") and not path.endswith(".css")}
    spoken = [text for record in contents.records for text in (record.note, *record.names)]
    beside = (annotation for id_ in ids for annotation in contents.annotations.get(id_, ()))
    noted = (*beside, *(placed.annotation for article in open_articles for placed in article.annotations))
    spoken += (text for each in noted for text in (each.value, each.evidence, each.why, each.by))
    expected = Expected(
        title=settings.title,
        base_url=settings.base_url,
        published=tuple(open_articles),
        hidden=closed,
        pages=contents.pages,
        copied=frozenset((copied.keys() - pages) | static),
        others=(settings.title, settings.description, settings.author, *spoken),
        suppressed=suppressed,
    )
    return check(paths, output_files(target, paths), expected)
