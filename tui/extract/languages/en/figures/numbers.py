"""Numbers in a text: digits and words, shares, ranges, and how exactly they are meant.

What is read, and what is left out, stands in ``number_rules``. What a number counts is not
decided here: see ``measures``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from tui.extract.languages.en.figures.number_readers import CODES, READERS, Form, NumberReading
from tui.extract.languages.en.figures.number_rules import (
    AHEAD,
    FREE,
    LEFT_OUT_DIGITS,
    LEFT_OUT_SIGNS,
    LEFT_OUT_WORDS,
    NUMBER_WORDS,
    READ,
    SCALE,
    TIMES,
    back,
)
from tui.extract.text.document import Document, around
from tui.model import Comparator

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
_JOINED = re.compile(
    r"\s?(?P<dash>-|–|—)\s?|\s(?P<word>to|and|or|versus|vs\.?)\s(?:(?:her|his|its|their)\s)?"
)
_BETWEEN = re.compile(r"\b(?:(?P<between>between)|from)\s+$", re.IGNORECASE)
_CONTEST = re.compile(
    r"\b(?:leads?|led|leading|trail(?:s|ed|ing)?|beat(?:s|en|ing)?|defeat(?:s|ed|ing)?|edg(?:es|ed)"
    r"|ahead|behind|favou?r(?:s|ed|ing)?|prefer(?:s|red|ring)?|over|versus|against|majority|deficit|advantage)\b"
)


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
        reader = READERS.get(match.lastgroup or "")
        read = reader(match) if reader and not _bracketed(match) else None
        if read is not None:
            found.append(_completed(text, start, end, match, read))
    return _linked(text, start, found)


_DECIMAL = re.compile(r"[0-9][.,][0-9]{1,2}$")
_BRACKETED = re.compile(r"[A-Z][^\s()]*\s\($")


def _bracketed(match: re.Match[str]) -> bool:
    """Whether digits in brackets are a mark of the page: they stand behind no name."""
    text, start, end = match.string, match.start(), match.end()
    if not (text.startswith(")", end) and text.endswith("(", 0, start)) or end - start > 4:
        return False
    before = text[max(0, start - 12) : start - 1].rstrip()
    share = before.endswith(("%", "cent", "pct")) or _DECIMAL.search(before) is not None
    return (
        match.group().isdigit()
        and not share
        and not _BRACKETED.search(text, max(0, start - 24), start)
    )


def _completed(
    text: str, start: int, end: int, match: re.Match[str], read: NumberReading
) -> Number:
    at, begin, close = match.start(), match.start(), match.end()
    comparator, unit = read.comparator, read.unit
    if not unit and (money := _CURRENCY.match(text, read.stop, end)):
        name = money["name"].lower()
        unit = CODES.get(name.rstrip("s"), money["name"] if name != "leva" else "BGN")
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
        if joined is None or left.form in ("fraction", "plural"):
            continue
        if left.unit and not _is_tally(text, left, right, joined):
            continue
        opening = _BETWEEN.search(text, max(start, left.start - 12), left.start)
        word = joined["word"] or "-"
        unit = right.unit or left.unit
        if left.unit:
            found[index + 1] = right = right._replace(unit=unit)
        value = _shared_scale(text, left, right)
        if word in ("to", "-", "or") or (word == "and" and opening and opening["between"]):
            ascending = Decimal(value) < Decimal(right.value)
            against = word != "and" and _CONTEST.search(text, max(start, left.at - 80), left.at)
            change = opening and not opening["between"]
            if ascending and not against and not change:
                begin = opening.start() if opening else left.start
                low = left._replace(start=begin, end=right.end, comparator=">=", link="range")
                found[index] = low._replace(unit=unit, value=value)
                found[index + 1] = right._replace(comparator="<=", link="range")
                continue
            if change:
                found[index] = left._replace(unit=unit)
            elif right.unit in ("percent", "points") or word == "to":
                found[index] = left._replace(unit=unit, link="versus")
                found[index + 1] = right._replace(link="versus")
        elif right.unit in ("percent", "points"):
            found[index] = left._replace(unit=right.unit)
    return found


def _is_tally(text: str, left: Number, right: Number, joined: re.Match[str]) -> bool:
    """Whether a share is told against another: "46% to 43", "46%-43%"."""
    shares = left.unit == "percent" and right.unit in ("percent", "")
    if not shares or not (joined["word"] == "to" or joined.group() in ("-", "–")):
        return False
    return bool(right.unit) or (joined["word"] == "to" and bool(_ENDS.match(text, right.end)))


_ENDS = re.compile(r"\s?(?:$|[.,;:)]|(?:among|in|on|over|with|nationally|nationwide)\b)")
"""What stands behind a number that has no noun of its own."""


def _shared_scale(text: str, left: Number, right: Number) -> str:
    """The left value, with the right one's "million" where only that one has it."""
    scale = re.search(rf"{SCALE}$", text[right.at : right.stop], re.IGNORECASE)
    bare = re.fullmatch(r"[0-9.]+|[a-z-]+", text[left.at : left.stop])
    if not scale or not bare or re.search(SCALE, text[left.at : left.stop]):
        return left.value
    scaled = Decimal(left.value) * TIMES[scale.group().lower()]
    return _plain(scaled) if scaled < Decimal(right.value) else left.value
