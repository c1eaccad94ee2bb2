"""The figures of a text: what a number counts, whose it is, in which election, who says so.

``numbers`` reads numbers and nothing else; ``measures`` decides what one counts, with ``shares``,
``counts`` and ``ellipsis``; ``owners`` whose it is, in the ``scene`` of its sentence;
``elections`` of which election it is; ``sources`` who says it and how settled it is. ``parts``
and ``assembly`` put them together.
"""

from tui.extract.languages.en.figures.assembly import find

__all__ = ["find"]
