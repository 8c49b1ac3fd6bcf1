"""Files that are neither pages nor copies: made from values, when somebody asks for them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.pipeline.memo import Memo


@dataclass(frozen=True, slots=True)
class Made:
    """A file that ``make`` makes; ``key`` is the digest of all that it depends on besides the code of ``stage``."""

    stage: str
    key: str
    make: Callable[[], bytes]


def make_files(files: Mapping[str, Made], memo: Memo) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each of ``files``, made only where it is not remembered."""
    for name, made in files.items():
        yield name, memo.remember(made.stage, bytes, (made.key,), made.make).value
