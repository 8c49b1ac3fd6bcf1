"""Who may ask: this machine's own browser, and pages of this site in it. Everybody else is turned away.

Any page on the web can make a browser send requests to 127.0.0.1. The Host header shows a name that somebody has
pointed at this machine (DNS rebinding), Origin and Sec-Fetch-Site a page of another site.
"""

import ipaddress
import re
import sys
import traceback
from collections.abc import Iterable

import h11
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::([0-9]{1,5}))?")
_LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})
_PROTECTION = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"same-origin"),
]


class Guard:
    """An ASGI application round another: answers by itself what may not be asked, and adds protective headers.

    ``port`` is the one that is listened on; ``hosts`` are names by which the server may be called besides this
    machine's own; with ``anywhere``, any address in figures will do, which no name can be pointed at.
    """

    def __init__(self, app: ASGIApp, *, port: int, hosts: Iterable[str] = (), anywhere: bool = False) -> None:
        self._app = app
        self._port = port
        self._hosts = _LOCAL | {_bracketed(host.lower()) for host in hosts}
        self._anywhere = anywhere

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand on."""
        if scope["type"] != "http":
            return

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *_PROTECTION]
            await send(message)

        refusal = self._refusal(scope)
        try:
            await (refusal or self._app)(scope, receive, protected)
        except h11.ProtocolError:
            # The client broke off the conversation, or never kept to it.
            return
        except Exception:
            # A mistake of our own: the server's own log, full of what clients make of the protocol, is silenced.
            traceback.print_exc(file=sys.stderr)
            raise

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._is_ours(hosts[0]):
            return _refused("This preview answers to localhost alone; --host NAME lets it answer to another name.")
        for origin in headers.getlist("origin"):
            scheme, _, host = origin.partition("://")
            if scheme != "http" or not self._is_ours(host):
                return _refused("This preview does not answer other sites.")
        # A link on another site may lead here; its scripts, pictures and frames may not.
        if headers.get("sec-fetch-site") in {"cross-site", "same-site"} and headers.get("sec-fetch-mode") != "navigate":
            return _refused("This preview does not answer other sites.")
        if scope["method"] not in {"GET", "HEAD"}:
            return PlainTextResponse("Nothing can be changed here.\n", 405, {"allow": "GET, HEAD"})
        return None

    def _is_ours(self, host: str) -> bool:
        found = _HOST.fullmatch(host.lower())
        if found is None or int(found[2] or 80) != self._port:
            return False
        return found[1] in self._hosts or (self._anywhere and _is_figures(found[1]))


def _refused(message: str) -> PlainTextResponse:
    return PlainTextResponse(message + "\n", 403)


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _is_figures(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
