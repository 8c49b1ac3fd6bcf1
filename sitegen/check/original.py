"""What a page may say of an article: its text, its title, its summary, and nothing else."""

from dataclasses import dataclass

from sitegen.check.covered import NOTHING, Coverage
from sitegen.model.article import Article
from sitegen.model.view_text import publishable

# A cut passage ends in this; so does a shortened title or description.
CUT = "…"
# Marks of quotation.
MARKS = "\"'“”„‟‘’‚‛«»‹›`「」『』"
# What leads into a quotation stands no further before it, in characters.
LEAD = 200
_ENDS = " ,;:.–—-"


def flat(text: str) -> str:
    """Return ``text`` on one line, every run of white space one blank."""
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Original:
    """An article as it may be published: ``text`` without the characters that HTML forbids.

    ``leaves`` are its blocks that hold text, with their numbers (from 1) and offsets into ``text``.
    """

    id: str
    path: str
    title: str
    summary: str
    text: str
    leaves: tuple[tuple[int, int, int], ...]
    body: str
    coverage: Coverage = NOTHING
    called: frozenset[str] = frozenset()

    @classmethod
    def of(cls, article: Article, coverage: Coverage = NOTHING, called: frozenset[str] = frozenset()) -> "Original":
        """Return what may be shown of ``article``.

        ``coverage`` tells what may be covered in its title and summary, ``called`` what else it calls somebody.
        """
        parts: list[str] = []
        leaves = []
        done = length = 0
        for number, leaf in enumerate(article.leaves(), 1):
            before = publishable(article.text[done : leaf.span.start])
            words = publishable(leaf.span.of(article.text))
            start = length + len(before)
            length = start + len(words)
            parts += (before, words)
            leaves.append((number, start, length))
            done = leaf.span.end
        parts.append(publishable(article.text[done:]))
        return cls(
            article.id,
            article.path,
            flat(publishable(article.title)),
            flat(publishable(article.summary)),
            "".join(parts),
            tuple(leaves),
            flat(publishable(article.text[article.after_headline :])),
            coverage,
            called,
        )

    def holds_passage(self, words: str, *, cut_before: bool, cut_after: bool) -> bool:
        """Tell whether ``words`` are a slice of the text, cut between words or at the ends of blocks only."""
        if not words:
            return False
        starts, ends = {start for _, start, _ in self.leaves}, {end for _, _, end in self.leaves}
        found = self.text.find(words)
        while found >= 0:
            end = found + len(words)
            fits_before = self.text[found - 1 : found].isspace() if cut_before else found in starts
            fits_after = self.text[end : end + 1].isspace() if cut_after else end in ends
            if fits_before and fits_after:
                return True
            found = self.text.find(words, found + 1)
        return False

    def describes(self, words: str) -> bool:
        """Tell whether ``words``, on one line, are the title or the summary, or the beginning of the text, or cut."""
        wholes = (self.summary, self.body, self.title)
        return any(shortened(self.coverage.restored(words, whole, self.called), whole) for whole in wholes if whole)

    def is_titled(self, line: str) -> bool:
        """Tell whether ``line`` is the title."""
        return self.coverage.restored(line, self.title, self.called) == self.title

    def holds(self, words: str) -> bool:
        """Tell whether ``words``, on one line and perhaps cut at their end, stand in the text, in marks or not."""
        bare = words.strip().strip(MARKS)
        whole = bare.removesuffix(CUT).strip(MARKS)
        return bool(whole) and stands_in(whole, flat(self.text))

    def leads(self, words: str, part: str) -> bool:
        """Tell whether ``words``, on one line, stand shortly before ``part``, a part of a quotation, as whole words."""
        place = self.text.find(part) if part else -1
        while place >= 0:
            if words and stands_in(words, flat(self.text[max(0, place - LEAD) : place])):
                return True
            place = self.text.find(part, place + 1)
        return False

    def title_in(self, line: str) -> bool:
        """Tell whether the title stands in ``line``, with other words round it."""
        size = len(self.title)
        places = range(len(line) - size + 1) if self.coverage else ()
        return stands_in(self.title, line) or any(
            self.is_titled(line[place : place + size])
            and not line[:place][-1:].isalnum()
            and not line[place + size :][:1].isalnum()
            for place in places
        )


def stands_in(title: str, text: str) -> bool:
    """Tell whether ``title`` stands in ``text`` as whole words."""
    place = text.find(title)
    while place >= 0:
        before, after = text[:place], text[place + len(title) :]
        if not before[-1:].isalnum() and not after[:1].isalnum():
            return True
        place = text.find(title, place + 1)
    return False


def shortened(words: str, whole: str) -> bool:
    """Tell whether ``words`` are ``whole``, or its beginning up to the end of a word and an ellipsis."""
    if words == whole:
        return True
    if not words.endswith(CUT):
        return False
    head = words.removesuffix(CUT)
    if not head or not whole.startswith(head):
        return False
    rest = whole[len(head) :].lstrip(_ENDS)
    between_words = len(rest) < len(whole) - len(head) or not rest
    # A single very long word is cut inside.
    return between_words or " " not in head[len(head) // 2 :]
