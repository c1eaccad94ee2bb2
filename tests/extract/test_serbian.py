"""Serbian, Croatian, Bosnian and Montenegrin: who says what, who is named, and when."""

from __future__ import annotations

import unicodedata

import pytest

from tui import dates, extract
from tui.extract.languages.sr import SERBIAN
from tui.extract.languages.sr.letters import cyrillic
from tui.extract.stages import metadata
from tui.model import UNKNOWN, Extraction, Hints, KnownActor

PEOPLE = (
    "Gradonačelnica Zrenka Pavić i direktor Radoje Vilić otvorili su most. Odbornik Damir Kosan"
    " je to gledao sa obale. "
)
"""Names that the sentences below may shorten."""
PAVIC, VILIC, KOSAN = "zrenka-pavic", "radoje-vilic", "damir-kosan"


def read(text: str, published: str = "2024-03-14") -> Extraction:
    known = Hints(published=dates.when(published, "stated") if published else UNKNOWN)
    return extract.read("most.txt", text, known, SERBIAN)


def told(text: str) -> list[tuple[str, str, str]]:
    """What is said in a text, the words that name who says it, and who that is."""
    whole = PEOPLE + text
    return [
        (
            " … ".join(whole[each.start : each.end] for each in quote.content),
            whole[quote.speaker_text.start : quote.speaker_text.end] if quote.speaker_text else "",
            " ".join(quote.speakers),
        )
        for quote in read(whole).quotes
    ]


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


class TestNames:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Razgovarali smo sa Vladimirom Štimcem o mostu.", "Vladimir Štimac"),
            ("Most je delo Nikole Pašina i njegovog biroa.", "Nikola Pašin"),
            ("To je odgovor Ivane Vuk na pitanje.", "Ivana Vuk"),
            ("Nagradu su dali Marku Đoriću i drugima.", "Marko Đorić"),
            ("Ugovor ministra Đorđa Kralja je tajan.", "Đorđe Kralj"),
            ("Predsednica Vlade Ana Vuk otvorila je most.", "Ana Vuk"),
        ],
    )
    def test_are_given_in_the_nominative(self, text: str, name: str) -> None:
        assert [each.name for each in read(text).actors if each.type == "person"] == [name]

    def test_of_one_person_in_all_cases_are_one_actor(self) -> None:
        text = (
            "Radoje Vilić je otvorio most. Vilića su čekali, Viliću su pljeskali, sa Vilićem su"
            " pevali, a Vilićev sat je stao.\n"
        )
        (actor,) = [each for each in read(text).actors if each.type == "person"]
        assert len(actor.mentions) == 5

    def test_before_the_colon_of_a_headline_may_be_a_place(self) -> None:
        text = "Brod: Zbrojani svi glasovi, most je zatvoren\n\nU Brodu je most zatvoren za sve.\n"
        assert read(text).quotes == ()

    def test_in_brackets_are_no_subject_of_a_verb(self) -> None:
        text = (
            "Marija Pavić je došla u Brod. „Most je siguran“, rekla je novinarima ispred Komisije"
            " za mostove (KZM).\n"
        )
        assert [each.speakers for each in read(text).quotes] == [("marija-pavic",)]

    def test_of_a_woman_and_a_man_are_told_apart(self) -> None:
        text = (
            "Bojan Radev, profesor, kaže da je most dobar. Bojana Radeva, advokatica, kaže da"
            " nije. „Pukao je“, rekla je Radeva. „Nije“, uzvratio je Radev.\n"
        )
        assert [each.speakers for each in read(text).quotes] == [
            ("bojan-radev",),
            ("bojana-radeva",),
            ("bojana-radeva",),
            ("bojan-radev",),
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "Most spaja Novi Sad i Crnu Goru.",
            "Evropska Unija i Republika Srpska dale su novac.",
            "Upitan o tome, rekao je da ne zna.",
        ],
    )
    def test_are_no_places_and_no_words_that_open_sentences(self, text: str) -> None:
        assert [each for each in read(text).actors if each.type == "person"] == []

    def test_of_bodies_are_one_with_their_abbreviations(self) -> None:
        text = "Republička izborna komisija (RIK) se sastala. Iz RIK-a su rekli da je kasno.\n"
        (actor,) = read(text).actors
        assert (actor.name, len(actor.mentions)) == ("Republička izborna komisija", 3)

    @pytest.mark.parametrize(
        "text",
        [
            "Lista „Srbija protiv nasilja“ je u Beogradu tražila nove izbore.",
            "Листа „Србија против насиља“ је у Београду тражила нове изборе.",
            "Vlast u Beogradu je optužila SPN za nered.",
        ],
    )
    def test_of_bodies_that_news_in_english_has_are_those(self, text: str) -> None:
        known = KnownActor("spn", "Serbia Against Violence", "coalition")
        found = extract.read("most.txt", text, Hints(actors=(known,)), SERBIAN)
        assert [each.id for each in found.actors] == ["spn"]

    def test_of_known_people_are_found_in_any_case_and_alphabet(self) -> None:
        known = Hints(actors=(KnownActor("zika", "Živko Lazić", "person", ("Zivko Lazic",)),))
        for text in ("Most je delo Živka Lazića.", "Мост је дело Живка Лазића."):
            found = extract.read("most.txt", text, known, SERBIAN)
            assert [each.id for each in found.actors] == ["zika"]


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
            ("Otvaranje je zakazano za petak.", "petak", "2024-03-15"),
            ("Most je otvoren u aprilu prošle godine.", "u aprilu prošle godine", "2023-04"),
            ("Most će biti otvoren do kraja maja.", "maja", "2024-05"),
            ("Most je otvoren prošle nedelje.", "prošle nedelje", "2024-03-04/2024-03-10"),
            ("Most je iz 1998. godine.", "iz 1998. godine", "1998"),
            ("Most je otvoren pre tri dana.", "pre tri dana", "2024-03-11"),
            ("Most će biti otvoren na proleće.", "na proleće", "2024-21"),
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
            ("Most je otvoren 17. decembra 2023. uz muziku.", ""),
        ],
    )
    def test_the_head_dates_the_report(self, line: str, day: str) -> None:
        text = f"Pukao most na reci\n\n{line}\n\nMost je pukao posle kiše, a nije bio star.\n"
        assert extract.read("most.txt", text, None, SERBIAN).article.published.edtf == day


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
                "Radoje Vilić je rekao da su u subotu uhapšena tri vozača.",
                ("U subotu uhapšena tri vozača", "alleged", "2024-03-09"),
            ),
        ],
    )
    def test_is_told_by_a_dated_clause(self, text: str, expected: tuple[str, str, str]) -> None:
        (event,) = read(text).events
        assert (event.title, event.status, event.when.edtf) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Radnici su protestovali ispred mosta.",
            "Radnici juče nisu protestovali.",
            "„Radnici su juče protestovali i opet će“, rekao je neko.",
        ],
    )
    def test_is_not_told_without_a_date_or_in_marks(self, text: str) -> None:
        assert read(text).events == ()


class TestFigures:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Lista „Most za sve“ osvojila je 41,36 odsto glasova.", ("41.36", "vote_share", "=")),
            ("Most je koštao oko 1,4 miliona evra.", ("1400000", "money", "~")),
            ("Na mostu je bilo više od 12.000 ljudi.", ("12000", "people", ">")),
            ("Za most je glasalo najmanje pet odbornika.", ("5", "seats", ">=")),
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


ARTICLE = (
    "Pavić: Most je siguran\n\n"
    "NOVI SAD, 14. marta 2024. (Tanjug) - Gradonačelnica Zrenka Pavić izjavila je juče da će most"
    " biti otvoren u petak, a da će kazne platiti izvođač.\n\n"
    "„Nemamo šta da krijemo“, rekla je ona. „Svako može da vidi papire.“\n\n"
    "Direktor preduzeća Đorđe Vilić naveo je da radnici „nisu krivi ni za šta“. Prema njegovim"
    " rečima, radovi kasne zbog kiše. Dodao je i da su žalbe stigle na vreme.\n\n"
    "– Tražimo ostavku – poručio je odbornik Damir Kosan. – Dosta je bilo.\n\n"
    "Sa Vilićem smo razgovarali, a Kosanu poslali pitanja.\n"
)


class TestBothAlphabets:
    def test_give_the_same_records(self) -> None:
        latin, written = _records(ARTICLE), _records(cyrillic(ARTICLE))
        assert len(latin[0]) == 9
        assert latin == written

    def test_and_letters_without_accents(self) -> None:
        plain = ARTICLE.replace("Đ", "Dj").replace("đ", "dj")
        plain = unicodedata.normalize("NFKD", plain)
        assert _records("".join(c for c in plain if not unicodedata.combining(c))) == _records(
            ARTICLE
        )

    def test_show_names_as_they_are_written(self) -> None:
        names = [each.name for each in extract.read("most.txt", cyrillic(ARTICLE)).actors]
        assert "Ђорђе Вилић" in names


def _records(text: str) -> tuple[list[tuple[str, tuple[str, ...], int]], list[tuple[str, int]]]:
    """What is read of a text, without its letters."""
    found = extract.read("most.txt", text)
    return (
        [(each.type, each.speakers, each.text.count(" ")) for each in found.quotes],
        [(each.id, len(each.mentions)) for each in found.actors],
    )
