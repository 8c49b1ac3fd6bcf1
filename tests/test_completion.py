"""Completion of the command line, and how little a start of the program costs."""

import shutil
import subprocess
import sys

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from sitegen.cli import main


@pytest.mark.parametrize(
    ("line", "incomplete", "expected"),
    [
        ([], "bu", {"build"}),
        (["build"], "--fu", {"--future"}),
        (["analyze"], "--format", {"--format"}),
        (["analyze", "--format"], "", {"jsonl"}),
        (["completion"], "", {"bash", "zsh", "fish"}),
        (["explain"], "date-", {"date-empty", "date-invalid"}),
    ],
)
def test_words(line: list[str], incomplete: str, expected: set[str]) -> None:
    completing = ShellComplete(main, {}, "sitegen", "_SITEGEN_COMPLETE")
    assert {found.value for found in completing.get_completions(line, incomplete)} == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts(shell: str) -> None:
    script = CliRunner().invoke(main, ["completion", shell])
    assert script.exit_code == 0
    assert "_SITEGEN_COMPLETE" in script.output
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script.output, text=True, check=True)


def test_a_start_imports_little() -> None:
    code = "import sys, sitegen.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"spacy", "jinja2", "msgspec", "markdown_it", "ruamel.yaml", "rich", "watchdog"} & set(loaded)
