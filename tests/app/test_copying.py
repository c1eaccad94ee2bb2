"""Taking a record along, with where it comes from."""

from __future__ import annotations

import pytest

from tests.app.journey import exploring
from tests.samples import sample_corpus
from tui.export.citation import citation


class TestCopying:
    @pytest.mark.parametrize("key", ["1", "2", "3", "4", "5"])
    async def test_y_copies_the_record_with_its_citation_and_says_so(self, key: str) -> None:
        async with exploring() as journey:
            await journey.press(key, "j", "y")
            record = journey.pane.record
            assert record is not None
            assert journey.app.clipboard == citation(sample_corpus(), record)
            assert f"Copied with its citation: {record.kind}" in journey.seen

    async def test_in_the_reader_y_copies_the_mark_one_is_at(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("enter", "y")
            assert journey.app.clipboard == citation(sample_corpus(), sample_corpus().quotes[0])

    async def test_in_the_detail_y_copies_the_record_that_is_shown(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("l", "y")
            assert "a theft" not in journey.app.clipboard
            assert "was stolen" in journey.app.clipboard
