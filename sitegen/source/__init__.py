"""Bytes to articles: front matter, Markdown, plain text, bylines. Pure; nothing here touches a file."""

from sitegen.model.slug import article_id, slugify
from sitegen.source.articles import read_article, read_page
from sitegen.source.records import read_record
from sitegen.source.spans import parse_spans

__all__ = ["article_id", "parse_spans", "read_article", "read_page", "read_record", "slugify"]
