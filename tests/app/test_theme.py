"""The theme and the order of a list that a reader chooses are there the next time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.color import ColorSystem

from tests.app.journey import Journey
from tests.samples import sample_corpus
from tui.app.explorer import Explorer
from tui.app.terminal import colour_system
from tui.appearance import Appearance


def explorer(place: Path, tab: str | None = None) -> Explorer:
    return Explorer(lambda _say: sample_corpus(), appearance=Appearance(place), tab=tab)


@pytest.mark.parametrize("theme", ["serbia-day", "ansi-dark", "nord"])
async def test_a_theme_is_kept(tmp_path: Path, theme: str) -> None:
    first = explorer(tmp_path / "new" / "screen.json")
    async with first.run_test() as pilot:
        assert first.theme == "serbia-night"
        first.theme = theme
        await pilot.pause()
    second = explorer(tmp_path / "new" / "screen.json")
    async with second.run_test() as pilot:
        await pilot.pause()
        assert second.theme == theme
        assert second.has_class(f"-theme-{theme}")
        assert second.has_class("-light-mode") == (not second.current_theme.dark)


@pytest.mark.parametrize(
    ("colours", "chosen", "shown"),
    [
        ("truecolor", "", "serbia-night"),
        ("256", "", "serbia-256"),
        ("256", "serbia-day", "serbia-256-light"),
        ("256", "nord", "nord"),
        ("standard", "", "serbia-16"),
        ("standard", "serbia-night", "serbia-16"),
        ("standard", "serbia-day", "ansi-light"),
        ("standard", "ansi-dark", "ansi-dark"),
    ],
)
async def test_a_terminal_of_few_colours_is_given_a_theme_of_those(
    colours: str, chosen: str, shown: str
) -> None:
    app = Explorer(
        lambda _say: sample_corpus(), appearance=Appearance(None, chosen), colours=colours
    )
    async with app.run_test() as pilot:
        await Journey(app, pilot).settle()
        assert app.theme == shown


@pytest.mark.parametrize(
    ("terminal", "colours"),
    [
        ({"TERM": "linux"}, "standard"),
        ({"TERM": "xterm-16color"}, "standard"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, "truecolor"),
    ],
)
def test_how_many_colours_there_are(
    monkeypatch: pytest.MonkeyPatch, terminal: dict[str, str], colours: str
) -> None:
    monkeypatch.delenv("COLORTERM", raising=False)
    for name, value in terminal.items():
        monkeypatch.setenv(name, value)
    assert colour_system() == colours


@pytest.mark.parametrize("theme", ["serbia-night", "serbia-day"])
async def test_of_256_colours_none_is_drawn_as_another(theme: str) -> None:
    appearance = Appearance(None, theme)
    app = Explorer(lambda _say: sample_corpus(), colours="256", tab="quotes", appearance=appearance)
    async with app.run_test() as pilot:
        await Journey(app, pilot).settle()
        for strip in app.screen._compositor.render_strips():
            for _text, style, _ in strip:
                for colour in (style.color, style.bgcolor) if style else ():
                    if colour is None:
                        continue
                    meant = colour.get_truecolor()
                    drawn = colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
                    assert max(abs(a - b) for a, b in zip(meant, drawn, strict=True)) <= 12


@pytest.mark.parametrize("theme", ["serbia-night", "serbia-16", "ansi-light"])
async def test_without_colour_words_are_not_of_the_colour_of_their_ground(
    monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = Explorer(lambda _say: sample_corpus(), appearance=Appearance(None, theme), tab="quotes")
    async with app.run_test() as pilot:
        await Journey(app, pilot).settle()
        assert app.theme == theme
        ground = app.screen.styles.background
        for strip in app.screen._compositor.render_strips():
            for text, style, _ in strip.apply_filter(app.get_line_filters()[0], ground):
                if text.strip() and style and style.color and not style.color.is_default:
                    assert style.color != style.bgcolor


async def test_the_order_of_each_list_is_kept(tmp_path: Path) -> None:
    place = tmp_path / "screen.json"
    first = explorer(place, "quotes")
    async with first.run_test() as pilot:
        journey = Journey(first, pilot)
        await journey.settle()
        as_it_was = journey.listed
        await journey.press("s", "s", "2", "s")
        actors = journey.listed
        # How hits are sorted is asked anew with every search.
        await journey.press("4", "slash", *"the", "enter", "s")
        assert json.loads(place.read_text("utf-8")) == {
            "sorts": {"quotes": "speaker", "actors": "name"}
        }
    second = explorer(place, "quotes")
    async with second.run_test() as pilot:
        journey = Journey(second, pilot)
        await journey.settle()
        assert "by speaker" in journey.lines[1]
        assert set(journey.listed) == set(as_it_was)
        assert journey.listed != as_it_was
        await journey.press("2")
        assert journey.listed == actors
        second.theme = "serbia-day"
        await pilot.pause()
    assert Appearance(place).sorts() == {"quotes": "speaker", "actors": "name"}
    assert Appearance(place).theme() == "serbia-day"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no such theme\n",
        b"\xff\xfe",
        b"x" * 20_000,
        b"[]",
        b'{"theme": 3, "sorts": 3}',
        b'{"theme": "no such", "sorts": {"quotes": "no such", "actors": 3}}',
    ],
)
async def test_what_is_neither_is_as_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "screen.json").write_bytes(data)
    app = explorer(tmp_path / "screen.json", "quotes")
    async with app.run_test() as pilot:
        journey = Journey(app, pilot)
        await journey.settle()
        assert app.theme == "serbia-night"
        assert "in the order of the texts" in journey.lines[1]


async def test_nothing_is_kept_before_it_is_chosen(tmp_path: Path) -> None:
    async with explorer(tmp_path / "screen.json").run_test():
        pass
    assert not list(tmp_path.iterdir())


async def test_where_it_cannot_be_kept_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    app = explorer(tmp_path / "file" / "screen.json", "quotes")
    async with app.run_test(notifications=True) as pilot:
        app.theme = "serbia-day"
        await pilot.pause()
        await Journey(app, pilot).press("s")
        said = [each.message for each in app._notifications]
        assert any("This theme is not kept" in each for each in said)
        assert any("This order is not kept" in each for each in said)
