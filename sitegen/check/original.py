"""What a page may say of an article: its text, its title, its summary, and nothing else."""

from dataclasses import dataclass

from sitegen.model.article import Article
from sitegen.model.view_text import publishable

# A cut passage ends in this; so does a shortened title or description.
CUT = "…"
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

    @classmethod
    def of(cls, article: Article) -> "Original":
        """Return what may be shown of ``article``."""
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
        after = article.headline.end if article.headline is not None else 0
        return cls(
            article.id,
            article.path,
            flat(publishable(article.title)),
            flat(publishable(article.summary)),
            "".join(parts),
            tuple(leaves),
            flat(publishable(article.text[after:])),
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
        return any(shortened(words, whole) for whole in (self.summary, self.body, self.title) if whole)


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
