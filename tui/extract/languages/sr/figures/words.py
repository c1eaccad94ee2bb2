"""The words of Serbian figures, from ``figures.toml``, by their keys."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.words import table
from tui.model import Comparator


def stems(words: str) -> tuple[str, ...]:
    return tuple(map(key, words.split()))


@cache
def values() -> dict[str, Decimal]:
    """Numbers in words."""
    told = table("figures")["numbers"]
    return {key(word): Decimal(value) for value, words in told.items() for word in words.split()}


@cache
def about() -> frozenset[str]:
    """Numbers that are none exactly: "desetak"."""
    return frozenset(stems(table("figures")["about"]["words"]))


@cache
def scales() -> dict[str, int]:
    told = table("figures")["scales"]
    return {key(word): int(scale) for scale, words in told.items() for word in words.split()}


@cache
def comparators() -> tuple[tuple[tuple[str, ...], Comparator], ...]:
    told: Mapping[str, Comparator] = table("figures")["comparators"]
    return tuple((tuple(map(key, words.split())), sign) for words, sign in told.items())


@cache
def counted() -> tuple[tuple[tuple[str, ...], tuple[str, ...], str, str], ...]:
    """How words begin that tell what is counted, and which do so whole, with the measure and the
    unit."""
    return tuple(
        (stems(each["words"]), stems(each.get("exact", "")), each["measure"], each["unit"])
        for each in table("figures")["counted"]
    )


@cache
def told(section: str) -> Mapping[str, tuple[str, ...]]:
    return {name: stems(words) for name, words in table("figures")[section].items()}
