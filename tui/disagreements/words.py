"""What a language gives so that the statements of two reports can be compared.

The words stand in ``languages/CODE.toml``, folded as :mod:`tui.folding` folds: ``uhaps*`` is
every word that begins so, in either alphabet. What is looked for in them is said here, once for
all languages. A language that has no file is compared by its numbers and names only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from tui import beside_bytecode
from tui.disagreements.label_words import LabelWords
from tui.disagreements.language_table import list_of, lists_of, numbers_of, phrases, phrases_of
from tui.disagreements.stems import Stemmer
from tui.disagreements.time_words import TimeWords
from tui.disagreements.word_list import WordList
from tui.folding import folded

_FOLDER = Path(__file__).with_name("languages")

_QUESTIONS = "questions.toml"

_ALSO = {"hr": "sr", "bs": "sr", "cnr": "sr", "sh": "sr", "": "en"}
"""Languages that are compared by the words of another; a text too short to tell is English."""


class Question(NamedTuple):
    """A question with answers that exclude one another. ``about`` is what two passages have to
    share so that they answer it both: a "name", a "word", or just the "story"."""

    title: str
    about: str


class Answering(NamedTuple):
    """Words that answer a question: which, how, and the first and the last of them."""

    question: str
    answer: str
    first: int
    last: int


@cache
def questions() -> Mapping[str, Question]:
    """The questions by their names, the same in all languages."""
    table = beside_bytecode.table(_FOLDER / _QUESTIONS)
    return {name: Question(each["title"], each["about"]) for name, each in table.items()}


# There is one of each language, so that what is worked out with it can be kept by it.
@dataclass(frozen=True, eq=False)
class ComparisonWords(TimeWords, LabelWords):
    """The words of one language, as its file has them under the same names."""

    @property
    def declined(self) -> bool:
        """Whether names have cases."""
        return bool(self.table.get("declined", False))

    calendar = list_of("calendar")
    """The names of days and months, which are written like names."""

    titles = list_of("titles")
    """Words of titles that tell nothing of what a happening is."""

    offices = list_of("offices")
    """Words that are written like names, but tell no one from another."""

    def places_in(self, text: str) -> list[str]:
        """The words with a capital behind a word for a place: Brod in "Two hurt in Brod"."""
        return self._place.findall(text) if self._place else []

    @cached_property
    def _place(self) -> re.Pattern[str] | None:
        words = "|".join(self.text("places").split())
        return re.compile(rf"\b(?:{words})\s+([^\W\d_a-z][\w’'-]+)") if words else None

    claims = list_of("claims")
    """Words by which a number is somebody's."""

    rivals = list_of("parties", "rivals")
    """Words by which a number is held against that of a rival."""

    given_to = list_of("parties", "given_to")
    """Words behind a number before who has it."""

    led = list_of("parties", "led")
    """Words behind a list's name before who leads it."""

    @cached_property
    def owned(self) -> re.Pattern[str] | None:
        """The name of who leads a list, before its name."""
        pattern = self.text("parties", "owned")
        return re.compile(pattern) if pattern else None

    no_kind = list_of("contests", "no_kind")
    """Words of a contest's name that tell no kind of contest from another."""

    @cached_property
    def kinds(self) -> Mapping[str, Mapping[str, WordList]]:
        """What tells contests apart (the level, the round), and by which words."""
        return {
            axis: {kind: WordList(words) for kind, words in kinds.items()}
            for axis, kinds in (self.entry("contests") or {}).items()
            if isinstance(kinds, Mapping)
        }

    sorts = lists_of("counts", "sorts")
    """What a number of people counts, by what is said of them."""

    groups = lists_of("counts", "groups")
    """Whom a number counts, where that is somebody in particular."""

    anybody = list_of("counts", "anybody")
    """Words for people of whatever group."""

    clauses = list_of("counts", "clauses")
    """Words behind which something is said of others."""

    parts = list_of("counts", "parts")
    """Words before a number by which it is a part of another, or added to it."""

    parts_behind = list_of("counts", "parts_behind")
    """Words behind a number by which it is a part of another."""

    numbers = numbers_of("numbers")
    """The words for numbers."""

    magnitudes = numbers_of("magnitudes")
    """Words behind a number by which it is multiplied."""

    @cached_property
    def share_of(self) -> re.Pattern[str]:
        """What stands between a share and what it is a share of."""
        words = self.text("statements", "share_of")
        between = "|".join(["%", *filter(None, words.split("|"))])
        return re.compile(rf"\s?(?:{between})\s(?:of\s)?(?:the\s|all\s)?", re.IGNORECASE)

    @cached_property
    def out_of(self) -> re.Pattern[str]:
        """What stands between a number and the noun of those of which it is a part: "four of the
        nine towns"."""
        words = self.text("statements", "out_of")
        numbers = "|".join([r"\d{1,3}", *self.numbers])
        return re.compile(rf"\s(?:{words or '(?!)'})\s(?:{numbers})(?=\s)", re.IGNORECASE)

    uncounted = list_of("statements", "uncounted")
    """Nouns and words behind nouns by which a number counts no things of a happening."""

    def happening(self, word: str) -> str:
        """The kind of happening that a folded word tells of; "" where it tells of none."""
        return next((kind for kind, words in self._happenings.items() if word in words), "")

    _happenings = lists_of("happenings")

    @property
    def half(self) -> str:
        """The words for half of one behind a number."""
        return self.text("statements", "half")

    negations = list_of("statements", "negations")
    """Words that say that something is not so."""

    auxiliaries = list_of("statements", "auxiliaries")
    """Words beside a negation that show that a verb is denied."""

    def about(self, question: str) -> WordList:
        """The words for what a question is about, where an answer alone does not tell."""
        return WordList(self.text("about", question))

    @cached_property
    def shortened(self) -> str:
        """The end of a verb with a negation in it; "" where no verb has one."""
        return self.text("statements", "shortened")

    nobody = list_of("statements", "nobody")
    """Negations that name nobody and nothing in particular."""

    nothing = list_of("statements", "nothing")
    """Those of them that stand for no thing."""

    @cached_property
    def nobody_said(self) -> re.Pattern[str] | None:
        """The same words, to be looked for in a text."""
        words = self.text("statements", "nobody").split()
        return re.compile(rf"\b(?:{'|'.join(words)})\b") if words else None

    no_thing = list_of("statements", "no_thing")
    """Negations of the thing that is named behind them."""

    so_far = list_of("statements", "so_far")
    """Words beside a negation by which something may be so later."""

    refusals = phrases_of("statements", "refusals")
    """What comes before that which is not done."""

    denials = phrases_of("statements", "denials")
    """What comes before that which somebody says is not so."""

    obliging = list_of("statements", "obliging")
    """Negations of what ought not to be."""

    being = list_of("statements", "being")
    """Words behind which a thing is said to be another."""

    ahead = list_of("statements", "ahead")
    """Words before a verb by which it is to be, and is not yet."""

    doing = list_of("statements", "doing")
    """Words beside a negation behind which a verb has the form that tells no time."""

    articles = list_of("statements", "articles")
    """Words that begin what a thing is said to be."""

    no_negation = list_of("statements", "no_negation")
    """Words behind a negation that make it none."""

    open = phrases_of("statements", "open")
    """Words of what is asked for, feared, or left open."""

    pronouns = list_of("statements", "pronouns")
    """Words that stand for somebody of the sentence before."""

    def answering(self, letters: str) -> Iterator[Answering]:
        """The phrases among folded words, one space between them, that answer a question."""
        start = 0
        for number, word in enumerate(letters.split(" ")):
            for question, answer, phrase in self._phrases_by_word.get(word, ()):
                found = phrases(phrase).match(letters, start)
                if found:
                    last = number + found.group().count(" ")
                    yield Answering(question, answer, number, last)
            start += len(word) + 1

    @cached_property
    def _phrases_by_word(self) -> Mapping[str, Sequence[tuple[str, str, str]]]:
        """The phrases of answers by their first words, of which a text has few."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for question, answers in (self.entry("answers") or {}).items():
            for answer, told in answers.items():
                for phrase in " ".join(told.split()).split("|"):
                    first = phrase.split()[0]
                    found.setdefault(first, []).append((question, answer, phrase))
        return found

    def stem(self, word: str) -> str:
        """A folded word without its ending, by which it is compared; "" where it says too
        little."""
        return self._stemmer.stem(word)

    def is_irregular(self, word: str) -> bool:
        """Whether a folded word is one of a verb that changes by more than its ending."""
        return self._stemmer.is_irregular(word)

    @cached_property
    def _stemmer(self) -> Stemmer:
        endings, forms = self.text("statements", "endings"), self.text("statements", "forms")
        return Stemmer(endings, forms, self._hollow.__contains__)

    _hollow = list_of("statements", "hollow")
    """Words that say too little to be compared."""


@cache
def words_of(language: str) -> ComparisonWords:
    """The words of a language, given as a BCP 47 code; none where it has no file."""
    primary = language.split("-")[0]
    path = _FOLDER / f"{_ALSO.get(primary, primary)}.toml"
    known = path.stem in languages()
    return ComparisonWords(beside_bytecode.table(path) if known else {})


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file."""
    files = (path for path in _FOLDER.glob("*.toml") if path.name != _QUESTIONS)
    return tuple(sorted(path.stem for path in files))


@lru_cache(1 << 12)
def common_in_titles(word: str) -> bool:
    """Whether a folded word of a title tells nothing of what a happening is, in any language."""
    return any(word in words_of(each).titles for each in languages())


@lru_cache(1 << 12)
def is_of_referendum(text: str) -> bool:
    """Whether a folded text has a word for a referendum, in any language."""
    lists = (words_of(each).kinds.get("level", {}).get("referendum") for each in languages())
    return any(each.any_of(words_in(text)) for each in lists if each)


def words_in(text: str) -> list[str]:
    """The words of a text, folded."""
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", folded(text))


def spread(text: str) -> Iterator[tuple[str, int]]:
    """The words of a text as they stand, each with its place."""
    for found in re.finditer(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text):
        yield found.group(), found.start()
