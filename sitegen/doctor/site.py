"""A site: its configuration, content, model, cache and ledger."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.diagnostics import InputError, errors
from sitegen.doctor.finding import Finding, broken, doubtful, fine
from sitegen.ledger import read_ledger
from sitegen.model.settings import Settings
from sitegen.shell.cache import FILE, FOLDER
from sitegen.shell.ledger_file import ledger_content
from sitegen.shell.manifest import read_manifest
from sitegen.shell.model_files import KNOWN, identify_model
from sitegen.shell.output import OUTPUT
from sitegen.shell.reader import read_site
from sitegen.shell.table import condition


def content(folder: Path, settings: Settings) -> Iterator[Finding]:
    """Look at what the author wrote."""
    try:
        sources = read_site(folder, settings.pages.folders)
    except InputError as error:
        yield from _of(error, "content")
        return
    counts = {role: len(sources.of(role)) for role in ("article", "page", "person", "organisation", "place")}
    records = counts["person"] + counts["organisation"] + counts["place"]
    message = f"{counts['article']:,} articles, {counts['page']:,} pages, {records:,} authority records"
    wrong = errors(sources.diagnostics)
    if wrong:
        yield broken("content", f"{message}; {wrong[0].path}: {wrong[0].message}", wrong[0].hint)
    elif not counts["article"]:
        yield doubtful("content", message, "put articles (*.md, *.txt) into content/, or: sitegen new TITLE")
    else:
        yield fine("content", message)
    built = read_manifest(folder / OUTPUT)
    yield fine("output", f"{OUTPUT} holds {len(built):,} files" if built else "not built yet")


def model(settings: Settings) -> Iterator[Finding]:
    """Look at the language model and the digest of its weights."""
    try:
        found = identify_model(settings.nlp.model, settings.nlp.weights)
    except InputError as error:
        yield from _of(error, "model")
        return
    message = f"{found.name} {found.version}, weights {found.weights}"
    if settings.nlp.weights:
        yield fine("model", f"{message}, as nlp.weights demands")
    elif (found.name, found.version) in KNOWN:
        yield fine("model", f"{message}, as sitegen was tested with")
    else:
        hint = f'pin them: [nlp] weights = "{found.weights}"'
        yield doubtful("model", f"{message}, which sitegen does not know", hint)


def cache(folder: Path) -> Finding:
    """Look at what builds remember: its size, and whether it can be read."""
    path = folder / FOLDER / FILE
    if not path.exists():
        return fine("cache", "none yet; the first build makes it")
    found = condition(path)
    if not found.sound:
        return doubtful("cache", f"{path.name} is damaged", "nothing need be done: the next build makes it anew")
    return fine("cache", f"{found.entries:,} entries, {found.size / 1e6:.1f} MB, sound")


def ledger(folder: Path) -> Finding:
    """Look at the memory of what was published."""
    try:
        found, remarks = read_ledger(ledger_content(folder))
    except InputError as error:
        return next(_of(error, "ledger"))
    if remarks:
        return broken("ledger", f"line {remarks[0].line}: {remarks[0].message}", remarks[0].hint)
    if not found.entries:
        return fine("ledger", "nothing is published yet")
    removed = sum(entry.removed for entry in found.entries)
    return fine("ledger", f"{len(found.entries):,} quotations, {removed:,} of them no longer published")


def _of(error: InputError, name: str) -> Iterator[Finding]:
    for remark in error.diagnostics:
        yield broken(name, remark.message, remark.hint)
