"""A process of the pool: one order after another, until nobody is left to answer to."""

import signal
from multiprocessing.connection import Connection

from sitegen.model.parse import Parser
from sitegen.shell.collector import collect_rarely
from sitegen.shell.executors.answers import answer


def serve(connection: Connection, parser: Parser) -> None:
    """Answer orders until the other end is closed."""
    collect_rarely()
    # Whoever asks is interrupted as well, and closes the other end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            connection.send_bytes(answer(connection.recv_bytes(), parser))
    except (EOFError, OSError):
        return
