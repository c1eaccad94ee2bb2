"""Which language a text is in, by the small words that every text of a language is full of.

Each TOML file in ``small_words`` describes one language: its ``words`` and, where the letters
decide, the letters that it does ``without``. Languages that share their small words are one
file, with the ``telling`` words, and beginnings of words, that only some of them use; ``letters``
are those that no other language has. To recognise another language, add
a file; rules that read it are another matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui import beside_bytecode

ENOUGH = 0.12
"""The part of a text's words that are small words of its language, at the least."""

CLEARLY = 1.3
"""How many times as many of them it has as of the next language's, at the least."""

FOREIGN = 0.04
"""The part of a text's words with a letter that its language does without, at the most:
foreign names have some."""

MOST = 600
"""Words at the beginning of a text that are looked at."""

_CHARACTERS = 7
"""Characters of a word with what stands behind it: so many words of a text have more seldom."""

TOO_FEW = 25
"""Words of a text that may have no small word at all, whatever its language."""

_BEGINS = 3
"""Letters that the shortest of the beginnings of words has."""

FEWEST = 2
"""Different small words of its language that a text of few words has, at the least."""

_RUN = re.compile(r"[\w'’]++(?!\.(?<=(?<![\w'’])[^\W\d_a-z]\.))")
"""A word, and no initial: the "A." of a name is no small word. The run of letters goes first, so
that no more than a stop behind it is looked at twice."""
_LETTERS = re.compile(r"[^\W\d_]+")


class _SmallWords(NamedTuple):
    code: str
    words: frozenset[str]
    without: frozenset[str]
    letters: frozenset[str]
    varieties: Mapping[str, frozenset[str]]
    stems: tuple[tuple[str, tuple[str, ...]], ...]


def of(text: str) -> str:
    """The language of a text as a BCP 47 code, "" where it is not known."""
    words = _first_words(text, MOST)
    # A list of results is full of foreign names: then the words between them tell.
    return _of(Counter(words)) or _of(Counter(_first_words(text, MOST, names=False)))


def _of(counts: Counter[str]) -> str:
    total = counts.total()
    scores, own = _scores(counts) if total else ([], {})
    best, next_best = ([score for score, *_ in scores] + [0, 0])[:2]
    if not best or best < ENOUGH * total or best < CLEARLY * next_best:
        return ""
    language = scores[0][-1]
    different = len(language.words & counts.keys()) + len(own[language.code])
    if total < TOO_FEW and different < FEWEST:
        return ""
    return _variety(language, counts)


def likeliest(text: str) -> str:
    """The language of which a text of few words has most small words, "" where it has hardly
    any, or as many of two."""
    counts = Counter(_first_words(text, MOST))
    scores, own = _scores(counts)
    if not scores or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return ""
    _, code, language = scores[0]
    different = len(language.words & counts.keys()) + len(own[code])
    # In other letters than Latin ones it is not English, whatever else.
    least = 1 if any("\u0400" <= word[0] <= "\u04ff" for word in counts) else FEWEST
    return code if different >= least else ""


def _scores(
    counts: Counter[str],
) -> tuple[list[tuple[int, str, _SmallWords]], Mapping[str, Sequence[str]]]:
    """How many small words of each language a text has, the most first; and for each language
    the words with a letter of its own."""
    total = counts.total()
    letters = _letters(counts)
    has = {each.code: 0 for each in _languages()}
    codes = _codes_by_word()
    for word in codes.keys() & counts.keys():
        for code in codes[word]:
            has[code] += counts[word]
    own = {
        each.code: _with_own_letters(each, counts, letters) if has[each.code] else ()
        for each in _languages()
    }
    for code, words in own.items():
        has[code] += sum(counts[word] for word in words)
    scores = [
        (has[each.code], each.code, each)
        for each in _languages()
        if sum(letters[letter] for letter in each.without & letters.keys()) <= FOREIGN * total
    ]
    scores.sort(reverse=True)
    return scores, own


def _with_own_letters(
    language: _SmallWords, counts: Counter[str], letters: Counter[str]
) -> Sequence[str]:
    """The words of a text that have a letter of a language alone, and are no small words."""
    if language.letters.isdisjoint(letters):
        return ()
    return [
        word
        for word in counts
        if word not in language.words and not language.letters.isdisjoint(word)
    ]


def is_short(text: str) -> bool:
    """Whether a text has too few words to be in no language that is recognised."""
    return len(_first_words(text, TOO_FEW)) < TOO_FEW


def _first_words(text: str, most: int, *, names: bool = True) -> list[str]:
    """The first words of a text, in small letters; or those alone that have no capital."""
    room = most * _CHARACTERS
    while True:
        end = text.find(" ", room)
        runs = _RUN.findall(text, 0, end if end >= 0 else len(text))
        found = [word for run in runs if (word := run if run.isalpha() else _word_of(run))]
        if len(found) >= most or end < 0:
            return [each.lower() for each in found[:most] if names or each.islower()]
        room *= 8  # Numbers and signs stand between the words.


def _word_of(run: str) -> str:
    """What is the word of a run of letters, digits and apostrophes: of "isn't" what stands before
    the apostrophe, of "5th" nothing."""
    found = _LETTERS.match(run)
    return found[0] if found else ""


def agreed(told: str, text: str) -> str:
    """The language of an article whose file tells one, and whose text seems to be in one:
    the file's, unless the text contradicts it."""
    if not told or not text:
        return told or text
    if _family(told) != _family(text) or (script(told) and script(told) != script(text)):
        return text
    # The text may tell more: the script.
    return text if text.startswith(f"{told}-") else told


def primary(code: str) -> str:
    """The language without its script and region: ``en`` of ``en-GB``."""
    return code.partition("-")[0].lower()


def script(code: str) -> str:
    """The script that a code names, "" where it names none."""
    return next((part for part in code.split("-")[1:] if len(part) == 4), "")


def _letters(counts: Counter[str]) -> Counter[str]:
    """In how many words of a text each letter stands that tells languages apart."""
    letters: Counter[str] = Counter()
    telling = _telling_letters()
    for word, times in counts.items():
        if not word.isascii():
            for letter in telling.intersection(word):
                letters[letter] += times
    return letters


def _variety(language: _SmallWords, counts: Counter[str]) -> str:
    """The variety of a language whose own words a text has most of, where that is clear."""
    told = {code: sum(counts[word] for word in words) for code, words in language.varieties.items()}
    # What no stem begins with is told by three letters, at once.
    begins_of = {stem[:_BEGINS] for _, stems in language.stems for stem in stems}
    some = [word for word in counts if word[:_BEGINS] in begins_of]
    for codes, stems in language.stems:
        begins = sum(counts[word] for word in some if word.startswith(stems))
        for code in codes.split():
            told[code] += begins
    scores = sorted((score, code) for code, score in told.items())
    if len(scores) > 1 and scores[-1][0] > scores[-2][0]:
        return scores[-1][1]
    return language.code


def _family(code: str) -> str:
    """The language that a code is a variety of, or its own."""
    short = primary(code)
    for each in _languages():
        if short in map(primary, (each.code, *each.varieties)):
            # Serbian has two files, one a script.
            return min(map(primary, (each.code, *each.varieties)))
    return short


def _varieties(telling: Iterable[Mapping[str, str]]) -> Mapping[str, frozenset[str]]:
    """The telling words of each variety that the tables name."""
    found: dict[str, frozenset[str]] = {}
    for table in telling:
        for code in table["of"].split():
            found[code] = found.get(code, frozenset()) | frozenset(table.get("words", "").split())
    return found


@cache
def _telling_letters() -> frozenset[str]:
    return frozenset().union(*(each.without | each.letters for each in _languages()))


@cache
def _codes_by_word() -> Mapping[str, Sequence[str]]:
    """The languages that have each small word."""
    found: dict[str, list[str]] = {}
    for each in _languages():
        for word in each.words:
            found.setdefault(word, []).append(each.code)
    return found


@cache
def _languages() -> tuple[_SmallWords, ...]:
    made = []
    for path in sorted((Path(__file__).parent / "small_words").glob("*.toml")):
        told = beside_bytecode.table(path)
        telling = _varieties(told.get("telling", ()))
        made.append(
            _SmallWords(
                path.stem,
                frozenset(told["words"].split()),
                frozenset(told.get("without", "")),
                frozenset(told.get("letters", "")),
                telling,
                tuple(
                    (each["of"], tuple(each["stems"].split()))
                    for each in told.get("telling", ())
                    if "stems" in each
                ),
            )
        )
    return tuple(made)
