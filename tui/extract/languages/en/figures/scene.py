"""A sentence as its figures' owners are looked for in it: its words, and who is named there.

Names are blotted out in the words ("The Xxxx xxxx won 23 percent"), with the marks around them:
what a party is called ("Serbia Wins", "Bread and Roses") is no verb and no clause of the sentence.
So are the phrases that stand for somebody: "the party of Ana Ilic", "her coalition", "support for
the Blue List". Places are counted from where the sentence begins.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.extract.findings import Mention
from tui.extract.languages.en.figures import clause_words as clause
from tui.extract.languages.en.figures.changes import MOVES
from tui.extract.languages.en.figures.stand import UNTOLD, holds
from tui.extract.languages.en.names.gazetteer import is_place
from tui.extract.languages.given_names import gender_of

_NOUN = re.compile(
    r"\s(?:coalition|list|party|alliance|bloc|movement|ticket|slate|group|initiative)\b"
)
"""What a name may have behind it, and is the name's: "the Blue List coalition"."""
_UNKNOWN = re.compile(r"\b(?!X)[A-Z][a-z]?[A-Z]{1,4}\b")
"""An abbreviation that no rule knows."""
_CITIZENS = re.compile(r"\b(?:group|list|movement|initiative)\sof\scitizens,?\s$")
"""What it may have before it."""
_OPEN = "\"“”„‟«»‘'"
_CLOSE = "\"”“»«’'"

_GROUP = r"(?:party|list|slate|ticket|coalition|alliance|bloc|movement|camp|grouping)"
_NAME = r"(?P<{}>Xx*+)"
_TITLES = (
    r"(?:(?:(?!(?:and|or|with|for|in|by|of|on|at|who|which)\b)[\w’-]+\.?"
    r"|(?:head|speaker|minister|mayor|chief)\sof\s(?:the\s)?[\w’-]+)\s){0,5}?"
)
_KIND = r"(?:(?!(?:of|by|with|for|and|or|in)\b)[a-z-]+\s){0,3}?"
_LED = r"(?:led|headed|founded|chaired|formed|run|dominated|assembled)\sby"
_TALLY = (
    r"(?:(?:vote\s)?share(?:\sof\s(?:the\s)?(?:votes?|ballots?))?|support|backing|votes?|tally|score"
    r"|result|ratings?|popularity)"
)
_MOVED = MOVES.pattern.removeprefix(r"\b").removesuffix(r"\b")
_APPOSED = re.compile(
    rf"{_NAME.format('whole')}(?:\s?\([^()]{{1,60}}\))?(?:,?\s(?:[a-z-]+\s){{0,3}}?{_LED}|\sof)\s(?:the\s)?{_TITLES}"
    rf"{_NAME.format('lesser')}(?:\s?\([^()]{{1,30}}\))?(?:,(?=\s(?:[a-z]|\d)))?"
)
"""A party, and behind it whose it is."""
_CANDIDATE = re.compile(
    rf"{_NAME.format('party')}(?:['’]s?)?\s(?:\([^()]{{1,20}}\)\s)?(?:(?:[a-z-]+\s){{0,2}}?(?:candidate|nominee|contender|challenger"
    rf"|hopeful|flagbearer|incumbent|mayor)\s(?:[A-Z][a-z]+\.?\s)?)?{_NAME.format('stood')}(?P<aside>\s\(Xx*\))?"
    rf"|{_NAME.format('person')}(?:\s\((?:Xx*|[A-Z]\w{{1,12}}|[Ii]ndependent)\)|,?\s(?:of|from|with)\s(?:the\s)?"
    rf"(?:(?!(?:and|or)\b)[a-z-]+\s){{0,4}}(?P<of>Xx*+)(?:\s(?:[a-z-]+\s)?(?:party|coalition|alliance|list|bloc|movement))?"
    r"(?:\s\([^()]{1,20}\))?(?!['’]))"
)
"""Somebody who stands for a party, with its name before or behind."""
_STANDS = re.compile(
    r"x\s\((?:X|[A-Z]\w*\)|[Ii]ndep)|x(?:['’]s?)?\sX|x,?\s(?:of|from|with)\s|\b(?:candidate|nominee|contender"
    r"|challenger|hopeful|flagbearer|incumbent)\s"
)
"""One of which each of those has."""
_NAMES_IN_BRACKETS = re.compile(
    r"\((?:(?:the\s)?Xx*+(?:,\s|/|\s(?:and|&)\s|,\sand\s))+(?:the\s)?Xx*+\)"
)
"""Those who make up a coalition whose name stands before."""
_PHRASE = re.compile(
    rf"\b{_GROUP}(?:\s{_GROUP})?,?\s(?:{_LED}|of|around|behind|gathered\saround)\s(?:the\s)?{_TITLES}"
    rf"(?:Xx*+['’]s\s)?{_NAME.format('led')}(?!['’])(?:(?:,\s(?:the\s)?Xx*+)*,?\sand\s(?:the\s)?Xx*+)?(?:\s?\([^()]{{1,30}}\))?(?:,(?=\s[a-z]))?"
    rf"|{_NAME.format('owner')}['’]s?\s{_KIND}{_GROUP}\b(?!,?\s(?:the\s)?[“„\"«X]|\s(?:leader|member|official|candidate|of\b))"
    rf"|\b(?P<office>(?i:prime\sminister|president|chancellor|premier|mayor|governor))['’]s\s{_KIND}{_GROUP}\b(?!\s(?:leader|member|official))"
    rf"|\b(?P<who>[Hh]is|[Hh]er)\s{_KIND}{_GROUP}\b(?!,?\s(?:the\s)?[“„\"«X]|\s(?:leader|member|official|candidate))"
    rf"|\b(?i:{_TALLY})\s(?:for|of)\s(?:the\s)?{_KIND}{_NAME.format('liked')}(?=,?\s(?:[a-z]+,\s)?(?:[a-z]+ly\s|has\s|had\s|have\s)?(?:{_MOVED}|is|was|were|came|stands?|stood|amount(?:s|ed)|reach(?:es|ed)|remain(?:s|ed)|at)\b)"
    rf"|{_NAME.format('stands_for')}['’]s?\s(?:[a-z-]+\s){{0,2}}(?:candidate|nominee)\b(?!,?\s(?:the\s)?(?:[A-Z“„\"«]|for\b|in\b|of\b))"
    rf"|{_NAME.format('having')}['’]s?\s(?:own\s|national\s|overall\s)?{_TALLY}\b(?!\s(?:of|for)\s\d)"
)
"""What stands for a party by whose it is, or for somebody by what they have."""
_WORDS = re.compile(
    r"['’]s?\s|\(X|x\sX|\b(?:[Hh]is|[Hh]er|by|of|for|from|with|around|behind|candidate|nominee)\s"
)
"""What each of those has."""
_SIGNS = tuple(
    """party list slate ticket coalition alliance bloc movement camp grouping share support backing
    candidate nominee vote tally score result rating popularity""".split()
)
"""One of which a phrase has that stands for a party or somebody."""


class Scene(NamedTuple):
    """The words of a sentence without its names, and those of them who can win something."""

    words: str
    holders: tuple[Mention, ...]
    earlier: Mapping[str, str | None]
    """Whom the sentences before leave for "it" and for "she"."""


Parties = Callable[[], Mapping[str, str | None]]
"""Tells the party of each person; see ``affiliations``."""
Meant = Callable[[re.Match[str], Scene, Parties], Mention | None]
"""Tells whom a phrase stands for."""


def of(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    earlier: Mapping[str, str | None],
    parties: Parties,
) -> Scene:
    """The scene of a stretch of a text, given the mentions in it."""
    blotted = _Blotted(text, start, end)
    for mention in mentions:
        if mention.start < blotted.place or mention.end > end:
            continue
        if blotted.joined(mention):
            continue
        if mention.named:
            blotted.add(mention)
        else:
            blotted.add_unnamed(mention)
    words = "".join((*blotted.parts, text[blotted.place : end]))
    scene = Scene(words, tuple(blotted.holders), earlier)
    return _grouped(scene, parties) if _WORDS.search(scene.words) else scene


class _Blotted:
    """The words of a stretch of a text up to ``place``, its names blotted out."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.place = start
        self.parts: list[str] = []
        self.holders: list[Mention] = []

    def joined(self, mention: Mention) -> bool:
        """Whether a mention is joined to the one before: "the BL/RU coalition" is of both, and
        called by the first."""
        first, holders = mention.start, self.holders
        slashed = self.text[first - 1 : first] == "/" and holders
        if not slashed or holders[-1].end + self.start != first - 1:
            return False
        noun = _NOUN.match(self.text, mention.end, self.end)
        last = noun.end() if noun else mention.end
        self.parts.append("x" * (last - self.place))
        holders[-1] = holders[-1]._replace(end=last - self.start)
        self.place = last
        return True

    def add_unnamed(self, mention: Mention) -> None:
        """Add what stands for somebody: its words stay."""
        text, start, first, last = self.text, self.start, mention.start, mention.end
        # "The party of Peric" is his, whichever was told of before.
        if re.search(r"['’]s?\s", text[max(start, first - 3) : last]):
            return
        if not text.startswith(" of ", last) and holds(mention, text[first:last]):
            self.holders.append(mention._replace(start=first - start, end=last - start))

    def add(self, mention: Mention) -> None:
        """Add a name."""
        text, start, end, holders = self.text, self.start, self.end, self.holders
        first, last = mention.start, mention.end
        if first > self.place and text[first - 1] in _OPEN and text[last : last + 1] in _CLOSE:
            first, last = first - 1, min(last + 1, end)
        if mention.type != "person" and (ahead := _CITIZENS.search(text, self.place, first)):
            first = ahead.start()
        if holders and holders[-1].actor == mention.actor and mention.type != "person":
            # "The Blue List, BL, won ...": one name, and the other.
            between = text[holders[-1].end + start : first]
            if between == ", " and text.startswith(", ", last) and self.parts:
                holders.pop()
                first, last = self.place - len(self.parts[-1]) - 1, last + 1
                del self.parts[-2:]
        if mention.type != "person" and (noun := _NOUN.match(text, last, end)):
            last = noun.end()
        self.parts += [text[self.place : first], "X", "x" * (last - first - 1)]
        self.place = last
        # "Ana Ilic (BL)": where no rule knows her, the list in brackets has not what is hers.
        aside = text[last : last + 1] == ")" and clause.UNKNOWN_AHEAD.search(self.parts[-3])
        if (
            not aside
            and not clause.OF_POLL.match(text, last, end)
            and holds(mention, text[mention.start : mention.end])
        ):
            actor = UNTOLD if _is_cut(text, mention) else mention.actor
            holders.append(mention._replace(start=first - start, end=last - start, actor=actor))


_BEFORE_PART = re.compile(
    r"(?P<led>[\w’-]+),?\s(?P<word>[A-Z][\w’-]*)\s(?:(?:at|for|a|A|be|Be|to|our|Our|Such)\s){1,2}$"
    r"|\b(?:We|You|They|It|There)\s[A-Z][\w’-]*\s(?:the|is)\s$"
)
"""What stands before a part of a list's name: "Brod Can be", "There is Such A", "We Change the"."""
_FEW = re.compile(r"[A-Z][a-z’-]+(?:\s[A-Z][a-z’-]+)?")
_LEADS = frozenset("at by for from in near of on to with".split())
"""What before a word with a capital tells that no name of a list goes on behind it."""
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


def _is_cut(text: str, mention: Mention) -> bool:
    """Whether a mention is only the end of a name whose small words parted it."""
    if mention.type == "person" or not _FEW.fullmatch(text, mention.start, mention.end):
        return False
    if not _parted(text, mention.start):
        return False
    # What is also called so without those words is a name of its own.
    name = re.compile(rf"\b{re.escape(text[mention.start : mention.end])}\b")
    return all(_parted(text, each.start()) for each in name.finditer(text))


def _parted(text: str, start: int) -> bool:
    """Whether the words of a list's name stand before a place."""
    found = _BEFORE_PART.search(text, max(0, start - 30), start)
    if found is None or not found["word"]:
        return found is not None
    placed = found["word"] in _DAYS or is_place(found["word"])
    return not placed and found["led"].lower() not in _LEADS


def _grouped(scene: Scene, parties: Parties) -> Scene:
    """A scene with each phrase that stands for somebody as one name."""
    for pattern, meant in _patterns(scene):
        words, place, parts = scene.words, 0, []
        holders = list(scene.holders)
        for found in pattern.finditer(words):
            actor = meant(found, scene, parties)
            if actor is None:
                continue
            inside = [one for one in holders if found.start() <= one.start < found.end()]
            holders = [one for one in holders if one not in inside]
            if actor.actor:
                kept = Mention(found.start(), found.end(), actor.actor, actor.type, False, "phrase")
                holders.append(kept)
            parts += [words[place : found.start()], "X", "x" * (len(found.group()) - 1)]
            place = found.end()
        if parts:
            words = "".join((*parts, words[place:]))
        if len(holders) != len(scene.holders) or parts:
            scene = Scene(words, tuple(sorted(holders)), scene.earlier)
    return scene


def _patterns(scene: Scene) -> Iterator[tuple[re.Pattern[str], Meant]]:
    """The patterns of whose words and holders a sentence has some."""
    people = [one.type == "person" for one in scene.holders]
    if "(X" in scene.words:
        yield _NAMES_IN_BRACKETS, _bracketed
    if any(people) and _STANDS.search(scene.words):
        yield _CANDIDATE, _candidate
    if any(people) and not all(people):
        yield _APPOSED, _apposed
    lower = scene.words.lower()
    if any(sign in lower for sign in _SIGNS):
        yield _PHRASE, _phrased


def _named(scene: Scene, start: int) -> Mention | None:
    return next((one for one in scene.holders if one.start == start), None)


def _bracketed(found: re.Match[str], scene: Scene, parties: Parties) -> Mention | None:
    """Nobody: those in the brackets only tell of the one before them."""
    before = scene.words[: found.start()].rstrip()
    return Mention(0, 0, "", "party", False, "phrase") if before[-1:].isalpha() else None


def _candidate(found: re.Match[str], scene: Scene, parties: Parties) -> Mention | None:
    """The person who stands for a party."""
    person = _named(scene, found.start("person" if found["person"] else "stood"))
    party = _named(scene, found.start("of" if found["of"] else "party"))
    if person is None or person.type != "person" or (party and party.type == "person"):
        return None
    return person


def _apposed(found: re.Match[str], scene: Scene, parties: Parties) -> Mention | None:
    """The party that somebody is said to lead, by its own name."""
    whole, lesser = (_named(scene, found.start(name)) for name in ("whole", "lesser"))
    if whole is None or lesser is None or whole.type == "person" or lesser.type != "person":
        return None
    return whole


def _phrased(found: re.Match[str], scene: Scene, parties: Parties) -> Mention | None:
    """Whom a phrase stands for: nobody that is known, where the text does not tell whose party
    it is; None where it is no phrase that stands for anybody."""
    for name in ("liked", "having", "stands_for"):
        if found[name]:
            return _named(scene, found.start(name))
    if found["office"]:
        person = found["office"].lower()
    elif found["who"]:
        people = [one for one in scene.holders if one.type == "person" and one.end <= found.start()]
        actors = {one.actor for one in people}
        person = actors.pop() if len(actors) == 1 else None
        if not people:
            person = scene.earlier.get("person")
        gender = gender_of((person or "").replace("-", " "))
        if gender and gender != ("m" if found["who"].lower() == "his" else "f"):
            return Mention(0, 0, "", "party", False, "phrase")  # The party of another person.
    else:
        owner = _named(scene, found.start("led" if found["led"] else "owner"))
        if owner is None or owner.type != "person":
            return owner
        person = owner.actor
    party = parties().get(person) if person else None
    if party is None and not found["led"]:
        return None
    return Mention(0, 0, party or "", "party", False, "phrase")


def left(scene: Scene, subjects: Sequence[str | None]) -> dict[str, str | None]:
    """Whom a sentence leaves for the pronouns of the next: the owner of its last figure, or the
    only party and the only person that it names."""
    found: dict[str, str | None] = {}
    people = {one.actor for one in scene.holders if one.type == "person"}
    genders = {actor: gender_of(actor.replace("-", " ")) for actor in people}
    for gender in ("m", "f"):
        named = [actor for actor in people if genders[actor] == gender]
        # Of a woman and a man "she" is the one.
        if len(named) == 1 and "" not in genders.values():
            found[gender] = named[0]
    for kind in ("person", "party"):
        actors = {
            one.actor
            for one in scene.holders
            if (one.type == "person") == (kind == "person") and one.type != "institution"
        }
        if len(actors) == 1:
            found[kind] = actors.pop()
        elif subjects and subjects[-1] in actors:
            found[kind] = subjects[-1]
        elif not actors and kind in scene.earlier:
            unknown = kind == "party" and _UNKNOWN.search(scene.words)
            if not unknown:  # "And the AfD?" is of somebody else, whoever that is.
                found[kind] = scene.earlier[kind]
    return found
