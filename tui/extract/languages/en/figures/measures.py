"""What a number counts: a share of votes, seats, polling stations, people, or nothing here.

Each rule looks at a number and the words on both sides of it and answers with what is
counted, or None. ``SHARES`` are asked of shares, then ``COUNTS`` of numbers without a unit, in
their order; the first answer holds. A number that no rule
knows is no figure: an ordinary count ("two parties", "nine days") says nothing that anyone
would compare.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tui.extract.languages.en.figures import count_words, words
from tui.extract.languages.en.figures.counts import COUNTS, money
from tui.extract.languages.en.figures.numbers import Number
from tui.extract.languages.en.figures.shares import SHARES, points
from tui.extract.languages.en.figures.view import Counted, NumberContext, Setting
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "figures")

LOOK = 90
"""Characters on each side of a number that a rule may look at."""

VOTE_MEASURES = _WORDS["vote_measures"]
"""What an election is counted in; these ask for a contest and inherit its status."""
_HOUSE = (
    r"(?:[Ll]awmakers|[Dd]eputies|MPs|[Mm]embers|[Pp]arliament|[Aa]ssembly|[Ss]enate|[Hh]ouse"
    r"|[Cc]ouncil)"
)
_PASSED = r"(?:passed|approved|adopted|rejected|ratified|endorsed|voted\sdown)"
_BY = r"\b(?:by|to|against)\s$"
OF_A_HOUSE = re.compile(
    rf"\b{_HOUSE}\s(?:\w+\s){{0,3}}?(?:chose|elected|picked|named)\b[^.;]*\bspeaker\b"
    rf"|\b{_HOUSE}\s(?:\w+\s){{0,3}}?{_PASSED}\b"
    rf"(?:(?!won|lost|beat|voters|referendum)[^.;,]){{0,120}}{_BY}"
    rf"|\b{_PASSED}\sby\s(?:the\s)?{_HOUSE}\b[^.;,]{{0,60}}{_BY}"
    r"|\belected\s(?:as\s)?(?:[\w-]+\s){0,2}(?:leader|chair\w*|head)\s"
    rf"(?:(?!won|lost|beat)[^.;,]){{0,80}}{_BY}"
)
"""What has the votes of a house, which are of no election: a law that is passed, a speaker who is
chosen."""


def counted(number: Number, setting: Setting) -> Counted | None:
    """What a number in a sentence counts; None where it is no figure."""
    before = setting.text[max(setting.start, number.start - LOOK) : number.start]
    after = setting.text[number.end : min(setting.end, number.end + LOOK)]
    view = NumberContext(number, before, after, setting)
    if setting.columns:
        return _in_column(view)
    if _is_share(view):
        for rule in SHARES:
            if found := rule(view):
                return found
    if not number.unit:
        for rule in COUNTS:
            if found := rule(view):
                return found
        return None
    return points(view) if number.unit == "points" else money(view)


def _in_column(view: NumberContext) -> Counted | None:
    """What a number in a table counts, by its column."""
    setting, number = view.setting, view.number
    row = setting.text[setting.start : number.start].lstrip(" |\t")
    at = row.count("|") + row.count("\t")
    measure = setting.columns[at] if at < len(setting.columns) else ""
    if not measure or number.form not in ("digits", "words"):
        return None
    unit = "percent" if measure == "vote_share" else measure
    return view.counted(measure, unit, "column")


def _is_share(view: NumberContext) -> bool:
    number = view.number
    if number.unit != "percent" and number.form != "fraction":
        return False
    limit = 1 if number.form == "fraction" else 100
    if count_words.TURNOUT_BEFORE.search(view.before):
        limit = 1000  # More than all can have voted where somebody cheated.
    return Decimal(number.value) <= limit and not words.LIMIT.match(view.after)
