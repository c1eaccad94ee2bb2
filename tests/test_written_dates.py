"""Days as people write them in full, in a text, in a file's name, in an address."""

from __future__ import annotations

import pytest

from tui.written_dates import day_in_address, day_in_name, day_of, written_days


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-14", "2024-03-14"),
        ("2024-03-14T23:30:00-05:00", "2024-03-14"),
        ("2024-3-4", "2024-03-04"),
        ("2024/03/14", "2024-03-14"),
        ("20240314", "2024-03-14"),
        ("14.03.2024", "2024-03-14"),
        ("14. 3. 2024.", "2024-03-14"),
        ("03.06.24", "2024-06-03"),
        ("14/03/2024", "2024-03-14"),
        ("03/14/2024", "2024-03-14"),
        ("03/03/2024", "2024-03-03"),
        ("14 March 2024", "2024-03-14"),
        ("14 Mar 2024", "2024-03-14"),
        ("14-Mar-2024", "2024-03-14"),
        ("March 14th, 2024", "2024-03-14"),
        ("MARCH 14, 2024", "2024-03-14"),
        ("Thu, 14 Mar 2024 23:30:00 GMT", "2024-03-14"),
        ("Thursday March 14 2024", "2024-03-14"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("5. maj 2016.", "2016-05-05"),
        ("17. decembra 2023.", "2023-12-17"),
        ("17. децембар 2023.", "2023-12-17"),
        ("4. listopada 2023.", "2023-10-04"),
        ("December 18, 20239:12 AM", "2023-12-18"),
    ],
)
def test_a_value_that_begins_with_a_day_tells_it(value: str, day: str) -> None:
    assert day_of(value) == day


@pytest.mark.parametrize(
    "value",
    ["", "soon", "March 2024", "03/06/2024", "31 February 2024", "2024-13-01", "12 March 20244"],
)
def test_what_is_no_day_or_may_be_two_is_none(value: str) -> None:
    assert day_of(value) == ""


def test_a_text_may_write_several_days() -> None:
    text = "From 3 June 2024 to July 4, 2024, or 05/06/2024."
    found = [(text[each.start : each.end], each.day) for each in written_days(text)]
    assert found == [
        ("3 June 2024", "2024-06-03"),
        ("July 4, 2024", "2024-07-04"),
        ("05/06/2024", ""),
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("lake_2024-06-03_bridge-opens.txt", "2024-06-03"),
        ("20240603 bridge.md", "2024-06-03"),
        ("bridge 03.06.2024.txt", "2024-06-03"),
        ("2024-06-03 copy of 2024-06-03.txt", "2024-06-03"),
        ("2024-06-03 to 2024-06-04.txt", ""),
        ("bridge-1234567890123.txt", ""),
        ("bridge.txt", ""),
    ],
)
def test_a_files_name_may_have_one(name: str, day: str) -> None:
    assert day_in_name(name) == day


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://lake.example/news/2024/06/03/bridge", "2024-06-03"),
        ("https://lake.example/world/2024/jun/03/bridge-opens", "2024-06-03"),
        ("https://lake.example/bridge-opens-20240603", "2024-06-03"),
        ("https://lake.example/2024-06-03/bridge?on=2020-01-01", "2024-06-03"),
        ("https://lake.example/2024/06/bridge", "2024-06"),
        ("https://lake.example/2024/99/bridge", ""),
        ("https://lake.example/bridge", ""),
        ("", ""),
    ],
)
def test_an_address_may_have_one(address: str, day: str) -> None:
    assert day_in_address(address) == day
