"""The day of a report, and how sure it is."""

from __future__ import annotations

import pytest

from tests.extract.test_times import read, told
from tui import dates, extract
from tui.extract.languages.en import times


class TestHowSureTheReportIsDated:
    def test_a_curated_day_of_publication_makes_what_rests_on_it_curated(self) -> None:
        published = dates.when("2024-01-16", "curated")
        rally, killing = read("They rallied on Tuesday. He was shot in 2018.", published)
        assert (rally.edtf, rally.basis) == ("2024-01-16", "curated")
        assert (killing.edtf, killing.basis) == ("2018", "stated")

    def test_a_span_gives_a_day_where_every_day_of_it_gives_the_same(self) -> None:
        week = dates.when("2025-10-06/2025-10-11", "curated")
        assert told("The vote is scheduled for Sunday.", week) == [("for Sunday", "2025-10-12")]

    def test_a_span_gives_the_month_where_its_days_differ(self) -> None:
        week = dates.when("2025-10-06/2025-10-11", "curated")
        (found,) = read("She left yesterday.", week)
        assert (found.edtf, found.note) == ("2025-10", "between 2025-10-05 and 2025-10-10")

    def test_a_span_gives_nothing_where_not_even_the_year_is_the_same(self) -> None:
        (found,) = read("She left yesterday.", dates.when("2024-01", "curated"))
        assert (found.edtf, found.basis) == ("", "unknown")
        assert found.note == "between 2023-12-31 and 2024-01-30"

    def test_an_uncertain_day_makes_uncertain_only_what_hangs_on_it(self) -> None:
        doubtful = dates.when("2023-12-26?", "inferred")
        text = "Marches have been held nine days in a row since the vote of December 17."
        assert [each.edtf for each in read(text, doubtful)] == [
            "2023-12-18?/2023-12-26?",
            "2023-12-17",
        ]

    @pytest.mark.parametrize("edtf", ["2023-12-26/..", "199X", "0001-01-01", "9999-12-31"])
    def test_odd_dates_of_publication_do_no_harm(self, edtf: str) -> None:
        text = "On Sunday, two days ago, 99 years ago, last month, next weekend, in a week. May 5."
        for found in read(text, dates.when(edtf, "stated")):
            dates.when(found.edtf, found.basis)


class TestTheDateOfTheReport:
    @pytest.mark.parametrize(
        ("text", "words", "day"),
        [
            (" date 2023-12-21 The group met on Monday.", "date 2023-12-21", "2023-12-21"),
            ("Title\n\nAna Weaver | 10.05.2022\n\nText.", "10.05.2022", "2022-05-10"),
            (
                "Title\nA. Weaver  | 25.12.2023 - Update : 25.12.2023\nText.",
                "25.12.2023 - Update : 25.12.2023",
                "2023-12-25",
            ),
            (
                "Title\nPublished: December 21, 2023\nText.",
                "Published: December 21, 2023",
                "2023-12-21",
            ),
            (
                "Title\n21 December 2023, 14:05 GMT\nText.",
                "21 December 2023, 14:05 GMT",
                "2023-12-21",
            ),
            ("Title\n2023-12-21T10:00:00Z\nText.", "2023-12-21T10:00:00Z", "2023-12-21"),
            ("BELGRADE, December 21, 2023 - They met.", "December 21, 2023", "2023-12-21"),
            ("Title\nDec. 21\nText.\n© 2023 River Gazette", "Dec. 21", "2023-12-21"),
            ("Title\nFriday, Dec. 21\nIt was so in 2021, not in 2022.", "", ""),
            (
                "Title\nThursday, Dec. 21\nThe vote of 2022 was close.",
                "Thursday, Dec. 21",
                "2023-12-21",
            ),
            ("BROD, Dec. 21 (LNA) - They met.\nCopyright LNA 2023", "Dec. 21", "2023-12-21"),
        ],
    )
    def test_it_is_read_from_the_head_of_the_text(self, text: str, words: str, day: str) -> None:
        found = times.published_in(text)
        if not day:
            assert found is None
            return
        assert found is not None
        assert text[found[0].start : found[0].end] == words
        assert found[1] == day

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "They met on December 21, 2023, and left.",
            "Published in 2018, the book sold well.",
            "Posted on December 17, 2023, the film shows a crowd.",
            "date 2023-02-31 The group met.",
            "\n".join(["A line."] * 20 + ["25.12.2023"] + ["A line."] * 20),
        ],
    )
    def test_a_date_in_the_story_is_not_that_of_the_report(self, text: str) -> None:
        assert times.published_in(text) is None

    def test_it_is_no_time_of_an_event(self) -> None:
        assert told(" date 2023-12-21 The group met on Monday.") == [("on Monday", "2023-12-18")]

    @pytest.mark.parametrize("agency", ["", "(LNA) "])
    def test_a_dateline_ends_before_the_lead(self, agency: str) -> None:
        text = (
            "Leaders end their strikes\n\n"
            f"BROD, Dec 31, 2023 {agency}- Three more leaders of the miners have ended their hunger"
            " strikes, which were launched to demand the annulment of the general elections held"
            " earlier this month.\n"
        )
        titles = [event.title for event in extract.read("report.txt", text).events]
        assert "Three more leaders of the miners have ended their hunger strikes" in titles

    def test_a_dateline_is_no_time_of_an_event(self) -> None:
        assert told("BELGRADE, Dec 25 (Reuters) - They met on Monday.") == [
            ("on Monday", "2023-12-18")
        ]
