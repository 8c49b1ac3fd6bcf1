"""The ledger: what was published, what is said otherwise now, and what a person has accepted. Pure."""

from sitegen.ledger.acceptance import ALL, accept_in
from sitegen.ledger.compare import compare
from sitegen.ledger.fates import fates
from sitegen.ledger.gate import accepted, since_published, unaccepted, unchanged, updated
from sitegen.ledger.lines import NAME, ledger_lines, read_ledger
from sitegen.ledger.links import relinked
from sitegen.ledger.report import report_lines, report_records

__all__ = [
    "ALL",
    "NAME",
    "accept_in",
    "accepted",
    "compare",
    "fates",
    "ledger_lines",
    "read_ledger",
    "relinked",
    "report_lines",
    "report_records",
    "since_published",
    "unaccepted",
    "unchanged",
    "updated",
]
