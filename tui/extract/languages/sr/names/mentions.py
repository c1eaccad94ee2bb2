"""Who is named where in a Serbian text, each by the nominative of the name.

The rules, in order:

* ``authority``: a known actor, in whatever case or alphabet.
* ``abbreviation``: capitals ("RIK", "ЦИК-а"), and the name in full that they stand behind.
* ``organisation``: an adjective with a capital and what it belongs to ("Gradskoj izbornoj
  komisiji" is "Gradska izborna komisija"), and bodies of one word that are listed.
* ``full-name``: a given name and what follows it, or two words with capitals behind a role.
* ``surname``: a form of the surname of somebody who is named in full.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.digests import slug
from tui.extract.findings import Mention, NamedActor
from tui.extract.languages.sr.cues import forms
from tui.extract.languages.sr.letters import key, latin
from tui.extract.languages.sr.names import bodies, declension, people, table_names
from tui.extract.languages.sr.names import known as known_actors
from tui.extract.languages.sr.names.lone import LoneSurnames, is_thing
from tui.extract.languages.sr.names.people import Person
from tui.extract.languages.sr.names.tokens import NameToken, runs, tokens
from tui.extract.languages.sr.roles import roles
from tui.extract.languages.sr.words import lists, stems
from tui.extract.text.document import Document
from tui.model import ActorType, KnownActor

_MARKS = ("„", "“", '"', "»", "«")
"""What opens a name."""


class NameMentions:
    """The names of one text; ``mentions`` is in its order. ``case`` tells of a mention, by its
    start, in which cases it may stand; none for an adjective ("Vučićevim")."""

    def __init__(self, document: Document, known: Sequence[KnownActor]) -> None:
        self.document = document
        self.text = document.text
        self.actors: dict[str, NamedActor] = {}
        self.mentions: list[Mention] = []
        self.case: dict[int, frozenset[str]] = {}
        self.tokens = tokens(document)
        self._used = self._outside()
        self._surnames: dict[str, list[str]] = {}
        """The people that a form of a surname may be of."""
        self._known = known_actors.table(self.text, known)
        self._unmet = self._known.unmet(self.text)
        self.people: dict[str, Person] = {
            name: person
            for name, person in self._known.people.items()
            if person.id not in self._unmet
        }
        self._keys = [each.key for each in self.tokens]
        self._read()

    def _read(self) -> None:
        self._authority()
        self._in_tables()
        for found in bodies.read(self.text, self.tokens, self._used):
            start, end = self.tokens[found.first].start, found.end
            within = range(found.first, found.last)
            known = not self._used.isdisjoint(within)
            self._used.update(within)
            if known or (found.only_known and not self._named_so(key(found.name))):
                continue  # „Ana Kos – Most za sve“: the list is the one that is known.
            actor = self._body(found)
            self._mention(start, end, actor, found.rule, found.cases)
        self._full_names()
        self._by_surname()
        self._lone_surnames()
        self.mentions.sort()
        self.actor_at = {each.start: each.actor for each in self.mentions}
        """Whom each mention names, by where it begins."""

    def _in_tables(self) -> None:
        """Those whom the columns of a table name."""
        for found in table_names.found(self.document, self._used):
            if isinstance(found, people.Reading):
                self._add(found)
                continue
            self._used.update(range(found.first, found.last))
            start = self.tokens[found.first].start
            self._mention(start, found.end, self._body(found), found.rule, found.cases)

    def _body(self, found: bodies.OrganisationMention) -> NamedActor:
        """The actor that a body is, a known one where its name is that one's."""
        actor = self._named_so(key(found.name))
        if actor is None:
            return self._actor(found.id, found.name, found.type, found.rule)
        return self._actor(actor.id, actor.name, actor.type, "authority", True)

    def _named_so(self, name: str) -> KnownActor | None:
        """The known actor of a name, given by its key."""
        actors = self._known.by_name.get(name, ())
        return next((each for each in reversed(actors) if each.id not in self._unmet), None)

    def _outside(self) -> set[int]:
        """The words that are no part of the report: where it was written, and by whom."""
        found: set[int] = set(table_names.nobodys(self.document))
        for paragraph in self.document.paragraphs:
            if paragraph.role in ("dateline", "byline", "furniture", "label"):
                numbers = self.document.numbers(paragraph.start, paragraph.end)
                found.update(range(*numbers) if numbers else ())
        return found

    # ------------------------------------------------------------ authority

    def _authority(self) -> None:
        """Known people come by every form of their names; others as they are spelt."""
        exact = self._known.exact
        for at, token in enumerate(self.tokens):
            if not token.capital or at in self._used:
                continue
            bare = _bare(token)
            small = bare in self._known.capitals and not token.text[:2].isupper()
            for words, actor in exact.get(bare, ()):
                last = at + len(words) - 1
                if (small and last == at) or actor.id in self._unmet:
                    continue
                if [_bare(each) for each in self.tokens[at : last + 1]] != words:
                    continue
                self._used.update(range(at, last + 1))
                named = self._actor(actor.id, actor.name, actor.type, "authority", True)
                short = token.text[:2].isupper()
                cases = bodies.tail(token) if short else frozenset("N")
                self._mention(token.start, self.tokens[last].end, named, "authority", cases)
                break

    # ------------------------------------------------------------ discovery

    def _full_names(self) -> None:
        found = list(runs(self.tokens))
        context = people.NameContext(self.tokens, found, self._known.people.keys())
        unsure = []
        for start, end in found:
            while start < end and start in self._used:
                start += 1
            if not self._used.isdisjoint(range(start, end)):
                continue
            reading = context.person(start, end)
            if reading is None:
                continue
            called_after = self._called_after(reading.first) and not _is_subject(reading)
            if called_after or self._in_marks_of(reading.first):
                self._used.update(range(start, end))
                continue
            if reading.known:
                self._add(reading)
            else:
                unsure.append(reading)
        for reading in unsure:
            keys = " ".join(self._keys[reading.first : reading.last])
            if keys not in self._surnames:  # "Kosić Ban" is a surname of two words.
                self._add(reading)

    def _called_after(self, at: int) -> bool:
        """Whether what somebody gave a name to stands before it: "u ulici Save Kosića"."""
        return at > 0 and self._keys[at - 1] in lists("words")["called_after"]

    def _in_marks_of(self, at: int) -> bool:
        """Whether marks open before a name behind what has it: "u školi „Ana Kos“"."""
        if not at:
            return False
        before = self.tokens[at - 1]
        marked = self.text[before.end : self.tokens[at].start].strip() in _MARKS
        return marked and before.key.startswith(stems("words", "named_in_marks"))

    def _add(self, reading: people.Reading) -> None:
        person = self._person(reading)
        first, last = reading.first, reading.last
        self._used.update(range(first, last))
        actor = self._named(person, "full-name")
        span = self.tokens[first].start, self.tokens[last - 1].end
        if "N" in reading.cases:
            actor.aliases.add(self.text[slice(*span)])
        actor.female += reading.role == "f"
        actor.male += reading.role == "m" and person.gender != "f"  # "ministar Ana Kos"
        self._mention(*span, actor, "full-name", reading.cases)
        surname = key(person.surname)
        for part in {person.surname, person.surname.split()[-1]}:
            for form in declension.forms(part, person.woman):
                owners = self._surnames.setdefault(form, [])
                if actor.id not in owners:
                    # Whose very surname it is comes first.
                    owners.insert(0 if form == surname else len(owners), actor.id)

    def _person(self, reading: people.Reading) -> Person:
        """The person of a name, the known one where there is one."""
        known = self.people.get(key(reading.name))
        if known is None:
            id = slug(latin(reading.name))
            known = Person(id, reading.name, reading.surname, reading.gender)
            self.people[key(reading.name)] = known
        elif not known.gender and reading.gender:
            known = known._replace(gender=reading.gender)
            self.people[key(reading.name)] = known
        return known

    def _named(self, person: Person, rule: str) -> NamedActor:
        known = person.id in self._known.by_id
        rule = "authority" if known else rule
        actor = self._actor(person.id, person.name, "person", rule, known)
        actor.usual = person.gender
        return actor

    # ------------------------------------------------------------- surnames

    def _famous(self, form: str) -> Sequence[str]:
        """Whose surname has a form, of those whose surname is enough."""
        owners = self._known.famous.get(form, ())
        return [each for each in owners if each not in self._unmet] if owners else ()

    def _by_surname(self) -> None:
        by_id = {person.id: person for person in self.people.values()}
        for at, token in enumerate(self.tokens):
            if at in self._used or not token.capital or len(token.key) < 3:
                continue
            end = at + 1
            two = " ".join(self._keys[at : at + 2])
            owners = self._surnames.get(two) or self._famous(two)
            if owners and at + 1 < len(self.tokens) and self.tokens[at + 1].joined:
                end = at + 2
            else:
                bare = _bare(token)
                owners = self._surnames.get(bare) or self._famous(bare)
            if not owners or (token.text.isupper() and not token.opens):
                continue
            if token.opens and token.key in lists("words")["no_names"]:
                continue
            person = by_id[self._owner(token, owners, by_id)]
            if token.key == key(person.surname) and is_thing(self.tokens, at):
                continue
            last = self.tokens[end - 1]
            surname = person.surname.split()[-1]
            adjective = declension.possessive(last.text, surname, person.woman)
            if self._goes_on(end) and not adjective:
                continue
            actor = self._named(person, "surname")
            cases = declension.cases_of(last.text, surname, person.woman)
            if "N" in cases:
                actor.aliases.add(self.text[token.start : last.end])
            self._used.update(range(at, end))
            self._mention(token.start, last.end, actor, "surname", cases)

    def _lone_surnames(self) -> None:
        """Somebody of whom the text gives a surname alone: "kazao je Kosanić"."""
        free = [at for at in range(len(self.tokens)) if at not in self._used]
        named = {each.start for each in self.mentions if each.type == "person"}
        reader = LoneSurnames(self.text, self.tokens, self._in_run, named)
        for at, name, cases in reader.read(free):
            person = Person(slug(latin(name)), name, name, "")
            self.people.setdefault(key(name), person)
            self._used.add(at)
            span = self.tokens[at].start, self.tokens[at].end
            actor = self._named(person, "surname-alone")
            self._mention(*span, actor, "surname-alone", frozenset(cases))

    def _in_run(self, at: int) -> bool:
        """Whether a word with a capital stands beside another, as in longer names."""
        token = self.tokens[at]
        before = self.tokens[at - 1] if at else None
        part = before is not None and token.joined and before.capital and not before.opens
        if before is not None and token.joined and before.capital and before.opens:
            part = before.key not in roles() and before.key not in forms()
        return part or self._goes_on(at + 1)

    def _goes_on(self, at: int) -> bool:
        """Whether a word with a capital follows that is part of a longer name."""
        if at >= len(self.tokens) or at in self._used:
            return False
        token = self.tokens[at]
        return token.joined and token.capital and token.key not in roles()

    def _owner(self, token: NameToken, owners: Sequence[str], by_id: dict[str, Person]) -> str:
        """Of several people the one whose surname it is as it stands, else who was named last."""
        if len(owners) == 1:
            return owners[0]
        exact = [o for o in owners if key(by_id[o].surname.split()[-1]) == _bare(token)]
        owners = exact or owners
        before = [m for m in self.mentions if m.start < token.start and m.actor in owners]
        return max(before).actor if before else owners[0]

    # -------------------------------------------------------------- keeping

    def _actor(
        self, id: str, name: str, kind: ActorType, rule: str, known: bool = False
    ) -> NamedActor:
        if id not in self.actors:
            found = self.actors[id] = NamedActor(id, name, kind, known, rule)
            if known:
                found.source = self._known.by_id[id].source
        return self.actors[id]

    def _mention(
        self, start: int, end: int, actor: NamedActor, rule: str, cases: frozenset[str]
    ) -> None:
        self.mentions.append(Mention(start, end, actor.id, actor.type, True, rule))
        self.case[start] = cases


def _is_subject(reading: people.Reading) -> bool:
    """Whether a name stands as it is: "na trgu Ana Kos je rekla" tells of no square."""
    return reading.cases == {"N"} and not key(reading.name).endswith("a")


def _bare(token: NameToken) -> str:
    """The key of a word without what a hyphen adds: "RIK-a"."""
    head, hyphen, tail = token.key.partition("-")
    return head if hyphen and len(tail) <= 3 and token.text[:2].isupper() else token.key
