"""Write the gallery: python -m tests.gallery OUT, and open a page of OUT in a browser."""

import sys
from pathlib import Path

from tests.gallery import ROOMS, path_of, write

if len(sys.argv) != 2:
    sys.exit("usage: python -m tests.gallery OUT")
write(Path(sys.argv[1]))
print(Path(sys.argv[1]) / path_of(ROOMS[0]))
