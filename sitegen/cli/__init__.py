"""The command line: parses, calls, sets the exit code."""

from sitegen.cli import differences, people, publishing, reading, site, starting
from sitegen.cli.group import main

__all__ = ["differences", "main", "people", "publishing", "reading", "site", "starting"]
