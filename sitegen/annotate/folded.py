"""Text as anchoring compares it: white space and typography evened out, with the way back to its own offsets."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

from sitegen.model.span import Span

DOUBLE, SINGLE = '"', "'"
# One sign for one, so that offsets stay.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂", DOUBLE),
        **dict.fromkeys("‘’‚‛‹›ʼ′`´＇", SINGLE),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    }
)
# What typography writes as one sign: white space, "--" for a dash, "..." for an ellipsis; what nobody sees: soft
# hyphens, joiners, marks of direction; and letters with marks of their own, which Unicode writes in two ways.
_UNSEEN = r"\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff"
_RUNS = re.compile(
    rf"(?P<blank>[{_UNSEEN}]*\s[\s{_UNSEEN}]*)|(?P<dash>-{{2,}})|(?P<dots>\.{{3,}})|(?P<unseen>[{_UNSEEN}]+)"
    r"|[^\W\d_][\u0300-\u036f]+"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` folded: its character ``i`` stands for the characters ``starts[i]:ends[i]`` of the original."""

    text: str
    starts: "array[int]" = field(repr=False)
    ends: "array[int]" = field(repr=False)

    def span(self, start: int, end: int) -> Span:
        """Return the offsets in the original of the folded characters ``start:end``, which are at least one."""
        return Span(self.starts[start], self.ends[end - 1])

    def within(self, span: Span) -> tuple[int, int]:
        """Return start and end, folded, of what stands for the characters of ``span`` in the original."""
        start = bisect_left(self.ends, span.start + 1)
        return start, max(start, bisect_left(self.starts, span.end))


def fold(text: str) -> Folded:
    """Fold ``text``: case and words stay."""
    plain = text.translate(_PLAIN)
    pieces: list[str] = []
    starts, ends = array("l"), array("l")
    done = 0
    for run in _RUNS.finditer(plain):
        begin, end = run.span()
        if run.lastgroup == "blank" and run[0] == " ":
            continue
        pieces.append(plain[done:begin])
        starts.extend(range(done, begin))
        ends.extend(range(done + 1, begin + 1))
        sign = _sign(run)
        pieces.append(sign)
        starts.extend([begin] * len(sign))
        ends.extend([end] * len(sign))
        done = end
    pieces.append(plain[done:])
    starts.extend(range(done, len(plain)))
    ends.extend(range(done + 1, len(plain) + 1))
    return Folded("".join(pieces), starts, ends)


def folded(text: str) -> str:
    """Return ``text`` folded, without the way back."""
    return _RUNS.sub(_sign, text.translate(_PLAIN))


def words_inside(text: str) -> str:
    """Return folded ``text`` without white space and quotation marks at its ends."""
    bare = text.strip().strip(DOUBLE).strip()
    while len(bare) > 2 and bare[0] == SINGLE and bare[-1] == SINGLE:
        bare = bare[1:-1].strip()
    return bare


def _sign(run: "re.Match[str]") -> str:
    match run.lastgroup:
        case "blank":
            return " "
        case "dash":
            return "-"
        case "dots":
            return "…"
        case "unseen":
            return ""
    return unicodedata.normalize("NFC", run[0])
