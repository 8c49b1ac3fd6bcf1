"""Words that may be covered in what is published: those of suppressed names, and no others."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.check.page import Page
from sitegen.model.article import Article
from sitegen.model.covering import BLOCK, coverable
from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import SUFFIXES, plausible
from sitegen.model.record_names import alone_of, bare_names, names_of
from sitegen.model.span import Span
from sitegen.model.view_text import publishable
from sitegen.model.withheld import Names, folded, tokens_of, words_in

# Signs between two words of one name: "J. Roe", "Jane “Jo” Roe".
_NEAR = 4


class Coverage:
    """Tells which words of a text may be covered; ``articles`` say under people: what else somebody is called."""

    def __init__(self, records: Iterable[AuthorityRecord] = (), articles: Iterable[Article] = ()) -> None:
        self.records = [record for record in records if record.suppress]
        ids = {record.id for record in self.records}
        called = {person.name for article in articles for person in article.people if person.id in ids}
        self._names = names_of(self.records) | bare_names(self.records) | Names.of(called, people=True)
        people = [name for record in self.records if record.kind == "person" for name in record.names]
        self._words = {word for name in (*people, *called) if plausible(tuple(name.split())) for word in words_in(name)}
        for record in self.records:
            surnames = alone_of(record)
            self._words |= {*surnames.single, *(word for words in surnames.full for word in words)}

    def __bool__(self) -> bool:
        return bool(self.records)

    def between(self, text: str) -> frozenset[str]:
        """Return what ``text`` puts between words of a name: its article may go on to call somebody so."""
        if not self.records:
            return frozenset()
        tokens = tokens_of(text)
        own = [self._is_own(token.of(text)) for token in tokens]
        found = (token for number, token in enumerate(tokens) if self._is_between(number, tokens, own, text))
        return frozenset(folded(word) for word in (token.of(text) for token in found) if len(word) > 1)

    def words(self, text: str, more: frozenset[str] = frozenset()) -> tuple[Span, ...]:
        """Return the words of ``text`` that may be covered; ``more`` are words that its article calls somebody by."""
        if not self.records:
            return ()
        whole = self._names.find(text)
        tokens = tokens_of(text)
        own = [any(span.covers(token) for span in whole) or self._is_own(token.of(text), more) for token in tokens]
        return tuple(
            token for number, token in enumerate(tokens) if own[number] or self._is_between(number, tokens, own, text)
        )

    def _is_own(self, word: str, more: frozenset[str] = frozenset()) -> bool:
        return folded(word) in self._words or (folded(word) in more and word[0].isupper())

    def _is_between(self, number: int, tokens: Sequence[Span], own: Sequence[bool], text: str) -> bool:
        """Tell whether a word is a middle name, an initial or a "Jr." beside words of a name."""

        def joined(place: int) -> bool:
            one, other = sorted((tokens[number], tokens[place]))
            return own[place] and other.start - one.end <= _NEAR and "\n\n" not in text[one.end : other.start]

        before = number > 0 and joined(number - 1)
        behind = number + 1 < len(tokens) and joined(number + 1)
        word = tokens[number].of(text)
        if before and folded(word) in SUFFIXES:
            return True
        return word[0].isupper() and ((before and behind) or (len(word) == 1 and (before or behind)))

    def restored(self, shown: str, whole: str, more: frozenset[str] = frozenset()) -> str:
        """Return ``shown`` with the letters of ``whole``, which it begins, where it rightly covers them."""
        return self._restored(shown, whole, self.words(whole, more)) if BLOCK in shown else shown

    def _restored(self, shown: str, whole: str, words: Iterable[Span]) -> str:
        letters = list(shown)
        for word in words:
            if word.end <= len(shown) and all(
                a == BLOCK if coverable(b) else a == b for a, b in zip(word.of(shown), word.of(whole), strict=True)
            ):
                letters[word.start : word.end] = word.of(whole)
        return "".join(letters)

    def as_shown(self, article: Article, page: Page | None) -> Article:
        """Return ``article`` with its text as its page shows it, paragraph by paragraph, where that covers rightly.

        A paragraph that differs in anything else stays as it is in the article.
        """
        shown = {words.source: words.text for words in reversed(page.blocks)} if page is not None and self else {}
        if not any(BLOCK in text for text in shown.values()):
            return article
        words = self.words(article.text, self.between(article.text))
        letters = list(article.text)
        for number, leaf in enumerate(article.leaves(), 1):
            text = shown.get(f"p{number}", "")
            places = [place for place in range(leaf.span.start, leaf.span.end) if publishable(article.text[place])]
            if BLOCK not in text or len(text) != len(places):
                continue
            made = letters[leaf.span.start : leaf.span.end]
            for letter, place in zip(text, places, strict=True):
                made[place - leaf.span.start] = letter
            inside = (word.shift(-leaf.span.start) for word in words if leaf.span.covers(word))
            whole = leaf.span.of(article.text)
            if self._restored("".join(made), whole, inside) == whole:
                letters[leaf.span.start : leaf.span.end] = made
        return replace(article, text="".join(letters))


NOTHING = Coverage()
