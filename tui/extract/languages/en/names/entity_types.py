"""Runs of capitalised words: where a name begins and ends, and what kind of name it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.places import PLACE_APPOSITIONS, at_place, placed
from tui.extract.languages.en.names.tokens import Form, Line
from tui.model import ActorType

MAX_NAME_WORDS = 12

PARTICLES = frozenset("de la le von van der den bin al el da di du ben ibn st".split())
TYPE_NOUNS: dict[str, ActorType] = {
    "party": "party",
    "coalition": "coalition",
    "alliance": "coalition",
    "bloc": "coalition",
    "newspaper": "media",
    "broadcaster": "media",
    "network": "media",
    "magazine": "media",
    "tabloid": "media",
    "group": "group",
    "movement": "group",
}
APPOSED = re.compile(
    r"(?:\s\([^()]{1,40}\))?\s?[,—–-]+\s?(?:a|an|the)\s(?:[\w’'-]+\s){0,3}?"
    rf"(?P<noun>{'|'.join(TYPE_NOUNS)})\b"
)
STOP_SINGLES = frozenset(
    """god constitution internet web bible tv christmas easter white black muslim christian jewish
    catholic democrat republican democratic islamic communist nazi gop mr mrs ms dr north south
    east west english ok no yes photo image video transcript update read monday act bill amendment
    election day one two first second""".split()
)
THINGS = frozenset(
    """plan act bill deal agreement accord treaty pact war prize award day week month year show
    debate amendment tower hotel building hall street avenue bridge house conference summit
    convention primary caucus election elections tour bowl cup games reform program project
    strategy initiative doctrine amendment constitution report review post""".split()
)
"""What no person is called: the last word of a law, an event, a building."""
PARTY_TAG = re.compile(r"[RDI]-[A-Z]")
_JOINS = frozenset("of for and in on".split())
_WITHIN = PARTICLES | _JOINS
"""What may stand in a name in small letters."""
_NO_PART = lex.ROLE_NOUNS | lex.HONORIFICS


@cache
def countries() -> frozenset[str]:
    """Names of countries in English."""
    return _listed("countries.txt")


@cache
def cities() -> frozenset[str]:
    """Places of two words and more, which look like a person's name."""
    return _listed("cities.txt")


def _listed(file: str) -> frozenset[str]:
    listed = Path(__file__).with_name(file).read_text("utf-8")
    return frozenset(listed.split("\n")) - {""}


class Kinds:
    """Tells names by the words that the whole text has: a word that stands there in small
    letters too is no name because it opens a sentence."""

    def __init__(self, lines: list[Line], surnames: Mapping[str, Mapping[str, int]]) -> None:
        self.surnames = surnames
        self.small: set[str] = set()
        self.capitals: set[str] = set()
        """The words with a capital that nothing but a name explains."""
        words: set[Form] = set()
        for line in lines:
            words.update(line.words)
            self.capitals.update(
                [line.words[at].text for at in line.capitals if at not in line.opening]
            )
        self.small.update([word.text for word in words if not word.capital])

    # ----------------------------------------------------------------- runs

    def runs(self, line: Line) -> Iterator[tuple[int, int]]:
        """The first word of each run of capitalised words, and the one behind its last."""
        words, used = line.words, line.used
        end = 0
        for at in line.capitals:
            if at < end or at in used or not words[at].nameable:
                continue
            end = self._end(line, at)
            first = at
            if at in line.opening:
                if end - at == 1 and not self._trusted(words[at]):
                    continue
                if end - at > 1 and self._common(words[at]):
                    first += 1
            yield first, end

    def _end(self, line: Line, at: int) -> int:
        words, used = line.words, line.used
        org = words[at].lower in lex.ORG_WORDS
        end = at + 1
        while end < len(words) and end - at < MAX_NAME_WORDS:
            word = words[end]
            if not word.capital and word.lower not in _WITHIN:
                break
            gap = line.gap(end)
            if words[end - 1].possessive or gap.strip() or "\n" in gap or end in used:
                break
            if word.capital and word.lower not in lex.CALENDAR:
                org = org or word.lower in lex.ORG_WORDS
                end += 1
                continue
            joined = self._joined(line, end, org, at)
            if not joined:
                break
            end = joined
        return end

    def _joined(self, line: Line, end: int, org: bool, start: int) -> int:
        """The end of a name continued over "of the" and the like, or 0."""
        words = line.words
        word = words[end].lower
        skip = end + 1
        if word in PARTICLES and skip < len(words) and words[skip].capital:
            return skip + 1
        if not org or word not in _JOINS:
            return 0
        if word in ("and", "in", "on") and not any(
            each.lower in ("for", "of", "on") for each in words[start:end]
        ):
            return 0
        if skip < len(words) and words[skip].lower == "the" and word != "and":
            skip += 1
        if skip >= len(words) or words[skip].lower in _NO_PART or not words[skip].nameable:
            return 0
        gap = line.text[line.end(end) : line.starts[skip]].replace("the", "").strip()
        return skip + 1 if not gap else 0

    def _common(self, word: Form) -> bool:
        """Whether a sentence's first word is an ordinary word with a borrowed capital."""
        return word.text not in self.capitals and (
            word.lower in self.small
            or word.lower in cues.LEMMAS
            or word.lower in lex.PLURAL_PEOPLE
            or word.lower.endswith(("ly", "ing"))
        )

    def _trusted(self, word: Form) -> bool:
        return (
            word.text in self.capitals
            or word.text in countries()
            or (word.text.isupper() and len(word.text) > 1)
        )

    # ---------------------------------------------------------------- kinds

    def kind(self, line: Line, first: int, end: int, titled: bool) -> tuple[ActorType | None, str]:
        """What a run is a name of, and the rule that says so; None where it is no name."""
        name = line.name(first, end)
        if name in countries():
            return (None, "") if placed(line, first, end - first) else ("state", "country")
        run = line.words[first:end]
        words = [word.lower for word in run]
        if words[-1] in lex.PLACE_WORDS or lex.CALENDAR.issuperset(words):
            return None, ""
        if len(run) == 1:
            return self._single(line, first, name, titled)
        noun = apposed_type(line.text, line.end(end - 1))
        if not lex.PARTY_WORDS.isdisjoint(words):
            return "party", "organisation"
        if words[-1] in lex.COALITION_WORDS:
            return noun or "coalition", "organisation"
        if words[-1] in lex.MEDIA_WORDS:
            return "media", "organisation"
        if not lex.ORG_WORDS.isdisjoint(words):
            return noun or "institution", "organisation"
        if titled and all(word.text[0].isalpha() for word in run):
            return "person", "title"
        if first and not line.gap(first).strip():
            if line.words[first - 1].lower in lex.ROLE_NOUNS:
                return "person", "title"
            if self._a_place(line, first):
                return None, ""
        return (noun, "organisation") if noun else self._person(run, name)

    def _single(self, line: Line, at: int, name: str, titled: bool) -> tuple[ActorType | None, str]:
        """What one word is a name of."""
        word = line.words[at]
        if name.isupper():
            if word.lower in lex.MEDIA_WORDS:
                return "media", "organisation"
            if 2 <= len(name) <= 8:
                labels = line.text.startswith(":", line.end(at))
                if labels or PARTY_TAG.match(name) or self.surnames.get(name.capitalize()):
                    return None, ""
                return apposed_type(line.text, line.end(at)) or "institution", "acronym"
        if titled and word.text[0].isalpha():
            return "person", "title"
        if not at:
            return None, ""
        before = line.words[at - 1].lower
        if (before in lex.ROLE_NOUNS or self._a_place(line, at)) and not line.gap(at).strip():
            return None, ""
        alone = before == "the" and self._acts_alone(line, at + 1)
        return ("institution", "the-name") if alone else (None, "")

    def _a_place(self, line: Line, first: int) -> bool:
        """Whether the words right before a name say that it is a place's."""
        return line.words[first - 1].lower in PLACE_APPOSITIONS or at_place(line, first)

    def _person(self, run: list[Form], name: str) -> tuple[ActorType | None, str]:
        """Two to four words that nothing else explains are a person's."""
        if run[0].text in countries() and run[-1].demonym:
            return None, ""
        if name in cities() or run[-1].text in countries() or run[-1].lower in THINGS:
            return None, ""
        if len(run) > 4 or any(word.demonym for word in run[:-1]):
            return None, ""
        if name.isupper() or any(word.lower in STOP_SINGLES for word in run):
            return None, ""
        return "person", "full-name"

    def _acts_alone(self, line: Line, end: int) -> bool:
        """Whether a bare "the Kremlin" heads its phrase: no noun follows it."""
        words = line.words
        name = words[end - 1]
        if name.demonym or name.lower in STOP_SINGLES or name.possessive:
            return False
        if name.lower in self.small or self.surnames.get(name.text):
            return False
        if end >= len(words) or line.gap(end).strip():
            return False  # Before a stop or a comma nothing shows that it acts.
        following = words[end].lower
        return (
            following in lex.AUXILIARIES
            or following in cues.LEMMAS
            or (
                following in lex.PREPOSITIONS
                and end + 2 < len(words)
                and words[end + 1].lower in lex.CALENDAR
            )
        )


def apposed_type(text: str, end: int) -> ActorType | None:
    """What an apposition says the name is: ``— a party backed by ...``."""
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isalpha():
        return None  # As behind most names: no mark that an apposition begins with.
    after = APPOSED.match(text, end)
    return TYPE_NOUNS[after["noun"]] if after else None
