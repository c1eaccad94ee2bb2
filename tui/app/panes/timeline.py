"""1 Timeline: what happened, is planned, alleged or demanded, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui import dates
from tui.app.cards.words import BASIS_SHORT
from tui.app.panes.pane import Pane
from tui.app.text import ACTOR, DATE, DIM, EVENT, HEADING, cut, joined, lit, spread, words, wrapped
from tui.app.widgets.rows import Row, gap
from tui.dates import place_in_time
from tui.glyphs import STATUS_SIGNS
from tui.model import Event, Record, When


class Timeline(Pane):
    """Events in groups of one day or span; those without a date at the end."""

    NOUN = "event"
    KINDS = ("event",)
    SORTS = ("date", "newest first")
    HIT_SORTS = ("date", "newest first", "relevance")
    NONE = "No events in these articles."

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "jump('d', 1)", "Day", show=False, tooltip="A day later"),
        Binding("D", "jump('d', -1)", "Day back", show=False, tooltip="A day earlier"),
        Binding("w", "jump('w', 1)", "Week", show=False, tooltip="A week later"),
        Binding("W", "jump('w', -1)", "Week back", show=False, tooltip="A week earlier"),
        Binding("m", "jump('m', 1)", "Month", show=False, tooltip="A month later"),
        Binding("M", "jump('m', -1)", "Month back", show=False, tooltip="A month earlier"),
    ]

    def records(self) -> Sequence[Event]:
        dated = [event for event in self.corpus.events if event.when.known]
        undated = [event for event in self.corpus.events if not event.when.known]
        dated.sort(key=lambda e: place_in_time(e.when), reverse=self.order != self.SORTS[0])
        return [*dated, *undated]

    def rows(self, records: Sequence[Record]) -> list[Row]:
        events = [record for record in records if isinstance(record, Event)]
        rows: list[Row] = []
        for _edtf, group in groupby(events, key=lambda event: event.when.edtf):
            together = list(group)
            if rows:
                rows.append(gap())
            rows.append(self._heading(together[0].when, len(together)))
            rows += [self._row(event) for event in together]
        return rows

    def _heading(self, when: When, count: int) -> Row:
        if not when.known:
            text = joined(("Undated", HEADING), ("no article says when", DIM), by="  ")
        else:
            fine = dates.precision(when.edtf)
            text = joined(
                (dates.readable(when.edtf), HEADING),
                ("" if fine == "day" else fine, DATE),
                by="  ",
            )
        number = words(f"{count}" if count > 1 else "", DIM)
        return Row(lambda width: (spread(text, number, width),), None, 1)

    def _row(self, event: Event) -> Row:
        spans = self.spans(event)
        sign = joined((STATUS_SIGNS.get(event.status, " "), EVENT), " ")
        head = sign + lit(words(event.title), spans)
        sources = len({anchor.article for anchor in event.evidence})
        notes = joined(
            (event.status if event.status != "happened" else "", EVENT),
            (BASIS_SHORT[event.when.basis] if event.when.known else event.when.note, DIM),
            (f"{sources} sources" if sources > 1 else "", DIM),
            by=" · ",
        )
        if self.tight:
            return Row(lambda width: (spread(head, notes, width),), event.id, 1)
        claimant = self.corpus.name(event.claimed_by) if event.claimed_by else ""
        notes = joined(notes, (f"says {claimant}" if claimant else "", ACTOR), by=" · ")

        def draw(width: int) -> list[Content]:
            lines = wrapped(lit(words(event.title), spans), width, indent=2, first=sign, most=2)
            if len(lines) == 1:
                return [*lines, cut(joined("  ", notes), width)]
            # A long title shares its second line with the notes.
            return [lines[0], spread(lines[1], notes, width)]

        return Row(draw, event.id, 2)

    # -------------------------------------------------------------------------- jumps

    def action_jump(self, unit: str, step: int) -> None:
        """To the first event that is at least a day, week or month away."""
        events = [
            event
            for target in self.listing.targets
            if isinstance(event := self.corpus.get(str(target)), Event) and event.when.known
        ]
        if not events:
            return
        shown = self.record
        days = [place_in_time(event.when)[0] for event in events]
        if not isinstance(shown, Event) or not shown.when.known:
            # From the undated ones a step back leads to the last dated event.
            self.listing.seek((events[-1] if step < 0 else events[0]).id)
            return
        here = place_in_time(shown.when)[0]
        goal = moved(here, unit, step)
        if step > 0:
            later = [e for e, day in zip(events, days, strict=True) if day >= goal]
            nearest = min(later, key=lambda e: place_in_time(e.when)[0], default=None)
        else:
            sooner = [day for day in days if day <= goal]
            last = max(sooner, default=None)
            nearest = next((e for e, day in zip(events, days, strict=True) if day == last), None)
        if nearest is not None:
            self.listing.seek(nearest.id)


def moved(day: str, unit: str, step: int) -> str:
    """An ISO day moved by a day, a week or a month; a day that is none stays."""
    try:
        start = date.fromisoformat(day)
        if unit == "d":
            return (start + timedelta(days=step)).isoformat()
        if unit == "w":
            return (start + timedelta(weeks=step)).isoformat()
        month = start.year * 12 + start.month - 1 + step
        return start.replace(
            year=month // 12, month=month % 12 + 1, day=min(start.day, 28)
        ).isoformat()
    except (ValueError, OverflowError):
        return day
