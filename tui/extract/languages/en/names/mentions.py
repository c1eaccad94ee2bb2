"""Who is named where: mentions of the authority file's actors, and of actors in no file.

The rules, in order:

* ``authority``: an alias of a known actor, the longest first; a name that is also a place
  is an actor only where it acts, possesses or is dealt with, not behind "in" or "from".
* ``abbreviation``: capitals in brackets right behind a name ("(SNS)") are that name too.
* ``title``: names behind an honorific or a role ("Mr", "opposition leader").
* ``full-name``: two or more capitalised words that are no place and no calendar word.
* ``surname``: the last word of a full name, once that has been read.
* ``organisation``: capitalised words with a noun such as "Council" or "Party" among them.
* ``country``: a country's name, where it acts.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names import framed as framed_names
from tui.extract.languages.en.names import frames, table_names
from tui.extract.languages.en.names.entity_types import Kinds
from tui.extract.languages.en.names.gazetteer import countries, places
from tui.extract.languages.en.names.known import AuthorityNames
from tui.extract.languages.en.names.places import placed
from tui.extract.languages.en.names.register import slug_of
from tui.extract.languages.en.names.shapes import HEADS, INNER, OFFICES, ends_as_surname
from tui.extract.languages.en.names.tokens import DEMONYM, NameSentence, in_sentences, lines
from tui.extract.text.document import Document
from tui.model import KnownActor

__all__ = ["NameFinder", "countries"]

_GETS = frozenset("won lost took got gets wins loses leads led came fell rose".split())
_IS = frozenset("is was has had will would did does can could".split())

OFTEN = 3
"""How often somebody is called by a surname alone whom a text names in no other way."""
EXPLAINED = re.compile(r"[(\[]([A-ZČĆŠŽĐ]{2,8})[)\]]")
"""Abbreviations in brackets, mostly behind the name that they stand for."""
Wholes = dict[str, list[tuple[tuple[str, ...], str]]]
"""Names by their first word, the longest first, each with the id of its actor."""


class NameFinder(AuthorityNames):
    """Reads the names of one text. ``mentions`` is in order of text after ``read``."""

    def __init__(self, document: Document, known: Sequence[KnownActor]) -> None:
        super().__init__(document, known)
        self.kinds = Kinds([], {})
        self._heads: dict[str, dict[str, int]] = {}
        self._parties: dict[str, str] = {}
        """The parties by what stands before "Party" in their names."""

    def read(self) -> None:
        """Find the names: first those that explain themselves, then the short ones."""
        nobodys = table_names.nobodys(self.document)
        read_lines = [line for line in lines(self.document) if line.start not in nobodys]
        self.kinds = kinds = Kinds(read_lines, self._surnames)
        kinds.known = self._known.lengths
        self._explained = {found[1]: found.start() for found in EXPLAINED.finditer(self.text)}
        body = [line for line in read_lines if in_sentences(line)]
        rows = [*framed_names.rows(self.document), *table_names.framed(self.document)]
        self._framed(body, [*framed_names.told(self.document), *rows])
        if self._known.aliases:
            for line in read_lines:
                self._authority(line)
        looked = [(line, kinds.look(line)) for line in body]
        for line, found in looked:
            self._discover(line, kinds, found)
        self._merge_short_parties()
        whole = self._whole_names()
        own = [a for a in self.actors.values() if a.rule == "the-name" or INNER.fullmatch(a.name)]
        short = {a.name: a.id for a in own} | self._short
        self._heads = self._heads_of_names()
        self._parties = {
            actor.name.split()[0]: actor.id
            for actor in self.actors.values()
            if actor.type == "party"
            and actor.name.endswith(" Party")
            and actor.name.count(" ") == 1
        }
        self._alone(body)
        listed = {start for start, _, _ in rows}
        for line in read_lines:
            if line.role in ("title", "lead-title") or listed.intersection(line.starts[:1]):
                self._again(line, whole)
            self._short_forms(line, short)
        self.mentions.sort()

    # --------------------------------------------------- lists and what is in marks

    def _framed(self, body: list[NameSentence], framed: list[framed_names.Framed]) -> None:
        """Find the names that only their place tells from other words: in marks behind "the
        list", in a list or a table of results. Elsewhere they stand without marks too."""
        if not body:
            return
        starts = [line.start for line in body]
        names: set[str] = set()
        self._leading(body, self.kinds, names)
        for start, end, kind in framed:
            line = body[max(0, bisect_right(starts, start) - 1)]
            first, last = bisect_left(line.starts, start), bisect_left(line.starts, end)
            if (
                first == last
                or line.starts[first] != start
                or not line.used.isdisjoint(range(first, last))
            ):
                continue
            known = (
                self._match(line, first) if line.words[first].lower in self._known.lengths else None
            )
            if known is not None and known[1] >= last - first:
                continue  # Who is known under just this name is found as such.
            name = self.text[start:end]
            found = kind or self.kinds.row(line, first, last)
            if found is None:
                continue
            rule = "full-name" if kind == "person" else "organisation"
            actor = self._actor(self._key(name, found), name, found, False, rule)
            actor.aliases.add(name)
            if kind == "person" and last - first > 1:
                self._has_surname(actor, line.words[last - 1].text)
            line.used.update(range(first, last))
            self._mention(start, end, actor, rule)
            self._abbreviation(end, actor)
            names.add(name)
        if names:
            index = self._whole_names(names)
            for line in body:
                self._again(line, index)

    def _discover(
        self, line: NameSentence, kinds: Kinds, names: list[tuple[int, int, bool]]
    ) -> None:
        words = line.words
        for first, end, titled in names:
            kind, rule = kinds.kind(line, first, end, titled)
            short = line.words[first].text if end - first == 1 else ""
            if short and (short in self._short or self._initialism(short)):
                kind, rule = "institution", "abbreviation"
            if kind is None or (rule == "acronym" and self._explained_later(line, first)):
                continue
            name_first = first
            if kind == "person":
                while end - name_first > 2 and words[name_first].demonym:
                    name_first += 1
            begin, stop = line.starts[name_first], line.end(end - 1)
            name = self.text[begin:stop]
            if self._taken and self._taken[-1][0] <= begin < self._taken[-1][1]:
                continue
            owner = self._short.get(name) or self._initialism(name)
            if owner:
                actor = self.actors[owner]
                actor.aliases.add(name)
                line.used.update(range(first, end))
                self._mention(begin, stop, actor, "abbreviation")
                continue
            if kind == "person" and end - name_first == 1:
                continue  # A lone surname waits for its full name.
            if rule == "the-name" and name.lower() in HEADS:
                continue  # "The Commission" waits for one that is named in full.
            name = kinds.whole(name, kind)
            actor = self._by_name(name, kind, rule)
            actor.aliases.add(self.text[begin:stop])
            line.used.update(range(first, end))
            if kind == "person":
                for surname in kinds.surnames_of(words[name_first:end]):
                    self._has_surname(actor, surname)
                self._gender(actor, line, first)
            self._mention(begin, stop, actor, rule)
            self._abbreviation(stop, actor)

    def _explained_later(self, line: NameSentence, at: int) -> bool:
        """Whether an abbreviation waits for the name in full, behind which it is in brackets."""
        return line.starts[at] < self._explained.get(line.words[at].text, 0)

    # ------------------------------------------------------------ short forms

    def _whole_names(self, only: Set[str] | None = None) -> Wholes:
        """The names found so far: a headline, where every word may have a capital, is read
        for these alone."""
        index: Wholes = {}
        for actor in self.actors.values():
            for name in sorted(actor.aliases if only is None else actor.aliases & only):
                words = tuple(name.split())
                index.setdefault(words[0], []).append((words, actor.id))
        for entries in index.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        return index

    def _again(self, line: NameSentence, whole: Wholes) -> None:
        for at, word in enumerate(line.words):
            if at in line.used:
                continue
            for words, owner in whole.get(word.text, ()):
                end = at + len(words)
                here = tuple(each.text for each in line.words[at:end])
                if here != words or not line.adjacent(at, end):
                    continue
                actor = self.actors[owner]
                if actor.type == "state" and placed(line, at, len(words)):
                    break
                line.used.update(range(at, end))
                self._mention(line.starts[at], line.end(end - 1), actor, "headline")
                break

    def _alone(self, body: list[NameSentence]) -> None:
        """Find those who are called by their surname alone, again and again: a reader of the
        paper knows them. A place has "in" or "to" before it somewhere."""
        kinds = self.kinds
        names = {
            name
            for name, count in kinds.alone.items()
            if count >= OFTEN and ends_as_surname(name) and len(name) > 4
        }
        names = {each for each in names if kinds.lone_person(each) and each not in self._short}
        if not names:
            return
        for line in body:
            for at in line.capitals:
                name = line.words[at].text
                if name in names and at and kinds.stands_as_place(line, at):
                    names.discard(name)
        for name in sorted(names):
            if slug_of(name) not in self._surnames:
                person = self._actor(slug_of(name), name, "person", False, "surname")
                self._surnames[slug_of(name)] = {person.id: 0}

    def _heads_of_names(self) -> dict[str, dict[str, int]]:
        """The bodies that "the Commission" may be short for, in the order they were read."""
        found: dict[str, dict[str, int]] = {}
        for number, actor in enumerate(self.actors.values()):
            if actor.type == "person" or " " not in actor.name:
                continue
            words = actor.name.lower().split()
            heads = HEADS.intersection(words)
            last = actor.name.split()[-1]
            plain = last not in places() and last not in countries() and not DEMONYM.match(last)
            if (
                plain
                and actor.type in ("party", "coalition")
                and last.lower() not in lex.PARTY_WORDS
            ):
                heads |= {words[-1]}  # "The Pact" is the People's Pact.
            for word in heads:
                found.setdefault(word, {})[actor.id] = number
        return found

    def _short_forms(self, line: NameSentence, short: dict[str, str]) -> None:
        """Find short names in what is left; ``short`` has those of organisations."""
        for at in line.capitals:
            if at in line.used:
                continue
            word = line.words[at]
            name, start = word.text, line.starts[at]
            owner = short.get(name)
            rule = "abbreviation"
            if owner is None and (word.lower in HEADS or word.lower in self._heads):
                owner = self._body(line, at)
            if owner is None and name in self._parties and self._heads_clause(line, at):
                owner = self._parties[name]
            if owner is None:
                rule = "surname"
                slug = slug_of(name)
                owners = self._surnames.get(slug)
                before = line.words[at - 1]
                if owners is None and at and before.lower in lex.GIVEN_HONORIFICS:
                    owners = self._by_given_name(name)
                polls = owners is None and self._has_votes(line, at)
                if owners is None and not (
                    polls or before.title or before.lower in OFFICES or slug in self._known_surnames
                ):
                    continue
                if self._continues(line, at) or self._a_month(line, at):
                    continue
                known = self._known_surnames.get(slug) if not owners else None
                if known is not None and self._meant(known) and word.nameable:
                    self._register(known)
                    owners = {known.id: 0}
                if not owners and (polls or self._honoured(line, at)):
                    named = self._actor(slug, name, "person", False, "title")
                    self._surnames[slug] = owners = {named.id: 0}
                if not owners:
                    continue
                if len(owners) > 1:
                    owners = self._foretold(line, at, owners)
                alone = next(iter(owners)) if len(owners) == 1 else None
                owner = alone or self._of_several(owners, start)
                if owner is None:
                    continue
            actor = self.actors[owner]
            line.used.add(at)
            actor.aliases.add(name)
            if actor.type == "person":
                self._gender(actor, line, at)
            self._mention(start, line.end(at), actor, rule)

    def _foretold(self, line: NameSentence, at: int, owners: dict[str, int]) -> dict[str, int]:
        """Of several with one surname those whom "Ms Simic", or "In her letter, Simic ..." can
        mean: the opening of a sentence tells whether a woman or a man is its subject."""
        words = line.words
        gender = words[at - 1].gender if at and words[at - 1].capital else ""
        opens = not gender and 2 < at < 10 and words[0].lower in lex.PREPOSITIONS
        if opens and any("," in line.gap(each) for each in range(2, at + 1)):
            gender = {"her": "f", "his": "m"}.get(words[1].lower, "")
        if not gender:
            return owners
        meant = {each: order for each, order in owners.items() if self._is(each, gender)}
        return meant or owners

    def _is(self, actor: str, gender: str) -> bool:
        found = self.actors[actor]
        return found.type == "person" and found.gender == gender

    def _body(self, line: NameSentence, at: int) -> str | None:
        """Which body "the Commission" is: one named in full, or one of that name alone."""
        if at == 0 and line.role == "title" and line.text.startswith(":", line.end(at)):
            heads = self._heads.get(line.words[at].lower, {})
            return next(iter(heads)) if len(heads) == 1 else None
        if at == 0 or line.words[at - 1].lower not in ("the", "this") or line.role == "title":
            return None
        if at + 1 < len(line) and line.words[at + 1].capital and not line.gap(at + 1).strip():
            return None
        owners = self._heads.get(line.words[at].lower)
        if owners:
            return next(iter(owners)) if len(owners) == 1 else None
        if line.words[at].lower not in HEADS:
            return None
        kind, rule = self.kinds.kind(line, at, at + 1, False)
        if kind is None:
            return None
        return self._actor(slug_of(line.words[at].text), line.words[at].text, kind, False, rule).id

    def _heads_clause(self, line: NameSentence, at: int) -> bool:
        """Whether "Labour" stands for its party: a verb follows it, or nothing more of it."""
        if at + 1 >= len(line) or line.words[at].possessive:
            return at not in line.opening
        gap = line.gap(at + 1).strip()
        behind = line.words[at + 1].lower
        verb = behind in lex.AUXILIARIES or behind in cues.LEMMAS or behind in _GETS
        return bool(verb and not gap) or (bool(gap) and at not in line.opening)

    def _a_month(self, line: NameSentence, at: int) -> bool:
        """Whether a surname is a month here: "in May", and "May" but before a verb."""
        word = line.words[at]
        if word.lower not in lex.CALENDAR:
            return False
        if word.possessive or (at and line.words[at - 1].title):
            return False
        return at + 1 >= len(line) or not (
            line.words[at + 1].lower in cues.LEMMAS or line.words[at + 1].lower in _IS
        )

    def _has_votes(self, line: NameSentence, at: int) -> bool:
        """Whether a lone word that ends as surnames do has a share of votes: "predicted Vukov
        would get 58 percent"."""
        word = line.words[at]
        return (
            at > 0
            and ends_as_surname(word.text)
            and line.words[at - 1].lower != "the"
            and self.kinds.lone_person(word.text)
            and frames.SHARE_BEHIND.match(line.text, line.end(at)) is not None
        )

    def _honoured(self, line: NameSentence, at: int) -> bool:
        """Whether an honorific or an office stands before a lone name: "Mr. Obama" is a person
        even where no full name is told, and a "Justice Minister" is none."""
        word = line.words[at]
        if at == 0 or not word.nameable or word.title or len(word.text) < 3:
            return False
        if word.lower in lex.ROLE_NOUNS or word.lower in lex.ORG_WORDS:
            return False
        before = line.words[at - 1]
        if not before.capital or line.gap(at).strip(" ."):
            return False
        if before.title:
            return True
        if before.lower not in OFFICES or line.role not in ("body", "caption"):
            return False
        alone = at + 1 >= len(line) or not line.words[at + 1].capital or line.gap(at + 1).strip()
        return bool(alone) and not word.demonym and self.kinds.lone_person(word.text)

    def _continues(self, line: NameSentence, at: int) -> bool:
        """Whether a surname is the first part of a longer name ("Clinton Foundation"). In a
        headline every word may have a capital."""
        if at + 1 >= len(line) or line.words[at].possessive:
            return False
        other = line.words[at + 1]
        if not other.capital or line.gap(at + 1).strip() or at + 1 in line.used:
            return False
        if other.lower in lex.ORG_WORDS:
            return True
        return line.role == "body" and other.nameable and not other.title
