"""Expressions of time in Serbian, and the lines that date a report."""

from __future__ import annotations

import pytest

from tui import dates, extract
from tui.extract.languages.sr import SERBIAN
from tui.extract.languages.sr.letters import cyrillic
from tui.extract.stages import metadata
from tui.model import UNKNOWN


class TestWhen:
    @pytest.mark.parametrize(
        ("text", "words", "edtf"),
        [
            (
                "Most je otvoren 17. decembra 2023. godine.",
                "17. decembra 2023. godine",
                "2023-12-17",
            ),
            ("Most je otvoren 17.12.2023.", "17.12.2023.", "2023-12-17"),
            ("Most je otvoren 5. ožujka.", "5. ožujka", "2024-03-05"),
            ("Most je otvoren juče.", "juče", "2024-03-13"),
            ("Most je otvoren u nedelju.", "u nedelju", "2024-03-10"),
            ("Most će biti otvoren u nedelju.", "u nedelju", "2024-03-17"),
            ("Vilić je u utorak rekao da će most pasti.", "u utorak", "2024-03-12"),
            ("Otvaranje je zakazano za petak.", "za petak", "2024-03-15"),
            ("Most je otvoren u aprilu prošle godine.", "u aprilu prošle godine", "2023-04"),
            ("Most će biti otvoren do kraja maja.", "do kraja maja", "2024-05"),
            ("Most je otvoren prošle nedelje.", "prošle nedelje", "2024-03-04/2024-03-10"),
            (
                "Birači su uoči izbora raspisanih 17. aprila dobili poziv.",
                "17. aprila",
                "2024-04-17",
            ),
            ("Rezultat izbora održanih 17. aprila je važeći.", "17. aprila", "2023-04-17"),
            ("Kos kaže da neće poštovati odluku od 18. januara.", "od 18. januara", "2024-01-18"),
            ("Kos kaže da poštuje odluku od 28. januara.", "od 28. januara", "2024-01-28"),
            ("Rok za prijavu je 26. marta istekao.", "26. marta", "2023-03-26"),
            ("Rok za prijavu je 26. mart.", "26. mart", "2024-03-26"),
            ("Spisak se dostavlja do 10. marta.", "do 10. marta", "2024-03-10"),
            ("Spisak se dostavlja do decembra.", "do decembra", "2024-12"),
            (
                "Spisak se menja od 2. do 13. aprila.",
                "od 2. do 13. aprila",
                "2024-04-02/2024-04-13",
            ),
            ("Most je iz 1998. godine.", "iz 1998. godine", "1998"),
            ("Most je otvoren pre tri dana.", "pre tri dana", "2024-03-11"),
            ("Most će biti otvoren na proleće.", "na proleće", "2024-21"),
            ("Prosvjed tisuću obitelji završio je na Uskrs.", "na Uskrs", "2023-04-09"),
            ("Deca su posle bila u svetu na Uskrs.", "na Uskrs", "2023-04-16"),
            ("Most je otvoren na Vaskrs.", "na Vaskrs", "2023-04-16"),
        ],
    )
    def test_expressions_are_resolved_against_the_day_of_the_report(
        self, text: str, words: str, edtf: str
    ) -> None:
        for written in (str, cyrillic):
            letters = written(text)
            document, _ = metadata.read(letters, SERBIAN.furniture)
            (found,) = SERBIAN.times(document, dates.when("2024-03-14", "stated"))
            assert (letters[found.start : found.end], found.edtf) == (written(words), edtf)

    @pytest.mark.parametrize(
        ("text", "edtf"),
        [
            (
                "Izbori su raspisani u julu 1997, a održani su 21. septembra i 5. oktobra.",
                ["1997-07", "1997-09-21", "1997-10-05"],
            ),
            ("Podignut je u julu 1997, a kaže se da će 5. maja pasti.", ["1997-07", "2024-05-05"]),
            (
                "Most je otvoren u julu 1997. Kos je 1. marta rekao da stoji.",
                ["1997-07", "2024-03-01"],
            ),
        ],
    )
    def test_a_year_that_the_clause_before_has_is_set_against_its_own(
        self, text: str, edtf: list[str]
    ) -> None:
        document, _ = metadata.read(text, SERBIAN.furniture)
        found = SERBIAN.times(document, dates.when("2024-03-14", "stated"))
        assert [each.edtf for each in found] == edtf

    def test_a_day_of_the_week_stays_open_where_the_report_has_no_date(self) -> None:
        document, _ = metadata.read("Most je otvoren u nedelju.", SERBIAN.furniture)
        assert [each.edtf for each in SERBIAN.times(document, UNKNOWN)] == [""]

    @pytest.mark.parametrize(
        ("line", "day"),
        [
            ("7. decembra 2023. 16:20", "2023-12-07"),
            ("Novi Sad, 3. maj 2024. godine", "2024-05-03"),
            ("08:15 9. 12. 2023. FoNet", "2023-12-09"),
            ("2024-03-14", "2024-03-14"),
            ("Brodske novine 8.3.2024 | Beta", "2024-03-08"),
            ("8.3.2024 | Autor: Brodske novine", "2024-03-08"),
            ("22. 12. 2023. / 7.40", "2023-12-22"),
            ("Most je otvoren 17. decembra 2023. uz muziku.", ""),
            ("Most je otvoren 8.3.2024 uz muziku.", ""),
        ],
    )
    def test_the_head_dates_the_report(self, line: str, day: str) -> None:
        text = f"Pukao most na reci\n\n{line}\n\nMost je pukao posle kiše, a nije bio star.\n"
        assert extract.read("most.txt", text, None, SERBIAN).article.published.edtf == day
