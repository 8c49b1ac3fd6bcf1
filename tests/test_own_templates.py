"""A page is made from the template that its file names."""

from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.diagnostics import InputError
from tests.toy import ToyParser

DOSSIER = """{% extends "shipped/page.html" %}
{% block main %}<p class="dossier">A dossier</p>{{ super() }}{% endblock %}
"""
INTERVIEW = '{% extends "shipped/article.html" %}{% block head %}<meta name="kind" content="interview">{% endblock %}'


def site_in(folder: Path, **files: str) -> Path:
    for name, content in {
        "sitegen.toml": 'title = "T"\nbase_url = "https://a.example/"\n',
        "content/ferry.md": "---\ntitle: Ferry\ndate: 2026-01-01\ntemplate: interview.html\n---\n\nIt sails.\n",
        "content/quay.md": "---\ntitle: Quay\ndate: 2026-01-01\n---\n\nIt stands.\n",
        "content/pages/pier.md": "---\ntitle: Pier\ntemplate: dossier.html\n---\n\nIt fell.\n",
        "templates/dossier.html": DOSSIER,
        "templates/interview.html": INTERVIEW,
        **files,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


def test_an_article_and_a_plain_page(tmp_path: Path) -> None:
    output = build(site_in(tmp_path), parser=ToyParser()).output
    assert '<meta name="kind" content="interview">' in (output / "articles/ferry/index.html").read_text("utf-8")
    assert 'content="interview"' not in (output / "articles/quay/index.html").read_text("utf-8")
    page = (output / "pages/pier/index.html").read_text("utf-8")
    assert '<p class="dossier">A dossier</p>' in page
    assert "It fell." in page


def test_a_template_that_is_not_there(tmp_path: Path) -> None:
    site_in(tmp_path, **{"content/pages/pier.md": "---\ntitle: Pier\ntemplate: dosier.html\n---\n\nIt fell.\n"})
    with pytest.raises(InputError) as error:
        build(tmp_path, parser=ToyParser())
    (found,) = error.value.diagnostics
    assert (found.code, found.path, found.line) == ("template-missing", "content/pages/pier.md", 3)
    assert "dossier.html" in found.hint
    assert not (tmp_path / "_site").exists()
