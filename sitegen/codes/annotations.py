"""What can be wrong with what people say about places in articles."""

from sitegen.codes.code import Code

_ANNOTATIONS = "Annotations"

CODES = (
    Code(
        "annotation-yaml",
        _ANNOTATIONS,
        "A file of annotations cannot be read from this place on.",
        "Do what the hint says; quotation marks, or “|-” and the words on the lines below, keep signs from meaning "
        "something else.",
        "- exact: |-\n    “We closed the gate,” she said: “all of it.”\n  decision: correct\n  speaker: judith-ellery",
    ),
    Code(
        "annotation-list",
        _ANNOTATIONS,
        "A file of annotations is no list, or a member of the list is no annotation.",
        "Begin each annotation with a hyphen and a blank.",
        "- exact: We closed the gate at nine.\n  note: The minutes say ten.",
    ),
    Code(
        "annotation-too-long",
        _ANNOTATIONS,
        "A file of annotations is longer than any that people write.",
        "Split the article, or delete what is out of date.",
    ),
    Code(
        "annotation-exact",
        _ANNOTATIONS,
        "An annotation does not quote the words that it is about.",
        "Copy them from the article.",
        "- exact: We closed the gate at nine.",
    ),
    Code(
        "annotation-property",
        _ANNOTATIONS,
        "An annotation decides and notes nothing, or two things at once.",
        "Write one annotation for each thing that you say.",
        "- exact: We closed the gate at nine.\n  decision: correct\n  speaker: judith-ellery\n"
        "- exact: We closed the gate at nine.\n  note: The minutes say ten.",
    ),
    Code(
        "annotation-decision",
        _ANNOTATIONS,
        "The decision is missing, none of confirm, correct, reject and add, or makes no sense with what it is about.",
        "Write the one that the hint names; remarks such as notes have none.",
        "decision: correct\nspeaker: judith-ellery",
    ),
    Code(
        "annotation-value",
        _ANNOTATIONS,
        "A value is none that this key can have.",
        "Write one that the hint names.",
        "decision: add\nquote: direct",
    ),
    Code(
        "annotation-empty",
        _ANNOTATIONS,
        "A key has no value: an error, but a warning where the key only tells more.",
        "Write one, in quotation marks where it begins with a number sign or a bracket.",
        'why: "#12 of the minutes"',
    ),
    Code(
        "annotation-date",
        _ANNOTATIONS,
        "The date is not in the calendar, or can be read in more than one way.",
        "Write year, month, day; for when words were said, a month or a year will do.",
        "date: 2026-11-30",
    ),
    Code(
        "annotation-address",
        _ANNOTATIONS,
        "The address of a recording or of a source is no http or https address.",
        "Write a full address.",
        "recording: https://example.org/hearing",
    ),
    Code(
        "annotation-alone",
        _ANNOTATIONS,
        "A key stands without the one that it belongs to: evidence without said, a translation without its language or "
        "the other way round.",
        "Write both.",
        "translation: Wir schlossen das Tor um neun.\nlanguage: de",
    ),
    Code(
        "annotation-unknown-key",
        _ANNOTATIONS,
        "Nothing reads this key of an annotation. A warning.",
        "Correct it or take it out; the hint names the nearest known key.",
    ),
    Code(
        "annotation-duplicate", _ANNOTATIONS, "The same annotation stands twice. A warning.", "Delete one of the two."
    ),
    Code(
        "annotation-comment",
        _ANNOTATIONS,
        "A number sign behind a blank begins a comment: the words behind it are no part of the value.",
        "Put the value in quotation marks; where a comment is meant, write a blank behind the sign.",
        'exact: "Berth #12 is closed"',
    ),
)
