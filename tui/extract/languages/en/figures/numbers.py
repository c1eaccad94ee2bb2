"""Numbers in a text: digits and words, shares, ranges, and how exactly they are meant.

What is read, and what is left out, stands in ``number_rules``. What a number counts is not
decided here: see ``measures``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.extract.languages.en.figures.number_rules import (
    AHEAD,
    DOTTED,
    FREE,
    LEFT_OUT_DIGITS,
    LEFT_OUT_SIGNS,
    LEFT_OUT_WORDS,
    MONTH,
    NUMBER_WORDS,
    PARTS,
    READ,
    SCALE,
    THOUSANDS,
    TIMES,
    WORTH,
    back,
)
from tui.extract.text.document import Document, around
from tui.model import Comparator

Form = Literal["digits", "words", "fraction", "plural"]
Link = Literal["", "range", "versus"]


class Number(NamedTuple):
    """``text[start:end]`` is the whole passage: comparator, number and its own unit.

    ``at`` and ``stop`` bound the number itself. ``value`` is a plain decimal; of a fraction
    a share of one ("0.25"), of a plural ("thousands") what it exceeds. ``unit`` is
    "percent", "points", a currency's code, or "". ``link`` tells that the number is one side
    of a range ("40 to 45 percent") or of a comparison ("44 to 40 percent").
    """

    start: int
    end: int
    at: int
    stop: int
    value: str
    unit: str
    comparator: Comparator
    form: Form
    link: Link = ""


_DOTTED = re.compile(DOTTED)
_THOUSANDS = re.compile(THOUSANDS)
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[0-9]{1,3}\.[0-9]{3},[0-9]{1,2}")
_COMMAS = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})+(?![\w,]|\.[0-9])")

LONGEST = 15
"""Digits beyond which a run of digits counts nothing anybody could mean."""

# ----------------------------------------------------------------- what stands around a number


def _any_of(table: tuple[tuple[str, ...], ...]) -> str:
    return "|".join(pattern for _, *patterns in table for pattern in patterns)


_TOKEN = re.compile(
    # Nothing begins within a word of small letters, where most positions of a text are.
    r"(?!(?<=\w)[a-z])(?:"
    rf"(?=[0-9]){FREE}(?:{_any_of(LEFT_OUT_DIGITS)})"
    rf"|(?=[^\W\d_])\b(?:{_any_of(LEFT_OUT_WORDS)})"
    rf"|(?![^\W\d_])(?:{_any_of(LEFT_OUT_SIGNS)})|"
    + "|".join(f"(?P<{name}>{'|'.join(patterns)})" for name, *patterns in READ)
    + ")"
)

_COMPARED = re.compile(
    r"\b(?:(?P<ge>(?:no|not)\s(?:fewer|less)\sthan|at\s(?:the\svery\s)?least|upwards?\sof"
    r"|as\s(?:few|little)\sas|(?:a\s)?minimum\sof)"
    r"|(?P<le>(?:no|not)\smore\sthan|up\sto|as\s(?:many|much)\sas|at\s(?:the\s)?most"
    r"|(?:a\s)?maximum\sof)"
    r"|(?P<gt>(?:(?:just|slightly|a\slittle|well|far|much)\s)?"
    r"(?:more\sthan|over|above|in\sexcess\sof|exceed(?:s|ed|ing)?|greater\sthan))"
    r"|(?P<lt>(?:(?:just|slightly|a\slittle|well|far|much)\s)?"
    r"(?:fewer\sthan|less\sthan|under|below|short\sof))"
    r"|(?P<about>some|(?:just\s)?about|around|roughly|approximately|approx\.?|circa|ca\.|nearly"
    r"|almost|close\sto|an?\sestimated|estimated|or\sso|virtually|more\sor\sless))\s+(?:the\s)?$",
    re.IGNORECASE,
)
_COMPARING = tuple(
    """than least of as to most over above exceed exceeds exceeded exceeding under below some about
    around roughly approximately approx approx. circa ca. nearly almost estimated so virtually
    less""".split()
)
"""The last words of these; another word before a number is passed by without a search."""
_SIGNS: dict[str, Comparator] = {"ge": ">=", "le": "<=", "gt": ">", "lt": "<", "about": "~"}
_LOOK_BACK = 40
"""Characters before a number in which its comparator is looked for."""

_TRAILING = re.compile(
    r"(?P<ge>\s?\+(?![0-9])|\splus\b(?!\sor\b)|\sor\s(?:more|higher|above|over)\b)"
    r"|(?P<le>\sor\s(?:less|fewer|lower|below|under)\b)|(?P<about>\sor\sso\b)"
)
_CURRENCY = re.compile(
    r"\s(?:of\s)?(?:U\.?S\.?\s)?(?P<name>dollars?|euros?|pounds\ssterling|pounds?|dinars?|rubles?"
    r"|roubles?|yen|yuan|francs?|cents?|leva?|kuna|crowns?|kronor|zloty|forints?|liras?|hryvnias?|rupees?|pesos?|EUR|USD|GBP"
    r"|RSD|CHF)\b",
    re.IGNORECASE,
)
_CODES = {
    "$": "USD",
    "US$": "USD",
    "C$": "CAD",
    "A$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₽": "RUB",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "dinar": "RSD",
    "ruble": "RUB",
    "rouble": "RUB",
    "franc": "CHF",
    "lev": "BGN",
    "leva": "BGN",
}
_JOINED = re.compile(
    r"\s?(?P<dash>-|–|—)\s?|\s(?P<word>to|and|or|versus|vs\.?)\s(?:(?:her|his|its|their)\s)?"
)
_BETWEEN = re.compile(r"\b(?:(?P<between>between)|from)\s+$", re.IGNORECASE)
_CONTEST = re.compile(
    r"\b(?:leads?|led|leading|trail(?:s|ed|ing)?|beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|edg(?:es|ed)"
    r"|ahead|behind|favou?r(?:s|ed|ing)?|prefer(?:s|red|ring)?|over|versus|against|majority)\b"
)
_COUNTED = re.compile(
    r"\s(?:people|persons|protesters|demonstrators|residents|voters|votes|ballots|seats|supporters"
    r"|police|soldiers|troops|workers|students|polling)\b"
)
_DATED = re.compile(
    rf"\b(?:in|since|by|of|until|till|from|the|before|after|{MONTH}),?\s$", re.IGNORECASE
)
_GOES_ON = re.compile(r"\s[a-z]|\sof\b|[%-]")
_IDIOM = re.compile(r"\s(?:of|another|who|that|is|was|can|could|has|by|day|thing)\b")
_ORDINAL_HALF = re.compile(r"\b(?:first|second|latter|other|better|last|next)\s$", re.IGNORECASE)
_WHOLE = re.compile(
    r"\s(?:of\s(?!an?\s(?:century|mile|hour|decade|day|year|second)\b)|(?:the|its|his|her|their|all)\s)"
)


# ------------------------------------------------------------------------------- readers


class _Read(NamedTuple):
    """What a reader makes of a match: the value, the form, the unit, where the number ends."""

    value: Decimal
    form: Form
    unit: str
    stop: int
    comparator: Comparator = "="


def _digits(text: str) -> Decimal | None:
    plain = re.sub(r"[ \u00a0\u202f\u2009]", "", text)
    if _GROUPED.fullmatch(plain):
        plain = plain.replace(".", "").replace(",", ".")
    plain = (
        plain.replace(",", ".") if re.fullmatch(r"[0-9]+,[0-9]{1,2}", plain) else plain
    ).replace(",", "")
    whole = plain.partition(".")[0]
    if len(plain) > LONGEST or (len(whole) > 1 and whole.startswith("0")):
        return None
    return Decimal(plain)


def _dotted(found: re.Match[str]) -> Decimal | None:
    """The value of digits with a dot before the last three: thousands in a text that writes
    so, a share in any other; None where the text does not tell."""
    digits = found["digits_value"]
    if found["unit"] or found["scale"]:
        return _digits(digits)
    sure = _THOUSANDS.match(found.string, found.start("digits_value"))
    if not sure and not _writes_dots(found.string):
        return None
    return Decimal(digits.replace(".", ""))


@lru_cache(maxsize=4)
def _writes_dots(text: str) -> bool:
    """Whether a text has thousands with a dot for sure, and none with a comma."""
    return _THOUSANDS.search(text) is not None and _COMMAS.search(text) is None


def _scaled(value: Decimal, scale: str | None) -> Decimal:
    for word in re.findall(r"[a-z]+", (scale or "").lower()):
        value *= TIMES[word]
    return value


def _unit(found: str | None) -> str:
    if not found:
        return ""
    return "points" if "point" in found.lower() else "percent"


def _read_money(found: re.Match[str]) -> _Read | None:
    value = _digits(found["sum"])
    if value is None:
        return None
    sign = found["sign"].strip()
    return _Read(_scaled(value, found["sums"]), "digits", _CODES.get(sign, sign), found.end())


def _read_one_in(found: re.Match[str]) -> _Read | None:
    some = _spelt(found["some"]) or _digits(found["some"])
    every = _spelt(found["every"]) or _digits(found["every"])
    if not some or not every or some >= every:
        return None
    return _Read(_rounded(some / every), "fraction", "", found.end())


def _read_fraction(found: re.Match[str]) -> _Read | None:
    part = found["part"].lower()
    parts = (found["parts"] or "").lower()
    if not parts and part != "half":
        return None
    plural = part.endswith("s") or part == "halves"
    if not plural and not found["of_one"] and not _WHOLE.match(found.string, found.end("part")):
        return None
    if _ORDINAL_HALF.search(found.string, max(0, found.start() - 10), found.start()):
        return None
    value = WORTH.get(parts, Decimal(1)) / PARTS[part if part == "half" else part.rstrip("s")]
    if value >= 1:
        return None
    if found["of_one"]:
        return _Read(_rounded(value), "words", _unit(found["of_one"]), found.end())
    return _Read(_rounded(value), "fraction", "", found.end("part"))


def _read_plural(found: re.Match[str]) -> _Read | None:
    words = re.findall(r"[a-z]+", found.group().lower())
    value = Decimal(1)
    for before, word in zip(["", *words], words, strict=False):
        times = TIMES.get(word.removesuffix("s"))
        if times is not None and before not in ("and", "or"):
            value *= times
    if words[0] == "tens" and len(words) < 3:
        return None
    if words[0] == "scores" and not found.string.startswith(" of ", found.end()):
        return None
    if "couple" in words:
        return _Read(value * 2, "plural", "", found.end(), "~")
    return _Read(value, "plural", "", found.end(), ">")


def _read_words(found: re.Match[str]) -> _Read | None:
    stop = found.start("words_unit") if found["words_unit"] else found.end()
    words = found.string[found.start() : stop].lower()
    value = _spelt(words)
    if value is None or (words == "one" and _pronoun(found)):
        return None
    return _Read(value, "words", _unit(found["words_unit"]), stop)


def _pronoun(found: re.Match[str]) -> bool:
    """Whether "one" stands for somebody: "no one", "one of them", "one another"."""
    after = _GOES_ON.match(found.string, found.end())
    return (
        not found["words_unit"]
        and (after is None or _IDIOM.match(found.string, found.end()) is not None)
    ) or found.string.endswith("no ", 0, found.start())


def _read_year(found: re.Match[str]) -> _Read | None:
    """A year counts nothing, unless what follows is counted: "some 1500 protesters"."""
    if not found.group().isdigit() or not _COUNTED.match(found.string, found.end()):
        return None
    if _DATED.search(found.string, max(0, found.start() - 14), found.start()):
        return None
    return _Read(Decimal(found.group()), "digits", "", found.end())


def _read_digits(found: re.Match[str]) -> _Read | None:
    dotted = _DOTTED.fullmatch(found["digits_value"])
    value = _dotted(found) if dotted else _digits(found["digits_value"])
    if value is None:
        return None
    stop = found.start("unit") if found["unit"] else found.end()
    return _Read(_scaled(value, found["scale"]), "digits", _unit(found["unit"]), stop)


_READERS: dict[str, Callable[[re.Match[str]], _Read | None]] = {
    "money": _read_money,
    "one_in": _read_one_in,
    "fraction": _read_fraction,
    "plural": _read_plural,
    "words": _read_words,
    "year": _read_year,
    "digits": _read_digits,
}


_LARGEST_GROUP = 10**6
"""What stands before "thousand" or "million" in words is less; "hundred hundred hundred" is
no number."""


def _spelt(words: str) -> Decimal | None:
    """The value of number words; None where they are not one number ("two three")."""
    total, group, last = Decimal(0), Decimal(0), Decimal(10) ** 15
    tokens = [word for word in re.findall(r"[a-z]+", words.lower()) if word != "and"]
    for index, word in enumerate(tokens):
        if word in WORTH:
            if group % 100 and not (group % 100 >= 20 and group % 10 == 0 and WORTH[word] < 10):
                return None
            group += WORTH[word]
        elif word in ("a", "an"):
            group += 1 if index == 0 else 0
        elif word == "half":
            group += Decimal("0.5")
        elif word in ("hundred", "dozen"):
            group *= TIMES[word]
            if group >= _LARGEST_GROUP:
                return None
        elif word in TIMES:
            if TIMES[word] >= last:
                return None
            last = TIMES[word]
            total, group = total + group * last, Decimal(0)
    value = total + group
    return value or None


def _rounded(value: Decimal) -> Decimal:
    return round(value, 4)


def _plain(value: Decimal) -> str:
    """A decimal without exponent, grouping or trailing noughts."""
    return f"{value.normalize():f}"


# ------------------------------------------------------------------------------- finding


def anchors(document: Document) -> list[int]:
    """Where the digits and the number words of a text stand: no number is without one."""
    return sorted({*document.numerals, *document.anchors(NUMBER_WORDS)})


def find(text: str, start: int, end: int, at: Sequence[int] | None = None) -> list[Number]:
    """The numbers between two positions of a text (best a sentence), in order. ``at`` are
    its anchors, where they are known."""
    found: list[Number] = []
    matches = (
        _TOKEN.finditer(text, start, end)
        if at is None
        else around(_TOKEN, text, at, back, AHEAD, start=start, end=end)
    )
    for match in matches:
        reader = _READERS.get(match.lastgroup or "")
        read = reader(match) if reader else None
        if read is not None:
            found.append(_completed(text, start, end, match, read))
    return _linked(text, start, found)


def _completed(text: str, start: int, end: int, match: re.Match[str], read: _Read) -> Number:
    at, begin, close = match.start(), match.start(), match.end()
    comparator, unit = read.comparator, read.unit
    if not unit and (money := _CURRENCY.match(text, read.stop, end)):
        name = money["name"].lower()
        unit = _CODES.get(name.rstrip("s"), money["name"] if name != "leva" else "BGN")
        close = money.end()
    if read.form == "fraction" or read.form == "plural":
        close = max(close if unit else read.stop, read.stop)
    before = _compared(text, max(start, at - _LOOK_BACK), at)
    if before and before.lastgroup:
        comparator, begin = _SIGNS[before.lastgroup], before.start()
    elif (after := _TRAILING.match(text, close, end)) and after.lastgroup:
        comparator, close = _SIGNS[after.lastgroup], after.end()
    return Number(begin, close, at, read.stop, _plain(read.value), unit, comparator, read.form)


def _compared(text: str, start: int, at: int) -> re.Match[str] | None:
    words = text[start:at].rstrip().lower()
    if not words.removesuffix("the").rstrip().endswith(_COMPARING):
        return None
    return _COMPARED.search(text, start, at)


def _linked(text: str, start: int, found: list[Number]) -> list[Number]:
    """Numbers that share one unit, told as a range, as two sides, or as a list."""
    for index in range(len(found) - 1):
        left, right = found[index], found[index + 1]
        joined = _JOINED.fullmatch(text, left.end, right.start)
        shares = left.unit == right.unit == "percent" and joined is not None
        if joined is None or left.form in ("fraction", "plural"):
            continue
        if left.unit and not (shares and joined["word"] == "to"):
            continue
        opening = _BETWEEN.search(text, max(start, left.start - 12), left.start)
        word = joined["word"] or "-"
        value = _shared_scale(text, left, right)
        if word in ("to", "-", "or") or (word == "and" and opening and opening["between"]):
            ascending = Decimal(value) < Decimal(right.value)
            against = word != "and" and _CONTEST.search(text, max(start, left.at - 80), left.at)
            change = opening and not opening["between"]
            if ascending and not against and not change:
                begin = opening.start() if opening else left.start
                low = left._replace(start=begin, end=right.end, comparator=">=", link="range")
                found[index] = low._replace(unit=right.unit, value=value)
                found[index + 1] = right._replace(comparator="<=", link="range")
                continue
            if change:
                found[index] = left._replace(unit=right.unit)
            elif right.unit in ("percent", "points") or word == "to":
                found[index] = left._replace(unit=right.unit, link="versus")
                found[index + 1] = right._replace(link="versus")
        elif right.unit in ("percent", "points"):
            found[index] = left._replace(unit=right.unit)
    return found


def _shared_scale(text: str, left: Number, right: Number) -> str:
    """The left value, with the right one's "million" where only that one has it."""
    scale = re.search(rf"{SCALE}$", text[right.at : right.stop], re.IGNORECASE)
    bare = re.fullmatch(r"[0-9.]+|[a-z-]+", text[left.at : left.stop])
    if not scale or not bare or re.search(SCALE, text[left.at : left.stop]):
        return left.value
    scaled = Decimal(left.value) * TIMES[scale.group().lower()]
    return _plain(scaled) if scaled < Decimal(right.value) else left.value
