"""Whom pronouns, roles and the forms of verbs stand for in Serbian."""

from __future__ import annotations

import pytest

from tests.extract.serbian.reading import KOSAN, PAVIC, VILIC, read, told


class TestWhoIsMeant:
    @pytest.mark.parametrize(
        ("text", "speaker"),
        [
            ("Pavić je otvorila most. Ona je rekla da je siguran.", PAVIC),
            ("Most je skup, rekao je Kosan. Dodao je da je star.", KOSAN),
            ("Most je skup, rekla je Pavić. Prema njenim rečima, star je.", PAVIC),
            ("Most je skup, rekao je Kosan. Gradonačelnica tvrdi da nije.", PAVIC),
            ("Pavićeva je kazala da je most siguran.", PAVIC),
        ],
    )
    def test_by_a_pronoun_a_role_or_the_form_of_the_verb(self, text: str, speaker: str) -> None:
        assert told(text)[-1][2] == speaker

    def test_is_left_open_where_nobody_agrees(self) -> None:
        text = "Radoje Vilić je rekao da je most skup. Dodala je da je star."
        assert [quote.speakers for quote in read(text).quotes] == [(VILIC,), ()]
