"""Seats and majorities: who could have one with whom, as far as the seats are known.

A list has at least and at most so many seats; they are one number where it is known. The
seats that no source reports are a block of their own, whoever holds them: a coalition that
counts on them has some, all or none of them. What follows is arithmetic only, and says
nothing of who would govern with whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import islice
from typing import Literal, NamedTuple

from tui.corpus import Corpus
from tui.figure_comparison import preferred, unit
from tui.model import Actor, Contest, Figure

Standing = Literal["enough", "perhaps", "short"]

UNREPORTED = ""
"""The key of the block of seats that no source reports."""

MOST_SEATS = 20_000
"""Seats beyond which nobody's coalitions are worked through."""

TRIED = 2000
"""Coalitions that are looked at for those that only may have a majority."""


class Bench(NamedTuple):
    """A list by its key, and the seats it has at least and at most."""

    key: str
    least: int
    most: int


class House(NamedTuple):
    """The lists whose seats are reported, and all seats there are, where that is known."""

    benches: tuple[Bench, ...]
    seats: int | None = None

    @property
    def needed(self) -> int | None:
        """The seats of a majority."""
        return None if self.seats is None else majority(self.seats)

    @property
    def reported(self) -> int:
        """The seats that the lists have at least."""
        return sum(bench.least for bench in self.benches)

    @property
    def unreported(self) -> Bench:
        """The seats that no list is reported to have."""
        if self.seats is None:
            return Bench(UNREPORTED, 0, 0)
        most = sum(bench.most for bench in self.benches)
        return Bench(UNREPORTED, max(0, self.seats - most), max(0, self.seats - self.reported))

    @property
    def overfull(self) -> int:
        """How many seats are reported that the house does not have."""
        return 0 if self.seats is None else max(0, self.reported - self.seats)


class Total(NamedTuple):
    """The seats of a coalition, at least and at most, and how it stands: it has a majority
    for certain, it may have one, or it has none. None where nobody knows what a majority is.
    """

    least: int
    most: int
    needed: int | None
    standing: Standing | None


def majority(seats: int) -> int:
    """The fewest seats that are more than half."""
    return seats // 2 + 1


def total(house: House, members: Iterable[str]) -> Total:
    """What the lists with these keys have together. The unreported block may be among them:
    nobody knows whether its seats would be counted on, so it adds nothing for certain."""
    chosen = frozenset(members)
    within = [bench for bench in house.benches if bench.key in chosen]
    least = sum(bench.least for bench in within)
    most = sum(bench.most for bench in within)
    if UNREPORTED in chosen:
        most += house.unreported.most
    if house.seats is not None:
        others = sum(bench.least for bench in house.benches if bench.key not in chosen)
        others += house.unreported.least if UNREPORTED not in chosen else 0
        most = max(least, min(most, house.seats - others))
    return Total(least, most, house.needed, _standing(least, most, house.needed))


def _standing(least: int, most: int, needed: int | None) -> Standing | None:
    if needed is None:
        return None
    if least >= needed:
        return "enough"
    return "perhaps" if most >= needed else "short"


# ------------------------------------------------------- minimal winning coalitions


class Winning(NamedTuple):
    """The minimal coalitions that have a majority for certain, and those that may have one.

    Without any of its members a minimal coalition has none. ``certain`` and ``perhaps``
    hold the first of them, those of the fewest lists first, then those with the least to
    spare; ``in_all`` is how many are certain, ``more`` whether there are more that
    may have one. None of this is known of a house whose seats are not.
    """

    certain: tuple[tuple[str, ...], ...]
    in_all: int
    perhaps: tuple[tuple[str, ...], ...]
    more: bool


def winning(house: House, at_most: int = 50) -> Winning:
    """The minimal winning coalitions of a house, the first so many of each sort."""
    needed = house.needed
    if needed is None or house.seats is None or house.seats > MOST_SEATS:
        return Winning((), 0, (), False)
    sure = [bench.least for bench in house.benches]
    certain = tuple(
        tuple(house.benches[n].key for n in members)
        for members in islice(minimal(sure, needed), at_most)
    )
    benches = [*house.benches, house.unreported]
    hoped = islice(minimal([bench.most for bench in benches], needed), TRIED)
    keys = (tuple(benches[n].key for n in members) for members in hoped)
    perhaps = tuple(
        islice((each for each in keys if total(house, each).standing == "perhaps"), at_most + 1)
    )
    return Winning(certain, counted(sure, needed), perhaps[:at_most], len(perhaps) > at_most)


def minimal(weights: Sequence[int], quota: int) -> Iterator[tuple[int, ...]]:
    """The coalitions that reach the quota, and without any one member would not: the places
    of their members, the heaviest first; coalitions of the fewest members first, then
    those with the least to spare.

    A coalition is minimal just when it is not one without its lightest member, so each is
    found from its lightest: the others weigh together the quota less one at most. Which
    sums can be made of how many of the heavier ones is worked out beforehand, a bit a sum,
    so that no way that is begun ends in nothing. The first ones cost about members² times
    quota / 64 steps, each further one its members, however many there are.
    """
    order = _heaviest_first(weights)
    # reached[n][i]: the sums that n of the i heaviest can make, as bits.
    reached = [[1] * (len(order) + 1)]
    for size in range(1, len(order) + 1):
        before = reached[-1]
        ends: list[tuple[int, int, int]] = []
        for last, place in enumerate(order):
            weight = weights[place]
            low = max(0, quota - weight)
            sums = (before[last] & ((1 << quota) - 1)) >> low
            while sums:
                lowest = sums & -sums
                rest = low + lowest.bit_length() - 1
                ends.append((rest + weight, last, rest))
                sums ^= lowest
        for _sum, last, rest in sorted(ends):
            for others in _making(order, weights, reached, size - 1, last, rest):
                yield tuple(order[n] for n in (*others, last))
        layer = [0]
        for n, place in enumerate(order):
            layer.append(layer[-1] | (before[n] << weights[place]))
        reached.append(layer)


def _making(
    order: Sequence[int],
    weights: Sequence[int],
    reached: Sequence[Sequence[int]],
    size: int,
    among: int,
    sum_: int,
) -> Iterator[tuple[int, ...]]:
    """The ways in which ``size`` of the ``among`` heaviest make a sum."""
    if size == 0:
        if sum_ == 0:
            yield ()
        return
    for last in range(among):
        rest = sum_ - weights[order[last]]
        if rest >= 0 and reached[size - 1][last] >> rest & 1:
            for others in _making(order, weights, reached, size - 1, last, rest):
                yield (*others, last)


def counted(weights: Sequence[int], quota: int) -> int:
    """How many minimal coalitions there are, in members times quota steps."""
    found = 0
    ways = [1] + [0] * (quota - 1)
    for place in _heaviest_first(weights):
        weight = weights[place]
        found += sum(ways[max(0, quota - weight) :])
        for sum_ in range(quota - 1, weight - 1, -1):
            ways[sum_] += ways[sum_ - weight]
    return found


def _heaviest_first(weights: Sequence[int]) -> list[int]:
    places = [place for place, weight in enumerate(weights) if weight > 0]
    return sorted(places, key=lambda place: -weights[place])


# -------------------------------------------------------------------- from the figures


def house(corpus: Corpus, contest: Contest) -> House:
    """The house of a contest, from the figures that are drawn for its lists."""
    figures = [choice.figure for choice in preferred(corpus, contest.id, "seats")]
    sure = [_at_least(figure) for figure in figures]
    free = max(0, (contest.seats_total or 0) - sum(sure))
    benches = tuple(
        Bench(figure.subject or "", least, max(least, _at_most(figure, least + free)))
        for figure, least in zip(figures, sure, strict=True)
    )
    found = House(benches, contest.seats_total)
    return found if not found.overfull else House(_once(corpus, benches), contest.seats_total)


def _once(corpus: Corpus, benches: Sequence[Bench]) -> tuple[Bench, ...]:
    """The benches of an overfull house, less the parties with just as many seats as a list: a
    party and the list that it leads are counted once."""
    types = {bench.key: _type(corpus, bench.key) for bench in benches}
    lists = {bench[1:] for bench in benches if types[bench.key] == "coalition"}
    return tuple(
        bench for bench in benches if types[bench.key] != "party" or bench[1:] not in lists
    )


def _type(corpus: Corpus, actor: str) -> str:
    found = corpus.get(actor)
    return found.type if isinstance(found, Actor) else ""


def _slack(figure: Figure) -> Decimal:
    """What "about" may mean: the last place that is given, and a tenth of it all at most."""
    return min(unit(figure), Decimal(figure.value) / 10) if figure.comparator == "~" else Decimal(0)


def _at_least(figure: Figure) -> int:
    value = Decimal(figure.value)
    if figure.comparator in ("<", "<="):
        return 0
    least = int((value - _slack(figure)).to_integral_value(ROUND_CEILING))
    return max(0, least + (figure.comparator == ">"))


def _at_most(figure: Figure, free: int) -> int:
    """At most so many; ``free`` where the source sets no limit."""
    value = Decimal(figure.value)
    if figure.comparator in (">", ">="):
        return free
    most = int((value + _slack(figure)).to_integral_value(ROUND_FLOOR))
    return max(0, most - (figure.comparator == "<"))
