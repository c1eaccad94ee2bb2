"""What kind of name a run of capitalised words is.

No type is a default. A name is a person's because its first word is a given name, a title or a
role stands before it, or nothing speaks against it: no article, no ordinary word, no place. Of
other names a noun among their words or beside them tells the type, or what they have and do; and
one of which nothing tells it is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tui.extract.languages.en import cues, morphology
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.body_types import ADJECTIVES, INITIALS, BodyKinds
from tui.extract.languages.en.names.gazetteer import cities, countries, is_place, peoples, places
from tui.extract.languages.en.names.places import PLACE_APPOSITIONS, placed
from tui.extract.languages.en.names.register import ABBREVIATION, slug_of
from tui.extract.languages.en.names.runs import PEOPLE_FOR
from tui.extract.languages.en.names.shapes import (
    BOTH,
    FIRMS,
    LAWS,
    OPENINGS,
    SURNAMES_TOO,
    TEAMS,
    THINGS,
    ends_as_ordinary,
)
from tui.extract.languages.en.names.tokens import DEMONYM, NameSentence, WordForm
from tui.extract.languages.given_names import gender_of
from tui.model import ActorType

OPEN_MARKS, CLOSE_MARKS = frozenset("“„\"«»‘'"), frozenset("”“\"«»’'")
MODIFIED = re.compile(r"\s(?!who\b|whom\b|whose\b|which\b|that\b)(?P<word>[a-z][\w’'-]+)")
PERSON_BEHIND = re.compile(
    r",\s(?:\d\d,|(?:then\s)?\d\d\b|who\b|whose\b|(?:(?!and\b|or\b)[\w’'-]+\s){0,4}?"
    rf"(?:{'|'.join(sorted(lex.ROLE_NOUNS - {'person', 'fellow', 'star'}))})\b(?!\s[A-Z]))"
)
BEHIND_COMMA = re.compile(r",\s(?P<place>[A-Z][\w.]+(?:\s[A-Z]\w+)?)(?=[,.;:)\n]|$)")
PLURAL = re.compile(r".{3,}(?:ans|ives|als|nos|cos|ates|ures|kers|ions)")
_HEADLINE = 3
"""Words in capitals, all of them, that make a headline and no name."""
_LED = frozenset("led headed chaired founded run".split())
"""With "by": before whoever leads what votes are told of."""
_BODIES = lex.ORG_WORDS | lex.MEDIA_WORDS
_SURNAMES = SURNAMES_TOO - THINGS
_NO_SURNAMES = THINGS | FIRMS | TEAMS


_LIST_OF = re.compile(r"^[^\W\d_]+\s[^\W\d_]+\s[–—-]\s[^\W\d_a-z]\w*(?:\s\w+){1,7}$")
"""A list by the name of who leads it, and what it promises."""


@lru_cache(maxsize=1)
def _names_with(text: str) -> dict[str, set[str]]:
    """The last words of the names behind which each abbreviation of a text stands in brackets."""
    found: dict[str, set[str]] = {}
    for each in _SHORT_BEHIND.finditer(text):
        found.setdefault(each["short"], set()).add(each["last"])
    return found


_SHORT_BEHIND = re.compile(
    r"(?<!\w)(?P<last>[^\W\d_a-z][\w-]{0,40})[”\"»]?\s\((?P<short>[^()\s]{1,10})\)"
)


def _office_before(line: NameSentence, first: int) -> bool:
    """Whether "head of government" or the like stands before a name."""
    before = [word.lower for word in line.words[max(0, first - 3) : first]]
    return len(before) == 3 and before[1] == "of" and before[0] in ("head", "speaker", "secretary")


def _body_for(words: Sequence[str]) -> bool:
    """Whether a name is that of a body with what it is for: "Bureau of Investigation"."""
    return any(
        word in ("for", "of", "on") and words[at] in lex.ORG_WORDS
        for at, word in enumerate(words[1:-1])
    )


def _unlike_people(line: NameSentence, first: int, run: Sequence[WordForm], *, shown: bool) -> bool:
    """Whether a name is unlike a person's: it ends in a people, or begins with a place or an
    abbreviation where the text does not show that it is somebody's."""
    word, last = run[0].text, run[-1].text
    if not {last, last.removesuffix("s"), line.name(first, first + len(run))}.isdisjoint(peoples()):
        return True
    if shown:
        return False
    short = len(word) > 2 and word.isupper() and word.isalpha() and not last.isupper()
    return short or is_place(word) or line.name(first, first + 2) in cities()


class Kinds(BodyKinds):
    """Tells names, and their types, by the words that the whole text has."""

    def kind(
        self, line: NameSentence, first: int, end: int, titled: bool
    ) -> tuple[ActorType | None, str]:
        """What a run is a name of, and the rule that says so; None where it is no name."""
        name = line.name(first, end)
        if name in countries():
            return (None, "") if placed(line, first, end - first) else ("state", "country")
        run = line.words[first:end]
        if not titled and self.firms and self.firm(line, first, end):
            return "institution", "organisation"
        words = [word.lower for word in run]
        last = words[-1]
        if name in cities():
            return None, ""
        if last in lex.PLACE_WORDS or lex.CALENDAR.issuperset(words):
            return None, ""
        if len(run) == 1:
            return self._single(line, first, name, titled)
        if run[0].demonym and run[-1].text in peoples() and run[-1].text not in countries():
            return None, ""  # "the Turkish Cypriot leader"
        if last in ADJECTIVES and lex.ORG_WORDS.isdisjoint(words):
            return None, ""
        thing = last in THINGS and last not in _BODIES and not _body_for(words)
        surname = gender_of(run[0].text) and last in SURNAMES_TOO
        if thing and not surname:
            told = self.told(name)
            if not (told.ruling or told.officers) and (
                last in LAWS or not (told.noun or told.party)
            ):
                return None, ""
        if len(run) >= _HEADLINE and name.isupper():
            return None, ""  # "NINE GUARDS HELD" is a line of its own, and no name.
        kind = self._organisation(name, words)
        if kind:
            return kind, "organisation"
        part = last in lex.PARTS_OF_PLACES and len(run) > 1 and not titled
        if part and not gender_of(run[0].text):
            return None, ""  # "Harbour Lom North", a constituency
        if titled and all(word.text[0].isalpha() for word in run):
            person = len(run) < 5 and last not in FIRMS and not self._all_ordinary(run)
            return ("person", "title") if person else (None, "")
        before = line.words[first - 1].lower if first and not line.gap(first).strip() else ""
        office = before in lex.ROLE_NOUNS or _office_before(line, first)
        if office and not self.ordinary(run[0]):
            return "person", "title"
        given = gender_of(run[0].text) or words[0] in BOTH
        common = self.ordinary(run[0]) or self.ordinary(run[-1])
        known = self.alone[run[-1].text] > 1 and not common
        if not given and not known:
            told = self.told(name)
            # "Ana Simic 12.5 %": a person may have votes, and no seats.
            thing = common or before == "the"  # "The Lega Nuova won": nobody is called so.
            party = told.seats or told.ruling or (thing and (told.wins or told.party))
            led = before == "by" and first > 1 and line.words[first - 2].lower in _LED
            there = first > 0 and not line.gap(first).strip() and self._a_place(line, first)
            if (told.noun or (party and not there)) and (common or not led):
                return self._by_deeds(told), "organisation"
        return self._person(line, first, end, name)

    def row(self, line: NameSentence, first: int, end: int) -> ActorType | None:
        """What a row of a list of results is about: a list, a party, or somebody who is found
        elsewhere; None also for "Turnout" and for towns."""
        run = line.words[first:end]
        name = line.name(first, end)
        big = [word for word in run if word.capital]
        if _LIST_OF.search(name):
            return "coalition"  # "Ana Ilic – For a Better Town" is a list, and not Ana Ilic.
        if any(len(word.text) > 3 and not word.capital for word in run if word.text.isalpha()):
            return None
        if len(big) < 2 or gender_of(run[0].text) or name in cities():
            return None
        if any(word.text in places() or word.text in countries() for word in run[:1]):
            return None
        spaced = line.text[line.end(end - 1) :][:2]
        plain = spaced[:1] == " " and spaced[1:].isdigit()
        if plain and not (self.ordinary(run[0]) or self.ordinary(run[-1])):
            return None  # "Mila Simic 39.2%" is somebody
        if self._of_party(line, end):
            return None
        joined = re.search(r"\s[–—-]\s", name) or (name.isupper() and self._of_parties(name))
        return "coalition" if joined else "party"

    def _of_party(self, line: NameSentence, end: int) -> bool:
        """Whether a party's abbreviation stands behind a name that is no party's: another name has
        it too ("Ana Toric (GD)" beside "Green Dawn (GD)")."""
        short = ABBREVIATION.match(line.text, line.end(end - 1))
        return short is not None and len(_names_with(line.text).get(short["short"], ())) > 1

    def leads(self, line: NameSentence, first: int) -> bool:
        """Whether a party leads others that a row of capitalised words and "-led" is about: no
        country, no town, and nobody with a given name."""
        word = line.words[first]
        bare = word.text.removesuffix("-led")
        return not (
            bare in countries()
            or bare in places()
            or bare in cities()
            or word.demonym
            or DEMONYM.match(bare)
            or word.title
            or gender_of(bare)
        )

    def _person(
        self, line: NameSentence, first: int, end: int, name: str
    ) -> tuple[ActorType | None, str]:
        """Two to four words that nothing speaks against are a person's."""
        run = line.words[first:end]
        words = [word for word in run if word.capital]
        last = words[-1]
        if run[0].text in countries() or last.text in countries():
            return None, ""
        if len(words) > 4 or (last.text.isupper() and last.text.strip("IVX.")):
            return None, ""
        if any(word.demonym and word.lower not in BOTH for word in run[:-1]):
            return None, ""
        if any(word.lower in lex.AUXILIARIES or word.lower in lex.PRONOUNS for word in words[1:-1]):
            return None, ""
        works_at = first > 1 and line.words[first - 1].lower == "at"
        if (
            works_at
            and line.words[first - 2].lower in lex.ROLE_NOUNS
            and not (last.possessive or gender_of(run[0].text))
        ):
            return "institution", "organisation"  # "strategist at Riley Wealth"
        if run[0].lower in ("st", "st.") or run[0].lower.endswith("maker"):
            return None, ""  # A church, a town, a street.
        given = bool(gender_of(run[0].text)) or run[0].lower in BOTH
        if INITIALS.fullmatch(last.text) or self._town(line, first):
            return None, ""
        if last.lower in _NO_SURNAMES and not (given and last.lower in SURNAMES_TOO):
            kind: ActorType | None = "institution" if last.lower in FIRMS else None
            kind = "group" if last.lower in TEAMS else kind
            return (kind, "organisation") if kind and len(run) < 5 else (None, "")
        if first and line.words[first - 1].lower == "the" and not self._modifies(line, end):
            return None, ""
        shown = self.alone[last.text] > 0 and not self.ordinary(last)
        shown = shown and last.text not in places()
        told_of = self._explains_role(line, first)
        told_of = told_of or PERSON_BEHIND.match(line.text, line.end(end - 1)) is not None
        shown = shown or told_of
        if not given and _unlike_people(line, first, run, shown=shown):
            return None, ""
        if given:
            return "person", "full-name"
        surname = last.lower in _SURNAMES
        if run[0].lower in OPENINGS and not told_of:
            return None, ""
        if (self.ordinary(run[0]) or (self.ordinary(last) and not surname)) and not shown:
            return None, ""
        if (last.text in places() and not shown) or self._in_marks(line, first, end):
            return None, ""
        comma = BEHIND_COMMA.match(line.text, line.end(end - 1))
        if comma and (comma["place"] in places() or comma["place"] in countries()):
            return None, ""
        if first and not line.gap(first).strip() and self._a_place(line, first) and not shown:
            return None, ""
        return "person", "full-name"

    def _explains_role(self, line: NameSentence, first: int) -> bool:
        """Whether a role and a comma stand before: "its leader, Ivan Kos"."""
        return (
            first > 0
            and line.words[first - 1].lower in lex.ROLE_NOUNS
            and line.gap(first).strip() == ","
        )

    def _town(self, line: NameSentence, first: int) -> bool:
        """Whether "the town" or "the city of" stands before a name."""
        if not first or line.gap(first).strip():
            return False
        before = line.words[first - 1].lower
        if before == "of" and first > 1:
            before = line.words[first - 2].lower
        return before in PLACE_APPOSITIONS and before != "capital"

    def _modifies(self, line: NameSentence, end: int) -> bool:
        """Whether a noun follows that has the article: "the Ana Simic campaign"."""
        found = MODIFIED.match(line.text, line.end(end - 1))
        return found is not None and not (
            found["word"] in lex.AUXILIARIES
            or found["word"] in lex.PREPOSITIONS
            or found["word"] in lex.CONJUNCTIONS
            or found["word"] in cues.LEMMAS
            or found["word"] in morphology.PASTS
            or found["word"].endswith(("ed", "s"))
        )

    def _in_marks(self, line: NameSentence, first: int, end: int) -> bool:
        """Whether a name is all that stands in marks: a title, a slogan, a nickname."""
        start, end_at = line.starts[first], line.end(end - 1)
        behind = line.text[end_at : end_at + 2].strip(".,!?")
        return line.text[start - 1 : start] in OPEN_MARKS and behind[:1] in CLOSE_MARKS

    def whole(self, name: str, kind: ActorType) -> str:
        """What an actor is called: a state and a company in full, and "KTR News" KTR."""
        if kind == "state":
            return countries()[name]
        if kind == "media":
            first = name.partition(" ")[0]
            return first if first in self.media and first in self.alone else name
        return self.firms.get(name, name) if kind == "institution" else name

    def surnames_of(self, run: Sequence[WordForm]) -> Iterator[str]:
        """The words by which somebody may be called: the last one of the name, and the first where
        the surname stands there ("Wang Dongli", "Kim Tae-su")."""
        last = run[-1].text
        yield last
        if last.partition("-")[2][:1].islower() or (
            not self.alone[last] and self._called_by(run[0])
        ):
            yield run[0].text

    def _called_by(self, word: WordForm) -> bool:
        """Whether the first word of a name stands alone again and again, and for nobody else, for
        no place, and not before a noun."""
        name = word.text
        if self.alone[name] < 2 or name in self.ends or name.isupper() or is_place(name):
            return False
        if gender_of(name) or self.ordinary(word) or word.demonym:
            return False
        return not any(
            self.stands_as_place(line, at) or self._modifies(line, end)
            for line, at, end in self._places.get(name, ())
        )

    def lone_person(self, word: str) -> bool:
        """Whether a capitalised word that speaks may be somebody known by that name alone."""
        lower = word.lower()
        return not (
            lower in OPENINGS
            or lower in lex.ROLE_NOUNS
            or lower in lex.ORG_WORDS
            or lower in lex.MEDIA_WORDS
            or lower in lex.PLURAL_PEOPLE
            or lower in PEOPLE_FOR
            or lower in lex.GROUP_NOUNS
            or lower in THINGS
            or word in places()
            or word.title() in places()
            or f"{word}." in places()
            or word in peoples()
            or (word not in self.capitals and lower in self.small)
            or lower.endswith(("ing", "ed"))
            or (lower.endswith("s") and slug_of(word[:-1]) in self.people)
            or PLURAL.fullmatch(lower) is not None
            or ends_as_ordinary(lower)
        )
