"""Numbers in Serbian: what they count, and whose they are."""

from __future__ import annotations

import pytest

from tests.extract.serbian.reading import read
from tui.extract.languages.sr.letters import cyrillic


class TestFigures:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Lista „Most za sve“ osvojila je 41,36 odsto glasova.", ("41.36", "vote_share", "=")),
            ("Most je koštao oko 1,4 miliona evra.", ("1400000", "money", "~")),
            ("Na mostu je bilo više od 12.000 ljudi.", ("12000", "people", ">")),
            ("Za most je glasalo najmanje pet odbornika.", ("5", "people", ">=")),
            ("Izlaznost je bila 58,7 %.", ("58.7", "turnout", "=")),
            ("Obrađeno je 95 odsto biračkih mesta.", ("95", "counted", "=")),
            ("Dva i po miliona dinara košta most.", ("2500000", "money", "=")),
        ],
    )
    def test_are_numbers_with_what_they_count(
        self, text: str, expected: tuple[str, str, str]
    ) -> None:
        for written in (str, cyrillic):
            (figure,) = read(written(text)).figures
            assert (figure.value, figure.measure, figure.comparator) == expected

    def test_the_number_of_a_resolution_counts_nothing(self) -> None:
        assert read("Most krši Rezoluciju 1244 Saveta bezbednosti.").figures == ()
        assert read("Rezolucija UN 1244 dozvoljava most.").figures == ()

    def test_are_whose_party_or_list_is_named_before(self) -> None:
        text = "SNS je u Srbiji osvojila 33 odsto glasova, odnosno 40 mandata, a „Most“ 12 odsto."
        assert [(each.value, each.subject) for each in read(text).figures] == [
            ("33", "serbian-progressive-party"),
            ("40", "serbian-progressive-party"),
            ("12", None),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Most je otvoren 17. decembra 2023. godine u 18 časova.",
            "To je 35. most po redu.",
            "Jedan radnik je to video u 9.41 - i otišao.",
        ],
    )
    def test_are_no_dates_clocks_or_ordinals(self, text: str) -> None:
        assert read(text).figures == ()
