"""Which numbers are years, and what years and decades mean."""

from __future__ import annotations

import re
from datetime import date

from tui.extract.languages.en.times.normalise import DateMatch, TimeValue
from tui.extract.languages.en.times.words import COUNTED
from tui.extract.text.late_pattern import late

_YEAR_LED = late(
    r"(?:\b(?:in|since|until|till|by|during|before|after|from|through|throughout|early|late|mid"
    r"|between|around|circa|summer|spring|autumn|winter|fall|year|fiscal|calendar|end of"
    r"|beginning of|start of|class of|elections? of|events of|vote of|and)[\s-]{1,2}|[(\[]"
    r"|\b\d{4}\s?[-–/]\s?)$",
    re.IGNORECASE,
)
_RECENT_LED = late(
    r"\b(?:of|for|to|with|than|over|vs\.?|versus|against|compared (?:with|to)|\d{4},?|or)\s{1,2}$",
    re.IGNORECASE,
)
"""What leads to a year of the last century or this one, unless it counts something."""
_DETERMINED = late(
    r"(?:\b(?:the|an?|its|his|her|their|our|this|that|each)|['’]s)\s{1,2}$", re.IGNORECASE
)
_NUMBERED = late(
    r"(?:[#№]|\b(?:no|nos|number|flight|route|highway|section|room|channel|page|model|bus|unit"
    r"|resolution|article|apartment|building|gate|psalm|code|total of|some|about|nearly|over"
    r"|(?:more|fewer|less) than|at least|almost|exactly)\b\.?)\s{0,2}$",
    re.IGNORECASE,
)
"""What comes before a number that is no year."""
_YEAR_NOUN = late(
    r"\s{1,2}(?:[a-z]+(?:al|ary|ial|ic|ed)\s{1,2}){0,2}(?:elections?|presidential|campaign|vote|race"
    r"|referendum|census|budget|constitution|census|war|coup|revolution|protests?|uprising|nominee"
    r"|election cycle|cycle|primary|primaries|caucuses|ballot|debate|season|attacks?|law|agreement"
    r"|report|book|film|study|interview|speech|census|convention|midterms?|results?|sales|earnings"
    r"|profits?|revenues?|losses|income|figures|prices|levels?|taxes|exports|imports|shipments"
    r"|estimates|statistics|crash|period|quarter|half|fiscal|model year|olympics|games)\b"
)
_YEAR_COUNTS = late(
    rf"\s{{1,2}}(?:{COUNTED}|(?!was|is|has|as|its|this|his|elections|polls)[a-z]{{3,}}s\b)"
)
_NOUN = late(r"\s{1,2}[A-Za-z]{3,}\b")
_DOES = late(
    r"\s{1,2}(?:is|was|will|would|has|had|could|may|might|began|ended|saw|brought|marked)\b"
)
RECENT = range(1900, 2031)


def bare_year(found: DateMatch) -> TimeValue | None:
    year = int(found["year"])
    noun = _YEAR_NOUN.match(found.after) is not None
    if _YEAR_COUNTS.match(found.after) and not noun:
        return None
    led = found.led(_YEAR_LED)
    if led and led[0].lower().startswith("and") and not re.search(r"\d{4},? and $", found.before):
        led = None
    if not led and not noun and not _is_recent_year(found, year):
        return None
    if year < 1800 and not re.match(r"\s?(?:[.,;:)\]—–]|$)", found.after):
        return None
    return TimeValue(f"{year:04d}")


def _is_recent_year(found: DateMatch, year: int) -> bool:
    """Whether a number is a year by what stands beside it: "the 1993 bombing", "than 1988",
    "1997's"."""
    if year not in RECENT or found.led(_NUMBERED):
        return False
    if found.match.group()[4:]:
        return True
    if _DOES.match(found.after):
        return True
    if found.led(_DETERMINED):
        return _NOUN.match(found.after) is not None
    return found.led(_RECENT_LED) is not None


_PARTS = {"quarter": 3, "half": 6}
_ORDER = {"first": 0, "second": 1, "third": 2, "fourth": 3, "final": -1}


def quarter(found: DateMatch) -> TimeValue | None:
    """The quarter or half of a year, from its first month to its last: of the year that is named,
    or of the one that lies nearest."""
    months, which = _PARTS[found["part"].lower()], _ORDER[found["order"].lower()]
    count = 12 // months
    if which >= count:
        return None
    first = which % count * months + 1
    last = first + months - 1
    told = found["year"] or found["own"]
    if told:
        return TimeValue(f"{told}-{first:02d}/{told}-{last:02d}")
    off = {"last": -1, "this": 0, "next": 1}.get(found["off"].lower())
    if off is None and (not found["hyphen"] and not found.led(_DETERMINED)):
        return None
    if off is None and (months == 6 or _OF_ELSE.match(found.after)):
        return None  # A match has halves too, and so has a list.

    def near(published: date) -> str:
        if off is not None:
            year = published.year + off
        else:
            back = (published.month - 1) // months * months + 1 < first
            year = published.year - (1 if back and found.lean != "future" else 0)
        return f"{year:04d}-{first:02d}/{year:04d}-{last:02d}"

    return TimeValue(near, note=f"a {found['part']} of a year that is not named")


_OF_ELSE = late(r"\s{1,2}(?:of|final|match|game)\b")


def years(found: DateMatch) -> TimeValue | None:
    """From one year to another."""
    first, last = int(found["year"]), int(found["last"])
    return TimeValue(f"{first:04d}/{last:04d}") if 1000 <= first < last <= 2100 else None


def decade(found: DateMatch) -> TimeValue | None:
    return TimeValue(f"{found['year'][:3]}X")
