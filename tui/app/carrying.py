"""A screen that carries out: onto the clipboard, into files, to a browser."""

from __future__ import annotations

from io import BytesIO

from textual import on

from tui.app.messages import Browse, Copy, Export
from tui.app.noting import Noting
from tui.app.styling import counted
from tui.forms import CORRECTIONS, NOTEBOOK, RECORDS, FormProblem
from tui.model import Record


class Carrying(Noting):
    """Copies, writes into files and opens addresses when a part of the explorer asks for it."""

    @on(Copy)
    def copy(self, message: Copy) -> None:
        from tui.app.dialogs.choosing import Choosing
        from tui.export.copied import COPIED

        record = message.record

        def copied(form: str | None) -> None:
            if form:
                self._put(COPIED[form][1](self.corpus, record), record)

        if message.asking:
            choices = {key: told for key, (told, _write) in COPIED.items()}
            self.app.push_screen(Choosing(f"Copy this {record.kind}", choices), copied)
        else:
            copied("p")

    def _put(self, text: str, record: Record) -> None:
        """Copy words, and say what became of them."""
        if self.app.is_web:
            self.app.copy_to_clipboard(text)
            self.say(f"{record.kind.capitalize()} sent to the browser's clipboard", seconds=6)
            return
        from tui.app.clipboard import copy

        went = copy(self.app, text, self.keeper.place.with_name("copied.txt"))
        self.say(f"{record.kind.capitalize()} {went}", seconds=6)

    @on(Browse)
    def browse(self, message: Browse) -> None:
        from tui.app.browser import open_address

        self.say(open_address(self.app, message.url))

    @on(Export)
    def export(self, message: Export) -> None:
        """Ask for what, how and where to, write it, and say so."""
        from tui.annotated_things import entries
        from tui.app.dialogs.exporting import Exporting, Wanted

        corpus, listed = self.corpus, message.records
        added = entries(corpus)
        marked = [each.record for each in added if each.record and each.noted.bookmarked]
        corrected = sum(each.annotation.purpose == "correction" for each in corpus.added.placed)
        kind = listed[0].kind if listed else ""
        every = corpus.whole.of(kind) if kind else ()
        choices = {
            "listed": (
                "these records" if message.name == NOTEBOOK else f"this list ({message.name})",
                len(listed),
            ),
            "marked": ("bookmarks", len(marked)),
            "all": (f"all {kind}s" if kind else "all", len(every)),
            NOTEBOOK: ("your notes", len(added)),
            CORRECTIONS: ("corrections", corrected),
        }

        def wanted(what: Wanted | None) -> None:
            if what is None:
                return
            records = {"listed": listed, "marked": marked, "all": every}.get(what.what, ())
            holds = what.what if what.what in (NOTEBOOK, CORRECTIONS) else RECORDS
            many = counted(choices[what.what][1], "thing")
            if self.app.is_web:
                files = list(what.form.files(corpus, records, holds))
                if len(files) != 1 or files[0][0]:
                    self.say(f"{what.form.name} is a folder, which no browser takes", "warning")
                    return
                self.app.deliver_binary(BytesIO(files[0][1]), save_filename=what.place.name)
                self.say(f"{many} sent to the browser: {what.place.name}", seconds=6)
                return
            try:
                what.form.put(what.place, corpus, records, holds)
            except OSError as error:
                self.say(f"{what.place}: {error.strerror or error}", "error", seconds=8)
                return
            except FormProblem as problem:
                self.say(str(problem), "error", seconds=8)
                return
            self.say(f"{many} written: {what.place.absolute()}", seconds=6)

        self.app.push_screen(Exporting(choices, message.name), wanted)
