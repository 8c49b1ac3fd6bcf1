"""The keys of files of annotations, described for those who write them."""

from collections.abc import Mapping
from typing import get_args

from sitegen.model.annotation import Decision, Facet, Remark
from sitegen.source.keys import Key

PLACE_KEYS = (
    Key(
        "exact",
        "text",
        "The words as they stand in the article, without signs of Markdown. It must be there.",
        "exact: We closed the gate at nine.",
    ),
    Key("prefix", "text", "What stands right before the words.", 'prefix: "told the inquiry: “"'),
    Key("suffix", "text", "What stands right behind the words.", 'suffix: "” Nobody asked"'),
    Key(
        "position",
        "number",
        "How many characters of the article's text stood before the words, once. Tools write it.",
        "position: 134",
    ),
)
DECISION_KEYS = (
    Key(
        "decision",
        "word",
        "What is done with what the machine found: confirm, correct, reject; add for what it missed. Not for remarks.",
        "decision: correct",
    ),
    Key("entity", "id or full name", "Who or what is named by the words.", "entity: judith-ellery"),
    Key(
        "mention",
        "kind",
        "That the words name a person, an organisation or a place; beside it, `entity` says which.",
        "mention: person",
    ),
    Key(
        "quote",
        "kind",
        "That the words are a quotation, direct, mixed or indirect; beside it, `speaker` and `via` say whose.",
        "quote: direct",
    ),
    Key("kind", "kind", "Which kind of quotation it is: direct, mixed or indirect.", "kind: indirect"),
    Key(
        "extent",
        "text or list",
        "The words that are the quotation, of one in several parts each part.",
        'extent: ["We closed the gate,", at nine]',
    ),
    Key(
        "speaker",
        "id or name",
        "Who said it: an id, a full name, or words nearby that name a nameless source; unknown for nobody known.",
        "speaker: judith-ellery",
    ),
    Key("via", "id or name", "Who relays it.", "via: harbour-packet"),
    Key(
        "was",
        "id or name",
        "Whom the site named before the correction; pages show it. `sitegen annotations add` writes it.",
        "was: farida-martin",
    ),
)
REMARK_KEYS = (
    Key("note", "Markdown", "A note of the editor's, shown beside the text.", "note: The minutes say *ten*."),
    Key("said", "date", "When the words were said: a year, a month or a day.", "said: 2026-03-01"),
    Key("evidence", "text", "What shows it, beside `said`.", "evidence: The minutes of the meeting."),
    Key("translation", "text", "The words in another language.", "translation: Wir schlossen das Tor um neun."),
    Key("language", "code", "The language of the translation, beside it.", "language: de"),
    Key("recording", "address", "Where the words can be heard or seen.", "recording: https://example.org/hearing"),
)
AUTHOR_KEYS = (
    Key("by", "text", "Who decided.", "by: M. Hale"),
    Key("date", "date", "On which day. Of two decisions about one place the newer one holds.", "date: 2026-11-30"),
    Key("why", "text", "For what reason.", "why: The transcript of the hearing, page 12."),
    Key("source", "address", "Where it was imported from.", "source: https://example.org/annotations/7"),
    Key(
        "proposed",
        "true or false",
        "Whether it waits to be accepted, and changes nothing until then.",
        "proposed: true",
    ),
)
KEYS = (*PLACE_KEYS, *DECISION_KEYS, *REMARK_KEYS, *AUTHOR_KEYS)

# The keys of which an annotation has one, and the decisions that each can go with.
DECISIONS: Mapping[Facet, tuple[Decision, ...]] = {
    "entity": ("confirm", "correct", "reject"),
    "mention": ("add", "reject"),
    "quote": ("add", "confirm", "reject"),
    "kind": ("confirm", "correct"),
    "extent": ("confirm", "correct"),
    "speaker": ("confirm", "correct", "reject"),
    "via": ("confirm", "correct", "reject"),
}
REMARKS: tuple[Remark, ...] = get_args(Remark)
# What may stand beside what is added.
COMPANIONS: Mapping[str, tuple[str, ...]] = {"mention": ("entity",), "quote": ("speaker", "via")}
