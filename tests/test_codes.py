"""Every remark that the program can make is explained in the one catalogue, and nothing else is."""

import ast
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.codes import BY_CODE, CODES

ROOT = Path(__file__).parent.parent
# Functions whose first argument is a code.
MAKERS = {"Diagnostic", "YamlProblem", "error", "warn", "_remark", "_Remark", "_refused", "_left_out", "problem"}


def codes_of(path: Path) -> set[str]:
    found = set()
    tree = ast.parse(path.read_text("utf-8"))
    named = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func).rpartition(".")[2] in MAKERS:
            first = node.args[0]
            found |= constants(named.get(first.id, first) if isinstance(first, ast.Name) else first)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                names = target.elts if isinstance(target, ast.Tuple) else [target]
                values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
                for name, value in zip(names, values, strict=False):
                    if isinstance(name, ast.Name) and name.id == "code":
                        found |= constants(value)
    return {code for code in found if code.replace("-", "").isalnum() and code.islower()}


def constants(node: ast.expr) -> set[str]:
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def test_every_code_is_explained() -> None:
    files = [path for path in (ROOT / "sitegen").rglob("*.py") if path.parent.name != "codes"]
    made = set().union(*map(codes_of, files))
    assert made - BY_CODE.keys() == set()
    assert BY_CODE.keys() - made == set()
    assert len(BY_CODE) == len(CODES)


@pytest.mark.parametrize("code", BY_CODE)
def test_every_entry_says_what_to_do(code: str) -> None:
    entry = BY_CODE[code]
    assert entry.meaning.endswith(".")
    assert entry.remedy.endswith(".")


def test_explain() -> None:
    shown = CliRunner().invoke(main, ["explain", "date-invalid"])
    assert shown.exit_code == 0
    assert "date: 2026-03-14" in shown.output
    assert "date-empty" in CliRunner().invoke(main, ["explain"]).output
    wrong = CliRunner().invoke(main, ["explain", "date-invald"])
    assert wrong.exit_code == 2
    assert "Did you mean date-invalid?" in wrong.output
