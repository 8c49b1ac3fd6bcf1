"""Where GitHub shows a repository's site, by its address, its CNAME and what the author wrote."""

import pytest

from sitegen.hosting import Repository, address_of, over_limits, repository_of


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/ann-lee/packet",
        "https://github.com/ann-lee/packet.git",
        "https://github.com/ann-lee/packet/",
        "https://ann-lee@github.com/ann-lee/packet.git",
        "https://token:x-oauth-basic@github.com/ann-lee/packet.git",
        "http://www.github.com/ann-lee/packet",
        "HTTPS://GitHub.com/ann-lee/packet.git",
        "git@github.com:ann-lee/packet.git",
        "git@github.com:/ann-lee/packet.git",
        "github.com:ann-lee/packet",
        "git@github.com-work:ann-lee/packet.git",
        "ssh://git@github.com/ann-lee/packet.git",
        "ssh://git@ssh.github.com:443/ann-lee/packet.git",
        "git://github.com/ann-lee/packet.git",
    ],
)
def test_a_repository_at_github(url: str) -> None:
    assert repository_of(url) == Repository("ann-lee", "packet")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "../packet.git",
        "/srv/git/github.com/ann-lee/packet.git",
        "https://gitlab.com/ann-lee/packet.git",
        "https://github.com.example.org/ann-lee/packet.git",
        "https://notgithub.com/ann-lee/packet.git",
        "https://example.org/github.com/ann-lee/packet",
        "https://gist.github.com/ann-lee/packet",
        "https://github.com/ann-lee",
        "https://github.com/ann-lee/packet/tree/main",
        "git@example.org:ann-lee/packet.git",
    ],
)
def test_a_repository_elsewhere(url: str) -> None:
    assert repository_of(url) is None


PROJECT = Repository("Ann-Lee", "Packet")
OWNER = Repository("Ann-Lee", "ann-lee.github.io")


@pytest.mark.parametrize(
    ("repository", "domain", "base_url", "kind", "url", "named"),
    [
        (PROJECT, "", "", "project", "https://ann-lee.github.io/Packet/", ""),
        (PROJECT, "", "https://Ann-Lee.github.io/Packet", "project", "https://ann-lee.github.io/Packet/", ""),
        (OWNER, "", "", "owner", "https://ann-lee.github.io/", ""),
        (OWNER, "", "https://ann-lee.github.io", "owner", "https://ann-lee.github.io/", ""),
        (PROJECT, "example.org", "", "domain", "https://example.org/", "example.org"),
        (PROJECT, "Example.org", "https://example.org", "domain", "https://example.org/", "example.org"),
        (PROJECT, "", "https://example.org/", "domain", "https://example.org/", "example.org"),
        (OWNER, "", "http://example.org", "domain", "http://example.org/", "example.org"),
        (PROJECT, "", "https://example.org/Packet/", "project", "https://example.org/Packet/", ""),
        (None, "", "https://example.org/anywhere/", "elsewhere", "https://example.org/anywhere/", ""),
        (None, "kept.example.org", "", "elsewhere", "", ""),
    ],
)
def test_where_a_site_stands(repository, domain, base_url, kind, url, named) -> None:
    found = address_of(repository, domain, base_url)
    assert (found.kind, found.url, found.domain, found.problem) == (kind, url, named, "")


@pytest.mark.parametrize(
    ("repository", "domain", "base_url", "right"),
    [
        (PROJECT, "", "https://ann-lee.github.io/", "https://ann-lee.github.io/Packet/"),
        (PROJECT, "", "http://ann-lee.github.io/Packet/", "https://ann-lee.github.io/Packet/"),
        (PROJECT, "", "https://somebody.github.io/Packet/", "https://ann-lee.github.io/Packet/"),
        (OWNER, "", "https://ann-lee.github.io/Packet/", "https://ann-lee.github.io/"),
        (PROJECT, "", "http://localhost:8000/", "https://ann-lee.github.io/Packet/"),
        (PROJECT, "", "https://example.org:8443/", "https://ann-lee.github.io/Packet/"),
        (PROJECT, "", "https://example.org/elsewhere/", "https://example.org/"),
        (OWNER, "", "https://example.org/ann-lee.github.io/", "https://example.org/"),
        (PROJECT, "example.org", "https://ann-lee.github.io/Packet/", "https://example.org/"),
        (PROJECT, "example.org", "https://www.example.org/", "https://example.org/"),
        (PROJECT, "example.org", "https://example.org/Packet/", "https://example.org/"),
    ],
)
def test_an_address_that_cannot_be_right(repository, domain, base_url, right) -> None:
    found = address_of(repository, domain, base_url)
    assert base_url in found.problem
    assert found.hint
    assert found.url == right


def test_limits() -> None:
    assert over_limits({"a.html": 1000, "video.mp4": 100 * 1024 * 1024}) == ()
    assert [remark.path for remark in over_limits({"video.mp4": 100 * 1024 * 1024 + 1})] == ["video.mp4"]
    assert [remark.path for remark in over_limits({str(n): 90_000_000 for n in range(12)})] == ["."]
