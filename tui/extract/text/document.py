"""The shape of a text: its lines, its paragraphs and their roles, its sentences, its words.

Everything is a position in the text as it is given; nothing is copied or cleaned.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import Any, Literal, NamedTuple

from tui.extract.text.lazy_property import lazy_property
from tui.extract.text.sentences import OF_ENGLISH, Stops, bounds
from tui.extract.text.tables import Table, cells_of, in_table
from tui.extract.text.token_cache import TokenCache

Role = Literal["title", "lead-title", "byline", "dateline", "label", "caption", "furniture", "body"]
"""What a paragraph is: ``label`` is a bare word or two ("World", "TRANSCRIPT"),
``furniture`` what the site says about itself ("Related topics", "Sign up ...")."""


class Span(NamedTuple):
    start: int
    end: int


class Word(NamedTuple):
    """A run of letters or digits with its inner apostrophes and hyphens."""

    start: int
    end: int
    text: str
    lower: str
    """In small letters, its apostrophes straight."""


class TokenColumns(NamedTuple):
    """Words, what is known of each in a list of its own: a record for every word would take
    longer to make than most rules take to read them."""

    starts: list[int]
    ends: list[int]
    texts: list[str]


class Lowered(NamedTuple):
    """The same with the words in small letters, apostrophes straight."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    lowers: list[str]


class Sentence(NamedTuple):
    start: int
    end: int
    paragraph: int


# A named tuple's own constructor is a Python function, and these are made very often.
a_span: Callable[[tuple[int, int]], Span] = partial(tuple.__new__, Span)
_a_sentence: Callable[[tuple[int, int, int]], Sentence] = partial(tuple.__new__, Sentence)


@dataclass(frozen=True, slots=True)
class Paragraph:
    start: int
    end: int
    role: Role


# Possessive: nothing that a word has taken is ever given back.
WORD = re.compile(r"[^\W_]++(?:[-'’.&][^\W_]++)*+\.?+", re.UNICODE)

_WORDS = re.compile(f"({WORD.pattern})")
_WORDS_BUT_BARS = re.compile(f"({WORD.pattern})".replace(r"[^\W_]", r"\w"))
"""The same where no ``_`` stands, as in most texts: half of the time."""
_PART = re.compile(r"[^\W_]+")


def _parts_of(whole: str) -> list[tuple[str, int]]:
    """The parts of a word, and the word without its ending, each with where it begins in it."""
    bare = whole.removesuffix(".").removesuffix("'s")
    parts = [(part[0], part.start()) for part in _PART.finditer(whole) if part[0] != bare]
    return parts if bare == whole else [(bare, 0), *parts]


_PARTS_OF = TokenCache(_parts_of, 1 << 14)


def sentences_in(text: str, start: int, end: int, stops: Stops = OF_ENGLISH) -> list[Span]:
    """The sentences between two positions of a text (see :func:`sentences.bounds`)."""
    return list(map(a_span, bounds(text, start, end, stops)))


@dataclass(frozen=True)
class Document:
    """A text with its paragraphs (in order, none empty); build it with ``document.read``."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    stops: Stops = OF_ENGLISH
    tables: tuple[Table, ...] = ()

    @lazy_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs but furniture, in order; of a table each cell is one."""
        cells = cells_of(self.tables)
        found: list[Sentence] = []
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.role != "furniture":
                parts = self._parts(paragraph, cells) if cells else self._bounds(paragraph)
                found += [_a_sentence((start, end, index)) for start, end in parts]
        return tuple(found)

    def _bounds(self, span: Paragraph | Span) -> Sequence[tuple[int, int]]:
        return bounds(self.text, span.start, span.end, self.stops)

    def _parts(
        self, paragraph: Paragraph, cells: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[int, int]]:
        """The sentences of a paragraph, some cells of tables among them."""
        place = paragraph.start
        first = bisect_left(cells, (paragraph.start, 0))
        for start, end in cells[first : bisect_left(cells, (paragraph.end, 0), first)]:
            if any(map(str.isalnum, self.text[place:start])):
                yield from self._bounds(Span(place, start))
            yield start, end
            place = end
        if any(map(str.isalnum, self.text[place : paragraph.end])):
            yield from self._bounds(Span(place, paragraph.end))

    def in_table(self, position: int) -> bool:
        """Whether a position lies in a table."""
        return in_table(self.tables, position, position)

    @lazy_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that a position lies in, or the one before it."""
        index = bisect_right(self._starts, position) - 1
        return self.sentences[index] if index >= 0 else None

    def number_at(self, position: int) -> int:
        """The number of that sentence; -1 before the first."""
        return bisect_right(self._starts, position) - 1

    @lazy_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that a position lies in; -1 before the first."""
        return bisect_right(self._paragraph_starts, position) - 1

    @lazy_property
    def _pieces(self) -> list[str]:
        """The text in pieces: a gap, a word, a gap, and so on to the last gap."""
        return (_WORDS if "_" in self.text else _WORDS_BUT_BARS).split(self.text)

    @lazy_property
    def gaps(self) -> list[str]:
        """What stands before each word of the text, and behind the last."""
        return self._pieces[::2]

    @lazy_property
    def columns(self) -> TokenColumns:
        """All words of the text: each is cut out once, however many rules read it."""
        pieces = self._pieces
        # Gaps and words are all of the text, so that the lengths are the places.
        places = list(accumulate(map(len, pieces)))
        return TokenColumns(places[0:-1:2], places[1::2], pieces[1::2])

    @lazy_property
    def lowers(self) -> list[str]:
        """These words in small letters, apostrophes straight. Not every rule asks."""
        return _lowered(self.columns.texts)

    @lazy_property
    def bare_lowers(self) -> list[str]:
        """The same without the full stops behind them."""
        return [word.rstrip(".") if word[-1] == "." else word for word in self.lowers]

    def numbers(self, start: int, end: int) -> tuple[int, int] | None:
        """The number of the first word between two positions, and the one behind its last;
        None where a position lies inside a word."""
        starts, ends, _ = self.columns
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        if (first and ends[first - 1] > start) or (first < last and ends[last - 1] > end):
            return None
        return first, last

    @lazy_property
    def analyses(self) -> dict[tuple[int, int], Any]:
        """What the rules of a language made of sentences, by where each begins and ends: kept
        for the next who asks. It must not refer back to the document."""
        return {}

    @lazy_property
    def sentence_words(self) -> list[tuple[int, int] | None]:
        """These numbers for each sentence."""
        return [self.numbers(start, end) for start, end, _ in self.sentences]

    def within(self, start: int, end: int) -> Lowered:
        """The words between two positions, in columns."""
        starts, ends, texts = self.columns
        numbers = self.numbers(start, end)
        if numbers is None:
            # What stands on this side of the position is a word of its own.
            cut = [found.span() for found in WORD.finditer(self.text, start, end)]
            texts = [self.text[begin:stop] for begin, stop in cut]
            starts, ends = [begin for begin, _ in cut], [stop for _, stop in cut]
            return Lowered(starts, ends, texts, _lowered(texts))
        these = slice(*numbers)
        return Lowered(starts[these], ends[these], texts[these], self.lowers[these])

    def words(self, start: int, end: int) -> list[Word]:
        """The words between two positions."""
        return list(map(Word, *self.within(start, end)))

    def words_before(self, position: int, start: int) -> Iterator[Word]:
        """The words between two positions, the last one first."""
        starts, ends, texts = self.columns
        at = bisect_left(starts, position) - 1
        if at >= 0 and ends[at] > position:
            yield from reversed(self.words(start, position))
            return
        while at >= 0 and starts[at] >= start:
            yield Word(starts[at], ends[at], texts[at], _lower(texts[at]))
            at -= 1

    @lazy_property
    def places(self) -> Mapping[str, list[int]]:
        """Where each word stands, by its small letters.

        Of "Monday-Friday’s" the whole, what is left without the ending, and every part
        stand here, so that a pattern that holds a word need only be tried where it is.
        """
        found: defaultdict[str, list[int]] = defaultdict(list)
        for lower, start in zip(self.lowers, self.columns.starts, strict=True):
            found[lower].append(start)
        parts: defaultdict[str, list[int]] = defaultdict(list)
        for whole in [word for word in found if not word.isalnum()]:
            at = found[whole]
            for part, offset in _PARTS_OF[whole]:
                parts[part] += [start + offset for start in at] if offset else at
        for part_of, at in parts.items():
            found[part_of] = sorted(found[part_of] + at)
        return found

    @lazy_property
    def vocabulary(self) -> frozenset[str]:
        """All that ``places`` has: two sets are joined by way of the smaller one."""
        return frozenset(self.places)

    @lazy_property
    def numerals(self) -> list[int]:
        """Where the words, and the parts of words, stand that begin with a digit."""
        # Of most words one look tells that they begin with a letter of the 26.
        words = [word for word in self.places if not "a" <= word < "{" and word[0].isdecimal()]
        return sorted({at for word in words for at in self.places[word]})

    def anchors(self, words: Set[str]) -> list[int]:
        """Where any of some words stands, in order of text."""
        lists = [self.places[word] for word in words & self.vocabulary]
        if len(lists) == 1:
            return lists[0]
        return sorted(at for each in lists for at in each)

    def by_sentence(self, anchors: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
        """The sentences in which anchors stand, by number, and which stand in each."""
        at = 0
        while at < len(anchors):
            number = bisect_right(self._starts, anchors[at]) - 1
            end = self.sentences[number].end if number >= 0 else 0
            first = at
            at = bisect_left(anchors, end, first)
            if at > first:
                yield number, anchors[first:at]
            else:  # It stands between two sentences.
                at += 1


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _lowered(words: list[str]) -> list[str]:
    lowers = list(map(str.lower, words))
    return [word.replace("’", "'") for word in lowers] if "’" in "".join(lowers) else lowers


def around(
    pattern: re.Pattern[str],
    text: str,
    anchors: Iterable[int],
    back: int | Callable[[str, int], int],
    ahead: int,
    start: int = 0,
    end: int | None = None,
) -> Iterator[re.Match[str]]:
    """The matches of a pattern of which each holds an anchor: those of ``finditer`` between
    two positions, found without reading what lies between.

    A match begins at most ``back`` characters before its first anchor (or the text there
    tells how many), and ``ahead``
    characters from there on are enough to see that there is none. One that comes close to
    where they end is read again with all that follows.
    """
    done = start
    stop = len(text) if end is None else end
    for anchor in anchors:
        while done <= anchor < stop:
            before = back if isinstance(back, int) else back(text, anchor)
            begin, limit = max(done, anchor - before), min(stop, anchor + ahead)
            match = pattern.search(text, begin, limit)
            if match is None or match.start() > anchor:
                break
            if match.end() > limit - _LOOKS_ON and limit < stop:
                match = pattern.search(text, begin, stop)
                if match is None or match.start() > anchor:
                    break
            yield match
            done = max(match.end(), match.start() + 1)


_LOOKS_ON = 24
"""Characters behind a match that its pattern may look at."""


def lines(text: str, most: int | None = None) -> list[Span]:
    """The lines that hold more than white space, without the white space around them; the first
    of them where no more are wanted."""
    found: list[Span] = []
    at = 0
    for line in text.replace("\r", "\n").split("\n"):
        stripped = line.strip()
        if stripped:
            start = at if line[0] == stripped[0] else at + line.index(stripped[0])
            found.append(a_span((start, start + len(stripped))))
            if len(found) == most:
                break
        at += len(line) + 1
    return found
