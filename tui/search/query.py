"""What is asked: a :class:`Query`, its parts and words, each of which can be written again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.annotation import FIELDS as ADDED

WORD = re.compile(r"\w+(?:[-'.,:/&@]\w+)*")
"""A word as people see one: it may have marks inside ("46.72", "red-handed")."""

RUN = re.compile(r"\w+")
"""What an index calls a word: letters and digits without a mark."""

TEXT_FIELDS = ("speaker", "party", "source", "kind", "topic", "rule", *ADDED)
FIELDS = ("speaker", "party", "source", "date", "kind", "topic", "sure", "rule", *ADDED)

_PLAIN = re.compile(r"\w+(?:[-'.,/&@]\w+)*")


class Term(NamedTuple):
    """One word of a query, folded; ``open`` when it may go on, ``near`` when words that
    are written much the same will do. ``forms`` are the word's other forms in a language that
    has endings, looked for in texts of that language."""

    letters: str
    open: bool = False
    near: bool = False
    forms: tuple[str, ...] = ()

    @property
    def runs(self) -> list[str]:
        """The letters without the marks inside; nothing of a term that is all marks."""
        return RUN.findall(self.letters)


@dataclass(frozen=True, slots=True)
class Words:
    """Words that have to follow each other; most often one. Only the last of them may be
    open or near."""

    terms: tuple[Term, ...]

    @property
    def runs(self) -> list[str]:
        return [run for term in self.terms for run in term.runs]

    @property
    def last(self) -> Term:
        return self.terms[-1]

    def __str__(self) -> str:
        written = " ".join(term.letters for term in self.terms)
        if not _PLAIN.fullmatch(written):
            written = f'"{written}"'
        return written + ("*" if self.last.open else "~" if self.last.near else "")


@dataclass(frozen=True, slots=True)
class InField:
    """Words that have to stand in one field of a record: ``speaker:tepic``."""

    field: str
    words: Words

    def __str__(self) -> str:
        return f"{self.field}:{self.words}"


@dataclass(frozen=True, slots=True)
class InNotes:
    """Words that have to stand in what the reader has added: ``tag:vote``; ``bits`` are the
    records of an index of which that holds."""

    name: str
    words: Words
    bits: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return f"{self.name}:{self.words}"


@dataclass(frozen=True, slots=True)
class InDates:
    """Days from one to another, as far as each is written ("2023-12"), "" where open.
    ``open``: the last that is written may go on ("2023-1" is October to December)."""

    since: str
    until: str
    open: bool = False

    @property
    def first(self) -> str:
        """A string that no day of the span is less than."""
        return self.since + "0000-00-00"[len(self.since) :]

    @property
    def last(self) -> str:
        """A string that no day of the span is greater than."""
        return self.until + "9999-99-99"[len(self.until) :]

    def __str__(self) -> str:
        span = self.since if self.since == self.until else f"{self.since}..{self.until}"
        return f"date:{span}{'*' if self.open else ''}"


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure an attribution has to be; the bounds belong to it unless ``strictly``."""

    least: float | None
    most: float | None
    strictly: bool = False

    def holds(self, sure: float) -> bool:
        sure = round(sure, 4)
        if self.strictly and sure in (self.least, self.most):
            return False
        above = self.least is None or sure >= self.least
        return above and (self.most is None or sure <= self.most)

    def __str__(self) -> str:
        equal = "" if self.strictly else "="
        if self.least is None:
            return f"sure:<{equal}{_number(self.most)}"
        if self.most is None:
            return f"sure:>{equal}{_number(self.least)}"
        if self.least == self.most:
            return f"sure:{_number(self.least)}"
        return f"sure:{_number(self.least)}..{_number(self.most)}"


def _number(value: float | None) -> str:
    return f"{value or 0:.4f}".rstrip("0").rstrip(".")


What = Words | InField | InNotes | InDates | Sure


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that is asked for, or that must not be."""

    what: What
    without: bool = False

    def __str__(self) -> str:
        return f"{'-' if self.without else ''}{self.what}"


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Clauses of which one has to hold. ``stretches`` are where each is written in the
    string that was parsed."""

    either: tuple[Clause, ...]
    stretches: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    @property
    def stretch(self) -> tuple[int, int]:
        """Where the whole part is written."""
        return self.stretches[0][0], self.stretches[-1][1]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.either))


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: every part has to hold. ``hints`` say what was read otherwise
    than it may have been meant."""

    parts: tuple[Alternatives, ...] = ()
    hints: tuple[str, ...] = field(default=(), compare=False)
    text: str = field(default="", compare=False)

    @property
    def clauses(self) -> Iterable[Clause]:
        return (clause for part in self.parts for clause in part.either)

    @property
    def terms(self) -> tuple[Term, ...]:
        """The words that are looked for anywhere."""
        return tuple(
            term
            for clause in self.clauses
            if isinstance(clause.what, Words) and not clause.without
            for term in clause.what.terms
        )

    def __str__(self) -> str:
        return " ".join(map(str, self.parts))
