"""What the explorer shows one of at a time: a tab, or the reader."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.containers import Container, Vertical
from textual.reactive import reactive
from textual.widget import AwaitMount, Widget
from textual.widgets import ContentSwitcher

from tui.app.error_boundary import ErrorBoundary
from tui.app.type_ahead import KeySettled
from tui.app.widgets.lines import Ground
from tui.corpus import Corpus
from tui.notes import Notes


class ViewBody(Container, Ground):
    """A list and what stands beside it."""


class Views(ContentSwitcher, Ground):
    """Where one view at a time is shown; it looks the same whichever that is."""

    current: reactive[str | None] = reactive[str | None](None, init=False, repaint=False)


class View(ErrorBoundary, Vertical, Ground):
    """A part of the screen that is furnished when it is first shown, and then has the focus."""

    corpus: reactive[Corpus] = reactive(Corpus(), init=False, always_update=True)
    notes: reactive[Notes] = reactive(Notes(), init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.furnished = False
        self.aside = False
        """Whether it stands where nobody sees it."""
        self._mounting: AwaitMount | None = None
        self._held_back: KeySettled | None = None
        """What follows a key, while the view has the focus for the widget that will."""

    @property
    def foremost(self) -> Widget:
        """The widget that has the focus when the view is shown."""
        raise NotImplementedError

    @property
    def busy(self) -> bool:
        """Whether what it shows is still worked out."""
        return False

    def parts(self) -> Iterable[Widget]:
        """What the view consists of."""
        raise NotImplementedError

    def furnish(self) -> None:
        """Mount what the view consists of, when it is first shown."""
        if not self.furnished:
            self.furnished = True
            self._mounting = self.mount_all(self.parts())

    def get_ready(self) -> None:
        """Do ahead what would have to be done when the view is first shown: here it is laid
        out beyond the edge of the screen, in all the room that it will have."""
        self.aside = True
        # In a layer of its own it takes no room from others.
        self.styles.layer = self.id
        self.styles.offset = ("100vw", 0)
        self.furnish()

    def step_in(self) -> None:
        """Stand where it is seen, when it is shown."""
        if self.aside:
            self.aside = False
            self.styles.layer = self.styles.offset = None

    def allow_focus_children(self) -> bool:
        return not self.aside and super().allow_focus_children()

    async def stands(self) -> None:
        """Wait until all that the view consists of is mounted."""
        if self._mounting is not None:
            await self._mounting

    def take_focus(self) -> None:
        """Have the focus at once, so that no key typed ahead is lost: in the foremost
        widget, and until that is mounted in the view itself."""
        if self.foremost.is_mounted:
            self.screen.set_focus(self.foremost)
            self.can_focus = False
        else:
            self.can_focus = True
            self.screen.set_focus(self)
            self.call_after_refresh(self._hand_over)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing: it looks no different, and to style it would be to style all its parts."""

    @on(KeySettled)
    def wait_for_parts(self, event: KeySettled) -> None:
        """What is typed meanwhile is for who has the focus next."""
        if self.screen.focused is self:
            event.stop()
            self._held_back = event

    def _hand_over(self) -> None:
        # ``has_focus`` follows by message, and may still be true when a key has moved on.
        if self.screen.focused is self:
            self.take_focus()
        if self._held_back is not None and self.screen.focused is not self:
            self.app.post_message(KeySettled(self._held_back.number))
            self._held_back = None
