"""The language model: which package is used, whether its files are the right ones, and what a broken one says."""

import json
import shutil
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.settings import NlpSettings
from sitegen.shell.model_files import KNOWN, identify_model
from sitegen.shell.nlp import SpacyParser

DEFAULT = NlpSettings().model


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small package that looks like a pipeline, installed under the name xx_toy."""
    folder = tmp_path / "installed" / "xx_toy"
    (folder / "xx_toy-1.0" / "ner").mkdir(parents=True)
    (folder / "__init__.py").write_text("raise ImportError('imported')")
    (folder / "meta.json").write_text('{"lang": "xx", "name": "toy", "version": "1.0"}')
    (folder / "xx_toy-1.0" / "ner" / "model").write_bytes(b"\0weights\r\n")
    (folder / "xx_toy-1.0" / "tokenizer").write_bytes(b"\1")
    monkeypatch.syspath_prepend(folder.parent)
    return folder


def refused(package: str, weights: str = "") -> Diagnostic:
    with pytest.raises(InputError) as caught:
        identify_model(package, weights)
    assert caught.value.exit_code == 2
    (remark,) = caught.value.diagnostics
    assert remark.hint
    return remark


def test_name_version_and_language_come_from_the_package(package: Path) -> None:
    found = identify_model("xx_toy")
    assert (found.name, found.version, found.language) == ("xx_toy", "1.0", "xx")
    assert found.weights == "3d542f6d345e8e9276887909664691ca", "a digest is the same on every machine"


def test_the_digest_covers_what_the_model_reads_and_nothing_else(package: Path) -> None:
    before = identify_model("xx_toy").weights
    (package / "__pycache__").mkdir()
    for name in ("__pycache__/x.pyc", "xx_toy-1.0/.DS_Store", "LICENSE", "xx_toy-1.0/README.md", "extra.py"):
        (package / name).write_bytes(b"x")
    assert identify_model("xx_toy").weights == before
    (package / "xx_toy-1.0" / "tokenizer").rename(package / "xx_toy-1.0" / "vocab")
    renamed = identify_model("xx_toy").weights
    (package / "xx_toy-1.0" / "vocab").write_bytes(b"\2")
    assert len({before, renamed, identify_model("xx_toy").weights}) == 3


@pytest.mark.parametrize("name", ["xx_no_model", "sys", "keyword", "__main__", "os.path", "../x", ""])
def test_what_is_no_package_is_missing(name: str) -> None:
    assert refused(name).code == "model-missing"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff"])
def test_a_broken_description(package: Path, content: bytes) -> None:
    (package / "meta.json").write_bytes(content)
    remark = refused("xx_toy")
    assert remark.code == "model-unloadable"
    assert "meta.json" in remark.message


def test_without_a_description_it_is_no_pipeline(package: Path) -> None:
    (package / "meta.json").unlink()
    remark = refused("xx_toy")
    assert remark.code == "model-missing"
    assert "--force-reinstall" in remark.hint, "to install what is installed does nothing"


def test_a_file_that_cannot_be_read(package: Path) -> None:
    (package / "xx_toy-1.0" / "lost").symlink_to(package / "nowhere")
    remark = refused("xx_toy")
    assert remark.code == "model-unloadable"
    assert "lost: no such file" in remark.message


def test_pinned_weights(package: Path) -> None:
    right = identify_model("xx_toy").weights
    assert identify_model("xx_toy", right.upper()).weights == right
    remark = refused("xx_toy", "0" * 32)
    assert remark.code == "model-altered"
    assert right in remark.message
    assert right in remark.hint


def test_the_default_model_is_the_one_that_sitegen_knows() -> None:
    found = identify_model(DEFAULT)
    assert found.weights == KNOWN[DEFAULT, found.version]


def test_an_altered_default_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = util.find_spec(DEFAULT)
    assert spec
    assert spec.origin
    copy = tmp_path / DEFAULT
    shutil.copytree(Path(spec.origin).parent, copy)
    monkeypatch.syspath_prepend(tmp_path)
    # Another test may have loaded the installed one.
    monkeypatch.delitem(sys.modules, DEFAULT, raising=False)
    identify_model(DEFAULT)
    moves = next(copy.rglob("ner/moves"))
    moves.write_bytes(moves.read_bytes() + b" ")
    remark = refused(DEFAULT)
    assert remark.code == "model-altered"
    assert "pip install --force-reinstall" in remark.hint


def test_the_check_does_not_import_spacy() -> None:
    code = (
        f"from sitegen.shell.nlp import SpacyParser as S; S({DEFAULT!r}); import sys; assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_package_that_raises_is_unloadable(package: Path) -> None:
    with pytest.raises(InputError, match=r"imported \[model-unloadable\]") as caught:
        SpacyParser("xx_toy").parse(["Ann Lee came."])
    assert caught.value.exit_code == 2


@pytest.mark.model
def test_memory_does_not_grow_with_the_words_that_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“We won,” Ann Lee said in Quaycorp.\nShe went to Saltmere."
    parser = SpacyParser(DEFAULT)
    read = parser.parse([text])
    known = len(parser._load().vocab.strings)
    monkeypatch.setattr("sitegen.shell.nlp._MOST_WORDS", 0)
    assert parser.parse([text, "Brindlewick, Ormskelter, Pellowgarth.", text]) == [
        *read,
        *parser.parse(["Brindlewick, Ormskelter, Pellowgarth."]),
        *read,
    ]
    assert len(parser._load().vocab.strings) == known


@pytest.mark.model
def test_a_pipeline_without_the_components_that_rules_need(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    folder = tmp_path / "xx_blank"
    blank = spacy.blank("en", meta={"name": "blank", "version": "1.0"})
    folder.mkdir()
    blank.to_disk(folder / "en_blank-1.0")
    (folder / "meta.json").write_text(json.dumps(blank.meta))
    (folder / "__init__.py").write_text(
        "from spacy.util import load_model_from_init_py\n"
        "def load(**overrides): return load_model_from_init_py(__file__, **overrides)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(InputError, match=r"it does not set doc\.ents, doc\.sents, token\.dep, token\.tag") as caught:
        SpacyParser("xx_blank").parse(["Ann Lee came."])
    assert caught.value.exit_code == 2
