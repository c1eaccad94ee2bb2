"""Names that go on over "of the", "and" and the like: "Centre for Research and Accountability",
"Spring for Brod", "Bread and Roses"."""

from __future__ import annotations

from collections.abc import Mapping

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.frames import Told
from tui.extract.languages.en.names.gazetteer import countries, places
from tui.extract.languages.en.names.register import slug_of
from tui.extract.languages.en.names.shapes import AIMS, CLOSINGS, ends_as_surname
from tui.extract.languages.en.names.titles import TitledNames
from tui.extract.languages.en.names.tokens import NameSentence, WordForm
from tui.extract.languages.given_names import gender_of

PARTICLES = frozenset(
    "de la le von van der den zu bin al el da di du del dos das ten ter ben ibn st".split()
)
MINISTRIES = frozenset("ministry department committee office commission directorate court".split())
_DEED_JOINS = frozenset("for against of".split())
JOINS = frozenset("of for and in on".split())
_NO_PART = lex.ROLE_NOUNS | lex.HONORIFICS
_CONTINENTS = frozenset("Europe Africa Asia".split())


class JoinedNames(TitledNames):
    """Finds where a name that goes on over a small word ends."""

    def __init__(
        self, lines: list[NameSentence], surnames: Mapping[str, Mapping[str, int]]
    ) -> None:
        super().__init__(lines)
        self.surnames = surnames
        self.joint: set[tuple[str, str]] = set()
        """The two words of names such as "Bread and Roses"."""

    def _joined(self, line: NameSentence, end: int, org: bool, start: int) -> int:
        """The end of a name continued over "of the" and the like, or 0."""
        words = line.words
        word = words[end].lower
        skip = end + 1
        if word in PARTICLES:
            while skip < len(words) and words[skip].text in PARTICLES and skip - end < 3:
                skip += 1
            if skip < len(words) and words[skip].capital and not line.gap(skip).strip():
                return skip + 1
        if word == "and":
            return self._paired(line, end, org, start)
        if word == "of" and words[end - 1].lower in CLOSINGS:
            return 0  # "Vale Inc of Ohio"
        if not org or word not in JOINS:
            return self._joined_by_deeds(line, end, start)
        if word in ("in", "on") and not any(
            each.lower in ("for", "of", "on") for each in words[start:end]
        ):
            return 0
        if skip < len(words) and words[skip].lower == "the":
            skip += 1
        if skip >= len(words) or not words[skip].nameable:
            return 0
        place = words[skip].text
        if word in ("in", "on") and place in places() and place not in _CONTINENTS:
            return 0
        if words[skip].lower in _NO_PART and words[skip].lower != "justice":
            return 0
        office = skip + 1 < len(words) and words[skip + 1].lower in _NO_PART
        if word == "of" and office and words[skip + 1].capital and not line.gap(skip + 1).strip():
            return 0  # "the Front of Prime Minister Kos"
        if word == "of" and gender_of(words[skip].text) and skip + 1 < len(words):
            surname = words[skip + 1].capital and not line.gap(skip + 1).strip()
            if surname:
                return 0  # "the Left of Ana Simic".
        gap = line.text[line.end(end) : line.starts[skip]].replace("the", "").strip()
        return skip + 1 if not gap else 0

    def _joined_by_deeds(self, line: NameSentence, end: int, start: int) -> int:
        """The end of "Spring for Brod" where it has, as one, what a party or a coalition has."""
        words = line.words
        if words[end].lower not in _DEED_JOINS or gender_of(words[start].text):
            return 0
        role = words[start].lower in _NO_PART and words[start].text != "Justice"
        if role or words[start].demonym or start in line.opening:
            return 0
        last = end + 1
        if last < len(words) and words[last].text in ("the", "a"):
            last += 1
        first = last
        while last < len(words) and last - first < 4 and words[last].capital:
            if line.gap(last).strip() or last in line.used:
                break
            last += 1
        if last == first or gender_of(words[first].text):
            return 0
        if words[start].text.isupper() or (words[end].lower == "of" and last - first > 1):
            return 0  # "SDB of Ivo Kos"
        told = Told()
        told.add(line.text, line.starts[start], line.end(last - 1))
        party = told.noun in ("party", "coalition", "group") or told.wins
        return last if party else 0

    def _paired(self, line: NameSentence, end: int, org: bool, start: int) -> int:
        """The end of a name that has "and" in it, or 0: two names stand there more often."""
        words = line.words
        last = end + 1
        while (
            last < len(words)
            and last - end < 5
            and words[last].capital
            and not line.gap(last).strip()
            and last not in line.used
        ):
            last += 1
        more = last - end - 1
        left, right = words[start:end], words[end + 1 : last]
        if more and f"{left[-1].text} and {right[0].text}" in countries():
            return end + 2  # "Presidency of Bosnia and Herzegovina"
        if not more or not right[0].nameable or self._name_of_one(left[-1], right[0]):
            return 0
        if more > 1 and any(self._is_title(word) for word in right):
            return 0
        if org and any(each.lower in ("of", "for") for each in left):
            # "of Trade and Tourism"; two whole names would not share the first one's "of".
            short = more == 1 or any(each.lower in MINISTRIES for each in left)
            short = short or left[-1].lower.endswith(("ic", "al", "nce", "ing"))
            role = right[0].lower in _NO_PART and right[0].lower != "justice"
            return last if short and not role and not gender_of(right[0].text) else 0
        ministry = right[-1].lower in MINISTRIES and left[-1].lower in (
            "administration",
            "defence",
            "trade",
        )
        if (
            (not org or ministry)
            and right[-1].lower in lex.ORG_WORDS
            and not gender_of(left[0].text)
        ):
            # "Independent Electoral and Boundaries Commission": one "the" for both.
            whole = more > 1 and len(left) < 3 and slug_of(left[-1].text) not in self.surnames
            return last if whole else 0
        if len(left) == 1 and (left[0].text, right[0].text) in self.joint:
            return end + 2
        if len(left) == 1 and self._one_party(line, start, end + 2):
            self.joint.add((left[0].text, right[0].text))
            return end + 2
        return 0

    def _name_of_one(self, left: WordForm, right: WordForm) -> bool:
        """Whether either side of an "and" is a name by itself."""
        return any(
            word.text in countries()
            or word.text in places()
            or slug_of(word.text) in self.surnames
            or word.demonym
            or (word.text.isupper() and len(word.text) > 1)
            for word in (left, right)
        )

    def _one_party(self, line: NameSentence, start: int, end: int) -> bool:
        """Whether "Bread and Roses" has, as one, what a party has."""
        words = line.words[start:end]
        if any(gender_of(word.text) or ends_as_surname(word.text) for word in words):
            return False
        told = Told()
        told.add(line.text, line.starts[start], line.end(end - 1))
        if told.noun in ("party", "coalition", "group", "media") or told.wins or told.ruling:
            return True
        title = line.words[end].lower if end < len(line) and line.words[end].capital else ""
        return title in ("leader", "vice-president", "vice", "mp", "candidate", "chairman")

    def _listed(self, line: NameSentence, end: int) -> int:
        """The end of what a body is for where that is several things: "Centre for Research,
        Transparency and Accountability"."""
        words = line.words
        if end >= len(words) or line.gap(end).strip() != "," or not self._is_aim(words[end - 1]):
            return end
        at = end
        while at < len(words) and self._is_aim(words[at]) and line.gap(at).strip() in (",", ""):
            at += 1
        last = at + 1
        if at == end or last >= len(words) or words[at].lower != "and":
            return end
        stop = last
        while stop < len(words) and words[stop].capital and not line.gap(stop).strip():
            stop += 1
        return stop if last < stop < last + 4 and self._is_aim(words[stop - 1]) else end

    def _is_aim(self, word: WordForm) -> bool:
        """Whether a word of a name is one that bodies are for: "Freedom", "Survival"."""
        return word.capital and not word.demonym and word.lower in AIMS
