"""Words found again in a text that may have been edited since.

First the words themselves, then the same but for marks, accents and spaces, then whatever
stands between what stood around them, then the words that are most like them. Each step is
careful: a passage that was taken out is not found again on another one.
"""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from tui.annotated.bare_words import BareWords, bare, bare_words
from tui.annotation import How, Selector

OWN_WORDS = 5
"""Words that are enough to know a passage by; of fewer, something around them has to be
as it was."""

AROUND = 2
"""Words beside a short passage that have to be as they were, on both sides together."""

TYPOS = 2
"""Words around a passage that may have been mended: where two places have nearly as many of
the words around, the nearer one is meant."""

CONTEXT = 3
"""Words on each side by which a passage is found whose own words have changed."""

ALIKE = 0.6
"""How much a passage between the same words has to be like what stood there."""

LIKE = 0.75
"""How much a passage elsewhere in the text has to be like it."""

MARGIN = 0.1
"""How much more it has to be like it than the next one."""

LIKELY_WORDS = 8
"""Words that a passage has at least to be known by its likeness alone."""

_FAR = 100
"""Half of the letters beside a passage in which twelve words are looked for."""

NEAR = 5
"""Passages elsewhere that are looked at closely."""


class Found(NamedTuple):
    """Where words stand now, and how they were found."""

    start: int
    end: int
    how: How


def find(selector: Selector, text: str) -> Found | None:
    """Where a selector's words stand in a text; None where they no longer do."""
    if not selector.exact:
        return None
    return (
        _exactly(selector, text)
        or _normalised(selector, text)
        or _between(selector, text)
        or _most_like(selector, text)
    )


def likeness(one: str, other: str) -> float:
    """How much alike two passages are, word by word: 0.0 to 1.0."""
    mine, theirs = bare(one).split(), bare(other).split()
    return SequenceMatcher(None, mine, theirs, autojunk=False).ratio()


def _exactly(selector: Selector, text: str) -> Found | None:
    places, at = [], text.find(selector.exact)
    while at >= 0:
        places.append((at, at + len(selector.exact)))
        at = text.find(selector.exact, at + 1)
    return _best(selector, text, places, "exact")


def _normalised(selector: Selector, text: str) -> Found | None:
    wanted, words = bare(selector.exact), bare_words(text)
    places = [words.span(at, at + len(wanted)) for at in words.finds(wanted)]
    return _best(selector, text, places, "normalised")


def _best(selector: Selector, text: str, places: list[tuple[int, int]], how: How) -> Found | None:
    """Of places that have the same words, the one around which most is as it was."""
    if not places:
        return None
    words = bare_words(text)
    told = {place: _same_around(selector, words, place) for place in places}
    most = max(each.alike for each in told.values())
    likely = [place for place in places if told[place].alike >= most - TYPOS]
    best = min(likely, key=lambda place: abs(place[0] - selector.start))
    if len(bare(selector.exact).split()) < OWN_WORDS and told[best].beside < AROUND:
        return None
    return Found(*best, how)


class _Around(NamedTuple):
    """How many words around a place are as they were: in all, and in a row beside it."""

    alike: int
    beside: int


def _same_around(selector: Selector, words: BareWords, place: tuple[int, int]) -> _Around:
    first, after = words.place(place[0]), words.place(place[1])
    before = words.letters[max(0, first - 2 * _FAR) : first].split()[-12:]
    behind = words.letters[after : after + 2 * _FAR].split()[:12]
    # A word that the selector has cut in two tells nothing.
    prefix = _whole(selector.prefix, first=True)
    suffix = _whole(selector.suffix, first=False)
    alike = beside = 0
    for mine, theirs in ((prefix[::-1], before[::-1]), (suffix, behind)):
        matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
        alike += sum(block.size for block in matcher.get_matching_blocks())
        same = [one == other for one, other in zip(mine, theirs, strict=False)]
        beside += same.index(False) if False in same else len(same)
        # At either end of a text nothing stands that could be the same.
        beside += not mine and not theirs
    return _Around(alike, beside)


def _whole(context: str, *, first: bool) -> list[str]:
    """The words of what stands around, without the one that is cut off at its end."""
    words = bare(context).split()
    if len(context) < 24:
        return words
    return words[1:] if first else words[:-1]


def _between(selector: Selector, text: str) -> Found | None:
    """What stands between the same words as before, where it is much like it."""
    words = bare_words(text)
    before = " ".join(_whole(selector.prefix, first=True)[-CONTEXT:])
    behind = " ".join(_whole(selector.suffix, first=False)[:CONTEXT])
    if len(before.split()) < CONTEXT or len(behind.split()) < CONTEXT:
        return None
    longest = 2 * len(bare(selector.exact)) + 40
    found = []
    for at in words.finds(before):
        start = at + len(before) + 1
        end = words.letters.find(f" {behind} ", start - 1, start + longest + len(behind) + 2)
        if end > start:
            found.append(words.span(start, end))
    if len(found) != 1:
        return None
    start, end = found[0]
    if likeness(text[start:end], selector.exact) < ALIKE:
        return None
    return Found(start, end, "context")


def _most_like(selector: Selector, text: str) -> Found | None:
    """The words anywhere that are most like those that stood there, where no others are
    nearly as much."""
    wanted = bare(selector.exact).split()
    if len(wanted) < LIKELY_WORDS:
        return None
    bare_text = bare_words(text)
    words = bare_text.letters.split()
    size = len(wanted)
    if len(words) < size // 2:
        return None
    firsts = _shared(wanted, words)
    best: list[tuple[float, int]] = []
    for _count, first in firsts:
        if any(abs(first - other) < size for _ratio, other in best):
            continue
        window = words[first : first + size]
        best.append((SequenceMatcher(None, wanted, window, autojunk=False).ratio(), first))
        if len(best) == NEAR:
            break
    best.sort(reverse=True)
    if not best or best[0][0] < LIKE:
        return None
    if len(best) > 1 and best[0][0] - best[1][0] < MARGIN:
        return None
    start, end = _trimmed(wanted, words, best[0][1])
    return Found(*_span_of(bare_text, start, end), "likeness")


def _shared(wanted: list[str], words: list[str]) -> list[tuple[int, int]]:
    """For each word of a text how many of the words looked for stand in as many from there
    on, the most first."""
    need, size = Counter(wanted), len(wanted)
    having: Counter[str] = Counter()
    shared, found = 0, []
    for at, word in enumerate(words):
        having[word] += 1
        shared += having[word] <= need[word]
        if at >= size:
            gone = words[at - size]
            shared -= having[gone] <= need[gone]
            having[gone] -= 1
        if at >= size - 1 or at == len(words) - 1:
            found.append((shared, max(0, at - size + 1)))
    found.sort(key=lambda each: (-each[0], each[1]))
    return [each for each in found if each[0] * 2 >= size][: NEAR * size]


def _trimmed(wanted: list[str], words: list[str], first: int) -> tuple[int, int]:
    """The words from the first to the last that are the same, and no more on either side
    than were there."""
    room = max(2, len(wanted) // 4)
    begin, stop = max(0, first - room), min(len(words), first + len(wanted) + room)
    matcher = SequenceMatcher(None, wanted, words[begin:stop], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    start = begin + max(0, blocks[0].b - blocks[0].a)
    last = blocks[-1]
    rest = len(wanted) - last.a - last.size
    return start, min(stop, begin + last.b + last.size + rest)


def _span_of(words: BareWords, first: int, after: int) -> tuple[int, int]:
    """Where words stand in the text, by their numbers."""
    at = -1
    for number in range(after):
        at = words.letters.index(" ", at + 1)
        if number == first:
            start = at + 1
    return words.span(start, words.letters.index(" ", at + 1))
