"""Elections that are told in short: an office, what is elected, the years since."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from tui.extract.findings import ContestMention, NamedContest, TimeMention
from tui.extract.languages.en.contests import implied, rounds
from tui.extract.languages.en.contests.home import NAME
from tui.extract.languages.en.contests.naming import (
    BY_ELECTION,
    LOCAL,
    NATIONAL,
    PREVIOUS,
    discovered,
    kind_of,
)
from tui.extract.languages.en.words import lists
from tui.extract.text.bullets import BULLETS
from tui.extract.text.document import Document
from tui.extract.text.late_pattern import late
from tui.model import KnownContest

_WORDS = lists("words", "contests")

_SECOND = re.compile(
    r"(?i:run-?off)\b(?!\s(?:water|area|play))|(?<=second\s)round\b(?!\sof\s(?:talks|neg))"
)
_ELECTION = re.compile(r"elections?\b(?!\s(?:commission|office|day|observ|monitor|law|campaign))")
_ELECTION_WORDS = frozenset("election elections".split())
_EARLIER = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,2})\syears\s(?:ago|earlier|before)"
    r"|(?:the|its|their)\s(?:last|previous|preceding)\s(?:parliamentary\s|general\s|presidential\s"
    r"|local\s)?(?:elections?|vote|ballot))\b",
    re.IGNORECASE,
)
_BESIDE_EARLIER = ("ago", "earlier", "before", "last", "previous", "preceding")
_EARLIER_WORDS = frozenset("years elections election vote ballot".split())
_BODY = re.compile(
    r"\b(?:[Ff]or|[Ii]n)\s(?:the\s)?(?P<new>new\s)?(?P<body>(?:(?:[Nn]ational|[Ff]ederal|[Cc]ity|[Mm]unicipal|[Tt]own"
    r"|[Pp]rovincial|[Rr]egional)\s)(?:[Aa]ssembly|[Cc]ouncil|[Pp]arliament)|[Pp]arliament)\b"
    rf"(?:\sof\s(?P<place>{NAME}))?"
)
_BODY_HEADING = re.compile(
    rf"(?P<new>(?P<place>{NAME})\s)(?P<body>(?:[Cc]ity|[Mm]unicipal|[Tt]own|[Pp]rovincial|[Rr]egional)"
    r"\s(?:[Aa]ssembly|[Cc]ouncil|[Pp]arliament))\b[^.!?:;]{0,60}"
)
"""A line above a table that tells whose seats it is on: "Brod city council (31 seats)"."""
_REGIONAL = re.compile(r"(?:state|regional|provincial|cantonal)\b")
_BODY_WORDS = frozenset("assembly council parliament".split())
_OFFICE = re.compile(
    r"\b(?:votes?|voting|elections?|race|ballots?)\sfor\s(?:the\s)?(?P<office>mayor|president|governor)\b"
)
_OFFICES = {"mayor": "mayoral", "president": "presidential", "governor": "gubernatorial"}
_ELECTED = re.compile(r"\b(?:turned\sout|turnout|percent|per\s?cent|pct|seats|mandates|votes)\b|%")
_IN_YEAR = re.compile(
    r"(?:\b(?P<how>[Ii]n|[Ss]ince|[Ww]ith|[Tt]o)\s(?:(?:the\s)?(?:early|late|mid|spring|summer|autumn|fall|winter)[\s-](?:of\s)?)?|\()"
    r"(?P<year>(?:19|20)[0-9]{2})\b"
)

NOW_WORDS = frozenset("counted counting scrutiny precincts tonight".split())
"""Of these words each report on a count has one."""
WORDS = _ELECTION_WORDS | rounds.WORDS | _BODY_WORDS | _OFFICES.keys() | implied.WORDS
"""Of these words each text has one that speaks of an election."""


COMPARED_WITH = re.compile(
    r"\b(?:than|compared\s(?:to|with)|from|as|since|unlike)\s(?:in\s|at\s|to\s)?(?:the\s)?$"
)
"""What stands before an election with which another is compared."""


def in_brackets(text: str, one: ContestMention) -> bool:
    """Whether an election is only that of the number behind it: "12.3 percent (2016: 14.1)"."""
    return text[one.start - 1 : one.start] == "(" and text.startswith(":", one.end)


_LAST = re.compile(r"\b[Ii]n\sthe\slast\s(?:[a-z]+\s)?elections?\b")
_FROM_SHARE = late(r"\bfrom\s[0-9][0-9.,]*\s?(?:%|per\s?cent|pct)\s(?:in|at)\s(?:the\s)?$")


def others(text: str, found: Sequence[ContestMention], day: str) -> list[ContestMention]:
    """The elections that are told as the one before, that another is compared with, or that are
    only wished for; and the run-off that comes of a first round where that is named as well.
    ``day`` is that of the report."""
    ahead = [one for one in found if rounds.coming(text, one)]
    if len(ahead) == len(found):
        ahead = []
    return [
        one
        for one in found
        if one in ahead
        or rounds.past(text, one)
        or _compared(text, one, day[:4])
        or _any_such(text, one)
    ]


_AFTER_IT = re.compile(
    r"\b(?:after|following|since|(?:results?|outcome|winners?|losers?|count)\s(?:of|in))\s(?:the\s)?"
    r"(?:\w+day['’]s\s)?(?:[\w-]+\s)?$"
)
"""What stands before an election that has been held."""
COUNTED = late(
    r"\d\s?(?:%|per\s?cent\b|percent\b|pct\b)\sof\s(?:all\s|the\s)?(?:[a-z]+\s){0,3}"
    r"(?:sheets|ballots|votes|protocols|material|precincts|stations|tables|districts|returns|boxes)\b[^.;]{0,20}"
    r"\b(?:counted|processed|in(?=\s?[,.;:)]|$)|tallied|opened|reporting|reported|scanned)\b"
)
_NEXT = late(r"\b(?:next|coming|this)\b")
_JUST = 3
"""Days before a report on which an election was held after which something will be."""


def after_it(text: str, one: ContestMention, day: str) -> ContestMention:
    """A mention whose day of the week is the last one: "they will meet in June after Sunday's
    vote", "the result of Thursday's by-election", in a report of the days after, or in one of
    which votes have been counted."""
    edtf = one.time.edtf if one.time else ""
    if not day or len(edtf) != len(day) or edtf <= day:
        return one
    before = date.fromisoformat(edtf) - timedelta(days=7)
    apart = (date.fromisoformat(day) - before).days
    after = apart <= _JUST and _AFTER_IT.search(text, max(0, one.start - 40), one.start)
    told = after or (
        COUNTED.search(text) and not _NEXT.search(text, max(0, one.start - 24), one.end)
    )
    if apart < 0 or not told:
        return one
    contests = tuple(
        each if each.known or each.edtf != edtf else each._replace(edtf=before.isoformat())
        for each in one.contests
    )
    return replace(one, contests=contests)


def _compared(text: str, one: ContestMention, year: str) -> bool:
    """Whether an election of a year before that of the report is what another is compared with."""
    before = all(each.edtf and each.edtf[:4] < year for each in one.contests)
    if _LAST.search(text, max(0, one.start - 10), one.end):
        return all(each.edtf and (not year or each.edtf[:4] < year) for each in one.contests)
    undated = not any(each.edtf or each.known for each in one.contests)
    if undated and _FROM_SHARE.search(text, max(0, one.start - 40), one.start):
        return True  # "down from 63.5 percent at the general election"
    return before and COMPARED_WITH.search(text, max(0, one.start - 40), one.start) is not None


_SOME_NEW = re.compile(
    r"\b(?!(?:called|calls|announced|w[io]ns?|lost|after|in|at|following|held)\b)[\w’'-]+\s"
    r"(?:an?|another|any|no)\s(?:(?:new|early|snap|fresh|repeat)\s)*$"
)
"""What stands before a new election that nobody has called."""


def _any_such(text: str, one: ContestMention) -> bool:
    """Whether an election is only one that might be held: "to see a new parliamentary election"."""
    if one.time is not None or any(each.known for each in one.contests):
        return False
    new = re.match(r"(?:new|early|snap|fresh|repeat)\b", text[one.start : one.end])
    return new is not None and _SOME_NEW.search(text, max(0, one.start - 40), one.start) is not None


def unnamed(document: Document, home: str, year: str) -> ContestMention | None:
    """The election of a report that says no more of it than "the election", and its country; or
    of a report in some year on votes that are counted."""
    year = year if document.anchors(NOW_WORDS) else ""
    if not home and not year:
        return None
    for at in document.anchors(_ELECTION_WORDS):
        if word := _ELECTION.match(document.text, at):
            contest = discovered("election", home, year)
            return ContestMention(at, word.end(), (contest,), None, "contest")
    for at in document.anchors(rounds.WORDS):
        if word := _SECOND.match(document.text, at):
            contest = discovered("run-off", home, year)
            return ContestMention(at, word.end(), (contest,), None, "contest")
    return None


def held_now(
    document: Document, contests: Sequence[KnownContest], day: str
) -> ContestMention | None:
    """The national election that was held on the day of a report, or on the day before, where
    the report tells that people vote: "Serbia votes", "polls closed at 8"."""
    if not day:
        return None
    now = [
        each
        for each in contests
        if not NATIONAL.isdisjoint(each.words[0].split() if each.words else ())
        and each.edtf
        and 0 <= (date.fromisoformat(day) - date.fromisoformat(each.edtf[:10])).days <= 1
    ]
    found = _VOTING.search(document.text)
    if len(now) != 1 or found is None:
        return None
    one = now[0]
    named = NamedContest.of(one)
    return ContestMention(*found.span(), (named,), None, "known-contest")


_VOTING = re.compile(
    r"\b(?:votes?|voted|voters|voting|polls\s(?:have\s)?(?:open|close)d?|polling\sstations?|turnout)\b"
)


def _free(found: Sequence[ContestMention], start: int, end: int) -> bool:
    """Whether no mention stands at a place; they are in order of text."""
    at = bisect_left(found, end, key=lambda one: one.start)
    return at == 0 or found[at - 1].end <= start


def bodies(
    document: Document, found: Sequence[ContestMention], home: str
) -> Iterable[ContestMention]:
    """The elections that are told by what is elected: "for the city assembly only half
    turned out", "in the new parliament the list has 20 seats"."""
    known = any(each.known for one in found for each in one.contests)
    regional = any(_REGIONAL.match(kind_of(each)) for one in found for each in one.contests)
    for number, _ in document.by_sentence(document.anchors(_BODY_WORDS)):
        sentence = document.sentences[number]
        if not _ELECTED.search(document.text, sentence.start, sentence.end):
            continue
        heading = _BODY_HEADING.fullmatch(document.text, sentence.start, sentence.end)
        told = () if known else _BODY.finditer(document.text, sentence.start, sentence.end)
        for match in (heading,) if heading else told:
            voted = match["new"] or match.group()[0] in "Ff"
            if not voted or not _free(found, match.start(), match.end()):
                continue
            body = match["body"].lower()
            local = not LOCAL.isdisjoint(body.split())
            if regional and not local:
                continue  # "The new parliament" is that of the state that has voted.
            kind = f"{body} election" if local else "parliamentary election"
            place = match["place"] or ("" if local else home)
            start = match.start("body")
            yield ContestMention(
                start, match.end(), (discovered(kind, place, ""),), None, "contest"
            )


def chambers(
    document: Document, found: Sequence[ContestMention], election: NamedContest
) -> Iterable[ContestMention]:
    """The election of the other chamber, in a report on that of a parliament of two: "in the
    upper house the list won nine seats"."""
    if election.known or NATIONAL.isdisjoint(kind_of(election).split()):
        return
    kinds = {_UPPER: "senate election", _LOWER: kind_of(election)}
    told = [
        (match, kind)
        for at in document.anchors(_CHAMBER_WORDS)
        for pattern, kind in kinds.items()
        if (match := pattern.match(document.text, at))
    ]
    if {kind for _, kind in told} != set(kinds.values()):
        return
    for match, kind in told:
        if _free(found, *match.span()):
            contest = discovered(kind, election.place, election.edtf[:4])
            yield ContestMention(*match.span(), (contest,), None, "chamber")


_UPPER = re.compile(
    r"(?i:upper)\s(?:house|chamber)\b|Senate\b|House\sof\s(?:Lords|Councillors|Peoples)\b|Bundesrat\b"
)
_LOWER = re.compile(
    r"(?i:lower)\s(?:house|chamber)\b|(?:Diet|Sejm|Bundestag|Duma|Knesset|Sabor|Seimas|Saeima|Rada"
    r"|Riksdag|Storting|Folketing|Nationalrat)\b|(?:Chamber|Congress)\sof\s(?:the\s)?Deputies\b"
    r"|House\sof\s(?:Representatives|Commons)\b|National\sAssembly\b"
)
"""What the two chambers of a parliament are called."""
_CHAMBER_WORDS = _WORDS["chamber_words"]


def offices(
    document: Document, found: Sequence[ContestMention], home: str
) -> Iterable[ContestMention]:
    """The elections that are told by the office: "a third of the ballots for mayor"."""
    text = document.text
    for number, places in document.by_sentence(document.anchors(_OFFICES.keys())):
        if not any("for" in text[max(0, at - 8) : at] for at in places):
            continue  # As most: who is president is told more often than who becomes one.
        sentence = document.sentences[number]
        for match in _OFFICE.finditer(document.text, sentence.start, sentence.end):
            if _free(found, match.start(), match.end()):
                office = match["office"]
                place = home if office == "president" else ""
                contest = discovered(f"{_OFFICES[office]} election", place, "")
                start = match.start()
                yield ContestMention(start, match.end(), (contest,), None, "contest")


def earlier(
    document: Document,
    found: Sequence[ContestMention],
    election: NamedContest,
    times: Sequence[TimeMention],
    contests: Sequence[KnownContest],
    day: str,
) -> Iterable[ContestMention]:
    """The election before, of which a report tells by "four years ago" or "in 2014": the same
    one, in another year; without a year where none is told. ``day`` is that of the report."""
    for match in _HEADING.finditer(document.text):
        if match["year"] < ((election.edtf or day)[:4] or "9999") and _free(found, *match.span()):
            contest = _same_in(election, match["year"], contests)
            yield ContestMention(*match.span("year"), (contest,), None, "earlier")
    held = _same_held(election, contests)
    for on_day in times:
        if (known := held.get(on_day.edtf)) is not None and _free(found, on_day.start, on_day.end):
            yield ContestMention(on_day.start, on_day.end, (known,), on_day, "earlier")
    resolved = {time.start: time for time in times if time.edtf}
    for start, end in _past_times(document, times, (election.edtf or day)[:4]):
        if _free(found, start, end):
            time = resolved.get(start)
            year = time.edtf[:4] if time else ""
            contest = _same_in(election, year, contests)
            yield ContestMention(start, end, (contest,), time, "earlier")


_HEADING = re.compile(
    rf"^(?:[{BULLETS}–—-]\s)?(?P<year>(?:19|20)[0-9]{{2}})\s?[:–—-]\s", re.MULTILINE
)
"""A year with which a line of a list of years opens."""


def _past_times(
    document: Document, times: Sequence[TimeMention], year: str
) -> Iterable[tuple[int, int]]:
    """Where a text tells of an election before that of a year."""
    text = document.text
    for number, places in document.by_sentence(document.anchors(_EARLIER_WORDS)):
        beside = "".join([text[max(0, at - 40) : at + 16] for at in places]).lower()
        if not any(word in beside for word in _BESIDE_EARLIER):
            continue
        sentence = document.sentences[number]
        for match in _EARLIER.finditer(text, sentence.start, sentence.end):
            yield match.span()
    for time in times:
        told = _IN_YEAR.search(text, max(0, time.start - 10), time.end)
        if not told or told.end() != time.end:
            continue
        before = told["year"] < year
        if told["how"] is None:
            # "12.3 percent (2016: 14.1)" tells of an election before, whenever the report is.
            before = (before or not year) and text.startswith(": ", time.end)
        elif told["how"].lower() != "in":
            before = before and text.startswith(", when ", time.end)
        if before:
            yield time.start, time.end


def _same_held(election: NamedContest, contests: Sequence[KnownContest]) -> dict[str, NamedContest]:
    """The elections of the same kind and place that a file knows from before one, by their day."""
    own = next((each for each in contests if each.id == election.id), None)
    if own is None:
        return {}
    return {
        each.edtf: NamedContest.of(each)
        for each in contests
        if each.place == own.place
        and len(each.edtf) == len(own.edtf)
        and each.edtf < own.edtf
        and not set(each.words).isdisjoint(own.words)
    }


def _same_in(election: NamedContest, year: str, contests: Sequence[KnownContest]) -> NamedContest:
    """An election of the same kind and place in another year: one that a file knows, or one
    under the text's words."""
    own = next((each for each in contests if each.id == election.id), None)
    if own is None:
        kind = kind_of(election)
    else:
        kind = own.words[0] if own.words else "election"
        for each in contests:
            alike = each.place == own.place and not set(each.words).isdisjoint(own.words)
            if alike and year and each.edtf.startswith(year):
                return NamedContest.of(each)
    if kind == BY_ELECTION:
        kind = "election"  # Of whichever kind the one before was.
    return discovered(kind if year else f"{PREVIOUS} {kind}", election.place, year)
