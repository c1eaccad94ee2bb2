"""What is marked in a text, and where."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple


class ArticleStretch(NamedTuple):
    """Part of a text, the role it is drawn in ("" for none), and what it stands for."""

    start: int
    end: int
    role: str
    target: Hashable


Spans = Sequence[tuple[int, int]]
"""Stretches of a text, from where to where."""
