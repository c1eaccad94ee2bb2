"""Figures: what the numbers of a Serbian text count, whose they are, and who says so."""

from tui.extract.languages.sr.figures.finder import find

__all__ = ["find"]
