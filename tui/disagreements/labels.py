"""Labels: one actor, placed differently in politics by who describes it.

A description is reduced to the words by which it takes a stand: where it leans (populist,
right-wing), whom it sides with (pro-Western), what standing it grants (self-proclaimed,
legitimate), by what means it fights (militant), and whether it governs or opposes. A word excludes
only others of its sort: articles disagree on an actor where one has a word of a sort that another
does not have, and the other has one that it does not have; or where one sees it govern and another
oppose. An article that says nothing of the sort is no side: silence is no label. Nor does one that
only says more ("the opposition", "the centre-left opposition"). Where it leans is missed where
several articles only say that it governs or opposes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from tui.corpus import Corpus
from tui.disagreements.sides import Voices, between_articles, made, rule_id
from tui.disagreements.words import ComparisonWords, spread, words_of
from tui.folding import folded
from tui.model import Actor, Anchor, Description, Disagreement, Side
from tui.summary import ToldActor

RULING, OPPOSITION = "ruling", "opposition"
"""The labels of those who govern and of those who do not."""

LEANING = "leaning"
"""The sort of labels that tell where somebody leans."""

SEVERAL = 2
"""Articles that say only that somebody governs or opposes, so that it is missed where they lean."""

_WORD = re.compile(
    r"(?:far|hard|extreme|alt|ultra|center|centre|left|right)[- ](?:left|right|wing)(?![\w-])"
    r"|[^\W\d_]+(?:-[^\W\d_]+)*"
)
"""A word, or two that are one label."""


def differing_labels(corpus: Corpus, voices: Voices, actor: Actor) -> Disagreement | None:
    """That articles place an actor differently, if they do."""
    labelled = _labelled(actor, voices)
    if not _disagree({key: len({at.article for at in told}) for key, told in labelled.items()}):
        return None
    sides = [
        Side(", ".join(labels), voices.told(passages, quoted=True))
        for labels, passages in labelled.items()
    ]
    if not between_articles(sides, voices):
        return None
    return made(
        "label",
        actor.name,
        sides,
        id=rule_id("label", actor.id),
        items=[actor.id],
        actors=[actor.id],
        rule="one actor under different labels",
    )


def _labelled(actor: Actor, voices: Voices) -> dict[tuple[str, ...], list[Anchor]]:
    """The labels that articles give an actor, each set of them with its descriptions.

    An article that gives a label twice, once with another beside it, has both.
    """
    by_article: dict[str, list[tuple[Description, Sequence[str]]]] = {}
    for description in actor.described_as:
        words = words_of(voices.language(description.anchor.article))
        if found := labels_of([description], words):
            by_article.setdefault(description.anchor.article, []).append((description, found))
    together: dict[tuple[str, ...], list[Anchor]] = {}
    for article in sorted(by_article, key=voices.order.__getitem__):
        described = by_article[article]
        every = tuple(dict.fromkeys(label for _each, found in described for label in found))
        key = next((known for known in together if set(known) == set(every)), every)
        together.setdefault(key, []).extend(each.anchor for each, _found in described)
    return together


def labels_of(described: Iterable[Description], words: ComparisonWords) -> Sequence[str]:
    """The labels in descriptions, each once."""
    return [*dict.fromkeys(label for each in described for label in labels(each.text, words))]


def may_differ(told: ToldActor) -> bool:
    """Whether articles may place an actor differently; hardly one is."""
    return len(told.labels) > 1 and _disagree(dict.fromkeys(told.labels, SEVERAL))


def _disagree(given: Mapping[tuple[str, ...], int]) -> bool:
    """Whether sets of labels place an actor differently; with how many articles have each."""
    sorts: defaultdict[str, list[set[str]]] = defaultdict(list)
    for every in given:
        by_sort: defaultdict[str, set[str]] = defaultdict(set)
        for label in every:
            sort, means = _sort(label)
            by_sort[sort].add(means)
        for sort, means_all in by_sort.items():
            sorts[sort].append(means_all)
    power = {label for each in given for label in each} & {RULING, OPPOSITION}
    offices = (many for each, many in given.items() if {*each} <= power)
    missed = any(many >= SEVERAL for many in offices) and LEANING in sorts
    return len(power) > 1 or missed or any(map(_exclude, sorts.values()))


def _exclude(sets: Iterable[set[str]]) -> bool:
    """Whether each of two sets has what the other lacks, and does not mean as well."""
    implied = words_of("en").implied
    whole = [(each, each | {implied[label] for label in each if label in implied}) for each in sets]
    return any(
        one - all_other and other - all_one
        for (one, all_one), (other, all_other) in combinations(whole, 2)
    )


def _sort(label: str) -> tuple[str, str]:
    """The sort of a label, and what it means among those of its sort."""
    words = words_of("en")
    way, dash, whom = label.partition("-")
    if dash and way in ("pro", "anti"):
        side = words.abroad.get(whom, "")
        return ("abroad", f"{way}-{side}") if side else (whom, label)
    if label in (RULING, OPPOSITION):
        return "power", label
    sorts = words.sorts_of_labels.items()
    return next((sort for sort, each in sorts if label in each), LEANING), label


def labels(description: str, words: ComparisonWords) -> Iterator[str]:
    """The words of a description that place somebody in politics, each in one spelling; those
    with a capital are the names of parties."""
    own = words.of_others.split(description, maxsplit=1)[0] if words.of_others else description
    named = {
        folded(word)
        for word, start in spread(own)
        if word[0].isupper() and (start or word.isalpha())
    }
    for found in _WORD.finditer(folded(own)):
        if found.group() not in named and (label := words.label(found.group())):
            yield label
