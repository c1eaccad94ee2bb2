"""Dated records as TimelineJS reads them: a slide each, with its passage and its source."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from tui.corpus import Corpus
from tui.export.bibliography import dates_of
from tui.export.citation import citation
from tui.model import Record
from tui.records import name_of, when_of
from tui.terminal_text import one_line

_PARTS = ("year", "month", "day")


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[str]:
    """What has no date has no place on a line of time, and is counted in its title."""
    slides = [slide for record in found if (slide := _slide(corpus, record))]
    undated = len(found) - len(slides)
    told = f"{len(slides)} dated, {undated} undated and left out" if undated else f"{len(slides)}"
    made = {"title": {"text": {"headline": "Timeline", "text": told}}, "events": slides}
    yield json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _slide(corpus: Corpus, record: Record) -> dict[str, Any] | None:
    when = when_of(record)
    dates = dates_of(when.edtf) if when else ()
    if not dates:
        return None
    # Both are taken for HTML.
    lines = [escape(line) for line in citation(corpus, record).splitlines()]
    slide: dict[str, Any] = {
        "unique_id": record.id,
        "start_date": dict(zip(_PARTS, dates[0], strict=False)),
        "text": {"headline": escape(one_line(name_of(record))), "text": "<br>".join(lines)},
        "group": record.kind,
    }
    if len(dates) > 1:
        slide["end_date"] = dict(zip(_PARTS, dates[1], strict=False))
    return slide
