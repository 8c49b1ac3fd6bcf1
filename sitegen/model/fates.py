"""What became of quotations that were published and no longer stand on the site under their ids."""

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edited:
    """The quotation ``id`` of ``article``, which was published under the ids ``former``, the oldest first.

    Its words read otherwise then, or stood in another article; ``here`` are those of the former ids that it had in this
    one. ``day`` is that of the last change, None where nobody knows.
    """

    id: str
    article: str
    former: tuple[str, ...]
    here: tuple[str, ...] = ()
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """An id whose quotation was taken out, and the ids ``former`` that it had before, the oldest first.

    ``article`` is the id of its article, "" where nobody knows; the article itself may be gone, or be published no
    longer. ``day`` is that on which it was taken out, None where nobody has written that down.
    """

    id: str
    article: str = ""
    day: datetime.date | None = None
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fates:
    """Where the ids lead that were published and are nobody's own today; no id is in it twice."""

    edited: tuple[Edited, ...] = ()
    gone: tuple[Gone, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.edited or self.gone)
