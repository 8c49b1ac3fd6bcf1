"""The site's own words for annotations: each is documented in the page on data, at an anchor of its name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A property of a quotation in ``annotations.jsonld``."""

    name: str
    values: str
    meaning: str


PREFIX = "sitegen"

TERMS = (
    Term(
        "kind",
        "direct, mixed, indirect",
        "Whether all the words stand in quotation marks, some of them, or none: then they are the article’s own, which "
        "tells what was said in its own way.",
    ),
    Term("verbatim", "text", "Words of a mixed quotation that stand in quotation marks, marks left out."),
    Term(
        "speakerText",
        "text",
        "What the article calls the speaker at these words: a name, a pronoun or a description.",
    ),
    Term("speaksFor", "Organization", "Whom a nameless spokesperson speaks for."),
    Term("cue", "text", "The words that report the speech: “said”, “according to”."),
    Term("via", "text", "The source that relays the words: “she said, according to state media”."),
    Term("rule", "name", "The rule that found the speaker. The page on how the site is made explains each."),
    Term("confidence", "number, 0 to 1", "How sure the program is of the attribution, by its own estimate."),
    Term(
        "status",
        "machine, confirmed, corrected, rejected",
        "Whether a person has looked at the attribution, and what came of it. A rejected one gives them to nobody.",
    ),
    Term("decidedBy", "text", "Who looked at it, as it is signed."),
    Term("decidedOn", "YYYY-MM-DD", "The day of that."),
    Term("said", "YYYY, YYYY-MM or YYYY-MM-DD", "When the words were said, where an editor has found that out."),
)
