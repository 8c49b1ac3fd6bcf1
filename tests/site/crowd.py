"""A site with a crowd of invented people who talk about each other, made without a model."""

import datetime
import random
import shutil
from pathlib import Path

from sitegen.compose import recipes
from sitegen.compose.catalogue import Catalogue, catalogue
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Block
from sitegen.model.entity import Entity
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.settings import Settings
from sitegen.model.site import Reading, Site
from sitegen.model.slug import slugify
from sitegen.model.span import Span
from sitegen.render import Theme
from tests.compose.sites import MODEL

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
GIVEN = "Maren Osric Bettany Tobin Isolde Lucan Cressida Wilf Nessa Henrietta Gideon Philippa Edwin Dorrit".split()
FAMILY = (
    "Tolgarth Fennaway Hurrock Askerdale Kerrimore Strake Vautrey Brathe Quillow Pockley Marlspur Runnacre Hanniver "
    "Osterlow Tiddicot"
).split()
# Names that are long, or of another script, or both.
ODD = (
    "Sir Bartholomew Featherstonehaugh-Cholmondeley of the Upper Marshes",
    "דנה אור",
    "عبد الرحمن بن محمد المنصوري",
    "Διονύσιος Παπακωνσταντίνου",
    "Wolfeschlegelsteinhausenbergerdorff",
)


def people(number: int) -> list[Entity]:
    """Return so many people, the odd names among the first of them."""
    names = [f"{given} {family}" for family in FAMILY for given in GIVEN]
    names = [*names[:3], *ODD, *names[3:]][:number]
    return [Entity(slugify(name) or f"person-{rank}", "person", name, (name,)) for rank, name in enumerate(names)]


def crowd(
    number: int = 200, *, articles: int = 300, quotations: int = 12, days: int = 2000, verb: str = "have heard"
) -> Catalogue:
    """Return a site in which ``number`` people talk about each other, a few of them most of the time.

    ``days`` lie between the first article and the last; ``verb`` is one of the words that all of them say.
    """
    known = people(number)
    dice = random.Random(11)

    def somebody() -> int:
        return min(int(12 * (dice.paretovariate(0.9) - 1)), 10**6) % number

    readings = []
    for count in range(articles):
        pairs = [(somebody(), somebody()) for _ in range(quotations)]
        date = datetime.date(2019, 1, 1) + datetime.timedelta(days=count * days // articles)
        readings.append(_reading(f"report-{count:04d}", date, known, [(a, b) for a, b in pairs if a != b], verb))
    readings.sort(key=lambda reading: str(reading.article.date), reverse=True)
    settings = Settings(title="Said in a crowd", base_url="https://example.org/", description="Who said what.")
    return catalogue(Site(settings, tuple(readings), (), tuple(known), MODEL, "sitegen 9.9"))


def _reading(id_: str, date: datetime.date, known: list[Entity], said: list[tuple[int, int]], verb: str) -> Reading:
    text, mentions, quotes, blocks = "", [], [], []
    meant = sorted({person for pair in said for person in pair})
    cluster = {person: number for number, person in enumerate(meant)}
    for number, (speaker, about) in enumerate(said):
        start = len(text)
        words = f"I {verb} {known[about].name} say so {number} times in {id_}"
        text += f"“{words},” {known[speaker].name} said."
        blocks.append(Block("paragraph", Span(start, len(text))))
        content = Span(start + 1, start + 1 + len(words))
        named = Span(start + 4 + len(verb), start + 4 + len(verb) + len(known[about].name))
        voice = Span(content.end + 3, content.end + 3 + len(known[speaker].name))
        mentions += [
            Mention(named, "name", "person", cluster[about]),
            Mention(voice, "name", "person", cluster[speaker]),
        ]
        attribution = Attribution("cue.after", 0.9, Voice(voice, "name", "person", cluster[speaker]))
        quotes.append(Quote(f"q-{id_}-{number}", "direct", (content,), (content,), attribution))
        text += "\n\n"
    article = Article(id_, f"content/{id_}.md", f"Report {id_[7:]} on the harbour", text, tuple(blocks), date=date)
    clusters = tuple(Cluster(known[person].name, "person", (known[person].name,)) for person in meant)
    entities = tuple(known[person].id for person in meant)
    return Reading(article, Analysis(clusters, tuple(mentions), tuple(quotes)), entities)


def write(index: Catalogue, folder: Path, *parts: str) -> Path:
    """Write those pages of a site whose paths begin with one of ``parts``, with the static files."""
    theme = Theme({p.relative_to(TEMPLATES).as_posix(): p.read_text("utf-8") for p in TEMPLATES.rglob("*.*")})
    for recipe in recipes(index):
        if recipe.path.startswith(parts):
            target = folder / recipe.path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(theme.render(recipe.page()), "utf-8")
    shutil.copytree(ROOT / "static", folder / "static", dirs_exist_ok=True)
    return folder
