"""The sort of happening that a verb tells of, by itself or by what stands beside it."""

from __future__ import annotations

from tui.dates import WEEKDAYS
from tui.extract.languages.en.clauses.tokens import ClauseTokens, clause
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.happenings import (
    ACT_PHRASES,
    ACT_VERBS,
    ACTS,
    ALSO,
    BEGINNING,
    FORMS,
    NEEDS,
    OF_HAPPENINGS,
    PHRASE_VERBS,
    PHRASES,
    VERB_SORTS,
    WITH_OBJECT,
    noun_sort,
)
from tui.extract.languages.en.lexicon import PLURAL_PEOPLE

_DAYS = frozenset(day.lower() for day in WEEKDAYS)
_OBJECTS = frozenset("votes ballots roads race".split())
"""Words of phrases that need not stand right behind their verb."""


def sort_of(tokens: ClauseTokens, verb: Verb) -> str:
    """The sort of happening that a verb tells of; "" where the verb alone tells of none."""
    sort = VERB_SORTS.get(verb.lemma, "")
    if sort:
        return sort
    if verb.lemma in BEGINNING and tokens.lower(verb.head + 1) == "to":
        begun, _ = FORMS.get(tokens.lower(verb.head + 2), ("", ""))
        return VERB_SORTS.get(begun, "") or ACTS.get(begun, "")
    if verb.lemma == "hold" and verb.passive and _people_before(tokens, verb.first):
        return "arrest"  # "85 people were held"
    if verb.lemma in PHRASE_VERBS:
        behind = tokens.lowers[verb.head + 1 : verb.head + 6]
        for (lemma, word), told in PHRASES.items():
            if lemma == verb.lemma and word in behind[: 5 if word in _OBJECTS else 1]:
                return told
    return _act(tokens, verb) if verb.lemma in ACT_VERBS else ""


def _a_day(tokens: ClauseTokens, at: int) -> bool:
    """Whether a day of the week stands at a place, with "on" or without."""
    at += tokens.lower(at) == "on"
    return tokens.lower(at) in _DAYS


def _people_before(tokens: ClauseTokens, at: int) -> bool:
    """Whether people, or a number of them, stand right before a verb."""
    before = tokens.lower(at - 1)
    return before in PLURAL_PEOPLE or before.isdigit()


def _act(tokens: ClauseTokens, verb: Verb) -> str:
    """The sort of an act of the field, where what stands beside its verb says that it is one."""
    follows = tokens.lower(verb.head + 1)
    if verb.passive and follows == "by":
        follows = ""
    near = tokens.lowers[verb.head + 1 : verb.head + 4]
    if verb.lemma in ("recognise", "recognize") and "that" in near:
        return ""
    if verb.lemma == "leave" and "without" in tokens.lowers[verb.head + 1 : verb.head + 6]:
        return ""  # "left the party without a leader"
    phrase = ACT_PHRASES.get((verb.lemma, follows), "")
    if phrase and verb.head + 1 not in tokens.apart:
        return phrase
    sort = ACTS.get(verb.lemma, "")
    needs = NEEDS.get(verb.lemma)
    if not sort or (needs is None and verb.lemma not in ALSO):
        return sort
    begin, end = clause(tokens, verb.head)
    places = list(range(verb.head + 1, min(end, verb.head + 12)))
    if verb.passive or not places or verb.lemma not in WITH_OBJECT:
        places += range(max(begin, verb.first - 8), verb.first)
    beside = {tokens.lowers[at] for at in places}
    if verb.lemma == "go":
        return _goes(tokens, verb, places, sort if not NEEDS["go"].isdisjoint(beside) else "")
    for other, words in ALSO.get(verb.lemma, {}).items():
        if not words.isdisjoint(beside):
            return other
    if needs is None or not needs.isdisjoint(beside):
        return sort
    if "." in needs and (
        end <= verb.head + 1 or verb.head + 1 in tokens.commas or _a_day(tokens, verb.head + 1)
    ):
        return sort
    if verb.lemma in OF_HAPPENINGS and any(noun_sort(tokens.lowers[at]) for at in places):
        return sort
    shares = "%" in needs and any(
        tokens.text[tokens.ends[at] : tokens.ends[at] + 1] == "%" for at in places
    )
    return sort if shares else ""


def _goes(tokens: ClauseTokens, verb: Verb, places: list[int], ballot: str) -> str:
    """The sort of "go": to the polls, or what goes to somebody who wins it ("80 percent of the
    seats went to the Greens")."""
    if ballot or tokens.lower(verb.head + 1) != "to":
        return ballot
    before = [at for at in places if at < verb.first]
    shared = {tokens.lowers[at] for at in before}
    shared |= {tokens.text[tokens.ends[at] : tokens.ends[at] + 1] for at in before}
    return next((sort for sort, words in ALSO["go"].items() if not words.isdisjoint(shared)), "")
