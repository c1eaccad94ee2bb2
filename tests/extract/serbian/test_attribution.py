"""Who says what in Serbian, Croatian, Bosnian and Montenegrin, and in which words."""

from __future__ import annotations

import pytest

from tests.extract.serbian.reading import KOSAN, PAVIC, VILIC, read, told


class TestWhoSaysWhat:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("„Most je siguran“, rekla je Pavić.", [("Most je siguran", "Pavić", PAVIC)]),
            (
                '"Most je siguran", kaže za naš portal direktor preduzeća Radoje Vilić.',
                [("Most je siguran", "direktor preduzeća Radoje Vilić", VILIC)],
            ),
            (
                "»Most je siguran«, kazao je Vilić. »Ko sumnja, neka dođe.«",
                [("Most je siguran", "Vilić", VILIC), ("Ko sumnja, neka dođe.", "", VILIC)],
            ),
            ("''Most je siguran'', poručio je Kosan.", [("Most je siguran", "Kosan", KOSAN)]),
            ("Vilić je rekao: „Most je siguran.“", [("Most je siguran.", "Vilić", VILIC)]),
            ("Most je bio skup, ocenio je Kosan.", [("Most je bio skup", "Kosan", KOSAN)]),
            ("Most je, tvrdi Kosan, bio skup.", [("Most je … bio skup", "Kosan", KOSAN)]),
            (
                "Most će, kako je navela Pavić, koštati „koliko treba“.",
                [("Most će … koštati „koliko treba“", "Pavić", PAVIC)],
            ),
            (
                "Pavić je kazala kako je most dobar.",
                [("kako je most dobar", "Pavić", PAVIC)],
            ),
            ("Podsetio je Kosan da je most star.", [("da je most star", "Kosan", KOSAN)]),
        ],
    )
    def test_by_a_verb_and_its_subject_in_any_order(
        self, text: str, expected: list[tuple[str, str, str]]
    ) -> None:
        assert told(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Vilić je kazao da je most „jeftin“ i dodao da će biti otvoren u petak.",
                [
                    ("da je most „jeftin“", "Vilić", VILIC),
                    ("da će biti otvoren u petak", "Vilić", VILIC),
                ],
            ),
            (
                "Pavić je izjavila da most nije skup, ističući da je „plaćen na vreme“.",
                [
                    ("da most nije skup", "Pavić", PAVIC),
                    ("da je „plaćen na vreme“", "Pavić", PAVIC),
                ],
            ),
            (
                "Ističući da je most skup, Kosan je rekao da će glasati protiv.",
                [("da je most skup", "Kosan", KOSAN), ("da će glasati protiv", "Kosan", KOSAN)],
            ),
            (
                "Kosan je rekao da je most skup, dok je Vilić naveo da je jeftin.",
                [("da je most skup", "Kosan", KOSAN), ("da je jeftin", "Vilić", VILIC)],
            ),
            (
                "Kosan i Vilić tvrde da je most dobar.",
                [("da je most dobar", "Kosan i Vilić", f"{KOSAN} {VILIC}")],
            ),
            (
                "Opština smatra da je most skup, rekao je Vilić.",
                [("Opština smatra da je most skup", "Vilić", VILIC)],
            ),
        ],
    )
    def test_of_several_in_one_sentence(
        self, text: str, expected: list[tuple[str, str, str]]
    ) -> None:
        assert told(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Prema rečima Kosana, most je skup.", [("most je skup", "Kosana", KOSAN)]),
            (
                "Prema Vilićevim rečima, most nije skup.",
                [("most nije skup", "Vilićevim", VILIC)],
            ),
            (
                "Po mišljenju direktora Vilića, most je dobar.",
                [("most je dobar", "direktora Vilića", VILIC)],
            ),
            ("Kako kaže Pavić, most je dobar.", [("most je dobar", "Pavić", PAVIC)]),
        ],
    )
    def test_by_an_aside(self, text: str, expected: list[tuple[str, str, str]]) -> None:
        assert told(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Kosan traži ostavku direktora.", [("ostavku direktora", "Kosan", KOSAN)]),
            ("Vilić je demantovao te navode.", [("te navode", "Vilić", VILIC)]),
            ("Kosan je optužio Vilića za krađu.", [("krađu", "Kosan", KOSAN)]),
            ("Kosan je pozvao građane da dođu.", [("da dođu", "Kosan", KOSAN)]),
        ],
    )
    def test_what_is_demanded_denied_and_charged(
        self, text: str, expected: list[tuple[str, str, str]]
    ) -> None:
        assert told(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Tvrdnja da je most skup nije dokazana.", [("da je most skup", "", "")]),
            (
                "Iz opštine poručuju da je most siguran.",
                [("da je most siguran", "Iz opštine", "")],
            ),
            (
                "U izveštaju opštine piše da je most siguran.",
                [("da je most siguran", "izveštaju opštine", "")],
            ),
            (
                "Organizatori tvrde da je most zatvoren.",
                [("da je most zatvoren", "Organizatori", "")],
            ),
            (
                "Zamenik Radoja Vilića rekao je da je most dobar.",
                [("da je most dobar", "Zamenik Radoja Vilića", "")],
            ),
            ("Na transparentu je pisalo „Hoćemo most“.", [("Hoćemo most", "", "")]),
        ],
    )
    def test_of_nobody_who_is_named(self, text: str, expected: list[tuple[str, str, str]]) -> None:
        assert told(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Pavić nije rekla da je most skup.",
            "Kosan nije želeo da govori o mostu.",
            "Da li Vilić misli da je most skup?",
            "Lista „Most za sve“ dobila je dva mandata.",
            "Vilić je nastavio da radi.",
        ],
    )
    def test_not_what_nobody_says(self, text: str) -> None:
        assert told(text) == []

    def test_behind_dashes(self) -> None:
        text = "Pukao most\n\n– Most je siguran – kaže za list Vilić. – Ko sumnja, neka dođe.\n"
        assert told(f"Otvaranje.\n\n{text}") == [
            ("Most je siguran", "Vilić", VILIC),
            ("Ko sumnja, neka dođe.", "", VILIC),
        ]

    def test_in_a_headline(self) -> None:
        text = "Vilić: Most je siguran\n\nDirektor Radoje Vilić obišao je most na reci.\n"
        quote = read(text).quotes[0]
        assert (quote.text, quote.speakers) == ("Most je siguran", (VILIC,))
