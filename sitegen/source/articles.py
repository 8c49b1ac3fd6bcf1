"""One file to one article: decode, read the front matter, read the body, recognise what surrounds the story."""

from pathlib import PurePosixPath

from sitegen.diagnostics import Diagnostic
from sitegen.model.article import Article, Block
from sitegen.model.slug import collides_with_index, with_slug
from sitegen.model.span import Span
from sitegen.source.body import Body
from sitegen.source.decode import decode
from sitegen.source.fields import Fields, read_fields
from sitegen.source.frontmatter import read_head
from sitegen.source.markdown import read_markdown
from sitegen.source.newsroom import Newsroom, survey
from sitegen.source.notes import Notes
from sitegen.source.plaintext import read_plain
from sitegen.source.sentences import title_from

_MARKDOWN = frozenset({".md", ".markdown"})


def read_article(
    path: str, article_id: str, content: bytes, *, language: str, timezone: str
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """Return the article in ``content``, and what is to be said about the file.

    ``path`` is shown to users, and its suffix tells Markdown from plain text; ``article_id`` comes from the path,
    and a ``slug`` in the front matter replaces its last part. ``language`` and ``timezone`` are the site's, for
    articles that name none. The article is None where there is an error, or where the file is empty.
    """
    markdown = PurePosixPath(path).suffix.lower() in _MARKDOWN
    article, notes = _read(path, article_id, content, markdown=markdown, news=True, defaults=(language, timezone))
    if article is not None and collides_with_index(article.id):
        message = f"the id “{article.id}” would stand where the index of articles continues"
        notes.error("id-reserved", message, "rename the file, or write another “slug: …” in its front matter", 1)
        article = None
    return article, notes.all()


def read_page(
    path: str, page_id: str, content: bytes, *, language: str, timezone: str
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """Return the plain page in ``content``: always Markdown, and nothing in it is read as byline or dateline."""
    page, notes = _read(path, page_id, content, markdown=True, news=False, defaults=(language, timezone))
    return page, notes.all()


def _read(
    path: str, identifier: str, content: bytes, *, markdown: bool, news: bool, defaults: tuple[str, str]
) -> tuple[Article | None, Notes]:
    notes = Notes(path)
    text = decode(content, notes)
    if text is None:
        return None, notes
    if not text.strip():
        notes.warn("empty-file", "the file is empty and left out", "write something in it, or delete it")
        return None, notes
    head = read_head(text, notes, optional=not markdown)
    if head is None:
        return None, notes
    language, timezone = defaults
    fields = read_fields(head.mapping, notes, timezone=timezone)
    source = text[head.body :]
    body = read_markdown(source, notes, first_line=head.body_line, annotated=news) if markdown else read_plain(source)
    # A page that names itself needs no more: it may also be read where front matter would show.
    if markdown and not head.present and (news or not _begins_with_title(body)):
        hint = "begin the file with “---”, “title: …”, “date: …”, “---”"
        if text.lstrip().startswith("---"):
            hint = "the first “---” must stand on the first line of the file"
        notes.warn("front-matter-missing", "the file has no front matter", hint, 1)
    if not body.text.strip() and not body.marks:
        notes.warn("empty-body", "there is no text below the front matter", "write the article", head.body_line)
    if notes.failed:
        return None, notes
    newsroom = survey(body) if news else Newsroom()
    headline, title = _title(fields, body, newsroom, identifier, notes, markdown=markdown)
    return _article(
        path, with_slug(identifier, fields.slug), title, headline, body, newsroom, fields, language, head.body_line
    ), notes


def _begins_with_title(body: Body) -> bool:
    return bool(body.blocks) and body.blocks[0].kind == "heading" and body.blocks[0].level == 1


def _article(
    path: str,
    identifier: str,
    title: str,
    headline: Span | None,
    body: Body,
    newsroom: Newsroom,
    fields: Fields,
    language: str,
    body_line: int,
) -> Article:
    return Article(
        id=identifier,
        path=path,
        title=title,
        text=body.text,
        blocks=body.blocks,
        marks=body.marks,
        headline=headline,
        bylines=newsroom.bylines,
        dateline=newsroom.dateline,
        date=fields.date,
        moment=fields.moment.isoformat() if fields.moment is not None else "",
        authors=fields.authors or newsroom.authors,
        tags=fields.tags,
        summary=fields.summary,
        language=fields.language or language,
        draft=fields.draft,
        source=fields.source,
        people=fields.people,
        body_line=body_line,
        lines=body.lines,
        annotations=body.annotations,
        updated=fields.updated,
        template=fields.template,
    )


def _title(
    fields: Fields, body: Body, newsroom: Newsroom, identifier: str, notes: Notes, *, markdown: bool
) -> tuple[Span | None, str]:
    """Return the headline in the text, where it says the title, and the title.

    The front matter comes first, then a level-one heading (of plain text: the headline), then the first sentence.
    """
    headings = [leaf for leaf in body.leaves() if leaf.kind == "heading" and leaf.level == 1]
    named = [(heading, " ".join(heading.span.of(body.text).split()).rstrip(" ;,")) for heading in headings]
    named = [(heading, words) for heading, words in named if words]
    first = named[0] if named else None
    title = fields.title or (first[1] if first else "")
    if not title:
        title = _first_words(body, newsroom) or identifier.rpartition("/")[2].replace("-", " ").capitalize()
        if markdown:
            message = "the article has no title; its first words stand in for one"
            notes.warn("title-missing", message, "write “title: …” in the front matter", 1)
    # A first heading that differs from the title given in the front matter is a part of the text like any other.
    if first and first[0] is body.blocks[0] and (not fields.title or first[1].casefold() == title.casefold()):
        return first[0].span, title
    return None, title


def _first_words(body: Body, newsroom: Newsroom) -> str:
    """Return a title from the first paragraph with words in it, byline and dateline left out."""
    leaves: list[Block] = [leaf for leaf in body.leaves() if leaf.kind not in {"code", "rule"}]
    for leaf in leaves:
        if leaf.span in newsroom.bylines:
            continue
        start = leaf.span.start
        if newsroom.dateline is not None and leaf.span.covers(newsroom.dateline):
            start = newsroom.dateline.end
        words = body.text[start : leaf.span.end].lstrip(" \t\n—–-")
        if any(map(str.isalnum, words[:300])):
            return title_from(words)
    return ""
