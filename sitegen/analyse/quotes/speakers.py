"""Whose words a cue reports: from the verb to its subject, from the subject to a mention."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sitegen.analyse.lexicon.cues import DOCUMENTS, VERBS
from sitegen.analyse.lexicon.nouns import HUMAN, SPOKESPEOPLE
from sitegen.analyse.quotes.apposition import named_behind
from sitegen.analyse.quotes.scene import Scene
from sitegen.analyse.tokens import Tokens
from sitegen.model.mention import Kind, Mention
from sitegen.model.quote import Voice
from sitegen.model.span import Span

_SUBJECTS = frozenset({"nsubj", "csubj"})
_UPWARDS = frozenset({"conj", "advcl", "xcomp", "dep", "ccomp", "aux"})
_VERBAL = frozenset({"VBG", "VB", "VBD", "VBZ", "VBP", "VBN"})
RELATIVES = frozenset({"who", "that", "which", "whom"})
_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve", "'d", "’d"})
PRONOUNS = frozenset("he she they it we i you".split())
_QUANTITIES = frozenset("one two three some many several most all both none each half members a few number".split())
_INSTITUTIONS = frozenset(
    """company firm agency department ministry government administration campaign committee commission court council
    board bank party union group groups organisation organization association trust foundation university school
    hospital police office team club newspaper paper magazine network channel station broadcaster site website
    bureau army
    military navy parliament senate house congress media press authority authorities""".split()
)

# How far the subject of a participle is looked for, in tokens and in steps up the tree.
_FURTHEST = 100
# How deep a word may hang in a noun phrase: "the harbour master's youngest son".
_DEEPEST = 4


@dataclass(frozen=True)
class Speakers:
    """Finds speakers in one article; ``mentions`` are the named ones, in the order of the text."""

    tokens: Tokens
    mentions: Sequence[Mention]

    @cached_property
    def _mention_at(self) -> dict[int, Mention]:
        return {index: mention for mention in self.mentions for index in self.tokens.within(mention.span)}

    def mention_at(self, index: int) -> Mention | None:
        """Return the mention that a token belongs to."""
        return self._mention_at.get(index)

    def subject(self, scene: Scene, verb: int) -> int | None:
        """Return the head of the subject of ``verb``, outside quotation marks; None where there is none.

        Follows the verb upwards where it has no subject of its own: "said … adding", "he rose and said",
        "the man who said", "was quoted as saying".
        """
        parse, lower = self.tokens.parse, self.tokens.lower
        seen: set[int] = set()
        while verb not in seen and verb in scene.run:
            seen.add(verb)
            passive = self._passive(verb)
            for child in self.tokens.children[verb]:
                if scene.inside(child):
                    continue
                if parse.deps[child] in _SUBJECTS and not passive:
                    relative = lower[child] in RELATIVES and parse.deps[verb] in {"relcl", "acl"}
                    if relative and self.mention_at(parse.heads[verb]) is None:
                        # "a message that said": the noun says more than the pronoun.
                        return parse.heads[verb] if not scene.inside(parse.heads[verb]) else None
                    return child
                if parse.deps[child] == "nsubjpass" and lower[verb] in {"quoted", "cited", "heard", "reported"}:
                    return child
                if passive and parse.deps[child] == "agent":
                    return next((c for c in self.tokens.children[child] if parse.deps[c] == "pobj"), None)
            if passive:
                return None
            dep, head = parse.deps[verb], parse.heads[verb]
            if parse.tags[verb] == "VBG" and dep in {"advcl", "acl", "conj", "dep", "xcomp"}:
                return self._participle(scene, verb, seen)
            if dep in _UPWARDS and parse.tags[verb] in _VERBAL:
                if dep == "ccomp" and parse.tags[verb] != "VBG":
                    return None
                verb = head
            elif dep in {"acl", "relcl"} and not scene.inside(head):
                return head
            elif dep == "pcomp" and head != verb:
                verb = parse.heads[head]
            else:
                return None
        return None

    def _participle(self, scene: Scene, verb: int, seen: set[int]) -> int | None:
        """Return the subject of a participle: "…, adding", "released a statement saying".

        The clause that the parser hangs it on decides where that clause reports speech or has a person for its
        subject; otherwise the nearest subject before it, since the parser often hangs a participle too high.
        """
        parse, lower = self.tokens.parse, self.tokens.lower
        head = parse.heads[verb]
        if parse.deps[verb] == "acl" and lower[head] not in DOCUMENTS:
            return head if not scene.inside(head) else None
        above, steps = head, 0
        # Past nouns, and past other participles: thousands in a row must not nest thousands of calls.
        while (
            above not in seen
            and steps < _FURTHEST
            and (parse.tags[above][:2] != "VB" or parse.tags[above] == "VBG")
            and parse.heads[above] != above
        ):
            seen.add(above)
            above, steps = parse.heads[above], steps + 1
        reached = above != verb and above not in seen and steps < _FURTHEST
        hung = self.subject(scene, above) if reached else None
        if hung is not None and (lower[above] in VERBS or self.is_human(hung)):
            return hung
        first = max(scene.sentence_start(verb), verb - _FURTHEST)
        near = next((i for i in range(verb - 1, first - 1, -1) if self._acts(scene, i)), None)
        return near if near is not None and self.is_human(near) else hung

    def _acts(self, scene: Scene, index: int) -> bool:
        relative = self.tokens.lower[index] in RELATIVES
        return self.tokens.parse.deps[index] == "nsubj" and not scene.inside(index) and not relative

    def is_human(self, index: int) -> bool:
        """Tell whether a token names or stands for a person: a name, a pronoun, "a resident"."""
        mention = self.mention_at(index)
        lower = self.tokens.lower[index]
        return (mention is not None and mention.kind == "person") or lower in PRONOUNS or lower in HUMAN

    def _passive(self, verb: int) -> bool:
        parse = self.tokens.parse
        if parse.tags[verb] != "VBN":
            return False
        children = self.tokens.children[verb]
        perfect = any(parse.deps[c] == "aux" and self.tokens.lower[c] in _HAVE for c in children)
        # "Limbaugh, for one, called it …" may be read as a participle; its subject says that it is none.
        active = perfect or any(parse.deps[c] == "nsubj" for c in children)
        return not active or any(parse.deps[c] in {"auxpass", "nsubjpass"} for c in children)

    def voice(self, scene: Scene, head: int) -> Voice:
        """Return the speaker whose noun phrase has its head at token ``head``.

        A name wins over the office before or behind it ("a spokeswoman, Ann Lee"); a plural subject and a
        nameless one are nominal, with the words of the noun phrase up to its head.
        """
        parse, lower = self.tokens.parse, self.tokens.lower
        children = self.tokens.children[head]
        if lower[head] in RELATIVES and parse.deps[parse.heads[head]] in {"relcl", "acl"}:
            antecedent = self._antecedent(lower[head], parse.heads[parse.heads[head]])
            if antecedent is not None:
                span = self.tokens.span(range(head, head + 1))
                return Voice(span, "pronoun", antecedent.kind, antecedent.cluster)
        plural = [
            c for c in children if parse.deps[c] == "conj" and parse.tags[c].startswith("N") and not scene.inside(c)
        ]
        if lower[head] in PRONOUNS and not plural:
            return Voice(self.tokens.span(range(head, head + 1)), "pronoun", self._pronoun_kind(lower[head]))
        if plural:
            first = self.phrase_start(scene, head)
            last = max(self._named_end(plural[-1]), plural[-1] + 1)
            return Voice(self.tokens.span(range(first, last)), "nominal", None)
        for candidate in (head, *(c for c in children if parse.deps[c] == "appos")):
            mention = self.mention_at(candidate)
            if mention is not None and (candidate == head or mention.kind == "person"):
                return Voice(mention.span, "name", mention.kind, mention.cluster)
        named = named_behind(scene, self.mention_at, head)
        if named is not None:
            return Voice(named.span, "name", named.kind, named.cluster)
        phrase = range(
            self.phrase_start(scene, head), self._behalf_end(scene, head) or self._partitive_end(scene, head)
        )
        return Voice(self.tokens.span(phrase), "nominal", self._noun_kind(lower[head]))

    def _antecedent(self, relative: str, index: int) -> Mention | None:
        """Return whom a relative pronoun stands for; of "who" no place: "Ann Lee, a nurse in Norhaven, who …"."""
        mention = self.mention_at(index)
        for _ in range(_DEEPEST):
            if relative != "who" or mention is None or mention.kind != "place":
                break
            index = self.tokens.parse.heads[index]
            mention = self.mention_at(index) or mention
        return mention

    def _behalf_end(self, scene: Scene, head: int) -> int | None:
        """Return the end of a phrase that says for whom somebody speaks: "a spokeswoman for | the Ravelsea Port"."""
        if self.tokens.lower[head] not in SPOKESPEOPLE:
            return None
        preposition = head + 1
        if preposition not in scene.run or self.tokens.lower[preposition] not in {"for", "of", "with", "to", "at"}:
            return None
        whom = next((c for c in self.tokens.children[preposition] if self.tokens.parse.deps[c] == "pobj"), None)
        mention = None if whom is None else self.mention_at(whom)
        end = None if mention is None else self.tokens.within(mention.span).stop
        return end if end is not None and not any(scene.inside(index) for index in range(head, end)) else None

    def _partitive_end(self, scene: Scene, head: int) -> int:
        """Return the end of a phrase whose head says how many: "one of the men", "members of the board"."""
        of = head + 1
        if self.tokens.lower[head] not in _QUANTITIES or of not in scene.run or self.tokens.lower[of] != "of":
            return head + 1
        whole = next((c for c in self.tokens.children[of] if self.tokens.parse.deps[c] == "pobj"), None)
        inside = whole is not None and whole in scene.run and not any(scene.inside(i) for i in range(head, whole + 1))
        return whole + 1 if inside and whole is not None else head + 1

    def _named_end(self, index: int) -> int:
        mention = self.mention_at(index)
        return self.tokens.within(mention.span).stop if mention is not None else index + 1

    def phrase_start(self, scene: Scene, head: int) -> int:
        """Return the first token of the noun phrase whose head is ``head``, outside quotation marks."""
        first = head
        mention = self.mention_at(head)
        if mention is not None:
            first = self.tokens.within(mention.span).start
        while first - 1 in scene.run and not scene.inside(first - 1):
            before = first - 1
            if not self._belongs(before, head):
                break
            first = before
        return first

    def _belongs(self, before: int, head: int) -> bool:
        """Tell whether a token is a part of the noun phrase with that head: articles, adjectives, a possessor."""
        parse = self.tokens.parse
        if parse.tags[before] == "DT" and parse.deps[before] == "det":
            # Whatever the parser hangs it on: in "the two write" it may be the verb, read as a noun.
            return True
        for _ in range(_DEEPEST):
            label, above = parse.deps[before], parse.heads[before]
            joint = label == "punct" and parse.tags[before] == "HYPH"
            if not joint and label in {"punct", "cc", "prep", "advmod", "mark", "nsubj", "conj", "relcl", "acl"}:
                return False
            if above == head:
                return True
            if above == before:
                return False
            before = above
        return False

    def _noun_kind(self, noun: str) -> Kind | None:
        if noun in HUMAN:
            return "person"
        return "organisation" if noun in _INSTITUTIONS else None

    def _pronoun_kind(self, pronoun: str) -> Kind | None:
        return "person" if pronoun in {"he", "she", "i", "we", "you"} else None

    def prepositional(self, scene: Scene, preposition: int) -> Voice | None:
        """Return the source that follows a preposition: "according to | Russian state media"."""
        parse = self.tokens.parse
        index = preposition + 1
        head = next((c for c in self.tokens.children[preposition] if parse.deps[c] == "pobj"), None)
        if head is None or head not in scene.run or scene.inside(head):
            if index not in scene.run or scene.inside(index):
                return None
            head = index
            while (
                head + 1 in scene.run
                and not scene.inside(head + 1)
                and parse.tags[head] in {"DT", "JJ", "NN", "NNP", "PRP$", "CD", "VBN"}
                and parse.tags[head + 1].startswith(("NN", "JJ"))
            ):
                head += 1
        voice = self.voice(scene, head)
        if voice.form != "nominal" or voice.span is None:
            return voice
        return Voice(self._whole(index, head, voice.span), "nominal", voice.kind)

    def _whole(self, first: int, head: int, span: Span) -> Span:
        start = min(self.tokens.parse.starts[first], span.start) if first <= head else span.start
        return Span(start, span.end)


def nearest_noun(scene: Scene, speakers: Speakers, run: range, *, backwards: bool = False) -> int | None:
    """Return the first token in ``run`` (the last one, ``backwards``) that can be a speaker's noun phrase.

    For clauses that the parser could not read: right beside a cue stands its speaker. Prefers a pronoun or a
    person's name; the head of a compound is its last word.
    """
    parse, lower = scene.tokens.parse, scene.tokens.lower
    order = reversed(run) if backwards else run
    for index in order:
        if scene.inside(index):
            return None
        mention = speakers.mention_at(index)
        if mention is not None and mention.kind != "place":
            return scene.tokens.within(mention.span)[-1]
        if lower[index] in PRONOUNS:
            return index
        if parse.tags[index] in {"NN", "NNS", "NNP", "NNPS"} and parse.deps[index] not in {
            "compound",
            "npadvmod",
            "pobj",
            "poss",
        }:
            return index
    return None
