"""Whatever is written as YAML is read as it was."""

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.model.yaml_text import yaml_list, yaml_text
from sitegen.source import read_article

TEXTS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet=" aé:#'\"\\-?[]{},&*!|>%@`~0.\t\n\u2028\u0085\x7f\ufeff🙂", max_size=20),
)


@given(TEXTS, st.lists(TEXTS, max_size=3))
@example("yes", ["null", "~", "2020", "a: b", "a #b", "a:", "- a", "\ud800", "a\x00b"])
def test_words_come_back(text: str, others: list[str]) -> None:
    members = "".join(f"\n- {yaml_text(other)}" for other in others)
    content = f"---\nsummary: {yaml_text(text)}\nauthors: {yaml_list(others)}\ntags:{members}\n---\nWords."
    article, notes = read_article("a.md", "a", content.encode(), language="en", timezone="UTC")
    assert article is not None, notes
    assert article.summary == _read(text)
    assert article.authors == article.tags == tuple(dict.fromkeys(filter(None, map(_read, others))))


def _read(text: str) -> str:
    return " ".join("".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text).split())
