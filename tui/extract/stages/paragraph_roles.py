"""What a paragraph is: as its own words tell, and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from tui.extract.stages.furniture import FurnitureRules
from tui.extract.stages.paragraphs import ends
from tui.extract.text.bullets import BULLETS
from tui.extract.text.document import Paragraph, Role, Span


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


def is_menu(words: str, is_part: Callable[[str], bool]) -> bool:
    """Whether a line is a site's menu: "HOME   CITY   SPORT   VIDEO", or parts of a site between
    bars."""
    spaced = [each for each in _WIDE.split(words.strip()) if each]
    barred = [each.strip() for each in re.split(r"[|•·]", words) if each.strip()]
    items = spaced if len(spaced) >= _ITEMS else barred
    short = all(len(each.split()) <= _WORDS_OF_ITEM and not ends(each) for each in items)
    if len(items) < _ITEMS or not short:
        return False
    return sum(map(is_part, items)) >= (1 if items is spaced else 2)


def is_stamp(words: str, text: str) -> bool:
    """Whether a line is what a browser prints above a page: when, and the title of the page,
    which stands below it again."""
    found = _STAMP.match(words)
    return found is not None and text.count(found["title"]) > 1


_ITEMS, _WORDS_OF_ITEM = 4, 4
_WIDE = re.compile(r"\s{3,}|\t")
_STAMP = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},\s\d{1,2}:\d\d(?:\s?[AP]M)?\s{2,}(?P<title>[^|\n]{10,}?)(?:\s\|.*)?$"
)


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


def is_one_of_rows(text: str, spans: Sequence[Span], index: int) -> bool:
    """Whether a line is one of a list of results, with another of them beside it."""
    near = (index, index - 1, index + 1) if index else (index, index + 1)
    rows = [at < len(spans) and is_row(text[slice(*spans[at])]) for at in near]
    return rows[0] and any(rows[1:])


def plain_dateline(
    text: str, spans: Sequence[Span], index: int, rules: FurnitureRules
) -> re.Match[str] | None:
    """The place and the day that open the lead without an agency: "BRODNIK, May 3 –". Where
    another paragraph opens so, they are the names of those who speak."""
    words = text[slice(*spans[index])]
    found = rules.plain_dateline.match(words) if len(words) > SHORTEST_LEAD else None
    if found is None:
        return None
    others = spans[index + 1 :]
    return None if any(rules.plain_dateline.match(text[slice(*each)]) for each in others) else found


def leads(words: str, rules: FurnitureRules) -> bool:
    """Whether a paragraph opens with where and when it was written: "BRODNIK, May 3 –"."""
    return bool(rules.agency_dateline.match(words) or rules.plain_dateline.match(words))


def is_sentence(text: str, span: Span) -> bool:
    """Whether a line is long enough for a sentence and ends as one."""
    return span.end - span.start > _SHORTEST_SENTENCE and ends(text[span.end - 4 : span.end])


_SHORTEST_SENTENCE = 40
SHORTEST_LEAD = 80
"""Characters of a paragraph that may be the lead."""


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
