"""Typed access to a TOML table that says what is wrong, and goes on.

Asking a table for a key is what makes the key known: once everything has been asked for,
what is left over is unknown. A wrong value becomes an empty one, so that one slip is one
problem and the rest of the file is checked as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TypeVar

from tui.curate.toml_positions import Located, Path
from tui.terminal_text import ACTING

Choice = TypeVar("Choice", bound=str)

LONGEST_SHOWN = 60
"""Characters of a value that a message repeats."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def shown(words: str) -> str:
    """Words in quotation marks, as a message may hold them: no character acts on a terminal."""
    cut = words if len(words) <= LONGEST_SHOWN else f"{words[:LONGEST_SHOWN]}…"
    return repr(cut)


def suggestion(word: str, words: Iterable[str]) -> str:
    """``; did you mean 'aliases'?`` where a known word is close to the one that was written."""
    if len(word) > LONGEST_SHOWN:
        return ""
    # Imported by those alone who have made a mistake.
    from difflib import get_close_matches

    close = get_close_matches(word, list(words), n=1, cutoff=0.6)
    return f"; did you mean {shown(close[0])}?" if close else ""


def control_in(words: str) -> str:
    """The first character of words that would act instead of being shown, as ``U+001B``."""
    found = ACTING.search(words)
    character = found.group() if found else "\n" if "\n" in words else ""
    return f"U+{ord(character):04X}" if character else ""


def what(value: object) -> str:
    """What sort of value it is, as the reader of a TOML file would call it."""
    match value:
        case bool():
            return "true or false"
        case str():
            return "text"
        case int():
            return "a whole number"
        case float():
            return "a number"
        case datetime() | date() | time():
            return "a date or time without quotation marks"
        case list():
            return "a list"
    return "a table"


@dataclass(frozen=True, slots=True)
class Problems:
    """What is wrong in the curated files, to be told all at once."""

    found: list[tuple[str, int, str]] = field(default_factory=list)

    def add(self, file: str, line: int, message: str) -> None:
        self.found.append((file, line, message))

    def at(self, where: str, message: str) -> None:
        """A problem at a place that an entry keeps, ``actors.toml:12``."""
        file, _, line = where.rpartition(":")
        self.add(file, int(line), message)

    def told(self) -> list[str]:
        """The problems as ``file:line: message``, in order of file and line."""
        ordered = sorted(dict.fromkeys(self.found), key=lambda problem: problem[:2])
        return [f"{file}:{line}: {message}" for file, line, message in ordered]


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table of a curated file, at its place, with the keys that were asked for."""

    file: str
    located: Located
    path: Path
    values: dict[str, object]
    problems: Problems
    asked: list[str] = field(default_factory=list)

    def line(self, *path: str | int) -> int:
        return self.located.line(*self.path, *path)

    def where(self, *path: str | int) -> str:
        """The place of the table, or of something in it: ``actors.toml:12``."""
        return f"{self.file}:{self.line(*path)}"

    def problem(self, message: str, *path: str | int) -> None:
        self.problems.add(self.file, self.line(*path), message)

    def has(self, key: str) -> bool:
        return key in self.values

    def _value(self, key: str, *, required: bool) -> object | None:
        if key not in self.asked:
            self.asked.append(key)
        value = self.values.get(key)
        if value is None and required:
            self.problem(f"key {shown(key)} is missing")
        return value

    def _wrong(self, key: str, expected: str, value: object, *path: int) -> None:
        self.problem(f"{shown(key)} is {what(value)}; expected {expected}", key, *path)

    # ------------------------------------------------------------------ values

    def text(self, key: str, *, required: bool = False) -> str:
        """A line of text without characters that act on a terminal."""
        return self._line(key, self._value(key, required=required))

    def prose(self, key: str, *, required: bool = False) -> str:
        """A text that may be broken into lines in its file; it is shown as one."""
        value = self._value(key, required=required)
        if isinstance(value, str) and "\n" in value:
            value = " ".join(line.strip() for line in value.strip().split("\n"))
        words = self._line(key, value)
        if required and value == "":
            self.problem(f"{shown(key)} is empty", key)
        return words

    def _line(self, key: str, value: object | None, *path: int) -> str:
        if value is None:
            return ""
        if not isinstance(value, str):
            self._wrong(key, "text in quotation marks", value, *path)
            return ""
        if control := control_in(value):
            self.problem(f"{shown(key)} holds the control character {control}", key, *path)
            return ""
        if value != value.strip():
            self.problem(f"{shown(key)} has a space at one of its ends", key, *path)
            return ""
        return value

    def needed(self, key: str) -> str:
        """A text that may be neither missing nor empty."""
        words = self.text(key, required=True)
        if self.values.get(key) == "":
            self.problem(f"{shown(key)} is empty", key)
        return words

    def verbatim(self, key: str) -> str:
        """Words as an article has them, whatever characters they hold."""
        value = self._value(key, required=True)
        if isinstance(value, str):
            if not value:
                self.problem(f"{shown(key)} is empty", key)
            return value
        if value is not None:
            self._wrong(key, "text in quotation marks", value)
        return ""

    def id(self, key: str = "id", *, required: bool = True) -> str:
        """A name that is safe in an address: small letters, digits and single hyphens."""
        return self._checked_id(key, self.needed(key) if required else self.text(key))

    def ids(self, key: str) -> list[tuple[str, int]]:
        """A list of ids, each with its position in it."""
        return [
            (each, index)
            for index, words in self._lines(key)
            if (each := self._checked_id(key, words, index))
        ]

    def _checked_id(self, key: str, words: str, *path: int) -> str:
        if words and not _ID.fullmatch(words):
            self.problem(
                f"{shown(key)} is {shown(words)}; expected small letters, digits and hyphens,"
                " such as 'dragan-djilas'",
                key,
                *path,
            )
            return ""
        return words

    def choice(self, key: str, among: tuple[Choice, ...], *, required: bool) -> Choice | None:
        """One of a few words."""
        words = self.needed(key) if required else self.text(key)
        if not words:
            return None
        for each in among:
            if words == each:
                return each
        expected = ", ".join(among)
        self.problem(
            f"{shown(key)} is {shown(words)}; expected one of: {expected}"
            f"{suggestion(words, among)}",
            key,
        )
        return None

    def flag(self, key: str) -> bool:
        value = self._value(key, required=False)
        if value is not None and not isinstance(value, bool):
            self._wrong(key, "true or false", value)
        return value is True

    def number(self, key: str) -> int | None:
        """A whole number from 1 to a million: seats, or the how-manieth."""
        value = self._value(key, required=False)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self._wrong(key, "a whole number", value)
        elif not 1 <= value <= 1_000_000:
            self.problem(f"{shown(key)} is out of range; expected 1 to 1000000", key)
        else:
            return value
        return None

    def decimal(self, key: str) -> str:
        """The digits of a decimal number that has to be there."""
        value = self.needed(key)
        if value and not re.fullmatch(r"-?\d{1,15}(\.\d{1,10})?", value):
            self.problem(f"{shown(value)} is not a decimal; expected one such as '46.72'", key)
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts, none twice."""
        found: dict[str, int] = {}
        for index, words in self._lines(key, required=required):
            if words in found:
                self.problem(f"{shown(key)} has {shown(words)} twice", key, index)
            found.setdefault(words, index)
        if required and self.values.get(key) == []:
            self.problem(f"{shown(key)} is empty; expected at least one text", key)
        return tuple(found)

    def _lines(self, key: str, *, required: bool = False) -> Iterator[tuple[int, str]]:
        value = self._value(key, required=required)
        if isinstance(value, list):
            for index, each in enumerate(value):
                if words := self._line(key, each, index):
                    yield index, words
                elif each == "":
                    self.problem(f"{shown(key)} has an empty text", key, index)
        elif value is not None:
            self._wrong(key, "a list of texts", value)

    # ------------------------------------------------------------------ tables

    def table(self, key: str, *, required: bool = False) -> TypedTable | None:
        """A table inside this one."""
        value = self._value(key, required=required)
        if isinstance(value, dict):
            return self._inner(value, key)
        if value is not None:
            self._wrong(key, "a table in braces", value)
        return None

    def tables(self, key: str, *, required: bool = False) -> list[TypedTable]:
        """A list of tables inside this one."""
        value = self._value(key, required=required)
        if value is None:
            return []
        if not isinstance(value, list):
            self._wrong(key, "a list of tables", value)
            return []
        if required and not value:
            self.problem(f"{shown(key)} is empty; expected at least one table", key)
        found = []
        for index, each in enumerate(value):
            if isinstance(each, dict):
                found.append(self._inner(each, key, index))
            else:
                self._wrong(key, "a list of tables", each, index)
        return found

    def _inner(self, values: dict[str, object], *path: str | int) -> TypedTable:
        return TypedTable(self.file, self.located, (*self.path, *path), values, self.problems)

    def done(self) -> None:
        """Everything has been asked for: what is left over is unknown."""
        for key in self.values:
            if key not in self.asked:
                self.problem(
                    f"unknown key {shown(key)}; expected one of: {', '.join(self.asked)}"
                    f"{suggestion(key, self.asked)}",
                    key,
                )
