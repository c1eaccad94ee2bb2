"""Texts and their words: which texts have a word, words that begin so, or a phrase.

A set of texts is one integer, a bit a text: two are intersected, joined or subtracted in
microseconds however many texts there are. What is kept of a text is its words, folded,
with single spaces between them, and for every word the texts it stands in: the words
sorted, their texts one after the other in a single array, so that all the words that
begin alike are one slice of it. Marks that stand together are a word here too, and words
that have a mark inside ("46.72") are kept once more as they stand.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress
from typing import NamedTuple

from tui.folding import folded
from tui.search.fuzzy import Spellings, allowed
from tui.search.matching import stands_in
from tui.search.query import Term, Words
from tui.tables.grouping import GONE, Grouping, Groups
from tui.tables.kept_arrays import KeptTexts, as_kept

_GAP = re.compile(r"\W+")
_MARKS = re.compile(r"[^\w\s]+")
_MARKED = re.compile(r"(?<!\w)\w++(?:[-'.,:/&@]\w++)+")
_BITS = bytes.maketrans(b"01", b"\0\1")

KEPT = 256
"""How many of the last answers about a single word are kept."""


def as_bits(members: Iterable[int], size: int) -> int:
    """The set of some of so many."""
    digits = bytearray(b"0") * size
    for member in members:
        digits[member] = 49
    # A number is written with its greatest digit first. To turn them round at the end takes
    # a third of the time that it would take to count from the end all along.
    digits.reverse()
    return int(digits, 2) if digits else 0


def flags(bits: int) -> bytes:
    """A set as a 1 for every member and a 0 for every other, as far as its greatest."""
    return bin(bits)[:1:-1].encode().translate(_BITS)


def members(bits: int) -> Iterator[int]:
    """The members of a set, the smallest first."""
    among = flags(bits)
    return compress(range(len(among)), among)


class RankedBits:
    """The members of a set in order, each found when it is asked for: what stands at the
    top of a list of a hundred thousand costs the block of the set that it stands in."""

    BLOCK = 512
    """Bytes that are looked through for one member."""

    def __init__(self, bits: int) -> None:
        self._bytes = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
        totals = (self._block(at).bit_count() for at in range(-(-len(self._bytes) // self.BLOCK)))
        self._before = array("I", accumulate(totals, initial=0))
        self._looked_through = -1, array("I")

    def _block(self, at: int) -> int:
        return int.from_bytes(self._bytes[at * self.BLOCK : (at + 1) * self.BLOCK], "little")

    def _members_of(self, block: int) -> array[int]:
        """The members in a block, of which most often several are asked for."""
        if self._looked_through[0] != block:
            first = block * self.BLOCK * 8
            found = array("I", (first + at for at in members(self._block(block))))
            self._looked_through = block, found
        return self._looked_through[1]

    def __len__(self) -> int:
        return self._before[-1]

    def __getitem__(self, at: int) -> int:
        block = bisect_right(self._before, at) - 1
        return self._members_of(block)[at - self._before[block]]


class IndexedWords:
    """What an inverted index knows of its texts. ``vocabulary`` are all words in order,
    ``groups`` the texts that have each. ``said`` are the words of each text, folded; ``marked``
    those with a mark inside, of the texts that have any; ``begun`` the texts of the one or two
    letters that most often begin a word."""

    def __init__(
        self,
        vocabulary: Callable[[], Sequence[str]],
        groups: Groups,
        said: KeptTexts,
        marked: Mapping[int, str],
    ) -> None:
        self._vocabulary = vocabulary
        self.groups = groups
        self.said = said
        self.marked = marked

    @cached_property
    def vocabulary(self) -> Sequence[str]:
        return self._vocabulary()

    @cached_property
    def begun(self) -> Mapping[str, int]:
        return dict(self._beginnings())

    def _beginnings(self) -> Iterator[tuple[str, int]]:
        """The one or two letters that so many words begin with that their texts would take
        long to collect at the moment they are typed; each with its texts."""
        many = len(self.said)
        for letters in (1, 2):
            begun, first = "", 0
            for place, word in enumerate((*self.vocabulary, "")):
                if word[:letters] == begun and word:
                    continue
                start, end = self.groups.starts[first], self.groups.starts[place]
                # A word of one letter alone does not say what else begins with it.
                if len(begun) == letters and end - start > many // 2:
                    yield begun, as_bits(self.groups.numbers[start:end], many)
                begun, first = word[:letters], place


class TextWords(NamedTuple):
    """The words of a text, folded: those under which it is noted, all in turn, and those with a
    mark inside."""

    noted: Collection[str]
    said: str
    marked: str


def words_in(text: str) -> TextWords:
    """The words of a text."""
    letters = folded(text)
    runs = [run for run in _GAP.split(letters) if run]
    noted = {*runs, *_MARKS.findall(letters)}
    return TextWords(noted, f" {' '.join(runs)} ", " ".join(_MARKED.findall(letters)))


class WordsMaking:
    """The words of texts, taken in whatever order, each with a number; a text may consist of
    several that no phrase goes across."""

    def __init__(self) -> None:
        self._words = Grouping()
        self._said: dict[int, bytes] = {}
        self._marked: dict[int, str] = {}

    def take(self, number: int, several: Sequence[TextWords]) -> None:
        """Keep a text, and note under each of its words that it stands there."""
        self._words.take(number, {word for each in several for word in each.noted})
        self._said[number] = as_kept("\n".join([each.said for each in several]))
        if marked := " ".join([each.marked for each in several if each.marked]):
            self._marked[number] = f" {marked} "

    def take_over(self, kept: IndexedWords, moved: Sequence[int]) -> None:
        """Take the words of another time; ``moved`` tells which number each text has now."""
        self._words.take_over(kept.vocabulary, kept.groups, moved)
        for number, now in enumerate(moved):
            if now != GONE:
                self._said[now] = kept.said.kept(number)
        for number, marked in kept.marked.items():
            if (now := moved[number]) != GONE:
                self._marked[now] = marked

    def made(self, order: Sequence[int], rank: Sequence[int]) -> IndexedWords:
        """All that was taken, in this order; ``rank`` tells where in it each number stands."""
        vocabulary, groups = self._words.made(str, rank)
        said = KeptTexts.of(self._said.pop(number) for number in order)
        marked = sorted((rank[number], words) for number, words in self._marked.items())
        made = IndexedWords(lambda: vocabulary, groups, said, dict(marked))
        _ = made.begun
        return made


class InvertedIndex:
    """Many texts, looked through by their words.

    ``original`` gives a text's own words again: they are not kept, and are looked at only
    where a phrase has a mark inside a word.
    """

    def __init__(
        self,
        words: IndexedWords,
        original: Callable[[int], Iterable[str]],
        inflected: int = 0,
    ) -> None:
        self.words = words
        self._original = original
        self._inflected = inflected
        """The texts of a language that has endings: there a word is found in all its forms."""
        self._said, self._marked = words.said, words.marked
        self._texts, self._starts = words.groups.numbers, words.groups.starts
        self._known: dict[Term, int] = {}

    @property
    def vocabulary(self) -> Sequence[str]:
        """All words of the texts, in order."""
        return self.words.vocabulary

    @cached_property
    def spellings(self) -> Spellings:
        """The words, asked for those near one that is typed."""
        return Spellings(self.vocabulary)

    def __len__(self) -> int:
        return len(self._said)

    def having(self, words: Words) -> int:
        """The texts that have these words, one after the other."""
        runs = words.runs
        if not runs:
            return self._with_marks([term.letters for term in words.terms])
        forms = words.last.forms if len(runs) == 1 else ()
        last = Term(runs[-1], words.last.open, words.last.near, forms)
        found = self._with(last)
        for run in runs[:-1]:
            found &= self._with(Term(run))
            if not found:
                return 0
        if len(runs) == 1 or not found:
            return found
        endings = self._endings(last)
        phrases = [f" {' '.join([*runs[:-1], ending])}" for ending in endings]
        kept = [
            number
            for number in members(found)
            if any(phrase in self._said[number] for phrase in phrases)
        ]
        if len(runs) > len(words.terms):
            kept = [number for number in kept if self._has_marked(number, words)]
        return as_bits(kept, len(self))

    def how_many(self, place: int) -> int:
        """In how many texts a word of the vocabulary stands."""
        return self._starts[place + 1] - self._starts[place]

    def _with(self, term: Term) -> int:
        """The texts that have one word, by its bare letters."""
        if term.open and not term.forms and term.letters in self.words.begun:
            return self.words.begun[term.letters]
        known = self._known.pop(term, None)
        if known is None:
            slices = [self._texts[a:b] for a, b in self._slices(term)]
            known = as_bits(chain.from_iterable(slices), len(self))
            if term.forms and self._has_forms(term, known):
                known |= self._in_forms(term.forms)
            if len(self._known) >= KEPT:
                self._known.pop(next(iter(self._known)))
        self._known[term] = known
        return known

    def _has_forms(self, term: Term, known: int) -> bool:
        """Whether a word may be one of the language with endings: it stands in a text of it, or
        in none at all."""
        if not self._inflected or not known or known & self._inflected:
            return self._inflected != 0
        return term.open

    def _in_forms(self, forms: Sequence[str]) -> int:
        """The texts of the language with endings that have a word in one of these forms."""
        starts, vocabulary = self._starts, self.vocabulary
        places = ((form, bisect_left(vocabulary, form)) for form in forms)
        has = [
            self._texts[starts[place] : starts[place + 1]]
            for form, place in places
            if place < len(vocabulary) and vocabulary[place] == form
        ]
        return as_bits(chain.from_iterable(has), len(self)) & self._inflected

    def _slices(self, term: Term) -> Iterator[tuple[int, int]]:
        """Where the texts of a word, or of all it may stand for, are listed."""
        letters, starts = term.letters, self._starts
        if term.near:
            for _edits, place in self.spellings.near(letters, allowed(letters)):
                yield starts[place], starts[place + 1]
            return
        first = bisect_left(self.vocabulary, letters)
        if term.open:
            after = bisect_left(self.vocabulary, letters + "\U0010ffff", first)
            yield starts[first], starts[after]
        elif first < len(self.vocabulary) and self.vocabulary[first] == letters:
            yield starts[first], starts[first + 1]

    def _endings(self, last: Term) -> list[str]:
        """How a phrase may end that ends with a word."""
        if not last.near:
            return [last.letters if last.open else f"{last.letters} "]
        near = self.spellings.near(last.letters, allowed(last.letters))
        return [f"{self.vocabulary[place]} " for _edits, place in near]

    def _with_marks(self, wanted: Sequence[str]) -> int:
        """The texts that have all these marks; each may stand among others."""
        found = -1
        for letters in dict.fromkeys(wanted):
            slices = (
                self._texts[self._starts[place] : self._starts[place + 1]]
                for place in self._places_of_marks
                if letters in self.vocabulary[place]
            )
            found &= as_bits(chain.from_iterable(slices), len(self))
        if len(wanted) == 1:
            return found
        words = Words(tuple(map(Term, wanted)))
        kept = (number for number in members(found) if self._stands_in(number, words))
        return as_bits(kept, len(self))

    @cached_property
    def _places_of_marks(self) -> array[int]:
        """Where in the vocabulary there are marks."""
        places = (n for n, word in enumerate(self.vocabulary) if _MARKS.match(word))
        return array("I", places)

    def _has_marked(self, number: int, words: Words) -> bool:
        """Whether a text has words with the marks inside them."""
        if len(words.terms) > 1:
            return self._stands_in(number, words)
        marked = self._marked.get(number, "")
        # Most often it stands there by itself, which is seen at once.
        just_so = f" {words.last.letters} " in marked
        return just_so or next(stands_in(marked, words), None) is not None

    def _stands_in(self, number: int, words: Words) -> bool:
        return any(
            next(stands_in(folded(text), words), None) is not None
            for text in self._original(number)
        )
