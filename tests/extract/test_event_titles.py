"""What an event is called."""

from __future__ import annotations

import pytest

from tests.extract.test_events import only, read
from tui.extract.languages.en.events import title_checks


class TestTitles:
    def test_a_long_one_ends_where_a_phrase_does(self) -> None:
        text = (
            "Thousands of angry teachers marched peacefully through the old streets of Brod on"
            " Monday in a protest against the many reforms of the last three governments."
        )
        found = read(text)[0]
        assert len(found.title) <= 100
        assert text.replace(" on Monday", "").startswith(found.title)
        assert not found.title.endswith((" in", " of", " the", " a"))

    def test_what_stands_in_brackets_or_between_dashes_is_left_out(self) -> None:
        found = only("The Green List (Zelena) — a small party — re-entered the race.")
        assert found.title == "The Green List re-entered the race"

    def test_the_passage_is_of_the_text_and_holds_the_head(self) -> None:
        text = "On Monday, Ken Ash, a miner, said voting may be repeated in Brod."
        for found in read(text, ["Ken Ash"]):
            assert found.start <= found.head_start < found.head_end <= found.end <= len(text)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Thousands rallied in town", True),
        ("900 people were brought in", True),
        ("He said", False),
        ("2011 rumbled across", False),
        ("By a number of experts", False),
        ("Official said", False),
    ],
)
def test_a_title_has_to_tell_something_by_itself(title: str, told: bool) -> None:
    assert title_checks.tells(title) is told
