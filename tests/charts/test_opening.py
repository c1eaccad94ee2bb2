"""The event with which what the reports are about begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.charts.test_strip import event
from tests.samples import sample_corpus
from tui import dates
from tui.charts.timeline import chart_of
from tui.corpus import Corpus
from tui.model import UNKNOWN


@pytest.mark.parametrize(
    ("reports", "events", "opening"),
    [
        # What happened in the fortnight before the first report, and what led to that.
        (["2023-12-21"], ["2008", "2023-11-01", "2023-12-05", "2023-12-17"], "2023-12-05"),
        (["2023-12-21"], ["2023-11-25", "2023-12-05", "2023-12-17"], "2023-11-25"),
        # A month or a year is too vague to lead on, and what nobody says the start of.
        (["2023-12-21"], ["2023-12", "2023-12-17"], "2023-12-17"),
        (["2023-12-21"], ["2023", "2023-12-24"], "2023-12-24"),
        (["2023-12-21"], ["2008-02-17"], None),
        # Several days are one event where they are few.
        (["2023-12-21"], ["2023-12-16/2023-12-18"], "2023-12-16/2023-12-18"),
        (["2023-12-21"], ["2023-10-01/2023-12-18", "2023-12-22"], "2023-12-22"),
        # The first report counts, and one without a day does not.
        (["2024-01-16", "2023-12-21"], ["2023-12-17", "2024-01-16"], "2023-12-17"),
        (["", "2023-12-21"], ["2023-12-17"], "2023-12-17"),
        ([""], ["2023-12-17"], None),
        ([], ["2023-12-17"], None),
        (["2023-12-21"], [], None),
    ],
)
def test_background_lies_before_it(
    reports: list[str], events: list[str], opening: str | None
) -> None:
    article = sample_corpus().articles[0]
    articles = tuple(
        replace(article, id=f"a{n}", published=dates.when(day, "stated") if day else UNKNOWN)
        for n, day in enumerate(reports)
    )
    told = tuple(event(edtf) for edtf in events)
    found = chart_of(Corpus(articles=articles, events=told)).opening
    assert (found and found.id) == (event(opening).id if opening else None)
