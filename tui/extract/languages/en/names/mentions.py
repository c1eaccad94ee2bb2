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
from bisect import bisect_left, insort
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from tui.extract.findings import Mention, NamedActor
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.entity_types import Kinds, countries
from tui.extract.languages.en.names.places import placed
from tui.extract.languages.en.names.tokens import POSSESSIVE, Form, Line, lines
from tui.extract.languages.given_names import gender_of
from tui.extract.text.document import Document
from tui.model import ActorType, KnownActor, slug

__all__ = ["Names", "countries"]

ABBREVIATION = re.compile(r"\s?\({1,2}(?P<short>[A-Z][A-Za-z]?[A-Z&.-]{1,7}[A-Za-z]?)\){1,2}")
TRANSLATION = re.compile(r"\s\((?P<other>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,4})\)")
INITIAL = re.compile(r"[^\W\d_]\.?")
NOT_ABBREVIATIONS = frozenset("AP AFP UPI DPA CNN BBC NBC ABC CBS R D I".split())

# A named tuple's own constructor is a Python function, and this runs for every mention.
_a_mention: Callable[[tuple[int, int, str, ActorType, bool, str]], Mention] = partial(
    tuple.__new__, Mention
)

_slug = lru_cache(1 << 12)(slug)
"""The same few hundred names come again and again."""

Wholes = dict[str, list[tuple[tuple[str, ...], str]]]
"""Names by their first word, the longest first, each with the id of its actor."""


class Names:
    """Reads the names of one text. ``mentions`` is in order of text after ``read``."""

    def __init__(self, document: Document, known: Sequence[KnownActor]) -> None:
        self.document = document
        self.text = document.text
        self.actors: dict[str, NamedActor] = {}
        self.mentions: list[Mention] = []
        self._surnames: dict[str, dict[str, int]] = {}
        """The actors with a surname, and in which order they were read."""
        self._persons: dict[tuple[str, str], str] = {}
        """The first to be read with a surname of those with a first name, or a full one."""
        self._initials: dict[str, str] = {}
        """The first organisation with each row of initials."""
        self._named_at: dict[str, list[tuple[int, int]]] = {}
        """Where each actor is named, and as which mention: the last before a place is near."""
        self._indexed = 0
        """The mentions that stand there. Most texts have nobody to be told apart."""
        self._aliases = _alias_index(known)
        self._short: dict[str, str] = {}
        self._taken: list[tuple[int, int]] = []

    def read(self) -> None:
        """Find the names: first those that explain themselves, then the short ones."""
        read_lines = lines(self.document)
        kinds = Kinds(read_lines, self._surnames)
        if self._aliases:
            for line in read_lines:
                self._authority(line)
        for line in read_lines:
            if line.role in ("body", "caption"):
                self._discover(line, kinds)
        whole = self._whole_names()
        singles = {a.name: a.id for a in self.actors.values() if a.rule == "the-name"}
        short = singles | self._short
        for line in read_lines:
            if line.role in ("title", "lead-title"):
                self._again(line, whole)
            self._short_forms(line, short)
        self.mentions.sort()

    # ------------------------------------------------------------ authority

    def _authority(self, line: Line) -> None:
        end = 0
        for at, word in enumerate(line.words):
            if at < end or word.lower not in self._aliases:
                continue
            entry = self._match(line, at)
            if entry is not None:
                actor, length = entry
                end = at + length
                line.used.update(range(at, end))
                self._add_known(actor, line, at, length)

    def _match(self, line: Line, at: int) -> tuple[KnownActor, int] | None:
        for alias, actor in self._aliases[line.words[at].lower]:
            length = len(alias)
            here = line.words[at : at + length]
            if len(here) < length:
                continue
            if length == 1:
                exact = here[0].text == alias[0]
            else:
                exact = all(
                    word.lower == other.lower() for word, other in zip(here, alias, strict=True)
                ) and any(word.capital for word in here)
            end = at + length
            if exact and line.adjacent(at, end) and not self._heads_longer(line, end):
                return actor, length
        return None

    def _heads_longer(self, line: Line, at: int) -> bool:
        """Whether a name goes on into an organisation's ("Belgrade City Assembly")."""
        words = line.words
        if at >= len(words) or words[at - 1].possessive:
            return False
        for index in range(at, min(at + 3, len(words))):
            gap = line.gap(index)
            if gap.strip() or "\n" in gap or not words[index].capital:
                return False
            if words[index].lower in lex.ORG_WORDS:
                return True
        return False

    def _add_known(self, actor: KnownActor, line: Line, at: int, length: int) -> None:
        if actor.place and placed(line, at, length):
            return
        last = at + length - 1
        found = self._actor(actor.id, actor.name, actor.type, True, "authority")
        found.aliases.add(line.name(at, last + 1))
        if actor.type == "person":
            self._has_surname(found, line.words[last].text)
            self._persons.setdefault((line.words[last].text, line.name(at, last + 1)), found.id)
            self._gender(found, line, at)
        self._mention(line.starts[at], line.end(last), found, "authority")
        self._abbreviation(line.end(last), found)

    # ------------------------------------------------------------ discovery

    def _discover(self, line: Line, kinds: Kinds) -> None:
        words = line.words
        for start, end in kinds.runs(line):
            first = start
            while first < end and (words[first].title or words[first].lower in lex.ROLE_NOUNS):
                first += 1
            titled = first > start
            inner = self._title_within(words, first, end) if end - first > 2 else 0
            if inner:
                first, titled = inner, True
            while (
                end - first > 1
                and words[first].demonym
                and line.name(first + 1, end) in countries()
            ):
                first += 1
            if first == end:
                continue
            kind, rule = kinds.kind(line, first, end, titled)
            if kind is None:
                continue
            name_first = first
            if kind == "person":
                while end - name_first > 2 and words[name_first].demonym:
                    name_first += 1
            begin, stop = line.starts[name_first], line.end(end - 1)
            name = self.text[begin:stop]
            if self._taken and self._taken[-1][0] <= begin < self._taken[-1][1]:
                continue
            owner = self._short.get(name) or self._initialism(name, kind)
            if owner:
                actor = self.actors[owner]
                actor.aliases.add(name)
                line.used.update(range(first, end))
                self._mention(begin, stop, actor, "abbreviation")
                continue
            if kind == "person" and end - name_first == 1:
                continue  # A lone surname waits for its full name.
            actor = self._by_name(name, kind, rule)
            line.used.update(range(first, end))
            if kind == "person":
                self._has_surname(actor, words[end - 1].text)
                self._gender(actor, line, first)
            self._mention(begin, stop, actor, rule)
            self._abbreviation(stop, actor)

    def _title_within(self, words: list[Form], first: int, end: int) -> int:
        """Behind a title inside a run of capitals ("Arizona Sen. John McCain"); or 0."""
        for at in range(end - 2, first, -1):
            rest = words[at + 1 : end]
            titled = words[at].title or words[at].lower in lex.ROLE_NOUNS
            if titled and len(rest) <= 3 and not any(w.lower in lex.ORG_WORDS for w in rest):
                return at + 1
        return 0

    def _initialism(self, name: str, kind: ActorType) -> str | None:
        """The organisation named in full before whose initials these are."""
        if kind == "person" or not (name.isupper() and 2 <= len(name) <= 6):
            return None
        owner = self._initials.get(name)
        if owner is not None:
            self._short[name] = owner
        return owner

    # ------------------------------------------------------------ short forms

    def _whole_names(self) -> Wholes:
        """The names found so far: a headline, where every word may have a capital, is read
        for these alone."""
        index: Wholes = {}
        for actor in self.actors.values():
            for name in sorted(actor.aliases):
                words = tuple(name.split())
                index.setdefault(words[0], []).append((words, actor.id))
        for entries in index.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        return index

    def _again(self, line: Line, whole: Wholes) -> None:
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

    def _short_forms(self, line: Line, short: dict[str, str]) -> None:
        """Find short names in what is left; ``short`` has those of organisations."""
        for at in line.capitals:
            if at in line.used:
                continue
            name, start = line.words[at].text, line.starts[at]
            owner = short.get(name)
            rule = "abbreviation"
            if owner is None:
                rule = "surname"
                owners = self._surnames.get(name)
                if owners is None and not line.words[at - 1].title:
                    continue
                if self._continues(line, at):
                    continue
                if not owners and self._honoured(line, at):
                    named = self._actor(slug(name), name, "person", False, "title")
                    self._surnames[name] = owners = {named.id: 0}
                if not owners:
                    continue
                owner = next(iter(owners)) if len(owners) == 1 else self._nearest(owners, start)
            actor = self.actors[owner]
            line.used.add(at)
            actor.aliases.add(name)
            if actor.type == "person":
                self._gender(actor, line, at)
            self._mention(start, line.end(at), actor, rule)

    def _honoured(self, line: Line, at: int) -> bool:
        """Whether an honorific stands before a lone name: "Mr. Obama" is a person even
        where no full name is told, and a "Justice Minister" is none."""
        word = line.words[at]
        if at == 0 or not word.nameable or len(word.text) < 3 or word.lower in lex.ROLE_NOUNS:
            return False
        before = line.words[at - 1]
        return before.capital and before.title and not line.gap(at).strip(" .")

    def _continues(self, line: Line, at: int) -> bool:
        """Whether a surname is the first part of a longer name ("Clinton Foundation")."""
        if at + 1 >= len(line) or line.words[at].possessive:
            return False
        other = line.words[at + 1]
        return other.capital and other.lower in lex.ORG_WORDS and not line.gap(at + 1).strip()

    def _nearest(self, owners: dict[str, int], position: int) -> str:
        """Of several actors with one surname the one named last before."""
        for number in range(self._indexed, len(self.mentions)):
            named_there = self.mentions[number]
            # Of two that begin together the one that was found first is the later one here.
            named = self._named_at.setdefault(named_there.actor, [])
            insort(named, (named_there.start, -number))
        self._indexed = len(self.mentions)
        last: list[tuple[tuple[int, int], str]] = []
        for owner in owners:
            named = self._named_at.get(owner, [])
            index = bisect_left(named, (position,)) - 1
            if index >= 0:
                last.append((named[index], owner))
        return max(last)[1] if last else next(iter(owners))

    # -------------------------------------------------------------- keeping

    def _abbreviation(self, end: int, actor: NamedActor) -> None:
        if "(" not in self.text[end : end + 2]:
            return
        short = ABBREVIATION.match(self.text, end)
        if short and short["short"] not in NOT_ABBREVIATIONS and actor.type != "person":
            self._short.setdefault(short["short"], actor.id)
            return
        other = TRANSLATION.match(self.text, end)
        if other and actor.type != "person":
            actor.aliases.add(other["other"])
            self._mention(other.start("other"), other.end("other"), actor, "abbreviation")
            self._taken.append((other.start("other"), other.end("other")))

    def _by_name(self, name: str, kind: ActorType, rule: str) -> NamedActor:
        found = self._same_person(name) if kind == "person" else None
        if found is None:
            found = self._actor(self._key(name, kind), name, kind, False, rule)
        found.aliases.add(name)
        if kind == "person":
            self._persons.setdefault((name.split()[-1], name), found.id)
        return found

    def _same_person(self, name: str) -> NamedActor | None:
        """Who has been read under this name, or with the same first and last words; of
        several the first to be read."""
        words = name.split()
        surname = words[-1]
        order = self._surnames.get(surname, {})
        read = [self._persons.get((surname, each)) for each in (words[0], name)]
        owners = [owner for owner in read if owner in order]
        if not owners and INITIAL.fullmatch(words[0]):
            # "A. Weaver" is Ana Weaver, where she alone can be meant.
            owners = [each for each in order if self.actors[each].name[0] == words[0][0]]
            owners = owners if len(owners) == 1 else []
        return self.actors[min(owners, key=order.__getitem__)] if owners else None

    def _has_surname(self, actor: NamedActor, surname: str) -> None:
        order = self._surnames.setdefault(surname, {})
        order.setdefault(actor.id, len(order))
        self._persons.setdefault((surname, actor.name.split()[0]), actor.id)

    def _key(self, name: str, kind: ActorType) -> str:
        """The id of a name: of a person without initials, so that two articles agree."""
        words = name.split()
        if kind == "person" and len(words) > 2:
            words = [word for word in words if not INITIAL.fullmatch(word)]
        return _slug(" ".join(words))

    def _actor(self, key: str, name: str, kind: ActorType, known: bool, rule: str) -> NamedActor:
        if key not in self.actors:
            self.actors[key] = NamedActor(key, name, kind, known, rule)
            if kind == "person":
                self.actors[key].usual = gender_of(name)
            words = name.split()
            if kind != "person" and len(words) > 1:
                initials = "".join(word[0] for word in words if word[0].isupper())
                self._initials.setdefault(initials, key)
        return self.actors[key]

    def _gender(self, actor: NamedActor, line: Line, at: int) -> None:
        for word in line.words[max(0, at - 3) : at]:
            if word.gender == "f":
                actor.female += 1
            elif word.gender == "m":
                actor.male += 1

    def _mention(self, start: int, end: int, actor: NamedActor, rule: str) -> None:
        self.mentions.append(_a_mention((start, end, actor.id, actor.type, True, rule)))


def _alias_index(
    known: Sequence[KnownActor],
) -> dict[str, list[tuple[tuple[str, ...], KnownActor]]]:
    """Aliases by their first word, lowered; the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], KnownActor]]] = {}
    for actor in known:
        for alias in dict.fromkeys((actor.name, *actor.aliases)):
            words = tuple(POSSESSIVE.sub("", word) for word in alias.split())
            if words:
                index.setdefault(words[0].lower(), []).append((words, actor))
    for entries in index.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return index
