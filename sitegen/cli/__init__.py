"""The command line: parses, calls, sets the exit code."""

from sitegen.cli.group import main

__all__ = ["main"]
