"""Surnames in -ić that a text gives alone: "kazao je Kosanić".

Hotels, firms, shops, villages and rivers are called so too. A word is a surname where something
in the text decides it: a role before, a verb of saying or another act of a person beside it, a
noun for what is somebody's, or others in -ić in one row with it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from typing import NamedTuple

from tui.extract.languages.sr import cues
from tui.extract.languages.sr.letters import key, latin
from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.languages.sr.roles import roles
from tui.extract.languages.sr.words import lists, stems

_OF_IC = {"ić": "N", "ic": "N", "ića": "GA", "iću": "DL", "ićem": "I"}
"""How a surname in -ić ends, and in which cases."""
_SHORTEST = 5
"""Letters of a surname that is told alone, at the least."""
_ACCENTED = frozenset("čćšžđ")
_GENITIVES = ("a", "e", "sti")
_APPOSED = 6
"""Words before a surname between commas among which its role stands."""
_NEAR = 3
"""Words on either side of a surname among which its verb stands."""


class LoneSurname(NamedTuple):
    """Where a surname may stand, by the number of its word, its nominative and its cases."""

    at: int
    name: str
    cases: str


class LoneSurnames:
    """``of_longer`` tells of a word whether it is part of a longer name; ``people`` is where
    those are named whom the text names in full."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[NameToken],
        of_longer: Callable[[int], bool],
        people: Set[int],
    ) -> None:
        self.text = text
        self.tokens = tokens
        self._of_longer = of_longer
        self._people = people
        accents = not _ACCENTED.isdisjoint(text)
        self._endings = {end: told for end, told in _OF_IC.items() if not accents or end != "ic"}

    def read(self, free: Sequence[int]) -> list[LoneSurname]:
        """The surnames among the words that are free."""
        found = [one for at in free if (one := self._read(at)) is not None]
        if not found:
            return found
        small = {each.key for each in self.tokens if not each.capital}
        pairs = zip(self.tokens, self.tokens[1:], strict=False)
        small |= {n.key.rstrip("aue") for before, n in pairs if before.key in ("u", "na", "iz")}
        found = [one for one in found if key(one.name) not in small]
        places = {one.at: one for one in found}
        sure = {key(one.name) for one in found if self._decided(one, places)}
        return [one for one in found if key(one.name) in sure]

    def _read(self, at: int) -> LoneSurname | None:
        token = self.tokens[at]
        if not token.capital or token.text.isupper():
            return None
        told = latin(token.text)
        ending = next((end for end in self._endings if told.endswith(end)), "")
        name = token.text[: len(token.text) - len(ending) + len("ić")]
        if not ending or len(name) < _SHORTEST or (token.opens and name != token.text):
            return None
        if key(name) in lists("words")["no_names"] or key(name) in roles():
            return None
        before = self.tokens[at - 1].key if at else ""
        if before in lists("words")["called_after"] or before in lists("words")["in_places"]:
            return None  # "u Kosaniću": a village may be called so too.
        cases = self._endings[ending]
        if self._of_longer(at) or (cases == "N" and is_thing(self.tokens, at)):
            return None
        return LoneSurname(at, name, cases)

    def _decided(self, one: LoneSurname, others: dict[int, LoneSurname]) -> bool:
        """Whether what stands around a word tells that it is somebody's surname."""
        tokens, at = self.tokens, one.at
        before = tokens[at - 1] if at and tokens[at].joined else None
        if before is not None:
            if any(noun.number == "s" for noun in roles().get(before.key, ())):
                return True
            if before.key in cues.nouns() or before.key in cues.according()[0]:
                return True
            if before.key.startswith(stems("words", "of_people")):
                return True
        if one.cases == "N" and self._has_role(at):
            return True
        for step in (1, -1):
            if self._beside(one, others, step) or self._acts(one, step):
                return True
        if [each.key for each in tokens[at + 1 : at + 3]] in (["i", "drugi"], ["i", "ostali"]):
            return True
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        if behind is None or self.text[tokens[at].end : behind.start] != ", ":
            return False
        return any("N" in noun.cases for noun in roles().get(behind.key, ()))

    def _has_role(self, at: int) -> bool:
        """Whether a role in the nominative, with what it is of, stands before a word: "direktor
        bolnice X", "novi direktor biće X", "direktor pokreta Most, X,"."""
        tokens = self.tokens
        if not at or tokens[at].opens:
            return False
        apart = self.text[tokens[at - 1].end : tokens[at].start]
        apposed = apart == ", " and self.text[tokens[at].end : tokens[at].end + 2] == ", "
        if not apposed and apart != " ":
            return False
        last = at - 1
        while not apposed and last and tokens[last].joined:
            if tokens[last].key not in stems("words", "are"):
                break
            last -= 1
        for back in range(last, max(-1, last - (_APPOSED if apposed else _NEAR)), -1):
            word = tokens[back].key
            if _heads(word):
                return True
            of = apposed or word.endswith(_GENITIVES)
            if not of or not tokens[back].joined or word in cues.forms():
                return False
            if word in lists("grammar")["auxiliaries"]:
                return False
        return False

    def _beside(self, one: LoneSurname, others: dict[int, LoneSurname], step: int) -> bool:
        """Whether another surname in -ić, or a person, stands in one row with it."""
        at = one.at + step
        if 0 <= at < len(self.tokens) and self.tokens[at].key == "i":
            at += step
        elif 0 <= at < len(self.tokens):
            left, right = sorted((one.at, at))
            if self.text[self.tokens[left].end : self.tokens[right].start] != ", ":
                return False
        if not 0 <= at < len(self.tokens):
            return False
        if self.tokens[at].start in self._people:
            return True
        return at in others and others[at].name != one.name

    def _acts(self, one: LoneSurname, step: int) -> bool:
        """Whether a verb for what only people do, or is done to them, stands in its clause. What
        stands behind some verbs may be a thing, as long as it has no other form of a man's."""
        at = one.at
        subject = step > 0 or one.cases != "N"
        for _ in range(_NEAR):
            left, right = sorted((at, at + step))
            if left < 0 or right >= len(self.tokens) or self.tokens[right].opens:
                return False
            if self.text[self.tokens[left].end : self.tokens[right].start] != " ":
                return False
            at += step
            word = self.tokens[at].key
            if word in lists("grammar")["subordinators"]:
                return False
            if word in cues.forms() or word.startswith(stems("words", "acts_of_people")):
                return True
            if subject and word.startswith(stems("words", "deeds")):
                return True
        return False


def _heads(word: str) -> bool:
    """Whether a word is a role of one person in the nominative."""
    return any(noun.number == "s" and "N" in noun.cases for noun in roles().get(word, ()))


def is_thing(tokens: Sequence[NameToken], at: int) -> bool:
    """Whether a word is the name of the hotel, the firm or the village that stands before it, and
    nobody's: "gosti hotela Kosanić". With a role before that, it may be somebody's name."""
    if not at or not tokens[at].joined:
        return False
    before = tokens[at - 1].key
    if before in roles() or before in cues.forms():  # "rekao Kosanić"
        return False
    if not before.startswith(stems("words", "things")):
        return False
    near = [each.key for each in tokens[max(0, at - 3) : at - 1]]
    return not any(noun.number == "s" for word in near for noun in roles().get(word, ()))
