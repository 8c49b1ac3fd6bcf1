"""What GitHub refuses or frowns at. Source: GitHub's documentation, "GitHub Pages limits" and "About large files"."""

from collections.abc import Mapping

from sitegen.diagnostics import Diagnostic

# Bytes.
LARGEST_SITE = 1_000_000_000
LARGEST_FILE = 100 * 1024 * 1024


def over_limits(sizes: Mapping[str, int]) -> tuple[Diagnostic, ...]:
    """Return a warning for each limit that the files of a site exceed; ``sizes`` are in bytes, by path."""
    remarks = []
    total = sum(sizes.values())
    if total > LARGEST_SITE:
        message = f"the site takes {total / 1e9:.2f} GB; GitHub Pages allows 1 GB"
        remarks.append(_warning(".", message, "move large files elsewhere, or set [quotes] pages"))
    for path, size in sorted(sizes.items()):
        if size > LARGEST_FILE:
            message = f"the file takes {size / 1024**2:.0f} MB; GitHub takes none over 100 MB"
            remarks.append(_warning(path, message, "make it smaller, or keep it elsewhere and link to it"))
    return tuple(remarks)


def _warning(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic("pages-limit", "warning", path, None, None, message, hint)
