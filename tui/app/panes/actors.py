"""2 Actors: people, parties, coalitions, institutions, states, media, groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui.app.keys import key
from tui.app.messages import ShowNeighbours
from tui.app.panes.pane import Pane
from tui.app.styling import DIM, HEADING, column, highlighted, joined, styled
from tui.app.widgets.rows import GAP, LazyRows, Row, Section, finding, line
from tui.model import ACTOR_TYPES, ActorType, Record
from tui.orders import NAMED, OF_TYPE
from tui.tables.columns import ACTORS, CALLED
from tui.tables.lazy_records import id_at, places_in, places_of

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
        places = places_of(records)
        if places is None:
            known = places_in(self.corpus.whole.actors)
            places = [known[actor.id] for actor in records]
        sections, begins = list[Section](), 0
        if self.order != "type":
            sections.append(Section(0, [self._columns()]))
            kinds: Iterable[ActorType] = ()
        else:
            column = self.corpus.column("actor", OF_TYPE)
            kinds = (ACTOR_TYPES[column.key_of(place)[0]] for place in places)
        for kind, group in groupby(kinds):
            count = sum(1 for _ in group)
            head = joined((PLURALS[kind], HEADING), (f"{count}", DIM), by="  ")
            above = [] if begins else [self._columns()]
            sections.append(Section(begins, [*above, GAP, line(head)]))
            begins += count
        return LazyRows(places, self._row, self._id_of, 1, finding(records), sections)

    def _id_of(self, place: int) -> str:
        return id_at(self.corpus.whole.actors, place)

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

    def _row(self, place: int) -> Row:
        # Whoever is named everywhere takes long to be made: only what a search finds is.
        corpus, id = self.corpus, self._id_of(place)
        found = corpus.whole.actors[place] if self.searching else None
        spans, why = (self.spans(found), self.why(found)) if found else ((), "")
        name, kind, *_others = corpus.column("actor", CALLED).key_of(place)
        mentions, _name = corpus.column("actor", NAMED).key_of(place)

        def draw(width: int) -> tuple[Content]:
            quotes = len(corpus.column("quote", ACTORS).having(id))
            return (
                self._line(
                    width,
                    joined(highlighted(styled(name), spans), (why, DIM), by="  "),
                    kind,
                    f"{-mentions:,}",
                    f"{quotes:,}" if quotes else "·",
                ),
            )

        return Row(draw, id, 1)
