"""3 Results: the contests with their figures, and the figures of everything else.

Beside the list stands the record's card; on a key all claims for the same, or what lists
could put together. Charts are drawn, or told in words.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, Literal

from textual.binding import BindingType
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget

from tui.app.cards.contest import Drawn, contest_card
from tui.app.cards.labels import amount
from tui.app.keys import hidden, key
from tui.app.panes.pane import Pane
from tui.app.styling import (
    ACTOR,
    DIM,
    FIGURE,
    HEADING,
    STRONG,
    WARN,
    column,
    cut,
    joined,
    spread,
    styled,
)
from tui.app.widgets.rows import Row, gap, line
from tui.charts.bars import HATCH, bar, hatched, stacked
from tui.charts.results import measures_of
from tui.charts.shares import between, looks_of, parts_of, shares
from tui.corpus import Filter
from tui.figure_comparison import Comparison, chosen, compared, grouped, subject_key, value_of
from tui.model import Contest, Figure, Record
from tui.seats import house, majority
from tui.wording import (
    NOT_REPORTED,
    dagger,
    figure_source,
    measure_words,
    short_date,
    status_words,
    value_words,
)

View = Literal["card", "claims", "coalition"]

ROOM_FOR_ARCH = (100, 25)
"""The cells and lines of a screen from which seats are drawn as a half circle."""
AROUND_ARCH = 11
"""Lines of a screen that something else needs."""
HIGHEST = 24


class Results(Pane):
    """One table a contest; what is about no contest stands in a group of its own."""

    NOUN = "figure"
    KINDS = ("figure", "contest")
    HIT_SORTS = ("text",)
    NONE = "No figures in these articles."

    BINDINGS: ClassVar[list[BindingType]] = [
        key(
            "coalition-list", "space", "put", "In or out",
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
        from tui.app.cards.coalition import Toggle

        target, contest = self.page.target, self.contest
        if contest is not None and isinstance(target, Toggle):
            held = self._members.get(contest.id, frozenset())
            self._put_together(contest, held ^ {target.key})

    def _put_together(self, contest: Contest, members: frozenset[str]) -> None:
        self._members[contest.id] = members
        self.show_detail(self.page.target, self.page.scroll_offset.y)

    def go_to(self, target: Hashable) -> None:
        from tui.app.cards.coalition import Members, Toggle

        contest = self.contest
        if contest is not None and isinstance(target, Members):
            self._put_together(contest, frozenset(target.keys))
        elif isinstance(target, Toggle):
            self.action_put()
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
                return self.looking == "coalition"
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
                return self.contest is not None
        return super().check_action(action, parameters)

    # ----------------------------------------------------------------------- the list

    def records(self) -> Sequence[Record]:
        return (*self.corpus.figures, *self.corpus.contests)

    def rows(self, records: Sequence[Record]) -> list[Row]:
        figures = [record for record in records if isinstance(record, Figure)]
        contests = [record for record in records if isinstance(record, Contest)]
        if self.searching or self.corpus.filters_on(self.kind):
            # A contest that only its figures were found of still heads them.
            ids = {figure.contest for figure in figures} | {c.id for c in contests}
            contests = [
                c for c in self.corpus.contests if c.id in ids and self._wanted_one(c, figures)
            ]
        rows: list[Row] = []
        for contest in sorted(contests, key=lambda c: -len(self._of(c, figures))):
            if rows:
                rows.append(gap())
            rows += self._contest(contest, self._of(contest, figures))
        others = [f for f in figures if self.corpus.get(f.contest or "") is None]
        if others:
            if rows:
                rows.append(gap())
            rows.append(line(joined(("Other figures", HEADING), ("of no contest", DIM), by="  ")))
            rows += self._table(others)
        return rows

    def _wanted_one(self, contest: Contest, figures: Sequence[Figure]) -> bool:
        return bool(self._of(contest, figures)) or self.finds(contest)

    @staticmethod
    def _of(contest: Contest, figures: Sequence[Figure]) -> list[Figure]:
        return [figure for figure in figures if figure.contest == contest.id]

    def _contest(self, contest: Contest, figures: list[Figure]) -> list[Row]:
        name, date = styled(contest.name, STRONG), styled(short_date(contest.date), DIM)
        place = joined(date, (contest.place, DIM), by=" · ")

        def draw(width: int) -> list[Content]:
            return [spread(name, date, width)] if self.tight else [cut(name, width), place]

        rows = [Row(draw, contest.id, 1 if self.tight else 2)]
        if not figures:
            return [*rows, line(styled(f"  {HATCH * 3} {NOT_REPORTED}", DIM))]
        return rows + self._table(figures, contest)

    def _table(self, figures: list[Figure], contest: Contest | None = None) -> list[Row]:
        rows: list[Row] = []
        looks = looks_of(self.corpus.whole, contest) if contest else {}
        for measure in measures_of(figures):
            of_measure = [figure for figure in figures if figure.measure == measure]
            whole = self._whole(measure, contest)
            if rows and not self.tight:
                rows.append(gap())
            rows.append(self._measure_heading(measure, contest))
            if measure == "seats" and contest is not None and not self.searching:
                rows += self._seat_bar(contest, looks)
            rows += [
                self._figure(figure, whole, looks.get(figure.subject or "", 0), comparison)
                for figure, comparison in self._in_order(of_measure)
            ]
            if contest is not None and whole and not self.searching:
                rows += self._rest(contest, measure, whole)
        return rows

    def _in_order(self, figures: list[Figure]) -> list[tuple[Figure, Comparison | None]]:
        """The figures for one thing together, the one that is drawn first, each other with
        how it differs from that one."""
        whole = self.corpus.whole
        found: list[tuple[Figure, Comparison | None]] = []
        choices = [chosen(group, whole) for group in grouped(figures).values()]
        drawn = [choice for choice in choices if choice is not None]
        for choice in sorted(drawn, key=lambda each: -(amount(each.figure) or 0)):
            found.append((choice.figure, None))
            found += [(other, compared(choice.figure, other, whole)) for other in choice.others]
        alone = [
            figure for figure in figures if subject_key(figure) is None or value_of(figure) is None
        ]
        found += [(figure, None) for figure in sorted(alone, key=lambda f: -(amount(f) or 0))]
        return found

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

    @staticmethod
    def _whole(measure: str, contest: Contest | None) -> float:
        """What a full bar stands for; 0 where a bar would tell nothing."""
        if measure in ("vote_share", "turnout", "share_of_electorate"):
            return 100.0
        if measure == "seats" and contest is not None and contest.seats_total:
            return float(contest.seats_total)
        return 0.0

    @staticmethod
    def _measure_heading(measure: str, contest: Contest | None) -> Row:
        note = ""
        if measure == "seats" and contest is not None and contest.seats_total:
            note = f"of {contest.seats_total:,}{dagger(contest)}, majority "
            note += f"{majority(contest.seats_total):,}"
        head = joined((measure_words(measure), HEADING), (note, DIM), by="  ")
        return line(head)

    def _figure(self, figure: Figure, whole: float, look: int, differing: Comparison | None) -> Row:
        name = self.corpus.name(figure.subject) if figure.subject else self._about(figure)
        share = amount(figure)
        source = figure_source(self.corpus, figure)
        notes = joined(
            (self.why(figure) or status_words(figure), DIM),
            _difference(differing),
            (source, DIM),
            by=" · ",
        )

        def drawn(room: int) -> Content:
            if not whole or share is None:
                return Content("")
            return joined(*bar(share / whole, room, look))

        def draw(width: int) -> list[Content]:
            value = column(styled(value_words(figure), FIGURE), 10, right=True)
            role = ACTOR if figure.subject else ""
            if self.tight:
                left = column(styled(name, role), 28)
                room = max(6, min(20, width - 68))
                rest = cut(notes, max(0, width - 28 - 10 - room - 4))
                return [joined(left, value, "  ", column(drawn(room), room), "  ", rest)]
            left = column(styled(name, role), max(8, width - 11))
            lead = drawn(max(8, min(24, width // 2 - 7)))
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
            room = max(6, min(20, width - 68)) if self.tight else max(8, min(24, width // 2 - 7))
            drawn = joined(*hatched(rest / whole, room))
            left = column(styled(NOT_REPORTED, DIM), 28 if self.tight else max(8, width - 11))
            if self.tight:
                return [joined(left, value, "  ", drawn)]
            return [joined(left, " ", value), joined("  ", drawn)]

        return [Row(draw, None, 1 if self.tight else 2)]

    def only(self) -> Filter | None:
        return None


def _difference(found: Comparison | None) -> Content:
    """The sign of a figure that is not the one drawn, and what explains the difference."""
    if found is None or found.sign == "=":
        return styled("=" if found else "", DIM)
    role = WARN if found.sign == "≠" else STRONG
    return joined((found.sign, role), (found.explained_by or "", DIM), by=" ")
