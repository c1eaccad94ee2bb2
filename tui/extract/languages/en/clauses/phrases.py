"""Where noun phrases begin and end: subjects without what stands around them, what a relative
pronoun stands for, and what belongs to a verb behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from itertools import pairwise

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, RELATIVES, ClauseTokens
from tui.extract.languages.en.happenings import noun_sort
from tui.extract.languages.en.morphology import is_adverb
from tui.extract.languages.en.names.gazetteer import cities, countries, places
from tui.extract.languages.en.numerals import UP_TO_TEN
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "clauses")

OF_TIME = frozenset("after before since once as until till".split())
"""Conjunctions that are prepositions as well: a clause only where a verb follows."""
_PARTICLES = frozenset("out up away back".split())
"""What may stand between a verb and what it is done to."""
_PARTS_OF_DAYS = frozenset("late early".split())
_NO_OPENING = lex.CONJUNCTIONS | lex.ADVERBS | frozenset("according".split())
_EXPLAINS = (
    DETERMINERS | RELATIVES | lex.PREPOSITIONS | frozenset("one whose whom where former".split())
)
_PERSONAL = lex.SUBJECT_PRONOUNS - {"who"}
_TIME_ENDS = frozenset("time earlier late later ago afterward afterwards before after then".split())
_OPENING = frozenset("while when after before since if once although though".split())
_PLACING = frozenset("in at near outside".split())
_QUALITIES = (*lex.ADJECTIVE_ENDINGS, "less")
"""Ends of adjectives."""
_ABOUT = frozenset("at over about around under".split())
_PLACES_ITSELF = _WORDS["places_itself"]
"""Adverbs of place, which stand before a subject with a comma: "Abroad, the list won"."""
_NO_END = lex.PREPOSITIONS | lex.CONJUNCTIONS | DETERMINERS | frozenset("to as than not".split())
"""Words at which no phrase ends."""
_LOOSE = lex.ADVERBS | frozenset("so far since".split())
_NAMED_BEHIND = lex.ROLE_NOUNS | lex.GROUP_NOUNS | lex.ORG_WORDS | lex.PLACE_WORDS
"""Nouns behind which the name stands: "near the village Lom"."""
_FROM_THEN = frozenset("now then once currently formerly".split())
"""What opens the description of a name between commas, before its noun."""
_WITHIN = frozenset([",", "' ", "’ "])
"""Marks that part no phrase: "40,000 people", "the Miners' Forum"."""
_NO_VERBS = DETERMINERS | lex.OWNERS
_MODALS = frozenset("would will could can may might must should to".split())
"""What stands before a verb in its plain form."""
_LONGEST_ITEM = 5
"""Words between the commas of a list ("Brod, the Green List and Kos")."""


class Phrases:
    """The phrases of a sentence, by the places of its words."""

    def __init__(self, tokens: ClauseTokens, dated: Collection[int]) -> None:
        self.tokens = tokens
        self.dated = dated
        self.commas = sorted(tokens.commas)

    def is_hour(self, at: int) -> bool:
        """Whether an hour stands at a position: "10 p.m.", "9:30"."""
        first, second = self.tokens.lower(at), self.tokens.lower(at + 1)
        halved = second.replace(".", "") in ("am", "pm")
        return first[:1].isdigit() and (halved or ":" in first)

    def object_behind(self, at: int) -> bool:
        """Whether what a verb is done to stands behind it: "ruled out on Monday | the sale"."""
        lowers = self.tokens.lowers
        while (lowers[at] in _PARTICLES or at in self.dated) and at not in self.tokens.commas:
            at += 1
        if at in self.dated or at in self.tokens.commas:
            return False
        named = lowers[at] in DETERMINERS or self.tokens.capital(at)
        return named or lowers[at][0].isdigit()

    def is_one(self, first: int, last: int) -> bool:
        """Whether words are one phrase, and no two: "the plan | the board"."""
        lowers = self.tokens.lowers
        return not any(
            lowers[at] in DETERMINERS and lowers[at - 1] not in lex.PREPOSITIONS
            for at in range(first + 1, last)
        )

    def between(self, first: int, last: int) -> list[int]:
        """The words behind commas between two positions."""
        return self.commas[bisect_left(self.commas, first) : bisect_left(self.commas, last)]

    def trimmed(self, first: int, last: int) -> tuple[int, int]:
        """A subject without what stands before it ("On Sunday,") and what explains it (", the
        head of the list,"); none where nothing is left."""
        while first < last:
            lower = self.tokens.lowers[first]
            owns = first in self.dated and lower in lex.PREPOSITIONS and self._owner(first, last)
            part = lower in _PARTS_OF_DAYS and first + 1 in self.dated  # "Late Monday, a group"
            if not owns and (part or first in self.dated or lower in _NO_OPENING):
                first += 1
            elif self._sets_scene(first, last, lower):
                behind = self._behind_scene(first, last, lower)
                if behind is None:
                    return 0, 0
                first = behind
            else:
                break
        pronoun = self.tokens.lowers[last - 1] in _PERSONAL
        if first >= last or (pronoun and first < last - 1):
            return 0, 0  # "the target it pledged to reach": no clause of its own
        return first, self._without_explanation(first, last)

    def _owner(self, first: int, last: int) -> bool:
        """Whether a date owns what stands behind it: "in December's vote"."""
        while first < last and first in self.dated:
            first += 1
        return self.tokens.possessive(first - 1)

    def _sets_scene(self, first: int, last: int, lower: str) -> bool:
        """Whether a word opens a phrase that stands before a subject."""
        lowers = self.tokens.lowers
        if self.counts(first):
            return False
        if lower == "up" and lowers[first + 1 : first + 2] == ["to"]:
            return False
        if lower in lex.PREPOSITIONS or lower in OF_TIME or lower in ("to", "due", "because"):
            return True
        commas = bool(self.between(first + 1, last))
        opens = first == 0 or lowers[first - 1] in _OPENING
        if opens and lower.endswith(("ing", "ed")):
            return commas  # "Seated behind a wall, Kos"; "voting" is a subject.
        if lower in _PLACES_ITSELF and first + 1 in self.tokens.commas:
            return True
        if lower in ("more", "most", "less") and first + 2 in self.tokens.commas:
            return lowers[first + 1].endswith("ly")  # "More recently, the court"
        if first == 0 and lower.endswith("ly"):
            return not lowers[first + 1][:1].isdigit()
        if not commas:
            return False
        comma = self.between(first + 1, last)[0]
        one_by_one = lowers[comma - 2 : comma] == ["after", "another"]
        return one_by_one or lowers[comma - 1] in _TIME_ENDS

    def _behind_scene(self, first: int, last: int, lower: str) -> int | None:
        """The first word behind such a phrase; None where nothing ends it."""
        behind = first + 1
        while behind < last and behind in self.dated:
            behind += 1
        if self.tokens.possessive(behind - 1):
            behind = first  # "In December's vote, the list"
        joined = behind < last and self.tokens.lowers[behind] in lex.CONJUNCTIONS
        if first + 1 < behind < last and behind not in self.tokens.commas and not joined:
            return behind
        commas = self.between(first + 1, last)
        if not commas:
            return first + 1 if lower.endswith("ly") else self._next_phrase(first, last)
        named = lower in _PLACING and self.tokens.capital(first + 1)
        closed = last in self.tokens.commas or "and" in self.tokens.lowers[commas[-1] : last]
        if named and len(commas) == 2 and not closed:
            return commas[-1]  # "In Brod, his home town, police fired tear gas"
        return commas[0]

    def _next_phrase(self, first: int, last: int) -> int | None:
        """Where a phrase begins right behind another without a comma: "Under the law | the court
        must rule"; a name, a pronoun or a number only behind one that opens the sentence: "In the
        second round | Kos won"."""
        lowers = self.tokens.lowers
        # Behind "to see", "after seeing" stands what is seen.
        seen = lowers[first] == "to" or self.tokens.lower(first + 1).endswith("ing")
        for at in range(first + 2 + seen, last):
            before = lowers[at - 1]
            votes = lowers[at - 2] == "to" and before in UP_TO_TEN
            if (before in _NO_END and not votes) or at in self.dated:
                continue
            if lowers[at] in lex.ARTICLES or (lowers[at] in _PERSONAL and at == last - 1):
                return at
            if first or self.tokens.capital(at - 1) or not before.isalpha():
                continue
            counted = lowers[at].isdigit() and at + 1 < last and lowers[at + 1].endswith("s")
            if counted or (self.tokens.capital(at) and before not in _NAMED_BEHIND):
                return at
        return None

    def row_of_subjects(self, splits: list[int], verb: int) -> int:
        """Where the subject of a verb begins that goes on a clause: with the last word that parts
        the two, or, of "two men and a boy were hurt", with the one before it."""
        lowers = self.tokens.lowers
        split = splits[-1]
        several = lowers[verb] in ("are", "have", "were")
        one = lowers[split + 1 : split + 2] in (["a"], ["an"]) and lowers[split] == "and"
        joined = len(splits) > 1 and lowers[splits[-2]] == "and"
        return splits[-2] if several and one and joined else split

    def is_adverb(self, at: int) -> bool:
        """Whether a word is an adverb, of those in -ly too; "a rally", "the assembly" and "July"
        are not."""
        tokens = self.tokens
        lower = tokens.lowers[at]
        if lower in _LOOSE and not (at and tokens.capital(at)):
            return not any(first < tokens.starts[at] < last for first, last in tokens.named)
        if not is_adverb(lower) or tokens.capital(at) or at == 0:
            return False
        noun = noun_sort(lower) or lower in lex.GROUP_NOUNS
        return not noun and tokens.lowers[at - 1] not in DETERMINERS

    def counts(self, at: int) -> bool:
        """ "at least twelve people", "over 300 people": how many, and not where."""
        if self.tokens.lower(at) not in _ABOUT:
            return False
        follows = self.tokens.lowers[at + 1 : at + 2]
        return bool(follows) and (follows[0] in ("least", "most") or follows[0][:1].isdigit())

    def _without_explanation(self, first: int, last: int) -> int:
        """Where a subject itself ends; the names of a list all belong to it."""
        tokens = self.tokens
        commas = self.between(first + 1, last)
        if commas and commas[0] == first + 2 and self._two_qualities(commas[0]):
            del commas[0]  # "a casual, get-acquainted meeting"
        if not commas:
            return last
        joined = next((at for at in range(commas[-1], last) if tokens.lowers[at] == "and"), 0)
        items = pairwise([first, *commas, *([joined] if joined > commas[-1] else []), last])
        short = all(0 < end - begin <= _LONGEST_ITEM for begin, end in items)
        second = tokens.lowers[commas[0]]
        named = tokens.capital(commas[0]) and second != "the"  # "the Greens, Our Town and Kos"
        closed = last in tokens.commas  # "the lists, Brod Tomorrow and New Wind, won"
        if joined and short and not closed and (named or second not in _EXPLAINS):
            return last
        return commas[0]

    def antecedent_of(self, at: int) -> tuple[int, int]:
        """What a relative pronoun stands for: the phrase before it; of "Kos, a miner who",
        Kos."""
        tokens = self.tokens
        opener = at
        if tokens.lower(at - 1) in lex.CONJUNCTIONS:
            return 0, 0  # "who left, but who said": of whom the clause before tells.
        if at > 1 and tokens.lowers[at - 1].isdigit() and at - 1 in tokens.commas:
            at -= 1  # "Georg Pall, 67, whose"
        first, last = antecedent(tokens, at)
        if first == last - 1 and tokens.lowers[first].endswith("ing"):
            return 0, 0  # "deciding who will win"
        if tokens.lowers[opener] == "who":
            first = self._somebody(first, last)
            if first > 1 and tokens.lowers[first - 1] == "and" and tokens.capital(first - 2):
                both = antecedent(tokens, first - 1)[0] == 0  # "Kos and Low, who left, said"
                first = 0 if both else first
        named = first > 1 and tokens.capital(first) and at not in tokens.commas
        if named and tokens.lowers[first - 1] in ("in", "at", "near", "from"):
            # "the police in Brod who": no town, but its police.
            first = antecedent(tokens, first - 1)[0]
            named = False
        wish = first > 1 and tokens.lowers[first - 1] == "to" and not tokens.capital(first)
        if wish and tokens.lowers[first] not in DETERMINERS:
            return antecedent(tokens, first - 1)[0], last  # "a bill to end it that passed"
        of = first > 1 and tokens.lowers[opener] != "who" and tokens.lowers[first - 1] == "of"
        if of and noun_sort(tokens.lowers[first - 2]) in ("attack", "disaster"):
            return antecedent(tokens, first - 1)[0], last  # "the shelling of a market that killed"
        which = tokens.lowers[opener] == "which" and not tokens.capital(first)
        if first > 1 and which and tokens.lowers[first - 1] == "against":
            return antecedent(tokens, first - 1)[0], last  # "the coalition against fear, which won"
        place = first > 1 and at in tokens.commas and tokens.capital(first)
        if (
            place
            and tokens.lowers[first - 1] in ("in", "at", "near")
            and noun_sort(tokens.lowers[first - 2])
        ):
            return antecedent(tokens, first - 1)[0], last  # "the rally in Brod, which drew"
        return self._explained_before(first) or (first, last)

    def _explained_before(self, first: int) -> tuple[int, int] | None:
        """The name that a phrase explains: "Kos, 57, a miner"; "Kos, now the mayor"."""
        tokens = self.tokens
        explains = tokens.lowers[first] in DETERMINERS
        if first > 1 and tokens.lowers[first - 1] in _FROM_THEN:
            first -= 1
        if not explains or first not in tokens.commas:
            return None
        if first > 1 and tokens.lowers[first - 1].isdigit() and first - 1 in tokens.commas:
            first -= 1
        begin = first
        while (
            begin > 0 and tokens.capital(begin - 1) and not (begin < first and tokens.marked(begin))
        ):
            begin -= 1
        return (begin, first) if begin < first else None

    def _somebody(self, first: int, last: int) -> int:
        """Where a phrase begins whose "who" is no place: "the mayor of Brod who"; "an Arland
        Green who"."""
        tokens = self.tokens
        name = tokens.text[tokens.starts[first] : tokens.ends[last - 1]]
        of_place = first > 1 and tokens.lowers[first - 1] in lex.PREPOSITIONS
        if of_place and (name in places() or name in cities() or name in countries()):
            return antecedent(tokens, first - 1)[0]
        titled = tokens.lowers[first] in lex.SHORT_TITLES or tokens.lowers[first] in lex.HONORIFICS
        if of_place and not titled and tokens.lowers[first - 2] in lex.ROLE_NOUNS - lex.KIN:
            return antecedent(tokens, first - 1)[0]  # "a senator of Brod who", "a man with a hat"
        role = first == last - 1 and tokens.lowers[first] in lex.ROLE_NOUNS
        if role and of_place:
            return antecedent(tokens, first - 1)[0]  # "the nominee for president who"
        if first > 2 and first == last - 1 and tokens.lowers[first - 2] in ("a", "an"):
            return first - 2  # "a nominal Green who"
        article = first > 1 and tokens.lowers[first - 1] in ("a", "an")
        return first - 1 if article else first

    def comma_end(self, first: int, stop: int) -> int:
        """The first comma behind a verb at which its clause may end: not within a list, nor
        around an aside right behind the verb."""
        tokens = self.tokens
        commas = self.between(first, stop)
        if commas and commas[0] == first:
            if len(commas) == 1 or tokens.lowers[first] not in lex.PREPOSITIONS:
                return first
            commas = commas[2:]
        named = 0
        for comma, following in pairwise([*commas, stop]):
            if comma == named:
                continue  # "placed a student, Ana Low, | under arrest"
            if self._is_name(comma, following) and tokens.lower(following) in lex.PREPOSITIONS:
                named = following
                continue
            if tokens.lower(comma - 2) in DETERMINERS and self._two_qualities(comma):
                continue  # "a random, representative sample"
            if tokens.capital(comma) and tokens.capital(comma - 1):
                continue  # "in Brod, Arland"
            if comma - 1 in self.dated and comma in self.dated:
                behind = comma
                while behind in self.dated:
                    behind += 1
                if behind >= stop or behind in tokens.commas:
                    continue  # "on Saturday, May 4,"
            return self._list_end(comma, stop)
        return stop

    def _is_name(self, first: int, last: int) -> bool:
        """Whether the words between two commas are somebody's name."""
        return last - first in (2, 3) and all(map(self.tokens.capital, range(first, last)))

    def _two_qualities(self, comma: int) -> bool:
        """Whether a comma stands between two adjectives: "a brief, two-day visit"."""
        second = self.tokens.lowers[comma]
        if comma + 1 >= len(self.tokens) or self.tokens.marked(comma + 1):
            return False
        joined = "-" in second and not second[0].isdigit() and not self.tokens.capital(comma + 1)
        noun = self.tokens.lowers[comma + 1] not in _NO_END
        return noun and (joined or second.endswith(_QUALITIES))

    def _list_end(self, comma: int, stop: int) -> int:
        """Where a list that goes on behind a comma ends ("schools, mines and ports"), else the
        comma."""
        for at in [comma, *self.between(comma + 1, stop)]:
            for n in range(at + 1, min(at + _LONGEST_ITEM, stop)):
                if self.tokens.lowers[n] == "and":
                    ends = self.between(n + 1, stop)
                    return min(ends[0] if ends else stop, n + 1 + _LONGEST_ITEM)
            if at + _LONGEST_ITEM < stop and not self.between(at + 1, at + _LONGEST_ITEM + 1):
                break
        return comma


def antecedent(tokens: ClauseTokens, at: int) -> tuple[int, int]:
    """The noun phrase right before a position."""
    first = at
    capital = at > 0 and tokens.capital(at - 1)
    body = tokens.lowers[at - 1] in lex.ORG_WORDS
    if at > 1 and capital and tokens.capital(at - 2) and _demonym(tokens.text_of(at - 2)):
        return (_whole_name(tokens, at - 2, at) if body else at - 1), at
    while first > 0 and at - first < 8:
        lower = tokens.lowers[first - 1]
        if capital and not tokens.capital(first - 1):
            break
        if not capital and (lower in lex.PREPOSITIONS or lower in lex.AUXILIARIES):
            break
        if not capital and lower not in _NO_VERBS and tokens.lower(first - 2) in _MODALS:
            break  # "would please | voters who"
        first -= 1
        if lower in DETERMINERS or (tokens.marked(first) and tokens.gap(first) not in _WITHIN):
            break
    if first > 1 and tokens.lowers[first] in ("least", "most") and tokens.lowers[first - 1] == "at":
        first -= 1
    return (_whole_name(tokens, first, at), at) if capital else (first, at)


def _whole_name(tokens: ClauseTokens, first: int, at: int) -> int:
    """Where a name with "of" or "for" begins: "the Commissioner for Enlargement, who"."""
    lowers = tokens.lowers
    while first > 2 and lowers[first - 1] in ("of", "for", "the"):
        begin = first - 1 - (lowers[first - 1] == "the")
        if lowers[begin] not in ("of", "for") or not tokens.capital(begin - 1):
            break
        first = begin - 1
        while first > 0 and tokens.capital(first - 1) and not tokens.marked(first):
            first -= 1
    if first > 0 and lowers[first - 1] == "the" and first < at - 1:
        first -= 1
    return first


def _demonym(word: str) -> bool:
    return bool(re.fullmatch(r"\w{3,}(?:ian|ean|ish|ese|can)s?", word))
