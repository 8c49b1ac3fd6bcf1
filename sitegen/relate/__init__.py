"""What quotations have to do with each other, within an article and across articles. Pure.

Between ``withhold`` and ``compose``: it sees what is published, and nothing else.
"""

from sitegen.relate.relater import Relater

__all__ = ["Relater"]
