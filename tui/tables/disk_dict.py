"""Values by their keys, of which most stand in a file."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeVar

from tui.tables.spill import SpillFile

V = TypeVar("V")


class DiskDict(Mapping[str, V]):
    """Values by their keys, in the order in which they come; those that are not asked for
    again and again stand in a file, unless they are few."""

    IN_MEMORY = 1_000_000
    """Bytes up to which there is no file."""

    KEPT = 500
    """So many of those asked for last are at hand."""

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._size = 0
        self._lines: SpillFile | None = None
        self._numbers: dict[str, int] = {}
        self._value = lru_cache(self.KEPT)(self._loaded)

    def put(self, key: str, value: V) -> None:
        """Take one more."""
        packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._size += len(packed)
        self._numbers[key] = len(self._packed if self._lines is None else self._lines)
        if self._lines is None:
            self._packed.append(packed)
            if self._size > self.IN_MEMORY:
                self._lines = SpillFile()
                for each in self._packed:
                    self._lines.append(each)
        else:
            self._lines.append(packed)

    def _loaded(self, number: int) -> V:
        packed = self._packed[number] if self._lines is None else self._lines[number]
        value: V = pickle.loads(packed)  # noqa: S301 - written by this process
        return value

    def __getitem__(self, key: str) -> V:
        return self._value(self._numbers[key])

    def __contains__(self, key: object) -> bool:
        return key in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
