"""The ledger: what was published, what is said otherwise now, and what a person has accepted. Pure."""

from sitegen.ledger.compare import compare
from sitegen.ledger.gate import SPEAKER_CHANGED, accepted, named, since_published, unaccepted, updated, words_of
from sitegen.ledger.lines import NAME, ledger_lines, read_ledger
from sitegen.ledger.links import relinked

__all__ = [
    "NAME",
    "SPEAKER_CHANGED",
    "accepted",
    "compare",
    "ledger_lines",
    "named",
    "read_ledger",
    "relinked",
    "since_published",
    "unaccepted",
    "updated",
    "words_of",
]
