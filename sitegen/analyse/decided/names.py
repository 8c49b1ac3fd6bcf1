"""Decisions about who is named: mentions added, taken out, and given to somebody else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.analyse.decided.cast import Cast
from sitegen.analyse.decided.choice import chosen
from sitegen.analyse.decided.remarks import Remarks
from sitegen.analyse.pronouns import GENDERS
from sitegen.model.annotation import Applied, Placed
from sitegen.model.mention import Form, Kind, Mention
from sitegen.model.quote import Nested, Quote, Voice
from sitegen.model.span import Span

_KINDS: dict[str, Kind] = {"person": "person", "organisation": "organisation", "place": "place"}


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What was decided about one place: the ``mention`` that stands there, None for none."""

    span: Span
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Named:
    """Mentions by name as they were decided, and the verdicts, by which all other mentions and voices go."""

    mentions: tuple[Mention, ...] = ()
    verdicts: tuple[_Verdict, ...] = ()
    applied: tuple[Applied, ...] = ()

    def among(self, mentions: Iterable[Mention]) -> list[Mention]:
        """Return ``mentions`` as they were decided, in the order of the text."""
        kept = [mention for mention in mentions if not self._at(mention.span)]
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
        for verdict in self._at(voice.span):
            mention = verdict.mention
            if mention is not None:
                return replace(voice, kind=mention.kind, cluster=mention.cluster)
            return replace(voice, cluster=None)
        return voice

    def _at(self, span: Span) -> list[_Verdict]:
        return [verdict for verdict in self.verdicts if verdict.span.overlaps(span)]


def decide_names(text: str, named: Sequence[Mention], placed: Sequence[Placed], cast: Cast, remarks: Remarks) -> Named:
    """Apply decisions about mentions and entities; ``named`` are the machine's mentions by name, in order."""
    verdicts: list[_Verdict] = []
    applied: list[Applied] = []
    for group in _groups(placed):
        best = chosen(group, remarks)
        old = next((mention for mention in named if mention.span.overlaps(best.span)), None)
        annotation = best.annotation
        machines = cast.name(old.cluster) if old is not None else ""
        former = cast.known_as(annotation.was) if annotation.was else machines
        if annotation.decision == "reject":
            mention = None
            if annotation.facet == "entity":
                former = cast.known_as(annotation.value)
                if old is not None and old.cluster not in {None, cast.whom(annotation.value)}:
                    # A tombstone for somebody else only waits.
                    remarks.differs(best, machines, annotation.value)
                    mention = old
                elif old is not None:
                    mention = replace(old, cluster=None, candidates=())
            verdicts.append(_Verdict(best.span if old is None else old.span, mention))
            applied.append(Applied(best, former=former))
            continue
        number = _meant(text, best, cast)
        if number is None:
            value = annotation.entity or annotation.value
            remarks.unknown(best, value, cast.nearest(value))
            continue
        made = _mention(text, best.span, old, cast.kind(number), number)
        if made.form == "name":
            cast.with_form(number, " ".join(made.span.of(text).split()))
        verdicts.append(_Verdict(made.span, made))
        applied.append(Applied(best, cluster=number, former=former if former != cast.name(number) else ""))
    made_by_name = (v.mention for v in verdicts if v.mention is not None and v.mention.form == "name")
    kept = (mention for mention in named if not any(v.span.overlaps(mention.span) for v in verdicts))
    mentions = sorted((*kept, *made_by_name), key=lambda mention: mention.span)
    return Named(tuple(mentions), tuple(verdicts), tuple(applied))


def _groups(placed: Sequence[Placed]) -> list[list[Placed]]:
    """Put together the decisions, in the order of the text, that are about one place."""
    groups: list[list[Placed]] = []
    for each in placed:
        if groups and groups[-1][0].span.overlaps(each.span):
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _meant(text: str, placed: Placed, cast: Cast) -> int | None:
    annotation = placed.annotation
    if annotation.facet == "entity":
        return cast.whom(annotation.value)
    kind = _KINDS[annotation.value]
    if annotation.entity:
        return cast.whom(annotation.entity, kind)
    return cast.one_named(" ".join(placed.span.of(text).split()), kind)


def _mention(text: str, span: Span, old: Mention | None, kind: Kind, number: int) -> Mention:
    if old is not None and old.span.covers(span):
        span = old.span
    return Mention(span, _form(span.of(text)), kind, number)


def _form(surface: str) -> Form:
    if surface.lower() in GENDERS:
        return "pronoun"
    return "name" if any(word[0].isupper() for word in surface.split()) and not _is_described(surface) else "nominal"


def _is_described(surface: str) -> bool:
    """Tell whether words describe somebody: "the harbourmaster", but not "the Harbour Trust"."""
    words = surface.split()
    return words[0].lower() in {"the", "this", "a", "an"} and not any(word[0].isupper() for word in words[1:])
