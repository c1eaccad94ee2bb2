"""What to search for instead of what finds nothing, and where else it is found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.app.panes.registry import HOMES, PLACES
from tui.app.styling import DIM, HEADING, STRONG, counted, joined, styled
from tui.app.widgets.rows import GAP, Row, block

if TYPE_CHECKING:
    from tui.search import Answer, Otherwise

MOST = 4
"""Searches that are offered instead, beside what was perhaps meant."""


def no_articles() -> list[Row]:
    """What is said where there is nothing to read, and where articles go."""
    hint = "Put .txt, .md or .html files in a folder: serbia-tui --corpus FOLDER"
    return [block(styled("No articles here.", STRONG)), GAP, block(styled(hint, DIM))]


class Instead(NamedTuple):
    """What a row leads to that offers another search: the words of it, the tab in which they
    are looked for, if it is another, and whether what is filtered is shown again."""

    text: str
    tab: str = ""
    unfiltered: bool = False


def advice_rows(
    answers: Sequence[Answer], meant: Otherwise | None, noun: str, *, as_typed: bool
) -> list[Row]:
    """The nearest words, topics and fewer words, and the tabs that have hits: what Enter takes
    of them. ``as_typed`` says that they were counted while the last word could go on."""
    rows: list[Row] = []
    if meant is not None:
        told = f"{meant.how.capitalize()}? {counted(meant.total, noun)}"
        shown = joined((told, DIM), ("Enter", ".key"), by="  ")
        rows.append(block(shown, Instead(_as_counted(meant.text, as_typed=as_typed))))
    offered = [each for answer in answers for each in (*answer.topics, *answer.otherwise)]
    if offered:
        rows += [GAP] if rows else []
        rows.append(block(styled("Search for this instead", HEADING)))
    rows += [_offer(each, noun, answers, as_typed) for each in offered[:MOST]]
    if not rows:
        rows.append(block(styled("Try fewer or shorter words.", DIM)))
    if tabs := _elsewhere(answers):
        rows += [GAP, block(styled("Found in other tabs", HEADING))]
        text = answers[0].query.text
        for tab, total in tabs.items():
            shown = joined((PLACES[tab], STRONG), (counted(total, "hit"), DIM), by="  ")
            rows.append(block(shown, Instead(_as_counted(text, as_typed=as_typed), tab)))
    return rows


def _offer(each: Otherwise, noun: str, answers: Iterable[Answer], as_typed: bool) -> Row:
    same = any(each.text == answer.query.text for answer in answers)
    text = _as_counted(each.text, as_typed=as_typed)
    told = f"{each.how[:1].upper()}{each.how[1:]}"
    shown = joined((told, STRONG), (counted(each.total, noun), DIM), by="  ")
    return block(shown, Instead(text, "", same))


def _elsewhere(answers: Iterable[Answer]) -> dict[str, int]:
    """How many are found in other tabs."""
    tabs: dict[str, int] = {}
    own = {HOMES[answer.kind] for answer in answers}
    for kind, total in next(iter(answers)).elsewhere:
        if HOMES[kind] not in own:
            tabs[HOMES[kind]] = tabs.get(HOMES[kind], 0) + total
    return {tab: tabs[tab] for tab in PLACES if tab in tabs}


def _as_counted(text: str, *, as_typed: bool) -> str:
    """A search that finds as much as was counted."""
    if not as_typed:
        return text
    from tui.search import settled

    return settled(text)
