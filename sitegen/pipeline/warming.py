"""Loading at once what is otherwise loaded at the first article: the model, and what the rules learned."""

from sitegen.model.parse import Parser
from sitegen.pipeline.analysing import analyse_all
from sitegen.pipeline.memo import Memo
from sitegen.source import read_article

_SAID = b'"It rained," Ann Lee said.'


def warm_up(parser: Parser) -> None:
    """Read a text as an article is read. Raises InputError (exit code 2) where the model cannot be loaded."""
    article, _ = read_article("warm.txt", "warm", _SAID, language=parser.identity.language, timezone="UTC")
    if article is not None:
        analyse_all([article], parser, (), Memo())
