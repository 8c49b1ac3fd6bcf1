"""What can be doubtful in what articles say: names, quotations, languages."""

from sitegen.codes.code import Code

_NAMES = "Names, quotations, languages"

CODES = (
    Code(
        "possible-namesakes",
        _NAMES,
        "Two articles name somebody in the same way, and something speaks against one person: ages, or Mr here and Mrs "
        "there. They share a page until the author parts them. A warning.",
        "Write a record for each, or say who is meant with the id.",
        "people:\n  - {name: John Smith, id: john-smith-pilot}",
    ),
    Code(
        "ambiguous-name",
        _NAMES,
        "A short form could mean several people of the article, so it is linked to none of them. A warning.",
        "Name the person in full where it matters, or list who is meant.",
        "people:\n  - {name: John Smith, id: john-smith-pilot}",
    ),
    Code(
        "unknown-person-id",
        _NAMES,
        "The front matter gives a person an id that no authority record has, though a record of that name, or of "
        "nearly that id, is there. A person of that id is made. A warning.",
        "Correct the id, or write a record with it.",
    ),
    Code(
        "ambiguous-person",
        _NAMES,
        "A name could mean several people of the site, so it is linked to none of them. A warning.",
        "Say who is meant in the front matter.",
        "people:\n  - {name: John Smith, id: john-smith-pilot}",
    ),
    Code(
        "suppressed-name",
        _NAMES,
        "A name that an authority record suppresses stands where sitegen cannot cover it: in the address of an "
        "article, a link or a picture, in a file that is copied as it is, or in a template. A warning; sitegen "
        "check, and so sitegen publish, fails on it.",
        "Rename the file, give the article another slug, take the link out, or the name out of the file.",
        "slug: trial-of-the-year",
    ),
    Code(
        "suppressed-namesake",
        _NAMES,
        "Somebody else has a name that holds one that an authority record suppresses, such as a son with “Jr.”: their "
        "page would show it, so they are left out as well. Or somebody without a record is called by what can be "
        "another form of it. A warning.",
        "Give their record a name and an id that do not hold it; write a record for whoever is somebody else.",
    ),
    Code(
        "odd-quotation-mark",
        _NAMES,
        "A quotation mark has no partner in its paragraph; reading goes on after the paragraph. A warning.",
        "Close the quotation, or take the mark out.",
    ),
    Code(
        "language-unknown",
        _NAMES,
        "The article is in a language that the model does not read: its marked passages are shown, without speakers. "
        "A warning.",
        "Name a model of that language under [nlp], or correct the language.",
    ),
)
