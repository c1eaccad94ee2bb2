"""The figures of Serbian tables, and of lines that tell what they count ahead of a colon."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from tui.extract.analysis import table_reading
from tui.extract.findings import ContestMention, FigureMention, Mention
from tui.extract.languages.sr import tables
from tui.extract.languages.sr.names.tokens import NameToken, tokens
from tui.extract.text.document import Document, Sentence
from tui.model import FigureStatus


def find(
    document: Document,
    mentions: Sequence[Mention],
    *,
    election: bool,
    contest_of: Callable[[Sentence], ContestMention | None],
    status_of: Callable[[Sequence[NameToken]], FigureStatus],
) -> Iterator[FigureMention]:
    """These figures in the order of their tables. ``election`` tells that the text names one;
    of which they are, and how settled, the paragraph above a table tells."""
    text = document.text
    words = tokens(document)
    starts = [each.start for each in mentions]
    read = tables.read(document)
    for cell, table in table_reading.figures(text, read, tables.WORDS, election=election):
        owned = cell.owned
        named: Sequence[Mention] = ()
        if owned.subject is not None:
            first, last = (bisect_left(starts, each) for each in owned.subject)
            named = mentions[first:last]
        subject = table_reading.holder(named)
        if owned.subject and not (subject or owned.roles):
            continue  # A number and its sign alone: nothing tells that it is of votes.
        at = max(0, document.paragraph_at(cell.start if table is None else table.table.start - 1))
        above = document.paragraphs[at]
        contest = contest_of(Sentence(above.start, cell.end, at))
        first = bisect_left(words, (above.start,))
        told = words[first : bisect_left(words, (above.end,), first)]
        yield FigureMention(
            start=cell.start,
            end=cell.end,
            value=cell.value,
            unit=cell.unit,
            measure=cell.measure,
            comparator=cell.comparator,
            status=status_of(told),
            base="",
            subject=subject,
            contest=contest.contests[0].id if contest else None,
            contest_span=None,
            as_of=None,
            claimed_by=(),
            rule="labelled" if table is None else "table",
            part=text[slice(*owned.place)] if owned.place else "",
        )
