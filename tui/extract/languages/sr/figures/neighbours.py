"""What the numbers of a sentence count that have no noun of their own: that of a neighbour, or of
what is told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tui.extract.languages.sr.figures.numbers import CountedNumber, NumberReader
from tui.extract.languages.sr.figures.units import (
    BEFORE,
    NO_NOUNS,
    PARTICIPLES,
    is_party,
    is_year,
    of_number_before,
    voted,
    word_behind,
)
from tui.extract.languages.sr.figures.words import counted
from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.languages.sr.roles import bodies

_BRACKET = re.compile(r"(?:\s\w+)?\s\(")
_NEIGHBOURS = 6
"""Numbers of a sentence, on either side, that may have the unit of one without."""
_BALLOTS = frozenset(("votes", "voters"))
_SHARED = frozenset(("percent", "seats", "votes", "money"))


def added(text: str, numbers: Sequence[CountedNumber]) -> list[CountedNumber]:
    """The numbers with those as one that are: "21 milion i 250 hiljada maraka"."""
    found: list[CountedNumber] = []
    for number in numbers:
        before = found[-1] if found else None
        if (
            before is not None
            and not before.measure
            and before.scale > number.value
            and before.scale >= _MILLION
            and (number.scale > 1 or number.value >= _THOUSAND)
            and number.measure in ("money", "people", "count", "voters", "votes", "")
            and text[before.end : number.start] in (" i ", " и ")
        ):
            number.value += before.value
            number.start, number.comparator = before.start, before.comparator
            found.pop()
        found.append(number)
    return found


_MILLION = 1_000_000
_THOUSAND = 1_000


def share(
    reader: NumberReader, numbers: Sequence[CountedNumber], words: Sequence[NameToken]
) -> None:
    """Give a number without a unit of its own that of the next, or of the one before."""
    for at, number in enumerate(numbers):
        if number.measure or (number.in_words and number.value == 1) or is_year(number):
            continue
        if of_number_before(reader.text, number, words):
            continue
        following = numbers[at + 1] if at + 1 < len(numbers) else None
        if following is not None and following.measure and reader.joined(number, following):
            number.measure, number.unit = following.measure, following.unit
            if number.scale == 1 and number.value < following.scale:
                number.value *= following.scale
            continue
        word = word_behind(reader.text, number, words)
        if word and not _left_out(word):
            continue
        decimal = number.value != number.value.to_integral_value()
        others = [
            *(() if number.in_words else numbers[at + 1 : at + 1 + _NEIGHBOURS]),
            *reversed(numbers[max(0, at - _NEIGHBOURS) : at]),
        ]
        bracket = reader.text[number.end : number.end + 2] == " (" and not decimal
        if number.in_words or voted(word) or bracket:
            others = [each for each in others if each.measure != "percent"]
        if following is not None and not decimal and _contrasted(reader.text, number, following):
            number.measure, number.unit = following.measure, following.unit
            continue
        if at and _BRACKET.fullmatch(reader.text[numbers[at - 1].end : number.start]):
            _bracketed(number, numbers[at - 1], words)
            continue
        if word == "od" and following is not None and following.measure and not decimal:
            others = [following]  # "53 odsto glasova i 58 od 120 mesta"
        if not word and _is_told_of(number, words) and _of_noun_before(reader.text, number, words):
            continue
        for other in others:
            fits = other.measure in _SHARED and (other.measure == "percent" or not decimal)
            before = other.start < number.start and other.measure not in ("", "duration")
            of = word == "od" and other is following
            if fits or of or (before and not decimal and word not in NO_NOUNS):
                number.measure, number.unit = other.measure, other.unit
                if _votes(number, words):
                    number.noun = other.noun  # "za je glasalo 28, protiv 37 odbornika"
                break
        if not number.measure and not word:
            _of_noun_before(reader.text, number, words)


def _is_told_of(number: CountedNumber, words: Sequence[NameToken]) -> bool:
    """Whether "bilo" stands right before a number, or "ima" behind a noun in the genitive: "a
    listića je bilo 4.300", "žalbi ima 43"."""
    near = [word.key for word in words[: number.behind] if word.start < number.start]
    return near[-1:] == ["bilo"] or (near[-1:] == ["ima"] and near[-2][-1:] == "i")


def _votes(number: CountedNumber, words: Sequence[NameToken]) -> bool:
    near = [word.key for word in words[: number.behind] if word.start < number.start]
    return any(word.startswith(("glasa", "glasoval")) for word in near[-3:])


_MANY = 100
"""A number from which on one without a noun is no age."""


def _contrasted(text: str, number: CountedNumber, following: CountedNumber) -> bool:
    """ "Došlo je 1.500, a po drugima 10.000 ljudi": the noun stands with the second alone."""
    if number.value < _MANY or is_year(number):
        return False  # "ima 54, a 300 ljudi je došlo"
    counted = following.measure in ("people", "voters", "polling_stations", "votes", "seats")
    if not counted or text[number.end : number.end + 4] not in (", a ", ", а "):
        return False
    at_once = following.start == number.end + 4  # "a 300 ljudi ga gradi"
    return not (at_once and text[following.end : following.end + 1] == " ")


def _bracketed(number: CountedNumber, before: CountedNumber, words: Sequence[NameToken]) -> None:
    """ "26,9 odsto glasova (14.507)": how many votes a share is. Else nothing tells what a number
    in brackets counts."""
    votes = any(word.key.startswith("glas") for word in words[: number.behind][-BEFORE:])
    if votes and before.measure == "percent" and number.value > _WHOLE:
        number.measure, number.unit = "votes", "votes"


_WHOLE = 100
"""The most of a share."""


def _left_out(word: str) -> bool:
    """Whether a word goes on behind a number whose noun is left out."""
    if word in ("i", "a", "ili", "od", "u", "na", "odnosno") or voted(word):
        return True
    return word.endswith(PARTICIPLES)


def _of_noun_before(text: str, number: CountedNumber, words: Sequence[NameToken]) -> bool:
    """ "Zahteva ima četiri", "okupljenih je bilo oko 300", "okupljenih, kojih je bilo 300"."""
    near = words[max(0, number.behind - BEFORE) : number.behind]
    before = [each for each in near if each.start < number.start][-5:]
    if len(before) < 2 or before[-1].key not in _THERE_IS:
        return False
    ends = [*((each.start, each.end) for each in before[-3:]), (number.start, 0)]
    if any(text[end:start] != " " for (_, end), (start, _) in pairwise(ends)):
        return False  # „Srbija protiv nasilja“ ima 43, „Dosta je bilo“ 16
    nouns = [each for each in before if each.key not in _THERE_IS and each.key != "kojih"]
    while len(nouns) > 1 and nouns[-2].key in ("u", "na"):
        nouns = nouns[:-2]  # "radnika u fabrici ima 300"
    noun = nouns[-1] if nouns else None
    if noun is None or not (noun.opens or text[noun.start].islower()):
        return False
    if (
        not noun.key.endswith(("a", "ih", *("i" * (before[-1].key in ("ima", "bilo")))))
        or len(noun.key) < 5
        or not text[noun.start + 1].islower()
    ):
        return False
    if is_party(noun.key) or noun.key in bodies():
        return False  # "Lista ima 120"
    number.measure, number.unit = "count", noun.text.lower()
    for stems, exact, measure, unit in counted():
        if measure in _BALLOTS and (noun.key.startswith(stems) or noun.key in exact):
            number.measure, number.unit = measure, unit
    return True


_THERE_IS = frozenset("ima imaju bilo je".split())
