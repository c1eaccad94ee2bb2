"""No rule takes time that grows faster than the text, or ten times that of plain news.

The pieces that texts are made of come from the rules themselves (see ``linear``).
``SERBIA_TUI_FUZZ=20000`` tries all of them, and so many put together.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterable

from tests.extract import linear
from tests.samples import sample_corpus
from tui import extract
from tui.extract import languages
from tui.search.answers import answer
from tui.search.query import FIELDS

TRIED = int(os.environ.get("SERBIA_TUI_FUZZ", "40"))
SMALL = 6_000
"""Characters of the smaller of two texts, more than any sentence has; the other is four times as
long."""

ONCE_SLOW = [
    "ordinal-day“‘“‘^locals",
    '"as',
    "CBS“--",
    ", Aa Aa a“**",
    "shot",
    "picketed!‘",
    ",yelled",
    "that same year„the",
    "Police arrested men at noon!",
    "A. A. and",
]
"""Pieces that took hundreds of times as long as plain news, or went too deep for the stack."""


def read(text: str) -> object:
    return extract.read("a.txt", text)


def plain_time(call: Callable[[str], object], piece: str = linear.PLAIN) -> float:
    return linear.seconds(call, linear.repeated(piece, 4 * SMALL), 5)


def combined(count: int, seed: int = 0) -> list[str]:
    """Pieces and marks put together by chance, the same each time."""
    chance = random.Random(seed)
    pieces, marks = linear.pieces(), linear.MARKS
    made = []
    for _ in range(count):
        one, other, third = (chance.choice(pieces) for _ in range(3))
        mark, close = chance.choice(marks), chance.choice(marks)
        forms = (
            *(f"{one} {other}", f"{one}{mark}{other}", f"{mark}{one}", f"{one}{mark}{close}"),
            *(f"{mark}{one} {close}{other}", f"{mark}{close}{mark}{close}{one}"),
            f"{one} {other} {third}",
        )
        made.append(chance.choice(forms))
    return made


class TestAnArticle:
    def test_made_of_what_was_once_slow(self) -> None:
        assert list(linear.too_long(read, ONCE_SLOW, SMALL, plain_time(read))) == []

    def test_made_of_the_rules_own_words_and_marks(self) -> None:
        pieces = random.Random(1).sample(linear.pieces(), min(TRIED, len(linear.pieces())))
        assert list(linear.too_long(read, pieces, SMALL, plain_time(read))) == []

    def test_made_of_these_put_together(self) -> None:
        assert list(linear.too_long(read, combined(TRIED), SMALL, plain_time(read))) == []

    def test_is_tried_with_every_pattern_and_list(self) -> None:
        """A rule that is added is found without being named here."""
        names = {module.__name__ for module in linear.modules()}
        assert "tui.extract.languages.en.times.rules" in names
        assert len(linear.pieces()) > 2_000
        assert {"“", "according to", "Monday"} & set(linear.pieces())


def read_serbian(text: str) -> object:
    return extract.read("a.txt", text, None, languages.get("sr"))


class TestASerbianArticle:
    PLAIN = (
        "Gradonačelnica Zrenka Pavić izjavila je u ponedeljak da će most biti otvoren. „Nemamo šta"
        " da krijemo“, rekla je ona novinarima. Lista „Most za sve“ osvojila je 31,5 odsto glasova,"
        " a oko 12.400 ljudi okupilo se ispred opštine.\n\n"
    )
    PIECES = (
        *("da je rekao", "Prema rečima", "kako je naveo,", "i dodao da", ", rekao je", "koji je"),
        *("Kos, ", "Ana Kos i ", "ministar i ", "Kos: ", "„a“, kaže", "\n– A – kaže X. – B\n"),
        *("RIK (", "Republička izborna", "5 i", "više od 5", "lokalni i", "tvrdnja X", "u petak"),
    )

    def test_made_of_words_that_its_rules_look_for(self) -> None:
        plain = plain_time(read_serbian, self.PLAIN)
        assert list(linear.too_long(read_serbian, self.PIECES, SMALL, plain)) == []


class TestAQuery:
    PIECES = (
        *(":", "a:", "a:b:", "-", "OR", "a OR", "a*", "a~", '"', "“a", "dj", "Đ", "sure:>0.8"),
        *(f"{field}:" for field in FIELDS),
        *(f"{field}:x" for field in FIELDS),
        *("date:2023-12-17..2023-12-25", "date:..", "date:" + "1" * 70),
    )

    def test_of_what_the_language_of_queries_is_made_of(self) -> None:
        assert self.slow(self.PIECES, 1_500) == []

    def test_of_ten_thousand_words(self) -> None:
        assert self.slow([":", "date:", "date:2023 "], 12_000) == []

    def slow(self, pieces: Iterable[str], small: int) -> list[str]:
        corpus = sample_corpus()

        def ask(query: str) -> object:
            return answer(corpus, query, "quote")

        plain = linear.seconds(ask, linear.repeated("vucic elections", 4 * small), 3)
        return list(linear.too_long(ask, pieces, small, plain))
