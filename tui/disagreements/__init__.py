"""Where articles disagree: a corpus in, disagreements with every side's passages out.

Each rule is a function of its own module, in the order in which its findings are listed.
What no rule can find, which of several accounts answer one question, is curated
(``tui.curate``), and uses the same small functions of :mod:`tui.disagreements.sides`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tui.corpus import Corpus
from tui.disagreements.labels import differing_labels
from tui.disagreements.names import differing_names
from tui.disagreements.sides import Voices
from tui.disagreements.values import differing_values
from tui.model import Disagreement

RULES: tuple[Callable[[Corpus, Voices], Iterable[Disagreement]], ...] = (
    differing_values,
    differing_names,
    differing_labels,
)


def disagreements(corpus: Corpus) -> Iterator[Disagreement]:
    """What the rules find, rule by rule."""
    voices = Voices(corpus)
    for rule in RULES:
        yield from rule(corpus, voices)


__all__ = ["RULES", "disagreements"]
