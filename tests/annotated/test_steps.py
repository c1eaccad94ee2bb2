"""What is added is changed in steps, each of which can be undone, also after a restart."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tui import annotating
from tui.annotating import Stamp, Upon
from tui.annotation import Annotation, Selector, Step, Target, as_row, from_row
from tui.files import Refused
from tui.notebook import KEPT, VERSION, Notebook
from tui.notes import Notes

HIM = Upon(Target(kind="actor", record="djordje-ciric", says="Đorđe Ćirić"))
WORDS = Upon(
    Target(
        kind="words",
        article="3r8k0c1x",
        file="gazette.txt",
        source="Brodica vote",
        says="“a theft” [b] \x1b",
        selector=Selector("“a theft” [b] \x1b", "called it ", ".", 12, 30),
    )
)
NOW = Stamp("ana", "2024-05-01T10:00:00Z")
LATER = Stamp("ana", "2024-05-02T10:00:00Z")

Do = Callable[[Notes], Step | None]


def bookmark(notes: Notes) -> Step | None:
    return annotating.bookmarked(notes.annotations, HIM, NOW)


def note(notes: Notes) -> Step | None:
    return annotating.noted(notes.annotations, WORDS, "Two\nlines, „krađa“", NOW)


def tags(notes: Notes) -> Step | None:
    return annotating.tagged(notes.annotations, HIM, ["#vote", "to check", ""], NOW)


def dispute(notes: Notes) -> Step | None:
    return annotating.reviewed(notes.annotations, HIM, "disputed", NOW)


def correct(notes: Notes) -> Step | None:
    return annotating.corrected(
        notes.annotations, HIM, "type", "group", NOW, was="person", why="it is a band"
    )


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "home" / "notebook.json"


class TestSteps:
    def said(self, notes: Notes) -> list[tuple[str, str]]:
        return [(each.purpose, each.value) for each in notes.annotations]

    def test_each_adds_something(self) -> None:
        notes = Notes()
        for do in (bookmark, note, tags, dispute, correct):
            notes = notes.stepping(do(notes))
        assert sorted(self.said(notes)) == [
            ("bookmark", ""),
            ("correction", "group"),
            ("note", "Two\nlines, „krađa“"),
            ("state", "disputed"),
            ("tag", "to-check"),
            ("tag", "vote"),
        ]

    def test_a_second_bookmark_takes_the_first_away(self) -> None:
        notes = Notes().stepping(bookmark(Notes()))
        assert not notes.stepping(bookmark(notes)).annotations

    def test_tags_are_those_that_are_named(self) -> None:
        notes = Notes().stepping(tags(Notes()))
        step = annotating.tagged(notes.annotations, HIM, ["vote", "new"], LATER)
        assert sorted(self.said(notes.stepping(step))) == [("tag", "new"), ("tag", "vote")]

    def test_a_state_is_one(self) -> None:
        notes = Notes().stepping(dispute(Notes()))
        notes = notes.stepping(annotating.reviewed(notes.annotations, HIM, "checked", LATER))
        assert self.said(notes) == [("state", "checked")]
        notes = notes.stepping(annotating.reviewed(notes.annotations, HIM, "unchecked", LATER))
        assert not notes.annotations

    def test_a_note_without_words_is_none(self) -> None:
        notes = Notes().stepping(note(Notes()))
        (made,) = notes.annotations
        step = annotating.noted(notes.annotations, WORDS, " \n", LATER, of=made.id)
        assert not notes.stepping(step).annotations

    def test_a_correction_that_says_what_stood_there_is_none(self) -> None:
        notes = Notes().stepping(correct(Notes()))
        step = annotating.corrected(notes.annotations, HIM, "type", "person", LATER, was="group")
        assert not notes.stepping(step).annotations

    @pytest.mark.parametrize(
        ("field", "value", "told"),
        [
            ("type", "group", "type corrected: "),
            ("hidden", "yes", "hidden: "),
            ("same as", "another", "told to be the same as another: "),
        ],
    )
    def test_says_what_is_done(self, field: str, value: str, told: str) -> None:
        step = annotating.corrected((), HIM, field, value, NOW, was="person")
        assert step
        assert step.what.startswith(told)

    def test_what_changes_nothing_is_no_step(self) -> None:
        notes = Notes().stepping(tags(Notes()))
        assert notes.stepping(tags(notes)) == notes
        assert annotating.reviewed((), HIM, "unchecked", NOW) is None

    def test_all_are_undone_and_done_again(self) -> None:
        stages = [Notes()]
        for do in (bookmark, note, tags, dispute, correct, bookmark):
            stages.append(stages[-1].stepping(do(stages[-1])))
        notes = stages[-1]
        for stage in reversed(stages[:-1]):
            notes = notes.undoing()
            assert notes.annotations == stage.annotations
        assert notes.undoing() == notes
        for stage in stages[1:]:
            notes = notes.redoing()
            assert notes.annotations == stage.annotations
        assert notes.redoing() == notes

    def test_what_was_undone_is_gone_when_something_else_is_done(self) -> None:
        notes = Notes().stepping(bookmark(Notes())).undoing()
        notes = notes.stepping(dispute(notes))
        assert notes.redoing() == notes

    def test_of_two_notebooks_the_later_version_stands(self) -> None:
        mine = Notes().stepping(note(Notes()))
        (made,) = mine.annotations
        older = replace(made, value="older", changed="2023-01-01T00:00:00Z")
        newer = replace(made, value="newer", changed="2025-01-01T00:00:00Z")
        assert mine.merging([older]).annotations == (made,)
        assert mine.merging([newer]).annotations == (newer,)
        assert mine.merging([newer]).undoing().annotations == (made,)


HERE, THERE = (
    Upon(Target(kind="actor", record=f"of-{corpus}", says="Đorđe Ćirić", corpus=corpus))
    for corpus in ("here", "there")
)


def marked(notes: Notes, upon: Upon) -> Notes:
    return notes.stepping(annotating.bookmarked(notes.annotations, upon, NOW))


class TestStepsInSeveralFoldersOfArticles:
    """Who works in one folder undoes nothing in another."""

    def test_undo_goes_back_in_the_folder_that_is_open(self) -> None:
        mine = marked(Notes(), HERE)
        notes = marked(mine, THERE)
        assert [each.target.corpus for each in notes.undoing("here").annotations] == ["there"]
        assert notes.undoing("there").annotations == mine.annotations
        assert notes.undoing("elsewhere") == notes

    def test_redo_too(self) -> None:
        notes = marked(marked(Notes(), HERE), THERE)
        both = notes.undoing("here").undoing("there")
        assert both.annotations == ()
        assert [each.target.corpus for each in both.redoing("here").annotations] == ["here"]
        assert both.redoing("elsewhere") == both

    def test_something_else_that_is_done_forgets_only_what_was_undone_there(self) -> None:
        notes = marked(marked(Notes(), HERE), THERE).undoing("here")
        others = Upon(replace(HERE.target, record="x", corpus="there"))
        notes = marked(notes, others)
        assert len(notes.redoing("here").annotations) == 3

    def test_a_notebook_that_was_taken_in_is_undone_from_anywhere_while_nothing_built_on_it(
        self,
    ) -> None:
        theirs = marked(Notes(), THERE).annotations
        notes = Notes().merging(theirs)
        assert notes.undoing("here").annotations == ()
        notes = notes.stepping(annotating.bookmarked(notes.annotations, THERE, LATER))
        assert notes.undoing("here") == notes
        assert notes.undoing("there").undoing("here").annotations == ()


class TestTheNotebook:
    def test_keeps_annotations_and_what_can_be_undone(self, place: Path) -> None:
        for do in (bookmark, note, tags, dispute, correct):
            kept = Notebook(place).change(lambda notes, do=do: notes.stepping(do(notes)))  # type: ignore[misc]
        again = Notebook(place).read()
        assert again == kept
        undone = Notebook(place).change(Notes.undoing).notes
        assert len(undone.annotations) == len(kept.notes.annotations) - 1
        assert Notebook(place).change(Notes.redoing).notes == kept.notes

    def test_keeps_the_last_versions(self, place: Path) -> None:
        contents = []
        for number in range(KEPT + 3):
            Notebook(place).change(
                lambda notes, number=number: notes.stepping(  # type: ignore[misc]
                    annotating.noted(notes.annotations, HIM, f"note {number}", NOW)
                )
            )
            contents.append(place.read_bytes())
        kept = Notebook(place).versions()
        assert [each.read_bytes() for each in kept] == contents[-2 : -KEPT - 2 : -1]

    def test_keeps_no_version_for_a_search(self, place: Path) -> None:
        Notebook(place).change(lambda notes: notes.stepping(bookmark(notes)))
        Notebook(place).change(lambda notes: notes.remembering("theft"))
        assert not Notebook(place).versions()

    def test_has_the_annotations_of_a_version_again(self, place: Path) -> None:
        Notebook(place).change(lambda notes: notes.stepping(bookmark(notes)))
        Notebook(place).change(lambda notes: notes.stepping(note(notes)))
        notebook = Notebook(place)
        kept = notebook.restore(notebook.versions()[0])
        assert [each.purpose for each in kept.notes.annotations] == ["bookmark"]
        assert len(Notebook(place).change(Notes.undoing).notes.annotations) == 2

    def test_of_a_later_program_is_not_written(self, place: Path) -> None:
        place.parent.mkdir()
        later = json.dumps({"notebook": {"1": {"version": VERSION + 1}}, "recent": {}}).encode()
        place.write_bytes(later)
        kept = Notebook(place).change(lambda notes: notes.stepping(bookmark(notes)))
        assert "a later version of serbia-tui wrote it" in kept.notice
        assert kept.notes.annotations
        assert place.read_bytes() == later

    def test_writes_later_what_could_not_be_written_before(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(_handle: int) -> None:
            raise OSError(28, "No space left on device")

        notebook = Notebook(place)
        notebook.change(lambda notes: notes.stepping(bookmark(notes)))
        with monkeypatch.context() as no_room:
            no_room.setattr(os, "fsync", full)
            kept = notebook.change(lambda notes: notes.stepping(note(notes)))
            assert "No space left on device" in kept.notice
            assert len(kept.notes.annotations) == 2
            assert notebook.read() == kept
        Notebook(place).change(lambda notes: notes.stepping(tags(notes)))
        kept = notebook.change(lambda notes: notes.stepping(dispute(notes)))
        assert not kept.notice
        assert len(kept.notes.annotations) == 5
        assert Notebook(place).read() == kept

    def test_keeps_annotations_that_it_does_not_understand(self, place: Path) -> None:
        place.parent.mkdir()
        strange = {"id": "1", "purpose": "drawing", "target": {"kind": "quote"}, "ink": [1, 2]}
        place.write_text(json.dumps({"annotations": {"1": strange}}))
        Notebook(place).change(lambda notes: notes.stepping(bookmark(notes)))
        assert strange in json.loads(place.read_text())["annotations"].values()

    def test_that_is_restored_from_what_is_none_says_so(self, place: Path, tmp_path: Path) -> None:
        (tmp_path / "other").write_text("{")
        with pytest.raises(Refused, match="no notebook"):
            Notebook(place).restore(tmp_path / "other")

    @pytest.mark.parametrize("row", [None, 3, {}, {"id": "1"}, {"id": "1", "target": 3}])
    def test_reads_no_annotation_from_what_is_none(self, row: object) -> None:
        assert from_row(row) is None

    def test_reads_what_it_writes(self) -> None:
        for do in (bookmark, note, tags, dispute, correct):
            for made in Notes().stepping(do(Notes())).annotations:
                assert from_row(json.loads(json.dumps(as_row(made)))) == made


WRITER = """
import sys
from pathlib import Path
from tui import annotating
from tui.annotating import Stamp, Upon
from tui.annotation import Target
from tui.notebook import Notebook
place, name, many = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
upon = Upon(Target(kind="actor", record="him"))
stamp = Stamp(name, "2024-05-01T10:00:00Z")
notebook = Notebook(place)
for number in range(many):
    text = f"{name} {number}"
    kept = notebook.change(
        lambda notes: notes.stepping(annotating.noted(notes.annotations, upon, text, stamp))
    )
    assert not kept.notice, kept.notice
    print(text, flush=True)
"""


def begun(place: Path, name: str, many: int) -> subprocess.Popen[str]:
    """A program that adds so many notes, and prints each when it is kept."""
    command = [sys.executable, "-c", WRITER, str(place), name, str(many)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def values(annotations: tuple[Annotation, ...]) -> set[str]:
    return {each.value for each in annotations}


def test_two_programs_that_write_at_once_lose_nothing(place: Path) -> None:
    programs = [begun(place, name, 60) for name in ("ana", "boris")]
    for program in programs:
        program.communicate(timeout=120)
        assert program.returncode == 0
    kept = values(Notebook(place).read().notes.annotations)
    assert kept == {f"{name} {number}" for name in ("ana", "boris") for number in range(60)}


def test_a_program_that_is_killed_loses_nothing_that_it_had_kept(place: Path) -> None:
    dice = random.Random(3)
    told: set[str] = set()
    for number in range(8):
        with begun(place, f"round{number}", 1000) as program:
            assert program.stdout is not None
            told.add(program.stdout.readline().strip())
            time.sleep(dice.random() / 20)
            program.kill()
            told |= {line.strip() for line in program.stdout if line.endswith("\n")}
        kept = Notebook(place).read()
        assert not kept.notice
        assert told <= values(kept.notes.annotations)
