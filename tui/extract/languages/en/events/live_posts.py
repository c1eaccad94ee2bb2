"""The posts of a live report, each under its hour, which tell of the day of the report."""

from __future__ import annotations

import re

from tui.extract.findings import EventMention
from tui.extract.languages.en.events.dated_text import BEHIND, DatedText
from tui.extract.languages.en.events.vote_results import is_result
from tui.extract.text.document import Document

_POST = re.compile(r"\W{0,3}\d{1,2}[:.h]\d\d(?!\d|[%,]|[.:]\d\d\d)")
_FEWEST_POSTS = 3
_BEFORE_POST = re.compile(
    r"\b(?:previously|recently|once|ever|never|formerly|throughout|traditionally|at the time"
    r"|(?:years?|months?) ago|in the past|last \w+ed|since (?:then|\d{4})|before(?=[.,;]| and )"
    r"|(?:19|20)\d\d)\b"
)
"""Words by which a post tells of what was before."""
_SINCE = re.compile(r"\b(?:since|before|until)\s[^,.;]{0,60}$")
_IN_PLACE = re.compile(r"\bin (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)")


def first_post(document: Document) -> int:
    """Where the first post of a live report begins; -1 in another text."""
    begins = [
        paragraph.start
        for paragraph in document.paragraphs
        if _POST.match(document.text, paragraph.start, min(paragraph.end, paragraph.start + 12))
    ]
    return begins[0] if len(begins) >= _FEWEST_POSTS else -1


def just_happened(text: DatedText, event: EventMention, voting: str) -> bool:
    """Whether a post tells of an act as of what has just happened: not of the background, nor of
    a vote elsewhere than in ``voting``, the titles of the votes that the text dates."""
    told = event.narrated or event.fresh or (event.past and event.status == "happened")
    begin = text.begin(event)
    if not told or _BEFORE_POST.search(text.text, begin, event.end + BEHIND):
        return False
    if _SINCE.search(text.text, begin, event.head_start):
        return False
    places = _IN_PLACE.findall(event.title) if is_result(event) else []
    return not places or any(place in voting for place in places)
