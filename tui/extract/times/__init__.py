"""Time expressions: where a text says when, what that is in days, and how it dates itself."""

from tui.extract.times.finding import find
from tui.extract.times.heads import published_in

__all__ = ["find", "published_in"]
