"""What a terminal sends becomes messages, whatever it is; and Textual is as this relies on."""

from __future__ import annotations

import inspect
from importlib.metadata import version

import pytest
from textual import events
from textual._parser import Parser
from textual._xterm_parser import XTermParser
from textual.command import CommandPalette
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tests.pty.test_input import MALFORMED
from tests.samples import sample_corpus
from tui.app import textual_guards
from tui.app.explorer import Explorer
from tui.app.textual_guards import GuardedDriver, GuardedParser

CHECKED = "8"
"""The version of Textual whose insides were read."""


def told(messages: list[Message]) -> list[str]:
    """The keys by their names, and what was pasted in brackets."""
    return [
        message.key
        if isinstance(message, events.Key)
        else f"[{message.text}]"
        if isinstance(message, events.Paste)
        else type(message).__name__
        for message in messages
    ]


def made_of(*sent: str) -> list[str]:
    parser = GuardedParser()
    return told([message for data in sent for message in parser.feed(data)])


class TestTextual:
    """Fails clearly with a version in which the guard would guard nothing."""

    def test_is_of_the_version_that_was_read(self) -> None:
        assert version("textual").split(".")[0] == CHECKED, (
            "read textual/_xterm_parser.py, _parser.py and drivers/linux_driver.py again"
        )

    @pytest.mark.parametrize(
        ("owner", "name", "parameters"),
        [
            (XTermParser, "__init__", ["self", "debug"]),
            (Parser, "feed", ["self", "data"]),
            (Parser, "tick", ["self"]),
            (XTermParser, "parse", ["self", "token_callback"]),
            (LinuxDriver, "run_input_thread", ["self"]),
            (Driver, "process_message", ["self", "message"]),
            (CommandPalette, "_action_command_list", ["self", "action"]),
        ],
    )
    def test_has_the_methods_that_are_replaced_or_called(
        self, owner: type, name: str, parameters: list[str]
    ) -> None:
        assert list(inspect.signature(getattr(owner, name)).parameters) == parameters

    def test_keeps_its_state_where_it_is_set_anew(self) -> None:
        assert {"_tokens", "_gen", "_awaiting", "_timeout_time"} <= vars(XTermParser()).keys()
        source = inspect.getsource(LinuxDriver)
        for name in ("self.fileno", "self.exit_event", "self._debug"):
            assert name in source, name

    def test_still_dies_of_what_is_guarded(self) -> None:
        """Once it does not, the guard can go."""
        with pytest.raises((ValueError, OverflowError)):
            list(XTermParser().feed("\x1b[1114112u"))


class TestKeys:
    def test_are_what_textual_makes_of_them(self) -> None:
        sent = "aé\x1b[A\x1b[97;5u\x1b[Z\r\x7f"
        assert made_of(sent) == told(list(XTermParser().feed(sent)))

    @pytest.mark.parametrize("sent", MALFORMED)
    def test_behind_what_is_malformed_are_read(self, sent: str) -> None:
        letters = MALFORMED[sent].decode("utf-8", "replace")
        assert made_of(letters, "\x1b[A")[-1:] == ["up"] or sent.startswith("half")

    def test_are_read_wherever_the_bytes_are_cut(self) -> None:
        sent = "a\x1b[200~x\x1bq\x1b[201~b\x1b[A"
        whole = made_of(sent)
        assert whole == ["a", "[x\x1bq]", "b", "up"]
        for cut in range(1, len(sent)):
            assert made_of(sent[:cut], sent[cut:]) == whole
        assert made_of(*sent) == whole


class TestAPaste:
    def test_is_one_message_whatever_is_in_it(self) -> None:
        assert made_of("\x1b[200~q\x1b[201~q\x1b[201~x") == ["[q\x1b[201~q]", "x"]
        assert made_of("\x1b[200~\x1b[200~q\x1bq\x1b[201~") == ["[\x1b[200~q\x1bq]"]
        assert made_of("\x1b[200~one\x1b[201~\x1b[200~two\x1b[201~") == ["[one]", "[two]"]

    def test_without_an_end_ends_after_a_while(self, monkeypatch: pytest.MonkeyPatch) -> None:
        parser = GuardedParser()
        now = [100.0]
        monkeypatch.setattr(textual_guards, "monotonic", lambda: now[0])
        assert told(list(parser.feed("\x1b[200~half"))) == []
        now[0] += textual_guards.UNFINISHED + 1
        assert told(list(parser.tick())) == ["[half]"]
        assert told(list(parser.feed("q"))) == ["q"]


@pytest.mark.parametrize("size", [(120, 40), (60, 4), (300, 3), (1, 1), (5, 24), (7, 24)])
async def test_the_palette_takes_every_key_in_a_window_of_any_size(size: tuple[int, int]) -> None:
    app = Explorer(lambda _say: sample_corpus())
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+p", "h")
        await pilot.pause(0.3)  # The palette looks for commands in the background.
        await pilot.press("pagedown", "pageup", "end", "home", "down", "escape")
        await pilot.press("2")
        assert app.is_running


def test_a_driver_of_another_system_is_left_as_it_is() -> None:
    assert issubclass(GuardedDriver, LinuxDriver)
