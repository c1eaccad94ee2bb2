"""The noun phrases around a word: whose it is, what "who" stands for, what commas part."""

from __future__ import annotations

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution import cue_finder as grammar
from tui.extract.languages.en.attribution.speech_sentence import Phrase, SpeechSentence

_NO_OWNERS = lex.DETERMINERS | lex.PREPOSITIONS
_BEFORE_OWNER = lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.SUBORDINATORS
_OF_PERSONS = frozenset("of for from in at on".split())
"""What may stand in the description of a person before "who"."""
_APPOSED = lex.DETERMINERS | frozenset("now then once currently formerly".split())
MOST_CHUNKS = 16
"""Stretches between commas that may stand between a subject and its verb: a list is longer."""


class NounPhrases:
    """Finds noun phrases in one sentence."""

    def __init__(self, sentence: SpeechSentence) -> None:
        self.sentence = sentence

    def owner(self, noun: int) -> Phrase | None:
        """Whose a noun is: "Kos's", "his", "the party's", with an adjective or two between."""
        tokens = self.sentence.tokens
        for at in range(noun - 1, max(-1, noun - 5), -1):
            lower = tokens[at].lower
            if lower in grammar.OWNERS:
                return at, at + 1
            if lower in grammar.POSSESSIVES:
                begin = self.owning(at)
                return (begin, at) if begin < at else None
            if tokens[at].kind != "word" or lower in _NO_OWNERS:
                return None
        return None

    def owning(self, mark: int) -> int:
        """Where the phrase before a possessive mark begins."""
        tokens = self.sentence.tokens
        begin = mark
        if begin and self.sentence.names(begin - 1):
            return begin - 1
        while begin and tokens[begin - 1].kind == "word":
            lower = tokens[begin - 1].lower
            if lower in lex.DETERMINERS:
                return begin - 1
            if lower in _BEFORE_OWNER or grammar.maybe_verb(tokens, begin - 1):
                break
            begin -= 1
        return begin

    def chunks(self, comma: int) -> list[Phrase]:
        """The comma-parted stretches before a comma, back to a stronger boundary."""
        tokens = self.sentence.tokens
        chunks: list[Phrase] = []
        end = comma
        depth = 0
        index = comma - 1
        while index >= 0 and len(chunks) < MOST_CHUNKS:
            token = tokens[index]
            ends = token.kind == "quote" or (token.kind == "mark" and token.text in ";:—–")
            if ends and index not in self.sentence.titles:
                break
            if token.text == ")":
                depth += 1
            elif token.text == "(":
                depth = max(0, depth - 1)
            elif token.text == "," and not depth:
                if index + 1 < end:
                    chunks.append((index + 1, end))
                end = index
            index -= 1
        if index < 0 or len(chunks) < MOST_CHUNKS:
            chunks.append((index + 1, end))
        return [chunk for chunk in reversed(chunks) if chunk[0] < chunk[1]]

    def antecedent(self, at: int, person: bool = False) -> Phrase | None:
        """What "who" or "which" stands for: the phrase right before it, of a person with
        what is said of him behind a preposition ("a senator of Novigrad, who ...")."""
        tokens = self.sentence.tokens
        end = at
        if end and tokens[end - 1].text == ",":
            end -= 1
        begin = end
        depth = 0
        while begin > 0:
            token = tokens[begin - 1]
            if token.text == ")":
                depth += 1
            elif token.text == "(":
                depth = max(0, depth - 1)
            elif not depth and (
                token.kind != "word"
                or (token.lower in lex.PREPOSITIONS and not (person and self._describes(begin - 1)))
                or grammar.maybe_verb(tokens, begin - 1)
            ):
                break
            begin -= 1
        if begin < end and begin > 1 and tokens[begin - 1].text == ",":
            apposed = tokens[begin].lower in _APPOSED and self.sentence.names(begin - 2)
            begin -= 2 * apposed  # "Kos, now the mayor, who ..."
        return (begin, end) if begin < end else None

    def _describes(self, at: int) -> bool:
        """Whether a preposition goes on to describe a person: "of Novigrad", "with a hat"."""
        tokens = self.sentence.tokens
        worn = tokens[at].lower == "with" and tokens[at + 1].lower in ("a", "an")
        return worn or tokens[at].lower in _OF_PERSONS
