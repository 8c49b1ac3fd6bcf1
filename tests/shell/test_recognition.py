"""Names in documents: what is found at once is what spaCy's own recogniser finds, token by token."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import example, given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.training import Example

from sitegen.shell.recognition import Recognizer, UnknownRecognizerError
from tests.parses import MODEL

ROOT = Path(__file__).parents[2]
KINDS = ("PERSON", "ORG", "GPE")
WORDS = ("Ann", "Lee", "of", "the", "Bank", "Oslo", "said", ".", "'s", "-", "7", " ", "\n\n")

# What a document is of: its words, and whether a sentence begins with each.
Words = list[tuple[str, bool]]


def entities(docs: Sequence[Doc]) -> list[list[tuple[str, str]]]:
    """Return what each token says of the entity that it is in."""
    return [[(token.ent_iob_, token.ent_type_) for token in doc] for doc in docs]


def assert_same(recognizer: EntityRecognizer, docs: Sequence[Doc]) -> None:
    copies = [doc.copy() for doc in docs]
    Recognizer(recognizer).recognize(docs)
    assert entities(docs) == entities(list(recognizer.pipe(iter(copies))))


@cache
def pipeline() -> Language:
    return spacy.load(MODEL, exclude=["lemmatizer", "attribute_ruler"])


def recognizer_of(language: Language) -> EntityRecognizer:
    recognizer = language.get_pipe("ner")
    assert isinstance(recognizer, EntityRecognizer)
    return recognizer


def at_random(seed: int) -> Language:
    """Return a recogniser that learned nothing: any move that may follow is as good as any other."""
    language = spacy.blank("en")
    language.add_pipe("ner")
    text = " ".join(WORDS[: len(KINDS)])
    spans = [(text.index(word), text.index(word) + len(word), kind) for word, kind in zip(WORDS, KINDS, strict=False)]
    language.initialize(lambda: [Example.from_dict(language.make_doc(text), {"entities": spans})])
    numbers = np.random.default_rng(seed)
    for name in ("lower", "upper"):
        layer = recognizer_of(language).model.get_ref(name)
        for parameter in layer.param_names:
            layer.set_param(parameter, numbers.normal(size=layer.get_param(parameter).shape).astype("float32"))
    return language


@pytest.fixture(scope="module")
def untaught() -> list[Language]:
    return [at_random(seed) for seed in range(6)]


def test_of_the_articles_that_are_here() -> None:
    language = pipeline()
    articles = [*ROOT.glob("content/**/*.md"), *ROOT.glob("seeds/**/*.txt")]
    texts = [text for path in articles for text in path.read_text("utf-8").split("\n\n")]
    docs = list(language.pipe(texts, disable=["ner"]))
    assert sum(map(len, docs)) > 5_000
    assert_same(recognizer_of(language), docs)


@pytest.mark.parametrize("seed", range(6))
@example(documents=[])
@example(documents=[[]])
@example(documents=[[], [("Ann", True)], []])
@example(documents=[[(" ", True)]])
@given(documents=st.lists(st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), max_size=40), max_size=6))
def test_of_what_no_recogniser_has_seen(untaught: Sequence[Language], seed: int, documents: list[Words]) -> None:
    language = untaught[seed]
    assert_same(recognizer_of(language), [doc_of(language, words) for words in documents])


def doc_of(language: Language, words: Words) -> Doc:
    doc = Doc(language.vocab, [word for word, _ in words])
    for token, (_, begins) in zip(doc, words, strict=True):
        token.is_sent_start = begins
    return doc


def test_one_that_decides_at_random_finds_names_of_all_lengths(untaught: Sequence[Language]) -> None:
    doc = doc_of(untaught[0], [(word, False) for word in WORDS[:11] * 30])
    Recognizer(recognizer_of(untaught[0])).recognize([doc])
    assert len({len(name) for name in doc.ents}) > 2


def test_what_another_component_found_stays() -> None:
    language = pipeline()
    docs = list(language.pipe(["Ann Lee went to Oslo.", "The Bank of Oslo said so."], disable=["ner"]))
    docs[1].set_ents([Span(docs[1], 0, 2, label="WORK_OF_ART")], default="unmodified")
    assert_same(recognizer_of(language), docs)
    assert docs[1].ents[0].label_ == "WORK_OF_ART"


@pytest.mark.parametrize(
    ("factory", "config"),
    [
        ("beam_ner", {"beam_width": 4}),
        ("ner", {"model": {"@architectures": "spacy.TransitionBasedParser.v2", "extra_state_tokens": True}}),
        ("ner", {"model": {"@architectures": "spacy.TransitionBasedParser.v2", "use_upper": False}}),
    ],
)
def test_one_that_works_in_another_way_is_left_to_spacy(factory: str, config: dict[str, object]) -> None:
    language = spacy.blank("en")
    language.add_pipe(factory, name="ner", config=config)
    text = "Ann Lee"
    language.initialize(lambda: [Example.from_dict(language.make_doc(text), {"entities": [(0, 7, "PERSON")]})])
    with pytest.raises(UnknownRecognizerError):
        Recognizer(recognizer_of(language))
