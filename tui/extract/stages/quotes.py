"""Quotes: what stands in marks and what is reported without, each with its speaker.

Every stretch in marks is accounted for: it is somebody's words, a sign's, or a name, a
title, a scare quote. What a cue governs without marks is a reported statement.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tui.extract.analysis.attribution import Attribution
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.findings import QuoteMention, Reported, Speaker, TimeMention
from tui.extract.languages.language import Resolver, SpeechRules
from tui.extract.stages import quote_shapes, repeats, turns
from tui.extract.stages.metadata import Metadata
from tui.extract.stages.speech_so_far import NONE, QuoteFinder, SpeechSoFar
from tui.extract.stages.uncued_speech import UncuedSpeech
from tui.extract.text.document import Document, Span
from tui.extract.text.quotation_marks import QuotedSpan


def read(
    document: Document,
    marked: Sequence[QuotedSpan],
    speakers: Resolver,
    times: Sequence[TimeMention],
    about: Metadata,
    rules: SpeechRules,
) -> QuoteFinder:
    """The quotes of a text, in its order; ``marked`` is what stands in marks."""
    told = SpeechSoFar(document, speakers, about.spoken, rules)
    reader = _Reader(told, times)
    for unit in rules.sentences(document, marked, told.mention_ends):
        reader.unit(unit)
    quotes = told.quotes
    repeats.mark(document, quotes.found)
    said = turns.read(document, speakers, rules.turns, about.author)
    if said:
        quotes.found = [each for each in quotes.found if not _asides(each, said)]
        repeats.of_interview(document, quotes.found, said)
    for turn in said:
        quotes.found.append(turn)
        quotes.reported.append(Reported(turn.start, turn.end, turn.speaker.actors, "statement"))
    quotes.found.sort(key=lambda each: (each.start, each.end))
    rules.hand_down(document.text, quotes.found)
    return quotes


def _asides(quote: QuoteMention, said: Sequence[QuoteMention]) -> bool:
    """Whether nobody in particular says, without marks, what stands within a turn: it is whose
    turn it is who tells of it ("Why do you think that ...?", "They believe that ...")."""
    unknown = quote.type == "indirect" and not quote.speaker.actors
    return unknown and any(turn.start <= quote.start and quote.end <= turn.end for turn in said)


def _speaking(made: Sequence[Attribution], resolved: Sequence[Speaker]) -> Speaker | None:
    """Who speaks in a sentence: the first who is known, else whoever a pronoun stands for."""
    said = [
        who for who, each in zip(resolved, made, strict=True) if each.cue.construction != "noun"
    ]
    known = next((speaker for speaker in said if speaker.actors), None)
    return known or next((speaker for speaker in said if speaker.rule == "pronoun"), None)


_WORDS_OF_CLAUSE = 3
"""Words that a reported clause has at least."""


class _Reader:
    """Reads the attributions of one sentence after another."""

    def __init__(self, told: SpeechSoFar, times: Sequence[TimeMention]) -> None:
        self.told = told
        self.document = told.document
        self.text = told.text
        self.speakers = told.speakers
        self.rules = told.rules
        self.quotes = told.quotes
        self.uncued = UncuedSpeech(told)
        self.times = sorted(times, key=lambda each: each.start)
        self._times_at = [time.start for time in self.times]

    def unit(self, unit: QuotedSentence) -> None:
        """Record what a sentence has in anybody's name."""
        if unit.paragraph == self.told.block or self.uncued.block(unit):
            return
        reports = self._may_report(unit)
        if not unit.quotes and not reports:
            self.told.previous = unit
            return
        made = self.rules.attributions(unit, self.text, self.told.mention_ends) if reports else []
        if not unit.quotes and not made:
            self.told.previous = unit
            return
        resolved = self._resolved(made)
        labelled = {quote.open for quote in unit.quotes if self.uncued.labelled(unit, quote)}
        chosen = {quote.open: self._chooses(quote, made) for quote in unit.quotes}
        covered: set[int] = set(labelled)
        for quote in unit.quotes[:1]:
            if chosen[quote.open] is None and quote.open not in labelled:
                self.uncued.read(unit, quote, resolved)  # Before what the sentence has said.
                covered.add(quote.open)
        for index, (each, speaker) in enumerate(zip(made, resolved, strict=True)):
            if each.of_before:
                self._told_before(unit, each, speaker)
                continue
            if not each.content:
                self.told.pending = unit, each, speaker
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
                self.uncued.read(unit, quote, resolved)
        if (speaking := _speaking(made, resolved)) is not None:
            self.told.said = unit, speaking
        self.told.previous = unit

    def _resolved(self, made: Sequence[Attribution]) -> list[Speaker]:
        """Who the source of each attribution is."""
        resolved: list[Speaker] = []
        for each in made:
            if each.source is not None:
                asks = each.rule == "asked"
                found = self.speakers.asking if asks else self.speakers.resolve
                speaker = found(each.source)
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
        return resolved

    def _told_before(self, unit: QuotedSentence, made: Attribution, speaker: Speaker) -> None:
        """Record the sentence before as what is said, where nobody else says it."""
        before = self.told.previous
        if before is None or before.paragraph != unit.paragraph:
            return
        if any(not quote.name for quote in before.quotes):
            return
        told = self.told.said is not None and self.told.said[0] is before
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
        if best is None:
            return None
        inner = self._relayed(quote, made, made[best[2]])
        return best[2] if inner is None else inner

    def _relayed(
        self, quote: QuotedSpan, made: Sequence[Attribution], outer: Attribution
    ) -> int | None:
        """Of what an agency passes on, the attribution of the one who said it: "Kos called it
        “a farce,” Reuters reported"."""
        if not (outer.relays and outer.before and outer.content):
            return None
        end = outer.content[-1].end
        for index in range(len(made) - 1, -1, -1):
            each = made[index]
            told = each.source is not None or each.same_as is not None
            covers = any(
                span.start <= quote.open and quote.close <= span.end for span in each.content
            )
            if each is not outer and told and covers and each.cue_span.end <= quote.open:
                each.content = tuple(
                    Span(span.start, min(span.end, end))
                    for span in each.content
                    if span.start < end
                )
                return index
        return None

    def _attributed(
        self,
        unit: QuotedSentence,
        made: Attribution,
        speaker: Speaker,
        inside: Sequence[QuotedSpan],
    ) -> None:
        """Record what an attribution governs, with the quotations that are under it."""
        spoken = [quote for quote in inside if not self.told.is_name(unit, quote, made)]
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
        many = self._of_many(made, speaker)
        for quote in spoken:
            if many:
                nobody = NONE._replace(words=speaker.words)
                self.told.keep(self.told.plain(unit, quote, "sign", nobody, made.cue_span, "sign"))
                continue
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
            elif quote.carried and self.told.quoted is not None:
                found.continues = self.told.quoted.start
            self.told.keep(found)
            first = first or found
        self._beside(unit, made, speaker, spoken, time)
        self.quotes.not_quotes.extend(quote for quote in inside if quote not in spoken)

    def _of_many(self, made: Attribution, speaker: Speaker) -> bool:
        """Whether what is said stands on a sign, or a crowd chants it."""
        types = {self.speakers.names.actors[actor].type for actor in speaker.actors}
        source = self.text[slice(*made.source)] if made.source else ""
        return "person" not in types and self.rules.of_many(made.cue, source)

    def _beside(
        self,
        unit: QuotedSentence,
        made: Attribution,
        speaker: Speaker,
        spoken: Sequence[QuotedSpan],
        time: TimeMention | None,
    ) -> None:
        """Of "that A, and that B is “...”, and that C" record A and C as reported: the words in
        marks are B's; and of "that A: “...”" A."""
        if made.before or made.nested or len(made.content) != 1:
            return
        whole = made.content[0]
        if colon := self._clause_before(whole, spoken[0]):
            told = Span(whole.start, colon)
            self._indirect(unit, replace(made, content=(told,)), speaker, time)
            return
        inside = [
            quote_shapes.clause(self.text, self.rules.joins, quote, whole) for quote in spoken
        ]
        begin = whole.start
        for join in [*self.rules.joins.finditer(self.text, *whole), None]:
            clause = Span(begin, join.start() if join else whole.end)
            other = any(q.open < clause.end and clause.start < q.close for q in unit.quotes)
            if clause != whole and clause not in inside and clause.end > clause.start and not other:
                self._indirect(unit, replace(made, content=(clause,)), speaker, time)
            begin = join.end() if join else begin

    def _clause_before(self, whole: Span, quote: QuotedSpan) -> int | None:
        """Where a clause ends that the reporter tells before a colon and a quotation."""
        before = self.text[whole.start : quote.open].rstrip()
        told = self.rules.clause.match(self.text, whole.start) is not None
        clause = told and before.endswith(":") and before.count(" ") >= _WORDS_OF_CLAUSE - 1
        return whole.start + len(before) - 1 if clause else None

    def _indirect(
        self, unit: QuotedSentence, made: Attribution, speaker: Speaker, time: TimeMention | None
    ) -> None:
        main, last = max(made.content, key=lambda span: span.end - span.start), made.content[-1]
        if made.interrupted and main is not last:  # The beginning of a clause says nothing alone.
            main = Span(main.start, last.end)
        parts, continued = [(main, made.content)], False
        if len(made.content) == 2 and ":" in self.text[made.content[0].end : made.content[1].start]:
            # "The count is over, Kos said: Simic leads": each is a statement of its own.
            parts = [(span, (span,)) for span in made.content]
        elif len(clauses := self._clauses(main)) > 1 and len(made.content) == 1:
            parts = [(clause, (clause,)) for clause in clauses]
            continued = True
        for at, (main, content) in enumerate(parts):
            found = QuoteMention(
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
            found.continues = parts[0][0].start if at and continued else None
            self.quotes.found.append(found)

    def _clauses(self, whole: Span) -> list[Span]:
        """The clauses of "that A, that B and that C", each of which is a statement of its own;
        one where a "that" within them may be what the others go on with."""
        joins = list(self.rules.joins.finditer(self.text, *whole))
        starts = [whole.start, *(join.end() for join in joins)]
        ends = [*(join.start() for join in joins), whole.end]
        clauses = [Span(*each) for each in zip(starts, ends, strict=True)]
        told = self.rules.clause.match(self.text, whole.start)
        if not told and any(not self.rules.opens.match(self.text, start) for start in starts[1:]):
            return [whole]  # "said she knew, and that day came"
        for clause in clauses:
            short = self.text.count(" ", *clause) < _WORDS_OF_CLAUSE - 1
            if short or self.rules.clause.search(self.text, clause.start + 1, clause.end):
                return [whole]
        return clauses

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
