"""Whom pronouns, roles and the forms of verbs stand for in Serbian."""

from __future__ import annotations

import pytest

from tests.extract.serbian.reading import KOSAN, PAVIC, PEOPLE, VILIC, read, told


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

    def test_nobody_tells_of_himself_by_his_name_in_a_line_of_its_own(self) -> None:
        before, behind = (
            "Na mostu je i Kosan.\n\n„",
            " kao vozač ceo dan na mostu.“\n\nMost je star.",
        )
        assert told(f"{before}Kosan je{behind}")[-1][2] == ""
        assert told(f"{before}Ja sam{behind}")[-1][2] == KOSAN


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Izvor: Tanjug", "Tanjug"),
        ("Izvor: Ivo Brodnik/FoNet", "FoNet"),
        ("(Beta)", "Beta"),
        ("(BETA)", "Beta"),
        ("Beta", "Beta"),
        ("Izvor: Brodske novine", ""),
    ],
)
def test_the_agency_stands_below_a_report(line: str, agency: str) -> None:
    text = (
        f"Most je otvoren\n\n{PEOPLE}\n\nMost je star i drvo trune od kiše svake jeseni.\n\n{line}"
    )
    assert read(text).article.agency == agency
