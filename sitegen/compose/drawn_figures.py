"""Figures in pictures: at which ones lines are drawn, and how positions are written."""

from collections.abc import Iterator

_POWERS = range(12)


def round_steps() -> Iterator[int]:
    """Yield 1, 2, 5, 10, 20, 50 and so on: what lies between lines of a scale."""
    return (factor * 10**power for power in _POWERS for factor in (1, 2, 5))


def per_cent(value: float) -> str:
    """Return a percentage as attributes of SVG have it, without the sign: "12.5"."""
    return f"{value:.2f}".rstrip("0").removesuffix(".")
