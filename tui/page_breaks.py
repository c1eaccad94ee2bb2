"""Where one page of a text ends and the next begins: heads, feet and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tui.offset_map import Edit

_GAP = r"(?:[ ]{3,}|[ ]*\t[ \t]*|[ ]?\|[ ]?)"
_OF = r"(?:[ ]?(?:of|od|/)[ ]?\d{1,4})?"
_PAGE = rf"(?:Page|PAGE|Strana|STRANA)[ ]\d{{1,4}}{_OF}"
_BARE = rf"[-–]?[ ]?\d{{1,3}}{_OF}[ ]?[-–]?"
_NUMBERED = re.compile(
    rf"(?:[^\n]{{0,80}}\W)?{_PAGE}|{_PAGE}(?:{_GAP}|[ ][-–•·][ ])[^\n]{{1,80}}"
    rf"|(?:[^\n]{{1,80}}{_GAP})?{_BARE}|{_BARE}{_GAP}[^\n]{{1,80}}"
)
"""A line with the number of a page. Without the word it stands apart from the line's others."""

_COUNTED = re.compile(r"Page[ ]\d{1,4}[ ]of[ ]\d{1,4}[ \t\r]*$", re.MULTILINE)
"""The end of such a line that is plain enough to need no page break beside it."""

_LONGEST_HEAD = 160
"""Characters of a line that may be the head or the foot of a page; longer ones are text."""

_MOST_HEADS = 3
_DIGITS = re.compile(r"\d+")


class Pages:
    """Where one page of a text ends and the next begins."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._gaps = list(self._between_pages())
        self._running = Counter(self._shapes())

    def edits(self) -> Iterator[Edit]:
        """The ends of pages as line breaks; as paragraph breaks where a sentence ends there."""
        done = 0
        for start, end, cut in self._gaps:
            if start < done:
                continue
            if "\f" in self.text[start:end]:
                before, after = self._without_foot(start, done), self._without_head(end, start)
                cut = cut or (before, after) != (start, end)
                start, end = before, after
            done = end
            if not start or end == len(self.text):
                if cut and end - start < len(self.text):
                    yield Edit(start, end, "")
            elif self._goes_on(start, end):
                yield Edit(start, end, "\n")
            elif cut:
                yield Edit(start, end, "\n\n")

    def _between_pages(self) -> Iterator[tuple[int, int, bool]]:
        """What stands between two pages: white space, and whether a plain page number."""
        done = 0
        for start, end in sorted([*self._form_feeds(), *self._counted()]):
            if start >= done:
                numbered = self.text[start] != "\f"
                start, end = self._space_around(start, end, done)
                yield start, end, numbered
                done = end

    def _form_feeds(self) -> Iterator[tuple[int, int]]:
        at = self.text.find("\f")
        while at >= 0:
            yield at, at + 1
            at = self.text.find("\f", at + 1)

    def _counted(self) -> Iterator[tuple[int, int]]:
        for found in _COUNTED.finditer(self.text):
            start, _ = self._line_before(found.end(), 0)
            before = self.text[start : found.start()]
            if not before.strip() or before.endswith(("  ", "\t", "|", "| ")):
                yield start, found.end()

    def _shapes(self) -> Iterator[str]:
        """The lines next to page breaks, whatever their numbers."""
        for start, end, _ in self._gaps:
            for line in (self._line_before(start, 0), self._line_after(end)):
                yield self._shape(*line)

    def _shape(self, start: int, end: int) -> str:
        return _DIGITS.sub("0", self.text[start:end].strip())

    def _space_around(self, start: int, end: int, least: int) -> tuple[int, int]:
        while start > least and self.text[start - 1].isspace():
            start -= 1
        while end < len(self.text) and self.text[end].isspace():
            end += 1
        return start, end

    def _line_before(self, end: int, least: int) -> tuple[int, int]:
        """The line that ends at a position; none where it is too long to be a foot."""
        least = max(least, end - _LONGEST_HEAD)
        start = max(self.text.rfind("\n", least, end), self.text.rfind("\f", least, end)) + 1
        return (start, end) if start or not least else (end, end)

    def _line_after(self, start: int) -> tuple[int, int]:
        most = start + _LONGEST_HEAD
        ends = [self.text.find(each, start, most) for each in "\n\f"]
        end = min((at for at in ends if at >= 0), default=min(most, len(self.text)))
        return (start, end) if end < most else (start, start)

    def _is_head(self, start: int, end: int) -> bool:
        line = self.text[start:end].strip()
        return bool(line) and (
            bool(_NUMBERED.fullmatch(line)) or self._running[self._shape(start, end)] > 1
        )

    def _without_foot(self, end: int, least: int) -> int:
        start, _ = self._line_before(end, least)
        return self._space_around(start, end, least)[0] if self._is_head(start, end) else end

    def _without_head(self, start: int, before: int) -> int:
        for _ in range(_MOST_HEADS):
            _, end = self._line_after(start)
            if not self._is_head(start, end) and not self._parts_a_sentence(before, start, end):
                break
            start = self._space_around(end, end, end)[1]
        return start

    def _parts_a_sentence(self, before: int, start: int, end: int) -> bool:
        """Whether a line stands by itself in the middle of a sentence."""
        if not before or self.text[before - 1] in _ENDS or self.text[end - 1 : end] in _ENDS:
            return False
        after = self._space_around(end, end, end)[1]
        apart = self.text.count("\n", end, after) > 1
        return apart and self.text[start].isupper() and self.text[after : after + 1].islower()

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether a sentence goes on from one page to the next."""
        last = self.text[start - 1]
        full = self.text.rfind("\n", max(0, start - _FULL_LINE), start) < 0
        return self.text[end].islower() or last in ",;-" or (last.isalnum() and full)


_ENDS = '.!?:…”"’»)'
_FULL_LINE = 40
"""Characters of a line that is more than a heading."""
