"""Breaking words into lines by their widths."""

from collections.abc import Sequence

from sitegen.shell.drawing.letters import Letters

# Says that words are left out.
CUT = " …"


def broken(words: str, letters: Letters, room: int, most: int) -> tuple[Sequence[str], bool]:
    """Break ``words`` into at most ``most`` lines of ``room`` pixels; tells as well whether some are left out.

    Then there is room for ``CUT`` behind the last line. A word that is wider than a line is broken anywhere.
    """
    lines: list[str] = []
    line: list[str] = []
    width, blank = 0, letters.width(" ")
    pending = words.split()[::-1]
    while pending:
        word = pending.pop()
        wide = letters.width(word)
        longer = width + blank + wide if line else wide
        if longer <= room:
            line.append(word)
            width = longer
        elif len(lines) == most - 1:
            return [*lines, _with_room(line, letters, room)], True
        elif line:
            lines.append(" ".join(line))
            line, width = [], 0
            pending.append(word)
        else:
            fits = _head(word, letters, room)
            lines.append(word[:fits])
            pending.append(word[fits:])
    return [*lines, " ".join(line)], False


def fitting(text: str, letters: Letters, room: int) -> str:
    """Return as many words as fit into ``room`` pixels, followed by ``CUT`` where that are not all."""
    (line,), cut = broken(text, letters, room, 1)
    return line + CUT if cut else line


def _with_room(line: list[str], letters: Letters, room: int) -> str:
    while len(line) > 1 and letters.width(" ".join(line) + CUT) > room:
        line = line[:-1]
    return " ".join(line)


def _head(word: str, letters: Letters, room: int) -> int:
    """Return how many characters of ``word`` fit into ``room``, one at least."""
    width = 0
    for count, letter in enumerate(word):
        width += letters.width(letter)
        if width > room:
            return max(1, count)
    return len(word)
