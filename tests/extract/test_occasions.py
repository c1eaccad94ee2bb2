"""When something was said: the day beside the cue, and the occasion that goes on."""

from __future__ import annotations

import pytest

from tests.extract.reading_of import read
from tui.extract.languages.en.attribution.speech_time import SAME

HEARD = "Published 2023-12-21\n\nAna Simic met Ivan Kos. "
"""A Thursday, and two names that the sentences below may shorten."""


def said(text: str) -> list[tuple[str, str]]:
    """The cues of what is said in a text, each with its day."""
    whole = HEARD + text
    return [
        (whole[quote.cue.start : quote.cue.end] if quote.cue else "", quote.said.edtf)
        for quote in read(whole).quotes
    ]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, Simic said the hall was shut.",
        "Simic on Monday said the hall was shut.",
        "Simic said on Monday that the hall was shut.",
        "In an interview on Monday, Simic said the hall was shut.",
        "In a press briefing in Novigrad on Monday, Simic said the hall was shut.",
        "Simic said in an address to the crowd in Novigrad on Monday that the hall was shut.",
        "“The hall is shut,” Simic said in a televised interview with the Daily Herald on Monday.",
    ],
)
def test_a_day_beside_the_cue_or_its_occasion_dates_what_is_said(text: str) -> None:
    assert [day for _, day in said(text)] == ["2023-12-18"]


@pytest.mark.parametrize(
    "text",
    [
        "In a hall that opened on Monday, Simic said the roof was new.",
        "Simic said the hall was shut, and on Monday it opened.",
        "Simic, who came on Monday, said the hall was shut.",
    ],
)
def test_a_day_of_something_else_dates_nothing(text: str) -> None:
    assert {day for _, day in said(text)} == {""}


class TestAnOccasionThatGoesOn:
    @pytest.mark.parametrize(
        ("text", "cue"),
        [
            ("She added that the roof was new.", "added"),
            ("“The roof is new,” she said.", "said"),
            ("Simic added that the roof was new.", "added"),
            ("\n\nShe also said the roof was new.", "said"),
        ],
    )
    def test_gives_its_day_to_what_the_speaker_adds(self, text: str, cue: str) -> None:
        text = f"On Monday, Simic said the hall was shut. {text}"
        assert said(text) == [("said", "2023-12-18"), (cue, "2023-12-18")]
        first, second = read(HEARD + text).quotes
        assert second.said.expression == first.said.expression
        assert second.said.basis == first.said.basis == "resolved"
        assert (first.said.note, second.said.note) == ("", SAME)

    @pytest.mark.parametrize(
        "text",
        [
            "Kos said the roof was new.",
            "Simic said the roof was new.",
            "She had said the roof was new.",
            "She has repeatedly said the roof was new.",
            "She said in an earlier letter that the roof was new.",
            "Kos denied that. He added that the roof was new.",
            "\n\nThe hall is old.\n\nIt has a tower.\n\nShe added that the roof was new.",
        ],
    )
    def test_gives_nothing_to_others_and_to_other_times(self, text: str) -> None:
        assert said(f"On Monday, Simic said the hall was shut. {text}")[-1][1] == ""

    def test_ends_where_another_speaks(self) -> None:
        text = (
            "On Monday, Simic said the hall was shut. Kos said the roof was new. Simic added that"
            " the tower was old."
        )
        assert said(text) == [("said", "2023-12-18"), ("said", ""), ("added", "")]
