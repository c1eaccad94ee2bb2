"""What the reports come to: what is disputed, the results, who is named, what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tui.corpus import Corpus
from tui.model import Disagreement
from tui.overview import MentionedActor, Outcome, Overview, overview, sides_of
from tui.report.drawings import REST, bar, look
from tui.report.elements import NOTHING, Html, element, joined
from tui.report.parts import day, findable, line, section
from tui.wording import counted, source_name, value_words


def overview_section(corpus: Corpus) -> Html:
    found = overview(corpus)
    blocks = [
        _block("What is disputed", "wide", _disputed(corpus, found.disputed), _more(found)),
        *(_outcome(corpus, each) for each in found.outcomes[:2]),
        _block("Who is named most", "", _named(found.people)),
        _block("Parties and lists", "", _named(found.parties)),
        _block("The reports", "", _reports(found)),
        _block("Not known", "", _lacking(corpus, found)),
    ]
    return section("overview", "Overview", "", element("div", joined(blocks), class_="blocks"))


def _block(title: str, class_: str, *children: str) -> Html:
    if not any(children):
        return NOTHING
    return element("div", element("h3", title), *children, class_=f"block {class_}".strip())


def _disputed(corpus: Corpus, disputed: Sequence[Disagreement]) -> Html:
    rows = []
    for each in disputed:
        about = element("a", line(each.about), href=f"#{line(each.id)}")
        sides = [
            element(
                "li",
                element("b", line(side.says)),
                " ",
                element("span", line(", ".join(side.who)), class_="quiet"),
            )
            for side in sides_of(corpus, each)
        ]
        rows.append(element("li", element("h4", about), element("ul", *sides, class_="sides")))
    return element("ul", *rows, class_="disputed") if rows else NOTHING


def _more(found: Overview) -> Html:
    """How many conflicts there are beside those that are shown."""
    more = found.conflicts - len(found.disputed)
    if more <= 0:
        return NOTHING
    return element("p", element("a", f"and {more:,} more", href="#section-disagreements"))


def _outcome(corpus: Corpus, outcome: Outcome) -> Html:
    contest, shares, seats = outcome
    rows = [
        (
            corpus.name(share.choice.figure.subject or ""),
            value_words(share.choice.figure),
            bar([(Decimal(share.choice.figure.value), look(share.look))], 100),
        )
        for share in shares.shares
    ]
    if shares.shares and shares.rest > 0:
        rows.append(("not reported", shares.rest_words, bar([(shares.rest, REST)], 100)))
    if not rows:
        rows = [
            (
                corpus.name(bench.key),
                counted(bench.least, "seat"),
                bar([(bench.least, look(at))], seats.seats or seats.reported),
            )
            for at, bench in enumerate(seats.benches)
        ]
    title = element("a", line(contest.name), href=f"#{line(contest.id)}")
    held = element("p", day(contest.date), class_="quiet")
    return element(
        "div",
        element("h3", title),
        held,
        _bars((line(n), v, b) for n, v, b in rows),
        class_="block",
    )


def _bars(rows: Iterator[tuple[str, str, Html]]) -> Html:
    return element(
        "ul",
        *(
            element(
                "li",
                element("span", name, class_="name"),
                element("span", value, class_="value"),
                drawn,
            )
            for name, value, drawn in rows
        ),
        class_="bars",
    )


def _named(named: Sequence[MentionedActor]) -> Html:
    if not named:
        return NOTHING
    most = max(each.named for each in named)
    return _bars(
        (
            findable(each.name),
            ", ".join(
                (
                    counted(each.named, "time"),
                    *([counted(each.quotes, "quote")] * bool(each.quotes)),
                )
            ),
            bar([(each.named, "list-1")], most),
        )
        for each in named
    )


def _reports(found: Overview) -> Html:
    rows = [
        element(
            "li",
            element(
                "a",
                line(each.title or each.path),
                href=f"#{line(each.id)}",
                lang=each.language or None,
            ),
            element(
                "span",
                *((line(source_name(each)), ", ") if each.publisher or each.agency else ()),
                day(each.published),
                class_="quiet",
            ),
        )
        for each in found.reports
    ] or [
        element(
            "li",
            findable(each.name),
            element("span", f"{counted(each.reports, 'report')}, {each.days}", class_="quiet"),
        )
        for each in found.sources
    ]
    return element("ul", *rows, class_="reports") if rows else NOTHING


def _lacking(corpus: Corpus, found: Overview) -> Html:
    rows = (
        (
            line(f"{each.by.kind}s {each.by.describe(corpus)}"),
            f"{each.lacking:,} of {each.of:,}",
            bar([(each.lacking, REST)], each.of),
        )
        for each in found.lacking
    )
    return _bars(rows) if found.lacking else NOTHING
