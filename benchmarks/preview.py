"""preview.py SITE [--hugo HUGO] [--saves N]: how long a save takes to be served, by sitegen and by Hugo.

SITE is a folder with articles as Markdown with YAML front matter, among it ``people``; it is copied. Each save changes
the title and a quotation of one article; it is served when the article's page and the page of a person whom it names
both show that. The saves of both servers take turns, in one run, so that both meet the same noise. HUGO is the binary;
its site shows the same articles and a page a person that lists theirs, in plain templates, and it neither reads for
names nor for quotations. Prints medians, the longest, and 90 of 100.
"""

import argparse
import http.client
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

START = 600.0
PATIENCE = 30.0
HEAD = '<!doctype html><html lang="en"><head><title>{{.Title}}</title></head><body><h1>{{.Title}}</h1>'
HUGO = {
    "hugo.toml": 'baseURL="http://localhost/"\ntitle="News"\n[taxonomies]\nperson="people"\n',
    "layouts/_default/single.html": HEAD
    + '{{.Content}}<ul>{{range .GetTerms "people"}}<li><a href="{{.RelPermalink}}">{{.LinkTitle}}</a></li>{{end}}</ul>',
    "layouts/_default/list.html": HEAD
    + '<ul>{{range .Pages}}<li><a href="{{.RelPermalink}}">{{.Title}}</a>{{end}}</ul>',
}


@dataclass
class Server:
    """A preview server: the article that is edited, and the two pages that must show it."""

    name: str
    command: list[str]
    edited: Path
    article: str
    person: str
    port: int
    seconds: list[float] = field(default_factory=list)
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> float:
        """Return the seconds until the article is served."""
        begun = time.perf_counter()
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait(self.article, "", START)
        return time.perf_counter() - begun

    def save(self, text: str, mark: str) -> None:
        """Save the article and wait until both pages show ``mark``."""
        self.edited.write_text(text, "utf-8")
        begun = time.perf_counter()
        self.wait(self.article, mark, PATIENCE)
        self.wait(self.person, mark, PATIENCE)
        self.seconds.append(time.perf_counter() - begun)

    def wait(self, path: str, mark: str, patience: float) -> None:
        """Ask for ``path`` until it shows ``mark``."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=30) as answer:
                    if mark.encode() in answer.read():
                        return
            except (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError):
                pass
            time.sleep(0.01)
        sys.exit(f"{self.name}: {path} never showed {mark!r}")

    def stop(self) -> None:
        """End the server."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def sitegen(source: Path, home: Path, chosen: str, person: str) -> Server:
    """Return sitegen's server of a copy of the site."""
    site = home / "sitegen"
    shutil.copytree(source, site, ignore=shutil.ignore_patterns("_site"))
    port = free_port()
    command = [sys.executable, "-m", "sitegen", "serve", str(site), "--port", str(port)]
    article = f"/articles/{slug(Path(chosen).stem)}/"
    return Server("sitegen serve", command, site / "content" / chosen, article, f"/people/{slug(person)}/", port)


def hugo(source: Path, home: Path, chosen: str, person: str, binary: str) -> Server:
    """Return Hugo's server of the same articles."""
    site = home / "hugo"
    shutil.copytree(source / "content", site / "content" / "articles")
    for name, text in HUGO.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    port = free_port()
    command = [binary, "server", "--source", str(site), "--port", str(port), "--bind", "127.0.0.1"]
    article = f"/articles/{Path(chosen).stem}/"
    return Server(
        "hugo server", command, site / "content" / "articles" / chosen, article, f"/people/{slug(person)}/", port
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--hugo", default="")
    parser.add_argument("--saves", type=int, default=20)
    options = parser.parse_args()
    articles = sorted((options.site / "content").glob("*.md"))
    # The newest article: it stands on the first page of whatever names it.
    chosen = articles[-1]
    text = chosen.read_text("utf-8")
    person = re.search(r'^people: \["([^"]+)"', text, re.MULTILINE)
    if person is None:
        sys.exit(f"{chosen} has no people: in its front matter")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        servers = [sitegen(options.site, home, chosen.name, person[1])]
        if options.hugo:
            servers.append(hugo(options.site, home, chosen.name, person[1], options.hugo))
        try:
            for server in servers:
                print(
                    f"{server.name:16} {server.start():6.2f} s to the first page, {len(articles):,} articles",
                    flush=True,
                )
            # The model is loaded behind the first build.
            time.sleep(8)
            for number in range(options.saves):
                mark = f"mark{number}x"
                said = f'\n\n"We found {mark} in the ledger," {person[1]} said on Monday.\n'
                saved = re.sub(r'^(title: ".*)"$', rf'\1 {mark}"', text, count=1, flags=re.MULTILINE).rstrip() + said
                for server in servers:
                    server.save(saved, mark)
                time.sleep(0.5)
        finally:
            for server in servers:
                server.stop()
        for server in servers:
            times = sorted(server.seconds)
            print(
                f"{server.name:16} {statistics.median(times):6.3f} s median of {len(times)} saves, "
                f"{times[int(len(times) * 0.9)]:.3f} s for 90 of 100, {times[-1]:.3f} s at most"
            )


if __name__ == "__main__":
    main()
