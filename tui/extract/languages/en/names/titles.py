"""Titles and offices beside a name: they stand before it, or behind it, and are no part of it."""

from __future__ import annotations

import re

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.gazetteer import countries, is_place
from tui.extract.languages.en.names.shapes import BOTH, FIRMS, OPENINGS, ends_as_ordinary
from tui.extract.languages.en.names.tokens import NameSentence, WordForm
from tui.extract.languages.given_names import gender_of

_OFFICES = (
    (lex.ROLE_NOUNS | lex.PLURAL_PEOPLE) - lex.ORG_WORDS - lex.PARTY_WORDS - lex.MEDIA_WORDS
) - frozenset(
    """justice republicans media groups unions others some studies reports polls surveys documents
    parties authorities institutions""".split()
)
_TRADE = re.compile(r"[A-Z][a-z]{3,}(?:er|or|ist|man|woman|ian|ant)")
_PEOPLE = re.compile(r"[A-Z][a-z]{3,}(?:ist|woman|tendent|pendent)")
"""How words for what somebody does end, and, of some, how no given name does."""
_SIDES_OF_POWER = frozenset("opposition ruling governing".split())
_JOINS = frozenset("for of and against".split())
_PARTICLES = frozenset("von van de der".split())
_WHERE = frozenset("in from".split())
_IN_OFFICES = frozenset("of for to in on and the with".split())
"""Small words in the name of an office."""
_LONGEST_OFFICE = 9
_CHIEF_OF_STAFF = ["chief", "of", "staff"]
_SIDES = frozenset("general republican democrat republicans democrats justice".split())


class TitledNames:
    """Tells names by the words that the whole text has: a word that stands there in small
    letters too is no name because it opens a sentence."""

    def __init__(self, lines: list[NameSentence]) -> None:
        self.small: set[str] = set()
        self.capitals: set[str] = set()
        """The words with a capital that nothing but a name explains."""
        words: set[WordForm] = set()
        for line in lines:
            words.update(line.words)
            self.capitals.update(
                [line.words[at].text for at in line.capitals if at not in line.opening]
            )
        self.small.update([word.text for word in words if not word.capital])

    def name_in(self, line: NameSentence, start: int, end: int) -> tuple[int, int, bool] | None:
        """The name in a run of capitals, without the titles and offices before and behind it,
        and whether a title stands before it; None where nothing but these is there."""
        words = line.words
        first = self._after_trade(line, start, end)
        while first < end and self._is_title(words[first]) and not words[first].possessive:
            if first + 1 < end and line.gap(first + 1)[:1] in ("'", "’"):
                break  # "Farmers' Party"
            if words[first].lower in _SIDES and self._of_a_body(words[first + 1 : end]):
                break  # "Republican National Committee"
            joined = first + 1 < end and not words[first + 1].capital
            if joined and words[first + 1].text in _PARTICLES:
                first += 1  # "President von der Leyen"
                break
            if joined and (not words[first].title or words[first + 1].lower in _JOINS):
                break  # "Citizens for Clean Water", "Justice for All"
            first += 1
        titled = first > start
        if titled and first < end and not words[first].capital:
            # "Chief of Staff Ana Simic"
            first = self._after_office(words, first, end) if end - first > 3 else end
        inner = self._title_within(words, first, end) if end - first > 2 else 0
        if inner:
            first, titled = inner, True
        elif end - first > 2 and self._behind_office(line, start):
            first, titled = self._after_office(words, first, end), True
        elif end - first > 2 and (given := self._given_within(line, start, first, end)):
            first, titled = given, True
        while end - first > 1 and words[first].demonym and self._of_a_people(line, first + 1, end):
            first += 1
        if end - first > 1 and not gender_of(words[first].text):
            whole = end
            if [word.lower for word in words[end - 3 : end]] == _CHIEF_OF_STAFF:
                end -= 3
            while (
                end > first
                and words[end - 1].lower in _OFFICES
                and (end - first < 2 or words[end - 2].capital)
                and not self._of_people(words[first:end])
            ):
                end -= 1
            media = words[end - 1].lower == "media"  # "LEB Media Analyst"
            if end < whole and (media or self._all_ordinary(words[first:end])):
                return None  # An office: "Prime Minister", "High Representative".
        return (first, end, titled) if first < end else None

    def _of_a_people(self, line: NameSentence, first: int, end: int) -> bool:
        """Whether the word for a people before a name is no part of it: "American Ann Vale"."""
        rest = line.words[first:end]
        if line.name(first, end) in countries():
            return True
        body = any(word.lower in lex.ORG_WORDS or word.lower in FIRMS for word in rest)
        return len(rest) > 1 and bool(gender_of(rest[0].text)) and not body

    def _after_trade(self, line: NameSentence, start: int, end: int) -> int:
        """Behind a trade that opens a sentence before a name in full: "Striker Ben Aldo"."""
        words = line.words
        if words[start].lower in _SIDES_OF_POWER and start in line.opening and end - start > 2:
            office = end < len(words) and words[end].lower in lex.ROLE_NOUNS
            return start + 1 if office else start  # "Opposition Green Party lawmaker Ana Simic"
        if end - start not in (3, 4) or line.gap(start + 1).strip() or words[start].possessive:
            return start
        if gender_of(words[start].text) or words[end - 1].lower in lex.ORG_WORDS:
            return start
        given = gender_of(words[start + 1].text)
        side = given and words[start].lower in lex.PARTY_ADJECTIVES  # "Conservative Ana Simic"
        if start not in line.opening:
            return start + 1 if side else start
        trade = (given and _TRADE.fullmatch(words[start].text)) or _PEOPLE.fullmatch(
            words[start].text
        )
        return start + 1 if side or trade else start

    def _of_people(self, run: list[WordForm]) -> bool:
        """Whether a name ends in those of whom a body is: "Union of Lowland Farmers"."""
        return run[-1].lower in lex.PLURAL_PEOPLE and any(word.lower == "of" for word in run)

    def _is_title(self, word: WordForm) -> bool:
        """Whether a word stands before names: an honorific, an office, or several's."""
        return (
            word.title
            or word.lower in lex.ROLE_NOUNS
            or (word.lower[:-1] in lex.ROLE_NOUNS and word.lower in lex.PLURAL_PEOPLE)
        )

    def _of_a_body(self, run: list[WordForm]) -> bool:
        return any(
            word.lower in lex.ORG_WORDS or word.lower in lex.PARTY_WORDS for word in run
        ) and not any(self._is_title(word) for word in run)

    def _all_ordinary(self, run: list[WordForm]) -> bool:
        return all(not word.capital or self.ordinary(word) for word in run)

    def _behind_office(self, line: NameSentence, start: int) -> bool:
        """Whether "Commissioner for" or the like stands before: the first words behind it
        belong to the office."""
        if start < 2 or line.words[start - 1].lower not in ("of", "for"):
            return False
        office = line.words[start - 2]
        return office.capital and office.lower in lex.ROLE_NOUNS and not line.gap(start).strip()

    def _given_within(self, line: NameSentence, start: int, first: int, end: int) -> int:
        """Where a name in full begins behind a place, or the rest of an office: "in Lovania Ana
        Simic", "Head of the Office for Lovania Ana Simic"; or 0."""
        words = line.words
        given = next((at for at in range(end - 2, first, -1) if gender_of(words[at].text)), 0)
        own = gender_of(words[first].text) or any(not each.capital for each in words[given:end])
        if not given or own or words[given - 1].lower in lex.ORG_WORDS | {"de", "st", "saint"}:
            return 0
        if any(each.lower in lex.ORG_WORDS or each.lower in FIRMS for each in words[given:end]):
            return 0
        before = words[start - 1].lower if start else ""
        placed = before in _WHERE and is_place(line.name(first, given))
        return given if placed or self._in_office(line, start) else 0

    def _in_office(self, line: NameSentence, start: int) -> bool:
        """Whether words go on as the name of an office that somebody has: "Minister of Labour and",
        "Head of the Delegation to"."""
        words, at = line.words, start - 1
        while at >= max(0, start - _LONGEST_OFFICE) and not line.gap(at + 1).strip():
            if words[at].lower in lex.ROLE_NOUNS:
                return at < start - 1
            if not words[at].capital and words[at].lower not in _IN_OFFICES:
                return False
            at -= 1
        return False

    def _after_office(self, words: list[WordForm], first: int, end: int) -> int:
        given = next((at for at in range(first + 1, end - 1) if gender_of(words[at].text)), 0)
        return given or end - 2

    def _title_within(self, words: list[WordForm], first: int, end: int) -> int:
        """Behind a title inside a run of capitals ("Arizona Sen. John McCain"); or 0."""
        for at in range(end - 2, first, -1):
            behind = at + 1
            if [word.lower for word in words[at : at + 3]] == _CHIEF_OF_STAFF:
                behind = at + 3
            rest = words[behind:end]
            titled = words[at].title or words[at].lower in lex.ROLE_NOUNS
            if not (titled and rest and rest[0].capital and len(rest) <= 3):
                continue
            if not any(w.lower in lex.ORG_WORDS for w in rest):
                return behind
        return 0

    def ordinary(self, word: WordForm) -> bool:
        """Whether a word of a name is a word of the language too."""
        if word.lower in OPENINGS:
            return True
        if gender_of(word.text) or word.lower in BOTH:
            return False
        return word.lower in self.small or ends_as_ordinary(word.lower)
