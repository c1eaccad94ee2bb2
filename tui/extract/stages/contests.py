"""Which of the elections that a text names it is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from tui.extract.findings import ContestMention, EventMention, FigureMention


def kept(
    found: Sequence[ContestMention],
    figures: Sequence[FigureMention],
    events: Sequence[EventMention] = (),
) -> list[ContestMention]:
    """The mentions of known contests, and of those discovered ones that a figure or a dated
    event refers to: an election that is only spoken of in passing is no contest here."""
    wanted = {figure.contest for figure in figures if figure.contest}
    dated = [event for event in events if event.time is not None and event.time.edtf]
    dated.sort(key=lambda event: event.start)
    furthest = list(accumulate((event.end for event in dated), max))
    for one in found:
        ahead = bisect_left(dated, one.end, key=lambda event: event.start)
        if ahead and furthest[ahead - 1] > one.start and one.rule != "earlier":
            wanted |= {named.id for named in one.contests}
    kept = []
    for one in found:
        meant = tuple([each for each in one.contests if each.known or each.id in wanted])
        if meant:
            kept.append(one if meant == one.contests else replace(one, contests=meant))
    return kept
