"""Whose a figure is: the rules in their order, of which the first that applies decides."""

from __future__ import annotations

from tui.extract.languages.en.figures import list_owners as lists
from tui.extract.languages.en.figures import owners, tallies
from tui.extract.languages.en.figures.stand import NOT_HERE, Stand

_RULES = (
    lists.answer,
    lists.of_row,
    lists.bracketed,
    lists.respective,
    lists.ranged,
    lists.paired,
    lists.before,
    owners.opening,
    owners.named_behind,
    owners.owning,
    tallies.tally,
    owners.beside,
    lists.listed,
    lists.apposed,
    owners.elsewhere,
    owners.given,
    owners.behind_clause,
    owners.with_share,
    owners.subject,
)


def holder(stand: Stand) -> str | None:
    """The actor whose figure this is; None where the clause does not let one know."""
    for rule in _RULES:
        found = rule(stand)
        if found is not NOT_HERE:
            return found
    return None
