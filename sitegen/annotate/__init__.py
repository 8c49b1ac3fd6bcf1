"""Where annotations sit: selectors are made from places, and places found again after edits, never a lookalike."""

from sitegen.annotate.anchors import Anchors, Found, Lost, Reason
from sitegen.annotate.placing import Anchored, Orphan, place
from sitegen.annotate.selecting import selector_of

__all__ = ["Anchored", "Anchors", "Found", "Lost", "Orphan", "Reason", "place", "selector_of"]
