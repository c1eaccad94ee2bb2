"""Figures for the same thing are held against each other, and one of them is chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.samples import GAZETTE, POST, day, passage, sample_corpus
from tui.app.panes.figure_tables import FigureTable, ShownFigures
from tui.build import build, seeds
from tui.corpus import Corpus
from tui.figure_comparison import (
    chosen,
    compared,
    ground,
    grouped,
    preferred,
    said,
    scope,
    subject_key,
    unit,
)
from tui.model import Contest, Figure

CORPUS = sample_corpus()


def figure(value: str, comparator: str = "=", **others: Any) -> Figure:
    """A share of one party in one vote, with what else is said of it."""
    made = Figure(
        id=f"x.f{value}",
        evidence=(),
        origin="extracted",
        rule="by hand",
        contest="brodica-2022",
        subject="harbour-party",
        measure="vote_share",
        value=value,
        unit="percent",
        comparator=comparator,  # type: ignore[arg-type]
    )
    return replace(made, **others)


def seats(value: str, comparator: str = "=", **others: Any) -> Figure:
    return figure(value, comparator, measure="seats", unit="seats", **others)


def votes(value: str, comparator: str = "=", **others: Any) -> Figure:
    return figure(value, comparator, measure="votes", unit="votes", **others)


def told(given: object) -> str:
    """What a table's line is called."""
    if isinstance(given, Figure):
        return f"{given.comparator}{given.value}"
    return str(given)


def both_ways(a: Figure, b: Figure) -> tuple[str, str | None] | None:
    """The sign and the explanation, which may not depend on which figure comes first."""
    one, other = compared(a, b, CORPUS), compared(b, a, CORPUS)
    if one is None or other is None:
        assert one is other
        return None
    assert one[:2] == other[:2]
    return one.sign, one.explained_by


EARLY, LATE = day("2022-05-08"), day("2022-05-10")
NARROW = passage(GAZETTE, "town\nof Brodica")
OTHER_WORDS = passage(GAZETTE, "the vote of May 8")


class TestTheSign:
    @pytest.mark.parametrize(
        ("a", "b"),
        [
            (figure("46.72"), figure("46.72")),
            (figure("46.50"), figure("46.5")),
            (figure("46"), figure("46", "~")),
            (figure("46", status="official"), figure("46", status="exit-poll")),
            (figure("46", unit="%"), figure("46", unit="percent")),
        ],
        ids=told,
    )
    def test_equal_values_agree_whatever_else_is_said(self, a: Figure, b: Figure) -> None:
        assert both_ways(a, b) == ("=", None)

    @pytest.mark.parametrize(
        ("a", "b", "words"),
        [
            (figure("46", "~"), figure("46.72"), "“about 46” leaves room for 46.72"),
            (figure("46", "~"), figure("47"), "“about 46” leaves room for 47"),
            (figure("46.7"), figure("46.72"), "46.7 is 46.72 rounded"),
            (figure("23.5"), figure("23.45"), "23.5 is 23.45 rounded"),
            (figure("23.4"), figure("23.45"), "23.4 is 23.45 rounded"),
            (figure("46"), figure("46.72"), "46 is 46.72 cut off"),
            (figure("60", ">"), figure("62"), "“more than 60” leaves room for 62"),
            (figure("46", ">="), figure("47.2", "~"), "leaves room for about 47.2"),
            (figure("60", ">"), figure("50", ">"), "may both hold"),
            (figure("60", "<"), figure("50", ">"), "may both hold"),
            (votes("40000", "~"), votes("38200"), "“about 40,000” leaves room for 38,200"),
            (votes("8000"), votes("8273"), "8,000 is 8,273 rounded"),
            (seats("30", ">="), seats("31"), "“at least 30” leaves room for 31"),
            (seats("30", "~"), seats("31"), "“about 30” leaves room for 31"),
        ],
        ids=told,
    )
    def test_rounding_and_its_words_explain(self, a: Figure, b: Figure, words: str) -> None:
        assert both_ways(a, b) == ("~", "rounding")
        comparison = compared(a, b, CORPUS)
        assert comparison is not None
        assert words in comparison.why

    @pytest.mark.parametrize(
        ("a", "b"),
        [
            (figure("46"), figure("47")),
            (figure("46.7"), figure("46.8")),
            (figure("46.7"), figure("46.82")),
            (figure("46", "~"), figure("47.2")),
            (figure("60", ">"), figure("58")),
            (figure("60", ">"), figure("55", "<")),
            (figure("60", ">"), figure("58", "~")),
            (votes("40000", "~"), votes("31000")),
            (votes("8000"), votes("9000")),
            (seats("50"), seats("49")),
            (seats("200"), seats("205")),
            (seats("30", "~"), seats("38")),
            (figure("0"), figure("0.7", "~")),
            (figure("1"), figure("1.9")),
        ],
        ids=told,
    )
    def test_nothing_explains_what_is_simply_different(self, a: Figure, b: Figure) -> None:
        assert both_ways(a, b) == ("≠", None)

    @pytest.mark.parametrize(
        ("one", "other", "explained"),
        [
            ({"base": "valid votes"}, {"base": "all ballots"}, "base"),
            ({"base": "valid votes"}, {"base": ""}, None),
            ({"base": "valid votes"}, {"base": "valid votes"}, None),
            ({"status": "exit-poll"}, {"status": "official"}, "status"),
            ({"status": "exit-poll"}, {"status": "unknown"}, "status"),
            ({"status": "preliminary"}, {"status": "unknown"}, None),
            ({"status": "exit-poll"}, {"status": "exit-poll"}, None),
            ({"as_of": EARLY}, {"as_of": LATE}, "date"),
            ({"as_of": EARLY}, {"as_of": EARLY}, None),
            ({"as_of": EARLY}, {}, None),
            ({"as_of": day("2022-05")}, {"as_of": day("2022-05")}, None),
            ({"contest_text": NARROW}, {"contest_text": OTHER_WORDS}, None),
            ({"base": "votes cast", "status": "official"},
             {"base": "valid votes", "status": "preliminary"}, "base"),
        ],
    )  # fmt: skip
    def test_what_both_say_explains_and_what_one_leaves_unsaid_does_not(
        self, one: dict[str, Any], other: dict[str, Any], explained: str | None
    ) -> None:
        expected = ("~", explained) if explained else ("≠", None)
        assert both_ways(figure("40.1", **one), figure("44.9", **other)) == expected

    def test_a_wider_contest_explains(self) -> None:
        region = Contest(
            id="region-2022",
            evidence=(passage(GAZETTE, "opposition alliance"),),
            origin="curated",
            rule="by hand",
            name="The region, 2022",
        )
        corpus = replace(CORPUS, contests=(*CORPUS.contests, region))
        wide = figure("40.1", contest_text=passage(GAZETTE, "The opposition alliance Clean Hands"))
        narrow = figure("44.9", contest_text=NARROW)
        assert scope(wide, corpus) == {"brodica-2022", "region-2022"}
        assert scope(narrow, corpus) == {"brodica-2022"}
        comparison = compared(wide, narrow, corpus)
        assert comparison is not None
        assert comparison[:2] == ("~", "scope")
        assert "“town of Brodica”" in comparison.why

    def test_all_that_explains_is_told_the_strongest_first(self) -> None:
        comparison = compared(
            figure("46", "~", status="official"),
            figure("46.72", status="exit-poll"),
            CORPUS,
        )
        assert comparison is not None
        assert comparison.explained_by == "rounding"
        assert comparison.why == (
            "“about 46” leaves room for 46.72; one is official, the other an exit poll"
        )


class TestWhatIsCompared:
    @pytest.mark.parametrize(
        ("a", "b"),
        [
            (figure("46"), figure("47", contest="brodica-2014")),
            (figure("46"), figure("47", subject="clean-hands")),
            (figure("46"), figure("47", measure="poll_share")),
            (figure("46"), figure("52", part="the capital")),
            (figure("46"), figure("46", unit="seats")),
            (figure("46", contest=None), figure("47", contest=None)),
            (figure("46", subject=None), figure("47", subject=None)),
            (figure("many"), figure("47")),
        ],
        ids=told,
    )
    def test_only_one_contest_subject_measure_and_unit(self, a: Figure, b: Figure) -> None:
        assert both_ways(a, b) is None

    def test_the_turnout_of_a_vote_needs_no_subject(self) -> None:
        turnout = figure("60", subject=None, measure="turnout")
        assert both_ways(turnout, replace(turnout, value="58")) == ("≠", None)

    def test_groups_keep_the_order_and_leave_out_what_is_about_nothing(self) -> None:
        figures = (figure("46"), figure("3000", contest=None), seats("31"), figure("47"))
        groups = grouped(figures)
        assert [tuple(f.value for f in group) for group in groups.values()] == [
            ("46", "47"),
            ("31",),
        ]
        assert subject_key(figures[1]) is None


class TestTheLastPlace:
    @pytest.mark.parametrize(
        ("given", "step"),
        [
            (figure("46.72"), "0.01"),
            (figure("46"), "1"),
            (figure("40"), "1"),
            (figure("40", "~"), "10"),
            (votes("40000"), "10000"),
            (votes("1400000"), "100000"),
            (seats("200"), "1"),
            (votes("0"), "1"),
        ],
        ids=told,
    )
    def test_it_is_read_off_the_value(self, given: Figure, step: str) -> None:
        assert str(f"{unit(given):f}") == step

    def test_a_value_is_worded_as_its_source_words_it(self) -> None:
        assert said(votes("40000", "~")) == "about 40,000"
        assert said(figure("46.72")) == "46.72"
        assert said(figure("many")) == "many"


class TestTheChoice:
    @pytest.mark.parametrize(
        ("figures", "value", "by"),
        [
            ([figure("46")], "46", ""),
            ([figure("46"), figure("46", "~")], "46", ""),
            ([figure("44", status="exit-poll"), figure("46", status="official")], "46", "status"),
            ([figure("44", status="exit-poll"), figure("46", status="estimate")], "44", "status"),
            ([figure("44", status="party-claim"), figure("46")], "46", "status"),
            ([figure("44", as_of=EARLY), figure("46", as_of=LATE)], "46", "date"),
            ([figure("44", as_of=LATE), figure("46", status="official")], "46", "status"),
            ([figure("44", evidence=(passage(GAZETTE, "48.2%"),)),
              figure("46", evidence=(passage(POST, "47.9%"),))], "46", "report"),
            ([figure("46", "~"), figure("46.72")], "46.72", "exactness"),
            ([figure("46.7"), figure("46.72")], "46.72", "exactness"),
            ([figure("44"), figure("46")], "44", "order"),
            ([figure("many"), figure("46")], "46", ""),
        ],
    )  # fmt: skip
    def test_it_goes_by_status_then_date_then_exactness(
        self, figures: list[Figure], value: str, by: str
    ) -> None:
        for order in (figures, figures[::-1]):
            choice = chosen(order, CORPUS)
            assert choice is not None
            assert (choice.figure.value, choice.by) == (value, by)
            assert bool(ground(choice, CORPUS)) is bool(by)

    def test_there_is_none_among_what_is_no_number(self) -> None:
        assert chosen([figure("many")], CORPUS) is None
        assert chosen([], CORPUS) is None

    def test_a_contest_is_drawn_with_one_figure_a_subject_the_largest_first(self) -> None:
        shares = preferred(CORPUS, "brodica-2022", "vote_share")
        assert [(c.figure.subject, c.figure.value, c.by) for c in shares] == [
            ("harbour-party", "47.9", "status"),
            ("clean-hands", "44", ""),
        ]
        assert preferred(CORPUS, "brodica-2022", "turnout") == []

    def test_what_a_part_of_the_voters_chose_is_not_drawn(self) -> None:
        part = figure("80", subject="other-party", part="the old town", id="part")
        corpus = replace(CORPUS, figures=(*CORPUS.figures, part))
        shares = preferred(corpus, "brodica-2022", "vote_share")
        assert "other-party" not in [choice.figure.subject for choice in shares]

    def test_what_a_part_of_the_voters_chose_stands_below_the_whole(self) -> None:
        part = figure("80", part="the old town", id="part")
        corpus = replace(CORPUS, figures=(part, figure("46", id="whole")))
        table = ShownFigures(corpus, [FigureTable(corpus, (0, 1), None, "vote_share", 100, {})])
        assert [shown.id for shown in table] == ["whole", "part"]
        assert [table.place(each) for each in ("whole", "part", "other")] == [0, 1, -1]


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return build(seeds()).corpus


class TestTheFiveArticles:
    def test_the_one_pair_that_differs_is_explained_by_rounding(self, corpus: Corpus) -> None:
        differing = [
            (a.value, b.value, found.sign, found.explained_by)
            for figures in grouped(corpus.figures).values()
            for n, a in enumerate(figures)
            for b in figures[n + 1 :]
            if (found := compared(a, b, corpus)) and found.sign != "="
        ]
        assert differing == [("46.72", "46", "~", "rounding")]

    def test_shares_and_seats_of_belgrade_are_those_of_the_report(self, corpus: Corpus) -> None:
        for measure, values in (("vote_share", ["39.34", "34.27"]), ("seats", ["49", "42"])):
            found = preferred(corpus, "belgrade-city-2023", measure)
            assert [choice.figure.value for choice in found] == values
