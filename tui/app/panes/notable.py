"""A view in which something can be added to what it shows."""

from __future__ import annotations

from collections.abc import Hashable

from textual.binding import Binding, BindingType

from tui.app.messages import Bookmark, Correct, Review, Tag, WriteNote
from tui.app.panes.view import View
from tui.model import Anchor, Record

ADDING = ("bookmark", "note", "tag", "review", "correct")

COPYING: list[BindingType] = [
    Binding("y", "copy", "Copy", tooltip="Copy the record with its citation"),
    Binding(
        "Y", "copy_as", "Copy as", show=False,
        tooltip="Copy in another form: Markdown, BibTeX …",
    ),
]  # fmt: skip
EXPORTING = Binding(
    "ctrl+e",
    "export",
    "Export",
    show=False,
    tooltip="Write what is listed, bookmarked or added into a file",
)

KEYS: list[BindingType] = [
    Binding(
        "space", "bookmark", "Mark", show=False,
        tooltip="Bookmark this record or these words; again to take the bookmark away",
    ),
    Binding("a", "note", "Note", show=False, tooltip="Write a note, or change it"),
    Binding("number_sign", "tag", "Tags", show=False, tooltip="Tags: add, change, take away"),
    Binding(
        "r", "review", "Review", show=False,
        tooltip="Review: unchecked, checked, disputed, and unchecked again",
    ),
    Binding(
        "C", "correct", "Correct", show=False,
        tooltip="Correct what this record says; of words, say which record they are",
    ),
]  # fmt: skip
"""The keys that add something; a view has them behind its own."""


class Notable(View):
    """A view of records or words that can have bookmarks, notes, tags and a review state."""

    @property
    def subject(self) -> Record | Anchor | None:
        """What something would be added to."""
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ADDING:
            return self.subject is not None
        return super().check_action(action, parameters)
