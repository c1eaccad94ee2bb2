"""A verb with its auxiliaries, as it is seen in its sentence."""

from __future__ import annotations

from typing import Literal, NamedTuple

Shape = Literal["finite", "copula", "reduced", "gerund", "infinitive"]
Tense = Literal["past", "present", "perfect", "progressive", "future", "modal", ""]


class Verb(NamedTuple):
    """A verb with its auxiliaries: the tokens ``first`` to ``head``, and what they say."""

    first: int
    head: int
    lemma: str
    shape: Shape
    tense: Tense
    passive: bool = False
    negated: bool = False
