"""Invented articles under random edits, each character of which can be followed to where it went."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from sitegen.model.span import Span

NAMES = ("Ann Lee", "Tom Penn", "Paul", "Judith Ellery", "Mia Stone", "Lee", "Nora Quill", "Paul Penn")
ROLES = ("the harbour master", "a spokeswoman for the Trust", "the pilot", "the mayor of Ravelsea", "a fisherman")
THINGS = ("gate", "bridge", "ferry", "quay", "lighthouse", "hall", "pier", "market")
TIMES = ("nine", "ten", "noon", "six", "half past nine", "seven")
DAYS = ("Monday", "Tuesday", "Friday", "Sunday")
DEEDS = ("closed", "opened", "left", "kept", "painted", "sold", "watched", "repaired")
BOILERPLATE = (
    "He declined to comment.",
    "She declined to comment.",
    "Nobody was hurt.",
    "The council did not respond to a request for comment.",
    "The harbour office did not respond to several requests for comment before this article was published.",
    "More follows.",
)
FORMS = (
    "{name} said the {thing} {deed} at {time}.",
    '{name} told the inquiry: "We {deed} the {thing} at {time}." Nobody asked why.',
    '"We {deed} the {thing} at {time}," {name} said on {day}.',
    "{name}, {role}, told the inquiry on {day} that the {thing} was {deed} at {time}.",
    "The {thing} was {deed} on {day}, {name} told the {thing2}'s owners, and {number} people saw it.",
    "On {day} the {thing} {deed} again, and {name} didn't know that the {thing2} had been {deed2} by {time}.",
    "{name} denied it.",
    'According to {name}, {role}, "the {thing} is ours", and it won\'t be {deed} before {time} on {day}.',
    '"I never {deed} the {thing}," said {name}. "I {deed2} the {thing2} - that is all."',
    "{name} and {name2} {deed} the {thing} together until {time}, when {number} boats came in.",
    "{number} people came to the {thing} on {day}.",
)


VOCABULARY = (
    "tide storm captain letter window garden council report winter summer lantern rope engine kitchen market road hill "
    "river teacher doctor baker sailor child neighbour dog horse boat net anchor bell tower stone wall roof door table "
    "chair book map song story promise question answer secret rumour price wage tax budget vote meeting strike plan "
    "old new quiet loud narrow broad heavy light empty full broken honest nervous proud tired green grey bitter sudden "
    "carried found lost built burned crossed counted drew drank filled followed gathered heard held hid joined knew "
    "lifted measured met mended missed moved named owed paid planted promised pulled pushed read remembered returned "
    "sang searched sent shouted showed signed slept spoke spent stole stood swept taught thought threw told turned "
    "under over behind beside before after until while because although and but with without near against across "
    "every another their its one's no this that those many few some his her our"
).split()


def free(draw: random.Random) -> str:
    """Return a sentence of any words, now and then with a name or words in marks."""
    words = draw.choices(VOCABULARY, k=draw.randint(5, 18))
    if draw.random() < 0.5:
        words[draw.randrange(len(words))] = draw.choice(NAMES)
    if draw.random() < 0.3:
        first = draw.randrange(len(words) - 2)
        last = draw.randint(first + 1, len(words) - 1)
        words[first] = f'"{words[first]}'
        words[last] = f'{words[last]}"'
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}." if text[0] != '"' else f"The {text}."


def sentence(draw: random.Random, alike: float) -> str:
    """Return an invented sentence; ``alike`` is how often it is like others."""
    if draw.random() >= alike:
        return free(draw)
    if draw.random() < 0.15:
        return draw.choice(BOILERPLATE)
    return draw.choice(FORMS).format(
        name=draw.choice(NAMES),
        name2=draw.choice(NAMES),
        role=draw.choice(ROLES),
        thing=draw.choice(THINGS),
        thing2=draw.choice(THINGS),
        deed=draw.choice(DEEDS),
        deed2=draw.choice(DEEDS),
        time=draw.choice(TIMES),
        day=draw.choice(DAYS),
        number=draw.randint(2, 99),
    )


def likened(text: str, draw: random.Random) -> str:
    """Return a sentence that is ``text`` but for a word or two."""
    for _ in range(draw.randint(1, 2)):
        lists = [words for words in (NAMES, THINGS, TIMES, DAYS, DEEDS) if any(word in text for word in words)]
        if not lists:
            return text
        words = draw.choice(lists)
        old = draw.choice([word for word in words if word in text])
        text = text.replace(old, draw.choice(words), 1)
    return text


@dataclass(slots=True)
class Piece:
    """A sentence: its characters, and a number for each that stays with it."""

    text: str
    ids: list[int]


@dataclass(slots=True)
class Draft:
    """An article as paragraphs of sentences; ``origin`` tells of which characters others are copies."""

    draw: random.Random
    alike: float = 1.0
    paragraphs: list[list[Piece]] = field(default_factory=list)
    origin: dict[int, int] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=count)
    blank: str = " "
    parting: str = "\n\n"

    def piece(self, text: str) -> Piece:
        return Piece(text, [next(self.numbers) for _ in text])

    @staticmethod
    def made(draw: random.Random, paragraphs: int, alike: float) -> "Draft":
        """Return a new draft, with sentences that are like each other and some that are the same."""
        draft = Draft(draw, alike)
        texts: list[str] = []
        for _ in range(paragraphs):
            own: list[str] = []
            for _ in range(draw.choice((1, 1, 2, 3, 4))):
                if texts and draw.random() < 0.3 * alike:
                    own.append(likened(draw.choice(texts[-3:] if draw.random() < 0.6 else texts), draw))
                elif texts and draw.random() < 0.05 * alike:
                    own.append(draw.choice(texts))
                else:
                    own.append(sentence(draw, alike))
                texts.append(own[-1])
            draft.paragraphs.append([draft.piece(text) for text in own])
        return draft

    def whole(self) -> tuple[str, list[int]]:
        """Return the text, and the number of each of its characters; -1 between sentences."""
        pieces: list[str] = []
        ids: list[int] = []
        for number, paragraph in enumerate(self.paragraphs):
            for place, piece in enumerate(paragraph):
                gap = "" if not number and not place else self.blank if place else self.parting
                pieces += [gap, piece.text]
                ids += [-1] * len(gap) + piece.ids
        return "".join(pieces), ids

    # The edits.

    def insert_sentence(self) -> None:
        paragraph = self._paragraph()
        paragraph.insert(self.draw.randint(0, len(paragraph)), self.piece(self._new()))

    def insert_paragraph(self) -> None:
        new = [self.piece(self._new()) for _ in range(self.draw.randint(1, 3))]
        self.paragraphs.insert(self.draw.randint(0, len(self.paragraphs)), new)

    def delete_sentence(self) -> None:
        self._take()

    def delete_paragraph(self) -> None:
        if len(self.paragraphs) > 1:
            self.paragraphs.pop(self.draw.randrange(len(self.paragraphs)))

    def move_sentence(self) -> None:
        piece = self._take()
        if piece is not None:
            paragraph = self._paragraph()
            paragraph.insert(self.draw.randint(0, len(paragraph)), piece)

    def move_paragraph(self) -> None:
        paragraph = self.paragraphs.pop(self.draw.randrange(len(self.paragraphs)))
        self.paragraphs.insert(self.draw.randint(0, len(self.paragraphs)), paragraph)

    def duplicate_paragraph(self) -> None:
        number = self.draw.randrange(len(self.paragraphs))
        place = self.draw.choice((number, number + 1, self.draw.randint(0, len(self.paragraphs))))
        self.paragraphs.insert(place, [self._copy(piece) for piece in self.paragraphs[number]])

    def duplicate_sentence(self) -> None:
        paragraph = self._paragraph()
        copy = self._copy(self.draw.choice(paragraph))
        paragraph = self.draw.choice((paragraph, self._paragraph()))
        paragraph.insert(self.draw.randint(0, len(paragraph)), copy)

    def swap_similar(self) -> None:
        places = [(row, place) for row, pieces in enumerate(self.paragraphs) for place in range(len(pieces))]
        self.draw.shuffle(places)
        one = places[0]
        first = self.paragraphs[one[0]][one[1]]
        others = [place for place in places[1:] if self.paragraphs[place[0]][place[1]].text != first.text]
        if others:
            two = max(others, key=lambda place: len(_shared(self.paragraphs[place[0]][place[1]].text, first.text)))
            second = self.paragraphs[two[0]][two[1]]
            self.paragraphs[one[0]][one[1]], self.paragraphs[two[0]][two[1]] = second, first

    def swap_neighbours(self) -> None:
        paragraph = self._paragraph()
        if len(paragraph) > 1:
            place = self.draw.randrange(len(paragraph) - 1)
            paragraph[place], paragraph[place + 1] = paragraph[place + 1], paragraph[place]

    def change_word(self) -> None:
        """Put another word in the place of one: its first and its last character stand for those of the old one."""
        piece = self.draw.choice(self._paragraph())
        words = [(start, end) for start, end in _words(piece.text) if end - start > 1]
        if not words:
            return
        start, end = self.draw.choice(words)
        old = piece.text[start:end]
        pool = next((pool for pool in (THINGS, DEEDS, TIMES, DAYS) if old in pool), ())
        new = self.draw.choice((*pool, "really", "then", f"{old}s", old[0] + old[2:] if len(old) > 3 else "then"))
        new = new.capitalize() if old[0].isupper() else new
        ids = [piece.ids[start], *(next(self.numbers) for _ in new[2:]), piece.ids[end - 1]]
        piece.text = piece.text[:start] + new + piece.text[end:]
        piece.ids[start:end] = ids

    def reflow(self) -> None:
        """Break lines elsewhere, as an editor does."""
        self.blank = self.draw.choice((" ", "\n", "  "))
        for piece in (piece for paragraph in self.paragraphs for piece in paragraph):
            piece.text = "".join(
                self.draw.choice((" ", "\n", "\u00a0")) if sign.isspace() else sign for sign in piece.text
            )

    def curl(self) -> None:
        """Set typographic quotation marks, apostrophes and dashes."""
        for piece in (piece for paragraph in self.paragraphs for piece in paragraph):
            text = piece.text.replace("'", "’").replace(" - ", " – ")
            signs = [
                ("“" if not place or text[place - 1].isspace() else "”") if sign == '"' else sign
                for place, sign in enumerate(text)
            ]
            piece.text = "".join(signs)

    def _paragraph(self) -> list[Piece]:
        return self.draw.choice(self.paragraphs)

    def _take(self) -> Piece | None:
        if sum(map(len, self.paragraphs)) < 2:
            return None
        paragraph = self._paragraph()
        piece = paragraph.pop(self.draw.randrange(len(paragraph)))
        self.paragraphs = [one for one in self.paragraphs if one]
        return piece

    def _copy(self, piece: Piece) -> Piece:
        copy = self.piece(piece.text)
        self.origin.update((new, self.origin.get(old, old)) for new, old in zip(copy.ids, piece.ids, strict=True))
        return copy

    def _new(self) -> str:
        if self.draw.random() < 0.4 * self.alike:
            old = self.draw.choice(self._paragraph()).text
            new = likened(old, self.draw)
            if new != old:
                return new
        return sentence(self.draw, self.alike)

    def span(self, draw: random.Random, kind: str) -> Span:
        """Return a place of one kind: a name, words in marks, a sentence, a paragraph, or any words."""
        text, _ = self.whole()
        sentences = []
        paragraphs = []
        at = 0
        for number, paragraph in enumerate(self.paragraphs):
            at += len(self.parting) if number else 0
            begin = at
            for place, piece in enumerate(paragraph):
                at += len(self.blank) if place else 0
                sentences.append(Span(at, at + len(piece.text)))
                at += len(piece.text)
            paragraphs.append(Span(begin, at))
        if kind == "paragraph":
            return draw.choice(paragraphs)
        one = draw.choice(sentences)
        words = [Span(one.start + start, one.start + end) for start, end in _words(one.of(text))]
        if kind == "name":
            names = [(text.find(name, one.start, one.end), name) for name in NAMES]
            found = [Span(start, start + len(name)) for start, name in names if start >= 0]
            return draw.choice(found or words)
        if kind == "quotation":
            marks = [at for at in range(one.start, one.end) if text[at] == '"']
            pairs = [Span(start + 1, end) for start, end in zip(marks[::2], marks[1::2], strict=False)]
            return draw.choice(pairs or [one])
        if kind == "words":
            every = [Span(*place) for place in _words(text)]
            first = draw.randrange(len(every))
            return Span(every[first].start, every[min(len(every) - 1, first + draw.randint(0, 14))].end)
        return one


SPANS = ("name", "quotation", "sentence", "paragraph", "words")
EDITS = (
    "insert_sentence",
    "insert_paragraph",
    "delete_sentence",
    "delete_paragraph",
    "move_sentence",
    "move_paragraph",
    "duplicate_paragraph",
    "duplicate_sentence",
    "swap_similar",
    "swap_neighbours",
    "change_word",
    "reflow",
    "curl",
)


def _words(text: str) -> list[tuple[int, int]]:
    found = []
    start = None
    for place, sign in enumerate(f"{text} "):
        if sign.isalnum() or (sign in "'’" and start is not None and text[place + 1 : place + 2].isalnum()):
            start = place if start is None else start
        elif start is not None:
            found.append((start, place))
            start = None
    return found


def _shared(one: str, other: str) -> set[str]:
    return set(one.split()) & set(other.split())
