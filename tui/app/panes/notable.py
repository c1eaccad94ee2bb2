"""A view in which something can be added to what it shows."""

from __future__ import annotations

from collections.abc import Hashable

from textual.binding import BindingType

from tui.app.keys import hidden, key
from tui.app.messages import Bookmark, Copy, Correct, Review, Tag, WriteNote
from tui.app.panes.view import View
from tui.model import Anchor, Record

ADDING = ("bookmark", "note", "tag", "review", "correct")

COPYING: list[BindingType] = [
    key("copy", "y", "copy", "Copy", "Copy the record with its citation"),
    hidden("copy-as", "Y", "copy_as", "Copy as", "Copy in another form: Markdown, BibTeX …"),
]  # fmt: skip
EXPORTING = hidden(
    "export",
    "ctrl+e",
    "export",
    "Export",
    "Export the list, your bookmarks or your notes to a file",
)

KEYS: list[BindingType] = [
    hidden(
        "bookmark", "space", "bookmark", "Mark",
        "Bookmark this record or the selected words; press again to remove the bookmark",
    ),
    hidden("note", "a", "note", "Note", "Write or edit a note"),
    hidden("tag", "number_sign", "tag", "Tags", "Add, change or remove tags"),
    hidden(
        "review", "r", "review", "Review",
        "Review: mark as checked, then disputed, then unchecked",
    ),
    hidden(
        "correct", "C", "correct", "Correct",
        "Correct this record, or make a record of the selected words",
    ),
]  # fmt: skip
"""The keys that add something; a view has them behind its own."""


class Notable(View):
    """A view of records or words that can have bookmarks, notes, tags and a review state."""

    @property
    def subject(self) -> Record | Anchor | None:
        """What something would be added to."""
        raise NotImplementedError

    @property
    def cited(self) -> Record | None:
        """What is copied, with its citation."""
        raise NotImplementedError

    def signs_of(self, target: Hashable) -> str:
        """The signs of what is added to a record that a row stands for."""
        return self.corpus.added.to(target).signs if isinstance(target, str) else ""

    def action_bookmark(self) -> None:
        if (on := self.subject) is not None:
            self.post_message(Bookmark(on))

    def action_note(self) -> None:
        if (on := self.subject) is not None:
            self.post_message(WriteNote(on))

    def action_tag(self) -> None:
        if (on := self.subject) is not None:
            self.post_message(Tag(on))

    def action_review(self) -> None:
        if (on := self.subject) is not None:
            self.post_message(Review(on))

    def action_correct(self) -> None:
        if (on := self.subject) is not None:
            self.post_message(Correct(on))

    def action_copy(self) -> None:
        if (record := self.cited) is not None:
            self.post_message(Copy(record))

    def action_copy_as(self) -> None:
        if (record := self.cited) is not None:
            self.post_message(Copy(record, asking=True))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ADDING:
            return self.subject is not None
        if action in ("copy", "copy_as"):
            return self.cited is not None
        return super().check_action(action, parameters)
