"""Texts made of a rule's own words and marks, repeated, to see that no rule takes too long.

The pieces come from the rules themselves: from every compiled pattern and every list of words in
the modules that read articles and queries. A rule that is added is tried too.
"""

from __future__ import annotations

import gc
import importlib
import math
import pkgutil
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import cache
from types import ModuleType
from typing import Any

import tui.extract
import tui.search
from tui.extract.text.late_pattern import LatePattern

MARKS = (
    *"“”\"'‘’«»„()[]—–-,.:;!?…/%$€#|•<&@_\n\t\u00a0",
    *(". ", ", ", "\n\n", "''", "``", "--", "\n- ", "**"),
)
"""Marks that rules look for; those that open and never close among them."""

WORDS_EACH = 6
"""Words that are taken of a list: one is treated as all others are."""


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module that reads articles or queries."""
    return tuple(
        importlib.import_module(about.name)
        for package in (tui.extract, tui.search)
        for about in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    )


@cache
def pieces() -> tuple[str, ...]:
    """What texts are made of: what patterns match, words of lists, and marks."""
    found: dict[str, None] = dict.fromkeys(MARKS)
    for module in modules():
        for value in vars(module).values():
            found.update(dict.fromkeys(_pieces_of(value)))
    return tuple(each for each in found if each)


def _pieces_of(value: object, depth: int = 0) -> Iterator[str]:
    match value:
        case re.Pattern() | LatePattern() if isinstance(value.pattern, str):
            yield from examples(value)
        case str() if depth and 1 < len(value) < 40:
            yield value
        case Mapping() | Set() | tuple() | list() if depth < 3 and not isinstance(value, str):
            items = list(value)
            if isinstance(value, Mapping):
                items += list(value.values())
            if all(isinstance(each, str) for each in items):
                items = sorted(items)[:: max(1, len(items) // WORDS_EACH)]
            for each in items[:200]:
                yield from _pieces_of(each, depth + 1)


def examples(pattern: re.Pattern[str] | LatePattern) -> Iterator[str]:
    """Short texts that a pattern matches or nearly does: by its first choices, by its last, and
    by its longest repetitions."""
    from re import _parser  # type: ignore[attr-defined]

    tree = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    for choose, times in ((0, 1), (-1, 1), (0, 3)):
        yield _example(tree, choose, times)[:80]


def _example(tree: Any, choose: int, times: int) -> str:
    return "".join(_one(str(operator), value, choose, times) for operator, value in tree)


def _one(operator: str, value: Any, choose: int, times: int) -> str:
    """What one part of a pattern matches."""
    match operator:
        case "LITERAL":
            return chr(value)
        case "NOT_LITERAL" | "ANY":
            return "x"
        case "IN":
            return _of_set(value)
        case "BRANCH":
            return _example(value[1][choose], choose, times)
        case "SUBPATTERN":
            return _example(value[3], choose, times)
        case "ATOMIC_GROUP":
            return _example(value, choose, times)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, inner = value
            count = max(int(least), min(int(most), times))
            return _example(inner, choose, times) * count
    return ""  # what looks around or back


def _of_set(parts: Any) -> str:
    if str(parts[0][0]) == "NEGATE":
        return "A" if any(str(o) == "RANGE" and v[0] == 97 for o, v in parts) else "a"
    for operator, value in parts:
        match str(operator):
            case "LITERAL":
                return chr(value)
            case "RANGE":
                return chr(value[0])
            case "CATEGORY":
                name = str(value)
                return (
                    " "
                    if name.endswith("SPACE") and "NOT" not in name
                    else ("7" if name.endswith("CATEGORY_DIGIT") else "a")
                )
    return "a"


PLAIN = (
    "The mayor of Brodica, Ana Weaver, said on Monday that the council would count every ballot "
    "again. “Nobody was turned away,” she told reporters. The Green List won 31.5 percent of the "
    "vote, and some 12,400 people protested in front of the town hall on Tuesday.\n\n"
)
"""News as it is, to hold the cost of others against."""


def repeated(piece: str, characters: int) -> str:
    """A piece repeated, with a space between, to so many characters."""
    joined = piece if piece[-1:].isspace() else f"{piece} "
    return (joined * (characters // len(joined) + 1))[:characters]


def seconds(read: Callable[[str], object], text: str, tries: int = 1) -> float:
    """The processor time of a reading, the least of some tries."""
    best = math.inf
    gc.disable()  # What other tests have left is not gone through again and again.
    try:
        for _ in range(tries):
            begin = time.process_time()
            read(text)
            best = min(best, time.process_time() - begin)
    finally:
        gc.enable()
    return best


MOST_TIMES = 10.0
"""How much longer than plain news a text may take, character for character."""
MOST_EXPONENT = 1.3
PAIRS = 4
"""How often a short and a long text are read, of which no pair may be read as it should be."""


def too_long(
    read: Callable[[str], object], made: Iterable[str], small: int, plain: float
) -> Iterator[str]:
    """What is wrong with the readings of repeated pieces: those that take far longer than
    plain news, or grow faster than their length. ``plain`` is what plain news of four times
    the small size takes."""
    for piece in made:
        after = seconds(read, repeated(piece, 4 * small))
        if after < 2 * plain:
            continue  # Whatever it grows like, it takes no time yet.
        # Seen once it may be noise, and so it may be where a machine has much else to do.
        for _ in range(PAIRS):
            after = min(after, seconds(read, repeated(piece, 4 * small), 4))
            before = seconds(read, repeated(piece, small), 4)
            exponent = math.log(after / max(before, 1e-6), 4)
            if after <= MOST_TIMES * plain and (exponent <= MOST_EXPONENT or after <= 3 * plain):
                break
        else:
            yield f"{piece!r}: grows like n^{exponent:.2f}, {after / plain:.1f} times plain news"
