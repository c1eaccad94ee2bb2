"""Labels: one actor, placed differently in politics by who describes it.

A description is reduced to the words by which it takes a stand: where it leans (populist,
right-wing, pro-Western), what standing it grants (self-proclaimed, legitimate), and
whether it governs or opposes. Articles disagree on an actor when one has a word of the
first two sorts that another, which describes the actor as well, does not have; or when
one sees it govern and another oppose. An article that says nothing of the sort is no side:
silence is no label. Nor does one that only says more ("the opposition", "the centre-left
opposition"), and whom an actor sides with abroad ("pro-Western") competes with nothing but
another side abroad.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from tui.corpus import Corpus
from tui.disagreements.sides import Voices, between_articles, made, rule_id
from tui.disagreements.words import ComparisonWords, spread, words_of
from tui.folding import folded
from tui.model import Actor, Anchor, Description, Disagreement, Side
from tui.summary import ToldActor

RULING, OPPOSITION = "ruling", "opposition"
"""The labels of those who govern and of those who do not."""

_WORD = re.compile(
    r"(?:far|hard|extreme|alt|ultra|center|centre|left|right)[- ](?:left|right|wing)(?![\w-])"
    r"|[^\W\d_]+(?:-[^\W\d_]+)*"
)
"""A word, or two that are one label."""


def differing_labels(corpus: Corpus, voices: Voices, actor: Actor) -> Disagreement | None:
    """That articles place an actor differently, if they do."""
    labelled = _labelled(actor, voices)
    if not _disagree(labelled.keys()):
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
    return len(told.labels) > 1 and _disagree(told.labels)


def _disagree(given: Iterable[tuple[str, ...]]) -> bool:
    """Whether sets of labels place an actor differently."""
    sets = [set(labels) for labels in given]
    power = {label for each in sets for label in each} & {RULING, OPPOSITION}
    if len(power) > 1:
        return True
    home = [{label for label in each if not _abroad(label)} for each in sets]
    sides = [{side for label in each if (side := _abroad(label))} for each in sets]
    return _exclude(home, power) or _exclude(sides, set())


def _exclude(sets: Iterable[set[str]], power: set[str]) -> bool:
    """Whether each of two sets has what the other lacks, and not by an office alone."""
    return any(
        one - other and other - one and one - power != other - power
        for one, other in combinations(sets, 2)
    )


def _abroad(label: str) -> str:
    """The side abroad that a label tells of, by one name; "" where it tells of none."""
    way, dash, whom = label.partition("-")
    side = words_of("en").abroad.get(whom, "") if dash and way in ("pro", "anti") else ""
    return f"{way}-{side}" if side else ""


def labels(description: str, words: ComparisonWords) -> Iterator[str]:
    """The words of a description that place somebody in politics, each in one spelling; those
    with a capital are the names of parties."""
    own = words.of_others.split(description, maxsplit=1)[0] if words.of_others else description
    named = {folded(word) for word, start in spread(own) if start and word[0].isupper()}
    for found in _WORD.finditer(folded(own)):
        if found.group() not in named and (label := words.label(found.group())):
            yield label
