"""The built wheel, in a clean environment in another folder, builds a site."""

import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ARTICLE = "---\ntitle: Ferry to leave\ndate: 2026-03-14\n---\nAnn Lee came early. “We won,” said Lee.\n"


def run(*command: object, cwd: Path = ROOT) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the Python of an environment with the wheel and the dependencies of this one, but not this checkout."""
    folder = tmp_path_factory.mktemp("clean place") / "env"
    venv.create(folder, with_pip=False, symlinks=True)
    (site,) = folder.glob("lib/python3.*/site-packages")
    run(sys.executable, "-m", "pip", "--python", folder, "install", "--quiet", "--no-deps", "--no-index", wheel)
    # A path file is read by site only: those of the other environment, which name the checkout, are not.
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    return folder / "bin" / "python"


def test_the_wheel_holds_the_package_and_its_theme(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("templates", "static"):
        shipped = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}
        packed = {name.removeprefix("sitegen/theme/") for name in names if name.startswith(f"sitegen/theme/{folder}/")}
        assert packed == shipped
    modules = {p.relative_to(ROOT).as_posix() for p in (ROOT / "sitegen").rglob("*.py")}
    assert {name for name in names if name.endswith(".py")} == modules
    assert {
        "sitegen/py.typed",
        "sitegen/serve/reload.js",
        "sitegen/starter/pages.yml",
        "sitegen/starter/gitignore",
    } <= set(names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"sitegen"}
    (packed_sources,) = wheel.parent.glob("*.tar.gz")
    with tarfile.open(packed_sources) as archive:
        sources = {name.split("/", 1)[1] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "templates/base.html", "sitegen/cli/__init__.py"} <= sources


@pytest.mark.model
def test_it_builds_a_site_with_its_theme_and_with_an_overridden_template(python: Path, tmp_path: Path) -> None:
    site = tmp_path / "my site"
    (site / "content").mkdir(parents=True)
    (site / "sitegen.toml").write_text('title = "Elsewhere"\nbase_url = "https://a.example/"\n')
    (site / "content" / "ferry.md").write_text(ARTICLE)
    where = run(python, "-c", "import sitegen; print(sitegen.__file__)", cwd=tmp_path)
    assert str(python.parent.parent) in where
    assert "1 article, 1 person, 1 quotation" in run(python, "-m", "sitegen", "build", site, cwd=tmp_path)
    page = (site / "_site" / "articles" / "ferry" / "index.html").read_text("utf-8")
    assert "We won" in page
    (style,) = (site / "_site/static").glob("style.*.css")
    assert style.read_bytes() == (ROOT / "static/style.css").read_bytes()
    (site / "templates").mkdir()
    (site / "templates" / "article.html").write_text(
        '{% extends "shipped/article.html" %}{% block head %}<!-- my own -->{% endblock %}'
    )
    run(python.parent / "sitegen", "build", site, cwd=tmp_path)
    changed = (site / "_site" / "articles" / "ferry" / "index.html").read_text("utf-8")
    assert changed.replace("<!-- my own -->", "") == page


def test_the_version(python: Path, tmp_path: Path) -> None:
    pattern = re.compile(r"sitegen, version \d+\.\d+")
    assert pattern.match(run(python, "-m", "sitegen", "--version", cwd=tmp_path))
