"""The words that name elections, taken apart: kinds, head, places, year and time.

A mention is a kind and a head ("snap parliamentary and local elections"), a head with a place
("elections for the Belgrade City Assembly"), or a head with its date ("Sunday's election").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui.extract.findings import TimeMention
from tui.extract.languages.en.contests.naming import AGAIN, LOCAL
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Document

_WORDS = lists("words", "contests")

_KIND = (
    r"(?:parliamentary|presidential|local|municipal|general|legislative|provincial|regional"
    r"|mayoral|gubernatorial|congressional|senatorial|[Ss]enate|federal|national|European|council"
    r"|city(?:\s(?:council|assembly|hall))?|communal|cantonal|midterm|mid-term|primary|state)"
)
_QUALITY = (
    r"(?:snap|early|upcoming|coming|disputed|latest|next|last|recent|repeat(?:ed)?|re-?run|new|free"
    r"|fair|crucial|key|contested|first-round|second-round|partial|special|brand|extraordinary)"
)
_OWN_HEAD = r"(?:primary|primaries|caucus(?:es)?|referendums?|by-elections?)"
_HEAD = rf"(?:elections?|votes?|voting|ballots?|polls?|run-?offs?|race|results?|{_OWN_HEAD})"
_MODIFIES = (
    r"(?!\s?-|\s(?i:voters?|debates?|states?|candidates?|opponents?|rivals?|challengers?|seasons?"
    r"|calendar|process|fights?|battles?|foes?|contests?|campaigns?|victor(?:y|ies)|wins?|night|goers|leaders?|members?|meetings?"
    r"|competitors?|winners?|losers?|electorate|field|system|rules|schedule|day|commission|office|board|authority|council|court|administration|bureau|committee|watch|workers?|officials?|tickets?"
    r"|lists?|slates?|thresholds?|headquarters|observers?|monitors?|posters?|materials?)\b)"
)
_PROPER = r"(?:[A-Z](?:[\w’'-]|\.(?=\w)|(?<=\.[A-Z])\.){0,40}+)"
_NAME = (
    rf"{_PROPER}(?:\s(?:of\s(?:the\s)?)?{_PROPER}){{0,4}}+(?:,\s{_PROPER}(?:\s{_PROPER})?+)?+"
    r"(?!\s(?:country|nation|state|republic|region|city|capital|town|province|government)\b)"
)
_WHOSE = rf"(?:(?P<whose>(?!(?i:{_KIND}\s{_HEAD})\b){_PROPER}(?:\s{_PROPER}){{0,3}})\s)?"
_AFTER = (
    r"(?P<after>(?:\sheld)?\s(?:in|for|of|to|at)\s(?:both\s)?(?:the\s)?(?:new\s)?"
    r"(?:(?:[A-Z][a-z]+\s|country['’]s\s)?(?:capital(?:\scity)?|city|town|municipality)(?:,|\sof)?\s)?"
    rf"(?:{_KIND}\s(?:authorities|council|assembly|government)\s(?:in|of)\s(?:the\s)?)?{_NAME})?"
)
_PHRASE = re.compile(
    rf"(?<![\w.’'-]){_WHOSE}(?:(?P<year>(?:19|20)[0-9]{{2}})\s)?(?:{_QUALITY}\s){{0,3}}"
    rf"(?:(?P<kinds>(?i:{_KIND})(?:(?:,\s|,?\s(?:and|or)\s)(?:especially\s|also\s)?(?:{_QUALITY}\s)?"
    rf"{_KIND}){{0,4}})\s(?:{_QUALITY}\s)?(?P<head>{_HEAD}|Elections?)"
    rf"|(?P<own>{_OWN_HEAD})|(?P<bare>elections?|ballots?|(?P<vote>votes?)|voting))\b{_MODIFIES}(?(vote)|{_AFTER})"
)
_HEAD_WORDS = _WORDS["head_words"]
"""The words of which each passage that ``_PHRASE`` matches has one."""
_REACH = 600
"""Characters that a phrase may have ahead of its head: four names and five kinds."""
_LONGEST_WORD = 64
_BEGINS = re.compile(r"(?<![\w.’'-])\w")
_WITHIN = frozenset(re.findall(r"[a-z-]+", f"{_KIND} {_QUALITY}".lower())) | _WORDS["within"]
"""The words in small letters that a phrase may have ahead of its head."""
_SPLIT = re.compile(r",\s|,?\s(?:and|or)\s")
_OPENING = re.compile(rf"^(?:especially|also|{_QUALITY})\s")
_LOWER_BEFORE = re.compile(rf"(?:(?:{_QUALITY})\s)+$")
_AUTHORITY = re.compile(
    rf"\b(?P<kind>{_KIND})\s(?:authorities|council|assembly|government)\b", re.IGNORECASE
)
_BODY_ALONE = re.compile(
    r"(?:(?:City|Town|National|Municipal|Federal|Provincial)\s)?(?:Council|Assembly|Parliament)"
)
"""The name of a body that does not say where it sits."""
_DATES_IT = re.compile(
    r"[\s,(]*(?:(?:that|which|were|was|is|are|will|being|been|to|be|(?P<held>scheduled|set|held|due|planned"
    r"|took\splace|taking\splace)|on|in|for|of|last|the|country|there)\s)*"
)
OWN_HEADS = frozenset(("primary", "caucus", "referendum", "by-election"))
"""The heads that name an election without a kind."""
_PLACELESS = _WORDS["placeless"]
_PLAIN_HEAD = {
    "vote": "election",
    "voting": "election",
    "ballot": "election",
    "poll": "election",
    "result": "election",
    "caucuse": "caucus",
    "primarie": "primary",
}


class ContestPhrase(NamedTuple):
    """The words of a mention, taken apart."""

    start: int
    end: int
    kinds: tuple[str, ...]
    head: str
    places: tuple[str, ...]
    whose: str
    year: str
    time: TimeMention | None
    loose: bool
    """Whether the time only follows ("elections in Belgrade on Sunday"): it may date what
    the sentence tells rather than the election."""

    @property
    def edtf(self) -> str:
        return self.year or (self.time.edtf if self.time else "")


def read(document: Document, times: Sequence[TimeMention]) -> Iterable[ContestPhrase]:
    """The phrases of a text, in order."""
    ordered = sorted(times, key=lambda time: time.start)
    at = 0
    for number, heads in document.by_sentence(document.anchors(_HEAD_WORDS)):
        sentence = document.sentences[number]
        while at < len(ordered) and ordered[at].end <= sentence.start:
            at += 1
        until = at
        while until < len(ordered) and ordered[until].start < sentence.end:
            until += 1
        for match in _phrases(document.text, heads, sentence.start, sentence.end):
            mention = _mention(document.text, match, ordered[at:until])
            if mention:
                yield mention


def _phrases(text: str, heads: Sequence[int], start: int, end: int) -> Iterable[re.Match[str]]:
    """The matches of ``_PHRASE`` between two positions, each of which holds a head."""
    done = start
    for head in heads:
        while done <= head:
            begin = max(done, _begin(text, head))
            # A search would go on to the end of the sentence where no phrase has this head.
            places = (each.start() for each in _BEGINS.finditer(text, begin, head + 1))
            match = next((found for at in places if (found := _PHRASE.match(text, at, end))), None)
            if match is None:
                break
            yield match
            done = match.end()


def _begin(text: str, head: int) -> int:
    """Where a phrase with a head at some position may begin at the earliest: before all words
    ahead of it that may belong to it, and before one more."""
    at, first = head, max(0, head - _REACH)
    part = not text[head - 1 : head].isspace()  # as the head of "run-offs" is
    while at > first:
        window = text[max(first, at - _LONGEST_WORD) : at]
        ahead, *last = window.rsplit(None, 1) or [""]
        if not last:
            return first
        at -= len(window) - len(ahead)
        word = last[0].rstrip(",")
        named = word[:1].isupper() or word[:1].isdigit()
        if not part and not named and word.lower() not in _WITHIN:
            return at
        part = False
    return first


def _mention(text: str, match: re.Match[str], times: Sequence[TimeMention]) -> ContestPhrase | None:
    begin, whose = match.start(), match["whose"] or ""
    after = match["after"] or ""
    while whose and _is_placeless(_bare(whose.split()[0])):
        cut = whose.split()[0]
        rest = whose[len(cut) :].lstrip()
        begin = match.start("whose") + len(match["whose"]) - len(rest) if rest else -1
        whose = rest
    if not whose:
        begin = min(
            match.start(name)
            for name in ("year", "kinds", "own", "bare")
            if match[name] is not None
        )
        if (before := _LOWER_BEFORE.search(text, max(0, begin - 40), begin)) is not None:
            begin = before.start()
    kinds = tuple(_SPLIT.split(match["kinds"])) if match["kinds"] else ()
    kinds = tuple(_OPENING.sub("", kind) for kind in kinds)
    if authority := _AUTHORITY.search(after):
        kinds = kinds or (authority["kind"],)
    head, end = match["head"] or match["own"] or match["bare"], match.end()
    if after and head.startswith("result"):
        # "The parliamentary result in Upper Town" is a part of the country's.
        after, end = "", match.start("after")
    places = tuple(_places(whose)) + tuple(_places(after))
    alone = len(places) == 1 and " in " in after[:10] and not LOCAL.isdisjoint(kinds)
    if alone and (second := _SECOND.match(text, end)):
        places, end = (*places, _bare(second["place"])), second.end()
    if len(places) == 1 and head == "by-election":
        places, begin, end = _seat(text, places[0], begin if whose else None, begin, end)
    time, loose = _time_of(text, begin, end, times)
    year = match["year"] or ""
    stop = match.start("after") if match["after"] else end
    behind = loose or (time is not None and time.start > stop)
    holds = _HOLDS.search(text, max(0, begin - 40), begin) if behind else None
    if holds and time and holds["called"] and not _CALLED_FOR.match(text, stop):
        time = holds = None  # "called the election last July", which was held later
    if holds and (match["bare"] or holds["held"]):
        loose = False
    dated = (time is not None and not loose) if match["bare"] else bool(year or time)
    wished = time and time.start >= end and _IF_HELD.match(text, end, time.start)
    if wished and _IF.search(text, max(0, begin - 20), begin):
        time, loose = None, False
    if not kinds and _HELD_AGAIN.match(text, begin, end):
        kinds = (AGAIN,)
    if kinds == ("national",) and head.startswith("poll"):
        return None  # National polls ask, and elect nobody.
    papers = match["vote"] or match["bare"] == "ballots"
    told = places and not papers
    one_seat = head == "by-election" and not _ONLY_KIND.match(text, end)
    if not kinds and not (year or dated or told or one_seat):
        return None
    none = _CAST if head.startswith("ballot") else _ANY
    if match["bare"] and none.search(text, max(0, begin - 40), begin):
        return None
    return ContestPhrase(begin, end, kinds, plain(head), places, whose, year, time, loose)


def _seat(
    text: str, place: str, whose: int | None, begin: int, end: int
) -> tuple[tuple[str, ...], int, int]:
    """The one seat that is called by two places: "the Brod and Lisen by-election"."""
    if whose is not None and (first := _FIRST_OF.search(text, max(0, begin - 60), begin)):
        return (f"{first['place']} and {place}",), first.start("place"), end
    if whose is None and (second := _SECOND.match(text, end)):
        return (f"{place} and {second['place']}",), begin, second.end()
    return (place,), begin, end


def _places(words: str) -> Iterable[str]:
    for part in re.findall(_NAME, words):
        for at, name in enumerate(re.split(r",\s", part)):
            bare = _bare(name)
            if at and bare != name:
                break  # "in Brod, Orland's second city"
            if _is_placeless(bare) or _BODY_ALONE.fullmatch(bare):
                break  # "in October, Peric said": what follows is no place either.
            yield bare


def _is_placeless(word: str) -> bool:
    """Whether a word with a capital is no place: "Sunday", "Mr.", "Thirty-eight"."""
    lower = word.lower().rstrip(".")
    return lower in _PLACELESS or lower.partition("-")[0] in _PLACELESS


def _bare(name: str) -> str:
    """A name without its possessive ending and what it possesses."""
    return re.sub(r"['’]s?(?:\s.*)?$", "", name)


def _time_of(
    text: str, start: int, end: int, times: Sequence[TimeMention]
) -> tuple[TimeMention | None, bool]:
    """The time that stands with the words (within them, right before, or as their date), and
    whether it only follows them."""
    for time in times[max(0, bisect_left(times, start, key=lambda time: time.start) - 2) :]:
        linked = _DATES_IT.fullmatch(text, end, time.start) if time.start >= end else None
        if time.start >= end and (not linked or text.startswith(":", time.end)):
            break  # Behind a colon stands what was so then: "12.3% of the votes (2016: 14.1)".
        if not time.edtf or time.role not in ("at", "since", "until", "compared"):
            continue
        if linked:
            # A bare year ("in 2020") is the election's.
            return time, linked["held"] is None and time.rule != "year"
        if time.end > start or _BESIDE.fullmatch(text, time.end, start):
            return time, False
    return None, False


_HOLDS = re.compile(
    r"\b(?:(?P<held>h[eo]ld|holds|holding|(?P<called>called|calls|calling|announced))|for|of|after)\s(?:an?\s|the\s|its\s|their\s)?(?:[a-z]+\s)?$"
)
"""What stands before an election that its date follows."""
_CALLED_FOR = re.compile(r"\s(?:for|to\sbe\sheld|due)\b")
_SECOND = re.compile(rf"\sand\s(?P<place>{_PROPER}(?:\s{_PROPER}){{0,2}})(?!['’])")
"""The second of two towns that vote: "local elections in Brod and Lisen"."""
_FIRST_OF = re.compile(rf"(?<![\w.’'-])(?P<place>{_PROPER}(?:\s{_PROPER}){{0,2}})\sand\s$")
"""The first of the two places that a seat is called by, before the second."""
_ONLY_KIND = re.compile(
    r"\s(?:defeats?|loss(?:es)?|gains?|upsets?|success(?:es)?|triumphs?|shocks?|record|terms)\b"
)
"""What stands behind a by-election of which none is meant: "a string of by-election defeats"."""
_ANY = re.compile(r"\b(?:every|each|all|any|no|most|many|several)\s(?:\w+\s)?$")
"""What stands before elections of which none is meant: "every election since 1991"."""
_CAST = re.compile(r"\bcast(?:s|ing)?\s(?:[\w’'-]+\s){0,2}$")
"""What stands before the ballot of one voter: "cast her ballot in Brod"."""
_IF = re.compile(r"\b[Ii]f\s(?:(?:the|an|a|such)\s)?(?:[a-z]+\s)?$")
_IF_HELD = re.compile(r"\s(?:were|was|took)\b")
"""What stands around an election that nobody has called: "if elections were held on Sunday"."""
_HELD_AGAIN = re.compile(r"(?:[a-z]+\s)?(?:repeat(?:ed)?|re-?run)\s")
"""The words of a vote that is held again, which is another than the one before."""
_BESIDE = re.compile(r"['’]?s?\s(?:the\s)?")
"""What may stand between a time and the election that it dates."""


def plain(word: str) -> str:
    """A word as it is compared: lower, singular, every word for an election the same."""
    lower = re.sub(r"['’]s?$", "", word.lower())
    single = lower[:-1] if lower.endswith("s") and not lower.endswith("us") else lower
    return _PLAIN_HEAD.get(single, single)
