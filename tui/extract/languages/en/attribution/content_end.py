"""Where what is said ends: at a clause that stands beside it, or that it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui.extract.analysis.attribution import Cue
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.sources import Subjects
from tui.extract.languages.en.attribution.speech_sentence import SpeechSentence
from tui.extract.languages.en.morphology import forms
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "attribution")

_BEFORE_VERB = lex.ADVERBS | lex.AUXILIARIES
_SUBJECTS = (lex.SUBJECT_PRONOUNS - {"who"}) | lex.DETERMINERS | lex.ROLE_NOUNS | lex.PLURAL_PEOPLE
_NO_SUBJECTS = lex.CONJUNCTIONS | lex.PREPOSITIONS | lex.SUBORDINATORS | lex.RELATIVES
_FRONTING = _WORDS["fronting"]
"""What opens a clause before the sentence's own: "When X said ..., Y replied"."""
_OF_THINGS = cues.STANCE - cues.SPEECH
"""Cues behind which a thing stands and no clause."""
_IMPERSONAL = frozenset("it there this that".split())
"""Subjects that say nothing themselves."""
_JOINING = frozenset("and while but".split())
OPENING_OWN = frozenset("and but while yet whereas though although".split())
"""What opens a clause of its own behind a comma: ", but Simic said"."""
_PARTING = frozenset(",–—-")
_NO_APPOSED = (
    lex.CONJUNCTIONS
    | lex.SUBORDINATORS
    | lex.PREPOSITIONS
    | lex.PRONOUNS
    | lex.ADVERBS
    | lex.PLURAL_PEOPLE
    | lex.CALENDAR
    | cues.DOCUMENTS
)
"""What stands between a comma and a "that" which opens what is said."""
_WITHHELD, _DETAILS = _WORDS["withheld"], _WORDS["details"]
"""What somebody does not do who says no more, and what is not told then."""
_TAKEN_UP = _WORDS["taken_up"]
"""What the reporter calls what was said, behind it."""


class Endings:
    """Finds the ends of contents in one sentence."""

    def __init__(self, sentence: SpeechSentence, subjects: Subjects) -> None:
        self.sentence = sentence
        self.subjects = subjects
        self._own_clauses: dict[Cue, int | None] = {}

    def end_of_content(self, index: int, others: list[Cue], fronted: int | None = None) -> int:
        end = self.before_circumstance(index, self.sentence.clause_end(index, keep_commas=True))
        if fronted is not None and index < fronted < end:
            end = fronted
        for other in others:
            if other.first <= index or other.first >= end:
                continue
            start = self.own_clause(other)
            if start is None or self._goes_on_in(index, start, other, others):
                start = self._joined_clause(index, other, others)
            if start is not None and start > index:
                return start
            if start == index - 1 and self.sentence.tokens[start].text == ":":
                return index  # "They claim the same: the mayor told us ...": nothing is left.
        return end

    def _goes_on_in(self, index: int, start: int, other: Cue, others: Sequence[Cue]) -> bool:
        """Whether a cue behind "and" is part of what is said, as its tense tells: "Police say he
        fled and refused to talk", "argued that she should go and support Kos"."""
        tokens = self.sentence.tokens
        before = [one for one in others if one.last < index]
        joined = tokens[start].lower in ("and", "but") and tokens[index].lower not in _IMPERSONAL
        if not joined or not before or before[-1].construction != "finite":
            return False
        return {self._is_past(one) for one in (before[-1], other)} == {True, False}

    def _is_past(self, cue: Cue) -> bool | None:
        """Whether a cue is in its simple past, or its simple present; None for all else."""
        tokens = self.sentence.tokens
        lower = tokens[cue.first].lower
        if cue.first and tokens[cue.first - 1].lower in lex.AUXILIARIES:
            return None
        made = forms(cue.lemma)
        return {made.past: True, made.base: False, made.third: False}.get(lower)

    def _joined_clause(self, index: int, other: Cue, others: Sequence[Cue]) -> int | None:
        """Where "and Simic says" begins behind what somebody denounces or is accused of, in which
        there is no verb that it could go on; or "and Simic calling" behind "with Kos saying"; or
        "while adding"."""
        tokens = self.sentence.tokens
        at = other.first - 1
        before = [one for one in others if one.last < index]
        if other.construction == "participle" and tokens[at].lower in _JOINING:
            parallel = bool(before) and before[-1].construction == "participle"
            apart = tokens[at - 1].kind == "mark"
            inward = other.lemma in cues.MIND
            tells = tokens[at].lower == "while" or parallel or apart
            return at if tells and not inward else None
        while at > index and tokens[at].capital:
            at -= 1
        named = at < other.first - 1 and self.sentence.names(other.first - 1)
        if not before or not named or tokens[at].lower not in _JOINING:
            return None
        of_thing = before[-1].lemma in _OF_THINGS and not self.sentence.has_verb(index, at)
        return at if other.construction == "finite" and of_thing else None

    def relative_end(self, cue: Cue, index: int, end: int) -> int:
        """Where ", who said ...," ends: at the comma before the verb of the whole."""
        tokens = self.sentence.tokens
        for position in range(index + 1, end - 1):
            if tokens[position].text == "," and self.sentence.is_verb(position + 1):
                return position
            if self.closes_with_comma(position) and self.sentence.is_verb(position + 1):
                return position + 1
        return end

    def noun_clause_end(self, cue: Cue, begin: int) -> int:
        """Where "claims that ..." ends: with the sentence or at a comma, and of a subject
        before the verb of which it is one ("The claim that he won | drew laughter")."""
        tokens = self.sentence.tokens
        end = self.sentence.clause_end(begin)
        leads = not self.sentence.has_verb(1, cue.first)
        verbs = [verb for verb in self.sentence.verbs if begin < verb[0] < end]
        for (_, before), other in pairwise(verbs if leads else ()):
            between = [token.lower for token in tokens[before : other[0]]]
            joined = any(
                word in lex.CONJUNCTIONS or word in lex.SUBORDINATORS or word == "to"
                for word in between
            )
            if not joined and (between or other == verbs[-1]):
                return other[0]  # "the votes he got were forged | is false"
        return end

    def of_thing(self, index: int, end: int) -> int:
        """Up to ", which came second": what the reporter tells of a thing that is rejected."""
        tokens = self.sentence.tokens
        for at in range(end - 2, index, -1):
            if tokens[at].text == ",":
                if tokens[at + 1].lower not in lex.RELATIVES:
                    break
                end = at
        return end

    def before_circumstance(self, index: int, end: int) -> int:
        """Up to ", as hundreds protested": what the reporter adds behind what was said."""
        tokens = self.sentence.tokens
        for position in range(index + 1, end - 2):
            if tokens[position].kind == "quote":
                return end
            words = [token.lower for token in tokens[position : position + 3]]
            if words[0] in _PARTING and words[1] in ("a", "an") and words[2] in _TAKEN_UP:
                return position  # "..., a claim that the ministry denied"
            if words[0] == "," and words[2] == "that" and self.apposed(position + 2):
                return position
            if words[:2] == [",", "but"] and self._withheld(position + 2):
                return position
            if words[:2] == [",", "it"] and words[2] in ("is", "was") and self._told(position + 3):
                return position
            if tokens[position].text == "," and (
                tokens[position + 1].lower
                in ("amid", "days", "hours", "weeks", "referring", "alluding", "compared")
                or self._occasion(position + 1)
                or (
                    tokens[position + 1].lower == "as"
                    and tokens[position + 2].lower not in ("well", "it", "he", "she", "they", "i")
                    and self.sentence.has_verb(position + 2, end)
                )
            ):
                return position
        return end

    def _withheld(self, at: int) -> bool:
        """Whether "gave no details", "did not provide any evidence" begins at a token."""
        words = [token.lower for token in self.sentence.tokens[at : at + 6]]
        denied = words[1:2] in (["not"], ["n't"], ["no"])
        return denied and not _WITHHELD.isdisjoint(words[:3]) and not _DETAILS.isdisjoint(words)

    def _told(self, at: int) -> bool:
        """Whether nothing but "stated (in the announcement)" stands from a token on."""
        told = cues.LEMMAS.get(self.sentence.lower(at)) in cues.SPEECH
        rest = self.sentence.lower(at + 1)
        return told and rest in ("", ".", "in", "by", "on")

    def apposed(self, that: int) -> bool:
        """Whether a "that" goes with a noun set apart: ", language that made her ..."."""
        tokens = self.sentence.tokens
        noun, begin = tokens[that - 1], that - 2
        if tokens[begin].lower in ("a", "an"):
            begin -= 1
        plain = not (noun.capital or noun.tag or noun.lower in _NO_APPOSED)
        apart = tokens[begin].text in _PARTING
        return apart and plain and not noun.lower.endswith(("ing", "ly"))

    def is_setting(self, begin: int, comma: int) -> bool:
        """Whether what stands before a comma is no subject: "in Brod", "from those that did"."""
        tokens = self.sentence.tokens
        commas = (at + 1 for at in range(begin, comma) if tokens[at].text == ",")
        first = tokens[max(commas, default=begin)].lower
        return begin >= comma or first in lex.PREPOSITIONS or first in lex.ADVERBS

    def _occasion(self, at: int) -> bool:
        """Whether "in a resolution", "after observers recorded" begins at a token: on what
        occasion it was said."""
        tokens = self.sentence.tokens
        words = [token.lower for token in tokens[at : at + 5]]
        if words[:2] in (["in", "a"], ["in", "an"]):
            return not cues.DOCUMENTS.isdisjoint(words[2:])
        later = words[0] == "after" and tokens[at + 1].capital
        return later and self.sentence.has_verb(at + 2, len(tokens))

    def closes_with_comma(self, at: int) -> bool:
        """Whether a token is a quotation with a comma before its closing mark."""
        quote = self.sentence.tokens[at].quote
        return quote is not None and self.sentence.text[quote.end - 1] == ","

    def own_clause(self, other: Cue) -> int | None:
        """Where a later cue's clause begins, when it stands beside and not inside."""
        # Every cue before it asks, so that a long sentence tells each answer once.
        if other not in self._own_clauses:
            self._own_clauses[other] = self._begins_own_clause(other)
        return self._own_clauses[other]

    def _begins_own_clause(self, other: Cue) -> int | None:
        tokens = self.sentence.tokens
        at = other.first - 1
        while at >= 0 and tokens[at].lower in _BEFORE_VERB:
            at -= 1
        if at < 0:
            return None
        inward = other.lemma in cues.MIND
        if other.construction == "participle" and tokens[at].text in _PARTING:
            return None if inward else at
        if other.construction == "participle" and self.closes_with_comma(at):
            return at + 1
        if other.construction == "according" and tokens[at].text == ",":
            related = at > 1 and tokens[at - 1].lower in ("which", "who")
            return at - 2 if related and tokens[at - 2].text == "," else at
        if other.construction == "finite" and tokens[at].lower in ("and", "but"):
            # "said she was tired and wanted a rest": what is said goes on.
            return None if inward else at
        if other.construction == "finite" and tokens[at].text == "," and self._told_by_name(other):
            return at
        if other.construction == "finite" and tokens[at].text == ",":
            whole = self.subjects.subject_before_comma(at)
            if whole and whole[0] > 1 and tokens[whole[0] - 1].text == ":":
                return whole[0] - 1
        if other.construction == "finite" and tokens[at].kind == "word":
            begin = self.sentence.clause_start(at)
            parted = begin > 1 and tokens[begin - 2].text in _PARTING
            if parted and tokens[begin - 1].lower in OPENING_OWN:
                return begin - 2
            if begin > 1 and tokens[begin - 1].text == ":":
                return begin - 1
            related = tokens[begin - 1].lower in ("which", "whom") and tokens[begin - 2].text == ","
            somebody = tokens[begin].capital or tokens[begin].lower in _SUBJECTS | lex.OWNERS
            if begin > 1 and related and somebody and other.lemma in cues.SPEECH:
                return begin - 2  # "..., which Simic says would cost too much"
            if (
                begin > 0
                and tokens[begin - 1].text == ","
                and tokens[at].lower in ("he", "she", "they")
            ):
                return begin - 1
        return None

    def _told_by_name(self, other: Cue) -> bool:
        """Whether a sentence ends in who passes it on: "..., reported the Daily Herald"."""
        tokens = self.sentence.tokens
        behind = self.sentence.phrase_right(other.last + 1)
        if behind is None or other.lemma not in cues.SPEECH:
            return False
        named = tokens[other.last + 1].capital or self.sentence.names(behind[1] - 1)
        return named and all(token.text == "." for token in tokens[behind[1] :])

    def fronted_until(self, cue: Cue) -> int | None:
        """Where the clause before the sentence's own ends, of a cue that stands in it: the
        comma (or the quotation that holds it) of "When X said ..., Y replied"."""
        tokens = self.sentence.tokens
        first = 0
        while first < cue.first and (
            tokens[first].lower in lex.CONJUNCTIONS
            or tokens[first].lower in lex.ADVERBS
            or tokens[first].kind == "mark"
        ):
            first += 1
        if not self.fronts(first) or any(
            token.kind == "quote" or token.text in (",", ";", ":", "—", "–")
            for token in tokens[first : cue.first]
        ):
            return None
        for index in range(cue.last + 1, len(tokens) - 2):
            token = tokens[index]
            if token.text in (";", ":", "—", "–"):
                return None
            quote = token.quote
            ends = token.text == "," or (
                quote is not None and self.sentence.text[quote.end - 1] == ","
            )
            if ends and self._own_clause_at(index + 1):
                return index if token.text == "," else index + 1
        return None

    def fronts(self, at: int) -> bool:
        """Whether a clause before the sentence's own begins at a token."""
        token = self.sentence.tokens[at]
        if token.kind != "word" or self.sentence.names(at):
            return False
        return token.lower in _FRONTING or self.subjects.describes(at)

    def _own_clause_at(self, at: int) -> bool:
        """Whether a subject and then its verb stand from a token on, before a comma."""
        tokens = self.sentence.tokens
        first = tokens[at]
        if first.kind != "word" or first.lower in _NO_SUBJECTS or first.lower.endswith("ing"):
            return False
        sure = first.capital or first.lower in _SUBJECTS
        for index in range(at + 1, min(at + (16 if sure else 6), len(tokens))):
            token = tokens[index]
            if token.kind == "quote" or token.text in (";", ":"):
                return False
            if not sure and (token.text == "," or token.lower in lex.CONJUNCTIONS):
                return False  # "the hall was shut, cold and old, Simic left"
            if token.text == "," and index + 1 < len(tokens):
                apart = self.subjects.subject_before_comma(index)
                return apart is not None and self.sentence.has_verb(index + 1, len(tokens))
            if token.lower in lex.RELATIVES or token.lower in lex.CONJUNCTIONS:
                continue
            if self.sentence.is_verb(index):
                return True
        return False
