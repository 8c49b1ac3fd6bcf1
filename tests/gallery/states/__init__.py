"""Every component in every state: for each macro, as FILE.MACRO, hand-built views under what is special about them."""

from tests.gallery.states.charts import CHARTS
from tests.gallery.states.frame import FRAME
from tests.gallery.states.indexes import INDEXES
from tests.gallery.states.making import States
from tests.gallery.states.names import NAMES
from tests.gallery.states.notes import NOTES
from tests.gallery.states.quotations import QUOTATIONS
from tests.gallery.states.search import SEARCH
from tests.gallery.states.text import TEXT
from tests.gallery.states.time import TIME

STATES: States = {**NAMES, **FRAME, **TEXT, **NOTES, **QUOTATIONS, **INDEXES, **CHARTS, **TIME, **SEARCH}
