"""How contests that no file knows are named, and when two of them may be one."""

from __future__ import annotations

import re

from tui.dates import bounds
from tui.digests import slug
from tui.extract.findings import NamedContest
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "contests")

LOCAL = _WORDS["local"]
"""The kinds of elections that no country holds as one."""
NATIONAL = frozenset("parliamentary presidential general legislative national referendum".split())
GENERIC = frozenset(("election", "vote", "national election", "national vote"))
COUNTED = re.compile(r"\d\s?(?:%|per\s?cent|pct|votes|seats)")
"""A number that a vote is told in."""
BY_ELECTION = "by-election"
"""The kind of the election of one seat."""
PREVIOUS = "previous"
"""How the kind of an election begins that was held before another, where the text tells no year."""
AGAIN = "repeat"
"""The kind of an election that is held again, where the text tells no other."""
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_OF_PARTY = re.compile(r"\b(?:primary|primaries|caucus\w*|nominati\w+|leadership)\b", re.IGNORECASE)
_SINGLE = re.compile(r"\b(?:presidential|mayoral|referendum|run-?off)\b", re.IGNORECASE)


def discovered(kind: str, place: str, edtf: str) -> NamedContest:
    """A contest under its kind, place and year."""
    year = edtf[:4] if _YEAR.match(edtf) else ""
    name = ", ".join(each for each in (f"{kind[:1].upper()}{kind[1:]}", place, year) if each)
    return NamedContest(slug(name), name, place, edtf, False)


def is_local(named: NamedContest) -> bool:
    """Whether a contest is of a kind that no country holds as one."""
    return not LOCAL.isdisjoint(named.name.lower().split())


def kind_of(named: NamedContest) -> str:
    """The words of a discovered contest's name without its place and year."""
    words = named.name.partition(",")[0]
    return words.removeprefix(named.place).strip().lower()


def may_have(contest: NamedContest, measure: str) -> bool:
    """Whether a figure of a measure can be one of a contest: nobody wins seats in the election
    of a president, and delegates to a convention are won in a vote of a party's own."""
    if measure == "delegates":
        return _OF_PARTY.search(contest.name) is not None
    return measure not in ("seats", "seats_change") or not _SINGLE.search(contest.name)


def fits(short: NamedContest, full: NamedContest) -> bool:
    """Whether two contests may be one: neither tells a place or a date against the other."""
    if short.place and full.place and short.place != full.place:
        return False
    if not short.edtf or not full.edtf:
        return True
    since, until = bounds(short.edtf)
    first, last = bounds(full.edtf)
    return (not until or first <= until) and (not since or last >= since)


def fuller(one: NamedContest, other: NamedContest) -> bool:
    """Whether one contest tells more than another: its kind, a place, a nearer date."""
    return _told(one) > _told(other)


def _told(one: NamedContest) -> tuple[int, int, int]:
    return (kind_of(one) not in GENERIC, len(one.edtf), bool(one.place))
