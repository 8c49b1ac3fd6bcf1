"""``sitegen.toml``: every mistake is named with its line and a hint."""

import pytest

from sitegen.diagnostics import InputError
from sitegen.shell.config import parse_settings, read_settings


def test_all_keys() -> None:
    settings, remarks = parse_settings(
        'title = "News"\nbase_url = "https://a.example/b/"\ntimezone = "Europe/Paris"\n'
        '[nlp]\nmodel = "x"\nmax_chars = 9\n'
    )
    assert (settings.title, settings.nlp.model, settings.nlp.max_chars) == ("News", "x", 9)
    assert not remarks


def test_an_unknown_key_is_a_warning_with_the_nearest_known_one() -> None:
    _, remarks = parse_settings('base_url = "https://a.example/"\ntitel = "News"\n[nlp]\nmodle = "x"\n')
    assert [(r.code, r.line, r.hint) for r in remarks] == [
        ("config-unknown-key", 2, "did you mean title?"),
        ("config-unknown-key", 4, "did you mean nlp.model?"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("title = News\n", "config-syntax", 1),
        ('base_url = "https://a.example/"\ntitle = 3\n', "config-type", 2),
        ('[nlp]\nmax_chars = "many"\n', "config-type", 2),
        ('base_url = "javascript:alert(1)"\n', "base-url-invalid", 1),
        ('base_url = "example.org"\n', "base-url-invalid", 1),
        ('title = "x"\ntimezone = "Mars/Base"\n', "timezone-unknown", 2),
        ('[nlp]\nmodel = "x"\nweights = "sha"\n', "nlp-weights", 3),
        ('[quotes]\npages = "some"\n', "quotes-pages", 2),
    ],
)
def test_mistakes(text: str, code: str, line: int) -> None:
    with pytest.raises(InputError) as error:
        parse_settings(text)
    found = {d.code: d for d in error.value.diagnostics}
    assert error.value.exit_code == 2
    assert found[code].line == line
    assert found[code].hint


def test_no_base_url_is_a_warning() -> None:
    _, remarks = parse_settings('title = "News"\n')
    assert [remark.code for remark in remarks] == ["base-url-missing"]


def test_a_missing_file(tmp_path) -> None:
    with pytest.raises(InputError, match="config-missing"):
        read_settings(tmp_path)
