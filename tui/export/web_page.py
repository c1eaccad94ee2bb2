"""A page that stands by itself: each record in its paragraph, with an anchor, to be printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from tui.corpus import Corpus
from tui.export.citation import citation
from tui.model import Anchor, Record
from tui.terminal_text import one_line, sanitized

STYLE = """body { font: 16px/1.5 serif; max-width: 44em; margin: 2em auto; padding: 0 1em; }
article { margin: 2em 0; break-inside: avoid; } blockquote { margin: 0 0 .5em; }
mark { background: #ffe9a8; } footer, .id { color: #555; font-size: .9em; }
.note { white-space: pre-wrap; border-left: 3px solid #888; padding-left: .7em; }"""


def records(corpus: Corpus, found: Sequence[Record]) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f"<title>{len(found):,} records</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    if not found:
        yield "<p>Nothing.</p>\n"
    for record in found:
        yield from _article(corpus, record)
    yield "</body>\n</html>\n"


def _article(corpus: Corpus, record: Record) -> Iterator[str]:
    id = escape(one_line(record.id))
    yield f'<article id="{id}">\n'
    for anchor in record.evidence[:1]:
        yield f"<blockquote>{paragraph(corpus, anchor)}</blockquote>\n"
    lines = citation(corpus, record).splitlines()
    yield "".join(f"<p>{escape(line)}</p>\n" for line in lines[:-1])
    noted = corpus.added.to(record.id)
    if noted.annotations:
        yield f"<p>{escape(' · '.join(words for _sign, words in noted.told))}</p>\n"
    for note in noted.notes:
        shown = "\n".join(map(sanitized, note.value.split("\n")))
        yield f'<p class="note">{escape(shown)}</p>\n'
    yield f'<p class="id"><a href="#{id}">{id}</a></p>\n</article>\n'


LONGEST = 2000
"""Characters of the longest paragraph between empty lines."""


def _between(text: str, anchor: Anchor, border: str) -> tuple[int, int]:
    begin, end = text.rfind(border, 0, anchor.start), text.find(border, anchor.end)
    return (begin + len(border) if begin >= 0 else 0), (end if end >= 0 else len(text))


def paragraph(corpus: Corpus, anchor: Anchor) -> str:
    """The paragraph in which a passage stands, the passage marked."""
    text = corpus.texts[anchor.article]
    begin, end = _between(text, anchor, "\n\n")
    if end - begin > LONGEST:
        # Where no empty line stands between them, a line is a paragraph.
        begin, end = _between(text, anchor, "\n")
    parts = (text[begin : anchor.start], text[anchor.start : anchor.end], text[anchor.end : end])
    before, marked, behind = (escape(sanitized(each)) for each in parts)
    return f"{before.lstrip()}<mark>{marked}</mark>{behind.rstrip()}"
