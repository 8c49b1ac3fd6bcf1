"""Tables of tokens: parts of them."""

from sitegen.model.parse import Parse

TABLE = Parse(
    starts=(0, 4, 9, 10, 14),
    ends=(3, 8, 10, 13, 18),
    tags=("PRP", "VBD", ",", "PRP", "VBD"),
    deps=("nsubj", "ROOT", "punct", "nsubj", "conj"),
    heads=(1, 1, 1, 4, 1),
    labels=("", "", "", "", ""),
    sentences=(0, 3),
)


def test_a_part_keeps_the_offsets_and_counts_tokens_anew() -> None:
    part = TABLE.part(range(2, 5))
    assert (part.starts, part.ends) == ((9, 10, 14), (10, 13, 18))
    assert part.tags == (",", "PRP", "VBD")
    assert part.sentences == (0, 1)


def test_a_token_whose_head_lies_outside_becomes_a_root() -> None:
    part = TABLE.part(range(2, 5))
    assert part.heads == (0, 2, 2)
    assert part.deps == ("ROOT", "nsubj", "ROOT")


def test_the_whole_is_a_part_and_so_is_nothing() -> None:
    assert TABLE.part(range(5)) == TABLE
    assert TABLE.part(range(3, 3)) == Parse()
