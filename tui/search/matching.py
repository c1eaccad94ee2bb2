"""Where words stand in one folded text. Nothing of a query becomes a regular expression."""

from __future__ import annotations

from collections.abc import Iterator

from tui.search.fuzzy import is_near
from tui.search.query import RUN, Term, Words

Stretch = tuple[int, int]


def stands_in(text: str, words: Words) -> Iterator[Stretch]:
    """Where words follow each other in folded text; marks and spaces between do not count."""
    if not words.runs:
        yield from _marks_in(text, words)
        return
    first, *others = words.terms
    for start, end in occurrences(text, first):
        for term in others:
            end = _after(text, end, term)
            if end < 0:
                break
        else:
            yield start, end


def occurrences(text: str, term: Term) -> Iterator[Stretch]:
    """Where a term stands in folded text: as a word, at the beginning of one when open, as
    one that is written much the same when near.

    A term without a letter or digit ("%") is found wherever it stands.
    """
    if term.near and term.runs:
        yield from _near(text, term)
        return
    letters = term.letters
    at = text.find(letters)
    while at >= 0:
        end = at + len(letters)
        begins = at == 0 or not (_in_word(letters[0]) and _in_word(text[at - 1]))
        ends = term.open or end == len(text) or not (_in_word(letters[-1]) and _in_word(text[end]))
        if begins and ends:
            yield at, end
            at = text.find(letters, end)
        else:
            at = text.find(letters, at + 1)


def _after(text: str, at: int, term: Term) -> int:
    """Where a term ends that is the next word from a place on; -1 where it is not."""
    gap = at
    while gap < len(text) and not _in_word(text[gap]):
        gap += 1
    if gap == at or gap == len(text):
        return -1
    fixed = term.letters if not term.near else term.letters[: -len(term.runs[-1])]
    if not text.startswith(fixed, gap):
        return -1
    end = gap + len(fixed)
    if term.near:
        run = RUN.match(text, end)
        return run.end() if run and is_near(run.group(), term.runs[-1]) else -1
    if term.open or end == len(text) or not _in_word(text[end]):
        return end
    return -1


def _near(text: str, term: Term) -> Iterator[Stretch]:
    last = term.runs[-1]
    before = term.letters[: -len(last)]
    for run in RUN.finditer(text):
        start = run.start() - len(before)
        if start < 0 or not text.startswith(before, start) or not is_near(run.group(), last):
            continue
        if not before or start == 0 or not _in_word(text[start - 1]):
            yield start, run.end()


def _marks_in(text: str, words: Words) -> Iterator[Stretch]:
    """Where marks stand, when all of them do."""
    if all(term.letters in text for term in words.terms):
        for term in words.terms:
            yield from occurrences(text, Term(term.letters))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
