"""Nodes of the front matter to typed values; every mistake is noted with its place."""

from collections.abc import Iterable

from sitegen.model.front_matter import FALSE, TRUE
from sitegen.model.slug import is_slug, slug_problem, slugify
from sitegen.model.web_address import is_web_address
from sitegen.source.nearest import nearest
from sitegen.source.nodes import Mapping, Node, Scalar, Sequence
from sitegen.source.notes import Notes

_MOST_WARNINGS = 20


def wrong_type(key: str, node: Node, wanted: str, notes: Notes) -> None:
    """Note that ``node`` is not ``wanted``, the hint being an example after it."""
    kind = {Scalar: "a single value", Sequence: "a list", Mapping: "a mapping"}[type(node)]
    notes.error("front-matter-type", f"“{key}” is {kind}", f"write {wanted}", node.line, node.column)


def read_string(key: str, node: Node, notes: Notes) -> str:
    """Return the text of a scalar with white space collapsed; empty, with an error noted, for other nodes."""
    if isinstance(node, Scalar):
        return "" if node.empty else " ".join(node.text.split())
    wrong_type(key, node, f"one line of text: “{key}: …”", notes)
    return ""


def read_strings(key: str, node: Node, notes: Notes) -> tuple[str, ...]:
    """Return a string or a list of strings as a tuple, empty ones and repetitions left out."""
    members = node.members if isinstance(node, Sequence) else (node,)
    values: dict[str, None] = {}
    for member in members:
        if isinstance(member, Scalar):
            if value := read_string(key, member, notes):
                values[value] = None
        else:
            wrong_type(key, member, f"a list of names: “{key}: [one, two]”", notes)
    return tuple(values)


def read_switch(key: str, node: Node, notes: Notes) -> bool:
    """Return true or false; anything else is an error."""
    text = read_string(key, node, notes)
    if isinstance(node, Scalar) and text.lower() not in TRUE | FALSE:
        hint = f"write “{key}: true” or “{key}: false”"
        notes.error("front-matter-type", f"“{key}: {text}” is neither true nor false", hint, node.line, node.column)
    return text.lower() in TRUE


def read_url(key: str, node: Node, notes: Notes) -> str:
    """Return an http or https address; anything else is an error, nothing at all is fine."""
    text = read_string(key, node, notes)
    if not text or is_web_address(text):
        return text
    hint = "write a full address that begins with https:// or http://"
    notes.error("url-invalid", f"“{key}: {text[:100]}” is no web address", hint, node.line, node.column)
    return ""


def read_slug(key: str, node: Node, notes: Notes) -> str:
    """Return one part of an address; what cannot stand in one is an error, what has to be changed a warning."""
    if not isinstance(node, Scalar):
        wrong_type(key, node, f"one word: “{key}: my-article”", notes)
        return ""
    if problem := slug_problem(node.text if not node.empty else ""):
        hint = "use lower-case letters, digits and hyphens, for example “senator-in-moscow”, or leave the key out"
        message = f"“{key}: {node.text[:100]}” {problem}"
        notes.error("slug-invalid", message, hint, node.line, node.column)
        return ""
    slug = slugify(node.text)
    if not is_slug(node.text):
        message = f"“{key}: {node.text[:100]}” becomes “{slug}” in addresses"
        notes.warn("slug-changed", message, f"write “{key}: {slug}”", node.line, node.column)
    return slug


def warn_unknown(mapping: Mapping, known: Iterable[str], notes: Notes, *, within: str = "") -> None:
    """Warn about keys that nothing reads, with the nearest known key; ``within`` names the mapping they stand in."""
    names = sorted(known)
    unknown = [key for key, _node in mapping.entries if key.text not in names]
    # Foreign front matter can hold thousands of keys; the first few tell the story.
    for key in unknown[:_MOST_WARNINGS]:
        hint = nearest(key.text, names, f"known keys: {', '.join(names)}")
        where = f" in “{within}”" if within else ""
        message = f"the key “{key.text[:100]}”{where} is unknown and ignored"
        notes.warn("front-matter-unknown-key", message, hint, key.line, key.column)
