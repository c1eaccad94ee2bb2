"""Screens for terminals whose encoding lacks some of the signs that are drawn."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.glyphs import in_encoding


class InEncoding(LineFilter):
    """Replaces, in all that is drawn, what an encoding lacks: cell by cell, so that no
    line changes its length, and frames, lists and charts keep their shape."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            Segment(in_encoding(text, self._encoding), style, control)
            for text, style, control in segments
        ]
