"""What can be wrong with the output, the theme, the model, the cache, and a built site."""

from sitegen.codes.code import Code

_OUTPUT = "The output folder"
_THEME = "Templates and static files"
_CACHE = "The cache and the model"
_SERVE = "The preview"
_CHECK = "What sitegen check finds in a built site"

CODES = (
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
        "template",
        _THEME,
        "One of your templates failed while it was rendered.",
        "Compare it with the shipped one of the same name.",
    ),
    Code("template-syntax", _THEME, "A template is not valid Jinja.", "Correct the line that is named."),
    Code(
        "template-missing",
        _THEME,
        "A template extends, includes or imports one that does not exist, or a file names such a one as its own.",
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
        "analysis-died",
        _CACHE,
        "Several processes in which one article was analysed came to an end, one after the other: something killed "
        "them, or memory ran out. What other articles gave is kept.",
        "Have fewer processes with --workers, give them more memory, or split a very long article.",
    ),
    Code(
        "dask-missing",
        _CACHE,
        "Articles are to be analysed on a Dask cluster, and Dask is not installed beside sitegen.",
        "Install it with pip install 'sitegen[dask]', or leave --executor out.",
    ),
    Code(
        "cluster-unreachable",
        _CACHE,
        "No Dask scheduler answers at the address, it has no worker, or it went away. What was read by then is kept.",
        "Start the cluster, and name the address of its scheduler with --scheduler.",
    ),
    Code(
        "cluster-differs",
        _CACHE,
        "A worker of the Dask cluster has another version of Python, sitegen, spaCy or the model: it might read "
        "otherwise.",
        "Install on every machine of the cluster what is installed here, from the same lock file.",
    ),
    Code(
        "search-unavailable",
        _CACHE,
        "Pagefind, the program that makes the search index, cannot be started, or failed. The site is written without "
        "an index, and its search page lists names in place of searching. A warning.",
        "Install the package pagefind_bin for this system again, or build with --no-search.",
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
        "A page, or a file of data, shows words of a quotation otherwise than the article has them.",
        "Build again. If it stays, one of your templates changes the words.",
    ),
    Code(
        "check-text",
        _CHECK,
        "A page shows a paragraph, a passage, a title or a summary otherwise than the article has it.",
        "Build again. If it stays, one of your templates changes the words.",
    ),
    Code(
        "check-data",
        _CHECK,
        "A line of a file of data, or of annotations, is not of the form that the page on data describes.",
        "Build again. If it stays, a template of your own changes the file.",
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
        "check-suppressed",
        _CHECK,
        "A file, or its address, holds a name that an authority record suppresses, however it is written there: split "
        "by tags, escaped, as an address.",
        "Build again. If it stays, take it out of the file, template or address that it comes from; a warning of the "
        "build (suppressed-name) says which.",
    ),
    Code(
        "check-html",
        _CHECK,
        "A page, or a file of JSON or XML, is not well-formed, or two pages have one title.",
        "Correct the template that makes it.",
    ),
    Code("check-nothing", _CHECK, "There is no built site in the folder.", "Build it first."),
    Code(
        "watch-polling",
        _SERVE,
        "The system cannot tell of changed files, mostly because other programs watch as many as it allows. The "
        "preview looks at the files itself, several times a second.",
        "Nothing need be done; on Linux, raise fs.inotify.max_user_watches or max_user_instances.",
    ),
    Code(
        "serve-host",
        _SERVE,
        "With --host, other machines can read the preview, drafts and articles to come included.",
        "Leave --host out, unless you want that.",
    ),
    Code(
        "port-unusable",
        _SERVE,
        "Neither the port nor one of the next can be listened on.",
        "Name another with --port.",
    ),
    Code(
        "internal",
        _SERVE,
        "sitegen itself failed. The preview goes on with the last good site.",
        "Please report what the terminal shows.",
    ),
)
