"""What a file tells of its report beside the text, taken only where it is what it should be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tui.model import Told
from tui.plain import ACTING
from tui.written_dates import day_of

KEYS = {
    "title": "title headline",
    "author": "author authors byline creator by",
    "published": "published date pubdate publishdate published_at published_date date_published"
    " datepublished date_publish publication_date publish_date created_at",
    "publisher": "publisher source sitename site_name publication newspaper outlet",
    "url": "url link canonical canonical_url source_url address",
    "language": "language lang",
}
"""The article's facts, and the names that files give them, the surest first."""

LONGEST = 500
"""Characters of the longest fact; what is longer is no title or name."""

_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\]{3,2000}", re.IGNORECASE)
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE | re.ASCII)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
"""``[[Ana Weaver]]``: how note-taking programs name what has a page of its own."""


def fact_of(key: str) -> str:
    """The article's fact that a key names, "" for a key that says none."""
    plain = key.strip().lower().replace("-", "_").replace(" ", "_")
    return next((fact for fact, names in KEYS.items() if plain in names.split()), "")


def told(
    fact: str, value: str, origin: str, span: tuple[int, int] | None = None
) -> tuple[str, Told] | str:
    """A fact as it is kept, or the remark that says why it is not."""
    value = " ".join(_WIKI_LINK.sub(r"\1", value).split())
    if fact == "publisher" and _ADDRESS.fullmatch(value):
        fact = "url"  # a "source" is often the page that the text comes from
    if not value:
        return ""
    shown = value if len(value) <= 60 else f"{value[:60]}…"
    if len(value) > LONGEST and fact != "url":
        return f"its {fact} is left out, being longer than {LONGEST} characters ({origin})"
    match fact:
        case "published":
            value = day_of(value)
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
