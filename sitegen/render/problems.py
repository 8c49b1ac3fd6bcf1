"""A template's mistake as a diagnostic: which file, which line, what to do."""

from types import TracebackType

from jinja2 import TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from sitegen.diagnostics import Diagnostic, InputError

FOLDER = "templates/"


class MissingAssetError(TemplateRuntimeError):
    """A template names a static file that is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(f"there is no static file {name!r}")


def template_problem(error: Exception, name: str) -> InputError:
    """Return the InputError for what went wrong while the template ``name`` was read or rendered."""
    place = innermost(error.__traceback__)
    path, line = place or (FOLDER + name, None)
    code, hint = "template", "compare it with the template of the same name that comes with sitegen"
    message = str(error)
    if isinstance(error, TemplateSyntaxError):
        code, path, line = "template-syntax", FOLDER + (error.name or name), error.lineno
    elif isinstance(error, TemplateNotFound):
        # The name of what is missing; the line that asks for it is known when another template does.
        code, message = "template-missing", f"there is no template {error.name!r}"
        hint = "templates lie in templates/; one of your own replaces the shipped one of the same name"
    elif isinstance(error, MissingAssetError):
        code, hint = "template-missing", 'asset() takes the path of a file below static/, such as "style.css"'
    elif isinstance(error, UndefinedError):
        code = "template-undefined"
        hint = "a template knows `view` and what it sets itself; docs and the shipped templates list the fields"
    elif isinstance(error, SecurityError):
        code = "template-security"
        hint = "a site's own templates run in a sandbox; [templates] trusted = true in sitegen.toml lifts it"
    return InputError(Diagnostic(code, "error", path, line, None, message, hint))


def innermost(traceback: TracebackType | None) -> tuple[str, int] | None:
    """Return file and line of the innermost template in ``traceback``."""
    found = None
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file.startswith(FOLDER):
            found = file, traceback.tb_lineno
        traceback = traceback.tb_next
    return found
