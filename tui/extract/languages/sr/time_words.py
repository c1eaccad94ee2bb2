"""The words of Serbian dates, from ``times.toml``, by their keys."""

from __future__ import annotations

from functools import cache

from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.words import table


def leans(name: str) -> tuple[str, ...]:
    return tuple(map(key, table("times")["leans"][name].split()))


BEFORE_YEAR, ANNOUNCED, FUTURE = map(leans, ("before_year", "announced", "future"))


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
def triggers() -> frozenset[str]:
    """The words with which an expression begins that begins with no figures."""
    quarters = " ".join(table("times")["quarters"]["ordinals"])
    units = (word for word, unit in by_word("units").items() if unit == "weekend")
    return frozenset(
        (*months(), *weekdays(), *by_word("days"), *by_word("which"), *by_word("seasons"))
    ) | frozenset((*units, *map(key, quarters.split()), "pre", "prije"))
