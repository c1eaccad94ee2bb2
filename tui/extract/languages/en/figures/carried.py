"""The election of a town that one paragraph names, for the results of the next that go on with it.

A report on the vote of a country tells those of its capital in a paragraph, and goes on: "The Blue
List had six percent". Where that list had another share of the country's vote before, these are
results of the town.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tui.extract.languages.en.figures.chosen import Chosen, chosen, is_of_town
from tui.extract.languages.en.figures.elections import Elections
from tui.extract.languages.en.figures.view import Counted
from tui.extract.text.document import Document, Sentence

_APART = {"vote_share": Decimal("0.5"), "seats": Decimal(3)}
"""By how much two results of one side differ at least that are no counts of one vote."""
_OF_COUNTRY = re.compile(
    r"\b(?:commission|exit\spolls?|counted|processed|projections?|turnout|nation\w*|country\w*|parliament\w*"
    r"|assembly)\b",
    re.IGNORECASE,
)
"""What in a sentence tells of another vote, or of a later count of the same."""


class Carried:
    """What a text has told of each side, and the town that its last results were of."""

    def __init__(self, document: Document, elections: Elections) -> None:
        self._document = document
        self._elections = elections
        self._values: dict[tuple[str, str], Decimal] = {}
        self._paragraph = -1
        self._town: Chosen | None = None

    def of(
        self, contest: Chosen, subject: str | None, counted: Counted, sentence: Sentence
    ) -> Chosen:
        """The election of a figure that would be of ``contest``."""
        about = self._elections.about
        whole = about is not None and contest.id == about.contests[0].id and not is_of_town(about)
        if not whole or counted.measure not in _APART:
            return contest
        if self._town and sentence.paragraph == self._paragraph:
            return self._town
        if subject is None:
            return contest
        value = Decimal(counted.value)
        before = self._values.setdefault((subject, counted.measure), value)
        town = self._told_before(sentence)
        if town is None or abs(before - value) < _APART[counted.measure]:
            return contest
        self._paragraph, self._town = sentence.paragraph, town
        return town

    def _told_before(self, sentence: Sentence) -> Chosen | None:
        """The town of the paragraph before that of a sentence, which names no election."""
        text, number = self._document.text, sentence.paragraph
        paragraph = self._document.paragraphs[number]
        if number == 0 or self._elections.within(paragraph.start, sentence.end):
            return None
        if _OF_COUNTRY.search(text, sentence.start, sentence.end):
            return None
        if self._town and number == self._paragraph + 1:
            return self._town
        above = self._document.paragraphs[number - 1]
        told = self._elections.within(above.start, above.end)
        towns = {one.contests: one for one in told if is_of_town(one)}
        alone = len(towns) == 1 and len({one.contests for one in told}) == 1
        return chosen(next(iter(towns.values())), None) if alone else None
