"""The other forms of a Serbian word, for the search: ``izbori`` of ``izborima``.

Small rules over folded letters, written for the search alone: what they make that is no word
stands in no text. Of libraries the stemmer of ``snowballstemmer`` was tried: it needs the accents
that are folded here, has other stems for "vucic" and "vucicem", and takes 50 µs a word.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from tui import beside_bytecode

_FEWEST = 4
"""Letters of a word that is looked for in other forms, at the least."""
_STEM = 3
"""Letters of what stands before an ending, at the least."""
_FOREIGN = frozenset("qwxy")
_VOWELS = frozenset("aeiou")
_SOFT = {"c": "k", "z": "g", "s": "h"}
"""What "i" turns the last letter of a stem into, back: "odluci" of "odluka"."""
_HARD = {hard: soft for soft, hard in _SOFT.items()}
_FLEETING = frozenset("rlkncjmvt")
"""Letters before which an "a" may be left out: "ministar", "ministra"."""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    told = beside_bytecode.table(Path(__file__).with_suffix(".toml"))
    return {name: tuple(words.split()) for name, words in told.items()}


@lru_cache(256)
def forms(word: str) -> tuple[str, ...]:
    """The forms that a folded word may have besides its own; none of what is no Serbian word."""
    if len(word) < _FEWEST or not word.isalpha() or not word.isascii():
        return ()
    if not _FOREIGN.isdisjoint(word) or _doubled(word):
        return ()
    found: dict[str, None] = {}
    for stem in _stems(word):
        found.update(dict.fromkeys(_declined(stem)))
    found.pop(word, None)
    return tuple(found)


def _doubled(word: str) -> bool:
    """Whether a letter stands twice in a row, as it seldom does in Serbian."""
    return any(one == other for one, other in pairwise(word))


def _stems(word: str) -> Iterator[str]:
    """The stems that a word may have, without its ending."""
    endings = sorted(_table()["endings"], key=len, reverse=True)
    ending = next(
        (each for each in endings if word.endswith(each) and len(word) - len(each) >= _STEM), ""
    )
    stem = word.removesuffix(ending)
    yield stem
    if ending[:1] == "i" and stem[-1] in _SOFT:
        yield stem[:-1] + _SOFT[stem[-1]]
    fleeting = ending in ("", "a") and stem[-1] in _FLEETING and stem[-2] == "a"
    if fleeting and len(stem) > _STEM and stem[-3] not in _VOWELS:
        yield stem[:-2] + stem[-1]
    if len(ending) > 1 and ending[0] in "oe" and ending[1] == "v" and len(stem) > _STEM:
        yield f"{stem}{ending[:2]}"  # "osnova", whose stem it belongs to


def _declined(stem: str) -> Iterator[str]:
    yield stem
    for ending in _table()["endings"]:
        yield stem + ending
        if ending[0] == "i" and stem[-1] in _HARD:
            yield stem[:-1] + _HARD[stem[-1]] + ending
    if stem[-1] in _FLEETING and stem[-2] not in _VOWELS:
        yield f"{stem[:-1]}a{stem[-1]}"
        yield f"{stem[:-1]}a{stem[-1]}a"
