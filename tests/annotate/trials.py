"""One trial of anchoring: an annotation of a draft, random edits, and whether it is found where its words went."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.annotate import Anchors, Found, selector_of
from sitegen.annotate.folded import Folded, fold, folded
from sitegen.model.annotation import Selector
from sitegen.model.span import Span
from tests.annotate.drafts import EDITS, SPANS, Draft

# Characters on one side that make a place one that can be told from others.
NEAR = 32


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one annotation.

    ``outcome`` is right, reworded (right, and the words have changed), orphaned, wrong, or verbatim: all that the
    selector says stands there, and no more where it stood. ``intact`` tells that the words still stand, with no copy of
    them, ``distinguishable`` that so do the characters on one side of them, and nowhere else.
    """

    kind: str
    maker: str
    edits: tuple[str, ...]
    outcome: str
    intact: bool
    distinguishable: bool
    reason: str
    before: str
    after: str
    selector: Selector
    landed: Span | None
    truth: Span | None


def trials(
    seed: object,
    *,
    size: tuple[int, int] = (2, 12),
    alike: float = 1.0,
    most: int = 10,
    edits: tuple[str, ...] = EDITS,
    makers: tuple[str, ...] = ("own",),
) -> Iterator[Trial]:
    """Yield the trials of one draft, which undergoes one to ``most`` edits."""
    draw = random.Random(str(seed))
    draft = Draft.made(draw, draw.randint(*size), alike)
    before, old = draft.whole()
    places = [(kind, draft.span(draw, kind)) for kind in SPANS for _ in range(2)]
    done = tuple(draw.choice(edits) for _ in range(draw.randint(1, most)))
    for edit in done:
        getattr(draft, edit)()
    after, new = draft.whole()
    anchors = Anchors(after)
    plain, ready = folded(after), fold(before)
    same = [draft.origin.get(number, number) for number in new]
    where = {number: at for at, number in enumerate(new) if number >= 0}
    copies: dict[int, list[int]] = {}
    for number, at in where.items():
        if number in draft.origin:
            copies.setdefault(draft.origin[number], []).append(at)
    for kind, span in places:
        maker = draw.choice(makers)
        selector = _selector(before, span, maker, ready)
        ids = [number for number in old[span.start : span.end] if number >= 0]
        truth = _span(where.get(ids[0]), where.get(ids[-1]))
        copied = [
            copy
            for start in copies.get(ids[0], ())
            for copy in [_span(start, min((end for end in copies.get(ids[-1], ()) if end >= start), default=None))]
            if copy is not None and folded(copy.of(after)) == folded(selector.exact)
        ]
        intact = truth is not None and folded(truth.of(after)) == folded(selector.exact)
        distinguishable = intact and not copied and _distinguishable(before, old, span, after, new, truth, plain)
        found = anchors.find(selector)
        landed = found.span if isinstance(found, Found) else None
        if landed is None:
            outcome = "orphaned"
        elif landed == truth:
            outcome = "right" if intact else "reworded"
        elif truth is None and landed in copied:
            # Whoever copies and then deletes has moved.
            outcome = "right"
        elif folded(landed.of(after)) == folded(selector.exact) and _mostly(old, span, new, landed):
            # A sentence of the words was taken away, and the same one stands there.
            outcome = "right"
        elif isinstance(found, Found) and found.reworded and _edited(old, span, same, landed):
            outcome = "reworded"
        elif _verbatim(selector, after, landed):
            outcome = "verbatim"
        else:
            outcome = "wrong"
        yield Trial(
            kind,
            maker,
            done,
            outcome,
            intact and not copied,
            distinguishable,
            getattr(found, "reason", ""),
            before,
            after,
            selector,
            landed,
            truth,
        )


def _selector(text: str, span: Span, maker: str, ready: Folded) -> Selector:
    if maker == "own":
        return selector_of(text, span, ready)
    size = int(maker)
    return Selector(
        span.of(text), text[max(0, span.start - size) : span.start], text[span.end : span.end + size], span.start
    )


def _span(first: int | None, last: int | None) -> Span | None:
    return Span(first, last + 1) if first is not None and last is not None and first <= last else None


def _edited(old: list[int], span: Span, new: list[int], landed: Span) -> bool:
    """Tell whether most of the words' characters stand at ``landed``, between the same neighbours as before."""
    return _mostly(old, span, new, landed) and _neighbours(old, span) == _neighbours(new, landed)


def _distinguishable(
    before: str, old: list[int], span: Span, after: str, new: list[int], truth: Span | None, plain: str
) -> bool:
    """Tell whether on one side the nearest characters are those that stood there, and stand once with the words."""
    if truth is None:
        return False
    for was, now in (
        (Span(span.start - NEAR, span.end), Span(truth.start - NEAR, truth.end)),
        (Span(span.start, span.end + NEAR), Span(truth.start, truth.end + NEAR)),
    ):
        if min(was.start, now.start) < 0 or was.end > len(before) or now.end > len(after):
            continue
        stretch = folded(now.of(after))
        same = old[was.start : was.end] == new[now.start : now.end] and folded(was.of(before)) == stretch
        if same and plain.count(stretch) == 1:
            return True
    return False


def _mostly(old: list[int], span: Span, new: list[int], landed: Span) -> bool:
    """Tell whether most of the characters at ``landed`` are the words'."""
    here = set(new[landed.start : landed.end])
    ids = [number for number in old[span.start : span.end] if number >= 0]
    return 2 * sum(number in here for number in ids) > len(ids)


def _neighbours(ids: list[int], span: Span) -> tuple[int | None, int | None]:
    before = next((number for number in reversed(ids[: span.start]) if number >= 0), None)
    return before, next((number for number in ids[span.end :] if number >= 0), None)


def _verbatim(selector: Selector, after: str, landed: Span) -> bool:
    """Tell whether all that the selector says stands at ``landed``, letter by letter: then nobody could know that
    these are other words than those that it meant.
    """
    return (
        folded(landed.of(after)) == folded(selector.exact)
        and folded(after[: landed.start]).rstrip().endswith(folded(selector.prefix).strip())
        and folded(after[landed.end :]).lstrip().startswith(folded(selector.suffix).strip())
    )
