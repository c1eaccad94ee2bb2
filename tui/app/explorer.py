"""The application: themes, the palette, help, and one screen that does the rest."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from time import monotonic
from typing import ClassVar

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen
from textual.theme import Theme

from tui.app.collecting import Collect
from tui.app.error_boundary import ErrorBoundary, PartFailed
from tui.app.keys import APPLICATION, keys_of, told_keys
from tui.app.loading import Load
from tui.app.main_screen import MainScreen
from tui.app.messages import Begun, Failed, Indexed, MadeReady, Sorted
from tui.app.rereading import ArticleFiles
from tui.app.styling import ROLES
from tui.app.themes import NIGHT, THEMES, WIDTHS, fitting
from tui.app.type_ahead import OrderedInput
from tui.appearance import Appearance, SetKey
from tui.glyphs import has_all_signs
from tui.notes import Keeper
from tui.terminal_text import sanitized


def _keys() -> type[Provider]:
    # The palette is imported when it is first opened.
    from tui.app.commands import KeyCommands

    return KeyCommands


def _records() -> type[Provider]:
    from tui.app.commands import RecordCommands

    return RecordCommands


def _saved() -> type[Provider]:
    from tui.app.commands import SavedCommands

    return SavedCommands


SHARES = 2, 3
"""The shares of the width that a list and its detail have."""

SAID_FOR = 3.0
"""Seconds for which it is told why a key does nothing."""

MOST_TROUBLES = 20
"""After so many different errors the explorer gives up."""


class Explorer(ErrorBoundary, OrderedInput):
    """A terminal explorer of news reports."""

    TITLE = "serbia-tui"
    CSS_PATH = "explorer.tcss"
    # The roles are components of the application, read once for all its screens: a screen is
    # styled three times before the first frame, and each time with all its components.
    COMPONENT_CLASSES: ClassVar[set[str]] = App.COMPONENT_CLASSES | ROLES
    COMMANDS = App.COMMANDS | {_keys, _records, _saved}

    BINDINGS: ClassVar[list[BindingType]] = APPLICATION

    _appearance: Appearance | None = None

    def __init__(
        self,
        load: Load,
        *,
        open_id: str | None = None,
        tab: str | None = None,
        encoding: str = "utf-8",
        colours: str | None = None,
        goes_on: bool = False,
        makes_ready: bool = False,
        keeper: Keeper | None = None,
        collect: Collect | None = None,
        files: ArticleFiles | None = None,
        appearance: Appearance | None = None,
        notice: str = "",
    ) -> None:
        self._appearance = appearance
        super().__init__()
        self.goes_on = goes_on
        """Whether it goes on where a part of it fails; else the first error is raised."""
        self.fatal: Exception | None = None
        """The error that ended it, if one did."""
        self._said = "", 0.0
        """Why the last key did nothing, and when that was said."""
        self._troubles: set[tuple[object, str]] = set()
        self._encoding = encoding
        self._main = MainScreen(
            load, open_id, tab, keeper, makes_ready=makes_ready, collect=collect, files=files
        )
        self._main.sorts = appearance.sorts() if appearance else {}
        self._notice = notice
        self.keys_set: dict[str, str] = {}
        """The keys that the reader has set, by id."""
        if appearance and appearance.keys:
            self._set_keys(appearance.keys)
        for theme in THEMES:
            self.register_theme(theme)
        chosen = appearance.theme() if appearance else ""
        theme = self.available_themes.get(chosen, NIGHT)
        self._begin_with(fitting(theme, colours))

    def _set_keys(self, keys: Sequence[SetKey]) -> None:
        """Have the keys that are set; what is wrong with one is told, and the default holds."""
        from tui.app.keymap import checked, textual_keymap

        self.keys_set, wrong = checked({each.id: each.keys for each in keys})
        self.set_keymap(textual_keymap(self.keys_set))
        told = (f"{each.where}: {wrong[each.id]}" for each in keys if each.id in wrong)
        self._notice = ". ".join(filter(None, (self._notice, *told)))

    def _begin_with(self, theme: Theme) -> None:
        """Have a theme before anything is styled: to change to it would read and apply the
        whole stylesheet a second time before the first frame."""
        self.set_reactive(App.theme, theme.name)
        self.set_class(theme.dark, "-dark-mode", update=False)
        self.set_class(not theme.dark, "-light-mode", update=False)
        self.set_class(True, f"-theme-{theme.name}", update=False)
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_css_variables(self) -> dict[str, str]:
        """Those of the theme, and what share of the width a list and its detail have."""
        width = self._appearance.list_width if self._appearance else 0
        shares = (width, 100 - width) if width else SHARES
        given = {"list-share": f"{shares[0]}fr", "detail-share": f"{shares[1]}fr"}
        return {**super().get_css_variables(), **given}

    def watch_theme(self, theme: str) -> None:
        """Keep a theme that is chosen for the next time."""
        if self._appearance is not None and self.is_running:
            self._keep("theme", partial(self._appearance.choose, theme))

    @on(Sorted)
    def keep_order(self, message: Sorted) -> None:
        """Keep how a list is sorted for the next time."""
        if self._appearance is not None:
            self._keep("order", partial(self._appearance.sort, message.tab, message.order))

    def _keep(self, what: str, keep: Callable[[], None]) -> None:
        try:
            keep()
        except OSError as error:
            self._main.say(f"This {what} is not kept: {error.strerror or error}", "warning")

    def on_ready(self) -> None:
        """Collect garbage from now on; what stands by now stays to the end."""
        self._main.announces = bool(self._appearance and self._appearance.announces)
        if self._notice:
            self._main.say(self._notice, "warning", seconds=12)
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    @on(Indexed)
    @on(MadeReady)
    def keep_what_stands(self) -> None:
        """Look for garbage among what is made from now on: to go through a large corpus and
        its indexes, which stay to the end, would keep a key waiting for half a second."""
        if gc.get_freeze_count():
            gc.freeze()

    def get_default_screen(self) -> MainScreen:
        # Textual gives a screen the class of its width when it hears of its size. With that
        # class from the start nothing is styled, and no list made, a second time for it.
        width = self.size.width
        fitting = [name for least, name in WIDTHS if width >= least]
        self._main.set_class(True, fitting[-1], update=False)
        return self._main

    def get_driver_class(self) -> type[Driver]:
        found = super().get_driver_class()
        if found.__name__ != "LinuxDriver":
            return found
        from tui.app.textual_guards import GuardedDriver

        return GuardedDriver

    @on(Driver.SignalResume)
    def paint_all(self) -> None:
        """Paint the whole screen after the shell has had it: what stood there is gone."""
        self.refresh(layout=True)

    def get_line_filters(self) -> Sequence[LineFilter]:
        filters = super().get_line_filters()
        if self.current_theme.ansi:
            # The terminal's own colours have no grey that they could be drawn in.
            filters = [NoColor() if isinstance(each, Monochrome) else each for each in filters]
        if has_all_signs(self._encoding):
            return filters
        from tui.app.ascii_fallback import InEncoding

        return [*filters, InEncoding(self._encoding)]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand("Theme", "Other colours, light or dark", self.action_change_theme)
        yield SystemCommand(
            "Announce",
            "Say the chosen row in the last line, as one sentence; again to stop",
            self.action_announce,
        )
        from tui.help_topics import HELP_TOPICS

        for name, topic in HELP_TOPICS.items():
            show = partial(self.action_guide, name)
            yield SystemCommand(f"Guide: {name}", topic.about, show, discover=False)
        yield SystemCommand(
            "Picture", "Save a picture of the screen as SVG", self.deliver_screenshot
        )

    async def on_event(self, event: events.Event) -> None:
        """What is pasted may hold anything, and any field shows it as it is."""
        if isinstance(event, events.Paste):
            event.text = sanitized(event.text)
        await super().on_event(event)

    def too_early(self, event: events.Key | events.Paste) -> bool:
        """Whether a key waits for the first articles: all do but those of the application."""
        # What is typed at once may come before there is any screen.
        if self._main.begun or (self.screen_stack and self.screen is not self._main):
            return False
        if isinstance(event, events.Paste):
            return True
        own = [each for each in APPLICATION if isinstance(each, Binding)]
        return all(event.key not in keys_of(each, self.keys_set) for each in own)

    @on(Begun)
    async def answer_what_was_typed(self) -> None:
        # What is typed for the tabs is none of a dialog's that stands before them.
        if self.screen is self._main:
            await self.send_early()

    @on(Failed)
    def forget_what_was_typed(self) -> None:
        self.forget_early()

    @on(PartFailed)
    def show_trouble(self, message: PartFailed) -> None:
        """Say what failed, and on which record; the same only once."""
        record = self._main.record_of(message.on)
        trouble = record and record.id, repr(message.error)
        if trouble in self._troubles:
            return
        self._troubles.add(trouble)
        if len(self._troubles) > MOST_TROUBLES:
            self._handle_exception(message.error)
            return
        from tui.app.dialogs.record_failed import RecordFailed

        self.push_screen(RecordFailed(message.error, record))

    def leave(self, code: int) -> None:
        """Leave with an exit code, as soon as the message of the moment is answered; may be
        called between any two steps of the program."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.exit, None, code)

    def _handle_exception(self, error: Exception) -> None:
        # Textual prints a traceback when the screen is given back. Whoever runs the explorer
        # is told of the error instead, and says it in a line.
        if not self.goes_on:
            super()._handle_exception(error)
            return
        self.fatal = self.fatal or error
        self._return_code = 1
        self._close_messages_no_wait()

    def action_command_palette(self) -> None:
        from tui.app.textual_guards import GuardedPalette

        if not isinstance(self.screen, GuardedPalette):
            self.push_screen(GuardedPalette(id="--command-palette"))

    def action_help_quit(self) -> None:
        """Say what quits: Ctrl+C, which is pressed for that in a shell, does not."""
        self._main.say(told_keys(self._main, "Ctrl+C does not quit here; press {quit-anywhere}"))

    def action_announce(self) -> None:
        self._main.announces = not self._main.announces

    def action_guide(self, name: str) -> None:
        """Show one of the help topics."""
        from tui.app.dialogs.guide import Guide

        self.push_screen(Guide(name))

    def action_help(self) -> None:
        from tui.app.dialogs.help import Help
        from tui.app.key_help import LEGEND, here, sections

        groups = [(title, bindings) for title, bindings in sections(self._main.view)]
        groups[0] = (here(self._main.view), groups[0][1])
        self.push_screen(Help(groups, LEGEND, self.keys_set))

    async def _check_bindings(self, key: str, priority: bool = False) -> bool:
        """Do what a key is bound to; a key that can do nothing here says why."""
        done = await super()._check_bindings(key, priority)
        if not (done or priority) and self.screen is self._main and self._main.view != "waiting":
            self._say_why_not(key)
        return done

    def _say_why_not(self, key: str) -> None:
        from tui.app.why_not import why_not

        why = why_not(key, self._main.view, self.keys_set)
        now = monotonic()
        said, at = self._said
        # A key that is held down says it once.
        if why and (why != said or now - at > SAID_FOR):
            self._said = why, now
            self._main.say(why, seconds=SAID_FOR)
