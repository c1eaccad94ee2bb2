"""What the reader has added to a record or to words, as rows of its card."""

from __future__ import annotations

from textual.content import Content

from tui.annotation import ADD, MOVED, NOTE, Annotation, Noted
from tui.app.styling import DIM, STRONG, STRUCK, WARN, joined, styled, wrapped
from tui.app.widgets.rows import Row, block
from tui.corpus import Corpus


def added_rows(corpus: Corpus, noted: Noted) -> list[Row]:
    """The signs with their words, each note in full, and what is corrected: what stood there
    is struck, and what was said instead, by whom and why, beside it."""
    if not noted.annotations:
        return []
    told = joined(*(joined((sign, ".key"), f" {said}") for sign, said in noted.told), by="   ")
    rows = [block(told)]
    if noted.how in MOVED:
        was = noted.annotations[0].target.says
        rows.append(block(joined(("original words: ", DIM), (was, STRUCK))))
    for each in noted.corrections:
        rows.append(block(correction(corpus, each), indent=2))
        if why := corpus.added.unfit.get(each.id):
            rows.append(block(joined(("cannot be applied: ", WARN), why), indent=2))
    return [*rows, *map(_note, noted.notes)]


def correction(corpus: Corpus, each: Annotation) -> Content:
    """A correction in a line: what stood there struck, what stands there now, and why."""
    was, now = (_named(corpus, each, value) for value in (each.was, each.value))
    by = " ".join(part for part in (each.by, each.changed[:10]) if part)
    return joined(
        (f"{each.field}  ", DIM),
        # Words that are said to be a record were none before.
        ("" if each.field == ADD else was or "nothing", STRUCK),
        ("" if each.field == ADD else " now ", DIM),
        (now or "nothing", STRONG),
        (f"  {by}" if by else "", DIM),
        (f": {each.why}" if each.why else "", DIM),
    )


def _named(corpus: Corpus, each: Annotation, value: str) -> str:
    """What a correction says, with names instead of ids."""
    from tui.annotated import FIELDS, in_words

    fields = FIELDS.get(each.target.kind, ())
    of = next((field for field in fields if field.name == each.field), None)
    return in_words(corpus, of, value) if of else value


def _note(note: Annotation) -> Row:
    lines = [styled(part) for part in note.value.split("\n")]

    def draw(width: int) -> list[Content]:
        drawn: list[Content] = []
        for number, part in enumerate(lines):
            first = styled(f"{NOTE} ", WARN) if number == 0 else styled("")
            drawn += wrapped(part, width, indent=2, first=first)
        return drawn

    return Row(draw)
