"""A sentence that says that something is not so, as it is held against those of others."""

from __future__ import annotations

from dataclasses import dataclass

from tui.disagreements.statements import Statement


@dataclass(frozen=True)
class Negated:
    """A sentence that says that something is not so."""

    sentence: Statement
    first: int
    """The first of its words that say so."""
    last: int
    stems: tuple[str, ...]
    """What is not so, in its order."""
    form: str
    """The first word of that, folded; "" where any form of it says that it is so: of "did not
    sign" also "signed"."""
    ahead: bool
    """Whether it is what will not be."""
    denial: bool
    nobody: bool
    so_far: bool
    """Whether it may be so later: "has not"."""
    subject: frozenset[str]
    """The words before, of which it is said."""
    noun: bool
    """Whether it is a thing that there is not: "no deal"."""
    thing: bool
    """Whether it is what somebody or something is not: "is not a candidate"."""

    @property
    def predicate(self) -> str:
        """The word that is not so: "conceded" of "has not conceded"."""
        return next(iter(self.stems))
