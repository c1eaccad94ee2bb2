"""How settled a figure is: a count in progress, a final result, a claim, or not said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from tui.extract.findings import Reported
from tui.model import FigureStatus


class ReportedAs(NamedTuple):
    """What a sentence says of how settled its figures are, whichever it is."""

    alleged: float
    """Where the first word of an allegation or a claim ends; infinite where none stands."""
    accused: float
    """Where the first word of an allegation ends."""
    settled: FigureStatus | None
    """The standing of an election's result by the words of the sentence or, where these
    tell none, by those before it in its paragraph."""
    irregular: bool = False
    """Whether it speaks of votes that should not be there."""


_BODY = (
    r"(?:election|electoral|voting|referendum)s?\s(?:commission|authorit(?:y|ies)|tribunal|office"
    r"|bureau|council|board|committee)"
)
"""Who counts, in any letters."""

_SHARE = r"(?:[a-z]+\s){0,2}(?!100\b)[\d.,]+\s?(?:%|per\s?cent|pct)"
"""A share of what is counted, and not all: ``nearly 98.1 per cent``, ``more than 92 pct``."""
_SOME_STATIONS = (
    r"(?P<some>[\d,]{2,})\s(?:out\s)?of\s(?:the\s|a\stotal\sof\s)?(?!(?P=some)\b)[\d,]{2,}"
    r"\s(?:polling\s|voting\s)?(?:stations|precincts|places|districts)"
)
"""So many of more stations: ``612 of 640 polling stations``."""

STATUSES: tuple[tuple[FigureStatus, str, re.Pattern[str]], ...] = (
    (
        "party-claim",
        "own",
        re.compile(
            r"\b(?:its|his|her|their|the\s(?:party|coalition|list|opposition|campaign)['’]s)\sown\s(?:[a-z-]+\s){0,2}(?:counts?|tally|tallies|figures|data"
            r"|numbers|estimates?|calculations?|projections?|results|monitors|observers)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "exit-poll",
        "exit question",
        re.compile(
            r"\bexit[\s-]polls?\b"
            r"|\b(?:questioned|interviewed|asked|surveyed)\svoters\s(?:outside|leaving|as\sthey)",
            re.IGNORECASE,
        ),
    ),
    (
        "projection",
        "project forecast predict sample",
        re.compile(
            r"\b(?:projections?|projected|projects|forecasts?|predict(?:s|ed|ions?)"
            r"|sample\s(?:of\s)?(?:polling\s)?stations|(?:processed|counted)\ssample|the\ssame\ssample"
            rf"|(?:{_SHARE}|100\s?(?:%|per\s?cent|pct))\sof\s(?:[\w/’']+\s){{0,3}}sample)\b",
            re.I,
        ),
    ),
    (
        "official",
        "every all 100 whole count",
        re.compile(
            r"\bcount(?:ing)?\sof\sall\s(?:the\s)?(?:votes|ballots)\b|"
            r"\b(?<!nearly )(?<!almost )(?<!virtually )(?<!not )"
            r"(?:every|all(?:\sof)?(?:\sthe)?|100(?:\sper\s?cent|%)\sof(?:\sthe)?)\s(?:[\d.,]+\s)?(?:[a-z-]+\s)?"
            r"(?:ballots?|votes?|precincts|stations|districts)\s(?:\w+\s)?"
            r"(?:counted|processed|reporting|in\b)",
            re.IGNORECASE,
        ),
    ),
    (
        "preliminary",
        (
            "prelim provis official incompl partial early first initial return count vote ballot"
            " box precinct station district sheet table far stand complete protocol data figures"
            " process material"
        ),
        re.compile(
            rf"\b(?:(?:(?:count|process)(?:ing)?\sof|(?:results|returns|ballots|votes|data|protocols|sheets)(?:\sof\sthe\s[^.;,]{{3,60}})?\sfrom)"
            rf"\s{_SHARE}(?:\sof)?|near(?:ly|-|\s)\s?complete\s(?:[a-z]+\s)?(?:count|tally|results?|returns)|(?:count|tally)\s(?:is|was)\snearly\scomplete|preliminary|provisional|unofficial|incomplete|partial\s(?:results|count|returns)"
            r"|(?:early|first|initial)\s(?:\w+\s)?(?:results|returns|tally)|(?:early|initial)\s(?:\w+\s)?count|as\sthings\sstand"
            r"|so\sfar\scounted|figures,?\s(?:which|that)\s(?:(?:still|do\snot|don['’]t)\s)?(?:leave\sout|exclude|include)\b|counted\sso\sfar|"
            r"boxes\s(?:\w+\s)?opened|"
            rf"{_SHARE}\sof\s(?:all\s|the\s)*(?:votes|ballots)\s(?:had\sbeen|were)\scounted|"
            rf"{_SHARE}\sof\s(?:[\w’']+\s){{0,2}}?(?:material|protocols)|after\s{_SHARE}\sof\s(?:all\s|the\s)*(?:votes|ballots|stations)|"
            rf"(?:count|process)ed\s{_SHARE}(?:\sof)?|(?:(?:process|count|tall)\w*|from|with|after)\s(?:[\w’']+\s){{0,3}}{_SOME_STATIONS}|{_SHARE}\s(?:processed|counted)|"
            r"(?:votes?|ballots?|boxes|precincts|stations|districts|returns|sheets|tables)\s(?:(?!w(?:as|ere)\b)\w+\s){0,2}"
            r"(?:counted|processed|tallied|reporting|in(?=\s?[,.;:)—–]|$))"
            r"|count(?:ed|ing)\s(?:\w+\s){0,3}(?:%|per\s?cent|pct|fifth|quarter|third|half)?\s?of"
            r"\sthe\s(?:votes|ballots))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "official",
        (
            "official final certified according declared proclaimed announced confirmed board"
            " commission tribunal council authorit office bureau committee"
        ),
        re.compile(
            r"\b(?:official\s(?:\w+\s)?(?:results?|count|figures?|data|tally|returns)|officially"
            r"|final\s(?:results?|count|tally|protocol|figures|returns|numbers)|certified|according\sto\s(?:the\s)?(?:[\w’']+\s){0,3}"
            rf"{_BODY}|{_BODY}(?:\s\([^()]*\))?,?(?:\s[^.;]{{0,100}}?)?"
            r"\s(?:announced|declared|proclaimed|confirmed|certified|put|reported|published|released)"
            r"|the\s(?:commission|board|tribunal)\s(?:has\s|had\s)?(?:announced|declared|proclaimed|confirmed|certified))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "estimate",
        "estimat count",
        re.compile(r"\b(?:estimat(?:e|es|ed|ing)|quick\scount|parallel\scount)\b", re.I),
    ),
)
"""How settled a figure is, by the words of its sentence; the first that stands there holds.
Ahead of each pattern words, or beginnings of words, of which it cannot do without one: they are
soon looked for, and most sentences have none."""

_FINAL = (
    r"(?<!preliminary )(?<!provisional )final\s(?:results?|count|tally|protocol)"
    r"|certified\s(?:the\s)?results?"
    r"|(?:announced|declared|published)\s(?:\w+\s){0,3}final\sresults?|confirmed\sas\s(?:the\s)?winner"
    r"|returning\sofficer\b[^.;]{0,80}\bdeclared?\b|declared\s(?:duly\s)?elected"
)
_ENDED = re.compile(rf"\b(?:{_FINAL})\b", re.IGNORECASE)
"""What says that a count has ended."""
_CONFIRMED = re.compile(
    rf"\b(?:{_FINAL}|(?<!preliminary )(?<!provisional )official\sresults?)\b", re.IGNORECASE
)
"""What in the first paragraphs of a report says that its results are final."""
_TO_COME = re.compile(
    r"\b(?:will|would|to\sbe|expected|due|before|until|await\w*|later)\b", re.IGNORECASE
)
IRREGULAR = re.compile(
    r"\b(?:invalid|forged|stolen|stuffed|missing|fake|fictitious|irregular\w*|fraud\w*"
    r"|marked\sin\sadvance|after\sthe\sdeadline|more\snames|bribed|bought|phantom)\b",
    re.IGNORECASE,
)
"""What somebody who stands to gain says of votes and is an allegation."""


def confirmed(text: str) -> bool:
    """Whether the beginning of a report says that its results are final."""
    return _said_now(_CONFIRMED, text)


def ended(text: str) -> bool:
    """Whether a sentence of a report on a count that goes on says that this one has ended:
    "official results" are also those so far."""
    return _said_now(_ENDED, text)


def _said_now(pattern: re.Pattern[str], text: str) -> bool:
    for found in pattern.finditer(text):
        around = max(0, found.start() - 60), min(len(text), found.end() + 12)
        if not _TO_COME.search(text, *around):
            return True
    return False


_COUNTERS_SAID = re.compile(
    rf"\b{_BODY}s?(?:\s\([^()]*\))?,?\s(?:has\s|have\s)?(?:said|announced|declared|confirmed|certified)\b",
    re.IGNORECASE,
)


def of_lead(text: str) -> FigureStatus | None:
    """How settled the results of a report are by what it begins with."""
    told = settled(text)
    if told in ("preliminary", "exit-poll"):
        return told
    lower = text.lower()
    if told != "official" and any(
        each.name == "preliminary"
        and any(word in lower for word in each.words)
        and each.pattern.search(text)
        for each in _STATUSES
    ):
        return "preliminary"  # A projection of seats is told beside a count that goes on.
    return "official" if confirmed(text) or _COUNTERS_SAID.search(text) else None


ALLEGED = re.compile(
    r"\b(?:charged?|charges|charging|alleg(?:e[sd]?|ing|edly|ations?)|accus(?:e[sd]?|ing|ations?)"
    r"|claim(?:s|ed|ing)?(?!\s(?:just\s|only\s|about\s)?\d+\s(?:of\s(?:the\s)?\d+\s)?(?:seats|mandates)"
    r"\b(?!\s(?:were|was|are|had|have|would|should)\b)))\b"
)
_ALLEGING = ("charg", "alleg", "accus", "claim")
"""Beginnings of words of which both patterns cannot do without one."""
_ACCUSED = re.compile(r"\b(?:charged|alleg\w+|accus\w+)\b")


def told(text: str, paragraph: int, start: int, end: int) -> ReportedAs:
    """What a sentence between two positions says, and the text before it from a third."""
    alleged = accused = None
    if any(text.find(begin, start, end) >= 0 for begin in _ALLEGING):
        alleged, accused = ALLEGED.search(text, start, end), _ACCUSED.search(text, start, end)
    return ReportedAs(
        alleged.end() if alleged else inf,
        accused.end() if accused else inf,
        settled(text[start:end], said := _said_in(text))
        or _before(text, paragraph, start, end, said),
        IRREGULAR.search(text, start, end) is not None,
    )


def _before(
    text: str, paragraph: int, start: int, end: int, said: Sequence[_Status]
) -> FigureStatus | None:
    """What the text before a sentence says: no more of an exit poll where a count is told of."""
    found = settled(text[paragraph:start], said)
    over = found == "exit-poll" and leaves_poll(text, paragraph, start, end)
    return None if over else found


def leaves_poll(text: str, paragraph: int, start: int, end: int) -> bool:
    """Whether a sentence tells of a count, and no more of the exit poll before it."""
    told = [each.end() for each in _POLL.finditer(text, paragraph, end)]
    since = told[-1] if told else paragraph
    return since < start and _NO_POLL.search(text, since, end) is not None


_POLL = re.compile(r"\bpolls?\b", re.IGNORECASE)
_NO_POLL = re.compile(
    r"\b(?:commission|tribunal|authorit(?:y|ies)|returning\sofficer|latest\s(?:figures|count)"
    r"|turnout|registered)\b",
    re.IGNORECASE,
)
"""What behind an exit poll tells of other figures than its own."""


class _Status(NamedTuple):
    """How settled figures are where a pattern matches, which it does with one of some words."""

    name: FigureStatus
    words: tuple[str, ...]
    pattern: re.Pattern[str]


_STATUSES = tuple(_Status(name, tuple(words.split()), pattern) for name, words, pattern in STATUSES)


def settled(words: str, statuses: Sequence[_Status] = _STATUSES) -> FigureStatus | None:
    """How settled the figures of some words are, as far as these tell."""
    lower = words.lower() if statuses else ""
    for name, needed, pattern in statuses:
        if any(each in lower for each in needed) and pattern.search(words):
            return name
    return None


@lru_cache(maxsize=1)
def _said_in(text: str) -> Sequence[_Status]:
    """Those of which a text has a word: of all its sentences no other can be true."""
    lower = text.lower()
    return [each for each in _STATUSES if any(word in lower for word in each.words)]


def status(
    told: ReportedAs,
    at: int,
    words: str,
    votes: bool,
    claim: Reported | None,
    by_party: bool,
    fallback: FigureStatus | None = None,
) -> FigureStatus:
    """The status of a figure at a position, told in some words. ``votes`` says whether it is
    something that an election is counted in. An allegation is one whatever else is said; the
    result of an election has the status that its sentence gives it, or else those before it
    in its paragraph, or what ``fallback`` says of the whole report; anything else has one only
    where it is estimated."""
    if told.accused <= at:
        return "allegation"
    if claim is not None and told.alleged <= at and not (votes and by_party):
        return "allegation"
    if by_party and told.irregular:
        return "allegation"
    if not votes:
        return "estimate" if "estimat" in words else "unknown"
    if by_party:
        return "party-claim" if told.settled in (None, "estimate") else told.settled
    return told.settled or fallback or "unknown"
