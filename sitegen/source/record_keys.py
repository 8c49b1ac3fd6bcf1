"""The keys of authority records, described for those who write them."""

from sitegen.source.keys import Key

ROLE_KEYS = (
    Key("title", "text", "The office or calling, as texts write it, without “the”.", "title: harbourmaster"),
    Key("from", "date", "When it began: a year, a month or a day.", "from: 2016-04"),
    Key("to", "date", "When it ended. Without it: it has not.", "to: 2024"),
    Key("organisation", "text", "Where it is held.", "organisation: Portmere Harbour Board"),
)
KEYS = (
    Key("name", "text", "The full name, as pages show it. It must be there.", "name: Maria van der Straal"),
    Key(
        "id",
        "word",
        "What articles call the record by; the last part of the address of its page. Without it: made from the name.",
        "id: maria-van-der-straal",
    ),
    Key(
        "variants",
        "list of names",
        "Other names for the same: spellings, a former name, an office that nobody else holds. A single surname here "
        "claims that surname in all articles.",
        "variants: [Mia van der Straal, harbourmaster of Portmere]",
    ),
    Key("born", "date", "The birth: a year, a month or a day. Of an organisation: the founding.", "born: 1961"),
    Key("died", "date", "The death. Of an organisation: the end.", "died: 2024-11-03"),
    Key(
        "roles",
        "list of keys",
        "Offices and callings, with the keys below. They tell two people of one name apart where a text names the "
        "office, and let “the harbourmaster” mean its holder on the day of the article.",
        "roles:\n  - {title: harbourmaster, from: 2016-04, organisation: Portmere Harbour Board}",
    ),
    Key("wikidata", "word", "The item on Wikidata.", "wikidata: Q42"),
    Key("image", "path", "A picture, beside the record or below it.", "image: maria.jpg"),
    Key("image_alt", "text", "What the picture shows, for those who can't see it.", "image_alt: She stands on a quay."),
    Key(
        "not",
        "list of strings",
        "What never means this one, though it looks like the name.",
        "not: [Straal Street, Van der Straal & Sons]",
    ),
    Key(
        "articles",
        "list of ids",
        "The articles in which the name means this one, of several who bear it.",
        "articles: [2026/ferry-leaves]",
    ),
    Key("former_ids", "list of words", "What the record was called before.", "former_ids: [mia-van-der-straal]"),
    Key("noindex", "true or false", "Whether search engines are kept from the page.", "noindex: false"),
    Key(
        "suppress",
        "true or false",
        "Whether the name, the page, the quotations and all links are kept out of what is published.",
        "suppress: false",
    ),
    Key(
        "sensitive",
        "true or false",
        "Whether a person must have confirmed or corrected every quotation of theirs before the site is published.",
        "sensitive: false",
    ),
)
