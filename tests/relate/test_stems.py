"""Stems that guard patterns: whatever a pattern finds holds one of its stems, so looking for these first is safe."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.relate import denial_words, reply_words

# The last row of verbs calls something false, and is looked for only where a word for that stands.
_DENYING, _CALLING = (
    "|".join(verb for verb, _ in rows) for rows in (denial_words._VERBS[:-1], denial_words._VERBS[-1:])
)
GUARDED = {
    "denying verbs": (_DENYING, denial_words.DENY),
    "denials": (denial_words._NOUN, denial_words.DENY),
    "calling verbs": (_CALLING, denial_words.CALL),
    "what is false": (denial_words._FALSE, denial_words.FALSE),
    "replies": (reply_words.REPLIES.pattern, reply_words.REPLY),
}


@pytest.mark.parametrize("name", GUARDED)
@given(data=st.data())
def test_what_a_pattern_finds_holds_a_stem(name: str, data: st.DataObject) -> None:
    pattern, stems = GUARDED[name]
    found = data.draw(st.from_regex(re.compile(pattern, re.ASCII)))
    match = re.search(pattern, found, re.ASCII)
    assert match is not None
    assert any(stem in match[0].lower() for stem in stems), match[0]
