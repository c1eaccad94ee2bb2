"""The actors that are known before a text is read, laid out for the words of Serbian texts.

That is the same for all texts that are read with the same files, so each layout is kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.extract.languages import authority
from tui.extract.languages.sr.letters import key
from tui.extract.languages.sr.names import declension
from tui.extract.languages.sr.names.people import Person
from tui.model import KnownActor


class KnownTable(NamedTuple):
    by_name: Mapping[str, Sequence[KnownActor]]
    """By the keys of all their names. What the program's own files have under an English name
    is the reader's actor of that name; of several the last."""
    by_id: Mapping[str, KnownActor]
    exact: Mapping[str, Sequence[tuple[Sequence[str], KnownActor]]]
    """Names that are looked for as they are spelt, by their first words."""
    capitals: frozenset[str]
    """Names that are abbreviations: in small letters they are others ("SASA", "Saša")."""
    people: Mapping[str, Person]
    """People by their names, of whom every form is looked for."""
    famous: Mapping[str, Sequence[str]]
    """Whose surname is enough where nobody else in the text bears it, by its forms."""
    needs: Mapping[str, frozenset[str]]
    """The words of which a text has one where it may name an actor, by the actor's id."""
    needed: Sequence[str]
    """All these words."""

    def unmet(self, text: str) -> frozenset[str]:
        """The actors that a text names by none of its words, as it has none of those they
        need."""
        has = {word for word in self.needed if word in text}
        return frozenset(id for id, words in self.needs.items() if words.isdisjoint(has))


_MOST = 32
"""Layouts that are kept."""
_kept: list[tuple[Sequence[KnownActor], Sequence[KnownActor], KnownTable]] = []


def table(text: str, known: Sequence[KnownActor]) -> KnownTable:
    """The known actors of a text: the reader's own, and those that the program's files have
    under a Serbian name."""
    told = authority.beside(text, (), "sr")
    for one, other, made in _kept:
        if one is told and other is known:
            return made
    made = _laid_out(told, known)
    _kept.append((told, known, made))
    del _kept[:-_MOST]
    return made


def _sounded(name: str) -> str:
    """A name that is spelt as it sounds in English, with the letters of Serbian: "kostich" is
    "kostic"."""
    return name.replace("ch", "c").replace("sh", "s").replace("zh", "z")


def _laid_out(told: Sequence[KnownActor], known: Sequence[KnownActor]) -> KnownTable:
    own = {actor.name: actor for actor in known}
    by_name: dict[str, list[KnownActor]] = {}
    capitals: set[str] = set()
    small: set[str] = set()
    needs: dict[str, frozenset[str]] = {}
    for actor in (*told, *known):
        if actor.place:
            continue
        named = own.get(actor.name, actor)
        if actor.needs:
            needs[named.id] = frozenset(actor.needs)
        names = {key(alias) for alias in (actor.name, *actor.aliases)}
        for alias in (actor.name, *actor.aliases):
            if _sounded(key(alias)) in names - {key(alias)}:
                continue
            by_name.setdefault(key(alias), []).append(named)
            (capitals if alias.isupper() else small).add(key(alias))
    exact: dict[str, list[tuple[list[str], KnownActor]]] = {}
    people: dict[str, Person] = {}
    for alias, actors in by_name.items():
        words = alias.split()
        for actor in reversed(actors):
            if actor.type == "person" and len(words) > 1:
                for found, gender in declension.given(words[0]):
                    if "N" in found.cases:
                        person = Person(actor.id, actor.name, words[-1], gender)
                        people.setdefault(key(alias), person)
            elif words:
                exact.setdefault(words[0], []).append((words, actor))
    by_id = {actor.id: actor for actors in by_name.values() for actor in actors}
    famous: dict[str, list[str]] = {}
    for actor in by_id.values():
        bearer = people.get(key(actor.name))
        if actor.surname and bearer is not None:
            for form in declension.forms(bearer.surname, bearer.woman):
                famous.setdefault(form, []).append(bearer.id)
    needed = sorted(frozenset().union(*needs.values()))
    return KnownTable(
        by_name, by_id, exact, frozenset(capitals - small), people, famous, needs, needed
    )
