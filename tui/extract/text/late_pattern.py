"""Patterns that are compiled when they are first asked for: most texts ask for few of them."""

from __future__ import annotations

import re
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as :func:`re.compile` makes it, but that it is made at its first use."""
    return cast(re.Pattern[str], LatePattern(pattern, flags))


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
