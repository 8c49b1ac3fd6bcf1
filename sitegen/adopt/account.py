"""An account of what is done, while it is done."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sitegen.adopt.adoption import KeyNote, LeftOut
from sitegen.adopt.fields import Outcome
from sitegen.adopt.settings import Setting
from sitegen.diagnostics import Diagnostic


@dataclass(slots=True)
class Account:
    """Collects what is to be said about keys, files left out, and texts taken."""

    separators: int = 0
    _keys: Counter[tuple[str, str]] = field(default_factory=Counter)
    _left_out: list[LeftOut] = field(default_factory=list)
    _others: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    _remarks: list[Diagnostic] = field(default_factory=list)
    _told: set[str] = field(default_factory=set)

    def keys(self, outcomes: Iterable[Outcome]) -> None:
        """Count the keys of one text."""
        self._keys.update({(outcome.pair.key, outcome.said) for outcome in outcomes})

    def leave_out(self, path: str, reason: str, hint: str, line: int | None = None) -> None:
        """Note a file that is not taken, or not wholly."""
        self._left_out.append(LeftOut(path, line, reason, hint))

    def leave_out_with_folder(self, path: str, reason: str, hint: str) -> None:
        """Note a file that is not taken for what lies at its place; those of one folder at the top are told as one."""
        top, slash, _rest = path.partition("/")
        self._others[top + slash, reason, hint] += 1

    def exclude(self, path: str, configuration: str, key: str, *, text: bool) -> None:
        """Note a file that a key of the ``configuration`` keeps from being read."""
        self._keys[_named(configuration, key), "left out"] += text
        note = self.leave_out if text else self.leave_out_with_folder
        note(path, f"left out by {_in(configuration, key)}", "copy it into content/ where it belongs to the site")

    def setting(self, setting: Setting, texts: int) -> None:
        """Count texts on which a setting decides; one without any is told as well."""
        said = "taken as `draft: true`" if setting.withheld else "no draft, so there was nothing to write"
        name = _named(setting.path, setting.key)
        self._keys[name, said if setting.own else f"cannot be read, so {said}"] += texts
        if texts and not setting.own and self.is_news(name):
            message = f"{_in(setting.path, setting.key)} cannot be read, so all texts that it may speak for are drafts"
            self._remark(
                "adopted-draft", setting.path, None, message, "take “draft: true” out of those to be published"
            )

    def warn(self, code: str, target: str, line: int | None, message: str, hint: str) -> None:
        """Remark on a text that is taken, by its path below ``content/``."""
        self._remark(code, f"content/{target}", line, message, hint)

    def is_news(self, name: str) -> bool:
        """Tell whether nothing has been said yet about a folder that moves, or a key."""
        known = name in self._told
        self._told.add(name)
        return not known

    def key_notes(self) -> tuple[KeyNote, ...]:
        """Return what was done with each key, in the order of the keys."""
        found = (KeyNote(key, texts, said) for (key, said), texts in self._keys.items())
        return tuple(sorted(found, key=lambda note: (note.key.lower(), note.key, note.outcome)))

    def left_out(self) -> tuple[LeftOut, ...]:
        """Return all that was not taken, in the order of the paths."""
        found = self._left_out.copy()
        for (path, reason, hint), files in self._others.items():
            number = f" ({files} file{'' if files == 1 else 's'})" if path.endswith("/") else ""
            found.append(LeftOut(path, None, reason + number, hint))
        return tuple(sorted(found, key=lambda one: (one.path, one.line or 0, one.reason)))

    def remarks(self) -> tuple[Diagnostic, ...]:
        """Return the remarks in the order of their paths and lines."""
        return tuple(sorted(self._remarks, key=lambda one: (one.path, one.line or 0, one.code, one.message)))

    def _remark(self, code: str, path: str, line: int | None, message: str, hint: str) -> None:
        self._remarks.append(Diagnostic(code, "warning", path, line, None, message, hint))


def _named(path: str, key: str) -> str:
    """Return what a key is called that speaks for other files; a file that is a list alone has none."""
    return path if key == path else f"{path}: {key}"


def _in(path: str, key: str) -> str:
    return path if key == path else f"`{key}` in {path}"
