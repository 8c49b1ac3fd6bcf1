"""build_stages.py SITE [--stand-in] [--search] [--one-process]: build a site, and tell what each stage took.

Prints one JSON object: the stages in their order, each with wall seconds, CPU seconds and the most memory that this
process held meanwhile (MB); and how many articles, people, quotations, pages and written files there are. Articles are
analysed by a process a core, as ``sitegen build`` has it; in --one-process, the model is told apart as a stage. With
--stand-in, the texts are read by the stand-in for the model (``stand_in.py``). --under-the-models-name keeps its parses
as if the site's own model had made them: for measuring builds that follow, never for a site to be read. Linux only.
"""

import argparse
import json
import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stand_in import StandIn

from sitegen.build import build
from sitegen.model.parse import ModelIdentity, Parse, Parser
from sitegen.pipeline.tasks import IN_PROCESS
from sitegen.planning import read_inputs
from sitegen.shell.collector import collect_rarely
from sitegen.shell.executors.pool import Pool
from sitegen.shell.model_files import identify_model
from sitegen.shell.nlp import SpacyParser

# What a build says of its stages, and the stages.
_STAGES = {
    "parsing files": "parse Markdown",
    "analysing": "analyse",
    "resolving": "resolve",
    "relating": "relate",
    "composing": "plan pages",
    "rendering": "make pages",
}
_FIRST, _LAST = "read files", "draw, write"


def cpu() -> float:
    """Return the CPU seconds of this process and of those that it started and that ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def peak() -> float:
    """Return the most memory, in MB, that this process held since the last call."""
    status = Path("/proc/self/status").read_text("utf-8")
    highest = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:"))
    # Begins counting anew (proc(5)).
    Path("/proc/self/clear_refs").write_text("5", "utf-8")
    return highest / 1000


@dataclass
class Stages:
    """What stages took, told by the progress of a build."""

    taken: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    current: str = _FIRST
    wall: float = field(default_factory=time.perf_counter)
    cpu: float = field(default_factory=cpu)

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Note that a stage has begun, or how far it is."""
        name = _LAST if stage == "rendering" and done == total else _STAGES.get(stage, stage)
        if name != self.current:
            self.end()
            self.current = name

    def end(self) -> None:
        """Note that the stage has ended."""
        wall, spent = time.perf_counter(), cpu()
        before = self.taken.get(self.current, (0.0, 0.0, 0.0))
        highest = max(before[2], peak())
        self.taken[self.current] = (before[0] + wall - self.wall, before[1] + spent - self.cpu, highest)
        self.wall, self.cpu = wall, spent


class Timed:
    """A parser whose reading is told apart as a stage of its own."""

    def __init__(self, parser: Parser, stages: Stages) -> None:
        self._parser = parser
        self._stages = stages

    @property
    def identity(self) -> ModelIdentity:
        """The identity of the parser itself."""
        return self._parser.identity

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        """Read each text on its own."""
        before = self._stages.current
        self._stages("the model", 0, 0)
        try:
            return self._parser.parse(texts)
        finally:
            self._stages(before, 0, 0)


def parser_for(site: Path, *, stand_in: bool, named_as_model: bool) -> Parser:
    """Return what reads the texts of a site."""
    model = read_inputs(site).settings.nlp
    if named_as_model:
        return StandIn(identify_model(model.model, model.weights))
    return StandIn() if stand_in else SpacyParser(model.model, model.weights)


def main() -> None:
    """Build and tell."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("site", type=Path)
    for name in ("--stand-in", "--search", "--one-process", "--under-the-models-name"):
        arguments.add_argument(name, action="store_true")
    chosen = arguments.parse_args()
    # As the command line has it; see ``cli/group.py``.
    collect_rarely()
    parser = parser_for(chosen.site, stand_in=chosen.stand_in, named_as_model=chosen.under_the_models_name)
    stages = Stages()
    reader: Parser | None = parser
    if chosen.one_process:
        reader = Timed(parser, stages)
    elif not (chosen.stand_in or chosen.under_the_models_name):
        # A build that is given no parser of its own keeps what tells the next one at once that nothing changed.
        reader = None
    executor = IN_PROCESS if chosen.one_process else Pool()
    built = build(chosen.site, search=chosen.search, parser=reader, executor=executor, progress=stages)
    stages.end()
    made = built.outcome
    told: dict[str, Any] = {
        "stages": stages.taken,
        "articles": made.articles,
        "people": made.people,
        "quotes": made.quotes,
        "pages": made.pages,
        "written": built.written,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
