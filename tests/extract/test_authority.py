"""What the project knows of its field: who is who in it, and which elections there were."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest

from tests.extract.reading_of import KNOWN
from tui import dates
from tui.extract import read
from tui.extract.languages import authority
from tui.model import Actor, Hints, KnownActor, KnownContest

REPORT = (
    "Report\n\n14 March 2024\n\nThe council of the town met again on Monday, and it was late. {}\n"
)


def actors(text: str, known: Hints = KNOWN) -> dict[str, Actor]:
    return {each.id: each for each in read("report.txt", REPORT.format(text), known).actors}


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("In Serbia the SNS lost.", "serbian-progressive-party", "party"),
        ("In Serbia the Srpska napredna stranka lost.", "serbian-progressive-party", "party"),
        ("In Serbia the СНС lost.", "serbian-progressive-party", "party"),
        ("In Belgrade Dveri lost.", "dveri", "party"),
        ("In Serbia the Dveri movement lost.", "dveri", "party"),
        ("In Serbia the New DSS lost.", "new-democratic-party-of-serbia", "party"),
        ("In Serbia NADA coalition lost.", "national-democratic-alternative", "coalition"),
        ("In Serbia “Srbija protiv nasilja” lost.", "serbia-against-violence", "coalition"),
        ("The RIK of Serbia met.", "republic-electoral-commission", "institution"),
        ("In Serbia CRTA observers left.", "crta", "institution"),
        ("In Serbia he told N1 that it was late.", "n1", "media"),
        ("In Serbia he told Danas that it was late.", "danas", "media"),
        ("In Kosovo Vetevendosje lost.", "vetevendosje", "party"),
        ("In Kosovo Lëvizja Vetëvendosje lost.", "vetevendosje", "party"),
        ("In Kosovo the Srpska lista lost.", "serb-list", "party"),
        ("In Kosovo Hashim Thaci left.", "hashim-thaci", "person"),
        ("In Serbia Александар Вучић left.", "aleksandar-vucic", "person"),
        ("In Serbia, Vučić said it was late.", "aleksandar-vucic", "person"),
        ("In Serbia, Djilas said it was late.", "dragan-djilas", "person"),
        (
            "The OSCE/ODIHR mission left.",
            "office-for-democratic-institutions-and-human-rights",
            "institution",
        ),
        ("The GOP lost in the U.S. vote.", "republican-party", "party"),
        ("In Serbia the list Good Morning Serbia lost.", "good-morning-serbia", "coalition"),
        ("In Belgrade “Biram Beograd” lost.", "we-choose-belgrade", "coalition"),
        ("In Belgrade “Бирам Београд” lost.", "we-choose-belgrade", "coalition"),
        ("In Serbia the Socialists of Dačić lost.", "socialist-party-of-serbia", "party"),
        ("In Kosovo the KDTP lost.", "turkish-democratic-party-of-kosovo", "party"),
        ("In Kosovo the Srpska List lost.", "serb-list", "party"),
        (
            "In Kosovo the Electoral Complaints and Appeals Panel met.",
            "election-complaints-and-appeals-panel",
            "institution",
        ),
        ("In Montenegro the PES of Spajić lost.", "europe-now-movement", "party"),
        ("In Skopje the SDSM lost.", "social-democratic-union-of-macedonia", "party"),
        ("In Skopje VMRO-DPMNE lost.", "vmro-dpmne", "party"),
        ("In Podgorica CeMI observers left.", "centre-for-monitoring-and-research", "institution"),
        ("He told Reuters that it was late.", "reuters", "media"),
    ],
)
def test_whom_a_text_names_is_known(text: str, key: str, kind: str) -> None:
    found = actors(text)
    assert key in found, sorted(found)
    assert found[key].type == kind
    assert found[key].rule.startswith("authority file: https://")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("In Novigrad the SNS lost.", "serbian-progressive-party"),
        ("In Serbia a new Serbia will come.", "new-serbia"),
        ("In Serbia the Democratic Party lost.", "democratic-party-serbia"),
        ("In Serbia it was late. Ana Vučić left. Vučić said it was late.", "aleksandar-vucic"),
        ("In Serbia the vreme was bad.", "vreme"),
        ("In Belgrade Red Star lost to PSG.", "movement-of-free-citizens"),
        ("In Serbia they watched Nova TV of Zagreb.", "nova-s"),
        ("The shares of RSE fell.", "radio-free-europe-radio-liberty"),
        ("In Serbia the DPS lost.", "democratic-party-of-socialists"),
        ("In Croatia Most people voted.", "the-bridge-croatia"),
        ("In Novigrad the Socialists lost.", "socialist-party-of-serbia"),
    ],
)
def test_nobody_is_known_where_others_may_be_meant(text: str, key: str) -> None:
    assert key not in actors(text)


def test_a_party_that_others_are_called_as_is_known_beside_its_people() -> None:
    found = actors("In Serbia the Democratic Party of Boris Tadić lost.")
    assert found["democratic-party-serbia"].name == "Democratic Party"


class TestWhatIsInNoArticle:
    def test_a_name_that_the_text_has_is_found_there(self) -> None:
        found = actors("In Serbia the Serbian Progressive Party (SNS) lost.")
        actor = found["serbian-progressive-party"]
        assert (actor.origin, actor.also_known_as) == ("extracted", ("SNS",))

    def test_a_name_that_it_has_not_is_marked(self) -> None:
        actor = actors("In Serbia the SNS lost.")["serbian-progressive-party"]
        assert (actor.origin, actor.name) == ("curated", "Serbian Progressive Party")
        assert actor.rule.endswith("/Serbian_Progressive_Party")


class TestTheReadersOwnFiles:
    OWN = KnownActor("my-party", "Party of Mine", "coalition", ("SNS",))

    def test_win_over_an_alias(self) -> None:
        known = replace(KNOWN, actors=(*KNOWN.actors, self.OWN))
        found = actors("In Serbia the SNS lost to the SPS.", known)
        assert found["my-party"].type == "coalition"
        assert "serbian-progressive-party" not in found
        assert "socialist-party-of-serbia" in found

    def test_win_over_an_id_and_a_name(self) -> None:
        own = (
            KnownActor("n1", "N1 Limited", "institution", ("N1",)),
            KnownActor("our-commission", "Republic Electoral Commission", "group"),
        )
        found = {each.id for each in authority.beside("Serbia", own)}
        assert "our-commission" in found
        assert "republic-electoral-commission" not in found
        assert [each.type for each in authority.beside("Serbia", own) if each.id == "n1"] == [
            "institution"
        ]

    def test_define_elections_of_their_own(self) -> None:
        own = [KnownContest("vote", "The vote", "Serbia", ("vote",), "2023-12-17")]
        named = [
            each.id for each in authority.elections_named("Serbia voted in 2022 and 2023.", "", own)
        ]
        assert "serbia-parliamentary-2022" in named
        assert "serbia-parliamentary-2023" not in named


def test_a_list_is_made_once() -> None:
    assert authority.beside("In Serbia", ()) is authority.beside("Of Serbia", ())


def test_a_text_of_elsewhere_has_the_world_alone() -> None:
    known = authority.beside("Nothing of note", ())
    assert {"reuters", "nato"} <= {each.id for each in known}
    assert "dveri" not in {each.id for each in known}


def test_names_that_are_words_are_known_in_english_alone() -> None:
    serbian = {each.id for each in authority.beside("Srbija", (), "sr-Latn")}
    assert "serbian-progressive-party" in serbian
    assert "danas" not in serbian


def test_an_abbreviation_is_an_agency_in_english_and_a_province_in_serbian() -> None:
    assert "associated-press" in actors("He told the AP that it was late.")
    text = "Skupština AP Vojvodine zaseda u Novom Sadu, a u Srbiji je to bila vest dana.\n"
    assert [each.id for each in read("vest.txt", text).actors] == ["assembly-of-vojvodina"]


def test_serbian_names_have_both_alphabets() -> None:
    assert authority.cyrillic("Ljubiša Džakula, Njegoš (SNS)") == "Љубиша Џакула, Његош (СНС)"


class TestTheFiles:
    ACTORS = tuple(each for file in authority.FILES for each, _ in authority._actors(file))

    def test_every_entry_has_its_source(self) -> None:
        sources = [actor.source for actor in self.ACTORS]
        sources += [election.source for election in authority.elections()]
        assert all(re.fullmatch(r"https://[^\s]+", source) for source in sources)

    def test_no_alias_is_two_actors(self) -> None:
        named = {
            (alias, each.id)
            for each in self.ACTORS
            if not each.needs
            for alias in (each.name, *each.aliases)
        }
        times = Counter(alias for alias, _ in named)
        assert [alias for alias in times if times[alias] > 1] == []

    def test_elections_have_a_day_and_an_id_of_their_own(self) -> None:
        elections = authority.elections()
        assert len({each.id for each in elections}) == len(elections)
        assert all(dates.when(each.day, "stated").edtf == each.day for each in elections)

    @pytest.mark.parametrize(
        ("id", "day", "seats"),
        [
            ("serbia-parliamentary-2023", "2023-12-17", 250),
            ("belgrade-city-2023", "2023-12-17", 110),
            ("kosovo-parliamentary-2021", "2021-02-14", 120),
            ("serbia-presidential-2022", "2022-04-03", None),
        ],
    )
    def test_an_election_tells_its_day_and_its_seats(
        self, id: str, day: str, seats: int | None
    ) -> None:
        (election,) = [each for each in authority.elections() if each.id == id]
        assert (election.day, election.seats) == (day, seats)
        assert election.known.edtf == day


class TestElections:
    @pytest.mark.parametrize(
        ("text", "ids"),
        [
            pytest.param(
                "5 May 2016\n\nSerbia's commission declared the results of the elections held on"
                " April 24. The list won 131 seats in the parliament.",
                ["serbia-parliamentary-2016"],
                id="by its day",
            ),
            pytest.param(
                "20 December 2023\n\nIn Serbia the party won 129 seats in the parliamentary"
                " election. In the parliamentary election of 2014 it had won 158.",
                ["serbia-parliamentary-2014", "serbia-parliamentary-2023"],
                id="by its year, and the nearest",
            ),
            pytest.param(
                "20 December 2019\n\nIn Serbia it won 129 seats in the parliamentary election.",
                [],
                id="of no election that is near",
            ),
        ],
    )
    def test_are_those_that_a_report_is_about(self, text: str, ids: list[str]) -> None:
        found = read("a.txt", text).contests
        assert [each.id for each in found if each.rule.startswith("authority")] == ids

    def test_the_readers_own_go_before(self) -> None:
        own = KnownContest(
            "my-vote", "My vote", "Serbia", ("parliamentary election",), "2023-12-17"
        )
        text = "In Serbia the parliamentary election of 2023 was held."
        assert authority.elections_named(text, "2023-12-20", (own,)) == []
        assert [each.id for each in authority.elections_named(text, "2023-12-20")] == [
            "serbia-parliamentary-2023"
        ]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Serbia held an election, the fifth since 2012.", []),
        ("Serbia held an election in 2012, the fifth since 2000.", ["2012"]),
    ],
)
def test_a_year_that_ends_a_span_names_no_election(text: str, ids: list[str]) -> None:
    assert [each.day[:4] for each in authority.elections_named(text)] == ids
