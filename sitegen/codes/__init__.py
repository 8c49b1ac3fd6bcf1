"""Every code of a diagnostic, explained once: what ``sitegen explain`` prints and docs/diagnostics.md holds."""

from sitegen.codes import annotations, configuration, content, imports, names, people, policy, publishing, site
from sitegen.codes.code import Code

__all__ = ["BY_CODE", "CODES", "EXIT_CODES", "GENERATED", "Code", "explain", "page"]

# With which a command ends, and what it means.
EXIT_CODES = (
    (0, "Done."),
    (1, "The content has errors, or the built site has."),
    (2, "The command line or the configuration is wrong, or the system refused a file."),
)

GENERATED = "This page is generated from the code: `make reference` writes it."

CODES = (
    *configuration.CODES,
    *content.CODES,
    *names.CODES,
    *annotations.CODES,
    *imports.CODES,
    *people.CODES,
    *policy.CODES,
    *publishing.CODES,
    *site.CODES,
)

BY_CODE = {code.code: code for code in CODES}


def explain(code: Code) -> str:
    """Return the explanation of one code as plain text."""
    example = f"\n\n{_indented(code.example)}" if code.example else ""
    return f"{code.code}: {code.topic}\n\n{code.meaning}\n{code.remedy}{example}\n"


def page() -> str:
    """Return docs/diagnostics.md: the whole catalogue in Markdown."""
    parts = [
        "# What sitegen tells you\n",
        f"{GENERATED}\n",
        "Every remark has a code, a severity, a place and a hint. An error forbids the build (exit code 1, or 2 where\n"
        "the command line or the configuration is at fault) and leaves the last site as it was; a warning does not.\n"
        "`sitegen explain CODE` prints one entry. With `--json` each remark is one JSON object on a line: `code`,\n"
        "`severity`, `path`, `line`, `column` (from 1, or null), `message`, `hint`.\n",
    ]
    topic = ""
    for code in CODES:
        if code.topic != topic:
            topic = code.topic
            parts.append(f"## {topic}\n")
        example = f"\n\n{_indented(code.example)}" if code.example else ""
        parts.append(f"### {code.code}\n\n{code.meaning} {code.remedy}{example}\n")
    return "\n".join(parts)


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
