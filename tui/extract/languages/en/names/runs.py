"""Runs of capitalised words: where a name begins and ends.

"Of the", "and" and small words of surnames may be a part of it. What the words beside a name say of
it is gathered here, since a name has it from all its places.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.frames import OPENING_NOUNS, Told, apposed
from tui.extract.languages.en.names.gazetteer import countries, is_place
from tui.extract.languages.en.names.joined_names import JOINS, PARTICLES, JoinedNames
from tui.extract.languages.en.names.register import ABBREVIATION, slug_of
from tui.extract.languages.en.names.shapes import BOTH, CLOSINGS, FIRMS, OPENINGS
from tui.extract.languages.en.names.tokens import NameSentence, WordForm
from tui.extract.languages.given_names import gender_of

_MONEY = re.compile(r"[A-Z][a-z]{1,2}\d[\d.,]*")
"""A sum behind its currency: "Sh5 million", "Rs500"."""
MAX_NAME_WORDS = 12
JOINABLE = frozenset("union league front forum movement rally platform bloc left right".split())
"""Words of organisations that are parties where they do what parties do."""
PEOPLE_FOR = frozenset(
    """citizens americans students voters women workers doctors lawyers veterans mothers parents
    teachers nurses friends artists journalists families physicians scientists catholics
    jews""".split()
)
"""Those who stand for something as one: "Citizens for Tax Justice"."""
_OF_ORGANISATIONS = lex.ORG_WORDS | JOINABLE | PEOPLE_FOR
NUMBERED = frozenset("channel kanal canal radio tv studio rtv".split())
_WITHIN = PARTICLES | JOINS
"""What may stand in a name in small letters."""
_OFFICES = frozenset("Office Cabinet Chamber Department Council".split())
COMMONS = frozenset(
    """people peoples citizens workers farmers peasants pensioners women students veterans hunters
    villagers fishermen mothers""".split()
)
"""Those whose own a party calls itself."""
_NO_NAME_OPENS = frozenset(
    "former ex outgoing unlike follow contact celebrities despite closing".split()
)
_OF_VOTES = frozenset("electoral election voter voting candidate".split())
_LISTS = frozenset("list roll register registry".split())
_LAWS = frozenset("law act bill decree directive regulation".split())
_SHARES = frozenset("share shares stake stakes stock interest holding invest investment".split())
_INSIDE = frozenset("in near outside inside around across throughout".split())
_FULL = 4
"""Places of a name that are looked at: those that follow say the same."""
_OF_DAYS = frozenset(
    """in on of since until till by last this next early late mid from during before after every
    to""".split()
)


class Runs(JoinedNames):
    """Finds the runs of a text."""

    def __init__(
        self, lines: list[NameSentence], surnames: Mapping[str, Mapping[str, int]]
    ) -> None:
        super().__init__(lines, surnames)
        self.alone: Counter[str] = Counter()
        """How often a capitalised word stands alone."""
        self._places: dict[str, list[tuple[NameSentence, int, int]]] = {}
        """Where each name stands: the words beside it there may be asked what it is."""
        self._told: dict[str, Told] = {}
        self.people: set[str] = set()
        """The last words of names that are people's by a given name or a title."""
        self.known: Collection[str] = ()
        """The first words of the names that are known beforehand, in small letters."""
        self.media: set[str] = set()
        """The abbreviations that a longer name of a medium begins with: of "KTR News"."""
        self.ends: set[str] = set()
        """The last words of longer names: surnames, most of them."""
        self.firms: dict[str, str] = {}
        """The short names of companies, each with the full one: of "Zentar Motors Corp" Zentar."""

    def look(self, line: NameSentence) -> list[tuple[int, int, bool]]:
        """The names of a line as far as they go, each with whether a title stands before it;
        what the words beside them say is kept."""
        found = []
        for start, end in list(self.runs(line)):
            name = self.name_in(line, start, end)
            if name is None or self._of_a_law(line, start) or self._of_voters(line, *name[:2]):
                continue
            first, last, titled = name
            found.append(name)
            if titled or (last - first > 1 and gender_of(line.words[first].text)):
                self.people.add(slug_of(line.words[last - 1].text))
            if last - first > 1 and line.words[last - 1].lower not in FIRMS:
                self.ends.add(line.words[last - 1].text)
            if last - first == 1:
                self.alone[line.words[first].text] += 1
            elif line.words[first].text.isupper() and line.words[last - 1].lower in lex.MEDIA_WORDS:
                self.media.add(line.words[first].text)
            elif line.words[last - 1].lower in CLOSINGS:
                self._shorten(line, first, last)
            self._hear(line, first, last, titled)
        return found

    def _of_voters(self, line: NameSentence, first: int, last: int) -> bool:
        """Whether a name is that of a list of voters or candidates: "the Electoral List"."""
        words = [word.lower.rstrip("’'s") for word in line.words[first : min(last, first + 3)]]
        pairs = pairwise(words)
        return any(one in _OF_VOTES and other in _LISTS for one, other in pairs)

    def _of_a_law(self, line: NameSentence, start: int) -> bool:
        """Whether words say what a law is on: "the Law on Electronic Media"."""
        before = [word.lower for word in line.words[max(0, start - 3) : start]]
        before = before[:-1] if before[-1:] == ["the"] else before
        return before[-1:] == ["on"] and not _LAWS.isdisjoint(before)

    def firm(self, line: NameSentence, first: int, last: int) -> str | None:
        """The company that a name is short for. One word may be a town, or somebody's surname."""
        name = line.name(first, last)
        full = self.firms.get(name)
        if full is None or last - first > 1:
            return full
        other = name in self.ends or slug_of(name) in self.people
        return (
            None
            if other or any(self._in_it(*place) for place in self._places.get(name, ()))
            else full
        )

    def _in_it(self, line: NameSentence, first: int, _: int) -> bool:
        """Whether something is in what a word names, or near it, that is no share of a firm."""
        before = [word.lower for word in line.words[max(0, first - 2) : first]]
        if not before or line.gap(first).strip():
            return False
        owned = before[0] in _SHARES or before[0].endswith("ed")
        return before[-1] in _INSIDE and not (owned and before[-1] == "in")

    def _shorten(self, line: NameSentence, first: int, last: int) -> None:
        """Keep what a company is called for short: its name without what closes it, and the
        first word where that is no other name, and no word of the language."""
        words, name = line.words, line.name(first, last)
        while last - first > 1 and words[last - 1].lower in FIRMS:
            last -= 1
            short = line.name(first, last)
            if last - first > 1 and not is_place(short):
                self.firms.setdefault(short, name)
        word = words[first]
        other = word.demonym or self.ordinary(word) or gender_of(word.text) or is_place(word.text)
        if not other and len(word.text) > 2 and word.lower not in lex.ROLE_NOUNS | lex.ORG_WORDS:
            self.firms.setdefault(word.text, name)

    def _hear(self, line: NameSentence, first: int, last: int, titled: bool) -> None:
        word = line.words[first]
        given = last - first > 1 and gender_of(word.text) and word.lower not in OPENINGS
        if titled or (given and line.words[last - 1].lower not in lex.ORG_WORDS):
            return
        places = self._places.setdefault(line.name(first, last), [])
        if len(places) < _FULL:
            places.append((line, first, last))

    def told(self, name: str) -> Told:
        """What the words beside a name say, at all its places."""
        told = self._told.get(name)
        if told is None:
            told = self._told[name] = Told()
            short = set()
            for line, first, last in self._places.get(name, ()):
                end = line.end(last - 1)
                told.add(line.text, line.starts[first], end)
                if "(" in line.text[end : end + 3] and (
                    found := ABBREVIATION.match(line.text, end)
                ):
                    short.add(found["short"])
            for each in short - {name}:
                told.join(self.told(each))
        return told

    # ----------------------------------------------------------------- runs

    def runs(self, line: NameSentence) -> Iterator[tuple[int, int]]:
        """The first word of each run of capitalised words, and the one behind its last."""
        words, used = line.words, line.used
        end = 0
        for at in line.capitals:
            if at < end or at in used or not self._begins(line, at):
                continue
            end = self._end(line, at)
            first = at
            noun = end - at > 1 and words[at].lower in OPENING_NOUNS
            if noun and (at in line.opening or words[at].text == "NGO"):
                first += 1  # "Pollster Ipsa", "the NGO Open Gate"
            elif end - at > 2 and self._led(line, at):
                first += 1
            elif at in line.opening:
                trusted = end - at > 1 or self._trusted(words[at])
                if not trusted and not apposed(line.text, line.end(at)):
                    continue
                if end - at > 1 and self._common(words[at], words[at + 1 : end]):
                    first += 1
                    while not words[first].capital:
                        first += 1
            yield first, end

    def _led(self, line: NameSentence, at: int) -> bool:
        """Whether the body that a word names is led by whom the words behind it name: "Leader of
        the House Ana Simic"."""
        words = line.words
        return (
            at > 2
            and words[at].lower in lex.ORG_WORDS
            and words[at - 1].lower == "the"
            and words[at - 2].lower == "of"
            and words[at - 3].lower in lex.ROLE_NOUNS
            and bool(gender_of(words[at + 1].text))
        )

    def _begins(self, line: NameSentence, at: int) -> bool:
        """Whether a name may begin with a word: a month may that a name follows."""
        word = line.words[at]
        if word.compound:
            return False
        if word.nameable or (word.lower == "all" and at and line.words[at - 1].lower == "the"):
            return True  # "the All People's Party"
        if word.lower not in ("april", "may", "june", "august") or at + 1 >= len(line):
            return False
        other = line.words[at + 1]
        before = line.words[at - 1] if at else None
        return (
            other.nameable
            and len(other.text) > 2
            and not line.gap(at + 1).strip()
            and not self.ordinary(other)
            and (before is None or (before.lower not in _OF_DAYS and not before.text[0].isdigit()))
        )

    def _end(self, line: NameSentence, at: int) -> int:
        words, used = line.words, line.used
        org = words[at].lower in _OF_ORGANISATIONS
        end = at + 1
        while end < len(words) and end - at < MAX_NAME_WORDS:
            word = words[end]
            if not word.capital and word.lower not in _WITHIN:
                break
            gap = line.gap(end)
            owner = words[end - 1].possessive or gap in ("' ", "’ ")
            if owner:
                gap = gap.lstrip("'’s")
            if gap.strip() == "&" and self._of_partners(line, end):
                gap = ""
            if gap.strip() or "\n" in gap or end in used or word.compound:
                break
            if _MONEY.fullmatch(word.text):
                break
            if owner and not (self._owned_by_people(line, end) or self._of_office(line, end)):
                break
            if word.capital and (word.lower not in lex.CALENDAR or self._month_is_name(line, end)):
                org = org or word.lower in _OF_ORGANISATIONS
                end += 1
                continue
            joined = self._joined(line, end, org, at)
            if joined and word.lower in ("for", "of"):
                joined = self._listed(line, joined)
            if not joined or {joined - 1, joined} <= used:
                break  # "the list of | Lake Against Fear"
            end = joined
        return self._numbered(line, at, end)

    def _of_partners(self, line: NameSentence, at: int) -> bool:
        """Whether what stands behind "&" closes a firm's name: "Vale & Co", "Kos & Vale LLP"."""
        words = line.words
        while words[at].capital and words[at].lower not in FIRMS:
            at += 1
            if at == len(words) or line.gap(at).strip():
                return False
        return words[at].capital

    def _numbered(self, line: NameSentence, at: int, end: int) -> int:
        """With its number, where a channel has one: "Kanal 3"."""
        if end - at > 1 or end >= len(line) or line.words[at].lower not in NUMBERED:
            return end
        number = line.words[end].text
        return end + 1 if number.isdigit() and len(number) < 3 and line.gap(end) == " " else end

    def _month_is_name(self, line: NameSentence, at: int) -> bool:
        """Whether a month's name behind a given name is a surname: "Theresa May"."""
        if line.words[at].lower not in ("may", "april", "march", "june", "august"):
            return False
        if at + 1 < len(line) and line.words[at + 1].text[0].isdigit():
            return False
        return bool(gender_of(line.words[at - 1].text)) or line.words[at - 1].lower in BOTH

    def _owned_by_people(self, line: NameSentence, at: int) -> bool:
        """Whether a possessive goes on as the name of a body: "Lawyers' Forum", "People's
        Party"."""
        owner = line.words[at - 1].lower
        if owner not in ("people", "women", "children", "workers") and not (
            owner.endswith(("ers", "ors", "ists", "ians", "ents", "ees", "ans", "ants", "men"))
        ):
            return False
        if owner in COMMONS and line.words[at].nameable:
            return True  # "People's Pact", "Pensioners' List"
        for index in range(at, min(at + 3, len(line))):
            if not line.words[index].capital:
                return False
            if line.words[index].lower in lex.ORG_WORDS:
                return True
        return False

    def _of_office(self, line: NameSentence, at: int) -> bool:
        """Whether a possessive goes on as the name of an office: "Prosecutor's Office"."""
        owner = line.words[at - 1].lower
        return line.words[at].text in _OFFICES and (
            owner in lex.ROLE_NOUNS or owner in ("ombudsman", "general", "protector", "chancellery")
        )

    def _common(self, word: WordForm, behind: list[WordForm]) -> bool:
        """Whether a sentence's first word is an ordinary word with a borrowed capital."""
        if word.text in self.capitals or gender_of(word.text) or word.lower in BOTH:
            return False
        if behind[0].lower == "for" and word.lower in PEOPLE_FOR:
            return False
        if any(each.lower in lex.ORG_WORDS for each in behind):
            # "Supreme Court" opens a sentence as it stands in one; "Meanwhile Congress" not.
            return word.lower in cues.LEMMAS or word.lower.endswith("ly")
        if word.lower in OPENINGS and gender_of(behind[0].text):
            return True  # "Celebrities Ana Simic and ..."
        return (
            word.lower in self.small
            or word.lower in _NO_NAME_OPENS
            or word.lower in cues.LEMMAS
            or word.lower in lex.PLURAL_PEOPLE
            or word.lower.endswith(("ly", "ing"))
        )

    def _trusted(self, word: WordForm) -> bool:
        return (
            word.text in self.capitals
            or word.text in self.firms
            or word.text in countries()
            or (word.text.isupper() and len(word.text) > 1)
        )
