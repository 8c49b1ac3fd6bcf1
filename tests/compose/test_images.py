"""Pictures as pages name them: size, copies, captions, words."""

import re
from dataclasses import replace

import pytest

from sitegen.compose import narrower_copies, recipes, shown_pictures
from sitegen.compose.catalogue import catalogue
from sitegen.compose.dead_ends import dead_ends
from sitegen.compose.images import is_decorative, narrower
from sitegen.model.article import Article, Mark
from sitegen.model.picture import Picture
from sitegen.model.site import Reading
from sitegen.model.span import Span
from sitegen.model.view import ArticleView
from sitegen.model.view_text import BlockView, Image
from sitegen.render.markup import img
from sitegen.source.markdown import read_markdown
from sitegen.source.notes import Notes
from tests.compose.sites import nested, site

ASSET = "content/notes/quay.jpg"
KNOWN = {ASSET: Picture(1800, 1200, (480, 960))}


def article(body: str) -> Article:
    made = read_markdown(body, Notes("content/notes/mole.md"))
    return replace(nested().article, text=made.text, blocks=made.blocks, marks=made.marks, lines=made.lines)


def reading(body: str) -> Reading:
    whole = nested()
    empty = replace(whole.analysis, clusters=(), mentions=(), quotes=())
    return replace(whole, article=article(body), analysis=empty, entities=())


def view(body: str, pictures: dict[str, Picture] | None = None, assets: tuple[str, ...] = (ASSET,)) -> ArticleView:
    made = {r.path: r for r in recipes(catalogue(site(reading(body)), assets, pictures=pictures or KNOWN))}
    shown = made["articles/notes/index.html"].page().view
    assert isinstance(shown, ArticleView)
    return shown


def image_of(block: BlockView) -> Image:
    (overlay,) = block.text.overlays
    assert overlay.image is not None
    return overlay.image


def test_a_picture_alone_in_its_paragraph_is_a_figure() -> None:
    block = view('First.\n\n![The quay](quay.jpg "At low tide")\n\nLast.').blocks[1]
    assert (block.kind, block.id, block.caption, block.text.text) == ("figure", "p2", "At low tide", "")
    image = image_of(block)
    assert (image.alt, image.title, image.width, image.height) == ("The quay", "", 1800, 1200)
    assert image.src == "quay.960w.jpg"
    assert image.srcset == "quay.480w.jpg 480w, quay.960w.jpg 960w, quay.jpg 1800w"
    assert image.sizes


def test_a_picture_among_words_stays_there() -> None:
    blocks = view('Look: ![The quay](quay.jpg "At low tide")\n\n![a](quay.jpg) ![b](quay.jpg)').blocks
    assert [block.kind for block in blocks] == ["paragraph", "paragraph"]
    assert image_of(blocks[0]).title == "At low tide"


def test_only_what_is_seen_at_once_is_loaded_at_once() -> None:
    body = "First.\n\n![a](quay.jpg)\n\n![b](quay.jpg)"
    assert [image_of(block).early for block in view(body).blocks[1:]] == [True, False]
    assert [image_of(block).early for block in view("Word. " * 200 + "\n\n![a](quay.jpg)").blocks[1:]] == [False]


@pytest.mark.parametrize(
    ("picture", "src", "srcset"),
    [
        (Picture(), "quay.jpg", ""),
        (Picture(500, 400), "quay.jpg", ""),
        (Picture(600, 400, (480,)), "quay.jpg", "quay.480w.jpg 480w, quay.jpg 600w"),
        (Picture(shown=False), "", ""),
    ],
)
def test_what_is_known_of_a_picture(picture: Picture, src: str, srcset: str) -> None:
    image = image_of(view("Word.\n\n![a](quay.jpg)", {ASSET: picture}).blocks[1])
    assert (image.src, image.srcset) == (src, srcset)


def test_an_address_with_commas_does_not_end_in_a_list() -> None:
    known = {"content/notes/a, b.jpg": Picture(1800, 1200, (480,))}
    image = image_of(view("Word.\n\n![a](<a, b.jpg>)", known, tuple(known)).blocks[1])
    assert image.srcset == "a%2C%20b.480w.jpg 480w, a%2C%20b.jpg 1800w"


def test_a_way_round_is_made_straight() -> None:
    assert image_of(view("Word.\n\n![a](../notes/quay.jpg)").blocks[1]).srcset.endswith(" quay.jpg 1800w")


def test_the_copies_that_pages_name_are_made() -> None:
    index = catalogue(
        site(reading("![a](quay.jpg)\n\n![b](quay.jpg)")), (ASSET, "content/notes/other.jpg"), pictures=KNOWN
    )
    assert sorted(narrower_copies(index)) == [
        ("articles/notes/quay.480w.jpg", ASSET, 480),
        ("articles/notes/quay.960w.jpg", ASSET, 960),
    ]
    assert shown_pictures([article("![a](quay.jpg) [b](other.jpg)")], (), {ASSET, "content/notes/other.jpg"}) == {ASSET}
    assert narrower("a.b/quay.final.jpg", 480) == "a.b/quay.final.480w.jpg"


def remarks(body: str) -> list[tuple[str, int | None]]:
    return [
        (r.code, r.line)
        for r in dead_ends(catalogue(site(reading(body)), (ASSET,), pictures=KNOWN))
        if r.path.endswith("mole.md")
    ]


def test_a_picture_without_words() -> None:
    assert remarks("Word.\n\n![](quay.jpg)") == [("picture-alt", 3)]
    assert remarks("Word.\n\n![ ](quay.jpg 'At low tide')") == [("picture-alt", 3)]
    assert remarks("Word.\n\n![The quay](quay.jpg)") == []
    assert remarks('Word.\n\n![](quay.jpg "decorative")') == []


def test_an_ornament_has_neither_words_nor_caption() -> None:
    block = view('Word.\n\n![](quay.jpg "Decorative")').blocks[1]
    assert (block.caption, image_of(block).alt) == ("", "")
    assert not is_decorative(Mark("image", Span(0, 0), "a.jpg", "decorative", "A quay"))


def test_a_page_depends_on_its_own_pictures_alone() -> None:
    def key(pictures: dict[str, Picture]) -> str:
        made = recipes(catalogue(site(reading("![a](quay.jpg)")), (ASSET, "content/notes/b.jpg"), pictures=pictures))
        return next(r.key() for r in made if r.path == "articles/notes/index.html")

    assert key(KNOWN) == key({**KNOWN, "content/notes/b.jpg": Picture(9, 9)})
    assert key(KNOWN) != key({ASSET: Picture(1800, 1200)})


def test_the_element() -> None:
    assert (
        img(Image("a.png", 'a "b"', 4, 3, early=True)) == '<img src="a.png" alt="a &quot;b&quot;" width="4" height="3">'
    )
    lazy = img(Image("a.png", "", srcset="b.png 1w", sizes="9px", title="<t>"))
    assert re.search(r'srcset="b.png 1w" sizes="9px" alt="" title="&lt;t&gt;" loading="lazy" decoding="async"', lazy)
    assert "width" not in lazy
