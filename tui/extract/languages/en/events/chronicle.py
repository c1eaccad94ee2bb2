"""Rows of a chronicle, each under its year or day: "2012: The party loses its majority."

In such a row the present tells what has been, the year is that of every date without one, and
what has no date of its own has that of the row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.extract.findings import TimeMention
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.past_forms import NOUN_NEXT
from tui.extract.languages.en.clauses.tokens import ClauseTokens
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.clauses.verbs import BEHIND_PLURAL, verbs
from tui.extract.languages.en.happenings import ACT_VERBS, FORMS, HOLDING, VERB_SORTS
from tui.extract.text.document import Document

_YEAR = re.compile(r"\W{0,3}(?P<year>(?:1[89]|20)\d\d)\s?(?::|[–—-]\s)")
_HAS_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_FEWEST = 2
"""Rows from which there is a chronicle."""
_SEPARATES = re.compile(r"\s?(?::|[–—-]\s)")


def rows_of(document: Document, times: Sequence[TimeMention]) -> dict[int, TimeMention]:
    """The dates of the rows of a chronicle, by the numbers of their paragraphs."""
    starts = {time.start: time for time in times if time.edtf and time.role == "at"}
    rows: dict[int, TimeMention] = {}
    for number, paragraph in enumerate(document.paragraphs):
        if paragraph.role != "body":
            continue
        year = _YEAR.match(document.text, paragraph.start, paragraph.end)
        time = starts.get(paragraph.start)
        if year is not None:
            start, end = year.span("year")
            rows[number] = TimeMention(start, end, year["year"], "stated", "at", "row")
        elif time is not None and _SEPARATES.match(document.text, time.end, paragraph.end):
            rows[number] = time
    return rows if len(rows) >= _FEWEST else {}


def in_rows(
    document: Document, times: Sequence[TimeMention], rows: dict[int, TimeMention]
) -> list[TimeMention]:
    """Dates as the rows that they stand in have them: with the year of the row."""
    found = []
    for time in times:
        row = rows.get(document.paragraph_at(time.start)) if rows else None
        if row is not None and time is not row and time.edtf[:4] != row.edtf[:4]:
            words = document.text[time.start : time.end]
            if time.rule == "election-day":
                time = replace(time, edtf=row.edtf)
            elif time.edtf[:4].isdigit() and not _HAS_YEAR.search(words):
                time = replace(time, edtf=row.edtf[:4] + time.edtf[4:])
        found.append(time)
    return found


def told_in_present(tokens: ClauseTokens) -> list[Verb]:
    """The verbs of a sentence whose present tells what has been: "2012: The party loses"."""
    return [
        verb._replace(tense="past") if verb.tense == "present" and verb.shape == "finite" else verb
        for verb in verbs(tokens, _third_or_base)
    ]


def _third_or_base(tokens: ClauseTokens, at: int) -> Verb | None:
    """A verb in the present behind its subject and before what belongs to it, by these alone."""
    lemma, form = FORMS.get(tokens.lowers[at], ("", ""))
    if form not in ("s", "base") or at == 0 or tokens.capital(at):
        return None
    if not (lemma in ACT_VERBS or lemma in VERB_SORTS or lemma in HOLDING):
        return None
    before, follows = tokens.lowers[at - 1], tokens.lower(at + 1)
    if before in NOUN_NEXT or before == "to" or tokens.possessive(at - 1):
        return None
    plural = before.endswith("s") or before in lex.PLURAL_PEOPLE or before == "together"
    plural = plural or before == "police"
    goes_on = follows in BEHIND_PLURAL or follows[:1].isdigit() or tokens.capital_or_end(at + 1)
    if not goes_on or (form == "base" and not plural):
        return None
    return Verb(at, at, lemma, "finite", "present")
