"""Copies: reports that share most of their words, whatever headline or byline they carry.

An agency's report appears in many outlets, shortened or with another headline. Each text is
known by the smallest hashes of its runs of five words, which are the same few in texts that
share most of their runs. One text is a version of another when most of the shorter one's runs
stand in the longer one.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeAlias
from zlib import crc32

from tui.folding import folded

RUN = 5
"""Words of a run."""

KEPT = 128
"""Hashes by which a text is known."""

LOOKED_UP = 24
"""Of these, so many lead from one text to another."""

ALIKE = 0.6
"""The part of the shorter text's runs that the longer one has, at the least."""

FEWEST = 10
"""Runs that two versions share, at the least: short notes are alike by chance."""

COMMON = 40
"""Texts that may share a run; one that more have is a site's own words."""

_WORD = re.compile(r"\w+")

Sketch: TypeAlias = "array[int]"


def sketch(text: str) -> Sketch:
    """The smallest hashes of a text's runs of words, in order."""
    words = _WORD.findall(folded(text))
    runs = {
        crc32(" ".join(words[at : at + RUN]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - RUN + 1)
    }
    return array("I", sorted(runs)[:KEPT])


def versions(sketches: Iterable[tuple[str, Sketch]]) -> dict[str, str]:
    """For each text that is a version of an earlier one that one's name. Texts come in the
    order in which they count as the first: the first of several versions is none."""
    known: dict[str, Sketch] = {}
    having: defaultdict[int, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for name, own in sketches:
        near: dict[str, None] = {}
        hashes = frozenset(own)
        for hashed in own[:LOOKED_UP]:
            if len(having[hashed]) <= COMMON:
                near.update(dict.fromkeys(having[hashed]))
        first = next((each for each in near if _alike(own, hashes, known[each])), None)
        if first is not None:
            found[name] = found.get(first, first)
        known[name] = own
        for hashed in own[:LOOKED_UP]:
            having[hashed].append(name)
    return found


def _alike(one: Sketch, hashes: frozenset[int], other: Sketch) -> bool:
    """Whether most of the runs of the shorter text stand in the longer one, judged by those
    that both would be known by; ``hashes`` are those of the one."""
    if not one or not other:
        return False
    ends = [each[-1] for each in (one, other) if len(each) == KEPT]
    end = min(ends) if ends else max(one[-1], other[-1])
    # They are in order: behind an end there are only larger ones.
    first, second = (bisect_right(sketched, end) for sketched in (one, other))
    common = len(hashes.intersection(other[:second]))
    return common >= FEWEST and common >= ALIKE * min(first, second)
