"""Files that are nobody's content."""

_ENDS = (".swp", ".swo", ".tmp", ".bak", ".orig", "~")
_NAMES = frozenset({"Thumbs.db", "desktop.ini"})


def is_leftover(name: str) -> bool:
    """Tell whether a file of this name is hidden, or one that an editor or the system leaves beside the user's own."""
    return name.startswith((".", "#")) or name.endswith(_ENDS) or name in _NAMES
