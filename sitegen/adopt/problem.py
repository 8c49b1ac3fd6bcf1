"""What forbids to take a text."""


class HeadProblem(Exception):  # noqa: N818 - a user's mistake, no bug
    """A head that cannot be read; ``line`` counts from 1 in the file."""

    def __init__(self, message: str, hint: str, line: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.line = line
