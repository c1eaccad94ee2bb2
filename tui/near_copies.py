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
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from itertools import chain
from sys import byteorder
from typing import NamedTuple, TypeAlias
from zlib import crc32

from tui.folding import folded
from tui.tables.line_cache import FORGETFUL, Memory

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

_BITS = 4096
"""Bits in which the hashes of a text are marked."""

_WORD = re.compile(r"\w+")

KEPT_AS = f"copies, {byteorder}-endian".encode()
"""The name under which it is kept which texts are versions of which."""

Sketch: TypeAlias = "array[int]"


def sketch(text: str) -> Sketch:
    """The smallest hashes of a text's runs of words, in order."""
    words = _WORD.findall(folded(text))
    runs = {
        crc32(" ".join(words[at : at + RUN]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - RUN + 1)
    }
    return array("I", sorted(runs)[:KEPT])


class _Known(NamedTuple):
    """A text by its sketch, and what tells quickly that another is no version of it."""

    hashes: Sketch
    end: int
    """The largest hash by which it may be judged: behind it some may have been left out."""
    marks: int
    """A bit for each hash, which several may share."""
    sharing: int
    """How many hashes have no bit of their own."""


def _known(hashes: Sketch) -> _Known:
    bits = bytearray(_BITS // 8)
    for each in hashes:
        bits[(each >> 3) % len(bits)] |= 1 << (each & 7)
    marks = int.from_bytes(bits, "little")
    end = hashes[-1] if len(hashes) == KEPT else 1 << 32
    return _Known(hashes, end, marks, len(hashes) - marks.bit_count())


class _Told(NamedTuple):
    """What is kept of a text: what tells its sketch from others, by which hashes others are found,
    and the first text that it is alike."""

    digest: str
    looked_up: Sketch
    first: str | None


def versions(sketches: Iterable[tuple[str, Sketch]], memory: Memory = FORGETFUL) -> dict[str, str]:
    """For each text that is a version of an earlier one that one's name. Texts come in the
    order in which they count as the first: the first of several versions is none."""
    texts = dict(sketches)
    known = cache(lambda name: _known(texts[name]))
    digests = {name: blake2b(each, digest_size=16).hexdigest() for name, each in texts.items()}
    before = {
        name: _Told(digest, array("I", bytes.fromhex(hashes)), first)
        for name, (digest, hashes, first) in memory.recalled(KEPT_AS).items()
    }
    same = _same(digests, before)
    looked_up = {name: hashes[:LOOKED_UP] for name, hashes in texts.items()}
    gone = {name: told.looked_up for name, told in before.items()}
    behind = {*_behind(looked_up, same), *_behind(gone, same)}
    compared = {n: each for n, each in looked_up.items() if n in behind or n not in same}
    asked = frozenset(chain.from_iterable(compared.values()))
    having: defaultdict[int, list[str]] = defaultdict(list)
    kept, found = dict[str, tuple[str, str, str | None]](), dict[str, str]()
    for name, hashes in looked_up.items():
        if name in compared:
            sharing = (having[hashed] for hashed in hashes)
            near = chain.from_iterable(each for each in sharing if len(each) <= COMMON)
            first = _first_alike(known, name, dict.fromkeys(near))
        else:
            first = same[name].first
        if first is not None:
            found[name] = found.get(first, first)
        for hashed in asked.intersection(hashes):
            if len(having[hashed]) <= COMMON:
                having[hashed].append(name)
        kept[name] = digests[name], hashes.tobytes().hex(), first
    memory.keep(KEPT_AS, kept)
    return found


def _same(digests: Mapping[str, str], before: Mapping[str, _Told]) -> Mapping[str, _Told]:
    """What was kept of texts that are the same as before, and in the same order."""
    same = {name: told for name, told in before.items() if digests.get(name) == told.digest}
    return same if [*same] == [name for name in digests if name in same] else {}


def _behind(texts: Mapping[str, Sequence[int]], same: Collection[str]) -> Iterator[str]:
    """Of texts with their hashes, in their order, those that stand behind one that is not the same
    and may be near: they share a hash which not too many have before them."""
    touched = frozenset(chain.from_iterable(texts[name] for name in texts if name not in same))
    passed, seen = Counter[int](), set[int]()
    for name, hashes in texts.items():
        if name not in same:
            seen.update(hashes)
        elif shared := touched.intersection(hashes):
            if any(passed[each] <= COMMON for each in seen.intersection(shared)):
                yield name
            passed.update(shared)


def _first_alike(known: Callable[[str], _Known], name: str, others: Iterable[str]) -> str | None:
    """The first of other texts that a text is a version of."""
    own = known(name)
    return next((other for other in others if _alike(own, known(other))), None)


def _alike(one: _Known, other: _Known) -> bool:
    """Whether most of the runs of the shorter text stand in the longer one, judged by those
    that both would be known by."""
    # They are in order: behind an end there are only larger ones.
    end = min(one.end, other.end)
    first, second = bisect_right(one.hashes, end), bisect_right(other.hashes, end)
    fewest = max(FEWEST, ALIKE * min(first, second))
    # Hardly any pair has so many bits in common, and to count the hashes takes longer.
    if (one.marks & other.marks).bit_count() + one.sharing < fewest:
        return False
    return len(frozenset(one.hashes).intersection(other.hashes[:second])) >= fewest
