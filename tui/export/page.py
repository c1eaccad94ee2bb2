"""One record as a page of text: everything it says, every passage, every link.

It is what the explorer shows of a record, for people who read it in a pipe or hear it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tui.annotation import Noted
from tui.corpus import Corpus
from tui.dates import readable
from tui.export.citation import NOT_REPORTED, figure_in_words, source
from tui.export.jsonl import own_fields
from tui.model import (
    Anchor,
    Description,
    Detail,
    Disagreement,
    FactOrigin,
    Figure,
    Record,
    Relation,
    When,
)
from tui.records import name_of, passages_of
from tui.related import related
from tui.terminal_text import one_line, sanitized
from tui.wording import ITSELF, said_as

_IDS = frozenset(
    "article speakers actors claimed_by subject contest continues answers repeats actor".split()
)
"""Fields that name other records."""

_ELSEWHERE = frozenset("text title name mentions content about sides items".split())
"""Fields that the page shows in its heading or among the passages."""

_ALWAYS = frozenset("speakers published when date said as_of publisher".split())
"""Fields that are said to be not reported where they are empty."""


def page(corpus: Corpus, record: Record) -> Iterator[str]:
    """The lines of a record's page, without line feeds and without a character that acts."""
    yield one_line(f"{record.kind} {record.id}")
    yield ""
    heading = (
        figure_in_words(corpus, record) if isinstance(record, Figure) else _named(corpus, record)
    )
    yield from (f"  {sanitized(line)}" for line in heading.splitlines())
    yield ""
    for name in own_fields(type(record)):
        value = getattr(record, name)
        if name not in _ELSEWHERE and (name in _ALWAYS or value not in (None, "", ())):
            yield one_line(f"{name.replace('_', ' ')}: {_value(corpus, name, value)}")
    yield one_line(f"{record.origin}: {record.rule}")
    if isinstance(record, Disagreement):
        yield from _sides(corpus, record)
    else:
        anchors = dict.fromkeys(passages_of(record))
        yield from _section("passages", [_passage(corpus, anchor) for anchor in anchors])
    yield from _section("added", _added(corpus.added.to(record.id)))
    for label, others in related(corpus, record):
        yield from _section(
            label.lower(), [f"{other.id}  {_short(_named(corpus, other))}" for other in others]
        )


def words_page(corpus: Corpus, words: Anchor) -> Iterator[str]:
    """The lines of a page about words of an article: where they stand, and what is added."""
    yield one_line(f"words {words.article}:{words.start}-{words.end}")
    yield from _section("passages", [_passage(corpus, words)])
    yield from _section("added", _added(corpus.added.at(words)))


def _added(noted: Noted) -> list[str]:
    return [*(told for _sign, told in noted.told), *(each.value for each in noted.notes)]


def _named(corpus: Corpus, record: Record) -> str:
    """A record's own words, quoted or reported as the source has them."""
    if isinstance(record, Figure):
        return figure_in_words(corpus, record)
    before, behind = said_as(corpus, record)
    return f"{before}{name_of(record)}{behind}"


def _sides(corpus: Corpus, record: Disagreement) -> Iterator[str]:
    """Each side with its passages and who is speaking in them."""
    for side in record.sides:
        lines = []
        for passage, speakers in side.told:
            named = ", ".join(corpus.name(each) for each in speakers) or ITSELF
            lines.append(f"{_passage(corpus, passage)}  — {named}")
        yield from _section(f"side: {one_line(side.says)}", lines)


def _section(label: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{label} ({len(lines)})"
        yield from (f"  {one_line(line)}" for line in lines)


def _value(corpus: Corpus, name: str, value: Any) -> str:
    match value:
        case None | "" | ():
            return NOT_REPORTED
        case When():
            return _dated(corpus, value)
        case Anchor():
            return f"“{corpus.words(value)}”"
        case Relation():
            return f"{value.relation} {corpus.name(value.actor)} [{value.actor}]"
        case Description():
            return f"“{value.text}”"
        case Detail():
            return f"{value.name}: {value.value}"
        case FactOrigin():
            return f"{value.fact} ({value.origin})"
        case tuple():
            return ", ".join(dict.fromkeys(_value(corpus, name, each) for each in value))
        case str() if name in _IDS:
            return f"{_short(corpus.name(value))} [{value}]"
    return str(value)


def _dated(corpus: Corpus, when: When) -> str:
    note = f" ({when.note})" if when.note else ""
    if not when.known:
        return f"{NOT_REPORTED}{note}"
    words = f", from “{corpus.words(when.expression)}”" if when.expression else ""
    return f"{readable(when.edtf)} [{when.edtf}], {when.basis}{words}{note}"


def _passage(corpus: Corpus, anchor: Anchor) -> str:
    before, after = corpus.around(anchor)
    where = f"{anchor.article}:{anchor.start}-{anchor.end}"
    words = f"…{before}[[{corpus.words(anchor)}]]{after}…"
    page = corpus.article(anchor.article).page_of(anchor.start)
    return f"{where}  {words}  — {source(corpus, anchor.article)}{page and f', {page}'}"


def _short(words: str, room: int = 100) -> str:
    line = one_line(words)
    return line if len(line) <= room else f"{line[: room - 1]}…"
