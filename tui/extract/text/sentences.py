"""Where sentences end: at the full stops that end one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

ABBREVIATIONS = frozenset(
    """mr mrs ms messrs dr drs prof profs st sen sens rep reps gov govs gen gens lt col sgt
    capt maj rev hon jr sr vs no inc corp co ltd bros dept est approx jan feb mar apr jun jul
    aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m u.s u.n u.k
    d.c e.g i.e ph.d m.p cf al fig pp vol""".split()
)
"""Words that a full stop after them does not end a sentence by itself."""

_OF_SEVERAL = frozenset("drs govs gens profs reps sens".split())
"""Those that are short for titles of several people, with a capital."""

CLOSING = frozenset("a.m p.m u.s u.n u.k d.c inc corp co ltd jr sr".split())
"""Those of them that may also be the last word of a sentence."""

BEFORE_NUMBERS = frozenset("no jan feb mar apr jun jul aug sep sept oct nov dec".split())
"""Those of them that are seldom short for something but before a number."""

_NUMBER = re.compile(r"\s*\d")
_IN_MONTH = re.compile(r"\b(?:in|since|until|by|early|late|last|next|of)\s$")
_MARK = re.compile(r"\s+(?:[\"“„«]|XXXXXX)")
"""A quotation, in its marks or covered."""
_AFTER_HOUR = re.compile(
    r"\s+(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Sept|Nov|Dec)ember|October|Eastern|Central|Pacific|Mountain|Greenwich)\b)[A-Z][a-z]+\s(?!time\b)"
)
"""What opens a sentence behind an hour: no day, no zone."""
_OPENING_HOUR = re.compile(
    r"(?:^|[.!?]\s|\n)(?:(?:Shortly|Just|Soon)\s(?:before|after)|At|By|Around|About|From|Until|Before|After"
    r"|Since)\s(?:about\s|around\s)?\d[\d.:]*\s$|,\s[a-z]+\s\d[\d.:]*\s$"
)
"""An hour with which a sentence opens: "At 5 p.m. Mayor Kos spoke"."""
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+")
"""Somebody's, where no article, comma or preposition of place stands before them: "P.W. Vale"."""
_GOVERNS = re.compile(r"(?:,|\b(?:the|in|of|from|to|at|near|for|and))\s$", re.IGNORECASE)
_STREET = re.compile(r"\b(?!(?:East|West|North|South|Port|Fort|Old|New|Sault)\s)[A-Z][a-z]+\s$")
"""A name behind which "St." is a street: before a saint's there is none but of a direction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """How a language uses full stops that end no sentence."""

    abbreviations: Set[str] = ABBREVIATIONS
    """Words that a full stop after them does not end a sentence by itself."""
    ordinals: bool = False
    """Whether a stop behind figures makes them an ordinal: "17. decembra 2023."."""
    small_endings: bool = False
    """Whether words end in a hyphen and a small letter, which is no initial: "NATO-u."."""
    letters: Set[str] = frozenset()
    """Names whose last word is a letter that is no initial: "Nova S"."""
    dashes: bool = False
    """Whether a dash may open a sentence, which is speech then."""


OF_ENGLISH = Stops(letters=frozenset({"on x"}))
_FEWEST = 4
"""Words that a sentence which ends in figures has, at the least, where these may be an ordinal."""

_OPENING = re.compile(
    r"\s+(?:He|She|They|It|We|The|But|And|In|On|At|If|While|When|His|Her|Their|This|These|There)\s"
)
"""What opens a sentence and goes on none."""
# Possessive, and begun only where a run of stops begins: rows of dots are gone through once. A
# search that begins with the stop passes over all other letters; so the look back comes second.
_END = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[\"'”’»)\]]*+(?=\s)")
_PICTURES = r"(?:[\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]++\s*+)?"
_OPENS = re.compile(rf"\s++{_PICTURES}[\"'“‘„«(\[]*[^\Wa-z_]", re.UNICODE)

_DASH_OPENS = re.compile(r"\s+[-–—]\s[\"“„«]?[^\W_]")


def bounds(text: str, start: int, end: int, stops: Stops) -> Sequence[tuple[int, int]]:
    """The sentences between two positions of a text.

    A sentence ends at its full stop (with the closing marks behind it) where the next
    word opens with a capital, a digit or a mark, and no abbreviation or initial stands
    before the stop. What is longer than anybody writes is cut between words.
    """
    found = _ended(text, start, end, stops)
    if end - start <= LONGEST:
        return found
    return [part for each in found for part in _shortened(text, *each)]


def _shortened(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    while stop - begin > LONGEST:
        cut = text.rfind(" ", begin + 1, begin + LONGEST)
        cut = cut if cut > 0 else text.find(" ", begin + LONGEST, stop)
        if cut < 0:
            break
        yield begin, cut
        begin = cut + 1
    yield begin, stop


LONGEST = 5_000
"""Characters of a sentence. Many rules look through the whole of one for every word of it,
so that without a bound a text without stops would take more than its share of time."""


def _ended(text: str, start: int, end: int, stops: Stops) -> list[tuple[int, int]]:
    found = []
    begin = start
    for mark in _END.finditer(text, start, end):
        at, stop = mark.span()
        if stop >= end:
            continue
        opens = _OPENS.match(text, stop, end) or (
            _DASH_OPENS.match(text, stop, end) if stops.dashes else None
        )
        if opens is None or text[opens.end() - 1].islower():
            continue
        if stop - at == 1 and text[at] == ".":
            if _abbreviated(text, at, stops):
                continue
            if stops.ordinals and _is_ordinal(text, begin, at, text[opens.end() - 1]):
                continue
        found.append((begin, stop))
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if end > begin:
        found.append((begin, end))
    return found


def _is_ordinal(text: str, begin: int, stop: int, following: str) -> bool:
    """Whether figures before a stop go on: to other figures ("30. 12. 2023."), or because no
    sentence is as short, or all is in capitals and no letter tells ("IZBORI 2. JUNA")."""
    if not text[stop - 1].isdigit():
        return False
    words = text[begin:stop]
    return following.isdigit() or len(words.split()) < _FEWEST or words.isupper()


def _abbreviated(text: str, stop: int, stops: Stops) -> bool:
    begin = text.rfind(" ", max(0, stop - 12), stop) + 1
    if not begin or not text[begin:stop].isalpha():
        # Not a plain word behind a space, as most are.
        begin = stop
        while (
            begin > 0
            and stop - begin < 12
            and (text[begin - 1].isalpha() or text[begin - 1] == ".")
        ):
            begin -= 1
    word = text[begin:stop].lower()
    if word in _OF_SEVERAL and text[begin].islower():
        return False  # "the sales reps."
    if stops.small_endings and stop - begin == 1 and text[begin - 1 : begin] == "-":
        return False
    if len(word) == 1 and any(
        text[max(0, stop - len(name)) : stop].lower() == name for name in stops.letters
    ):
        return False
    if begin and (text[begin - 1].isdigit() or text[begin - 1 : stop] in ("'s", "’s")):
        return False  # "on the 1st.", "at St James's."
    if word in ("a.m", "p.m") and _AFTER_HOUR.match(text, stop + 1):
        return _OPENING_HOUR.search(text, max(0, begin - 40), begin) is not None
    if word in CLOSING and (_OPENING.match(text, stop + 1) or _MARK.match(text, stop + 1)):
        return False
    if _INITIALS.fullmatch(text, begin, stop) and word not in CLOSING:
        return not (
            _OPENING.match(text, stop + 1) or _GOVERNS.search(text, max(0, begin - 6), begin)
        )
    if word in BEFORE_NUMBERS & stops.abbreviations and not _NUMBER.match(text, stop + 1):
        if text.startswith("no", begin) or _OPENING.match(text, stop + 1):
            return False
        return _IN_MONTH.search(text, max(0, begin - 9), begin) is None
    if word == "st" and _STREET.search(text, max(0, begin - 30), begin):
        return False
    return word in stops.abbreviations or (len(word) == 1 and word.isalpha() and word != "i")
