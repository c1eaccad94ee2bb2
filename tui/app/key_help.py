"""All keys and signs, as the help lists them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.binding import BindingType

from tui.annotation import BOOKMARK, CHECKED, CORRECTED, DISPUTED, MOVED_SIGN, NOTE, TAG
from tui.app.dialogs.adding import Adding
from tui.app.dialogs.facets import Facets
from tui.app.dialogs.neighbours import Neighbours
from tui.app.keys import APPLICATION
from tui.app.main_screen import MainScreen
from tui.app.noting import Noting
from tui.app.panes.actors import Actors
from tui.app.panes.compared import Compared
from tui.app.panes.notable import KEYS
from tui.app.panes.notebook import NotebookPane
from tui.app.panes.overview import OverviewPane
from tui.app.panes.pane import Pane
from tui.app.panes.reader import ReaderPane
from tui.app.panes.registry import PLACES, TABS
from tui.app.panes.results import Results
from tui.app.panes.searched import Searched
from tui.app.panes.timeline import Timeline
from tui.app.rereading import Rereading
from tui.app.visiting import Visiting
from tui.app.widgets.article_view import ArticleView
from tui.app.widgets.grid import Grid
from tui.app.widgets.row_list import RowList
from tui.app.widgets.search_box import SearchBox
from tui.app.widgets.text_input import TextInput
from tui.charts.strip import LEGEND as SIGNS
from tui.glyphs import STATUS_SIGNS
from tui.wording import BASIS_SHORT, BASIS_WORDS, STATUS_WORDS


class KeyGroup(NamedTuple):
    """Keys, and where they hold."""

    title: str
    bindings: Sequence[BindingType]


HERE = {
    "overview": "In the Overview",
    "timeline": "In Timeline",
    "actors": "In Actors",
    "results": "In Results",
    "notebook": "What you add",
    "compared": "Side by side",
    "reader": "In an article",
}
"""The group of keys that a view has for itself."""

LISTS = ("In a tab", "In a list or a detail")
"""The groups of keys that hold in every tab."""


def sections(view: str = "") -> list[KeyGroup]:
    """All keys of the explorer, grouped by where they hold; those of a view first."""
    groups = {
        "Everywhere": [
            *Visiting.BINDINGS,
            *MainScreen.BINDINGS,
            *Rereading.BINDINGS,
            *APPLICATION,
        ],
        "What you add": [*KEYS, *Noting.BINDINGS, *NotebookPane.BINDINGS],
        "In a tab": [*Searched.BINDINGS, *_own(Pane.BINDINGS)],
        "In the Overview": _own(OverviewPane.BINDINGS),
        "In Timeline": Timeline.BINDINGS,
        "In Actors": Actors.BINDINGS,
        "In Results": Results.BINDINGS,
        "In a list or a detail": RowList.BINDINGS,
        "While searching": [*TextInput.BINDINGS, *SearchBox.BINDINGS],
        "While adding articles": Adding.BINDINGS,
        "In the filter": Facets.BINDINGS,
        "Among neighbours": Neighbours.BINDINGS,
        "Side by side": [*Compared.BINDINGS, *Grid.BINDINGS],
        "In an article": [*ArticleView.BINDINGS, *_own(ReaderPane.BINDINGS)],
    }
    return [KeyGroup(title, groups[title]) for title in dict.fromkeys((*near(view), *groups))]


def near(view: str) -> tuple[str, ...]:
    """The groups of keys that hold in a view, its own first."""
    own = (HERE[view],) if view in HERE else ()
    if view == "overview":
        return (*own, LISTS[1])
    return (*own, *LISTS) if view in TABS else own


def here(view: str) -> str:
    """What the first group of keys is called in a view."""
    title = HERE.get(view, f"In {PLACES.get(view, view)}")
    return f"Here: {title[:1].lower()}{title[1:]}"


def _own(bindings: list[BindingType]) -> list[BindingType]:
    """Keys without those that add something, which are listed once."""
    return [each for each in bindings if each not in KEYS]


DATED = {basis: text for basis, text in BASIS_WORDS.items() if basis != "unknown"}

LEGEND = [
    *((STATUS_SIGNS[status], f"an event: {text}") for status, text in STATUS_WORDS.items()),
    *((BASIS_SHORT[basis], f"a date that is {text}") for basis, text in DATED.items()),
    *((sign, f"in the chart of time: {meaning}") for sign, meaning in SIGNS),
    ("†", "not from these sources: stands in the curated files, with its reason"),
    ("~ < > ≤ ≥", "about, under, over, at most, at least: as the source says"),
    ("≠", "sources tell it differently, and nothing explains that; ~ where something does"),
    ("╱╱╱", "not reported by any of these sources"),
    (BOOKMARK, "what you have bookmarked"),
    (NOTE, "what you have written a note on"),
    (TAG, "what you have tagged"),
    (CHECKED, "what you have checked"),
    (DISPUTED, "what you dispute"),
    (CORRECTED, "what you have corrected"),
    (MOVED_SIGN, "what you have added to, and whose words have changed since"),
    ("“…”", "words in quotation marks; reported speech has none"),
]
