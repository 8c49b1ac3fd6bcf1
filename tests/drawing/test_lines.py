"""Breaking lines: every word in its order, and none beyond the room."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sitegen.shell.drawing import SANS
from sitegen.shell.drawing.letters import letters
from sitegen.shell.drawing.lines import CUT, broken, fitting

LETTERS = letters(SANS, 26)
WORDS = st.lists(st.text("aWil—…é", min_size=1, max_size=40), max_size=30).map(" ".join)


@given(WORDS, st.integers(60, 900), st.integers(1, 6))
def test_lines_hold_the_words_in_their_order(words: str, room: int, most: int) -> None:
    lines, cut = broken(words, LETTERS, room, most)
    assert 1 <= len(lines) <= most
    assert all(LETTERS.width(line) <= room for line in lines)
    shown, given_letters = "".join("".join(lines).split()), "".join(words.split())
    assert given_letters.startswith(shown)
    assert cut or shown == given_letters
    # A line of one word may be without room for the mark.
    assert not cut or " " not in lines[-1] or LETTERS.width(lines[-1] + CUT) <= room


@given(WORDS, st.integers(600, 900))
def test_a_line_takes_as_many_words_as_fit(words: str, room: int) -> None:
    words = " ".join(word[:20] for word in words.split())
    lines, _ = broken(words, LETTERS, room, 100)
    assert " ".join(lines) == words
    for line, after in pairwise(lines):
        assert LETTERS.width(f"{line} {after.split()[0]}") > room


def test_a_word_that_is_wider_than_a_line_goes_on_in_the_next() -> None:
    lines, cut = broken("a" * 100, LETTERS, 200, 100)
    assert not cut
    assert "".join(lines) == "a" * 100
    assert {len(line) for line in lines[:-1]} == {200 // LETTERS.width("a")}
    assert broken("WWW", LETTERS, 1, 3) == (["W", "W", ""], True)


def test_a_label_is_cut_behind_a_word() -> None:
    assert fitting("Ann Lee", LETTERS, 500) == "Ann Lee"
    assert fitting("Ann Lee and many more people", LETTERS, 140) == "Ann Lee" + CUT
    assert fitting("", LETTERS, 140) == ""
