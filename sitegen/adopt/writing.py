"""Front matter as the site reads it."""

import re
from collections.abc import Iterator, Sequence

from sitegen.adopt.fields import Fields
from sitegen.model.yaml_text import yaml_text

HEADING = "# Of the former site, read by nothing here:"
# What ends a line, or may not stand in YAML at all.
_UNFIT = re.compile(r"[^\t\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


def front_matter(fields: Fields, comments: Sequence[str], *, plain: bool) -> str:
    """Return the lines between and including the fences, each with a line feed.

    ``comments`` may be of several lines; they come last, so that the first line is a key wherever one is known.
    ``plain`` is for plain text, in which lines between fences without any key are text.
    """
    lines = list(_lines(fields))
    if plain and not lines:
        lines = ["draft: false"]
    if comments:
        lines.append(HEADING)
        lines.extend(_comment(line) for comment in comments for line in comment.split("\n"))
    return "\n".join(("---", *lines, "---", ""))


def _lines(fields: Fields) -> Iterator[str]:
    """Yield a line a key, longer lists below theirs; dates are made of digits and signs that need no marks."""
    yield from _line("title", fields.title)
    yield from _line("slug", fields.slug)
    if fields.date:
        yield f"date: {fields.date}"
    yield from _list("authors", fields.authors)
    yield from _list("tags", fields.tags)
    yield from _line("summary", fields.summary)
    yield from _line("language", fields.language)
    if fields.draft:
        yield "draft: true"
    source = [*_line("name", fields.source.name), *_line("url", fields.source.url)]
    source += _line("archived", fields.source.archived)
    if source:
        yield from ("source:", *(f"  {line}" for line in source))
    if fields.people:
        yield "people:"
    for person in fields.people:
        if person.id:
            yield from (f"- name: {yaml_text(person.name)}", f"  id: {yaml_text(person.id)}")
        else:
            yield f"- {yaml_text(person.name)}"


def _line(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name}: {yaml_text(text)}"


def _list(name: str, texts: Sequence[str]) -> Iterator[str]:
    if texts:
        yield from (f"{name}:", *(f"- {yaml_text(text)}" for text in texts))


def _comment(line: str) -> str:
    shown = _UNFIT.sub(lambda match: match.group().encode("unicode_escape").decode(), line)
    return shown if shown.startswith("#") else f"# {shown}".rstrip()
