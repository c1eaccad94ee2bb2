"""Who the label of a turn stands for: "A. KOS", "MS. STONE", "AV", "RFE/RL", "Spokeswoman".

The name in full stands perhaps elsewhere in the text. Where two people fit, nobody is meant.
"""

from __future__ import annotations

import re
from itertools import islice

from tui.extract.findings import BODY_TYPES, Mention, NamedActor, Speaker
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.coreference.context import Background
from tui.extract.languages.en.coreference.nominals import Nominals
from tui.extract.text.document import Span
from tui.folding import folded

_INITIAL = re.compile(r"[^\W\d_]\.?")
_INITIALS = re.compile(r"[^\W\d_a-z]{2,6}|(?:[^\W\d_a-z]\.\s?){2,4}")
_LETTER = re.compile(r"[^\W\d_]")
_BODIES = lex.MEDIA_WORDS | lex.ORG_WORDS | lex.GROUP_NOUNS | lex.PARTY_WORDS
_TITLES = lex.ROLE_NOUNS | lex.HONORIFICS
_BEFORE_NAMES = _TITLES | {
    "the",
    "prime",
    "vice",
    "foreign",
    "deputy",
    "former",
    "interior",
    "acting",
}
_ABBREVIATED = re.compile(r"[A-Z]*[\d/&][A-Z\d/&]*|[B-DF-HJ-NP-TV-XZ]{3,6}")
"""Letters that are no surname: N1, RFE/RL, DW."""
MOST = 200
"""Labels for which a text is searched: fewer people talk in one."""
_LINKS = r"(?:(?:of|and|the|for)\s)*"


class Labels:
    """Resolves the labels of one text."""

    def __init__(self, told: Background, nominals: Nominals) -> None:
        self.told = told
        self.text = told.text
        self.actors = told.names.actors
        self._nominals = nominals
        self._people: dict[str, list[str]] = {}
        """People by the ends of their names, folded: a surname, two words of one."""
        self._read = 0
        self._searches = 0

    def speaker(self, words: Span) -> Speaker:
        """The person, or the outlet, that a label stands for."""
        exact = next((m for m in self.told.within(*words) if m[:2] == words[:2]), None)
        if exact is not None and exact.type in BODY_TYPES:
            return Speaker((exact.actor,), words, "label", 0.9)
        if exact is not None and exact.type == "person" and " " in self.text[slice(*words)]:
            return Speaker((self._in_full(exact.actor),), words, "label", 0.9)
        label = self.text[slice(*words)].split()
        while len(label) > 1 and label[0].lower().rstrip(".") in _BEFORE_NAMES:
            label = label[1:]
        first = label[0].lower().rstrip(".")
        if len(label) == 1 and first in _TITLES:
            holder = self._nominals.holder(first) or self._titled(first)
            return Speaker((holder,) if holder else (), words, "label-role", 0.7)
        found = self._known(label) or self._abbreviated(words, label) or self._new(words, label)
        return Speaker((found,), words, "label", 0.9) if found else Speaker((), words, "label", 0.3)

    def _titled(self, role: str) -> str | None:
        """The one person before whose name an office stands: "President Ana Simic"."""
        found = set()
        for each in self.told.mentions:
            before = self.text[max(0, each.start - len(role) - 1) : each.start].lower().rstrip()
            inside = self.text[each.start : each.end].lower().startswith(f"{role} ")
            if each.type == "person" and (inside or before == role):
                found.add(each.actor)
        return found.pop() if len(found) == 1 else None

    # ----------------------------------------------------------- known people

    def _known(self, label: list[str]) -> str | None:
        """The person whose name ends as a label does, or begins so."""
        self._index()
        for length in range(min(3, len(label)), 0, -1):
            people = self._people.get(folded(" ".join(label[-length:])), [])
            if people:
                break
        else:
            return self.told.by_first_name(label[0]) if len(label) == 1 else None
        if len(label) > length:
            given = folded(label[0].rstrip("."))
            fit = [each for each in people if folded(self.actors[each].name).startswith(given)]
            people = fit or [each for each in people if " " not in self.actors[each].name]
        whole = [each for each in people if " " in self.actors[each].name]
        people = whole or people
        if len(people) != 1:
            return None
        return self._in_full(people[0])

    def _index(self) -> None:
        for actor in list(islice(self.actors.values(), self._read, None)):
            if actor.type != "person":
                continue
            words = folded(actor.name).split()
            for at in range(max(0, len(words) - 3), len(words)):
                self._people.setdefault(" ".join(words[at:]), []).append(actor.id)
        self._read = len(self.actors)

    def _in_full(self, key: str) -> str:
        """An actor whose surname, with an initial at most, is all that is known so far: with
        the name that the text has in full, as that of its headline."""
        known = self.actors[key]
        if known.rule == "authority":
            return key
        *first, surname = known.name.split()
        if first and not _INITIAL.fullmatch(first[0]):
            return key
        spelt = surname.title() if surname.isupper() and len(surname) > 2 else surname
        whole = self._whole_name(" ".join([*first, surname.title()]))
        whole = whole or (" ".join([*first, spelt]) if spelt != surname else None)
        if whole is not None:
            known.aliases |= {known.name, whole}
            known.name = whole
        return key

    def _whole_name(self, name: str) -> str | None:
        """The first name and the surname that a text has of somebody who is called by an
        initial or without a first name; None where it has none, or two."""
        *first, surname = name.split()
        self._searches += 1
        if self._searches > MOST:
            return None
        initial = re.escape(first[0][0]) if first else r"[^\W\d_a-z]"
        pattern = rf"\b({initial}[^\W\d_A-Z]+)\s{re.escape(surname)}\b"
        called = {
            found[0] for found in re.finditer(pattern, self.text) if found[1].lower() not in _TITLES
        }
        return called.pop() if len(called) == 1 else None

    # ---------------------------------------------------------- abbreviations

    def _abbreviated(self, words: Span, label: list[str]) -> str | None:
        """The person or the outlet of these initials, or an outlet that is called by letters."""
        if len(label) > 3 or not _INITIALS.fullmatch(" ".join(label)):
            name = " ".join(label)
            return self._outlet(words, name) if _ABBREVIATED.fullmatch(label[0]) else None
        letters = "".join(_LETTER.findall(" ".join(label)))
        self._searches += 1
        if self._searches > MOST:
            return None
        of = [a for a in self.actors.values() if _initials(a) == letters]
        told = {each.actor for each in self.told.mentions if each.start < words.start}
        people = [actor.id for actor in of if actor.type == "person" and actor.id in told]
        if len(people) == 1:
            return people[0]
        media = [actor.id for actor in of if actor.type == "media"]
        if people or len(media) == 1:
            return None if people else media[0]
        if len(letters) < 3:
            return None
        spelt = rf"\s{_LINKS}".join(rf"{letter}[^\W\d_A-Z][\w’'-]*" for letter in letters)
        named = {" ".join(found[0].split()) for found in re.finditer(rf"\b{spelt}\b", self.text)}
        if len(named) == 1:
            return self._outlet(words, named.pop())
        return self._outlet(words, label[0]) if _ABBREVIATED.fullmatch(label[0]) else None

    def _outlet(self, words: Span, name: str) -> str:
        key = self.told.actor(name, "media", "label")
        self.told.add(Mention(*words, key, self.actors[key].type, True, "label"))
        return key

    # -------------------------------------------------------------- new people

    def _new(self, words: Span, label: list[str]) -> str | None:
        """Who is named by a label alone: a first name or its initial, and a surname; or one
        word that is nothing else in the text."""
        if not self._may_be_name(label):
            last = label[-1].lower()
            return self._outlet(words, " ".join(label)) if last in lex.MEDIA_WORDS else None
        name = " ".join(
            word.title() if word.isupper() and len(word) > 2 else word for word in label
        )
        whole = self._whole_name(name) if len(label) < 3 else None
        key = self.told.actor(whole or name, "person", "label")
        if self.actors[key].type != "person":
            return None
        self.told.add(Mention(*words, key, "person", True, "label"))
        return key

    def _may_be_name(self, label: list[str]) -> bool:
        if len(label) > 3 or any(word.lower() in _TITLES | _BODIES for word in label):
            return False
        if len(label) > 1:
            return True
        word = label[0].lower()
        places = self.told.document.places.get(word, ())
        return len(word) > 2 and not any(self.text.startswith(word, at) for at in places)


def _initials(actor: NamedActor) -> str:
    """The first letters of a name in capitals, without "of" and "the"."""
    return "".join(word[0] for word in actor.name.split() if word[0].isupper())
