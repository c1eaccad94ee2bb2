"""The names of people and bodies in Serbian, in any case."""

from __future__ import annotations

import pytest

from tests.extract.printed import Example
from tests.extract.serbian.reading import read
from tui import extract
from tui.extract.languages.sr import SERBIAN
from tui.model import Hints, KnownActor


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
            ("Ona je savetnica Mirka Đorića i dolazi.", "Mirko Đorić"),
            ("Govorili su o najavi odbornika Krunijana Đorića i drugih.", "Krunijan Đorić"),
            ("To je odgovor Ivane Đorić na pitanje.", "Ivana Đorić"),
            ("U most su gledali Đorićević i drugi.", "Đorićević"),
            ("Most je delo Đorićevića i njegovog biroa.", "Đorićević"),
            ("Stigao je i general Đorićević.", "Đorićević"),
            ("Uhapšen je Đorićević, a most je otvoren.", "Đorićević"),
            ("Đorićević, direktor bolnice, otišao je kući.", "Đorićević"),
            ("Komisija je izabrala Đorićevića za predsednika.", "Đorićević"),
            ("Most vodi ka Đorićeviću. Đorićević kaže da je star.", "Đorićević"),
            ("Predsednik {opštine|kluba} Đorićević dolazi u petak.", "Đorićević"),
            (
                "{Novi gradonačelnik biće|Nova ministarka je|Kapiten ekipe bio je} Đorićević.",
                "Đorićević",
            ),
            ("{Ostavku je podneo|Na izborima je pobedio} Đorićević.", "Đorićević"),
            ("U petak je Đorićević stigao u grad.", "Đorićević"),
            ("Posle dva mandata Đorićević odlazi.", "Đorićević"),
            ("Sud je oslobodio Đorićevića.", "Đorićević"),
            ("Lider pokreta Most za sve, Đorićević, nije došao na skup.", "Đorićević"),
            ("Stali su ispred kuće porodice Đorićević.", "Đorićević"),
            ("Sokol Kosan rekao je da je most star.", "Sokol Kosan"),
            ("Planinka Kosan rekla je da je most star.", "Planinka Kosan"),
            ("Na {trgu|keju|bulevaru} Zrenka Pavić obratila se građanima.", "Zrenka Pavić"),
            ("{Kod ulice|Na trgu} Radoje Vilić je čekao.", "Radoje Vilić"),
            ("Videli smo Danicu Pericu na mostu, što je čudno.", "Danica Perica"),
            ("{Danicu Pericu|Danica Perica} zna svaka kuća.", "Danica Perica"),
            ("Sa Danicom Pericom je lako raditi, kažu kuće.", "Danica Perica"),
        ],
    )
    def test_are_given_in_the_nominative(self, text: str, name: str) -> None:
        for each, _ in Example(text, "").made():
            assert [one.name for one in read(each).actors if one.type == "person"] == [name]

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
            "Mladić je čekao Božić u Nikšiću i u Đoriću, u ulici Save Kovačića i na Trgu Ane Vuk.",
            "Slavi se {Božić|i Božić|veliki Božić}. Vlada je čestitala Božić.",
            "Požar je zahvatio Đorićević. {Selo|Hotel} Đorićević je prazan.",
            "Gosti {hotela|restorana} Đorićević spavali su napolju. Đorićević ima 200 soba.",
            "Radnici {pekare|firme|fabrike} Đorićević traže plate.",
            "{Trofej je osvojio|Reka je poplavila|Auto je skrenuo ka} Đorićević i Brezu.",
            "Meštani sela kažu da Đorićević nema struje.",
            "{Vojska je oslobodila|Direktor je u selu, mali je|Direktor voli} Đorićević.",
            "Ministar je otvorio most, Đorićević, dug 20 metara.",
            "Fond Public i portal Politic kriju račun Basic i {stranicu|kompaniju} Atlantic.",
            "Glasa se u {školi|bolnici|biblioteci} „Zora Ružić“.",
            "Na trgu {Zrenke Pavić|Vuka Kosana|Damira Kosana} stoji most.",
        ],
    )
    def test_are_no_places_and_no_words_that_open_sentences(self, text: str) -> None:
        for each, _ in Example(text, "").made():
            assert [one for one in read(each).actors if one.type == "person"] == []

    @pytest.mark.parametrize(
        "text",
        [
            "NOVA VLAST U GRADU NA RECI: Most je otvoren",
            "{Ostale gradske opštine|Svi gradski odbori} ćute.",
            "U listu „Glas dana“ stoji da je most star.",
            "Most je pod {UV lampom|LED lampom}. AKO padne, biće kasno.",
        ],
    )
    def test_of_bodies_are_no_words_of_headings_papers_or_many_bodies(self, text: str) -> None:
        for each, _ in Example(text, "").made():
            assert read(each).actors == ()

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            (
                "Iz Ministarstva rada i socijalne politike ćute.",
                "Ministarstvo rada i socijalne politike",
            ),
            ("Ministarstvo odbrane Rusije ćuti.", "Ministarstvo odbrane Rusije"),
            ("Ćute i u Gradskom zavodu za javno zdravlje.", "Gradski zavod za javno zdravlje"),
            ("Zatvoren je Gradski centar za kulturu.", "Gradski centar za kulturu"),
            ("Gradsko veće za petak ima plan.", "Gradsko veće"),
        ],
    )
    def test_of_bodies_go_on_with_what_they_are_for(self, text: str, name: str) -> None:
        assert [each.name for each in read(text).actors] == [name]

    def test_of_people_come_before_names_of_papers(self) -> None:
        text = "Došla je ministrica Nina Kos i urednica Mina Lim. Pisali su u Ninu.\n"
        assert {each.name: each.type for each in read(text).actors} == {
            "Nina Kos": "person",
            "Mina Lim": "person",
            "Nin": "media",
        }

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

    def test_of_known_people_are_found_by_the_surname_alone_however_english_spells_it(self) -> None:
        names = ("Zivko Lazic", "Zhivko Lazich", "Zivko Lazich")
        known = Hints(actors=(KnownActor("zika", "Živko Lazić", "person", names),))
        text = "Most je delo Živka Lazića. Otvorio ga je Petar Kos. Most je skup, rekao je Lazić."
        (quote,) = extract.read("most.txt", text, known, SERBIAN).quotes
        assert quote.speakers == ("zika",)
