"""An editor's decisions about people: who may be one, and what each decision writes into authority records."""

from sitegen.curate.amendments import FOLDER, Amendment, Desk, merge, never, rename, split
from sitegen.curate.doubts import Doubt, doubts
from sitegen.curate.likeness import Pair, pairs
from sitegen.curate.lookup import find
from sitegen.curate.roster import Listed, Roster, Unresolved, roster

__all__ = [
    "FOLDER",
    "Amendment",
    "Desk",
    "Doubt",
    "Listed",
    "Pair",
    "Roster",
    "Unresolved",
    "doubts",
    "find",
    "merge",
    "never",
    "pairs",
    "rename",
    "roster",
    "split",
]
