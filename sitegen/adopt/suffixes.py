"""Which files are texts, which are something else, going by their names."""

from pathlib import PurePosixPath

from sitegen.model.leftover import is_leftover

MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mkdown"})
TEXTS = MARKDOWN | {".txt"}
# What the site itself reads; other names of Markdown become ".md".
READ = frozenset({".md", ".markdown", ".txt"})
TEMPLATES = frozenset(
    {".njk", ".liquid", ".webc", ".hbs", ".handlebars", ".ejs", ".haml", ".pug", ".mustache", ".slim"}
)
_OTHER_TEXTS = frozenset(".rst .org .textile .html .htm .docx .odt .adoc .asciidoc .ad".split())
MEDIA = frozenset(
    ".jpg .jpeg .png .gif .webp .avif .svg .bmp .tif .tiff .pdf .mp3 .m4a .ogg .oga .wav .flac .mp4 .m4v .webm .mov "
    ".ogv .vtt .srt .csv .tsv .xls .xlsx .ods .epub .zip".split()
)
CONFIGURATIONS = frozenset(
    f"{folder}{name}.{suffix}"
    for folder, name in (("", "hugo"), ("", "config"), ("", "_config"))
    for suffix in ("toml", "yaml", "yml", "json")
) | frozenset(f"config/_default/{name}.{suffix}" for name in ("hugo", "config") for suffix in ("toml", "yaml", "yml"))
PELICAN = "pelicanconf.py"
IGNORED = ".eleventyignore"
_SKIPPED = frozenset(
    "node_modules bower_components _site _layouts _includes _sass _plugins __pycache__ __MACOSX venv".split()
)


def wants(path: str) -> bool:
    """Tell whether the content of the file at ``path`` is needed: a text, or a generator's configuration."""
    return is_text(path) or path in CONFIGURATIONS | {PELICAN, IGNORED} or is_folder_data(path)


def skipped_folder(name: str) -> bool:
    """Tell whether a folder of this name holds no content, in whatever generator.

    Folders such as ``public`` or ``themes``, which may hold articles elsewhere, are left to the generator's rules.
    """
    return name.startswith(".") or name in _SKIPPED


def is_text(path: str) -> bool:
    """Tell whether the file at ``path`` is Markdown or plain text."""
    return PurePosixPath(path).suffix.lower() in TEXTS and not is_leftover(path.rpartition("/")[2])


def is_markdown(path: str) -> bool:
    """Tell whether the file at ``path`` is Markdown."""
    return PurePosixPath(path).suffix.lower() in MARKDOWN


def is_folder_data(path: str) -> bool:
    """Tell whether a file holds Eleventy's keys for many texts: ``posts/posts.json``, ``posts/one.11tydata.js``."""
    place = PurePosixPath(path)
    return ".11tydata." in place.name or (place.suffix == ".json" and place.stem == place.parent.name)


def is_template(path: str) -> bool:
    """Tell whether a file is a template, not a text."""
    return PurePosixPath(path).suffix.lower() in TEMPLATES or ".11ty." in path.rpartition("/")[2]


def conversion(path: str) -> str:
    """Return how to make Markdown of a text in another format; "" where the file is none."""
    place = PurePosixPath(path)
    if place.suffix.lower() not in _OTHER_TEXTS:
        return ""
    return f"convert it to Markdown first: pandoc --to markdown {place.name} --output {place.stem}.md"
