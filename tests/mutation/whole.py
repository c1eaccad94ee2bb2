"""The whole answer key at once. Each of its entries is a test of its own elsewhere, but all of
them look at one reading, of which a test of every entry would have to be told."""

from __future__ import annotations

from tests.extract import gold_key, gold_reading, matching
from tui.build import build


def test_the_five_articles_say_what_the_key_has() -> None:
    told = matching.outcomes(gold_key.read(), build(gold_key.SEEDS).corpus)
    assert [line for line in gold_reading.listed(told) if line[0] != " "] == []
