"""All keys, with what they do, filtered by typing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.app.keys import key_name, keys_of, with_keys
from tui.app.styling import DIM, HEADING, LABEL, column, joined, styled, wrapped
from tui.app.widgets.line import Line
from tui.app.widgets.row_list import Listing
from tui.app.widgets.rows import GAP, Row, line
from tui.help_topics import HELP_TOPICS

Section = tuple[str, Sequence[BindingType]]

KEYS = 20
"""The cells that the keys of a line have."""

ROOMY, FEW = 60, 12
"""In fewer cells than these the keys of a line have so many."""


class Help(ModalScreen[None]):
    """Every key of the explorer. The list is made of the bindings themselves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1", "dismiss", "Close", tooltip="Close the help"),
        Binding("down", "move(1)", "Down", show=False),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    def __init__(
        self,
        sections: Sequence[Section],
        legend: Sequence[tuple[str, str]],
        keys_set: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._sections = sections
        self._legend = legend
        self._set = keys_set

    def compose(self) -> ComposeResult:
        with Vertical(id="help"):
            title = Line()
            title.left = styled("Keys and signs", HEADING)
            title.right = styled("Esc closes", DIM)
            yield title
            yield Input(placeholder="Type to filter: open, search, week …", compact=True)
            listing = Listing()
            listing.can_focus = False
            yield listing

    def on_mount(self) -> None:
        self._fill("")

    @on(Input.Changed)
    def filter_keys(self, event: Input.Changed) -> None:
        """Show what the typed words leave."""
        self._fill(event.value)

    def _fill(self, typed: str) -> None:
        wanted = typed.casefold().split()
        rows: list[Row] = []
        for title, bindings in self._sections:
            fitting = [
                entry for entry in entries(bindings, self._set) if _fits(entry, title, wanted)
            ]
            rows += self._section(title, fitting)
        signs = [entry for entry in self._legend if _fits(entry, "signs", wanted)]
        rows += self._section("Signs", signs)
        guides = [(f"Guide: {name}", topic.about) for name, topic in HELP_TOPICS.items()]
        fitting = [entry for entry in guides if _fits(entry, "guides", wanted)]
        to_read = with_keys("To read: {palette-anywhere}, then its name", self._set)
        # A whole group of keys fits the name of its tab; who types that may want the guide.
        read = self._section(to_read, fitting)
        rows = [*read, *rows] if wanted else [*rows, *read]
        if not rows:
            rows = [GAP, line(joined("No key for ", (typed, LABEL)))]
        self.query_one(Listing).show(rows)

    @staticmethod
    def _section(title: str, entries: Sequence[tuple[str, str]]) -> list[Row]:
        if not entries:
            return []
        return [GAP, line(styled(title, HEADING)), *(_row(*entry) for entry in entries)]

    def action_move(self, step: int) -> None:
        listing = self.query_one(Listing)
        listing.bring(min(listing.scroll_offset.y + step, round(listing.max_scroll_y)))

    def action_page(self, step: int) -> None:
        self.action_move(step * max(1, self.query_one(Listing).tall - 2))


def entries(bindings: Sequence[BindingType], keys_set: Mapping[str, str]) -> list[tuple[str, str]]:
    """Keys and what they do; two keys for the same stand in one line. ``keys_set`` are those
    that the reader has set, by id."""
    found: dict[str, list[str]] = {}
    for binding in bindings:
        if isinstance(binding, Binding):
            text = binding.tooltip or binding.description
            keys = [key_name(key) for key in keys_of(binding, keys_set)]
            found.setdefault(text, []).extend(keys)
    return [("  ".join(dict.fromkeys(keys)), text) for text, keys in found.items() if text]


def _fits(entry: tuple[str, str], title: str, wanted: Sequence[str]) -> bool:
    text = f"{entry[0]} {entry[1]} {title}".casefold()
    return all(word in text for word in wanted)


def _row(keys: str, text: str) -> Row:
    def draw(width: int) -> list[Content]:
        room = max(KEYS if width >= ROOMY else FEW, len(keys) + 2)
        named = column(styled(keys, ".key"), room)
        return wrapped(styled(text), width, indent=room, first=named)

    return Row(draw)
