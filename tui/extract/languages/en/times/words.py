"""The words of time and the calendar: what the rules for time expressions are made of.

Every repetition in a pattern is bounded, so that reading a text takes time in proportion
to its length.
"""

from __future__ import annotations

from datetime import date, timedelta

from tui.dates import MONTHS, WEEKDAYS
from tui.extract.languages.en import numerals

# ------------------------------------------------------------------------- words

S = r"(?:[ \t\u00a0\u202f\n]{1,3})"
POSSESSIVE = r"(?:['’]s?(?![^\W_]))?"
DAYTIME = rf"(?:{S}(?:morning|noon|afternoon|evening|night)\b)?"
WEEKDAY = r"(?:" + "|".join(WEEKDAYS) + r")"
SHORT_DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?)"
MONTH = (
    r"(?:(?:" + "|".join((*MONTHS, *(name.upper() for name in MONTHS))) + r")\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
MONTH_WORDS = frozenset(word.lower() for name in MONTHS for word in (name, name[:3])) | {"sept"}
"""The words, in small letters, of which each month has one."""
NAMES_TOO = frozenset({3, 4, 5, 6, 8})
"""Months whose names are also a verb, an event or a person: March, April, May, June, August."""

COUNTED = (
    r"(?:people|votes?|voters?|seats?|per(?:cent|centage)?|points?|miles?|metres?|meters?|km|dollars?"
    r"|euros?|men|women|children|times|hours|minutes|kilomet\w+|[a-z]{2,20}(?:ers|ors|ents|ists|ants|ians)"
    r"|polling|stations|booths|ballots|troops|police|soldiers|million|billion|thousand)\b"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
LAST_DAY = (
    rf"(?:(?:{S}?[-–—]{S}?|{S}(?:to|through|until){S})(?:the{S})?(?P<last>\d{{1,2}})"
    r"(?:st|nd|rd|th)?)?"
)
YEAR = rf"(?:,?{S}(?P<year>\d{{4}})(?!\d|[.,:]\d|%|{S}{COUNTED}))?"
END_OF_DAY = rf"(?!\d|[.,:]\d|%|{S}(?:per\s?cent|points?|million|billion|thousand|miles|km)\b)"

SMALL = {**numerals.VALUES, "a": 1, "an": 1, "hundred": 100}
ORDINALS = {
    word: number
    for number, word in enumerate(
        """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fourteenth fifteenth""".split(),
        start=1,
    )
}
NUMBER = r"(?P<number>\d{1,3}|" + "|".join(sorted(SMALL, key=len, reverse=True)) + r")"
ORDINAL = r"(?P<ordinal>\d{1,3}(?:st|nd|rd|th)|" + "|".join(ORDINALS) + r")"
VAGUE = r"(?:a (?:few|couple(?: of)?)|several|some|many|few|a number of)"
UNIT = r"(?P<unit>hour|day|night|week|weekend|month|year|decade)"
ROUGHLY = (
    rf"(?P<roughly>(?:about|around|nearly|almost|roughly|some|over|more than|at least|less than"
    rf"|up to|just over|just){S})?"
)


def number(words: str) -> int:
    """The number that digits or a number word stand for."""
    return int(words) if words.isdigit() else SMALL[words.lower()]


def month(words: str) -> int:
    """The number of a month from its name or the head of it."""
    short = words[:3].title()
    return next(n for n, name in enumerate(MONTHS, start=1) if name.startswith(short))


# ---------------------------------------------------------------------- calendar


def make(year: int, month: int, day: int) -> date | None:
    """A day, or None where no calendar has it or no news would tell of it."""
    if not 1000 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def between(first: date, last: date) -> str:
    """Two days as EDTF: an interval, or the one day that both are."""
    return f"{first.isoformat()}/{last.isoformat()}" if first != last else first.isoformat()


def nearest(published: date, candidates: list[date], lean: str) -> date | None:
    """The day nearest to publication. Words that look back or ahead make the days on the
    other side count as further off, so that they win only where they lie much nearer."""

    def distance(day: date) -> int:
        off = (day - published).days
        against = (off > 0 and lean == "past") or (off < 0 and lean == "future")
        return abs(off) * (2 if against else 1)

    return min(candidates, key=distance, default=None)


def months_off(published: date, months: int) -> str:
    """The month that lies so many months after that of publication."""
    year, index = divmod(published.year * 12 + published.month - 1 + months, 12)
    return f"{year:04d}-{index + 1:02d}"


def weekday_before(published: date, weekday: int, *, today: bool) -> date:
    """The latest such day of the week; ``today`` says whether publication's own counts."""
    back = (published.weekday() - weekday) % 7
    return published - timedelta(days=back if back or today else 7)


def weekday_after(published: date, weekday: int, *, today: bool) -> date:
    """The next such day of the week; ``today`` says whether publication's own counts."""
    ahead = (weekday - published.weekday()) % 7
    return published + timedelta(days=ahead if ahead or today else 7)


def week(published: date, weeks: int = 0) -> tuple[date, date]:
    """Monday and Sunday of the week of publication, or of one before or after it."""
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=6)


def weekend_of(published: date, weeks: int) -> str:
    """Saturday and Sunday of the week of publication, or of weeks before or after it."""
    monday, sunday = week(published, weeks)
    return between(monday + timedelta(days=5), sunday)
