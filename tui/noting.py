"""The notebook from the shell: what the screen's keys do, for one record at a time."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from tui import annotating
from tui.annotated import (
    HIDE,
    MERGE,
    NEW,
    CannotCorrect,
    Desk,
    field_of,
    noted_on,
    says,
    understood,
    words_called,
)
from tui.annotation import ADD, SPLIT, Annotation, Step
from tui.corpus import Corpus
from tui.files import Refused, read_named
from tui.model import Anchor, Record
from tui.notebook import Notebook
from tui.notes import Kept, Notes
from tui.review_states import STATES


class CannotNote(Exception):
    """What is asked for cannot be done; the message says why."""


class Noter:
    """Changes a notebook about the records of a corpus."""

    def __init__(self, corpus: Corpus, notebook: Notebook) -> None:
        self._desk = Desk(corpus, notebook.where)
        self._notebook = notebook
        self._kept = notebook.read()
        if self._kept.notice:
            raise CannotNote(self._kept.notice)
        self.corpus = self._desk.corpus(self._kept.notes.annotations)

    def thing(self, id: str) -> Record | Anchor:
        """The record with an id, or the words of an article from one place to another."""
        record = self.corpus.get(id) or self._desk.base.get(id)
        if record is not None:
            return record
        if words := words_called(self.corpus, id):
            return words
        raise CannotNote(f"no record has the id {id}, and no article has such words")

    def _step(self, step: Step | None, *, otherwise: str) -> str:
        """Take a step; what was done, in words."""
        if step is None:
            return otherwise
        self._kept = self._notebook.change(lambda notes: notes.stepping(step))
        if self._kept.notice:
            raise CannotNote(self._kept.notice)
        return step.what

    @property
    def _there(self) -> Sequence[Annotation]:
        return self._kept.notes.annotations

    # ------------------------------------------------------------------ what is added

    def bookmark(self, id: str) -> str:
        upon = self._desk.upon(self.corpus, self.thing(id))
        step = annotating.bookmarked(self._there, upon, annotating.stamp())
        return self._step(step, otherwise="nothing changed")

    def note(self, id: str, text: str) -> str:
        upon = self._desk.upon(self.corpus, self.thing(id))
        step = annotating.noted(self._there, upon, text, annotating.stamp())
        return self._step(step, otherwise="a note without words is none")

    def tag(self, id: str, tags: Sequence[str]) -> str:
        """Add tags; those with a minus sign before them are taken away."""
        on = self.thing(id)
        gone = {annotating.as_tag(each[1:]) for each in tags if each[:1] in "-−"}
        more = [each for each in tags if each[:1] not in "-−"]
        wanted = [*(t for t in noted_on(self.corpus, on).tags if t not in gone), *more]
        upon = self._desk.upon(self.corpus, on)
        step = annotating.tagged(self._there, upon, wanted, annotating.stamp())
        return self._step(step, otherwise="nothing changed")

    def state(self, id: str, state: str) -> str:
        if state not in STATES:
            raise CannotNote(f"{state}: a state is {', '.join(STATES)}")
        upon = self._desk.upon(self.corpus, self.thing(id))
        step = annotating.reviewed(self._there, upon, state, annotating.stamp())
        return self._step(step, otherwise="nothing changed")

    def correct(self, id: str, given: Sequence[str], why: str = "") -> str:
        """Have fields say something else, each given as FIELD=VALUE."""
        record = self.thing(id)
        if isinstance(record, Anchor):
            return self._new(record, given)
        done = []
        for each in given:
            name, equals, typed = each.partition("=")
            if not equals:
                raise CannotNote(f"{each}: a correction is written FIELD=VALUE")
            try:
                field = field_of(record, name.strip())
                value = understood(self.corpus, record, field, typed)
            except CannotCorrect as reason:
                raise CannotNote(str(reason)) from reason
            step = annotating.corrected(
                self._there,
                self._desk.upon(self.corpus, record),
                field.name,
                value,
                annotating.stamp(),
                was=says(self.corpus, record, field),
                why=why,
            )
            done.append(self._step(step, otherwise=f"{field.name}: nothing changed"))
        return "; ".join(done)

    def _new(self, words: Anchor, given: Sequence[str]) -> str:
        """Say of words which record they are: ``is=quote``."""
        name, _equals, kind = given[0].partition("=")
        if name.strip() not in ("is", ADD) or kind.strip() not in NEW or len(given) > 1:
            raise CannotNote(f"of words it is said what they are: is={', is='.join(NEW)}")
        upon = self._desk.upon(self.corpus, words)
        step = annotating.said_to_be(self._there, upon, kind.strip(), annotating.stamp())
        return self._step(step, otherwise="nothing changed")


def done(given: argparse.Namespace, read: Callable[[], Corpus], notebook: Notebook) -> str:
    """Do what a command asks of a notebook; what was done, in words."""
    match given.command:
        case "undo":
            return undone(notebook)
        case "redo":
            return redone(notebook)
        case "notebook":
            return kept(notebook, given.what, given.file)
    noter = Noter(read(), notebook)
    match given.command:
        case "note":
            return noter.note(given.id, " ".join(given.text))
        case "tag":
            return noter.tag(given.id, given.tags)
        case "bookmark":
            return noter.bookmark(given.id)
        case "state":
            return noter.state(given.id, given.state)
        case "correct":
            return noter.correct(given.id, given.fields, given.why)
        case "merge":
            return noter.correct(given.id, [f"{MERGE}={given.other}"], given.why)
        case "split":
            return noter.correct(given.id, [f"{SPLIT}={', '.join(given.names)}"], given.why)
    return noter.correct(given.id, [f"{HIDE}=yes"], given.why)


def undone(notebook: Notebook) -> str:
    """Undo the last step in these articles; what that was."""
    step = notebook.read().notes.last_done(notebook.where)
    if step is None:
        raise CannotNote("nothing to undo in these articles")
    _changed(notebook.change(lambda notes: notes.undoing(notebook.where)))
    return f"undone: {step.what}"


def redone(notebook: Notebook) -> str:
    """Do again what was undone last in these articles; what that was."""
    step = notebook.read().notes.last_undone(notebook.where)
    if step is None:
        raise CannotNote("nothing to do again in these articles")
    _changed(notebook.change(lambda notes: notes.redoing(notebook.where)))
    return f"done again: {step.what}"


def kept(notebook: Notebook, what: str, file: Path) -> str:
    """Copy the notebook, have another one's annotations instead, or take those in too."""
    try:
        if what == "backup":
            notebook.backup(file)
            return f"copied to {file}"
        if what == "restore":
            after = _changed(notebook.restore(file))
        else:
            others = _of_others(notebook, file)
            after = _changed(notebook.change(lambda notes: notes.merging(others)))
    except FileExistsError as error:
        raise CannotNote(f"{file}: exists already; name another") from error
    except Refused as refused:
        raise CannotNote(f"{file}: {refused}") from refused
    except OSError as error:
        raise CannotNote(f"{file}: {error.strerror or error}") from error
    return f"{len(after.annotations)} annotations (undo takes this back)"


def _of_others(notebook: Notebook, file: Path) -> Sequence[Annotation]:
    """The annotations of another notebook, or of a file of Web Annotations."""
    try:
        return notebook.notes_of(file).annotations
    except Refused:
        from tui.export.web_annotations import read

        try:
            return list(read(read_named(file).decode("utf-8-sig")))
        except (ValueError, RecursionError):
            raise Refused("no notebook, and no Web Annotations") from None


def _changed(after: Kept) -> Notes:
    if after.notice:
        raise CannotNote(after.notice)
    return after.notes
