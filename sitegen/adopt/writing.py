"""Front matter as the site reads it."""

import io
import re
from collections.abc import Sequence
from typing import Any

from ruamel.yaml import YAML

from sitegen.adopt.fields import Fields

HEADING = "# Of the former site, read by nothing here:"
# What ends a line, or may not stand in YAML at all.
_UNFIT = re.compile(r"[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def front_matter(fields: Fields, comments: Sequence[str], *, plain: bool) -> str:
    """Return the lines between and including the fences, each with a line feed.

    ``comments`` may be of several lines; they come last, so that the first line is a key wherever one is known.
    ``plain`` is for plain text, in which lines between fences without any key are text.
    """
    lines = [_dumped(name, value) for name, value in _values(fields).items()]
    if plain and not lines:
        lines = [_dumped("draft", False)]
    if comments:
        lines.append(f"{HEADING}\n")
        lines.extend(f"{_comment(line)}\n" for comment in comments for line in comment.split("\n"))
    return "".join(("---\n", *lines, "---\n"))


def _values(fields: Fields) -> dict[str, Any]:
    source = {
        key: value
        for key, value in (
            ("name", fields.source_name),
            ("url", fields.source_url),
            ("archived", fields.source_archived),
        )
        if value
    }
    people = [{"name": p.name, "id": p.id} if p.id else p.name for p in fields.people]
    every = {
        "title": fields.title,
        "slug": fields.slug,
        "date": fields.date,
        "authors": list(fields.authors),
        "tags": list(fields.tags),
        "summary": fields.summary,
        "language": fields.language,
        "draft": fields.draft,
        "source": source,
        "people": people,
    }
    return {name: value for name, value in every.items() if value}


def _dumped(name: str, value: Any) -> str:
    if name == "date":
        # Made of digits and signs that need no marks; the library would put them in quotation marks.
        return f"date: {value}\n"
    yaml = YAML(typ="safe", pure=True)
    yaml.default_flow_style = False
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]
    yaml.allow_unicode = True
    yaml.width = 1_000_000_000
    stream = io.StringIO()
    yaml.dump({name: value}, stream)
    return stream.getvalue()


def _comment(line: str) -> str:
    shown = _UNFIT.sub(lambda match: match.group().encode("unicode_escape").decode(), line)
    return shown if shown.startswith("#") else f"# {shown}".rstrip()
