"""How words become what is drawn.

Words from the sources never come near a markup parser: they enter here, are made plain
and become ``Content``. Styles are roles, written ``.role``; the stylesheet says how each
looks in every theme, and every widget that draws words knows them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from tui.terminal_text import sanitized
from tui.wording import counted as counted

DIM = ".dim"
STRONG = ".strong"
LABEL = ".label"
HEADING = ".heading"
ACTOR = ".actor"
DATE = ".date"
FIGURE = ".figure"
QUOTED = ".quoted"
EVENT = ".event"
HIT = ".hit"
LINK = ".link"
STRUCK = ".struck"
SPEAKER = ".speaker"
WARN = ".warn"
BAR = ".bar"
BAR_REST = ".bar-rest"

ROLES = frozenset(
    {
        "actor",
        "bar",
        "bar-rest",
        "cursor",
        "cursor-away",
        "date",
        "dim",
        "event",
        "figure",
        "heading",
        "hit",
        "key",
        "label",
        "link",
        "list-1",
        "list-2",
        "list-3",
        "list-4",
        "mark-date",
        "mark-figure",
        "mark-here",
        "mark-quoted",
        "passage",
        "quoted",
        "speaker",
        "strong",
        "struck",
        "tab-here",
        "warn",
    }
)
"""Component classes of every screen on which words are drawn."""

EMPTY = Content("")


def styled(text: str, role: str = "") -> Content:
    """Words of a source on one line, as long as they are in the source."""
    # Of what acts only the line feed is left.
    return Content.styled(sanitized(text).replace("\n", " "), role, strip_control_codes=False)


def joined(*parts: str | Content | tuple[str, str], by: str = "") -> Content:
    """Parts in a row; a plain string is taken literally. Empty parts leave no gap."""
    made = [part if isinstance(part, Content) else _part(part) for part in parts]
    kept = [part for part in made if part]
    return Content(by).join(kept) if by else Content("").join(kept)


def _part(part: str | tuple[str, str]) -> Content:
    return styled(part) if isinstance(part, str) else styled(*part)


def highlighted(content: Content, spans: Iterable[tuple[int, int]], role: str = HIT) -> Content:
    """The same words with some stretches lit."""
    for start, end in spans:
        content = content.stylize(role, start, end)
    return content


def cut(content: Content, width: int) -> Content:
    """As much as fits, with an ellipsis where something is left out."""
    shown = content.truncate(max(0, width), ellipsis=True)
    end = len(shown.plain)
    lit = any(span.end == end and span.style == HIT for span in shown.spans)
    if not lit or shown.plain == content.plain:
        return shown
    # An ellipsis is no part of what is found.
    return Content(shown.plain, [each._replace(end=min(each.end, end - 1)) for each in shown.spans])


def column(content: Content, width: int, *, right: bool = False) -> Content:
    """Exactly so many cells wide."""
    content = cut(content, width)
    space = max(0, width - content.cell_length)
    return content.pad_left(space) if right else content.pad_right(space)


def spread(left: Content, right: Content, width: int) -> Content:
    """One part at each end of a line; the left one gives way."""
    if not right:
        return cut(left, width)
    if right.cell_length > width - 8:
        return cut(left, width)
    return joined(column(left, width - right.cell_length - 1), " ", right)


def whole_parts(parts: Iterable[Content], width: int, by: str) -> Content:
    """As many parts as fit, each of them whole; the first one in any case."""
    shown = EMPTY
    for part in filter(None, parts):
        longer = joined(shown, part, by=by)
        if shown and longer.cell_length > width:
            break
        shown = longer
    return cut(shown, width)


def in_a_line(head: Content, tail: Content, width: int) -> Content:
    """Two parts in a line. A tail that a third of it holds is whole and the head gives way,
    else the tail does."""
    if head.cell_length + 2 + tail.cell_length > width and tail.cell_length <= width // 3:
        head = cut(head, width - tail.cell_length - 2)
    return cut(joined(head, tail, by="  "), width)


def wrapped(
    content: Content, width: int, *, indent: int = 0, first: Content = EMPTY, most: int = 0
) -> list[Content]:
    """Lines of at most ``width`` cells, indented, after a first sign or label.

    With ``most``, what does not fit on so many lines gives way to an ellipsis.
    """
    room = max(4, width - indent)
    lines = content.wrap(room) or [EMPTY]
    if most and len(lines) > most:
        # The next line makes the last one too long, so the cut leaves an ellipsis.
        lines = [*lines[: most - 1], cut(joined(lines[most - 1], " ", lines[most]), room)]
    lead = first.pad_right(max(0, indent - first.cell_length))
    blank = Content(" " * indent)
    return [joined(lead if n == 0 else blank, line) for n, line in enumerate(lines)]


def excerpt(text: str, spans: Sequence[tuple[int, int]], room: int) -> Content:
    """Words with their hits lit, begun near the first hit where that would be out of sight."""
    first = min((start for start, _ in spans), default=0)
    start = 0
    if first >= max(8, room - 16):
        # What stands before the hit fills the room that what follows it leaves.
        start = max(0, min(first - room // 4, len(text) - room + 8))
        space = text.find(" ", start, first)
        start = space + 1 if space >= 0 else start
    # Of a long text no more is taken than is sure to be too long.
    end = start + 2 * room + 16
    part = styled(text[start:end])
    shown = highlighted(part, [(a - start, b - start) for a, b in spans if b > start and a < end])
    return joined("…" if start else "", shown, "…" if end < len(text) else "")
