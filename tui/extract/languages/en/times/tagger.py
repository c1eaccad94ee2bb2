"""Time expressions: where a text says when, and what that is in days.

The rules stand in :mod:`tui.extract.languages.en.times.rules`, in the order in which they may take
words. Here their readings meet the article's date: a reading that depends on the day of
publication is worked out for every day that this may be, and kept as far as all agree.
What the text leaves open stays open, with the bounds that it allows as a note.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from tui import dates
from tui.extract.findings import TimeMention
from tui.extract.languages.en.times.anchored import anchored
from tui.extract.languages.en.times.datelines import metadata, posts
from tui.extract.languages.en.times.normalise import DateMatch, TimeValue
from tui.extract.languages.en.times.rules import NUMERALS, RULES
from tui.extract.languages.en.times.votes import (
    names_a_vote,
    with_days_of_votes,
    with_election_day,
)
from tui.extract.text.document import Document, Span, around
from tui.model import UNKNOWN, Basis, When

WINDOW = 160
"""Characters on either side of an expression that may tell how it is meant."""

_LEAD = re.compile(
    r"\b(?:(?:late|early|later|earlier|back|ever|starting|beginning)\s{1,2})?"
    r"(?P<word>on|in|at|since|until|till|by|during|over|for)\s{1,3}$",
    re.IGNORECASE,
)
_LEADING = tuple("on in at since until till by during over for".split())
LONGEST_LEAD = 24
_ROLES = {"since": "since", "until": "until", "till": "until", "by": "until"}
_LEADS_ITSELF = re.compile(
    r"(?:last|next|this|yesterday|today|tomorrow|tonight)\b|.{1,60}\bago\b", re.IGNORECASE
)
"""Words that date without a preposition: in "during last weekend" they are all of the date."""


_COMPARED = re.compile(
    r"\b(?:(?:up|down|compared|more|less|fewer|higher|lower|better|worse)\b[^,;.]{0,40}?"
    r"\b(?:from|with|to|than)"
    r"|from\s(?!\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b))[^\s,;]{0,10}\d[\w.,%]{0,12}|than)\b[^,;]{0,40}$"
)
"""What a figure of another time follows: "up from 63 percent in 2019", "than a year earlier";
an hour is none ("from 6pm today")."""
LONGEST_COMPARISON = 90


def find(document: Document, published: When = UNKNOWN) -> list[TimeMention]:
    """The time expressions of a text in its order, none inside another."""
    text = document.text
    taken = bytearray(len(text) + 1)
    for span in metadata(document):
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    dated = posts(document)
    for span, _ in dated:
        taken[span.start : span.end] = b"\1" * (span.end - span.start)
    when_seen = _seen(published, dated)
    found: list[TimeMention] = []
    anchors = {NUMERALS: document.numerals}
    for rule in RULES:
        if rule.anchors not in anchors:
            anchors[rule.anchors] = document.anchors(rule.anchors)
        at = rule.tried_at(text, anchors[rule.anchors])
        for match in around(rule.pattern, text, at, rule.back, ahead=rule.ahead):
            start, end = match.span()
            if taken.find(1, start, end) >= 0:
                continue
            sentence = document.sentence_at(start)
            if sentence is None or start >= sentence.end:
                continue
            taken[start:end] = b"\1" * (end - start)
            before = text[max(sentence.start, start - WINDOW) : start]
            after = text[end : min(sentence.end, end + WINDOW)]
            reading = rule.read(DateMatch(match, before, after))
            if reading is not None:
                seen = when_seen(start)
                time = _time(rule.name, reading, start, match.group(), before, seen)
                taken[time.start : start] = b"\1" * (start - time.start)
                found.append(time)
    found.sort(key=lambda time: time.start)
    days = when_seen(0).days
    found = anchored(text, _with_told_year(text, found, days), days)
    return with_election_day(text, with_days_of_votes(text, found))


def _seen(published: When, dated: list[tuple[Span, str]]) -> Callable[[int], _Published]:
    """On which day the words at a position may have appeared: the day of their post, or that of
    the text where it has no posts."""
    whole = _Published.of(published)
    starts = [span.start for span, _ in dated]
    days = [whole, *(_Published.of(dates.when(day, "stated")) for _, day in dated)]
    return lambda position: days[bisect(starts, position)]


def _time(
    rule: str, reading: TimeValue, start: int, words: str, before: str, seen: _Published
) -> TimeMention:
    """A reading as a finding: with its preposition, and resolved."""
    edtf, basis, note = seen.resolve(reading)
    end = start + len(words)
    role = reading.role
    lead = None
    if before[-12:].rstrip().lower().endswith(_LEADING):
        lead = _LEAD.search(before, max(0, len(before) - LONGEST_LEAD))
    if lead and role == "at":
        role = _ROLES.get(lead["word"].lower(), role)
        if role != "at" or not _LEADS_ITSELF.match(words):
            start -= len(before) - lead.start()
    if role == "at" and _COMPARED.search(before, max(0, len(before) - LONGEST_COMPARISON)):
        role = "compared"
    if role in ("since", "until") and edtf:
        first, _, last = edtf.partition("/")
        edtf = f"{first}/.." if role == "since" else f"../{last or first}"
    return TimeMention(start, end, edtf, basis, role, rule, note)


# --------------------------------------------------------------------- publication


class _Published(NamedTuple):
    """The days on which the text may have appeared, and how sure they are."""

    days: tuple[date, ...]
    around: tuple[date, ...]
    mark: str
    basis: Basis

    @classmethod
    def of(cls, published: When) -> _Published:
        days = dates.days(published)
        mark = published.edtf[-1:] if published.edtf[-1:] in ("?", "~", "%") else ""
        near = {day + timedelta(days=off) for day in days for off in (-1, 0, 1)} if mark else ()
        basis = published.basis if published.basis in ("inferred", "curated") else "resolved"
        return cls(days, tuple(sorted(near)), mark, basis)

    def resolve(self, reading: TimeValue) -> tuple[str, Basis, str]:
        """EDTF, basis and note: as fine as every possible day of publication allows."""
        if isinstance(reading.edtf, str):
            return (reading.edtf, "stated", "") if reading.edtf else ("", "unknown", reading.note)
        if not self.days:
            return "", "unknown", reading.note
        readings = _each(reading.edtf, self.days)
        if len(readings) == 1:
            edtf = readings.pop()
            if self.mark and edtf and len(_each(reading.edtf, self.around)) > 1:
                edtf = "/".join(f"{side.rstrip('?~%')}{self.mark}" for side in edtf.split("/"))
            return (edtf, self.basis, "") if edtf else ("", "unknown", reading.note)
        sides = sorted(side.rstrip("~") for each in readings for side in each.split("/"))
        note = f"between {sides[0]} and {sides[-1]}" if sides and sides[0] else reading.note
        for length in (7, 4):
            wider = {side[:length] for side in sides if len(side) >= length}
            if len(wider) == 1 and reading.role == "at":
                return wider.pop(), self.basis, note
        return "", "unknown", note


_CALENDAR = re.compile(r"(?!0000)[0-9]{4}(?![0-9])")


def _each(edtf: Callable[[date], str], days: tuple[date, ...]) -> set[str]:
    found = set()
    for day in days:
        try:
            told = edtf(day)
        except (OverflowError, ValueError):
            told = ""
        # "Four thousand years ago" lies before the first day that a calendar has.
        found.add(told if _CALENDAR.match(told) else "")
    return found


# ------------------------------------------------------- a day whose year is told elsewhere

_LONG_AGO = timedelta(days=60)
"""How long before a text a day is of which it tells the year at some place."""


def _with_told_year(
    text: str, found: list[TimeMention], days: tuple[date, ...]
) -> list[TimeMention]:
    """ "The October 6 elections" are those of the year that the text has with that day at another
    place, where neither year is the text's own."""
    told: dict[str, set[str]] = {}
    for time in found:
        if time.rule == "month-day" and time.basis == "stated" and len(time.edtf) == _DAY:
            told.setdefault(time.edtf[4:], set()).add(time.edtf)
    if not told or not days:
        return found
    newest = (min(days) - _LONG_AGO).isoformat()
    dated = []
    for time in found:
        years = told.get(time.edtf[4:], ()) if time.basis == "resolved" else ()
        of_vote = time.rule == "month-day" and names_a_vote(text, time)
        if of_vote and len(years) == 1 and time.edtf < newest:
            time = replace(time, edtf=next(iter(years)))
        dated.append(time)
    return dated


_DAY = len("2019-10-06")
