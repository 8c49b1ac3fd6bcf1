"""``sitegen.toml``: every mistake is named with its line and a hint."""

import pytest

from sitegen.diagnostics import InputError
from sitegen.model.settings import PolicySettings
from sitegen.shell.config import parse_settings, read_settings
from sitegen.shell.page_folders import mistakes_on_disk


def test_all_keys() -> None:
    settings, remarks = parse_settings(
        'title = "News"\nbase_url = "https://a.example/b/"\ntimezone = "Europe/Paris"\n'
        '[nlp]\nmodel = "x"\nmax_chars = 9\n'
    )
    assert (settings.title, settings.nlp.model, settings.nlp.max_chars) == ("News", "x", 9)
    assert not remarks


def test_the_policy() -> None:
    settings, remarks = parse_settings(
        'base_url = "https://a.example/"\n[policy]\norphans = "forbid"\nmachine_share = 1\nmin_confidence = 0.6\n'
        'unknown_speeches = "forbid"\n'
    )
    assert settings.policy == PolicySettings(orphans="forbid", machine_share=1.0, min_confidence=0.6)
    assert settings.policy.sensitive_confirmed
    assert [(r.code, r.line, r.hint) for r in remarks] == [
        ("config-unknown-key", 6, "did you mean policy.unknown_speakers?")
    ]


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
        ('title = "x"\n[reports]\nto = "http://a.example/new"\n', "reports-to", 3),
        ('title = "x"\n[reports]\nto = "javascript:alert(1)"\n', "reports-to", 3),
        ('title = "x"\n[reports]\nto = "desk@example.org"\n', "reports-to", 3),
        ('title = "x"\n[reports]\nto = "mailto:desk"\n', "reports-to", 3),
        ('title = "x"\n[reports]\nto = "https://a.example/new#form"\n', "reports-to", 3),
        ('[nlp]\nmodel = "x"\nweights = "sha"\n', "nlp-weights", 3),
        ('[quotes]\npages = "some"\n', "quotes-pages", 2),
        ('[search]\nquotations = "none"\n', "search-quotations", 2),
        ('[organisations]\npages = "some"\n', "entity-pages", 2),
        ('[places]\npages = "all"\nmentions = 2\n', "entity-pages", 2),
        ("[places]\nmentions = 0\n", "config-range", 2),
        ('[policy]\nunknown_speakers = "forbidden"\n', "policy-rule", 2),
        ('[policy]\nmachine_share = 0.5\norphans = ""\n', "policy-rule", 3),
        ('[policy]\nsensitive_confirmed = "yes"\n', "config-type", 2),
        ('[policy]\nmachine_share = "half"\n', "config-type", 2),
        ("[policy]\nmachine_share = 50\n", "config-range", 2),
        ("[policy]\nmachine_share = nan\n", "config-range", 2),
        ("[policy]\nmin_confidence = -0.1\n", "config-range", 2),
        ('[pages]\nfolders = "docs"\n', "config-type", 2),
        ('[pages]\nfolders = ["docs", 3]\n', "config-type", 2),
        *(
            (f'title = "x"\n[pages]\nfolders = ["docs", {folder!r}]\n', "pages-folder", 3)
            for folder in (
                *("", ".", "./", "..", "../docs", "a/../../b", "/docs", "//docs", "~/docs", "C:/docs", "a\\b"),
                *("content", "content/docs", "./templates/", "static/x", "_site", ".sitegen", ".git/hooks"),
                *("docs", "./docs/", "docs/deep"),
            )
        ),
        ('title = "x"\npages.folders = ["."]\n', "pages-folder", 2),
        ('title = "x"\npages = {folders = ["."]}\n', "pages-folder", 2),
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


def test_folders_of_pages_have_one_spelling() -> None:
    settings, remarks = parse_settings('base_url = "https://a.example/"\n[pages]\nfolders = ["./docs/", "a//b"]\n')
    assert settings.pages.folders == ("docs", "a/b")
    assert not remarks


def test_folders_of_pages_must_be_there(tmp_path) -> None:
    (tmp_path / "sitegen.toml").write_text(
        'base_url = "https://a.example/"\n[pages]\n'
        'folders = ["docs", "file", "link", "link/docs", "none", "deep/docs"]\n'
    )
    for name in ("docs", "deep/docs", "elsewhere/docs"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "file").write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(InputError) as error:
        read_settings(tmp_path)
    assert error.value.exit_code == 2
    found = [(d.code, d.line, d.message.partition(": ")[2]) for d in error.value.diagnostics if d.severity == "error"]
    assert [code for code, _, _ in found] == ["pages-folder"]  # of one inside the other
    text = (tmp_path / "sitegen.toml").read_text().replace(', "link/docs"', "")
    (tmp_path / "sitegen.toml").write_text(text)
    with pytest.raises(InputError) as error:
        read_settings(tmp_path)
    found = [(d.code, d.line, d.message.partition(": ")[2]) for d in error.value.diagnostics]
    assert found == [
        ("pages-folder-missing", 3, "the folder 'file' is a file, not a folder"),
        ("pages-folder", 3, "'link' is a symbolic link, which could lead out of the site"),
        ("pages-folder-missing", 3, "the folder 'none' does not exist"),
    ]
    (tmp_path / "sitegen.toml").write_text(text.replace('"docs", "file", "link", "none", "deep/docs"', '"link/docs"'))
    with pytest.raises(InputError, match="symbolic link"):
        read_settings(tmp_path)


def test_folders_are_compared_on_the_disk_too(tmp_path) -> None:
    """Where the system ignores case, Content passes by its name and is content all the same."""
    (tmp_path / "content").mkdir()
    assert [code for code, _, _ in mistakes_on_disk(tmp_path, ["content"])] == ["pages-folder"]


@pytest.mark.parametrize(
    "to",
    ["https://github.com/user/repo/issues/new", "https://a.example/new?template=x", "mailto:desk@example.org", ""],
)
def test_where_readers_report_to(to: str) -> None:
    settings, _ = parse_settings(f'title = "x"\n[reports]\nto = "{to}"\n')
    assert settings.reports.to == to
