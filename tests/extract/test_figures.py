"""Figures, by example: what is counted, whose it is, in which contest, how settled."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.samples_of_votes import CONTESTS, laid_out, on, spoken
from tests.patience import patience
from tui.extract.findings import FigureMention, Reported
from tui.extract.languages.en import figures, times
from tui.model import UNKNOWN, When


def read(
    text: str,
    published: When = UNKNOWN,
    reported: tuple[Reported, ...] = (),
    phrases: Mapping[str, str] | None = None,
) -> list[FigureMention]:
    document = laid_out(text)
    found_times = times.find(document, published)
    return figures.find(document, spoken(text, phrases), found_times, CONTESTS, reported, published)


def told(text: str) -> list[tuple[str, str, str]]:
    """Each figure as its passage, measure and value."""
    return [(text[found.start : found.end], found.measure, found.value) for found in read(text)]


def held(text: str, phrases: Mapping[str, str] | None = None) -> list[tuple[str | None, str]]:
    """Each figure as its subject and value."""
    return [(found.subject, found.value) for found in read(text, phrases=phrases)]


class TestWhatIsCounted:
    @pytest.mark.parametrize(
        ("text", "passage", "measure", "value"),
        [
            ("BL won 46.72% of the votes.", "46.72%", "vote_share", "46.72"),
            ("BL won roughly 46 per cent of votes.", "roughly 46 per cent", "vote_share", "46"),
            ("BL won 49 seats in the council.", "49 seats", "seats", "49"),
            ("BL won 42 of 110 seats.", "42 of 110 seats", "seats", "42"),
            ("BL received 212,205 votes.", "212,205 votes", "votes", "212205"),
            ("Turnout was 58.7 percent.", "58.7 percent", "turnout", "58.7"),
            ("About 60% of eligible voters had voted.", "About 60%", "turnout", "60"),
            (
                "With 98 percent of the votes counted, it was over.",
                "98 percent",
                "counted",
                "98",
            ),
            (
                "It closed 30 polling stations.",
                "30 polling stations",
                "polling_stations",
                "30",
            ),
            (
                "The town is about a quarter of the country’s electorate.",
                "about a quarter of the country’s electorate",
                "share_of_electorate",
                "25",
            ),
            (
                "It has a population of 1.4 million people.",
                "1.4 million people",
                "population",
                "1400000",
            ),
            ("It has 12,000 inhabitants.", "12,000 inhabitants", "population", "12000"),
            ("It wrote to the bloc’s 27 member states.", "27 member states", "member_states", "27"),
            ("A deal of 55 countries.", "55 countries", "countries", "55"),
            ("Some 40,000 people were brought in.", "Some 40,000 people", "people", "40000"),
            ("Hundreds of residents came.", "Hundreds of residents", "people", "100"),
            ("Thousands have since gathered.", "Thousands", "people", "1000"),
            ("Dozens have been detained.", "Dozens", "detained", "12"),
            ("It drew a crowd of 8,000.", "8,000", "people", "8000"),
            ("The blast killed two workers.", "two workers", "people", "2"),
            ("It sent 5,000 soldiers.", "5,000 soldiers", "people", "5000"),
            ("Police arrested 38 protesters.", "38 protesters", "detained", "38"),
            ("It promised 3,000 new jobs.", "3,000 new jobs", "jobs", "3000"),
            ("It gathered 10,000 signatures.", "10,000 signatures", "signatures", "10000"),
        ],
    )
    def test_the_words_beside_a_number_say_what_it_counts(
        self, text: str, passage: str, measure: str, value: str
    ) -> None:
        assert told(text)[0] == (passage, measure, value)

    @pytest.mark.parametrize(
        "text",
        [
            "They spoke for three days, thirty or three hundred days.",
            "She was on a two-week strike, nine days in a row.",
            "He is one of the leaders, and one of 12 in all.",
            "Both ballots were won by two parties.",
            "Revenue fell by 17 percent and taxes rose 5 percent.",
            "He gave away 99 percent of his money.",
            "BL won by 7 percent.",
            "BL passed the 5 percent threshold of votes.",
            "It cost $40, or 20 euros a year.",
            "Hundreds of emails and thousands of dollars were lost.",
            "Two women spoke, and three men.",
            "The two countries signed it.",
            "The plane has 12 sleeper seats.",
            "Ilic, 47, and the 30-year-old Peric voted in 2023 at 10:30.",
            "BL won 150 percent of the votes, and 999999999999 % more.",
            "BL won ٤٦٪ of the votes.",
        ],
    )
    def test_what_nobody_would_compare_is_no_figure(self, text: str) -> None:
        assert told(text) == []

    def test_one_noun_counts_for_a_part_and_its_whole(self) -> None:
        text = "It is to be held at 30 out of the town's more than 8,000 polling booths."
        part, whole = read(text)
        assert text[part.start : part.end] == "30 out of the town's more than 8,000 polling booths"
        assert (part.value, part.comparator) == ("30", "=")
        assert text[whole.start : whole.end] == "more than 8,000 polling booths"
        assert (whole.value, whole.comparator) == ("8000", ">")
        assert {part.unit, whole.unit} == {"polling stations"}

    def test_a_range_is_two_figures_with_their_bounds(self) -> None:
        low, high = read("BL won between 40 and 45 percent of the votes.")
        assert [(low.value, low.comparator), (high.value, high.comparator)] == [
            ("40", ">="),
            ("45", "<="),
        ]

    def test_answers_to_a_poll_are_no_votes(self) -> None:
        text = "In an opinion poll 46 percent of voters back BL, and GB has 40 percent."
        assert [(found.measure, found.subject) for found in read(text)] == [
            ("poll_share", "blue-list"),
            ("poll_share", "green-bloc"),
        ]
        assert read("Exit polls say BL won 46 percent of the vote.")[0].measure == "vote_share"

    def test_rank_is_a_figure_where_an_election_is_spoken_of(self) -> None:
        text = "He leads the Green Bloc (GB), which came second in the vote."
        (found,) = read(text)
        assert text[found.start : found.end] == "came second in the vote"
        assert (found.measure, found.value, found.unit) == ("rank", "2", "rank")
        assert found.subject == "green-bloc"
        assert read("GB came second to none.") == []

    @pytest.mark.parametrize(
        ("text", "base"),
        [
            ("BL won 46 percent of the votes.", ""),
            ("BL won 46 percent of valid votes.", "valid votes"),
            ("BL won 46 percent of all ballots.", "all ballots"),
            ("BL won 46 percent of all ballots cast.", "all ballots"),
        ],
    )
    def test_the_base_is_only_what_the_source_says(self, text: str, base: str) -> None:
        assert read(text)[0].base == base


class TestWhoseItIs:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                (
                    "The ruling Blue List won 39.34% of the vote and secured 49 seats, while the "
                    "GB coalition won 34.27%, getting 42 seats."
                ),
                [
                    ("blue-list", "39.34"),
                    ("blue-list", "49"),
                    ("green-bloc", "34.27"),
                    ("green-bloc", "42"),
                ],
            ),
            (
                "Results show Ana Ilic's Blue List ((BL)) as having earned 46% of votes.",
                [("blue-list", "46")],
            ),
            (
                "The Blue List, led by Ana Ilic, won 46 percent of the vote.",
                [("blue-list", "46")],
            ),
            ("The Board said that BL won 46 percent of the vote.", [("blue-list", "46")]),
            ("In the election, 46 percent voted for BL.", [("blue-list", "46")]),
            (
                "BL got 46 percent and GB got 40 percent of votes.",
                [("blue-list", "46"), ("green-bloc", "40")],
            ),
            ("The election ended with 46 percent for BL.", [("blue-list", "46")]),
            (
                "In the election BL (46 percent) beat GB (40 percent).",
                [("blue-list", "46"), ("green-bloc", "40")],
            ),
            (
                "In the election BL led GB 44 to 40 percent.",
                [("blue-list", "44"), ("green-bloc", "40")],
            ),
            (
                "In the election BL beat GB, 44 percent to 40 percent.",
                [("blue-list", "44"), ("green-bloc", "40")],
            ),
            ("In the election, after BL got 44 percent, it was over.", [("blue-list", "44")]),
            ("In the election BL was at 44 percent.", [("blue-list", "44")]),
            ("After the vote BL’s 49 seats were enough in parliament.", [("blue-list", "49")]),
            ("Of the seats in parliament, 49 seats went to BL.", [("blue-list", "49")]),
        ],
    )
    def test_the_subject_is_the_clause_s_own(
        self, text: str, expected: list[tuple[str | None, str]]
    ) -> None:
        assert held(text) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "BL celebrated, while the other list secured 23.5 per cent of votes.",
            "Ana Ilic’s party won 46 percent of the vote.",
            "The coalition led by Ana Ilic won 46 percent of the vote.",
            "Blue List and Green Bloc won 46 percent of the vote.",
            "Blue List and Green Bloc have a combined 61 percent of the vote.",
            "BL cheered despite winning 6 percent of the vote.",
        ],
    )
    def test_a_subject_that_is_not_told_is_not_guessed(self, text: str) -> None:
        ((subject, _),) = held(text)
        assert subject is None

    def test_a_phrase_that_was_resolved_elsewhere_means_the_same_actor(self) -> None:
        text = (
            "The main opposition coalition denounced the fraud.\n"
            "BL earned roughly 46 per cent of votes in the general election, while the leading "
            "opposition coalition secured 23.5 per cent."
        )
        assert held(text, {"The main opposition coalition": "green-bloc"}) == [
            ("blue-list", "46"),
            ("green-bloc", "23.5"),
        ]

    def test_member_states_belong_to_their_union(self) -> None:
        assert held("It wrote to the Red Union’s 27 member states.") == [("red-union", "27")]


class TestInWhichContest:
    def test_a_city_and_a_country_are_kept_apart(self) -> None:
        text = (
            "In Serbia BL won 46 percent of the vote in the parliamentary election. "
            "In the elections for the Belgrade City Assembly it won 39 percent."
        )
        assert [found.contest for found in read(text)] == [
            "serbia-parliamentary-2023",
            "belgrade-assembly-2023",
        ]

    def test_a_coordinated_contest_is_kept_under_the_first_with_a_note(self) -> None:
        text = "BL won 46.72% of the votes in Serbia’s snap parliamentary and local elections."
        (found,) = read(text)
        assert found.contest == "serbia-parliamentary-2023"
        assert found.contest_span is not None
        span = text[found.contest_span.start : found.contest_span.end]
        assert span.endswith("snap parliamentary and local elections")
        assert "together" in found.note

    def test_a_sentence_s_contest_governs_all_its_figures(self) -> None:
        text = "In Serbia’s general elections BL won 46 per cent, while GB secured 23.5 per cent."
        assert {found.contest for found in read(text)} == {"serbia-parliamentary-2023"}

    def test_an_earlier_sentence_s_contest_governs_where_only_one_can_be_meant(self) -> None:
        one = "Serbia held a parliamentary election. BL won 46 percent of the vote."
        two = (
            "Serbia held a parliamentary election and elections in Belgrade. "
            "BL won 46 percent of the vote."
        )
        assert [found.contest for found in read(one)] == ["serbia-parliamentary-2023"]
        assert [found.contest for found in read(two)] == [None]

    def test_people_are_counted_in_no_contest(self) -> None:
        text = "In Serbia’s parliamentary election 40,000 people were brought in."
        assert [found.contest for found in read(text)] == [None]


class TestHowSettled:
    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("According to the preliminary results, BL won 39% of the vote.", "preliminary"),
            ("Early results showed BL with 39% of the vote.", "preliminary"),
            ("With 90% of ballots counted, BL won 39% of the vote.", "preliminary"),
            ("Official results show BL won 39% of the vote.", "official"),
            ("Unofficial results show BL won 39% of the vote.", "preliminary"),
            ("Exit polls gave BL 39% of the vote.", "exit-poll"),
            ("A projection gave BL 39% of the vote.", "projection"),
            ("It is estimated that BL won 39% of the vote.", "estimate"),
            ("BL won 39% of the vote.", "unknown"),
            ("GB alleged that BL bought 39% of the vote.", "allegation"),
        ],
    )
    def test_the_sentence_s_words_tell_the_status(self, text: str, status: str) -> None:
        assert read(text)[-1].status == status

    def test_the_lead_of_a_report_tells_the_status_of_its_results(self) -> None:
        text = "Preliminary results are in. BL won 39% of the vote.\nGB won 34% of the vote."
        assert [found.status for found in read(text)] == ["preliminary", "preliminary"]

    def test_what_is_charged_is_an_allegation_by_whom(self) -> None:
        text = "Green Bloc charged that some 40,000 people were brought in."
        claim = Reported(text.index("some"), len(text) - 1, ("green-bloc",), "claim")
        (found,) = read(text, reported=(claim,))
        assert (found.status, found.claimed_by, found.comparator) == (
            "allegation",
            ("green-bloc",),
            "~",
        )

    def test_a_party_s_own_count_is_a_party_claim(self) -> None:
        text = "Blue List said it won 46 percent of the vote."
        claim = Reported(text.index("it won"), len(text) - 1, ("blue-list",), "statement")
        assert read(text, reported=(claim,))[0].status == "party-claim"

    def test_an_estimated_crowd_is_an_estimate(self) -> None:
        assert read("An estimated 40,000 people came.")[0].status == "estimate"


class TestAsOf:
    @pytest.mark.parametrize(
        ("text", "edtf"),
        [
            ("Thousands rallied in Belgrade on Tuesday.", "2023-12-19"),
            ("On Tuesday, hundreds of residents broke in.", "2023-12-19"),
            ("Thousands rallied to annul last month’s elections.", ""),
            ("The capital has a population of 1.4 million people on Tuesday.", ""),
            ("On Sunday BL won 46 percent of the vote.", ""),
        ],
    )
    def test_a_crowd_is_of_its_clause_s_day_and_a_result_of_none(
        self, text: str, edtf: str
    ) -> None:
        (found,) = read(text, on("2023-12-21"))
        assert (found.as_of.edtf if found.as_of else "") == edtf


def test_captions_and_titles_tell_figures_and_furniture_none() -> None:
    assert read("") == []
    assert [found.value for found in read("Thousands rally\n\nHundreds of people came.")] == [
        "1000",
        "100",
    ]


@given(
    st.lists(
        st.sampled_from(
            """BL won 46 % per cent of the votes 40,000 people , and . while
    thousands rallied ( ) ’s percent seats to election in Serbia “ ” between Green Bloc which came
    second local parliamentary elections had been 9 detained for 2016""".split()
        ),
        max_size=40,
    )
)
def test_any_words_are_read_without_harm(words: list[str]) -> None:
    text = " ".join(words)
    for found in read(text):
        assert 0 <= found.start < found.end <= len(text)
        if found.measure == "vote_share":
            assert 0 <= float(found.value) <= 100


@pytest.mark.parametrize(
    "piece", ["BL won 46 percent, ", "thousands ", "of the ", "46 ", "came ", "5 a "]
)
def test_long_sentences_are_read_in_time_that_grows_with_them(piece: str) -> None:
    text = piece * (12_000 // len(piece))
    with patience(20):
        read(text)
