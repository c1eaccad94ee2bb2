"""What happened when: how much in each period, and the events one by one."""

from __future__ import annotations

from collections.abc import Sequence

from tui.charts.periods import Period, PeriodCounts, table_of
from tui.charts.scale import widest
from tui.charts.timeline import chart_of
from tui.corpus import Corpus
from tui.model import EVENT_STATUSES, Event
from tui.plain.tabs import TABS
from tui.report.drawings import bar
from tui.report.elements import NOTHING, Html, element
from tui.report.parts import chip, day, facts, findable, line, names, passages, record, section
from tui.wording import STATUS_WORDS, counted

ROOM = 60
"""Cells of a terminal's drawing, which choose the unit of the periods."""


def timeline_section(corpus: Corpus) -> Html:
    events = [each for each in TABS["timeline"].records(corpus) if isinstance(each, Event)]
    dated = [each for each in events if each.when.known]
    others = [each for each in events if not each.when.known]
    undated = (
        element(
            "div",
            element("h3", "No report tells when"),
            _events(corpus, others, "h4"),
            class_="group",
        )
        if others
        else NOTHING
    )
    none = NOTHING if events else element("p", TABS["timeline"].none, class_="quiet")
    return section(
        "timeline", "Timeline", counted(len(events), "event"), _chart(corpus), none,
        _events(corpus, dated), undated,
    )  # fmt: skip


def _chart(corpus: Corpus) -> Html:
    """A line a period: the events of it by what they are, and the reports."""
    chart = chart_of(corpus)
    if not chart.marks:
        return NOTHING
    table = table_of(chart, widest(chart.days, ROOM).unit, "kind")
    kinds = [each for each in EVENT_STATUSES if any(each in lane for lane in table.lanes)]
    most = max(period.events for period in table.periods)
    rows = [_period(period, table, kinds, most) for period in table.periods]
    legend = [
        element("li", element("i", class_=f"key {each}"), STATUS_WORDS[each]) for each in kinds
    ]
    return element(
        "figure",
        element("ul", *rows, class_="periods"),
        element("figcaption", element("ul", *legend, class_="legend")),
        class_="chart",
    )


def _period(period: Period, table: PeriodCounts, kinds: Sequence[str], most: int) -> Html:
    told = [f"{count:,} {kind}" for kind, count in zip(kinds, period.counts, strict=False) if count]
    told += [counted(period.reports, "report")] if period.reports else []
    name = line(period.name)
    if period.begins_with:
        name = element("a", name, href=f"#{line(period.begins_with)}")
    return element(
        "li",
        element("span", name, class_="name"),
        bar(zip(period.counts, kinds, strict=False), most),
        element("span", ", ".join(told), class_="value"),
    )


def _events(corpus: Corpus, events: Sequence[Event], heading: str = "h3") -> Html:
    return element("div", *(_event(corpus, each, heading) for each in events), class_="events")


def _event(corpus: Corpus, event: Event, heading: str) -> Html:
    about = facts(
        (
            ("claimed by", names(corpus, event.claimed_by)),
            ("where", findable(event.place) if event.place else ""),
            ("who", names(corpus, event.actors)),
        )
    )
    when = day(event.when, ground=True) if event.when.known else ""
    status = chip(STATUS_WORDS.get(event.status, event.status), event.status)
    return record(
        event.id,
        element("div", element("p", when, class_="when") if when else "", element("p", status)),
        element(
            "div", element(heading, line(event.title)), about, passages(corpus, event.evidence)
        ),
        class_=f"event {event.status}",
    )
