"""Figures that cannot all be right together: a reader is warned, and nothing is changed.

Sources err, and so do the rules that read them. None of this is a fault of the records,
which say what their passages say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.corpus import Corpus
from tui.figure_comparison import PERCENT, grouped, preferred, unit, value_of
from tui.model import Contest, Figure
from tui.seats import house

SHARED_OUT = ("vote_share",)
"""Measures of which all subjects together have a hundred per cent at most."""

NEAR = 240
"""Characters within which a share and a number of seats may be told in one sentence."""

_SENTENCE_ENDS = re.compile(r"[.!?][\"”’)\]]*\s+(?=[\"“‘(]*[A-ZČĆŠŽĐÁ-Ý])|\n")


class Implausible(NamedTuple):
    """What does not fit together, and the figures that do not; of a contest, if of one."""

    contest: str | None
    figures: tuple[str, ...]
    why: str


def doubts(corpus: Corpus) -> list[Implausible]:
    """All that does not fit together, contest by contest."""
    found = [doubt for contest in corpus.contests for doubt in of_contest(corpus, contest)]
    ids = {contest.id for contest in corpus.contests}
    found += (
        Implausible(None, (figure.id,), why)
        for figure in corpus.figures
        if figure.contest not in ids and (why := _beyond(figure))
    )
    return found


def of_contest(corpus: Corpus, contest: Contest) -> Iterator[Implausible]:
    """What does not fit together among the figures of one contest."""
    figures = corpus.of_contest(contest.id)
    for figure in figures:
        if why := _beyond(figure) or _too_many(figure, contest):
            yield Implausible(contest.id, (figure.id,), why)
    for measure in SHARED_OUT:
        yield from _shares(corpus, contest, measure)
    yield from _overfull(corpus, contest)
    yield from _apart(corpus, contest, figures)


def _beyond(figure: Figure) -> str:
    value = value_of(figure)
    if figure.unit in PERCENT and value is not None and value > 100:
        return f"{figure.value} % is more than there is"
    return ""


def _too_many(figure: Figure, contest: Contest) -> str:
    value, seats = value_of(figure), contest.seats_total
    if figure.measure != "seats" or value is None or seats is None or value <= seats:
        return ""
    if figure.comparator in ("<", "<="):
        return ""
    return f"{figure.value} seats in a chamber of {seats:,}"


def _shares(corpus: Corpus, contest: Contest, measure: str) -> Iterator[Implausible]:
    figures = [choice.figure for choice in preferred(corpus, contest.id, measure)]
    # What was rounded up may come to a little more than a hundred, and prove nothing.
    least = sum((_least(figure) for figure in figures), Decimal(0))
    if least > 100 and len(figures) > 1:
        whole = sum((Decimal(figure.value) for figure in figures), Decimal(0))
        words = f"the shares shown add up to {whole.normalize():f} %"
        yield Implausible(contest.id, tuple(figure.id for figure in figures), words)


def _least(figure: Figure) -> Decimal:
    value = Decimal(figure.value)
    if figure.comparator in ("<", "<="):
        return Decimal(0)
    return value - unit(figure) / (1 if figure.comparator == "~" else 2)


def _overfull(corpus: Corpus, contest: Contest) -> Iterator[Implausible]:
    counted = house(corpus, contest)
    figures = [choice.figure.id for choice in preferred(corpus, contest.id, "seats")]
    if counted.overfull and len(figures) > 1:
        words = f"the seats shown add up to {counted.reported:,}, in a chamber of {counted.seats:,}"
        yield Implausible(contest.id, tuple(figures), words)


def _apart(corpus: Corpus, contest: Contest, figures: Sequence[Figure]) -> Iterator[Implausible]:
    """A share and a number of seats that one sentence gives one list, and the records two
    contests."""
    for about, shares in grouped(figures).items():
        if about.measure not in SHARED_OUT or about.subject is None:
            continue
        for other in corpus.about_actor(about.subject, "figure"):
            if not isinstance(other, Figure) or other.measure != "seats":
                continue
            if other.contest in (None, contest.id) or other.subject != about.subject:
                continue
            for share in shares:
                if _in_one_sentence(corpus, share, other):
                    name = corpus.name(other.contest or "")
                    words = (
                        f"in the same sentence as {other.value} seats of another contest, {name}"
                    )
                    yield Implausible(contest.id, (share.id, other.id), words)


def _in_one_sentence(corpus: Corpus, a: Figure, b: Figure) -> bool:
    for one in a.evidence:
        for other in b.evidence:
            if one.article == other.article:
                first, last = sorted((one, other), key=lambda anchor: anchor.start)
                between = corpus.texts[one.article][first.end : max(first.end, last.start)]
                if len(between) <= NEAR and not _SENTENCE_ENDS.search(between):
                    return True
    return False
