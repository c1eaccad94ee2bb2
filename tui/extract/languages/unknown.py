"""No language in particular: what is read of an article whose language has no rules.

That is what stands in quotation marks, without speakers; the names of known actors, as they are
spelt; and the day of publication, where the head of the text gives it in figures.
"""

from __future__ import annotations

import re
from datetime import date

from tui.extract.findings import Mention
from tui.extract.languages.language import Language, SpeechRules
from tui.extract.stages.metadata import FurnitureRules
from tui.extract.stages.names import NameResolver
from tui.extract.text.document import Span, lines
from tui.extract.text.quotation_marks import QuotedSpan

HEAD = 6
"""Lines at the beginning of a text that may date it."""

TITLE = 4
"""Words in marks, at the most, that may be a name or a title rather than what somebody says."""

_DATE = re.compile(
    r"(?P<date>(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
    r"|(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})\b\.?)"
    r"(?:[T,|\s][\d\s:.,|h+Z-]{0,20})?"
)
_PARTS = (("y", "year"), ("m", "month"), ("d", "day"))
_WORD = re.compile(r"[^\W_]+")


class _SpeakersUnknown(NameResolver):
    """Takes nobody for a speaker because of standing in the sentence: no rule tells whether
    the sentence is about speaking."""

    def within(self, start: int, end: int) -> list[Mention]:
        return []


def _may_be_title(text: str, quote: QuotedSpan, _said: bool) -> bool:
    return len(_WORD.findall(text, quote.start, quote.end)) <= TITLE


def _published_in(text: str) -> tuple[Span, str] | None:
    """The first line of the head that begins with a date in figures. The day comes before the
    month where dots part them; with slashes either may, and no date is read."""
    for line in lines(text[:2_000])[:HEAD]:
        found = _DATE.fullmatch(text, line.start, line.end)
        if found is None:
            continue
        parts = [found[short] or found[long] for short, long in _PARTS]
        try:
            day = date(*map(int, parts))
        except ValueError:
            continue
        return Span(*found.span("date")), day.isoformat()
    return None


UNKNOWN = Language(
    code="",
    furniture=FurnitureRules(published_in=_published_in),
    resolver=_SpeakersUnknown,
    speech=SpeechRules(may_be_title=_may_be_title),
)
