"""What can be wrong with a file of somebody else's annotations."""

from sitegen.codes.code import Code

_IMPORTS = "Annotations from elsewhere"

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
)
