"""A site's own templates and static files replace the shipped ones one by one."""

from pathlib import Path

import pytest

from sitegen.diagnostics import InputError
from sitegen.shell.theme import read_theme

ROOT = Path(__file__).parent.parent.parent


def test_one_by_one(tmp_path: Path) -> None:
    for name, content in {
        "templates/macros/names.html": "mine",
        "static/style.css": "a{}",
        "static/x/y.js": "1",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    theme = read_theme(tmp_path)
    assert theme.overrides == {"macros/names.html": "mine"}
    assert theme.templates["macros/names.html"] != "mine"
    assert theme.static["style.css"] == tmp_path / "static/style.css"
    assert theme.static["icon.svg"] == ROOT / "static/icon.svg"
    assert theme.static["x/y.js"] == tmp_path / "static/x/y.js"


def test_the_repository_overrides_nothing() -> None:
    assert read_theme(ROOT).overrides == {}


def test_a_template_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_bytes(b"one\ntw\xe9")
    with pytest.raises(InputError) as error:
        read_theme(tmp_path)
    (remark,) = error.value.diagnostics
    assert (remark.code, remark.path, remark.line, remark.column) == ("not-utf-8", "templates/page.html", 2, 3)


def test_links_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("secret")
    site = tmp_path / "site"
    (site / "templates").mkdir(parents=True)
    (site / "templates" / "page.html").symlink_to(secret)
    (site / "static").symlink_to(tmp_path)
    theme = read_theme(site)
    assert theme.overrides == {}
    assert "secret.html" not in theme.static
    assert [remark.path for remark in theme.diagnostics] == ["templates/page.html", "static"]
