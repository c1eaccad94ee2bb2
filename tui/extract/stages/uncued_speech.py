"""Speech that no cue in its own sentence governs.

A quotation may be signed, awaited by a colon, under a label, on a placard, or go on from the
one before; a paragraph may be all speech, without marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.findings import QuoteMention, Reported, Speaker
from tui.extract.stages.quote_shapes import SENTENCE_CLOSE, WORDS
from tui.extract.stages.speech_so_far import NONE, SpeechSoFar
from tui.extract.text.document import Span
from tui.extract.text.quotation_marks import QuotedSpan
from tui.model import QuoteType

LABEL = re.compile(r"(?P<who>[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,3}):\s+(?=\S)")
"""Who speaks, in the capitals of a transcript."""
ASIDE = re.compile(r"[(\[][A-Z .]+[)\]]\.?")
"""What a transcript notes between the words: "(CROSSTALK.)"."""
SIGNED = re.compile(
    r"\s*[―—–]{1,2}\s*(?P<who>[^\W\d_a-z][^\n“”\",.]{2,50}?)\s*[.,]?\s*$", re.MULTILINE
)
"""The name under a quotation: ``― Ana Simic``."""
BELOW = re.compile(r"\s*[-―—–]{1,2}\s?(?P<who>[^\W\d_a-z][^\n“”\",.;:]{2,50}?)\s*(?:[.,]|$)")
"""The same in a paragraph of its own, where a hyphen will do."""
LONGEST_LEAD = 100
"""Characters of a name with its role before a colon."""
_SINGLE = frozenset("'‘")
_MARKS = frozenset('“”„«»"')


class UncuedSpeech:
    """Records what is said where no cue tells so, in the order of a text."""

    def __init__(self, told: SpeechSoFar) -> None:
        self.told = told
        self.document = told.document
        self.text = told.text
        self.speakers = told.speakers
        self.rules = told.rules

    def read(self, unit: QuotedSentence, quote: QuotedSpan, resolved: Sequence[Speaker]) -> None:
        """A quotation that no attribution of its unit covers."""
        if self.text[quote.end - 1] == ":" and " " not in self.text[quote.start : quote.end]:
            self.told.quotes.not_quotes.append(quote)  # "Related:"
            return
        signed = SIGNED.match(self.text, quote.close, self.document.paragraphs[unit.paragraph].end)
        if not signed and unit.bare and unit.paragraph + 1 < len(self.document.paragraphs):
            below = self.document.paragraphs[unit.paragraph + 1]
            signed = BELOW.match(self.text, below.start, below.end)
        if signed:
            who = Span(*signed.span("who"))
            signer = self.speakers.resolve(who)
            if signer.actors:
                self.told.keep(
                    self.told.plain(unit, quote, "direct", signer, None, "direct-signed")
                )
                return
        if self._awaited(unit, quote) or self._before_colon(unit, quote):
            return
        around = self.text[max(unit.start, quote.open - 70) : quote.open]
        signs = self.rules.signs.search(around)
        words = WORDS.findall(self.text[quote.start : quote.end])
        if behind := self.rules.signs_behind.match(self.text, quote.close, unit.end):
            cue = Span(*behind.span())
            self.told.keep(self.told.plain(unit, quote, "sign", NONE, cue, "sign"))
            return
        if signs and not unit.bare and len(words) <= 20:
            cue = Span(
                quote.open - len(around) + signs.start(), quote.open - len(around) + signs.end()
            )
            self.told.keep(self.told.plain(unit, quote, "sign", NONE, cue, "sign"))
            return
        if unit.bare or (quote.carried and len(words) > 3) or self._goes_on(unit, quote):
            self._inherited(unit, quote)
            return
        if self.told.is_name(unit, quote, None):
            self.told.quotes.not_quotes.append(quote)
            return
        speaker = next(
            (
                s
                for s in resolved
                if s.actors and not (s.words and self._apart(quote, s.words.start))
            ),
            None,
        )
        rule = "same-sentence"
        if speaker is None:
            speaker, rule = self._sentence_speaker(unit, quote)
        sentence = self.text[quote.start : quote.end]
        kind: QuoteType = (
            "direct"
            if sentence[:1].isupper() and SENTENCE_CLOSE.search(sentence) and len(words) > 4
            else "mixed"
        )
        weak = speaker._replace(sure=min(speaker.sure, 0.5))
        if rule not in ("subject", "same-sentence", "same-paragraph"):
            weak = weak._replace(words=None)
        self.told.keep(self.told.plain(unit, quote, kind, weak, None, f"{kind}-{rule}"))

    def _apart(self, quote: QuotedSpan, at: int) -> bool:
        """Whether a position is in a clause that "while" parts from a quotation before it."""
        return at > quote.close and self.rules.parts.search(self.text, quote.close, at) is not None

    def _awaited(self, unit: QuotedSentence, quote: QuotedSpan) -> bool:
        """Whether the paragraph before ended in a cue and a colon: the speech is this."""
        if self.told.pending is None:
            return False
        before, made, speaker = self.told.pending
        first = unit.tokens.tokens[0].quote is quote
        if unit.paragraph - before.paragraph > 1 or not first:
            return False
        self.told.pending = None
        found = self.told.plain(unit, quote, "direct", speaker, made.cue_span, "direct-line-colon")
        self.speakers.remember(quote.start, speaker)
        self.told.keep(found)
        return True

    def _before_colon(self, unit: QuotedSentence, quote: QuotedSpan) -> bool:
        """Whether a name and a colon, and nothing else, lead up to a quotation: "Ana Simic: “We
        will win.”"."""
        lead = self.text[unit.start : quote.open].rstrip()
        if not lead.endswith(":") or len(lead) > LONGEST_LEAD or list(unit.quotes) != [quote]:
            return False
        source = Span(unit.start, unit.start + len(lead) - 1)
        words = [token for token in unit.tokens.tokens if token.quote is None]
        if any(token.tag or token.lower in self.rules.not_in_labels for token in words):
            return False
        if not self.speakers.named(source):
            return False
        speaker = self.speakers.resolve(source)
        if len(speaker.actors) != 1:
            return False
        speaker = speaker._replace(sure=min(speaker.sure, 0.9))
        self.told.keep(self.told.plain(unit, quote, "direct", speaker, None, "direct-colon"))
        self.told.said = unit, speaker
        return True

    def _sentence_speaker(self, unit: QuotedSentence, quote: QuotedSpan) -> tuple[Speaker, str]:
        """Who speaks where no cue is: the sentence's own person, or the speaker before."""
        opening = self.told.opening(unit)
        if opening.actors:
            return opening, "subject"
        subject = self.rules.subject(unit, self.text, self.told.mention_ends, quote)
        before = self.text[max(unit.start, quote.open - 24) : quote.open]
        own = subject is not None and self.speakers.named(subject)
        if own and subject is not None and self.rules.ascribes.search(before) is None:
            own = any(each.type == "person" for each in self.speakers.within(*subject))
        words = ""
        if subject is not None:
            words = self.text[subject.start : subject.end].strip(" ,").lower()
        other = subject is not None and words not in self.rules.pronouns
        if other and not own and subject is not None and before.rstrip().endswith(":"):
            return self.speakers.described(subject), "subject"  # "Her neighbour nodded: ..."
        first = self.told.people(unit)[1]
        if first is not None and self._apart(quote, first.start):
            first = None
        if before.rstrip().endswith(":") and first is not None and first.type == "person":
            own = True  # "Her colleague Jan Brod disagrees: ..."
        if not own and self.told.said and self.told.said[0].paragraph == unit.paragraph:
            if other and subject is not None:
                return self.speakers.described(subject), "subject"  # "A doctor told it otherwise"
            return self.told.said[1], "same-paragraph"
        told = words in self.rules.pronouns or (
            subject is not None and self.speakers.named(subject)
        )
        if subject is not None and told and words not in self.rules.impersonal:
            found = self.speakers.resolve(subject)
            if found.actors or words in self.rules.pronouns:
                return found, "subject"
        if first is not None and (
            before.rstrip().endswith(":") or self.told.may_speak(unit.start, first)
        ):
            return Speaker((first.actor,), Span(first.start, first.end), "", 0.5), "subject"
        if subject is not None and words not in self.rules.pronouns:
            return self.speakers.described(subject), "subject"
        return NONE, "unattributed"

    def _inherited(self, unit: QuotedSentence, quote: QuotedSpan) -> None:
        """A quotation with no word beside it: the speaker before goes on, or the line
        before tells who speaks."""
        if unit.bare and self._heading(quote):
            self.told.keep(self.told.plain(unit, quote, "direct", NONE, None, "direct-line-before"))
            return
        last = self.told.quoted
        near = last is not None and unit.paragraph - last.paragraph <= 1
        if (
            last is not None
            and near
            and (last.speaker.actors or last.speaker.words)
            and not self._spoken_between(last, unit)
        ):
            speaker = last.speaker._replace(words=None, sure=min(last.speaker.sure, 0.85))
            found = self.told.plain(unit, quote, "direct", speaker, None, "direct-inherited")
            found.continues = last.start
            self.speakers.remember(quote.start, speaker)
            self.told.keep(found)
            return
        speaker = self.told.line_before(unit)
        told_of = self.speakers.within(quote.start, quote.end)
        if any(each.actor in speaker.actors for each in told_of):
            speaker = NONE  # Nobody tells of himself by his name.
        self.speakers.remember(quote.start, speaker)
        self.told.keep(self.told.plain(unit, quote, "direct", speaker, None, "direct-line-before"))

    def _heading(self, quote: QuotedSpan) -> bool:
        """Whether a line in single marks, without a full stop, heads what is told below it."""
        words = self.text[quote.start : quote.end]
        return self.text[quote.open] in _SINGLE and words[-1:].isalnum() and words.count(" ") < 8

    def _goes_on(self, unit: QuotedSentence, quote: QuotedSpan) -> bool:
        """Whether a quotation that is a sentence stands before the sentence of its unit, in the
        paragraph of the words before: "It is late,” she said. “We will go.” Kos said: ..."."""
        last = self.told.quoted
        opens = quote.open - unit.start <= 1 and self.text[quote.end - 1] in ".!?…"
        return (
            opens
            and last is not None
            and last.paragraph == unit.paragraph
            and bool(last.speaker.actors)
            and self.text[quote.close : quote.close + 2].strip().isupper()
        )

    def _spoken_between(self, last: QuoteMention, unit: QuotedSentence) -> bool:
        """Whether prose without that speaker's words stands between two quotations."""
        previous = self.told.previous
        if previous is None or previous.start <= last.start <= previous.end:
            return False
        said = self.told.said
        if said and said[0].start > last.start and said[1].actors not in ((), last.speaker.actors):
            return True
        if (
            self.told.said
            and self.told.said[0] is previous
            and self.told.said[1].actors == last.speaker.actors
        ):
            return False
        return bool(previous.paragraph != last.paragraph or self.told.spoken)

    def block(self, unit: QuotedSentence) -> bool:
        """Whether a paragraph is what somebody says, without marks: the line before ends in a
        colon and tells who speaks, and here somebody speaks of himself."""
        before = self.told.previous
        if before is None or unit.paragraph - before.paragraph != 1 or unit.quotes:
            return False
        last = self.document.paragraphs[before.paragraph]
        paragraph = self.document.paragraphs[unit.paragraph]
        told = self.text[before.start : last.end].rstrip().endswith(":")
        if not told or unit.role != "body" or unit.start - paragraph.start > 1:
            return False
        spoken = self.told.pending is not None and self.told.pending[0] is before
        words = self.text[paragraph.start : paragraph.end]
        if not self.rules.own_words.search(words) or any(mark in words for mark in _MARKS):
            return False
        alone = self._label(before)
        if not (spoken or alone or self.rules.speaking.search(self.text, before.start, before.end)):
            return False
        if alone:
            speaker = self.speakers.resolve(alone)._replace(words=None, sure=0.8)
        elif spoken and self.told.pending:
            speaker = self.told.pending[2]
        else:
            speaker = self.told.line_before(unit)
        self.told.pending = None
        if not speaker.actors:
            return False
        self.told.block = unit.paragraph
        span = Span(paragraph.start, paragraph.end)
        self.told.quotes.reported.append(Reported(*span, speaker.actors, "statement"))
        self.told.keep(
            QuoteMention(
                *span, "direct", speaker, None, (span,), "direct-block", paragraph=unit.paragraph
            )
        )
        self.speakers.remember(span.start, speaker)
        self.told.previous = unit
        return True

    def _label(self, line: QuotedSentence) -> Span | None:
        """The name that a line has with a colon, and nothing else."""
        words = self.text[line.start : line.end].rstrip()
        name = Span(line.start, line.start + len(words) - 1)
        named = self.speakers.within(*name) if words.endswith(":") else ()
        return name if named and named[0][:2] == name else None

    def labelled(self, unit: QuotedSentence, quote: QuotedSpan) -> bool:
        """Speech under a label, as transcripts have it: ``KOS: We will win.``"""
        label = LABEL.match(self.text, quote.start, quote.end)
        if label is None:
            return bool(ASIDE.fullmatch(self.text, quote.start, quote.end))
        speaker = self.speakers.labelled(Span(*label.span("who")))
        said = replace(quote, start=label.end())
        self.told.keep(self.told.plain(unit, said, "direct", speaker, None, "direct-label"))
        return True
