"""3 Results: the contests with their figures, and the figures of everything else.

Beside the list stands the record's card; on a key all claims for the same, or what lists
could put together. Charts are drawn, or told in words.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import ClassVar, Literal, cast

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget

from tui.app.cards.contest import Drawn, contest_card
from tui.app.cards.labels import amount
from tui.app.keys import hidden, key
from tui.app.panes.figure_tables import (
    FigureShown,
    FigureTable,
    ShownFigures,
    difference,
    measure_heading,
    whole_of,
)
from tui.app.panes.pane import Pane
from tui.app.styling import (
    ACTOR,
    DIM,
    FIGURE,
    HEADING,
    STRONG,
    column,
    cut,
    joined,
    spread,
    styled,
)
from tui.app.widgets.rows import GAP, Row, Section, line
from tui.charts.bars import HATCH, bar, hatched, stacked
from tui.charts.results import in_order
from tui.charts.shares import between, looks_of, parts_of, shares
from tui.corpus import Filter
from tui.figure_comparison import compared
from tui.model import Contest, Figure, Record
from tui.seats import house
from tui.tables.columns import MEASURES
from tui.tables.lazy_records import JoinedRecords, places_in, places_of
from tui.wording import (
    NOT_REPORTED,
    figure_source,
    measure_words,
    part_words,
    short_date,
    status_words,
    value_words,
)

View = Literal["card", "claims", "coalition"]

ROOM_FOR_ARCH = (100, 25)
"""The cells and lines of a screen from which seats are drawn as a half circle."""
AROUND_ARCH, HIGHEST = 11, 24
"""Lines of a screen that something else needs, and that a half circle has at most."""

NOTES, HATCHED = 36, 10
"""Cells that status and source have before a bar has any; those of a bar that is partly hatched."""


class Results(Pane):
    """One table a contest; what is about no contest stands in a group of its own."""

    NOUN = "figure"
    KINDS = ("figure", "contest")
    HIT_SORTS = ("text",)
    NONE = "No figures in these articles."

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "coalition-list", "space,enter", "put", "In or out",
            "Add a list to the coalition, or remove it",
        ),
        hidden(
            "bookmark", "space", "bookmark", "Mark",
            "Bookmark this record or the selected words; press again to remove the bookmark",
        ),
        key("coalition", "p", "look('coalition')", "Coalition", "Coalition calculator"),
        hidden(
            "compare", "c", "look('claims')", "Compare", "Compare all figures for the same result"
        ),
        key("as-text", "t", "in_words", "As text", "Show the charts as text, or as charts again"),
        key("leave", "escape", "leave", "Back", "Leave the comparison or the coalition"),
        hidden("back", "backspace,H", "leave", "Back", "Leave the comparison or the coalition"),
        key("clear", "escape", "clear", "Clear", "Clear the search, then the filters"),
    ]  # fmt: skip

    looking: var[View] = var("card", init=False)
    in_words: var[bool] = var(False, init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._members: dict[str, frozenset[str]] = {}
        self._drawn = Drawn()
        self._about_what: tuple[str | None, bool] = (None, False)

    # ---------------------------------------------------------------------- the views

    @property
    def foremost(self) -> Widget:
        return self.page if self.looking != "card" and self.tight else self.listing

    @property
    def contest(self) -> Contest | None:
        """The contest of the record that is shown."""
        record = self.record
        found = self.corpus.get(record.contest or "") if isinstance(record, Figure) else record
        return found if isinstance(found, Contest) else None

    @property
    def _has_seats(self) -> bool:
        """Whether seats of the contest are reported, of which a coalition can be made."""
        return self.contest is not None and bool(house(self.corpus.whole, self.contest).benches)

    def _room(self) -> Drawn:
        width, height = self.screen.size
        roomy = width >= ROOM_FOR_ARCH[0] and height >= ROOM_FOR_ARCH[1]
        return Drawn(self.in_words, min(HIGHEST, height - AROUND_ARCH) if roomy else 0)

    def told_of(self, record: Record) -> str:
        coalition = self.contest if self.looking == "coalition" else None
        return coalition.id if coalition else super().told_of(record)

    def detail(self, record: Record) -> list[Row]:
        self._drawn, whole = self._room(), self.corpus.whole
        contest = self.contest
        if self.looking == "coalition" and contest is not None:
            from tui.app.cards.coalition import coalition_card

            members = self._members.get(contest.id, frozenset())
            return coalition_card(whole, contest, members, self._drawn)
        if self.looking == "claims" and isinstance(record, Contest | Figure):
            from tui.app.cards.claims import claims_card

            return claims_card(whole, record, self.in_words)
        if isinstance(record, Contest):
            return contest_card(whole, record, self._drawn)
        return super().detail(record)

    def on_resize(self) -> None:
        super().on_resize()
        if self.furnished and self._drawn != self._room():
            self.show_detail()

    def watch_looking(self) -> None:
        self.set_class(self.looking != "card", "-viewing")
        self.page.opens = self.looking != "coalition"
        self.show_detail()
        self.refresh_bindings()

    def watch_in_words(self) -> None:
        self.show_detail()

    def _refresh_keys(self) -> None:
        super()._refresh_keys()
        about = (self.contest.id if self.contest else None, isinstance(self.record, Figure))
        if about != self._about_what:
            self._about_what = about
            self.refresh_bindings()

    def action_look(self, view: View) -> None:
        """Show a view of the record, and go there; its card where it is shown already."""
        self.looking = "card" if self.looking == view else view
        self.screen.set_focus(self.listing if self.looking == "card" else self.page)

    def action_in_words(self) -> None:
        self.in_words = not self.in_words

    def action_put(self) -> None:
        if self.page.target is not None:
            self.go_to(self.page.target)

    def _put_together(self, contest: Contest, members: frozenset[str]) -> None:
        self._members[contest.id] = members
        self.show_detail(self.page.target, self.page.scroll_offset.y)

    def go_to(self, target: Hashable) -> None:
        from tui.app.cards.coalition import Members, Toggle

        contest = self.contest
        if contest is not None and isinstance(target, Members):
            self._put_together(contest, frozenset(target.keys))
        elif contest is not None and isinstance(target, Toggle):
            held = self._members.get(contest.id, frozenset())
            self._put_together(contest, held ^ {target.key})
        else:
            super().go_to(target)

    def action_focus_list(self) -> None:
        if self.tight:
            self.looking = "card"
        super().action_focus_list()

    def action_leave(self) -> None:
        self.action_look(self.looking)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "put":
                return self.looking == "coalition" and self.page.has_focus
            case "look":
                if parameters == ("claims",):
                    return self.contest is not None or isinstance(self.record, Figure)
                return self.looking == "coalition" or self._has_seats
            case "leave":
                return self.looking != "card"
            case "clear" if self.looking != "card":
                return False
            case "copy" | "sort" if self.looking == "coalition":
                return False
            case "in_words":
                return self.looking == "coalition" or isinstance(self.record, Contest)
        return super().check_action(action, parameters)

    # ----------------------------------------------------------------------- the list

    def records(self) -> Sequence[Record]:
        figures = range(len(self.corpus.whole.figures))
        return JoinedRecords([self.corpus.chosen("figure", figures), self.corpus.contests])

    def rows(self, records: Sequence[Record]) -> Sequence[Row]:
        figures, found = cast("JoinedRecords", records).parts
        contests = cast("Sequence[Contest]", found)
        measures = self._measures(figures)
        if self.searching or self.corpus.filters_on(self.kind):
            # A contest that only its figures were found of still heads them.
            ids = {contest.id for contest in contests} if self.searching else set()
            contests = [c for c in self.corpus.contests if c.id in measures or c.id in ids]
        tables, sections, head = list[FigureTable](), list[Section](), list[Row]()
        known = {contest.id for contest in self.corpus.whole.contests}
        others: dict[str, list[int]] = {}
        for contest_id, of_contest in measures.items():
            for measure, places in () if contest_id in known else of_contest.items():
                others.setdefault(measure, []).extend(places)

        def count(contest: Contest) -> int:
            return sum(map(len, measures.get(contest.id, {}).values()))

        for contest in sorted(contests, key=count, reverse=True):
            head += [GAP] if tables or head else []
            head += self._contest(contest, bool(count(contest)))
            head = self._tables(measures.get(contest.id, {}), contest, head, tables, sections)
        if others:
            head += [GAP] if tables or head else []
            head.append(
                line(joined(("Other figures", HEADING), ("not part of a contest", DIM), by="  "))
            )
            head = self._tables(others, None, head, tables, sections)
        shown = ShownFigures(self.corpus.whole, tables)
        sections += [Section(len(shown), head)] if head else []
        return self.in_sight(shown, self._figure, 1 if self.tight else 2, sections)

    def _measures(self, figures: Sequence[Record]) -> dict[str, dict[str, Sequence[int]]]:
        """The places of figures by contest and by measure."""
        places = places_of(figures)
        if places is None:
            known = places_in(self.corpus.whole.figures)
            places = [known[figure.id] for figure in figures]
        kept = frozenset(places)
        found: dict[str, dict[str, Sequence[int]]] = {}
        for (contest, measure), group in self.corpus.column("figure", MEASURES).groups():
            if left := [place for place in group if place in kept]:
                found.setdefault(contest, {})[measure] = left
        return found

    def _contest(self, contest: Contest, has_figures: bool) -> list[Row]:
        name, date = styled(contest.name, STRONG), styled(short_date(contest.date), DIM)
        place = joined(date, (contest.place, DIM), by=" · ")

        def draw(width: int) -> list[Content]:
            return [spread(name, date, width)] if self.tight else [cut(name, width), place]

        rows = [Row(draw, contest.id, 1 if self.tight else 2)]
        if not has_figures:
            rows.append(line(styled(f"  {HATCH * 3} {NOT_REPORTED}", DIM)))
        return rows

    def _tables(
        self,
        measures: Mapping[str, Sequence[int]],
        contest: Contest | None,
        head: list[Row],
        tables: list[FigureTable],
        sections: list[Section],
    ) -> list[Row]:
        """Put the tables of a contest behind others, under rows that head them; what is left to
        stand behind the last."""
        looks = looks_of(self.corpus.whole, contest) if contest and measures else {}
        for number, measure in enumerate(in_order(measures)):
            whole = whole_of(measure, contest)
            if number and not self.tight:
                head.append(GAP)
            head.append(measure_heading(measure, contest))
            if measure == "seats" and contest is not None and not self.searching:
                head += self._seat_bar(contest, looks)
            sections.append(Section(sum(len(each.places) for each in tables), head))
            places = measures[measure]
            table = FigureTable(self.corpus.whole, places, contest, measure, whole, looks)
            tables.append(table)
            tail = contest is not None and whole and not self.searching
            head = self._rest(contest, measure, whole) if contest and tail else []
        return head

    def _seat_bar(self, contest: Contest, looks: dict[str, int]) -> list[Row]:
        """All seats in one line, with the mark of the majority."""
        counted = house(self.corpus.whole, contest)
        seats = max(counted.seats or 0, counted.reported)
        if not counted.benches or counted.seats is None:
            return []
        parts = parts_of(counted, looks)

        def draw(width: int) -> list[Content]:
            return [joined(*stacked(parts, seats, width, counted.needed))]

        return [Row(draw, None, 1)]

    def _bar(self, width: int) -> int:
        """The cells of every bar: what status and source leave."""
        if self.tight:
            room = min(20, width - 28 - 10 - 4 - NOTES)
            return room if room >= 6 else 0
        return max(6, min(24, width // 2 - 16))

    def _figure(self, shown: FigureShown) -> Row:
        figure, drawn, table = shown
        whole, look = table.whole, table.looks.get(figure.subject or "", 0)
        differing = compared(drawn, figure, self.corpus.whole) if drawn else None
        name = self.corpus.name(figure.subject) if figure.subject else self._about(figure)
        share = amount(figure)
        source = figure_source(self.corpus, figure)
        notes = joined(
            (part_words(figure), STRONG),
            (self.why(figure) or status_words(figure), DIM),
            difference(differing),
            (source, DIM),
            by=" · ",
        )

        def share_drawn(room: int) -> Content:
            if not whole or share is None or (drawn is not None and not self.tight):
                return Content("")  # Another one for the same has the line for what it differs in.
            return joined(*bar(share / whole, room, look))

        def draw(width: int) -> list[Content]:
            value = column(styled(value_words(figure), FIGURE), 10, right=True)
            role = ACTOR if figure.subject else ""
            if self.tight:
                left = column(styled(name, role), 28)
                room = self._bar(width)
                lead = joined(column(share_drawn(room), room), "  ") if room else Content("")
                rest = cut(notes, max(0, width - 28 - 10 - 2 - lead.cell_length))
                return [joined(left, value, "  ", lead, rest)]
            left = column(styled(name, role), max(8, width - 11))
            lead = share_drawn(self._bar(width))
            below = joined("  ", lead, "  " if lead else "", cut(notes, width - 4))
            return [joined(left, " ", value), cut(below, width)]

        return Row(draw, figure.id, 1 if self.tight else 2)

    def _about(self, figure: Figure) -> str:
        """What a figure without a subject is about: its own passage."""
        if not figure.evidence:
            return measure_words(figure.measure)
        return " ".join(self.corpus.words(figure.evidence[0]).split())

    def _rest(self, contest: Contest, measure: str, whole: float) -> list[Row]:
        """What no source reports, hatched."""
        if measure == "vote_share":
            found = shares(self.corpus.whole, contest)
            rest, told = float(found.rest) if found.shares else 0.0, found.rest_words
        elif measure == "seats":
            free = house(self.corpus.whole, contest).unreported
            rest, told = float(free.most), between(free.least, free.most)
        else:
            return []
        if rest <= 0:
            return []

        def draw(width: int) -> list[Content]:
            value = column(styled(told, DIM), 10, right=True)
            left = joined((NOT_REPORTED, DIM), "  ", *hatched(rest / whole, HATCHED))
            if self.tight:
                return [joined(column(left, 28), value)]
            return [joined(column(left, max(8, width - 11)), " ", value)]

        return [Row(draw, None, 1)]

    def only(self) -> Filter | None:
        return None
