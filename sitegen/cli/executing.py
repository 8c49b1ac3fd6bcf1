"""Options that say where articles are analysed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from sitegen.pipeline.tasks import Executor

Command = TypeVar("Command", bound=Callable[..., object])

_EXECUTOR = click.option(
    "--executor",
    type=click.Choice(["in-process", "pool", "dask"]),
    default="pool",
    show_default=True,
    help="Where articles are analysed: in this process, in several, or on a Dask cluster. The result is the same.",
)
_WORKERS = click.option(
    "--workers", type=click.IntRange(1), metavar="N", help="The processes of the pool. Default: one a core."
)
_SCHEDULER = click.option(
    "--scheduler", metavar="ADDRESS", help="The cluster for --executor dask, such as tcp://10.0.0.5:8786."
)


def executing(command: Command) -> Command:
    """Add the options to a command."""
    return _EXECUTOR(_WORKERS(_SCHEDULER(command)))


def executor_of(name: str, workers: int | None, scheduler: str | None) -> "Executor":
    """Return the executor that is asked for.

    Raises UsageError where the options do not go together, and InputError (exit code 2) where Dask is not installed.
    """
    if workers is not None and name != "pool":
        raise click.UsageError(f"--workers is about the pool, not about --executor {name}.")
    if scheduler is not None and name != "dask":
        raise click.UsageError("--scheduler is the address of a Dask cluster: add --executor dask.")
    if name == "dask":
        if scheduler is None:
            raise click.UsageError("--executor dask needs --scheduler, the address of the cluster.")
        from sitegen.shell.executors.cluster import Cluster  # noqa: PLC0415  --help must not wait for the stages

        return Cluster(scheduler)
    if name == "pool":
        from sitegen.shell.executors.pool import Pool  # noqa: PLC0415

        return Pool(workers)
    from sitegen.pipeline.tasks import IN_PROCESS  # noqa: PLC0415

    return IN_PROCESS
