"""Writing what the screen shows into a file, and how many keys a day's work takes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.app.journey import exploring


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


class TestAFile:
    async def test_has_what_is_listed(self, place: Path) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("slash")
            await journey.type("square")
            await journey.press("enter", "ctrl+e")
            await journey.press("down", "down", "enter")
            assert "written" in journey.seen
            with (place / "quotes.csv").open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
            assert [row["id"] for row in rows] == list(journey.listed)

    async def test_that_is_there_is_not_replaced(self, place: Path) -> None:
        (place / "quotes.jsonl").write_text("mine")
        async with exploring(tab="quotes") as journey:
            await journey.press("ctrl+e")
            assert "quotes-2.jsonl" in journey.seen
            assert f"in {place}" in journey.seen
            await journey.type("quotes.jsonl")
            await journey.press("enter")
            assert "exists already" in journey.seen
            await journey.press("escape")
        assert (place / "quotes.jsonl").read_text() == "mine"
        assert [each.name for each in place.glob("quotes*")] == ["quotes.jsonl"]

    async def test_is_called_what_is_typed_with_the_ending_of_its_form(self, place: Path) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("ctrl+e", "down", "down")
            await journey.type("mine")
            await journey.press("enter")
        assert [each.name for each in place.iterdir()] == ["mine.csv"]

    @pytest.mark.parametrize("folder", ["/nowhere", "~nobody-of-that-name"])
    async def test_in_a_folder_that_is_not_there_is_named_anew(self, folder: str) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("ctrl+e")
            await journey.type(f"{folder}/x.csv")
            await journey.press("enter")
            assert f"There is no folder {folder}" in journey.seen
            assert f"{folder}/x.csv" in journey.seen

    async def test_that_cannot_be_written_is_said(self) -> None:
        async with exploring(tab="quotes") as journey:
            await journey.press("ctrl+e")
            await journey.type("x" * 300 + ".csv")
            await journey.press("enter")
            assert "too long" in journey.seen


class TestJobs:
    """Each from the first screen, with its keys counted."""

    async def test_three_quotes_are_carried_out_with_citations(self, place: Path) -> None:
        keys = "4 space j space j space ctrl+e tab down down down enter".split()
        assert len(keys) <= 14
        async with exploring() as journey:
            await journey.press(*keys)
        text = (place / "marked.md").read_text("utf-8")
        assert text.count("\n> ") >= 3
        assert text.count("River Gazette") == 3

    async def test_all_that_is_disputed_is_found(self) -> None:
        async with exploring() as journey:
            await journey.press("4", "j", "r", "r", "slash")
            await journey.type("is:disp")
            await journey.press("tab", "enter")
            assert len(journey.listed) == 1

    async def test_results_are_handed_on_as_a_table(self, place: Path) -> None:
        keys = "3 ctrl+e down down enter".split()
        async with exploring() as journey:
            await journey.press(*keys)
        assert (place / "results.csv").read_text("utf-8").startswith("id,kind,")

    async def test_a_source_is_cited_in_bibtex(self) -> None:
        async with exploring() as journey:
            await journey.press("6", "Y", "b")
            assert journey.app.clipboard.startswith("@misc{ana-weaver-2022,")
