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


@cache
def _phrases(text: str) -> re.Pattern[str]:
    """Phrases of folded words, ".." standing for up to four words. Of some hundreds a text needs
    few."""
    phrases = [
        " ".join(re.escape(word) if word != ".." else "(?:\\S+ ){0,4}" for word in each.split())
        for each in " ".join(text.split()).split("|")
    ]
    joined = "|".join(phrase.replace("{0,4} ", "{0,4}") for phrase in phrases)
    return re.compile(rf"(?<!\S)(?:{joined})(?!\S)")


# There is one of each language, so that what is worked out with it can be kept by it.
@dataclass(frozen=True, eq=False)
class ComparisonWords(TimeWords, LabelWords):
    """The words of one language, as its file has them under the same names."""

    @property
    def declined(self) -> bool:
        """Whether names have cases."""
        return bool(self.table.get("declined", False))

    @cached_property
    def calendar(self) -> WordList:
        """The names of days and months, which are written like names."""
        return self._list("calendar")

    @cached_property
    def titles(self) -> WordList:
        """Words of titles that tell nothing of what a happening is."""
        return self._list("titles")

    @cached_property
    def offices(self) -> WordList:
        """Words that are written like names, but tell no one from another."""
        return self._list("offices")

    def places_in(self, text: str) -> list[str]:
        """The words with a capital behind a word for a place: Brod in "Two hurt in Brod"."""
        return self._place.findall(text) if self._place else []

    @cached_property
    def _place(self) -> re.Pattern[str] | None:
        words = "|".join(self.table.get("places", "").split())
        return re.compile(rf"\b(?:{words})\s+([^\W\d_a-z][\w’'-]+)") if words else None

    @cached_property
    def claims(self) -> WordList:
        """Words by which a number is somebody's."""
        return self._list("claims")

    @cached_property
    def rivals(self) -> WordList:
        """Words by which a number is held against that of a rival."""
        return self._list("parties", "rivals")

    @cached_property
    def given_to(self) -> WordList:
        """Words behind a number before who has it."""
        return self._list("parties", "given_to")

    @cached_property
    def led(self) -> WordList:
        """Words behind a list's name before who leads it."""
        return self._list("parties", "led")

    @cached_property
    def owned(self) -> re.Pattern[str] | None:
        """The name of who leads a list, before its name."""
        pattern = self.table.get("parties", {}).get("owned", "")
        return re.compile(pattern) if pattern else None

    @cached_property
    def no_kind(self) -> WordList:
        """Words of a contest's name that tell no kind of contest from another."""
        return self._list("contests", "no_kind")

    @cached_property
    def kinds(self) -> Mapping[str, Mapping[str, WordList]]:
        """What tells contests apart (the level, the round), and by which words."""
        return {
            axis: self._lists("contests", axis)
            for axis, words in self.table.get("contests", {}).items()
            if isinstance(words, Mapping)
        }

    @cached_property
    def sorts(self) -> Mapping[str, WordList]:
        """What a number of people counts, by what is said of them."""
        return self._lists("counts", "sorts")

    @cached_property
    def groups(self) -> Mapping[str, WordList]:
        """Whom a number counts, where that is somebody in particular."""
        return self._lists("counts", "groups")

    @cached_property
    def anybody(self) -> WordList:
        """Words for people of whatever group."""
        return self._list("counts", "anybody")

    @cached_property
    def clauses(self) -> WordList:
        """Words behind which something is said of others."""
        return self._list("counts", "clauses")

    @cached_property
    def parts(self) -> WordList:
        """Words before a number by which it is a part of another, or added to it."""
        return self._list("counts", "parts")

    @cached_property
    def parts_behind(self) -> WordList:
        """Words behind a number by which it is a part of another."""
        return self._list("counts", "parts_behind")

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The words for numbers."""
        return dict(self.table.get("numbers", {}))

    @cached_property
    def magnitudes(self) -> Mapping[str, int]:
        """Words behind a number by which it is multiplied."""
        return dict(self.table.get("magnitudes", {}))

    @cached_property
    def share_of(self) -> re.Pattern[str]:
        """What stands between a share and what it is a share of."""
        words = self.table.get("statements", {}).get("share_of", "")
        between = "|".join(["%", *filter(None, words.split("|"))])
        return re.compile(rf"\s?(?:{between})\s(?:of\s)?(?:the\s|all\s)?", re.IGNORECASE)

    @cached_property
    def out_of(self) -> re.Pattern[str]:
        """What stands between a number and the noun of those of which it is a part: "four of the
        nine towns"."""
        words = self.table.get("statements", {}).get("out_of", "")
        numbers = "|".join([r"\d{1,3}", *self.numbers])
        return re.compile(rf"\s(?:{words or '(?!)'})\s(?:{numbers})(?=\s)", re.IGNORECASE)

    @cached_property
    def uncounted(self) -> WordList:
        """Nouns and words behind nouns by which a number counts no things of a happening."""
        return self._list("statements", "uncounted")

    def happening(self, word: str) -> str:
        """The kind of happening that a folded word tells of; "" where it tells of none."""
        return next((kind for kind, words in self._happenings.items() if word in words), "")

    @cached_property
    def _happenings(self) -> Mapping[str, WordList]:
        return self._lists("happenings")

    @property
    def half(self) -> str:
        """The words for half of one behind a number."""
        return str(self.table.get("statements", {}).get("half", ""))

    @cached_property
    def negations(self) -> WordList:
        """Words that say that something is not so."""
        return self._list("statements", "negations")

    @cached_property
    def auxiliaries(self) -> WordList:
        """Words beside a negation that show that a verb is denied."""
        return self._list("statements", "auxiliaries")

    def about(self, question: str) -> WordList:
        """The words for what a question is about, where an answer alone does not tell."""
        return self._list("about", question)

    @cached_property
    def shortened(self) -> str:
        """The end of a verb with a negation in it; "" where no verb has one."""
        return str(self.table.get("statements", {}).get("shortened", ""))

    @cached_property
    def nobody(self) -> WordList:
        """Negations that name nobody and nothing in particular."""
        return self._list("statements", "nobody")

    @cached_property
    def nothing(self) -> WordList:
        """Those of them that stand for no thing."""
        return self._list("statements", "nothing")

    @cached_property
    def nobody_said(self) -> re.Pattern[str] | None:
        """The same words, to be looked for in a text."""
        words = self.table.get("statements", {}).get("nobody", "").split()
        return re.compile(rf"\b(?:{'|'.join(words)})\b") if words else None

    @cached_property
    def no_thing(self) -> WordList:
        """Negations of the thing that is named behind them."""
        return self._list("statements", "no_thing")

    @cached_property
    def so_far(self) -> WordList:
        """Words beside a negation by which something may be so later."""
        return self._list("statements", "so_far")

    @cached_property
    def refusals(self) -> re.Pattern[str] | None:
        """What comes before that which is not done."""
        return self._phrase("refusals")

    @cached_property
    def denials(self) -> re.Pattern[str] | None:
        """What comes before that which somebody says is not so."""
        return self._phrase("denials")

    def _phrase(self, key: str) -> re.Pattern[str] | None:
        words = self.table.get("statements", {}).get(key, "")
        return _phrases(words) if words else None

    @cached_property
    def obliging(self) -> WordList:
        """Negations of what ought not to be."""
        return self._list("statements", "obliging")

    @cached_property
    def being(self) -> WordList:
        """Words behind which a thing is said to be another."""
        return self._list("statements", "being")

    @cached_property
    def articles(self) -> WordList:
        """Words that begin what a thing is said to be."""
        return self._list("statements", "articles")

    @cached_property
    def no_negation(self) -> WordList:
        """Words behind a negation that make it none."""
        return self._list("statements", "no_negation")

    @cached_property
    def open(self) -> re.Pattern[str] | None:
        """Words of what is asked for, feared, or left open."""
        return self._phrase("open")

    @cached_property
    def pronouns(self) -> WordList:
        """Words that stand for somebody of the sentence before."""
        return self._list("statements", "pronouns")

    def answering(self, letters: str) -> Iterator[Answering]:
        """The phrases among folded words, one space between them, that answer a question."""
        start = 0
        for number, word in enumerate(letters.split(" ")):
            for question, answer, phrase in self._phrases_by_word.get(word, ()):
                found = _phrases(phrase).match(letters, start)
                if found:
                    last = number + found.group().count(" ")
                    yield Answering(question, answer, number, last)
            start += len(word) + 1

    @cached_property
    def _phrases_by_word(self) -> Mapping[str, Sequence[tuple[str, str, str]]]:
        """The phrases of answers by their first words, of which a text has few."""
        found: dict[str, list[tuple[str, str, str]]] = {}
        for question, answers in self.table.get("answers", {}).items():
            for answer, phrases in answers.items():
                for phrase in " ".join(phrases.split()).split("|"):
                    first = phrase.split()[0]
                    found.setdefault(first, []).append((question, answer, phrase))
        return found

    def stem(self, word: str) -> str:
        """A folded word without its ending, by which it is compared; "" where it says too
        little."""
        return self._stemmer.stem(word)

    @cached_property
    def _stemmer(self) -> Stemmer:
        said = self.table.get("statements", {})
        hollow = self._list("statements", "hollow").__contains__
        return Stemmer(said.get("endings", ""), said.get("forms", ""), hollow)


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
