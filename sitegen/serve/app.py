"""What a preview answers: files of the site by their names in a build; no path of a request ever meets the disk."""

import asyncio
import html
import mimetypes
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from sitegen.digest import digest_bytes
from sitegen.serve.channel import Channel
from sitegen.serve.problem import Problem
from sitegen.serve.search import SearchIndex
from sitegen.serve.snapshot import Snapshot
from sitegen.serve.stage import MISSING, NONE, Stage

EVENTS = "/_sitegen/events"
SCRIPT = "/_sitegen/reload.js"
# Files of the system would make answers differ from machine to machine.
_TYPES = mimetypes.MimeTypes()
_TYPES.add_type("text/javascript", ".mjs")
_TYPES.add_type("application/ld+json", ".jsonld")
_TYPES.add_type("font/woff2", ".woff2")
_TYPES.add_type("application/manifest+json", ".webmanifest")
_TYPES.add_type("image/avif", ".avif")


def preview_app(stage: Stage, channel: Channel, search: SearchIndex, ready: asyncio.Event) -> Starlette:
    """Return the application; requests wait for ``ready``, when there is something to show, or to say."""
    script = (Path(__file__).parent / "reload.js").read_bytes()

    async def reload_script(request: Request) -> Response:  # noqa: ARG001
        return Response(script, media_type="text/javascript", headers={"cache-control": "no-cache"})

    async def file(request: Request) -> Response:
        await ready.wait()
        # In this order: a page may hear again of what it shows already, but never miss what it does not.
        build = stage.build
        snapshot = stage.shown
        if snapshot is None:
            return _page(build, _nothing(stage.problems), _address(request.scope["path"]), NONE, 404)
        found = snapshot.find(request.scope["path"])
        if found is not None and found.redirect:
            query = f"?{request.url.query}" if request.url.query else ""
            return RedirectResponse(found.redirect + query, 307)
        if found is None:
            name = snapshot.below(request.scope["path"]).removeprefix("/")
            if search.has(name):
                return await _searched(search, snapshot, name)
            return await _missing(request.scope["path"], stage, snapshot, build)
        return await _found(request, stage, snapshot, found.name, build)

    return Starlette(routes=[Route(EVENTS, channel), Route(SCRIPT, reload_script), Route("/{path:path}", file)])


async def _found(request: Request, stage: Stage, snapshot: Snapshot, name: str, build: str) -> Response:
    piece = snapshot.pieces[name]
    if piece.recipe is None and stage.shelf.has(piece.key):
        return _copy(request, stage, piece.key, name)
    content = stage.shelf.get(piece.key)
    if content is None:
        content = await run_in_threadpool(stage.best, name)
    if content is None:
        return _page(build, _nothing(stage.problems), name, await run_in_threadpool(stage.etag_of_none), 404)
    if name.endswith(".html"):
        return _page(build, content, name, digest_bytes(content), 200, request)
    return Response(content, media_type=_type(name), headers={"cache-control": "no-cache"})


async def _searched(search: SearchIndex, snapshot: Snapshot, name: str) -> Response:
    content = await run_in_threadpool(search.content, snapshot, name)
    if content is None:
        return PlainTextResponse("There is nothing at this address.\n", 404)
    return Response(content, media_type=_type(name), headers={"cache-control": "no-cache"})


async def _missing(path: str, stage: Stage, snapshot: Snapshot, build: str) -> Response:
    best = await run_in_threadpool(stage.best, MISSING)
    address = _address(snapshot.below(path))
    if best is None or not address.endswith(".html"):
        return PlainTextResponse("There is nothing at this address.\n", 404)
    return _page(build, best, address, NONE + digest_bytes(best), 404)


def _address(path: str) -> str:
    """Return the name of the page that would stand at ``path``: where there is none yet, one may come."""
    name = path.removeprefix("/")
    if not name or name.endswith("/"):
        return f"{name}index.html"
    return name if "." in name.rpartition("/")[2] else f"{name}/index.html"


def _copy(request: Request, stage: Stage, key: str, name: str) -> Response:
    headers = {"cache-control": "no-cache", "etag": f'"{key}"'}
    if request.headers.get("if-none-match") == headers["etag"]:
        return Response(status_code=304, headers=headers)
    # A list of ranges costs more than it can be worth here: the whole file will do.
    if "," in request.headers.get("range", ""):
        request.scope["headers"] = [pair for pair in request.scope["headers"] if pair[0] != b"range"]
    return FileResponse(stage.shelf.path(key), media_type=_type(name), headers=headers)


def _page(build: str, content: bytes, name: str, etag: str, status: int, request: Request | None = None) -> Response:
    """Return an HTML page with the script that keeps it up to date, which no file of the site has."""
    headers = {"cache-control": "no-cache"}
    if not etag.startswith(NONE):
        headers["etag"] = f'"{etag}-{build}"'
        if request is not None and request.headers.get("if-none-match") == headers["etag"]:
            return Response(status_code=304, headers=headers)
    marks = f'data-page="{html.escape(name)}" data-etag="{etag}" data-build="{build}"'
    tag = f'<script src="{SCRIPT}" {marks} defer></script>'
    head, body, tail = content.rpartition(b"</body>")
    made = head + tag.encode("utf-8", "replace") + body + tail if body else content + tag.encode("utf-8", "replace")
    return Response(made, status, headers, "text/html")


def _nothing(problems: tuple[Problem, ...]) -> bytes:
    """Return a page that stands in for a site, or a page of it, that cannot be made."""
    shown = "".join(
        f"<li><pre>{html.escape(str(problem.diagnostic))}\n{html.escape(problem.snippet)}</pre></li>"
        for problem in problems
    )
    hint = "<p>This page comes by itself when the site can be built.</p>"
    text = f"<h1>There is nothing to show yet</h1>{hint}<ul>{shown}</ul>"
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not built</title></head>'
    return f"{head}<body>{text}</body></html>".encode("utf-8", "replace")


def _type(name: str) -> str:
    found, packing = _TYPES.guess_type(name)
    if packing or found is None:
        return "application/octet-stream"
    return found
