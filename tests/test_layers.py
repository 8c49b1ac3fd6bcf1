"""Imports point down only, and rooms of one layer don't import each other (DESIGN.md, section 2)."""

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent / "sitegen"

LAYERS = [
    {"digest", "diagnostics", "codes", "model", ""},
    {
        "source",
        "analyse",
        "annotate",
        "resolve",
        "withhold",
        "relate",
        "compose",
        "render",
        "check",
        "ledger",
        "policy",
        "hosting",
        "adopt",
        "curate",
        "intake",
    },
    {"pipeline"},
    {"shell"},
    {"planning"},
    {"making"},
    {"amending", "analyzing", "build", "checking"},
    {"serve", "publishing", "differing", "vetting", "doctor", "starting", "curating", "annotating"},
    {"cli"},
    {"reference"},
    {"__main__"},
]
BOTTOM = ["digest", "diagnostics", "codes", "model"]
OUTSIDE = {
    "spacy": {"shell/nlp.py", "shell/recognition.py"},
    "distributed": {"shell/executors/cluster.py"},
    "watchdog": {"shell/watcher.py"},
    "jinja2": {"render"},
    "turbohtml": {"check"},
    "starlette": {"serve"},
    "uvicorn": {"serve"},
    "h11": {"serve"},
    "rapidfuzz": {"annotate"},
    "PIL": {"shell/drawing"},
    "pagefind": {"shell/search_index.py"},
    # Weights and lists are a part of the code: the only files that a pure room reads, from the package itself.
    "importlib.resources": {"analyse/stored.py"},
}
PURE = LAYERS[1] | {"model", "digest", "diagnostics", "codes", "pipeline"}
WORLD = {"os", "subprocess", "socket", "shutil", "tempfile", "time", "random", "pathlib", "urllib.request"}


def test_imports_point_down() -> None:
    wrong = []
    for path in sorted(ROOT.rglob("*.py")):
        relative = path.relative_to(ROOT).as_posix()
        room = relative.split("/")[0].removesuffix(".py").replace("__init__", "")
        for name in _imports(path):
            if name.startswith("sitegen"):
                target = ([*name.split("."), ""])[1]
                if target != room and not _allowed(room, target):
                    wrong.append(f"{relative} imports {name}")
    assert not wrong


def test_libraries_stay_in_their_rooms() -> None:
    wrong = []
    for path in sorted(ROOT.rglob("*.py")):
        relative = path.relative_to(ROOT).as_posix()
        room = relative.split("/")[0].removesuffix(".py")
        for name in _imports(path, runtime=True):
            top = name.split(".")[0]
            homes = OUTSIDE.get(name) or OUTSIDE.get(top)
            if homes and not any(relative == home or relative.startswith(f"{home}/") for home in homes):
                wrong.append(f"{relative} imports {name}")
            if room in PURE and (name in WORLD or top in WORLD):
                wrong.append(f"{relative}, a pure room, imports {name}")
    assert not wrong


def test_every_room_has_a_layer() -> None:
    rooms = {
        path.name.removesuffix(".py")
        for path in ROOT.iterdir()
        if path.suffix == ".py" or (path.is_dir() and not path.name.startswith((".", "__")))
    }
    assert rooms - {"__init__", "__pycache__", "py.typed", "theme", "starter"} <= set().union(*LAYERS)


def _allowed(room: str, target: str) -> bool:
    mine, theirs = _layer(room), _layer(target)
    if mine == theirs == 0 and room and target:
        return BOTTOM.index(target) < BOTTOM.index(room)
    return theirs < mine


def _layer(room: str) -> int:
    return next(number for number, rooms in enumerate(LAYERS) if room in rooms)


def _imports(path: Path, *, runtime: bool = False) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    typing_only: set[ast.AST] = set()
    for node in ast.walk(tree):
        if runtime and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            typing_only.update(ast.walk(node))
    names = []
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            names.extend(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if all(alias.name.startswith("Pure") for alias in node.names):
                continue  # PurePosixPath touches no disk
            names.append(node.module)
    return names
