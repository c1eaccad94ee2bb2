"""Where words stand in one folded text. Nothing of a query becomes a regular expression."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

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
    if term.forms:
        yield from _in_any_form(text, term)
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
    if term.forms and (run := RUN.match(text, gap)) and run.group() in term.forms:
        return run.end()
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


def _in_any_form(text: str, term: Term) -> Iterator[Stretch]:
    """Where a word stands in one of its forms: all of them begin alike."""
    forms = frozenset(term.forms)
    stem = _beginning(term)
    at = text.find(stem)
    while at >= 0:
        run = RUN.match(text, at)
        begins = at == 0 or not _in_word(text[at - 1])
        if begins and run is not None:
            word = run.group()
            if word == term.letters or (term.open and word.startswith(term.letters)):
                yield at, at + len(term.letters)
            elif word in forms:
                yield at, run.end()
        at = text.find(stem, run.end() if run is not None else at + 1)


@lru_cache(64)
def _beginning(term: Term) -> str:
    """What all forms of a word begin with: those that come first and last in order tell."""
    forms = (term.letters, *term.forms)
    first, last = min(forms), max(forms)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return "".join(letter for letter, _ in same)


def _marks_in(text: str, words: Words) -> Iterator[Stretch]:
    """Where marks stand, when all of them do."""
    if all(term.letters in text for term in words.terms):
        for term in words.terms:
            yield from occurrences(text, Term(term.letters))


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
