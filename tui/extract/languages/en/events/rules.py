"""The rules for events, in the order in which they may take a head.

Each names the words without which it finds nothing: of every set a sentence must have one.
A sentence that gives no rule its words is not taken apart at all.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tui.extract.findings import Mention, Reported, TimeMention
from tui.extract.languages.en import cues
from tui.extract.languages.en.events import besides, claims, coming, doings, intended, triggers
from tui.extract.languages.en.events import word_places as places
from tui.extract.languages.en.events.dated_triggers import dated, dates_something
from tui.extract.languages.en.events.event_sentence import ALLEGATIONS, ALLEGEDLY, EventSentence
from tui.extract.languages.en.happenings import (
    ACT_VERBS,
    ANNOUNCED,
    ANNOUNCING,
    ATTEMPTING,
    BEGINNING,
    CALLING_ON,
    CLAIM_SORTS,
    CLAIMING,
    COMPANIONS,
    DEMANDING,
    FORMS,
    GATHERING,
    NOUNS,
    PHRASE_VERBS,
    PHRASES,
    PLANNED,
    PLANNING,
    PURPOSE_SORTS,
    SAID_OF,
    THIRD_PERSON,
    VERB_SORTS,
    VICTIM_SORTS,
    nouns,
    verb_forms,
)
from tui.extract.languages.en.lexicon import PLURAL_PEOPLE
from tui.extract.text.document import Document


class EventRule(NamedTuple):
    read: Callable[[EventSentence], None]
    words: tuple[frozenset[str], ...] = ()
    """Sets of words; of each one must stand in the sentence. No set: a time must."""
    verbs: frozenset[str] = frozenset()
    """Of these one must be a verb there; none where any does, or no verb is needed."""


_HAPPENINGS = frozenset(NOUNS)
_TELLING_VERBS = frozenset(VERB_SORTS) | PHRASE_VERBS | ACT_VERBS
_TELLING = verb_forms(_TELLING_VERBS)
_BASES = frozenset(form for form in _TELLING if FORMS.get(form, ("", ""))[1] == "base")
_GERUNDS = frozenset(form for form in _TELLING if FORMS.get(form, ("", ""))[1] == "ing")
_TELLING_ALONE = _TELLING.difference(COMPANIONS, THIRD_PERSON, _BASES, _GERUNDS)
_CLAIMS = frozenset(CLAIM_SORTS)
_CLAIMED_ALONE = _TELLING_ALONE | verb_forms(_CLAIMS)
_PURPOSES = nouns(PURPOSE_SORTS) | verb_forms(
    {verb for verb, sort in VERB_SORTS.items() if sort in PURPOSE_SORTS},
    {verb for (verb, _), sort in PHRASES.items() if sort in PURPOSE_SORTS},
)
_COMING = frozenset({"is", "are", "will"})
_TELL = frozenset({"told"})
_THERE = frozenset({"there"})
_TO = frozenset({"to"})
_TO_BE_TOLD = _TELLING_VERBS | BEGINNING | {"be", "have"}
_TO_BE_CLAIMED = _CLAIMS | {"be", "have"}
"""Verbs that count behind "to" alone."""
_DOING = frozenset({""})
"""No word, but what ``doings`` finds in a sentence."""
_ARRANGED = frozenset({"planned", "scheduled", "expected", "held", "announced"}) | PLANNED
_HAVE = frozenset({"have"})
_TRY = verb_forms(ATTEMPTING)
_DEMAND = verb_forms(DEMANDING)
_OF_WORDS = ALLEGATIONS
"""One of these stands in a sentence, or somebody's words do."""
_TERMS = coming.WITHIN
"""One of these stands in a sentence, or a date until which something is so."""

DOINGS = EventRule(doings.doings, (_DOING,))

RULES: tuple[EventRule, ...] = (
    EventRule(dated),
    EventRule(triggers.held, (verb_forms(triggers.HELD), _HAPPENINGS), triggers.HELD),
    EventRule(intended.called, (verb_forms(CALLING_ON), verb_forms(GATHERING)), CALLING_ON),
    EventRule(intended.announced, (verb_forms(ANNOUNCING), frozenset(ANNOUNCED)), ANNOUNCING),
    EventRule(intended.intended, (verb_forms(PLANNING), _TO), PLANNING),
    EventRule(triggers.attempts, (_TRY,), ATTEMPTING),
    EventRule(triggers.named_attempts, (triggers.ATTEMPTS, _TO_BE_CLAIMED), _CLAIMS),
    EventRule(triggers.telling_verbs, (_TELLING_ALONE,), _TELLING_VERBS),
    EventRule(triggers.telling_verbs, (frozenset({"held"}), PLURAL_PEOPLE), frozenset({"hold"})),
    EventRule(besides.added, (_GERUNDS,), _TELLING_VERBS),
    EventRule(claims.accused, (verb_forms(CLAIMING), frozenset({"of"}))),
    EventRule(claims.said_of, (verb_forms(SAID_OF), _HAVE)),
    EventRule(claims.hearsay, (ALLEGEDLY,)),
    EventRule(claims.claimed, (_CLAIMED_ALONE, _OF_WORDS), _TELLING_VERBS | _CLAIMS),
    EventRule(triggers.demands, (_DEMAND, _PURPOSES | _TELLING), DEMANDING),
    EventRule(coming.upcoming, (coming.UPCOMING, _HAPPENINGS)),
    EventRule(triggers.going_on, (triggers.ONGOING | {"under"}, _HAPPENINGS), frozenset({"be"})),
    EventRule(triggers.victims, (nouns(VICTIM_SORTS), frozenset({"of"}))),
    EventRule(coming.arranged, (_COMING, _ARRANGED)),
    EventRule(coming.arranged, (_COMING, _TO, verb_forms(PLANNED) | {"slated"})),
    EventRule(
        coming.deadlines,
        (frozenset("must should have has had due".split()), _TERMS),
    ),
    EventRule(triggers.spoken, (triggers.ADDRESSES,), cues.SPEECH),
    EventRule(triggers.told_to, (triggers.AUDIENCES, _TELL), frozenset({"tell"})),
    EventRule(triggers.lasting, (frozenset(triggers.LASTING),), frozenset({"be"})),
    EventRule(triggers.there_was, (_THERE, _HAPPENINGS), frozenset({"be"})),
    EventRule(claims.accused_of, (verb_forms({"accuse"}), claims.WRONGS), frozenset({"accuse"})),
    EventRule(intended.forced, (intended.FORCING, _TO_BE_TOLD), intended.FORCING),
    EventRule(intended.asked_for, (verb_forms(intended.ASKING),), intended.ASKING),
    DOINGS,
)


_SETS = tuple(dict.fromkeys(words for rule in RULES for words in rule.words))
_TIME = 1 << len(_SETS)
_NEEDS = tuple(
    sum(1 << _SETS.index(words) for words in rule.words) if rule.words else _TIME for rule in RULES
)
"""For every rule its sets, each a bit of a number."""


_ONLY_WHERE: Mapping[frozenset[str], Callable[[Document, int], bool]] = {
    _GERUNDS: places.adds,
    _TRY: places.leads_to,
    _DEMAND: places.demands,
    triggers.ADDRESSES: places.is_occasion,
}
"""Sets of which a word counts only where it stands so."""
_INFINITIVES = (_HAVE, _TO_BE_TOLD, _TO_BE_CLAIMED)
"""Those of which one counts only behind "to"."""
_ANYWHERE = tuple(words for words in _SETS if words not in (*_ONLY_WHERE, *_INFINITIVES))


def _bits(word: str, sets: Iterable[frozenset[str]]) -> int:
    """The bits of those sets that have a word."""
    return sum(1 << _SETS.index(words) for words in sets if word in words)


_TELLS = 1 << _SETS.index(_TELLING_ALONE) | 1 << _SETS.index(_CLAIMED_ALONE)
"""The bits of a verb that tells of something where its sentence lets it."""
_DOES = 1 << _SETS.index(_DOING)
_ARRANGES = 1 << _SETS.index(_ARRANGED)
"""The bit of "to" where what stands before it may be a verb: "is to", "are soon to"."""
_REPORTED = 1 << _SETS.index(_OF_WORDS)
_UNTIL = 1 << _SETS.index(_TERMS)
_CLAIMED_TELLS = 1 << _SETS.index(_CLAIMED_ALONE)
_LET_TELL = COMPANIONS.keys() | (_TELLING & THIRD_PERSON) | _BASES | _GERUNDS
"""The words of such verbs."""
_IN_SETS = (1 << len(_SETS)) - 1
_LETS_TELL, _MAY_DO = 1 << len(_SETS) + 1, 1 << len(_SETS) + 2
"""What is asked of a word besides: all in one table, so that a text is gone through once."""


_ASKED_OF = {
    word: _bits(word, _ANYWHERE)
    | (_LETS_TELL if word in _LET_TELL else 0)
    | (_MAY_DO if word in doings.LISTED else 0)
    for word in frozenset[str]().union(*_ANYWHERE, _LET_TELL, doings.LISTED)
}
_ASKED = frozenset(_ASKED_OF)
_BEHIND_TO = {word: _bits(word, _INFINITIVES) for word in frozenset[str]().union(*_INFINITIVES)}
_ANY_BEHIND_TO = sum(1 << _SETS.index(words) for words in _INFINITIVES)
_BEFORE_BASES = frozenset("will would shall wo did didn't won't wouldn't do does".split())
_BEFORE_GERUNDS = frozenset("is are was were be been being am isn't aren't wasn't".split())
_AUXILIARY_REACH = 6
"""Words between an auxiliary and its verb, at most."""


def told_of(
    document: Document,
    times: Sequence[TimeMention],
    mentions: Sequence[Mention],
    reported: Mapping[int, Sequence[Reported]],
) -> Iterator[tuple[int, tuple[EventRule, ...]]]:
    """The sentences, by number, that have the words of some rules, and these rules.
    ``reported`` are somebody's words, by the sentences in which they stand."""
    starts = [sentence.start for sentence in document.sentences]
    has: defaultdict[int, int] = defaultdict(int)
    doing = doings.unlisted(document.vocabulary)
    lets_tell: list[str] = []
    for word in _ASKED & document.vocabulary:
        bits = _ASKED_OF[word]
        if bits & _LETS_TELL:
            lets_tell.append(word)
        if bits & _MAY_DO:
            doing.append(word)
        if bits & _IN_SETS:
            for at in document.places[word]:
                has[bisect_right(starts, at)] |= bits & _IN_SETS
    words: dict[int, frozenset[str]] = {}
    for word in lets_tell:
        for at in document.places[word]:
            behind = bisect_right(starts, at)
            if not behind or has[behind] & _TELLS == _TELLS:
                continue
            tells = _TELLS
            if (word in _BASES or word in _GERUNDS) and not _has_auxiliary(document, at, word):
                tells = _CLAIMED_TELLS if word in _GERUNDS else 0
            if tells and _lets_tell(document, behind - 1, word, words):
                has[behind] |= tells
    for here, stands in _ONLY_WHERE.items():
        for at in document.anchors(here):
            if stands(document, bisect_left(document.columns.starts, at)):
                has[bisect_right(starts, at)] |= 1 << _SETS.index(here)
    for at in document.places.get("to", ()):
        number = bisect_left(document.columns.starts, at)
        bits = _BEHIND_TO.get(places.behind(document, number), 0)
        if places.aside_behind(document, number):
            bits = _ANY_BEHIND_TO
        if places.may_arrange(document, number):
            bits |= _ARRANGES
        has[bisect_right(starts, at)] |= bits
    for number in reported:
        has[number + 1] |= _REPORTED
    for time in times:
        if dates_something(time):
            has[bisect_right(starts, time.start)] |= _TIME
        elif time.role == "until":
            has[bisect_right(starts, time.start)] |= _UNTIL
    for number in doings.sentences_with(document, doing, mentions, reported):
        has[number + 1] |= _DOES
    for behind in sorted(has):
        rules = _rules_of(has[behind])
        if rules and behind:
            yield behind - 1, rules


def _has_auxiliary(document: Document, at: int, verb: str) -> bool:
    """Whether an auxiliary stands before a verb that tells of nothing without one: "will win",
    "is to win", "were voting"; captions need none."""
    number = bisect_left(document.columns.starts, at)
    before = document.lowers[max(0, number - _AUXILIARY_REACH) : number]
    if verb in _BASES and not _BEFORE_BASES.isdisjoint(before):
        return True
    being = not _BEFORE_GERUNDS.isdisjoint(before)
    if being and (verb in _GERUNDS or "to" in before):
        return True
    if any("'" in word or "’" in word for word in before):
        return True
    return document.paragraphs[document.paragraph_at(at)].role == "caption"


def _lets_tell(
    document: Document, number: int, verb: str, words: dict[int, frozenset[str]]
) -> bool:
    """Whether a sentence lets a verb tell of a happening: the present does so in captions
    alone, and many a verb only with one of some words beside it. ``words`` keeps those of the
    sentences that were looked at."""
    start, end, paragraph = document.sentences[number]
    if verb in THIRD_PERSON and document.paragraphs[paragraph].role != "caption":
        return False
    numbers = document.sentence_words[number]
    if verb not in COMPANIONS or numbers is None:
        return True
    beside = COMPANIONS[verb]
    if number not in words:
        words[number] = frozenset(document.bare_lowers[slice(*numbers)])
    if "." in beside or not beside.isdisjoint(words[number]):
        return True
    return "%" in beside and "%" in document.text[start:end]


@lru_cache(maxsize=1 << (len(_SETS) + 1))
def _rules_of(bits: int) -> tuple[EventRule, ...]:
    """The rules that find their words where the words of some sets stand."""
    return tuple(rule for rule, needs in zip(RULES, _NEEDS, strict=True) if bits & needs == needs)
