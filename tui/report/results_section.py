"""The results: bars and seats of each contest, and every figure with what qualifies it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tui.charts.results import majorities, measures_of, ordered
from tui.charts.shares import between, looks_of, shares
from tui.corpus import Corpus
from tui.dates import readable
from tui.model import Contest, Figure
from tui.plain.facts import facts as told_of
from tui.plausibility import of_contest
from tui.report.drawings import MOST_SEATS, REST, bar, half_circle, look
from tui.report.elements import NOTHING, Html, element, joined
from tui.report.parts import NOT_FROM_HERE, chip, day, facts, line, names, passages, record, section
from tui.seats import House, house
from tui.wording import (
    NOT_REPORTED,
    counted,
    dagger,
    list_name,
    measure_words,
    status_words,
    value_words,
)

BESIDE = ("drawn", "difference")
"""What is told of a figure beside which there are others."""


def results_section(corpus: Corpus) -> Html:
    contests = sorted(corpus.contests, key=lambda each: -len(_figures(corpus, each)))
    told = [_contest(corpus, each) for each in contests if _figures(corpus, each)]
    silent = [each for each in contests if not _figures(corpus, each)]
    shown = {each.id for each in contests}
    others = [each for each in corpus.figures if each.contest not in shown]
    if others:
        told.append(
            element("div", element("h3", "Other figures"), _list(corpus, others), class_="contest")
        )
    if silent:
        told.append(element("h3", f"Contests whose figures are {NOT_REPORTED}"))
        told += [_silent(each) for each in silent]
    if not told:
        told = [element("p", "no figures in these articles", class_="quiet")]
    return section("results", "Results", counted(len(corpus.figures), "figure"), *told)


def _figures(corpus: Corpus, contest: Contest) -> Sequence[Figure]:
    """The figures of a contest that are shown."""
    if not corpus.filters and corpus.narrowed_from is None:
        return corpus.of_contest(contest.id)
    return [figure for figure in corpus.figures if figure.contest == contest.id]


def _silent(contest: Contest) -> Html:
    where = f", {contest.place}" if contest.place else ""
    return record(
        contest.id,
        element("p", line(contest.name), ", ", day(contest.date), line(where)),
        name="div",
    )


def _contest(corpus: Corpus, contest: Contest) -> Html:
    drawn = joined((_shares(corpus, contest), _seats(corpus, contest)))
    doubts = [
        element("p", f"! {line(each.why)}", class_="doubt") for each in of_contest(corpus, contest)
    ]
    return element(
        "div",
        record(
            contest.id,
            element("h3", line(contest.name)),
            element(
                "p",
                day(contest.date, ground=True),
                line(f", {contest.place}" if contest.place else ""),
            ),
            element("div", drawn, class_="drawn") if drawn else "",
            *doubts,
            class_="head",
        ),
        _list(corpus, _figures(corpus, contest)),
        class_="contest",
    )


def _shares(corpus: Corpus, contest: Contest) -> Html:
    found = shares(corpus, contest)
    if not found.shares:
        return NOTHING
    rows = [
        _row(
            corpus.name(each.choice.figure.subject or ""),
            value_words(each.choice.figure),
            bar([(Decimal(each.choice.figure.value), look(each.look))], 100),
            each.sign(corpus),
        )
        for each in found.shares
    ]
    if found.rest > 0:
        rows.append(_row(NOT_REPORTED, found.rest_words, bar([(found.rest, REST)], 100)))
    return element("div", element("h4", "Share of the vote"), element("ul", *rows, class_="bars"))


def _row(name: str, value: str, drawn: Html, sign: str = "") -> Html:
    others = {"≠": "others differ, unexplained", "~": "others differ, explained"}
    note = chip(others[sign], "differs") if sign else ""
    return element(
        "li",
        element("span", line(name), class_="name"),
        element("span", value, class_="value"),
        drawn,
        note,
    )


def _seats(corpus: Corpus, contest: Contest) -> Html:
    counted_house = house(corpus, contest)
    if not counted_house.benches:
        return NOTHING
    looks = looks_of(corpus, contest)
    parts: list[tuple[Decimal | int, str]] = [
        (bench.least, look(looks.get(bench.key, 0))) for bench in counted_house.benches
    ]
    legend = [
        element(
            "li",
            element("i", class_=f"key {colour}"),
            line(list_name(corpus, bench.key)),
            " ",
            element("b", between(bench.least, bench.most)),
        )
        for bench, (_seats, colour) in zip(counted_house.benches, parts, strict=True)
    ]
    free = counted_house.unreported
    if free.most:
        legend.append(
            element(
                "li",
                element("i", class_=f"key {REST}"),
                f"{NOT_REPORTED} ",
                element("b", between(free.least, free.most)),
            )
        )
    note = (
        element("p", f"How many seats there are is {NOT_FROM_HERE}.", class_="quiet")
        if dagger(contest)
        else ""
    )
    told = [element("li", line(each)) for each in majorities(corpus, counted_house)]
    return element(
        "div",
        element("h4", "Seats"),
        _house(counted_house, parts),
        element("ul", *legend, class_="legend"),
        note,
        element(
            "details",
            element("summary", "Who could have a majority, by arithmetic"),
            element("ul", *told),
        ),
    )


def _house(counted_house: House, parts: list[tuple[Decimal | int, str]]) -> Html:
    seats, needed = counted_house.seats, counted_house.needed
    if seats is None or needed is None:
        return bar(parts, counted_house.reported)
    if counted_house.overfull or seats > MOST_SEATS:
        return bar(parts, max(seats, counted_house.reported), needed)
    return half_circle([*parts, (seats - counted_house.reported, REST)], seats, needed)


def _list(corpus: Corpus, figures: Sequence[Figure]) -> Html:
    rows: list[Html] = []
    for measure in measures_of(figures):
        of_measure = [each for each in figures if each.measure == measure]
        rows += [_figure(corpus, figure) for figure, _note in ordered(corpus, of_measure)]
    return element("div", *rows, class_="figures")


def _figure(corpus: Corpus, figure: Figure) -> Html:
    beside = [(each.label, each.words) for each in told_of(corpus, figure) if each.label in BESIDE]
    of = corpus.name(figure.subject) if figure.subject else ""
    if not of and figure.evidence:
        of = f"“{corpus.seen(figure.evidence[0])}”"
    title = ", ".join(filter(None, (line(of), measure_words(figure.measure))))
    return record(
        figure.id,
        element("p", value_words(figure), class_="number"),
        element("h4", title),
        element("p", *_chips(figure), class_="chips"),
        facts(
            (
                ("part", figure.part),
                ("of", figure.base),
                ("as of", readable(figure.as_of.edtf) if figure.as_of.known else ""),
                ("says", names(corpus, figure.claimed_by)),
                ("note", figure.note),
                *beside,
            )
        ),
        passages(corpus, figure.evidence),
        class_="figure",
    )


def _chips(figure: Figure) -> Iterator[Html]:
    yield chip(status_words(figure) or f"status {NOT_REPORTED}", figure.status)
    if figure.withdrawn:
        yield chip("withdrawn by its source", "alleged")
