"""Each stage is versioned by its own code: nothing is counted up by hand, and nothing is forgotten."""

import ast
from pathlib import Path

from sitegen.shell.versions import _PARTS, _belongs, code_versions

ROOT = Path(__file__).parent.parent.parent / "sitegen"
FILES = [path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py")]


def test_every_stage_that_is_remembered_has_a_version() -> None:
    named = set()
    drawn = (ROOT / "shell/picture_files.py", ROOT / "shell/card_files.py")
    for path in (*(ROOT / "pipeline").glob("*.py"), ROOT / "shell/search_index.py", ROOT / "build.py", *drawn):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and node.args
                and ast.unparse(node.func).rpartition(".")[2]
                in {
                    "remember",
                    "recall",
                    "keep",
                    "key",
                    "Made",
                }
            ):
                named |= {c.value for c in ast.walk(node.args[0]) if isinstance(c, ast.Constant)}
    assert {name for name in named if isinstance(name, str)} == code_versions().keys()
    assert len(set(code_versions().values())) == len(code_versions()) - 1  # articles and pages are read alike


def test_every_part_exists() -> None:
    for parts, _ in _PARTS.values():
        for part in parts:
            assert any(_belongs(name, (part,)) for name in FILES), part


def test_a_rule_does_not_touch_the_parses() -> None:
    changed = "analyse/quotes/rules/after.py"
    assert {stage for stage, (parts, _) in _PARTS.items() if _belongs(changed, parts)} == {"analyse", "site"}
