"""Time expressions: what is found in a text, and what it resolves to."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tui import dates
from tui.extract.findings import TimeMention
from tui.extract.languages.en import times
from tui.extract.text.document import Document, Paragraph, lines
from tui.model import UNKNOWN, When

THURSDAY = dates.when("2023-12-21", "stated")


def read(text: str, published: When = THURSDAY) -> list[TimeMention]:
    paragraphs = tuple(Paragraph(span.start, span.end, "body") for span in lines(text))
    return times.find(Document(text, paragraphs), published)


def told(text: str, published: When = THURSDAY) -> list[tuple[str, str]]:
    return [(text[each.start : each.end], each.edtf) for each in read(text, published)]


class TestFullDates:
    @pytest.mark.parametrize(
        ("text", "words", "edtf"),
        [
            ("They met on December 17, 2023, in town.", "on December 17, 2023", "2023-12-17"),
            ("They met on 17 December 2023.", "on 17 December 2023", "2023-12-17"),
            (
                "They met on Sunday, December 17, 2023.",
                "on Sunday, December 17, 2023",
                "2023-12-17",
            ),
            ("They met on Sun., Dec. 17, 2023.", "on Sun., Dec. 17, 2023", "2023-12-17"),
            ("The 17th of December 2023 was cold.", "The 17th of December 2023", "2023-12-17"),
            ("Posted 2023-12-21 by the editor.", "2023-12-21", "2023-12-21"),
            ("It closed on 25.12.2023 at noon.", "on 25.12.2023", "2023-12-25"),
            ("It closed on 12/25/2023 at noon.", "on 12/25/2023", "2023-12-25"),
            ("They met on 16-17 December 2023.", "on 16-17 December 2023", "2023-12-16/2023-12-17"),
            ("Dec. 16 to 17, 2023, were wet.", "Dec. 16 to 17, 2023", "2023-12-16/2023-12-17"),
            ("Talks opened in December 2023.", "in December 2023", "2023-12"),
            ("Talks opened in late Feb. 2022.", "in late Feb. 2022", "2022-02"),
            ("The bridge fell in 2018.", "in 2018", "2018"),
            ("The 2016 election was close.", "2016", "2016"),
            ("The treaty (1878) was short.", "1878", "1878"),
            ("It began in the summer of 2014.", "in the summer of 2014", "2014-22"),
            ("It lasted from 1983 to 1989.", "from 1983 to 1989", "1983/1989"),
            ("The wars of the 1990s go on in books.", "the 1990s", "199X"),
        ],
    )
    def test_words_that_are_a_whole_date_state_it(self, text: str, words: str, edtf: str) -> None:
        (found,) = read(text, UNKNOWN)
        assert (text[found.start : found.end], found.edtf) == (words, edtf)
        assert found.basis == "stated"

    @pytest.mark.parametrize(
        ("text", "words", "edtf"),
        [
            ("The vote was held on December 17.", "on December 17", "2023-12-17"),
            ("A re-run is set for December the 30th.", "for December the 30th", "2023-12-30"),
            ("The council meets again on January 3.", "on January 3", "2024-01-03"),
            ("The 24th of November was dry.", "The 24th of November", "2023-11-24"),
            ("They signed it on 5 JANUARY.", "on 5 JANUARY", "2024-01-05"),
        ],
    )
    def test_a_missing_year_is_the_one_nearest_to_publication(
        self, text: str, words: str, edtf: str
    ) -> None:
        (found,) = read(text)
        assert (text[found.start : found.end], found.edtf) == (words, edtf)
        assert found.basis == "resolved"

    def test_a_day_without_a_year_stays_unknown_without_a_day_of_publication(self) -> None:
        (found,) = read("The vote was held on December 17.", UNKNOWN)
        assert (found.edtf, found.basis) == ("", "unknown")
        assert found.note == "17 December of a year that is not named"

    def test_a_date_that_may_be_read_two_ways_stays_open(self) -> None:
        (found,) = read("It closed on 03/04/2023.")
        assert found.edtf == ""
        assert "either way" in found.note

    @pytest.mark.parametrize(
        ("text", "edtf"),
        [
            ("She was named minister in May and left.", "2023-05"),
            ("He will retire in March.", "2024-03"),
            ("They won it last December.", "2022-12"),
            ("They have sat there since November.", "2023-11/.."),
            ("It opened in June of last year.", "2022-06"),
            ("This March the river rose.", "2023-03"),
        ],
    )
    def test_a_month_alone_follows_what_its_clause_looks_at(self, text: str, edtf: str) -> None:
        assert read(text)[0].edtf == edtf


class TestDaysOfTheWeek:
    @pytest.mark.parametrize(
        ("text", "words", "edtf"),
        [
            ("She spoke on Thursday.", "on Thursday", "2023-12-21"),
            ("She spoke Tuesday.", "Tuesday", "2023-12-19"),
            ("They lost last Sunday’s vote.", "last Sunday’s", "2023-12-17"),
            ("They lost last Thursday's vote.", "last Thursday's", "2023-12-14"),
            ("Police came early Monday morning.", "early Monday morning", "2023-12-18"),
            ("He will speak on Friday.", "on Friday", "2023-12-22"),
            ("In the local vote scheduled for Sunday, two run.", "for Sunday", "2023-12-24"),
            ("The council is to be dissolved on Monday.", "on Monday", "2023-12-25"),
            ("Parties rallied ahead of Sunday’s vote.", "Sunday’s", "2023-12-24"),
            ("On Saturday, lawmakers will return.", "On Saturday", "2023-12-23"),
            ("See you next Monday.", "next Monday", "2023-12-25"),
            ("The mayor said on Tuesday that taxes will fall.", "on Tuesday", "2023-12-19"),
            ("The mayor, who will resign, spoke on Monday.", "on Monday", "2023-12-18"),
            ("The Kremlin on Monday said it would wait.", "on Monday", "2023-12-18"),
            (
                "It was open Monday to Wednesday.",
                "Monday to Wednesday",
                "2023-12-18/2023-12-20",
            ),
            ("It rained this past Sunday.", "this past Sunday", "2023-12-17"),
        ],
    )
    def test_a_weekday_is_the_last_one_unless_its_clause_looks_ahead(
        self, text: str, words: str, edtf: str
    ) -> None:
        assert told(text) == [(words, edtf)]

    def test_since_leaves_the_end_open_and_until_the_beginning(self) -> None:
        since, until = read("They have marched since Monday. Roads stay shut until Friday.")
        assert (since.edtf, since.role) == ("2023-12-18/..", "since")
        assert (until.edtf, until.role) == ("../2023-12-22", "until")

    @pytest.mark.parametrize(
        ("text", "edtf"),
        [
            ("They met during last weekend’s fair.", "2023-12-16/2023-12-17"),
            ("Hundreds protested on the weekend.", "2023-12-16/2023-12-17"),
            ("The party will meet this weekend.", "2023-12-23/2023-12-24"),
            ("The party will meet next weekend.", "2023-12-23/2023-12-24"),
        ],
    )
    def test_a_weekend_is_saturday_and_sunday(self, text: str, edtf: str) -> None:
        assert [each.edtf for each in read(text)] == [edtf]

    def test_without_a_day_of_publication_a_weekday_keeps_only_its_bounds(self) -> None:
        (found,) = read("The vote is scheduled for Sunday.", UNKNOWN)
        assert (found.edtf, found.basis) == ("", "unknown")
        assert found.note == "a Sunday, within a week after the report"


class TestRelativeTimes:
    @pytest.mark.parametrize(
        ("text", "words", "edtf"),
        [
            ("The court sat today.", "today", "2023-12-21"),
            ("The court sat yesterday morning.", "yesterday morning", "2023-12-20"),
            ("The court sits tomorrow.", "tomorrow", "2023-12-22"),
            ("The court sat last night.", "last night", "2023-12-20"),
            ("The court sat the day before yesterday.", "the day before yesterday", "2023-12-19"),
            ("They left last month.", "last month", "2023-11"),
            ("They left after last month’s vote.", "last month’s", "2023-11"),
            ("They left earlier this month.", "earlier this month", "2023-12"),
            ("They left last year.", "last year", "2022"),
            ("They left last week.", "last week", "2023-12-11/2023-12-17"),
            ("They left earlier this week.", "earlier this week", "2023-12-18/2023-12-21"),
            ("They left three days ago.", "three days ago", "2023-12-18"),
            ("They left two weeks ago.", "two weeks ago", "2023-12-07~"),
            ("They left five years ago.", "five years ago", "2018"),
            ("They left nearly a decade ago.", "nearly a decade ago", "2013~"),
            (
                "Rain fell over the past two days.",
                "over the past two days",
                "2023-12-19/2023-12-21",
            ),
        ],
    )
    def test_it_is_counted_from_the_day_of_publication(
        self, text: str, words: str, edtf: str
    ) -> None:
        assert told(text) == [(words, edtf)]

    def test_days_in_a_row_that_still_go_on_end_with_the_report(self) -> None:
        (found,) = read("Marches have been held nine days in a row.")
        assert (found.edtf, found.role) == ("2023-12-13/2023-12-21", "frequency")

    def test_days_in_a_row_of_the_past_are_only_a_number(self) -> None:
        (found,) = read("It rained nine days in a row.")
        assert (found.edtf, found.role) == ("", "frequency")

    @pytest.mark.parametrize(
        "text",
        [
            "They marched for three days.",
            "She went on a two-week fast.",
            "It was the sixth anniversary of the fire.",
            "It has been so for decades.",
        ],
    )
    def test_a_length_is_no_date(self, text: str) -> None:
        (found,) = read(text)
        assert (found.edtf, found.role) == ("", "for")

    @pytest.mark.parametrize("text", ["They left two days later.", "They left the following day."])
    def test_what_counts_from_another_day_is_left_open(self, text: str) -> None:
        (found,) = read(text)
        assert (found.edtf, found.note) == ("", "counted from another day in the text")


class TestElectionDay:
    def test_it_is_the_one_day_on_which_the_text_lets_a_vote_take_place(self) -> None:
        text = (
            "Last Sunday’s parliamentary and local election was calm. Buses came on election day."
        )
        assert read(text)[-1].edtf == "2023-12-17"
        assert read(text)[-1].basis == "resolved"

    def test_two_votes_leave_it_open(self) -> None:
        text = "A vote was held on December 3. The vote on December 17 came on election day."
        text += " The election was held on December 17."
        assert read(text)[2].edtf == ""

    def test_no_vote_leaves_it_open(self) -> None:
        assert told("Buses came on election day.") == [("on election day", "")]


class TestWhatOnlyLooksLikeATime:
    @pytest.mark.parametrize(
        "text",
        [
            "The Sunday Times wrote of it.",
            "The Super Tuesday states vote early.",
            "She watches Saturday Night Live.",
            "There were votes in 2,000 places.",
            "There were votes in 2000 polling stations.",
            "It may rain, and May Jones said so.",
            "They march; the March was long.",
            "He came second, she third.",
            "Between 100 and 250 people came.",
            "A 7-Eleven stands there.",
            "About 1945 voters were asked by phone, and 2010 said no.",
            "It is 2023.5 metres, $2015, 1,999 and 20235 units.",
            "Flight 31 February is not a day, nor is 2023-02-31.",
            "On 31.02.2023 and on December 17, 9999, nothing happened.",
            "On February 30 nothing happened.",
            "The Sept. 11 attacks are remembered.",
            "In today’s world all is quick, as “This Week” showed.",
            "USA Today had it.",
            "I make an hour running a machine.",
        ],
    )
    def test_it_is_not_found(self, text: str) -> None:
        assert told(text) == []

    def test_a_number_of_people_after_a_day_is_not_its_year(self) -> None:
        assert told("On December 17, 2000 people marched.") == [("On December 17", "2023-12-17")]

    def test_a_child_of_ten_is_no_length_of_time(self) -> None:
        assert told("A 10-year-old boy sang.") == []


class TestATextOfPosts:
    POSTS = "2023-12-12 18:00\nThey met on Monday.\n2023-12-11 09:30\nThey met on Monday.\n"

    def test_has_a_day_for_each(self) -> None:
        assert told(self.POSTS) == [("on Monday", "2023-12-11"), ("on Monday", "2023-12-11")]
        later = self.POSTS.replace("2023-12-12", "2023-12-19")
        assert told(later) == [("on Monday", "2023-12-18"), ("on Monday", "2023-12-11")]

    def test_is_one_of_several_days(self) -> None:
        one_day = self.POSTS.replace("2023-12-11", "2023-12-12")
        assert ("on Monday", "2023-12-18") in told(one_day)


class TestHostileText:
    @pytest.mark.parametrize(
        "text",
        [
            "on " * 60_000,
            "Monday " * 10_000,
            "the " * 50_000 + "17th",
            "December " * 10_000,
            "1" * 200_000,
            "12." * 60_000,
            "2023-12-" * 25_000,
            " " * 200_000 + "on" + " " * 200_000 + "Monday",
            "for the last " * 20_000,
            "election was held on " * 10_000,
            "two " * 50_000 + "weeks ago",
            "\u202e\u0000" * 50_000 + "on Monday",
        ],
    )
    def test_reading_comes_to_an_end(self, text: str) -> None:
        # A pattern that tries every way to match would not come back from these.
        assert all(0 <= each.start < each.end <= len(text) for each in read(text))
        times.published_in(text)

    def test_findings_stand_in_order_and_apart(self) -> None:
        text = (
            "On Sunday, December 17, 2023, in 2018, since last month, two weeks ago on the weekend,"
            " nine days in a row for two days by next Friday in summer 2014 on election day."
        )
        found = read(text)
        assert len(found) >= 9
        assert all(a.end <= b.start for a, b in pairwise(found))

    def test_every_finding_is_a_date_that_can_be_kept(self) -> None:
        for each in read("Since 2018, until May, on Monday, last week, two weeks ago, the 1990s."):
            assert dates.when(each.edtf, each.basis).edtf == each.edtf
