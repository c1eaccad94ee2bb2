"""A figure is a claim: which ones speak of the same thing, where they differ, and why.

Two figures are compared only on the same contest, subject, measure and part of the
voters. A difference is explained where both sources say something that explains it; what
one of them leaves unsaid explains nothing. Values are never averaged: where one has to be
drawn it is chosen, and the choice says on what ground.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.brief_figure import BriefFigure
from tui.corpus import Corpus
from tui.dates import readable
from tui.folding import folded
from tui.model import Anchor, Article, Comparator, Explanation, Figure, FigureStatus
from tui.subjects import one_subject

Sign = Literal["=", "~", "≠"]

NOTHING: Mapping[str, str] = {}

COMPARED: Mapping[Comparator, str] = {
    "=": "",
    "~": "about",
    "<": "less than",
    ">": "more than",
    "<=": "at most",
    ">=": "at least",
}
"""How a comparator is said before a value."""

OF_THE_CONTEST = frozenset({"turnout", "counted"})
"""Measures of a whole contest, which need no subject to be the same thing; so is by how many
votes somebody has won it."""

COUNTED_OUT = frozenset({"seats", "rank", "delegates", "electoral_votes"})
"""Measures whose whole numbers nobody rounds."""

PERCENT = frozenset({"%", "per cent", "percent"})

FURTHEST_ON: tuple[FigureStatus, ...] = (
    "official",
    "preliminary",
    "projection",
    "exit-poll",
    "estimate",
    "unknown",
    "party-claim",
    "allegation",
)
"""Which status is drawn before which."""


class Thing(NamedTuple):
    """What a figure is a number of."""

    contest: str
    subject: str | None
    measure: str
    part: str = ""
    """The part of the voters, its letters folded; "" where it is all of them."""


class Comparison(NamedTuple):
    """How two figures for one thing stand to each other, and what tells so in words.

    ``=`` the values agree, ``~`` they differ and ``explained_by`` says what explains it,
    ``≠`` nothing does.
    """

    sign: Sign
    explained_by: Explanation | None
    why: str


class Preferred(NamedTuple):
    """The one of several figures for a thing that is drawn, the others, and the ground:
    "status", "date", "report" (the later one), "exactness" or "order"; "" where the
    values agree."""

    figure: Figure
    others: tuple[Figure, ...]
    by: str


def subject_key(figure: Figure | BriefFigure) -> Thing | None:
    """What a figure is about, where its source lets one know; else it is about nothing
    that another figure could be compared on."""
    if figure.withdrawn or not figure.contest:
        return None
    by_votes = figure.measure == "margin" and figure.unit == "votes"
    if not figure.subject and figure.measure not in OF_THE_CONTEST and not by_votes:
        return None
    return Thing(figure.contest, figure.subject, figure.measure, folded(figure.part))


def grouped(figures: Iterable[Figure]) -> dict[Thing, tuple[Figure, ...]]:
    """The figures by what they are about, in their order; those of nothing left out."""
    groups: dict[Thing, list[Figure]] = {}
    for figure in figures:
        about = subject_key(figure)
        if about is not None:
            groups.setdefault(about, []).append(figure)
    return {about: tuple(found) for about, found in groups.items()}


def value_of(figure: Figure | BriefFigure) -> Decimal | None:
    """The value as a number, where it is one."""
    try:
        value = Decimal(figure.value)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def said(figure: Figure | BriefFigure) -> str:
    """A value as its source words it: "about 40,000"."""
    value = value_of(figure)
    number = f"{value:,f}" if value is not None else figure.value
    return f"{COMPARED[figure.comparator]} {number}".strip()


# -------------------------------------------------------------------------- comparing


def compared(
    a: Figure, b: Figure, corpus: Corpus, one: Mapping[str, str] = NOTHING
) -> Comparison | None:
    """How two figures stand to each other; None where they are not about one thing, or not
    counted in one unit. ``one`` tells of contests that are one which id stands for them."""
    x, y, about = value_of(a), value_of(b), subject_key(a)
    if about is None or about != subject_key(b) or x is None or y is None:
        return None
    if a.unit != b.unit and not {a.unit, b.unit} <= PERCENT:
        return None
    if x == y:
        one_report = (
            len({corpus.report_of(each.article) for f in (a, b) for each in f.evidence}) == 1
        )
        same = "the same report" if one_report and a is not b else "the same value"
        return Comparison("=", None, same)
    found = [
        (explanation, words)
        for explanation, explain in _EXPLANATIONS
        if (words := explain(a, b, corpus))
    ]
    if words := _scope(a, b, corpus, one):
        found.append(("scope", words))
    if not found:
        return Comparison("≠", None, "nothing in these sources explains it")
    return Comparison("~", found[0][0], "; ".join(words for _explanation, words in found))


def _rounding(a: Figure, b: Figure, corpus: Corpus) -> str:
    return rounding(a, b)


def rounding(a: Figure, b: Figure) -> str:
    """The words that say so, where one figure leaves room for the other."""
    for loose, exact in ((a, b), (b, a)):
        if words := _room(loose, exact):
            return words
    return ""


def _room(loose: Figure, exact: Figure) -> str:
    """The words that say so, where the first value leaves room for the second."""
    x, y = Decimal(loose.value), Decimal(exact.value)
    kept = f"“{said(loose)}” leaves room for {said(exact)}"
    if loose.comparator in _BOUNDS:
        if exact.comparator in _BOUNDS:
            low, high = max(_least(loose), _least(exact)), min(_most(loose), _most(exact))
            return f"“{said(loose)}” and “{said(exact)}” may both hold" if low <= high else ""
        return kept if _least(loose) <= y <= _most(loose) else ""
    if exact.comparator in _BOUNDS:
        return ""
    step = unit(loose)
    # Nobody says 1 for 1.9, or about 40,000 for 31,000, though it is within the last place.
    near = abs(x - y) <= min(step, abs(x) / 10)
    if loose.comparator == "~":
        return kept if near else ""
    if step > unit(exact):
        if x in (_to(y, step, ROUND_HALF_UP), _to(y, step, ROUND_HALF_EVEN)):
            return f"{said(loose)} is {said(exact)} rounded"
        if near and x == _to(y, step, ROUND_DOWN):
            return f"{said(loose)} is {said(exact)} cut off"
    return ""


_BOUNDS = frozenset({"<", ">", "<=", ">="})
_ENDLESS = Decimal("Infinity")


def _least(figure: Figure) -> Decimal:
    return -_ENDLESS if figure.comparator in ("<", "<=") else Decimal(figure.value)


def _most(figure: Figure) -> Decimal:
    return _ENDLESS if figure.comparator in (">", ">=") else Decimal(figure.value)


def _to(value: Decimal, step: Decimal, mode: str) -> Decimal:
    """A value in whole steps."""
    return (value / step).quantize(Decimal(1), mode) * step


def unit(figure: Figure) -> Decimal:
    """The last place that a value is given to: 0.1 of 23.5, 1 of 46, 10,000 of 40,000.

    Zeros at the end of a whole number count as rounded where there are two or more, or
    where the source says "about"; in seats and ranks nothing does.
    """
    return _unit(figure.value, figure.measure in COUNTED_OUT, figure.comparator == "~")


@lru_cache(1 << 12)
def _unit(said: str, counted_out: bool, about: bool) -> Decimal:
    value = Decimal(said)
    exponent = int(value.as_tuple().exponent)
    if exponent < 0:
        return Decimal(1).scaleb(exponent)
    if not value or counted_out:
        return Decimal(1)
    digits = f"{abs(value):f}"
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** zeros if zeros > 1 or about else Decimal(1)


def _base(a: Figure, b: Figure, corpus: Corpus) -> str:
    if a.base and b.base and a.base != b.base:
        return f"one is of {a.base}, the other of {b.base}"
    return ""


def _status(a: Figure, b: Figure, corpus: Corpus) -> str:
    if a.status == b.status:
        return ""
    if "unknown" in (a.status, b.status):
        told = a.status if b.status == "unknown" else b.status
        return f"one is {_with_article(told)}, the other is not" if told in _FORECAST else ""
    one, other = (each.status.replace("-", " ") for each in (a, b))
    return f"one is {_with_article(one)}, the other {_with_article(other)}"


_FORECAST = frozenset({"projection", "exit-poll"})
"""What is said before there is a result, and differs from it by what it is."""


def _with_article(status: str) -> str:
    if status in ("official", "preliminary"):
        return status
    return f"{'an' if status[0] in 'aeiou' else 'a'} {status}"


def _date(a: Figure, b: Figure, corpus: Corpus) -> str:
    first, second = sorted((a.as_of, b.as_of), key=lambda when: (when.earliest, when.edtf))
    if first.latest and second.earliest and first.latest < second.earliest:
        return f"one is as of {readable(first.edtf)}, the other of {readable(second.edtf)}"
    return ""


def _scope(a: Figure, b: Figure, corpus: Corpus, stands: Mapping[str, str]) -> str:
    if not a.contest_text or not b.contest_text:
        return ""
    first, second = ({stands.get(id, id) for id in scope(each, corpus)} for each in (a, b))
    if first == second:
        return ""
    one, other = (" ".join(corpus.seen(each).split()) for each in (a.contest_text, b.contest_text))
    return f"one is of “{one}”, the other of “{other}”"


def scope(figure: Figure, corpus: Corpus) -> frozenset[str]:
    """The contests that the words a figure is given to speak of, its own among them."""
    spoken = {figure.contest} if figure.contest else set()
    at = figure.contest_text
    if at is not None:
        told = corpus.once("contests told", lambda: _contests_told(corpus)).get(at.article, ())
        spoken |= {id for id, each in told if each.start < at.end and at.start < each.end}
    return frozenset(spoken)


def _contests_told(corpus: Corpus) -> Mapping[str, Sequence[tuple[str, Anchor]]]:
    """The passages of each article that tell of a contest: one stands in thousands of articles."""
    told: dict[str, list[tuple[str, Anchor]]] = {}
    for contest in corpus.whole.contests:
        for passage in contest.evidence:
            told.setdefault(passage.article, []).append((contest.id, passage))
    return told


_EXPLANATIONS: tuple[tuple[Explanation, Callable[[Figure, Figure, Corpus], str]], ...] = (
    ("rounding", _rounding),
    ("base", _base),
    ("status", _status),
    ("date", _date),
)
"""What explains a difference, the strongest first; the first that does is the one. Behind
them comes the scope."""


# --------------------------------------------------------------------------- choosing


_GROUNDS = ("status", "date", "report", "exactness", "exactness")


def chosen(figures: Iterable[Figure], corpus: Corpus) -> Preferred | None:
    """Which of the figures for one thing is drawn: by status, then by date (the day it is
    as of, then the day of the report), then the more exact one. None where none is a
    number."""
    ranked = sorted(
        (figure for figure in figures if value_of(figure) is not None),
        key=lambda figure: (*_rank(figure, corpus), figure.id),
    )
    if not ranked:
        return None
    first, *others = ranked
    rival = next((f for f in others if value_of(f) != value_of(first)), None)
    by = ""
    if rival is not None:
        pairs = zip(_rank(first, corpus), _rank(rival, corpus), strict=True)
        differing = (ground for ground, (x, y) in zip(_GROUNDS, pairs, strict=True) if x != y)
        by = next(differing, "order")
    return Preferred(first, tuple(others), by)


def _rank(figure: Figure, corpus: Corpus) -> tuple[int, int, int, bool, Decimal]:
    return (
        FURTHEST_ON.index(figure.status),
        _newest_first(figure.as_of.latest or figure.as_of.earliest),
        _newest_first(_reported(figure, corpus)),
        figure.comparator != "=",
        unit(figure),
    )


def _reported(figure: Figure, corpus: Corpus) -> str:
    """The last day on which the report of a figure may have appeared; "" where unknown."""
    article = corpus.get(figure.evidence[0].article) if figure.evidence else None
    return article.published.latest if isinstance(article, Article) else ""


def _newest_first(day: str) -> int:
    return -int(day.replace("-", "") or 0)


def ground(choice: Preferred, corpus: Corpus) -> str:
    """Why a figure was chosen, in words; "" where nothing had to be."""
    figure = choice.figure
    match choice.by:
        case "status":
            return f"{figure.status.replace('-', ' ')}, the surest of these"
        case "date":
            return f"the latest, as of {readable(figure.as_of.edtf)}"
        case "report":
            return "from the latest report"
        case "exactness":
            return "the most exact"
        case "order":
            return "the first in the articles"
    return ""


def preferred(corpus: Corpus, contest: str, measure: str) -> Sequence[Preferred]:
    """For each subject of a contest the figure that stands for it in a chart, the largest
    value first. What has no subject stands for nobody, and is not drawn."""
    return corpus.once(
        ("preferred", contest, measure), lambda: _preferred(corpus.whole, contest, measure)
    )


def _preferred(corpus: Corpus, contest: str, measure: str) -> Sequence[Preferred]:
    figures = corpus.of_contest(contest, measure)
    # A party and its list are one, by whichever name an article calls them.
    one = one_subject(corpus, (figure.subject for figure in figures if figure.subject))
    groups = grouped(
        replace(figure, subject=one.get(figure.subject or "", figure.subject)) for figure in figures
    )
    found = [
        choice
        for about, figures in groups.items()
        if about.subject and not about.part and (choice := chosen(figures, corpus)) is not None
    ]
    return sorted(found, key=lambda choice: (-Decimal(choice.figure.value), choice.figure.id))
