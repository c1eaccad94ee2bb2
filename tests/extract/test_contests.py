"""Which election a text speaks of, by example."""

from __future__ import annotations

import pytest

from tests.extract.samples_of_votes import CONTESTS, laid_out, on, spoken
from tests.patience import patience
from tui.extract.findings import ContestMention
from tui.extract.languages.en import contests, figures, times
from tui.extract.stages.contests import kept as told_about
from tui.model import UNKNOWN, KnownContest, When


def told(
    text: str, published: When = UNKNOWN, known: bool = True
) -> list[tuple[str, tuple[str, ...]]]:
    """Each mention as its words and the ids of its contests."""
    return [
        (text[found.start : found.end], tuple(contest.id for contest in found.contests))
        for found in read(text, published, known)
    ]


def read(text: str, published: When = UNKNOWN, known: bool = True) -> list[ContestMention]:
    document = laid_out(text)
    listed = CONTESTS if known else ()
    return contests.find(document, listed, times.find(document, published), published)


class TestKnownContests:
    @pytest.mark.parametrize(
        ("text", "words", "ids"),
        [
            (
                "Serbia awaits the parliamentary election.",
                "parliamentary election",
                ("serbia-parliamentary-2023",),
            ),
            (
                "Serbia awaits a snap general election.",
                "snap general election",
                ("serbia-parliamentary-2023",),
            ),
            (
                "The list won the elections for the Belgrade City Assembly.",
                "elections for the Belgrade City Assembly",
                ("belgrade-assembly-2023",),
            ),
            (
                "It rejects the elections in Belgrade as rigged.",
                "elections in Belgrade",
                ("belgrade-assembly-2023",),
            ),
            (
                "They protest the ballot for municipal authorities in Belgrade.",
                "ballot for municipal authorities in Belgrade",
                ("belgrade-assembly-2023",),
            ),
            (
                "Observers prepare for Kosovo’s upcoming local elections.",
                "Kosovo’s upcoming local elections",
                ("kosovo-local-2025",),
            ),
            (
                "Observers saw the local elections in Serbia.",
                "local elections in Serbia",
                ("serbia-local-2023",),
            ),
            (
                "Serbian parliamentary elections were held.",
                "Serbian parliamentary elections",
                ("serbia-parliamentary-2023",),
            ),
        ],
    )
    def test_the_words_and_the_place_tell_which(
        self, text: str, words: str, ids: tuple[str, ...]
    ) -> None:
        assert told(text) == [(words, ids)]

    def test_a_coordinated_phrase_names_them_all_in_order(self) -> None:
        text = "It rejects the parliamentary, provincial and especially local elections in Serbia."
        assert told(text) == [
            (
                "parliamentary, provincial and especially local elections in Serbia",
                ("serbia-parliamentary-2023", "vojvodina-provincial-2023", "serbia-local-2023"),
            )
        ]

    def test_the_kinds_of_one_phrase_are_votes_of_one_day(self) -> None:
        text = "Kosovo looked on as Serbia held snap parliamentary and local elections."
        ((_, ids),) = told(text)
        assert ids == ("serbia-parliamentary-2023", "serbia-local-2023")

    def test_the_report_s_day_tells_two_countries_apart(self) -> None:
        text = "Serbia and Kosovo quarrel again. The local elections were calm."
        assert told(text, on("2023-12-20")) == [("local elections", ("serbia-local-2023",))]
        assert told(text, on("2025-10-13")) == [("local elections", ("kosovo-local-2025",))]
        assert told(text) == []

    def test_of_several_in_one_place_the_report_means_the_nearest(self) -> None:
        days = {"2023-12-17": "brod-2023", "2024-06-02": "brod-2024"}
        listed = [
            KnownContest(key, "Election in Brod", "Brod", ("city election",), day)
            for day, key in days.items()
        ]
        for day, ids in (("2024-01-10", ("brod-2023",)), ("2024-03-10", ())):
            document = laid_out("In Brod, many had voted in the city election.")
            found = contests.find(document, listed, [], on(day))
            assert tuple(each.id for one in found for each in one.contests) == ids

    def test_local_elections_are_those_of_the_country_and_not_of_a_town(self) -> None:
        listed = [
            KnownContest("country", "", "Orland", ("local election",), "2024-06-02"),
            KnownContest("town", "", "Brod", ("city election", "local election"), "2024-06-02"),
        ]
        document = laid_out("Orland counts, and so does Brod. The local election was calm.")
        found = contests.find(document, listed, [], on("2024-06-05"))
        assert [each.id for one in found for each in one.contests] == ["country"]

    def test_what_was_named_in_full_is_meant_by_the_short_words(self) -> None:
        text = "Kosovo’s local elections are near. Serbia is accused. The local elections matter."
        assert [ids for _, ids in told(text)] == [("kosovo-local-2025",)] * 2

    def test_another_country_s_election_is_not_a_known_one(self) -> None:
        text = "Serbia watches the parliamentary elections in Croatia."
        assert told(text) == [
            ("parliamentary elections in Croatia", ("parliamentary-election-croatia",))
        ]

    def test_another_year_s_election_is_not_a_known_one(self) -> None:
        text = "Serbia remembers the 2016 parliamentary election."
        assert told(text) == [("2016 parliamentary election", ("parliamentary-election-2016",))]

    def test_a_place_in_an_adjective_is_no_place_to_vote_in(self) -> None:
        text = "Serbia held general and local elections in the Balkan country."
        ((words, ids),) = told(text)
        assert words == "general and local elections"
        assert ids == ("serbia-parliamentary-2023", "serbia-local-2023")

    def test_the_date_of_a_protest_is_not_the_date_of_the_vote(self) -> None:
        text = "They protest the result of the general elections in Serbia on December 24, 2023."
        ((_, ids),) = told(text, on("2023-12-25"))
        assert ids == ("serbia-parliamentary-2023",)


class TestDiscovery:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            (
                "The list won the Croatian parliamentary election.",
                "Parliamentary election, Croatia",
            ),
            ("The list won Croatia’s mayoral election.", "Mayoral election, Croatia"),
            ("The list won the regional elections in Istria.", "Regional election, Istria"),
            ("The list won the 2020 presidential race.", "Presidential election, 2020"),
            ("The list won the New Hampshire primary.", "New Hampshire primary"),
            ("The list won the referendum in Istria.", "Referendum, Istria"),
        ],
    )
    def test_a_contest_in_no_file_has_the_text_s_own_words(self, text: str, name: str) -> None:
        ((contest,),) = [found.contests for found in read(text, known=False)]
        assert contest.name == name
        assert not contest.known

    def test_one_that_is_named_in_short_is_the_one_named_in_full(self) -> None:
        text = "Croatia’s mayoral election is over. The mayoral election was calm."
        assert [ids for _, ids in told(text, known=False)] == [("mayoral-election-croatia",)] * 2

    @pytest.mark.parametrize(
        "text",
        [
            "Elections are held often.",
            "The election was calm.",
            "Primary voters decide in a primary debate.",
            "They came to vote in Belgrade.",
        ],
    )
    def test_words_that_name_no_election_are_none(self, text: str) -> None:
        assert told(text, known=False) == []

    def test_only_those_that_a_figure_refers_to_are_kept(self) -> None:
        text = (
            "The Blue List won 31 percent of the vote in the regional elections in Istria. "
            "The mayoral election in Zadar was not discussed."
        )
        document = laid_out(text)
        found = contests.find(document, (), ())
        told_figures = figures.find(document, spoken(text), (), (), ())
        kept = told_about(found, told_figures)
        assert [contest.id for one in found for contest in one.contests] == [
            "regional-election-istria",
            "mayoral-election-zadar",
        ]
        assert [contest.id for one in kept for contest in one.contests] == [
            "regional-election-istria"
        ]


@pytest.mark.parametrize(
    "piece", ["Aa ", "local and ", "local elections in A ", "snap ", "A.", "\n"]
)
def test_long_runs_are_read_in_time_that_grows_with_them(piece: str) -> None:
    text = piece * (30_000 // len(piece))
    with patience(20):
        read(text)
