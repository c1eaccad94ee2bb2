"""What takes place, in Serbian."""

from __future__ import annotations

import pytest

from tests.extract.serbian.reading import read


class TestWhatTakesPlace:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Radnici su juče protestovali ispred mosta.",
                ("Radnici su juče protestovali ispred mosta", "happened", "2024-03-13"),
            ),
            (
                "Sednica opštine zakazana je za petak.",
                ("Sednica opštine zakazana je za petak", "planned", "2024-03-15"),
            ),
            (
                "Radnici su protestovali ispred mosta.",
                ("Radnici su protestovali ispred mosta", "happened", ""),
            ),
            (
                "U subotu, 9. marta, u Novigradu su održani lokalni izbori.",
                ("U Novigradu su održani lokalni izbori", "happened", "2024-03-09"),
            ),
            (
                "Policija je u subotu, 9. marta, uhapsila tri vozača.",
                ("Policija je u subotu, 9. marta, uhapsila tri vozača", "happened", "2024-03-09"),
            ),
            (
                "Radoje Vilić, član odbora, podneo je ostavku juče.",
                ("Radoje Vilić, član odbora, podneo je ostavku juče", "happened", "2024-03-13"),
            ),
            (
                "Komisija je raspisala izbore za 2. jun.",
                ("Komisija je raspisala izbore za 2. jun", "happened", ""),
            ),
            (
                "Izbori u Novigradu biće ponovljeni u petak.",
                ("Izbori u Novigradu biće ponovljeni u petak", "planned", "2024-03-15"),
            ),
            (
                "Полиција је ухапсила троје демонстраната.",
                ("Полиција је ухапсила троје демонстраната", "happened", ""),
            ),
            (
                "Radnici su juče protestovali ispred Komisije za mostove (KZM).",
                (
                    "Radnici su juče protestovali ispred Komisije za mostove (KZM)",
                    "happened",
                    "2024-03-13",
                ),
            ),
            (
                "Radoje Vilić kaže da će gradski izbori biti raspisani u petak.",
                ("Gradski izbori će biti raspisani u petak", "planned", "2024-03-15"),
            ),
            (
                "Lista „Brod sutra“ osvojila je 13 mandata.",
                ("Lista „Brod sutra“ osvojila je 13 mandata", "happened", ""),
            ),
            (
                "Radnici su osvojili 13,6 odsto glasova.",
                ("Radnici su osvojili 13,6 odsto glasova", "happened", ""),
            ),
            (
                "Lista „Ana Kos – Most za sve“ osvojila je tri mandata.",
                ("Lista „Ana Kos – Most za sve“ osvojila je tri mandata", "happened", ""),
            ),
            (
                "Podsetili su na selo gde je zbog kiše, mraza i magle glasanje održano pet puta.",
                ("Zbog kiše, mraza i magle glasanje je održano pet puta", "happened", ""),
            ),
            (
                "Radoje Vilić je rekao da će radnici podneti žalbu.",
                ("Radnici će podneti žalbu", "planned", ""),
            ),
            (
                "Radoje Vilić je rekao da su u subotu uhapšena tri vozača.",
                ("U subotu su uhapšena tri vozača", "alleged", "2024-03-09"),
            ),
        ],
    )
    def test_is_told_by_a_clause_of_its_own(
        self, text: str, expected: tuple[str, str, str]
    ) -> None:
        (event,) = read(text).events
        assert (event.title, event.status, event.when.edtf) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Radnici juče nisu protestovali.",
            "Protestovali su ispred mosta.",
            "Nakon ponovljenih izbora grad je miran.",
            "Radnici bi protestovali ispred mosta.",
            "Da li će radnici protestovati ispred mosta?",
            "Hoće li izbori biti poništeni u petak?",
            "Želja da izbori budu poništeni je stara.",
            "„Radnici su juče protestovali i opet će“, rekao je neko.",
            "„Most je star“, objavila je na sednici Vlada.",
        ],
    )
    def test_is_not_told_where_nobody_does_it_or_it_is_not_so(self, text: str) -> None:
        assert read(text).events == ()
