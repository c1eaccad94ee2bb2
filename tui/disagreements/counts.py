"""Counts: crowds, the arrested, the hurt, carriages, complaints, by who counted them.

Two figures count the same when they are of one sort and one group and either stand beside one
another and are told by different speakers, or stand in reports of the same days whose
paragraphs share a name that few paragraphs have, or that tell one story: they share several
names that few reports have. There each is the only one of its sort, or goes with the other by the
words of its sentence. What is rounded, about, or at least the other is no disagreement.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from tui.corpus import Corpus
from tui.disagreements.counted import PEOPLE, Count, all_counted
from tui.disagreements.sides import (
    Voices,
    between_articles,
    common,
    made,
    rule_id,
    sides_by_value,
    two_speakers,
)
from tui.disagreements.stories import IN_A_WEEK, Stories
from tui.disagreements.times import of_one_time
from tui.figure_comparison import rounding, value_of
from tui.model import Disagreement, Figure

FEW = 8
"""Counts of one sort beside whose words a name may stand and still tell them apart."""

AS_MUCH = 5
"""How many times a number may be another of the same things, at the most; of people
it may be more, and of a crowd it often is."""

AS_MANY = 20

SAID = frozenset("crowd injured arrests killed missing displaced strike observers".split())
"""What two speakers of one article count, without a word that it is the same."""

OF_BODIES = frozenset({"observers", "members", "deputies"})
"""What a body has, of which another has others."""

CLOSE = 20
"""The part of a number by which a bound may miss it: a twentieth."""

ALIKE = 2
"""Words that the sentences of two counts have in common, where their reports give several."""

NEXT_TO = 500
"""Characters between two counts of one article that stand beside one another, at the most."""


def differing_counts(corpus: Corpus, voices: Voices, stories: Stories) -> Iterator[Disagreement]:
    """A disagreement for each thing that is counted in two ways."""
    counts = [*all_counted(corpus, stories, voices)]
    for together in _groups(counts, stories):
        figures = [each.figure for each in together]
        sides = sides_by_value(voices, figures)
        if not (between_articles(sides, voices) or _told_by_others(together)):
            continue
        about = ", ".join([together[0].sort, *_shared(corpus, together, stories)[:1]])
        yield made(
            "value",
            about,
            sides,
            id=rule_id("value", *sorted({each.figure.id for each in together})[:1]),
            items=[figure.id for figure in figures],
            rule="counts of one thing that differ",
        )


def _differ(one: Count, other: Count) -> bool:
    """Whether two counts cannot both be right."""
    if value_of(one.figure) == value_of(other.figure):
        return False
    return not (rounding(one.figure, other.figure) or _close(one.figure, other.figure))


def _close(one: Figure, other: Figure) -> bool:
    """Whether one is a bound, or about, and the other is beside it: "more than 350", and 346."""
    if one.comparator == other.comparator == "=":
        return False
    less, more = sorted(value_of(each) or 0 for each in (one, other))
    return more - less <= more / CLOSE


def _told_by_others(counts: Iterable[Count]) -> bool:
    return any(
        _differ(one, other) and two_speakers(one.speakers, other.speakers)
        for one, other in combinations(counts, 2)
    )


def _shared(corpus: Corpus, counts: Sequence[Count], stories: Stories) -> list[str]:
    """The names that stand beside all of them, the nearest first; where there is none, those
    of all their reports, the most frequent first."""
    shared = set.intersection(*(set(each.names) for each in counts))
    if shared:
        return sorted(shared, key=lambda name: (sum(each.names[name] for each in counts), name))
    return stories.named_in_all({each.article for each in counts})


def _groups(counts: Sequence[Count], stories: Stories) -> Iterable[list[Count]]:
    """The counts of one thing that differ."""
    parents = list(range(len(counts)))

    def root(at: int) -> int:
        while parents[at] != at:
            at = parents[at]
        return at

    for one, other in _pairs(counts, stories):
        parents[root(other)] = root(one)
    groups: defaultdict[int, list[Count]] = defaultdict(list)
    for number, each in enumerate(counts):
        groups[root(number)].append(each)
    return [
        group
        for group in groups.values()
        if any(_differ(one, other) for one, other in combinations(group, 2))
    ]


def _pairs(counts: Sequence[Count], stories: Stories) -> Iterator[tuple[int, int]]:
    """The pairs of counts that are of one thing."""
    named: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    within: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, each in enumerate(counts):
        if each.part:
            continue
        within[each.article, each.sort, each.group].append(number)
        for name in each.names:
            named[each.sort, name].append(number)
    beside = [
        pair
        for numbers in within.values()
        for pair in combinations(numbers, 2)
        if _beside(counts[pair[0]], counts[pair[1]])
    ]
    yield from beside
    one_story = sorted(stories.pairs({each.article for each in counts}))
    together = set(map(frozenset, one_story))
    for numbers in named.values():
        if 1 < len(numbers) <= FEW:
            yield from (
                pair
                for pair in combinations(numbers, 2)
                if not _agreed_elsewhere(counts, numbers, pair)
                and _of_one_time(*_two(counts, pair))
                and frozenset(counts[n].article for n in pair) in together
            )
    yield from _across(counts, within, beside, one_story)


def _agreed_elsewhere(counts: Sequence[Count], every: Sequence[int], pair: tuple[int, int]) -> bool:
    """Whether one of two counts of two reports stands in the other's report as well."""
    one, other = _two(counts, pair)
    return any(
        value_of(counts[each].figure) == value_of(mine.figure)
        for mine, theirs in ((one, other), (other, one))
        for each in every
        if counts[each].article == theirs.article
    )


def _two(counts: Sequence[Count], pair: tuple[int, int]) -> tuple[Count, Count]:
    return counts[pair[0]], counts[pair[1]]


def _across(
    counts: Sequence[Count],
    within: dict[tuple[str, str, str], list[int]],
    beside: Sequence[tuple[int, int]],
    one_story: Iterable[tuple[str, str]],
) -> Iterator[tuple[int, int]]:
    """The pairs in two reports of one story: each its report's only one of the sort (with what
    stands beside it), or the two that go best with each other."""
    joined = {frozenset(pair) for pair in beside}
    for first, second in one_story:
        kinds = {key[1:] for key in within if key[0] == first}
        for sort, group in sorted(kinds):
            mine = within[first, sort, group]
            theirs = within.get((second, sort, group), [])
            yield from _agreeing(counts, mine, theirs)
            mine, theirs = _not_agreed(counts, mine, theirs), _not_agreed(counts, theirs, mine)
            pairs = [
                (one, other)
                for one in mine
                for other in theirs
                if _of_one_time(counts[one], counts[other])
            ]
            alone = all(
                frozenset(pair) in joined or not _differ(*_two(counts, pair))
                for numbers in (mine, theirs)
                for pair in combinations(numbers, 2)
            )
            if not alone or any(counts[each].loose for each in mine):
                alone, pairs = False, _best(counts, pairs)
            yield from pairs


def _agreeing(
    counts: Sequence[Count], mine: Sequence[int], theirs: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The counts of two reports that are one number, which several may have differed from."""
    for one in mine:
        for other in theirs:
            first, second = _two(counts, (one, other))
            if value_of(first.figure) == value_of(second.figure) and _one_subject(first, second):
                yield one, other


def _not_agreed(counts: Sequence[Count], some: list[int], others: Sequence[int]) -> list[int]:
    """The counts of a report whose number another report does not have as well: one that both
    have is of one thing, and no other number is."""
    told = {value_of(counts[each].figure) for each in others}
    return [each for each in some if value_of(counts[each].figure) not in told]


def _best(counts: Sequence[Count], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of several pairs those whose sentences have most words in common, for either of them."""
    alike = {(one, other): len(counts[one].about & counts[other].about) for one, other in pairs}
    best: Counter[int] = Counter()
    for (one, other), shared in alike.items():
        best[one] = max(best[one], shared)
        best[~other] = max(best[~other], shared)
    found = [
        pair
        for pair, shared in alike.items()
        if shared >= ALIKE and shared == best[pair[0]] == best[~pair[1]]
    ]
    often = Counter(each for one, other in found for each in (one, ~other))
    return [pair for pair in found if often[pair[0]] == often[~pair[1]] == 1]


def _beside(one: Count, other: Count) -> bool:
    """Whether two counts of one article stand together and are two people's."""
    # Few pairs are; figures are made only for these.
    if one.sort not in SAID or not two_speakers(one.speakers, other.speakers):
        return False
    first, second = one.figure.evidence[0], other.figure.evidence[0]
    if abs(first.start - second.start) > NEXT_TO and one.paragraph != other.paragraph:
        return False
    # "60 of the 140 deputies" is two figures, one in the other.
    if common(first, second) or not _comparable(one, other):
        return False
    return _one_subject(one, other) and _one_day(one, other)


def _of_one_time(one: Count, other: Count) -> bool:
    """Whether two counts of two reports can be of one thing."""
    if one.article == other.article or not _one_subject(one, other):
        return False
    if one.group != other.group or _of_two_bodies(one, other):
        return False
    if not of_one_time(one.times, other.times):
        return False
    if (
        one.day is not None
        and other.day is not None
        and abs((one.day - other.day).days) > IN_A_WEEK
    ):
        return False
    return _comparable(one, other) and _one_day(one, other)


def _of_two_bodies(one: Count, other: Count) -> bool:
    """Whether two counts are of what two bodies have: their observers, their members."""
    if one.sort not in OF_BODIES or not one.names or not other.names:
        return False
    return not _words_of_names(one) & _words_of_names(other)


def _words_of_names(count: Count) -> set[str]:
    return {word for name in count.names for word in name.split()}


def _comparable(one: Count, other: Count) -> bool:
    """Whether two numbers are not so far apart that they count different things."""
    less, more = sorted(value_of(each.figure) or 0 for each in (one, other))
    return more <= less * (AS_MANY if one.figure.measure in PEOPLE else AS_MUCH)


def _one_subject(one: Count, other: Count) -> bool:
    first, second = one.figure.subject, other.figure.subject
    return not first or not second or first == second


def _one_day(one: Count, other: Count) -> bool:
    first, second = one.figure.as_of, other.figure.as_of
    if first.known and second.known:
        return first.earliest <= second.latest and second.earliest <= first.latest
    return True
