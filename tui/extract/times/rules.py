"""The rules for time expressions, in the order in which they may take words.

Words that a rule has seen are closed to the rules behind it, also where its reading says
that they are no time after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from tui.extract.times.readings import (
    Found,
    Reading,
    ago,
    anniversary,
    bare_year,
    day_of_month,
    day_word,
    decade,
    election_day,
    elsewhere,
    in_a_row,
    iso_date,
    length,
    month_alone,
    month_and_year,
    numeric_date,
    ordinal_day,
    past_length,
    season,
    week_month_or_year,
    weekday,
    weekdays,
    weekend,
    years,
)
from tui.extract.times.words import (
    COUNTED,
    DAY,
    DAYTIME,
    END_OF_DAY,
    LAST_DAY,
    MONTH,
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


class Rule(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    read: Callable[[Found], Reading | None]


def _rule(name: str, pattern: str, read: Callable[[Found], Reading | None], flags: int = 0) -> Rule:
    return Rule(name, re.compile(pattern, flags), read)


ANY_CASE = re.IGNORECASE

RULES: tuple[Rule, ...] = (
    _rule(
        "iso-date", r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])", iso_date
    ),
    _rule(
        "numeric-date",
        r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)",
        numeric_date,
    ),
    _rule(
        "month-day",
        rf"\b(?:{SHORT_DAY},?{S})?(?P<month>{MONTH}){S}(?:the{S})?{DAY}{END_OF_DAY}{LAST_DAY}{YEAR}"
        rf"{POSSESSIVE}",
        day_of_month,
    ),
    _rule(
        "day-month",
        rf"(?<![\d.,:$€£/-])(?:\b{SHORT_DAY},?{S})?(?:\b[Tt]he{S})?\b{DAY}{LAST_DAY}{S}(?:of{S})?"
        rf"(?P<month>{MONTH}){YEAR}{POSSESSIVE}",
        day_of_month,
    ),
    _rule(
        "season-year",
        rf"\b(?:the{S})?(?P<season>spring|summer|autumn|fall|winter){S}(?:of{S})?(?P<year>[12]\d{{3}})\b"
        rf"{POSSESSIVE}",
        season,
        ANY_CASE,
    ),
    _rule(
        "month-year",
        rf"\b(?:(?:early|mid|late)[- ])?(?P<month>{MONTH}),?{S}(?:of{S})?(?P<year>\d{{4}})"
        rf"(?!\d|[.,]\d|%|{S}{COUNTED}){POSSESSIVE}",
        month_and_year,
    ),
    _rule(
        "weekdays",
        rf"\b(?P<weekday>{WEEKDAY})(?:{S}(?:to|through|until){S}|[-–])(?P<until>{WEEKDAY})\b{POSSESSIVE}",
        weekdays,
    ),
    _rule(
        "weekday",
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:{S}(?:past|coming))?|[Cc]oming|[Ee]very|[Ee]ach"
        rf"|[Tt]he{S}(?:following|previous)){S})?(?:(?:late|early){S})?(?P<weekday>{WEEKDAY})\b"
        rf"{DAYTIME}{POSSESSIVE}",
        weekday,
    ),
    _rule(
        "weekend",
        rf"\b(?P<which>last|next|this(?:{S}(?:past|coming))?|the(?:{S}(?:past|coming|next|last))?)"
        rf"{S}weekend\b{POSSESSIVE}",
        weekend,
        ANY_CASE,
    ),
    _rule(
        "day-word",
        rf"\b(?P<word>the{S}day{S}before{S}yesterday|the{S}day{S}after{S}tomorrow|yesterday|today"
        rf"|tomorrow|tonight|last{S}night|this{S}(?:morning|afternoon|evening))\b{DAYTIME}{POSSESSIVE}",
        day_word,
        ANY_CASE,
    ),
    _rule(
        "unit",
        rf"\b(?:(?P<part>early|late|earlier|later|(?:the{S})?(?:end|beginning|start|middle){S}of){S})?"
        rf"(?P<which>last|this|next){S}(?P<unit>week|month|year)\b(?!-|{S}(?:long|old))"
        rf"{POSSESSIVE}",
        week_month_or_year,
        ANY_CASE,
    ),
    _rule(
        "ago",
        rf"\b{ROUGHLY}(?:{NUMBER}|(?P<vague>{VAGUE})){S}{UNIT}s?{S}ago\b{POSSESSIVE}",
        ago,
        ANY_CASE,
    ),
    _rule("some-time-ago", rf"\b{UNIT}s{S}ago\b", ago, ANY_CASE),
    _rule(
        "in-a-row",
        rf"\b(?:for{S}(?:(?:the|a){S})?)?(?:{NUMBER}|{ORDINAL}){S}{UNIT}s?{S}(?:in{S}a{S}row|running)\b",
        in_a_row,
        ANY_CASE,
    ),
    _rule(
        "consecutive",
        rf"\b(?:for{S}(?:(?:the|a){S})?)?(?:{NUMBER}|{ORDINAL}){S}(?:straight|consecutive|successive)"
        rf"{S}{UNIT}s?\b",
        in_a_row,
        ANY_CASE,
    ),
    _rule(
        "elsewhere",
        rf"\b(?:(?:{NUMBER}|{VAGUE}){S}{UNIT}s?{S}(?:later|earlier|before|after(?:wards?)?)"
        rf"|the{S}(?:next|following|previous|same){S}(?:day|night|morning|evening|week|month|year)"
        rf"|that{S}(?:same{S})?(?:day|night|evening|week|month|year))\b",
        elsewhere,
        ANY_CASE,
    ),
    _rule(
        "past-length",
        rf"\b(?:for|in|over|during|within){S}the{S}(?:past|last){S}(?:{NUMBER}{S})?{UNIT}s?\b",
        past_length,
        ANY_CASE,
    ),
    _rule(
        "length",
        rf"\bfor{S}(?:the{S}(?:next|first|coming|entire|whole){S})?{ROUGHLY}(?:(?:{NUMBER}|{VAGUE})"
        rf"(?:{S}(?:to|or){S}\w{{1,9}})?{S})?(?:hours?|days?|nights?|weeks?|months?|years?|decades?)\b",
        length,
        ANY_CASE,
    ),
    _rule(
        "length-before-noun",
        rf"\b{NUMBER}-(?:hour|day|night|week|month|year|decade)(?:-long)?\b",
        length,
        ANY_CASE,
    ),
    _rule(
        "anniversary",
        rf"\b(?:the{S})?{ORDINAL}{S}(?:anniversary|birthday)\b",
        anniversary,
        ANY_CASE,
    ),
    _rule(
        "election-day",
        rf"\b(?:election|polling|voting){S}day\b{POSSESSIVE}",
        election_day,
        ANY_CASE,
    ),
    _rule("decade", r"\b(?:the\s)?(?P<year>(?:1[5-9]|20)\d0)['’]?s\b", decade),
    _rule(
        "ordinal-day",
        r"(?<=\bon\sthe\s)(?P<day>\d{1,2})(?:st|nd|rd|th)\b(?=[.,;:)!?]"
        r"|\s(?:and|at|in|to|when|after|with)\b|\s?$)",
        ordinal_day,
        re.MULTILINE,
    ),
    _rule(
        "month",
        rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his){S})?(?:(?:early|mid|late)[- ])?"
        rf"(?P<month>{MONTH})(?!\w)",
        month_alone,
    ),
    _rule(
        "years",
        rf"(?:\b(?:from|between){S})?(?<![\w.,-])(?P<year>1[0-9]{{3}}|20[0-9]{{2}})"
        rf"(?:{S}(?:to|through|until){S}|\s?–\s?|-)(?P<last>1[0-9]{{3}}|20[0-9]{{2}})"
        r"(?![\w%-]|[.,]\d)",
        years,
        ANY_CASE,
    ),
    _rule(
        "year",
        r"(?<![\w.,:$€£#+-])(?P<year>1\d{3}|20\d\d)(?![\w%]|[.,:]\d|-\w{3})(?:['’]s\b)?",
        bare_year,
    ),
)
