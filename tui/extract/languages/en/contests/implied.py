"""The election of a report that names none: told by what people vote for, and what is filled.

"Voters choose 21 mayors", "the party keeps its majority in Parliament": the beginning of a report
tells what kind of election it is on, the country that it is about tells where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tui.dates import bounds
from tui.extract.findings import ContestMention, TimeMention
from tui.extract.languages.en.contests.naming import discovered
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Document

_WORDS = lists("words", "contests")

LEAD = 4
"""Paragraphs of a report that tell what is elected, its headline apart."""
NEAR = timedelta(days=14)
"""How long before a report the election was held that it does not name."""

_VOTE = (
    r"(?:vot(?:es?|ed|ing|ers)|candidates?|contests?|races?|running|runs?|ran|elect(?:s|ed|ing)?"
    r"|ballots?|cho(?:ose|oses|osing|se)|picks?|picked|contenders?|nominees?)"
)
_UP_TO = r"(?:[\w’'-]+\s){0,4}?"
_BODY = (
    r"(?:\d+-(?:seat|member)\s)?(?:[Nn]ational\s|[Ff]ederal\s)?"
    r"(?:[Pp]arliament|(?<=onal\s)[Aa]ssembly|(?<=(?:seat|mber)\s)[Aa]ssembly|[Ll]egislature|[Ll]ower\s(?:[Hh]ouse|[Cc]hamber)|Diet|Sejm|Bundestag"
    r"|Duma|Knesset|Sabor|Seimas|Saeima|Riksdag|Storting)"
)
_SEATS = (
    r"(?:majority|seats?|mandates|deputies|MPs|lawmakers"
    r"|(?:largest|biggest|strongest|first)\s(?:force|party|group|bloc|list))"
)
KINDS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "mayoral election",
        "mayor",
        re.compile(
            rf"\b{_VOTE}\s{_UP_TO}mayors?\b|\bmayoral\b(?!\selections?\s(?:office|board|committee|commission|authorit|staff))|\bmayors?\s(?:was|were)\selected\b"
        ),
    ),
    (
        "presidential election",
        "presiden",
        re.compile(
            rf"\b{_VOTE}\s{_UP_TO}president\b|\bpresidential\s(?:candidates?|race|hopefuls?|contest"
            r"|contenders?|challengers?|votes?|ballots?|bid|results?|nominees?)\b|\bpresident-elect\b|\bnew\spresident\b"
            rf"|\bw[io]n(?:s|ning)?\s{_UP_TO}(?:presidency|term\sas\spresident)\b"
        ),
    ),
    (
        "parliamentary election",
        (
            "parliament assembly legislature lower diet sejm bundestag duma knesset sabor seimas"
            " saeima riksdag storting"
        ),
        re.compile(
            rf"\b{_SEATS}\s{_UP_TO}(?:in|of)\s(?:the\s|its\s|[A-Z][\w-]+['’]s?\s)?(?:new\s|next\s)?{_BODY}\b"
            r"|\b(?:new|next)\s(?:[Nn]ational\s[Aa]ssembly|[Pp]arliament|[Ll]egislature)\b"
            rf"|\b(?:enter|reach|make\sit\sinto|elect)(?:s|ed|ing)?\s(?:the\s|a\s)?{_BODY}\b"
        ),
    ),
    (
        "local election",
        "council",
        re.compile(rf"\b{_SEATS}\s{_UP_TO}(?:in|on)\s(?:the\s)?(?:[\w-]+\s){{0,2}}councils?\b"),
    ),
    (
        "referendum",
        "referendum",
        re.compile(r"\b(?:in|after|lost|won)\s(?:(?:the|a)\s)?(?:[a-z]+\s)?referendum\b"),
    ),
)
"""The kinds of elections, and by which words a report tells that it is on one: ahead of each
pattern beginnings of words of which it cannot do without one, which are soon looked for."""
WORDS = _WORDS["words"]
"""Of these words each passage that tells it has one."""
_COUNTS = frozenset("turnout precincts protocols ballots counted processed".split())
"""Of these words each report on a count has one."""
_WORD = re.compile(r"[a-z]+")
_TELLS = _WORDS["tells"]
"""Of these words each report on an election has one."""


def held_lately(edtf: str, day: str) -> bool:
    """Whether an election was held right before the day of a report."""
    if not day or len(edtf) != len(day):
        return False
    first, last = bounds(edtf)
    if not first or first != last:
        return False  # "2023-12-XX": some day of a month.
    return timedelta(0) <= date.fromisoformat(day) - date.fromisoformat(first) <= NEAR


def told(
    document: Document, home: str, times: Sequence[TimeMention], day: str
) -> ContestMention | None:
    """The election that the beginning of a report tells of without naming it; ``day`` is that of
    the report, ``home`` its country. None where neither is known."""
    if _TELLS.isdisjoint(document.vocabulary):
        return None
    told = [
        paragraph
        for paragraph in document.paragraphs
        if paragraph.role in ("title", "lead-title", "body")
    ][: LEAD + 1]
    lower = document.text[told[0].start : told[-1].end].lower() if told else ""
    kinds = [
        (kind, pattern)
        for kind, needed, pattern in KINDS
        if any(word in lower for word in needed.split())
    ]
    for paragraph in told if kinds else ():
        at = [
            (found.span(), kind)
            for kind, pattern in kinds
            if (found := pattern.search(document.text, paragraph.start, paragraph.end))
        ]
        if at:
            span, kind = min(at)
            year = _year(document, times, day, told[-1].end)
            if not home and not year:
                return None  # It would be one with that of any other such report.
            return ContestMention(*span, (discovered(kind, home, year),), None, "contest")
    return None


def _year(document: Document, times: Sequence[TimeMention], day: str, end: int) -> str:
    """The year of the election: that of a report on a count, or of a day right before the report
    on which its beginning tells of votes."""
    if not day:
        return ""
    if not _COUNTS.isdisjoint(document.vocabulary):
        return day[:4]  # Votes are counted about when they were cast.
    for time in times:
        if time.start >= end or not held_lately(time.edtf, day):
            continue
        sentence = document.sentence_at(time.start)
        words = _WORD.findall(document.text[sentence.start : sentence.end]) if sentence else ()
        if not _TELLS.isdisjoint(words):
            return time.edtf[:4]
    return ""
