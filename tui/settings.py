"""What somebody has set once and for all, in a file that is read and never written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_config_path

from tui.appearance import SetKey
from tui.command_line import OVERVIEW, TABS
from tui.files import Refused, read_regular
from tui.forms import STYLES
from tui.terminal_text import one_line

LARGEST = 100_000
"""Bytes; a file of settings has some hundred."""

LIST_WIDTHS = range(20, 71)

Value = str | int | bool | tuple[str, ...]


class UserSetting(NamedTuple):
    """A setting: its name, what it is where nobody sets it, and what it is for."""

    name: str
    default: Value
    told: str
    choices: tuple[str, ...] = ()

    def wrong(self, value: object) -> str:
        """What is wrong with a value; "" where nothing is."""
        if isinstance(self.default, bool):
            return "" if isinstance(value, bool) else "expected true or false"
        if isinstance(self.default, int):
            if type(value) is not int or value not in LIST_WIDTHS:
                return f"expected a whole number from {LIST_WIDTHS[0]} to {LIST_WIDTHS[-1]}"
        elif isinstance(self.default, tuple):
            if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
                return "expected a list of texts"
        elif not isinstance(value, str) or not value:
            return "expected a text"
        elif self.choices and value not in self.choices:
            return f"expected one of {', '.join(self.choices)}"
        return ""


KEYS = "keys"
"""The table of the keys."""

SETTINGS = (
    UserSetting("theme", "serbia-night", "the theme, until another is chosen on the screen"),
    UserSetting("tab", OVERVIEW, "what the explorer begins with", TABS),
    UserSetting("corpus", (), "folders of articles, where a command names none"),
    UserSetting("list-width", 40, "per cent of the width that a list has beside its detail"),
    UserSetting("announce", False, "say the chosen row in the last line, for screen readers"),
    UserSetting("style", STYLES[0], "the citation style of references, or the file of one"),
)
"""All settings, in the order in which they are listed."""


@dataclass(frozen=True)
class UserSettings:
    """The settings of a file. ``problems`` are what is wrong in it, a line each, with the file
    and the line; what is wrong counts as not set."""

    given: Mapping[str, Value] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    keys: tuple[SetKey, ...] = ()

    def text(self, name: str) -> str:
        """A setting that is a text; "" where nobody has set it."""
        value = self.given.get(name, "")
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int:
        """A setting that is a number; 0 where nobody has set it."""
        value = self.given.get(name, 0)
        return value if isinstance(value, int) else 0

    @property
    def corpus(self) -> list[str]:
        """The folders that are read where none is named."""
        value = self.given.get("corpus", ())
        return list(value) if isinstance(value, tuple) else []


def place() -> Path:
    """Where the file of settings is, or would be."""
    return user_config_path("serbia-tui", appauthor=False) / "config.toml"


def read(path: Path) -> UserSettings:
    """The settings of a file; none where there is no file."""
    try:
        text = read_regular(path, LARGEST).decode("utf-8")
    except FileNotFoundError:
        return UserSettings()
    except (OSError, Refused, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        return UserSettings(problems=(f"{path}: cannot be read: {reason}",))
    # Most have no such file, and need nothing that reads it.
    import tomllib

    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError):
        return UserSettings(problems=(_refused(path, text),))
    known = {each.name: each for each in SETTINGS}
    given: dict[str, Value] = {}
    problems = []
    keys, wrong_keys = _keys(path, text, values.pop(KEYS, {}))
    for name, value in values.items():
        wrong = known[name].wrong(value) if name in known else _unknown(name, list(known))
        if wrong:
            problems.append(f"{path}:{_line(text, name)}: {one_line(name)}: {wrong}")
        else:
            given[name] = tuple(value) if isinstance(value, list) else value
    return UserSettings(given, (*problems, *wrong_keys), keys)


def _keys(path: Path, text: str, table: object) -> tuple[tuple[SetKey, ...], list[str]]:
    """The keys that a table sets, and what is wrong in it."""
    if not isinstance(table, dict):
        return (), [f"{path}:{_line(text, KEYS)}: {KEYS}: expected a table, [{KEYS}]"]
    found, problems = [], []
    for id, keys in table.items():
        where = f"{path}:{_line(text, KEYS, id)}: {KEYS}.{one_line(id)}"
        if isinstance(keys, str) and keys.strip():
            found.append(SetKey(id, keys, where))
        else:
            problems.append(f"{where}: expected a key in quotation marks")
    return tuple(found), problems


def _unknown(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    return f"no such setting; did you mean {near[0]}?" if near else "no such setting"


def _line(text: str, *path: str) -> int:
    from tui.curate.toml_positions import parse

    return parse(text).line(*path)


def _refused(path: Path, text: str) -> str:
    from tui.curate.toml_positions import InvalidToml, parse

    try:
        parse(text)
    except InvalidToml as invalid:
        return f"{path}:{invalid.line}: {invalid.reason}"
    return f"{path}: not valid TOML"


def as_toml(value: Value) -> str:
    """A value as the file has it."""
    if isinstance(value, int):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(as_toml, value))}]"
    return '"' + one_line(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
