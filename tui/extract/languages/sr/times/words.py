"""The words of Serbian dates, from ``times.toml``, by their keys."""

from __future__ import annotations

from functools import cache

from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.words import table


def leans(name: str) -> tuple[str, ...]:
    return tuple(map(key, table("times")["leans"][name].split()))


BEFORE_YEAR, BEFORE_SEASON, ANNOUNCED, CALLED, HELD, MORE, PUT_OFF = map(
    leans, ("before_year", "before_season", "announced", "called", "held", "more", "put_off")
)
FUTURE, CLAUSES, DONE, NOT_DONE = (
    frozenset(leans(name)) for name in ("future", "clauses", "done", "not_done")
)
QUARTERS, HALVES = (
    frozenset(map(key, table("times")["quarters"][name].split())) for name in ("words", "halves")
)


@cache
def months() -> dict[str, int]:
    told = table("times")
    found: dict[str, int] = {}
    for number, names in enumerate(told["months"], start=1):
        for stem in names.split():
            found[key(stem)] = number
            for ending in told["endings"].split():
                found.setdefault(key(stem + ending), number)
    return found


@cache
def by_word(section: str) -> dict[str, str]:
    """The words of a section of the tables, by their keys: under which name each stands."""
    told = table("times")[section]
    return {key(word): name for name, words in told.items() for word in words.split()}


@cache
def weekdays() -> dict[str, int]:
    told = table("times")["weekdays"]
    return {key(word): number for number, words in enumerate(told) for word in words.split()}


@cache
def numbers() -> dict[str, int]:
    told = table("times")["numbers"]["words"].split(",")
    return {key(word): n for n, words in enumerate(told, start=1) for word in words.split()}


@cache
def ordinals() -> dict[str, int]:
    """Which quarter or half is told by a word, from 0."""
    told = table("times")["quarters"]["ordinals"]
    return {key(word): number for number, words in enumerate(told) for word in words.split()}


@cache
def days_in_words() -> dict[str, int]:
    """The days of a month in words: "petog"."""
    told = table("times")["days_in_words"]["words"].split(",")
    return {key(word): n for n, words in enumerate(told, start=1) for word in words.split()}
