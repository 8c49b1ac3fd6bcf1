"""What the user accepts, as the command line names it."""

import datetime
from collections.abc import Collection, Iterable, Sequence
from difflib import get_close_matches

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.ledger.gate import accepted, since_published, unchanged, updated
from sitegen.model.ledger import Ledger
from sitegen.model.publication import PublishedQuote

# Besides single quotations: the site as it stands, or all of it but changed speakers.
ALL, NEW = "all", "new"


def accept_in(
    ledger: Ledger,
    quotes: Collection[PublishedQuote],
    words: Sequence[str],
    model: str,
    day: datetime.date | None = None,
) -> Ledger:
    """Return the ledger as the user accepts it: ``words`` are ids of quotations, "all" or "new".

    ``model`` names what read the articles, ``day`` is today. Raises InputError (exit code 2) for an id that is
    nobody's.
    """
    changes = since_published(ledger, quotes).changes
    known = {quote.id for quote in quotes} | {change.before.id for change in changes}
    strange = [word for word in words if word not in known and word not in {ALL, NEW}]
    if strange:
        raise InputError(*(_nobodys(word, known) for word in strange), exit_code=2)
    if ALL in words:
        return updated(ledger, quotes, model, day)
    made = accepted(ledger, quotes, words, model, day)
    return unchanged(made, quotes, model, day) if NEW in words else made


def _nobodys(id_: str, known: Iterable[str]) -> Diagnostic:
    near = get_close_matches(id_, known, 1)
    hint = f"did you mean {near[0]}?" if near else "sitegen diff lists the ids of what changed"
    return Diagnostic("unknown-quotation", "error", "--accept", None, None, f"no quotation has the id {id_!r}", hint)
