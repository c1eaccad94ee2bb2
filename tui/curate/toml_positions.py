"""TOML with its line numbers: what a file says, and on which line it says so.

``tomllib`` reads the values and refuses what is no TOML, but keeps no positions. So the
text, once it is known to be TOML, is walked a second time for its keys alone: strings and
comments are stepped over as the grammar has them, and every table, key and item of a list
is noted with its line.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from contextlib import suppress
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The way to a value: keys of tables and positions in lists."""


class InvalidToml(ValueError):
    """The text is no TOML; ``line`` is where that shows."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


@dataclass(frozen=True)
class Located:
    """The values of a TOML text, and the line of each way to one."""

    values: dict[str, object]
    lines: dict[Path, int]

    def line(self, *path: str | int) -> int:
        """The line of a value, or of the innermost thing around it that has one."""
        for length in range(len(path), 0, -1):
            found = self.lines.get(path[:length])
            if found is not None:
                return found
        return 1


_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}""")
"""A key of so many parts that tomllib takes the square of their number; ours have one."""


def parse(text: str) -> Located:
    """The values and lines of a TOML text; :class:`InvalidToml` when it is none."""
    # tomllib reads "\r\n" as a line's end too, so this changes no line.
    text = text.replace("\r\n", "\n")
    if long_key := _LONG_KEY.search(text):
        line = text.count("\n", 0, long_key.start()) + 1
        raise InvalidToml(line, "lists or tables stand too deep inside one another")
    try:
        values = tomllib.loads(text)
        lines = _Walk(text).lines
    except tomllib.TOMLDecodeError as error:
        raise _refused(text, str(error)) from None
    except RecursionError:
        raise InvalidToml(1, "lists or tables stand too deep inside one another") from None
    except ValueError:
        # Python gives up on whole numbers of more than some thousand digits.
        digits = max(re.finditer(r"[\d_]+", text), key=lambda run: run.end() - run.start())
        line = text.count("\n", 0, digits.start()) + 1
        raise InvalidToml(line, "a number has too many digits") from None
    return Located(values, lines)


def _refused(text: str, message: str) -> InvalidToml:
    found = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", message, re.DOTALL)
    if found:
        reason, line, column = found[1], int(found[2]), found[3]
        return InvalidToml(line, f"not valid TOML: {_lower(reason)} (column {column})")
    last = text.rstrip().count("\n") + 1
    reason = message.removesuffix(" (at end of document)")
    return InvalidToml(last, f"not valid TOML: {_lower(reason)} (at the end of the file)")


def _lower(reason: str) -> str:
    return reason[:1].lower() + reason[1:]


_BLANK = re.compile(r"(?:[ \t\n\r]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_QUOTED = re.compile(
    r"""
    "(?:[^"\\\n]|\\.)*"
    | '[^'\n]*'
    """,
    re.VERBOSE,
)
# Up to two quotation marks may stand right before the three that close a long string.
_LONG = re.compile(
    r"""
    ["]{3}(?:[^"\\]|\\.|"{1,2}(?!"))*?"{3,5}(?!")
    | '{3}(?:[^']|'{1,2}(?!'))*?'{3,5}(?!')
    """,
    re.VERBOSE | re.DOTALL,
)
_SCALAR = re.compile(r"[^\n,\]}#]+")


DEEPEST = 8
"""Parts of a key that are told apart; no file here has a use for more."""


class _LostError(Exception):
    """The walk met something that it does not know; what it noted so far stays good."""


class _Walk:
    """One pass over a text that is known to be TOML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._counts: dict[Path, int] = {}
        with suppress(_LostError):
            self._tables()

    def _tables(self) -> None:
        table: Path = ()
        while self._skip(_BLANK) < len(self.text):
            if self._next("[["):
                table = self._header("]]")
            elif self._next("["):
                table = self._header("]")
            else:
                self._pair(table)

    def _skip(self, what: re.Pattern[str]) -> int:
        found = what.match(self.text, self.at)
        if found:
            self.at = found.end()
        return self.at

    def _next(self, mark: str) -> bool:
        if self.text.startswith(mark, self.at):
            self.at += len(mark)
            return True
        return False

    def _note(self, path: Path, position: int) -> None:
        self.lines.setdefault(path, bisect_right(self._starts, position))

    def _key(self) -> list[tuple[str, int]]:
        """The parts of a dotted key, each with its position."""
        parts = []
        while True:
            self._skip(_SPACE)
            start = self.at
            found = _BARE.match(self.text, start) or _QUOTED.match(self.text, start)
            if found is None:
                raise _LostError
            self.at = found.end()
            name = found.group()
            if name[0] in "\"'":
                # Only tomllib knows what the escapes in a quoted key come to.
                (name,) = tomllib.loads(f"{name} = 0")
            parts.append((name, start))
            self._skip(_SPACE)
            if not self._next("."):
                return parts

    def _header(self, closing: str) -> Path:
        path: Path = ()
        parts = self._key()
        self._next(closing)
        for index, (name, start) in enumerate(parts[:DEEPEST]):
            path = (*path, name)
            if closing == "]]" and index == len(parts) - 1:
                self._note(path, start)
                self._counts[path] = self._counts.get(path, 0) + 1
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
            self._note(path, start)
        return path

    def _pair(self, table: Path) -> None:
        path = table
        for name, start in self._key()[:DEEPEST]:
            path = (*path, name)
            self._note(path, start)
        self._next("=")
        self._skip(_SPACE)
        self._value(path)

    def _value(self, path: Path) -> None:
        if self._next("["):
            index = 0
            while self._skip(_BLANK) < len(self.text) and not self._next("]"):
                self._note((*path, index), self.at)
                self._value((*path, index))
                self._skip(_BLANK)
                self._next(",")
                index += 1
        elif self._next("{"):
            while self._skip(_BLANK) < len(self.text) and not self._next("}"):
                self._pair(path)
                self._skip(_BLANK)
                self._next(",")
        elif self.text.startswith(('"""', "'''"), self.at):
            self._skip(_LONG)
        elif self.text.startswith(('"', "'"), self.at):
            self._skip(_QUOTED)
        else:
            start = self.at
            if self._skip(_SCALAR) == start:
                raise _LostError
