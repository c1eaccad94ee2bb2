"""Time expressions: where a text says when, what that is in days, and how it dates itself."""

from tui.extract.languages.en.times.datelines import published_in
from tui.extract.languages.en.times.tagger import find

__all__ = ["find", "published_in"]
