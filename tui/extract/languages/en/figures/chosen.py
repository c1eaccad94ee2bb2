"""The election that is chosen for a figure, and what is asked of the mention of one."""

from __future__ import annotations

from typing import NamedTuple

from tui.extract.findings import ContestMention
from tui.extract.languages.en.contests.naming import is_local
from tui.extract.text.document import Span


class Chosen(NamedTuple):
    """The contest of a figure, the words that name it, and what is to be noted."""

    id: str | None
    span: Span | None
    note: str
    earlier: bool = False
    """Whether it is an election before that of the report."""


NONE = Chosen(None, None, "")


def begin_of(one: ContestMention) -> int:
    """Where the words of an election begin, with the day that stands before them."""
    return min(one.start, one.time.start) if one.time is not None else one.start


def is_of_town(one: ContestMention) -> bool:
    """Whether an election is one of a town."""
    return len(one.contests) == 1 and is_local(one.contests[0])


def is_of_towns(one: ContestMention) -> bool:
    """Whether elections that are named together are those of several towns."""
    places = {each.place for each in one.contests}
    return len(places) > 1 and all(is_local(each) and not each.known for each in one.contests)


def chosen(one: ContestMention, span: Span | None) -> Chosen:
    names = [contest.name for contest in one.contests]
    note = (
        f"the article names together: {', '.join(names)}; kept under the first"
        if len(names) > 1
        else ""
    )
    span = span or Span(one.start, one.end)
    return Chosen(one.contests[0].id, span, note, one.rule == "earlier")
