"""Who is the source of what: cues, their subjects, and the words attributed.

For each unit: find the cues, for each cue its subject (before it, behind it, or the one of
the verb before it), and what it governs: the clause behind it, or all that stands before.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.according import According
from tui.extract.languages.en.attribution.acts import Acts
from tui.extract.languages.en.attribution.complements import THESE
from tui.extract.languages.en.attribution.constructions import Constructions
from tui.extract.languages.en.attribution.content_end import OPENING_OWN
from tui.extract.languages.en.attribution.contents import Contents
from tui.extract.languages.en.attribution.sources import Subjects
from tui.extract.languages.en.attribution.speech_sentence import Phrase, SpeechSentence
from tui.extract.languages.en.attribution.tags import Tags
from tui.extract.languages.en.cues import cue_verb
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span
from tui.extract.text.quotation_marks import QuotedSpan

_WORDS = lists("words", "attribution")

READABLE = cues.DOCUMENTS | _WORDS["readable"]
_PERCEIVING = frozenset("see find hear know learn show".split())
"""Cues of what somebody found out; in what another tells the words are the other's."""
_JUDGING = _WORDS["judging"]
"""Cues of what somebody did; in what another tells the words in marks are the other's as well."""
_JOINS = ("and ", "or ", "but ", "to ")


def read(unit: QuotedSentence, text: str, mention_ends: Mapping[int, int]) -> list[Attribution]:
    """The attributions of a unit, in order of their cues. ``mention_ends`` has the end of
    each actor's mention by where it begins in the text."""
    sentence = _laid_out(unit, text, mention_ends)
    return _Reader(sentence).read() if sentence.cues or sentence.headline else []


def _laid_out(unit: QuotedSentence, text: str, mention_ends: Mapping[int, int]) -> SpeechSentence:
    """The analysis of a sentence, made once however many of its quotations ask for it."""
    if unit.analysis is None:
        unit.analysis = SpeechSentence(unit, text, mention_ends)
    analysis: SpeechSentence = unit.analysis
    return analysis


def subject_at(
    unit: QuotedSentence, text: str, mention_ends: Mapping[int, int], quote: QuotedSpan
) -> Span | None:
    """The words of the subject whose clause a quotation without a cue stands in."""
    sentence = _laid_out(unit, text, mention_ends)
    at = sentence.quote_at.get(quote.open, 0)
    if text[quote.end - 1] == "," and at + 1 < len(sentence.tokens):
        # A comma before the closing mark: who is named behind it says so.
        behind = sentence.phrase_right(at + 1)
        if behind is not None and sentence.names(at + 1):
            return sentence.span_of(behind)
    if at and sentence.tokens[at - 1].text == ":":
        at -= 1
    return sentence.span_of(Subjects(sentence).subject_of(at))


class _Reader:
    def __init__(self, sentence: SpeechSentence) -> None:
        self.sentence = sentence
        self.subjects = Subjects(sentence)
        self.contents = Contents(sentence, self.subjects)
        self.tags = Tags(sentence, self.subjects, self.contents)
        self.according = According(sentence, self.contents)
        self.acts = Acts(sentence, self.contents)
        self.others = Constructions(sentence, self.subjects, self.contents)

    def read(self) -> list[Attribution]:
        cues = self.sentence.cues
        limit = -1
        if self.sentence.headline and (titled := self.others.headline_colon()) is not None:
            self.sentence.found.append(titled)
        if (held := self.others.held_by()) is not None:
            self.sentence.found.append(held)
            return self.sentence.found
        for cue in cues:
            nested = cue.first < limit and not (
                self.tags.tells_before(cue) or self.tags.closes(cue)
            )
            if nested and not self._quotes_at_once(cue):
                continue
            made = self._attribution(cue, cues)
            if made is None:
                continue
            made.nested = nested
            made.relays = cue.construction == "according" or cue_verb(cue.lemma).relays
            self.sentence.found.append(made)
            if nested:
                continue
            if not made.before and made.content:
                # A cue inside a clause that is itself reported belongs to the reported
                # speaker, unless it stands apart behind a comma or a conjunction.
                limit = self._nested_until(cue, made)
        return self.sentence.found

    def _attribution(self, cue: Cue, cues: list[Cue]) -> Attribution | None:
        if not cue_verb(cue.lemma).attributes and not (cue.lemma == "read" and self._document(cue)):
            return None
        if cue.construction == "according":
            return self.according.read(cue)
        if cue.construction == "opinion":
            return self.others.opinion(cue)
        if cue.construction == "passive":
            return self.others.passive(cue)
        if cue.construction == "noun":
            return self.others.noun(cue)
        if cue.construction == "impersonal" or self.acts.is_called(cue) or self.acts.counts(cue):
            return None
        if self._is_told_of(cue):
            return None
        if cue.construction == "infinitive":
            return self.others.infinitive(cue)
        if cue.lemma in ("quote", "cite") and (passed := self.others.passed_on(cue)):
            return passed
        return self._of_subject(cue, cues)

    def _of_subject(self, cue: Cue, cues: list[Cue]) -> Attribution | None:
        """What the subject of a cue is told to say."""
        tokens = self.sentence.tokens
        source: Phrase | None = None
        same_as: int | None = None
        if self.tags.inverted(cue):
            source = self.subjects.with_name(self.sentence.phrase_right(cue.last + 1))
            rule = "inverted"
        if source is None:
            source, same_as = self.subjects.subject(cue)
            rule = "before"
        if source is None and same_as is None:
            return self._opening(cue)
        if source and cue.last + 1 < len(tokens) and tokens[cue.last + 1].lower in lex.AUXILIARIES:
            first = source[0] - 1
            if first >= 0 and tokens[first].lower in ("what", "who", "which", "that"):
                return None  # "what it said was fraud" is part of another statement.
        if source and self.acts.does(cue, source):
            return None
        begin = min(source[0], cue.first) if source else cue.first
        behind = source[1] if rule == "inverted" and source else cue.last + 1
        if self.tags.as_said(cue, begin, behind):
            begin -= 1
        said: tuple[Span, ...] = ()
        tail: tuple[Span, ...] = ()
        if self.contents.follows_content(cue, begin, behind):
            self._take_over(begin)
            said = self.contents.content_before(begin)
            tail = self._goes_on(begin, behind) if said else ()
            if tail:  # "They won; they owe it, Kos said, to Simic": of the clause alone.
                said = self.contents.content_before(begin, within=";") or said
        if said:
            content, rule = self._whole(said, tail), f"{rule}-after"
        else:
            content = self._as_told(cue, begin, behind)
            content = content or self.contents.content_after(cue, behind, cues)
        if not content and self.contents.colon(behind) != len(tokens):
            return None
        words = self.sentence.span_of(source)
        made = Attribution(
            cue, self.sentence.words_of(cue), words, same_as, content, bool(said), rule
        )
        made.stand_in = self.subjects.stand_in(cue)
        made.interrupted = bool(tail) and not self._two_clauses(begin, behind)
        return made

    def _two_clauses(self, begin: int, behind: int) -> bool:
        """Whether a verb stands before a source as well as behind it."""
        sentence = self.sentence
        return sentence.has_verb(0, begin) and sentence.has_verb(behind, len(sentence.tokens))

    def _goes_on(self, begin: int, behind: int) -> tuple[Span, ...]:
        """The rest of what is said, behind a source and its cue."""
        sentence = self.sentence
        tail = self.contents.content_after_break(behind)
        if not tail or sentence.quotes:
            return tail if sentence.quoted(tail) else ()
        joined = sentence.text.startswith(_JOINS, tail[0].start)
        whole = sentence.tokens[begin - 2].lower not in lex.CONJUNCTIONS
        whole = whole and sentence.has_verb(0, begin)
        whole = whole and not sentence.has_verb(behind, len(sentence.tokens))
        # "The hall was shut, Kos said, a first for the town": that is more than he said.
        return () if whole and not joined else tail

    def _whole(self, content: tuple[Span, ...], tail: tuple[Span, ...]) -> tuple[Span, ...]:
        """What is said in two parts; as one where "and" adds the second: "late, he said, and
        cold"."""
        added = bool(tail) and self.sentence.text.startswith(_JOINS, tail[0].start)
        one = added and not self.sentence.quotes
        return (Span(content[0].start, tail[-1].end),) if one else content + tail

    def _opening(self, cue: Cue) -> Attribution | None:
        """ "Calling the vote “a farce,” Kos left": the subject behind the comma says it."""
        if cue.construction != "participle" or cue.first > 1:
            return None
        source = self.subjects.behind_opening(cue)
        if source is None:
            return None
        content = self.contents.content_after(cue, cue.last + 1, self.sentence.cues)
        start = self.sentence.starts[source[0]]
        kept = [self.sentence.trimmed(each.start, min(each.end, start)) for each in content]
        content = tuple(each for each in kept if each is not None)
        first = self.sentence.tokens[cue.last + 1].lower
        clause = first == "that" or self.contents.complements.says(cue)
        if not (clause or self.sentence.quoted(content)):
            return None
        return self.sentence.attribution(cue, source, content, "opening")

    def _is_told_of(self, cue: Cue) -> bool:
        """ "The party will ask for a recount, she said": what is to be said is what she says."""
        tokens, last = self.sentence.tokens, self.sentence.cues[-1]
        coming = cue.first and tokens[cue.first - 1].lower in ("will", "would", "'ll", "shall")
        if not coming or last.first <= cue.last or last.lemma not in cues.SPEECH:
            return False
        source, _ = self.subjects.subject(last)
        return source is not None and source[0] > cue.last and self.tags.ends(last)

    def _as_told(self, cue: Cue, begin: int, behind: int) -> tuple[Span, ...]:
        """ "As Kos said, ..." and "..., as Kos put it": what stands beside is what is said."""
        tokens = self.sentence.tokens
        other = cue_verb(cue.lemma).cls in ("mind", "stance")
        begin += tokens[begin].lower == "as"
        if other or not begin or tokens[begin - 1].lower != "as":
            return ()
        opens = all(
            token.kind == "mark" or token.lower in lex.ADVERBS for token in tokens[: begin - 1]
        )
        if opens and behind < len(tokens) and tokens[behind].text == ",":
            return self.sentence.between(behind + 1)
        return ()

    def _take_over(self, begin: int) -> None:
        """``Kos said Novak "would lose," Simic recalled``: what an earlier cue governs up to a
        quotation that closes with a comma is told by who stands behind it."""
        tokens, found = self.sentence.tokens, self.sentence.found
        quote = tokens[begin - 1].quote
        if quote is None or not found or found[-1].nested or found[-1].before:
            return
        last = found[-1]
        if not last.content or not last.content[-1].start <= quote.open < last.content[-1].end:
            return
        if self.sentence.text[quote.end - 1] not in ",?!":
            return
        at = next(t for t in range(last.cue.last, begin) if self.sentence.starts[t] >= quote.open)
        if at - 1 <= last.cue.last:
            return
        stop: int | None = at - 1  # "Kos said he would go: “It is late,” Simic wrote"
        if tokens[at - 1].text != ":":  # "Kos said he would go, but “it is late,” Simic wrote"
            commas = (each for each in range(at - 2, last.cue.last, -1) if tokens[each].text == ",")
            stop = next((each for each in commas if tokens[each + 1].lower in OPENING_OWN), None)
        if stop is None:
            last.nested = True
        elif stop > last.cue.last + 1:
            kept = self.sentence.trimmed(last.content[0].start, self.sentence.starts[stop])
            last.content = (kept,) if kept else ()

    def _document(self, cue: Cue) -> bool:
        """Whether what "reads" is a document: "the letter reads", "read the statement"."""
        tokens = self.sentence.tokens
        near = tokens[max(0, cue.first - 4) : cue.first] + tokens[cue.last + 1 : cue.last + 4]
        return any(token.lower in READABLE for token in near)

    def _quotes_at_once(self, cue: Cue) -> bool:
        """Whether a quotation follows a cue directly, so that it is this cue's even inside
        what another speaker is reported to say."""
        tokens = self.sentence.tokens
        if cue.first and tokens[cue.first - 1].lower in ("they", "we"):
            return False  # "Kos said that they agreed that ...": Kos tells what they agreed.
        if cue.lemma in _PERCEIVING or cue.lemma in _JUDGING:
            return False
        index = cue.last + 1
        while index < len(tokens) and (
            tokens[index].text in (",", ":")
            or tokens[index].lower in ("that", "a", "an", "the")
            or (tokens[index].lower in THESE and cue.lemma == "call")
            or (tokens[index].lower == "as" and cue.lemma == "describe")
        ):
            index += 1
        return index < len(tokens) and tokens[index].kind == "quote"

    def _nested_until(self, cue: Cue, made: Attribution) -> int:
        """The token before which further cues are inside what is reported."""
        end = made.content[-1].end
        starts = self.sentence.starts
        behind = range(cue.last + 1, len(starts))
        return next((index for index in behind if starts[index] >= end), len(starts))
