"""A screen that keeps what the reader adds, and tells what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from textwrap import fill
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.notifications import SeverityLevel
from textual.reactive import reactive
from textual.screen import Screen

from tui import annotating
from tui.annotating import Upon
from tui.annotation import Annotation, Noted, Step
from tui.app.keys import hidden, told_keys
from tui.app.messages import (
    Bookmark,
    Correct,
    Forget,
    Remember,
    Remove,
    Review,
    Save,
    Tag,
    WriteNote,
)
from tui.app.styling import styled
from tui.corpus import Corpus
from tui.model import Anchor, Record
from tui.notes import Keeper, Kept, Notes, SavedSearch
from tui.review_states import STATES

if TYPE_CHECKING:
    from tui.annotated import Desk


AROUND_NOTICE = 6
"""Cells of the screen beside the words of a notice."""


class Noting(Screen[None]):
    """Changes the notes when a part of the explorer asks for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        hidden("undo", "u", "undo", "Undo", "Undo your last change"),
        hidden("redo", "U", "redo", "Redo", "Redo the change that you undid"),
    ]

    notes: reactive[Notes] = reactive(Notes(), init=False)
    """What the reader has added: the last searches, those saved by name, and annotations."""

    corpus: reactive[Corpus] = reactive(Corpus(), init=False, always_update=True)
    """All that is shown, filters and what is added included: the one state of the explorer."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self._noticed = ""
        self._warned_until = 0.0
        """Till then a warning stands on the screen."""
        self._base = Corpus()
        """The corpus as it was read."""
        self._desk: Desk | None = None

    def hush(self) -> None:
        """Take away what was said about what one leaves, but for warnings that have time left."""
        if monotonic() >= self._warned_until:
            self.app.clear_notifications()

    def say(self, text: str, severity: SeverityLevel = "information", seconds: float = 3) -> None:
        """A short notice, in the place of the one before, but for warnings, which stay for
        their time. What it says may come from a source."""
        self.hush()
        if severity != "information":
            self._warned_until = monotonic() + seconds
        room = max(20, self.size.width - AROUND_NOTICE)
        told = "\n".join(
            fill(line, room, break_long_words=False, break_on_hyphens=False)
            for line in styled(text).plain.splitlines()
        )
        self.app.notify(told, severity=severity, timeout=seconds, markup=False)

    def keep(self, kept: Kept) -> None:
        """Show the notes as they are kept, and what went wrong with them, once."""
        before, self.notes = self.notes, kept.notes
        if before.annotations != kept.notes.annotations:
            self.corpus = self.with_added(kept.notes.annotations)
        if kept.notice and kept.notice != self._noticed:
            self.say(kept.notice, "warning", seconds=12)
        self._noticed = kept.notice
        if (before.done, before.undone) != (kept.notes.done, kept.notes.undone):
            self.refresh_bindings()

    def begin_with(self, corpus: Corpus, annotations: tuple[Annotation, ...]) -> None:
        """Show a corpus as it was read, with what is added to it."""
        self._base, self._desk = corpus, None
        self.corpus = self.with_added(annotations)

    def with_added(self, annotations: tuple[Annotation, ...]) -> Corpus:
        """The corpus with what is added to it and corrected in it, filtered as it is."""
        if not annotations and self._desk is None:
            return reduce(Corpus.narrowed, self.corpus.filters, self._base)
        return self.desk.corpus(annotations, self.corpus.filters)

    @property
    def desk(self) -> Desk:
        """What lays annotations over the corpus; most launches need none."""
        if self._desk is None:
            from tui.annotated import Desk

            self._desk = Desk(self._base, self.keeper.where)
        return self._desk

    # ---------------------------------------------------------------------- searches

    @on(Remember)
    def remember(self, message: Remember) -> None:
        self.keep(self.keeper.change(lambda notes: notes.remembering(message.text)))

    @on(Save)
    def save(self, message: Save) -> None:
        """Ask for a name, and save the search under it."""
        from tui.app.dialogs.save_search import SaveSearch

        def named(name: str | None) -> None:
            if name:
                search = SavedSearch(name, message.text, message.tab)
                self.keep(self.keeper.change(lambda notes: notes.saving(search)))
                self.say(f"Saved “{name}”. Open it from the palette (Ctrl+P).")

        taken = {each.name: each.query for each in self.notes.saved}
        self.app.push_screen(SaveSearch(message.text, taken), named)

    @on(Forget)
    def forget(self, message: Forget) -> None:
        self.keep(self.keeper.change(lambda notes: notes.forgetting(message.name)))
        self.say(f"Deleted the saved search “{message.name}”")

    # ------------------------------------------------------------------- annotations

    def step(self, how: Callable[[tuple[Annotation, ...]], Step | None]) -> None:
        """Take a step, told the annotations as they are kept now."""
        told: list[Step | None] = []

        def change(notes: Notes) -> Notes:
            told.append(how(notes.annotations))
            return notes.stepping(told[-1])

        self.keep(self.keeper.change(change))
        if told and (step := told[-1]):
            undoes = told_keys(self, "{undo} undoes")
            self.say(f"{step.what[:1].upper()}{step.what[1:]} ({undoes})")

    def noted(self, on: Record | Anchor) -> Noted:
        """What is added to a record or to words."""
        return self.corpus.added.at(on) if isinstance(on, Anchor) else self.corpus.added.to(on.id)

    def upon(self, on: Record | Anchor) -> Upon:
        """A record or words as what something is added to."""
        return self.desk.upon(self.corpus, on)

    @on(Bookmark)
    def put_bookmark(self, message: Bookmark) -> None:
        upon = self.upon(message.on)
        self.step(lambda there: annotating.bookmarked(there, upon, annotating.stamp()))

    @on(Review)
    def review(self, message: Review) -> None:
        """From unchecked to checked, to disputed, and to unchecked again."""
        upon, state = self.upon(message.on), self.noted(message.on).state
        at = STATES.index(state) if state in STATES else 0
        after = STATES[(at + 1) % len(STATES)]
        self.step(lambda there: annotating.reviewed(there, upon, after, annotating.stamp()))

    @on(WriteNote)
    def write_note(self, message: WriteNote) -> None:
        """Open the note there is, or a new one."""
        from tui.app.dialogs.writing import Writing

        upon, notes = self.upon(message.on), self.noted(message.on).notes
        note = next((each for each in notes if each.id == message.note), None)
        note = note or (notes[-1] if notes else None)
        of, text = (note.id, note.value) if note else ("", "")

        def written(text: str | None) -> None:
            if text is not None:
                stamp = annotating.stamp()
                self.step(lambda there: annotating.noted(there, upon, text, stamp, of))

        self.app.push_screen(Writing(upon.target, text), written)

    @on(Tag)
    def tag(self, message: Tag) -> None:
        """Ask for all tags at once."""
        from tui.app.dialogs.tagging import Tagging

        upon, tags = self.upon(message.on), self.noted(message.on).tags

        def tagged(typed: str | None) -> None:
            if typed is not None:
                wanted = typed.split()
                stamp = annotating.stamp()
                self.step(lambda there: annotating.tagged(there, upon, wanted, stamp))

        self.app.push_screen(Tagging(upon.target, tags, self.corpus.added.tags), tagged)

    @on(Correct)
    def correct(self, message: Correct) -> None:
        """Ask for a field and what it should say."""
        from tui.app.dialogs.correcting import Correcting, FieldCorrection

        record, upon = message.on, self.upon(message.on)
        if isinstance(record, Anchor):
            self._say_what_it_is(upon)
            return

        def said(what: FieldCorrection | None) -> None:
            if what is None:
                return
            field, value, was, why = what
            stamp = annotating.stamp()
            self.step(
                lambda there: annotating.corrected(
                    there, upon, field, value, stamp, was=was, why=why
                )
            )

        self.app.push_screen(Correcting(self.corpus, record), said)

    def _say_what_it_is(self, upon: Upon) -> None:
        """Ask which record words are that no rule has found."""
        from tui.app.dialogs.choosing import Choosing

        kinds = {"q": "quote", "e": "event", "f": "figure"}

        def chosen(key: str | None) -> None:
            if key:
                kind, stamp, before = kinds[key], annotating.stamp(), self.corpus.added.unfit
                self.step(lambda there: annotating.said_to_be(there, upon, kind, stamp))
                for id, why in self.corpus.added.unfit.items():
                    if id not in before:
                        self.say(f"This does not fit: {why}", "warning", seconds=6)

        told = {key: f"a {kind}" for key, kind in kinds.items()}
        self.app.push_screen(Choosing("These words are", told), chosen)

    @on(Remove)
    def take_away(self, message: Remove) -> None:
        self.step(lambda there: annotating.removed(there, message.ids, message.what))

    def action_undo(self) -> None:
        self.keep(kept := self.keeper.change(lambda notes: notes.undoing(self.keeper.where)))
        if step := kept.notes.last_undone(self.keeper.where):
            redoes = told_keys(self, "{redo} redoes")
            self.say(f"Undone: {step.what} ({redoes})")

    def action_redo(self) -> None:
        self.keep(kept := self.keeper.change(lambda notes: notes.redoing(self.keeper.where)))
        if step := kept.notes.last_done(self.keeper.where):
            self.say(f"Redone: {step.what}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "undo":
                return self.notes.last_done(self.keeper.where) is not None
            case "redo":
                return self.notes.last_undone(self.keeper.where) is not None
        return super().check_action(action, parameters)
