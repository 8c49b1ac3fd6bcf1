"""The command line: parses, calls, sets the exit code."""

from sitegen.cli import annotation_add, annotations, differences, people, publishing, reading, site, starting
from sitegen.cli.group import main

__all__ = [
    "annotation_add",
    "annotations",
    "differences",
    "main",
    "people",
    "publishing",
    "reading",
    "site",
    "starting",
]
