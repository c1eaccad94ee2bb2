"""Which elections a text speaks of: those that the curated files know, and any others.

A mention is a kind and a head ("snap parliamentary and local elections"), or a head with a
place ("elections for the Belgrade City Assembly"). Which contest it is, the words decide,
then the place, then the date, then what the same article has said before; where two remain,
none is named. What no file knows is a contest of its own, under the words of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from tui.dates import bounds
from tui.extract.findings import (
    ContestMention,
    NamedContest,
    TimeMention,
)
from tui.extract.text.document import Document
from tui.model import UNKNOWN, KnownContest, When, slug

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
_HEAD = rf"(?:elections?|votes?|voting|ballots?|polls?|run-?offs?|race|{_OWN_HEAD})"
_MODIFIES = (
    r"(?!\s?-|\s(?:voters?|debates?|states?|candidates?|opponents?|rivals?|challengers?|seasons?"
    r"|calendar|process|fights?|battles?|foes?|contests?|campaigns?|victor(?:y|ies)|wins?|night|goers"
    r"|competitors?|electorate|field|system|rules|schedule|day|commission|workers?|officials?)\b)"
)
_PROPER = r"(?:[A-Z](?:[\w’'-]|\.(?=\w)|(?<=\.[A-Z])\.){0,40}+)"
_NAME = (
    rf"{_PROPER}(?:\s(?:of\s(?:the\s)?)?{_PROPER}){{0,4}}+(?:,\s{_PROPER}(?:\s{_PROPER})?+)?+"
    r"(?!\s(?:country|nation|state|republic|region|city|capital|town|province|government)\b)"
)
_WHOSE = rf"(?:(?P<whose>{_PROPER}(?:\s{_PROPER}){{0,3}})\s)?"
_AFTER = (
    r"(?P<after>\s(?:in|for|of|to|at)\s(?:both\s)?(?:the\s)?"
    rf"(?:{_KIND}\s(?:authorities|council|assembly|government)\s(?:in|of)\s(?:the\s)?)?{_NAME})?"
)
_PHRASE = re.compile(
    rf"(?<![\w.’'-]){_WHOSE}(?:(?P<year>(?:19|20)[0-9]{{2}})\s)?(?:{_QUALITY}\s){{0,3}}"
    rf"(?:(?P<kinds>(?i:{_KIND})(?:(?:,\s|,?\s(?:and|or)\s)(?:especially\s|also\s)?(?:{_QUALITY}\s)?"
    rf"{_KIND}){{0,4}})\s(?:{_QUALITY}\s)?(?P<head>{_HEAD})"
    rf"|(?P<own>{_OWN_HEAD})|(?P<bare>elections?|ballots?|voting))\b{_MODIFIES}{_AFTER}"
)
_HEAD_WORDS = frozenset(
    """election elections vote votes voting ballot ballots poll polls runoff runoffs off offs race
    primary primaries caucus caucuses referendum referendums""".split()
)
"""The words of which each passage that ``_PHRASE`` matches has one."""
_REACH = 600
"""Characters that a phrase may have ahead of its head: four names and five kinds."""
_LONGEST_WORD = 64
_BEGINS = re.compile(r"(?<![\w.’'-])\w")
_WITHIN = frozenset(re.findall(r"[a-z-]+", f"{_KIND} {_QUALITY}".lower())) | frozenset(
    "senate repeated rerun re-run and or especially also".split()
)
"""The words in small letters that a phrase may have ahead of its head."""
_SPLIT = re.compile(r",\s|,?\s(?:and|or)\s")
_OPENING = re.compile(rf"^(?:especially|also|{_QUALITY})\s")
_LOWER_BEFORE = re.compile(rf"(?:(?:{_QUALITY})\s)+$")
_AUTHORITY = re.compile(rf"\b(?P<kind>{_KIND})\s(?:authorities|council|assembly|government)\b")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_DATES_IT = re.compile(
    r"[\s,(]*(?:(?:that|which|were|was|is|are|being|been|to|be|(?P<held>scheduled|set|held|due|planned"
    r"|took\splace|taking\splace)|on|in|for|of|last|the|country|there)\s)*"
)
_PLACELESS = frozenset(
    """the a an this that these on in at of for after before during with republican democratic
    democrat gop monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december mr mrs ms president early
    opposition party""".split()
)
_PLAIN_HEAD = {
    "vote": "election",
    "voting": "election",
    "ballot": "election",
    "poll": "election",
    "caucuse": "caucus",
    "primarie": "primary",
}
_NOISE = frozenset("the a an of in for to at and or both country capital".split())
NEAR = 400
"""Days between a report and an undated election that it may be about."""


class _Mention(NamedTuple):
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


# ------------------------------------------------------------------------------- reading


def find(
    document: Document,
    contests: Sequence[KnownContest],
    times: Sequence[TimeMention],
    published: When = UNKNOWN,
) -> list[ContestMention]:
    """Every mention of an election whose words tell which it is, in order."""
    known = _Known(contests, document.text, published)
    found: list[ContestMention] = []
    for mention in _mentions(document, times):
        named = known.named(mention)
        if mention.loose and not any(each.known for each in named):
            undated = mention._replace(time=None, loose=False)
            other = known.named(undated)
            if any(each.known for each in other):
                mention, named = undated, other
        if named:
            known.earlier.update(each.id for each in named)
            rule = "known-contest" if any(each.known for each in named) else "contest"
            found.append(ContestMention(mention.start, mention.end, named, mention.time, rule))
    return _merged(found)


def _mentions(document: Document, times: Sequence[TimeMention]) -> Iterable[_Mention]:
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


def _mention(text: str, match: re.Match[str], times: Sequence[TimeMention]) -> _Mention | None:
    begin, whose = match.start(), match["whose"] or ""
    after = match["after"] or ""
    while whose and _bare(whose.split()[0]).lower().rstrip(".") in _PLACELESS:
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
    places = tuple(_places(whose)) + tuple(_places(after))
    head = match["head"] or match["own"] or match["bare"]
    time, loose = _time_of(text, begin, match.end(), times)
    year = match["year"] or ""
    if not kinds and not places and (match["bare"] or not (year or time)):
        return None
    return _Mention(begin, match.end(), kinds, _plain(head), places, whose, year, time, loose)


def _places(words: str) -> Iterable[str]:
    for part in re.findall(_NAME, words):
        for name in re.split(r",\s", part):
            bare = _bare(name)
            if bare.lower() not in _PLACELESS:
                yield bare


def _bare(name: str) -> str:
    """A name without its possessive ending."""
    return re.sub(r"['’]s?$", "", name)


def _time_of(
    text: str, start: int, end: int, times: Sequence[TimeMention]
) -> tuple[TimeMention | None, bool]:
    """The time that stands with the words (within them, right before, or as their date), and
    whether it only follows them."""
    for time in times[max(0, bisect_left(times, start, key=lambda time: time.start) - 2) :]:
        linked = _DATES_IT.fullmatch(text, end, time.start) if time.start >= end else None
        if time.start >= end and not linked:
            break
        if not time.edtf or time.role not in ("at", "since", "until"):
            continue
        if linked:
            # A bare year ("in 2020") is the election's.
            return time, linked["held"] is None and time.rule != "year"
        if time.end > start or _BESIDE.fullmatch(text, time.end, start):
            return time, False
    return None, False


_BESIDE = re.compile(r"['’]?s?\s(?:the\s)?")
"""What may stand between a time and the election that it dates."""


def _plain(word: str) -> str:
    """A word as it is compared: lower, singular, every word for an election the same."""
    lower = re.sub(r"['’]s?$", "", word.lower())
    single = lower[:-1] if lower.endswith("s") and not lower.endswith("us") else lower
    return _PLAIN_HEAD.get(single, single)


@lru_cache(maxsize=1024)
def _tokens(words: str) -> frozenset[str]:
    return frozenset(_plain(word) for word in re.findall(r"[\w’'-]+", words)) - _NOISE


# ----------------------------------------------------------------------------- resolving


class _Known:
    """The known contests as one article may mean them."""

    def __init__(self, contests: Sequence[KnownContest], text: str, published: When) -> None:
        self.contests = contests
        self.earlier: set[str] = set()
        """The ids that the article has named so far."""
        self.day = published.earliest[:10] or (bounds(published.edtf)[0] if published.edtf else "")
        lower = text.lower() if contests else ""
        self.spoken = {
            contest.id: _stem(contest.place) in lower if contest.place else True
            for contest in contests
        }

    def named(self, mention: _Mention) -> tuple[NamedContest, ...]:
        kinds = mention.kinds or ("",)
        candidates = [self._candidates(mention, kind) for kind in kinds]
        named: list[KnownContest | None] = [self._one(found, mention) for found in candidates]
        days = {contest.edtf for contest in named if contest}
        places = {contest.place for contest in named if contest}
        for index, contest in enumerate(named):
            if contest is None and days:
                # The kinds of one phrase are votes of one day.
                wider = self._kind(mention, kinds[index])
                siblings = [each for each in wider if each.edtf in days]
                near = [each for each in siblings if each.place in places] or siblings
                named[index] = near[0] if len(near) == 1 else None
        result: list[NamedContest] = []
        for kind, contest, options in zip(kinds, named, candidates, strict=True):
            if contest:
                result.append(
                    NamedContest(contest.id, contest.name, contest.place, contest.edtf, True)
                )
            elif not options and (kind or mention.head in ("primary", "caucus", "referendum")):
                result.append(_discovered(mention, kind))
        unique = {each.id: each for each in result}
        return tuple(unique.values())

    def _kind(self, mention: _Mention, kind: str) -> list[KnownContest]:
        """The contests that have a wording within the mention's; the closest wording first."""
        said = _tokens(f"{kind} {mention.head} {' '.join(mention.places)}")
        ranked = []
        for contest in self.contests:
            fits = [len(words) for words in map(_tokens, contest.words) if words and words <= said]
            kinds_fit = not kind or any(
                _tokens(kind) & _tokens(words) for words in (*contest.words, contest.name)
            )
            if fits and kinds_fit:
                ranked.append((-max(fits), contest))
            elif not kind and self._here(contest, mention):
                ranked.append((0, contest))
        ranked.sort(key=lambda entry: entry[0])
        return [contest for _, contest in ranked]

    def _here(self, contest: KnownContest, mention: _Mention) -> bool:
        stem = _stem(contest.place)
        return bool(stem) and any(place.lower().startswith(stem) for place in mention.places)

    def _candidates(self, mention: _Mention, kind: str) -> list[KnownContest]:
        found = [contest for contest in self._kind(mention, kind) if self._dated(contest, mention)]
        if mention.places:
            return [contest for contest in found if self._here(contest, mention)]
        return [contest for contest in found if self.spoken[contest.id]]

    def _dated(self, contest: KnownContest, mention: _Mention) -> bool:
        """Whether a contest's date fits what the mention says, or else the report's own."""
        if not contest.edtf:
            return True
        first, last = bounds(contest.edtf)
        if mention.edtf:
            since, until = bounds(mention.edtf)
            return (not until or first <= until) and (not since or last >= since)
        if not self.day or not first:
            return True
        apart = date.fromisoformat(first) - date.fromisoformat(self.day)
        return abs(apart.days) <= NEAR

    def _one(self, found: list[KnownContest], mention: _Mention) -> KnownContest | None:
        if len(found) <= 1:
            return found[0] if found else None
        if mention.places:
            # "elections for the Belgrade City Assembly" fits more words than "elections".
            said = _tokens(f"{' '.join(mention.kinds)} {mention.head} {' '.join(mention.places)}")
            best = [max(len(_tokens(w) & said) for w in each.words or ("",)) for each in found]
            top = [each for each, fit in zip(found, best, strict=True) if fit == max(best)]
            if len(top) == 1:
                return top[0]
        spoken = [contest for contest in found if contest.id in self.earlier]
        return spoken[0] if len(spoken) == 1 else None


@lru_cache(maxsize=256)
def _stem(place: str) -> str:
    """What a place and its adjective share: "Serbia" and "Serbian", "Kosovo" and "Kosovar"."""
    lower = place.lower()
    return lower[:-1] if len(lower) > 5 and lower[-1] in "oaei" else lower


def _discovered(mention: _Mention, kind: str) -> NamedContest:
    """A contest that no file knows, named by the text's own words."""
    head = "election" if kind and mention.head == "race" else mention.head
    words = f"{kind.lower()} {head}".strip() if kind.lower() != head else head
    place = mention.places[0] if mention.places else ""
    if place and mention.whose and not re.search(r"['’]s?$", mention.whose):
        words = f"{place} {words}"
    else:
        words = f"{words[0].upper()}{words[1:]}" + (f", {place}" if place else "")
    year = mention.edtf[:4] if _YEAR.match(mention.edtf) else ""
    name = f"{words}, {year}" if year else words
    return NamedContest(slug(name), name, place, mention.edtf, False)


def _merged(found: list[ContestMention]) -> list[ContestMention]:
    """A discovered contest named in short is the only one of its kind that is named in full."""
    full: dict[str, set[NamedContest]] = {}
    for one in found:
        for named in one.contests:
            if not named.known and (named.place or named.edtf):
                full.setdefault(_kind_of(named), set()).add(named)
    merged = []
    for one in found:
        contests = []
        for named in one.contests:
            others = full.get(_kind_of(named), set())
            short = not named.known and not named.place and not named.edtf
            contests.append(next(iter(others)) if short and len(others) == 1 else named)
        merged.append(replace(one, contests=tuple(contests)))
    return merged


def _kind_of(named: NamedContest) -> str:
    """The words of a discovered contest's name without its place and year."""
    words = named.name.partition(",")[0]
    return words.removeprefix(named.place).strip().lower()
