"""Authority records: what the author wrote about a person, an organisation or a place."""

import re

from sitegen.diagnostics import Diagnostic
from sitegen.model.entity import AuthorityRecord, Role
from sitegen.model.mention import Kind
from sitegen.model.partial_date import PartialDate, partial_date
from sitegen.model.slug import slugify
from sitegen.source.decode import decode
from sitegen.source.frontmatter import read_head
from sitegen.source.keys import names
from sitegen.source.nodes import Mapping, Node, Scalar, Sequence
from sitegen.source.notes import Notes
from sitegen.source.record_keys import KEYS, ROLE_KEYS
from sitegen.source.values import read_slug, read_string, read_strings, read_switch, warn_unknown, wrong_type

_WIKIDATA = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)")


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
    warn_unknown(head.mapping, names(KEYS), notes)
    nodes = {key.text: node for key, node in head.mapping.entries}
    name = read_string("name", nodes["name"], notes) if "name" in nodes else ""
    if not name:
        line = nodes["name"].line if "name" in nodes else 1
        notes.error("record-name", f"the record names no {kind}", "begin with “---”, “name: …”, “---”", line)

    def texts(key: str) -> tuple[str, ...]:
        return read_strings(key, nodes[key], notes) if key in nodes else ()

    def switch(key: str) -> bool:
        return read_switch(key, nodes[key], notes) if key in nodes else False

    born, died = (_date(key, nodes.get(key), notes) for key in ("born", "died"))
    if born is not None and died is not None and died.latest < born.earliest:
        node = nodes["died"]
        notes.error("date-invalid", "“died” lies before “born”", "correct one of the two", node.line, node.column)
    record = AuthorityRecord(
        id=read_slug("id", nodes["id"], notes) if "id" in nodes else slugify(name),
        path=path,
        kind=kind,
        name=name,
        variants=tuple(variant for variant in texts("variants") if variant != name),
        note=text[head.body :].strip(),
        born=born,
        died=died,
        roles=_roles(nodes["roles"], notes) if "roles" in nodes else (),
        wikidata=_wikidata(nodes["wikidata"], notes) if "wikidata" in nodes else "",
        image=read_string("image", nodes["image"], notes) if "image" in nodes else "",
        image_alt=read_string("image_alt", nodes["image_alt"], notes) if "image_alt" in nodes else "",
        never=texts("not"),
        articles=texts("articles"),
        former_ids=texts("former_ids"),
        noindex=switch("noindex"),
        suppress=switch("suppress"),
        sensitive=switch("sensitive"),
    )
    return None if notes.failed else record, notes.all()


def _date(key: str, node: Node | None, notes: Notes) -> PartialDate | None:
    text = read_string(key, node, notes) if node is not None else ""
    if node is None or not text:
        return None
    found = partial_date(text)
    if found is None:
        hint = "write a year, a month or a day: 1961, 1961-04 or 1961-04-30"
        notes.error("date-invalid", f"“{key}: {text[:60]}” is no such date", hint, node.line, node.column)
    return found


def _wikidata(node: Node, notes: Notes) -> str:
    text = read_string("wikidata", node, notes)
    match = _WIKIDATA.fullmatch(text)
    if text and match is None:
        message = f"“wikidata: {text[:60]}” is no item of Wikidata"
        notes.error("wikidata-invalid", message, "write the letter Q and a number: Q42", node.line, node.column)
    return match[1] if match is not None else ""


def _roles(node: Node, notes: Notes) -> tuple[Role, ...]:
    members = node.members if isinstance(node, Sequence) else (node,)
    found = (_role(member, notes) for member in members)
    return tuple(dict.fromkeys(role for role in found if role is not None))


def _role(node: Node, notes: Notes) -> Role | None:
    if isinstance(node, Scalar):
        title = read_string("roles", node, notes)
        return Role(title) if title else None
    if not isinstance(node, Mapping):
        wrong_type("roles", node, "a title, or a mapping: “- {title: mayor, from: 2016}”", notes)
        return None
    warn_unknown(node, names(ROLE_KEYS), notes, within="roles")
    nodes = {key.text: value for key, value in node.entries}
    title = read_string("title", nodes["title"], notes) if "title" in nodes else ""
    if not title:
        notes.error("role-title", "a role has no title", "write “- {title: mayor, from: 2016}”", node.line, node.column)
        return None
    since, until = (_date(key, nodes.get(key), notes) for key in ("from", "to"))
    if since is not None and until is not None and until.latest < since.earliest:
        message = f"the role “{title[:60]}” ends before it begins"
        notes.error("date-invalid", message, "correct “from” or “to”", node.line, node.column)
    organisation = read_string("organisation", nodes["organisation"], notes) if "organisation" in nodes else ""
    return Role(title, since, until, organisation)
