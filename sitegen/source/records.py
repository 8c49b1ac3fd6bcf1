"""Authority records: what the author wrote about a person, an organisation or a place."""

from sitegen.diagnostics import Diagnostic
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Kind
from sitegen.model.slug import slugify
from sitegen.source.decode import decode
from sitegen.source.frontmatter import read_head
from sitegen.source.keys import Key, names
from sitegen.source.notes import Notes
from sitegen.source.values import read_slug, read_string, read_strings, warn_unknown

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
        "Other names for the same: spellings, a former name, an office that nobody else holds.",
        "variants: [Mia van der Straal, harbourmaster of Portmere]",
    ),
)
# Accepted, and not read yet.
UNREAD_KEYS = tuple("born died roles wikidata image not noindex suppress".split())
_NAMES = names(KEYS) | set(UNREAD_KEYS)


def read_record(path: str, kind: Kind, content: bytes) -> tuple[AuthorityRecord | None, tuple[Diagnostic, ...]]:
    """Return the authority record in ``content``; None where there is an error, or where the file is empty.

    ``note`` is the body, in Markdown, without surrounding white space.
    """
    notes = Notes(path)
    text = decode(content, notes)
    if text is None:
        return None, notes.all()
    if not text.strip():
        notes.warn(
            "empty-file", "the file is empty and left out", "write at least “---”, “name: …”, “---”, or delete it"
        )
        return None, notes.all()
    head = read_head(text, notes, optional=False)
    if head is None:
        return None, notes.all()
    warn_unknown(head.mapping, _NAMES, notes)
    nodes = {key.text: node for key, node in head.mapping.entries}
    name = read_string("name", nodes["name"], notes) if "name" in nodes else ""
    if not name:
        line = nodes["name"].line if "name" in nodes else 1
        notes.error("record-name", f"the record names no {kind}", "begin with “---”, “name: …”, “---”", line)
    identifier = read_slug("id", nodes["id"], notes) if "id" in nodes else slugify(name)
    variants = read_strings("variants", nodes["variants"], notes) if "variants" in nodes else ()
    if notes.failed:
        return None, notes.all()
    variants = tuple(variant for variant in variants if variant != name)
    return AuthorityRecord(identifier, path, kind, name, variants, text[head.body :].strip()), notes.all()
