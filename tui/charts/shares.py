"""Shares and seats as parts of a drawing: which figure is drawn for each list, what they
leave open, and how each list looks in every chart.
"""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import NamedTuple

from tui.charts.bars import OUTSIDE, BarPart
from tui.corpus import Corpus
from tui.figure_comparison import Preferred, compared, preferred
from tui.model import Contest
from tui.seats import UNREPORTED, House

SHARES = ("vote_share",)
"""Measures whose values are parts of one whole of a hundred."""


class Share(NamedTuple):
    """A list with the figure that is drawn for it."""

    choice: Preferred
    look: int

    def sign(self, corpus: Corpus) -> str:
        """≠ where another figure for the same differs without an explanation, ~ where all that
        differ are explained, "" where none does."""
        found = (compared(other, self.choice.figure, corpus) for other in self.choice.others)
        signs = {each.sign for each in found if each is not None}
        return next((sign for sign in ("≠", "~") if sign in signs), "")


class Shares(NamedTuple):
    """The shares of a contest that can be drawn together, and what they leave open."""

    shares: tuple[Share, ...]
    rest: Decimal
    about: bool

    @property
    def rest_words(self) -> str:
        """What is not reported, as a value."""
        return f"{'~' if self.about else ''}{self.rest.normalize():f} %"


def shares(corpus: Corpus, contest: Contest, measure: str = "vote_share") -> Shares:
    """The lists by their shares, the largest first. ``look`` is a list's place among the
    lists of the contest, so that it looks the same in every chart."""
    looks = looks_of(corpus, contest)
    found = tuple(
        Share(choice, looks[choice.figure.subject or ""])
        for choice in preferred(corpus, contest.id, measure)
    )
    figures = [share.choice.figure for share in found]
    rest = 100 - sum((Decimal(figure.value) for figure in figures), Decimal(0))
    about = any(figure.comparator != "=" for figure in figures)
    return Shares(found, max(rest, Decimal(0)), about)


def looks_of(corpus: Corpus, contest: Contest) -> dict[str, int]:
    """The number of each list's look: by seats, then by share."""
    lists = [
        choice.figure.subject or ""
        for measure in ("seats", *SHARES)
        for choice in preferred(corpus, contest.id, measure)
    ]
    return {subject: look for look, subject in enumerate(dict.fromkeys(lists))}


def parts_of(house: House, looks: dict[str, int]) -> list[BarPart]:
    """The lists of a house as parts of a drawing."""
    return [BarPart(bench.least, looks.get(bench.key, 0)) for bench in house.benches]


def coalition_parts(house: House, looks: dict[str, int], members: Collection[str]) -> list[BarPart]:
    """The same with a coalition first, as it is seated, and all others aside."""
    parts = [BarPart(b.least, looks.get(b.key, 0)) for b in house.benches if b.key in members]
    if UNREPORTED in members:
        parts.append(BarPart(house.unreported.most, None))
    return parts + [BarPart(b.least, OUTSIDE) for b in house.benches if b.key not in members]


def between(least: int, most: int) -> str:
    """A number that is known to lie between two."""
    return f"{least:,}" if least == most else f"{least:,} to {most:,}"
