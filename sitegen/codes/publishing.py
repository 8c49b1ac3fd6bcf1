"""What can keep a site from its readers, and what its ledger remembers."""

from sitegen.codes.code import Code

_LEDGER = "The ledger: what was published"
_PUBLISH = "Beginning and publishing a site"

CODES = (
    Code(
        "speaker-changed",
        _LEDGER,
        "A published quotation is given to somebody else than before: the article changed, or a rule, the model, or a "
        "record. A warning; sitegen publish and sitegen diff --check wait until a person has accepted it.",
        "Look at it. If it is right, accept it, and commit ledger.jsonl; if not, correct the article or the record.",
        "sitegen build --accept q-7f3a09c1d2",
    ),
    Code(
        "ledger-damaged",
        _LEDGER,
        "ledger.jsonl cannot be read: a merge left its marks, a line was cut, or an id stands there twice.",
        "Mend the line, or take the file from git again.",
        "git checkout -- ledger.jsonl",
    ),
    Code(
        "unknown-quotation",
        _LEDGER,
        "No quotation of the site has the id that is to be accepted.",
        "sitegen diff lists the ids of what changed.",
    ),
    Code(
        "diff-against",
        _LEDGER,
        "What the site is to be compared with is no site, no built site, and no revision of either.",
        "Name a folder, a tag, a branch or a commit.",
    ),
    Code(
        "init-exists",
        _PUBLISH,
        "The folder is a site already.",
        "Name another folder, or go on with that site.",
    ),
    Code(
        "init-from",
        _PUBLISH,
        "The folder whose texts are to be taken over is not there, holds no texts, or lies in the new site.",
        "Name the folder of the former site, or its folder of texts.",
    ),
    Code("new-title", _PUBLISH, "A new article has no title.", "Give it one.", 'sitegen new "The clock stays late"'),
    Code("new-exists", _PUBLISH, "The file of the new article is there already.", "Choose another title, or edit it."),
    Code(
        "publish-git",
        _PUBLISH,
        "The site is in no git repository, or that is not ready: no commit, no branch, no remote, nobody's name.",
        "The hint says what to run.",
    ),
    Code(
        "publish-dirty",
        _PUBLISH,
        "Files of the site are not committed as they stand, so nobody could tell later what was published.",
        "Commit them, or put them away.",
        "git stash -u",
    ),
    Code(
        "publish-unreachable",
        _PUBLISH,
        "The remote cannot be reached, or does not let you in. Nothing was changed.",
        "Check its address (git remote -v), the network, and your rights.",
    ),
    Code(
        "publish-diverged",
        _PUBLISH,
        "The published branch here and the one at the remote each hold commits that the other does not.",
        "Look at both. If what is only here is not needed, take the remote's.",
        "git branch -f gh-pages origin/gh-pages",
    ),
    Code(
        "publish-behind",
        _PUBLISH,
        "What is published was made from a commit that the branch here does not hold: somebody has published since, "
        "and this site would undo what they did.",
        "Take what they have, and publish again. Where the content's history was rewritten on purpose, say so.",
        "sitegen publish --rewritten",
    ),
    Code(
        "publish-rejected",
        _PUBLISH,
        "The remote did not take the site: somebody else published at the same time, or it forbids the push.",
        "Publish again; nothing was lost.",
    ),
    Code(
        "publish-ledger",
        _PUBLISH,
        "The site is published, and its ledger is not up to date: the content's branch moved meanwhile, or the disk is "
        "full.",
        "Publish again: it does the rest.",
    ),
    Code(
        "publish-name",
        _PUBLISH,
        "The name of a file begins with a quotation mark or holds a line end: git's import cannot take it.",
        "Rename the file.",
    ),
    Code(
        "base-url-mismatch",
        _PUBLISH,
        "The address in sitegen.toml is not the one at which GitHub shows the repository, or not that of its CNAME.",
        "Correct base_url, or leave it out: sitegen publish then takes the right one.",
        'base_url = "https://your-name.github.io/my-site/"',
    ),
    Code(
        "pages-limit",
        _PUBLISH,
        "The site, or a file of it, is larger than GitHub allows: 1 GB a site, 100 MB a file. A warning.",
        "Keep large files elsewhere and link to them.",
    ),
)
