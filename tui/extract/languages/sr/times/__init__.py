"""When: the expressions of time of a Serbian text."""

from tui.extract.languages.sr.times.reader import find

__all__ = ["find"]
