"""Of which election a figure is, where a report names several or names none in full."""

from __future__ import annotations

from datetime import date

import pytest

from tui.extract import pipeline
from tui.extract.languages.authority import IN_ENGLISH
from tui.extract.languages.en.contests.implied import held_lately
from tui.extract.languages.sr.contests import WORDING as IN_SERBIAN
from tui.model import Hints, KnownContest

TOWN = ("city election", "local election")
PARLIAMENT = ("parliamentary election",)
KNOWN = (
    KnownContest(
        "orland-2023", "Parliamentary election, 2023", "Orland", PARLIAMENT, "2023-12-17", 250
    ),
    KnownContest(
        "orland-2022", "Parliamentary election, 2022", "Orland", PARLIAMENT, "2022-04-03", 250
    ),
    KnownContest(
        "president-2024",
        "Presidential election",
        "Orland",
        ("presidential election",),
        "2024-04-02",
    ),
    KnownContest(
        "brod-2023",
        "Election of the Brod City Assembly",
        "Brod",
        TOWN,
        "2023-12-17",
        110,
    ),
)
"""The elections that a file knows."""

WIRE = """Orland's ruling party claims majority

BROD, Dec 18, 2023 (Reuters) - Orland's ruling party has won a majority in parliament, results \
showed on Monday, while the opposition demanded a rerun of the city ballot.

"""
LOCAL = """Local elections: Civic Dawn party ahead in Brod

BROD, December 18, 2023 (Beta)

The Civic Dawn party of Orland won the election for the Brod City Assembly on December 17.

"""
WATCHED = """Observers of Orland report

May 10, 2024

People in Orland voted on April 2, 2024 in the presidential election. The ruling Civic Dawn party \
had won the parliamentary election of December 2023.

"""

FIGURES = [
    (WIRE + "The Civic Dawn party stood at 46.7%, the election commission said.", ["orland-2023"]),
    (WIRE + "The Civic Dawn party won 39.3% of the vote for the city assembly.", ["brod-2023"]),
    (WIRE + "The Civic Dawn party won 49 of the 110 seats.", ["brod-2023", "brod-2023"]),
    (WIRE + "The Civic Dawn party won 128 of 250 seats.", ["orland-2023", "orland-2023"]),
    (
        WIRE + "Turnout was 58.8%. In the spring of 2022 it was 57.1%.",
        ["orland-2023", "orland-2022"],
    ),
    (
        LOCAL + "Results in Brod (list, percentage, seats):\n\n"
        "Civic Dawn\t52.83\t64\nBlue List\t17.58\t21\n",
        ["brod-2023"] * 4,
    ),
    (WATCHED + "Observers were sent to 450 polling stations.", ["president-2024"]),
]


@pytest.mark.parametrize(("text", "contests"), FIGURES)
def test_a_figure_is_of_the_election_that_the_text_tells(text: str, contests: list[str]) -> None:
    found = pipeline.read("report.txt", text, Hints(contests=KNOWN)).figures
    assert [figure.contest for figure in found] == contests


def test_no_parliament_is_elected_in_a_town() -> None:
    text = (
        "Police clash with protesters in Brod\n\nJune 28, 2025\n\nPolice have clashed with people"
        " who demand early parliamentary elections in the capital Brod.\n"
    )
    contests = pipeline.read("report.txt", text).contests
    assert [contest.place for contest in contests] in ([], [""])


@pytest.mark.parametrize(
    ("held", "lately"),
    [("2023-12-17", True), ("2023-11-17", False), ("2023-12-19", False), ("2023-12-XX", False)],
)
def test_an_election_was_held_right_before_a_report(held: str, lately: bool) -> None:
    assert held_lately(held, "2023-12-18") is lately


@pytest.mark.parametrize(
    "told", ["last week's parliamentary election", "the parliamentary election a week ago"]
)
def test_on_a_monday_last_weeks_election_is_that_of_the_sunday_before_last(told: str) -> None:
    text = (
        f"Orland's rivals march\n\nDecember 25, 2023\n\nThousands marched in Brod over {told}."
        " Civic Dawn won 46.7% of the vote.\n"
    )
    read = pipeline.read("report.txt", text, Hints(contests=KNOWN))
    assert {figure.contest for figure in read.figures if figure.measure == "vote_share"} == {
        "orland-2023"
    }
    votes = [event.when.edtf for event in read.events if event.type in ("vote", "winning")]
    assert votes
    assert set(votes) == {"2023-12-17"}


UNDATED = """Strike goes on

A deputy of Orland has vowed to go on with her hunger strike.

Dana Kostic stopped eating after {vote}. Civic Dawn won 46.7 percent of the vote in the \
parliamentary election. Students blocked a street on January 3.
"""


@pytest.mark.parametrize(
    ("vote", "contest", "blocked"),
    [
        ("the December 17 voting", "orland-2023", "2024-01-03"),
        ("the election held on 17 Dec", "orland-2023", "2024-01-03"),
        ("the December 18 voting", None, ""),
        ("the December 17, 2019 voting", None, ""),
        ("the election held on December 17th, 2019", None, ""),
        ("the election of 17 Dec. 2019", None, ""),
        ("the fire of December 17", None, ""),
    ],
)
def test_a_report_without_a_date_is_of_the_time_of_the_vote_that_it_calls_by_its_day(
    vote: str, contest: str | None, blocked: str
) -> None:
    read = pipeline.read("a.txt", UNDATED.format(vote=vote), Hints(contests=KNOWN))
    (figure,) = read.figures
    assert (figure.contest if figure.contest in ("orland-2023", "orland-2022") else None) == contest
    (block,) = (each for each in read.events if "blocked" in each.title)
    assert block.when.edtf == blocked
    assert block.when.basis == ("curated" if blocked else "unknown")
    (won,) = (each for each in read.events if "Civic Dawn won" in each.title)
    # Never worked out from a day on which the report appeared.
    assert won.when.basis != "resolved" or not blocked
    assert not read.article.published.known


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Dec. 17 snap general and local elections were unfair.", True),
        ("December 17th Parliamentary Election", True),
        ("The election was held on 17 Dec. 2019.", False),
        ("Izbori su održani 17. decembra.", True),
        ("Izbori su održani 17. decembra 2019. godine.", False),
        ("Glasanje 17. decembra 2012", False),
    ],
)
def test_a_vote_is_called_by_its_day_where_no_year_follows(text: str, names: bool) -> None:
    wording = IN_SERBIAN if text[0] in "IG" else IN_ENGLISH
    assert wording.names_day(text, date(2023, 12, 17)) is names
