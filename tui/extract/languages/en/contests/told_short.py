"""Elections that are told in short: a round, an office, what is elected, the years since."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from tui.extract.findings import ContestMention, NamedContest, TimeMention
from tui.extract.languages.en.contests.home import NAME
from tui.extract.languages.en.contests.naming import LOCAL, NATIONAL, discovered, kind_of
from tui.extract.text.document import Document
from tui.model import KnownContest

_RUN_OFF = re.compile(r"\b(?:run-?off|second[\s-]round)\b", re.IGNORECASE)
_ROUND = re.compile(
    r"\b(?:the\s)?(?P<nth>[Ff]irst|[Ss]econd)[\s-](?:electoral\s|voting\s)?round\b"
    r"(?!\sof\s(?:the\s)?(?:talks|negotiations|consultations|interviews|balloting|the\sdraft))"
    r"|(?<![\w-])(?P<run_off>[Rr]un-?off)\b(?!\s(?:water|area|play))"
)
_ROUND_WORDS = frozenset("round runoff run off".split())
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
_BODY_WORDS = frozenset("assembly council parliament".split())
_OFFICE = re.compile(
    r"\b(?:votes?|voting|elections?|race|ballots?)\sfor\s(?:the\s)?(?P<office>mayor|president|governor)\b"
)
_OFFICES = {"mayor": "mayoral", "president": "presidential", "governor": "gubernatorial"}
_ELECTED = re.compile(r"\b(?:turned\sout|turnout|percent|per\s?cent|pct|seats|mandates|votes)\b|%")
_IN_YEAR = re.compile(r"\b(?P<how>[Ii]n|[Ss]ince)\s(?P<year>(?:19|20)[0-9]{2})\b")
_PREVIOUS = re.compile(r"\b(?:previous|preceding|last\stime.s)\s(?:[a-z]+\s)?$")

WORDS = _ELECTION_WORDS | _ROUND_WORDS | _BODY_WORDS | _OFFICES.keys()
"""Of these words each text has one that speaks of an election."""


def past(text: str, one: ContestMention) -> bool:
    """Whether an election is told as the one before."""
    named = all(not each.known for each in one.contests)
    return named and bool(
        _PREVIOUS.search(text, max(0, one.start - 30), one.start)
        or re.match(r"(?:[a-z]+\s)?(?:previous|preceding)\s", text[one.start : one.end])
    )


_INTO = re.compile(
    r"\b(?:into|avoid(?:s|ed|ing)?|avert(?:s|ed|ing)?|forc(?:e|es|ed|ing)|head(?:s|ed|ing)?\s(?:in)?(?:to|for)"
    r"|(?:advanc|proceed|qualif|progress)[a-z]*\s(?:to|for)|(?:will|would|must|to)\s(?:[\w’'-]+\s){1,12}in"
    r"|need\sfor|set\sfor|go(?:es|ing)?\sto)\s(?:an?\s)?(?:[\w-]+\s){0,2}$"
)
"""What stands before a run-off that is the outcome of a first round, and still to come."""


def others(text: str, found: Sequence[ContestMention]) -> list[ContestMention]:
    """The elections that are told as the one before, and the run-off that comes of a first round
    where that is named as well."""
    ahead = [one for one in found if coming(text, one)]
    if len(ahead) == len(found):
        ahead = []
    return [one for one in found if one in ahead or past(text, one)]


def coming(text: str, one: ContestMention) -> bool:
    """Whether a run-off is told as what a first round leads to: "forced into a run-off"."""
    if _RUN_OFF.search(text, one.start, one.end) is None:
        return False
    begin = text.rfind("\n", 0, one.start) + 1
    return _INTO.search(text, max(begin, one.start - 120), one.start) is not None


def unnamed(document: Document, home: str) -> ContestMention | None:
    """The election of a report that says no more of it than "the election", and its country."""
    if not home:
        return None
    for at in document.anchors(_ELECTION_WORDS):
        if word := _ELECTION.match(document.text, at):
            contest = discovered("election", home, "")
            return ContestMention(at, word.end(), (contest,), None, "contest")
    for at in document.anchors(_ROUND_WORDS):
        if word := _SECOND.match(document.text, at):
            contest = discovered("run-off", home, "")
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
    named = NamedContest(one.id, one.name, one.place, one.edtf, True)
    return ContestMention(*found.span(), (named,), None, "known-contest")


_VOTING = re.compile(
    r"\b(?:votes?|voted|voters|voting|polls\s(?:have\s)?(?:open|close)d?|polling\sstations?|turnout)\b"
)


def _free(found: Sequence[ContestMention], start: int, end: int) -> bool:
    """Whether no mention stands at a place; they are in order of text."""
    at = bisect_left(found, end, key=lambda one: one.start)
    return at == 0 or found[at - 1].end <= start


def rounds(
    document: Document, found: Sequence[ContestMention], election: NamedContest
) -> Iterable[ContestMention]:
    """The first round and the run-off of the election that a report is about."""
    if election.known:
        return
    kind = _RUN_OFF.sub("election", kind_of(election)).removeprefix("first round of the ")
    for number, _ in document.by_sentence(document.anchors(_ROUND_WORDS)):
        sentence = document.sentences[number]
        for match in _ROUND.finditer(document.text, sentence.start, sentence.end):
            if not _free(found, match.start(), match.end()):
                continue
            first = bool(match["nth"]) and match["nth"].lower() == "first"
            words = f"first round of the {kind}" if first else kind.replace("election", "run-off")
            same = not first and _RUN_OFF.search(kind_of(election))
            contest = election if same else discovered(words, election.place, election.edtf[:4])
            yield ContestMention(match.start(), match.end(), (contest,), None, "contest")


def bodies(
    document: Document, found: Sequence[ContestMention], home: str
) -> Iterable[ContestMention]:
    """The elections that are told by what is elected: "for the city assembly only half
    turned out", "in the new parliament the list has 20 seats"."""
    if any(each.known for one in found for each in one.contests):
        return
    for number, _ in document.by_sentence(document.anchors(_BODY_WORDS)):
        sentence = document.sentences[number]
        if not _ELECTED.search(document.text, sentence.start, sentence.end):
            continue
        for match in _BODY.finditer(document.text, sentence.start, sentence.end):
            voted = match["new"] or match.group()[0] in "Ff"
            if not voted or not _free(found, match.start(), match.end()):
                continue
            body = match["body"].lower()
            local = not LOCAL.isdisjoint(body.split())
            kind = f"{body} election" if local else "parliamentary election"
            place = match["place"] or ("" if local else home)
            start = match.start("body")
            yield ContestMention(
                start, match.end(), (discovered(kind, place, ""),), None, "contest"
            )


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
    resolved = {time.start: time for time in times if time.edtf}
    for start, end in _past_times(document, times, (election.edtf or day)[:4]):
        if _free(found, start, end):
            time = resolved.get(start)
            year = time.edtf[:4] if time else ""
            contest = _same_in(election, year, contests)
            yield ContestMention(start, end, (contest,), time, "earlier")


_HEADING = re.compile(r"^(?:[•*·▪–—-]\s)?(?P<year>(?:19|20)[0-9]{2})\s?[:–—-]\s", re.MULTILINE)
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
    for time in times if year else ():
        told = _IN_YEAR.search(text, max(0, time.start - 6), time.end)
        if not told or told.end() != time.end or not told["year"] < year:
            continue
        if told["how"].lower() == "in" or text.startswith(", when ", time.end):
            yield time.start, time.end


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
                return NamedContest(each.id, each.name, each.place, each.edtf, True)
    return discovered(kind if year else f"previous {kind}", election.place, year)
