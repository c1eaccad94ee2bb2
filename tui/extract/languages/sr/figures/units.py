"""What the numbers of a sentence count: by the word behind, or by that of a neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from tui.extract.languages.sr.figures.numbers import CountedNumber, NumberReader
from tui.extract.languages.sr.figures.words import counted, told, values
from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.languages.sr.roles import bodies, roles
from tui.extract.languages.sr.words import MAN_DID, lists

_BRACKET = re.compile(r"(?:\s\w+)?\s\(")
_ADJECTIVES = ("ih", "nog", "nom", "skog")
_SMALL = Decimal(4)
"""A number in words up to this counts a noun in the singular: "tri čoveka"."""
_NEIGHBOURS = 6
"""Numbers of a sentence, on either side, that may have the unit of one without."""
_GAPS = (" ", "“ ", "” ", '" ', ". ")
_NO_NOUNS = frozenset("i a u na je su od do za ili se po iz sa s kod o ce bi koji koje".split())
_PARTICIPLES = ("eno", "ano", "uto", "eto", "ato")
_SMALL_WORDS = lists("words")["small"] | lists("grammar")["auxiliaries"]
_VOTED = ("protiv", "uzdrzan")
_CLOCKED = frozenset("u do od posle pre nakon iza oko poslije prije".split())
_CLAUSES = frozenset("da koji koja koje jer dok a ali iako kad kada pa te".split())
_SHARED = frozenset(("percent", "seats", "votes", "money"))


def count(text: str, number: CountedNumber, words: Sequence[NameToken]) -> None:
    """Set what a number counts, by the words behind it."""
    if number.measure:
        _changes(text, number, words, number.behind)
        return
    end = number.end
    for offset, word in enumerate(words[number.behind : number.behind + 3]):
        if text[end : word.start] not in _GAPS or values().get(word.key) or word.key.isdigit():
            return
        if text[end : word.start] == ". " and text[end - 1].isdigit():
            return
        if offset == 0 and _length(number, word, words):
            return
        for stems, exact, measure, unit in counted():
            counts = (stems and word.key.startswith(stems)) or word.key in exact
            one = number.in_words and number.value == 1 and word.key != "mandat"
            if counts and not one:
                if word.key.startswith("mandat") and _is_term(text, number, words):
                    return
                number.measure, number.unit, number.end = measure, unit, word.end
                number.noun = word.key
                behind = number.behind + offset + 1
                if measure == "polling_stations" and behind < len(words):
                    number.end = words[behind].end
                _changes(text, number, words, behind)
                return
        if word.key in _NO_NOUNS or _voted(word.key) or word.key in _changing():
            return
        if word.key.endswith(_ADJECTIVES) and offset < 2:
            end = word.end
            continue
        noun = _is_noun(text, word, number)
        done = _is_done_to(number, words)
        if _is_year(number) and not (done and noun and word.key.endswith(("a", "i"))):
            return  # "izbori 2023 održavaju se"
        if not (done and noun) and _of_number_before(text, number, words):
            return
        if noun:
            number.measure, number.unit = "count", text[word.start : word.end].lower()
            number.end = word.end
            return
        if offset == 0 and number.in_words:
            return
        end = word.end


def _is_term(text: str, number: CountedNumber, words: Sequence[NameToken]) -> bool:
    """Whether a few mandates are terms of somebody's office: "dva mandata bio je predsednik". One
    is a seat only where a party wins it, or others have seats too."""
    if not number.in_words or number.value > _SMALL:
        return False
    first, last = number.behind, number.behind + 1
    while first > 0 and not _begins_clause(text, words, first):
        first -= 1
    while last < len(words) and not _begins_clause(text, words, last):
        last += 1
    keys = [word.key for word in words[first:last]]
    terms = told("terms")
    before = keys[: number.behind - first]
    if any(key.startswith(terms["words"]) for key in keys) or before[-2:-1] == ["posle"]:
        return True
    parties = any(_is_party(key) for key in keys)
    if not parties and any(noun.number == "s" for key in keys for noun in roles().get(key, ())):
        return True
    if number.value > 1:
        return False
    beside = [word.key for word in words if word.start < number.start]
    seats = any(
        key.startswith("mandat") and (number_of.isdigit() or values().get(number_of, 1) != 1)
        for number_of, key in pairwise(beside)
    )
    return not (seats or (parties and any(key.startswith(terms["won"]) for key in keys)))


def _begins_clause(text: str, words: Sequence[NameToken], at: int) -> bool:
    gap = text[words[at - 1].end : words[at].start]
    return not set(gap).isdisjoint(",;:–—") or words[at].key in _CLAUSES


def _is_party(word: str) -> bool:
    told_names = lists("words")
    head = word.partition("-")[0]
    if head in told_names["parties"] or head in told_names["coalitions"]:
        return True
    return word.startswith(told("terms")["winners"])


def _is_done_to(number: CountedNumber, words: Sequence[NameToken]) -> bool:
    """Whether a verb right before a number tells what was done with so many: "štampano je"."""
    near = [word.key for word in words[: number.behind] if word.start < number.start][-2:]
    return near[1:] == ["je"] and near[0].endswith(("lo", *_PARTICIPLES))


def _changes(text: str, number: CountedNumber, words: Sequence[NameToken], behind: int) -> None:
    """Note whether a number tells how much more or less there is: "dva mandata manje"."""
    following = words[behind : behind + 1]
    if following and text[number.end : following[0].start] == " ":
        number.changes = following[0].key in _changing()


def _changing() -> Sequence[str]:
    return told("changes")["words"]


def _length(number: CountedNumber, word: NameToken, words: Sequence[NameToken]) -> bool:
    """Whether a number tells how long something takes, how old somebody is, or the hour: the
    first is a figure, the others are none."""
    stems_of = told("times").items()
    unit = next((unit for unit, stems in stems_of if _tells(word.key, stems)), "")
    if not unit or word.key.startswith(told("no_times")["words"]):
        return False
    if unit == "years" and _is_year(number):
        return True  # "2022 godine"
    first = number.behind - 1
    while first >= 0 and words[first].start >= number.start:
        first -= 1
    before = [each.key for each in words[max(0, first - 5) : first + 1]]
    behind = [each.key for each in words[number.behind + 1 : number.behind + 2]]
    if unit == "years" and _is_age(before, behind):
        return True
    clock = unit == "hours" and number.value <= 24
    if clock and number.in_words and before[-1:] == ["u"] and before[-2:-1] != ["roku"]:
        return True  # "u sedam sati"
    if (
        clock
        and not number.in_words
        and before[-1:]
        and before[-1] in _CLOCKED
        and before[-2:-1] != ["roku"]
    ):
        return True
    if number.in_words and number.value == 1:
        return True
    number.measure, number.unit, number.end = "duration", unit, word.end
    return True


def _tells(word: str, stems: Iterable[str]) -> bool:
    """Whether a word begins with one of some stems, or is one of a letter."""
    return any(word.startswith(stem) if len(stem) > 1 else word == stem for stem in stems)


def _is_age(before: Sequence[str], behind: Sequence[str]) -> bool:
    if behind and behind[0] in ("starosti", "zivota", "stara", "star", "staru", "starog"):
        return True
    if any(word.startswith(told("ages")["words"]) for word in before[-3:]):
        return True
    if any(word.startswith("starost") for word in before):
        return True
    if before[-1:] in (["ima"], ["imao"], ["imala"], ["imaju"], ["navrsio"], ["navrsila"]):
        return True
    people = told("people")["words"]
    return before[-1:] == ["od"] and any(
        word in roles() or word.startswith(people) for word in before[-3:-1]
    )


def _is_year(number: CountedNumber) -> bool:
    """Whether a number without a point may be a year, and no round one."""
    printed = number.end - number.at == 4 and not number.in_words
    return printed and 1900 < number.value < 2050 and number.value != 2000


def _is_noun(text: str, word: NameToken, number: CountedNumber) -> bool:
    if not text[word.start].islower() or len(word.key) < 3:
        return False
    if word.key.endswith((*MAN_DID, *_PARTICIPLES)) or word.key in _SMALL_WORDS:
        return False
    if number.in_words and number.value <= _SMALL:
        return number.value > 1 and word.key.endswith(("a", "e")) and not word.key.endswith("la")
    return True


def share(
    reader: NumberReader, numbers: Sequence[CountedNumber], words: Sequence[NameToken]
) -> None:
    """Give a number without a unit of its own that of the next, or of the one before."""
    for at, number in enumerate(numbers):
        if number.measure or (number.in_words and number.value == 1) or _is_year(number):
            continue
        if _of_number_before(reader.text, number, words):
            continue
        following = numbers[at + 1] if at + 1 < len(numbers) else None
        if following is not None and following.measure and reader.joined(number, following):
            number.measure, number.unit = following.measure, following.unit
            if number.scale == 1 and number.value < following.scale:
                number.value *= following.scale
            continue
        word = _behind(reader.text, number, words)
        if word and not _left_out(word):
            continue
        decimal = number.value != number.value.to_integral_value()
        others = [
            *(() if number.in_words else numbers[at + 1 : at + 1 + _NEIGHBOURS]),
            *reversed(numbers[max(0, at - _NEIGHBOURS) : at]),
        ]
        bracket = reader.text[number.end : number.end + 2] == " (" and not decimal
        if number.in_words or _voted(word) or bracket:
            others = [each for each in others if each.measure != "percent"]
        if following is not None and not decimal and _contrasted(reader.text, number, following):
            number.measure, number.unit = following.measure, following.unit
            continue
        if at and _BRACKET.fullmatch(reader.text[numbers[at - 1].end : number.start]):
            _bracketed(number, numbers[at - 1], words)
            continue
        if word == "od" and following is not None and following.measure and not decimal:
            others = [following]  # "53 odsto glasova i 58 od 120 mesta"
        if not word and _of_noun_before(reader.text, number, words):
            continue
        for other in others:
            fits = other.measure in _SHARED and (other.measure == "percent" or not decimal)
            before = other.start < number.start and other.measure not in ("", "duration")
            of = word == "od" and other is following
            if fits or of or (before and not decimal and word not in _NO_NOUNS):
                number.measure, number.unit = other.measure, other.unit
                break


_MANY = 100
"""A number from which on one without a noun is no age."""


def _contrasted(text: str, number: CountedNumber, following: CountedNumber) -> bool:
    """ "Došlo je 1.500, a po drugima 10.000 ljudi": the noun stands with the second alone."""
    if number.value < _MANY or _is_year(number):
        return False  # "ima 54, a 300 ljudi je došlo"
    counted = following.measure in ("people", "voters", "polling_stations", "votes", "seats")
    goes_on = text[following.end : following.end + 1] == " "  # "a 300 ljudi ga gradi"
    return counted and not goes_on and text[number.end : number.end + 4] in (", a ", ", а ")


def _bracketed(number: CountedNumber, before: CountedNumber, words: Sequence[NameToken]) -> None:
    """ "26,9 odsto glasova (14.507)": how many votes a share is. Else nothing tells what a number
    in brackets counts."""
    votes = any(word.key.startswith("glas") for word in words[: number.behind][-_BEFORE:])
    if votes and before.measure == "percent" and number.value > _WHOLE:
        number.measure, number.unit = "votes", "votes"


_WHOLE = 100
"""The most of a share."""


def _of_number_before(text: str, number: CountedNumber, words: Sequence[NameToken]) -> bool:
    """ "Broj birača je 6.500.666", "biračka mesta, njih 8.000": what the words before tell
    that it counts."""
    near = words[max(0, number.behind - _BEFORE) : number.behind]
    before = [word.key for word in near if word.start < number.start]
    if before[-1:] == ["njih"]:
        nouns = [noun for noun in reversed(before[-4:-1]) if noun not in _SHARES]
    else:
        told = [at for at, word in enumerate(before) if word in _NUMBER_OF]
        changes = _behind(text, number, words) in _changing()
        if not told or before[-1] in _BY or _is_year(number) or changes:
            return False
        # "Broj birača raste, a okupilo se 20.000", "zbog malog broja glasača kupila je 5.000".
        between = text[near[told[-1]].end : number.start]
        if _OTHER_CLAUSE.search(between):
            return False
        if before[-1] not in _AMOUNTS and ("," in between or before[told[-1]] != "broj"):
            return False
        if before[-1] not in _AMOUNTS and (number.value < _LARGE or _told_since(before, told[-1])):
            return False
        while len(told) > 1 and not _AFTER_NUMBER_OF.isdisjoint(before[told[-1] + 1 :][:1]):
            told.pop()  # "broj birača je rastao, i taj broj je 5.000"
        nouns = before[told[-1] + 1 : told[-1] + 3]
    for noun in nouns:
        for stems, exact, measure, unit in counted():
            if (stems and noun.startswith(stems)) or noun in exact:
                number.measure, number.unit, number.noun = measure, unit, noun
                return True
    return False


def _told_since(before: Sequence[str], at: int) -> bool:
    return any(word[:1].isdigit() for word in before[at:])


_BEFORE = 20
"""Words before a number that may tell what it is the number of."""
_OTHER_CLAUSE = re.compile(r",\s(?:a|ali|pa|dok|jer|а|али|па|док|јер)\s")
_SHARES = frozenset("odsto posto procenata procenta procenat".split())
_NUMBER_OF = frozenset("broj broja broju brojem".split())
_AMOUNTS = frozenset("iznosi iznosio je bio bice od".split())
_AFTER_NUMBER_OF = _AMOUNTS | _SMALL_WORDS
_BY = frozenset(("za", "broj"))
"""Before a number that tells by how much another is more, or that is a name."""
_LARGE = 1000


def _behind(text: str, number: CountedNumber, words: Sequence[NameToken]) -> str:
    """The word that a space alone parts from a number, "" where none is."""
    if number.behind >= len(words):
        return ""
    word = words[number.behind]
    return word.key if text[number.end : word.start] in (" ", " „", ' "', " “") else ""


def _left_out(word: str) -> bool:
    """Whether a word goes on behind a number whose noun is left out."""
    if word in ("i", "a", "ili", "od", "u", "na", "odnosno") or _voted(word):
        return True
    return word.endswith(_PARTICIPLES)


def _voted(word: str) -> bool:
    return word == "za" or word.startswith(_VOTED)


def _of_noun_before(text: str, number: CountedNumber, words: Sequence[NameToken]) -> bool:
    """ "Zahteva ima četiri", "okupljenih je bilo oko 300", "okupljenih, kojih je bilo 300"."""
    near = words[max(0, number.behind - _BEFORE) : number.behind]
    before = [each for each in near if each.start < number.start][-4:]
    if len(before) < 2 or before[-1].key not in _THERE_IS:
        return False
    nouns = [each for each in before if each.key not in _THERE_IS and each.key != "kojih"]
    noun = nouns[-1] if nouns else None
    if noun is None or not (noun.opens or text[noun.start].islower()):
        return False
    if (
        not noun.key.endswith(("a", "ih"))
        or len(noun.key) < 5
        or not text[noun.start + 1].islower()
    ):
        return False
    if _is_party(noun.key) or noun.key in bodies():
        return False  # "Lista ima 120"
    number.measure, number.unit = "count", noun.text.lower()
    return True


_THERE_IS = frozenset("ima imaju bilo je".split())
