"""What is set once and for all: read from a file, told, and taken where nothing else is said."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from tests.app.journey import MIDDLE, Journey
from tests.samples import sample_corpus
from tui.app.explorer import Explorer
from tui.app.panes.pane import Pane
from tui.app.themes import names
from tui.app.widgets.announced import Announced
from tui.appearance import Appearance
from tui.cli import main, set_by_file
from tui.command_line import parse
from tui.settings import SETTINGS, UserSettings, as_toml, read


def given(*words: str) -> argparse.Namespace:
    found = parse(words)
    set_by_file(found)
    return found


class TestTheFile:
    def test_that_is_not_there_sets_nothing(self, settings_file: Path) -> None:
        assert read(settings_file) == UserSettings()

    def test_sets_what_it_says(self, settings_file: Path) -> None:
        settings_file.write_text(
            'theme = "serbia-day"\ncorpus = ["seeds", "~/news"]\nlist-width = 55\nannounce = true\n'
        )
        settings = read(settings_file)
        assert settings.problems == ()
        assert settings.text("theme") == "serbia-day"
        assert settings.corpus == ["seeds", "~/news"]
        assert settings.number("list-width") == 55
        assert settings.number("announce") == 1
        assert settings.text("style") == ""

    @pytest.mark.parametrize(
        ("written", "line", "why"),
        [
            ("\nthem = 1\n", 2, "no such setting; did you mean theme?"),
            ("colour = 1\n", 1, "no such setting"),
            ("# one\n# two\ntheme = 1\n", 3, "expected a text"),
            ('theme = ""\n', 1, "expected a text"),
            ('tab = "first"\n', 1, "expected one of overview, timeline"),
            ("list-width = 5\n", 1, "expected a whole number from 20 to 70"),
            ("list-width = true\n", 1, "expected a whole number"),
            ("corpus = [1]\n", 1, "expected a list of texts"),
            ("announce = 1\n", 1, "expected true or false"),
            ('theme = "a"\nnot toml\n', 2, "not valid TOML"),
            ('theme = "serbia-day\n', 1, "not valid TOML"),
        ],
    )
    def test_is_told_what_is_wrong_with_its_line(
        self, settings_file: Path, written: str, line: int, why: str
    ) -> None:
        settings_file.write_text(written)
        (problem,) = read(settings_file).problems
        assert problem.startswith(f"{settings_file}:{line}: ")
        assert why in problem

    def test_is_no_settings_where_it_cannot_be_read(self, settings_file: Path) -> None:
        settings_file.write_bytes(b"theme = '\xff'")
        assert "cannot be read" in read(settings_file).problems[0]
        settings_file.unlink()
        settings_file.mkdir()
        assert "cannot be read" in read(settings_file).problems[0]

    def test_what_is_right_in_it_holds_beside_what_is_wrong(self, settings_file: Path) -> None:
        settings_file.write_text('theme = "serbia-day"\nwidth = 3\n')
        assert read(settings_file).text("theme") == "serbia-day"


class TestTheCommand:
    def test_lists_every_setting_with_its_default(
        self, settings_file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["config"]) == 0
        told = capsys.readouterr().out
        assert f"# {settings_file} (not there yet)" in told
        for each in SETTINGS:
            assert f"# {each.name} = {as_toml(each.default)}" in told
            assert each.told in told

    def test_prints_what_can_be_the_file(
        self, settings_file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settings_file.write_text('style = "C:\\\\my \\"own\\".csl"\ncorpus = ["mine"]\n')
        before = read(settings_file)
        assert main(["config"]) == 0
        settings_file.write_text(capsys.readouterr().out)
        assert read(settings_file) == before

    def test_ends_with_1_where_something_is_wrong(
        self, settings_file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settings_file.write_text('theme = "no-such"\nthem = 1\n')
        assert main(["config"]) == 1
        said = capsys.readouterr().err
        assert ":2: them: no such setting" in said
        assert "no such theme; there are serbia-night, serbia-day" in said

    def test_every_default_is_one_that_may_be_set(self) -> None:
        for each in SETTINGS:
            value = list(each.default) if isinstance(each.default, tuple) else each.default
            assert not each.wrong(value)


class TestWhatIsSet:
    def test_is_taken_where_the_command_says_nothing(self, settings_file: Path) -> None:
        settings_file.write_text('corpus = ["seeds"]\ntab = "quotes"\nstyle = "notes"\n')
        assert given("search", "vote").corpus == ["seeds"]
        assert given("search", "vote", "--format", "references").style == "notes"
        assert given().tab == "quotes"

    def test_gives_way_to_what_it_says(self, settings_file: Path) -> None:
        settings_file.write_text('corpus = ["seeds"]\ntab = "quotes"\nstyle = "notes"\n')
        assert given("--corpus", "mine", "search", "vote").corpus == ["mine"]
        words = ("search", "vote", "--format", "references", "--style", "author-date")
        assert given(*words).style == "author-date"
        assert given("--tab", "actors").tab == "actors"
        assert given("--open", "x").tab is None

    def test_is_no_folder_to_add_to(self, settings_file: Path) -> None:
        settings_file.write_text('corpus = ["seeds", "mine"]\n')
        assert not getattr(given("add", "x.txt"), "corpus", None)

    def test_a_command_tells_what_is_wrong_and_goes_on(
        self, settings_file: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settings_file.write_text("them = 1\n")
        assert given("search", "vote").command == "search"
        assert "no such setting; did you mean theme?" in capsys.readouterr().err

    async def test_the_explorer_has_the_width_of_the_list_and_the_theme(
        self, tmp_path: Path
    ) -> None:
        widths = []
        for width in (0, 60):
            appearance = Appearance(tmp_path / "theme", "serbia-day", width)
            app = Explorer(lambda _say: sample_corpus(), tab="quotes", appearance=appearance)
            async with app.run_test(size=MIDDLE) as pilot:
                await app.workers.wait_for_complete()
                await pilot.pause()
                widths.append(app.screen.query_one("#quotes", Pane).listing.outer_size.width)
                assert app.theme == "serbia-day"
        assert widths == [48, 72]

    async def test_a_theme_that_is_chosen_comes_before_the_one_that_is_set(
        self, tmp_path: Path
    ) -> None:
        appearance = Appearance(tmp_path / "theme", "serbia-day")
        appearance.choose("nord")
        assert appearance.theme() == "nord"
        assert "nord" in names()

    async def test_rows_are_announced_where_that_is_set(self) -> None:
        app = Explorer(lambda _say: sample_corpus(), appearance=Appearance(None, announces=True))
        async with app.run_test(size=MIDDLE) as pilot:
            journey = Journey(app, pilot)
            await journey.arrive()
            await journey.press("4")
            assert app.screen.query_one(Announced).words.plain.startswith("Quote: ")

    async def test_the_explorer_tells_what_is_wrong(self) -> None:
        app = Explorer(lambda _say: sample_corpus(), notice="config.toml:1: them: no such setting")
        async with app.run_test(size=MIDDLE, notifications=True) as pilot:
            await pilot.pause()
            assert [each.message for each in app._notifications] == [
                "config.toml:1: them: no such setting"
            ]
