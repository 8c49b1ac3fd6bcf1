"""``python -m sitegen.reference docs``."""

import sys
from pathlib import Path

from sitegen.reference import write

write(Path(sys.argv[1]))
