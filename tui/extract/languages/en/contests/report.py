"""The elections of one report: which mentions mean the same one, and which it is about.

A report on an election names it in full once, and then says "the election", "the run-off" or
"four years ago". What is told in short is filled in from what is told in full, where only one
can be meant: the place from the country that the report is about, the date from another
mention. ``main`` is the election of the headline or the lead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from tui.dates import bounds
from tui.extract.findings import ContestMention, Mention, NamedContest, TimeMention
from tui.extract.languages.en.contests import before, implied, rounds, towns
from tui.extract.languages.en.contests import home as places
from tui.extract.languages.en.contests import told_short as short
from tui.extract.languages.en.contests.home import LEAD
from tui.extract.languages.en.contests.known import NEAR, stem
from tui.extract.languages.en.contests.naming import (
    AGAIN,
    GENERIC,
    discovered,
    fits,
    fuller,
    is_local,
    kind_of,
)
from tui.extract.text.document import Document, Paragraph
from tui.model import KnownContest, When

PARTS = frozenset(("earlier", "chamber", towns.RULE))
"""The rules of mentions that tell of another election than the one that a report is about."""
LATELY = 120
"""Days before a report on which an election was held that it may be about, where it names one of
its own year as well."""
MANY = 24
"""Elections in one text beyond which it is about none of them."""


def settled(
    document: Document,
    found: Sequence[ContestMention],
    times: Sequence[TimeMention],
    mentions: Sequence[Mention],
    published: When,
    contests: Sequence[KnownContest],
    names: frozenset[str],
    country: str,
) -> list[ContestMention]:
    """The mentions of a report on a country with what each tells in short filled in from the
    others; and with the rounds and earlier elections that it speaks of. ``names`` are those of
    nobody's country."""
    day = _day(published)
    found = [short.after_it(document.text, _of_no_person(one, names), day) for one in found]
    found = [before.of_count(document.text, one, day) for one in found]
    home = country or places.place_of(found)
    more = [*short.bodies(document, found, home), *short.offices(document, found, home)]
    found = sorted([*found, *more], key=lambda one: one.start)
    others = short.others(document.text, found, day)
    found = [replace(one, rule="earlier") if one in others else one for one in found]
    town = places.town(document)
    found = places.seated(document, found, day)
    found = [_placed(one, home, town or places.town_beside(document, one)) for one in found]
    found = _merged(found, day)
    found = _with_implied(document, found, times, home, day)
    found = [_of_files(one, contests, day) for one in found]
    about = _main(document, found, day)
    led_to = rounds.before_run_off(document.text, found, about)
    about = led_to or about
    if about is None:
        about = _to_come(document, found, day)
    if about is None:
        about = _unnamed(document, home, contests, day)
        if about is not None:
            found = sorted([*found, about], key=lambda one: one.start)
    about = about or _only_one(found) or _in_rounds(document, found)
    if about is None:
        return list(found)
    found = before.dated(document.text, found, about, day)
    about = next((one for one in found if one.start == about.start), about)
    found = [before.same_kind(one, about.contests[0]) for one in found]
    found = _merged([_of_its_kind(one, about.contests[0], day) for one in found], day)
    election = _whole(next((one for one in found if one.start == about.start), about), home)
    found = rounds.Rounds(document, found, election, times, day).settled(_lead_end(document))
    more = [
        *short.chambers(document, found, election),
        *short.earlier(document, found, election, times, contests, day),
    ]
    more += [led_to] if led_to else []
    found = sorted([*found, *more], key=lambda one: (one.start, one.end))
    return towns.Towns(document, election, mentions, contests).settled(found)


def _whole(about: ContestMention, home: str) -> NamedContest:
    """The election that a report is about: that of all the towns that it names together."""
    first = about.contests[0]
    if len({each.place for each in about.contests}) == 1 or not _is_of_towns(about):
        return first
    return discovered(kind_of(first), home, first.edtf)


def _with_implied(
    document: Document,
    found: Sequence[ContestMention],
    times: Sequence[TimeMention],
    home: str,
    day: str,
) -> list[ContestMention]:
    """The mentions of a report with the election that its beginning tells of without naming one,
    or that it calls no more than "the vote"."""
    end = _lead_end(document)
    own = [one for one in found if one.start < end and one.rule != "earlier"]
    towns_alone = bool(own) and all(_is_of_towns(one) for one in own)
    if not towns_alone and not all(_is_generic(one) for one in own):
        return list(found)
    told = implied.told(document, home, times, day)
    if told is None:
        return list(found)
    if towns_alone and (_is_of_towns(told) or told.start > own[0].start):
        return list(found)
    if not own or towns_alone:
        return sorted([*found, told], key=lambda each: each.start)
    kind = kind_of(told.contests[0])
    return [_of_kind(one, kind, home) if one in own else one for one in found]


def _is_generic(one: ContestMention) -> bool:
    return all(not each.known and kind_of(each) in GENERIC for each in one.contests)


def _is_of_towns(one: ContestMention) -> bool:
    """Whether a mention tells of elections that no country holds as one."""
    return all(is_local(each) for each in one.contests)


def _of_files(one: ContestMention, contests: Sequence[KnownContest], day: str) -> ContestMention:
    """A mention whose contests are those of the files, where one alone is of its kind and place,
    and of its year; or, where it has none, of the days before that of the report."""
    return replace(one, contests=tuple(_of_file(each, contests, day) for each in one.contests))


def _of_file(named: NamedContest, contests: Sequence[KnownContest], day: str) -> NamedContest:
    if named.known or not named.place:
        return named
    same = [
        each
        for each in contests
        if each.place == named.place
        and kind_of(named) in each.words
        and (
            each.edtf[:4] == named.edtf[:4] and fits(named, NamedContest.of(each))
            if named.edtf
            else implied.held_lately(each.edtf, day)
        )
    ]
    return NamedContest.of(same[0]) if len(same) == 1 else named


def _of_kind(one: ContestMention, kind: str, home: str) -> ContestMention:
    """A mention of "the vote" as one of an election of some kind."""
    contest = one.contests[0]
    return replace(one, contests=(discovered(kind, contest.place or home, contest.edtf),))


def _in_rounds(document: Document, found: Sequence[ContestMention]) -> ContestMention | None:
    """The first election of a report in which one has rounds: its day may be that of the second."""
    own = [one for one in found if one.rule != "earlier" and len(one.contests) == 1]
    return own[0] if own and document.anchors(rounds.WORDS) else None


def _only_one(found: Sequence[ContestMention]) -> ContestMention | None:
    """The one election that a report names, if it is still to be held."""
    own = [one for one in found if one.rule not in PARTS]
    return own[0] if len({one.contests for one in own}) == 1 else None


def _unnamed(
    document: Document, home: str, contests: Sequence[KnownContest], day: str
) -> ContestMention | None:
    """The election of a report that names none: one that a file knows of the country and the
    day of the report, or of a place that the beginning of a report on a count is about, or else
    "the election" of its country."""
    count = not home and bool(document.anchors(short.NOW_WORDS))
    here = [
        contest
        for contest in contests
        if contest.place and (contest.place == home or (count and _is_on(document, contest.place)))
    ]
    if here:
        return short.held_now(document, here, day)
    return short.unnamed(document, home, day[:4])


def _is_on(document: Document, place: str) -> bool:
    """Whether the headline of a report names a place, or the first paragraph what is in it."""
    lead = [each for each in _lead(document) if each.role == "body"][:1]
    within = re.compile(rf"\b[Ii]n\s{re.escape(place)}\b")
    headed = any(
        stem(place) in document.text[each.start : each.end].lower()
        for each in _lead(document)
        if each.role != "body"
    )
    return headed or any(within.search(document.text, each.start, each.end) for each in lead)


def _of_its_kind(one: ContestMention, election: NamedContest, day: str) -> ContestMention:
    """A mention of "the elections of 2020" in a report on others, on a day: of the same kind."""
    contest, year = one.contests[0], (election.edtf or day)[:4]
    if election.known or contest.known or not contest.edtf:
        return one
    past = contest.edtf[:4] < year
    if kind_of(contest) == kind_of(election) and past:
        return replace(one, rule="earlier")
    if kind_of(contest) not in GENERIC:
        return one
    if fits(contest, election) and election.edtf:
        return one
    same = discovered(kind_of(election), election.place or contest.place, contest.edtf)
    return replace(one, contests=(same,), rule="earlier" if past else one.rule)


def main(
    document: Document, found: Sequence[ContestMention], published: When
) -> ContestMention | None:
    """The election that a report is about: of those that have been held, the first to be named
    in its headline or in its first paragraphs; else the one that it names most."""
    return _main(document, found, _day(published))


def _main(document: Document, found: Sequence[ContestMention], day: str) -> ContestMention | None:
    own = [one for one in found if one.rule not in PARTS and not _ahead(one, day)]
    own = [one for one in own if not kind_of(one.contests[0]).startswith(AGAIN)] or own
    now = any(_is_now(one, day) for one in own)
    now = now or _to_come(document, found, day) is not None
    if now or document.anchors(short.NOW_WORDS):
        own = [one for one in own if not _long_ago(one, day, LATELY if now else NEAR)]
    own = [one for one in own if one.rule == rounds.BEFORE or not rounds.coming(document.text, one)]
    if not own:
        return None
    first = [
        one for one in own if any(each.start <= one.start < each.end for each in _lead(document))
    ]
    if first:
        return first[0]
    counted = Counter(one.contests[0].id for one in own)
    return max(own, key=lambda one: counted[one.contests[0].id])


_POLL_WORDS = frozenset("poll polls polled pollster pollsters survey surveys".split())
_POLLS = re.compile(rf"\b(?:{'|'.join(sorted(_POLL_WORDS))})\b")


def _to_come(
    document: Document, found: Sequence[ContestMention], day: str
) -> ContestMention | None:
    """The one election of the beginning of a report on polls that is still to be held; None in a
    report on a count."""
    if _POLL_WORDS.isdisjoint(document.vocabulary):
        return None
    end = _lead_end(document)
    told = [one for one in found if one.start < end and _ahead(one, day)]
    if len({one.contests for one in told}) != 1 or not _POLLS.search(document.text):
        return None
    return None if short.COUNTED.search(document.text) else told[0]


def _lead(document: Document) -> list[Paragraph]:
    """The paragraphs that tell what a report is about."""
    told = ("title", "lead-title", "body")
    return [each for each in document.paragraphs if each.role in told][: LEAD + 1]


def _lead_end(document: Document) -> int:
    told = _lead(document)
    return told[-1].end if told else 0


def _day(published: When) -> str:
    """The last day on which a report may have been published; "" where that is not known."""
    return published.latest[:10] or (bounds(published.edtf)[1] if published.edtf else "") or ""


def _is_now(one: ContestMention, day: str) -> bool:
    """Whether an election is one of the year of a report."""
    edtf = one.contests[0].edtf
    return bool(edtf) and edtf[:4] == day[:4]


def _long_ago(one: ContestMention, day: str, days: int) -> bool:
    """Whether an election was held more than some days before a report."""
    edtf = one.contests[0].edtf
    last = bounds(edtf)[1] if edtf and day else ""
    if not last:
        return False
    return (date.fromisoformat(day) - date.fromisoformat(last)).days > days


def _ahead(one: ContestMention, day: str) -> bool:
    """Whether an election is still to be held on the day of the report."""
    edtf = one.contests[0].edtf
    return bool(edtf and day) and (bounds(edtf)[0] or "") > day


def _of_no_person(one: ContestMention, names: frozenset[str]) -> ContestMention:
    """A mention whose contests have no place that is somebody's name ("Ana Simic's election")."""
    if not any(each.place in names and not each.known for each in one.contests):
        return one
    contests = tuple(
        discovered(kind_of(each), "", each.edtf) if each.place in names and not each.known else each
        for each in one.contests
    )
    return replace(one, contests=contests)


def _placed(one: ContestMention, home: str, town: str) -> ContestMention:
    """A mention whose contests have the report's country where they tell no place, and those
    of a town its town."""
    contests = []
    for each in one.contests:
        local = is_local(each)
        place = town if local else home
        untold = not each.place or (
            home and each.place.lower().startswith(stem(home)) and not local
        )
        here = place and untold and not each.known and each.place != place
        contests.append(discovered(kind_of(each), place, each.edtf) if here else each)
    return replace(one, contests=tuple(contests))


def _merged(found: Sequence[ContestMention], day: str) -> list[ContestMention]:
    """A discovered contest named in short is the only one of its kind that is named in full."""
    full: dict[str, dict[str, NamedContest]] = {}
    held: dict[str, NamedContest] = {}
    for one in found:
        for named in one.contests:
            if one.rule != "earlier" and not named.known and (named.place or named.edtf):
                full.setdefault(kind_of(named), {})[named.id] = named
                if not _ahead(one, day):
                    held[named.id] = named

    def in_full(named: NamedContest) -> NamedContest:
        kind = kind_of(named)
        return _in_full(named, held if kind in GENERIC else full.get(kind, {}), day)

    return [
        one
        if one.rule == "earlier"
        else replace(one, contests=_unique(in_full(each) for each in one.contests))
        for one in found
    ]


def _unique(contests: Iterable[NamedContest]) -> tuple[NamedContest, ...]:
    return tuple({each.id: each for each in contests}.values())


def _in_full(named: NamedContest, others: Mapping[str, NamedContest], day: str) -> NamedContest:
    """The one of others that a contest is told in short for, or itself."""
    if named.known or len(others) > MANY:
        return named
    if named.edtf and named.edtf[:4] < day[:4]:
        # "The 2019 election" is not the one of this year that is told without its date.
        others = {key: each for key, each in others.items() if each.edtf}
    fitting = [
        each
        for each in others.values()
        if each.id != named.id and fits(named, each) and fuller(each, named)
    ]
    fitting = [
        each
        for each in fitting
        if not any(fits(each, other) and fuller(other, each) for other in fitting)
    ]
    if len(fitting) > 1 and not named.edtf:
        fitting = [each for each in fitting if _is_near(each.edtf, day)]
    if len(fitting) != 1:
        return named
    full = fitting[0]
    # "Sunday's election" tells when the parliamentary election of the headline was.
    dates_it = named.edtf and not full.edtf
    return discovered(kind_of(full), full.place, named.edtf) if dates_it else full


def _is_near(edtf: str, day: str) -> bool:
    """Whether an election was held about when a report was written."""
    first = bounds(edtf)[0] if edtf else ""
    if not first or not day:
        return False
    return abs((date.fromisoformat(first) - date.fromisoformat(day)).days) <= NEAR
