"""Bytes to articles, records and annotations: front matter, Markdown, plain text. Pure; nothing here touches a file."""

from sitegen.model.slug import article_id, slugify
from sitegen.source.annotations import read_annotations
from sitegen.source.articles import read_article, read_page
from sitegen.source.records import read_record
from sitegen.source.spans import parse_spans

__all__ = ["article_id", "parse_spans", "read_annotations", "read_article", "read_page", "read_record", "slugify"]
