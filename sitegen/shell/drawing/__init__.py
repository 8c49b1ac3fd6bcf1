"""Pixels: narrower copies of pictures, and social cards. The one place that imports Pillow.

Its modules are imported where something is drawn, for a build that draws nothing shall not pay for Pillow.
"""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Font:
    """The font in the file at ``path``; ``digest`` tells it from what may have been there before."""

    path: str
    digest: str = ""


_FONTS = Path(__file__).parent / "fonts"
# The shipped fonts.
SERIF, SANS, BOLD = (Font(str(_FONTS / name)) for name in ("serif.ttf", "sans.ttf", "sans-bold.ttf"))
