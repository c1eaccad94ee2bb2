"""The shape of a text: its lines, its paragraphs and their roles, its sentences, its words.

Everything is a position in the text as it is given; nothing is copied or cleaned.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import accumulate
from typing import Literal, NamedTuple

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

ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st sen rep gov gen lt col sgt capt maj rev hon jr sr vs no inc corp co ltd
    bros dept est approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur
    thurs fri sat sun a.m p.m u.s u.n u.k d.c e.g i.e ph.d m.p cf al fig pp vol""".split()
)
"""Words that a full stop after them does not end a sentence by itself."""

CLOSING = frozenset("a.m p.m u.s u.n u.k d.c inc corp co ltd jr sr".split())
"""Those of them that may also be the last word of a sentence."""

BEFORE_NUMBERS = frozenset("no jan feb mar apr jun jul aug sep sept oct nov dec".split())
"""Those of them that are seldom short for something but before a number."""

_NUMBER = re.compile(r"\s*\d")
_IN_MONTH = re.compile(r"\b(?:in|since|until|by|early|late|last|next|of)\s$")
_MARK = re.compile(r"\s+[\"“„«]")
_STREET = re.compile(r"\b(?!(?:East|West|North|South|Port|Fort|Old|New|Sault)\s)[A-Z][a-z]+\s$")
"""A name behind which "St." is a street: before a saint's there is none but of a direction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """How a language uses full stops that end no sentence."""

    abbreviations: Set[str] = ABBREVIATIONS
    """Words that a full stop after them does not end a sentence by itself."""
    ordinals: bool = False
    """Whether a stop behind figures makes them an ordinal: "17. decembra 2023."."""


OF_ENGLISH = Stops()
_FEWEST = 4
"""Words that a sentence which ends in figures has, at the least, where these may be an ordinal."""

_OPENING = re.compile(
    r"\s+(?:He|She|They|It|We|The|But|And|In|On|At|If|While|When|His|Her|Their|This|These|There)\s"
)
"""What opens a sentence and goes on none."""
_WORDS = re.compile(f"({WORD.pattern})")
_WORDS_BUT_BARS = re.compile(f"({WORD.pattern})".replace(r"[^\W_]", r"\w"))
"""The same where no ``_`` stands, as in most texts: half of the time."""
_PART = re.compile(r"[^\W_]+")
# Possessive, and begun only where a run of stops begins: rows of dots are gone through once. A
# search that begins with the stop passes over all other letters; so the look back comes second.
_END = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?=\s)")
_PICTURES = r"(?:[\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]++\s*+)?"
_OPENS = re.compile(rf"\s++{_PICTURES}[\"'“‘„«(\[]*[^\Wa-z_]", re.UNICODE)


def sentences_in(text: str, start: int, end: int, stops: Stops = OF_ENGLISH) -> list[Span]:
    """The sentences between two positions of a text.

    A sentence ends at its full stop (with the closing marks behind it) where the next
    word opens with a capital, a digit or a mark, and no abbreviation or initial stands
    before the stop. What is longer than anybody writes is cut between words.
    """
    return list(map(a_span, _bounds(text, start, end, stops)))


def _bounds(text: str, start: int, end: int, stops: Stops) -> Sequence[tuple[int, int]]:
    found = _ended(text, start, end, stops)
    if end - start <= LONGEST:
        return found
    return [bounds for each in found for bounds in _shortened(text, *each)]


def _shortened(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - begin > LONGEST:
        cut = text.rfind(" ", begin + 1, begin + LONGEST)
        cut = cut if cut > 0 else text.find(" ", begin + LONGEST, stop)
        if cut < 0:
            break
        yield begin, cut
        begin = cut + 1
    yield begin, stop


LONGEST = 5_000
"""Characters of a sentence. Many rules look through the whole of one for every word of it,
so that without a bound a text without stops would take more than its share of time."""


def _ended(text: str, start: int, end: int, stops: Stops) -> list[tuple[int, int]]:
    found = []
    begin = start
    for mark in _END.finditer(text, start, end):
        at, stop = mark.span()
        if stop >= end:
            continue
        opens = _OPENS.match(text, stop, end)
        if opens is None or text[opens.end() - 1].islower():
            continue
        if stop - at == 1 and text[at] == ".":
            if _abbreviated(text, at, stops.abbreviations):
                continue
            if stops.ordinals and _is_ordinal(text, begin, at, text[opens.end() - 1]):
                continue
        found.append((begin, stop))
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        found.append((begin, end))
    return found


def _is_ordinal(text: str, begin: int, stop: int, following: str) -> bool:
    """Whether figures before a stop go on: to other figures ("30. 12. 2023."), or because no
    sentence is as short."""
    if not text[stop - 1].isdigit():
        return False
    return following.isdigit() or len(text[begin:stop].split()) < _FEWEST


def _abbreviated(text: str, stop: int, abbreviations: Set[str]) -> bool:
    begin = text.rfind(" ", max(0, stop - 12), stop) + 1
    if not begin or not text[begin:stop].isalpha():
        # Not a plain word behind a space, as most are.
        begin = stop
        while (
            begin > 0
            and stop - begin < 12
            and (text[begin - 1].isalpha() or text[begin - 1] == ".")
        ):
            begin -= 1
    word = text[begin:stop].lower()
    if begin and text[begin - 1].isdigit():
        return False  # "on the 1st."
    if word in CLOSING and (_OPENING.match(text, stop + 1) or _MARK.match(text, stop + 1)):
        return False
    if word in BEFORE_NUMBERS & abbreviations and not _NUMBER.match(text, stop + 1):
        if text.startswith("no", begin) or _OPENING.match(text, stop + 1):
            return False
        return _IN_MONTH.search(text, max(0, begin - 9), begin) is None
    if word == "st" and _STREET.search(text, max(0, begin - 30), begin):
        return False
    return word in abbreviations or (len(word) == 1 and word.isalpha() and word != "i")


@dataclass(frozen=True)
class Document:
    """A text with its paragraphs (in order, none empty); build it with ``document.read``."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    stops: Stops = OF_ENGLISH

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all paragraphs but furniture, in order."""
        found: list[Sentence] = []
        for index, paragraph in enumerate(self.paragraphs):
            if paragraph.role != "furniture":
                bounds = _bounds(self.text, paragraph.start, paragraph.end, self.stops)
                found += [_a_sentence((start, end, index)) for start, end in bounds]
        return tuple(found)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that a position lies in, or the one before it."""
        index = bisect_right(self._starts, position) - 1
        return self.sentences[index] if index >= 0 else None

    def number_at(self, position: int) -> int:
        """The number of that sentence; -1 before the first."""
        return bisect_right(self._starts, position) - 1

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def paragraph_at(self, position: int) -> int:
        """The index of the paragraph that a position lies in; -1 before the first."""
        return bisect_right(self._paragraph_starts, position) - 1

    @cached_property
    def _pieces(self) -> list[str]:
        """The text in pieces: a gap, a word, a gap, and so on to the last gap."""
        return (_WORDS if "_" in self.text else _WORDS_BUT_BARS).split(self.text)

    @cached_property
    def gaps(self) -> list[str]:
        """What stands before each word of the text, and behind the last."""
        return self._pieces[::2]

    @cached_property
    def columns(self) -> TokenColumns:
        """All words of the text: each is cut out once, however many rules read it."""
        pieces = self._pieces
        # Gaps and words are all of the text, so that the lengths are the places.
        places = list(accumulate(map(len, pieces)))
        return TokenColumns(places[0:-1:2], places[1::2], pieces[1::2])

    @cached_property
    def lowers(self) -> list[str]:
        """These words in small letters, apostrophes straight. Not every rule asks."""
        return _lowered(self.columns.texts)

    def numbers(self, start: int, end: int) -> tuple[int, int] | None:
        """The number of the first word between two positions, and the one behind its last;
        None where a position lies inside a word."""
        starts, ends, _ = self.columns
        first = bisect_left(starts, start)
        last = bisect_left(starts, end, first)
        if (first and ends[first - 1] > start) or (first < last and ends[last - 1] > end):
            return None
        return first, last

    @cached_property
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

    @cached_property
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
            bare = whole.removesuffix(".").removesuffix("'s")
            if bare != whole:
                parts[bare] += at
            for part in _PART.finditer(whole):
                offset = part.start()
                if part[0] != bare:
                    parts[part[0]] += [start + offset for start in at] if offset else at
        for part_of, at in parts.items():
            found[part_of] = sorted(found[part_of] + at)
        return found

    @cached_property
    def numerals(self) -> list[int]:
        """Where the words, and the parts of words, stand that begin with a digit."""
        words = [word for word in self.places if word[0].isdecimal()]
        return sorted({at for word in words for at in self.places[word]})

    def anchors(self, words: Set[str]) -> list[int]:
        """Where any of some words stands, in order of text."""
        lists = [self.places[word] for word in words & self.places.keys()]
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


def lines(text: str) -> list[Span]:
    """The lines that hold more than white space, without the white space around them."""
    found = []
    at = 0
    for line in text.replace("\r", "\n").split("\n"):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped[0])
            found.append(a_span((start, start + len(stripped))))
        at += len(line) + 1
    return found
