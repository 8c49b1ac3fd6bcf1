"""Decisions about who is named: mentions added, taken out, and given to somebody else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.analyse.decided.cast import Cast
from sitegen.analyse.decided.choice import chosen, in_places
from sitegen.analyse.decided.remarks import Remarks
from sitegen.analyse.pronouns import GENDERS
from sitegen.model.annotation import Applied, Placed
from sitegen.model.mention import Form, Kind, Mention
from sitegen.model.quote import Nested, Quote, Voice
from sitegen.model.span import Span

# So much of a description is the whole of it: "senator" of "the senator", but not the name in it.
_WHOLE = 0.6
_KINDS: dict[str, Kind] = {"person": "person", "organisation": "organisation", "place": "place"}


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What was decided about one place: the ``mention`` that stands there, None for none.

    ``rejected`` is the one cluster that the words do not mean, None where they mean nobody at all.
    """

    span: Span
    mention: Mention | None
    rejected: int | None = None

    def touches(self, span: Span, form: Form, cluster: int | None) -> bool:
        """Tell whether it is about a mention or a voice; a name inside a description is not the whole of it."""
        common = min(self.span.end, span.end) - max(self.span.start, span.start)
        if common <= 0 or (form == "nominal" and common < _WHOLE * len(span)):
            return False
        return self.rejected is None or self.rejected == cluster


@dataclass(frozen=True, slots=True)
class Named:
    """Mentions by name as they were decided, and the verdicts, by which all other mentions and voices go."""

    mentions: tuple[Mention, ...] = ()
    verdicts: tuple[_Verdict, ...] = ()
    applied: tuple[Applied, ...] = ()

    def among(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Return ``mentions`` as they were decided, in the order of the text."""
        kept = [each for each in mentions if self._verdict(each.span, each.form, each.cluster) is None]
        made = (verdict.mention for verdict in self.verdicts if verdict.mention is not None)
        return sorted((*kept, *made), key=lambda mention: mention.span)

    def hear(self, quote: Quote) -> Quote:
        """Return a quotation whose voices mean whom the words that name them were decided to mean."""
        if not self.verdicts:
            return quote
        attribution = quote.attribution
        speaker, via = self._hear(attribution.speaker), self._hear(attribution.via)
        nested = tuple(self._nested(each) for each in quote.nested)
        return replace(quote, attribution=replace(attribution, speaker=speaker, via=via), nested=nested)

    def _nested(self, nested: Nested) -> Nested:
        return replace(nested, speaker=self._hear(nested.speaker) or nested.speaker)

    def _hear(self, voice: Voice | None) -> Voice | None:
        if voice is None or voice.span is None:
            return voice
        verdict = self._verdict(voice.span, voice.form, voice.cluster)
        if verdict is None:
            return voice
        if verdict.mention is None:
            return replace(voice, cluster=None)
        return replace(voice, kind=verdict.mention.kind, cluster=verdict.mention.cluster)

    def _verdict(self, span: Span, form: Form, cluster: int | None) -> _Verdict | None:
        return next((verdict for verdict in self.verdicts if verdict.touches(span, form, cluster)), None)


def decide_names(text: str, named: Sequence[Mention], placed: Sequence[Placed], cast: Cast, remarks: Remarks) -> Named:
    """Apply decisions about mentions and entities; ``named`` are the machine's mentions by name, in order."""
    verdicts: list[_Verdict] = []
    applied: list[Applied] = []
    groups = in_places(placed)
    for group in groups:
        best = chosen(_telling(group), remarks)
        annotation = best.annotation
        old = _old(named, best, cast)
        machines = cast.name(old.cluster) if old is not None else ""
        if annotation.decision == "reject":
            verdict, former = _rejected(best, old, machines, cast, remarks)
            verdicts.extend([verdict] if verdict is not None else [])
            applied.append(Applied(best, former=former))
            continue
        number = _meant(text, best, old, cast)
        if number is None:
            value = annotation.entity or annotation.value
            remarks.unknown(best, value, cast.nearest(value))
            continue
        alone = sum(any(old is not None and old.span.overlaps(each.span) for each in other) for other in groups) == 1
        whole = old is not None and alone and annotation.facet == "entity" and old.span.covers(best.span)
        span = old.span if old is not None and whole else best.span
        made = Mention(span, _form(span.of(text)), cast.kind(number), number)
        if made.form == "name":
            cast.with_form(number, " ".join(span.of(text).split()))
        verdicts.append(_Verdict(span, made))
        former = cast.known_as(annotation.was) if annotation.was else machines
        applied.append(Applied(best, cluster=number, former=former if former != cast.name(number) else ""))
    made_by_name = (v.mention for v in verdicts if v.mention is not None and v.mention.form == "name")
    kept = (each for each in named if not any(v.touches(each.span, each.form, each.cluster) for v in verdicts))
    mentions = sorted((*kept, *made_by_name), key=lambda mention: mention.span)
    return Named(tuple(mentions), tuple(verdicts), tuple(applied))


def _telling(group: Sequence[Placed]) -> Sequence[Placed]:
    """Leave out decisions that say no more than that a person is named, where others say who."""
    telling = [each for each in group if each.annotation.facet == "entity" or each.annotation.entity]
    rejects = [each for each in group if each.annotation.facet == "mention" and each.annotation.decision == "reject"]
    return [each for each in group if each in telling or each in rejects] or group


def _old(named: Sequence[Mention], placed: Placed, cast: Cast) -> Mention | None:
    """Return the machine's mention that a decision is about; of several the one of whom it speaks."""
    found = [mention for mention in named if mention.span.overlaps(placed.span)]
    number = cast.find(placed.annotation.value) if placed.annotation.facet == "entity" else None
    return next((each for each in found if number is not None and each.cluster == number), found[0] if found else None)


def _rejected(
    placed: Placed, old: Mention | None, machines: str, cast: Cast, remarks: Remarks
) -> tuple[_Verdict | None, str]:
    """Return the verdict of a rejection, None where it only waits, and the name of whoever was rejected."""
    annotation = placed.annotation
    span = placed.span if old is None else old.span
    if annotation.facet == "mention":
        return _Verdict(span, None), machines
    number, former = cast.find(annotation.value), cast.known_as(annotation.value)
    if old is None:
        # A pronoun or a description is not known yet: the verdict is about this one meaning of it.
        return (None if number is None else _Verdict(span, None, number)), former
    if old.cluster is not None and old.cluster != number:
        remarks.differs(placed, machines, annotation.value)
        return None, former
    return _Verdict(span, replace(old, cluster=None, candidates=())), former


def _meant(text: str, placed: Placed, old: Mention | None, cast: Cast) -> int | None:
    annotation = placed.annotation
    if annotation.facet == "entity":
        return cast.whom(annotation.value)
    kind = _KINDS[annotation.value]
    if annotation.entity:
        return cast.whom(annotation.entity, kind)
    if old is not None and old.cluster is not None and cast.kind(old.cluster) == kind and old.span == placed.span:
        return old.cluster
    return cast.one_named(" ".join(placed.span.of(text).split()), kind)


def _form(surface: str) -> Form:
    if surface.lower() in GENDERS:
        return "pronoun"
    return "name" if any(word[0].isupper() for word in surface.split()) and not _is_described(surface) else "nominal"


def _is_described(surface: str) -> bool:
    """Tell whether words describe somebody: "the harbourmaster", but not "the Harbour Trust"."""
    words = surface.split()
    return words[0].lower() in {"the", "this", "a", "an"} and not any(word[0].isupper() for word in words[1:])
