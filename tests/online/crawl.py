"""A reader who follows every link, in a real browser."""

from collections import deque
from urllib.parse import unquote, urldefrag, urljoin

from playwright.sync_api import Browser

_LINKS = "() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))"
_FILES = """() => [...document.querySelectorAll('link[href], script[src], img[src]')]
    .filter(e => e.rel !== 'canonical').map(e => e.href || e.src)"""


def crawl(browser: Browser, start: str) -> set[str]:
    """Open ``start`` and every page below it that links lead to; return their addresses.

    Fails at the first page that is missing, anchor that is not there, file that does not load, message on the
    console, or link of the site that leads out of it.
    """
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    anchors: dict[str, set[str]] = {}
    wanted: list[tuple[str, str, str]] = []
    waiting, seen = deque([start]), {start}
    while waiting:
        url = waiting.popleft()
        answer = page.goto(url)
        assert answer is not None
        assert answer.status == 200, url
        anchors[url] = set(page.evaluate("() => [...document.querySelectorAll('[id]')].map(e => e.id)"))
        for file in page.evaluate(_FILES):
            assert file.startswith(start), f"{file} on {url} is not the site's own"
            assert context.request.get(file).status == 200, f"{file} on {url}"
        for href in page.evaluate(_LINKS):
            target, anchor = urldefrag(urljoin(url, href))
            if target.startswith(start):
                is_page = target.endswith(("/", ".html"))
                if anchor and is_page:
                    wanted.append((url, target, unquote(anchor)))
                if target not in seen:
                    seen.add(target)
                    if is_page:
                        waiting.append(target)
                    else:
                        assert context.request.get(target).status == 200, f"{href} on {url}"
            else:
                assert href.startswith(("https:", "http:", "mailto:")), f"{href} on {url} leads out of the site"
                assert not target.startswith(start.split("/", 3)[0] + "//127.0.0.1"), f"{href} on {url}"
    assert not said, said
    for url, target, anchor in wanted:
        assert anchor in anchors[target], f"#{anchor} of {target}, linked from {url}"
    context.close()
    return seen
