"""What the library behind numpy's matrices must be told before it is loaded."""

import os
import platform
from pathlib import Path

# The matrices are small: a second thread would cost more than it brings, and whoever wants the other cores has other
# processes there. Each library that may be behind numpy has a name of its own.
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
_PROCESSORS = Path("/proc/cpuinfo")
# What OpenBLAS's routines for wide vectors need, by the names that Linux gives them.
_WIDE = frozenset({"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"})


def prepare_matrices(processors: Path = _PROCESSORS) -> None:
    """Set what numpy's library reads from the environment when it is loaded, unless the user has set it.

    OpenBLAS takes processors of AMD that it does not know for their elders, whose vectors are half as wide; the model
    takes an eighth less time with the wide ones, and says the same. ``processors`` is where Linux describes them.
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    if platform.machine() == "x86_64" and _knows_wide_vectors(processors):
        os.environ.setdefault("OPENBLAS_CORETYPE", "SKYLAKEX")


def _knows_wide_vectors(processors: Path) -> bool:
    """Tell whether all processors, as far as Linux describes them, have the instructions that are needed."""
    try:
        lines = processors.read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return False
    flags = [set(line.partition(":")[2].split()) for line in lines if line.startswith("flags")]
    return bool(flags) and all(known >= _WIDE for known in flags)
