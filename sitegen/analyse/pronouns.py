"""Whom "he" and "she" mean, where only one person can be meant."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen.analyse.bystanders import Bystanders
from sitegen.analyse.tokens import SUBJECTS, Tokens
from sitegen.model.mention import Mention
from sitegen.model.span import Span

GENDERS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}

# How far behind a pronoun names are looked for, in tokens.
_CLAUSE = 12


@dataclass(frozen=True)
class Pronouns:
    """Resolves pronouns of one article.

    ``genders`` runs parallel to the clusters ("f", "m" or empty); ``blocks`` are the spans of the paragraphs,
    ``quoted`` those in quotation marks, in order: what a speaker names there is seldom whom the reporter means.
    """

    tokens: Tokens
    mentions: Sequence[Mention]
    genders: Sequence[str]
    blocks: Sequence[Span]
    quoted: Sequence[Span] = ()

    @cached_property
    def _people(self) -> list[Mention]:
        return [
            mention
            for mention in self.mentions
            if mention.kind == "person" and not self.in_quotation(mention.span.start)
        ]

    @cached_property
    def _quoted_ends(self) -> list[int]:
        return [span.end for span in self.quoted]

    def in_quotation(self, offset: int) -> bool:
        """Tell whether ``offset`` lies inside quotation marks."""
        index = bisect_right(self._quoted_ends, offset)
        return index < len(self.quoted) and self.quoted[index].start <= offset

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span.start for mention in self._people]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_of(self, offset: int) -> int:
        """Return the number of the block that holds ``offset``."""
        return max(0, bisect_left(self._block_starts, offset + 1) - 1)

    def candidates(self, offset: int, gender: str) -> list[Mention]:
        """Return the people whom a pronoun of ``gender`` at ``offset`` can mean, nearest last.

        Those named earlier in its paragraph; where there is none, those of the nearest earlier paragraph that names
        somebody, up to two paragraphs back. People of the other gender are left out, those of unknown gender are not.
        """
        end = bisect_left(self._starts, offset)
        own = self.block_of(offset)
        for back in range(3):
            if own - back < 0:
                break
            block = self.blocks[own - back]
            begin = bisect_left(self._starts, block.start, 0, end)
            found = [mention for mention in self._people[begin:end] if self._fits(mention, gender)]
            if found:
                return found
            end = begin
        return []

    def _fits(self, mention: Mention, gender: str) -> bool:
        clusters = mention.candidates if mention.cluster is None else (mention.cluster,)
        return not clusters or any(self.genders[cluster] in {gender, ""} for cluster in clusters)

    def resolve(self, offset: int, pronoun: str, running: int | None = None) -> int | None:
        """Return the cluster that the pronoun at ``offset`` stands for; None where it could be several people's.

        ``running`` is the cluster of the person who spoke last: of several candidates it is preferred, as a
        reader would; otherwise the subject of the sentence before decides (Hobbs 1978; subject preference).
        """
        gender = GENDERS.get(pronoun.lower(), "")
        if not gender:
            return None
        index = self._index(offset)
        later = self._named_behind(index)
        found = [mention for mention in self.candidates(offset, gender) if mention.cluster not in later]
        chosen = self._chosen(found, gender, running)
        return chosen if chosen is None or not self._bystanders.after(chosen, index, gender) else None

    def _named_behind(self, index: int) -> set[int | None]:
        """Return whom the clause of a pronoun names behind it, who is somebody else: "he said of Lee", "she told Ann".

        Source: the binding theory's principle C (Chomsky 1981).
        """
        parse, tokens = self.tokens.parse, self.tokens
        if not (index < len(tokens) and parse.deps[index] in SUBJECTS):
            return set()
        stop = min(tokens.sentence(tokens.sentence_of[index]).stop, index + _CLAUSE)
        people = self._people[bisect_left(self._starts, parse.starts[index]) :]
        near = itertools.takewhile(lambda mention: mention.span.start < parse.starts[stop - 1], people)
        return {mention.cluster for mention in near if self._hangs_on(mention, parse.heads[index])}

    def _hangs_on(self, mention: Mention, verb: int) -> bool:
        """Tell whether a name is an object of a verb, also behind a preposition."""
        parse = self.tokens.parse
        for index in self.tokens.within(mention.span):
            head = parse.heads[index]
            if head == verb or (parse.deps[index] == "pobj" and parse.heads[head] == verb):
                return parse.deps[index] not in SUBJECTS
        return False

    def _chosen(self, found: Sequence[Mention], gender: str, running: int | None) -> int | None:
        clusters = {mention.cluster for mention in found}
        if len(clusters) == 1:
            return found[0].cluster
        nearest = self._nearest_subject(found)
        if running is not None and running in clusters and nearest in {None, running}:
            return running
        return self._last_subject(found, gender)

    @cached_property
    def _bystanders(self) -> Bystanders:
        return Bystanders(self.tokens, self._people, self.in_quotation)

    def _index(self, offset: int) -> int:
        return bisect_left(self.tokens.parse.starts, offset)

    def _nearest_subject(self, found: Sequence[Mention]) -> int | None:
        """Return the candidate that is the subject of the sentence which names one last; None where none is."""
        deps, sentence_of = self.tokens.parse.deps, self.tokens.sentence_of
        run = self.tokens.within(found[-1].span) if found else range(0)
        if not run:
            return None
        last = sentence_of[run[0]]
        for mention in reversed(found):
            own = self.tokens.within(mention.span)
            if not own or sentence_of[own[0]] != last:
                return None
            if any(deps[index] in SUBJECTS or self._beside_subject(index) for index in own):
                return mention.cluster
        return None

    def _beside_subject(self, index: int) -> bool:
        """Tell whether a name stands beside the subject: "His coach, Per Lind, wept"."""
        deps, heads = self.tokens.parse.deps, self.tokens.parse.heads
        return deps[index] == "appos" and deps[heads[index]] in SUBJECTS

    def sole(self, offset: int, pronoun: str) -> int | None:
        """Return the cluster a pronoun stands for where no second person in reach is of its gender."""
        gender = GENDERS.get(pronoun.lower(), "")
        clusters = {mention.cluster for mention in self.candidates(offset, gender)} if gender else set()
        only = clusters.pop() if len(clusters) == 1 else None
        return only if only is None or not self._bystanders.after(only, self._index(offset), gender) else None

    def _last_subject(self, found: Sequence[Mention], gender: str) -> int | None:
        """Return the candidate that is the subject of the last sentence which names one, alone in it of its gender."""
        deps, sentence_of = self.tokens.parse.deps, self.tokens.sentence_of
        last: dict[int, set[int | None]] = {}
        subjects: dict[int, int] = {}
        for mention in found:
            run = self.tokens.within(mention.span)
            if not run:
                continue
            sentence = sentence_of[run[0]]
            last.setdefault(sentence, set()).add(mention.cluster)
            if mention.cluster is not None and any(deps[index] in {"nsubj", "nsubjpass"} for index in run):
                subjects[sentence] = mention.cluster
        for sentence in sorted(subjects, reverse=True):
            subject = subjects[sentence]
            alone = last[sentence] == {subject}
            return subject if alone and self.genders[subject] == gender else None
        return None
