"""A small deterministic parser, for tests that need many parses and no good ones."""

import re
from collections.abc import Sequence

from sitegen.model.parse import ModelIdentity, Parse

_TOKEN = re.compile(r"``|''|\w+(?:['’]\w+)?|[^\w\s]")
_VERBS = {"said", "says", "told", "asked", "added", "replied"}
_STOPS = {".", "!", "?"}
_OTHERS = {"Quaycorp": "B-ORG", "Saltmere": "B-GPE"}


class ToyParser:
    """Capitalised words are names of people, two of them of others; a cue verb's subject is the last name before it."""

    identity = ModelIdentity("toy", "1", "none")

    def __init__(self) -> None:
        self.read = 0

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        self.read += len(texts)
        return [_table(text) for text in texts]


def _table(text: str) -> Parse:
    found = list(_TOKEN.finditer(text))
    words = [match[0] for match in found]
    tags, deps, heads, labels, sentences = [], [], [], [], []
    name = None
    for index, word in enumerate(words):
        if index == 0 or words[index - 1] in _STOPS:
            sentences.append(index)
        named = word[0].isupper() and word.isalpha() and (index not in sentences or len(word) > 3)
        tags.append("VBD" if word in _VERBS else "NNP" if named else "NN" if word.isalpha() else ".")
        inside = named and index > 0 and labels[-1].endswith("PERSON")
        labels.append(_OTHERS.get(word) or (("I-PERSON" if inside else "B-PERSON") if named else ""))
        heads.append(index)
        deps.append("ROOT")
        if named:
            name = index
        elif word in _VERBS and name is not None:
            deps[name], heads[name] = "nsubj", index
            name = None
    return Parse(
        tuple(match.start() for match in found),
        tuple(match.end() for match in found),
        tuple(tags),
        tuple(deps),
        tuple(heads),
        tuple(labels),
        tuple(sentences),
    )
