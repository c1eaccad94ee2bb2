"""The rules for events, in the order in which they may take a head.

Each names the words without which it finds nothing: of every set a sentence must have one.
A sentence that gives no rule its words is not taken apart at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.extract.findings import TimeMention
from tui.extract.languages.en.events import coming
from tui.extract.languages.en.events import triggers as telling
from tui.extract.languages.en.events.dated_triggers import dated, dates_something
from tui.extract.languages.en.events.lexicon import (
    ACT_VERBS,
    ATTEMPTING,
    CLAIM_SORTS,
    DEMANDING,
    NOUNS,
    PHRASE_VERBS,
    PHRASES,
    PLANNED,
    PURPOSE_SORTS,
    VERB_SORTS,
    VICTIM_SORTS,
    nouns,
    verb_forms,
)
from tui.extract.languages.en.events.sentence import Sentence
from tui.extract.text.document import Document


class Rule(NamedTuple):
    read: Callable[[Sentence], None]
    words: tuple[frozenset[str], ...]
    """Sets of words; of each one must stand in the sentence. No set: a time must."""


_HAPPENINGS = frozenset(NOUNS)
_TELLING = verb_forms(VERB_SORTS, PHRASE_VERBS, ACT_VERBS)
_PURPOSES = nouns(PURPOSE_SORTS) | verb_forms(
    {verb for verb, sort in VERB_SORTS.items() if sort in PURPOSE_SORTS},
    {verb for (verb, _), sort in PHRASES.items() if sort in PURPOSE_SORTS},
)
_COMING = frozenset({"is", "are", "will"})
_ARRANGED = frozenset({"to", "planned", "scheduled", "expected", "held"}) | PLANNED

RULES: tuple[Rule, ...] = (
    Rule(dated, ()),
    Rule(telling.held, (verb_forms(telling.HELD), _HAPPENINGS)),
    Rule(telling.attempts, (verb_forms(ATTEMPTING) | telling.ATTEMPTS,)),
    Rule(telling.telling_verbs, (_TELLING,)),
    Rule(telling.claimed, (_TELLING | verb_forms(CLAIM_SORTS),)),
    Rule(telling.demands, (verb_forms(DEMANDING), _PURPOSES | _TELLING)),
    Rule(coming.upcoming, (coming.UPCOMING, _HAPPENINGS)),
    Rule(telling.going_on, (telling.ONGOING | {"under"}, _HAPPENINGS)),
    Rule(telling.victims, (nouns(VICTIM_SORTS), frozenset({"of"}))),
    Rule(coming.arranged, (_COMING, _ARRANGED)),
    Rule(coming.deadlines, (frozenset({"must", "have"}), frozenset({"by", "until", "before"}))),
    Rule(telling.spoken, (telling.ADDRESSES,)),
)


_SETS = tuple(dict.fromkeys(words for rule in RULES for words in rule.words))
_TIME = 1 << len(_SETS)
_NEEDS = tuple(
    sum(1 << _SETS.index(words) for words in rule.words) if rule.words else _TIME for rule in RULES
)
"""For every rule its sets, each a bit of a number."""
_BITS = {
    word: sum(1 << at for at, words in enumerate(_SETS) if word in words)
    for word in frozenset[str]().union(*_SETS)
}


def told_of(
    document: Document, times: Sequence[TimeMention]
) -> Iterator[tuple[int, tuple[Rule, ...]]]:
    """The sentences, by number, that have the words of some rules, and these rules."""
    starts = [sentence.start for sentence in document.sentences]
    has: defaultdict[int, int] = defaultdict(int)
    for word in _BITS.keys() & document.places.keys():
        bits = _BITS[word]
        for at in document.places[word]:
            has[bisect_right(starts, at)] |= bits
    for time in times:
        if dates_something(time):
            has[bisect_right(starts, time.start)] |= _TIME
    for behind in sorted(has):
        rules = _rules_of(has[behind])
        if rules and behind:
            yield behind - 1, rules


@lru_cache(maxsize=1 << (len(_SETS) + 1))
def _rules_of(bits: int) -> tuple[Rule, ...]:
    """The rules that find their words where the words of some sets stand."""
    return tuple(rule for rule, needs in zip(RULES, _NEEDS, strict=True) if bits & needs == needs)
