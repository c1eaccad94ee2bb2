"""What the parts of the explorer say to one another.

Requests are imperatives, and the main screen answers them; facts are participles.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui.comparing import Asked
from tui.corpus import Corpus, Filter
from tui.model import Anchor, Record
from tui.notes import Kept
from tui.search import Query


@dataclass
class Narrow(Message):
    """Show only what a filter keeps."""

    to: Filter


@dataclass
class Widen(Message):
    """Leave out one filter, or all of them."""

    by: Filter | None = None


@dataclass
class Refine(Message):
    """Show of one kind of record only what these filters keep, instead of those before."""

    kind: str
    by: tuple[Filter, ...] = ()


@dataclass
class Sift(Message):
    """Ask what to filter a kind of record by, among those that a query finds."""

    kind: str
    query: Query | None = None


@dataclass
class Walk(Message):
    """Show an actor among its neighbours, to walk from one to another."""

    actor: str


@dataclass
class Visit(Message):
    """Show a record in the tab of its kind."""

    record: str


@dataclass
class Open(Message):
    """Show a passage in its article: the record's first one, unless another is named."""

    record: str
    anchor: Anchor | None = None


@dataclass
class Compare(Message):
    """Show what speakers say side by side."""

    asked: Asked


@dataclass
class ChooseSpeakers(Message):
    """Ask whom to compare, instead of those who are compared now."""

    asked: Asked


@dataclass
class Copy(Message):
    """Put a record with its citation on the clipboard."""

    record: Record


@dataclass
class Browse(Message):
    """Open the address of an article in a browser."""

    url: str


@dataclass
class Look(Message):
    """Search a tab for something; everywhere, where no tab is named."""

    text: str
    tab: str = ""


@dataclass
class Remember(Message):
    """Note a search among the last ones."""

    text: str


@dataclass
class Save(Message):
    """Save a search under a name that the reader is asked for."""

    text: str
    tab: str = ""


@dataclass
class Forget(Message):
    """Delete the saved search of a name."""

    name: str


@dataclass
class Told(Message):
    """The loader says how far it is."""

    line: str

    def can_replace(self, message: Message) -> bool:
        """Only the newest line is of interest."""
        return isinstance(message, Told)


@dataclass
class Loaded(Message):
    """The corpus is there, and what the user has added."""

    corpus: Corpus
    kept: Kept


class Indexed(Message):
    """Whatever can be searched can be searched without waiting."""


@dataclass
class Failed(Message):
    """The corpus could not be had, and why."""

    why: str
