"""2 Actors: people, parties, coalitions, institutions, states, media, groups."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui.app.keys import key
from tui.app.messages import ShowNeighbours
from tui.app.panes.pane import Pane
from tui.app.styling import DIM, HEADING, column, highlighted, joined, styled
from tui.app.widgets.rows import Row, gap, line
from tui.model import ACTOR_TYPES, Actor, Record

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
    NONE = "Nobody is named in these articles."

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "neighbours",
            "e",
            "neighbours",
            "Neighbours",
            "Who is named together with this actor",
        ),
    ]

    def action_neighbours(self) -> None:
        if self.record is not None:
            self.post_message(ShowNeighbours(self.record.id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "neighbours":
            return self.record is not None
        return super().check_action(action, parameters)

    def records(self) -> Sequence[Actor]:
        actors = list(self.corpus.actors)
        actors.sort(key=lambda actor: actor.name.casefold())
        if self.order != "name":
            actors.sort(key=lambda actor: -len(actor.mentions))
        if self.order == "type":
            actors.sort(key=lambda actor: ACTOR_TYPES.index(actor.type))
        return actors

    def rows(self, records: Sequence[Record]) -> list[Row]:
        actors = [record for record in records if isinstance(record, Actor)]
        if self.order != "type":
            return [self._columns(), *(self._row(actor) for actor in actors)]
        rows = [self._columns()]
        for kind, group in groupby(actors, key=lambda actor: actor.type):
            together = [self._row(actor) for actor in group]
            head = joined((PLURALS[kind], HEADING), (f"{len(together)}", DIM), by="  ")
            rows += [gap(), line(head), *together]
        return rows

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
            quotes = len(self.corpus.about_actor(actor.id, "quote"))
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
