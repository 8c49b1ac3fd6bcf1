"""where.py [--seconds S] -- ARGUMENTS: in which parts of sitegen a command spends its time.

Runs ``sitegen ARGUMENTS`` in this process, looks every few milliseconds at what each of its threads is doing, and
prints a table in Markdown: the module of sitegen, the library that it is in at that moment, and the share of all looks
at which a thread was at work. Other processes that the command starts are not looked into; their CPU seconds are told.
``serve`` is ended after S seconds.

    python benchmarks/where.py -- build SITE --no-search
    python benchmarks/where.py --seconds 60 --save SITE/content/an-article.md -- serve SITE

With --save, that file is saved again and again while the preview runs, another version of one sentence behind its text,
and only the time from the first save on counts.
"""

import argparse
import os
import resource
import signal
import sys
import sysconfig
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import sitegen
from sitegen.cli import main as sitegen_command

# Seconds between two looks.
_LOOK = 0.004
# Between two saves, and before the first: the first build ends, and the model is loaded.
_SAVE, _SETTLE = 3.0, 25.0
_PACKAGE = str(Path(sitegen.__file__).parent) + os.sep
_LIBRARIES = (str(Path(sysconfig.get_paths()["purelib"])) + os.sep, str(Path(sysconfig.get_paths()["stdlib"])) + os.sep)
# A thread whose innermost call is one of these waits.
_WAITING = frozenset(
    {"wait", "select", "poll", "accept", "get", "read_events", "_wait_for_tstate_lock", "join", "read1"}
)
_SHOWN = 14


class Looks(threading.Thread):
    """Counts where the other threads of this process are, look by look."""

    def __init__(self) -> None:
        super().__init__(name="looks", daemon=True)
        self.counts: Counter[tuple[str, str]] = Counter()
        self.ended = threading.Event()

    def run(self) -> None:
        """Look until the end."""
        while not self.ended.wait(_LOOK):
            for thread, frame in sys._current_frames().items():
                if thread != self.ident and frame.f_code.co_name not in _WAITING:
                    where = place_of(frame)
                    if where is not None:
                        self.counts[where] += 1


def place_of(frame: FrameType) -> tuple[str, str] | None:
    """Return the innermost module of sitegen that a frame is in, and the library inside it, "" for none."""
    library = ""
    for number, each in enumerate(_outwards(frame)):
        file = each.f_code.co_filename
        if file.startswith(_PACKAGE):
            return file.removeprefix(_PACKAGE).removesuffix(".py"), library
        if not number or not library:
            library = _library(file)
    return None


def _outwards(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def _library(file: str) -> str:
    if file.endswith((".html", ".xml", ".txt")) or file == "<template>":
        return "templates"
    for folder in _LIBRARIES:
        if file.startswith(folder):
            return Path(file.removeprefix(folder)).parts[0].removesuffix(".py")
    return ""


def table(counts: Counter[tuple[str, str]]) -> str:
    """Return the places with the most looks, as a table in Markdown."""
    total = counts.total() or 1
    rows = [
        f"| `{module}`{f' in {library}' if library else ''} | {100 * number / total:.1f} % |"
        for (module, library), number in counts.most_common(_SHOWN)
    ]
    return "\n".join(["| where | share |", "| --- | ---: |", *rows])


def save_on(file: Path, looks: Looks) -> None:
    """Save ``file`` again and again, in another version each time."""
    text = file.read_text("utf-8")
    time.sleep(_SETTLE)
    looks.counts.clear()
    number = 0
    while not looks.ended.wait(_SAVE):
        number += 1
        file.write_text(f"{text}\nThe tide was {number} feet.\n", "utf-8")


def main() -> None:
    """Run a command and tell where it was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0.0)
    parser.add_argument("--save", type=Path)
    parser.add_argument("arguments", nargs="+")
    chosen = parser.parse_args()
    looks = Looks()
    # Looks would come late otherwise, and see most often what lets other threads go ahead.
    sys.setswitchinterval(0.0002)

    def told() -> None:
        looks.ended.set()
        others = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(table(looks.counts))
        print(
            f"\n{time.process_time():.1f} CPU seconds in this process, "
            f"{others.ru_utime + others.ru_stime:.1f} in others that have ended",
            flush=True,
        )

    if chosen.seconds:
        # The preview ends its process at once, so what was seen is told before.
        threading.Timer(chosen.seconds, lambda: (told(), os.kill(os.getpid(), signal.SIGINT))).start()
    if chosen.save is not None:
        threading.Thread(target=save_on, args=(chosen.save, looks), daemon=True).start()
    looks.start()
    try:
        sitegen_command(chosen.arguments, standalone_mode=False)
    finally:
        if not looks.ended.is_set():
            told()


if __name__ == "__main__":
    main()
