"""Relates the quotations of the same articles again and again, and looks only at what changed since the last time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sitegen.model.relations import Answer, Family, Relations
from sitegen.model.reuse import Reuse, afresh
from sitegen.model.site import Reading
from sitegen.relate.answers import answers_in
from sitegen.relate.companions import Companions, named_in
from sitegen.relate.denials import denials_in
from sitegen.relate.families import families
from sitegen.relate.narration import narration_of
from sitegen.relate.statement import Statement, in_time, statements_of
from sitegen.relate.words import Words

# Fewer words are said by many, and tell nothing where they are.
_FEWEST_WORDS = 5
_FEWEST_TELLING = 3

# Words, and whether an article says that they are denied: what is denied here is said there.
_Said = tuple[Words, bool]


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one article; ``digest`` stands for its reading."""

    digest: tuple[object, ...]
    statements: tuple[Statement, ...]
    people: frozenset[str]
    answers: tuple[Answer, ...]
    denials: frozenset[str]


@dataclass(slots=True)
class Relater:
    """Remembers the statements and families of its last call. What it returns depends on the arguments alone.

    A block holds the statements of one speaker, and is solved again only where one of them changed.
    """

    _known: dict[str, _Known] = field(default_factory=dict)
    _blocks: dict[str, dict[str, Statement]] = field(default_factory=lambda: defaultdict(dict))
    _families: dict[str, dict[str, Family]] = field(default_factory=dict)
    _same: dict[_Said, dict[str, Statement]] = field(default_factory=lambda: defaultdict(dict))
    _echoes: dict[_Said, tuple[str, ...]] = field(default_factory=dict)
    _companions: Companions = field(default_factory=Companions)

    def relate(self, readings: Sequence[Reading], reuse: Reuse = afresh) -> Relations:
        """Return the relations among the quotations of ``readings``."""
        speakers, said = self._take(readings, reuse)
        for speaker in speakers:
            self._solve(speaker)
        for each in said:
            self._compare(each)
        found: dict[str, Family] = {}
        for known in self._families.values():
            found.update(known)
        return Relations(
            found,
            {id_: ids for ids in self._echoes.values() for id_ in ids},
            {answer.quote: answer for known in self._known.values() for answer in known.answers},
            frozenset().union(*(known.denials for known in self._known.values())),
            dict(self._companions.nearest()),
        )

    def _take(self, readings: Iterable[Reading], reuse: Reuse) -> tuple[set[str], set[_Said]]:
        """Take the articles in; returns the speakers of the statements that changed, and what they say."""
        speakers: set[str] = set()
        said: set[_Said] = set()
        present = {reading.article.id: reading for reading in readings}
        made = {}
        for id_, reading in present.items():
            digest = (reuse.digest_of(reading.article), reuse.digest_of(reading.analysis), reading.entities)
            known = self._known.get(id_)
            if known is None or known.digest != digest:
                made[id_] = _known(digest, reading)
        for gone in (self._known.keys() - present.keys()) | (self._known.keys() & made.keys()):
            self._forget(gone, speakers, said)
        for id_, known in made.items():
            self._known[id_] = known
            self._companions.add(known.people)
            for statement in known.statements:
                if statement.speaker:
                    self._blocks[statement.speaker][statement.id] = statement
                    speakers.add(statement.speaker)
                if len(statement.words) >= _FEWEST_WORDS and len(statement.content) >= _FEWEST_TELLING:
                    self._same[_said(statement)][statement.id] = statement
                    said.add(_said(statement))
        return speakers, said

    def _forget(self, article: str, speakers: set[str], said: set[_Said]) -> None:
        known = self._known.pop(article)
        self._companions.remove(known.people)
        for statement in known.statements:
            if statement.speaker:
                del self._blocks[statement.speaker][statement.id]
                speakers.add(statement.speaker)
            if statement.id in self._same.get(_said(statement), ()):
                del self._same[_said(statement)][statement.id]
                said.add(_said(statement))

    def _solve(self, speaker: str) -> None:
        block = self._blocks[speaker]
        if block:
            found = families(block.values())
            self._families[speaker] = {id_: family for family in found for id_ in family.ids}
        else:
            del self._blocks[speaker]
            self._families.pop(speaker, None)

    def _compare(self, said: _Said) -> None:
        """Say anew who else says the very same. Two whose speaker nobody knows may be one person, or two."""
        same = self._same[said]
        if not same:
            del self._same[said]
        speakers = {statement.speaker for statement in same.values()} if len(same) > 1 else ()
        if len(speakers) > 1 or "" in speakers:
            self._echoes[said] = tuple(statement.id for statement in sorted(same.values(), key=in_time))
        else:
            self._echoes.pop(said, None)


def _said(statement: Statement) -> _Said:
    return statement.words, statement.denial and statement.kind != "direct"


def _known(digest: tuple[object, ...], reading: Reading) -> _Known:
    narration = narration_of(reading)
    denials = denials_in(reading, narration)
    answers = answers_in(reading, narration, denials)
    return _Known(digest, tuple(statements_of(reading, denials)), named_in(reading), answers, denials)
