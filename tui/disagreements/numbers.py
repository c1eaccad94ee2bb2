"""Numbers of things that are no figures: two ballot boxes and three, six years in prison and five.

Two reports of one story count a thing differently where the same noun stands behind two numbers,
and the sentences have more in common with one another than with any other that counts so. What is
read as a figure is compared by the rules of figures.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tui.corpus import Corpus
from tui.disagreements.sides import Voices, between_articles, common, made, rule_id, standing_in
from tui.disagreements.statements import Statement, sentences
from tui.disagreements.stories import Stories
from tui.model import Anchor, Disagreement, Figure, Side

NOUNS = 3
"""Words behind a number among which its noun is."""

SHARE_OF = "% "
"""What a noun begins with of which a share is given."""

ALIKE = 2
"""Words beside the noun that two sentences have in common, at the least; of a noun that each
report counts once only it takes one less, of hours and years one more."""


@dataclass(frozen=True)
class _Number:
    """A number in a sentence, and the words behind it."""

    sentence: Statement
    passage: Anchor
    value: Decimal
    nouns: tuple[str, ...]
    others: frozenset[str]
    """What else the sentence tells: its words and names."""
    figure: bool
    """Whether a figure is read of it."""


def differing_numbers(corpus: Corpus, voices: Voices, stories: Stories) -> Iterator[Disagreement]:
    """A disagreement for each thing that two reports of one story count in two ways."""
    known: dict[str, list[_Number]] = {}
    standing = standing_in(corpus.figures)
    for one, other in stories.pairs(each.id for each in corpus.articles):
        for article in (one, other):
            if article not in known:
                at = [
                    passage
                    for place in standing.get(article, ())
                    if _compared(corpus.figures[place])
                    for passage in corpus.figures[place].evidence
                ]
                known[article] = list(_numbers(corpus, stories, article, at))
        for mine, theirs, noun in _pairs(known[one], known[other]):
            sides = [
                Side(" ".join(corpus.seen(each.passage).split()), voices.told([each.passage]))
                for each in (mine, theirs)
            ]
            if mine.value != theirs.value and between_articles(sides, voices):
                yield made(
                    "value",
                    corpus.seen(mine.passage).partition(" ")[2] or noun,
                    sides,
                    id=rule_id("value", one, other, noun, str(mine.passage.start)),
                    items=[],
                    rule="numbers of one thing that differ",
                )


def _compared(figure: Figure) -> bool:
    """Whether a figure is compared by the rules of figures: ballots of nobody are by none."""
    return figure.measure != "votes" or bool(figure.subject)


def _pairs(
    here: Sequence[_Number], there: Sequence[_Number]
) -> Iterator[tuple[_Number, _Number, str]]:
    """The numbers of one noun whose sentences go best with each other, and the noun."""
    by_noun: defaultdict[str, list[_Number]] = defaultdict(list)
    for each in there:
        for noun in each.nouns:
            by_noun[noun].append(each)
    agreed = {(noun, each.value) for each in there for noun in each.nouns}
    here = [one for one in here if not any((noun, one.value) in agreed for noun in one.nouns)]
    counts = [Counter(noun for each in side for noun in each.nouns) for side in (here, there)]
    scored: dict[tuple[int, int], tuple[int, str, _Number, _Number]] = {}
    for one in here:
        for noun in one.nouns:
            for other in by_noun[noun]:
                alike = (one.others & other.others) - {noun}
                unit = noun in one.sentence.language.units
                score = len(alike) + (counts[0][noun] == counts[1][noun] == 1 and not unit)
                key = (id(one), id(other))
                if score >= ALIKE + unit and score > scored.get(key, (0,))[0]:
                    scored[key] = (score, noun, one, other)
    taken: set[int] = set()
    for score, noun, one, other in sorted(scored.values(), key=lambda each: -each[0]):
        rivals = [
            each[0]
            for each in scored.values()
            if each[0] == score and (each[2] is one) != (each[3] is other)
        ]
        if taken & {id(one), id(other)} or rivals:
            continue
        taken |= {id(one), id(other)}
        if not (one.figure and other.figure):
            yield one, other, noun


def _numbers(
    corpus: Corpus, stories: Stories, article: str, figures: Sequence[Anchor]
) -> Iterator[_Number]:
    """The numbers in an article that have a noun behind them."""
    for sentence in sentences(article, stories.text(article), stories.words(article)):
        if sentence.asks:
            continue
        taken = 0
        for start, end, value in sorted(sentence.numbers()):
            if start < taken:
                continue  # the nine of "four of the nine towns"
            share = sentence.language.share_of.match(sentence.between(end, sentence.at.end))
            end += share.end() if share else 0
            of_many = sentence.language.out_of.match(sentence.between(end, sentence.at.end))
            end += of_many.end() if of_many else 0
            taken = end
            behind = [word for word in sentence.words if word.start >= end][:NOUNS]
            nouns: dict[str, None] = {}
            last = end
            for word in behind:
                between = sentence.between(last, word.start)
                unit = word.folded in sentence.language.units
                date = word.folded in sentence.language.calendar
                if (
                    not (between.isspace() or word.start == end)
                    or word.name
                    or date
                    or not (word.stem or unit)
                ):
                    break
                noun = word.folded if unit else word.stem
                nouns[f"{SHARE_OF}{noun}" if share else noun] = None
                last = word.end
                if unit:
                    break
            if not nouns:
                continue
            passage = Anchor(article, start, last)
            others = {word.name or word.stem for word in sentence.words}
            yield _Number(
                sentence,
                passage,
                value,
                tuple(nouns),
                frozenset(others | sentence.names) - {""},
                any(common(passage, each) for each in figures),
            )
