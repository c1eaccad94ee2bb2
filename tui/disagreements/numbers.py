"""Numbers of things that are no figures: two ballot boxes and three, four of nine towns and five.

The same noun stands behind two numbers. What is read as a figure is compared by the rules of
figures, as far as these compare it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from tui.corpus import Corpus
from tui.disagreements.counted import OF_VOTES
from tui.disagreements.sides import common, standing_in
from tui.disagreements.statements import Statement
from tui.disagreements.stories import Stories
from tui.disagreements.tellings import Reader, Telling, TellingRule, around, leeway
from tui.figure_comparison import PERCENT
from tui.model import Anchor, Figure

NOUNS = 3
"""Words behind a number among which its noun is."""

SHARE_OF = "% "
"""What a noun begins with of which a share is given."""

HELD = "arrest"
"""The kind of happening of which one person is counted as well; each report of it that tells one
number tells of all."""

BEHIND = 6
"""Words behind a number among which is what happened to those."""

ALIKE = 2
"""Words beside the noun that two sentences have in common, at the least; where each counts it once
only it takes one less, and where just a share is told one more."""

AS_MUCH = 5
"""How many times a number may be another of the same things, at the most."""


def _numbers(corpus: Corpus, stories: Stories) -> Callable[[str], Reader]:
    standing = standing_in(corpus.figures)

    def reader(article: str) -> Reader:
        figures = [
            passage
            for place in standing.get(article, ())
            if _is_compared(corpus.figures[place])
            for passage in corpus.figures[place].evidence
        ]

        def read(sentence: Statement) -> Iterator[Telling]:
            for passage, value in _held(sentence):
                told = around(sentence, passage.start, passage.end, stories)
                known = any(common(passage, each) for each in figures)
                yield Telling(passage, value, (HELD,), told, least=1, known=known, most=AS_MUCH)
            for passage, value, nouns in _counted(sentence):
                within = leeway(sentence, passage.start, value)
                if within is None or value == 1:
                    continue  # "one Dutch and one Danish climber"
                told = around(sentence, passage.start, passage.end, stories)
                known = any(common(passage, each) for each in figures)
                least = ALIKE + (nouns == (SHARE_OF,))
                yield Telling(
                    *(passage, value, nouns, told, least),
                    known=known,
                    most=AS_MUCH,
                    within=within,
                )

        return read

    return reader


def _is_compared(figure: Figure) -> bool:
    """Whether a figure is compared by the rules of figures: results by their contest, and
    neither sums nor shares of anything else."""
    if figure.measure == "votes" and not figure.subject:
        return False
    if figure.measure in OF_VOTES:
        return figure.contest is not None
    return figure.measure != "money" and figure.unit not in PERCENT


def _held(sentence: Statement) -> Iterator[tuple[Anchor, Decimal]]:
    """The numbers in a sentence of people who were held: "one man was detained", "three were taken
    into custody"."""
    language = sentence.language
    for start, end, value in sentence.numbers:
        behind = [word for word in sentence.words if word.start >= end][:BEHIND]
        people = behind[:1] if behind and behind[0].folded in language.anybody else []
        verb = behind[len(people) : len(people) + 1]
        was = bool(verb) and verb[0].folded in language.being
        if was and any(language.happening(word.folded) == HELD for word in behind):
            yield Anchor(sentence.at.article, start, people[0].end if people else end), value


def _counted(sentence: Statement) -> Iterator[tuple[Anchor, Decimal, tuple[str, ...]]]:
    """The numbers in a sentence that have a noun behind them, each with the words that may be
    it."""
    language, taken = sentence.language, 0
    for start, end, value in sorted(sentence.numbers):
        if start < taken:
            continue  # the nine of "four of the nine towns"
        rest = sentence.between(end, sentence.at.end)
        alone = None if language.share_of.match(rest) else language.share_alone.match(rest)
        share = alone or language.share_of.match(rest)
        end += share.end() if share else 0
        of_many = language.out_of.match(sentence.between(end, sentence.at.end))
        end += of_many.end() if of_many else 0
        taken = end
        nouns: dict[str, None] = {}
        told: list[str] = []
        last = end
        for word in [word for word in sentence.words if word.start >= end][:NOUNS]:
            close = word.start == end or sentence.between(last, word.start).isspace()
            time = word.folded in language.calendar or language.minutes(word.folded)
            if not close or time or not (word.name or word.stem):
                break
            if word.name:
                last = word.end  # "six Turkish ships"
                continue
            nouns[f"{SHARE_OF}{word.stem}" if share else word.stem] = None
            told.append(word.folded)
            last = word.end
        if alone and not nouns:
            nouns[SHARE_OF] = None
        behind = next((word.folded for word in sentence.words if word.start >= last), "")
        if nouns and not language.uncounted.any_of((*told, behind)):
            yield Anchor(sentence.at.article, start, last), value, tuple(nouns)


NUMBERS = TellingRule("numbers of one thing that differ", "value", _numbers)
"""A disagreement for each thing that two reports of one story count in two ways."""
