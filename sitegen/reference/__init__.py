"""The pages of docs/ that the code writes: ``python -m sitegen.reference docs`` brings them up to date."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from sitegen import codes
from sitegen.cli import main
from sitegen.codes import EXIT_CODES, GENERATED
from sitegen.model.described import described
from sitegen.model.settings import Settings
from sitegen.reference.views import explanation, fields, parts, views
from sitegen.shell.configuration_file import configuration_file, toml_value
from sitegen.source.annotation_keys import AUTHOR_KEYS, COMPANIONS, DECISION_KEYS, DECISIONS, PLACE_KEYS, REMARK_KEYS
from sitegen.source.fields import KEYS, PERSON_KEYS, SOURCE_KEYS
from sitegen.source.inline_spans import CLASSES, COMMON
from sitegen.source.keys import Key
from sitegen.source.record_keys import KEYS as RECORD_KEYS
from sitegen.source.record_keys import ROLE_KEYS

_EXAMPLE = "Example: "
ANNOTATIONS = """\
# Comments are kept.
- exact: We closed the gate at nine.
  prefix: "told the inquiry: “"
  decision: correct
  speaker: judith-ellery
  by: M. Hale
  date: 2026-11-30
  why: The transcript of the hearing, page 12.

- exact: Marlow
  decision: add
  mention: person
  entity: ann-marlow

# Words with colons, number signs or quotation marks stand best behind “|-”.
- exact: |-
    “Nine,” she said: “not ten.”
  note: The minutes say *ten*.
"""


def configuration() -> str:
    """Return docs/configuration.md."""
    parts = [
        _head("Configuration: sitegen.toml"),
        "The file is TOML and stands in the folder of the site. Every key may be left out. A value that cannot be used "
        "ends a command with exit code 2, with line and hint; a key that nothing reads is a warning.",
    ]
    for table in described(Settings()):
        parts += [f"## [{table.name}]", table.description] if table.name else ["## The site"]
        parts.append(
            _table(
                ("key", "default", "meaning"),
                ((_code(key.name), _code(toml_value(key.default)), key.description) for key in table.keys),
            )
        )
    parts += [
        "[Plain pages](articles.md#plain-pages) says what becomes of such a folder.",
        "## All keys in one file",
        "A line that begins with `#` is a comment: take the sign away to set the key.",
        f"```toml\n{configuration_file(Settings(title='On the record'))}```",
    ]
    return _joined(parts)


def commands() -> str:
    """Return docs/commands.md."""
    context = click.Context(main, info_name="sitegen")
    named = (main.get_command(context, name) for name in main.list_commands(context))
    every = [command for command in named if command is not None]
    parts = [_head("Commands"), main.help or ""]
    parts.append(_table(("command", "what it does"), ((_link(command), _first_line(command)) for command in every)))
    parts.append("`sitegen --version` prints the version. Every command knows `--help`.")
    parts += ["## Exit codes", _table(("code", "meaning"), ((str(code), meaning) for code, meaning in EXIT_CODES))]
    parts.append(
        "Data goes to standard output, all else to standard error. "
        "A build with an error leaves the last site as it was."
    )
    for command in every:
        parts += _command(command, click.Context(command, context, info_name=command.name))
    return _joined(parts)


def front_matter() -> str:
    """Return docs/front-matter.md."""
    columns = ("key", "value", "meaning")
    return _joined(
        [
            _head("Front matter"),
            "Front matter is YAML between two lines of three hyphens at the head of a file. Every key may be left out, "
            "but for the name of an authority record. A key that nothing reads is a warning.",
            "## Articles",
            _keys(columns, KEYS),
            "### Keys of `source`",
            _keys(columns, SOURCE_KEYS),
            "### Keys of a person under `people`",
            _keys(columns, PERSON_KEYS),
            "### Example",
            _yaml(key for key in KEYS if key.name != "author"),
            "## Plain pages",
            f"{', '.join(_code(key.name) for key in KEYS if key.on_pages)} mean what they mean for articles. The other "
            "keys of articles are accepted and change nothing: a plain page is never a draft. A page that begins with "
            "a level-one heading needs no front matter.",
            "## Authority records",
            _keys(columns, RECORD_KEYS),
            "### Keys of a role under `roles`",
            _keys(columns, ROLE_KEYS),
            "### Example of a record",
            _yaml(RECORD_KEYS),
        ]
    )


def annotation_keys() -> str:
    """Return docs/annotation-keys.md."""
    columns = ("key", "value", "meaning")
    return _joined(
        [
            _head("Keys of annotations"),
            "A file of annotations stands beside its article: `ferry.annotations.yaml` by `ferry.md` or `ferry.txt`. "
            "It is a list in YAML. Each member says one thing; it begins with a hyphen and a blank, and its keys stand "
            "below one another. A key that nothing reads is a warning; a mistake in what is decided is an error.",
            "## Where",
            _keys(columns, PLACE_KEYS),
            "## Decisions",
            "`decision` stands beside one of the other keys.",
            _keys(columns, DECISION_KEYS),
            _table(
                ("decision about", "can be", "beside it, where it is `add`"),
                (
                    (_code(facet), ", ".join(fit), ", ".join(map(_code, COMPANIONS.get(facet, ()))))
                    for facet, fit in DECISIONS.items()
                ),
            ),
            "## Remarks",
            "One of `note`, `said`, `translation` and `recording` stands without a decision.",
            _keys(columns, REMARK_KEYS),
            "## Who, when, why",
            _keys(columns, AUTHOR_KEYS),
            "## Example",
            f"```yaml\n{ANNOTATIONS}```",
            "## In the text of a Markdown article",
            "`[words]{.class key=value}`: values with blanks or other signs stand in straight quotation marks.",
            _table(
                ("class", "keys"),
                (
                    (_code(f".{name}"), ", ".join(map(_code, (*sorted(own), *sorted(COMMON)))))
                    for name, own in CLASSES.items()
                ),
            ),
        ]
    )


def view_fields() -> str:
    """Return docs/views.md."""
    columns = ("field", "type")
    found = [
        _head("Views"),
        "A template is given one value, `view`: everything that it shows, in words already. [Your own look](theme.md) "
        "says how templates are replaced. Of a tuple, a template shows each member; an empty text, an empty tuple and "
        "None mean that there is nothing to show.",
        "## What templates are given",
    ]
    for kind in views():
        found += [f"### {kind.__name__}", explanation(kind), _fields(columns, kind)]
    found.append("## What these are made of")
    for kind in parts():
        found += [f"### {kind.__name__}", explanation(kind), _fields(columns, kind)]
    return _joined(found)


def _fields(columns: Sequence[str], kind: type[object]) -> str:
    return _table(columns, ((_code(name), _code(hint)) for name, hint in fields(kind)))


PAGES = {
    "annotation-keys.md": annotation_keys,
    "configuration.md": configuration,
    "commands.md": commands,
    "front-matter.md": front_matter,
    "diagnostics.md": codes.page,
    "views.md": view_fields,
}


def write(folder: Path) -> None:
    """Write all pages into ``folder``."""
    for name, page in PAGES.items():
        (folder / name).write_text(page(), "utf-8")


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    yield f"## {context.command_path}"
    yield f"```\n{usage}\n```"
    yield from (" ".join(paragraph.split()) for paragraph in (command.help or "").split("\n\n"))
    records = [option.get_help_record(context) for option in command.params if isinstance(option, click.Option)]
    if any(records):
        yield _table(("option", "meaning"), ((_code(one), " ".join(two.split())) for one, two in filter(None, records)))
    epilog = command.epilog or ""
    if epilog.startswith(_EXAMPLE):
        yield f"Example:\n\n    {epilog.removeprefix(_EXAMPLE)}"
    elif epilog:
        yield epilog
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.commands[name]
            yield from _command(inner, click.Context(inner, context, info_name=name))


def _first_line(command: click.Command) -> str:
    return " ".join((command.help or "").split("\n\n")[0].split())


def _link(command: click.Command) -> str:
    return f"[`sitegen {command.name}`](#sitegen-{command.name})"


def _keys(columns: Sequence[str], keys: Iterable[Key]) -> str:
    return _table(columns, ((_code(key.name), key.form, key.meaning) for key in keys))


def _yaml(keys: Iterable[Key]) -> str:
    lines = "\n".join(key.example for key in keys)
    return f"```yaml\n---\n{lines}\n---\n```"


def _head(title: str) -> str:
    return f"# {title}\n\n{GENERATED}"


def _code(text: str) -> str:
    return f"`{text}`"


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    # A bar would part cells, inside code too.
    cells = ([cell.replace("|", "\\|") for cell in row] for row in rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in (columns, ["---"] * len(columns), *cells))


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(parts) + "\n"
