"""Rows of results: lines that tell a name and what it got, and little else.

``"The Blue List" – 23.4 % (49 mandates)``, ``• Green Bloc 14%``, ``| Red Union | 12.1% | 20 |``;
where a head tells what its columns are they are a table (see ``text.tables``).
One such line is a line as any other; of two or more, each is a row.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from tui.extract.text.bullets import BULLETS
from tui.extract.text.document import Sentence

LONG = 1500
"""Characters beyond which a sentence is longer than anybody writes."""
_ROW = re.compile(
    rf"(?:[{BULLETS}|–—-]"
    r"+[ \t]*|[0-9]{1,2}[.)][ \t]+)?(?P<name>[^\n]{2,90}?)[\s–—:|(][0-9][0-9.,]{0,9}"
    r"(?:\s?(?:%|pct\b|per\s?cent\b)|\s(?:seats?|mandates?|votes?)\b|\s?[|\t])[^\n]{0,60}"
)
_BARE_ROW = re.compile(
    rf"(?:[{BULLETS}–—-]"
    r"+[ \t]*|[0-9]{1,2}[.)][ \t]+)(?P<name>[^\n\d]{2,60}?)\s?[–—:-]\s?"
    r"[0-9][0-9.,]{0,9}[ \t]?[;,.]?"
)
"""A row that has no noun: what its number counts the line above the list tells."""
_CHANGED_ROW = re.compile(
    r"(?P<name>[^\W\d_a-z][^\n\d:;]{2,60}?)\s?[–—:-]\s?[0-9]{1,3}\s?\((?:[+−–-]?[0-9]{1,3}|no\schange|unchanged|=)\)"
)
"""A row that tells what its number was before: "Labour: 19 (-4)"."""
_CANDIDATE = re.compile(
    rf"(?:[{BULLETS}–—-]"
    r"+[ \t]*)?(?P<name>[^\W\d_a-z][^\n\d:;|(),]{3,40}?)"
    r"(?:,\s[^\W\d_a-z][^\n\d:;|()]{2,40}?:|\s\([^()\n\d]{2,30}\):?)\s?[–—-]?\s?[0-9][0-9,.]*[0-9]"
    r"(?:\s?[–—-]?\s?\(?(?i:elected)\)?)?[ \t]?[;,.]?"
)
"""A row of who stood, for whom, and for how many voted: "Ana Ilic, Blue List: 1,204 - elected"."""
_MAY_BE_CANDIDATE = re.compile(r"\n[^\n\d]{5,90}[:)]\s?[–—-]?\s?[0-9]")
_HOUSE = re.compile(r"\b(?:make-?up|composition|seats?|state\sof\sthe\sparties)\b", re.IGNORECASE)
"""What tells, above rows, that they are of seats."""
_SEATS_SHARED = re.compile(
    r"\b(?:allocation|distribution|breakdown|division|share)\sof\s(?:the\s)?(?:[a-z]+\s)?(?:seats|mandates)\b",
    re.IGNORECASE,
)
"""What tells it whatever else stands there."""
_RULE = re.compile(r"[\s|:-]+")
_LONGEST = 170
"""Characters of a line beyond which it is a sentence."""
_MARKS = ("%", "pct", "per cent", "percent", "seats", "mandates", "votes", "|", "\t")
"""What one row has, and so any text with rows."""


_SEPARATOR = re.compile(r"\s*[|\t]\s*")
_COLUMNS = (
    ("vote_share", "% share percent percentage pct"),
    ("seats", "seats mandates deputies mps"),
    ("votes", "votes ballots"),
)


_LISTED = re.compile(r"\((?P<cells>[^()]+[,;/][^()]+)\)\s?:$")
_LISTED_SEPARATOR = re.compile(r"\s?[,;/]\s?")
"""The columns as the line above a table lists them: "Results (list, percentage, seats):"."""


def _columns(line: str) -> tuple[str, ...]:
    """What the columns of rows tell by the line above them: a measure each, or nothing."""
    listed = _LISTED.search(line)
    found = tuple(_columns_of(_LISTED_SEPARATOR.split(listed["cells"]))) if listed else ()
    return found if any(found) and len(found) > 1 else ()


def _cells(line: str) -> list[str]:
    return _SEPARATOR.split(line.strip().strip("|").strip())


def _columns_of(cells: Iterable[str]) -> Iterator[str]:
    for cell in cells:
        words = set(re.findall(r"[a-z]+|%", cell.lower()))
        told = (name for name, keys in _COLUMNS if not words.isdisjoint(keys.split()))
        change = "+" in cell or "change" in words
        yield "" if change else next(told, "")


class Rows:
    """The rows of a text, by where they begin and end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        self._ends: list[int] = []
        self._begins: set[int] = set()
        self._columns: dict[int, tuple[str, ...]] = {}
        self._heads: dict[int, int] = {}
        """Where the line above a list begins that ends with a colon, or the one above a table, by
        where its rows do."""
        if any(mark in text for mark in _MARKS) or _MAY_BE_CANDIDATE.search(text):
            self._find()

    def _find(self) -> None:
        last: tuple[int, int, int] | None = None
        counted: dict[int, str] = {}
        """What the rows count, where there are several of them."""
        told = ""
        columns: tuple[str, ...] = ()
        head: int | None = None
        above: int | None = None
        place = 0
        for line in self.text.splitlines(keepends=True):
            start = place + len(line) - len(line.lstrip())
            stop = place + len(line.rstrip())
            place += len(line)
            if stop <= start or _RULE.fullmatch(line):
                continue
            sentence = self.text[stop - 1] in ".!?:;" and self.text[start].isalnum()
            row = None
            if not sentence and stop - start < _LONGEST:
                row = _ROW.fullmatch(self.text, start, stop)
                if row is None and (row := _CANDIDATE.fullmatch(self.text, start, stop)):
                    counted[start] = "votes"
                elif row is None and (row := _CHANGED_ROW.fullmatch(self.text, start, stop)):
                    counted[start] = told
            if row is None and told and (row := _BARE_ROW.fullmatch(self.text, start, stop)):
                self._columns[start] = (told,)
            elif row is None and self.text[stop - 1] == ":":
                told = next(
                    (each for each in _columns_of(_cells(self.text[start:stop])) if each), ""
                )
                told = "seats" if _SEATS_SHARED.search(self.text, start, stop) else told
                told = told or ("seats" if _HOUSE.search(self.text, start, stop) else "")
            elif row is None:
                told = ""
            found = (start, row.start("name"), stop) if row else None
            if row is None:
                columns = _columns(self.text[start:stop])
                colon = self.text[stop - 1] == ":"
                head = start if colon else above if columns else None
            else:
                if head is not None:
                    self._heads[start] = head
                if columns:
                    self._columns[start] = columns
            above = start
            if found and last:
                if not self.starts or self.starts[-1] != last[0]:
                    self._add(*last)
                self._add(*found)
            last = found
        for start in counted.keys() & set(self.starts):
            self._columns[start] = (counted[start],)

    def _add(self, start: int, name: int, stop: int) -> None:
        self.starts.append(start)
        self._ends.append(stop)
        self._begins |= {start, name}

    def begins(self, place: int) -> bool:
        """Whether a row begins at a place, with its bullet or behind it."""
        return place in self._begins

    def columns(self, place: int) -> tuple[str, ...]:
        """What the columns of the row at a place tell, where a line above its table says so."""
        return self._columns.get(place, ())

    def head(self, place: int) -> int | None:
        """Where the line above the list of a row begins, if it ends with a colon."""
        return self._heads.get(place)

    def pieces(self, sentence: Sentence) -> Iterator[Sentence]:
        """A sentence in its rows, and in what stands before, between and behind them."""
        place = sentence.start
        at = bisect_left(self.starts, place)
        if at and self._ends[at - 1] > place:
            place = self._ends[at - 1]  # The sentence before has had the whole row.
        first = place
        while at < len(self.starts) and self.starts[at] < sentence.end:
            start, stop = self.starts[at], self._ends[at]
            if self.text[place:start].strip():
                yield sentence._replace(start=place, end=start)
            yield sentence._replace(start=start, end=stop)
            place = stop
            at += 1
        if self.text[place : sentence.end].strip() or (place == first < sentence.end):
            yield sentence._replace(start=place)

    def stretches(self, sentence: Sentence) -> Iterator[Sentence]:
        """Its pieces, each in stretches where it is longer than anybody writes, so that the time
        it takes grows with its length and no faster."""
        for piece in self.pieces(sentence):
            start = piece.start
            while piece.end - start > LONG:
                cut = self.text.rfind(" ", start + 1, start + LONG)
                end = cut if cut > 0 else start + LONG
                yield piece._replace(start=start, end=end)
                start = end
            yield piece._replace(start=start)
