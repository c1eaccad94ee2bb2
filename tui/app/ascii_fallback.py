"""Screens for terminals whose encoding lacks some of the signs that are drawn."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.glyphs import WIDER, in_encoding


class InEncoding(LineFilter):
    """Replaces, in all that is drawn, what an encoding lacks: cell by cell, so that no
    line changes its length, and frames, lists and charts keep their shape."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        shown: list[Segment] = []
        for text, style, control in segments:
            if text[:1] in WIDER and shown and shown[-1].text.endswith(" "):
                # The space that the sign needs stands in the segment before.
                before = shown.pop()
                shown.append(Segment(before.text[:-1], before.style, before.control))
                text = f" {text}"
            shown.append(Segment(in_encoding(text, self._encoding), style, control))
        return shown
