"""Numbers whose noun stands with another number before them: "46 percent and 49".

In a list of results the noun is said once: "44 percent and 30 seats, the Blue List 40 percent
and 28". Which measure the number has, its place in the list tells: behind a share the seats,
behind a name what the name before it has.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from tui.extract.languages.en.figures import changes
from tui.extract.languages.en.figures import clause_words as clause
from tui.extract.languages.en.figures.numbers import Number
from tui.extract.languages.en.figures.view import Counted
from tui.extract.text.late_pattern import late

MOST_SEATS = 1000
"""Seats that a chamber may have; a number beyond counts votes."""

_COUNTED_BY = {"people": 100, "detained": 5}
"""How many people are counted by several at least: a crowd, and those whom police took."""

UNITS = {
    "seats": "seats",
    "seats_change": "seats",
    "votes": "votes",
    "polling_stations": "polling stations",
    "municipalities": "municipalities",
    "delegates": "delegates",
    "electoral_votes": "electoral votes",
    "signatures": "signatures",
    "turnout": "percent",
    "people": "people",
    "complaints": "complaints",
    "margin": "points",
    "detained": "people",
    "vote_share": "percent",
    "poll_share": "percent",
}
_CLOSED = late(
    r"\s?(?:$|\([+−–±-]?\d|(?:to|with)\s\d|[,.;:)\]|\n«»]"
    r"|(?:and|or|each|respectively|in|while|for|after|but|when)\b)"
)
PAIRED = late(r"(?:\s?[(\[]|,?\s(?:and|or|with|for)\s|\s?[,/|–—]\s)(?:just\s|only\s)?")
HELD = late(
    r"[”\"»]?(?:['’]s?)?(?:\s?\([^()]{1,30}\))?,?\s?(?:[–—:|(-]\s?)?(?:(?:keeps?|kept|enters?|entered|drops?|dropped|falls?|fell"
    r"|crashe[sd]|slumps?|slumped|plunge[sd]?|rises?|rose|remains?|down|up|to|is|are|was|were|came|has|have|had|got|gets|get"
    r"|would|should|will|could|may|might|take|win|hold|holds|also|likely|took|takes|won|wins|winning|gains?|gained|receives?|received|secures?|secured"
    r"|earns?|earned|picks?|picked|now|so|far|already|assured|of|in|at|on|by|the|one|first|second|third|fourth|fifth|sixth|last|place|with|just|only|follows|and|which|who|that)\s){0,6}"
)
APPOSED = late(
    r"(?:\s?\([^()]{1,40}\))?,\s(?:(?:likely|now|once|long|currently|also|perhaps)\s)?(?:the|an?|who|which|whose|his|her|its)\s[^;:“”\"\d]{2,90},\s"
    r"(?:(?:with|at|on|would|should|will|could|might|has|have|had|took|takes|take|won|wins|win|got|gets|get)\s){0,2}"
)
"""What between a name and its number tells of the one named."""
_ELSEWHERE = late(
    r"(?:,\s[^,.;\d]{3,70}\s(?:said|says|announced|reported),)?(?:\s(?:in|for|among|at|of)\s(?:[\w’'-]+\s?){1,6})?,?\s(?:and|but|to|against|compared\s(?:to|with)|for"
    r"\s(?:[\w’'-]+\s?){1,6})\s?(?:just|only|about|in)?\s?"
    r"|,\s(?:and\s|but\s)?(?:in|for)\s(?:the\s)?(?:[\w’'-]+\s){1,4}(?:it\swas\s)?(?:just\s|only\s)?"
)


_STOOD = late(
    r"\b(?:[Ii]t|which|that|the\sfigure)\s(?:stood\sat|was|had\sbeen|had\sstood\sat|reached|had\sreached|amounted\sto|had\samounted\sto|came\sto"
    r"|totalled|totaled)\s(?:only\s|just\s|about\s|around\s)?$"
)
_OTHER_SIDE = late(r"\s(?:to|against|compared\s(?:to|with))\s(?:just\s|only\s)?")
"""What stands before the votes of the other side: "61 votes to 38"."""
_FOR = late(r"\sfor\s(?:the\s)?(?:[a-z-]+\s){0,3}[A-Z“\"]")
_AGAINST = late(
    r"\)?(?:\s(?:on|in)\s(?:[A-Z][a-z]+\s)?[0-9]{1,4}(?:\s[A-Z][a-z]+)?)?,?\s(?:against|to|compared\s(?:to|with)|versus)\s(?:just\s|only\s)?"
)
"""What stands before the share of another: "won with 50.9 percent against 49.1"."""
_GO_TO = late(r"\s(?:went|goes|go|will\sgo|fell)\sto\s(?:the\s)?[A-Z]")
_ALSO_TO = late(r"\sto\s(?:the\s)?[A-Z]")
_ALSO_NAMED = late(r"\s(?:the\s)?[A-Z]")
_NEXT = late(r"(?:,|,?\s(?:and|while))\s$")
"""What stands behind and before a share of those asked who name another: "and 39 the list"."""
_CORRECTED = late(
    r"\b[Tt]he\s(?:correct\s|right\s|actual\s)?(?:figure|number|total|share)\s(?:is|was|should\sbe)\s$"
)
_CROWD = late(
    r"\b(?:there\s(?:are|were|had\sbeen)|(?:puts?|putting)\s(?:it|the\s[a-z]+)\sat|sp(?:oke|eaks?)(?=\sof)|counted|claim(?:s|ed)|said|says?|estimated|reported|or"
    r"|put\sat|estimates?\sof|and|while|but|organi[sz]ers|unions|police|students|opposition)\s(?:of\s)?(?:at\sleast\s|that\s|some\s|only\s)?$"
)
"""What stands before the second count of a crowd."""
_OF_WHOM = late(
    r"[^.;:\d]{0,40}?,?\s(?:of|among)\s(?:whom|them|these|those|which)\s(?:were\s|are\s)?(?:some\s|about\s|only\s|just\s|at\sleast\s)?"
)
"""What stands before a number of some of those who were counted."""
_OF_THEM = late(r"\s(?:of\s(?:them|whom|these|those)|others?\s(?:were|was|are))\b")
_DEALT_WITH = late(
    r"\b(?:upheld|rejected|dismissed|accepted|granted|threw\sout|turned\sdown|approved|adopted|reviewed|considered|ruled\son)\s(?:only\s|just\s|all\sbut\s)?$"
)
"""What is done with complaints."""
_ON_CROWD = late(r"\s?(?:[,.;:)]|$|according\b|in\b|people\b|by\b|participants\b)")


_UNKNOWN = late(
    r"(?:,\s[\w-]+\s(?:short\sof|more\sthan|fewer\sthan)\s(?:an?\s|the\s|in\s)?[\w’'-]{1,20})?"
    r",?\s?(?:and\s|while\s|but\s)?(?:the\s)?(?:(?:coalition|list|alliance|party)\s(?:of\s)?)?[“„\"«]?"
    r"(?!(?:Article|Section|Chapter|Page|No|Number|Group|Route|Level|Phase|Protocol|Resolution|Room"
    r"|District|Ward|Channel|Table|Station)\b)[A-Z][\w’'-]*(?:\s(?:(?:of|for|on|the|and|and\sthe|-|–)\s)?[A-Z][\w’'-]*){0,5}[”\"»]?"
)
"""A name that no rule knows, between a figure and the next of its list."""
HE_TOO = late(r",?\s(?:and|while|to|against)\s(?P<who>he|she|they|it)\s(?:had\s|got\s|has\s)?")
"""What stands between a figure and that of the other one: "She got 4,210 votes and he 3,988"."""
_OTHER_ANSWER = late(
    r",?\s(?:and|to|against|while|with)\s[“\"]?(?:Yes|No)[”\"]?\s(?:(?:at|on|with|has|had)\s)?"
)
"""What stands between the shares of the two answers of a referendum."""
_OF_PARTY = late(
    r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*\s\((?:the\s)?[A-Z][\w’'-]*(?:\s[\w’'-]+){0,4},\s"
)
"""Who stood, and for whom, up to a number in the same brackets: "Ana Ilic (Green Bloc, 1,301)"."""


_GAINS = late(
    r"[^,;]{0,30}?\b(?:has|have|had|w[io]ns?|winning|gets?|got|gains?|gained|receives?|received|takes?|took|secures?|secured|earns?"
    r"|earned|picks?\sup|picked\sup)\s(?:just\s|only\s)?$"
)
"""What stands between a name and its number where the noun is in the paragraph ahead."""
CARRIED = ("seats", "votes", "delegates", "electoral_votes")
"""The measures whose noun may be left out there."""
_BY_PLACE = ("vote_share", "poll_share", "seats", "votes")
"""What somebody has here and there: "58 percent in Brod but only 37 in Lisen"."""
_OLDEST = 100


class Before(NamedTuple):
    """A figure before the number, in its sentence or in the one before."""

    end: int
    measure: str
    here: bool = True
    """Whether it stands in the same sentence."""
    apart: bool = False
    """Whether it stands in the paragraph ahead."""


def counted(
    text: str,
    end: int,
    number: Number,
    last: Before,
    held: Sequence[int],
    seated: bool,
) -> Counted | None:
    """What a number without a noun counts, up to the end of its sentence: ``held`` is where
    the names before it end, ``seated`` whether seats are spoken of."""
    ahead = [at for at in held if at <= number.start] if last.apart else ()
    if last.apart and not (ahead and _GAINS.match(text, ahead[-1], number.start)):
        return None
    if _CORRECTED.search(text, max(0, number.start - 40), number.start):
        return _of(number, last.measure) if last.measure in UNITS else None
    if last.measure == "turnout" and number.unit == "percent":
        told = last.here and _ELSEWHERE.fullmatch(text, last.end, number.start)
        told = told or _STOOD.search(text, max(0, number.start - 30), number.start)
        return _of(number, "turnout") if told else None
    if last.here and last.measure == "votes" and _in_brackets(text, last, number):
        return _of(number, "vote_share")
    if number.unit or number.form not in ("digits", "words"):
        return None
    if last.here and last.measure in _BY_PLACE and clause.THERE.match(text, number.end, end):
        place = clause.HERE_AND.fullmatch(text, last.end, number.start)
        return of_one_kind(number, last.measure) if place else None
    if last.measure == "turnout" and Decimal(number.value) % 1:
        stood = _STOOD.search(text, max(0, number.start - 30), number.start)
        return _of(number, "turnout") if stood and _CLOSED.match(text, number.end, end) else None
    if Decimal(number.value) % 1:
        return _share_behind_name(text, end, number, last, held)
    for rule in (_told_of_some, _against_each_other, _other_side, _lost_or_given):
        if found := rule(text, end, number, last):
            return found
    if last.measure in _COUNTED_BY and Decimal(number.value) >= _COUNTED_BY[last.measure]:
        crowd = _CROWD.search(text, max(0, number.start - 40), number.start)
        return _of(number, last.measure) if crowd and _ON_CROWD.match(text, number.end) else None
    return _listed(text, end, number, last, held, seated)


def _told_of_some(text: str, end: int, number: Number, last: Before) -> Counted | None:
    """Some of those who were counted: "of whom 12 were hurt", "upheld 4"."""
    if last.measure in ("people", "detained") and last.here:
        whom = _OF_WHOM.fullmatch(text, last.end, number.start)
        if whom or _OF_THEM.match(text, number.end, end):
            return _of(number, "people")
    if last.measure == "complaints" and _DEALT_WITH.search(text, last.end, number.start):
        return _of(number, "complaints") if _CLOSED.match(text, number.end, end) else None
    return None


def _against_each_other(text: str, end: int, number: Number, last: Before) -> Counted | None:
    """Two shares in a paragraph on others: "Delta had the bloc in the lead, with 33 to 27"."""
    if last.measure not in ("vote_share", "poll_share") or Decimal(number.value) > 100:
        return None
    first = _TO_ANOTHER.match(text, number.end, end)
    second = _FROM_ANOTHER.search(text, max(0, number.start - 8), number.start)
    led = (first or second) and _LED.search(text, max(0, number.start - 60), number.start)
    return _of(number, last.measure) if led and _CLOSED.match(text, number.end, end) else None


_TO_ANOTHER = late(r"\sto\s\d{1,2}(?=\s?[,.;]|$)")
_FROM_ANOTHER = late(r"\b\d{1,2}\sto\s$")
_LED = late(
    r"\b(?:lead|ahead|front)\b(?:\sof\s(?:the\s)?[A-Z][\w’' -]{1,40})?,?\s(?:with\s|by\s|at\s)?"
    r"(?:\d{1,2}\sto\s)?$"
)
"""What stands before two shares, or the second of them, where somebody leads."""


def _other_side(text: str, end: int, number: Number, last: Before) -> Counted | None:
    """What the other side has: "three seats to two for the bloc", "61 votes to 38"."""
    if not last.here or last.measure not in ("seats", "votes"):
        return None
    if not _OTHER_SIDE.fullmatch(text, last.end, number.start):
        return None
    if last.measure == "seats":
        return _of(number, "seats") if _FOR.match(text, number.end) else None
    ends = _CLOSED.match(text, number.end, end) or text.startswith(" with ", number.end)
    return _of(number, "votes") if ends else None


def _lost_or_given(text: str, end: int, number: Number, last: Before) -> Counted | None:
    """Seats that somebody lost, or that went to another: "nine went to the list and one to the
    bloc"."""
    lost = last.measure in ("seats", "seats_change") and changes.LOST.search(
        text, max(0, number.start - 30), number.start
    )
    if lost and _CLOSED.match(text, number.end, end):
        return _of(number, "seats_change")
    if last.here and last.measure == "seats":
        given = _GO_TO.match(text, last.end) or _ALSO_TO.match(text, last.end)
        also = _ALSO_TO if given else _GO_TO
        if also.match(text, number.end, end):
            return _of(number, "seats")
    return None


def _listed(
    text: str, end: int, number: Number, last: Before, held: Sequence[int], seated: bool
) -> Counted | None:
    """What a number has by its place in a list: the seats behind a share, the share, votes or
    seats behind a name."""
    paired = last.here and last.measure == "vote_share"
    paired = paired and PAIRED.fullmatch(text, last.end, number.start) is not None
    if last.here and last.measure == "poll_share" and _ALSO_NAMED.match(text, number.end, end):
        named = _NEXT.search(text, max(0, number.start - 12), number.start)
        return of_one_kind(number, "poll_share") if named else None
    if not _CLOSED.match(text, number.end, end):
        return None
    if paired:
        bracket = text[last.end : number.start].strip() in ("(", "[", "|")
        if not seated and not bracket:
            return None
        return _of(number, "seats" if Decimal(number.value) <= MOST_SEATS else "votes")
    if last.measure not in UNITS or last.measure in ("turnout", "people", "detained", "complaints"):
        return None
    other = UNITS[last.measure] == "percent" and last.here
    other = other and _AGAINST.fullmatch(text, last.end, number.start) is not None
    if not other and not _behind(text, number, last, held):
        return None
    if UNITS[last.measure] == "percent" and Decimal(number.value) > 100:
        return _of(number, "votes") if Decimal(number.value) > MOST_SEATS else None
    # Who lost seats has others: "lost 12 seats, while the bloc has 30".
    return _of(number, "seats" if last.measure == "seats_change" else last.measure)


def _in_brackets(text: str, last: Before, number: Number) -> bool:
    """Whether a number is the share of the votes right before it: "639,034 votes (12.7)"."""
    around = text[last.end : number.start].strip(), text[number.end : number.end + 1]
    share = number.unit == "percent" or (not number.unit and number.form == "digits")
    return around == ("(", ")") and share and Decimal(number.value) <= 100


def _share_behind_name(
    text: str, end: int, number: Number, last: Before, held: Sequence[int]
) -> Counted | None:
    """``the list had 38.9 percent and the bloc 30.1``."""
    if UNITS.get(last.measure) != "percent" or last.measure == "turnout":
        return None
    if Decimal(number.value) > 100 or not _CLOSED.match(text, number.end, end):
        return None
    other = last.here and _AGAINST.fullmatch(text, last.end, number.start)
    return _of(number, last.measure) if other or _behind(text, number, last, held) else None


def _behind(text: str, number: Number, last: Before, held: Sequence[int]) -> bool:
    """Whether a number stands right behind a name, or behind what is told of the one named."""
    behind = [at for at in held if last.end <= at <= number.start]
    if last.here and _OTHER_ANSWER.fullmatch(text, last.end, number.start):
        return True
    if last.here and HE_TOO.fullmatch(text, last.end, number.start):
        return True
    if not behind:
        name = _UNKNOWN.match(text, last.end, number.start) if last.here else None
        return name is not None and HELD.fullmatch(text, name.end(), number.start) is not None
    if text.startswith(")", number.end) and _beside_party(text, number):
        # Below so many it may be how old somebody is.
        return last.measure == "votes" and Decimal(number.value) >= _OLDEST
    if any(HELD.fullmatch(text, at, number.start) for at in behind[-2:]):
        return True  # Of two the second may only be the abbreviation of the first.
    return APPOSED.fullmatch(text, behind[0], number.start) is not None


def _beside_party(text: str, number: Number) -> bool:
    """Whether a number stands behind the party for which somebody stood: "Ana Ilic (BL, 1,301)"."""
    begin = max(0, number.start - 90)
    found = _OF_PARTY.finditer(text, begin, number.start)
    return any(each.end() == number.start for each in found)


def closed(text: str, at: int) -> bool:
    """Whether a number that ends at a place has no noun behind it."""
    return _CLOSED.match(text, at) is not None


def of_one_kind(number: Number, measure: str) -> Counted | None:
    """A number as one of a measure, where its own unit allows it to be."""
    if measure not in UNITS or number.form == "fraction":
        return None
    if number.unit == "percent":
        return _of(number, measure) if UNITS[measure] == "percent" else None
    if number.unit or number.form not in ("digits", "words"):
        return None
    value = Decimal(number.value)
    share = UNITS[measure] == "percent"
    return _of(number, measure) if (value <= 100 if share else value % 1 == 0) else None


def _of(number: Number, measure: str) -> Counted:
    return Counted(measure, UNITS[measure], number.value, number.end, "in-a-list")
