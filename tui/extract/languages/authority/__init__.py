"""What the program knows of its field before it reads: who is who, and which elections there were.

The TOML files beside this module come with the program; ``serbia.toml`` tells what their keys
mean. An entry is used in a text that has a word of its file's ``about``. What the reader's own
files say goes before: an id or a name that they give is taken out of these entries.

Nothing is read before the first article, and each list is made once.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tui import beside_bytecode
from tui.dates import MONTHS, when
from tui.digests import slug
from tui.model import UNKNOWN, Anchor, Contest, KnownActor, KnownContest, When

__all__ = [
    "Election",
    "ElectionWording",
    "beside",
    "elections",
    "elections_named",
    "media_names",
    "seen_about",
]

FILES = ("serbia", "kosovo", "region", "world")
NEAR = 120
"""Days between a report and an election that it is about without naming its year."""

OPENING = 1_000
"""Characters in which a report names what it is about."""

OWN_NEAR = 180
"""Days within which the reader's own election of a place stands for one of the file's."""

_GROUPS = ("parties", "lists", "institutions", "observers", "groups", "media", "people")
_CYRILLIC = {
    "lj": "љ",
    "nj": "њ",
    "dž": "џ",
    **dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True)),
}
_LATIN = re.compile(r"[Ll][Jj]|[Nn][Jj]|[Dd][Žž]|\w")


class Election(NamedTuple):
    """An election that there was: one body, one place, one day."""

    id: str
    name: str
    body: str
    kind: str
    """parliamentary, presidential, city, provincial, local or referendum."""
    place: str
    day: str
    """The day of the vote, of its first round where there were two."""
    seats: int | None
    words: tuple[str, ...]
    """What texts call it, in the singular."""
    source: str
    note: str

    @property
    def known(self) -> KnownContest:
        """As the extractors are told of contests."""
        return KnownContest(self.id, self.name, self.place, self.words, self.day, self.seats)

    def contest(self, evidence: Sequence[Anchor]) -> Contest:
        """The record of an article that names the election; its day and seats are the file's."""
        return Contest(
            id=self.id,
            evidence=tuple(evidence),
            origin="curated",
            rule=f"authority file: {self.source}",
            name=self.name,
            place=self.place,
            date=when(self.day, "curated", note=self.note),
            seats_total=self.seats,
            seats_basis=f"authority file: {self.source}" if self.seats else "",
        )


@cache
def elections() -> tuple[Election, ...]:
    """All of them, in the order of the file."""
    table = _table("elections")
    return tuple(
        Election(
            each["id"],
            each["name"],
            each["body"],
            each["kind"],
            each["place"],
            each["day"],
            each.get("seats"),
            tuple(table["words"][each["kind"]]),
            each["source"],
            each.get("note", ""),
        )
        for each in table["elections"]
    )


@cache
def _places() -> frozenset[str]:
    return frozenset(each.place for each in elections())


def elections_named(
    text: str,
    published: str = "",
    own: Sequence[KnownContest] = (),
    wording: ElectionWording | None = None,
) -> list[Election]:
    """The elections that a text may be about: of a place that it names, and of a year that it
    names too, or the nearest of their kind to the day on which it was published.

    The reader's own files go before: nothing is given beside an election of theirs, of the same
    id, or of the same place within half a year.
    """
    ids = {contest.id for contest in own}
    wording = wording or IN_ENGLISH
    places = {place for place in _places() if wording.has_place(text, place)}
    if not places:
        return []
    lower = text.lower()
    found: dict[tuple[str, str], list[Election]] = {}
    for each in (each for each in elections() if each.place in places):
        theirs = (other for other in own if other.place == each.place)
        taken = each.id in ids or any(_apart(other.edtf, each.day) < OWN_NEAR for other in theirs)
        if not taken and wording.is_spoken_of(each, lower):
            found.setdefault((each.kind, each.place), []).append(each)
    named: list[Election] = []
    for alike in found.values():
        nearest = min(alike, key=lambda each: _apart(each.day, published))
        near = _apart(nearest.day, published) <= NEAR
        named += [
            each for each in alike if (near and each is nearest) or _names_year(text, each.day[:4])
        ]
    return named


def seen_about(text: str, own: Sequence[KnownContest], wording: ElectionWording | None) -> When:
    """When a report without a date may have appeared: around the one vote that it calls by a day
    without a year, "the December 17 vote", in a place that it names. Unknown where there is no
    such vote, or several."""
    wording = wording or IN_ENGLISH
    votes = {(each.place, each.edtf) for each in own if len(each.edtf) == len("2023-12-17")}
    votes.update((each.place, each.day) for each in elections())
    called = {day for _, day in votes if wording.names_day(text, date.fromisoformat(day))}
    named = [(place, day) for place, day in votes if day in called]
    held = {day for place, day in named if wording.has_place(text, place)}
    if len(held) != 1:
        return UNKNOWN
    day = date.fromisoformat(held.pop())
    span = f"{day - _AROUND_VOTE}/{day + _AROUND_VOTE}"
    return when(span, "curated", note=f"around the vote of {day} that it names")


_AROUND_VOTE = timedelta(days=60)


def _names_year(text: str, year: str) -> bool:
    """Whether a text names a year, and not only as the end of a span: "the fifth since 2012"."""
    return year in text and any(
        _SPAN.search(text, max(0, found.start() - 10), found.start()) is None
        for found in re.finditer(year, text)
    )


_SPAN = re.compile(r"\b(?:since|until|till|from|od|do)\s$", re.IGNORECASE)


def _has_place(text: str, place: str) -> bool:
    """Whether a text is about a place, or names it beside an election. A place that is named
    by the way tells nothing of the elections elsewhere in the text."""
    if place not in text:
        return False
    at = text.find(place)
    if at + len(place) <= OPENING:
        return True
    pattern = _beside_election(place)
    while at >= 0:
        # Not the whole text is looked through for the words that may stand beside.
        if pattern.search(text, max(0, at - _BESIDE), min(len(text), at + len(place) + _BESIDE)):
            return True
        at = text.find(place, at + 1)
    return False


_BESIDE = 80
"""Characters beside a place in which the words stand that tell of an election there."""


@cache
def _beside_election(place: str) -> re.Pattern[str]:
    word = r"\b(?:elections?|votes?|voted|polls)\b"
    return re.compile(rf"{place}\b[^.\n]{{0,60}}{word}|{word}[^.\n]{{0,60}}\b{place}\b")


def _spoken_of(election: Election, lower: str) -> bool:
    """Whether a text speaks of elections of a kind. "The elections" in a country are those of
    its parliament, unless the text tells otherwise."""
    return election.kind == "parliamentary" or any(
        word.split()[0].lower() in lower for word in election.words
    )


class ElectionWording(NamedTuple):
    """How a language tells of which elections a text speaks."""

    has_place: Callable[[str, str], bool]
    """Whether a text is about a place, or names it beside an election."""
    is_spoken_of: Callable[[Election, str], bool]
    """Whether a text, in small letters, speaks of elections of a kind."""
    names_day: Callable[[str, date], bool]
    """Whether a text calls a vote by its day without a year."""


@cache
def _called_by(day: date) -> re.Pattern[str]:
    whole = MONTHS[day.month - 1]
    month = rf"(?:{whole}|{whole[:3]}|{whole[:4]})\b\.?+"
    number = rf"{day.day}(?:st|nd|rd|th)?+\b"
    # Possessive, so that no part is given back to get past a year.
    written = rf"\b(?:{month}\s{number}|{number}\s(?:of\s)?+{month})"
    no_year = r"(?!\.?,?\s(?:19|20)\d\d)"
    word = r"(?i:elections?|votes?|voting|polls?|ballot)\b"
    return re.compile(
        rf"{written}{no_year}(?:\s[\w-]+){{0,4}}\s{word}|\b{word}[^.,;\n]{{0,40}}\s{written}{no_year}"
    )


def _names_day(text: str, day: date) -> bool:
    return str(day.day) in text and _called_by(day).search(text) is not None


IN_ENGLISH = ElectionWording(_has_place, _spoken_of, _names_day)


def _apart(one: str, other: str) -> int:
    """The days between two days; of one that is not known to the day, many."""
    if len(one) != len("2023-12-17") or len(other) != len(one):
        return 10**6
    return abs(_ordinal(one) - _ordinal(other))


@lru_cache(maxsize=1 << 10)
def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def beside(text: str, own: tuple[KnownActor, ...], language: str = "en") -> tuple[KnownActor, ...]:
    """The known actors of a text: the reader's own, and those of the files that it is about."""
    files = tuple(file for file in FILES if _is_about(file, text))
    return _joined(own, files, language.split("-")[0]) if files else own


@lru_cache(maxsize=64)
def _joined(
    own: tuple[KnownActor, ...], files: tuple[str, ...], language: str
) -> tuple[KnownActor, ...]:
    ids = {actor.id for actor in own}
    names = {name.lower() for actor in own for name in (actor.name, *actor.aliases)}
    found: list[KnownActor] = list(own)
    for actor, only in (entry for file in files for entry in _actors(file)):
        if actor.id in ids or actor.name.lower() in names or (only and only != language):
            continue
        aliases = tuple(alias for alias in actor.aliases if alias.lower() not in names)
        found.append(actor._replace(aliases=aliases))
    return tuple(found)


@cache
def media_names() -> frozenset[str]:
    """All names of the outlets and agencies of the files, whatever a text is about."""
    actors = (actor for file in FILES for actor, _ in _actors(file) if actor.type == "media")
    return frozenset(name for actor in actors for name in (actor.name, *actor.aliases))


def _is_about(file: str, text: str) -> bool:
    words = _about(file)
    return not words or any(word in text for word in words)


@cache
def _about(file: str) -> tuple[str, ...]:
    return tuple(_table(file)["about"])


@cache
def _actors(file: str) -> tuple[tuple[KnownActor, str], ...]:
    """The actors of a file, each with the only language in whose texts it is looked for."""
    table = _table(file)
    return tuple(
        (_actor(entry), entry.get("only", ""))
        for group in _GROUPS
        for entry in table.get(group, ())
    )


def _actor(entry: Mapping[str, Any]) -> KnownActor:
    name = entry["name"]
    serbian = entry.get("serbian", ())
    forms = [name, *entry.get("aliases", ()), *serbian, *map(cyrillic, serbian)]
    return KnownActor(
        id=entry.get("id", slug(name)),
        name=name,
        type=entry["type"],
        aliases=tuple(dict.fromkeys(each for form in forms for each in _spellings(form)))[1:],
        source=entry["source"],
        needs=tuple(entry.get("needs", ())),
        surname=entry.get("surname", False),
    )


def _spellings(name: str) -> tuple[str, ...]:
    """A name with its accents, without, and as it sounds in English: "Kostić", "Kostic" and
    "Kostich"."""
    if name.isascii():
        return (name,)
    spelt = (name.translate(_AS_IT_SOUNDS), name.replace("ć", "ch").translate(_DJ))
    plain = (_without_accents(each) for each in (name.translate(_DJ), *spelt))
    return (name, *(each for each in dict.fromkeys(plain) if each.isascii()))


_DJ = str.maketrans({"đ": "dj", "Đ": "Dj"})
_AS_IT_SOUNDS = _DJ | str.maketrans(
    {"ć": "ch", "č": "ch", "š": "sh", "ž": "zh", "Ć": "Ch", "Č": "Ch", "Š": "Sh", "Ž": "Zh"}
)


def _without_accents(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def cyrillic(name: str) -> str:
    """A Serbian name in Latin letters as Cyrillic has it."""
    return _LATIN.sub(_in_cyrillic, name)


def _in_cyrillic(found: re.Match[str]) -> str:
    letter = _CYRILLIC.get(found[0].lower(), found[0])
    return letter.upper() if found[0][0].isupper() else letter


@cache
def _table(file: str) -> Mapping[str, Any]:
    return beside_bytecode.table(Path(__file__).with_name(f"{file}.toml"))
