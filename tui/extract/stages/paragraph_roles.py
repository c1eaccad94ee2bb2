"""What a paragraph is: as its own words tell, and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.extract.stages.furniture import FurnitureRules
from tui.extract.stages.paragraphs import ends
from tui.extract.text.bullets import BULLETS
from tui.extract.text.document import Paragraph, Role, Span


def signs_line(
    text: str,
    spans: Sequence[Span],
    index: int,
    dated: tuple[Span, str] | None,
    rules: FurnitureRules,
) -> bool:
    """Whether the date of the report or its outlet follows a line within the next two, so that
    the line is a byline."""
    for span in spans[index + 1 : index + 3]:
        if dated is not None and span.start <= dated[0].start < span.end:
            return True
        if rules.source.match(text[slice(*span)]):
            return True
    return False


def role_by_itself(words: str, body_started: bool, rules: FurnitureRules) -> Role:
    """What a paragraph is by its own words."""
    opening = words[:20].casefold()
    if not body_started and (rules.labels.fullmatch(words) or rules.byline_label.fullmatch(words)):
        return "label"
    if opening.startswith(rules.furniture_opens) and rules.furniture.match(words):
        return "furniture"
    if len(words) > 90:
        return "caption" if rules.caption_opens.match(words) else "body"
    if any(each.match(words) for each in rules.bylines):
        return "byline" if not body_started else "body"
    if rules.dateline.match(words) and not body_started:
        return "label" if words.strip().upper() == rules.transcript else "dateline"
    if not body_started and len(words.split()) <= 2 and not ends(words):
        return "label"
    return "body"


def is_of_a_site(text: str, rules: FurnitureRules) -> bool:
    """Whether a text has words of a site that puts lines of its own around its articles."""
    lower = text.lower()
    return any(each in lower for each in rules.site_words)


def may_be_subtitle(words: str) -> bool:
    """Whether a line may stand below a headline as its second."""
    return len(words) <= 200 and not ends(words) and not _LISTED.match(words)


_LISTED = re.compile(rf"[{BULLETS}]+\s.*[0-9]")
"""A line of a list of numbers."""
_RESULT = re.compile(
    r"[0-9]\s?%|(?<![0-9.])[0-9]{1,2}\.[0-9]{1,2}(?![0-9.])"
    rf"|[|\t]\s*[0-9][0-9,]*(?:\.[0-9]+)?\s*(?:[|\t]|$)|^[{BULLETS}–—-]"
    r"+\s.*[0-9]"
    r"|[:)]\s?[–—-]?\s?[0-9]{1,3}(?:[.,]?[0-9]{3})?(?:\s?[–—-]?\s?\(?(?i:elected)\)?|\s?\((?:[+−–-]?[0-9]+|no\schange|unchanged)\))?$"
)
"""What a row of results has: a share, a column of numbers, a number behind a bullet."""


_ROW = re.compile(
    r".*[^\W\d_].*(?:\s[–—-]|[:|\t])\s?[0-9][0-9.,]*(?:\s?%|\s[^\W\d_]+(?:\s[^\W\d_]+)?)?$"
)
"""Who stood, a dash or a colon, and a number with its unit: "Green List - 365 seats"."""


def is_row(words: str) -> bool:
    """Whether a line may be one of a list of results."""
    return len(words) <= 90 and _ROW.match(words) is not None


def mark_foreign_tail(text: str, roles: list[Paragraph]) -> None:
    """Short lines after the last full sentence are the site's, not the article's."""
    for index in range(len(roles) - 1, 0, -1):
        words = text[roles[index].start : roles[index].end]
        if roles[index].role == "furniture":
            continue
        if _RESULT.search(words):
            break  # A row of results is the article's.
        if len(words) < 60 and not ends(words) and roles[index].role == "body":
            roles[index] = replace(roles[index], role="furniture")
        else:
            break
