"""Keys as the reader has set them: they do what the old ones did, stand wherever keys are told,
and what is wrong with one is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.content import Content

from tests.app.journey import MIDDLE, Journey
from tests.samples import sample_corpus
from tui.app.explorer import Explorer
from tui.app.key_help import sections
from tui.app.keymap import checked, named_keys
from tui.app.keys import NAMED, each_key, key_name
from tui.app.widgets.line import key_at
from tui.appearance import Appearance
from tui.cli import main
from tui.settings import read

DIALOGS = ("While searching", "While adding articles", "In the filter")
"""The groups whose keys a field or a dialog has for itself."""


class TestTheNames:
    def test_every_key_has_one_and_the_same_keys_wherever_it_stands(self) -> None:
        known = named_keys()
        for group in sections():
            for binding in group.bindings:
                assert isinstance(binding, Binding)
                if group.title in DIALOGS:
                    continue
                assert binding.id, binding
                assert tuple(each_key(binding.key)) == known[binding.id].keys, binding

    def test_texts_name_the_keys_that_there_are(self) -> None:
        known = named_keys()
        assert {id: key_name(known[id].keys[0]) for id in NAMED} == NAMED

    def test_no_default_is_a_clash_or_a_key_that_cannot_be_written(self) -> None:
        every = {id: ",".join(of.keys) for id, of in named_keys().items()}
        assert checked(every) == (every, {})


@pytest.mark.parametrize(
    ("written", "keys"),
    [
        ("x", ["x"]),
        ("/, F5", ["slash", "f5"]),
        ("Ctrl+X", ["ctrl+x"]),
        ("Space,Esc", ["space", "escape"]),
        ("Backspace", ["backspace"]),
        ("PgDn", ["pagedown"]),
        ("ж", ["ж"]),
        ("nokey", [""]),
        ("a,", ["a", ""]),
    ],
)
def test_keys_are_written_as_they_stand_on_a_keyboard(written: str, keys: list[str]) -> None:
    assert list(each_key(written)) == keys


@pytest.mark.parametrize(
    ("chosen", "id", "why"),
    [
        ({"bookmrk": "b"}, "bookmrk", "no such key; did you mean bookmark?"),
        ({"sort": "nokey"}, "sort", "'nokey' is no key"),
        ({"sort": "f"}, "sort", "f is the key of filter too"),
        # The lanes of the Timeline and a bookmark can both be asked for there.
        ({"bookmark": "b"}, "bookmark", "b is the key of lanes too"),
        ({"sort": "F6", "filter": "F6"}, "filter", "F6 is the key of sort too"),
    ],
)
def test_what_is_wrong_is_told_by_id(chosen: dict[str, str], id: str, why: str) -> None:
    good, wrong = checked(chosen)
    assert why in wrong[id]
    assert id not in good


@pytest.mark.parametrize(
    "chosen",
    [
        {"sort": "f", "filter": "s"},
        # Neighbours have a screen of their own.
        {"neighbour-middle": "y"},
        {"search": "slash,F3"},
    ],
)
def test_keys_may_change_places(chosen: dict[str, str]) -> None:
    assert checked(chosen) == ({id: ",".join(each_key(k)) for id, k in chosen.items()}, {})


def test_the_command_names_file_and_line(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file.write_text(
        'theme = "serbia-day"\n[keys]\nsort = "f"\nsrt = "x"\nfilter = 3\nundo = "F2"\n'
    )
    assert main(["config"]) == 1
    told, wrong = capsys.readouterr()
    assert f"{settings_file}:3: keys.sort: f is the key of filter too" in wrong
    assert f"{settings_file}:4: keys.srt: no such key; did you mean sort?" in wrong
    assert f"{settings_file}:5: keys.filter: expected a key" in wrong
    assert 'undo = "F2"  # Undo your last change' in told.splitlines()
    assert all(f"\n# {id} = " in told for id in named_keys() if id not in ("undo", "sort"))


def test_what_the_command_prints_can_be_the_file(
    settings_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings_file.write_text('[keys]\nundo = "Ctrl+T"\n')
    assert main(["config"]) == 0
    printed = capsys.readouterr().out
    settings_file.write_text(printed)
    assert [(each.id, each.keys) for each in read(settings_file).keys] == [("undo", "Ctrl+T")]
    # So can all of it with no line behind a comment sign.
    every = printed.replace("# keys", "").splitlines()
    settings_file.write_text(
        "\n".join(line.removeprefix("# ") for line in every if " = " in line or "[" in line)
    )
    settings = read(settings_file)
    assert settings.problems == ()
    assert not checked({each.id: each.keys for each in settings.keys})[1]


async def test_the_screen_has_and_tells_them_as_they_are_set(settings_file: Path) -> None:
    settings_file.write_text(
        '[keys]\nbookmark = "F6"\nundo = "Z"\nsort = "f"\nfilter = "s"\nquit = "f"\n'
    )
    appearance = Appearance(None, keys=read(settings_file).keys)
    app = Explorer(lambda _say: sample_corpus(), tab="results", appearance=appearance)
    async with app.run_test(size=MIDDLE, notifications=True) as pilot:
        journey = Journey(app, pilot)
        await app.workers.wait_for_complete()
        await journey.settle()
        told = " ".join(" ".join(each.message.split()) for each in app._notifications)
        assert "keys.quit: f is the key of" in told
        await journey.press("f6")
        assert journey.main.notes.annotations
        assert "Z undoes" in journey.seen
        # What shares the old key of another keeps it.
        await journey.press("p", "space")
        assert "short" in journey.card or "seats" in journey.card
        await journey.press("Z")
        assert not journey.main.notes.annotations
        await journey.press("u")
        assert not journey.main.notes.annotations
        await journey.press("4")
        bar = journey.lines[-1]
        assert " f Sort " in bar
        assert " s Filter " in bar
        assert " / Search " in bar
        await journey.press("question_mark", *"undo")
        assert any("Z" in line and "Undo your last change" in line for line in journey.lines)


class TestAKeyInALine:
    LINE = Content.assemble(
        "4 of 9 · ", ("Esc", ".key"), " clears   ", ("+", ".key"), " ", ("-", ".key"), " zoom"
    )

    @pytest.mark.parametrize(
        ("words", "key"),
        [("4 of", ""), ("Esc", "Esc"), ("clears", "Esc"), ("+", "+"), ("-", "-"), ("zoom", "+")],
    )
    def test_is_pressed_by_a_click_on_it_or_its_words(self, words: str, key: str) -> None:
        assert key_at(self.LINE, self.LINE.plain.index(words)) == key

    async def test_so_disagreements_are_reached_from_sources(self) -> None:
        app = Explorer(lambda _say: sample_corpus(), tab="sources")
        async with app.run_test(size=MIDDLE) as pilot:
            journey = Journey(app, pilot)
            await app.workers.wait_for_complete()
            await journey.settle()
            line = journey.lines[1]
            await pilot.click(offset=(line.index("disagreement"), 1))
            await journey.settle()
            assert journey.main.view == "disagreements"
