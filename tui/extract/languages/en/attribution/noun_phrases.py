"""The noun phrases around a word: whose it is, what "who" stands for, what commas part."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.attribution.speech_sentence import Phrase, SpeechSentence
from tui.extract.languages.en.names.gazetteer import is_place
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "attribution")

_NO_OWNERS = lex.DETERMINERS | lex.PREPOSITIONS
_BEFORE_OWNER = lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.SUBORDINATORS
_FUNCTION_WORDS = (
    lex.PREPOSITIONS | lex.DETERMINERS | lex.SUBORDINATORS | lex.PRONOUNS | lex.ADVERBS
)
_EXPLAINS = lex.RELATIVES | lex.DETERMINERS | lex.PREPOSITIONS | lex.ROLE_NOUNS | _WORDS["explains"]
"""What opens a chunk that explains a name."""
PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
"""A politician's party and state behind the name: "R-Ky."."""
_PARTICIPLES = _WORDS["participles"]
"""Participles by which a chunk explains a name, beside those in -ing and -ed."""
_BEHIND_TIMES = frozenset("ago later earlier before afterwards afterward".split())
"""What ends an opening that tells when: "Twenty years ago"."""
MOST_CHUNKS = 16
"""Stretches between commas that may stand between a subject and its verb: a list is longer."""
_CALLED = frozenset("capital city town village suburb port province region".split())
"""What a place is called before its name."""
_WHERE = frozenset("of from in near outside".split())
"""What stands before a place."""
_GIVES_NAME = re.compile(
    r"(?:[^“”\".;:]{0,40}\s)?who\s[^“”\".;:]{0,60}?\b(?P<how>name|himself|herself)"
    r"(?:,?\s(?:as|by|first|her|his|just|name|only))+,?\s(?P<name>[^\W\d_a-z][\w-]+)(?![\w-]|\s?[A-Z’'])"
)
_MOST_TITLES = 3
"""Tokens of titles before a name, at most."""
_OPENS_SUBJECT = lex.SUBJECT_PRONOUNS | lex.DETERMINERS | lex.PLURAL_PEOPLE


class NounPhrases:
    """Finds noun phrases in one sentence."""

    def __init__(self, sentence: SpeechSentence) -> None:
        self.sentence = sentence

    def with_name(self, phrase: Phrase | None) -> Phrase | None:
        """A phrase with the name set behind it: "the mayor, Ana Simic,"."""
        if phrase is None:
            return None
        tokens = self.sentence.tokens
        begin, comma = phrase
        if comma + 1 < len(tokens) and tokens[comma].text == ",":
            name = comma + 1
            while self._is_title(name) and name - comma <= _MOST_TITLES:
                name += 1
            if name < len(tokens) and tokens[name].capital and self.sentence.names(name):
                joined = name + 2 < len(tokens) and tokens[name + 1].lower == "and"
                return begin, name + (3 if joined and self.sentence.names(name + 2) else 1)
        return self._gives_name(comma) or phrase

    def _gives_name(self, end: int) -> Phrase | None:
        """The name that a relative clause tells of whom a phrase is about: "a student who gave her
        name only as Mila"."""
        sentence = self.sentence
        found = _GIVES_NAME.match(sentence.text, sentence.start_of(end), sentence.end)
        if found is None:
            return None
        name = bisect_left(sentence.starts, found.start("name"))
        return (name, name + 1) if found["how"] == "name" or sentence.names(name) else None

    def _is_title(self, at: int) -> bool:
        """Whether a token before a name is a title: "Mr.", "Colonel"."""
        if at + 1 >= len(self.sentence.tokens) or self.sentence.names(at):
            return False
        token = self.sentence.tokens[at]
        title = token.lower.rstrip(".") in lex.HONORIFICS or token.lower in lex.ROLE_NOUNS
        return token.capital and title

    def owner(self, noun: int) -> Phrase | None:
        """Whose a noun is: "Kos's", "his", "the party's", with an adjective or two between."""
        tokens = self.sentence.tokens
        for at in range(noun - 1, max(-1, noun - 5), -1):
            lower = tokens[at].lower
            if lower in lex.OWNERS:
                return at, at + 1
            if lower in lex.POSSESSIVES:
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
            if lower in _BEFORE_OWNER or self.sentence.is_verb(begin - 1):
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
            within = ends and (self._within_phrase(index) or self._in_relative(index))
            if ends and index not in self.sentence.titles and not within:
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

    def _within_phrase(self, at: int) -> bool:
        """Whether a word or two in marks stand in a phrase: "one of the “open” teams"."""
        tokens = self.sentence.tokens
        quote = tokens[at].quote
        if quote is None or not 0 < at < len(tokens) - 1:
            return False
        words = self.sentence.text[quote.start : quote.end]
        behind = tokens[at + 1]
        small = words[-1:].isalpha() and words.count(" ") < 2
        led = tokens[at - 1].lower in _NO_OWNERS or tokens[at - 1].lower in lex.POSSESSIVES
        return small and led and behind.kind == "word" and not behind.tag and not behind.capital

    def _in_relative(self, at: int) -> bool:
        """Whether a quotation stands in a clause between commas: "Kos, who calls them “the
        twins”, said"."""
        tokens = self.sentence.tokens
        if tokens[at].kind != "quote":
            return False
        for before in range(at - 1, -1, -1):
            if tokens[before].text == ",":
                return tokens[before + 1].lower in ("who", "which", "whose")
            if tokens[before].kind != "word":
                return False
        return False

    def describes(self, at: int) -> bool:
        """Whether a participle that describes the subject to come opens a sentence: "Asked
        whether ...", "Led by ...", "Speaking to ..."."""
        tokens = self.sentence.tokens
        lower = tokens[at].lower
        if not (lower.endswith(("ed", "ing")) or lower in ("led", "told", "given", "known")):
            return False
        if at + 1 >= len(tokens):
            return False
        following = tokens[at + 1]
        return following.lower in _FUNCTION_WORDS or (lower.endswith("ing") and following.capital)

    def subject_at(self, at: int) -> Phrase | None:
        """A subject that begins at a token, and has its verb behind it."""
        tokens = self.sentence.tokens
        first = tokens[at]
        opens = first.capital or first.lower in _OPENS_SUBJECT
        phrase = self.sentence.phrase_right(at) if opens and first.kind == "word" else None
        if phrase is None:
            return None
        if first.lower in lex.LONE_SUBJECTS:
            phrase = at, at + 1
        for verb in range(at + 1, min(phrase[1] + 3, len(tokens))):
            if self.sentence.is_verb(verb):
                end = verb
                while end > at + 1 and (
                    tokens[end - 1].lower in lex.ADVERBS or tokens[end - 1].lower.endswith("ly")
                ):
                    end -= 1
                return (at, end) if all(tokens[i].kind == "word" for i in range(at, end)) else None
        return None

    def named(self, at: int) -> bool:
        """Whether the chunk that ends at a token is a name, so that a phrase behind it with
        "the" is its apposition."""
        return at >= 0 and self.sentence.names(at)

    def apposed(self, first: int) -> bool:
        """Whether a chunk between commas explains a name rather than being one."""
        token = self.sentence.tokens[first]
        return (
            token.lower in _EXPLAINS
            or token.lower.endswith(("ing", "ed"))
            or token.lower in _PARTICIPLES
            or token.lower[0].isdigit()
            or PARTY_TAG.match(token.text) is not None
            or self._office_of_before(first)
        )

    def _office_of_before(self, first: int) -> bool:
        """Whether an office in small letters stands behind a name and a comma: "Kos, vice president
        of the board,"."""
        tokens = self.sentence.tokens
        if first < 2 or tokens[first].capital or not self.named(first - 2):
            return False
        behind = tokens[first + 1].lower if first + 1 < len(tokens) else ""
        return behind in lex.ROLE_NOUNS

    def opener(self, chunk: Phrase) -> bool:
        begin, end = chunk
        lower = self.sentence.tokens[begin].lower
        return (
            lower in lex.PREPOSITIONS
            or lower in lex.ADVERBS
            or (begin == 0 and self.describes(begin))
            or self.sentence.tokens[end - 1].lower in _BEHIND_TIMES
            or self.sentence.has_verb(begin, end)
        )

    def place(self, first: int, end: int) -> bool:
        """Whether a chunk tells where the place before it is: "of Lom, N.Y., said"."""
        tokens = self.sentence.tokens
        before = tokens[first - 2].capital and tokens[first - 3].lower in _WHERE
        if not before or not tokens[first].capital or end - first > 2:
            return False
        words = self.sentence.text[self.sentence.starts[first] : self.sentence.ends[end - 1]]
        return is_place(words) or not self.sentence.names(end - 1)

    def capital(self, first: int, end: int) -> bool:
        """Whether a chunk names the place before it: "Police in the Fijian capital, Suva, say"."""
        tokens = self.sentence.tokens
        if end - first > 2 or not tokens[first].capital or first < 4:
            return False
        led = any(tokens[at].lower in _WHERE for at in range(max(0, first - 6), first - 2))
        return led and tokens[first - 2].lower in _CALLED

    def named_within(self, chunks: Sequence[Phrase], index: int) -> bool:
        """Whether a name is that of a thing in the apposition before it: "Simic, the editor of the
        town's paper, The Herald, said"."""
        tokens = self.sentence.tokens
        whole, (begin, end) = chunks[index - 2], chunks[index - 1]
        apposed = tokens[begin].lower in lex.DETERMINERS and self.named(whole[1] - 1)
        of_thing = any(tokens[at].lower in ("of", "at", "for") for at in range(begin, end))
        return apposed and of_thing and not self.opener(whole) and tokens[chunks[index][0]].capital

    def listed(self, chunks: Sequence[Phrase], index: int) -> bool:
        """Whether a chunk ends a list that a participle opens behind a name: "Kos, backed by Fiji,
        Chad and the army, has refused"."""
        tokens = self.sentence.tokens
        if not any(tokens[at].lower in ("and", "or") for at in range(*chunks[index])):
            return False
        return any(
            tokens[first].lower.endswith("ed")
            and tokens[first + 1].lower in ("by", "with")
            and self.named(before - 1)
            for (_, before), (first, _) in pairwise(chunks[:index])
        )

    def is_role(self, chunk: Phrase) -> bool:
        """Whether a chunk is an office and no more: "its lawyer"."""
        begin, end = chunk
        tokens = self.sentence.tokens
        opens = tokens[begin].lower in lex.DETERMINERS
        return opens and end - begin <= 4 and tokens[end - 1].lower in lex.ROLE_NOUNS

    def age(self, chunk: Phrase) -> bool:
        begin, end = chunk
        return end - begin == 1 and self.sentence.tokens[begin].text.isdigit()
