"""No language in particular: what is read of an article whose language has no rules.

That is what stands in quotation marks, without speakers; the names of known actors, as they are
spelt; and the day of publication, where a line of its head is a date.
"""

from __future__ import annotations

import re

from tui.extract.findings import Mention
from tui.extract.languages.language import Language, SpeechRules
from tui.extract.stages.furniture import FurnitureRules
from tui.extract.stages.names import NameResolver
from tui.extract.text.document import Span, lines
from tui.extract.text.quotation_marks import QuotedSpan
from tui.written_dates import written_days

HEAD = 6
"""Lines at the beginning of a text that may date it."""

TITLE = 4
"""Words in marks, at the most, that may be a name or a title rather than what somebody says."""

_BESIDE = re.compile(r"[T,|\s][\d\s:.,|h+Z-]{0,20}")
"""What may stand behind a date in its line: the time of day."""
_WORD = re.compile(r"[^\W_]+")


class _SpeakersUnknown(NameResolver):
    """Takes nobody for a speaker because of standing in the sentence: no rule tells whether
    the sentence is about speaking."""

    def within(self, start: int, end: int) -> list[Mention]:
        return []


def _may_be_title(text: str, quote: QuotedSpan, _said: bool) -> bool:
    return len(_WORD.findall(text, quote.start, quote.end)) <= TITLE


def _published_in(text: str) -> tuple[Span, str] | None:
    """The first line of the head that is a date. The day comes before the month where dots part
    them; with slashes either may, and no date is read."""
    for line in lines(text[:2_000])[:HEAD]:
        written = next(written_days(text, line.start, min(line.end, line.start + 60)), None)
        if written is None or not written.day or written.start != line.start:
            continue
        if written.end == line.end or _BESIDE.fullmatch(text, written.end, line.end):
            return Span(written.start, written.end), written.day
    return None


UNKNOWN = Language(
    code="",
    furniture=FurnitureRules(published_in=_published_in),
    resolver=_SpeakersUnknown,
    speech=SpeechRules(may_be_title=_may_be_title),
)
