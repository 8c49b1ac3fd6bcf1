"""What can keep an editor's decision about people from being written."""

from sitegen.codes.code import Code

_PEOPLE = "Decisions about people"

CODES = (
    Code(
        "people-unknown",
        _PEOPLE,
        "Nobody in the site has the id, had it, or is called like that, letter for letter.",
        "sitegen people list names everybody.",
    ),
    Code("people-ambiguous", _PEOPLE, "Several people are called like that.", "Give the id of the one you mean."),
    Code("people-kind", _PEOPLE, "An organisation or a place is no person.", "Name a person."),
    Code("people-same", _PEOPLE, "The two are one person already.", "Name two."),
    Code(
        "people-id",
        _PEOPLE,
        "The id cannot be one, or it is, or was, somebody else's.",
        "Write small letters, digits and hyphens, and choose another where it is taken.",
    ),
    Code(
        "people-name",
        _PEOPLE,
        "The name is empty, or what shall never mean a person is the person's own name.",
        "Write the name in quotation marks.",
        "sitegen people rename mia-stone 'Maria Stone'",
    ),
    Code(
        "people-name-taken",
        _PEOPLE,
        "Somebody else has the same name, so that a record would claim their articles as well, or both would lose "
        "their links.",
        "Merge the two where they are one; else write a record for each, with the articles in which they are meant.",
        "articles: [2026/ferry-leaves]",
    ),
    Code(
        "people-articles",
        _PEOPLE,
        "An article that is given does not name the person, or no article would be left for one of the two.",
        "Give some of the articles that sitegen people show lists, and not all of them.",
    ),
    Code(
        "people-stated",
        _PEOPLE,
        "The front matter of an article says who is meant, and a record cannot say otherwise.",
        "Write the new id there.",
        "people:\n  - {name: John Penn, id: john-penn-pilot}",
    ),
    Code(
        "people-conflict",
        _PEOPLE,
        "Two records, or two keys of one, contradict each other. Nothing was written.",
        "Correct one of the lines that are named, and run the command again.",
    ),
    Code(
        "people-file",
        _PEOPLE,
        "Another file stands where a new record would be written.",
        "Move it, or give its record the id that its name says.",
    ),
    Code(
        "people-record-form",
        _PEOPLE,
        "A record is written in a way in which it cannot be changed without harm, such as all keys in curly brackets.",
        "Write it line by line, or make the change by hand.",
        "name: Ann Lee\nvariants: [Annie Lee]",
    ),
    Code(
        "people-changed",
        _PEOPLE,
        "A record was changed by somebody else while the decision was made. Nothing was written.",
        "Run the command again.",
    ),
)
