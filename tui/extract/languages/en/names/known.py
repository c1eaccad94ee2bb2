"""Names that are known beforehand: those of the reader's own files, and of the authority files."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.extract.findings import NamedActor
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.names import framed
from tui.extract.languages.en.names.entity_types import Kinds
from tui.extract.languages.en.names.places import placed
from tui.extract.languages.en.names.register import Register, slug_of
from tui.extract.languages.en.names.tokens import POSSESSIVE, NameSentence, WordForm
from tui.extract.text.document import WORD, Document
from tui.extract.text.token_cache import TokenCache
from tui.model import KnownActor


class Alias(NamedTuple):
    """A name of a known actor: its words without their possessive endings, and as written."""

    words: tuple[str, ...]
    text: str
    actor: KnownActor


class NamesByWords(NamedTuple):
    """The names of some known actors, to be looked up."""

    lengths: Mapping[str, Sequence[int]]
    """How many words the aliases have that begin with a word in small letters, most first."""
    aliases: Mapping[tuple[str, ...], Sequence[Alias]]
    """Aliases by their words in small letters, in which every spelling of a name agrees."""
    surnames: Mapping[str, KnownActor]
    """Those who are known by their surname alone."""
    own: bool
    """Whether there are names of the reader's own, which may begin with a small letter."""


class AuthorityNames(Register):
    """Finds the known actors of one text."""

    def __init__(self, document: Document, known: Sequence[KnownActor]) -> None:
        super().__init__(document)
        self._known = names_by_words(known)
        self._known_surnames = self._known.surnames
        self._needed: dict[str, bool] = {}

    def _authority(self, line: NameSentence) -> None:
        end = 0
        begins = self._known.lengths
        for at in range(len(line)) if self._known.own else line.capitals:
            if at < end or line.words[at].lower not in begins or at in line.used:
                continue
            entry = self._match(line, at)
            if entry is not None:
                actor, length = entry
                end = at + length
                line.used.update(range(at, end))
                self._add_known(actor, line, at, length)

    def _leading(self, body: Sequence[NameSentence], kinds: Kinds, names: set[str]) -> None:
        """Find the parties that lead others, "the Blue Dawn-led coalition": the phrase is the
        party's, and ``names`` has what it is called elsewhere as well."""
        starts = [line.start for line in body]
        for start, end, until in framed.leading(self.text):
            line = body[max(0, bisect_right(starts, start) - 1)]
            first, last = bisect_left(line.starts, start), bisect_left(line.starts, end)
            if first == last or not kinds.leads(line, first):
                continue
            name = self.text[start:end]
            known = self._known.aliases.get(tuple(name.lower().split()), ())
            if known:
                self._register(known[0][2])
                actor = self.actors[known[0][2].id]
            else:
                actor = self._actor(self._key(name, "party"), name, "party", False, "organisation")
                names.add(name)
            actor.aliases.add(name)
            line.used.update(range(first, last))
            self._mention(start, until, actor, "organisation")

    def _match(self, line: NameSentence, at: int) -> tuple[KnownActor, int] | None:
        lengths = self._known.lengths[line.words[at].lower]
        row = tuple([word.lower for word in line.words[at : at + lengths[0]]])
        found = [
            alias
            for length in lengths
            if length <= len(row)
            for alias in self._known.aliases.get(row[:length], ())
        ]
        for alias, text, actor in found:
            length = len(alias)
            here = line.words[at : at + length]
            if actor.source:
                exact = all(map(_as_spelt, here, alias)) or _in_other_capitals(here, alias, actor)
            elif length == 1:
                exact = here[0].text == alias[0]
            else:
                exact = any(word.capital for word in here)
            end = at + length
            if (
                exact
                and (line.adjacent(at, end) or _same_signs(line.name(at, end), text))
                and not self._heads_longer(line, end)
                and not self._ends_longer(line, at, actor)
                and self._meant(actor)
            ):
                return actor, length
        return None

    def _meant(self, actor: KnownActor) -> bool:
        """Whether a text names what an actor of the authority files is known beside: there is
        a Democratic Party in more than one country."""
        if not actor.needs:
            return True
        if actor.id not in self._needed:
            self._needed[actor.id] = any(word in self.text for word in actor.needs)
        return self._needed[actor.id]

    def _heads_longer(self, line: NameSentence, at: int) -> bool:
        """Whether a name goes on into an organisation's ("Belgrade City Assembly")."""
        words = line.words
        if at >= len(words) or words[at - 1].possessive:
            return False
        if words[at].lower in self._known.lengths and self._match(line, at) is not None:
            return False  # "OSCE Office for Democratic Institutions": two that are known.
        for index in range(at, min(at + 3, len(words))):
            gap = line.gap(index)
            if gap.strip() or "\n" in gap or not words[index].capital:
                return False
            if words[index].lower in lex.ORG_WORDS:
                return True
        return False

    def _ends_longer(self, line: NameSentence, at: int, actor: KnownActor) -> bool:
        """Whether a party's name is the end of another's: the "Liberal Democratic Party" is no
        Democratic Party, and of a country's parties one may have another people's name before
        it ("Turkish Democratic Party of Kosovo")."""
        if not at or actor.type not in ("party", "coalition"):
            return False
        before = line.words[at - 1]
        if before.possessive or not before.nameable or line.gap(at).strip(" "):
            return False
        if before.demonym:
            return actor.name.count(" of ") > 0
        return before.lower in lex.PARTY_ADJECTIVES

    def _add_known(self, actor: KnownActor, line: NameSentence, at: int, length: int) -> None:
        if actor.place and placed(line, at, length):
            return
        last = at + length - 1
        found = self._register(actor)
        found.aliases.add(line.name(at, last + 1))
        if actor.type == "person":
            self._has_surname(found, line.words[last].text)
            if length == 3:
                self._has_surname(found, line.words[last - 1].text)  # Either may stand alone.
            whole = slug_of(line.name(at, last + 1))
            self._persons.setdefault((slug_of(line.words[last].text), whole), found.id)
            self._gender(found, line, at)
        self._mention(line.starts[at], line.end(last), found, "authority")
        self._abbreviation(line.end(last), found)

    def _register(self, actor: KnownActor) -> NamedActor:
        found = self._actor(actor.id, actor.name, actor.type, True, "authority")
        found.source = actor.source
        return found


def _same_signs(found: str, alias: str) -> bool:
    """Whether the signs between the words of a name are those of an alias: "OSCE/ODIHR"."""
    return found.translate(_SIGNS).split() == alias.translate(_SIGNS).split()


_SIGNS = str.maketrans("–—’", "--'")


def _as_spelt(word: WordForm, alias: str) -> bool:
    return word.text == alias or (word.text.isupper() and word.text == alias.upper())


def _in_other_capitals(here: Sequence[WordForm], alias: tuple[str, ...], actor: KnownActor) -> bool:
    """Whether a party's or a body's name is an alias with capitals elsewhere: "Srpska Lista",
    and of three words and more "Serbia against violence"; their letters are the same."""
    if actor.type == "person" or len(alias) < 2 or not here[0].capital:
        return False
    return len(alias) > 2 or here[1].capital


def _words_of(alias: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name without their possessive endings, and the same in small letters."""
    words = tuple([POSSESSIVE.sub("", word) for word in WORD.findall(alias)])
    return words, tuple(map(str.lower, words))


_WORDS_OF = TokenCache(_words_of, 1 << 13)
"""The same names stand in most lists: those of the files beside each reader's own."""
_INDEXES: dict[int, tuple[Sequence[KnownActor], NamesByWords]] = {}
"""The names of the last lists of known actors: of a corpus every article has the same one."""


def names_by_words(known: Sequence[KnownActor]) -> NamesByWords:
    """The names of known actors."""
    kept = _INDEXES.get(id(known))
    if kept is not None and kept[0] is known:
        return kept[1]
    aliases: dict[tuple[str, ...], list[Alias]] = {}
    surnames: dict[str, KnownActor] = {}
    for actor in known:
        for alias in dict.fromkeys((actor.name, *actor.aliases)):
            words, lowers = _WORDS_OF[alias]
            if words:
                aliases.setdefault(lowers, []).append(Alias(words, alias, actor))
        if actor.surname:
            surnames[slug_of(actor.name.split()[-1])] = actor
    for entries in aliases.values():
        entries.sort(key=lambda entry: entry.words)
    lengths: dict[str, set[int]] = {}
    for lowers in aliases:
        lengths.setdefault(lowers[0], set()).add(len(lowers))
    names = NamesByWords(
        {first: sorted(each, reverse=True) for first, each in lengths.items()},
        aliases,
        surnames,
        any(not actor.source for actor in known),
    )
    if len(_INDEXES) > 8:
        _INDEXES.clear()
    _INDEXES[id(known)] = known, names
    return names
