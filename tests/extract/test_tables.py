"""Where the cells of a text's tables stand, and what is no table."""

from __future__ import annotations

import pytest

from tui.extract.text import tables


def cells(text: str) -> list[list[list[str]]]:
    """The lines of each table, its heads first, in the words of their cells."""
    return [
        [[text[slice(*cell)] for cell in row] for row in (*table.heads, *table.rows)]
        for table in tables.find(text)
    ]


PLAIN = [["Party", "Votes", "Seats"], ["Blue", "1,204", "3"], ["Green", "980", "2"]]


@pytest.mark.parametrize(
    "text",
    [
        "Party\tVotes\tSeats\nBlue\t1,204\t3\nGreen\t980\t2",
        "Party\tVotes\tSeats\r\nBlue\t1,204\t3\r\nGreen\t980\t2\r\n",
        "Results:\n\nParty\tVotes\tSeats\n\nBlue\t1,204\t3\n\nGreen\t980\t2\n\nThat is all.",
        "| **Party** | Votes | Seats |\n|:---|---:|---:|\n| Blue | 1,204 | 3 |\n| Green | 980 | 2",
        "Party | Votes | Seats\nBlue | 1,204 | 3\nGreen | 980 | 2",
        "Party;Votes;Seats\nBlue;1,204;3\nGreen;980;2",
        "Party    Votes  Seats\n------------------\nBlue     1,204  3\nGreen    980    2",
    ],
)
def test_are_parted_by_whatever_sign(text: str) -> None:
    assert cells(text) == [PLAIN]


def test_a_cell_that_is_left_out_is_empty() -> None:
    found = cells("Party\tVotes\tSeats\nBlue\t1,204\nGreen\t\t2")
    assert found == [[PLAIN[0], ["Blue", "1,204", ""], ["Green", "", "2"]]]


def test_a_corner_that_is_left_out_is_empty() -> None:
    assert cells("Blue\tGreen\nBrod\t12 %\t9 %\nLom\t8 %\t7 %")[0][0] == ["", "Blue", "Green"]


def test_a_head_stands_above_as_many_columns_as_there_are() -> None:
    found = cells("Town\tBlue\tGreen\nVotes\t%\tVotes\t%\nBrod\t120\t40\t90\t30")
    assert found[0][:2] == [
        ["Town", "Blue", "Blue", "Green", "Green"],
        ["", "Votes", "%", "Votes", "%"],
    ]


def test_bars_at_the_ends_part_no_cells_and_empty_ones_are_kept() -> None:
    found = cells("| Town | Blue |  | \n|---|---|---|\n|  | Votes | % | \n| Brod | 120 | 40 | \n")
    assert found == [[["Town", "Blue", ""], ["", "Votes", "%"], ["Brod", "120", "40"]]]


def test_years_head_columns() -> None:
    assert cells("Party\t2024\t2020\nBlue\t12 %\t9 %")[0][0] == ["Party", "2024", "2020"]


def test_one_below_another_has_a_head_of_its_own() -> None:
    text = "Party\tSeats\nBlue\t3\nParty\tShare\nBlue\t12 %"
    assert cells(text) == [
        [["Party", "Seats"], ["Blue", "3"]],
        [["Party", "Share"], ["Blue", "12 %"]],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor won; the list lost; 12 seats are left; all is well.",
        "By Ana Simic | Reuters\nUpdated 12:30 | 3 May 2025\nHome | News | Sport",
        "He left.   She stayed.\nThey had 12 seats.   All knew.",
        "\tA paragraph that begins with a tab.\n\tAnother one, of 12 words.",
        "Blue\t12 %\nGreen\t9 %",
        "Ana Simic\tBlue List",
    ],
)
def test_nothing_else_is_one(text: str) -> None:
    assert cells(text) == []
