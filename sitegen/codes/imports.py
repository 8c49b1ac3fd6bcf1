"""What can keep annotations from being taken in from elsewhere, or added and changed by a command."""

from sitegen.codes.code import Code

_IMPORTS = "Annotations from elsewhere"
_COMMANDS = "Commands on annotations"

CODES = (
    Code(
        "import-json",
        _IMPORTS,
        "The file stops being JSON at this place.",
        "Export the annotations again; save a mail or an issue as .eml, .txt or .md.",
    ),
    Code(
        "import-nothing",
        _IMPORTS,
        "The file holds no annotation.",
        "Save the whole mail or issue, with the lines of signs at its end; of other programs, export Web Annotations.",
    ),
    Code(
        "import-too-large",
        _IMPORTS,
        "The file is larger, or holds more annotations, than is read in one go.",
        "Export fewer annotations at a time.",
    ),
    Code(
        "import-own",
        _IMPORTS,
        "Some annotations are those that a site publishes about what the program found. They are left out.",
        "Say with sitegen annotations add … --confirm what a person has looked at.",
    ),
    Code(
        "import-silent",
        _IMPORTS,
        "Some annotations say nothing, such as mere highlights. They are left out.",
        "Write a comment, or a tag such as speaker:judith-ellery, and export again.",
    ),
    Code(
        "import-article",
        _IMPORTS,
        "An annotation is about a page that is no article of this site. It is not taken; the others are.",
        "Name the article with --article, where all of the file is about one.",
    ),
    Code(
        "import-place",
        _IMPORTS,
        "The words of an annotation do not stand in the article, or in several places, or it says what cannot be said "
        "here. It is not taken; the others are.",
        "Say it with sitegen annotations add.",
    ),
    Code(
        "annotations-article",
        _COMMANDS,
        "There is no article with this id, and none in this file.",
        "An id is the path below content/, in small letters and without the suffix.",
        "sitegen annotations list 2026/ferry-leaves",
    ),
    Code(
        "annotations-words",
        _COMMANDS,
        "The words do not stand in the article, or in several places, or somebody said the same about them already.",
        "Copy them from the article; say with --nth, --line, --prefix or --suffix which place is meant.",
    ),
    Code(
        "annotations-form",
        _COMMANDS,
        "A file of annotations is written in a way in which it cannot be changed without harm, such as a list in "
        "square brackets.",
        "Write each annotation line by line, or make the change by hand.",
        "- exact: We closed the gate at nine.\n  note: The minutes say ten.",
    ),
    Code(
        "annotations-changed",
        _COMMANDS,
        "A file of annotations was changed by somebody else while the command worked. Nothing was written.",
        "Run the command again.",
    ),
)
