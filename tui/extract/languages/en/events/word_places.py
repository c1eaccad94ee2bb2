"""Where a word must stand to be what a rule for events looks for: words that tell of something
only behind or before others open no sentence elsewhere.

Each question is asked of a word by its number in the document, and answered with yes where an
aside hides what stands beside it.
"""

from __future__ import annotations

from tui.extract.languages.en.clauses.tokens import ASIDE_MARKS, DETERMINERS
from tui.extract.languages.en.clauses.verbs import BEFORE_TO
from tui.extract.languages.en.events.triggers import CALLING
from tui.extract.languages.en.happenings import verb_forms
from tui.extract.text.document import Document

_ENDS_ASIDE = frozenset(")—–―")
_IN_ADDRESS = frozenset("in at during".split())
_BEFORE_ADDRESS = 4
_CALLS = verb_forms(CALLING)
_FOR = frozenset("for on upon".split())


def adds(document: Document, number: int) -> bool:
    """Whether a participle may add to what is told: behind a comma, or behind "after"."""
    before = document.bare_lowers[number - 1] if number else ""
    gap = document.gaps[number]
    return "," in gap or before == "after" or not _ENDS_ASIDE.isdisjoint(gap)


def leads_to(document: Document, number: int) -> bool:
    """Whether "to" stands behind a word: "tried to", "their attempt to"."""
    return behind(document, number) == "to" or aside_behind(document, number)


def behind(document: Document, number: int) -> str:
    """The word behind another, "" behind the last."""
    return document.bare_lowers[number + 1] if number + 1 < len(document.bare_lowers) else ""


def aside_behind(document: Document, number: int) -> bool:
    """Whether an aside, or what looks like one, begins behind a word."""
    gap = document.gaps[number + 1] if number + 1 < len(document.gaps) else ""
    return not ASIDE_MARKS.isdisjoint(gap)


def may_arrange(document: Document, number: int) -> bool:
    """Whether a verb may stand before "to": "is to", "are soon to"."""
    before = document.bare_lowers[number - 1] if number else ""
    aside = not _ENDS_ASIDE.isdisjoint(document.gaps[number])
    return aside or before in BEFORE_TO or before.endswith("ly") or "'" in before


def demands(document: Document, number: int) -> bool:
    """Whether a verb may demand something: "called for", "appealed to Kos for"."""
    if document.bare_lowers[number] not in _CALLS:
        return True
    near = slice(number + 1, number + 3)
    aside = not ASIDE_MARKS.isdisjoint("".join(document.gaps[near]))
    return aside or not _FOR.isdisjoint(document.bare_lowers[near])


def is_occasion(document: Document, number: int) -> bool:
    """Whether somebody may speak in what a noun names: "in an address"."""
    first = max(0, number - _BEFORE_ADDRESS)
    before = document.bare_lowers[first:number]
    aside = not _ENDS_ASIDE.isdisjoint("".join(document.gaps[first : number + 1]))
    return aside or not (_IN_ADDRESS.isdisjoint(before) or DETERMINERS.isdisjoint(before))
