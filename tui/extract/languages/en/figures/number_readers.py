"""What a matched number is worth: one reader for each kind of pattern in ``number_rules``."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from tui.extract.languages.en.figures.number_rules import (
    DOTTED,
    MONTH,
    PARTS,
    THOUSANDS,
    TIMES,
    WORTH,
)
from tui.model import Comparator

Form = Literal["digits", "words", "fraction", "plural"]

_DOTTED = re.compile(DOTTED)
_THOUSANDS = re.compile(THOUSANDS)
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|[0-9]{1,3}\.[0-9]{3},[0-9]{1,2}")
_COMMAS = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})+(?![\w,]|\.[0-9])")
LONGEST = 15
"""Digits beyond which a run of digits counts nothing anybody could mean."""
CODES = {
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


class NumberReading(NamedTuple):
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


def _read_money(found: re.Match[str]) -> NumberReading | None:
    value = _digits(found["sum"])
    if value is None:
        return None
    sign = found["sign"].strip()
    return NumberReading(
        _scaled(value, found["sums"]), "digits", CODES.get(sign, sign), found.end()
    )


def _read_one_in(found: re.Match[str]) -> NumberReading | None:
    some = spelt(found["some"]) or _digits(found["some"])
    every = spelt(found["every"]) or _digits(found["every"])
    if not some or not every or some >= every:
        return None
    return NumberReading(_rounded(some / every), "fraction", "", found.end())


def _read_fraction(found: re.Match[str]) -> NumberReading | None:
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
        return NumberReading(_rounded(value), "words", _unit(found["of_one"]), found.end())
    return NumberReading(_rounded(value), "fraction", "", found.end("part"))


def _read_plural(found: re.Match[str]) -> NumberReading | None:
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
        return NumberReading(value * 2, "plural", "", found.end(), "~")
    return NumberReading(value, "plural", "", found.end(), ">")


def _read_words(found: re.Match[str]) -> NumberReading | None:
    stop = found.start("words_unit") if found["words_unit"] else found.end()
    words = found.string[found.start() : stop].lower()
    value = spelt(words)
    if value is None or (words == "one" and _pronoun(found)):
        return None
    return NumberReading(value, "words", _unit(found["words_unit"]), stop)


def _pronoun(found: re.Match[str]) -> bool:
    """Whether "one" stands for somebody: "no one", "one of them", "one another"."""
    after = _GOES_ON.match(found.string, found.end())
    return (
        not found["words_unit"]
        and (after is None or _IDIOM.match(found.string, found.end()) is not None)
    ) or found.string.endswith("no ", 0, found.start())


def _read_year(found: re.Match[str]) -> NumberReading | None:
    """A year counts nothing, unless what follows is counted: "some 1500 protesters"."""
    if not found.group().isdigit() or not _COUNTED.match(found.string, found.end()):
        return None
    if _DATED.search(found.string, max(0, found.start() - 14), found.start()):
        return None
    return NumberReading(Decimal(found.group()), "digits", "", found.end())


def _read_digits(found: re.Match[str]) -> NumberReading | None:
    dotted = _DOTTED.fullmatch(found["digits_value"])
    value = _dotted(found) if dotted else _digits(found["digits_value"])
    if value is None:
        return None
    stop = found.start("unit") if found["unit"] else found.end()
    return NumberReading(_scaled(value, found["scale"]), "digits", _unit(found["unit"]), stop)


READERS: dict[str, Callable[[re.Match[str]], NumberReading | None]] = {
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


def spelt(words: str) -> Decimal | None:
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
