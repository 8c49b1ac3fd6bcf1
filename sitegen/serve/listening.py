"""The address of a preview: a socket that listens, and the names by which it is reached."""

import errno
import socket
import sys

from sitegen.diagnostics import Diagnostic, InputError

LOCAL = "127.0.0.1"
LOCAL_HOSTS = frozenset({LOCAL, "localhost", "::1"})
EVERY_HOST = frozenset({"0.0.0.0", "::", ""})
_MOST_PORTS = 50


def names_of(host: str) -> tuple[str, ...]:
    """Return the hosts by which a server on ``host`` is reached: from this machine first, then from others."""
    if host in EVERY_HOST:
        return LOCAL, socket.gethostname()
    return (f"[{host}]" if ":" in host else host,)


def exposed(host: str) -> Diagnostic:
    """Return the warning that other machines are let in."""
    message = f"--host {host} shows the preview, drafts and all, to every machine that can reach this one"
    return Diagnostic(
        "serve-host", "warning", "--host", None, None, message, "without --host, only this machine sees it"
    )


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on ``port`` of ``host``, or on the next port that is not taken.

    Raises InputError (exit code 2) where there is none, or ``host`` is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    error: OSError | None = None
    for number in range(port, min(port + _MOST_PORTS, 65536)):
        listening = socket.socket(family, socket.SOCK_STREAM)
        try:
            if sys.platform != "win32":
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((host, number))
            listening.listen(2048)
        except OSError as refused:
            listening.close()
            error = refused
            if refused.errno != errno.EADDRINUSE:
                break
        else:
            return listening
    reason = (error.strerror or str(error)).lower() if error is not None else "there is no such port"
    option, hint = "--port", "name another: --port 9000"
    if isinstance(error, socket.gaierror) or (error is not None and error.errno == errno.EADDRNOTAVAIL):
        option, hint = "--host", "name an address of this machine, or leave --host out"
    message = f"cannot listen on port {port} of {host}: {reason}"
    raise InputError(Diagnostic("port-unusable", "error", option, None, None, message, hint), exit_code=2)
