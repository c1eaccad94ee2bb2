"""Whom a phrase without a name stands for: "the group", "the party's leader", "officials".

A nominal is the actor that the text describes so, or the last one of its type; a group that
has no name is an actor under the words that the text has for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from tui.digests import slug
from tui.extract.findings import Mention, Speaker
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.coreference import lone_names, nations, offices, roles, staff
from tui.extract.languages.en.coreference.context import WIDE, Background
from tui.extract.languages.en.coreference.nominal_words import (
    ACTOR_TYPES,
    AGED,
    AHEAD,
    BACK,
    DOCUMENTS,
    HONORIFIC,
    IN_SHORT,
    INSTITUTIONS,
    LONE,
    MEMBERS,
    NO_NAMES,
    NOMINAL,
    NOMINAL_NOUNS,
    OFFICE_BODIES,
    OPENERS,
    OWN,
    POSSESSOR,
    POWER,
    TAIL,
    VAGUE,
    are_people,
    coined,
    cut_out,
    whole_body,
)
from tui.extract.text.document import Span, around
from tui.extract.text.lazy_property import lazy_property
from tui.model import ActorType

FAR = 2500
"""Characters beyond which "the party" no longer means the party named there."""
TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
DESCRIBING = re.compile(r"[\w-]+")
OWNS = re.compile(r"['’]s?\s")
STOP = re.compile(r"[.,;:]")
OF = re.compile(r"\s(?:\([^)]*\)\s)?of\s(?:\w+\s){0,2}$")
_BODY_BEFORE = re.compile(r"\b(?P<noun>[a-z]+),\s$")
"""What a lone name explains: "Another bloc, Alternativa,"."""
_WEAK = frozenset("main biggest largest leading new own same entire whole".split())


class _Phrase(NamedTuple):
    """A phrase, and what it is made of."""

    part: Span
    words: str
    core: str
    """The words without what opens them, whose it is, and what follows the noun."""
    tokens: list[str]
    """The words of the core in small letters, the last of them the noun."""
    possessive: bool
    """Whether a pronoun tells whose it is: "her party"."""
    owned: bool
    """Whether a name does: "Kos's party"."""
    owner: str | None

    @property
    def noun(self) -> str:
        return self.tokens[-1]

    @property
    def definite(self) -> bool:
        opened = self.words[:5].lower().startswith(("the ", "that ", "this "))
        return self.possessive or self.owned or opened


class Nominals:
    """Resolves phrases of one text."""

    def __init__(self, told: Background) -> None:
        self.told = told
        self.text = told.text
        self.document = told.document

    def speaker(self, part: Span, source: Span) -> Speaker:
        words = self.text[part.start : part.end].strip()
        if AGED.match(words) and (person := roles.of_age(self.told, part)):
            return Speaker((person,), part, "running-subject", 0.7)
        members = MEMBERS.fullmatch(words)
        if members:
            of = self.told.within(part.start + members.start("body"), part.end)
            if len(of) == 1 and of[0].type == "institution":
                return Speaker((of[0].actor,), part, "members", 0.7)
        phrase = self._phrase(words, part)
        if not phrase.tokens:
            return Speaker((), part, "unnamed", 0.3)
        return self._named(phrase) or self._of_noun(phrase) or self._of_body(phrase, source)

    def _phrase(self, words: str, part: Span) -> _Phrase:
        core = OPENERS.sub("", OWN.sub("", words))
        owned = POSSESSOR.match(core)
        if owned:
            core = OPENERS.sub("", core[owned.end() :])
        core = offices.headed(core) or whole_body(core) or TAIL.sub("", core).strip(" ,.")
        tokens = [token.lower() for token in TOKEN.findall(core)]
        return _Phrase(
            part,
            words,
            HONORIFIC.sub("", core),
            tokens,
            OWN.match(words) is not None,
            owned is not None,
            self._owner(part) if owned else None,
        )

    def _named(self, phrase: _Phrase) -> Speaker | None:
        """Who is meant by a phrase with a name in it that is nobody's otherwise."""
        part, words, core, tokens = phrase.part, phrase.words, phrase.core, phrase.tokens
        if core in lex.CAPITALS and core == words:
            return self._group(core, part, "state")._replace(rule="capital")
        if named := coined(words):
            return self._group(named[0], part, named[1])._replace(rule="coined")
        if (
            LONE.fullmatch(core)
            and core.lower() not in NO_NAMES
            and lone_names.may_be(self.told.names, core)
        ):
            if words[:4].lower() == "the " and slug(core) not in self.told.names.actors:
                return self._group(core, part, "institution")  # Nobody is called "the Kremlin".
            return self._lone(core, part)
        last = core.split()[-1]
        beside = len(tokens) > 1 and tokens[-2] in core.split() and LONE.fullmatch(last)
        if beside and tokens[-2] in lex.ROLE_NOUNS:
            return self._lone(last, part)  # "Kos's friend Tomas"
        if beside and tokens[-2] in ACTOR_TYPES:
            return self._group(last, part, min(ACTOR_TYPES[tokens[-2]]))
        if core == words and len(tokens) == 2 and lone_names.may_be_full(self.told.names, core):
            return self._lone(core, part)  # "Gordian Weil", whom nothing else names.
        return None

    def _of_noun(self, phrase: _Phrase) -> Speaker | None:
        """Whose words a document holds, which body is meant, or who has a role."""
        part, tokens, definite, noun = phrase.part, phrase.tokens, phrase.definite, phrase.noun
        if noun in DOCUMENTS:
            author = roles.author(self.told, part, noun)
            if author is not None:
                return Speaker((author,), part, "document-of", 0.7)
            return Speaker((), part, "document", 0.3)
        if definite and len(tokens) == 1 and not (phrase.owned or phrase.possessive):
            speaking = roles.organisation(self.told, part, noun)
            if speaking is not None:
                return Speaker((speaking,), part, "nominal", 0.8)
        if noun in ACTOR_TYPES and (definite or len(tokens) > 1):
            found = self._typed(noun, tokens[:-1], part, phrase.owner)
            if found:
                return Speaker((found,), part, "nominal", 0.75)
            if noun == "party":
                return Speaker((), part, "unnamed", 0.3)
        if noun not in lex.ROLE_NOUNS and noun not in IN_SHORT:
            return None
        person = self._role(tokens, part, definite)
        if person is None and "-".join(tokens[-2:]) in OFFICE_BODIES:
            return self._group(phrase.core, part, "institution")
        own = phrase.possessive or self.told.person(phrase.owner or "")
        if person is None and definite and not own:
            running = roles.running(self.told, part, tokens)
            if running is not None:
                return Speaker((running,), part, "running-subject", 0.65)
        return Speaker((person,) if person else (), part, "nominal-role", 0.7)

    def _of_body(self, phrase: _Phrase, source: Span) -> Speaker:
        """Whose staff, which institution or which people are meant."""
        part, tokens, noun, core = phrase.part, phrase.tokens, phrase.noun, phrase.core
        owns = (phrase.owned or phrase.possessive) and staff.serves(noun, core)
        if owns and (whose := staff.speaker(self.told, part, phrase.owner, self._role)):
            return whose
        if owns and phrase.owned:
            core = OPENERS.sub("", phrase.words)  # "the prosecutor's office"
        if noun in INSTITUTIONS or whole_body(core):
            named = self._institution(noun, part) if phrase.definite and len(tokens) == 1 else None
            if named:
                return Speaker((named,), part, "nominal", 0.75)
            return self._group(core, part, "institution")
        if not are_people(noun) or (len(tokens) == 1 and noun in VAGUE):
            return Speaker((), part, "unnamed", 0.3)
        before = self.told.within(source.start, part.start) if phrase.possessive else ()
        if before:
            core = f"{self.text[before[-1].start : before[-1].end].split()[-1]} {core}"
        return self._group(core, part, "group")

    def _lone(self, core: str, part: Span) -> Speaker:
        """A single capitalised word that speaks is a person known by that name alone."""
        if self.told.has_namesakes(core):
            return Speaker((), part, "shared-surname", 0.3)
        known = slug(core) in self.told.names.actors
        whole = None if known else self.told.by_first_name(core) or self.told.by_surname(core)
        if whole is not None:
            self.told.resolve(part, whole)
            return Speaker((whole,), part, "first-name", 0.8)
        before = _BODY_BEFORE.search(self.text, max(0, part.start - 40), part.start)
        types = ACTOR_TYPES.get(before["noun"]) if before else None
        kind = min(types) if types else lone_names.kind(self.text, core)
        key = self.told.actor(core, kind, "speaks")
        kind = self.told.names.actors[key].type
        start = self.text.find(core, part.start, part.end)
        places = [start] if known else sorted({start, *self._elsewhere(core)})
        for at in places:
            self.told.add(Mention(at, at + len(core), key, kind, True, "speaks"))
        return Speaker((key,), part, "lone-name", 0.8)

    def _elsewhere(self, name: str) -> Iterator[int]:
        """Where else a name stands that is no part of another."""
        for at in self.document.places.get(name.lower(), ()):
            if self.text.startswith(name, at) and not self.told.covers(at):
                yield at

    def _owner(self, part: Span) -> str | None:
        for mention in self.told.within(part.start, part.end):
            if OWNS.match(self.text[mention.end : mention.end + 3]):
                return mention.actor
        return None

    def _typed(self, noun: str, modifiers: list[str], part: Span, owner: str | None) -> str | None:
        """The party or group that "the main opposition coalition" means."""
        types = ACTOR_TYPES[noun]
        strong = {word for word in modifiers if word not in _WEAK}
        others = self._on_the_other_side(strong)
        candidates: dict[str, tuple[int, int]] = {}
        # Without such a word, and without an owner, what is far off is not meant anyway.
        told = owner is not None or any(word in self._said_of for word in strong)
        near = self.told.around(part.start, WIDE if told else FAR)
        for mention in (each for each in near if each.actor not in others):
            before, actor = mention.start < part.start, mention.actor
            bare = noun == "party" and not (before or modifiers or owner)  # told of before
            overlap = sum(actor in self._said_of.get(word, ()) for word in strong)
            # A coalition of which the same is said may be called a party, too.
            called = overlap > 0 and (noun, mention.type) == ("party", "coalition")
            if not (mention.type in types or called) or mention.start == part.start or bare:
                continue
            if owner is not None:
                overlap += 2 * self._owned_by(mention, owner)
            distance = abs(mention.start - part.start) + (0 if before else 400)
            score = (-overlap, distance)
            if actor not in candidates or score < candidates[actor]:
                candidates[actor] = score
        if not candidates:
            return None
        best = min(candidates, key=lambda actor: candidates[actor])
        if owner is not None and noun == "party" and candidates[best][0] > -2:
            return None
        if candidates[best][0] == 0 and candidates[best][1] > FAR:
            return None
        self.told.resolve(part, best)
        return best

    def _on_the_other_side(self, modifiers: Collection[str]) -> set[str]:
        """Who governs where a phrase tells of who does not, and the other way round."""
        found: set[str] = set()
        for side, other in (POWER, POWER[::-1]):
            if not side.isdisjoint(modifiers):
                found.update(*(self._said_of.get(word, ()) for word in other))
                found.difference_update(*(self._said_of.get(word, ()) for word in side))
        return found

    def _owned_by(self, mention: Mention, owner: str) -> bool:
        """Whether the text says whose a party is: "Vucic's right-wing ... Party", "the ...
        Party of President Vucic"."""
        for other in self.told.within(mention.start - 60, mention.end + 60):
            if other.actor != owner:
                continue
            if other.end <= mention.start:
                gap = self.text[other.end : mention.start]
                if OWNS.match(gap) and not STOP.search(gap):
                    return True
            elif OF.match(self.text[mention.end : other.start]):
                return True
        return False

    def _institution(self, noun: str, part: Span) -> str | None:
        for mention in reversed(self.told.before(part.start, WIDE)):
            if mention.start < part.start - WIDE:
                return None
            if (
                mention.type == "institution"
                and noun in self.text[mention.start : mention.end].lower().split()
            ):
                another = roles.another_is_told(self.told, noun, mention.actor)
                return None if another else mention.actor
        return None

    @lazy_property
    def _described_as(self) -> dict[str, set[str]]:
        """Who is described in just these words."""
        return self._described_by(lambda words: (words,))

    @lazy_property
    def _said_of(self) -> dict[str, set[str]]:
        """Of whom each word is said, as it stands between spaces."""
        return self._described_by(str.split)

    @lazy_property
    def _described_with(self) -> dict[str, set[str]]:
        """Who is described with a word."""
        return self._described_by(DESCRIBING.findall)

    def _described_by(self, parts: Callable[[str], Iterable[str]]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for actor, descriptions in self.told.described.items():
            for words in descriptions:
                for part in parts(words):
                    found.setdefault(part, set()).add(actor)
        return found

    def holder(self, role: str) -> str | None:
        """The one person who is described by a role."""
        names = offices.ALIASES.get(role, frozenset({role}))
        found = {actor for each in names for actor in self._described_with.get(each, ())}
        people = [actor for actor in found if self.told.person(actor)]
        return people[0] if len(people) == 1 else None

    def _role(self, tokens: list[str], part: Span, definite: bool) -> str | None:
        """The person described by just these words, or by this role and no other person."""
        whole = " ".join(tokens)
        named = {f"the {whole}", whole}
        text = self.text[part.start : part.end].lower()
        said_so = set().union(*(self._described_as.get(each, ()) for each in (*named, text)))
        exact = [
            actor
            for actor in said_so
            if self.told.person(actor) and offices.held(self.told, part, tokens, actor)
        ]
        if len(exact) == 1:
            return exact[0]
        if not definite:
            return None
        noun = tokens[-1]
        fits = {
            actor: offices.held(self.told, part, tokens, actor)
            for alias in offices.ALIASES.get(noun, frozenset({noun}))
            for actor in self._described_with.get(alias, ())
            if self.told.person(actor) and offices.same(self.told.described[actor], alias, tokens)
        }
        best = max(fits.values(), default=0)
        holders = {actor for actor, fit in fits.items() if fit == best > 0}
        since = offices.introduced(self.told, part, noun)
        recent = self._recent(holders, part.start, since)
        if recent or since:
            return recent
        return next(iter(holders)) if len(holders) == 1 else None

    def _recent(self, actors: Collection[str], position: int, since: int) -> str | None:
        for mention in reversed(self.told.before(position, 40)):
            if mention.start < since:
                return None
            if mention.actor in actors:
                return mention.actor
        return None

    def _group(self, core: str, part: Span, kind: ActorType) -> Speaker:
        """A group that has no name of its own, under the words that the text has for it."""
        if cut_out(core):
            return Speaker((), part, "unnamed", 0.3)
        key = self.told.actor(core[0].upper() + core[1:], kind, "nominal")
        start = self.text.find(core.split()[-1], part.start, part.end)
        begin = self.text.find(core, part.start, part.end)
        if OWN.match(self.text[part.start : part.end]):
            begin, core = part.start, self.text[part.start : part.end]
        span = (begin, begin + len(core)) if begin >= 0 else (start, start + len(core.split()[-1]))
        if span[0] >= 0:
            self.told.add(Mention(span[0], span[1], key, kind, True, "nominal"))
        return Speaker((key,), part, "nominal-group", 0.8)

    # ------------------------------------------------- where nobody quotes them

    def everywhere(self) -> None:
        """Resolve "the leading opposition coalition" where nobody quotes it, too: figures
        and events have subjects as well."""
        done = {mention.start for mention in self.told.resolved}
        nouns = self.document.anchors(NOMINAL_NOUNS)
        for found in around(NOMINAL, self.text, nouns, BACK, AHEAD):
            sentence = self.document.sentence_at(found.start())
            part = Span(found.start(), found.end())
            if sentence is None or found.end() > sentence.end or part.start in done:
                continue
            inside = self.told.within(part.start, part.end + 40)
            if any(
                m.end > part.start + 12 or m.type != "state" for m in inside if m.start < part.end
            ):
                continue
            words = found.group().split()
            self._typed(found["noun"].lower(), [w.lower() for w in words[1:-1]], part, None)
        nations.resolve(self.told)
