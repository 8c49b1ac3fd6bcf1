"""One block of text as the rules of quotations see it: tokens inside the marks and outside."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from sitegen.analyse.lexicon.cues import VERBS, forms_of
from sitegen.analyse.lexicon.titles import is_honorific
from sitegen.analyse.quotes.learned.weights import Weights
from sitegen.analyse.quotes.marks import Passage, words_in
from sitegen.analyse.quotes.report import Reports
from sitegen.analyse.tokens import Tokens
from sitegen.model.span import Span

_NAMED = frozenset({"called", "titled", "entitled", "named", "dubbed", "headlined", "labelled", "labeled", "nicknamed"})
_WORKS = frozenset(
    """book song film movie album show play novel series poem essay hymn magazine musical documentary episode painting
    single track opera ballad sitcom drama memoir podcast""".split()
)
_MAKING = forms_of("read sing write publish release record paint direct discuss perform play film review stage")
_LONGEST_TITLE = 9
# Longer words that a title may have in lower case.
_SMALL = frozenset({"with", "from", "into", "over", "upon", "that", "under", "about"})
# The longest attribution, in tokens, that is looked for behind a complete sentence in marks.
_ATTRIBUTION = 25
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_POINTS = (",", "?", "!", "—", "–", "-", "…", ".")
_STOPS = frozenset({".", "!", "?", "…", "...", "!!", "??", "?!"})


@dataclass(frozen=True)
class Scene:
    """A block with its passages. Token indices are those of the article's ``Tokens``.

    ``read`` finds what its words report, when that is first asked for, by the weights in ``learned``. ``label`` is the
    run of tokens before the colon that says whose turn the block is, in a transcript.
    """

    tokens: Tokens
    number: int
    block: Span
    passages: tuple[Passage, ...]
    learned: Weights
    read: Callable[["Scene"], Reports]
    label: range | None = None

    @cached_property
    def reports(self) -> Reports:
        """What the words outside quotation marks report."""
        return self.read(self)

    @cached_property
    def run(self) -> range:
        """The tokens of the block."""
        return self.tokens.within(self.block)

    @cached_property
    def owner(self) -> dict[int, int]:
        """The number of the passage that each token inside marks, or a mark itself, belongs to."""
        return {index: number for number, run in enumerate(self.tokens_of) for index in run}

    def inside(self, index: int) -> bool:
        """Tell whether a token stands in quotation marks."""
        return index in self.owner

    @cached_property
    def tokens_of(self) -> tuple[range, ...]:
        """For each passage the run of its tokens, marks included."""
        starts, first, last = self.tokens.parse.starts, self.run.start, self.run.stop
        runs = []
        for passage in self.passages:
            begin = bisect_left(starts, passage.outer.start, first, last)
            first = bisect_left(starts, passage.outer.end, begin, last)
            runs.append(range(begin, first))
        return tuple(runs)

    @cached_property
    def subjects(self) -> dict[int, int | None]:
        """The subjects of those cues that were asked for; see ``reports.context.subject_of``."""
        return {}

    @cached_property
    def sentence_ends(self) -> frozenset[int]:
        """The tokens after which a sentence ends, quotations counted as one piece each.

        The model's sentence limits inside and beside quotation marks are unreliable. A sentence ends at a
        stop outside the marks, at an abbreviation that a whole sentence in marks follows (of Jacksonville, Fla. "We
        won."), and behind a passage that ends with a stop and is followed by a capital letter which begins no
        attribution ("We won." Paul said).
        """
        words, run, owner = self.tokens.words, self.run, self.owner
        stops = [index for index in run if words[index] in _STOPS and index not in owner]
        ends = {index for index in stops if not self._abbreviates(index)}
        for number, marked in enumerate(self.tokens_of):
            if marked and self.stops(number) and self._begins(marked.stop):
                ends.add(marked[-1])
            if marked and self._behind_abbreviation(number):
                ends.add(marked.start - 1)
        if run:
            ends.add(run[-1])
        return frozenset(ends)

    def stops(self, number: int) -> bool:
        """Tell whether a passage ends as a sentence does; one that is left open counts as such."""
        inner = self.passages[number].inner.of(self.tokens.text).rstrip()
        return inner.endswith((".", "!", "?", "…")) or not self.passages[number].closed

    def _behind_abbreviation(self, number: int) -> bool:
        """Tell whether a passage begins a sentence right behind an abbreviation that ends one: at 9 p.m. "We won," …"""
        before = self.tokens_of[number].start - 1
        if before <= self.run.start or before in self.owner or not self.pointed(number) or self.title_case(number):
            return False
        word, inner = self.tokens.words[before], self.passages[number].inner
        ends = len(word) > 2 and word[-1] == "." and word[0].isalpha() and not is_honorific(word)
        return ends and words_in(self.tokens.text, inner) > 1 and inner.of(self.tokens.text).lstrip(" .…")[:1].isupper()

    def _begins(self, index: int) -> bool:
        """Tell whether a new sentence begins at ``index`` after a passage that ended with a stop."""
        if index >= self.run.stop:
            return True
        word = self.tokens.words[index]
        if self.inside(index) or word in {",", ";", ":", "-", "--", "—", "–", ")"} or word[0].islower():
            return self.inside(index)
        return not self._attributes(index)

    def _attributes(self, index: int) -> bool:
        """Tell whether the words from ``index`` on only name who spoke: "We won." Paul said.

        Behind a question or exclamation mark the attribution may go on ("Why?" Paul asked at noon); behind a full
        stop it must end the sentence, since "We won." Paul said so twice. is the reporter's own sentence.
        """
        tags = self.tokens.parse.tags
        asked = self.tokens.words[index - 1] in {"?", "!"} or self.tokens.words[max(0, index - 2)] in {"?", "!"}
        relative = False
        for position in range(index, min(index + _ATTRIBUTION, self.run.stop)):
            if self.inside(position) or self.tokens.words[position] in _STOPS:
                return False
            verb = VERBS.get(self.tokens.lower[position])
            if verb is not None and verb.quotes and tags[position].startswith("VB"):
                after = position + 1
                if not asked and tags[position - 1] == "PRP" and position - 1 > index:
                    # "We won." Her father, she says, had no opinion: the cue is inserted in a sentence of its own.
                    return False
                return asked or after >= self.run.stop or self.tokens.words[after] in {".", ","}
            relative = relative or tags[position] in {"WP", "WDT", "WP$"}
            if tags[position] in _FINITE and not relative:
                return False
        return False

    def _abbreviates(self, index: int) -> bool:
        """Tell whether the full stop at ``index`` belongs to an abbreviation: "Capt. Rory", "J. Roe"."""
        words = self.tokens.words
        if index + 1 >= self.run.stop or words[index] != ".":
            return False
        before = words[index - 1] if index > self.run.start else ""
        if words[index + 1] in {")", "]"} and index + 2 < self.run.stop and words[index + 2] not in _STOPS:
            # "Ann Lee (I-Vt.) said", unlike a whole sentence in brackets.
            return not words[index + 2][0].isupper()
        numbered = before in {"No", "Nos"} and words[index + 1][0].isdigit()
        initial = len(before) == 1 and before.isupper()
        return words[index + 1][0].islower() or is_honorific(before) or initial or numbered

    @cached_property
    def _sentences(self) -> tuple[list[int], list[int]]:
        firsts: list[int] = []
        lasts: list[int] = []
        first = self.run.start
        for last in sorted(self.sentence_ends):
            length = last + 1 - first
            firsts += [first] * length
            lasts += [last] * length
            first = last + 1
        return firsts, lasts

    def sentence_start(self, index: int) -> int:
        """Return the first token of the sentence that ``index`` stands in."""
        return self._sentences[0][index - self.run.start]

    def sentence_end(self, index: int) -> int:
        """Return the last token of the sentence that ``index`` stands in."""
        return self._sentences[1][index - self.run.start]

    def fills(self, number: int) -> bool:
        """Tell whether a passage is all that its block has, but for a stop behind it."""
        run = self.tokens_of[number]
        return run.start == self.run.start and run.stop >= self.run.stop - 1

    def pointed(self, number: int) -> bool:
        """Tell whether a passage ends as a quotation ends before its cue: with a comma, a question, a dash, a stop."""
        return self.passages[number].inner.of(self.tokens.text).rstrip().endswith(_POINTS)

    def titled(self, number: int) -> bool:
        """Tell whether a passage is the title of a work or the name of a thing: "a book called …", "the song …"."""
        run = self.tokens_of[number]
        if not run or run.start == self.run.start:
            return False
        before = run.start - 1
        if self.tokens.words[before] == "," and before > self.run.start:
            # "His song, "Hurt", …", unlike "said of the song, "I don't like it"".
            return self.tokens.lower[before - 1] in _WORKS and (self.title_case(number) or self._one_word(number))
        word, tag = self.tokens.lower[before], self.tokens.parse.tags[before]
        if word in _WORKS or (word in _NAMED and tag == "VBN" and not self.has_subject(before)):
            return True
        return (tag in {"POS", "IN", "DT"} or word in _MAKING) and self.title_case(number)

    def _one_word(self, number: int) -> bool:
        return sum(self.tokens.words[i][0].isalnum() for i in self.tokens_of[number]) == 1

    def has_subject(self, verb: int) -> bool:
        """Tell whether grammar gives a verb a subject of its own, outside the marks."""
        deps, children = self.tokens.parse.deps, self.tokens.children[verb]
        return any(deps[child] == "nsubj" and not self.inside(child) for child in children)

    def title_case(self, number: int) -> bool:
        """Tell whether every longer word of a passage of several words is capitalised: a title, a programme."""
        words = [self.tokens.words[i] for i in self.tokens_of[number] if self.tokens.words[i][0].isalnum()]
        return (
            1 < len(words) < _LONGEST_TITLE
            and all(word[0].isupper() for word in words if len(word) > 3 and word not in _SMALL)
            and words[0][0].isupper()
        )

    def content(self, run: range) -> Span | None:
        """Return the characters of ``run`` without marks and stops at either end; None where nothing is left.

        A passage that the run reaches is taken whole: alone without its marks, among other words with both. Its own
        final stop stays, as it is among the words that were said.
        """
        start, end = run.start, run.stop
        words = self.tokens.words
        while (
            start < end
            and not words[start][0].isalnum()
            and not self._first_of_passage(start)
            and words[start] not in "$£€#@(["
        ):
            start += 1
        while (
            end > start
            and not self._last_of_passage(end - 1)
            and words[end - 1] in {".", ",", ";", ":", "-", "--", "—", "–", "!", "?"}
        ):
            end -= 1
        if start >= end:
            return None
        first = self.tokens.parse.starts[start]
        last = self.tokens.parse.ends[end - 1]
        opening, closing = self.owner.get(start), self.owner.get(end - 1)
        if opening is not None and opening == closing:
            return self._with_words(self.passages[opening].inner)
        # With other words beside it, a passage keeps both its marks.
        if opening is not None:
            first = self.passages[opening].outer.start
        if closing is not None:
            last = self.passages[closing].outer.end
        return self._with_words(Span(first, last))

    def _with_words(self, span: Span) -> Span | None:
        return span if any(map(str.isalnum, span.of(self.tokens.text))) else None

    def _first_of_passage(self, index: int) -> bool:
        return self.inside(index) and self.tokens_of[self.owner[index]].start == index

    def _last_of_passage(self, index: int) -> bool:
        return self.inside(index) and self.tokens_of[self.owner[index]].stop == index + 1
