"""Quotation marks, paired: which stretches of a text stand inside marks.

Marks are paired a paragraph at a time. A quotation still open at a paragraph's end runs
to that end, and the next paragraph may re-open it (speech over several paragraphs).
Mixed shapes are taken as they come: what was opened curly may be closed straight.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tui.extract.text.document import Paragraph
from tui.extract.text.intervals import InnermostInterval

# What one character tells comes first in these: a search then passes over all others at once.
MARK = re.compile(r"[\"“”„‟«»'`](?:(?<=[\"“”„‟«»])|(?<=')'|(?<=`)`)")
_SIGNS = "\"“”„‟«»'`‘"
"""What no mark is without: to look for each takes less than to search for all of them."""
OPENERS = "“„‟«"
CLOSERS = "”»"
_SINGLE_OPEN = re.compile(
    r"[‘'](?:(?<=‘)(?<![\w’]‘)(?=[\w\[(“\"$…])|(?<=')(?<![\w'’,.!?]')(?=[^\W\d_][^']{2}))"
)
_REVERSED = re.compile(r"(?<!\w)»\w")
_FRENCH = re.compile(r"(?<!\w)«\s?\w")
_TURNED = str.maketrans("«»", "»«")
"""Marks that point at the words they hold, as in German, are turned to those that point away."""
_SINGLE_CLOSE = re.compile(r"[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """The inside of a pair of marks. ``open``/``close`` are the offsets around the marks
    themselves; ``carried`` tells that the paragraph before ended inside the quotation."""

    start: int
    end: int
    open: int
    close: int
    single: bool = False
    carried: bool = False
    closed: bool = True
    nested: bool = False
    name: bool = False
    """Whether the words beside it tell that it is a name and no speech."""


def pair(text: str, paragraphs: Iterable[Paragraph]) -> list[QuotedSpan]:
    """The marked stretches of the paragraphs, nested ones flagged, in order of text."""
    found: list[QuotedSpan] = []
    carried = False
    if "»" in text and _REVERSED.search(text) and not _FRENCH.search(text):
        text = text.translate(_TURNED)
    here = [sign for sign in _SIGNS if sign in text]
    for paragraph in paragraphs:
        if paragraph.role == "furniture":
            continue
        words = text[paragraph.start : paragraph.end]
        signs = [sign for sign in here if sign in words]
        if not signs:
            carried = False
            continue
        doubles, carried = _doubles(text, paragraph.start, paragraph.end, carried)
        found.extend(doubles)
        if "'" in signs or "‘" in signs:
            found.extend(_singles(text, paragraph.start, paragraph.end, doubles))
    return sorted(found, key=lambda each: (each.start, each.nested))


_DASH_OPENS = re.compile(r"[–—-](?:\s+(?=\S)|(?=[^\W\da-z_]))")
_DASH_INSIDE = re.compile(r"(?<=[.!?…:”“\"])\s[–—-]\s(?=[„“\"]?[^\W\da-z_])")
"""A dash that opens speech behind the end of a sentence."""
_DASH = re.compile(r"\s[–—-](?=\s)")


def dashes(
    text: str,
    paragraphs: Iterable[Paragraph],
    marked: Sequence[QuotedSpan],
    tells: Callable[[str, int, int], bool],
) -> list[QuotedSpan]:
    """The marked stretches with those of speech between dashes, which opens a paragraph; what
    stands in marks inside these is nested. ``tells`` says of the words between two positions
    whether they begin by telling who speaks."""
    spoken: list[QuotedSpan] = []
    told = list(paragraphs)
    for number, paragraph in enumerate(told):
        opening = _DASH_OPENS.match(text, paragraph.start, paragraph.end)
        if opening is None or paragraph.role not in ("body", "lead-title"):
            spoken += _inside(text, paragraph, tells)
            continue
        found: list[QuotedSpan] = []
        at, begin = paragraph.start, opening.end()
        inside = True
        for dash in _DASH.finditer(text, begin, paragraph.end):
            if inside and tells(text, dash.end(), paragraph.end):
                found.append(QuotedSpan(begin, dash.start(), at, dash.end()))
                inside = False
            elif not inside:
                at, begin, inside = dash.end() - 1, dash.end(), True
        if found and inside:
            found.append(QuotedSpan(begin, paragraph.end, at, paragraph.end, closed=False))
        if not found and _is_awaited(text, told, number, begin):
            found.append(QuotedSpan(begin, paragraph.end, at, paragraph.end, closed=False))
        spoken += found
    if not spoken:
        return list(marked)
    spoken = _trimmed(text, spoken)
    around = InnermostInterval([(each.open, each.close) for each in spoken], lambda each: each[0])
    inner = [replace(each, nested=True) if around.at(each.open) else each for each in marked]
    return sorted([*spoken, *inner], key=lambda each: (each.start, each.nested))


def _is_awaited(text: str, paragraphs: Sequence[Paragraph], number: int, begin: int) -> bool:
    """Whether the paragraph before ends in a colon, and one of whole sentences behind a dash is
    the speech that it leads up to; several with dashes are a list."""
    if not number or text[paragraphs[number - 1].end - 1] != ":":
        return False
    end = paragraphs[number].end
    if number + 1 < len(paragraphs) and _DASH_OPENS.match(text, paragraphs[number + 1].start):
        return False
    return text[begin].isupper() and text[end - 1] in ".!?…"


def _inside(
    text: str, paragraph: Paragraph, tells: Callable[[str, int, int], bool]
) -> list[QuotedSpan]:
    """Speech between dashes behind a sentence of a paragraph: "... - Most je star - kaže X."."""
    if paragraph.role != "body":
        return []
    found: list[QuotedSpan] = []
    at = paragraph.start
    while (opening := _DASH_INSIDE.search(text, at, paragraph.end)) is not None:
        at = opening.end()
        closing = _DASH.search(text, at, paragraph.end)
        if closing is None:
            break
        if tells(text, closing.end(), paragraph.end):
            found.append(QuotedSpan(at, closing.start(), opening.start() + 1, closing.end()))
            at = closing.end()
            onward = _DASH.search(text, at, paragraph.end)
            if onward is not None and text[onward.end() + 1 : onward.end() + 2].isupper():
                end = paragraph.end
                found.append(QuotedSpan(onward.end(), end, onward.end() - 1, end, closed=False))
                break
    return found


def _opens(text: str, position: int, end: int, mark: str) -> bool:
    """Whether a straight mark at a position opens rather than closes."""
    if mark in "«»":
        # »These« are opened in some languages by what closes «these» in others.
        before, after = text[position - 1 : position], text[position + 1 : position + 2]
        if (not before or before.isspace() or before == "(") and after.isalnum():
            return True
        if before and not before.isspace() and not after.isalnum():
            return False
    if mark in OPENERS or mark == "``":
        # „Serbian“ marks close with what opens in English, and so do "mixed“ ones.
        return mark != "“" or not _ends_words(text, position)
    if mark in CLOSERS:
        return False
    before = text[position - 1] if position else " "
    after_at = position + len(mark)
    after = text[after_at] if after_at < end else " "
    if before.isspace() or before in "([{—–-/‘":
        return not after.isspace()
    return not (after.isspace() or after in ".,;:!?)]}—–-…'’" or before in ".,!?…")


def _unpaired(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a mark that cannot open stands alone: behind a number, as inches do, or with
    nothing to close what it would open (of which the first mark is missing)."""
    if text[mark.start() - 1 : mark.start()].isdigit():
        return True
    following = MARK.search(text, mark.end(), end)
    return following is None or _opens(text, following.start(), end, following.group())


def _inch(text: str, position: int) -> bool:
    """A straight mark behind a digit with no word after it on the spot: 6'2" or 12"."""
    before = text[position - 1] if position else ""
    return before.isdigit() and "'" in text[max(0, position - 5) : position]


def _doubles(text: str, start: int, end: int, carried: bool) -> tuple[list[QuotedSpan], bool]:
    found: list[QuotedSpan] = []
    open_at: re.Match[str] | None = None
    inner: list[re.Match[str]] = []
    first = True
    for mark in MARK.finditer(text, start, end):
        shape = mark.group()
        if (
            shape == '"'
            and open_at is None
            and (_inch(text, mark.start()) or text[mark.start() - 1 : mark.start()] == "=")
        ):
            continue  # An inch, or an attribute of markup left in the text.
        opens = _opens(text, mark.start(), end, shape)
        if open_at is not None and shape == "“":
            opens = opens and open_at.group() != "„"
        if first:
            first = False
            before = text[start : mark.start()].strip()
            if not before and not carried and shape in CLOSERS:
                opens = True  # Nothing can close where nothing stands: the mark is reversed.
            if not opens and before and (carried or shape in CLOSERS):
                # A closing mark with nothing open: the paragraph goes on from before.
                found.append(QuotedSpan(start, mark.start(), start, mark.end(), carried=carried))
                continue
        if open_at is None:
            if opens or (shape not in CLOSERS and not _unpaired(text, mark, end)):
                open_at = mark
            continue
        if opens and shape != '"' and shape != "''" and open_at.group() not in ("''",):
            if shape in OPENERS and _closed_twice(text, mark.end(), end):
                inner.append(mark)
                continue
            # The closing mark is missing: a new quotation begins here.
            found.append(
                QuotedSpan(open_at.end(), mark.start(), open_at.start(), mark.start(), closed=False)
            )
            open_at = mark
            inner.clear()
            continue
        if opens and shape == '"' and _is_nested(text, open_at.group(), mark.end(), end):
            inner.append(mark)
            continue
        if inner:
            begun = inner.pop()
            found.append(
                QuotedSpan(begun.end(), mark.start(), begun.start(), mark.end(), nested=True)
            )
            continue
        found.append(QuotedSpan(open_at.end(), mark.start(), open_at.start(), mark.end()))
        open_at = None
    if open_at is not None:
        found.append(QuotedSpan(open_at.end(), end, open_at.start(), end, closed=False))
        return _trimmed(text, found), True
    return _trimmed(text, found), False


def _ends_words(text: str, position: int) -> bool:
    """Whether a mark stands on the spot behind a word or a stop, and before no word."""
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    return bool(before) and not before.isspace() and not after.isalnum()


def _closed_twice(text: str, start: int, end: int) -> bool:
    """Whether two closing marks come before the next opening one."""
    following = MARK.finditer(text, start, min(end, start + 2_000))
    two = list(islice(following, 2))
    return len(two) == 2 and not any(
        mark.group() in OPENERS and _opens(text, mark.start(), end, mark.group()) for mark in two
    )


def _is_nested(text: str, outer: str, start: int, end: int) -> bool:
    """Whether a straight mark that opens stands within others: within straight ones where those
    behind it close both in turn: "We call it "the bridge" and like it"."""
    if outer != '"':
        return outer in OPENERS
    depth = 2
    for mark in MARK.finditer(text, start, min(end, start + 2_000)):
        if mark.group() != '"':
            return False
        depth += 1 if _opens(text, mark.start(), end, '"') else -1
        if depth not in (1, 2):
            return depth == 0
    return False


def _trimmed(text: str, found: list[QuotedSpan]) -> list[QuotedSpan]:
    kept = []
    for each in found:
        start, end = each.start, each.end
        while start < end and (text[start].isspace() or text[start] in "\u200b"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in "\u200b"):
            end -= 1
        if end > start:
            whole = start == each.start and end == each.end
            kept.append(each if whole else replace(each, start=start, end=end))
    return kept


def _singles(text: str, start: int, end: int, doubles: list[QuotedSpan]) -> list[QuotedSpan]:
    """Single marks, outside double ones as quotations and inside them as nested ones.

    An apostrophe looks like a closing mark, so the one that closes is the first behind
    punctuation or at the end of the words, and else the last before the next opening.
    """
    found: list[QuotedSpan] = []
    position = start
    outer: InnermostInterval[tuple[int, int, int]] | None = None
    while True:
        opening = _SINGLE_OPEN.search(text, position, end)
        if opening is None:
            return found
        begin = opening.end()
        following = _SINGLE_OPEN.search(text, begin, end)
        limit = following.start() if following else end
        outer = outer or InnermostInterval(
            [(d.start, d.end + 1, at) for at, d in enumerate(doubles)], lambda each: each[2]
        )
        around = outer.at(begin)
        if around:
            limit = min(limit, around[1] - 1)
        close = None
        for candidate in _SINGLE_CLOSE.finditer(text, begin, limit):
            if text[opening.start()] == "'" and candidate.group() != "'":
                continue
            before = text[candidate.start() - 1]
            close = candidate
            if before in ".,!?…" or not before.isalpha() or before != "s":
                break
        if close is None or close.start() - begin < 2:
            position = begin
            continue
        found.append(
            QuotedSpan(
                begin,
                close.start(),
                opening.start(),
                close.end(),
                single=True,
                nested=around is not None,
            )
        )
        position = close.end()
