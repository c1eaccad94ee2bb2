"""What a record is, in one sentence, for whoever hears the screen."""

from __future__ import annotations

from tui.corpus import Corpus
from tui.model import Record
from tui.plain.facts import facts
from tui.terminal_text import one_line
from tui.wording import NOT_REPORTED

ALSO = {
    "event": ("when", "status"),
    "actor": ("type", "named"),
    "contest": ("held", "seats"),
    "figure": ("contest", "status"),
    "quote": ("said", "source"),
    "article": ("published", "publisher"),
    "disagreement": ("between", "explained"),
}
"""What of a record is said behind what it is, where it is reported."""


def announcement(corpus: Corpus, record: Record) -> str:
    """A sentence without any character that acts: "Quote: Ana Weaver: “No”, said Tue 10 May
    2022; source River Gazette, Tue 10 May 2022." """
    also = ALSO[record.kind]
    first, *others = facts(corpus, record)
    told = [
        f"{fact.label} {one_line(fact.words)}"
        for fact in others
        if fact.label in also and fact.words != NOT_REPORTED
    ]
    # What two facts of one name say is said once.
    whole = "; ".join(
        (f"{first.label.capitalize()}: {one_line(first.words)}", *dict.fromkeys(told))
    )
    return f"{whole}."
