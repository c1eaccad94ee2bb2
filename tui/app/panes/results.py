"""3 Results: the contests with their figures, and the figures of everything else."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.app.cards.figure import dagger, drawn_figures, majority
from tui.app.cards.words import (
    MEASURES,
    NOT_REPORTED,
    amount,
    measure_words,
    short_date,
    source_name,
    status_words,
    value_words,
)
from tui.app.panes.pane import Pane
from tui.app.text import ACTOR, DIM, FIGURE, HEADING, STRONG, column, cut, joined, spread, words
from tui.app.widgets.bars import HATCH, bar
from tui.app.widgets.rows import Row, gap, line
from tui.corpus import Filter
from tui.model import Article, Contest, Figure, Record

ORDER = tuple(MEASURES)


class Results(Pane):
    """One table a contest; what is about no contest stands in a group of its own."""

    NOUN = "figure"
    KINDS = ("figure", "contest")
    HIT_SORTS = ("text",)
    NONE = "No figures in these articles."

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
        name, date = words(contest.name, STRONG), words(short_date(contest.date), DIM)
        place = joined(date, (contest.place, DIM), by=" · ")

        def draw(width: int) -> list[Content]:
            return [spread(name, date, width)] if self.tight else [cut(name, width), place]

        rows = [Row(draw, contest.id, 1 if self.tight else 2)]
        if not figures:
            return [*rows, line(words(f"  {HATCH * 3} {NOT_REPORTED}", DIM))]
        return rows + self._table(figures, contest)

    def _table(self, figures: list[Figure], contest: Contest | None = None) -> list[Row]:
        rows: list[Row] = []
        measures = sorted(
            {figure.measure for figure in figures},
            key=lambda m: (ORDER.index(m) if m in ORDER else len(ORDER), m),
        )
        for measure in measures:
            of_measure = [figure for figure in figures if figure.measure == measure]
            of_measure.sort(key=lambda f: -(amount(f) or 0))
            whole = self._whole(measure, contest)
            if rows and not self.tight:
                rows.append(gap())
            rows.append(self._measure_heading(measure, contest))
            rows += [self._figure(figure, whole) for figure in of_measure]
            if contest is not None and whole and not self.searching:
                rows += self._rest(contest, measure, whole)
        return rows

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

    def _figure(self, figure: Figure, whole: float) -> Row:
        spans = figure.evidence[0] if figure.evidence else None
        article = self.corpus.get(spans.article) if spans else None
        source = source_name(article) if isinstance(article, Article) else "†"
        status = status_words(figure)
        name = self.corpus.name(figure.subject) if figure.subject else self._about(figure)
        share = amount(figure)
        notes = joined((self.why(figure) or status, DIM), (source, DIM), by=" · ")

        def draw(width: int) -> list[Content]:
            value = column(words(value_words(figure), FIGURE), 10, right=True)
            if self.tight:
                left = column(words(name, ACTOR if figure.subject else ""), 28)
                room = max(6, min(20, width - 68))
                middle = bar(share / whole, room) if whole and share is not None else Content("")
                rest = cut(notes, max(0, width - 28 - 10 - room - 4))
                return [joined(left, value, "  ", column(middle, room), "  ", rest)]
            left = column(words(name, ACTOR if figure.subject else ""), max(8, width - 11))
            room = max(8, min(24, width // 2 - 2))
            drawn = [bar(share / whole, room)] if whole and share is not None else []
            below = joined("  ", *drawn, "  " if drawn else "", cut(notes, width - 4))
            return [joined(left, " ", value), cut(below, width)]

        return Row(draw, figure.id, 1 if self.tight else 2)

    def _about(self, figure: Figure) -> str:
        """What a figure without a subject is about: its own passage."""
        if not figure.evidence:
            return measure_words(figure.measure)
        return " ".join(self.corpus.words(figure.evidence[0]).split())

    def _rest(self, contest: Contest, measure: str, whole: float) -> list[Row]:
        shown = drawn_figures(self.corpus.of_contest(contest.id), measure)
        rest = whole - sum(amount(figure) or 0 for figure in shown)
        if not shown or rest <= 0 or measure not in ("vote_share", "seats"):
            return []
        about = "~" if any(figure.comparator != "=" for figure in shown) else ""
        unit = " %" if measure == "vote_share" else ""

        def draw(width: int) -> list[Content]:
            value = column(words(f"{about}{rest:.4g}{unit}", DIM), 10, right=True)
            room = max(6, min(20, width - 68)) if self.tight else max(8, min(24, width // 2 - 2))
            cells = max(1, round(rest / whole * room))
            hatch = column(words(HATCH * cells, ".bar-rest"), room)
            left = column(words(NOT_REPORTED, DIM), 28 if self.tight else max(8, width - 11))
            if self.tight:
                return [joined(left, value, "  ", hatch)]
            return [joined(left, " ", value), joined("  ", hatch)]

        return [Row(draw, None, 1 if self.tight else 2)]

    def only(self) -> Filter | None:
        return None
