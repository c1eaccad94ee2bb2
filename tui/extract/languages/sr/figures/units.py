"""What the numbers of a sentence count: by the word behind, or by that of a neighbour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise

from tui.extract.languages.sr import acts
from tui.extract.languages.sr.figures.numbers import CountedNumber
from tui.extract.languages.sr.figures.words import counted, told, values
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.languages.sr.roles import roles
from tui.extract.languages.sr.words import MAN_DID, lists

_ADJECTIVES = ("ih", "nog", "nom", "skog")
_SMALL = Decimal(4)
"""A number in words up to this counts a noun in the singular: "tri čoveka"."""
_GAPS = (" ", "“ ", "” ", '" ', ". ")
NO_NOUNS = frozenset(
    "i a u na je su od do za ili se po iz sa s kod o ce bi koji koje koliko nego kao".split()
)
_OF_PLACES = ("birack", "glasack", "poslanick", "odbornick", "zastupnick", "vijecnick")
_PLACES = ("mest", "mjest")
_THOUSANDS = -3
"""The exponent of a number whose comma parts the thousands, where no part is counted."""
_WHOLE_ONES = frozenset(("people", "voters", "votes", "seats", "polling_stations"))
PARTICIPLES = ("eno", "ano", "uto", "eto", "ato")
_SMALL_WORDS = lists("words")["small"] | lists("grammar")["auxiliaries"]
_BEING = frozenset("biti bili bila bile".split())
_VOTED = ("protiv", "uzdrzan")
_NOON = 12
_CLOCKED = frozenset("u do od posle pre nakon iza oko poslije prije".split())
_CLAUSES = frozenset("da koji koja koje jer dok a ali iako kad kada pa te".split())


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
                behind = number.behind + offset + 1
                if word.key.startswith(_OF_PLACES) and not _is_place(words, behind):
                    break
                if word.key == "posto" and not word.text.isascii() and word.text[2] in "šш":
                    return  # "pošto"
                spoiled = text[number.end : word.end].strip()
                if measure == "votes" and key(spoiled).startswith(told("parts")["spoiled"]):
                    measure, unit = "count", spoiled.lower()  # "112 nevažećih listića"
                number.measure, number.unit, number.end = measure, unit, word.end
                number.noun = word.key
                if measure in _WHOLE_ONES and _has_thousands(number, words, behind):
                    number.value *= 1000  # "47,353 birača"
                if measure == "polling_stations" and behind < len(words):
                    number.end = words[behind].end
                _changes(text, number, words, behind)
                return
        if word.key in NO_NOUNS or voted(word.key) or word.key in _changing():
            return
        if word.key in acts.forms() or word.key in _BEING:
            return  # "3,8 osvojili su", "prvih 25 biće"
        if word.key.endswith((*_ADJECTIVES, "acka")) and offset < 2:
            end = word.end
            continue
        noun = _is_noun(text, word, number)
        done = _is_done_to(number, words)
        if is_year(number) and not (done and noun and word.key.endswith(("a", "bi"))):
            return  # "izbori 2023 održavaju se"
        if not (done and noun) and of_number_before(text, number, words):
            return
        further = words[number.behind + offset + 1 : number.behind + offset + 2]
        if number.in_words and further and further[0].joined and _is_counted(further[0].key):
            end = word.end  # "četiri opoziciona odbornika"
            continue
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
    if any(key.startswith(terms["words"]) for key in keys):
        return True
    if any(key.startswith(terms["lasting"]) for key in before[-2:-1]):
        return True
    parties = any(is_party(key) for key in keys)
    won = any(key.startswith(terms["won"]) for key in keys)
    held = any("N" in noun.cases for key in keys for noun in roles().get(key, ()))
    allied = not held and any(key.startswith(terms["allied"]) for key in keys)
    if (won and allied) or any(key.startswith(terms["lacks"]) for key in keys):
        return False
    if not parties and any(noun.number == "s" for key in keys for noun in roles().get(key, ())):
        return True
    if number.value > 1:
        return False
    beside = [word.key for word in words if word.start < number.start]
    seats = any(
        key.startswith("mandat") and (number_of.isdigit() or values().get(number_of, 1) != 1)
        for number_of, key in pairwise(beside)
    )
    return not (seats or (parties and won))


def _begins_clause(text: str, words: Sequence[NameToken], at: int) -> bool:
    gap = text[words[at - 1].end : words[at].start]
    return not set(gap).isdisjoint(",;:–—") or words[at].key in _CLAUSES


def _is_place(words: Sequence[NameToken], at: int) -> bool:
    """Whether places follow "biračkih" or "poslaničkih", and no lists or questions."""
    return any(word.key.startswith(_PLACES) for word in words[at : at + 1])


def _has_thousands(number: CountedNumber, words: Sequence[NameToken], behind: int) -> bool:
    """Whether a comma parts the thousands of what has no parts: "47,353 birača", unless so many
    are so on average."""
    if number.value.as_tuple().exponent != _THOUSANDS:
        return False
    average = any(word.key.startswith(("prose", "prosj")) for word in words)
    return not average and [word.key for word in words[behind : behind + 1]] != ["po"]


def _is_counted(word: str) -> bool:
    return any(
        (stems and word.startswith(stems)) or word in exact for stems, exact, *_ in counted()
    )


def is_party(word: str) -> bool:
    told_names = lists("words")
    head = word.partition("-")[0]
    if head in told_names["parties"] or head in told_names["coalitions"]:
        return True
    return word in told("terms")["lists"] or word.startswith(told("terms")["winners"])


def _is_done_to(number: CountedNumber, words: Sequence[NameToken]) -> bool:
    """Whether a verb right before a number tells what was done with so many: "štampano je"."""
    near = [word.key for word in words[: number.behind] if word.start < number.start][-2:]
    return near[1:] == ["je"] and near[0].endswith(("lo", *PARTICIPLES))


def _changes(text: str, number: CountedNumber, words: Sequence[NameToken], behind: int) -> None:
    """Note whether a number tells how much more or less there is: "dva mandata manje"."""
    if words[behind : behind + 1] and words[behind].key.startswith("glas"):
        behind += 1  # "14 odsto glasova više"
    following = words[behind : behind + 1]
    if following and len(text[number.end : following[0].start].split()) < 2:
        number.changes = following[0].joined and following[0].key in _changing()


def _changing() -> Sequence[str]:
    return told("changes")["words"]


def _length(number: CountedNumber, word: NameToken, words: Sequence[NameToken]) -> bool:
    """Whether a number tells how long something takes, how old somebody is, or the hour: the
    first is a figure, the others are none."""
    stems_of = told("times").items()
    unit = next((unit for unit, stems in stems_of if _tells(word.key, stems)), "")
    if not unit or word.key.startswith(told("no_times")["words"]):
        return False
    if unit == "years" and is_year(number):
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
    about_noon = clock and not number.in_words and number.value >= _NOON
    lasts = any(each.startswith(told("lasting")["words"]) for each in before)
    if (about_noon and words[first + 1].key == "oko" and not lasts) or (
        number.in_words and number.value == 1
    ):
        return True  # "održana oko 21 sat"
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


def is_year(number: CountedNumber) -> bool:
    """Whether a number without a point may be a year, and no round one."""
    printed = number.end - number.at == 4 and not number.in_words
    return printed and 1900 < number.value < 2050 and number.value != 2000


def _is_noun(text: str, word: NameToken, number: CountedNumber) -> bool:
    if not text[word.start].islower() or len(word.key) < 3:
        return False
    if word.key in _SMALL_WORDS or word.key in lists("grammar")["prepositions"]:
        return False
    if word.key.endswith((*MAN_DID, *PARTICIPLES)):
        return False
    if number.in_words and number.value <= _SMALL:
        return number.value > 1 and word.key.endswith(("a", "e")) and not word.key.endswith("la")
    return True


def of_number_before(text: str, number: CountedNumber, words: Sequence[NameToken]) -> bool:
    """ "Broj birača je 6.500.666", "biračka mesta, njih 8.000": what the words before tell
    that it counts."""
    near = words[max(0, number.behind - BEFORE) : number.behind]
    before = [word.key for word in near if word.start < number.start]
    if before[-1:] == ["njih"]:
        nouns = [noun for noun in reversed(before[-4:-1]) if noun not in _SHARES]
    else:
        told = [at for at, word in enumerate(before) if word in _NUMBER_OF]
        changes = word_behind(text, number, words) in _changing()
        if not told or before[-1] in _BY or is_year(number) or changes:
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
        nouns = before[told[-1] + 1 : told[-1] + 4]
        beside = zip(nouns, [*nouns[1:], ""], strict=True)  # "broj glasačkih listića"
        nouns = [n for n, of in beside if not n.startswith(_OF_PLACES) or of.startswith(_PLACES)]
        nouns = nouns[:2]
    for noun in nouns:
        for stems, exact, measure, unit in counted():
            if (stems and noun.startswith(stems)) or noun in exact:
                number.measure, number.unit, number.noun = measure, unit, noun
                return True
    return False


def _told_since(before: Sequence[str], at: int) -> bool:
    return any(word[:1].isdigit() for word in before[at:])


BEFORE = 20
"""Words before a number that may tell what it is the number of."""
_OTHER_CLAUSE = re.compile(r",\s(?:a|ali|pa|dok|jer|а|али|па|док|јер)\s")
_SHARES = frozenset("odsto posto procenata procenta procenat".split())
_NUMBER_OF = frozenset("broj broja broju brojem".split())
_AMOUNTS = frozenset("iznosi iznosio je bio bice od".split())
_AFTER_NUMBER_OF = _AMOUNTS | _SMALL_WORDS
_BY = frozenset(("za", "broj"))
"""Before a number that tells by how much another is more, or that is a name."""
_LARGE = 1000


def word_behind(text: str, number: CountedNumber, words: Sequence[NameToken]) -> str:
    """The word that a space alone parts from a number, "" where none is."""
    if number.behind >= len(words):
        return ""
    word = words[number.behind]
    return word.key if text[number.end : word.start] in (" ", " „", ' "', " “") else ""


def voted(word: str) -> bool:
    return word == "za" or word.startswith(_VOTED)
