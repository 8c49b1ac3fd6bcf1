"""Static files stand under names that tell their content; the preview leaves them their own."""

from pathlib import Path

import pytest

from sitegen.diagnostics import InputError
from sitegen.shell.static_files import named_by_content, plainly_named
from sitegen.shell.theme import read_theme


def own(site: Path, files: dict[str, str]) -> Path:
    for name, content in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(content, "utf-8")
    return site


def test_what_templates_name_is_named_by_its_content(tmp_path: Path) -> None:
    files = named_by_content(read_theme(tmp_path))
    place = files.names["style.css"]
    assert place.startswith("static/style.")
    assert place.endswith(".css")
    assert place in files.copies
    assert "static/style.css" not in files.copies


def test_another_content_is_another_name(tmp_path: Path) -> None:
    before = named_by_content(read_theme(own(tmp_path, {"static/style.css": "a { color: red }"}))).names["style.css"]
    after = named_by_content(read_theme(own(tmp_path, {"static/style.css": "a { color: tan }"}))).names["style.css"]
    assert before != after


def test_a_sites_own_file_keeps_its_plain_address_too(tmp_path: Path) -> None:
    site = own(tmp_path, {"static/style.css": "a { background: url(paper.png) }", "static/paper.png": "not one"})
    files = named_by_content(read_theme(site))
    assert {files.names["style.css"], "static/style.css", "static/paper.png"} <= files.copies.keys()
    assert files.names["paper.png"] == "static/paper.png"


def test_the_shipped_template_behind_ones_own_names_files_too(tmp_path: Path) -> None:
    site = own(tmp_path, {"templates/base.html": '{% extends "shipped/base.html" %}'})
    assert "static/style.css" not in named_by_content(read_theme(site)).copies


def test_a_template_of_older_days_finds_the_shipped_file(tmp_path: Path) -> None:
    site = own(tmp_path, {"templates/tag.html": '<link rel="stylesheet" href="{{ view.frame.root }}static/style.css">'})
    assert "static/style.css" in named_by_content(read_theme(site)).copies


def test_a_computed_name_can_be_any_file(tmp_path: Path) -> None:
    site = own(tmp_path, {"templates/tag.html": "{{ asset(view.heading) }}", "static/deep/logo.svg": "<svg/>"})
    files = named_by_content(read_theme(site))
    assert files.names["deep/logo.svg"] != "static/deep/logo.svg"
    assert files.names["deep/logo.svg"].startswith("static/deep/logo.")


def test_a_file_without_a_suffix(tmp_path: Path) -> None:
    site = own(tmp_path, {"templates/tag.html": '{{ asset("CNAME") }}', "static/CNAME": "example.org"})
    assert named_by_content(read_theme(site)).names["CNAME"].startswith("static/CNAME.")


def test_the_preview_leaves_them_their_names(tmp_path: Path) -> None:
    files = plainly_named(read_theme(tmp_path))
    assert files.names["style.css"] == "static/style.css"
    assert files.copies.keys() == set(files.names.values())


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    theme = read_theme(own(tmp_path, {"static/style.css": "a{}"}))
    (tmp_path / "static/style.css").unlink()
    with pytest.raises(InputError) as error:
        named_by_content(theme)
    assert [(one.code, one.path) for one in error.value.diagnostics] == [("unreadable", "static/style.css")]
