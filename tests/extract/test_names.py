"""Who is named: rules for names in no file, and for names in the authority file."""

from __future__ import annotations

import pytest

from tests.extract.reading_of import actors


@pytest.mark.parametrize(
    ("text", "key", "kind"),
    [
        ("The minister met Ana Simic in town.", "ana-simic", "person"),
        ("President Ana Simic spoke.", "ana-simic", "person"),
        ("Talks with opposition leader Petar Kos failed.", "petar-kos", "person"),
        ("The Green Party lost.", "green-party", "party"),
        (
            "He joined the National Bank of Novigrad in May.",
            "national-bank-of-novigrad",
            "institution",
        ),
        ("She told The Morning Herald everything.", "morning-herald", "media"),
        ("The Treasury said it would pay.", "treasury", "institution"),
        ("Fiji has protested to the court.", "fiji", "state"),
        ("The Blue Alliance gave up.", "blue-alliance", "coalition"),
        ("BA gave up.", "blue-alliance", "coalition"),
    ],
)
def test_a_name_is_found_with_its_type(text: str, key: str, kind: str) -> None:
    found = actors(text)
    assert key in found, sorted(found)
    assert found[key].type == kind


class TestOneActorUnderSeveralNames:
    def test_the_surname_alone_is_the_person_named_before(self) -> None:
        text = "Ana Simic came to town. Later Simic left, and Ms Simic did not return."
        found = actors(text)["ana-simic"]
        assert [text[a.start : a.end] for a in found.mentions] == ["Ana Simic", "Simic", "Simic"]
        assert found.also_known_as == ("Simic",)

    @pytest.mark.parametrize("bracket", ["(GP)", "((GP))"])
    def test_capitals_in_brackets_are_the_name_before_them(self, bracket: str) -> None:
        found = actors(f"The Green Party {bracket} lost. The GP said it was cheated.")
        assert len(found["green-party"].mentions) == 3
        assert found["green-party"].also_known_as == ("GP",)

    def test_initials_are_the_organisation_named_before(self) -> None:
        found = actors("The Balkan Press Council met. A day later the BPC resigned.")
        assert "BPC" in found["balkan-press-council"].also_known_as

    @pytest.mark.parametrize(
        "text",
        [
            "Ana Simic spoke first. Marko Simic spoke next. Simic was cheered.",
            "Ana Berg, 34, met Karl Berg, her rival, in town. Berg, 40, was cheered on Monday.",
        ],
    )
    def test_a_surname_of_two_is_left_open_and_makes_nobody_new(self, text: str) -> None:
        assert [len(found.mentions) for found in actors(text).values()] == [1, 1]

    @pytest.mark.parametrize(
        ("text", "key"),
        [
            ("Victor Manuel Lopez won the presidential election.", "victor-manuel-lopez"),
            ("Christopher Paul Berg was sentenced to three years.", "christopher-paul-berg"),
            ("Opposition Platform for Life won 43 seats.", "opposition-platform-for-life"),
            ("The lead prosecutor at Boris Hald's trial left.", "boris-hald"),
        ],
    )
    def test_a_name_is_not_cut_and_a_trial_is_no_institution(self, text: str, key: str) -> None:
        found = actors(text)
        assert set(found) - {"lead-prosecutor"} == {key}
        assert found[key].type != "institution"

    def test_a_title_inside_a_run_of_capitals_begins_the_name(self) -> None:
        found = actors("On Monday Lowland Sen. Ana Simic spoke. Simic left.")
        assert set(found) == {"ana-simic"}

    def test_an_initial_makes_nobody_else(self) -> None:
        assert set(actors("Later Ana B. Simic came to town.")) == {"ana-simic"}


class TestNotAnActor:
    @pytest.mark.parametrize(
        "text",
        [
            "Snow fell on Monday and in December.",
            "The crowd stood in Fiji for hours.",
            "People came from Novigrad by bus.",
            "The town of Dobro Polje was quiet.",
            "Thousands marched. However, nobody spoke.",
            "Crowds filled New York for days.",
            "The vote on the Clean Water Act came late.",
            "KOS: We will win.",
        ],
    )
    def test_places_days_and_first_words_are_none(self, text: str) -> None:
        assert actors(text) == {}

    def test_a_place_that_acts_is_one_and_where_things_happen_is_not(self) -> None:
        text = "In Novigrad it rained. Novigrad has denied this, and Novigrad’s envoy left."
        found = actors(text)["novigrad"]
        assert [anchor.start for anchor in found.mentions] == [
            text.index("Novigrad has"),
            text.index("Novigrad’s"),
        ]

    @pytest.mark.parametrize(
        ("text", "acts"),
        [
            ("The island declared independence from Novigrad in 1990.", True),
            ("People came from Novigrad in buses.", False),
            ("With its population of a million, Novigrad is large.", False),
            ("Novigrad has sent a letter.", True),
            ("He was born in neighbouring Novigrad.", False),
        ],
    )
    def test_a_power_is_told_from_the_town_it_is_named_after(self, text: str, acts: bool) -> None:
        assert ("novigrad" in actors(text)) is acts


def test_an_honorific_makes_a_lone_name_a_person() -> None:
    assert actors("The letter was late. Mr. Bandic had posted it.")["bandic"].type == "person"


class TestWhoCallsWhomWhat:
    @pytest.mark.parametrize(
        ("text", "key", "words"),
        [
            ("Talks with opposition leader Petar Kos failed.", "petar-kos", "opposition leader"),
            (
                "Petar Kos, the head of the Green Party, left.",
                "petar-kos",
                "the head of the Green Party",
            ),
            ("The populist ruling Green Party lost.", "green-party", "populist ruling"),
            ("A candidate for mayor, Petar Kos, left.", "petar-kos", "A candidate for mayor"),
            (
                "It heard a case by a former judge, Petar Kos, on Monday.",
                "petar-kos",
                "a former judge",
            ),
            (
                "He won after the death of the party's founder, Petar Kos.",
                "petar-kos",
                "the party's founder",
            ),
            ("**The mayor of Brod, Petar Kos, left.", "petar-kos", "The mayor of Brod"),
            (
                "Petar Kos, a Lowland Ballot Council (LBC) spokesman, told reporters so.",
                "petar-kos",
                "a Lowland Ballot Council (LBC) spokesman",
            ),
            (
                "On Monday Minister of Labour and Trade Petar Kos left.",
                "petar-kos",
                "Minister of Labour and Trade",
            ),
            (
                "He met the President of Lovania Petar Kos.",
                "petar-kos",
                "President of Lovania",
            ),
            (
                "The Front announced that its deputy head, Petar Kos, will rest.",
                "petar-kos",
                "its deputy head",
            ),
        ],
    )
    def test_the_words_of_the_source_are_kept(self, text: str, key: str, words: str) -> None:
        assert words in [told.text for told in actors(text)[key].described_as]

    @pytest.mark.parametrize(
        "text",
        [
            "In a separate opinion Petar Kos wrote that it was late.",
            "It was the rule of Petar Kos, the commission said on Monday.",
            "According to Petar Kos, the count was fair.",
            "Nobody knew Petar Kos, the turnout at noon was higher.",
            "This is the last election Petar Kos can win.",
        ],
    )
    def test_what_stands_beside_a_name_may_be_something_else(self, text: str) -> None:
        assert actors(text)["petar-kos"].described_as == ()

    @pytest.mark.parametrize(
        "text",
        [
            "It was a final Press Council report.",
            "They read a recent non-binding Press Council resolution.",
            "The mayor abandons Press Council members.",
            "According to the Press Council, the elections were fair.",
        ],
    )
    def test_what_stands_beside_a_body_may_be_something_else(self, text: str) -> None:
        assert actors(text)["press-council"].described_as == ()

    def test_the_largest_country_is_no_state_that_was_named(self) -> None:
        text = "Fiji has voted twice. We want peace with the largest country of all."
        assert actors(text)["fiji"].described_as == ()

    def test_the_balkan_country_is_the_state_named_last(self) -> None:
        text = "Fiji has voted twice. Observers left the small island nation on Monday."
        told = actors(text)["fiji"].described_as
        assert [each.text for each in told] == ["the small island nation"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (
            "The Turkish Democratic Party of Kosovo took 2 seats.",
            "turkish-democratic-party-of-kosovo",
        ),
        ("The Democratic Party of Kosovo took 2 seats.", "democratic-party-of-kosovo"),
        ("In Pristina Srpska Lista said it had won.", "serb-list"),
        ("The bloc Serbia against violence lost in Serbia.", "serbia-against-violence"),
    ],
)
def test_a_known_party_is_told_from_one_with_a_longer_name(text: str, key: str) -> None:
    found = actors(text).values()
    assert [actor.id for actor in found if actor.type in ("party", "coalition")] == [key]


def test_the_one_abbreviation_among_several_things_in_brackets_is_the_name() -> None:
    text = "The Blue Movement (Plavi, PPO, left-wing) won. PPO said it was glad."
    assert list(actors(text)) == ["blue-movement"]
