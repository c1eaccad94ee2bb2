"""What the user adds is kept, whole and private, whatever happens to its file."""

from __future__ import annotations

import json
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.notebook import Notebook, default_path
from tui.notes import RECENT, InMemory, Keeper, Notes, SavedSearch

THEFT = SavedSearch("theft", 'speaker:"Ana Weaver" theft', "quotes")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "home" / "notebook.json"


@pytest.fixture(params=["file", "memory"])
def keeper(request: pytest.FixtureRequest, place: Path) -> Keeper:
    return Notebook(place) if request.param == "file" else InMemory()


class TestAnyKeeper:
    def test_begins_empty(self, keeper: Keeper) -> None:
        assert keeper.read() == (Notes(), "")

    def test_remembers_searches_the_newest_first_and_each_once(self, keeper: Keeper) -> None:
        for query in ("a", "b", " a ", "  "):
            keeper.change(lambda notes, query=query: notes.remembering(query))  # type: ignore[misc]
        assert keeper.read().notes.recent == ("a", "b")

    def test_remembers_no_more_than_anybody_goes_back(self, keeper: Keeper) -> None:
        for number in range(RECENT + 5):
            keeper.change(lambda notes, number=number: notes.remembering(str(number)))  # type: ignore[misc]
        recent = keeper.read().notes.recent
        assert len(recent) == RECENT
        assert recent[0] == str(RECENT + 4)

    def test_saves_searches_by_name_and_forgets_them(self, keeper: Keeper) -> None:
        keeper.change(lambda notes: notes.saving(THEFT))
        keeper.change(lambda notes: notes.saving(SavedSearch("Bus", "bus")))
        keeper.change(lambda notes: notes.saving(THEFT._replace(query="theft*")))
        assert keeper.read().notes.saved == (
            SavedSearch("Bus", "bus"),
            THEFT._replace(query="theft*"),
        )
        assert keeper.change(lambda notes: notes.forgetting("theft")).notes.saved == (
            SavedSearch("Bus", "bus"),
        )


class TestTheFile:
    def test_keeps_notes_from_one_run_to_the_next(self, place: Path) -> None:
        said = "„krađa“ [b] \ud83d\x1b"
        Notebook(place).change(lambda notes: notes.remembering(said).saving(THEFT))
        assert Notebook(place).read() == (Notes((said,), (THEFT,)), "")

    def test_is_the_users_alone(self, place: Path) -> None:
        Notebook(place).change(lambda notes: notes.remembering("a"))
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
        assert stat.S_IMODE(place.parent.stat().st_mode) == 0o700

    def test_is_in_the_users_data_directory(self, tmp_path: Path) -> None:
        assert default_path().is_relative_to(tmp_path)

    def test_is_not_made_by_reading(self, place: Path) -> None:
        Notebook(place).read()
        assert not place.exists()

    def test_keeps_what_a_later_version_has_added(self, place: Path) -> None:
        place.parent.mkdir()
        later = {"bookmarks": {"1": {"record": "x.q1"}}, "recent": {"4": {"query": "old"}}}
        place.write_text(json.dumps(later))
        Notebook(place).change(lambda notes: notes.remembering("new"))
        assert json.loads(place.read_text())["bookmarks"] == later["bookmarks"]
        assert Notebook(place).read().notes.recent == ("new", "old")

    def test_loses_nothing_when_several_write_at_once(self, place: Path) -> None:
        def write(number: int) -> None:
            Notebook(place).change(lambda notes: notes.remembering(f"query {number}"))

        threads = [threading.Thread(target=write, args=(n,)) for n in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert set(Notebook(place).read().notes.recent) == {f"query {n}" for n in range(12)}

    @pytest.mark.parametrize(
        "content",
        [b"{", b"[1]", b'{"recent": [1]}', b'{"recent": {"x": {}}}', b'{"recent": {"1": 2}}',
         b"\xff\xfe", b"[" * 100_000],
        ids=["cut", "list", "table", "key", "row", "bytes", "deep"],
    )  # fmt: skip
    def test_that_is_damaged_is_moved_aside_and_a_new_one_begins(
        self, place: Path, content: bytes
    ) -> None:
        place.parent.mkdir()
        place.write_bytes(content)
        aside = place.with_name("notebook-damaged-1.json")
        kept = Notebook(place).read()
        assert kept.notes == Notes()
        assert str(aside) in kept.notice
        assert aside.read_bytes() == content
        assert Notebook(place).change(lambda notes: notes.remembering("a")).notice == ""
        assert Notebook(place).read().notes.recent == ("a",)

    def test_damaged_twice_loses_neither(self, place: Path) -> None:
        place.parent.mkdir()
        for content in ("{", "["):
            place.write_text(content)
            Notebook(place).read()
        kept = sorted(each.read_text() for each in place.parent.glob("*-damaged-*"))
        assert kept == ["[", "{"]

    @pytest.mark.parametrize(
        "obstacle",
        [lambda place: place.mkdir(), lambda place: os.mkfifo(place)],
        ids=["folder", "pipe"],
    )
    def test_that_is_no_file_is_said_and_notes_stay_in_memory(
        self, place: Path, obstacle: Callable[[Path], None]
    ) -> None:
        place.parent.mkdir()
        obstacle(place)
        notebook = Notebook(place)
        kept = notebook.change(lambda notes: notes.remembering("a"))
        assert kept.notes.recent == ("a",)
        assert str(place) in kept.notice
        kept = notebook.change(lambda notes: notes.remembering("b"))
        assert kept.notes.recent == ("b", "a")

    def test_that_a_link_leads_to_is_changed_where_it_is(self, place: Path) -> None:
        place.parent.mkdir()
        elsewhere = place.with_name("elsewhere.json")
        place.symlink_to(elsewhere)
        Notebook(place).change(lambda notes: notes.remembering("a"))
        assert place.is_symlink()
        assert Notebook(elsewhere).read().notes.recent == ("a",)

    def test_where_none_can_be_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "taken").write_text("")
        kept = Notebook(tmp_path / "taken" / "notebook.json").change(
            lambda notes: notes.remembering("a")
        )
        assert kept.notes.recent == ("a",)
        assert "cannot be written" in kept.notice

    def test_that_cannot_be_read_is_said_in_a_line_with_its_place(self, place: Path) -> None:
        place.mkdir(parents=True)
        kept = Notebook(place).read()
        assert kept == (Notes(), f"Your notebook cannot be read: {place}: not a regular file")

    def test_that_cannot_be_written_says_why_and_no_more(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_handle: int) -> None:
            raise OSError(28, "No space left on device", "somewhere")

        monkeypatch.setattr(os, "fsync", full)
        kept = Notebook(place).change(lambda notes: notes.remembering("a"))
        assert kept.notice == (f"Your notebook cannot be written: {place}: No space left on device")

    def test_takes_the_place_of_a_link_that_leads_in_a_circle(self, place: Path) -> None:
        place.parent.mkdir()
        place.symlink_to(place)
        kept = Notebook(place).change(lambda notes: notes.remembering("a"))
        assert kept == Notebook(place).read() == (Notes(("a",)), "")

    def test_whose_searches_were_made_nowhere_has_them_everywhere(self, place: Path) -> None:
        place.parent.mkdir()
        place.write_text('{"saved": {"1": {"name": "a", "query": "b", "where": 5}}}')
        assert Notebook(place).read().notes.saved == (SavedSearch("a", "b"),)
