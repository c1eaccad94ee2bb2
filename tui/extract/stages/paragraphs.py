"""Where the paragraphs of a text stand, and how they end."""

from __future__ import annotations

from tui.extract.text.document import Span, lines

_STOPS = frozenset(".!?…:;")


def paragraphs(text: str) -> list[Span]:
    """The paragraphs: lines, or blocks of lines where the text is wrapped by hand."""
    found = lines(text)
    if len(found) < 6:
        return found
    lengths = sorted(span.end - span.start for span in found)
    # The median: ``statistics`` is long in importing.
    inner = lengths[(len(lengths) - 1) // 2 : len(lengths) // 2 + 1]
    if lengths[-1] > 120 or not 40 <= sum(inner) / len(inner) <= 90:
        return found
    open_ends = sum(not ends(text[max(s.start, s.end - 4) : s.end]) for s in found)
    if open_ends <= len(found) / 2:
        return found
    blocks: list[Span] = []
    for span in found:
        if blocks and text.count("\n", blocks[-1].end, span.start) == 1:
            blocks[-1] = Span(blocks[-1].start, span.end)
        else:
            blocks.append(span)
    return blocks


def ends(words: str) -> bool:
    """Whether words end as a sentence does, marks that close behind its stop."""
    return words.rstrip("\"'”’)]»")[-1:] in _STOPS


def after(text: str, span: Span, position: int) -> Span:
    while position < span.end and text[position].isspace():
        position += 1
    return Span(position, span.end)


def before(text: str, position: int) -> int:
    while position > 0 and text[position - 1].isspace():
        position -= 1
    return position
