"""What can be wrong with the command line and the configuration."""

from sitegen.codes.code import Code

_CONFIGURATION = "Configuration: sitegen.toml (exit code 2)"

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
        "Write the value as the hint shows it.",
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
        "Without the address at which the site will stand it has no feeds, no sitemap, no canonical links. A warning.",
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
    Code(
        "reports-to",
        _CONFIGURATION,
        "Readers cannot report to this address: it is no https address, and no mailbox.",
        "Name the form for new issues of your repository, or a mailbox after mailto:.",
        '[reports]\nto = "https://github.com/user/repo/issues/new"',
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
        "search-quotations",
        _CONFIGURATION,
        "Which quotations the search finds by themselves is not said in one of the three words.",
        'Write "auto", "all" or "pages".',
    ),
    Code(
        "entity-pages",
        _CONFIGURATION,
        "Which organisations or places get a page is not said in one of the three words.",
        'Write "auto", "records" or "none".',
        '[places]\npages = "records"',
    ),
    Code(
        "cards-pages",
        _CONFIGURATION,
        "Which pages get a social card is not said in one of the three words.",
        'Write "all", "articles" or "none".',
        '[cards]\npages = "articles"',
    ),
    Code(
        "cards-font",
        _CONFIGURATION,
        "The font for social cards is not there, lies outside the site, or is none that can be read.",
        "Name a TrueType or OpenType font in the folder of the site, or leave it out.",
        '[cards]\nfont = "fonts/NotoSerifSC-Regular.otf"',
    ),
    Code(
        "policy-rule",
        _CONFIGURATION,
        "What the policy of the site does about a thing is not said in one of the two words.",
        'Write "allow" or "forbid".',
        '[policy]\nunknown_speakers = "forbid"',
    ),
    Code(
        "pages-folder",
        _CONFIGURATION,
        "A folder under [pages] is absolute, leads out of the site, is the site itself, is named twice, or plays "
        "another part: content, theme, output.",
        "Write the path of a folder of its own inside the site.",
        '[pages]\nfolders = ["docs"]',
    ),
    Code(
        "pages-folder-missing",
        _CONFIGURATION,
        "A folder under [pages] does not exist, or is a file.",
        "Make the folder, or take it out of the list.",
    ),
    Code(
        "usage",
        _CONFIGURATION,
        "The command line is not one that the command knows. Only with --json; else the usage is shown.",
        "Look at --help of the command.",
    ),
    Code(
        "path-missing",
        _CONFIGURATION,
        "A path on the command line does not exist.",
        "Check its spelling; relative paths start in the current folder.",
    ),
)
