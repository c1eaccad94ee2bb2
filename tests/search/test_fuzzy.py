"""Words that are written much the same: how much, and which of many."""

from __future__ import annotations

import pytest

from tui.search.fuzzy import Spellings, allowed, is_near

WORDS = sorted("vote voter votes veto note quote quotes election elections erection a1 an".split())


@pytest.mark.parametrize(
    ("typed", "edits"),
    [("", 0), ("ab", 0), ("abc", 1), ("abcde", 1), ("abcdef", 2), ("abcdefghij", 2), ("abc1ef", 0)],
)
def test_short_words_and_numbers_may_be_less_off(typed: str, edits: int) -> None:
    assert allowed(typed) == edits


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("vote", [(0, "vote"), (1, "note"), (1, "voter"), (1, "votes")]),
        ("vtoe", [(1, "vote")]),
        ("qoute", [(1, "quote")]),
        ("electoin", [(1, "election"), (2, "elections"), (2, "erection")]),
        ("elction", [(1, "election"), (2, "elections"), (2, "erection")]),
        ("an", [(0, "an")]),
        ("a2", []),
        ("zebra", []),
    ],
)
def test_the_nearest_come_first(typed: str, found: list[tuple[int, str]]) -> None:
    near = Spellings(WORDS).near(typed, allowed(typed))
    assert [(edits, WORDS[place]) for edits, place in near] == found
    assert {word for word in WORDS if is_near(word, typed)} == {word for _, word in found}
