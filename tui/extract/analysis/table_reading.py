"""What the cells of tables tell: of each number what it measures, whose it is, and where.

Columns are told by what heads them: a measure ("Votes", "%"), a name ("Arlt"), a year; rows by
their first words: somebody who stands, or a place. What neither tells is left open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from tui.extract.analysis import cell_numbers
from tui.extract.analysis.cell_numbers import (
    MEASURES,
    NOBODYS,
    WHOLE,
    WORD,
    YEAR,
    CellFigure,
    CellReader,
    HeadWords,
    Owned,
    Role,
)
from tui.extract.findings import Mention
from tui.extract.text.tables import NUMBER, Cell, Row, Table, has_number, in_table

_HELD = ("votes", "seats")
_STANDING = ("person", "party", "coalition")
_ELECTORAL = MEASURES - {"vote_share"} | {"candidate", "party"}


class HeadedColumn(NamedTuple):
    """What heads a column, and how its numbers are written."""

    roles: tuple[Role, ...]
    """What the words above tell, the narrowest first; none above names and years."""
    name: Cell | None
    """The words that no list has: a candidate, a party, a pollster."""
    year: str
    numeric: bool
    empty: bool
    shares: bool
    """Whether a sign or decimals show that its numbers are shares."""


NameRole = Literal["candidate", "party", "stands", "source"]
"""What a cell names by its column: ``stands`` heads one itself, and no word tells its kind;
``source`` heads one where the rows name who stands: whoever asked, or counted."""


class Name(NamedTuple):
    """A cell that names somebody."""

    cell: Cell
    role: NameRole


class TableReading(CellReader):
    """One table, read once for its names and for its figures."""

    def __init__(self, text: str, table: Table, words: HeadWords, caption: str) -> None:
        super().__init__(text, words)
        self.table = table
        heads, self._rows, turned = self._upright(_filled(table.heads), table.rows)
        columns = zip(zip(*heads, strict=True), zip(*self._rows, strict=True), strict=True)
        self._columns = [self._column(above, below) for above, below in columns]
        # The columns of a table that is turned are those who stand, whatever their corner says.
        self._candidate = 0 if turned else self._first("candidate")
        self._party = self._first("party")
        if self._candidate is None and self._party is not None:
            self._candidate = self._first("answer")  # "Name | Party | Votes"
        self._place = self._first("place")
        self._year = self._first("year")
        self._source = self._first("source")
        self._stands = self._party if self._candidate is None else self._candidate
        told = [self._stands, self._place, self._source, self._first("answer")]
        self._label = None if any(at is not None for at in told) else self._first("")
        """The column that names the rows where no word above tells what they are."""
        self._named = next((at for at in (*told, self._label) if at is not None), None)
        headed = any(one.name and one.numeric for one in self._columns)
        undecided = self._label is not None and self._columns[self._label].name is not None
        self._by_place = self._stands is None and headed and not undecided
        """Whether the rows are places, and those who stand there head the columns."""
        self._of_all = self._told_above(caption)

    @property
    def electoral(self) -> bool:
        """Whether its own heads tell that it is of an election: others have shares as well."""
        return any(each in _ELECTORAL for one in self._columns for each in one.roles)

    @property
    def foretells(self) -> bool:
        """Whether some of its columns are of polls, so that what is told of these is not told of
        the others."""
        return any(one.numeric and "source" in one.roles for one in self._columns)

    # ------------------------------------------------------------------ heads

    def _column(self, above: Sequence[Cell], below: Sequence[Cell]) -> HeadedColumn:
        told = [self.roles(cell) for cell in above]
        name = next((cell for cell, each in zip(above, told, strict=True) if each is None), None)
        year = YEAR.search(" ".join(self.text[slice(*cell)] for cell in above))
        numbers = [
            found
            for cell in below
            if has_number(self.text, cell) and (found := NUMBER.match(self.text, *cell))
        ]
        shares = any(
            self.unit(each) == "vote_share" or (self.value(each["digits"]) or 0) % 1
            for each in numbers
        )
        roles = next((each for each in reversed(told) if each), ())
        empty = all(map(_empty, below))
        return HeadedColumn(roles, name, year[0] if year else "", bool(numbers), empty, shares)

    def _first(self, role: Role) -> int | None:
        """The first column of words that is headed by a role, or by nothing that is told; years
        stand in one of numbers."""
        for at, one in enumerate(self._columns):
            if role and one.roles[:1] == (role,) and one.name is None:
                if role == "year" or not one.numeric:
                    return at
            elif not role and not (one.roles or one.numeric or one.empty):
                return at
        return None

    def _upright(
        self, heads: Sequence[Row], rows: Sequence[Row]
    ) -> tuple[Sequence[Row], Sequence[Row], bool]:
        """A table with its measures above, and whether it is turned: its first column has them."""
        lines = [*heads, *rows]
        first = [self.roles(row[0]) or () for row in lines[1:]]
        told = sum(not MEASURES.isdisjoint(roles) for roles in first)
        above = [self.roles(cell) for cell in lines[0][1:]]
        if len(lines[0]) < 3 or told * 2 < len(first) or None not in above:
            return heads, rows, False
        if any(roles and not MEASURES.isdisjoint(roles) for roles in above):
            return heads, rows, False
        head, *body = zip(*lines, strict=True)
        return [head], body, True

    def _told_above(self, caption: str) -> Role:
        """What the line above a table says that its numbers are."""
        found = {self.words.role(word) for word in WORD.findall(caption.lower())}
        roles: tuple[Role, ...] = ("seats", "vote_share", "votes")
        return next((role for role in roles if role in found), "")

    # ------------------------------------------------------------------ names

    def names(self) -> Iterator[Name]:
        """The cells that name who stands, and who asked about them."""
        columns: Sequence[tuple[int | None, NameRole]] = (
            (self._candidate, "candidate"),
            (self._party, "party"),
        )
        for row in self._rows:
            for at, role in columns:
                if at is not None and self.roles(row[at]) is None:
                    yield Name(row[at], role)
            if self._source is not None and self.roles(row[self._source]) is None:
                yield Name(row[self._source], "source")
        for one in self._columns:
            if one.name and one.numeric and (one.shares or self._of_all):
                yield Name(one.name, "stands" if self._by_place else "source")

    def nobody(self) -> Iterator[int]:
        """Where the cells begin that name nobody: what heads columns, and places."""
        for row in self.table.heads:
            yield from (cell[0] for cell in row if self.roles(cell))
        at = self._place if self._place is not None or not self._by_place else self._label
        if at is not None:
            yield from (row[at][0] for row in self._rows)

    # ---------------------------------------------------------------- figures

    def figures(self) -> Iterator[CellFigure]:
        """What the numbers tell, row by row."""
        for row in self._rows:
            for cell, column in zip(row, self._columns, strict=True):
                if column.numeric and has_number(self.text, cell):
                    owned = self._owned(row, column)
                    if owned is not None:
                        yield from self.counted(
                            cell, owned, shares=column.shares, above=self._of_all
                        )

    def _owned(self, row: Row, column: HeadedColumn) -> Owned | None:
        """Whose a number of a row and a column is, and where, by what heads them; None where
        nothing tells."""
        year = column.year
        if self._year is not None and (found := YEAR.search(self.text, *row[self._year])):
            year = found[0]
        if (at := self._named) is None:
            by_year = year and (column.name or not NOBODYS.isdisjoint(column.roles))
            return Owned(column.roles, column.name, None, None, year, False) if by_year else None
        label = self.roles(row[at])
        if label == ():
            beside = [cell for cell in row[: at + 2] if not has_number(self.text, cell)]
            label = next((told for cell in beside if (told := self.roles(cell))), ())
        total = label is not None and not WHOLE.isdisjoint(label)
        ages = label == () and any(map(str.isdigit, self.text[slice(*row[at])]))
        named = label is None or ages  # "18-29"
        if not total and label and not MEASURES.isdisjoint(label):
            # "Invalid votes" below those who stand
            return Owned(label, None, None, None, year, total=False) if not column.name else None
        if not (named or total):
            return None
        place = row[self._place] if self._place is not None else None
        source = row[self._source] if self._source is not None else None
        if self._stands is None and (self._by_place or self._place is not None):
            if source is None:
                place = row[at] if named else None
            return Owned(column.roles, column.name, place, source, year, total=False)
        whose = row[at] if named else None
        return Owned(column.roles, whose, place, column.name or source, year, total=total)


def _filled(heads: Sequence[Row]) -> Sequence[Row]:
    """Heads in which a cell that is empty above another has the words beside it, which stand
    above both."""
    if len(heads) < 2:
        return heads
    upper, lower = list(heads[0]), heads[1]
    for at in range(2, len(upper)):
        if _empty(upper[at]) and not _empty(lower[at]) and not _empty(lower[at - 1]):
            upper[at] = upper[at - 1]
    return [tuple(upper), lower]


def _empty(cell: Cell) -> bool:
    return cell[0] == cell[1]


def read(text: str, tables: Sequence[Table], words: HeadWords) -> list[TableReading]:
    """The tables of a text, each with the line above it."""
    return [
        TableReading(text, table, words, text[slice(*above(text, table.start))]) for table in tables
    ]


def figures(
    text: str, read_tables: Sequence[TableReading], words: HeadWords, *, election: bool
) -> Iterator[tuple[CellFigure, TableReading | None]]:
    """The figures of some tables, and of lines that tell what they count ahead of a colon.
    ``election`` tells that the text names one."""
    for each in read_tables:
        if each.electoral or election:
            yield from ((found, each) for found in each.figures())
    within = [each.table for each in read_tables]
    for found in cell_numbers.pairs(text, words):
        if in_table(within, found.start, found.end):
            continue
        if election or found.measure not in _HELD:
            yield found, None


def holder(named: Sequence[Mention]) -> str | None:
    """Who has the numbers of a row whose cell names some: the one who stands, of a person and a
    party the first; nobody where two of a kind are named."""
    stand = [each for each in named if each.named and each.type in _STANDING]
    alike = {each.actor for each in stand if each.type == stand[0].type}
    return alike.pop() if len(alike) == 1 else None


def above(text: str, start: int) -> tuple[int, int]:
    """Where the last line before a place stands that is not empty."""
    while start and text[start - 1].isspace():
        start -= 1
    return text.rfind("\n", 0, start) + 1, start
