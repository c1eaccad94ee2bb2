"""A sentence laid out for attribution: its words, and the bounds of its clauses and phrases.

Positions among the tokens are indexes; a phrase is a first index and one past its last.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise

from tui.extract.analysis.attribution import Attribution, Cue
from tui.extract.analysis.quoted_sentence import QuotedSentence
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution import cue_finder
from tui.extract.languages.en.attribution.not_speech import is_title
from tui.extract.languages.en.clauses.phrases import Phrases
from tui.extract.languages.en.clauses.structure import Structure
from tui.extract.languages.en.clauses.verbs import (
    MAY_BEGIN_VERB,
    MAY_GO_ON,
    SentenceClauses,
    clauses,
)
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span, a_span
from tui.extract.text.lazy_property import lazy_property

_WORDS = lists("words", "attribution")

Phrase = tuple[int, int]
_HEADING = frozenset({"finite", "copula"})
"""The shapes of verbs that head a clause."""
_BEFORE_TIME = frozenset("on last late early this earlier recent".split())
_OF_DAY = frozenset("news show programme program edition paper newspaper bulletin".split())
_BEHIND_PHRASES = _WORDS["behind_phrases"]


class SpeechSentence:
    """A unit's tokens, and where its clauses and phrases begin and end. ``found`` collects
    the attributions in order of their cues.

    The unit keeps it, and it must not refer back: articles are read without a garbage collector.
    """

    def __init__(self, unit: QuotedSentence, text: str, mention_ends: Mapping[int, int]) -> None:
        self.start, self.end = unit.start, unit.end
        self.quotes = [quote for quote in unit.quotes if not quote.name]
        """What stands in marks and is no name."""
        self.text = text
        self._mention_ends = mention_ends
        self._document = unit.document
        self.tokens, self.starts, self.ends = unit.tokens
        self.titles = self.title_quotes()
        self.headline = unit.role in ("title", "lead-title")
        self.cues: list[Cue] = cue_finder.find(self.tokens, self.headline)
        """Its cues, in order."""
        self.found: list[Attribution] = []

    @lazy_property
    def quote_at(self) -> dict[int, int]:
        """The token of each quotation, by where its marks open."""
        return {
            token.quote.open: at for at, token in enumerate(self.tokens) if token.quote is not None
        }

    @lazy_property
    def _words(self) -> SentenceClauses:
        """The sentence as the rules for clauses have it."""
        return clauses(self._document, self.start, self.end)

    def antecedent(self, at: int) -> Phrase | None:
        """What a "who", "which" or "that" stands for, with all that explains it."""
        words = self._words
        number = bisect_left(words.starts, self.starts[at])
        if number == len(words) or words.starts[number] != self.starts[at]:
            return None
        first, last = Phrases(words, ()).antecedent_of(number)
        if first >= last:
            return None
        return bisect_left(self.starts, words.starts[first]), at - (self.tokens[at - 1].text == ",")

    @lazy_property
    def _structure(self) -> Structure:
        """How its clauses lie in one another."""
        return Structure(self._words, self._words.verbs, ())

    def subject_of_clause(self, at: int) -> Phrase | None:
        """The subject of the verb at a token, as its clauses have it."""
        words = self._words
        number = bisect_left(words.starts, self.starts[at])
        verb = next((each for each in words.verbs if each.first <= number <= each.head), None)
        clause = self._structure.clauses.get(verb.first) if verb else None
        if clause is None or clause.subject == (0, 0):
            return None
        first, last = (words.starts[n] for n in (clause.subject[0], clause.subject[1] - 1))
        begin, end = bisect_left(self.starts, first), bisect_right(self.starts, last)
        alone = end == begin + 1 and (
            self.time_at(begin) or self.tokens[begin].lower in lex.RELATIVES
        )
        told = begin < end <= at and all(token.kind != "quote" for token in self.tokens[begin:end])
        return (begin, end) if told and not alone else None

    @lazy_property
    def verbs(self) -> list[Phrase]:
        """The tokens of each verb that heads a clause, its auxiliaries among them, in order."""
        words = self._words
        places = {start: at for at, start in enumerate(self.starts)}
        found: list[Phrase] = []
        for verb in words.verbs:
            heads = verb.shape in _HEADING
            first = places.get(words.starts[verb.first]) if heads else None
            if first is None:
                continue
            last = places.get(words.starts[verb.head], first)  # "was “so swollen”"
            # In "she's" it is the ending that is one.
            found.append((first + self._clitic(first + 1), last + self._clitic(last + 1) + 1))
        return found

    def _clitic(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].tag == "clitic"

    @lazy_property
    def verbal(self) -> frozenset[int]:
        """The words of these verbs; where no mark ends a line, as in a headline, "to" heads a
        clause as well: "Kos to resign"."""
        tokens = self.tokens
        line = bool(tokens) and tokens[-1].kind == "word"
        verbs = [*self.verbs, *self._to_come()] if line else self.verbs
        return frozenset(at for verb in verbs for at in range(*verb) if tokens[at].kind == "word")

    def _to_come(self) -> Iterator[Phrase]:
        for at, (one, other) in enumerate(pairwise(self.tokens)):
            plain = other.lower.isalpha() and not other.capital
            if one.lower == "to" and plain and other.lower not in lex.DETERMINERS:
                yield at, at + 2

    def is_verb(self, at: int) -> bool:
        """Whether a token is of a verb that heads a clause."""
        return self.may_have_verb(at, at + 1) and at in self.verbal

    def has_verb(self, first: int, end: int) -> bool:
        """Whether one of some tokens is."""
        return self.may_have_verb(first, end) and not self.verbal.isdisjoint(range(first, end))

    def may_have_verb(self, first: int, end: int) -> bool:
        """Whether a look at the words cannot rule that out, which spares most sentences the
        finding of their verbs."""
        tokens = self.tokens
        before = tokens[first - 1].lower if first else ""
        if before in MAY_GO_ON or before.endswith("ly"):
            return True
        for at in range(first, min(end, len(tokens))):
            lower = tokens[at].lower
            if MAY_BEGIN_VERB[lower] or (lower in lex.SUBJECT_PRONOUNS and self._ends_in_verb(at)):
                return True
        return False

    def _ends_in_verb(self, pronoun: int) -> bool:
        """Whether the ending of a verb stands behind a pronoun: "they've"."""
        return any(token.lower.startswith("'") for token in self.tokens[pronoun + 1 : pronoun + 2])

    def names(self, at: int) -> bool:
        """Whether a token is an actor's name."""
        return self.starts[at] in self._mention_ends

    def is_name_elsewhere(self, at: int) -> bool:
        """Whether the word of a token stands elsewhere in the text, and with a capital there."""
        places = self._document.places.get(self.tokens[at].lower, ())
        return len(places) > 1 and all(self.text[place].isupper() for place in places)

    def time_at(self, at: int) -> bool:
        """Whether a token belongs to "on Thursday" or "this week" before a verb."""
        tokens = self.tokens
        lower = tokens[at].lower
        if lower in lex.TIME_NOUNS:
            if at + 1 < len(tokens) and tokens[at + 1].lower in lex.POSSESSIVES:
                return False  # "Kos condemned Friday's attack"
            if at + 1 < len(tokens) and tokens[at + 1].lower in _OF_DAY:
                return False  # "told the morning news"
            return not self.names(at)  # "May added that ..."
        if lower in ("the", "in"):
            return self._dated_phrase(at)
        if lower not in _BEFORE_TIME or at + 1 == len(tokens):
            return False
        following = tokens[at + 1].lower
        return following in lex.TIME_NOUNS or following in ("late", "early", "last", "this")

    def _dated_phrase(self, at: int) -> bool:
        """Whether "in the past" or "in recent weeks" begins at a token."""
        words = [token.lower for token in self.tokens[at : at + 3]]
        return any(word in lex.TIME_NOUNS for word in words[1:]) and all(
            word in lex.TIME_NOUNS or word in ("the", "in", "recent", "last") for word in words[:2]
        )

    def clause_start(self, at: int) -> int:
        """The first token of the clause whose verb's subject ends at a token."""
        tokens = self.tokens
        depth = 0
        index = at
        while index >= 0:
            token = tokens[index]
            if token.kind == "quote":
                return index + 1
            if token.kind == "mark":
                if token.text == ")":
                    depth += 1
                elif token.text == "(":
                    depth = max(0, depth - 1)
                elif not depth and token.text in (";", ":", "—", "–", "…", "...", ",", "--"):
                    return index + 1
            elif not depth:
                lower = token.lower
                if lower in lex.SUBORDINATORS and lower != "than":
                    return index + 1
                if lower in ("but", "yet", "so") or (lower == "as" and index < at):
                    return index + 1
                if lower in ("and", "or") and self.joins_clauses(index):
                    return index + 1
            index -= 1
        return 0

    def joins_clauses(self, at: int) -> bool:
        """Whether an "and" begins a clause of its own: a verb stands before it and its
        neighbours are not two parts of one subject."""
        tokens = self.tokens
        if at and tokens[at - 1].kind in ("mark", "quote"):
            return True
        for index in range(at - 1, -1, -1):
            if tokens[index].kind != "word":
                return False
            if self.is_verb(index):
                return True
        return False

    @lazy_property
    def _has_semicolons(self) -> bool:
        return self.text.find(";", self.start, self.end) >= 0 and any(
            token.text == ";" for token in self.tokens
        )

    def clause_end(self, index: int, keep_commas: bool = False) -> int:
        """One past the last token of a complement: a full stop, a semicolon, or with
        ``keep_commas`` off a comma too."""
        tokens = self.tokens
        if keep_commas and not self._has_semicolons:
            return max(index, len(tokens))
        position = index
        depth = 0
        while position < len(tokens):
            token = tokens[position]
            if token.text == "(":
                depth += 1
            elif token.text == ")":
                depth -= 1
            elif token.kind == "mark" and depth <= 0:
                if token.text == ";":
                    return position
                if token.text == "," and not keep_commas and position > index:
                    return position
            position += 1
        return position

    def possessive(self, index: int) -> bool:
        tokens = self.tokens
        if tokens[index].lower != "'s" or index + 1 >= len(tokens):
            return False
        following = tokens[index + 1]
        return following.kind == "word" and not (
            (following.lower.endswith("ing") and not following.capital)
            or following.lower in lex.DETERMINERS
            or following.lower in ("been", "not", "no")
        )

    def listed(self, comma: int) -> bool:
        """Whether a comma parts the members of a list ("the A, the B and the C")."""
        tokens = self.tokens
        for index in range(comma + 1, len(tokens)):
            if tokens[index].kind == "quote" or tokens[index].text in (".", ";", "who", "which"):
                return False
            if tokens[index].lower == "and":
                return True
            if tokens[index].lower in lex.AUXILIARIES or tokens[index].finite:
                return False
        return False

    def phrase_right(self, at: int, wide: bool = False) -> Phrase | None:
        """The noun phrase that begins at a token."""
        tokens = self.tokens
        if at >= len(tokens) or tokens[at].kind != "word":
            return None
        index = at
        depth = 0
        while index < len(tokens):
            token = tokens[index]
            if token.kind == "quote":
                break
            if token.text == "(":
                depth += 1
            elif token.text == ")":
                depth -= 1
            elif not depth:
                if token.kind == "mark" and token.text not in ("-", "&", "'", "/"):
                    if not (wide and token.text == "," and self.listed(index)):
                        break
                elif index > at and (
                    token.lower in lex.RELATIVES
                    or token.lower in lex.LONE_SUBJECTS
                    or (token.lower == "it" and tokens[index - 1].lower not in lex.PREPOSITIONS)
                    or (token.lower in ("the", "a", "an") and tokens[index - 1].capital)
                    or token.lower
                    in ("as", "when", "while", "after", "before", "because", "during", "whether")
                    or self.time_at(index)
                    or (
                        not wide
                        and token.lower in lex.PREPOSITIONS
                        and token.lower not in ("of", "for")
                    )
                    or (token.finite and not self.possessive(index))
                ):
                    break
            index += 1
        while index > at and tokens[index - 1].kind == "mark" and tokens[index - 1].text != ")":
            index -= 1
        return (at, index) if index > at else None

    def _tells_when(self, at: int) -> bool:
        """Whether a word behind a phrase tells when or how: "the mayor shortly (after noon)"."""
        token = self.tokens[at]
        return not token.capital and token.lower in _BEHIND_PHRASES

    def span_of(self, phrase: Phrase | None) -> Span | None:
        if phrase is None:
            return None
        begin, end = phrase
        while end > begin + 1 and (self.tokens[end - 1].text == "," or self._tells_when(end - 1)):
            end -= 1
        return a_span((self.starts[begin], self.ends[end - 1]))

    def start_of(self, index: int) -> int:
        return self.starts[index] if index < len(self.starts) else self.end

    def lower(self, at: int) -> str:
        """A token in small letters; "" where the sentence has none."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def between(self, first: int, end: int | None = None) -> tuple[Span, ...]:
        """What stands from one token to before another, or to the end of the sentence, as the
        content of an attribution."""
        found = self.trimmed(self.start_of(first), self.end if end is None else self.start_of(end))
        return (found,) if found else ()

    def words_of(self, cue: Cue) -> Span:
        """Where the words of a cue stand."""
        return a_span((self.starts[cue.first], self.ends[cue.last]))

    def attribution(
        self,
        cue: Cue,
        source: Phrase | None,
        content: tuple[Span, ...],
        rule: str,
        *,
        before: bool = False,
    ) -> Attribution | None:
        """What a cue attributes to a source; None where that is nothing."""
        words = self.span_of(source)
        made = Attribution(cue, self.words_of(cue), words, None, content, before, rule)
        return made if content else None

    def trimmed(self, start: int, end: int) -> Span | None:
        """A stretch without the space and the punctuation at its ends."""
        text = self.text
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:—–-"):
            end -= 1
        while start < end and (text[start].isspace() or text[start] in ",.;:—–"):
            start += 1
        return a_span((start, end)) if end > start else None

    def title_quotes(self) -> frozenset[int]:
        """The tokens that are a name or title in marks, not speech."""
        if not self.quotes:
            return frozenset()
        return frozenset(
            index
            for index, token in enumerate(self.tokens)
            if token.quote is not None and is_title(self.text, token.quote)
        )

    def quoted(self, spans: tuple[Span, ...]) -> bool:
        return any(
            quote.open < span.end and span.start < quote.close
            for span in spans
            for quote in self.quotes
        )
