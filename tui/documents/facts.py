"""What a file tells of its report beside the text, taken only where it is what it should be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from tui.dates import MONTHS
from tui.model import Told
from tui.plain import ACTING

KEYS = {
    "title": "title headline",
    "author": "author authors byline creator by",
    "published": "published date pubdate publishdate published_at date_published datepublished",
    "publisher": "publisher source sitename site_name publication newspaper outlet",
    "url": "url link canonical canonical_url source_url address",
    "language": "language lang",
}
"""The article's facts, and the names that files give them, the surest first."""

LONGEST = 500
"""Characters of the longest fact; what is longer is no title or name."""

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\]{3,2000}", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])", re.ASCII)
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?(?!\d)", re.ASCII)
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_NAMED = re.compile(rf"(\d{{1,2}})\.?\s+({_MONTH})\.?,?\s+(\d{{4}})\b", re.IGNORECASE | re.ASCII)
_AMERICAN = re.compile(rf"({_MONTH})\.?\s+(\d{{1,2}}),?\s+(\d{{4}})\b", re.IGNORECASE | re.ASCII)


def fact_of(key: str) -> str:
    """The article's fact that a key names, "" for a key that says none."""
    plain = key.strip().lower().replace("-", "_").replace(" ", "_")
    return next((fact for fact, names in KEYS.items() if plain in names.split()), "")


def told(
    fact: str, value: str, origin: str, span: tuple[int, int] | None = None
) -> tuple[str, Told] | str:
    """A fact as it is kept, or the remark that says why it is not."""
    value = " ".join(value.split())
    if fact == "publisher" and _ADDRESS.fullmatch(value):
        fact = "url"  # a "source" is often the page that the text comes from
    if not value:
        return ""
    shown = value if len(value) <= 60 else f"{value[:60]}…"
    if len(value) > LONGEST and fact != "url":
        return f"its {fact} is left out, being longer than {LONGEST} characters ({origin})"
    match fact:
        case "published":
            value = day(value)
            if not value:
                return f"its date {shown!r} is no day that is known ({origin})"
        case "url":
            if not _ADDRESS.fullmatch(value) or ACTING.search(value):
                return f"its address {shown!r} is no web address ({origin})"
        case "language":
            found = _LANGUAGE.fullmatch(value)
            if not found:
                return f"its language {shown!r} is no code such as en ({origin})"
            value = found[1].lower()
    return fact, Told(value, origin, span)


def day(value: str) -> str:
    """A day as an ISO date, "" where the value does not begin with one that exists.

    Days in figures alone are read only where the order is beyond doubt.
    """
    if found := _ISO.match(value):
        parts = int(found[1]), int(found[2]), int(found[3])
    elif found := _DOTTED.match(value):
        parts = int(found[3]), int(found[2]), int(found[1])
    elif found := _NAMED.match(value):
        parts = int(found[3]), _month(found[2]), int(found[1])
    elif found := _AMERICAN.match(value):
        parts = int(found[3]), _month(found[1]), int(found[2])
    else:
        return ""
    try:
        return date(*parts).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    return [each[:3].lower() for each in MONTHS].index(name[:3].lower()) + 1


def gathered(
    found: Iterable[tuple[str, Told] | str],
) -> tuple[dict[str, Told], tuple[str, ...]]:
    """The facts, the first of each, and the remarks."""
    facts: dict[str, Told] = {}
    remarks: list[str] = []
    for each in found:
        if isinstance(each, str):
            remarks.extend([each] if each else [])
        else:
            facts.setdefault(*each)
    return facts, tuple(remarks)
