"""The sentences of reports as they are compared: their words without endings, and their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import NamedTuple

from tui.disagreements.report_names import KEPT, name_key
from tui.disagreements.word_list import WordList
from tui.disagreements.words import ComparisonWords, words_in
from tui.folding import folded
from tui.model import Anchor

LONGEST = 600
"""Characters of a sentence that is looked at, at the most."""

SUBJECT = 6
"""Words before a verb in which its subject is looked for."""

SHORTEST = 4
"""Letters of a word that tells something, at the least."""

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_NUMBER = re.compile(r"(?<![\w.,:/€$£-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w:/-]|[.,]\d|\s?°)")
_CLAUSE = re.compile(r"[;—]|[,:](?!\d)")
"""What stands between two clauses; the comma of "1,300" does not."""

_SENTENCE = re.compile(r"(?:[.!?](?=[\s”\"»’])(?!\s[a-z])[”\"»’]?|\n)+")


class StatementWord(NamedTuple):
    """A word of a sentence: where it stands, folded, without its ending ("" where it tells
    nothing), and as a name ("" where it is none)."""

    start: int
    end: int
    folded: str
    stem: str
    name: str


@lru_cache(KEPT)
def _compared(written: str, words: ComparisonWords) -> tuple[str, str, str]:
    """A word folded, without its ending, and as a name."""
    plain = folded(re.sub(r"[’']s?$", "", written))
    name = name_key(written, words) if written[:1].isupper() else ""
    return plain, words.stem(plain) if len(plain) >= SHORTEST else "", name


class Statement:
    """A sentence of a report."""

    def __init__(
        self, at: Anchor, text: str, words: ComparisonWords, before: Statement | None
    ) -> None:
        self.at, self.language = at, words
        self._text, self._before = text, before

    @cached_property
    def words(self) -> tuple[StatementWord, ...]:
        """Its words in their order."""
        language = self.language
        found = _WORD.finditer(self._text, self.at.start, self.at.end)
        return tuple([StatementWord(*each.span(), *_compared(each[0], language)) for each in found])

    @cached_property
    def letters(self) -> str:
        """Its words folded, with one space between."""
        return " ".join(word.folded for word in self.words)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names in it; where a pronoun begins it, those of the sentence before as well."""
        own = frozenset(word.name for word in self.words if word.name)
        return own | self._before.own_names if self._before and self.has_pronoun else own

    def names_before(self, at: int) -> frozenset[str]:
        """The names in the few words before one of its words, where its subject is; where a
        pronoun is there, those of the sentence before."""
        before = self.words[max(0, at - SUBJECT) : at]
        own = frozenset(word.name for word in before if word.name)
        if self._before and self._has_pronoun(before):
            return own | self._before.own_names
        return own

    @cached_property
    def of_whom(self) -> frozenset[str]:
        """The names in it; where it has none, those of the sentence before."""
        return self.names or (self._before.own_names if self._before else frozenset())

    @cached_property
    def own_names(self) -> frozenset[str]:
        """The names that stand in it."""
        return frozenset(word.name for word in self.words if word.name)

    def is_about(self, words: WordList) -> bool:
        """Whether it has one of some words; or, where it has a pronoun, the sentence before."""
        own = words.any_of(word.folded for word in self.words)
        before = self._before if self.has_pronoun else None
        return own or (before is not None and before.is_about(words))

    @cached_property
    def has_pronoun(self) -> bool:
        """Whether it begins with words for somebody of the sentence before, and no name."""
        return self._has_pronoun(self.words[:4])

    def _has_pronoun(self, words: Sequence[StatementWord]) -> bool:
        """Whether a pronoun stands in some words before any name."""
        for word in words:
            if word.name or word.folded in self.language.pronouns:
                return not word.name
        return False

    @cached_property
    def numbers(self) -> Sequence[tuple[int, int, Decimal]]:
        """The numbers in it: where each begins and ends, and its value."""
        return tuple(self._numbers())

    def _numbers(self) -> Iterator[tuple[int, int, Decimal]]:
        words = self.language.numbers
        for found in _NUMBER.finditer(self._text, self.at.start, self.at.end):
            before = words_in(self._text[max(self.at.start, found.start() - 12) : found.start()])
            if not self.language.calendar.any_of(before[-1:]):
                value = Decimal(found.group().replace(",", ""))
                times, end = self._magnitude(found.end())
                yield found.start(), end, value * times
        for word in self.words:
            parts = word.folded.split("-")
            if all(part in words for part in parts):
                half = self.language.half
                behind = self._text[word.end : word.end + len(half) + 1].lower()
                more = bool(half) and behind == f" {half}"
                end = word.end + more * (len(half) + 1)
                value = Decimal(sum(map(words.__getitem__, parts)))
                yield word.start, end, value + Decimal("0.5") if more else value

    def _magnitude(self, end: int) -> tuple[int, int]:
        """What a number is multiplied by, as "million" behind it says, and where that ends."""
        found = _WORD.match(self._text, end + 1, self.at.end)
        times = self.language.magnitudes.get(found[0].lower()) if found else None
        return (times, found.end()) if found and times else (1, end)

    @property
    def text(self) -> str:
        """Its words as they stand."""
        return self._text[self.at.start : self.at.end]

    @property
    def opens(self) -> bool:
        """Whether it is the first of its report."""
        return self._before is None

    @property
    def quoted(self) -> bool:
        """Whether it begins with words in quotation marks."""
        return self._text[self.at.start] in '"“„«»‘'

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return "?" in self._text[self.at.end - 1 : self.at.end + 2]

    def open_before(self, first: int) -> bool:
        """Whether words before one of its words leave open whether it is so."""
        before = " ".join(word.folded for word in self.words[:first])
        return self.language.open is not None and self.language.open.search(before) is not None

    def between(self, start: int, end: int) -> str:
        """What stands between two offsets."""
        return self._text[start:end]

    def passage(self, first: int, last: int) -> Anchor:
        """The clause around some of its words, from one comma to another."""
        text = self._text
        begin, end = self.words[first].start, self.words[last].end
        breaks = [each.end() for each in _CLAUSE.finditer(text, self.at.start, begin)]
        start = max([*breaks, self.at.start])
        behind = _CLAUSE.search(text, end, self.at.end)
        stop = behind.start() if behind else self.at.end
        while start < begin and not text[start].isalnum():
            start += 1
        while stop > end and not text[stop - 1].isalnum():
            stop -= 1
        return Anchor(self.at.article, start, stop)


def sentences(article: str, text: str, words: ComparisonWords) -> list[Statement]:
    """The sentences of an article, in their order."""
    found: list[Statement] = []
    begin = 0
    ends = [(each.start(), each.end()) for each in _SENTENCE.finditer(text)]
    for end, after in [*ends, (len(text), len(text))]:
        while begin < end and text[begin].isspace():
            begin += 1
        if 0 < end - begin <= LONGEST:
            before = found[-1] if found else None
            found.append(Statement(Anchor(article, begin, end), text, words, before))
        begin = after
    return found
