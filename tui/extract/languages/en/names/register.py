"""The actors that a text names, and their mentions: one actor for all the forms of its name."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable
from functools import lru_cache, partial

from tui.digests import slug
from tui.extract.findings import Mention, NamedActor
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names.shapes import PARTIES
from tui.extract.languages.en.names.tokens import NameSentence, without_article
from tui.extract.languages.given_names import gender_of
from tui.extract.text.document import Document
from tui.model import ActorType

ABBREVIATION = re.compile(
    r"[”\"»’']?(?:\s(?:party|coalition|movement|alliance|list|bloc))?\s?[(\[]{1,2}"
    r"(?P<short>(?:New\s)?[^\W\d_a-z][^\W\d_]?[A-ZČĆŠŽĐ&.-]{0,7}[^\W\d_]?)[)\]]{1,2}"
)
_BESIDE = re.compile(
    r",\s(?P<short>(?!EU\b|UN\b|US\b|USA\b|UK\b)[A-ZČĆŠŽĐ]{2,5}),\s(?!and\b|or\b|as\b)(?=[a-z])"
)
"""The same between commas: "the Green Party, ZS, came second"."""
TRANSLATION = re.compile(r"\s\((?P<other>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,4})\)")
SEVERAL = re.compile(r"\s\((?P<items>[^()\n]{2,80})\)")
ITEM = re.compile(r"\s*(?P<item>[^,;/]+?)\s*(?:[,;/]|$)")
SHORT = re.compile(r"[A-ZČĆŠŽĐ][A-ZČĆŠŽĐ&-]{1,7}")
"""What stands in brackets behind a name: "Vetevendosje (Self-Determination, VV, left-wing)"."""
_KIN = f"(?:{'|'.join(sorted(lex.KIN))})"
_RELATIVE = re.compile(
    rf"(?:\b(?:his|her|their|[A-Z][\w-]+['’]s?)\s(?:[a-z-]+\s){{0,2}}?{_KIN},?"
    rf"|\b{_KIN}\sof\s(?:[\w.-]+\s){{0,4}}?[\w.-]+,)\s(?:[a-z-]+\s){{0,3}}$",
    re.IGNORECASE,
)
"""What stands before the name of a relative: "his wife, former judge", "the wife of Kos, "."""
_RELATIVE_OF = re.compile(
    rf",\s(?:(?:the|an?)\s)?(?:[a-z-]+\s){{0,2}}?{_KIN}\sof\s(?:[a-z-]+\s){{0,2}}(?P<office>[A-Za-z]+)\s(?=[A-Z])"
    rf"|,\s(?:his|her|their)\s(?:[a-z-]+\s){{0,2}}?{_KIN}[,.]"
)
"""What stands behind it: ", the wife of President Kos", ", his wife"."""
INITIALS = re.compile(r"(?:[^\W\d_]\.)+|[^\W\d_]")
INITIAL = re.compile(r"[^\W\d_]\.?")
NOT_ABBREVIATIONS = frozenset("AP AFP UPI DPA CNN BBC NBC ABC CBS R D I".split())

# A named tuple's own constructor is a Python function, and this runs for every mention.
_a_mention: Callable[[tuple[int, int, str, ActorType, bool, str]], Mention] = partial(
    tuple.__new__, Mention
)

slug_of = lru_cache(1 << 12)(slug)
"""The same few hundred names come again and again."""


def _spellings(surname: str) -> tuple[str, ...]:
    """A surname as a text may spell it that writes its "ć" now as "c" and now as "ch"."""
    if surname.endswith("ic"):
        return surname, f"{surname}h"
    return (surname, surname[:-1]) if surname.endswith("ich") else (surname,)


class Register:
    """The actors and mentions of one text, as they are found."""

    def __init__(self, document: Document) -> None:
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
        self._spelt: dict[str, str] = {}
        """The ids of bodies by their names in British spelling."""
        self._short: dict[str, str] = {}
        self._taken: list[tuple[int, int]] = []

    def _abbreviation(self, end: int, actor: NamedActor) -> None:
        behind = self.text[end : end + 14]
        if "(" not in behind and "[" not in behind:
            beside = _BESIDE.match(self.text, end) if " " in actor.name else None
            if beside and actor.type in ("party", "coalition", "institution"):
                self._short.setdefault(beside["short"], actor.id)
            return
        short = ABBREVIATION.match(self.text, end)
        if short and short["short"] not in NOT_ABBREVIATIONS and actor.type != "person":
            if not short["short"][-1].isupper() and not short["short"][:2].isupper():
                return
            self._short.setdefault(short["short"], actor.id)
            return
        other = TRANSLATION.match(self.text, end)
        if other and actor.type != "person":
            actor.aliases.add(other["other"])
            self._mention(other.start("other"), other.end("other"), actor, "abbreviation")
            self._taken.append((other.start("other"), other.end("other")))
            return
        self._several(end, actor)

    def _several(self, end: int, actor: NamedActor) -> None:
        """Take the one abbreviation among several things in brackets behind an organisation;
        of several abbreviations each is a member of it."""
        bracket = SEVERAL.match(self.text, end)
        if bracket is None or actor.type == "person":
            return
        items = [found["item"] for found in ITEM.finditer(bracket["items"])]
        short = [item for item in items if SHORT.fullmatch(item)]
        if len(items) > 1 and len(short) == 1 and short[0] not in NOT_ABBREVIATIONS:
            self._short.setdefault(short[0], actor.id)

    def _by_name(self, name: str, kind: ActorType, rule: str) -> NamedActor:
        found = self._same_person(name) if kind == "person" else None
        if found is None:
            found = self._actor(self._key(name, kind), name, kind, False, rule)
        found.aliases.add(name)
        if kind == "person":
            self._persons.setdefault((slug_of(name.split()[-1]), slug_of(name)), found.id)
        return found

    def _same_person(self, name: str) -> NamedActor | None:
        """Who has been read under this name, or with the same first and last words; of
        several the first to be read."""
        words = name.split()
        surname = slug_of(words[-1])
        order = self._surnames.get(surname, {})
        read = [self._persons.get((surname, slug_of(each))) for each in (words[0], name)]
        owners = [
            owner for owner in read if owner in order and not self._other_initials(owner, words)
        ]
        if not owners and not gender_of(name):
            # "Grabar Kitarović" is Kolinda Grabar Kitarović, named in full before.
            whole = f" {name}".casefold()  # "Von der Leyen" opens a sentence.
            owners = [each for each in order if self.actors[each].name.casefold().endswith(whole)]
        if not owners and INITIAL.fullmatch(words[0]):
            # "A. Weaver" is Ana Weaver, where she alone can be meant.
            owners = [each for each in order if self.actors[each].name[0] == words[0][0]]
            owners = owners if len(owners) == 1 else []
        return self.actors[min(owners, key=order.__getitem__)] if owners else None

    def _other_initials(self, owner: str, words: list[str]) -> bool:
        """Whether somebody has other initials: George H.W. is not George W."""
        own, others = (
            [each for each in name[1:-1] if INITIALS.fullmatch(each)]
            for name in (self.actors[owner].name.split(), words)
        )
        return bool(own and others) and own != others

    def _has_surname(self, actor: NamedActor, surname: str) -> None:
        first = slug_of(actor.name.split()[0])
        for each in dict.fromkeys((surname, without_article(surname))):
            for spelt in _spellings(slug_of(each)):
                order = self._surnames.setdefault(spelt, {})
                order.setdefault(actor.id, len(order))
                self._persons.setdefault((spelt, first), actor.id)

    def _key(self, name: str, kind: ActorType) -> str:
        """The id of a name: of a person without initials, so that two articles agree. A body that
        a text spells now in the British, now in the American way is one."""
        words = name.split()
        if kind == "person" and len(words) > 2:
            words = [word for word in words if not INITIAL.fullmatch(word)]
        key = slug_of(" ".join(words))
        if kind == "person":
            return key
        spelt = key.replace("center", "centre").replace("organiz", "organis")
        return self._spelt.setdefault(spelt, key)

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

    def _gender(self, actor: NamedActor, line: NameSentence, at: int) -> None:
        for word in line.words[max(0, at - 3) : at]:
            if word.gender == "f":
                actor.female += 1
            elif word.gender == "m":
                actor.male += 1

    def _mention(self, start: int, end: int, actor: NamedActor, rule: str) -> None:
        self.mentions.append(_a_mention((start, end, actor.id, actor.type, True, rule)))

    def _by_given_name(self, name: str) -> dict[str, int] | None:
        """Whom "Sir Roland" means: the one person of that given name."""
        people = [
            each.id
            for each in self.actors.values()
            if each.type == "person" and each.name.split()[0] == name and " " in each.name
        ]
        return {people[0]: 0} if len(people) == 1 else None

    def _of_several(self, owners: dict[str, int], position: int) -> str | None:
        """Who of several actors with one surname it stands for where it stands alone: the one
        named so far, or the one whose relatives the others are, unless one of these was named
        last. Nobody where that does not tell."""
        for number in range(self._indexed, len(self.mentions)):
            named_there = self.mentions[number]
            # Of two that begin together the one that was found first is the later one here.
            named = self._named_at.setdefault(named_there.actor, [])
            insort(named, (named_there.start, -number))
        self._indexed = len(self.mentions)
        last: dict[str, tuple[int, int]] = {}
        for owner in owners:
            named = self._named_at.get(owner, [])
            index = bisect_left(named, (position,)) - 1
            if index >= 0:
                last[owner] = named[index]
        nearest = max(last, key=last.__getitem__) if last else None
        if len(last) == 1:
            return nearest
        heads = [each for each in last or owners if not self._is_relative(each)]
        return heads[0] if len(heads) == 1 and nearest in (None, heads[0]) else None

    def _is_relative(self, actor: str) -> bool:
        """Whether an actor is first named as somebody's relative: "his wife Ana Simic"."""
        named = self._named_at.get(actor)
        if not named:
            return False
        first, number = named[0]
        if _RELATIVE.search(self.text, max(0, first - 60), first):
            return True
        told = _RELATIVE_OF.match(self.text, self.mentions[-number].end)
        if told is None or not told["office"]:
            return told is not None
        before = self.text[max(0, first - 30) : first].lower().split()
        own = bool(before) and before[-1] in lex.ROLE_NOUNS
        return told["office"].lower() in lex.ROLE_NOUNS and not own

    # ------------------------------------------------------------------ short names

    def _initialism(self, name: str) -> str | None:
        """The organisation named in full before whose initials these are."""
        if not (name.isupper() and 2 <= len(name) <= 6):
            return None
        owner = self._initials.get(name)
        if owner is None or self.actors[owner].name not in self.text:
            return None  # Of a party that is only called "SNS" nobody would write other initials.
        self._short[name] = owner
        return owner

    def _merge_short_parties(self) -> None:
        """One actor of a party's name and its short form, where one party alone can be meant:
        "the Social Democrats" of the Social Democratic Union, "the Pact" of the People's Pact."""
        parties = [each for each in self.actors.values() if each.type in ("party", "coalition")]
        for short in parties:
            if short.known or short.name.count(" ") > 1:
                continue
            long = [each for each in parties if each is not short and _shortens(short, each)]
            if len(long) == 1 and long[0].id in self.actors:
                self._merge(short, long[0])

    def _merge(self, short: NamedActor, long: NamedActor) -> None:
        long.aliases |= short.aliases
        del self.actors[short.id]
        self.mentions = [
            each._replace(actor=long.id, type=long.type) if each.actor == short.id else each
            for each in self.mentions
        ]
        for words, owner in self._short.items():
            if owner == short.id:
                self._short[words] = long.id


def _shortens(short: NamedActor, long: NamedActor) -> bool:
    """Whether one party's name is a short form of another's: what its members are called, or the
    first or last word of it."""
    words = short.name.lower().split()
    if _bare(short.name) == _bare(long.name) and len(short.name) < len(long.name):
        return True
    if any(
        short.name in _DASH.split(each) for each in (long.name, *long.aliases) if each != short.name
    ):
        return True  # A list of two names: "Together – Brod Is Ours".
    others = {alias.lower() for alias in (long.name, *long.aliases)}
    if words[-1] in PARTIES and words[-1].endswith("s"):
        words[-1] = words[-1].removesuffix("s")
        initials = "".join(word[0] for word in words)
        return any(_begins(words, each.replace("–", " ").split()) for each in others) or (
            len(words) > 1 and any(each.startswith(initials) and " " not in each for each in others)
        )
    if len(words) > 1:
        return False
    return any(" " in each and words[0] in (each.split()[0], each.split()[-1]) for each in others)


_DASH = re.compile(r"\s[–—-]\s")


def _bare(name: str) -> str:
    """A party's name without the noun that it has or not: "Europe Now Movement"."""
    return " ".join(word for word in name.lower().split() if word not in _NOUNS)


_NOUNS = frozenset("the movement party coalition alliance list bloc".split())


def _begins(words: list[str], name: list[str]) -> bool:
    """Whether words are the first ones of a name, or stand behind the word for a people there."""
    return any(
        len(rest) > len(words)
        and all(other.startswith(word) for word, other in zip(words, rest, strict=False))
        for rest in (name, name[1:])
    )
