"""Python's collector of cyclic garbage: no value leads back to itself, so it finds next to nothing."""

import gc

# New values between two passes over the young ones; passes between two over the older, and between two over all.
_RARELY = (100_000, 50, 100)


def collect_rarely() -> None:
    """Have the collector run rarely in this process: passes over all values of a site double the time of a plan."""
    gc.set_threshold(*_RARELY)
