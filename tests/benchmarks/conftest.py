"""The scripts of ``benchmarks/`` are no package: they find one another in their own folder."""

import sys
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "benchmarks"

sys.path.append(str(FOLDER))
