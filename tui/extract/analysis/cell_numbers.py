"""What the words of a cell tell, and what its numbers count; so of a line with a colon, which is
a table of one row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from tui.extract.text.tables import MAY_PART, NUMBER, Cell
from tui.model import Comparator

Role = Literal[
    "", "filler", "total", "others", "aside", "counted", "turnout", "spoiled", "stations",
    "registered", "seats", "vote_share", "votes", "year", "place", "candidate", "party", "answer",
    "source"
]  # fmt: skip
"""What a word tells; "" for one of a name, ``aside`` for what no figure is made of."""
NARROWEST: tuple[Role, ...] = (
    "others", "aside", "counted", "turnout", "spoiled", "stations", "registered", "seats",
    "vote_share", "votes", "year", "place", "candidate", "party", "answer", "source", "total"
)  # fmt: skip
"""Which of its words tells most of a cell: "% of votes counted" is how much is counted."""
_COUNTED = {
    "counted": ("counted", "percent"),
    "turnout": ("turnout", "percent"),
    "spoiled": ("votes", "votes"),
    "stations": ("polling_stations", "polling stations"),
    "registered": ("people", "people"),
    "seats": ("seats", "seats"),
    "vote_share": ("vote_share", "percent"),
    "votes": ("votes", "votes"),
}
"""The measure and the unit of a role."""
MEASURES = frozenset(_COUNTED)
NOBODYS = frozenset(("counted", "turnout", "spoiled", "stations", "registered"))
"""What a contest has, and none of those who stand."""
_SHARES = frozenset(("counted", "turnout", "vote_share"))
WHOLE = frozenset(("total", "others"))
_ALL = 100
_CHANGES = ("+", "-", "−", "–", "±")
_COMPARING: dict[str, Comparator] = {
    "<": "<", ">": ">", "≤": "<=", "≥": ">=", "~": "~", "≈": "~"
}  # fmt: skip
WORD = re.compile(r"(?:19|20)\d\d|[^\W\d_]+(?:['’-][^\W\d_]+)*|[%#№±]|\+/[-−–]")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class HeadWords(NamedTuple):
    """How a language words the heads of tables."""

    role: Callable[[str], Role]
    """What a word tells, in small letters; "" for any other."""
    point: str
    """What parts the whole from its decimals."""


class Owned(NamedTuple):
    """What the heads of a row and of a column tell of the number where they meet."""

    roles: tuple[Role, ...]
    subject: Cell | None
    """The cell that names who has it; None where it is nobody's, or no cell tells."""
    place: Cell | None
    """The cell that names where it is so."""
    source: Cell | None
    """The cell above that names neither measure nor place, where rows name who stands."""
    year: str
    total: bool


class CellFigure(NamedTuple):
    """A number of a table, and what tells of it."""

    start: int
    end: int
    value: str
    measure: str
    unit: str
    comparator: Comparator
    owned: Owned


class CellReader:
    """Tells what the words of cells are, and what their numbers count."""

    def __init__(self, text: str, words: HeadWords) -> None:
        self.text = text
        self.words = words

    def roles(self, cell: Cell) -> tuple[Role, ...] | None:
        """What the words of a cell tell, the narrowest first; None where they are a name."""
        words = WORD.findall(self.text[slice(*cell)].lower())
        found = {"filler" if YEAR.fullmatch(each) else self.words.role(each) for each in words}
        return None if "" in found else tuple(each for each in NARROWEST if each in found)

    def counted(
        self, cell: Cell, owned: Owned, *, shares: bool = False, above: Role = ""
    ) -> Iterator[CellFigure]:
        """What the numbers of a cell tell. ``shares`` tells that those of its column are shares,
        ``above`` what all those of its table are."""
        numbers = list(NUMBER.finditer(self.text, *cell))
        units = [self.unit(each) for each in numbers]
        for number, unit in zip(numbers, units, strict=True):
            if number is not numbers[0] and not unit:
                continue  # "of 6,212", or a note
            value = self.value(number["digits"])
            if unit is None or value is None or number["sign"] in _CHANGES:
                continue
            with_share = unit == "" and "vote_share" in units
            role = (
                "votes"
                if with_share and not owned.roles
                else self._measure(unit, owned.roles, shares, above)
            )
            share = role in _SHARES
            if role not in _COUNTED or (value > _ALL if share else value % 1):
                continue
            if owned.total and role == "vote_share":
                continue
            measure, counted = _COUNTED[role]
            end = number.end("unit") if unit else number.end("digits")
            sign = _COMPARING.get(number["sign"], "=")
            subject = None if role in NOBODYS else owned.subject
            made = owned._replace(subject=subject)
            yield CellFigure(number.start(), end, f"{value:f}", measure, counted, sign, made)

    def _measure(self, unit: str, roles: tuple[Role, ...], shares: bool, above: Role) -> Role:
        """What a number measures by its unit, or else by what heads it."""
        if unit == "vote_share":
            told = [role for role in roles if role in _SHARES]
            of_votes = not roles or roles[0] == "votes"
            return told[0] if told else "vote_share" if of_votes else ""
        if unit:
            return unit  # type: ignore[return-value]
        if not roles:
            return "vote_share" if shares else above
        if not shares and roles[0] != "vote_share":
            roles = tuple(role for role in roles if role not in _SHARES)
        return roles[0] if roles else ""

    def unit(self, number: re.Match[str]) -> str | None:
        """The role of what stands behind a number; "" for nothing, None for any other word."""
        if not number["unit"]:
            return ""
        roles = {self.words.role(each) for each in number["unit"].lower().split()} - {"filler"}
        return next((each for each in NARROWEST if each in roles & MEASURES), None) if roles else ""

    def value(self, digits: str) -> Decimal | None:
        """A number as its language writes it."""
        bare = re.sub(r"['’\s\xa0\u202f]", "", digits)
        point, comma = (".", ",") if self.words.point == "." else (",", ".")
        if re.fullmatch(rf"\d{{1,3}}(?:\{comma}\d{{3}})+(?:\{point}\d+)?", bare):
            bare = bare.replace(comma, "").replace(point, ".")
        elif re.fullmatch(rf"\d{{1,3}}(?:\{point}\d{{3}}){{2,}}", bare):
            bare = bare.replace(point, "")
        elif re.fullmatch(r"\d+(?:[.,]\d+)?", bare):
            bare = bare.replace(",", ".")
        else:
            return None
        value = Decimal(bare)
        return value.normalize() if value else Decimal(0)


_COLON = re.compile(r":[ \t]+(?=[0-9])")
_GAP = re.compile(r"(?:\t|\|[ ]?|(?<! )[ ]{3,}+)(?=[0-9])")
_LABEL = re.compile(r"[^\w%#№]*(?P<label>[^\n:;.()]{3,60})")
_LONGEST = 90
"""Characters on either side of the colon of such a line."""
_PAIRED = NOBODYS | {"votes", "seats"}
"""What is told so of a whole election."""


_PLACE = re.compile(r":[ \t]+(?P<name>[^\W\d_a-z][^\n\d:.;]{1,50})\n(?=[^\n]*\d)")
_LABEL_OF_PLACE = 30
"""Characters ahead of the colon, at the most."""


class Block(NamedTuple):
    """Lines below one that names the place of which they tell: "District: Upper Sarn"."""

    start: int
    end: int
    place: Cell


def blocks(text: str, words: HeadWords) -> list[Block]:
    """These lines, each up to an empty one or to the next place, in order."""
    reader = CellReader(text, words)
    lines: list[re.Match[str]] = []
    for each in _PLACE.finditer(text):
        since = max(0, each.start() - _LABEL_OF_PLACE)
        begin = text.rfind("\n", since, each.start()) + 1
        roles = reader.roles((begin, each.start())) if begin or not since else None
        if roles and roles[0] == "place":
            lines.append(each)
    begins = [each.start() for each in lines]
    found = []
    for line, following in zip(lines, (*begins[1:], len(text)), strict=False):
        end = text.find("\n\n", line.end(), following)
        place = line.start("name"), line.start("name") + len(line["name"].rstrip())
        found.append(Block(line.end(), following if end < 0 else end, place))
    return found


def place_at(found: Sequence[Block], position: int) -> Cell | None:
    """The place of the lines in which a position lies."""
    at = bisect_right(found, (position,)) - 1
    return found[at].place if at >= 0 and position < found[at].end else None


def pairs(text: str, words: HeadWords) -> Iterator[CellFigure]:
    """What lines tell that have nothing but what is counted, and how many: "Turnout: 61.2 %",
    "Stations counted: 470 of 612"."""
    reader = CellReader(text, words)
    places: Sequence[Block] | None = None
    gaps = _GAP.finditer(text) if any(sign in text for sign in MAY_PART) else ()
    for colon in (*_COLON.finditer(text), *gaps):
        since, until = max(0, colon.start() - _LONGEST), min(len(text), colon.end() + _LONGEST)
        line = text.rfind("\n", since, colon.start())
        label = _LABEL.fullmatch(text, line + 1, colon.start()) if line >= 0 or not since else None
        roles = reader.roles(label.span("label")) if label else None
        if not roles or roles[0] not in _PAIRED:
            continue
        end = text.find("\n", colon.end(), until)
        value = colon.end(), end if end >= 0 else until
        if len(text[slice(*value)].strip("\t |").split("\t")) > 1:
            continue  # Of several columns none tells whose they are.
        units = [reader.unit(each) for each in NUMBER.finditer(text, *value)]
        others = NUMBER.sub("", text[slice(*value)])
        if None not in units and not any(map(str.isalnum, others)):
            places = blocks(text, words) if places is None else places
            place = place_at(places, value[0])
            yield from reader.counted(value, Owned(roles, None, place, None, "", total=False))
