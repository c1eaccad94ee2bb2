"""Countries and other places by their English names, from the lists beside this file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path


def _lines(file: str) -> list[str]:
    listed = Path(__file__).with_name(file).read_text("utf-8")
    return [line for line in listed.split("\n") if line]


@cache
def countries() -> Mapping[str, str]:
    """The names of countries, each with the one that its actor is called by."""
    found: dict[str, str] = {}
    for line in _lines("countries.txt"):
        name, *others = line.split("|")
        found.update(dict.fromkeys([name, *others], name))
    return found


@cache
def peoples() -> Mapping[str, str]:
    """The names of countries and those of their peoples ("French"), each with the country."""
    found = dict(countries())
    for line in _lines("peoples.txt"):
        name, *others = line.split("|")
        found.update(dict.fromkeys(others, countries().get(name, name)))
    return found


@cache
def cities() -> frozenset[str]:
    """Places of two words and more, which look like a person's name."""
    return frozenset(_lines("cities.txt"))


@cache
def places() -> frozenset[str]:
    """Places of one word that the news names often, and parts of countries."""
    return frozenset(" ".join(_lines("places.txt")).split(" ")) | cities()


def is_place(name: str) -> bool:
    """Whether a name is that of a country or of another place that the lists have."""
    return name in countries() or name in places()
