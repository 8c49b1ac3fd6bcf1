"""Pages in the terms of schema.org, as JSON-LD: only what is known, and no words as verbatim that are not."""

from sitegen.compose.schema.articles import article_schema
from sitegen.compose.schema.entities import entity_schema
from sitegen.compose.schema.pages import with_schema
from sitegen.compose.schema.quotations import quotation_schema

__all__ = ["article_schema", "entity_schema", "quotation_schema", "with_schema"]
