"""What can be wrong with what people say about places in articles."""

from sitegen.codes.code import Code

_ANNOTATIONS = "Annotations"

# An annotation has no place any more: one that confirmed, added or noted something, and one without which the program's
# own opinion shows again.
ORPHANED, LAPSED = "annotation-orphaned", "annotation-lapsed"
LOST = frozenset({ORPHANED, LAPSED})

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
        "The date is not in the calendar, or can be read in more than one way. A warning where a decision is dated "
        "in the future.",
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
    Code(
        "annotation-inline",
        _ANNOTATIONS,
        "What looks like an annotation in the text of an article is none and shows as it is written, or an attribute "
        "or class in it is unknown. A warning.",
        "Do what the hint says; a backslash before the bracket tells that it is text.",
        '[Ellery]{.person ref=judith-ellery by="M. Hale" date=2026-11-30}',
    ),
    Code(
        "annotation-entity",
        _ANNOTATIONS,
        "A decision names somebody whom nobody in the site has as id or name, or an id that is another's: without a "
        "record, people of one name are numbered in their order.",
        "Take the id from the address of the page; for somebody whom no article names, and for one of several of a "
        "name, write a record.",
        "decision: correct\nspeaker: judith-ellery",
    ),
    Code(
        "annotation-conflict",
        _ANNOTATIONS,
        "Two decisions about one thing disagree, and neither is newer than the other.",
        "Take one of them out, or give the newer one its day.",
        "date: 2026-11-30",
    ),
    Code(
        "annotation-differs",
        _ANNOTATIONS,
        "A decision confirms or rejects somebody whom the program does not name there. What you say holds: a warning "
        "where you confirm, for your information where you reject.",
        "Write “decision: correct” where the program was wrong. A rejection waits until that name comes back.",
        "decision: correct\nspeaker: judith-ellery",
    ),
    Code(
        "annotation-several",
        _ANNOTATIONS,
        "The words of a decision about one quotation hold those of several people.",
        "Copy the words of one quotation alone, and write a decision for each.",
    ),
    Code(
        "annotation-overruled",
        _ANNOTATIONS,
        "A decision in the file of annotations says otherwise than the article itself, which goes before it. For your "
        "information.",
        "Take one of the two out.",
    ),
    Code(
        "annotation-idle",
        _ANNOTATIONS,
        "There is no quotation where a decision about one sits, or nothing in marks in what shall be mixed. A warning.",
        "Add the quotation first, or take the decision out.",
        "- exact: We closed the gate at nine.\n  decision: add\n  quote: direct",
    ),
    Code(
        "annotation-file-name",
        _ANNOTATIONS,
        "A file is called nearly like one of annotations. A warning: it is left out.",
        "Its name ends with “.annotations.yaml”, letter for letter. Some editors add “.txt”: take that off.",
        "content/2026/ferry.annotations.yaml",
    ),
    Code(
        "annotation-stray",
        _ANNOTATIONS,
        "A file of annotations has no article beside it. A warning: nothing in it holds.",
        "Give it the name of its article, with “.annotations.yaml” in place of “.md” or “.txt”.",
    ),
    Code(
        "annotation-orphaned",
        _ANNOTATIONS,
        "The place of an annotation is not sure any more: its words are gone or were changed, or several places are as "
        "good as each other, such as a paragraph and its copy. It is left out rather than put on something that looks "
        "alike. A warning.",
        "Write in the annotation the words as they stand now, with more of what stands round them, or delete it.",
        'exact: We closed the gate at nine.\nprefix: "told the inquiry: “"\nsuffix: "” Nobody asked"',
    ),
    Code(
        "annotation-lapsed",
        _ANNOTATIONS,
        "A correction or a rejection has lost its place, as above. It is not in force: the program's own opinion shows "
        "again. A warning in a build; `sitegen check` and `sitegen publish` refuse it, unless `[policy]` allows it.",
        "Mend it before you publish: write the words as they stand now. Delete it if the sentence is gone.",
        'exact: We closed the gate at nine.\nprefix: "told the inquiry: “"\nsuffix: "” Nobody asked"',
    ),
    Code(
        "annotation-reworded",
        _ANNOTATIONS,
        "The words of an annotation were changed a little where they stand, and it was kept. For information.",
        "Where it holds for the new words, write these in “exact”; otherwise delete it.",
    ),
)
