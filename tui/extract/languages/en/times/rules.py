"""The rules for time expressions, in the order in which they may take words.

Words that a rule has seen are closed to the rules behind it, also where its reading says
that they are no time after all.

Beside its pattern each rule names its anchors: words of which one stands in whatever the
pattern matches. It is tried around those alone, and most rules find none in most texts.
Two numbers bound how far: the most characters that the pattern matches ahead of its first
anchor, and the most that it looks at from there on, each with a few to spare. Where a glance
at what stands beside an anchor rules most of them out, the rule names that too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tui.dates import WEEKDAYS
from tui.extract.languages.en.times import (
    glances,
    normalise,
    normalise_months,
    normalise_relative,
    normalise_years,
)
from tui.extract.languages.en.times.glances import Glance
from tui.extract.languages.en.times.holidays import NAMES
from tui.extract.languages.en.times.normalise import DateMatch, TimeValue
from tui.extract.languages.en.times.words import (
    COUNTED,
    DAY,
    DAYTIME,
    END_OF_DAY,
    LAST_DAY,
    MONTH,
    MONTH_WORDS,
    NUMBER,
    ORDINAL,
    POSSESSIVE,
    ROUGHLY,
    SHORT_DAY,
    UNIT,
    VAGUE,
    WEEKDAY,
    YEAR,
    S,
)
from tui.extract.text.late_pattern import late

NUMERALS: frozenset[str] = frozenset()
"""Stands for every word that begins with a digit."""
_WEEKDAYS = frozenset(name.lower() for name in WEEKDAYS)
_UNITS = frozenset(
    f"{unit}{plural}"
    for unit in "hour day night week weekend month year decade morning evening".split()
    for plural in ("", "s")
)


class TimeRule(NamedTuple):
    name: str
    anchors: frozenset[str]
    back: int
    ahead: int
    pattern: re.Pattern[str]
    read: Callable[[DateMatch], TimeValue | None]
    fits: Glance | None

    def tried_at(self, text: str, anchors: list[int]) -> list[int]:
        """Those of the anchors around which the pattern is worth a try."""
        fits = self.fits
        return [at for at in anchors if fits(text, at)] if fits else anchors


def _rule(
    name: str,
    anchors: frozenset[str] | str,
    reach: tuple[int, int],
    pattern: str,
    read: Callable[[DateMatch], TimeValue | None],
    flags: int = 0,
    fits: Glance | None = None,
) -> TimeRule:
    words = frozenset(anchors.split()) if isinstance(anchors, str) else anchors
    return TimeRule(name, words, *reach, late(pattern, flags), read, fits)


ANY_CASE = re.IGNORECASE
_HOLIDAYS = "|".join(
    re.escape(name.title().replace("'S", "'s")).replace("'", "['’]").replace("\\ ", S)
    for name in NAMES
)

RULES: tuple[TimeRule, ...] = (
    _rule(
        "iso-date",
        NUMERALS,
        (6, 16),
        r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])",
        normalise.iso_date,
        fits=glances.dashed,
    ),
    _rule(
        "numeric-date",
        NUMERALS,
        (4, 16),
        r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
        normalise.numeric_date,
        fits=glances.dotted,
    ),
    _rule(
        "month-day",
        MONTH_WORDS,
        (18, 100),
        rf"\b(?:{SHORT_DAY},?{S})?(?P<month>{MONTH}){S}(?:the{S})?{DAY}{END_OF_DAY}{LAST_DAY}{YEAR}"
        rf"{POSSESSIVE}",
        normalise.day_of_month,
        fits=glances.digit_ahead,
    ),
    _rule(
        "day-month",
        MONTH_WORDS,
        (60, 64),
        rf"(?<![\d.,:$€£/-])(?:\b{SHORT_DAY},?{S})?(?:\b[Tt]he{S})?\b{DAY}{LAST_DAY}{S}(?:of{S})?"
        rf"(?P<month>{MONTH}){YEAR}{POSSESSIVE}",
        normalise.day_of_month,
        fits=glances.digit_behind,
    ),
    _rule(
        "season-year",
        "spring summer autumn fall winter",
        (10, 30),
        rf"\b(?:the{S})?(?P<season>spring|summer|autumn|fall|winter){S}(?:of{S})?(?P<year>[12]\d{{3}})\b"
        rf"{POSSESSIVE}",
        normalise_months.season,
        ANY_CASE,
    ),
    _rule(
        "season",
        "spring summer autumn fall winter",
        (14, 14),
        rf"\b(?P<which>last|next|this(?:{S}past)?){S}(?P<season>spring|summer|autumn|fall|winter)\b"
        rf"{POSSESSIVE}",
        normalise_months.season_near,
        ANY_CASE,
    ),
    _rule(
        "month-year",
        MONTH_WORDS,
        (8, 64),
        rf"\b(?:(?:early|mid|late)[- ])?(?P<month>{MONTH}),?{S}(?:of{S})?(?P<year>\d{{4}})"
        rf"(?!\d|[.,]\d|%|{S}{COUNTED}){POSSESSIVE}",
        normalise_months.month_and_year,
        fits=glances.digit_ahead,
    ),
    _rule(
        "holiday",
        "christmas thanksgiving halloween easter friday vidovdan day eve",
        (24, 30),
        rf"\b(?P<name>{_HOLIDAYS})\b(?:,?{S}(?P<year>[12]\d{{3}})\b)?",
        normalise_months.holiday,
    ),
    _rule(
        "weekdays",
        _WEEKDAYS,
        (0, 44),
        rf"\b(?P<weekday>{WEEKDAY})(?:{S}(?:to|through|until){S}|[-–])(?P<until>{WEEKDAY})\b{POSSESSIVE}",
        normalise.weekdays,
    ),
    _rule(
        "weekday",
        _WEEKDAYS,
        (32, 32),
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:{S}(?:past|coming))?|[Cc]oming|[Ee]very|[Ee]ach"
        rf"|[Tt]he{S}(?:following|previous)){S})?(?:(?:late|early){S})?(?P<weekday>{WEEKDAY})\b"
        rf"{DAYTIME}{POSSESSIVE}",
        normalise.weekday,
    ),
    _rule(
        "weekend",
        "weekend",
        (20, 18),
        rf"\b(?P<which>last|next|this(?:{S}(?:past|coming))?|the(?:{S}(?:past|coming|next|last))?)"
        rf"{S}weekend\b{POSSESSIVE}",
        normalise.weekend,
        ANY_CASE,
    ),
    _rule(
        "day-word",
        "yesterday today tomorrow tonight night morning afternoon evening",
        (26, 32),
        rf"\b(?P<word>the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|yesterday|today"
        rf"|tomorrow|tonight|last{S}night|this{S}(?:morning|afternoon|evening))\b{DAYTIME}{POSSESSIVE}",
        normalise_relative.day_word,
        ANY_CASE,
    ),
    _rule(
        "quarter",
        "quarter half",
        (32, 40),
        rf"\b(?:(?P<own>(?:19|20)\d\d)(?:['’]s)?{S})?(?:fiscal{S})?(?P<order>first|second|third|fourth|final)"
        rf"(?:{S}|(?P<hyphen>-))(?P<part>quarter|half)\b(?:{S}(?:of|in){S}(?:fiscal{S})?(?P<year>(?:19|20)\d\d)\b"
        rf"|{S}(?:of{S})?(?P<off>last|this|next){S}year\b)?{POSSESSIVE}",
        normalise_years.quarter,
        ANY_CASE,
    ),
    _rule(
        "past-length",
        _UNITS,
        (42, 16),
        rf"\b(?:for|in|over|during|within){S}the{S}(?:past|last){S}(?:{NUMBER}{S})?{UNIT}s?\b",
        normalise_relative.past_length,
        ANY_CASE,
        fits=glances.near(24, "past", "last"),
    ),
    _rule(
        "unit",
        "week month year",
        (36, 22),
        rf"\b(?:(?P<part>early|late|earlier|later|(?:the{S})?(?:end|beginning|start|middle){S}of){S})?"
        rf"(?P<which>last|this|next){S}(?P<unit>week|month|year)\b(?!-|{S}(?:long|old))"
        rf"{POSSESSIVE}",
        normalise_relative.week_month_or_year,
        ANY_CASE,
    ),
    _rule(
        "part-of-unit",
        "week month year",
        (36, 14),
        rf"\b(?:(?:(?:the{S})?(?:end|beginning|start|middle|rest){S}of|(?:earlier|later|late|early){S}in)"
        rf"{S}the{S}(?P<unit>week|month|year)|(?:the{S})?(?P<whole>year)(?:-|{S}|['’]s{S})end"
        rf"|the{S}current{S}(?P<now>week|month|year))\b(?!{S}(?:of|[12]\d{{3}}))",
        normalise_relative.part_of_unit,
    ),
    _rule(
        "ago",
        "ago",
        (42, 12),
        rf"\b{ROUGHLY}(?:{NUMBER}|(?P<vague>{VAGUE})){S}{UNIT}s?{S}ago\b{POSSESSIVE}",
        normalise_relative.ago,
        ANY_CASE,
    ),
    _rule(
        "some-time-ago", "ago", (16, 10), rf"\b{UNIT}s{S}ago\b", normalise_relative.ago, ANY_CASE
    ),
    _rule(
        "in-a-row",
        "row running",
        (50, 14),
        rf"\b(?:for{S}(?:(?:the|a){S})?)?(?:{NUMBER}|{ORDINAL}){S}{UNIT}s?{S}(?:in{S}a{S}row|running)\b",
        normalise_relative.in_a_row,
        ANY_CASE,
    ),
    _rule(
        "consecutive",
        "straight consecutive successive",
        (32, 32),
        rf"\b(?:for{S}(?:(?:the|a){S})?)?(?:{NUMBER}|{ORDINAL}){S}(?:straight|consecutive|successive)"
        rf"{S}{UNIT}s?\b",
        normalise_relative.in_a_row,
        ANY_CASE,
    ),
    _rule(
        "elsewhere",
        _UNITS,
        (26, 30),
        rf"\b(?:(?:{NUMBER}|{VAGUE}){S}{UNIT}s?{S}(?:later|earlier|before|after(?:wards?)?)"
        rf"|the{S}(?:next|following|previous|same){S}(?:day|night|morning|evening|week|month|year)"
        rf"|that{S}(?:same{S})?(?:day|night|evening|week|month|year))\b",
        normalise_relative.elsewhere,
        ANY_CASE,
        fits=glances.elsewhere,
    ),
    _rule(
        "length",
        _UNITS,
        (74, 30),
        rf"\bfor{S}(?:the{S}(?:next|first|coming|entire|whole){S})?{ROUGHLY}(?:(?:{NUMBER}|{VAGUE})"
        rf"(?:{S}(?:to|or){S}\w{{1,9}})?{S})?(?:hours?|days?|nights?|weeks?|months?|years?|decades?)\b",
        normalise_relative.length,
        ANY_CASE,
        fits=glances.near(74, "for"),
    ),
    _rule(
        "length-before-noun",
        _UNITS,
        (14, 18),
        rf"\b{NUMBER}-(?:hour|day|night|week|month|year|decade)(?:-long)?\b",
        normalise_relative.length,
        ANY_CASE,
        fits=lambda text, at: text[at - 1 : at] == "-",
    ),
    _rule(
        "anniversary",
        "anniversary birthday",
        (26, 18),
        rf"\b(?:the{S})?{ORDINAL}{S}(?:anniversary|birthday)\b",
        normalise.anniversary,
        ANY_CASE,
    ),
    _rule(
        "election-day",
        "day",
        (14, 12),
        rf"\b(?:election|polling|voting){S}day\b{POSSESSIVE}",
        normalise.election_day,
        ANY_CASE,
    ),
    _rule(
        "decade",
        NUMERALS,
        (6, 10),
        r"\b(?:the\s)?(?P<year>(?:1[5-9]|20)\d0)['’]?s\b",
        normalise_years.decade,
        fits=glances.looks_like_a_year,
    ),
    _rule(
        "ordinal-day",
        NUMERALS,
        (0, 18),
        r"(?<=\bon\sthe\s)(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?=[.,;:)!?]"
        r"|\s(?:and|at|in|to|when|after|with)\b|\s?$)",
        normalise.ordinal_day,
        re.MULTILINE,
        fits=lambda text, at: text.startswith("the", at - 4),
    ),
    _rule(
        "month",
        MONTH_WORDS,
        (16, 18),
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his){S})?(?:(?:early|mid|late)[- ])?"
        rf"(?P<month>{MONTH})(?!\w)",
        normalise_months.month_alone,
    ),
    _rule(
        "years",
        NUMERALS,
        (12, 32),
        rf"(?:\b(?:from|between){S})?(?<![\w.,-])(?P<year>1[0-9]{{3}}|20[0-9]{{2}})"
        rf"(?:{S}(?:to|through|until){S}|\s?–\s?|-)(?P<last>1[0-9]{{3}}|20[0-9]{{2}})"
        r"(?![\w%-]|[.,]\d)",
        normalise_years.years,
        ANY_CASE,
        fits=glances.looks_like_a_year,
    ),
    _rule(
        "year",
        NUMERALS,
        (0, 14),
        r"(?<![\w.,:$€£#+-])(?P<year>1\d{3}|20\d\d)(?![\w%]|[.,:]\d|-\w{3})(?:['’]s\b)?",
        normalise_years.bare_year,
        fits=glances.looks_like_a_year,
    ),
)
