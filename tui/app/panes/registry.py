"""The views by name. Each is imported when it is first shown, or beside the first frame."""

from __future__ import annotations

from tui.app.panes.view import View

TABS = {
    "timeline": "Timeline",
    "actors": "Actors",
    "results": "Results",
    "quotes": "Quotes",
    "disagreements": "Disagreements",
    "sources": "Sources",
    "notebook": "Notes",
}

PLACES = {"overview": "Overview", **TABS}
"""What a number leads to, from 0."""

HOMES = {
    "event": "timeline",
    "actor": "actors",
    "contest": "results",
    "figure": "results",
    "quote": "quotes",
    "article": "sources",
    "disagreement": "disagreements",
}
"""The tab in which a record of a kind is at home."""

BELONGS = {"reader": "sources", "compared": "quotes"}
"""The tab that a view belongs to which is none itself."""

KINDS = {
    "timeline": "event",
    "actors": "actor",
    "results": "figure",
    "quotes": "quote",
    "disagreements": "disagreement",
}
"""The kind of record that a tab counts, where it is not the article."""


def view_class(name: str) -> type[View]:
    """What shows a tab, an article or speakers side by side."""
    match name:
        case "overview":
            from tui.app.panes.overview import OverviewPane

            return OverviewPane
        case "timeline":
            from tui.app.panes.timeline import Timeline

            return Timeline
        case "actors":
            from tui.app.panes.actors import Actors

            return Actors
        case "results":
            from tui.app.panes.results import Results

            return Results
        case "quotes":
            from tui.app.panes.quotes import QuotesPane

            return QuotesPane
        case "disagreements":
            from tui.app.panes.disagreements import Disagreements

            return Disagreements
        case "sources":
            from tui.app.panes.sources import Sources

            return Sources
        case "notebook":
            from tui.app.panes.notebook import NotebookPane

            return NotebookPane
        case "reader":
            from tui.app.panes.reader import ReaderPane

            return ReaderPane
    from tui.app.panes.compared import Compared

    return Compared


def import_all(*, searching: bool = True) -> None:
    """Have every view and card imported, so that no key has to wait for it. The one that compares
    brings the search with it, a megabyte that many readers never need."""
    from tui.app.cards import actor, article, disagreement, quote  # noqa: F401

    for name in (*PLACES, *BELONGS):
        if searching or name != "compared":
            view_class(name)
