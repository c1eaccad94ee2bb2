"""What takes place, in Serbian."""

from __future__ import annotations

import pytest

from tests.extract.serbian.reading import read


class TestWhatTakesPlace:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "Radnici su juče protestovali ispred mosta.",
                ("Radnici su juče protestovali ispred mosta", "happened", "2024-03-13"),
            ),
            (
                "Sednica opštine zakazana je za petak.",
                ("Sednica opštine zakazana je za petak", "planned", "2024-03-15"),
            ),
            (
                "Radoje Vilić je rekao da su u subotu uhapšena tri vozača.",
                ("U subotu uhapšena tri vozača", "alleged", "2024-03-09"),
            ),
        ],
    )
    def test_is_told_by_a_dated_clause(self, text: str, expected: tuple[str, str, str]) -> None:
        (event,) = read(text).events
        assert (event.title, event.status, event.when.edtf) == expected

    @pytest.mark.parametrize(
        "text",
        [
            "Radnici su protestovali ispred mosta.",
            "Radnici juče nisu protestovali.",
            "„Radnici su juče protestovali i opet će“, rekao je neko.",
        ],
    )
    def test_is_not_told_without_a_date_or_in_marks(self, text: str) -> None:
        assert read(text).events == ()
