"""The environments that templates run in: Jinja's own, with short ways for what pages do millions of times.

A page prints hundreds of values and calls macros for every line of its lists. Jinja makes each printed text a
``Markup``, which can do much that a page never asks of it, and looks through each call for arguments of seven kinds.
The short ways give the same, and leave to Jinja whatever is out of the ordinary.
"""

from collections.abc import Callable, MutableMapping
from dataclasses import fields, is_dataclass
from keyword import iskeyword
from types import CodeType
from typing import Any

import markupsafe
from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import internalcode, missing
from markupsafe import Markup, escape

# What ``escape`` does inside, from text to text. Should the library call it otherwise, all is as right, and slower.
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


def _printed(value: Any) -> str:
    """Return what ``{{ value }}`` adds to a page: ``escape`` of it, as a text that is only joined to others."""
    kind = type(value)
    if kind is str:
        return _escaped(value)
    return value if kind is Markup else escape(value)


class _Macro(Macro):
    """A macro that tells how many arguments it takes by their places, -1 where it takes others as well."""

    def __init__(
        self,
        environment: Environment,
        func: Callable[..., str],
        name: str,
        arguments: list[str],
        catch_kwargs: bool,
        catch_varargs: bool,
        caller: bool,
        default_autoescape: bool | None = None,
    ) -> None:
        super().__init__(environment, func, name, arguments, catch_kwargs, catch_varargs, caller, default_autoescape)
        takes_others = catch_kwargs or catch_varargs or caller or "caller" in arguments
        self.body = func
        self.places = -1 if takes_others else len(arguments)

    def by_places(self, args: tuple[Any, ...]) -> str:
        """Return what the macro makes of ``args``, which are no more than it has places; it has values for the rest."""
        left_out = self.places - len(args)
        return self.body(*args, *(missing,) * left_out) if left_out else self.body(*args)


class _Context(Context):
    """What a template sees while it runs: from here it calls macros."""

    @internalcode
    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: Any,
        _loop_vars: dict[str, Any] | None = None,
        _block_vars: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> Any:
        """Call ``called``, a macro with arguments by their places straight away."""
        if type(called) is _Macro and not kwargs and len(args) <= called.places and self.eval_ctx.autoescape:
            # Not by way of Markup's own, which looks first whether it is given HTML.
            return str.__new__(Markup, called.by_places(args))
        if _loop_vars is not None:
            kwargs["_loop_vars"] = _loop_vars
        if _block_vars is not None:
            kwargs["_block_vars"] = _block_vars
        return super().call(called, *args, **kwargs)


def _printed_call(context: Context, called: Any, *args: Any) -> str:
    """Return what ``{{ called(*args) }}`` adds to a page."""
    if type(called) is _Macro and len(args) <= called.places:
        return called.by_places(args)
    return _printed(context.call(called, *args))


class _Template(Template):
    """A template that prints and makes macros by the short ways."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """Return the template that was compiled to ``code``, where ``escape`` stands round what is printed alone."""
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=_printed, Macro=_Macro, printed_call=_printed_call)
        return template


class _Generator(CodeGenerator):
    """Compiles ``view.heading`` to just that: Jinja calls a function, which looks for a key of that name as well.

    A call whose outcome is printed goes to ``_printed_call``, as no template of the theme turns escaping off.
    """

    _printed_node: nodes.Expr | None = None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if isinstance(node, nodes.Call) and not (node.kwargs or node.dyn_args or node.dyn_kwargs):
            self._printed_node = node
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._printed_node is None:
            super()._output_child_post(node, frame, finalize)
        self._printed_node = None

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if node is not self._printed_node:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("printed_call(context, ")
        for number, part in enumerate((node.node, *node.args)):
            self.write(", " if number else "")
            self.visit(part, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        blocks = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if blocks or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class Trusted(Environment):
    """For a site's own templates that are trusted."""

    context_class = _Context
    template_class = _Template


class Shipped(Trusted):
    """For the shipped templates alone: what they ask for is there, so a missing attribute raises AttributeError."""

    code_generator_class = _Generator


class Sandboxed(ImmutableSandboxedEnvironment):
    """For a site's own templates that are not trusted: they see nothing private, and change nothing."""

    context_class = _Context
    template_class = _Template

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute, if it is safe. The fields of views are: they hold values."""
        if attribute in _FIELDS[type(obj)]:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call ``called``, if it is safe. Macros are."""
        if type(called) is _Macro:
            return context.call(called, *args, **kwargs)
        return super().call(context, called, *args, **kwargs)


class _Fields(dict[type, frozenset[str]]):
    """The public fields of classes of data, by class; none for other classes."""

    def __missing__(self, kind: type) -> frozenset[str]:
        names = (field.name for field in fields(kind)) if is_dataclass(kind) else ()
        found = self[kind] = frozenset(name for name in names if not name.startswith("_"))
        return found


_FIELDS = _Fields()
