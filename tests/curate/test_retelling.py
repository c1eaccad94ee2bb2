"""What reports of one story tell again in other words is one event."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.curate.test_linking import MONDAY, TUESDAY, events

STORY = "The fire at the Halden mill in Brisk was the talk of Osten and of Lower Velm.\n\n"
"""Names by which two reports tell one story."""


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        pytest.param(
            "A blaze destroyed the old grain mill on 17 December 2023.",
            "The old grain mill was destroyed by a fire.",
            ["2023-12-17"],
            id="without its date, by another noun",
        ),
        pytest.param(
            "Police evacuated the weaving sheds nearby.",
            "The weaving sheds were evacuated.",
            [""],
            id="without any date",
        ),
        pytest.param(
            "Night watchman Petar Lukin was killed in the weaving sheds on 17 December 2023.",
            "Petar Lukin died in the weaving sheds.",
            ["2023-12-17"],
            id="by another verb of the kind",
        ),
        pytest.param(
            "Ana Kos was arrested in December 2023 at the ferry landing.",
            "Ana Kos was arrested at the ferry landing on 17 December 2023.",
            ["2023-12-17"],
            id="dated less precisely",
        ),
        pytest.param(
            "Ana Kos was arrested at the ferry landing on 16 December 2023.",
            "Ana Kos was arrested at the ferry landing on 17 December 2023.",
            ["2023-12-16", "2023-12-17"],
            id="on two days",
        ),
        pytest.param(
            "Two firemen were hurt in the weaving sheds.",
            "Five firemen were hurt in the weaving sheds.",
            ["", ""],
            id="of two numbers",
        ),
        pytest.param(
            "No-one was hurt in the weaving sheds.",
            "The firemen were hurt in the weaving sheds.",
            ["", ""],
            id="and not so",
        ),
        pytest.param(
            "A fireman was hurt in the weaving sheds.",
            "Another fireman was hurt in the weaving sheds.",
            ["", ""],
            id="and another",
        ),
        pytest.param(
            "The driver of the pump was arrested.",
            "The owner of the sheds was arrested.",
            ["", ""],
            id="by the verb alone",
        ),
        pytest.param(
            "The weaving sheds were destroyed. The weaving looms were destroyed.",
            "The weaving sheds and looms were destroyed.",
            ["", "", ""],
            id="of which two could be it",
        ),
    ],
)
def test_is_one_event(tmp_path: Path, one: str, other: str, days: list[str]) -> None:
    found = events(tmp_path, MONDAY + STORY + one, TUESDAY + STORY + other)
    assert sorted(each.when.edtf for each in found) == days


def test_of_two_stories_is_two(tmp_path: Path) -> None:
    told = "The old grain mill was destroyed by a fire."
    assert len(events(tmp_path, MONDAY + told, TUESDAY + told)) == 2


def test_in_two_languages_is_one_by_who_acts(tmp_path: Path) -> None:
    serbian = (
        "Objavljeno 19. decembra 2023.\n\n"
        "O požaru u mlinu Halden govore Brisk, Osten i Velm.\n\nPetar Lukin je uhapšen."
    )
    found = events(tmp_path, MONDAY + STORY + "Police arrested Petar Lukin.", serbian)
    assert [(each.type, len(each.evidence)) for each in found] == [("arrest", 2)]
