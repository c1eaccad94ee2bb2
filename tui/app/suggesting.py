"""What is suggested while one types: how the query may go on, and the saved searches."""

from __future__ import annotations

from collections.abc import Iterable

from tui.app.widgets.search_box import Choice
from tui.corpus import Corpus
from tui.folding import folded
from tui.notes import SavedSearch
from tui.search import completions

MOST = 6
"""More suggestions than these would hide the hits."""


def suggestions(
    corpus: Corpus, text: str, kind: str, saved: Iterable[SavedSearch]
) -> tuple[Choice, ...]:
    """Saved searches whose name begins as the whole query, then names and values of fields
    that its last word may be."""
    begun = folded(text).strip()
    by_name = [
        Choice(each.query, f"{each.name}: {each.query}", "saved")
        for each in saved
        if begun and each.query != text and folded(each.name).startswith(begun)
    ]
    goes_on = [
        Choice(each.text, each.shown, f"{each.total:,}" if each.total else "")
        for each in completions(corpus, text, kind, MOST)
        if each.text != text
    ]
    return (*by_name, *goes_on)[:MOST]
