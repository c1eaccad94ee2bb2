"""Hits as a table for people: a line a record, columns aligned, nothing in it acts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tui.corpus import Corpus
from tui.dates import readable
from tui.export.citation import figure_in_words
from tui.model import Actor, Article, Disagreement, Event, Figure, Quote, Record
from tui.records import name_of, when_of
from tui.terminal_text import cell_width, one_line, padded, sanitized, truncated
from tui.wording import difference_sign, said_as

BOLD, NORMAL = "\x1b[1m", "\x1b[22m"

WIDEST = 28
"""Cells of the widest column but the last, where the lines have to fit a screen."""
WIDEST_PIPED = 48
"""The same where they go to a file: one quote of many speakers pads no other."""


class TableRow(NamedTuple):
    """A record, the stretches of its own words that are lit, and why it is here."""

    record: Record
    spans: Sequence[tuple[int, int]] = ()
    why: str = ""


def table(
    corpus: Corpus, rows: Iterable[TableRow], *, width: int | None = None, lit: bool = False
) -> Iterator[str]:
    """The rows as lines without line feeds: at most ``width`` cells wide where that is
    given, hits in bold where ``lit``."""
    listed = list(rows)
    columns = [[one_line(cell) for cell in _columns(corpus, row.record)] for row in listed]
    most = WIDEST if width else WIDEST_PIPED
    widths = [min(max(map(cell_width, column)), most) for column in zip(*columns, strict=True)]
    for row, parts in zip(listed, columns, strict=True):
        front = "  ".join(padded(part, room) for part, room in zip(parts, widths, strict=True))
        text, spans = _own_words(corpus, row)
        why = f"  ({one_line(row.why)})" if row.why else ""
        if width is not None:
            room = max(20, width - cell_width(front) - 2 - cell_width(why))
            text, spans = _from_first_hit(text, spans, room)
            text = truncated(text, room)
        yield f"{front}  {_bold(text, spans) if lit else text}{why}".rstrip()


def articles_table(corpus: Corpus, width: int | None = None) -> Iterator[str]:
    """The articles with their facts: id, day, publisher, where each stands, author, title."""
    columns = [
        [
            one_line(cell)
            for cell in (
                each.id,
                readable(each.published.edtf) or "—",
                each.publisher or each.agency or "—",
                each.path,
                each.author or "—",
            )
        ]
        for each in corpus.articles
    ]
    most = WIDEST if width else WIDEST_PIPED
    widths = [min(max(map(cell_width, column)), most) for column in zip(*columns, strict=True)]
    for article, parts in zip(corpus.articles, columns, strict=True):
        front = "  ".join(padded(part, room) for part, room in zip(parts, widths, strict=True))
        title = one_line(article.title)
        if width is not None:
            title = truncated(title, max(20, width - cell_width(front) - 2))
        yield f"{front}  {title}"


def _columns(corpus: Corpus, record: Record) -> tuple[str, ...]:
    """What stands before a record's own words."""
    when = when_of(record)
    day = readable(when.edtf) if when else ""
    match record:
        case Quote():
            speakers = ", ".join(corpus.name(each) for each in record.speakers) or "—"
            return record.id, day, speakers
        case Event():
            return record.id, day, record.status
        case Actor() | Disagreement():
            return record.id, record.type
        case Article():
            return record.id, day, record.publisher or record.path
    return record.id, day


def _own_words(corpus: Corpus, row: TableRow) -> tuple[str, list[tuple[int, int]]]:
    if isinstance(row.record, Figure):
        return one_line(figure_in_words(corpus, row.record)), []
    # One for one, so that the spans hold behind what is set before the words.
    text = sanitized(name_of(row.record)).replace("\n", " ")
    before, behind = said_as(corpus, row.record)
    shift = len(before)
    return f"{before}{text}{behind}{_sides(row.record)}", [
        (a + shift, b + shift) for a, b in row.spans
    ]


def _sides(record: Record) -> str:
    """What the sides of a disagreement say, with the sign that the screen has between them."""
    if not isinstance(record, Disagreement):
        return ""
    sign = f" {difference_sign(record)} "
    return f": {one_line(sign.join(side.says for side in record.sides))}"


def _from_first_hit(
    text: str, spans: list[tuple[int, int]], room: int
) -> tuple[str, list[tuple[int, int]]]:
    """The text begun near its first hit, where that would be out of sight."""
    if not spans or spans[0][1] <= room - 1:
        return text, spans
    begin = max(0, spans[0][0] - room // 4)
    return f"…{text[begin:]}", [(a - begin + 1, b - begin + 1) for a, b in spans]


def _bold(text: str, spans: Iterable[tuple[int, int]]) -> str:
    parts, at = [], 0
    for start, end in spans:
        if start >= len(text):
            break
        parts += [text[at:start], BOLD, text[start:end], NORMAL]
        at = end
    return "".join([*parts, text[at:]])
