"""nginx on loopback, set up as a host of static pages is."""

import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import which

_CONFIGURATION = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ }}
http {{
    types {{
        text/html html; text/css css; text/javascript js; image/svg+xml svg; image/png png; image/jpeg jpg;
        application/json json; application/xml xml; text/plain txt;
    }}
    charset utf-8;
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        absolute_redirect off;
        {locations}
    }}
}}
"""


def program() -> str:
    """Return nginx's path; Debian keeps it where only root looks."""
    found = which("nginx") or which("nginx", path="/usr/sbin:/usr/local/sbin:/opt/homebrew/bin")
    assert found, "nginx is missing: make test installs it, or says why it cannot"
    return found


@contextmanager
def serving(folder: Path, sites: Mapping[str, Path]) -> Iterator[str]:
    """Serve each folder of ``sites`` under its path, with its own 404.html; yields the address without a slash.

    ``folder`` takes what nginx writes.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    locations = "\n".join(
        f"location {path} {{ alias {site}/; index index.html; error_page 404 {path}404.html; }}"
        for path, site in sites.items()
    )
    configuration = folder / "nginx.conf"
    configuration.write_text(_CONFIGURATION.format(folder=folder, port=port, locations=locations))
    # As root, workers would be somebody else, who may not read a test's folders.
    user = ["-g", "user root;"] if Path("/root").exists() and _is_root() else []
    process = subprocess.Popen(
        [program(), "-c", str(configuration), "-p", str(folder), "-e", str(folder / "error.log"), *user],
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(10)


def _is_root() -> bool:
    import os

    return os.geteuid() == 0


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        assert process.poll() is None, "nginx ended at once"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")
