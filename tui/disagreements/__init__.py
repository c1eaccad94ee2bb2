"""Where articles disagree: a corpus in, disagreements with every side's passages out.

Each rule is a function of its own module, in the order in which its findings are listed.
What no rule can find, which of several accounts answer one question, is curated
(``tui.curate``), and uses the same small functions of :mod:`tui.disagreements.sides`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui.corpus import Corpus
from tui.disagreements import labels, names
from tui.disagreements.answers import answered
from tui.disagreements.counts import differing_counts
from tui.disagreements.days import differing_days
from tui.disagreements.hours import HOURS
from tui.disagreements.labels import differing_labels
from tui.disagreements.lengths import LENGTHS
from tui.disagreements.names import differing_names, differing_people
from tui.disagreements.negations import denied
from tui.disagreements.numbers import NUMBERS
from tui.disagreements.sides import Voices
from tui.disagreements.stories import Stories
from tui.disagreements.tellings import differing_tellings
from tui.disagreements.values import differing_values
from tui.model import Actor, Disagreement
from tui.summary import CorpusFacts
from tui.tables.columns import CALLED, column_of

OF_ACTORS: tuple[Callable[[Corpus, Voices, Actor], Disagreement | None], ...] = (
    differing_names,
    differing_labels,
)
"""The rules on one actor, each of which finds one disagreement or none."""


def disagreements(corpus: Corpus, told: CorpusFacts | None = None) -> Iterator[Disagreement]:
    """What the rules find, rule by rule. ``told`` is what is known already, so that texts are not
    looked through again and actors not made for nothing."""
    voices = Voices(corpus, told)
    stories = (told and told.stories) or Stories(corpus, told)
    if told is not None:
        told.stories = None  # What is in a circle is not freed while nobody looks for circles.
    if told is not None and told.actors:
        called = ([each.called] for each in told.actors.values())
        corpus.once(("actor", CALLED.name), lambda: column_of(CALLED, called))
    yield from differing_values(corpus, voices, stories)
    yield from differing_counts(corpus, voices, stories)
    yield from differing_tellings(corpus, voices, stories, [NUMBERS, LENGTHS, HOURS])
    yield from differing_days(corpus, voices, stories)
    yield from answered(corpus, voices, stories)
    yield from denied(corpus, voices, stories)
    yield from differing_people(corpus, voices, stories)
    found: list[list[Disagreement]] = [[] for _ in OF_ACTORS]
    # An actor of a large corpus takes a while to be made, so that each is made once at most.
    for actor in _actors(corpus, told):
        for rule, of_rule in zip(OF_ACTORS, found, strict=True):
            if differing := rule(corpus, voices, actor):
                of_rule.append(differing)
    for of_rule in found:
        yield from of_rule


def _actors(corpus: Corpus, told: CorpusFacts | None) -> Iterable[Actor]:
    """The actors on which articles may disagree."""
    if told is None or not told.actors:
        return corpus.actors
    return (
        corpus.actors[place]
        for place, each in enumerate(told.actors.values())
        if names.may_differ(each) or labels.may_differ(each)
    )


__all__ = ["OF_ACTORS", "disagreements"]
