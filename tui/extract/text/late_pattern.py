"""Patterns that are compiled when they are first asked for: most texts ask for few of them.

Python keeps no compiled pattern, and compiles the thousand of a language in a quarter of a
second, half of what it takes to read five articles. While the rules of a language are imported,
what its compiler makes is therefore taken from beside the bytecode, and kept there. A pattern that
is kept is made of that in no time, and none of them is late.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from threading import get_ident
from typing import Any, cast

from tui import beside_bytecode

IS_KNOWN = sys.implementation.name == "cpython" and sys.version_info < (3, 14)
"""Whether what is used here of Python's own workings is known to be there."""

if IS_KNOWN:
    _sre: Any = import_module("_sre")
    _parser: Any = import_module("re._parser")
    _compiler: Any = import_module("re._compiler")

NEVER = re.compile(r"(?!)")
"""Matches nothing: stands for a pattern that a language does not have."""

Key = tuple[str | bytes, int]
"""A pattern as it is written, and its flags."""

Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""All flags of a pattern, its code, how many groups it has, their numbers and names."""


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as :func:`re.compile` makes it, but that it is made at its first use."""
    if _keeping and (pattern, flags) in _keeping.before:
        return re.compile(pattern, flags)
    made = LatePattern(pattern, flags)
    if _keeping:
        _keeping.late.append((pattern, int(flags)))
    return cast(re.Pattern[str], made)


class LatePattern:
    """Stands for a pattern; from the first use on its methods are the pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for each in ("match", "fullmatch", "search", "finditer", "findall", "sub"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


# ------------------------------------------------------------------------ what is kept


@contextmanager
def patterns_kept(name: str) -> Iterator[None]:
    """While this lasts, patterns that this thread compiles are made from what is kept under a
    name, and are kept."""
    global _keeping
    if not IS_KNOWN:
        yield
        return
    compiles = _compiler.compile
    keeping = _Keeping(beside_bytecode.read(name, b"") or {}, compiles)
    _compiler.compile, _keeping = keeping.compile, keeping
    try:
        yield
    finally:
        _compiler.compile, _keeping = compiles, None
    if keeping.is_new():
        beside_bytecode.write(name, b"", keeping.now)


class _Keeping:
    """What the compiler of patterns made before, and what is made now."""

    def __init__(self, before: dict[Key, Compiled], compiles: Callable[..., Any]) -> None:
        self.before = before
        self._compiles = compiles
        self._thread = get_ident()
        self.now: dict[Key, Compiled] = {}
        self.late: list[Key] = []

    def compile(self, pattern: str | bytes, flags: int = 0) -> re.Pattern[Any]:
        """A pattern as the compiler of ``re`` makes it."""
        if get_ident() != self._thread:
            return cast(re.Pattern[Any], self._compiles(pattern, flags))
        key = pattern, int(flags)
        made = self.now[key] = self.before.get(key) or _compiled(*key)
        return _pattern(pattern, *made)

    def is_new(self) -> bool:
        """Whether there is what was not there. What is late is added where the rest was there:
        it takes none of the first launch's time."""
        if self.before:
            self.now.update((key, _compiled(*key)) for key in self.late)
        return not self.now.keys() <= self.before.keys()


_keeping: _Keeping | None = None


def _compiled(pattern: str | bytes, flags: int) -> Compiled:
    """What ``re._compiler.compile`` makes a pattern of, the code as bytes."""
    parsed = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    numbers = dict(parsed.state.groupdict)
    named = {number: name for name, number in numbers.items()}
    groups = parsed.state.groups
    names = tuple(map(named.get, range(groups)))
    return flags | parsed.state.flags, code, groups - 1, numbers, names


def _pattern(
    pattern: str | bytes,
    flags: int,
    code: bytes,
    groups: int,
    numbers: dict[str, int],
    names: tuple[str | None, ...],
) -> re.Pattern[Any]:
    made = _sre.compile(pattern, flags, array("I", code).tolist(), groups, numbers, names)
    return cast(re.Pattern[Any], made)
