"""Which line of a page's head is the headline: not the paper's name above it, nor the way to it
through the site, nor the name of its section; and without the paper's name behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.extract.stages.paragraphs import ends
from tui.extract.stages.signatures import Signatures
from tui.extract.text.document import Span

LONGEST = 140
"""Characters of a headline."""
REACH = 8
"""Paragraphs among which the headline stands."""
LONGEST_MASTHEAD = 90
_WORDS_OF_MASTHEAD = 10
_LETTERS = re.compile(r"[^\W\d_]++")
_STEP = re.compile(r"\s*(?:[|>›»→]|\s[•·/]\s)\s*")
_SITE = re.compile(r"(?:\s*\|\s*|\s+[-–—•·]\s+)(?!.*(?:\||\s[-–—•·]\s))")
"""What parts a headline from the name of its site behind it."""
_INITIALS = re.compile(r"(?P<short>[^\W\d_a-z][\w]{1,7})\s[-–—|]\s(?P<long>[^\W\d_a-z].{5,70})$")
"""``LNI – Lake News Institute``"""
_DAY = re.compile(r"[\d/.\s-]{6,}")


def is_title(words: str, spans: Sequence[Span], index: int, first: bool) -> bool:
    """Whether a line may be the headline; ``first`` says that nothing stands above it but what
    belongs to the site."""
    if len(words) > LONGEST or index > REACH or index == len(spans) - 1:
        return False
    tokens = [word for word in _LETTERS.findall(words) if len(word) > 3]
    if not tokens or (words[0] == "(" and words[-1] == ")"):
        return False  # "1:30 p.m. EDT", "(For release on Monday)"
    capitals = sum(word[0].isupper() for word in tokens)
    title_case = len(tokens) >= 3 and capitals >= 0.75 * len(tokens)
    # A headline may ask or exclaim, and still stands alone above a longer paragraph.
    asks = first and words[-1] in "?!…" and len(spans) > 2
    return title_case or asks or not ends(words)


def is_way(text: str, span: Span, signed: Signatures, below: bool) -> bool:
    """Whether a line is the way to the report through its site, "Lake Radio | News | Region"; its
    first step may name the outlet. Where the headline stands ``below``, the last step may be a
    heading of a few words: "NEWS | COUNCIL", "Lake Radio | Local elections"."""
    steps = _steps(text, span)
    if len(steps) < 2 or len(steps[0].words) > LONGEST_MASTHEAD:
        return False
    parts = [step for step in steps[1:] if not signed.is_nobody(step.words)]
    own = signed.is_nobody(steps[0].words)
    places = all(len(step.words.split()) <= 3 and step.words[:1].isupper() for step in parts)
    headed = below and len(steps) == 2 and (steps[1].words.isupper() or not own)
    unknown = len(parts) == len(steps) - 1 and not headed
    if unknown or not places or not (own or signed.publishes(steps[0].span)):
        return False
    if not own:
        signed.take_publisher(steps[0].span)
    return True


def is_masthead(text: str, span: Span, signed: Signatures, below: bool) -> bool:
    """Whether a line is the name of the paper, or of whoever makes a statement, and the headline
    stands ``below``."""
    words = text[slice(*span)]
    if not below or len(words) > LONGEST_MASTHEAD or ends(words):
        return False
    if (own := _INITIALS.match(words)) and _stands_for(own["short"], own["long"]):
        signed.take_publisher(Span(span.start, span.start + own.end("short")))
        return True
    if len(words.split()) > _WORDS_OF_MASTHEAD or not signed.publishes(span):
        return False
    signed.take_publisher(span)
    return True


def trimmed(text: str, span: Span, signed: Signatures) -> Span:
    """A headline without its label, the name of its section before it, and that of its site
    behind, which is told to ``signed``."""
    start, end = span
    label = signed.rules.title_label.match(text, start, end)
    if label and label.end() < end:
        start = label.end()
    for _ in range(3):
        mark = _SITE.search(text, start, end)
        if mark is None or mark.start() - start < 12:
            break
        behind = Span(mark.end(), end)
        words = text[slice(*behind)]
        barred = "|" in mark[0]
        sure = signed.is_known(behind) or (" " in words and signed.is_outlet(behind))
        if sure or (barred and signed.publishes(behind)):
            signed.take_publisher(behind)
        elif _DAY.fullmatch(words) or signed.is_nobody(words):
            pass
        elif not (barred and len(words.split()) <= 3 and words[:1].isupper()):
            break
        end = mark.start()
    before = _STEP.search(text, start, end)
    if before and signed.is_nobody(text[start : before.start()]) and "|" in before[0]:
        start = before.end()
    return Span(start, end)


def _stands_for(short: str, long: str) -> bool:
    """Whether an abbreviation has the first letters of a name, or most of them in their order."""
    initials = "".join(word[0].lower() for word in long.split())
    at = found = 0
    for letter in short.lower():
        there = initials.find(letter, at)
        if there >= 0:
            at, found = there + 1, found + 1
    return len(initials) > 1 and found >= 2 and found >= 0.7 * len(short)


class _Step:
    def __init__(self, text: str, span: Span) -> None:
        self.span = span
        self.words = text[slice(*span)]


def _steps(text: str, span: Span) -> list[_Step]:
    found = []
    at = span.start
    marks = [*_STEP.finditer(text, *span)]
    for stop, behind in (*((m.start(), m.end()) for m in marks), (span.end, span.end)):
        if stop > at:
            found.append(_Step(text, Span(at, stop)))
        at = behind
    return found
