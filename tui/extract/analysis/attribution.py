"""What one sentence attributes: a cue, its source, and the content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tui.extract.text.document import Span


class Cue(NamedTuple):
    """A word or words of saying: the tokens ``first`` to ``last`` of its sentence.

    ``lemma`` is its base form, and ``construction`` how it stands; the rules of a language
    name its constructions. The stages know "noun" alone ("claims that ..."), behind which the
    source may be left out.
    """

    first: int
    last: int
    lemma: str
    construction: str


@dataclass(slots=True)
class Attribution:
    """A cue with its source and what is attributed to it."""

    cue: Cue
    cue_span: Span
    source: Span | None
    """The words that name the source, an apposition with them."""
    same_as: int | None
    """The index of the attribution whose source this one shares."""
    content: tuple[Span, ...]
    before: bool
    """Whether the content stands before the cue."""
    rule: str
    nested: bool = False
    """Whether it stands inside what another is reported to say."""
    stand_in: Span | None = None
    """The "who" or "which" that stands for the source here."""
    aside: bool = False
    """Whether it only tells where a number is from: a fact has a source, nobody speaks."""
    of_before: bool = False
    """Whether the sentence before is what is said ("This was announced by Kos")."""
    implied: Span | None = None
    """The verb, where no words name the source and its form alone tells who that may be."""
    relays: bool = False
    """Whether its source passes on what another says: "..., Reuters reported"."""
    interrupted: bool = False
    """Whether its source stands within the one clause that is said ("the vote, he said, was")."""
    split: bool = False
    """Whether its content is one that words of the reporter interrupt, so that what is in marks
    is no more of it than the rest."""
