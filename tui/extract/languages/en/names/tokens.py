"""The words of a sentence as the rules for names see them.

What a word is by itself (in small letters, with a capital, a possessive) is worked out once
for each word and remembered: the same few thousand words make up every article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.frames import listed
from tui.extract.languages.en.names.gazetteer import countries, peoples
from tui.extract.languages.given_names import gender_of
from tui.extract.text.document import Document, Role
from tui.extract.text.lazy_property import lazy_property
from tui.extract.text.token_cache import TokenCache

POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_COMPOUND = re.compile(
    r"\w[\w-]*-(?:[a-z]{6,}|old|[a-z]+(?:ed|ing|led|run|era|style|born|wide|held|elect|owned|old|time|type|area"
    r"|maker))"
)
_ARTICLED = re.compile(r"(?:al|el|ul|as|az|an|ad|ash|ar)-(?=[^\W\d_a-z])")
"""The Arabic article that a surname has before it: "al-Haddar"."""
_DEMONYM_ENDINGS = "ian ean ish ese can".split()
_DEMONYMS = """Greek Dutch French Swiss Serb Croat Turk Czech Balkan Iraqi Israeli German
    Roman""".split()
DEMONYM = re.compile(
    rf"(?:[^\W\d_]{{3,}}(?:{'|'.join(_DEMONYM_ENDINGS)})|{'|'.join(_DEMONYMS)})s?$"
)
_DEMONYM_LETTERS = frozenset(word[-3:] for word in (*_DEMONYM_ENDINGS, *_DEMONYMS))
"""The last letters of such words: those of most words show that they are none."""
_NO_PEOPLES = (listed("shapes", "both") - {"german", "roman"}) | listed("shapes", "no_peoples")
SHORT_TITLES = frozenset("sen rep gov gen lt col sgt capt hon jr sr st".split())
NO_NAMES = (
    lex.CALENDAR
    | lex.PRONOUNS
    | lex.DETERMINERS
    | lex.PREPOSITIONS
    | lex.SUBORDINATORS
    | lex.CONJUNCTIONS
    | lex.AUXILIARIES
    | lex.ADVERBS
) - {"jan"}  # More often a first name than a month.
CITY_THINGS = frozenset(
    "population mayor residents inhabitants streets suburbs outskirts airport river".split()
)
"""What a town has and a power has not."""

QUOTES = '"“‘«„'
"""Marks behind which a sentence may open inside another."""

REMEMBERED = 1 << 15
"""Words: more than a language's common ones, and few enough for any machine."""


@dataclass(slots=True, eq=False)  # Frozen, it would take three times as long to make.
class WordForm:
    """What a word is by itself, wherever it stands: made once for each, and never changed."""

    text: str
    """Without a possessive ending, and without a stop that ends a sentence."""
    lower: str
    capital: bool
    possessive: bool
    nameable: bool
    """Whether a name may begin with it."""
    compound: bool
    """Whether it ends in a word of the language, so that it is no part of a name: "Vienna-born"."""
    demonym: bool
    """Whether it names people by their country: "Serbian"."""
    title: bool
    """Whether it is an honorific or a short title: "Mr", "Sen."."""
    gender: str
    """ "f" or "m" where it says so of a person, else ""."""


def form(word: str) -> WordForm:
    shown = word[:-1] if word.endswith(".") and not _dotted(word) else word
    bare = POSSESSIVE.sub("", shown) if "'" in shown or "’" in shown else shown
    lower = bare.lower()
    stopless = lower.rstrip(".")
    capital = bare[0].isupper() or _ARTICLED.match(bare) is not None
    return WordForm(
        bare,
        lower,
        capital,
        len(bare) != len(shown),
        capital and len(bare) > 1 and (lower not in NO_NAMES or bare == "US"),
        "-" in bare and _COMPOUND.fullmatch(bare) is not None,
        _demonym(bare, lower),
        stopless in _TITLES,
        _GENDERS.get(stopless, ""),
    )


def _demonym(word: str, lower: str) -> bool:
    """Whether a word ends as words for peoples do, and is no given name: "Florian"."""
    if word in peoples() and word not in countries():
        return not gender_of(word) or lower == "german"
    if word[-3:] not in _DEMONYM_LETTERS and word[-4:-1] not in _DEMONYM_LETTERS:
        return False
    if DEMONYM.match(word) is None or lower in _NO_PEOPLES:
        return False
    return lower == "roman" or not gender_of(word)


_TITLES = lex.HONORIFICS | (SHORT_TITLES - {"st"})
_GENDERS = dict.fromkeys(lex.MALE_HONORIFICS | lex.MALE_ROLES, "m") | dict.fromkeys(
    lex.FEMALE_HONORIFICS | lex.FEMALE_ROLES, "f"
)
"""Honorifics and roles that say whether a woman or a man has them."""
_FORMS = TokenCache(form, REMEMBERED)


def without_article(surname: str) -> str:
    """A surname as it often stands alone: Haddar of "al-Haddar"."""
    return _ARTICLED.sub("", surname)


def _dotted(word: str) -> bool:
    lower = word[:-1].lower()
    return len(lower) == 1 or "." in lower or lower in lex.HONORIFICS or lower in SHORT_TITLES


class NameSentence:
    """A sentence: its words, where each begins, and which of them a name has taken."""

    def __init__(
        self, text: str, start: int, starts: list[int], words: list[WordForm], role: Role
    ) -> None:
        self.text = text
        self.start = start
        self.starts = starts
        self.words = words
        self.role = role
        self.capitals = [at for at, word in enumerate(words) if word.capital]
        self.opening = {
            at
            for at in self.capitals
            if (not at or text[starts[at] - 1] in QUOTES) and self._opens(at)
        }
        """Those of them that open a sentence, so that their capital says nothing."""
        self.used: set[int] = set()

    def __len__(self) -> int:
        return len(self.words)

    def end(self, at: int) -> int:
        """Where a word ends, before its possessive ending."""
        return self.starts[at] + len(self.words[at].text)

    def gap(self, at: int) -> str:
        """What stands between the word before and this one; a tab parts two names as a bar does."""
        between = self.text[self.end(at - 1) : self.starts[at]]
        return between if between != "\t" else "|"

    def name(self, first: int, last: int) -> str:
        """The text of some words and what stands between them."""
        return self.text[self.starts[first] : self.end(last - 1)]

    def adjacent(self, first: int, last: int) -> bool:
        """Whether nothing but white space and "&" stands between some words."""
        return all(self.gap(at).strip() in ("", "&") for at in range(first + 1, last))

    def _opens(self, at: int) -> bool:
        start = self.starts[at]
        if at == 0 and not self.text[self.start : start].strip(" \t\"'“‘«„(["):
            return True
        if self.text[start - 1] not in QUOTES:
            return False
        before = start - 2
        while before >= 0 and self.text[before].isspace():
            before -= 1
        return before < 0 or self.text[before] in ".!?:,"

    @lazy_property
    def of_a_city(self) -> bool:
        """Whether "its population" and the like stand here: what has those is a town."""
        return any(
            one.lower == "its" and other.lower in CITY_THINGS for one, other in pairwise(self.words)
        )


def lines(document: Document) -> list[NameSentence]:
    """The sentences of a text."""
    starts, _, texts = document.columns
    forms = list(map(_FORMS.__getitem__, texts))
    found = []
    for sentence, numbers in zip(document.sentences, document.sentence_words, strict=True):
        role = document.paragraphs[sentence.paragraph].role
        if numbers is not None:
            these = slice(*numbers)
            line = NameSentence(document.text, sentence.start, starts[these], forms[these], role)
        else:
            within = document.within(sentence.start, sentence.end)
            words = list(map(_FORMS.__getitem__, within.texts))
            line = NameSentence(document.text, sentence.start, within.starts, words, role)
        found.append(line)
    return found


def in_sentences(line: NameSentence) -> bool:
    """Whether a line's words have capitals for what they are: a headline's may have them all,
    and what opens a text as a headline does may be its first sentence."""
    if line.role in ("body", "caption"):
        return True
    if line.role != "lead-title" or len(line) < 8:
        return False
    return sum(not word.capital for word in line.words) * 2 > len(line)
