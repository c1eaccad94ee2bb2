"""Dates: what they span, and how they read."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from itertools import cycle

import pytest
from edtf import parse_edtf

from tui import dates
from tui.model import Anchor, When


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2023-12-17", "2023-12-17", "2023-12-17"),
        ("2023-12", "2023-12-01", "2023-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2023-12-XX", "2023-12-01", "2023-12-31"),
        ("2023-12-26?", "2023-12-26", "2023-12-26"),
        ("2023-12~", "2023-12-01", "2023-12-31"),
        ("2023-12-16/2023-12-17", "2023-12-16", "2023-12-17"),
        ("2023-12-16/2023-12", "2023-12-16", "2023-12-31"),
        ("2023-12-18/..", "2023-12-18", ""),
        ("2023-12-18?/..", "2023-12-18", ""),
        ("2023-12-18/", "2023-12-18", ""),
        ("../2024-01", "", "2024-01-31"),
        ("/2024", "", "2024-12-31"),
        ("2012-22", "2012-06-01", "2012-08-31"),
    ],
)
def test_a_date_spans_its_days(edtf: str, earliest: str, latest: str) -> None:
    found = dates.when(edtf, "stated")
    assert (found.earliest, found.latest) == (earliest, latest)
    assert found.basis == "stated"


@pytest.mark.parametrize(
    "edtf",
    [
        "2023-02-31",
        "2023-13",
        "2023-00-10",
        "0000",
        "17 December 2023",
        "2023-12-20/2023-12-10",
        "../..",
        "/",
        "..",
        "2023-12-17/2023-12-18/2023-12-19",
        "[2023,2024]",
        "2023-1X",
        "Y17000000002",
        "２０２３",
        " 2023",
        "2023\n",
        "9" * 100_000,
    ],
)
def test_what_is_no_date_of_level_0_or_1_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match="not an EDTF date"):
        dates.when(edtf, "stated")


@pytest.mark.parametrize(
    ("edtf", "first"),
    [
        ("2023-12-18/2023-12-24", "2023-12-16"),
        ("2023-12-18~", "2023-12-16"),
        ("2023-12-18", "2023-12-18"),
        ("2023-12", "2023-12-01"),
        ("../2023-12-18", ""),
    ],
)
def test_last_week_may_begin_with_the_weekend_before_it(edtf: str, first: str) -> None:
    assert dates.roughly(edtf) == (first, dates.bounds(edtf)[1])


def test_an_unknown_date_stays_unknown_and_keeps_its_passage_and_note() -> None:
    anchor = Anchor("a", 3, 9)
    found = dates.when("", "resolved", anchor, "a Sunday")
    assert found == When("", "unknown", anchor, "a Sunday")
    assert not found.known


def test_the_possible_days_of_a_date_are_listed() -> None:
    assert dates.days(dates.when("2023-12-16/2023-12-17", "stated")) == (
        date(2023, 12, 16),
        date(2023, 12, 17),
    )
    assert dates.days(When("2023-12-26?")) == (date(2023, 12, 26),)
    assert len(dates.days(dates.when("2024", "stated"))) == 366


@pytest.mark.parametrize("edtf", ["", "2023-12-18/..", "../2023", "199X"])
def test_open_wide_and_unknown_dates_list_no_days(edtf: str) -> None:
    assert dates.days(dates.when(edtf, "stated")) == ()


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2023-12-17", "day"),
        ("2023-12-17?", "day"),
        ("2023-12", "month"),
        ("2023-12-XX", "month"),
        ("2023", "year"),
        ("2023~", "year"),
        ("2023-XX", "year"),
        ("199X", "span"),
        ("2012-21", "span"),
        ("2023-12-16/2023-12-17", "span"),
        ("2023-12-18/..", "span"),
        ("", "unknown"),
        ("soon", "unknown"),
    ],
)
def test_a_date_says_how_finely_it_is_known(edtf: str, precision: str) -> None:
    assert dates.precision(edtf) == precision


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("", "undated"),
        ("2023-12-17", "Sun 17 Dec 2023"),
        ("2023-12", "December 2023"),
        ("2018", "2018"),
        ("2018~", "about 2018"),
        ("2023-12-26?", "Tue 26 Dec 2023 (uncertain)"),
        ("2023-12-26%", "about Tue 26 Dec 2023 (uncertain)"),
        ("2023-12-16/2023-12-17", "16–17 Dec 2023"),
        ("2023-11-28/2023-12-03", "28 Nov – 3 Dec 2023"),
        ("2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024"),
        ("2023-12-18?/2023-12-26?", "18–26 Dec 2023 (uncertain)"),
        ("2023-12-07~/2023-12-08", "about 7–8 Dec 2023"),
        ("2023-10/2023-12", "October–December 2023"),
        ("2023-12/2024-01", "December 2023 – January 2024"),
        ("2018/2023", "2018–2023"),
        ("2023-12-16/2024", "Sat 16 Dec 2023 – 2024"),
        ("2023-12-18/..", "since Mon 18 Dec 2023"),
        ("2023-12-18/", "since Mon 18 Dec 2023"),
        ("../2024-01", "until January 2024"),
        ("199X", "the 1990s"),
        ("18XX", "1800 to 1899"),
        ("2012-21", "spring 2012"),
        ("2023-12-XX", "December 2023 (day unknown)"),
        ("2023-XX", "2023 (month unknown)"),
        ("2023-02-31", "2023-02-31"),
        ("nonsense", "nonsense"),
        ("../..", "../.."),
    ],
)
def test_a_date_reads_as_people_write_it(edtf: str, words: str) -> None:
    assert dates.readable(edtf) == words


def test_reading_dates_aloud_needs_no_edtf_library() -> None:
    code = (
        "import sys; from tui import dates; dates.readable('2023-12-17/..');"
        "dates.precision('2018'); assert 'edtf' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_plain_dates_need_no_edtf_library() -> None:
    code = (
        "import sys; from tui import dates;"
        "[dates.bounds(e) for e in ('2023-12-17', '2023-12', '2023', '2023/2024-02', '2023/..',"
        "'199X', '19XX', '2016-22', '2023-12-XX', '2023-XX')];"
        "assert 'edtf' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_season_of_a_hemisphere_is_read_where_warnings_are_errors() -> None:
    code = "from tui import dates; print(*dates.bounds('2012-25'))"
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], check=True, capture_output=True, text=True
    )
    assert (ran.stdout, ran.stderr) == ("2012-03-01 2012-05-31\n", "")


@pytest.mark.parametrize("years", ["001X", "010X", "199X", "202X", "999X", "01XX", "19XX", "99XX"])
def test_decades_and_centuries_span_the_days_that_the_library_says(years: str) -> None:
    parsed = parse_edtf(years)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    assert dates.bounds(years) == (date(*first[:3]).isoformat(), date(*last[:3]).isoformat())


@pytest.mark.parametrize("edtf", ["000X", "00XX"])
def test_decades_before_the_first_year_are_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match="not an EDTF date"):
        dates.bounds(edtf)


@pytest.mark.parametrize("year", ["0001", "1900", "2000", "2023", "2024", "9999"])
def test_plain_dates_and_seasons_span_the_days_that_the_library_says(year: str) -> None:
    months = [f"{year}-{month:02}" for month in range(1, 13)]
    days = [f"{month}-28{mark}" for month, mark in zip(months, cycle(("", *"?~%")), strict=False)]
    seasons = [f"{year}-{season}" for season in dates.SEASONS]
    masked = [f"{year}-XX", f"{year}-XX~", f"{year}-XX-XX", *(f"{month}-XX" for month in months)]
    for edtf in [year, f"{year}~", *months, *days, *seasons, *masked]:
        parsed = parse_edtf(edtf)
        first, last = parsed.lower_strict(), parsed.upper_strict()
        assert dates.bounds(edtf) == (date(*first[:3]).isoformat(), date(*last[:3]).isoformat())
