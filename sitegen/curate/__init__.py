"""An editor's decisions about people: who may be one, and what each decision writes into authority records."""

from sitegen.curate.desk import FOLDER, Amendment, Desk
from sitegen.curate.doubts import Doubt, doubts
from sitegen.curate.likeness import Pair, pairs
from sitegen.curate.lookup import find
from sitegen.curate.merging import merge
from sitegen.curate.naming import never, rename
from sitegen.curate.roster import Listed, Roster, Unresolved, roster
from sitegen.curate.splitting import split

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
