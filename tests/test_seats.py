"""Majorities in houses made by hand, and in one that nobody could try out whole."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, islice
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples import sample_corpus
from tui.build import build, seeds
from tui.corpus import Corpus
from tui.model import Actor, ActorType, Comparator, Contest, Figure
from tui.seats import (
    UNREPORTED,
    Bench,
    House,
    Total,
    counted,
    house,
    majority,
    minimal,
    total,
    winning,
)


def house_of(seats: int | None, **lists: int | tuple[int, int]) -> House:
    """A house: so many seats in all, and what each list has, or has at least and at most."""
    return House(
        tuple(
            Bench(key, *(held if isinstance(held, tuple) else (held, held)))
            for key, held in lists.items()
        ),
        seats,
    )


class TestTheMajority:
    @pytest.mark.parametrize(
        ("seats", "needed"), [(1, 1), (2, 2), (3, 2), (99, 50), (100, 51), (110, 56), (250, 126)]
    )
    def test_it_is_more_than_half(self, seats: int, needed: int) -> None:
        assert majority(seats) == needed

    @pytest.mark.parametrize(
        ("members", "told"),
        [
            ("a", Total(50, 50, 51, "short")),
            ("b", Total(50, 50, 51, "short")),
            ("ab", Total(100, 100, 51, "enough")),
            ("", Total(0, 0, 51, "short")),
        ],
    )
    def test_a_tie_is_no_majority(self, members: str, told: Total) -> None:
        assert total(house_of(100, a=50, b=50), members) == told

    @pytest.mark.parametrize(("seats", "standing"), [(50, "short"), (51, "enough"), (52, "enough")])
    def test_one_seat_decides(self, seats: int, standing: str) -> None:
        assert total(house_of(100, a=seats, b=100 - seats), "a").standing == standing

    def test_where_the_house_is_not_known_the_sum_still_is(self) -> None:
        unknown = house_of(None, a=49, b=42)
        assert total(unknown, "ab") == Total(91, 91, None, None)
        assert winning(unknown).certain == ()
        assert unknown.unreported == Bench(UNREPORTED, 0, 0)


class TestUnknownSeats:
    CITY = house_of(110, a=49, b=42)

    def test_they_are_a_block_of_their_own(self) -> None:
        assert self.CITY.unreported == Bench(UNREPORTED, 19, 19)
        assert self.CITY.needed == 56

    @pytest.mark.parametrize(
        ("members", "told"),
        [
            (["a"], Total(49, 49, 56, "short")),
            (["a", "b"], Total(91, 91, 56, "enough")),
            (["a", UNREPORTED], Total(49, 68, 56, "perhaps")),
            (["b", UNREPORTED], Total(42, 61, 56, "perhaps")),
            ([UNREPORTED], Total(0, 19, 56, "short")),
            (["a", "b", UNREPORTED], Total(91, 110, 56, "enough")),
        ],
    )
    def test_who_counts_on_them_may_have_none_of_them(
        self, members: list[str], told: Total
    ) -> None:
        assert total(self.CITY, members) == told

    def test_what_only_may_win_is_told_from_what_does(self) -> None:
        found = winning(self.CITY)
        assert found.certain == (("a", "b"),)
        assert found.perhaps == (("b", UNREPORTED), ("a", UNREPORTED))
        assert (found.in_all, found.more) == (1, False)

    def test_a_list_of_at_least_so_many_may_have_all_that_is_free(self) -> None:
        open_ended = house_of(61, a=(30, 61), b=20)
        assert total(open_ended, "a") == Total(30, 41, 31, "perhaps")
        assert total(open_ended, "b") == Total(20, 20, 31, "short")
        assert open_ended.unreported == Bench(UNREPORTED, 0, 11)
        found = winning(open_ended)
        assert found.certain == (("a", "b"),)
        assert found.perhaps == (("a",), ("b", UNREPORTED))

    def test_two_open_ends_share_what_is_free(self) -> None:
        shared = house_of(100, a=(30, 70), b=(30, 70), c=20)
        assert total(shared, "a") == Total(30, 50, 51, "short")
        assert total(shared, "ac") == Total(50, 70, 51, "perhaps")

    def test_more_seats_than_there_are_leave_none_over(self) -> None:
        too_many = house_of(100, a=60, b=60)
        assert too_many.overfull == 20
        assert too_many.unreported == Bench(UNREPORTED, 0, 0)
        assert total(too_many, "a") == Total(60, 60, 51, "enough")


def all_minimal(weights: list[int], quota: int) -> list[tuple[int, ...]]:
    """The minimal winning coalitions, by trying every one."""
    places = range(len(weights))
    return [
        members
        for size in range(1, len(weights) + 1)
        for members in combinations(places, size)
        if (weight := sum(weights[n] for n in members)) >= quota
        and all(weight - weights[n] < quota for n in members)
    ]


class TestMinimalCoalitions:
    @pytest.mark.parametrize(
        ("weights", "quota", "found"),
        [
            ([51, 49], 51, [(0,)]),
            ([50, 50], 51, [(0, 1)]),
            ([49, 42, 10, 9], 56, [(0, 3), (0, 2), (0, 1), (1, 2, 3)]),
            ([3, 2, 2], 4, [(1, 2), (0, 1), (0, 2)]),
            ([1, 5, 1], 4, [(1,)]),
            ([5, 0, 5], 6, [(0, 2)]),
            ([1, 1], 3, []),
            ([], 1, []),
        ],
    )
    def test_of_houses_made_by_hand(
        self, weights: list[int], quota: int, found: list[tuple[int, ...]]
    ) -> None:
        assert [tuple(sorted(each)) for each in minimal(weights, quota)] == found
        assert counted(weights, quota) == len(found)

    @given(st.lists(st.integers(0, 30), max_size=9), st.integers(1, 120))
    def test_they_are_those_that_trying_all_finds(self, weights: list[int], quota: int) -> None:
        found = [tuple(sorted(each)) for each in minimal(weights, quota)]
        assert sorted(found) == sorted(all_minimal(weights, quota))
        assert counted(weights, quota) == len(found)

    @given(st.lists(st.integers(0, 30), max_size=9), st.integers(1, 120))
    def test_the_fewest_lists_come_first_then_the_least_to_spare(
        self, weights: list[int], quota: int
    ) -> None:
        found = list(minimal(weights, quota))
        order = [(len(each), sum(weights[n] for n in each)) for each in found]
        assert order == sorted(order)

    def test_of_millions_the_first_are_found_without_the_rest(self) -> None:
        # Were all tried, this would not end today.
        assert len(list(islice(minimal([1] * 41, 21), 50))) == 50
        assert counted([1] * 41, 21) == comb(41, 21)

    def test_a_house_of_many_lists_shows_the_first_and_counts_the_rest(self) -> None:
        crowd = house_of(250, **{f"list{n}": 10 for n in range(25)})
        found = winning(crowd, at_most=50)
        assert len(found.certain) == 50
        assert found.in_all == comb(25, 13)
        assert found.perhaps == ()

    def test_a_house_beyond_all_measure_is_not_tried(self) -> None:
        assert winning(house_of(10**9, a=6 * 10**8)) == winning(house_of(None))


class TestFromTheFigures:
    CORPUS = sample_corpus()
    CONTEST = next(each for each in CORPUS.contests if each.id == "brodica-2022")

    def with_seats(self, value: str, comparator: Comparator) -> House:
        def changed(figure: Figure) -> Figure:
            if figure.measure != "seats" or figure.status != "preliminary":
                return figure
            return replace(figure, value=value, comparator=comparator)

        corpus = replace(self.CORPUS, figures=tuple(changed(f) for f in self.CORPUS.figures))
        return house(corpus, self.CONTEST)

    @pytest.mark.parametrize(
        ("value", "comparator", "bench"),
        [
            ("31", "=", (31, 31)),
            ("31", "~", (30, 32)),
            ("31", ">", (32, 61)),
            ("31", ">=", (31, 61)),
            ("31", "<", (0, 30)),
            ("31", "<=", (0, 31)),
        ],
    )
    def test_what_a_source_says_of_a_number_bounds_it(
        self, value: str, comparator: Comparator, bench: tuple[int, int]
    ) -> None:
        assert self.with_seats(value, comparator).benches == (Bench("harbour-party", *bench),)

    def test_one_figure_stands_for_a_list_though_several_are_told(self) -> None:
        # The party's own claim of 30 or more gives way to the preliminary result.
        assert house(self.CORPUS, self.CONTEST) == house_of(61, **{"harbour-party": 31})

    def test_a_contest_without_figures_has_an_empty_house(self) -> None:
        empty = Contest(
            id="nowhere",
            evidence=(),
            origin="curated",
            rule="by hand",
            name="Nowhere",
            seats_total=9,
        )
        assert house(self.CORPUS, empty) == House((), 9)

    def test_of_belgrade_s_seats_the_articles_report_91(self) -> None:
        corpus = build(seeds()).corpus
        contest = corpus.get("belgrade-city-2023")
        assert isinstance(contest, Contest)
        city = house(corpus, contest)
        assert city.reported == 91
        assert city.unreported == Bench(UNREPORTED, 19, 19)
        assert winning(city).certain == (("serbian-progressive-party", "serbia-against-violence"),)


class TestAPartyAndItsList:
    @pytest.mark.parametrize(
        ("seats", "benches"), [(40, ["blue", "front"]), (70, ["blue", "front", "red"])]
    )
    def test_are_counted_once_where_the_house_is_overfull(
        self, seats: int, benches: list[str]
    ) -> None:
        contest = Contest(
            id="town", evidence=(), origin="curated", rule="by hand", name="Town", seats_total=seats
        )
        held: dict[str, tuple[ActorType, str]]
        held = {"front": ("coalition", "21"), "red": ("party", "21"), "blue": ("party", "15")}
        actors = tuple(
            Actor(id=id, evidence=(), origin="curated", rule="by hand", name=id, type=type_)
            for id, (type_, _) in held.items()
        )
        figures = tuple(
            Figure(
                id=f"f-{id}",
                evidence=(),
                origin="curated",
                rule="by hand",
                contest="town",
                subject=id,
                measure="seats",
                value=value,
                unit="seats",
            )
            for id, (_, value) in held.items()
        )
        corpus = Corpus(actors=actors, contests=(contest,), figures=figures)
        assert sorted(bench.key for bench in house(corpus, contest).benches) == benches
