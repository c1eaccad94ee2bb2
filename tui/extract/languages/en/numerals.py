"""English words for numbers below a hundred."""

from __future__ import annotations

from typing import Final

ONES: Final = tuple("one two three four five six seven eight nine".split())
TEENS: Final = tuple(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
TENS: Final = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
VALUES: Final = {
    **{word: number for number, word in enumerate((*ONES, *TEENS), 1)},
    **{word: number * 10 for number, word in enumerate(TENS, 2)},
}
UP_TO_TEN: Final = frozenset({*ONES, "ten"})
