"""The figures of a text: what a number counts, whose it is, in which election, who says so.

``numbers`` reads numbers and nothing else; ``measures`` decides what one counts, ``holders``
whose it is; ``finding`` puts them together.
"""

from tui.extract.languages.en.figures.assembly import find

__all__ = ["find"]
