"""2 Actors: people, parties, coalitions, institutions, states, media, groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.content import Content

from tui.app.keys import key
from tui.app.messages import ShowNeighbours
from tui.app.panes.pane import Pane
from tui.app.styling import DIM, HEADING, column, highlighted, joined, styled
from tui.app.widgets.rows import Row, Section, gap, line
from tui.columns import ACTORS
from tui.lazy_records import places_of
from tui.model import ACTOR_TYPES, Actor, ActorType, Record
from tui.orders import OF_TYPE

PLURALS = {
    "person": "People",
    "party": "Parties",
    "coalition": "Coalitions",
    "institution": "Institutions",
    "state": "States",
    "media": "Media",
    "group": "Groups",
}

SHORT = {"coalition": "coal.", "institution": "inst."}
"""Types whose names are long, where the list is narrow."""

COLUMNS = 56
"""From so many cells the types are written out."""


class Actors(Pane):
    """Everybody who is named, the most named first."""

    NOUN = "actor"
    KINDS = ("actor",)
    SORTS = ("mentions", "name", "type")
    NONE = "Nobody is mentioned in these articles."

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "neighbours",
            "e",
            "neighbours",
            "Neighbours",
            "Show who is mentioned together with this actor",
        ),
    ]

    def action_neighbours(self) -> None:
        if self.record is not None:
            self.post_message(ShowNeighbours(self.record.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "neighbours":
            return self.record is not None
        return super().check_action(action, parameters)

    def rows(self, records: Sequence[Record]) -> Sequence[Row]:
        actors = cast("Sequence[Actor]", records)
        if self.order != "type":
            return self.in_sight(actors, self._row, 1, [Section(0, [self._columns()])])
        sections, begins = list[Section](), 0
        for kind, group in groupby(self._types(actors)):
            count = sum(1 for _ in group)
            head = joined((PLURALS[kind], HEADING), (f"{count}", DIM), by="  ")
            above = [] if begins else [self._columns()]
            sections.append(Section(begins, [*above, gap(), line(head)]))
            begins += count
        return self.in_sight(actors, self._row, 1, sections)

    def _types(self, actors: Sequence[Actor]) -> Iterable[ActorType]:
        places = places_of(actors)
        if places is None:
            return (actor.type for actor in actors)
        column = self.corpus.column("actor", OF_TYPE)
        return (ACTOR_TYPES[column.key_of(place)[0]] for place in places)

    def _columns(self) -> Row:
        def draw(width: int) -> tuple[Content]:
            return (self._line(width, styled("name"), "type", "named", "said").stylize(DIM),)

        return Row(draw, None, 1)

    @staticmethod
    def _line(width: int, name: Content, kind: str, mentions: str, quotes: str) -> Content:
        counts = joined(
            column(styled(mentions), 6, right=True), column(styled(quotes), 6, right=True)
        )
        room = max(16, width - counts.cell_length)
        if width < COLUMNS:
            # A name comes before its type, which is told in short.
            short = SHORT.get(kind, kind)
            left = joined(column(name, room - 8), "  ", column(styled(short, DIM), 6))
        else:
            left = joined(column(name, room - 14), "  ", column(styled(kind, DIM), 12))
        return joined(left, counts)

    def _row(self, actor: Actor) -> Row:
        spans = self.spans(actor)

        def draw(width: int) -> tuple[Content]:
            quotes = len(self.corpus.column("quote", ACTORS).having(actor.id))
            return (
                self._line(
                    width,
                    joined(highlighted(styled(actor.name), spans), (self.why(actor), DIM), by="  "),
                    actor.type,
                    f"{len(actor.mentions):,}",
                    f"{quotes:,}" if quotes else "·",
                ),
            )

        return Row(draw, actor.id, 1)
