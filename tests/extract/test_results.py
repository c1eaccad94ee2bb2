"""Results as reports tell them, by example: lists, rows, what is told in short, who counts."""

from __future__ import annotations

import pytest

from tests.extract.samples_of_votes import laid_out, on, spoken
from tui.extract.findings import ContestMention, FigureMention, Reported
from tui.extract.languages.en import contests, figures, times
from tui.extract.languages.en.furniture import FURNITURE
from tui.extract.stages import metadata
from tui.model import UNKNOWN, When

LEAD = "Orland held a parliamentary election.\n"
"""A first paragraph that says which election the text is about."""

BL, GB, RU = "blue-list", "green-bloc", "red-union"


def read(
    text: str, reported: tuple[Reported, ...] = (), published: When = UNKNOWN
) -> list[FigureMention]:
    document = laid_out(text)
    found = times.find(document, published)
    return figures.find(document, spoken(text), found, (), reported, published)


def rows(text: str) -> list[tuple[str | None, str, str]]:
    """The figures behind the lead: whose, what, how many."""
    return [(found.subject, found.measure, found.value) for found in read(LEAD + text)]


class TestRows:
    @pytest.mark.parametrize(
        "text",
        [
            "Blue List – 23.4 % (49 seats)\nGreen Bloc – 14 % (20)",
            "“Blue List” — 23.4% (49 mandates)\n“Green Bloc” — 14% (20 mandates)",
            "• Blue List 23.4% and 49 seats\n• Green Bloc 14% and 20 seats",
            "1. Blue List: 23.4 per cent (49 seats)\n2. Green Bloc: 14 per cent (20 seats)",
            (
                "| Party | Share | Seats |\n|---|---|---|\n| Blue List | 23.4% | 49 |"
                "\n| Green Bloc | 14% | 20 |"
            ),
        ],
    )
    def test_a_line_is_a_row_of_the_name_that_it_begins_with(self, text: str) -> None:
        assert rows(text) == [
            (BL, "vote_share", "23.4"),
            (BL, "seats", "49"),
            (GB, "vote_share", "14"),
            (GB, "seats", "20"),
        ]

    def test_a_row_of_somebody_whom_no_rule_knows_is_of_nobody_else(self) -> None:
        text = "Blue List – 23.4 %\nMoon Circle – 14 %"
        assert rows(text) == [(BL, "vote_share", "23.4")]

    def test_a_list_at_the_end_is_no_furniture_of_the_site(self) -> None:
        text = "Orland has voted\n\nOrland voted on Sunday.\n\nBlue List 23.4%\n\nGreen Bloc 14%"
        document, _ = metadata.read(text, FURNITURE)
        assert [each.role for each in document.paragraphs][-2:] == ["body", "body"]

    def test_what_leads_in_to_a_list_tells_how_settled_its_rows_are(self) -> None:
        text = "The exit poll by Medar is out:\n• Blue List 23.4%\n• Green Bloc 14%"
        assert [found.status for found in read(LEAD + text)] == ["exit-poll", "exit-poll"]


class TestLists:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                ("BL won 42.6 percent of the votes and 26 seats, GB 38.9 percent and 24, and the "
                "Red Union 6.7 percent and four."),
                [(BL, "vote_share", "42.6"), (BL, "seats", "26"), (GB, "vote_share", "38.9"),
                 (GB, "seats", "24"), (RU, "vote_share", "6.7"), (RU, "seats", "4")],
            ),
            (
                "The count has BL on 39.6%, GB on 33.4% and the Red Union on 7.5%.",
                [(BL, "vote_share", "39.6"), (GB, "vote_share", "33.4"), (RU, "vote_share", "7.5")],
            ),
            (
                ("BL took 51.3 percent, which gives it 70 of the 120 seats. It was followed by GB "
                "with 14.2 percent (18 seats)."),
                [(BL, "vote_share", "51.3"), (BL, "seats", "70"), (None, "seats", "120"),
                 (GB, "vote_share", "14.2"), (GB, "seats", "18")],
            ),
            (
                ("BL has 41 seats. GB is in second place with 22, and the Red Union in third with "
                "six."),
                [(BL, "seats", "41"), (GB, "seats", "22"), (RU, "seats", "6")],
            ),
            (
                "BL has 21,406 votes and GB 19,350.",
                [(BL, "votes", "21406"), (GB, "votes", "19350")],
            ),
            (
                "With 51 percent of the vote, the ruling BL is the winner.",
                [(BL, "vote_share", "51")],
            ),
            (
                "52.1% went to Ana Ilic and 47.2% to Bo Peric.",
                [("ana-ilic", "vote_share", "52.1"), ("bo-peric", "vote_share", "47.2")],
            ),
        ],
    )  # fmt: skip
    def test_the_verb_and_the_noun_are_said_once(
        self, text: str, expected: list[tuple[str | None, str, str]]
    ) -> None:
        assert rows(text) == expected

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("The Board had declared Ana Ilic the winner with 51 percent.", "ana-ilic"),
            ("The Board gives Ana Ilic 55.6 percent.", "ana-ilic"),
            ("Ana Ilic spoke last. The Board had her on 53.4 percent of the vote.", "ana-ilic"),
            ("Pollsters predicted BL would end up with 58 percent of the votes.", BL),
            ("GB came first, ahead of BL with 18.4 percent.", BL),
            ("Bo Peric leads, and Ana Ilic follows Bo Peric with 16 percent.", "ana-ilic"),
            ("The BL coalition is at 23 percent.", BL),
            ("GB, which had joined BL before, had 13.4 percent.", GB),
            ("The election was won with 41 percent of the vote by BL.", BL),
            ("BL gained. It won 46 percent of the vote.", BL),
            ("The Board put BL ahead, at 50 percent.", BL),
        ],
    )
    def test_who_counts_or_is_only_named_beside_has_no_share(
        self, text: str, expected: str
    ) -> None:
        assert [found.subject for found in read(LEAD + text)] == [expected]

    @pytest.mark.parametrize(
        "text",
        [
            "BL leads with 40.5 percent, and Moon Circle has 18.2 percent of the vote.",
            "BL was ahead of Moon’s 44 percent, and 18.2 percent of the vote went elsewhere.",
        ],
    )
    def test_a_share_of_somebody_unknown_is_not_given_to_who_was_named_last(
        self, text: str
    ) -> None:
        assert read(LEAD + text)[-1].subject is None


class TestWhichElection:
    @pytest.mark.parametrize(
        ("lead", "name"),
        [
            ("Orland’s parliament votes. Orland held early elections on 24 April 2016.",
             "Election, Orland, 2016"),
            ("The presidential run-off in Orland was close.", "Presidential run-off, Orland"),
            ("Orland’s government won the election. Orland is calm.", "Election, Orland"),
            ("In the city of Brod the municipal election was close.", "Municipal election, Brod"),
            ("Orland votes. In Brod, the election for the City Council was close.",
             "City election, Brod"),
            ("The general election of 22 September 2024 was close.", "General election, 2024"),
        ],
    )  # fmt: skip
    def test_is_the_one_of_the_lead(self, lead: str, name: str) -> None:
        assert self.names(f"{lead}\nNobody slept.\nBL won 41 percent of the vote.")[-1] == name

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Turnout was 58.9 percent, compared with 56.1 percent four years ago.",
                ["Parliamentary election, Orland, 2024", "Parliamentary election, Orland, 2020"],
            ),
            (
                "BL won 46 percent of the vote, far more than four years ago.",
                ["Parliamentary election, Orland, 2024"],
            ),
            (
                "GB won 12.3 percent of the vote and 34 seats in 2008.",
                ["Parliamentary election, Orland, 2008", "Parliamentary election, Orland, 2008"],
            ),
            (
                "It was the best result since 2014, when BL won 48.3 percent.",
                ["Parliamentary election, Orland, 2014"],
            ),
            (
                "GB got 11.5 percent of the vote in 2022. BL won 46 percent of the vote.",
                ["Parliamentary election, Orland, 2022", "Parliamentary election, Orland, 2024"],
            ),
            (
                "BL, founded in 2008, won 12.3 percent of the vote.",
                ["Parliamentary election, Orland, 2024"],
            ),
            (
                "In the elections of 2020 BL won 48 percent of the vote. GB had 13 percent.",
                ["Parliamentary election, Orland, 2020", "Parliamentary election, Orland, 2020"],
            ),
        ],
    )
    def test_an_earlier_one_is_told_by_its_year(self, text: str, expected: list[str]) -> None:
        lead = "Orland’s parliamentary election of 20 October 2024 is over.\n"
        assert self.names(lead + text, on("2024-10-21")) == expected

    def test_a_president_s_election_has_no_seats(self) -> None:
        text = "The presidential election in Orland is over.\nBL holds 21 seats in parliament."
        assert [found.contest for found in read(text)] == [None]

    def test_votes_on_a_motion_are_of_no_election(self) -> None:
        text = LEAD + "The motion passed with 54 votes in favour, 12 against."
        assert [(found.value, found.contest) for found in read(text)] == [
            ("54", None),
            ("12", None),
        ]

    def test_the_first_round_is_another_contest(self) -> None:
        text = (
            "The presidential run-off in Orland is over.\nAna Ilic has 52.6 percent.\n"
            "In the first round Bo Peric led with 36.4 percent to Ana Ilic’s 31.9 percent."
        )
        first, *rest = self.names(text)
        assert first == "Presidential run-off, Orland"
        assert rest == ["First round of the presidential election, Orland"] * 2

    @pytest.mark.parametrize(
        ("lead", "contest"),
        [
            ("Ana Ilic is forced into a presidential run-off in Orland", "Election, Orland"),
            ("Ana Ilic will face Bo in a presidential run-off in Orland", "Election, Orland"),
        ],
    )
    def test_a_run_off_that_is_to_come_is_not_what_was_counted(
        self, lead: str, contest: str
    ) -> None:
        text = f"{lead}.\nThe election in Orland was close. Ana Ilic has 41.7 percent of the vote."
        assert self.names(text) == [contest]

    @pytest.mark.parametrize(
        "text",
        [
            "Nobody voted.\nBL has 41 percent of the vote.",
            "In Orland there was rain.\nBL won 41 percent of the vote.",
        ],
    )
    def test_where_none_is_named_none_is_given(self, text: str) -> None:
        assert [found.contest for found in read(text)] == [None]

    def names(self, text: str, published: When = UNKNOWN) -> list[str]:
        known, told = self.told(text, published)
        return [known.get(figure.contest or "", "") for figure in told]

    def told(
        self, text: str, published: When = UNKNOWN
    ) -> tuple[dict[str, str], list[FigureMention]]:
        document = laid_out(text)
        found = times.find(document, published)
        mentions = spoken(text)
        named = contests.find(document, (), found, published, mentions)
        known = {each.id: each.name for one in named for each in one.contests}
        return known, figures.find(document, mentions, found, (), (), published, named)


class TestMainContest:
    @pytest.mark.parametrize(
        ("text", "main"),
        [
            ("The local elections in Orland are over. A presidential election will follow.",
             "Local election, Orland"),
            (("A presidential election will be held on 3 February 2025. "
             "The parliamentary election of 20 October 2024 is over."),
             "Parliamentary election, 2024"),
        ],
    )  # fmt: skip
    def test_is_one_that_has_been_held(self, text: str, main: str) -> None:
        document = laid_out(text)
        published = on("2024-10-21")
        found = contests.find(document, (), times.find(document, published), published)
        about = contests.main(document, found, published)
        assert isinstance(about, ContestMention)
        assert about.contests[0].name == main

    def test_is_of_about_the_report_s_own_time(self) -> None:
        text = (
            "Orland’s parliamentary election is over. It held a parliamentary election on "
            "20 October 2024. The parliamentary election of 2014 was another."
        )
        document = laid_out(text)
        published = on("2024-10-21")
        found = contests.find(document, (), times.find(document, published), published)
        about = contests.main(document, found, published)
        assert about is not None
        assert about.contests[0].edtf == "2024-10-20"


class TestOtherMeasures:
    @pytest.mark.parametrize(
        ("text", "measure", "value"),
        [
            ("The results after counting 97.2% of the votes are in.", "counted", "97.2"),
            ("The Board led once 99.1% of ballot boxes were opened.", "counted", "99.1"),
            ("Her lead stands at 164,000 votes.", "margin", "164000"),
            ("It left fewer than 8,500 votes between the two.", "margin", "8500"),
            ("In Upper Town a turnout of 101 percent was recorded.", "turnout", "101"),
            ("Only 47 percent of voters turned up.", "turnout", "47"),
            ("Turnout by 6 p.m. was 46.15 percent.", "turnout", "46.15"),
            ("She had the sheets of 74% of the polling stations.", "percent", "74"),
            ("The commission has to decide on 215 complaints.", "complaints", "215"),
            ("It held 43 sessions in the week.", "hearings", "43"),
            ("Voters in 31 districts were called.", "districts", "31"),
            ("Six parties were registered.", "parties", "6"),
            ("They reported 118 serious incidents and left.", "incidents", "118"),
            ("In 37 percent of counts the minutes were missing.", "percent", "37"),
            ("It gave them 48 per cent of its news time.", "percent", "48"),
            ("It wants €75 million to be frozen.", "money", "75000000"),
            ("On the square 46 were detained.", "detained", "46"),
            ("The police confirmed 23 arrests.", "detained", "23"),
            ("Lawyers put the number of arrests at 85.", "detained", "85"),
            ("The toll is 22 injured.", "people", "22"),
            ("Some 350 of his supporters came.", "people", "350"),
        ],
    )
    def test_are_shares_of_nobody(self, text: str, measure: str, value: str) -> None:
        (found,) = read(LEAD + text)
        assert (found.measure, found.value, found.subject) == (measure, value, None)

    @pytest.mark.parametrize(
        "text",
        [
            "The police counted 27,000 people, the organisers at least 90,000.",
            (
                "There came 27,000 people according to the town hall and more than 90,000 "
                "according to the unions."
            ),
            "Police say about 27,000 people came. The unions say there were 90,000.",
        ],
    )
    def test_a_crowd_is_counted_twice(self, text: str) -> None:
        assert [(found.measure, found.value) for found in read(text)] == [
            ("people", "27000"),
            ("people", "90000"),
        ]

    @pytest.mark.parametrize(
        ("text", "subject"),
        [
            ("Ana Ilic leads. Her lead stands at 164,000 votes.", "ana-ilic"),
            ("Ana Ilic spent three million crowns on lanterns.", "ana-ilic"),
            ("The lanterns of Ana Ilic cost three million crowns.", None),
        ],
    )
    def test_a_lead_and_money_are_somebody_s_where_it_is_said(
        self, text: str, subject: str | None
    ) -> None:
        assert [found.subject for found in read(text)] == [subject]

    @pytest.mark.parametrize(
        "text",
        ["He supports Ana Ilic 100 percent.", "That court has two seats.", "It fell 5 percent."],
    )
    def test_what_is_no_result_is_none_in_a_report_on_one(self, text: str) -> None:
        assert rows(text) == []

    def test_members_of_a_party_are_its_seats(self) -> None:
        assert rows("BL lost two-thirds of its votes and now has 18 MPs.") == [(BL, "seats", "18")]

    def test_what_two_have_each_is_of_both(self) -> None:
        assert rows("BL and GB have 14 seats each, both having won 5.7 percent.") == [
            (BL, "seats", "14"),
            (GB, "seats", "14"),
            (BL, "vote_share", "5.7"),
            (GB, "vote_share", "5.7"),
        ]

    def test_what_somebody_would_need_nobody_has(self) -> None:
        (found,) = read("It is hard for Ana Ilic to get the 270 electoral votes needed to win.")
        assert (found.subject, found.note) == (None, "needed")

    def test_dead_things_are_no_dead(self) -> None:
        assert read("Over 30 dead trees stood there.") == []
