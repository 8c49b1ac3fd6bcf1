"""Dates, numbers, rules and states in words."""

import datetime
from collections.abc import Container
from functools import lru_cache

from sitegen.model.article import Article
from sitegen.model.view_parts import Day, Explained

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})

RULES = {
    "cue.after": "The words come first, then the speaker and a reporting verb.",
    "cue.before": "The speaker and a reporting verb come first, then the words.",
    "cue.inverted": "The words come first, then a reporting verb before its speaker.",
    "cue.split": "The speaker and a reporting verb interrupt the words, which then go on.",
    "cue.words": "Some words inside a reported sentence stand in quotation marks.",
    "phrase": "A reporting verb takes a phrase that says what was said.",
    "noun": "A noun such as “warning” reports what was said, and names its speaker.",
    "in-words": "The sentence says in whose words it speaks.",
    "signed": "The speaker's name stands behind the words, after a dash.",
    "turn": "The paragraph begins with its speaker's name and a colon, as a transcript does.",
    "according-to": "A phrase such as “according to” names the source.",
    "colon": "The speaker's name and a colon introduce the words.",
    "clause.that": "A reporting verb introduces a clause that says what was said.",
    "clause.before": "The reported clause comes first, then the speaker and a reporting verb.",
    "clause.inserted": "The speaker and a reporting verb stand in the middle of the reported clause.",
    "carry-over": "The words have no reporting verb of their own; the speaker is carried over from the words before.",
    "carry-over.paragraph": "The words have no reporting verb of their own; "
    "they go on in a paragraph in which this speaker has just spoken.",
    "carry-over.subject": "The words have no reporting verb of their own; "
    "the speaker is the one whom the sentence before is about.",
    "subject-after": "The words end with a comma or a question; the next words tell what their speaker did.",
    "unknown": "No rule found who said these words.",
    "decided": "A person said whose words these are.",
}

STATUSES = {
    "machine": "the speaker was found by the program, and not yet checked by a person",
    "confirmed": "checked by a person, who agrees",
    "corrected": "checked by a person, who changed it",
    "rejected": "checked by a person, who withdrew it: the words are given to nobody",
}

# The same in few words, where there is room for no more.
ATTRIBUTED = {
    "machine": "Attributed by a program",
    "confirmed": "Confirmed by a person",
    "corrected": "Corrected by a person",
    "rejected": "Given to nobody by a person",
}
# How a speaker was found of whom a person has not said anything.
UNCHECKED = "by a program, not checked by a person"
# The word beside the disc, where it is not the status itself.
_STATUS_WORDS = {"rejected": "misattributed"}

# What is said of a quotation's context: a title, and why it is taken for that.
REASONS = {
    "cue": ("In answer to", "The words that lead into it, or report it, say that it is an answer."),
    "named": ("In answer to", "It names the other speaker, or the words that lead into it do."),
    "matter": ("Said before, on the same matter", "Both speak of one matter, one soon after the other."),
}
AFTERWARDS = "Said afterwards, on the same matter"

UNPUBLISHED = {"draft": "draft", "future": "not yet published"}

KINDS = {"direct": "direct", "mixed": "partly in marks", "indirect": "reported"}


# The languages that translations are most often made from and into; others are named by their codes.
_LANGUAGES = {
    "ar": "Arabic",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "he": "Hebrew",
    "hi": "Hindi",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "zh": "Chinese",
}


def status_in_words(status: str) -> str:
    """Return the word for a status of an attribution."""
    return _STATUS_WORDS.get(status, status)


def statuses_explained(used: Container[str]) -> tuple[Explained, ...]:
    """Return what the statuses among ``used`` mean, each with its word."""
    return tuple(
        Explained(status_in_words(status), meaning, status) for status, meaning in STATUSES.items() if status in used
    )


def language_in_words(language: str) -> str:
    """Return the name of a language, or its code where that has no name here."""
    return _LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), language)


def rule_in_words(rule: str) -> str:
    """Return a sentence that says what ``rule`` looks for; a rule without one has its name taken apart."""
    if rule in RULES:
        return RULES[rule]
    parent = rule.rpartition(".")[0]
    if parent in RULES:
        return RULES[parent]
    words = rule.replace(".", ": ").replace("-", " ").replace("_", " ").strip()
    return f"Rule “{words}”." if words else "No rule is recorded."


@lru_cache(maxsize=4096)
def day_of(date: datetime.date | None, moment: str = "") -> Day:
    """Return a date in words, and as ISO 8601 with the exact time where it is known."""
    if date is None:
        return Day("undated")
    iso = datetime.datetime.fromisoformat(moment).isoformat(timespec="seconds") if moment else date.isoformat()
    return Day(f"{date.day} {MONTHS[date.month - 1]} {date.year:04d}", iso)


def known_day(date: datetime.date | None) -> str:
    """Return a date in words, "" where it is not known."""
    return day_of(date).text if date is not None else ""


def updated_day(article: Article) -> Day | None:
    """Return the day of the last change that the author of an article tells of, None for none."""
    if not article.updated:
        return None
    moment = datetime.datetime.fromisoformat(article.updated)
    return day_of(moment.date(), article.updated if "T" in article.updated else "")


@lru_cache(maxsize=4096)
def short_day(date: datetime.date | None) -> Day:
    """Return a date in few words, for lists: "6 Aug 2018"."""
    if date is None:
        return Day("undated")
    month = MONTHS[date.month - 1]
    return Day(f"{date.day} {month if len(month) <= 4 else month[:3]} {date.year:04d}", date.isoformat())


def figure(number: int) -> str:
    """Return a number with its thousands set apart."""
    return f"{number:,}"


def count(number: int, noun: str, plural: str = "") -> str:
    """Return "1 quotation", "3 quotations", "no quotations"."""
    return f"{figure(number) if number else 'no'} {noun if number == 1 else plural or noun + 's'}"


def small(number: int) -> str:
    """Return a small number as a word."""
    return _SMALL[number] if number < len(_SMALL) else figure(number)


def confidence_in_words(confidence: float) -> str:
    """Return a confidence between 0 and 1 as figure and word."""
    word = "high" if confidence >= 0.85 else "medium" if confidence >= 0.6 else "low"
    return f"{confidence:.2f}, {word}"


def direction(language: str) -> str:
    """Return the writing direction of a language tag: "ltr" or "rtl"."""
    return "rtl" if language.split("-", maxsplit=1)[0].lower() in _RIGHT_TO_LEFT else "ltr"


def sentence(text: str) -> str:
    """Return ``text`` with a capital at its head."""
    return text[:1].upper() + text[1:]


def shorten(text: str, limit: int) -> str:
    """Return ``text`` on one line, cut at a word and closed by an ellipsis where it is longer than ``limit``."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head).rstrip(" ,;:.–—-") + "…"


def uncapitalised(name: str) -> str:
    """Return what the text calls a nameless speaker without a sentence's capital: "a spokeswoman for the Board"."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if first in {"A", "An", "The", "One", "Two"} else name
