"""How long something lasts: a three-day strike, and one that went on for five days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from tui.corpus import Corpus
from tui.disagreements.statements import Statement, StatementWord
from tui.disagreements.stories import Stories
from tui.disagreements.tellings import Reader, Telling, TellingRule, around, leeway
from tui.model import Anchor

LASTING, TIME = "lasting", "time"
"""What a length is of: of what lasts, or of any time that is told."""

ALIKE = {True: 3, False: 5}
"""What two sentences have in common at the least, by whether they tell how long something lasts."""

AS_MUCH = 12
"""How many times one length is another of the same thing, at the most."""


def _reader(_corpus: Corpus, stories: Stories) -> Callable[[str], Reader]:
    def reader(article: str) -> Reader:
        def read(sentence: Statement) -> Iterator[Telling]:
            for start, last, value in _lengths(sentence):
                nouns, within = _nouns(sentence, start, last), leeway(sentence, start, value)
                if not nouns or within is None:
                    continue
                at = Anchor(article, start, last.end)
                told = around(sentence, start, last.end, stories)
                least = ALIKE[LASTING in nouns]
                yield Telling(at, value, nouns, told, least=least, within=within, most=AS_MUCH)

        return read

    return reader


def _lengths(sentence: Statement) -> Iterator[tuple[int, StatementWord, Decimal]]:
    """The lengths in a sentence: where each begins, the word of its unit, and its minutes."""
    words = sentence.words
    ends = {end: (start, value) for start, end, value in sentence.numbers}
    for place, word in enumerate(words):
        number, _, unit = word.folded.rpartition("-")
        minutes = sentence.language.minutes(unit)
        if not minutes:
            continue
        value = sentence.language.numbers.get(number)
        if value is not None:  # "three-day"
            yield word.start, word, Decimal(value * minutes)
        elif word.start - 1 in ends:
            start, many = ends[word.start - 1]
            yield start, word, many * minutes
        elif place and words[place - 1].folded in sentence.language.one:
            yield words[place - 1].start, word, Decimal(minutes)


def _nouns(sentence: Statement, start: int, last: StatementWord) -> tuple[str, ...]:
    """Whether a length is of what lasts, or of any time; none where it tells one time from
    another."""
    before = [word for word in sentence.words if word.end <= start]
    behind = [word.folded for word in sentence.words if word.start >= last.end][:2]
    if sentence.language.uncounted.any_of(behind):
        return ()
    closer = [word.folded for word in before if word.folded not in sentence.language.about_so]
    lasts = (
        sentence.language.of_what.any_of(behind[:1])
        or sentence.language.lasting.any_of(closer[-1:])
        or "-" in sentence.between(start, last.end)
    )
    return (LASTING, TIME) if lasts else (TIME,)


LENGTHS = TellingRule("how long one thing lasts", "value", _reader)
"""A disagreement for each thing that lasts longer in one report of a story than in another."""
