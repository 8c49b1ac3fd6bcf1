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
    _excluded: Counter[tuple[str, str]] = field(default_factory=Counter)
    _settings: dict[Setting, int] = field(default_factory=dict)
    _remarks: list[Diagnostic] = field(default_factory=list)
    _moved: set[str] = field(default_factory=set)

    def keys(self, outcomes: list[Outcome]) -> None:
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
        self._excluded[configuration, key] += text
        note = self.leave_out if text else self.leave_out_with_folder
        by = key if key == configuration else f"`{key}` in {configuration}"
        note(path, f"left out by {by}", "copy it into content/ where it belongs to the site")

    def settings(self, known: Iterable[Setting]) -> None:
        """Note settings before texts are counted, so that those without any text are told as well."""
        self._settings.update(dict.fromkeys(known, 0))

    def setting(self, setting: Setting) -> None:
        """Count a text on which a setting decides."""
        self._settings[setting] += 1

    def warn(self, code: str, target: str, line: int | None, message: str, hint: str) -> None:
        """Remark on a text that is taken, by its path below ``content/``."""
        self._remarks.append(Diagnostic(code, "warning", f"content/{target}", line, None, message, hint))

    def is_news(self, folder: str) -> bool:
        """Tell whether nothing has been said yet about a folder that moves."""
        known = folder in self._moved
        self._moved.add(folder)
        return not known

    def key_notes(self) -> tuple[KeyNote, ...]:
        """Return what was done with each key, in the order of the keys."""
        found = [KeyNote(key, texts, said) for (key, said), texts in self._keys.items()]
        found += [KeyNote(_named(path, key), texts, "left out") for (path, key), texts in self._excluded.items()]
        decided: Counter[tuple[str, str]] = Counter()
        for one, texts in self._settings.items():
            said = "taken as `draft: true`" if one.withheld else "no draft, so there was nothing to write"
            decided[_named(one.path, one.key), said if one.own else f"cannot be read, so {said}"] += texts
        found += [KeyNote(key, texts, said) for (key, said), texts in decided.items()]
        return tuple(sorted(found, key=lambda note: (note.key.lower(), note.key, note.outcome)))

    def left_out(self) -> tuple[LeftOut, ...]:
        """Return all that was not taken, in the order of the paths."""
        grouped = (
            LeftOut(
                path, None, f"{reason} ({count} file{'' if count == 1 else 's'})" if path[-1:] == "/" else reason, hint
            )
            for (path, reason, hint), count in self._others.items()
        )
        return tuple(sorted((*self._left_out, *grouped), key=lambda one: (one.path, one.line or 0, one.reason)))

    def remarks(self) -> tuple[Diagnostic, ...]:
        """Return the remarks in the order of their paths and lines."""
        unread = {(one.path, one.key) for one, texts in self._settings.items() if texts and not one.own}
        for path, key in unread:
            name = path if key == path else f"`{key}` in {path}"
            message = f"{name} cannot be read, so all texts that it may speak for are drafts"
            hint = "take “draft: true” out of those that are to be published"
            self._remarks.append(Diagnostic("adopted-draft", "warning", path, None, None, message, hint))
        return tuple(sorted(self._remarks, key=lambda one: (one.path, one.line or 0, one.code, one.message)))


def _named(path: str, key: str) -> str:
    """Return what a key is called that speaks for other files; one file is a single list, without keys."""
    return path if key == path else f"{path}: {key}"
