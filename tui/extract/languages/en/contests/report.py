"""The elections of one report: which mentions mean the same one, and which it is about.

A report on an election names it in full once, and then says "the election", "the run-off" or
"four years ago". What is told in short is filled in from what is told in full, where only one
can be meant: the place from the country that the report is about, the date from another
mention. ``main`` is the election of the headline or the lead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tui.dates import bounds
from tui.extract.findings import ContestMention, Mention, NamedContest, TimeMention
from tui.extract.languages.en.contests import home as places
from tui.extract.languages.en.contests import told_short as short
from tui.extract.languages.en.contests.home import LEAD
from tui.extract.languages.en.contests.known import NEAR, stem
from tui.extract.languages.en.contests.naming import (
    GENERIC,
    LOCAL,
    discovered,
    fits,
    fuller,
    kind_of,
)
from tui.extract.text.document import Document
from tui.model import KnownContest, When

MANY = 24
"""Elections in one text beyond which it is about none of them."""


def settled(
    document: Document,
    found: Sequence[ContestMention],
    times: Sequence[TimeMention],
    mentions: Sequence[Mention],
    published: When,
    contests: Sequence[KnownContest] = (),
) -> list[ContestMention]:
    """The mentions of a report with what each tells in short filled in from the others; and
    with the rounds and earlier elections that it speaks of."""
    if not found and not document.anchors(short.WORDS):
        return []
    names = places.names_in(document.text, mentions)
    found = [_of_no_person(one, names) for one in found]
    home = places.country(document, names) or places.place_of(found)
    more = [*short.bodies(document, found, home), *short.offices(document, found, home)]
    found = sorted([*found, *more], key=lambda one: one.start)
    others = short.others(document.text, found)
    found = [replace(one, rule="earlier") if one in others else one for one in found]
    town = places.town(document)
    found = [_placed(one, home, town or places.town_beside(document, one)) for one in found]
    found = _merged(found, published)
    about = main(document, found, published)
    if about is None:
        about = _unnamed(document, home, contests, _day(published))
        if about is not None:
            found = sorted([*found, about], key=lambda one: one.start)
    about = about or _only_one(found)
    if about is None:
        return list(found)
    election = about.contests[0]
    found = [_of_its_kind(one, election) for one in found]
    more = [
        *short.rounds(document, found, election),
        *short.earlier(document, found, election, times, contests, _day(published)),
    ]
    return sorted([*_merged(found, published), *more], key=lambda one: (one.start, one.end))


def _only_one(found: Sequence[ContestMention]) -> ContestMention | None:
    """The one election that a report names, if it is still to be held."""
    own = [one for one in found if one.rule != "earlier"]
    return own[0] if len({one.contests for one in own}) == 1 else None


def _unnamed(
    document: Document, home: str, contests: Sequence[KnownContest], day: str
) -> ContestMention | None:
    """The election of a report that names none: one that a file knows of the country and the
    day of the report, or else "the election" of its country."""
    here = [contest for contest in contests if home and home == contest.place]
    if here:
        return short.held_now(document, here, day)
    return short.unnamed(document, home)


def _of_its_kind(one: ContestMention, election: NamedContest) -> ContestMention:
    """A mention of "the elections of 2020" in a report on others: of the same kind."""
    contest = one.contests[0]
    if election.known or contest.known or not contest.edtf:
        return one
    if kind_of(contest) == kind_of(election) and contest.edtf[:4] < election.edtf[:4]:
        return replace(one, rule="earlier")
    if kind_of(contest) not in GENERIC:
        return one
    if fits(contest, election):
        return one
    same = discovered(kind_of(election), election.place or contest.place, contest.edtf)
    past = contest.edtf[:4] < election.edtf[:4]
    return replace(one, contests=(same,), rule="earlier" if past else one.rule)


def main(
    document: Document, found: Sequence[ContestMention], published: When
) -> ContestMention | None:
    """The election that a report is about: of those that have been held, the first to be named
    in its headline or in its first paragraphs; else the one that it names most."""
    own = [one for one in found if one.rule != "earlier" and not _ahead(one, published)]
    own = [one for one in own if not short.coming(document.text, one)]
    if not own:
        return None
    told = [
        paragraph
        for paragraph in document.paragraphs
        if paragraph.role in ("title", "lead-title", "body")
    ][: LEAD + 1]
    first = [one for one in own if any(each.start <= one.start < each.end for each in told)]
    if first:
        return first[0]
    counted = Counter(one.contests[0].id for one in own)
    return max(own, key=lambda one: counted[one.contests[0].id])


def _day(published: When) -> str:
    """The last day on which a report may have been published; "" where that is not known."""
    return published.latest[:10] or (bounds(published.edtf)[1] if published.edtf else "") or ""


def _ahead(one: ContestMention, published: When) -> bool:
    """Whether an election is still to be held on the day of the report."""
    edtf = one.contests[0].edtf
    day = _day(published)
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
        local = not LOCAL.isdisjoint(kind_of(each).split())
        place = town if local else home
        untold = not each.place or (
            home and each.place.lower().startswith(stem(home)) and not local
        )
        here = place and untold and not each.known and each.place != place
        contests.append(discovered(kind_of(each), place, each.edtf) if here else each)
    return replace(one, contests=tuple(contests))


def _merged(found: Sequence[ContestMention], published: When) -> list[ContestMention]:
    """A discovered contest named in short is the only one of its kind that is named in full."""
    full: dict[str, dict[str, NamedContest]] = {}
    held: dict[str, NamedContest] = {}
    day = _day(published)
    for one in found:
        for named in one.contests:
            if one.rule != "earlier" and not named.known and (named.place or named.edtf):
                full.setdefault(kind_of(named), {})[named.id] = named
                if not _ahead(one, published):
                    held[named.id] = named
    merged = []
    for one in found:
        if one.rule == "earlier":
            merged.append(one)
            continue
        contests = tuple(
            _in_full(
                named, held if kind_of(named) in GENERIC else full.get(kind_of(named), {}), day
            )
            for named in one.contests
        )
        merged.append(replace(one, contests=tuple({each.id: each for each in contests}.values())))
    return merged


def _in_full(named: NamedContest, others: Mapping[str, NamedContest], day: str) -> NamedContest:
    """The one of others that a contest is told in short for, or itself."""
    if named.known or len(others) > MANY:
        return named
    fitting = [
        each
        for each in others.values()
        if each.id != named.id and fits(named, each) and fuller(each, named)
    ]
    fitting = [
        each
        for each in fitting
        if not any(
            other is not each and fits(each, other) and fuller(other, each) for other in fitting
        )
    ]
    if len(fitting) > 1 and not named.edtf:
        fitting = [each for each in fitting if _is_near(each.edtf, day)]
    return fitting[0] if len(fitting) == 1 else named


def _is_near(edtf: str, day: str) -> bool:
    """Whether an election was held about when a report was written."""
    first = bounds(edtf)[0] if edtf else ""
    if not first or not day:
        return False
    return abs((date.fromisoformat(first) - date.fromisoformat(day)).days) <= NEAR
