"""Writing what the screen shows into a file."""

from __future__ import annotations

from tui.annotated import entries
from tui.app.dialogs.exporting import Exporting, Wanted
from tui.app.messages import Export
from tui.app.noting import Noting
from tui.app.text import counted
from tui.files import new_file
from tui.forms import CORRECTIONS, NOTEBOOK
from tui.model import Record


def carry_out(screen: Noting, message: Export) -> None:
    """Ask for what, how and where to, write it, and say so."""
    corpus = screen.corpus
    marked = [e.record for e in entries(corpus) if e.record and e.noted.bookmarked]
    corrected = sum(each.annotation.purpose == "correction" for each in corpus.added.placed)
    kind = message.records[0].kind if message.records else ""
    every = corpus.whole.of(kind) if kind else ()
    choices = {
        "listed": (f"what is listed ({message.name})", len(message.records)),
        "marked": ("what is bookmarked", len(marked)),
        "all": (f"all {kind}s" if kind else "all", len(every)),
        NOTEBOOK: ("all that is added", len(entries(corpus))),
        CORRECTIONS: ("all that is corrected", corrected),
    }

    def wanted(what: Wanted | None) -> None:
        if what is None:
            return
        records = {"listed": message.records, "marked": marked, "all": every}.get(what.what, ())
        if what.what in (NOTEBOOK, CORRECTIONS):
            lines = what.form.lines(corpus, (), what.what)
        else:
            lines = what.form.lines(corpus, list[Record](records))
        try:
            new_file(what.place, "".join(lines).encode("utf-8", "backslashreplace"))
        except OSError as error:
            screen.say(f"{what.place}: {error.strerror or error}", "error", seconds=8)
            return
        many = counted(choices[what.what][1], "thing")
        screen.say(f"{many} written: {what.place.absolute()}", seconds=6)

    screen.app.push_screen(Exporting(choices, message.name), wanted)
