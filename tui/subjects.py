"""Which parties and lists of one contest are one, though reports call them differently.

"Labour" and "Labour Union" stand for one list, and so do a name and its initials, and a name and
another that some report gives beside it, as long as no other name of the contest goes with it as
well. Of persons nothing is taken to be one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from tui.corpus import Corpus
from tui.folding import folded

SHORTEST = 4
"""Letters of a name that is the beginning or the end of another, at the least."""


def one_subject(corpus: Corpus, ids: Iterable[str]) -> Mapping[str, str]:
    """For each subject that goes by another's name, which stands for both: the longer one."""
    names = {
        id: _names((name, *others))
        for id in dict.fromkeys(ids)
        for name, sort, *others in filter(None, (corpus.called(id),))
        if sort != "person"
    }
    stands: dict[str, str] = {}
    for id, own in names.items():
        longer = [
            other
            for other, others in names.items()
            if other != id
            and ({*own} < {*others} or any(_goes_with(a, b) for a in own for b in others))
        ]
        if len(longer) == 1:
            stands[id] = longer[0]
    return {id: stands.get(other, other) for id, other in stands.items() if stands.get(other) != id}


@lru_cache(1 << 12)
def _names(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    every = dict.fromkeys(names)
    return tuple(tuple(folded(name).replace('"', "").split()) for name in every)


def _goes_with(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name is the beginning or the end of a longer one, or its initials."""
    if not short or len(short) >= len(long):
        return False
    telling = [word for word in long if len(word) > len("the")] or long
    if len(short) == 1 and short[0] in ("".join(w[0] for w in each) for each in (long, telling)):
        return True
    return sum(map(len, short)) >= SHORTEST and short in (
        long[: len(short)],
        long[-len(short) :],
    )
