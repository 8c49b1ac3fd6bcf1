"""What people said in other programs, or in a report, as proposed annotations. Pure; nothing is run or fetched."""

from sitegen.intake.files import read_offered
from sitegen.intake.proposal import Offered, Proposal

__all__ = ["Offered", "Proposal", "read_offered"]
