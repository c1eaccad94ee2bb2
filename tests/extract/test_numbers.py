"""Numbers in a text, by example: what is read, how exactly it is meant, what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.patience import patience
from tui.extract.languages.en.figures import numbers
from tui.extract.languages.en.figures.numbers import Number


def read(text: str) -> list[Number]:
    return numbers.find(text, 0, len(text))


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Each number as its passage, comparator, value and unit."""
    return [
        (text[number.start : number.end], number.comparator, number.value, number.unit)
        for number in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The list took 27 towns", "27"),
        ("The list took 1,008 towns", "1008"),
        ("The list took 40 000 ballots", "40000"),
        ("The list took 1\u00a0250\u00a0000 ballots", "1250000"),
        ("The list took 1.4 million ballots", "1400000"),
        ("The list took 3.50 of them", "3.5"),
        ("Nine towns voted", "9"),
        ("Thirty towns voted", "30"),
        ("Twenty-five towns voted", "25"),
        ("Three hundred towns voted", "300"),
        ("Two hundred and six towns voted", "206"),
        ("Twelve thousand three hundred towns voted", "12300"),
        ("Two dozen towns voted", "24"),
        ("A dozen towns voted", "12"),
        ("A million ballots were printed", "1000000"),
        ("Half a million ballots were printed", "500000"),
        ("Two and a half million ballots were printed", "2500000"),
        ("The town printed 18million ballots", "18000000"),
        ("The town printed 2bn ballots", "2000000000"),
    ],
)
def test_digits_and_words_have_a_plain_decimal_value(text: str, value: str) -> None:
    assert [number.value for number in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A quarter of the towns", "0.25"),
        ("One third of the towns", "0.3333"),
        ("Two-thirds of the towns", "0.6667"),
        ("Half of the towns", "0.5"),
        ("Half the towns", "0.5"),
        ("Three in ten towns", "0.3"),
        ("Nine out of 10 towns", "0.9"),
    ],
)
def test_a_fraction_is_a_share_of_one(text: str, value: str) -> None:
    assert [(number.value, number.form) for number in read(text)] == [(value, "fraction")]


@pytest.mark.parametrize(
    ("text", "comparator", "value"),
    [
        ("dozens gathered", ">", "12"),
        ("hundreds gathered", ">", "100"),
        ("thousands gathered", ">", "1000"),
        ("several thousand gathered", ">", "1000"),
        ("tens of thousands gathered", ">", "10000"),
        ("hundreds of thousands gathered", ">", "100000"),
        ("a couple of hundred gathered", "~", "200"),
    ],
)
def test_a_plural_says_only_what_it_exceeds(text: str, comparator: str, value: str) -> None:
    (number,) = read(text)
    assert (number.comparator, number.value, number.form) == (comparator, value, "plural")


@pytest.mark.parametrize(
    ("text", "passage", "comparator"),
    [
        ("It won 46 towns", "46", "="),
        ("It won some 46 towns", "some 46", "~"),
        ("It won about 46 towns", "about 46", "~"),
        ("It won around 46 towns", "around 46", "~"),
        ("It won roughly 46 towns", "roughly 46", "~"),
        ("It won nearly 46 towns", "nearly 46", "~"),
        ("It won almost 46 towns", "almost 46", "~"),
        ("It won approximately 46 towns", "approximately 46", "~"),
        ("It won an estimated 46 towns", "an estimated 46", "~"),
        ("It won 46 or so towns", "46 or so", "~"),
        ("It won up to 46 towns", "up to 46", "<="),
        ("It won no more than 46 towns", "no more than 46", "<="),
        ("It won at least 46 towns", "at least 46", ">="),
        ("It won no fewer than 46 towns", "no fewer than 46", ">="),
        ("It won 46 or more towns", "46 or more", ">="),
        ("It won more than 46 towns", "more than 46", ">"),
        ("It won over 46 towns", "over 46", ">"),
        ("It won just over 46 towns", "just over 46", ">"),
        ("It won fewer than 46 towns", "fewer than 46", "<"),
        ("It won less than 46 towns", "less than 46", "<"),
        ("It won under 46 towns", "under 46", "<"),
    ],
)
def test_the_words_before_say_how_exactly_it_is_meant(
    text: str, passage: str, comparator: str
) -> None:
    assert told(text) == [(passage, comparator, "46", "")]


@pytest.mark.parametrize(
    ("text", "passage", "value", "unit"),
    [
        ("It won 46.72% of votes", "46.72%", "46.72", "percent"),
        ("It won 46,72% of votes", "46,72%", "46.72", "percent"),
        ("It won 46 per cent of votes", "46 per cent", "46", "percent"),
        ("It won 23.5 percent of votes", "23.5 percent", "23.5", "percent"),
        ("It won 46 pct of votes", "46 pct", "46", "percent"),
        ("Thirty-one percent of votes", "Thirty-one percent", "31", "percent"),
        ("It fell by 5 percentage points", "5 percentage points", "5", "points"),
        ("It fell by 5 points", "5 points", "5", "points"),
        ("It fell by one-half of 1 percent", "one-half of 1 percent", "0.5", "percent"),
        ("It cost $1.5 million", "$1.5 million", "1500000", "USD"),
        ("It cost €40m", "€40m", "40000000", "EUR"),
        ("It cost 20 million dinars", "20 million dinars", "20000000", "RSD"),
        ("It cost millions of dollars", "millions of dollars", "1000000", "USD"),
    ],
)
def test_a_number_has_the_unit_that_stands_with_it(
    text: str, passage: str, value: str, unit: str
) -> None:
    assert [(each[0], each[2], each[3]) for each in told(text)] == [(passage, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "It won between 40 and 45 percent",
        "It won 40 to 45 percent",
        "It won 40-45%",
        "It won 40–45 per cent",
    ],
)
def test_a_range_is_its_two_bounds(text: str) -> None:
    low, high = read(text)
    assert (low.value, low.comparator, low.unit) == ("40", ">=", "percent")
    assert (high.value, high.comparator, high.unit) == ("45", "<=", "percent")
    assert low.end == high.end
    assert low.start < high.start


def test_a_range_shares_its_million() -> None:
    assert [number.value for number in read("between 4 and 5 million people")] == [
        "4000000",
        "5000000",
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Ana led Bo 44 to 40 percent", ["44", "40"]),
        ("Ana trailed Bo 40 to 44 percent", ["40", "44"]),
        ("Ana beat Bo, 46 percent to 44 percent", ["46", "44"]),
        ("It rose from 40 to 45 percent", ["40", "45"]),
        ("They have 46 and 44 percent", ["46", "44"]),
    ],
)
def test_two_sides_or_two_times_are_no_range(text: str, values: list[str]) -> None:
    found = read(text)
    assert [number.value for number in found] == values
    assert {number.comparator for number in found} == {"="}
    assert {number.unit for number in found} == {"percent"}


@pytest.mark.parametrize(
    "text",
    [
        "It was held on December 17, 2023",
        "It was held on 17 December and on Dec. 24",
        "It was held on December the 30th",
        "It was held on 17.12.2023 or 2023-12-17",
        "It opened at 7 a.m. and closed at 20:00",
        "It was held in 2008, and in the 1990s",
        "It was held in the season of 2015-16",
        "The 47-year-old Petar Ilic, 47, voted",
        "Voters aged 18 to 29 stayed away",
        "Call 555-1234 or +381 11 555 1234",
        "It was agreed (No. 3) in Article 5 of Resolution 1244",
        "A two-week strike, a 95-minute talk",
        "They lost by 2-1 and by 5-to-4",
        "The 3rd party and the 19th-century town",
        "It flew an F-16 under COVID-19 rules",
        "One of the leaders, and no one else",
        "A third party in the third quarter, the second half of the year",
        "1. The first point",
        "It happened in room (12) [3]",
    ],
)
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert told(text) == []


def test_a_year_is_a_number_only_where_something_is_counted() -> None:
    assert told("Some 1500 protesters came in 2016 people say") == [("Some 1500", "~", "1500", "")]


def test_absurd_numbers_neither_crash_nor_count() -> None:
    assert told("999999999999 % of it")[0][2] == "999999999999"
    assert told(f"{'9' * 400} % of it") == []
    assert told("٤٦٪ of it") == []
    assert told("0" * 50) == []
    assert told("192.168.1.1 and 1.2.3") == []


def test_only_the_asked_stretch_is_read() -> None:
    text = "First 11 then 22 then 33"
    assert [number.value for number in numbers.find(text, 8, 18)] == ["22"]


@given(st.text(alphabet="0123456789 ,.-–/:%$()andtofhuresm\n'’٤Ж", max_size=80))
def test_any_text_is_read_without_harm(text: str) -> None:
    for number in read(text):
        assert 0 <= number.start <= number.at < number.stop <= number.end <= len(text)
        float(number.value)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 000 ", "one ", "hundred and ", "five hundred ", "9-", "12/", "\n", "'9"]
)
def test_long_runs_are_read_in_time_that_grows_with_them(piece: str) -> None:
    text = piece * (40_000 // len(piece))
    with patience(20):
        read(text)
