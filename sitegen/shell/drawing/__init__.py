"""Pixels: narrower copies of pictures, and social cards. The one place that imports Pillow.

Its modules are imported where something is drawn, for a build that draws nothing shall not pay for Pillow.
"""

from pathlib import Path

_FONTS = Path(__file__).parent / "fonts"
# The shipped fonts, by their paths.
SERIF, SANS, BOLD = (str(_FONTS / name) for name in ("serif.ttf", "sans.ttf", "sans-bold.ttf"))
