"""What has been read of who says what: the last speaker, the last quotation, a cue that waits
for its words.

The rules of quotations ask it who may be meant where a sentence does not tell.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import islice

from tui.extract.analysis.attribution import Attribution
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.findings import Mention, QuoteMention, Reported, Speaker
from tui.extract.languages.language import Resolver, SpeechRules
from tui.extract.stages.quote_shapes import WORDS
from tui.extract.text.document import Document, Span
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import QuoteType

SPEAKING = frozenset({"person", "party", "coalition", "media"})
"""Types of actors of whom a word or two in marks may be, where no cue says so."""
BODIES = frozenset({"institution", "group"})
"""Types of actors of whom one that opens a sentence is what it is about."""
LONGEST_ARTICLE = 4
NONE = Speaker((), None, "", 0.0)


@dataclass(slots=True)
class QuoteFinder:
    """What one text says in whose name."""

    found: list[QuoteMention] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)
    not_quotes: list[QuotedSpan] = field(default_factory=list)


class SpeechSoFar:
    """What has been read of one text, and who may speak by it."""

    def __init__(
        self,
        document: Document,
        speakers: Resolver,
        spoken: bool,
        rules: SpeechRules,
    ) -> None:
        self.rules = rules
        self.document = document
        self.text = document.text
        self.speakers = speakers
        self.spoken = spoken
        self.quotes = QuoteFinder()
        self.previous: QuotedSentence | None = None
        self.said: tuple[QuotedSentence, Speaker] | None = None
        """The last unit with a speaker, and who that was."""
        self.quoted: QuoteMention | None = None
        """The last direct quote."""
        self.pending: tuple[QuotedSentence, Attribution, Speaker] | None = None
        """A cue that a colon ends, with nothing behind it yet."""
        self.block = -1
        """The paragraph that is all speech, without marks."""
        self.mention_ends = {m.start: m.end for m in speakers.mentions}
        self._people_of: tuple[QuotedSentence, tuple[Mention | None, Mention | None]] | None = None

    def keep(self, found: QuoteMention) -> None:
        """Record a quotation that is somebody's. One with a comma before its closing mark is
        spoken on behind who says so: "It was “too little,” Simic said. “We will see.”"."""
        self.quotes.found.append(found)
        if found.type == "direct" or self.text[found.end - 1] == ",":
            self.quoted = found

    def plain(
        self,
        unit: QuotedSentence,
        quote: QuotedSpan,
        kind: QuoteType,
        speaker: Speaker,
        cue: Span | None,
        rule: str,
    ) -> QuoteMention:
        """A quotation as a record: all that is attributed is what stands in its marks."""
        span = Span(quote.start, quote.end)
        if kind != "sign":
            self.quotes.reported.append(Reported(*span, speaker.actors, "statement"))
        return QuoteMention(*span, kind, speaker, cue, (span,), rule, paragraph=unit.paragraph)

    def opening(self, unit: QuotedSentence) -> Speaker:
        """Who "he", "she" or "they" is where a sentence opens with that."""
        tokens, starts, ends = unit.tokens
        at = next((at for at, token in enumerate(tokens) if token.kind == "word"), None)
        if at is None or tokens[at].lower not in self.rules.personal:
            return NONE
        return self.speakers.resolve(Span(starts[at], ends[at]))

    def line_before(self, unit: QuotedSentence) -> Speaker:
        """Who the line before tells of, for speech that stands alone in its own."""
        previous = self.previous
        if previous is None or unit.paragraph - previous.paragraph > 2:
            return NONE
        said = self.said[1] if self.said and self.said[0] is previous else None
        if said is not None and previous.paragraph == unit.paragraph:
            return said._replace(rule="line-before", sure=min(said.sure, 0.8))
        if said is not None:
            people = [a for a in said.actors if self.speakers.names.actors[a].type == "person"]
            if len(people) == 1:
                return Speaker((people[0],), None, "line-before", 0.8)
            if len(said.actors) == 1:
                return Speaker(said.actors, None, "line-before", 0.7)
            if people:
                return NONE  # Which of them goes on, nothing tells.
        if self.text[previous.start : previous.end].rstrip().endswith(":"):
            opening = self.opening(previous)
            if opening.actors:
                return opening._replace(rule="line-before", sure=min(opening.sure, 0.7))
        people = [
            m.actor
            for m in self.speakers.within(previous.start, previous.end)
            if m.type == "person"
            and self.may_speak(previous.start, m)
            and not any(quote.open < m.start < quote.close for quote in previous.quotes)
        ]
        if people:
            return Speaker((people[0],), None, "line-before", 0.7)
        return NONE

    def may_speak(self, start: int, named: Mention) -> bool:
        """Whether somebody whom a sentence names may be who speaks in it, or behind it: not
        where another thing is told of as theirs, or a small word governs the name."""
        return not (
            self.rules.owns.match(self.text, named.end)
            or self.rules.governs.search(self.text, start, named.start)
        )

    def is_name(self, unit: QuotedSentence, quote: QuotedSpan, made: Attribution | None) -> bool:
        """Whether marks hold a name, a title or a word held at arm's length."""
        if self.rules.is_title(self.text, quote):
            return True
        words = sum(1 for _ in islice(WORDS.finditer(self.text, quote.start, quote.end), 3))
        if not words:
            return True
        if self.document.paragraphs[unit.paragraph].role in ("title", "lead-title"):
            return False  # A headline has no room for titles and irony in marks.
        if self.rules.may_be_title(self.text, quote, made is not None):
            return True
        if made is not None or words > 2:
            return False
        return not self._somebodys(unit, quote)

    def _somebodys(self, unit: QuotedSentence, quote: QuotedSpan) -> bool:
        """Whether a word or two in marks, with no cue, may be somebody's all the same: an
        actor is the subject, or "as" and the like lead up to them."""
        before = self.text[max(unit.start, quote.open - 24) : quote.open]
        if self.rules.ascribes.search(before) or before.rstrip().endswith(":"):
            return True
        speaks = self.people(unit)[0]
        return speaks is not None and speaks.end <= quote.open

    def people(self, unit: QuotedSentence) -> tuple[Mention | None, Mention | None]:
        """The first in a sentence who may be somebody that speaks, and the first person who
        is not named in marks, or where none is the body that opens the sentence. Looked for
        once, however many quotations ask."""
        if self._people_of is None or self._people_of[0] is not unit:
            named = self.speakers.within(unit.start, unit.end)
            opens = [quote.open for quote in unit.quotes]
            outside = [
                each
                for each in named
                if (each.type == "person" or self._opens(unit, each))
                and not (
                    (at := bisect_left(opens, each.start))
                    and each.start < unit.quotes[at - 1].close
                )
            ]
            guessed = min(outside, key=lambda each: each.type != "person", default=None)
            speaks = (each for each in named if each.type in SPEAKING)
            self._people_of = unit, (next(speaks, None), guessed)
        return self._people_of[1]

    def _opens(self, unit: QuotedSentence, named: Mention) -> bool:
        """Whether a sentence opens with a body, and goes on in small letters."""
        first = named.start - unit.start
        return (
            named.type in BODIES
            and first <= LONGEST_ARTICLE
            and self.text[named.end : named.end + 2].strip().islower()
        )
