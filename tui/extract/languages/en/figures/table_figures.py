"""The figures of tables, and of lines that tell what they count ahead of a colon.

What a number is, whose and where is told by the heads of its row and column (see
``analysis.table_reading``); the lines above a table tell of which election it is, and how settled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tui.extract.analysis import table_reading
from tui.extract.analysis.cell_numbers import CellFigure
from tui.extract.analysis.table_reading import TableReading
from tui.extract.findings import FigureMention, Mention
from tui.extract.languages.en import tables
from tui.extract.languages.en.figures import voters
from tui.extract.languages.en.figures.chosen import NONE, Chosen
from tui.extract.languages.en.figures.elections import Elections
from tui.extract.languages.en.figures.parts import Counting
from tui.extract.languages.en.figures.sources import FigureSources
from tui.extract.languages.en.figures.view import Counted, FigurePart
from tui.extract.languages.en.names.gazetteer import cities
from tui.extract.text.document import Document, Sentence
from tui.extract.text.tables import Cell
from tui.model import ActorType

_SOURCES: frozenset[ActorType] = frozenset(("institution", "media", "group"))
_FORETOLD = frozenset(("exit-poll", "projection"))
_LONGEST_PLACE = 30
_OPENING = 3_000
"""Characters of a text in which it tells of what places it is."""
_HEADING = 90
"""Characters that the heading of a section has at the most."""


class TableFigures:
    """Reads the figures of the tables of one text."""

    def __init__(
        self,
        document: Document,
        mentions_in: Callable[[int, int], list[Mention]],
        elections: Elections,
        sources: FigureSources,
        counting: Counting,
    ) -> None:
        self.document = document
        self.text = document.text
        self._mentions_in = mentions_in
        self._contests = {each.id: each for one in elections.contests for each in one.contests}
        self._elections = elections
        self._sources = sources
        self._counting = counting

    def find(self) -> Iterator[FigureMention]:
        read = tables.read(self.document)
        named = bool(self._contests)
        for found, table in table_reading.figures(self.text, read, tables.WORDS, election=named):
            yield from self._figure(found, table)

    def _lead_in(self, start: int) -> int:
        """The paragraph from which on a table is told of: the one above it, with the heading of
        its section."""
        at = max(0, self.document.paragraph_at(start - 1))
        above = self.document.paragraphs[at - 1] if at else None
        if above is None or above.role != "body" or self._is_heading(at):
            return at
        return at - 1 if self._is_heading(at - 1) else at

    def _is_heading(self, at: int) -> bool:
        paragraph = self.document.paragraphs[at]
        short = paragraph.end - paragraph.start < _HEADING
        return short and self.text[paragraph.end - 1] not in '.!?:;,”"'

    def _figure(self, found: CellFigure, table: TableReading | None) -> Iterator[FigureMention]:
        row, rule = self._row(found, table), "labelled" if table is None else "table"
        cell = found.owned.subject
        subject = table_reading.holder(self._mentions_in(*cell)) if cell else None
        if cell and not (subject or found.owned.roles):
            return  # A number and its sign alone: nothing tells that it is of votes.
        polls = self._counting.about_polls(row)
        measure = "poll_share" if polls and found.measure == "vote_share" else found.measure
        counted = Counted(measure, found.unit, found.value, found.end, rule)
        part = FigurePart(found.start, found.start, counted, None)
        since = None if table is None else self.document.paragraphs[row.paragraph].start
        contest = self._elections.of(measure, rule, found.start, found.end, row, (), head=since)
        contest = self._of_year(contest, found.owned.year)
        place = self._place(found.owned.place or self._place_above(table), contest)
        town = self._elections.of_place(place) if place else None
        contest = town or contest
        status = self._sources.status(part, row, None, contest.id, subject)
        claimed_by: tuple[str, ...] = ()
        if found.owned.source:
            claimed_by = self._named(found.owned.source, _SOURCES)
            if not (claimed_by or polls or status in _FORETOLD):
                return  # A round, a district, a day: nobody tells.
        yield FigureMention(
            start=found.start,
            end=found.end,
            value=found.value,
            unit=found.unit,
            measure=measure,
            comparator=found.comparator,
            status="unknown" if contest.earlier or (table and table.foretells) else status,
            base="",
            subject=subject,
            contest=contest.id,
            contest_span=contest.span,
            as_of=None,
            claimed_by=claimed_by,
            rule=rule,
            note=contest.note,
            part="" if town else place,
        )

    def _row(self, found: CellFigure, table: TableReading | None) -> Sentence:
        """The line of a figure; of a table the place where it begins: what its own cells say of
        polls is of their columns."""
        if table is not None:
            start = table.table.start
            return Sentence(start, start, self._lead_in(start))
        end = self.text.find("\n", found.end)
        at = max(0, self.document.paragraph_at(found.start))
        start = self.text.rfind("\n", 0, found.start) + 1
        return Sentence(start, len(self.text) if end < 0 else end, at)

    def _named(self, cell: tuple[int, int], kinds: frozenset[ActorType]) -> tuple[str, ...]:
        found = {each.actor for each in self._mentions_in(*cell) if each.type in kinds}
        return tuple(found) if len(found) == 1 else ()

    def _of_year(self, contest: Chosen, year: str) -> Chosen:
        """The election of a column that a year heads."""
        of = self._contests.get(contest.id or "")
        if not year or (of and of.edtf.startswith(year)):
            return contest
        return self._elections.of_year(year) or NONE._replace(earlier=True)

    def _place_above(self, table: TableReading | None) -> Cell | None:
        """A heading right above a table that is nothing but a place: elsewhere the text tells what
        is in it."""
        if table is None:
            return None
        start, end = table_reading.above(self.text, table.table.start)
        name = self.text[start:end]
        if len(name) > _LONGEST_PLACE or not name.replace(" ", "").isalpha() or not name.istitle():
            return None
        told = re.compile(
            rf"\b(?:in|of)\s(?:[^\W\d_a-z]\w+,?\s(?:and\s)?){{0,4}}{re.escape(name)}\b"
        )
        known = name in cities() or told.search(self.text, 0, _OPENING)
        return (start, end) if known else None

    def _place(self, cell: Cell | None, contest: Chosen) -> str:
        """The place that a number is of, in the words of the article; "" for all who vote."""
        if cell is None:
            return ""
        place = self.text[slice(*cell)]
        of = self._contests.get(contest.id or "")
        whole = f"{of.place} {of.name}" if of else ""
        named = whole and any(map(str.isupper, place))
        return "" if named and voters.within(place, whole) else voters.in_a_sentence(place)
