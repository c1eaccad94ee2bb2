"""Who tells a figure, whose it is, and what is taken back."""

from __future__ import annotations

import pytest

from tests.extract.test_results import BL, LEAD, read, rows
from tui.extract.findings import Reported


class TestWhoSaysSo:
    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("With every ballot counted, BL has 50.4% of the vote.", "official"),
            ("Once 98% of ballot boxes were opened, BL had 50.4% of the vote.", "preliminary"),
            ("The Electoral Tribunal had proclaimed BL the winner with 51% of the vote.",
             "official"),
            ("Pollsters predicted that BL won 46% of the votes.", "projection"),
            ("Medar questioned voters outside 90 stations and sees BL at 46% of the vote.",
             "exit-poll"),
            ("As things stand, BL has 46% of the vote.", "preliminary"),
        ],
    )  # fmt: skip
    def test_the_words_tell_how_settled_it_is(self, text: str, status: str) -> None:
        assert read(LEAD + text)[-1].status == status

    def test_a_report_on_final_results_makes_them_official(self) -> None:
        lead = "The commission has declared the final results of Orland’s parliamentary election.\n"
        assert read(lead + "BL won 46% of the vote.")[-1].status == "official"
        lead = "Orland awaits the final results of its parliamentary election.\n"
        assert read(lead + "BL won 46% of the vote.")[-1].status == "unknown"

    @pytest.mark.parametrize(
        ("who", "status"),
        [
            ("Bo Peric, the leader of the opposition,", "party-claim"),
            ("Bo Peric, a teacher,", "unknown"),
            ("Bo Peric, who chairs the Electoral Commission,", "official"),
        ],
    )
    def test_who_says_it_tells_how_settled_it_is(self, who: str, status: str) -> None:
        text = f"{LEAD}{who} said that BL won 46 percent of the vote."
        start = text.index("BL won")
        claim = Reported(start, len(text) - 1, ("bo-peric",), "statement")
        assert read(text, (claim,))[-1].status == status

    def test_what_a_partisan_says_of_false_votes_is_an_allegation(self) -> None:
        text = f"{LEAD}Bo Peric, the candidate, said that 20,000 ballots were invalid."
        claim = Reported(text.index("20,000"), len(text) - 1, ("bo-peric",), "statement")
        assert read(text, (claim,))[-1].status == "allegation"


class TestCorrections:
    @pytest.mark.parametrize(
        "text",
        [
            (
                "Correction: An earlier version of this article said 3,100 ballots were missing. "
                "The figure is 2,700."
            ),
            "We mistakenly wrote that 3,100 ballots were missing. The correct number is 2,700.",
        ],
    )
    def test_what_a_source_takes_back_is_marked(self, text: str) -> None:
        assert [(found.value, found.withdrawn) for found in read(text)] == [
            ("3100", True),
            ("2700", False),
        ]


class TestWhoseItIs:
    """A party has what it got; whoever leads it, or whose it is said to be, has not."""

    @pytest.mark.parametrize(
        ("text", "subject"),
        [
            ("The Blue List of the head of government Ana Ilic won 38.2 percent of the vote.", BL),
            (
                "The Blue List (BL, left), led by Premier Ana Ilic, which won 38.2 percent, led.",
                BL,
            ),
            ("The party of President Ana Ilic will get 38.2 percent of the vote.", None),
            ("A list led by Ana Ilic, which won 38.2 percent of the vote, was first.", None),
        ],
    )
    def test_what_is_told_of_a_party_by_its_leader(self, text: str, subject: str | None) -> None:
        assert rows(text) == [(subject, "vote_share", "38.2")]
