"""The tables of a text: lines whose cells a tab, a bar, a semicolon or a wide gap parts, under
lines that head them.

Only where the cells stand is told here; what they tell is for ``analysis.table_reading``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

Cell = tuple[int, int]
"""Where the words of a cell begin and end; both are the same where it has none."""
Row = tuple[Cell, ...]


class Table(NamedTuple):
    """A table: each row has as many cells as the widest."""

    start: int
    end: int
    heads: tuple[Row, ...]
    """The lines above the numbers, at most two; empty where two names begin each row."""
    rows: tuple[Row, ...]


MAY_PART = ("\t", "|", "   ")
"""Of these, or of a semicolon and a digit, each table has one, and most texts none."""
_SEMICOLON = re.compile(r";\s?[0-9]")
_LINE = re.compile(r"[^\n\r]+")
_RULE = re.compile(r"[\s|+:=_–—-]+")
"""A line that is drawn between rows."""
_BLANK = " \t\xa0*_`"
"""What stands around the words of a cell and is none of them: space, emphasis of Markdown."""


class _Sign(NamedTuple):
    """What parts cells, and how much shows that it does: in prose it may stand by chance."""

    pattern: re.Pattern[str]
    fewest: int
    """Cells of a line."""
    rows: int
    """Rows with numbers."""
    even: bool
    """Whether each row must have as many as the next: a cell that is left out leaves no trace."""


_SIGNS = (
    _Sign(re.compile(r"\t"), 2, 1, False),
    _Sign(re.compile(r"\|"), 2, 1, False),
    _Sign(re.compile(r";"), 3, 2, True),
    _Sign(re.compile(r"[ \xa0]{2,}"), 2, 2, True),
)
_FAR = 2
"""Line ends between two rows, at the most."""
_LONGEST_CELL = 90
_MOST_CELLS = 40
"""Cells of a line, which nobody would read if there were more."""
_HEADS = 2
_BARE_ROWS = 2
"""Rows that make a table without a head, of two names each."""
_DIGITS = r"\d(?:[\d.,'’\xa0\u202f]*\d|(?:\s\d{3})+)?"
_UNIT = r"%|[^\W\d_]+(?:\s[^\W\d_]+)?"
NUMBER = re.compile(rf"(?P<sign>[<>≤≥~≈+−±–-]?)\s?(?P<digits>{_DIGITS})\.?\s?(?P<unit>{_UNIT})?")
"""A number in a cell, with its sign and its unit."""
_NUMBERS = re.compile(
    rf"[<>≤≥~≈+−±–-]?\s?{_DIGITS}\.?\s?(?:{_UNIT})?(?:\s?[(/]\s?[+−±–-]?\s?{_DIGITS}\s?%?\s?\)?)?"
    r"\s?(?:[*†‡¹²³⁴]+|\[\w{1,3}\])?"
)
"""What a cell of numbers has: one, or two of which brackets hold the second, and a mark that
leads to a note."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOTHING = re.compile(r"[–—−-]+|n/?a|\.{2,}|…", re.IGNORECASE)
"""A cell for which there is no number."""


def find(text: str) -> tuple[Table, ...]:
    """The tables of a text, in its order."""
    if not any(sign in text for sign in MAY_PART) and not _SEMICOLON.search(text):
        return ()
    return tuple(table for run in _runs(text) for table in _tables(text, *run))


def cells_of(tables: Sequence[Table]) -> list[Cell]:
    """The cells of tables that have words, in order of text."""
    rows = (row for table in tables for row in (*table.heads, *table.rows))
    return sorted({cell for row in rows for cell in row if cell[1] > cell[0]})


def in_table(tables: Sequence[Table], start: int, end: int) -> bool:
    """Whether a stretch lies in a table, or has a part of one."""
    at = bisect_right(tables, (end, inf))
    return at > 0 and tables[at - 1].end >= start


def has_number(text: str, cell: Cell) -> bool:
    """Whether a cell holds a number and nothing else."""
    return _NUMBERS.fullmatch(text, *cell) is not None


def _runs(text: str) -> Iterator[tuple[_Sign, list[Row]]]:
    """Lines one below the other whose cells the same sign parts, each as far from the next."""
    rows: list[Row] = []
    last: _Sign | None = None
    end = step = 0
    for line in _LINE.finditer(text):
        gap = text.count("\n", end, line.start())
        end = line.end()
        if _RULE.fullmatch(line.group()) and rows and gap < _FAR:
            continue
        sign, row = _parted(text, *line.span())
        if last and (sign is not last or gap > (step or _FAR)):
            yield last, rows
            rows = []
        step = 0 if not rows else step or gap
        last = sign
        if sign:
            rows.append(row)
    if last:
        yield last, rows


def _parted(text: str, start: int, end: int) -> tuple[_Sign | None, Row]:
    for sign in _SIGNS:
        first, last = _outer(text, start, end, sign)
        places = [each.span() for each in sign.pattern.finditer(text, first, last)]
        if len(places) + 1 < sign.fewest:
            continue
        if len(places) >= _MOST_CELLS:
            break
        bounds = [first, *(each for place in places for each in place), last]
        row = tuple(
            _stripped(text, *cell, _BLANK) for cell in zip(bounds[::2], bounds[1::2], strict=True)
        )
        if all(cell[1] - cell[0] <= _LONGEST_CELL for cell in row):
            return sign, row
        break
    return None, ()


def _outer(text: str, start: int, end: int, sign: _Sign) -> Cell:
    """A line without the space around it and the bars at its ends. Where tabs part cells, one
    that begins or ends a line tells that the first or the last has no words."""
    if sign is _SIGNS[0]:
        return start, end
    start, end = _stripped(text, start, end, " \t\xa0")
    if sign is _SIGNS[1]:
        return start + text.startswith("|", start), end - text.endswith("|", start, end)
    return start, end


def _stripped(text: str, start: int, end: int, signs: str) -> Cell:
    while start < end and text[start] in signs:
        start += 1
    while end > start and text[end - 1] in signs:
        end -= 1
    return start, end


def _tables(text: str, sign: _Sign, rows: Sequence[Row]) -> Iterator[Table]:
    """The tables of a run: each begins with the lines that head it."""
    begins = [0]
    kinds = [_is_head(text, row, first=at < _HEADS) for at, row in enumerate(rows)]
    for at, (head, below) in enumerate(pairwise([*kinds, False])):
        if head and not below and at > begins[-1] + 1 and not kinds[at - 1]:
            begins.append(at)
    for first, last in pairwise([*begins, len(rows)]):
        heads = next((at for at in range(first, last) if not kinds[at]), last) - first
        body = rows[first + heads : last]
        if heads <= _HEADS and len(body) >= max(sign.rows, 1 if heads else _BARE_ROWS):
            yield from _table(text, sign, rows[first : first + heads], body)


def _table(text: str, sign: _Sign, heads: Sequence[Row], rows: Sequence[Row]) -> Iterator[Table]:
    width = max(map(len, rows))
    if sign.even:
        width = len(rows[0])
        alike = next((at for at, row in enumerate(rows) if len(row) != width), len(rows))
        rows = rows[:alike]
    told = sum(any(has_number(text, cell) for cell in row[1:]) for row in rows)
    if told * 2 <= len(rows) or len(rows) < sign.rows:
        return
    if not heads and any(has_number(text, row[1]) for row in rows):
        return  # A name and its numbers: a list, as others have.
    upper = tuple(_fitted(row, width) for row in heads)
    if all(len(row) == width for row in upper):
        body = tuple(_padded(row, width) for row in rows)
        start = (*heads, *rows)[0][0][0]
        blank = ((start, start),) * width
        yield Table(start, rows[-1][-1][1], upper or (blank,), body)


def _fitted(row: Row, width: int) -> Row:
    """A head as wide as the rows. What is copied from a page tells neither the empty corner
    above the names of the rows nor how many columns one cell heads."""
    if len(row) == width - 1:
        return ((row[0][0], row[0][0]), *row)
    named, others = row[1:], width - 1
    if len(named) > 1 and len(row) < width and others % len(named) == 0:
        return (row[0], *(cell for cell in named for _ in range(others // len(named))))
    return _padded(row, width)


def _padded(row: Row, width: int) -> Row:
    end = row[-1][1]
    return (*row, *[(end, end)] * (width - len(row)))


def _is_head(text: str, row: Row, *, first: bool) -> bool:
    """Whether a row has names and no numbers. In the first ones years head columns."""
    told = [cell for cell in row if cell[1] > cell[0]]
    if any(_NOTHING.fullmatch(text, *cell) for cell in told):
        return False
    numbers = [cell for cell in told if has_number(text, cell)]
    if first and numbers and not has_number(text, row[0]):
        numbers = [cell for cell in numbers if not _YEAR.fullmatch(text, *cell)]
    return len(told) > 1 and not numbers
