"""Which elections a Serbian text speaks of: "parlamentarni i lokalni izbori", "izbori u Beogradu".

What the curated files know is that contest, by kind, place and date; what they do not know is one
of its own under the words of the text, where it has a kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from tui.dates import bounds
from tui.digests import slug
from tui.extract.findings import ContestMention, Mention, NamedContest, TimeMention
from tui.extract.languages.authority import Election, ElectionWording
from tui.extract.languages.sr.letters import cyrillic, is_cyrillic, key, latin, with_ending
from tui.extract.languages.sr.names.tokens import NameToken, tokens
from tui.extract.languages.sr.words import table
from tui.extract.text.document import Document
from tui.model import UNKNOWN, KnownContest, When

_HEADS = frozenset(
    "izbori izbora izbore izborima glasanje glasanja glasanju glasovanje glasovanja".split()
)
_OPENING = 1_000
"""Characters in which a report names what it is about."""
_OF_WHOM = ("skupstin", "gradsk", "gradonacel", "odborni", "vijecni", "poslani", "zastupni")
"""How words begin that tell of whom there are elections: "za odbornike Skupštine grada"."""
_JOINS = frozenset("i a te kao".split())
_EARLIER = ("prosl", "prethodn", "ranij")
"""How adjectives begin behind which it is other elections than those of the report."""
_QUALITIES = (
    "vanredn",
    "redovn",
    "ponovljen",
    "prevremen",
    "nov",
    "predstojec",
    "sporn",
    *_EARLIER,
)
_HELD = re.compile(
    r",?\s(?:(?:koj|кој)\w+\s(?:su|су)\s(?:bili\s|били\s)?)?(?:održan|одржан)\w*\s(?:[uу]\s\w+,\s)?"
)
"""What stands between elections and their day: "koji su održani 3. aprila"."""
_BESIDE, _GAP = 4, 40
"""Characters between elections and their day, at the most, and where words tell that it is."""
_FAR = 30
"""Words behind elections among which an adjective may stand for others."""
NEAR = 400
"""Days between a report and an undated election that it may be about."""


class _Named(NamedTuple):
    """The words of a mention: where its adjectives begin and end, their stems and the place."""

    start: int
    end: int
    kinds: tuple[tuple[str, NameToken], ...]
    place: str
    earlier: bool = False
    """Whether they are told to be earlier ones."""


@cache
def _about() -> dict[str, re.Pattern[str]]:
    """What tells, by place, that a text speaks of elections there."""
    told = table("contests")["about"]
    return {
        place: re.compile("|".join(rf"\b(?:{_loose(each)})" for each in (words, cyrillic(words))))
        for place, words in told.items()
    }


def _loose(words: str) -> str:
    """A pattern of words by how they begin, in either case of their first letters."""
    return "|".join(re.escape(each).replace(r"\ ", r"\w*\s") for each in words.split(";"))


_ELECTIONS = re.compile(r"izbor|избор|glasa|гласа|glasov|birač|бирач", re.IGNORECASE)


@cache
def _spoken_of() -> dict[str, tuple[str, ...]]:
    """What tells that a text speaks of elections of a kind, in both alphabets."""
    return {
        kind: tuple(each for word in words.split(";") for each in (word, cyrillic(word)))
        for kind, words in table("contests")["spoken_of"].items()
    }


def _has_place(text: str, place: str) -> bool:
    pattern = _about().get(place)
    if pattern is None or _ELECTIONS.search(text) is None:
        return False
    found = pattern.search(text)
    if found is None:
        return False
    if found.start() < _OPENING or " " in found[0]:
        return True
    near = (text[max(0, each.start() - 60) : each.end() + 60] for each in pattern.finditer(text))
    return any(_ELECTIONS.search(each) for each in near)


def _is_spoken_of(election: Election, lower: str) -> bool:
    """Whether a text speaks of elections of a kind: "izbori" in a country are those of its
    parliament."""
    if election.kind == "parliamentary":
        return True
    return any(word in lower for word in _spoken_of().get(election.kind, ()))


@cache
def _called_by(day: date) -> re.Pattern[str]:
    stems = table("times")["months"][day.month - 1].split()
    month = "|".join(form for stem in stems for form in (stem, cyrillic(stem)))
    written = rf"\b{day.day}\.?\s?(?:{month})\w*+(?!\s(?:19|20)\d\d)"
    word = rf"(?:{_ELECTIONS.pattern})\w*"
    between = r"[^.,;\n]{0,40}\s"
    return re.compile(rf"\b{word}{between}{written}|{written}{between}{word}", re.IGNORECASE)


def _names_day(text: str, day: date) -> bool:
    return str(day.day) in text and _called_by(day).search(text) is not None


WORDING = ElectionWording(_has_place, _is_spoken_of, _names_day)


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    return {
        key(stem): tuple(names.split(";")) for stem, names in table("contests")["kinds"].items()
    }


@cache
def _places() -> dict[str, str]:
    return {key(stem): place for stem, place in table("contests")["places"].items()}


def find(
    document: Document,
    known: Sequence[KnownContest],
    times: Sequence[TimeMention],
    published: When = UNKNOWN,
    _mentions: Sequence[Mention] = (),
) -> list[ContestMention]:
    """The mentions of elections in a text, in its order."""
    words = tokens(document)
    found = []
    heads = -_FAR
    for at, token in enumerate(words):
        if token.key in _HEADS:
            heads = at
        elif not _without_noun(words, at, heads):
            continue
        named = _named(words, at)
        time = next((t for t in times if t.edtf and _dates(document.text, named, t)), None)
        if named.earlier and time is None:
            continue
        contests = _contests(named, known, time, published, words[at])
        if contests:
            found.append(ContestMention(named.start, named.end, contests, time, "election-named"))
    return found


def _dates(text: str, named: _Named, time: TimeMention) -> bool:
    """Whether a time stands right behind elections, or where they are told to be held."""
    away = time.start - named.end
    near = 0 <= away <= _GAP and _HELD.fullmatch(text, named.end, time.start) is not None
    return 0 <= away <= _BESIDE or near


def _without_noun(words: Sequence[NameToken], at: int, heads: int) -> bool:
    """Whether an adjective stands for elections that were named before: "na parlamentarnim
    izborima ..., a na beogradskim ..."."""
    token = words[at]
    if at - heads > _FAR or at < 1 or words[at - 1].key != "na" or not token.key.endswith("im"):
        return False
    if not token.key.startswith(tuple(_kinds())):
        return False
    following = words[at + 1 : at + 2]
    joined = following and following[0].joined and following[0].key in (*_HEADS, *_JOINS)
    return not joined


def _named(words: Sequence[NameToken], at: int) -> _Named:
    kinds: list[tuple[str, NameToken]] = []
    if words[at].key not in _HEADS:
        stem = next(stem for stem in _kinds() if words[at].key.startswith(stem))
        return _Named(words[at].start, words[at].end, ((stem, words[at]),), "")
    first, earlier = at, False
    while first > 0 and at - first < 6 and words[first].joined:
        before = words[first - 1]
        stem = next((stem for stem in _kinds() if before.key.startswith(stem)), "")
        if stem:
            kinds.insert(0, (stem, before))
        elif not (before.key.startswith(_QUALITIES) or (kinds and before.key in _JOINS)):
            break
        first -= 1
        earlier = earlier or before.key.startswith(_EARLIER)
    place, end = "", words[at].end
    behind = words[at + 1 : at + 4]
    if len(behind) > 1 and behind[1].key.startswith(_OF_WHOM):
        behind = words[at + 1 : at + 6]  # "za Skupštinu grada Beograda"
    if len(behind) > 1 and behind[0].joined and behind[0].key in ("u", "na", "za"):
        for word in behind[1:]:
            found = next((p for stem, p in _places().items() if word.key.startswith(stem)), "")
            if found and word.capital:
                place, end = found, word.end
                break
    start = kinds[0][1].start if kinds else words[at].start
    return _Named(start, end, tuple(kinds), place, earlier)


def _contests(
    named: _Named,
    known: Sequence[KnownContest],
    time: TimeMention | None,
    published: When,
    head: NameToken,
) -> tuple[NamedContest, ...]:
    found: list[NamedContest] = []
    for stem, adjective in named.kinds or (("", None),):
        one = _known(stem, named, known, time, published)
        if one is not None:
            found.append(NamedContest.of(one))
        elif stem and adjective is not None:
            found.append(_discovered(stem, adjective, head, named, time))
    return tuple(dict.fromkeys(found))


def _known(
    stem: str,
    named: _Named,
    known: Sequence[KnownContest],
    time: TimeMention | None,
    published: When,
) -> KnownContest | None:
    """The one contest of the curated files that words, place and date allow."""
    kinds = _kinds().get(stem, ())
    if not stem and named.place != "Belgrade":
        kinds = _kinds()[key("parlamentarn")]  # "Izbori" are those of a parliament.
    belgrade = stem == key("beogradsk") or named.place == "Belgrade"
    possible = []
    for each in known:
        words = [word.casefold() for word in each.words]
        if named.place and each.place != named.place:
            continue
        fits = any(kind.casefold() in words for kind in kinds)
        fits = fits or (belgrade and each.place == "Belgrade")
        if fits and (not belgrade or each.place == "Belgrade") and _near(each, time, published):
            possible.append(each)
    return _nearest(possible, published) if time is None else _only(possible)


def _only(possible: Sequence[KnownContest]) -> KnownContest | None:
    return possible[0] if len(possible) == 1 else None


def _nearest(possible: Sequence[KnownContest], published: When) -> KnownContest | None:
    """The contest that is nearest to the report, where no other is as near."""
    if len(possible) < 2 or len(published.edtf) != len("2023-12-17"):
        return _only(possible)
    day = date.fromisoformat(published.edtf)
    away = sorted(
        (abs((date.fromisoformat(bounds(each.edtf)[0]) - day).days), each) for each in possible
    )
    return away[0][1] if away[0][0] < away[1][0] else None


def _near(contest: KnownContest, time: TimeMention | None, published: When) -> bool:
    """Whether a contest is on the day that is told, or near enough to the report."""
    if not contest.edtf:
        return False
    if time is not None:
        return contest.edtf.startswith(time.edtf[:4])
    return is_near(contest.edtf, published)


def is_near(held: str, published: When) -> bool:
    """Whether a report may be about an election by the days of both, where they are told."""
    if not (held and published.edtf):
        return True
    try:
        days = [date.fromisoformat(bounds(edtf)[0]) for edtf in (held, published.edtf)]
    except ValueError:
        return False
    return abs((days[0] - days[1]).days) <= NEAR


def _discovered(
    stem: str, adjective: NameToken, head: NameToken, named: _Named, time: TimeMention | None
) -> NamedContest:
    """A contest that no file knows, named by the text's own words in the nominative."""
    kind = with_ending(adjective.text, len(adjective.key) - len(stem), "i")
    noun = "избори" if is_cyrillic(head.text) else "izbori"
    year = time.edtf[:4] if time is not None else ""
    name = f"{kind[:1].upper()}{kind[1:]} {noun}" + (f", {year}" if year else "")
    return NamedContest(slug(latin(name)), name, named.place, time.edtf if time else "", False)
