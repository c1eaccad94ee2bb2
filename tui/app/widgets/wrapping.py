"""Where a text breaks into lines: exact, at once, for texts of any length.

A paragraph of several megabytes breaks in a fraction of a second, since almost all
characters are one cell wide and need not be measured one by one.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from itertools import accumulate

from rich.cells import get_character_cell_size

MEASURED = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c"
    "\u038e-\u03a1\u03a3-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
"""A character outside the ranges that are known to be one cell wide."""


def breaks(text: str, width: int) -> tuple[array[int], array[int]]:
    """The offsets at which each line begins and ends; white space at a break is in none."""
    starts, ends = array("q"), array("q")
    width = max(2, width)
    begin = 0
    while begin <= len(text):
        stop = text.find("\n", begin)
        stop = len(text) if stop < 0 else stop
        if MEASURED.search(text, begin, stop):
            _measured(text, begin, stop, width, starts, ends)
        else:
            _counted(text, begin, stop, width, starts, ends)
        begin = stop + 1
    # A text that ends with a line feed has no line after it.
    if len(starts) > 1 and starts[-1] == ends[-1] == len(text):
        starts.pop()
        ends.pop()
    return starts, ends


def _counted(
    text: str, begin: int, stop: int, width: int, starts: array[int], ends: array[int]
) -> None:
    """Break a paragraph in which every character is one cell."""
    while begin + width < stop:
        space = text.rfind(" ", begin, begin + width + 1)
        end = space if space > begin else begin + width
        starts.append(begin)
        ends.append(end)
        begin = end + 1 if space > begin else end
    starts.append(begin)
    ends.append(max(begin, stop))


def _measured(
    text: str, begin: int, stop: int, width: int, starts: array[int], ends: array[int]
) -> None:
    """Break a paragraph whose characters differ in width."""
    cells = array("q", accumulate(map(get_character_cell_size, text[begin:stop]), initial=0))
    offset = begin
    while cells[stop - offset] - cells[begin - offset] > width:
        fits = bisect_right(cells, cells[begin - offset] + width, begin - offset) - 1
        limit = max(offset + fits, begin + 1)
        space = text.rfind(" ", begin, limit + 1)
        end = space if space > begin else limit
        starts.append(begin)
        ends.append(end)
        begin = end + 1 if space > begin else end
    starts.append(begin)
    ends.append(stop)
