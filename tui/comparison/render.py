"""A comparison as text to read or to hear, as Markdown to paste, and as JSON Lines.

Each form is a generator of lines with their line feeds. Nothing in them acts on a terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from tui.comparison.comparison import ComparedGroup, SpeakerComparison
from tui.corpus import Corpus
from tui.dates import readable
from tui.export.citation import NOT_REPORTED, source
from tui.export.jsonl import as_object
from tui.export.jsonl import line as json_line
from tui.export.markdown import escaped
from tui.model import Quote
from tui.terminal_text import one_line
from tui.wording import said_as


def as_text(compared: SpeakerComparison) -> Iterator[str]:
    """Day by day, and of each day speaker by speaker."""
    yield from (f"{each}\n" for each in _text(compared))


def as_markdown(compared: SpeakerComparison) -> Iterator[str]:
    """A document with one table: a column a speaker, the rows in order of time. What would
    be markup stands as it is in the source."""
    yield from (f"{each}\n" for each in _markdown(compared))


def as_json_lines(compared: SpeakerComparison) -> Iterator[str]:
    """Every quote once, row by row, with the speakers among those ``compared`` whose it is."""
    for quote in compared.quotes:
        columns = [each for each in compared.speakers if each in quote.speakers]
        yield json_line(as_object(compared.corpus, quote) | {"compared": columns})


FORMS: Mapping[str, Callable[[SpeakerComparison], Iterator[str]]] = {
    "text": as_text,
    "md": as_markdown,
    "jsonl": as_json_lines,
}


def _text(compared: SpeakerComparison) -> Iterator[str]:
    corpus = compared.corpus
    yield from _head(compared)
    for group in compared.groups:
        yield ""
        yield _time(compared, group)
        for column, speaker in enumerate(compared.speakers):
            said = [quote for row in group.rows if (quote := row[column])]
            if not said:
                continue
            yield f"  {one_line(corpus.name(speaker))}"
            for quote in said:
                yield f"    {_words(corpus, quote)}"
                where = (_source(corpus, group, quote), f"[{one_line(quote.id)}]")
                yield f"    {' '.join(part for part in where if part)}"


def _markdown(compared: SpeakerComparison) -> Iterator[str]:
    corpus = compared.corpus
    title, *rest = _head(compared)
    yield f"# {escaped(title)}"
    for line in rest:
        yield ""
        yield escaped(line)
    if not compared.groups:
        return
    yield ""
    yield _table_row("Said", *(escaped(corpus.name(each)) for each in compared.speakers))
    yield _table_row(*("---" for _each in ("", *compared.speakers)))
    for group in compared.groups:
        time = escaped(_time(compared, group))
        for row in group.rows:
            yield _table_row(time, *(_cell(corpus, group, quote) for quote in row))
            time = ""


def counted(compared: SpeakerComparison) -> list[str]:
    """How much of what each says is compared: "Marinika Tepić 3 of 4"."""
    columns = zip(compared.speakers, compared.counts, compared.totals, strict=True)
    return [
        f"{one_line(compared.corpus.name(speaker))} "
        + (f"{count:,}" if count == total else f"{count:,} of {total:,}")
        for speaker, count, total in columns
    ]


def _head(compared: SpeakerComparison) -> Iterator[str]:
    names = [one_line(compared.corpus.name(each)) for each in compared.speakers]
    yield f"{', '.join(names)}: side by side" if names else "Nobody is compared"
    if compared.about:
        yield f"On: {one_line(compared.about)}"
    if names:
        yield f"Quotes: {', '.join(counted(compared))}"


def _time(compared: SpeakerComparison, group: ComparedGroup) -> str:
    """When a group's quotes were said, or in which report they stand if nobody tells."""
    if group.article:
        return f"Day {NOT_REPORTED}, in {one_line(source(compared.corpus, group.article))}"
    return readable(group.when.edtf)


def _words(corpus: Corpus, quote: Quote) -> str:
    """What was said in marks, what is reported behind its cue."""
    before, behind = said_as(corpus, quote)
    return f"{before}{one_line(quote.text)}{behind}"


def _source(corpus: Corpus, group: ComparedGroup, quote: Quote) -> str:
    """Where the words stand; a group that one article tells has said so already."""
    return one_line(source(corpus, quote.article)) if not group.article else ""


def _cell(corpus: Corpus, group: ComparedGroup, quote: Quote | None) -> str:
    if quote is None:
        return ""
    where = _source(corpus, group, quote)
    parts = (escaped(_words(corpus, quote)), escaped(where), f"`{quote.id}`")
    return "<br>".join(part for part in parts if part)


def _table_row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
