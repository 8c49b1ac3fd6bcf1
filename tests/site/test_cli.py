"""The command line: what goes where, and the exit codes."""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import main
from sitegen.shell.looks import settle

CONFIG = 'title = "T"\nbase_url = "https://a.example/"\n'


def site(folder: Path, **files: str) -> Path:
    (folder / "content").mkdir(parents=True)
    (folder / "sitegen.toml").write_text(CONFIG)
    for name, text in files.items():
        (folder / "content" / name.replace("__", ".")).write_text(text)
    return folder


def run(*arguments: object):
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def test_a_content_error_writes_nothing(tmp_path: Path) -> None:
    folder = site(tmp_path / "s", a__md="---\ntitle: x\ndate: 2024-13-40\n---\nHello there.")
    result = run("build", folder)
    assert result.exit_code == 1
    assert "content/a.md:3" in result.stderr
    assert "hint:" in result.stderr
    assert result.stdout == ""
    assert not (folder / "_site").exists()


def test_json_remarks(tmp_path: Path) -> None:
    folder = site(tmp_path / "s", a__md="---\ntitle: x\ndate: 2024-13-40\n---\nHello there.")
    lines = [json.loads(line) for line in run("build", folder, "--json").stderr.splitlines()]
    assert lines[0]["path"] == "content/a.md"
    assert lines[0]["severity"] == "error"


def test_a_wrong_configuration(tmp_path: Path) -> None:
    assert run("build", tmp_path / "nothing").exit_code == 2
    folder = site(tmp_path / "s", a__txt="Hello there.")
    (folder / "sitegen.toml").write_text("title = \n")
    assert run("build", folder).exit_code == 2


def test_a_missing_model(tmp_path: Path) -> None:
    folder = site(tmp_path / "s", a__txt="Hello there.")
    (folder / "sitegen.toml").write_text(CONFIG + '[nlp]\nmodel = "xx_no_model"\n')
    result = run("build", folder)
    assert result.exit_code == 2
    assert "pip install" in result.stderr


def test_two_files_with_one_id(tmp_path: Path) -> None:
    folder = site(tmp_path / "s", a__txt="Hello there.", a__md="Hello there.")
    result = run("build", folder)
    assert result.exit_code == 1
    assert "content/a.md" in result.stderr
    assert "content/a.txt" in result.stderr


@pytest.mark.model
def test_drafts_and_the_future_stay_out(tmp_path: Path) -> None:
    folder = site(
        tmp_path / "s",
        a__md="---\ntitle: Open\ndate: 2024-01-01\n---\nAnn Lee came early.",
        b__md="---\ntitle: Secret\ndraft: true\n---\nNora Quill is hidden.",
        c__md="---\ntitle: Later\ndate: 2030-01-01\n---\nOlga Penn is early.",
    )
    assert run("build", folder, "--today", "2025-01-01").exit_code == 0
    text = "".join(p.read_text("utf-8") for p in (folder / "_site").rglob("*.html"))
    assert "Ann Lee" in text
    assert not any(word in text for word in ("Quill", "Secret", "Penn", "Later"))
    run("build", folder, "--today", "2025-01-01", "--drafts", "--future")
    text = "".join(p.read_text("utf-8") for p in (folder / "_site").rglob("*.html"))
    assert "Quill" in text
    assert "Penn" in text


@pytest.mark.model
def test_a_person_whom_the_text_never_names_gets_a_page(tmp_path: Path) -> None:
    folder = site(tmp_path / "s", a__md="---\ntitle: T\npeople: [Ann Lee]\n---\nThe quay was closed.")
    assert run("build", folder).exit_code == 0
    assert (folder / "_site" / "people" / "ann-lee" / "index.html").is_file()
    assert "Ann Lee" in (folder / "_site" / "articles" / "a" / "index.html").read_text()


@pytest.mark.model
def test_an_overridden_template(tmp_path: Path) -> None:
    folder = site(tmp_path / "s", a__txt="Ann Lee came early.")
    (folder / "templates").mkdir()
    (folder / "templates" / "article.html").write_text("<title>{{ view.frame.title }}</title>mine")
    assert run("build", folder).exit_code == 0
    assert (folder / "_site" / "articles" / "a" / "index.html").read_text().endswith("mine")
    (folder / "templates" / "article.html").write_text("{{ view.nothing }}")
    result = run("build", folder)
    assert result.exit_code != 0
    assert "templates/article.html" in result.stderr


def test_an_image_is_copied_beside_its_article(tmp_path: Path) -> None:
    folder = site(tmp_path / "s", a__md="---\ntitle: T\n---\n![A quay](pic.png)\n\nAnn Lee came.")
    (folder / "content" / "pic.png").write_bytes(b"\x89PNG")
    assert run("build", folder).exit_code == 0
    assert (folder / "_site" / "articles" / "a" / "pic.png").is_file()


def test_help_does_not_wait_for_the_model() -> None:
    code = "import sys, sitegen.cli as c\ntry: c.main(['--help'])\nexcept SystemExit: assert 'spacy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_version() -> None:
    assert "0.1.0" in run("--version").stdout


@pytest.mark.model
def test_progress_with_rates_on_a_terminal_only(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    texts = {f"a{number}__txt": f"Ann Lee came early on day {number}. She said “we won”." for number in range(40)}
    folder = site(tmp_path / "s", **texts)
    command = [sys.executable, "-m", "sitegen", "build", str(folder)]
    master, slave = pty.openpty()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=slave) as process:
        os.close(slave)
        shown = b""
        # A terminal that nobody holds open any more reads as an error.
        with contextlib.suppress(OSError):
            while chunk := os.read(master, 4096):
                shown += chunk
        os.close(master)
    assert process.returncode == 0
    assert re.search(rb"analysing.*40/40.*\d/s", shown)
    shutil.rmtree(folder / ".sitegen")
    piped = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "reading" not in piped.stderr
    assert "\x1b" not in piped.stderr


@pytest.mark.model
def test_a_build_of_which_nothing_changed_says_the_same_and_loads_next_to_nothing(tmp_path: Path) -> None:
    folder = site(tmp_path / "s", a__md="---\ntitle: A day\n---\n“We won,” Ann Lee said.", b__md="Hello there.")
    program = (
        "import sys\nfrom sitegen.cli import main\n"
        f"main(['build', {str(folder)!r}, '--no-search', *sys.argv[1:]], standalone_mode=False)\n"
        "print(*(name for name in ('sitegen.build', 'msgspec', 'jinja2', 'spacy') if name in sys.modules))"
    )

    def build(*options: str) -> tuple[str, str]:
        done = subprocess.run([sys.executable, "-c", program, *options], capture_output=True, text=True, check=True)
        return done.stdout.strip(), done.stderr

    def said(line: str) -> str:
        return re.sub(r"\(\d+ files? written", "(0 files written", line)

    settle()
    loaded, first = build()
    assert "spacy" in loaded
    assert "warning" in first
    assert build() == ("", said(first))
    (folder / "templates").mkdir()
    (folder / "templates" / "article.html").write_text("<!doctype html><title>x</title>")
    settle()
    loaded, changed = build()
    assert "sitegen.build" in loaded
    assert "spacy" not in loaded
    assert "(2 files written" in changed
    assert build() == ("", said(changed))
    (folder / "_site" / "index.html").write_text("harmed")
    assert "(1 file written" in build()[1]
    assert build() == ("", said(changed))
    assert build("--drafts")[0] != ""
