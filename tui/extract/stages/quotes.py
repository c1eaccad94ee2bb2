"""Quotes: what stands in marks and what is reported without, each with its speaker.

Every stretch in marks is accounted for: it is somebody's words, a sign's, or a name, a
title, a scare quote. What a cue governs without marks is a reported statement.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from tui.extract.analysis.attribution import Attribution
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.findings import Mention, QuoteMention, Reported, Speaker, TimeMention
from tui.extract.languages.language import Resolver, SpeechRules
from tui.extract.stages import quote_shapes, repeats, turns
from tui.extract.stages.quote_shapes import SENTENCE_CLOSE, WORDS
from tui.extract.text.document import Document, Span
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
SPEAKING = frozenset({"person", "party", "coalition", "media"})
"""Types of actors of whom a word or two in marks may be, where no cue says so."""
BODIES = frozenset({"institution", "group"})
"""Types of actors of whom one that opens a sentence is what it is about."""
LONGEST_ARTICLE = 4
LONGEST_LEAD = 100
"""Characters of a name with its role before a colon."""
_MARKS = frozenset('“”„«»"')
NONE = Speaker((), None, "", 0.0)


@dataclass(slots=True)
class QuoteFinder:
    """What one text says in whose name."""

    found: list[QuoteMention] = field(default_factory=list)
    reported: list[Reported] = field(default_factory=list)
    not_quotes: list[QuotedSpan] = field(default_factory=list)


def read(
    document: Document,
    marked: Sequence[QuotedSpan],
    speakers: Resolver,
    times: Sequence[TimeMention],
    spoken: bool,
    rules: SpeechRules,
) -> QuoteFinder:
    """The quotes of a text, in its order; ``marked`` is what stands in marks."""
    reader = _Reader(document, speakers, times, spoken, rules)
    for unit in rules.sentences(document, marked, reader.mention_ends):
        reader.unit(unit)
    repeats.mark(document, reader.quotes.found)
    for turn in turns.read(document, speakers, rules.turns):
        reader.quotes.found.append(turn)
        reader.quotes.reported.append(
            Reported(turn.start, turn.end, turn.speaker.actors, "statement")
        )
    reader.quotes.found.sort(key=lambda each: (each.start, each.end))
    rules.hand_down(document.text, reader.quotes.found)
    return reader.quotes


class _Reader:
    def __init__(
        self,
        document: Document,
        speakers: Resolver,
        times: Sequence[TimeMention],
        spoken: bool,
        rules: SpeechRules,
    ) -> None:
        self.rules = rules
        self.document = document
        self.text = document.text
        self.speakers = speakers
        self.times = sorted(times, key=lambda each: each.start)
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
        self._times_at = [time.start for time in self.times]
        self._people_of: tuple[QuotedSentence, tuple[Mention | None, Mention | None]] | None = None

    # ----------------------------------------------------------------- units

    def unit(self, unit: QuotedSentence) -> None:
        if unit.paragraph == self.block or self._block(unit):
            return
        reports = self._may_report(unit)
        if not unit.quotes and not reports:
            self.previous = unit
            return
        made = self.rules.attributions(unit, self.text, self.mention_ends) if reports else []
        if not unit.quotes and not made:
            self.previous = unit
            return
        resolved: list[Speaker] = []
        for each in made:
            if each.source is not None:
                speaker = self.speakers.resolve(each.source)
                if each.stand_in is not None:
                    speaker = speaker._replace(words=each.stand_in)
                resolved.append(speaker)
            elif each.same_as is not None and each.same_as < len(resolved):
                shared = resolved[each.same_as]
                resolved.append(shared._replace(sure=min(shared.sure, 0.9)))
            elif each.implied is not None:
                resolved.append(self.speakers.implied(each.implied))
            else:
                resolved.append(NONE)
        labelled = {quote.open for quote in unit.quotes if self._labelled(unit, quote)}
        chosen = {quote.open: self._chooses(quote, made) for quote in unit.quotes}
        covered: set[int] = set(labelled)
        for index, (each, speaker) in enumerate(zip(made, resolved, strict=True)):
            if each.of_before:
                self._told_before(unit, each, speaker)
                continue
            if not each.content:
                self.pending = unit, each, speaker
                continue
            mine = [
                quote
                for quote in unit.quotes
                if chosen[quote.open] == index and quote.open not in labelled
            ]
            if each.nested and not mine:
                continue
            if mine and each.cue.construction == "noun" and each.source is None:
                continue  # Whose claims they are only the sentence may tell.
            self._attributed(unit, each, speaker, mine)
            covered |= {quote.open for quote in mine}
        for quote in unit.quotes:
            if quote.open not in covered:
                self._loose(unit, quote, resolved)
        said = [
            who for who, each in zip(resolved, made, strict=True) if each.cue.construction != "noun"
        ]
        first = next((speaker for speaker in said if speaker.actors), None)
        first = first or next((speaker for speaker in said if speaker.rule == "pronoun"), None)
        if first is not None:
            self.said = unit, first
        self.previous = unit

    def _block(self, unit: QuotedSentence) -> bool:
        """Whether a paragraph is what somebody says, without marks: the line before ends in a
        colon and tells who speaks, and here somebody speaks of himself."""
        before = self.previous
        if before is None or unit.paragraph - before.paragraph != 1 or unit.quotes:
            return False
        last = self.document.paragraphs[before.paragraph]
        paragraph = self.document.paragraphs[unit.paragraph]
        told = self.text[before.start : last.end].rstrip().endswith(":")
        if not told or unit.role != "body" or unit.start - paragraph.start > 1:
            return False
        spoken = self.pending is not None and self.pending[0] is before
        words = self.text[paragraph.start : paragraph.end]
        if not self.rules.own_words.search(words) or any(mark in words for mark in _MARKS):
            return False
        if not (spoken or self.rules.speaking.search(self.text, before.start, before.end)):
            return False
        speaker = self.pending[2] if spoken and self.pending else self._line_before(unit)
        self.pending = None
        if not speaker.actors:
            return False
        self.block = unit.paragraph
        span = Span(paragraph.start, paragraph.end)
        self.quotes.reported.append(Reported(*span, speaker.actors, "statement"))
        self._keep(
            QuoteMention(
                *span, "direct", speaker, None, (span,), "direct-block", paragraph=unit.paragraph
            )
        )
        self.speakers.remember(span.start, speaker)
        self.previous = unit
        return True

    def _told_before(self, unit: QuotedSentence, made: Attribution, speaker: Speaker) -> None:
        """Record the sentence before as what is said, where nobody else says it."""
        before = self.previous
        if before is None or before.paragraph != unit.paragraph:
            return
        if any(not quote.name for quote in before.quotes):
            return
        told = self.said is not None and self.said[0] is before
        words = self.text[before.start : before.end].rstrip(" .")
        if not told and words:
            made.content = (Span(before.start, before.start + len(words)),)
            self.quotes.reported.append(Reported(*made.content[0], speaker.actors, "statement"))
            self._indirect(unit, made, speaker, None)

    def _may_report(self, unit: QuotedSentence) -> bool:
        """Whether a word stands in a unit that may be a cue; a headline may do without
        ("Ana Simic: Vote Was Fair")."""
        if unit.role in ("title", "lead-title"):
            return True
        # Of a word that is cut in two what it is is seen when it is cut.
        return unit.numbers is None or self.rules.may_report(self.document, unit.numbers)

    def _labelled(self, unit: QuotedSentence, quote: QuotedSpan) -> bool:
        """Speech under a label, as transcripts have it: ``KOS: We will win.``"""
        label = LABEL.match(self.text, quote.start, quote.end)
        if label is None:
            return bool(ASIDE.fullmatch(self.text, quote.start, quote.end))
        speaker = self.speakers.labelled(Span(*label.span("who")))
        said = replace(quote, start=label.end())
        self._keep(self._plain(unit, said, "direct", speaker, None, "direct-label"))
        return True

    def _chooses(self, quote: QuotedSpan, made: Sequence[Attribution]) -> int | None:
        """Which attribution a quotation is under: the one right behind it, else the
        innermost before it."""
        best: tuple[int, int, int] | None = None
        for index, each in enumerate(made):
            for span in each.content:
                if quote.open < span.end and span.start < quote.close:
                    break
            else:
                continue
            if each.before:
                first = min(each.cue_span.start, each.source.start if each.source else 10**9)
                adjacent = 0 <= first - quote.close <= 3
                rank = (0 if adjacent else 2, max(0, first - quote.close), index)
            else:
                rank = (
                    1 if each.cue_span.end <= quote.open else 3,
                    max(0, quote.open - each.cue_span.end),
                    index,
                )
            best = rank if best is None else min(best, rank)
        return None if best is None else best[2]

    def _attributed(
        self,
        unit: QuotedSentence,
        made: Attribution,
        speaker: Speaker,
        inside: Sequence[QuotedSpan],
    ) -> None:
        """Record what an attribution governs, with the quotations that are under it."""
        spoken = [quote for quote in inside if not self._named(unit, quote, made)]
        time = self._time(unit, made)
        stance = self.rules.stance(made.cue)
        for span in made.content:
            self.quotes.reported.append(Reported(span.start, span.end, speaker.actors, stance))
        if not spoken:
            own = not (made.nested or made.aside) and speaker.rule != "first-person"
            if own and self.rules.reports(made.cue):
                self._indirect(unit, made, speaker, time)
            self.quotes.not_quotes.extend(inside)
            return
        first: QuoteMention | None = None
        unmarked = quote_shapes.unmarked(self.text, unit, made, spoken)
        for quote in spoken:
            kind = quote_shapes.type_of(self.text, quote, made, unmarked)
            found = QuoteMention(
                quote.start,
                quote.end,
                kind,
                speaker,
                made.cue_span,
                quote_shapes.content(self.text, self.rules.joins, quote, made, kind),
                f"{kind}-{made.rule}",
                time,
                paragraph=unit.paragraph,
            )
            if first is not None:
                found.continues = first.start
            elif quote.carried and self.quoted is not None:
                found.continues = self.quoted.start
            self._keep(found)
            first = first or found
        self._beside(unit, made, speaker, spoken, time)
        self.quotes.not_quotes.extend(quote for quote in inside if quote not in spoken)

    def _beside(
        self,
        unit: QuotedSentence,
        made: Attribution,
        speaker: Speaker,
        spoken: Sequence[QuotedSpan],
        time: TimeMention | None,
    ) -> None:
        """Of "that A, and that B is “...”" record A as reported: the words in marks are B's."""
        if made.before or made.nested or len(made.content) != 1:
            return
        whole = made.content[0]
        clause = quote_shapes.clause(self.text, self.rules.joins, spoken[0], whole)
        if clause.start == whole.start:
            return
        for join in self.rules.joins.finditer(self.text, whole.start, clause.start):
            if join.end() == clause.start:
                first = replace(made, content=(Span(whole.start, join.start()),))
                self._indirect(unit, first, speaker, time)

    def _keep(self, found: QuoteMention) -> None:
        self.quotes.found.append(found)
        if found.type == "direct":
            self.quoted = found

    def _indirect(
        self, unit: QuotedSentence, made: Attribution, speaker: Speaker, time: TimeMention | None
    ) -> None:
        parts = [(max(made.content, key=lambda span: span.end - span.start), made.content)]
        if len(made.content) == 2 and ":" in self.text[made.content[0].end : made.content[1].start]:
            # "The count is over, Kos said: Simic leads": each is a statement of its own.
            parts = [(span, (span,)) for span in made.content]
        for main, content in parts:
            self.quotes.found.append(
                QuoteMention(
                    main.start,
                    main.end,
                    "indirect",
                    speaker,
                    made.cue_span,
                    content,
                    f"indirect-{made.rule}",
                    time,
                    paragraph=unit.paragraph,
                )
            )

    # ------------------------------------------------------- not in a content

    def _named(self, unit: QuotedSentence, quote: QuotedSpan, made: Attribution | None) -> bool:
        """Whether marks hold a name, a title or a word held at arm's length."""
        if self.rules.is_title(self.text, quote):
            return True
        words = WORDS.findall(self.text[quote.start : quote.end])
        if not words:
            return True
        if self.document.paragraphs[unit.paragraph].role in ("title", "lead-title"):
            return False  # A headline has no room for titles and irony in marks.
        if self.rules.may_be_title(self.text, quote, made is not None):
            return True
        if made is not None or len(words) > 2:
            return False
        return not self._somebodys(unit, quote)

    def _somebodys(self, unit: QuotedSentence, quote: QuotedSpan) -> bool:
        """Whether a word or two in marks, with no cue, may be somebody's all the same: an
        actor is the subject, or "as" and the like lead up to them."""
        before = self.text[max(unit.start, quote.open - 24) : quote.open]
        if self.rules.ascribes.search(before):
            return True
        speaks = self._people(unit)[0]
        return speaks is not None and speaks.end <= quote.open

    def _people(self, unit: QuotedSentence) -> tuple[Mention | None, Mention | None]:
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

    def _loose(self, unit: QuotedSentence, quote: QuotedSpan, resolved: Sequence[Speaker]) -> None:
        """A quotation that no attribution of its unit covers."""
        signed = SIGNED.match(self.text, quote.close, self.document.paragraphs[unit.paragraph].end)
        if not signed and unit.bare and unit.paragraph + 1 < len(self.document.paragraphs):
            below = self.document.paragraphs[unit.paragraph + 1]
            signed = BELOW.match(self.text, below.start, below.end)
        if signed:
            who = Span(*signed.span("who"))
            signer = self.speakers.resolve(who)
            if signer.actors:
                self._keep(self._plain(unit, quote, "direct", signer, None, "direct-signed"))
                return
        if self._awaited(unit, quote) or self._before_colon(unit, quote):
            return
        around = self.text[max(unit.start, quote.open - 70) : quote.open]
        signs = self.rules.signs.search(around)
        words = WORDS.findall(self.text[quote.start : quote.end])
        if signs and not unit.bare and len(words) <= 20:
            cue = Span(
                quote.open - len(around) + signs.start(), quote.open - len(around) + signs.end()
            )
            self._keep(self._plain(unit, quote, "sign", NONE, cue, "sign"))
            return
        if unit.bare or (quote.carried and len(words) > 3):
            self._inherited(unit, quote)
            return
        if self._named(unit, quote, None):
            self.quotes.not_quotes.append(quote)
            return
        speaker = next((s for s in resolved if s.actors), None)
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
        self._keep(self._plain(unit, quote, kind, weak, None, f"{kind}-{rule}"))

    def _awaited(self, unit: QuotedSentence, quote: QuotedSpan) -> bool:
        """Whether the paragraph before ended in a cue and a colon: the speech is this."""
        if self.pending is None:
            return False
        before, made, speaker = self.pending
        first = unit.tokens.tokens[0].quote is quote
        if unit.paragraph - before.paragraph > 1 or not first:
            return False
        self.pending = None
        found = self._plain(unit, quote, "direct", speaker, made.cue_span, "direct-line-colon")
        self.speakers.remember(quote.start, speaker)
        self._keep(found)
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
        self._keep(self._plain(unit, quote, "direct", speaker, None, "direct-colon"))
        self.said = unit, speaker
        return True

    def _sentence_speaker(self, unit: QuotedSentence, quote: QuotedSpan) -> tuple[Speaker, str]:
        """Who speaks where no cue is: the sentence's own person, or the speaker before."""
        opening = self._opening(unit)
        if opening.actors:
            return opening, "subject"
        subject = self.rules.subject(unit, self.text, self.mention_ends, quote)
        before = self.text[max(unit.start, quote.open - 24) : quote.open]
        called = subject is not None and self.rules.ascribes.search(before) is not None
        own = called and subject is not None and self.speakers.named(subject)
        if not own and self.said and self.said[0].paragraph == unit.paragraph:
            return self.said[1], "same-paragraph"
        words = ""
        if subject is not None:
            words = self.text[subject.start : subject.end].strip(" ,").lower()
            if words not in self.rules.impersonal and (
                words in self.rules.pronouns or self.speakers.named(subject)
            ):
                found = self.speakers.resolve(subject)
                if found.actors or words in self.rules.pronouns:
                    return found, "subject"
        first = self._people(unit)[1]
        if first is not None:
            return Speaker((first.actor,), Span(first.start, first.end), "", 0.5), "subject"
        if subject is not None and words not in self.rules.pronouns:
            return self.speakers.described(subject), "subject"
        return NONE, "unattributed"

    def _opening(self, unit: QuotedSentence) -> Speaker:
        """Who "he", "she" or "they" is where a sentence opens with that."""
        tokens, starts, ends = unit.tokens
        at = next((at for at, token in enumerate(tokens) if token.kind == "word"), None)
        if at is None or tokens[at].lower not in self.rules.personal:
            return NONE
        return self.speakers.resolve(Span(starts[at], ends[at]))

    def _inherited(self, unit: QuotedSentence, quote: QuotedSpan) -> None:
        """A quotation with no word beside it: the speaker before goes on, or the line
        before tells who speaks."""
        last = self.quoted
        near = last is not None and unit.paragraph - last.paragraph <= 1
        if (
            last is not None
            and near
            and (last.speaker.actors or last.speaker.words)
            and not self._spoken_between(last, unit)
        ):
            speaker = last.speaker._replace(words=None, sure=min(last.speaker.sure, 0.85))
            found = self._plain(unit, quote, "direct", speaker, None, "direct-inherited")
            found.continues = last.start
            self.speakers.remember(quote.start, speaker)
            self._keep(found)
            return
        speaker = self._line_before(unit)
        self.speakers.remember(quote.start, speaker)
        self._keep(self._plain(unit, quote, "direct", speaker, None, "direct-line-before"))

    def _spoken_between(self, last: QuoteMention, unit: QuotedSentence) -> bool:
        """Whether prose without that speaker's words stands between two quotations."""
        previous = self.previous
        if previous is None or previous.start <= last.start <= previous.end:
            return False
        if self.said and self.said[0] is previous and self.said[1].actors == last.speaker.actors:
            return False
        return bool(previous.paragraph != last.paragraph or self.spoken)

    def _line_before(self, unit: QuotedSentence) -> Speaker:
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
        if self.text[previous.start : previous.end].rstrip().endswith(":"):
            opening = self._opening(previous)
            if opening.actors:
                return opening._replace(rule="line-before", sure=min(opening.sure, 0.7))
        people = [
            m.actor
            for m in self.speakers.within(previous.start, previous.end)
            if m.type == "person"
        ]
        if people:
            return Speaker((people[-1],), None, "line-before", 0.7)
        return NONE

    def _plain(
        self,
        unit: QuotedSentence,
        quote: QuotedSpan,
        kind: QuoteType,
        speaker: Speaker,
        cue: Span | None,
        rule: str,
    ) -> QuoteMention:
        span = Span(quote.start, quote.end)
        if kind != "sign":
            self.quotes.reported.append(Reported(*span, speaker.actors, "statement"))
        return QuoteMention(*span, kind, speaker, cue, (span,), rule, paragraph=unit.paragraph)

    # ----------------------------------------------------------------- times

    def _time(self, unit: QuotedSentence, made: Attribution) -> TimeMention | None:
        """The day that stands with the cue and not inside what is said."""
        first = bisect_left(self._times_at, unit.start)
        for time in self.times[first : bisect_left(self._times_at, unit.end, first)]:
            if time.role != "at" or not time.edtf:
                continue
            if any(span.start <= time.start < span.end for span in made.content):
                continue
            if self.rules.dates(self.text, unit.start, made, time):
                return time
        return None
