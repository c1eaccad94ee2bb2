"""Names in Serbian tables: whatever words they are of, the head of the column tells what they
name; they stand in the nominative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from tui.digests import slug
from tui.extract.languages.sr import tables
from tui.extract.languages.sr.letters import latin
from tui.extract.languages.sr.names.bodies import OrganisationMention
from tui.extract.languages.sr.names.declension import given
from tui.extract.languages.sr.names.people import Reading
from tui.extract.text.document import Document
from tui.model import ActorType

_NAME = re.compile(r"[^\W\d_][^\d,()\[\]*†:]*[^\s\d,()\[\]*†:]")
_JOINED = re.compile(r"\s[–—-]\s|\s?[+/]\s?")


def nobodys(document: Document) -> Iterator[int]:
    """The words, by number, of the cells that name nobody: what heads columns, and places."""
    cells = {start for table in tables.read(document) for start in table.nobody()}
    for sentence, numbers in zip(document.sentences, document.sentence_words, strict=True):
        if numbers is not None and sentence.start in cells:
            yield from range(*numbers)


def found(document: Document, used: Set[int]) -> Iterator[Reading | OrganisationMention]:
    """Those whom tables name, but whoever is found already."""
    for table in tables.read(document):
        for name in table.names():
            told = _NAME.match(document.text, *name.cell)
            numbers = document.numbers(*told.span()) if told else None
            if told is None or numbers is None or not told[0][0].isupper():
                continue
            first, last = numbers
            if not used.isdisjoint(range(first, last)):
                continue
            if name.role == "candidate" and 2 <= last - first <= 4:
                surname = told[0].split()[-1]
                yield Reading(first, last, told[0], surname, "", frozenset("N"), "", True)
            elif name.role == "party" and not given(told[0].split()[0]):
                kind: ActorType = "coalition" if _JOINED.search(told[0]) else "party"
                yield OrganisationMention(
                    first, last, told.end(), slug(latin(told[0])), told[0], kind, "organisation",
                    frozenset("N"),
                )  # fmt: skip
