"""The running server: who is answered, what is found, and how it ends."""

import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen.diagnostics import InputError
from sitegen.pipeline.contents import read_contents
from sitegen.pipeline.parsing import parse_keys
from sitegen.planning import read_inputs
from sitegen.serve.assembly import preview_memo
from sitegen.serve.listening import listen
from sitegen.shell.cache import Cache
from sitegen.shell.nlp import SpacyParser
from sitegen.shell.versions import code_versions
from tests.serve.preview import ROOT, Preview, article, previewed, small_site

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return small_site(tmp_path_factory.mktemp("server") / "site")


@pytest.fixture(scope="module")
def preview(site: Path) -> Iterator[Preview]:
    with previewed(site) as running:
        running.shows("/", "The Packet")
        yield running


def events(preview: Preview, query: str = "") -> tuple[socket.socket, list[dict[str, object]]]:
    """Listen to the events; the list grows as they come."""
    connection = socket.create_connection(("127.0.0.1", preview.port))
    heard: list[dict[str, object]] = []

    def listen() -> None:
        with connection, connection.makefile("rb") as stream:
            for line in stream:
                if line.startswith(b"data:"):
                    heard.append(json.loads(line[5:]))

    request = f"GET /_sitegen/events{query} HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n"
    connection.sendall(request.encode())
    threading.Thread(target=listen, daemon=True).start()
    preview.wait(lambda: heard)
    return connection, heard


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/articles/ferry/", 200),
        ("/articles/ferry/index.html", 200),
        ("/articles/ferry", 307),
        ("/packet/articles/ferry/", 200),
        ("/packet/articles/ferry", 307),
        ("/static/style.css", 200),
        ("/packet/static/style.css", 200),
        ("/nowhere/", 404),
        ("/_sitegen/events/x", 404),
        ("/_sitegen/", 404),
        ("//example.org/", 404),
        ("/%2e%2e/sitegen.toml", 404),
        ("/..%2fsitegen.toml", 404),
        ("/../sitegen.toml", 404),
        ("/content/ferry.md", 404),
        ("/.sitegen/memo.sqlite", 404),
        ("/.sitegen-manifest.json", 404),
        ("/%00", 404),
        ("/%ff%fe", 404),
        ("http://example.org/", 404),
    ],
)
def test_what_is_found(preview: Preview, path: str, status: int) -> None:
    found, _, headers = preview.get(path)
    assert found == status
    if status == 307:
        assert headers["location"] == path + "/"
    assert "access-control-allow-origin" not in headers
    assert headers["x-content-type-options"] == "nosniff"


def test_a_missing_page_is_the_sites_own(preview: Preview) -> None:
    status, text, _ = preview.get("/nowhere/")
    assert status == 404
    assert "There is no page at this address" in text
    assert 'href="/packet/static/style.css"' in text


def test_an_address_is_never_taken_for_markup(preview: Preview) -> None:
    status, text, _ = preview.get('/"><b>x</b>/')
    assert status == 404
    assert "There is no page at this address" in text
    assert "<b>x" not in text


def test_a_page_that_is_known_is_not_sent_again(preview: Preview) -> None:
    for path in ("/articles/ferry/", "/static/style.css"):
        etag = preview.get(path)[2]["etag"]
        assert preview.get(path, if_none_match=etag)[0] == 304


def test_ranges_of_copied_files(preview: Preview) -> None:
    status, text, _ = preview.get("/static/style.css", range="bytes=0-9")
    assert (status, len(text)) == (206, 10)
    many = ",".join(f"{number}-{number}" for number in range(1000))
    assert preview.get("/static/style.css", range=f"bytes={many}")[0] == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
@pytest.mark.parametrize("path", ["/", "/_sitegen/reload.js"])
def test_this_machine_is_answered(preview: Preview, host: str, path: str) -> None:
    assert preview.get(path, host=f"{host}:{preview.port}")[0] == 200


@pytest.mark.parametrize("path", ["/", "/static/style.css", "/_sitegen/events", "/_sitegen/reload.js", "/nowhere"])
def test_foreign_names_and_pages_are_turned_away_everywhere(preview: Preview, path: str) -> None:
    port = preview.port
    for host in (
        "evil.example",
        f"evil.example:{port}",
        f"127.0.0.1.evil.example:{port}",
        "127.0.0.1",
        "",
        "localhost:1",
    ):
        assert preview.get(path, host=host)[0] in {400, 403}, host
    for origin in ("http://evil.example", "null", f"https://127.0.0.1:{port}", f"http://127.0.0.1:{port + 1}"):
        assert preview.get(path, origin=origin)[0] == 403, origin
    assert preview.get(path, sec_fetch_site="cross-site", sec_fetch_mode="no-cors")[0] == 403
    assert preview.get(path, sec_fetch_site="same-site", sec_fetch_mode="cors")[0] == 403


def test_a_link_on_another_site_may_lead_here(preview: Preview) -> None:
    assert preview.get("/", sec_fetch_site="cross-site", sec_fetch_mode="navigate")[0] == 200
    assert preview.get("/", origin=f"http://localhost:{preview.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_changed(preview: Preview, method: str) -> None:
    for path in ("/", "/content/ferry.md", "/_sitegen/events", "/_sitegen/reload.js"):
        assert preview.get(path, method)[0] == 405


def test_head_is_answered_without_a_body(preview: Preview) -> None:
    for path in ("/", "/static/style.css", "/_sitegen/events", "/_sitegen/reload.js"):
        status, text, _ = preview.get(path, "HEAD")
        assert (status, text) == (200, "")


def test_links_out_of_the_site_are_not_followed(preview: Preview, site: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("SECRET")
    (tmp_path / "secret.md").write_text("SECRET said somebody.")
    links = [site / "content" / "leak.txt", site / "content" / "leak.md", site / "content" / "folder", site / "static"]
    targets = [tmp_path / "secret.txt", tmp_path / "secret.md", tmp_path, tmp_path]
    for link, target in zip(links, targets, strict=True):
        link.symlink_to(target)
    article(site / "content" / "ferry.md", "With links about")
    preview.shows("/articles/ferry/", "With links about")
    for path in (
        "/articles/leak/",
        "/articles/ferry/leak.txt",
        "/leak.txt",
        "/folder/secret.txt",
        "/static/secret.txt",
    ):
        status, text, _ = preview.get(path)
        assert status == 404
        assert "SECRET" not in text
    for link in links:
        link.unlink()


def test_only_those_whose_page_changed_are_told_to_reload(preview: Preview, site: Path) -> None:
    clients = {}
    for name in ("ferry", "mole"):
        page = f"articles/{name}/index.html"
        preview.get(f"/articles/{name}/")
        etag = preview.get(f"/articles/{name}/")[1].partition('data-etag="')[2].partition('"')[0]
        clients[name] = events(preview, f"?page={page}&etag={etag}")
        assert clients[name][1][0]["reload"] is False
    anybody = events(preview)
    article(site / "content" / "ferry.md", "Told to one")
    for _, heard in (clients["ferry"], anybody):
        preview.wait(lambda heard=heard: any(message["reload"] for message in heard))
    preview.wait(lambda: len(clients["mole"][1]) > 1)
    assert not any(message["reload"] for message in clients["mole"][1])
    for connection, _ in (*clients.values(), anybody):
        connection.close()


def test_a_card_says_what_its_person_said_last(preview: Preview, site: Path) -> None:
    article(site / "content" / "mole.md", "The mole is mended", 'Edgar Pendrake said: "It will hold until May."')
    preview.shows("/people/edgar-pendrake/card.js", '["It will hold until May."]')
    assert preview.get("/people/edgar-pendrake/card.js")[2]["content-type"].partition(";")[0].endswith("/javascript")


def test_a_page_that_is_out_of_date_is_told_at_once(preview: Preview) -> None:
    connection, heard = events(preview, "?page=articles/ferry/index.html&etag=0")
    assert heard[0]["reload"] is True
    connection.close()


def test_slow_senders_are_cut_off(preview: Preview) -> None:
    slow = []
    for start in (b"", b"GET / HTTP/1.1\r\nHost: x\r\nX: ", b"G"):
        connection = socket.create_connection(("127.0.0.1", preview.port))
        connection.sendall(start)
        connection.settimeout(30)
        slow.append(connection)
    begun = time.monotonic()
    assert preview.get("/")[0] == 200
    assert time.monotonic() - begun < 5
    for connection in slow:
        with connection, suppress(ConnectionResetError):
            assert connection.recv(1000) == b""
    assert time.monotonic() - begun < 25


def test_a_failing_template_is_found_when_editing_pauses(preview: Preview, site: Path) -> None:
    # One page of each template is made before a build is shown; this fails on another one.
    template = site / "templates" / "quote.html"
    template.parent.mkdir()
    fails = '{% if "hold" in view.frame.title %}{{ view.x }}{% endif %}'
    broken = f'{{% extends "shipped/quote.html" %}}{{% block head %}}{fails}{{% endblock %}}'
    _, heard = events(preview)
    template.write_text(broken, "utf-8")
    preview.wait(lambda: any(message["problems"] for message in heard))
    problem = next(message["problems"] for message in heard if message["problems"])
    assert problem[0]["path"] == "templates/quote.html"  # type: ignore[index]
    shutil.rmtree(template.parent)
    preview.wait(lambda: not heard[-1]["problems"])


def test_two_previews_of_one_site_take_two_ports(preview: Preview, site: Path) -> None:
    with previewed(site, port=preview.port) as second:
        assert second.port != preview.port
        assert f"port {preview.port} is taken, so this is port {second.port}" in second.said
        second.shows("/", "The Packet")
        assert preview.get("/")[0] == 200
        assert second.stop()[0] == 0
    assert preview.get("/")[0] == 200


def test_other_machines_are_let_in_with_a_warning_only(site: Path) -> None:
    with previewed(site, "--host", "0.0.0.0") as preview:
        assert "warning: --host 0.0.0.0 shows the preview, drafts and all, to every machine" in preview.said
        preview.shows("/", "The Packet")
        assert preview.get("/", host=f"192.0.2.7:{preview.port}")[0] == 200
        assert preview.get("/", host=f"evil.example:{preview.port}")[0] == 403


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_within_a_second_and_leaves_nothing(tmp_path: Path, sign: signal.Signals) -> None:
    site = small_site(tmp_path / "site")
    with previewed(site) as preview:
        preview.shows("/", "The Packet")
        clients = [events(preview)[0] for _ in range(5)]
        idle = socket.create_connection(("127.0.0.1", preview.port))
        assert list((site / ".sitegen" / "preview").iterdir())
        code, seconds = preview.stop(sign)
        assert code == 0
        assert seconds < 1.5
        assert "Traceback" not in preview.said
        for client in (*clients, idle):
            client.close()
    assert not (site / ".sitegen" / "preview").exists()
    assert not (site / "_site").exists()


def test_it_ends_at_once_while_it_builds(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    for number in range(300):
        said = " ".join(f"Edgar Pendrake said that note {number} of page {page} was good." for page in range(40))
        article(site / "content" / f"note-{number}.md", f"Note {number}", said)
    with previewed(site) as preview:
        # There when the first articles have been read.
        preview.wait((site / ".sitegen" / "memo.sqlite").exists, 60)
        assert "files new" not in preview.said
        code, seconds = preview.stop()
        assert code == 0
        assert seconds < 1.5
    assert not (site / ".sitegen" / "preview").exists()
    # What was read by then need not be read again.
    with Cache(site) as cache:
        memo = preview_memo(cache, code_versions())
        inputs = read_inputs(site)
        articles = read_contents(inputs.sources.files, inputs.settings, memo).articles
        keys = list(parse_keys(articles, SpacyParser(inputs.settings.nlp.model), memo))
        assert sum(cache.get(key) is not None for key in keys) >= 32


def test_only_a_site_is_previewed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    for name, code in (("file", "path-missing"), ("nowhere", "path-missing"), ("folder", "config-missing")):
        command = [sys.executable, "-m", "sitegen", "serve", str(tmp_path / name)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
        assert (done.returncode, code in done.stderr) == (2, True), done.stderr
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_host_that_is_not_this_machine(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        listen("192.0.2.1", 8000)
    (diagnostic,) = caught.value.diagnostics
    assert (diagnostic.path, caught.value.exit_code) == ("--host", 2)


def test_a_site_that_cannot_be_built_yet_is_explained(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    shutil.rmtree(site / "content")
    with previewed(site) as preview:
        preview.shows("/", "There is nothing to show yet")
        assert "content-missing" in preview.get("/")[1]
        article(site / "content" / "ferry.md", "It is here")
        preview.shows("/articles/ferry/", "It is here")
        # The content folder goes and comes back.
        shutil.rmtree(site / "content")
        preview.wait(lambda: preview.said.count("the last good site stays") == 1)
        assert preview.get("/articles/ferry/")[0] == 200
        article(site / "content" / "ferry.md", "It is back")
        preview.shows("/articles/ferry/", "It is back")


def test_events_for_programs(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    with previewed(site, "--json") as preview:
        preview.shows("/", "The Packet")
        article(site / "content" / "ferry.md", "In figures")
        preview.shows("/articles/ferry/", "In figures")
        preview.wait(lambda: sum('"built"' in line for line in preview.lines) == 2)
        preview.stop()
    built = [found for found in map(json.loads, preview.lines) if found.get("event") == "built"]
    assert built[1]["changed"] == ["content/ferry.md"]
    assert 0 < built[1]["files"] < built[0]["files"]
    assert {"parsing files", "analysing", "resolving", "composing"} <= built[0]["stages"].keys()
