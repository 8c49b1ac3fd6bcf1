"""Every code of a diagnostic, explained once: what ``sitegen explain`` prints and docs/diagnostics.md holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """What a diagnostic of this code means and what helps; ``example`` shows a right form, where one helps."""

    code: str
    topic: str
    meaning: str
    remedy: str
    example: str = ""


_CONFIGURATION = "Configuration: sitegen.toml (exit code 2)"
_OUTPUT = "The output folder"
_FILES = "Files of the content folder"
_MATTER = "Front matter"
_PEOPLE = "Names, quotations, languages"
_THEME = "Templates and static files"
_CACHE = "The cache and the model"
_CHECK = "What sitegen check finds in a built site"

CODES = (
    Code(
        "config-missing",
        _CONFIGURATION,
        "The folder has no sitegen.toml, so it is no site.",
        "Run sitegen in the folder of a site, or name it.",
    ),
    Code("config-encoding", _CONFIGURATION, "The file is not UTF-8.", "Save it as UTF-8."),
    Code("config-unreadable", _CONFIGURATION, "The file cannot be read.", "Check its permissions."),
    Code(
        "config-syntax",
        _CONFIGURATION,
        "The file is not valid TOML; line and column say where.",
        "Put strings in quotation marks, and write each key once.",
        'title = "On the record"',
    ),
    Code(
        "config-type",
        _CONFIGURATION,
        "A key has a value of another type than it must have.",
        "Write the value as in the README.",
        "[nlp]\nmax_chars = 2000000",
    ),
    Code(
        "config-unknown-key",
        _CONFIGURATION,
        "Nothing reads this key: it is a slip, or from another program. A warning.",
        "Correct it or take it out; the hint names the nearest known key.",
    ),
    Code(
        "base-url-missing",
        _CONFIGURATION,
        "Without the address at which the site will stand it has no canonical links, feeds or sitemap. A warning.",
        "Add it when you know it.",
        'base_url = "https://example.org/archive/"',
    ),
    Code(
        "base-url-invalid",
        _CONFIGURATION,
        "The address is no http or https address, or it has a query or a fragment.",
        "Write a full address.",
        'base_url = "https://example.org/archive/"',
    ),
    Code(
        "timezone-unknown",
        _CONFIGURATION,
        "The time zone is not in the IANA database.",
        "Name a city.",
        'timezone = "Europe/London"',
    ),
    Code("config-title", _CONFIGURATION, "The site has an empty title.", "Give it one.", 'title = "On the record"'),
    Code(
        "config-language",
        _CONFIGURATION,
        "The language of the site is no code of BCP 47.",
        "Write two or three letters.",
        'language = "en"',
    ),
    Code("config-range", _CONFIGURATION, "A number is too small or too large.", "Leave the key out, or correct it."),
    Code(
        "system",
        _CONFIGURATION,
        "The system refused a file or a folder: the path is too long, locked, a loop of links, or the disk is full.",
        "Check the path, its permissions, and the room on the disk.",
    ),
    Code(
        "nlp-weights",
        _CONFIGURATION,
        "The digest that the model's files must have is not written as 32 hexadecimal digits.",
        "Copy it from the about page of a built site, or leave it out.",
        '[nlp]\nweights = "d8a1061882c1978818314af2db2db9b6"',
    ),
    Code(
        "quotes-pages",
        _CONFIGURATION,
        "The number of pages for quotations is not one of the three words.",
        'Write "auto", "all" or "none".',
    ),
    Code(
        "path-missing",
        _CONFIGURATION,
        "A path on the command line does not exist.",
        "Check its spelling; relative paths start in the current folder.",
    ),
    Code(
        "output-refused",
        _OUTPUT,
        "The output folder is or holds the content, the project, the home folder or the root, lies inside the content, "
        "or holds files that no build wrote. Nothing was touched.",
        "Name another folder with --output, or move the file that is named.",
    ),
    Code(
        "output-unwritable",
        _OUTPUT,
        "The disk refused to take the site: it is full, or the folder is not yours. The last good site is as it was.",
        "Make room, or make the folder writable.",
    ),
    Code(
        "content-missing",
        _FILES,
        "The site has no folder content/.",
        "Make it beside sitegen.toml and put articles (*.md, *.txt) into it.",
    ),
    Code("unreadable", _FILES, "A file or folder cannot be read.", "Make it readable, or take it out."),
    Code(
        "vanished",
        _FILES,
        "A file was there when the folder was listed and gone when it was read. A warning.",
        "Build again.",
    ),
    Code(
        "symlink",
        _FILES,
        "Symbolic links are not followed, since they could lead out of the content folder. A warning.",
        "Copy the file to its place.",
    ),
    Code("special-file", _FILES, "A pipe, socket or device is no article. A warning.", "Move it elsewhere."),
    Code(
        "file-name",
        _FILES,
        "The name of the file is not valid UTF-8 and cannot stand in an address. A warning.",
        "Rename the file.",
    ),
    Code(
        "not-utf-8",
        _FILES,
        "The text is in another encoding; line and column show the first byte that cannot be read.",
        "Save the file as UTF-8.",
    ),
    Code(
        "control-character",
        _FILES,
        "The text holds a control character, which no page can show; it is left out of pages. A warning.",
        "Delete it.",
    ),
    Code(
        "too-long",
        _FILES,
        "The text is longer than [nlp] max_chars allows: the model would need much memory for it.",
        "Split the article, or raise the limit.",
        "[nlp]\nmax_chars = 2000000",
    ),
    Code(
        "empty-file",
        _FILES,
        "There is nothing in the file; it is left out. A warning.",
        "Write something in it, or delete it.",
    ),
    Code("empty-body", _FILES, "There is front matter and no text below it. A warning.", "Write the article."),
    Code(
        "duplicate-id",
        _FILES,
        "Two files would have one id, and so one address.",
        "Rename one, or give it another slug.",
        "slug: ferry-again",
    ),
    Code(
        "id-reserved",
        _FILES,
        "The id would stand where the list of articles continues (page-2).",
        "Rename the file, or give it another slug.",
    ),
    Code(
        "address-clash",
        _FILES,
        "Two pages would be one file, on some systems at least.",
        "Give one of them another slug.",
    ),
    Code("future", _FILES, "The article is dated after today and left out.", "Build with --future to see it."),
    Code(
        "markdown-depth",
        _FILES,
        "Lists or quotations are nested too deeply; the innermost are left out. A warning.",
        "Remove some of the leading signs.",
    ),
    Code(
        "front-matter-missing",
        _MATTER,
        "A Markdown file begins without front matter. A warning.",
        "Begin it with front matter.",
        "---\ntitle: Ferry to leave the quay\ndate: 2026-03-14\n---",
    ),
    Code(
        "front-matter-not-closed",
        _MATTER,
        "The front matter begins and does not end.",
        "End it with a line of three hyphens.",
    ),
    Code(
        "front-matter-too-long",
        _MATTER,
        "The front matter is longer than any list of keys.",
        "Move text into the body.",
    ),
    Code(
        "front-matter-mapping",
        _MATTER,
        "What stands between the lines of hyphens is no list of keys and values.",
        "Write one key and its value a line.",
        "title: Ferry to leave the quay",
    ),
    Code(
        "front-matter-yaml",
        _MATTER,
        "The front matter is not valid YAML; line and column say where.",
        "Put values with special signs in quotation marks.",
        'title: "Ferry: the end"',
    ),
    Code("front-matter-tab", _MATTER, "A tab indents a line, which YAML forbids.", "Use two spaces."),
    Code(
        "front-matter-alias",
        _MATTER,
        "A value begins with & or *, which YAML takes for an anchor or an alias.",
        "Put it in quotation marks.",
    ),
    Code(
        "front-matter-tag",
        _MATTER,
        "A value begins with an exclamation mark, which YAML takes for a tag.",
        "Put it in quotation marks.",
    ),
    Code("front-matter-character", _MATTER, "An escape stands for half a character.", "Write the character itself."),
    Code("front-matter-depth", _MATTER, "Lists are nested too deeply.", "Write plain lists."),
    Code("front-matter-duplicate", _MATTER, "A key stands twice.", "Keep one."),
    Code(
        "front-matter-type",
        _MATTER,
        "A list stands where one value should, or the other way round.",
        "Write it as the hint shows.",
    ),
    Code(
        "front-matter-unknown-key",
        _MATTER,
        "Nothing reads this key. A warning.",
        "Correct it or take it out; the hint names the nearest known key.",
    ),
    Code(
        "title-missing",
        _MATTER,
        "The article has no title; its first words stand in for one. A warning.",
        "Write a title.",
        "title: Ferry to leave the quay",
    ),
    Code(
        "date-empty",
        _MATTER,
        "The date has no value.",
        "Write one, or leave the key out: the article is then undated.",
        "date: 2026-03-14",
    ),
    Code(
        "date-invalid",
        _MATTER,
        "The date is not in the calendar, or can be read in more than one way.",
        "Write year, month, day.",
        "date: 2026-03-14",
    ),
    Code(
        "language-invalid", _MATTER, "The language is no code of BCP 47.", "Write two or three letters.", "language: en"
    ),
    Code(
        "url-invalid",
        _MATTER,
        "The address is no http or https address.",
        "Write a full address.",
        "url: https://example.org/ferry",
    ),
    Code(
        "slug-invalid",
        _MATTER,
        "The slug cannot stand in an address.",
        "Use lower-case letters, digits and hyphens.",
        "slug: ferry-to-leave",
    ),
    Code("slug-changed", _MATTER, "The slug was made fit for an address. A warning.", "Write it as the hint shows."),
    Code(
        "person-name",
        _MATTER,
        "An entry under people: has no name, or one without a letter.",
        "Write a name, or a name and an id.",
        "people:\n  - {name: Ann Lee, id: ann-lee}",
    ),
    Code(
        "record-name", _MATTER, "An authority record names nobody.", "Begin it with a name.", "---\nname: Ann Lee\n---"
    ),
    Code(
        "ambiguous-name",
        _PEOPLE,
        "A short form could mean several people of the article, so it is linked to none of them. A warning.",
        "Name the person in full where it matters, or list who is meant.",
        "people:\n  - {name: John Smith, id: john-smith-pilot}",
    ),
    Code(
        "ambiguous-person",
        _PEOPLE,
        "A name could mean several people of the site, so it is linked to none of them. A warning.",
        "Say who is meant in the front matter.",
        "people:\n  - {name: John Smith, id: john-smith-pilot}",
    ),
    Code(
        "odd-quotation-mark",
        _PEOPLE,
        "A quotation mark has no partner in its paragraph; reading goes on after the paragraph. A warning.",
        "Close the quotation, or take the mark out.",
    ),
    Code(
        "language-unknown",
        _PEOPLE,
        "The article is in a language that the model does not read: its marked passages are shown, without speakers. "
        "A warning.",
        "Name a model of that language under [nlp], or correct the language.",
    ),
    Code(
        "template",
        _THEME,
        "One of your templates failed while it was rendered.",
        "Compare it with the shipped one of the same name.",
    ),
    Code("template-syntax", _THEME, "A template is not valid Jinja.", "Correct the line that is named."),
    Code(
        "template-missing",
        _THEME,
        "A template extends, includes or imports one that does not exist.",
        "Check the name; shipped templates are reached as shipped/NAME.",
    ),
    Code(
        "template-undefined",
        _THEME,
        "A template uses a value that does not exist.",
        "Look up the fields in the shipped templates.",
    ),
    Code(
        "template-security",
        _THEME,
        "A template did what the sandbox forbids.",
        "Do without, or trust your templates.",
        "[templates]\ntrusted = true",
    ),
    Code(
        "model-missing",
        _CACHE,
        "The spaCy pipeline that sitegen.toml names is not installed, or the package of that name is none.",
        "Install it with pip, or leave nlp.model out.",
    ),
    Code(
        "model-altered",
        _CACHE,
        "The files of the installed model are not those that were published, or not those that nlp.weights names.",
        "Install the model again, or correct the digest.",
    ),
    Code(
        "model-unloadable",
        _CACHE,
        "The model is installed and of no use: damaged, made for another version of spaCy, or without a component that "
        "finds words, sentences or names.",
        "Install a model that fits the installed spaCy, or leave nlp.model out.",
    ),
    Code(
        "cache-damaged",
        _CACHE,
        "Something in .sitegen/ was damaged; it was noticed and made anew. A warning.",
        "Nothing need be done; check the disk if it happens again.",
    ),
    Code(
        "cache-unusable",
        _CACHE,
        "The folder .sitegen/ cannot be used; the build goes on without it. A warning.",
        "Make it writable, or delete it.",
    ),
    Code(
        "check-quotation",
        _CHECK,
        "A page shows words of a quotation otherwise than the article has them.",
        "Build again. If it stays, one of your templates changes the words.",
    ),
    Code(
        "check-text",
        _CHECK,
        "A page shows a paragraph, a passage, a title or a summary otherwise than the article has it.",
        "Build again. If it stays, one of your templates changes the words.",
    ),
    Code(
        "check-article",
        _CHECK,
        "A published article has no page, or a page is there whose article is not published.",
        "Build again; check with the same --drafts, --future and --today as the build.",
    ),
    Code("check-link", _CHECK, "A link leads to a file that is not there, or out of the site.", "Correct the link."),
    Code("check-anchor", _CHECK, "A link leads to an anchor that its page does not have.", "Correct the link."),
    Code("check-unreachable", _CHECK, "No link leads to a page.", "Link to it, or build again."),
    Code(
        "check-unpublished",
        _CHECK,
        "A file holds words, the title or the address of an article that is not published.",
        "Build again; check with the same --drafts, --future and --today as the build.",
    ),
    Code(
        "check-html",
        _CHECK,
        "A page, or a file of JSON or XML, is not well-formed, or two pages have one title.",
        "Correct the template that makes it.",
    ),
    Code("check-nothing", _CHECK, "There is no built site in the folder.", "Build it first."),
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
