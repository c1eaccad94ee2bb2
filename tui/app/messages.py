"""What the parts of the explorer say to one another.

Requests are imperatives, and the main screen answers them; facts are participles. None is
ever compared or printed; methods for that would be made, one by one, before the first frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from tui.comparison import ComparisonQuestion
    from tui.corpus import Corpus, Filter
    from tui.model import Anchor, Record
    from tui.notes import Kept
    from tui.search import Query


@dataclass(repr=False, eq=False)
class Narrow(Message):
    """Show only what a filter keeps."""

    to: Filter


@dataclass(repr=False, eq=False)
class Widen(Message):
    """Leave out one filter, or all of them."""

    by: Filter | None = None


@dataclass(repr=False, eq=False)
class Refine(Message):
    """Show of one kind of record only what these filters keep, instead of those before."""

    kind: str
    by: tuple[Filter, ...] = ()


@dataclass(repr=False, eq=False)
class Cleared(Message):
    """What was looked for in a tab is no more."""

    tab: str
    text: str


@dataclass(repr=False, eq=False)
class Sorted(Message):
    """The list of a tab is sorted in another way."""

    tab: str
    order: str


@dataclass(repr=False, eq=False)
class ChooseFilter(Message):
    """Ask what to filter a kind of record by, among those that a query finds."""

    kind: str
    query: Query | None = None


@dataclass(repr=False, eq=False)
class ShowNeighbours(Message):
    """Show an actor among its neighbours, to walk from one to another."""

    actor: str


@dataclass(repr=False, eq=False)
class ArticlesAdded(Message):
    """Articles have been added, and all is read again; no corpus where none has."""

    corpus: Corpus | None
    lines: tuple[str, ...] = ()


@dataclass(repr=False, eq=False)
class ShowRecord(Message):
    """Show a record in the tab of its kind."""

    record: str


@dataclass(repr=False, eq=False)
class ShowTab(Message):
    """Show a tab as it was left."""

    tab: str


@dataclass(repr=False, eq=False)
class Open(Message):
    """Show a passage in its article: the record's first one, unless another is named; and
    light what a query looks for there."""

    record: str
    anchor: Anchor | None = None
    sought: str = ""


@dataclass(repr=False, eq=False)
class Compare(Message):
    """Show what speakers say side by side."""

    asked: ComparisonQuestion


@dataclass(repr=False, eq=False)
class ChooseSpeakers(Message):
    """Ask whom to compare, instead of those who are compared now."""

    asked: ComparisonQuestion


@dataclass(repr=False, eq=False)
class Copy(Message):
    """Put a record with its citation on the clipboard; ``asking``, in a form that the reader
    chooses."""

    record: Record
    asking: bool = False


@dataclass(repr=False, eq=False)
class Export(Message):
    """Ask what to write into a file, and in which form. ``records`` are those listed now,
    ``name`` what they are called."""

    records: Sequence[Record]
    name: str


@dataclass(repr=False, eq=False)
class Browse(Message):
    """Open the address of an article in a browser."""

    url: str


@dataclass(repr=False, eq=False)
class SearchTab(Message):
    """Search a tab for something; everywhere, where no tab is named."""

    text: str
    tab: str = ""


@dataclass(repr=False, eq=False)
class Remember(Message):
    """Note a search among the last ones."""

    text: str


@dataclass(repr=False, eq=False)
class Save(Message):
    """Save a search under a name that the reader is asked for."""

    text: str
    tab: str = ""


@dataclass(repr=False, eq=False)
class Forget(Message):
    """Delete the saved search of a name."""

    name: str


@dataclass(repr=False, eq=False)
class Bookmark(Message):
    """Put a bookmark on a record or on words, or take it away."""

    on: Record | Anchor


@dataclass(repr=False, eq=False)
class WriteNote(Message):
    """Write a note on a record or on words; change the one with an id."""

    on: Record | Anchor
    note: str = ""


@dataclass(repr=False, eq=False)
class Tag(Message):
    """Ask for the tags of a record or of words."""

    on: Record | Anchor


@dataclass(repr=False, eq=False)
class Review(Message):
    """Give a record or words the next review state."""

    on: Record | Anchor


@dataclass(repr=False, eq=False)
class Correct(Message):
    """Ask what of a record is wrong, and what it should say; of words, what record they are."""

    on: Record | Anchor


@dataclass(repr=False, eq=False)
class Remove(Message):
    """Take annotations away, by their ids; ``what`` says what they are added to."""

    ids: frozenset[str]
    what: str


@dataclass(repr=False, eq=False)
class Progress(Message):
    """The loader says how far it is, in words and as a share of its time, 0 where unknown."""

    line: str
    share: float = 0.0

    def can_replace(self, message: Message) -> bool:
        """Only the newest line is of interest."""
        return isinstance(message, Progress)


@dataclass(repr=False, eq=False)
class PartLoaded(Message):
    """A part of the corpus is there, while the rest is read."""

    corpus: Corpus


@dataclass(repr=False, eq=False)
class Loaded(Message):
    """The corpus is there, and what the user has added."""

    corpus: Corpus
    kept: Kept


class Begun(Message):
    """The first articles are shown: keys have something to act on."""


class Indexed(Message):
    """Whatever can be searched can be searched without waiting."""


class MadeReady(Message):
    """The views that nobody has asked for yet are made."""


@dataclass(repr=False, eq=False)
class Failed(Message):
    """The corpus could not be had, and why."""

    why: str
