"""Results of a part of the voters are no results of the whole."""

from __future__ import annotations

import pytest

from tui.extract import pipeline

LEAD = (
    "Votes counted in Tarovia\n\nMarch 13, 2024\n\nThe Civic Renewal of Prime Minister Goran Halas"
    " led the count in the parliamentary election in Tarovia. The opposition Future Coalition of"
    " Irena Voss was second.\n\n"
)

PARTS = [
    ("Civic Renewal won 45 percent in the capital.", ["the capital"]),
    ("In the capital, Civic Renewal won 45 percent of the vote.", ["the capital"]),
    (
        "In the northern district of Vardane, Future Coalition took 52 percent of the vote.",
        ["the northern district of Vardane"],
    ),
    ("Future Coalition took 52 percent of the vote in Vardane, a northern town.", ["Vardane"]),
    ("It was close in Vardane, where Future Coalition took 52 percent.", ["Vardane"]),
    ("Abroad, the Future Coalition won 61 percent of the vote.", ["abroad"]),
    ("The Future Coalition won 61 percent of votes cast abroad.", ["abroad"]),
    ("Among voters under 30, Future Coalition has 55 percent support.", ["voters under 30"]),
    (
        "In Vardane, Civic Renewal won 45 percent of the vote. Future Coalition took 30 percent.",
        ["Vardane", "Vardane"],
    ),
    (
        "In Vardane, Civic Renewal won 45 percent of the vote. Nationwide it took 30 percent.",
        ["Vardane", ""],
    ),
    ("Turnout was highest in Vardane, at 61 percent.", ["Vardane"]),
    ("Turnout was 61 percent, and in Vardane 48 percent.", ["", "Vardane"]),
    (
        "Civic Renewal won 45 percent in the capital and 31 percent of the vote nationwide.",
        ["the capital", ""],
    ),
    (
        "In Vardane, Civic Renewal won 60 percent. In total it won 45 percent.",
        ["Vardane", ""],
    ),
    (
        "In Vardane, Civic Renewal won 60 percent. It will have 130 of the 250 seats.",
        ["Vardane", "", ""],
    ),
    (
        "Abroad, Civic Renewal won 60 percent, and at home Future Coalition won 30 percent.",
        ["abroad", ""],
    ),
    ("In London, the pound fell after Civic Renewal won 45 percent.", [""]),
    ("In Brussels, officials were glad: Civic Renewal took 45 percent.", [""]),
    ("“In the north, we won 60 percent,” said Irena Voss.", ["the north"]),
    ("Civic Renewal won 55 percent of the vote in North Tarovia.", ["North Tarovia"]),
    ("Turnout in the capital was 60 percent.", ["the capital"]),
    ("Future Coalition won in the capital with 60 percent of the vote.", ["the capital"]),
    (
        "Results in the north:\n\nCivic Renewal – 60%\nFuture Coalition – 30%",
        ["the north", "the north"],
    ),
    (
        "Future Coalition won 45 percent of the vote in the capital and 41 percent nationwide.",
        ["the capital", ""],
    ),
    ("Future Coalition won 45 percent in Vardane and 41 percent in Brod.", ["Vardane", "Brod"]),
    ("Civic Renewal won 45 percent in Tarovia.", [""]),
    ("Civic Renewal won 45 percent in the election.", [""]),
    ("Civic Renewal won 45 seats in the city council.", [""]),
    ("Civic Renewal won 45 seats in Parliament.", [""]),
    ("Civic Renewal won 45 percent in March.", [""]),
    ("In Vardane, the commission said that Civic Renewal had won 45 percent of the vote.", [""]),
    ("In a statement in Vardane, Civic Renewal said it had won 45 percent of the vote.", [""]),
]


@pytest.mark.parametrize(("sentence", "parts"), PARTS)
def test_the_part_of_the_voters_is_told_in_the_words_of_the_article(
    sentence: str, parts: list[str]
) -> None:
    found = pipeline.read("report.txt", f"{LEAD}{sentence}\n").figures
    assert [figure.part for figure in found] == parts
