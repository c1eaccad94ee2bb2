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
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tui.extract import lexicon as lex
from tui.extract.found import Mention
from tui.extract.layout import Layout, Word
from tui.model import ActorType, KnownActor, slug

MAX_NAME_WORDS = 12

POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
PLACE_PREPOSITIONS = frozenset(
    """in at near from outside inside across into throughout around within to through toward
    towards""".split()
)
TOWARDS_PEOPLE = frozenset(
    """according letter loyal close opposed married attributed thanks spoke talked speaking talking
    listening listened message question response support vote votes endorsement endorsed quote
    statement tweet email emails comments remarks donation donations belonging related due next
    lost losing losses compared""".split()
)
CITY_THINGS = frozenset(
    "population mayor residents inhabitants streets suburbs outskirts airport river".split()
)
"""What a town has and a power has not."""
DEALINGS = frozenset(
    """independence independent orders order support help pressure aid money threats response
    approval answer loyalty loyal letter message concessions close apart""".split()
)
"""What one has from or to a power, not from or to a place."""
PLACE_APPOSITIONS = frozenset("capital city town village region province state county".split())
ABBREVIATION = re.compile(r"\s?\({1,2}(?P<short>[A-Z][A-Za-z]?[A-Z&.-]{1,7}[A-Za-z]?)\){1,2}")
TRANSLATION = re.compile(r"\s\((?P<other>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+){1,4})\)")
NOT_ABBREVIATIONS = frozenset("AP AFP UPI DPA CNN BBC NBC ABC CBS R D I".split())
PARTICLES = frozenset("de la le von van der den bin al el da di du ben ibn st".split())
DEMONYM = re.compile(
    r"(?:[^\W\d_]{3,}(?:ian|ean|ish|ese)|[^\W\d_]{3,}can|Greek|Dutch|French"
    r"|Swiss|Serb|Croat|Turk|Czech|Balkan|Iraqi|Israeli|German|Roman)s?$"
)
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


@cache
def countries() -> frozenset[str]:
    """Names of countries in English."""
    listed = Path(__file__).with_name("countries.txt").read_text("utf-8")
    return frozenset(listed.split("\n")) - {""}


@dataclass(slots=True)
class Found:
    """An actor as one article knows it."""

    id: str
    name: str
    type: ActorType
    known: bool
    rule: str
    aliases: set[str] = field(default_factory=set)
    female: int = 0
    male: int = 0

    @property
    def gender(self) -> str:
        """ "f" or "m" where titles and roles say so, else ""."""
        if self.female == self.male:
            return ""
        return "f" if self.female > self.male else "m"


class Token(NamedTuple):
    start: int
    end: int
    text: str
    """Without a possessive ending."""
    first: bool
    """Whether it opens a sentence, so that its capital says nothing."""
    possessive: bool

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def tokens_of(words: Sequence[Word], sentence_start: int, text: str) -> list[Token]:
    """Words as tokens, their possessive endings cut off."""
    found = []
    for word in words:
        shown = word.text
        if shown.endswith(".") and not _dotted(shown):
            shown = shown[:-1]
        bare = POSSESSIVE.sub("", shown)
        before = text[sentence_start : word.start].strip(" \t\"'“‘«„([")
        opens = not before or (
            text[word.start - 1] in '"“‘«„' and text[: word.start - 1].rstrip()[-1:] in ".!?:,"
        )
        if bare:
            found.append(
                Token(word.start, word.start + len(bare), bare, opens, len(bare) != len(shown))
            )
    return found


def _dotted(word: str) -> bool:
    lower = word[:-1].lower()
    return len(lower) == 1 or "." in lower or lower in lex.HONORIFICS or lower in _SHORT_TITLES


_SHORT_TITLES = frozenset("sen rep gov gen lt col sgt capt hon jr sr st".split())


class Names:
    """Reads the names of one text. ``mentions`` is in order of text after ``read``."""

    def __init__(self, layout: Layout, known: Sequence[KnownActor]) -> None:
        self.layout = layout
        self.text = layout.text
        self.actors: dict[str, Found] = {}
        self.mentions: list[Mention] = []
        self._surnames: dict[str, list[str]] = {}
        self._aliases = _alias_index(known)
        self._known = {actor.id: actor for actor in known}
        self._short: dict[str, str] = {}
        self._taken: list[tuple[int, int]] = []
        self._lower_words: Counter[str] = Counter()
        self._capital_words: Counter[str] = Counter()

    def read(self) -> None:
        """Find the names: first those that explain themselves, then the short ones."""
        sentences = []
        for sentence in self.layout.sentences:
            words = self.layout.words(sentence.start, sentence.end)
            tokens = tokens_of(words, sentence.start, self.text)
            role = self.layout.paragraphs[sentence.paragraph].role
            sentences.append((tokens, role))
            for token in tokens:
                if not token.capital:
                    self._lower_words[token.text] += 1
                elif not token.first:
                    self._capital_words[token.text] += 1
        taken: list[set[int]] = [set() for _ in sentences]
        for (tokens, _), used in zip(sentences, taken, strict=True):
            self._authority(tokens, used)
        for (tokens, role), used in zip(sentences, taken, strict=True):
            if role in ("body", "caption"):
                self._discover(tokens, used)
        whole = self._whole_names()
        for (tokens, role), used in zip(sentences, taken, strict=True):
            if role in ("title", "lead-title"):
                self._again(tokens, used, whole)
            self._short_forms(tokens, used)
        self.mentions.sort()

    # ------------------------------------------------------------ authority

    def _authority(self, tokens: list[Token], used: set[int]) -> None:
        at = 0
        while at < len(tokens):
            entry = self._match(tokens, at)
            if entry is None:
                at += 1
                continue
            actor, length = entry
            used.update(range(at, at + length))
            self._add_known(actor, tokens, at, length)
            at += length

    def _match(self, tokens: list[Token], at: int) -> tuple[KnownActor, int] | None:
        for alias, actor in self._aliases.get(tokens[at].lower, ()):
            length = len(alias)
            if at + length > len(tokens):
                continue
            here = tokens[at : at + length]
            if length == 1:
                exact = here[0].text == alias[0]
            else:
                exact = all(
                    token.lower == word.lower() for token, word in zip(here, alias, strict=True)
                ) and any(token.capital for token in here)
            if exact and self._adjacent(here) and not self._heads_longer(tokens, at + length):
                return actor, length
        return None

    def _heads_longer(self, tokens: list[Token], at: int) -> bool:
        """Whether a name goes on into an organisation's ("Belgrade City Assembly")."""
        if at >= len(tokens) or tokens[at - 1].possessive:
            return False
        for index in range(at, min(at + 3, len(tokens))):
            gap = self.text[tokens[index - 1].end : tokens[index].start]
            if gap.strip() or "\n" in gap or not tokens[index].capital:
                return False
            if tokens[index].lower in lex.ORG_WORDS:
                return True
        return False

    def _adjacent(self, tokens: Sequence[Token]) -> bool:
        """Whether nothing but white space and hyphens stands between the tokens."""
        return all(
            self.text[one.end : other.start].strip() in ("", "&") for one, other in pairwise(tokens)
        )

    def _add_known(self, actor: KnownActor, tokens: list[Token], at: int, length: int) -> None:
        first, last = tokens[at], tokens[at + length - 1]
        if actor.place and self._placed(tokens, at, length):
            return
        surface = self.text[first.start : last.end]
        found = self._actor(actor.id, actor.name, actor.type, True, "authority")
        found.aliases.add(surface)
        if actor.type == "person":
            self._surnames.setdefault(last.text, []).append(actor.id)
            self._gender(found, tokens, at)
        self._mention(first.start, last.end, found, "authority")
        self._abbreviation(last.end, found)

    def _placed(self, tokens: list[Token], at: int, length: int) -> bool:
        """Whether a name that is also a place stands as a place here."""
        if tokens[at + length - 1].possessive:
            return False
        if any(
            one.lower == "its" and other.lower in CITY_THINGS for one, other in pairwise(tokens)
        ):
            return True  # "With its population of ..., Novigrad" is the city.
        back = at - 1
        while back >= 0 and (
            tokens[back].lower in ("the", "both", "mainly", "mostly")
            or DEMONYM.match(tokens[back].text)
            or tokens[back].lower.endswith(("bouring", "boring", "nearby", "ern"))
        ):
            back -= 1
        if back < 0:
            return False
        before = tokens[back]
        if self.text[before.end : tokens[at].start].strip(" \n") not in ("", "the", "both"):
            gap = self.text[before.end : tokens[at].start]
            if any(mark in gap for mark in ",;:.—–("):
                # ", Serbia," behind another place is a place; otherwise a new clause begins.
                return gap.strip() == "," and before.capital and self._after_comma(tokens, at)
        if before.lower in ("from", "to") and back > 0 and tokens[back - 1].lower in DEALINGS:
            return False
        if before.lower in PLACE_PREPOSITIONS or before.lower in PLACE_APPOSITIONS:
            return True
        if before.lower == "of" and back > 0:
            return tokens[back - 1].lower in (
                *PLACE_APPOSITIONS,
                "people",
                "citizens",
                "residents",
                "region",
                "part",
                "parts",
                "north",
                "south",
            )
        if before.lower == "and" and back > 0:
            # "in Serbia and Kosovo": the preposition governs both.
            governing = tokens[max(0, back - 3) : back]
            return any(token.lower in PLACE_PREPOSITIONS for token in governing)
        return before.lower == "for" and back > 0 and tokens[back - 1].lower in lex.ROLE_NOUNS

    def _after_comma(self, tokens: list[Token], at: int) -> bool:
        return at + 1 >= len(tokens) or self.text[tokens[at].end : tokens[at + 1].start].startswith(
            (",", ".")
        )

    # ------------------------------------------------------------ discovery

    def _discover(self, tokens: list[Token], used: set[int]) -> None:
        for start, end in self._runs(tokens, used):
            first = start
            titled = False
            while first < end - 0 and (
                tokens[first].lower.rstrip(".") in lex.HONORIFICS
                or tokens[first].lower.rstrip(".") in _SHORT_TITLES
                or tokens[first].lower in lex.ROLE_NOUNS
            ):
                titled = True
                first += 1
            while (
                end - first > 1
                and DEMONYM.match(tokens[first].text)
                and (self.text[tokens[first + 1].start : tokens[end - 1].end] in countries())
            ):
                first += 1
            run = tokens[first:end]
            if not run:
                continue
            kind, rule = self._classify(tokens, first, end, titled)
            if kind is None:
                continue
            if kind == "person":
                while len(run) > 2 and DEMONYM.match(run[0].text):
                    run = run[1:]
            name = self.text[run[0].start : run[-1].end]
            if self._taken and self._taken[-1][0] <= run[0].start < self._taken[-1][1]:
                continue
            owner = self._short.get(name) or self._initialism(name, kind)
            if owner:
                actor = self.actors[owner]
                actor.aliases.add(name)
                used.update(range(first, end))
                self._mention(run[0].start, run[-1].end, actor, "abbreviation")
                continue
            if kind == "person" and len(run) == 1:
                continue  # A lone surname waits for its full name.
            actor = self._by_name(name, kind, rule)
            used.update(range(first, end))
            if kind == "person":
                self._surnames.setdefault(run[-1].text, []).append(actor.id)
                self._gender(actor, tokens, first)
            self._mention(run[0].start, run[-1].end, actor, rule)
            self._abbreviation(run[-1].end, actor)

    def _initialism(self, name: str, kind: ActorType) -> str | None:
        """The organisation named in full before whose initials these are."""
        if kind == "person" or not (name.isupper() and 2 <= len(name) <= 6):
            return None
        for actor in self.actors.values():
            initials = "".join(word[0] for word in actor.name.split() if word[0].isupper())
            if actor.type != "person" and len(actor.name.split()) > 1 and initials == name:
                self._short[name] = actor.id
                return actor.id
        return None

    def _runs(self, tokens: list[Token], used: set[int]) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(tokens):
            if at in used or not self._nameable(tokens[at]):
                at += 1
                continue
            end = at + 1
            org = tokens[at].lower in lex.ORG_WORDS
            while end < len(tokens) and end - at < MAX_NAME_WORDS:
                gap = self.text[tokens[end - 1].end : tokens[end].start]
                if gap.strip() or "\n" in gap or tokens[end - 1].possessive or end in used:
                    break
                word = tokens[end]
                if word.capital and word.lower not in lex.CALENDAR:
                    org = org or word.lower in lex.ORG_WORDS
                    end += 1
                    continue
                joined = self._joined(tokens, end, org, at)
                if not joined:
                    break
                end = joined
            if not (end - at == 1 and tokens[at].first and not self._trusted(tokens[at])):
                if tokens[at].first and end - at > 1 and self._common(tokens[at]):
                    at += 1
                yield at, end
            at = end

    def _joined(self, tokens: list[Token], end: int, org: bool, start: int) -> int:
        """The end of a name continued over "of the" and the like, or 0."""
        word = tokens[end].lower
        skip = end + 1
        if word in PARTICLES and skip < len(tokens) and tokens[skip].capital:
            return skip + 1
        if not org or word not in ("of", "for", "and", "in", "on"):
            return 0
        if word in ("and", "in", "on") and not any(
            token.lower in ("for", "of", "on") for token in tokens[start:end]
        ):
            return 0
        if skip < len(tokens) and tokens[skip].lower == "the" and word != "and":
            skip += 1
        if skip < len(tokens) and tokens[skip].lower in lex.ROLE_NOUNS | lex.HONORIFICS:
            return 0
        if skip < len(tokens) and tokens[skip].capital and self._nameable(tokens[skip]):
            gap = self.text[tokens[end].end : tokens[skip].start].replace("the", "").strip()
            return skip + 1 if not gap else 0
        return 0

    def _nameable(self, token: Token) -> bool:
        lower = token.lower
        return (
            token.capital
            and len(token.text) > 1
            and lower not in lex.CALENDAR
            and lower not in lex.PRONOUNS
            and lower not in lex.DETERMINERS
            and lower not in lex.PREPOSITIONS
            and lower not in lex.SUBORDINATORS
            and lower not in lex.CONJUNCTIONS
            and lower not in lex.AUXILIARIES
            and lower not in lex.ADVERBS
            and not any(letter.isdigit() for letter in token.text[:1])
        )

    def _common(self, token: Token) -> bool:
        """Whether a sentence's first word is an ordinary word with a borrowed capital."""
        return (
            self._lower_words[token.lower] > 0
            or token.lower in lex.CUES
            or (token.lower in lex.PLURAL_PEOPLE or token.lower.endswith(("ly", "ing")))
        ) and self._capital_words[token.text] == 0

    def _trusted(self, token: Token) -> bool:
        return (
            self._capital_words[token.text] > 0
            or token.text in countries()
            or (token.text.isupper() and len(token.text) > 1)
        )

    def _classify(
        self, tokens: list[Token], first: int, end: int, titled: bool
    ) -> tuple[ActorType | None, str]:
        run = tokens[first:end]
        words = [token.lower for token in run]
        name = self.text[run[0].start : run[-1].end]
        if name in countries():
            placed = self._placed(tokens, first, end - first)
            return (None, "") if placed else ("state", "country")
        if words[-1] in lex.PLACE_WORDS or all(word in lex.CALENDAR for word in words):
            return None, ""
        noun = self._apposed_type(run[-1].end)
        if len(run) > 1 and any(word in lex.PARTY_WORDS for word in words):
            return "party", "organisation"
        if len(run) > 1 and words[-1] in lex.COALITION_WORDS:
            return noun or "coalition", "organisation"
        if words[-1] in lex.MEDIA_WORDS and (len(run) > 1 or name.isupper()):
            return "media", "organisation"
        if len(run) > 1 and any(word in lex.ORG_WORDS for word in words):
            return noun or "institution", "organisation"
        if len(run) == 1 and name.isupper() and 2 <= len(name) <= 8:
            return ("media" if words[0] in lex.MEDIA_WORDS else noun or "institution"), "acronym"
        if titled and all(token.text[0].isalpha() for token in run):
            return "person", "title"
        before = tokens[first - 1] if first else None
        if before and not self.text[before.end : run[0].start].strip():
            if before.lower in lex.ROLE_NOUNS:
                return ("person", "title") if len(run) > 1 else (None, "")
            if before.lower in PLACE_APPOSITIONS or self._at_place(tokens, first):
                return None, ""
        if noun and len(run) > 1:
            return noun, "organisation"
        if len(run) == 1 and before and before.lower == "the" and self._acts_alone(tokens, end):
            return "institution", "the-name"
        if run[0].text in countries() and DEMONYM.match(run[-1].text):
            return None, ""
        if (
            2 <= len(run) <= 4
            and not DEMONYM.match(run[0].text)
            and not any(DEMONYM.match(token.text) and token is not run[-1] for token in run)
        ):
            if name.isupper() or any(token.lower in STOP_SINGLES for token in run):
                return None, ""
            return "person", "full-name"
        return None, ""

    def _at_place(self, tokens: list[Token], first: int) -> bool:
        """Whether a preposition of place governs an unknown name; "to" and "from" do but
        behind a word that people are the object of ("according to")."""
        before = tokens[first - 1].lower
        second = tokens[first - 2].lower if first > 1 else ""
        if before == "of":
            return second in PLACE_APPOSITIONS
        if before in ("to", "from", "through", "toward", "towards", "within"):
            return second not in TOWARDS_PEOPLE
        return before in PLACE_PREPOSITIONS

    def _acts_alone(self, tokens: list[Token], end: int) -> bool:
        """Whether a bare "the Kremlin" heads its phrase: no noun follows it."""
        name = tokens[end - 1]
        if DEMONYM.match(name.text) or name.lower in STOP_SINGLES or name.possessive:
            return False
        if self._lower_words[name.lower] or self._surnames.get(name.text):
            return False
        if end >= len(tokens) or self.text[name.end : tokens[end].start].strip():
            return False  # Before a stop or a comma nothing shows that it acts.
        following = tokens[end].lower
        return (
            following in lex.AUXILIARIES
            or following in lex.CUES
            or (
                following in lex.PREPOSITIONS
                and end + 2 < len(tokens)
                and tokens[end + 1].lower in lex.CALENDAR
            )
        )

    def _apposed_type(self, end: int) -> ActorType | None:
        """What an apposition says the name is: ``— a party backed by ...``."""
        after = APPOSED.match(self.text, end)
        return TYPE_NOUNS[after["noun"]] if after else None

    # ------------------------------------------------------------ short forms

    def _whole_names(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """The names found so far by their first word, the longest first: a headline, where
        every word may have a capital, is read for these alone."""
        index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for actor in self.actors.values():
            for name in sorted(actor.aliases):
                words = tuple(name.split())
                index.setdefault(words[0], []).append((words, actor.id))
        for entries in index.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        return index

    def _again(
        self,
        tokens: list[Token],
        used: set[int],
        whole: dict[str, list[tuple[tuple[str, ...], str]]],
    ) -> None:
        for at, token in enumerate(tokens):
            if at in used:
                continue
            for words, owner in whole.get(token.text, ()):
                here = tokens[at : at + len(words)]
                if tuple(each.text for each in here) != words or not self._adjacent(here):
                    continue
                actor = self.actors[owner]
                if actor.type == "state" and self._placed(tokens, at, len(words)):
                    break
                used.update(range(at, at + len(words)))
                self._mention(token.start, here[-1].end, actor, "headline")
                break

    def _short_forms(self, tokens: list[Token], used: set[int]) -> None:
        singles = {a.name: a.id for a in self.actors.values() if a.rule == "the-name"}
        for at, token in enumerate(tokens):
            if at in used or not token.capital:
                continue
            owner = self._short.get(token.text) or singles.get(token.text)
            rule = "abbreviation"
            if owner is None:
                owners = list(dict.fromkeys(self._surnames.get(token.text, ())))
                rule = "surname"
                if at + 1 < len(tokens) and self._continues(tokens, at):
                    continue
                if not owners and self._honoured(tokens, at):
                    named = self._actor(slug(token.text), token.text, "person", False, "title")
                    self._surnames[token.text] = owners = [named.id]
                if not owners:
                    continue
                owner = owners[0] if len(owners) == 1 else self._nearest(owners, token.start)
            actor = self.actors[owner]
            used.add(at)
            actor.aliases.add(token.text)
            if actor.type == "person":
                self._gender(actor, tokens, at)
            self._mention(token.start, token.end, actor, rule)

    def _honoured(self, tokens: list[Token], at: int) -> bool:
        """Whether an honorific stands before a lone name: "Mr. Obama" is a person even
        where no full name is told."""
        if at == 0 or not self._nameable(tokens[at]) or len(tokens[at].text) < 3:
            return False
        before = tokens[at - 1]
        title = before.lower.rstrip(".")
        if self.text[before.end : tokens[at].start].strip(" ."):
            return False
        return before.capital and (title in lex.HONORIFICS or title in _SHORT_TITLES)

    def _continues(self, tokens: list[Token], at: int) -> bool:
        """Whether a surname is the first part of a longer name ("Clinton Foundation")."""
        one, other = tokens[at], tokens[at + 1]
        return (
            not one.possessive
            and other.capital
            and not self.text[one.end : other.start].strip()
            and (other.lower in lex.ORG_WORDS)
        )

    def _nearest(self, owners: list[str], position: int) -> str:
        before = [m for m in self.mentions if m.actor in owners and m.start < position]
        return max(before, key=lambda m: m.start).actor if before else owners[0]

    # -------------------------------------------------------------- keeping

    def _abbreviation(self, end: int, actor: Found) -> None:
        if self.text[end : end + 2] in ("’s", "'s"):
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

    def _by_name(self, name: str, kind: ActorType, rule: str) -> Found:
        if kind == "person":
            owners = dict.fromkeys(self._surnames.get(name.split()[-1], ()))
            for owner in owners:
                found = self.actors[owner]
                if found.name.split()[0] == name.split()[0] or name in found.aliases:
                    found.aliases.add(name)
                    return found
        found = self._actor(slug(name), name, kind, False, rule)
        found.aliases.add(name)
        return found

    def _actor(self, key: str, name: str, kind: ActorType, known: bool, rule: str) -> Found:
        if key not in self.actors:
            self.actors[key] = Found(key, name, kind, known, rule)
        return self.actors[key]

    def _gender(self, actor: Found, tokens: list[Token], at: int) -> None:
        for token in tokens[max(0, at - 3) : at]:
            lower = token.lower.rstrip(".")
            if lower in lex.FEMALE_HONORIFICS or lower in lex.FEMALE_ROLES:
                actor.female += 1
            elif lower in lex.MALE_HONORIFICS or lower in lex.MALE_ROLES:
                actor.male += 1

    def _mention(self, start: int, end: int, actor: Found, rule: str) -> None:
        self.mentions.append(Mention(start, end, actor.id, actor.type, True, rule))


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
