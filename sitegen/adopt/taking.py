"""One text taken over: its place, its front matter, its body, and what is to be said about it."""

import re
from dataclasses import replace

from sitegen.adopt.account import Account
from sitegen.adopt.adoption import Adopted
from sitegen.adopt.destination import Destination
from sitegen.adopt.fields import Fields
from sitegen.adopt.former_body import Foreign, read_body
from sitegen.adopt.former_text import FormerText
from sitegen.adopt.layout import is_index, reserved
from sitegen.adopt.suffixes import is_markdown
from sitegen.adopt.targets import Targets
from sitegen.adopt.writing import front_matter
from sitegen.model.front_matter import LARGEST

PAGE_DRAFTS = "page-drafts"
_HEADING = re.compile(r"\s*#[ \t]+\S")
_LINE_END = re.compile(r"\r\n|\r|\n")
_SHOWN = 40


def take(text: FormerText, place: Destination, targets: Targets, account: Account) -> Adopted | None:
    """Return the text at its new place, or None with the reason noted where there is nothing to take."""
    origin = text.file.path
    markdown = is_markdown(origin)
    if not text.body.strip() and (place.page or is_index(origin)):
        reason = "no text stands below the front matter: the former generator made a list or a form here"
        account.leave_out(origin, reason, "sitegen makes its own lists")
        return None
    fields = _with_place(text.fields, place, text.body if markdown else "")
    wanted, page = _wanted(place, fields, markdown=markdown)
    target, slug = targets.text(wanted, fields.slug, page=page, day=place.date)
    renamed = target != wanted or slug != fields.slug
    fields = replace(fields, slug=slug)
    body = read_body(text.body) if markdown else None
    head = ""
    if text.head.present or _says_something(place):
        comments = [outcome.pair.written for outcome in text.outcomes if outcome.kept]
        head = front_matter(fields, (*comments, *text.head.comments), plain=not markdown)
        if len(head.encode()) > LARGEST:
            account.leave_out(origin, f"its front matter would be longer than {LARGEST // 1000} kB", "shorten it", 1)
            return None
        # The head of a file is written with the line ends that the file has.
        if end := _LINE_END.search(text.text):
            head = head.replace("\n", end.group())
    account.keys(text.outcomes)
    _account_for_place(account, origin, place, target, fields)
    if renamed:
        now = f"the slug is {slug} now" if slug else "the file has another name now"
        message = f"{origin} wanted an address that is taken; {now}"
        account.warn("adopted-elsewhere", target, None, message, "see whether both texts are needed")
    if body is None:
        content = text.body
    else:
        # Without a head nothing is taken from a text: it stays as it is, byte for byte.
        content = body.text if text.head.present else text.body
        account.separators += body.separators if text.head.present else 0
        lines = len(_LINE_END.findall(head))
        for foreign in body.foreign:
            _remark(account, target, replace(foreign, line=foreign.line + lines))
    mark = b"\xef\xbb\xbf" if not head and (text.file.content or b"").startswith(b"\xef\xbb\xbf") else b""
    return Adopted(origin, target, mark + (head + content).encode())


def _says_something(place: Destination) -> bool:
    return bool(place.date or place.language or place.draft)


def _with_place(fields: Fields, place: Destination, body: str) -> Fields:
    """Return ``fields`` with what the name of the file says, where the head says nothing."""
    # The heading of a text is a better title than the name of its file.
    title = "" if _HEADING.match(body) else place.title
    return replace(
        fields,
        title=fields.title or title,
        date=fields.date or place.date,
        language=fields.language or place.language,
        draft=fields.draft or place.draft,
    )


def _wanted(place: Destination, fields: Fields, *, markdown: bool) -> tuple[str, bool]:
    """Return where a text belongs, and whether it is a page there: plain pages are Markdown, and never drafts."""
    if place.page and fields.draft:
        return f"{PAGE_DRAFTS}/{place.target.removeprefix('pages/')}", False
    if place.page and not markdown:
        return f"pages-articles/{place.target.removeprefix('pages/')}", False
    if top := reserved(place.target, page=place.page):
        return f"{top}-articles{place.target[len(top) :]}", False
    return place.target, place.page


def _account_for_place(account: Account, origin: str, place: Destination, target: str, fields: Fields) -> None:
    if top := reserved(place.target, page=place.page):
        if account.is_news(top):
            meaning = "plain pages" if top.lower() == "pages" else "what is known about people, organisations or places"
            message = f"{top}/ was put into {top}-articles/, since content/{top.lower()}/ is for {meaning}"
            account.warn("adopted-elsewhere", target, None, message, "rename the folder as you like")
    elif place.page and fields.draft:
        message = f"{origin} was a page that is not published; only articles can be drafts"
        account.warn("adopted-draft", target, None, message, "move it to content/pages/ when it is ready")
    elif place.page and not is_markdown(origin):
        message = f"{origin} was a page, but plain pages are Markdown, so it is an article"
        account.warn("adopted-elsewhere", target, None, message, "write it in Markdown, as a file of content/pages/")
    elif place.remark:
        message = f"{origin} is a draft now: {place.remark}"
        account.warn("adopted-draft", target, None, message, "take “draft: true” out to publish it")


def _remark(account: Account, target: str, foreign: Foreign) -> None:
    shown = foreign.first if len(foreign.first) <= _SHOWN else f"{foreign.first[:_SHOWN]}…"
    more = f" (and {foreign.count - 1} more)" if foreign.count > 1 else ""
    hint = "write in Markdown what it showed"
    if foreign.kind == "shortcode":
        code, what = "foreign-shortcode", "is a shortcode of Hugo's, and stands in the text as it is"
    elif foreign.kind == "template":
        code, what = "foreign-template", "belongs to a template language, and stands in the text as it is"
    else:
        code, what = "foreign-html", "is HTML, which shows as it is written"
        hint = "write it in Markdown, or take it out"
    account.warn(code, target, foreign.line, f"“{shown}”{more} {what}", hint)
