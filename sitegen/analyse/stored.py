"""Files that belong to the rules: weights that were learned, lists of names. Parts of the code, never written."""

from importlib.resources import files


def stored(path: str) -> str:
    """Return the text of the file at ``path``, relative to this package."""
    return files(__package__).joinpath(path).read_text("utf-8")
