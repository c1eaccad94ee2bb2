"""Whom the article is telling of when it says "the group" or "the former judge".

A phrase that no description explains stands for whoever has just spoken or acted, where only one
can be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.coreference.context import Background
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Span
from tui.model import ActorType

_WORDS = lists("words", "coreference")

_ANY_BODY = _WORDS["any_body"]
"""Nouns for bodies of many kinds: the last that spoke is meant."""
_BODY_NOUNS = (
    lex.GROUP_NOUNS
    | lex.ORG_WORDS
    | frozenset("embassy forum academy chamber hospital church museum theatre".split())
)
_RUNNING: dict[str, frozenset[ActorType]] = {
    "party": frozenset({"party", "coalition"}),
    "coalition": frozenset({"coalition"}),
    "alliance": frozenset({"coalition", "group"}),
    "bloc": frozenset({"coalition"}),
}
"""Nouns for what stands for election, and the types of actors that each may be."""
_OTHERS = {noun: _RUNNING.keys() - {noun} for noun in _RUNNING}
_PARTIES = frozenset("union movement front democrats socialists liberals greens left right".split())
"""What names of parties end in, whatever else they may be names of."""
_FEW = 20
"""Places of a noun that are looked at, of the first on."""
_OPENING = 60
"""Characters in which a name that opens a sentence ends."""
_BODIES: frozenset[ActorType] = frozenset({"group", "institution", "coalition", "party"})
_BACK = 3
"""Sentences in which whoever spoke last goes on."""
_ONE_AMONG_MANY = _WORDS["one_among_many"]
"""What the one told of may be called; of an office or a task ("the mayor", "the spokesman")
another may be meant."""
_OWN = frozenset({"former", "ex", "retired", "veteran", "long-time", "longtime", "outgoing"})
"""Words by which any role describes the one told of ("the former lawyer")."""
_ISSUERS: frozenset[ActorType] = _BODIES | {"media"}
_FAR = 4_000
"""Characters in which a report that was told of is still the report."""
_OWNED = re.compile(r"(?P<owner>['’]s?)?\s(?:[a-z][\w-]*\s){0,2}")
_BY = re.compile(r"\s(?:by|from|of)\s(?:the\s)?(?:[a-z]+\s)?")
_IN_A = re.compile(
    r"\b(?:in|with|through|released|published|issued|adopted|approved|passed|wrote|sent)"
    r"\s(?:an?|its|their|his|her)\s(?:[\w-]+\s){0,3}$"
)
_ABOUT_ONE = re.compile(
    r"\b\d{1,2}-year-old\b|\b(?:mother|father) of (?:one|two|three|four|five|six|seven)\b"
)
"""What nobody is called who is told of for the first time."""


def organisation(told: Background, part: Span, noun: str) -> str | None:
    """The body that "the group" or "the institute" means: the one that has the noun in its name,
    or of a noun for any body the one that spoke last."""
    if noun in _RUNNING:
        return _running_body(told, part, noun)
    speaks = _speaking(told, part) if noun in _ANY_BODY else None
    return speaks or named(told, part, noun)


def _running_body(told: Background, part: Span, noun: str) -> str | None:
    """The party that "the party" means where the sentences before tell of one: the last that
    spoke, or that opens a sentence."""
    index = told.document.number_at(part.start)
    sentences = told.document.sentences
    for back in range(index, max(-1, index - _BACK), -1):
        start, stop = sentences[back].start, min(sentences[back].end, part.start)
        spoke = [each.actors[0] for each in told.spoken(start, stop) if len(each.actors) == 1]
        opens = [each.actor for each in told.outside_marks(start, min(stop, start + _OPENING))]
        for actor in (*spoke, *opens[:1]):
            known = told.names.actors[actor]
            words = known.name.lower().split()
            fits = known.type in _RUNNING[noun] or (noun == "party" and words[-1] in _PARTIES)
            if fits and _OTHERS[noun].isdisjoint(words):
                return _resolved(told, part, actor)
    return None


def named(told: Background, part: Span, noun: str) -> str | None:
    """The body named last that has a noun for bodies in its name."""
    if noun not in _BODY_NOUNS:
        return None
    for mention in reversed(told.before(part.start, 40)):
        if mention.type in ("person", "state"):
            continue
        words = told.text[mention.start : mention.end].lower().split()
        if noun in words and len(words) > 1:
            another = another_is_told(told, noun, mention.actor)
            return None if another else _resolved(told, part, mention.actor)
    return None


def another_is_told(told: Background, noun: str, actor: str) -> bool:
    """Whether a text tells of "the commission" before it names one: that is another."""
    first = told.first_named(actor)
    for at in told.document.places.get(noun, ())[:_FEW]:
        if at >= first:
            return False
        if told.text[at].islower() and told.text[max(0, at - 4) : at].lower() == "the ":
            return True
    return False


def _speaking(told: Background, part: Span) -> str | None:
    index = told.document.number_at(part.start)
    sentences = told.document.sentences
    for back in range(index, max(-1, index - _BACK - 1), -1):
        for spoke in told.spoken(sentences[back].start, min(sentences[back].end, part.start)):
            if len(spoke.actors) != 1:
                continue
            actor = told.names.actors[spoke.actors[0]]
            if actor.type in _BODIES and actor.rule != "nominal":
                return _resolved(told, part, actor.id)
    return None


def _resolved(told: Background, part: Span, actor: str) -> str:
    told.resolve(part, actor)
    return actor


def of_age(told: Background, part: Span) -> str | None:
    """Who "the 54-year-old" is: the one person of the sentence before."""
    index = told.document.number_at(part.start)
    for back in range(index, max(-1, index - 2), -1):
        sentence = told.document.sentences[back]
        stop = min(sentence.end, part.start)
        named = {each.actor for each in told.outside_marks(sentence.start, stop)}
        named |= {a for each in told.spoken(sentence.start, stop) for a in each.actors}
        people = [actor for actor in named if told.person(actor)]
        if people:
            return people[0] if len(people) == 1 else None
    return None


def running(told: Background, part: Span, tokens: list[str]) -> str | None:
    """The one person of whom the sentences before tell in this paragraph, whose role is not told
    otherwise: "Kos came second. “I was not asked,” explained the former judge"."""
    words = told.text[part.start : part.end]
    own = not _OWN.isdisjoint(tokens) or _ABOUT_ONE.search(words)
    index = told.document.number_at(part.start)
    if index < 0:
        return None
    sentences = told.document.sentences
    named: set[str] = set()
    for back in range(index, max(-1, index - 2), -1):
        if sentences[back].paragraph != sentences[index].paragraph:
            break
        start, stop = sentences[back].start, min(sentences[back].end, part.start)
        named |= {each.actor for each in told.outside_marks(start, stop)}
        named |= {actor for each in told.spoken(start, stop) for actor in each.actors}
    actors = {actor for actor in named if told.person(actor)}
    if len(actors) != 1:
        return None
    actor = actors.pop()
    if told.within(part.start, part.end):  # "the head of the Green Party" tells of what.
        alone = named == {actor} and _introduces(told, actor, sentences[index].paragraph)
        return actor if alone else None
    if tokens[-1] not in _ONE_AMONG_MANY and not own:
        return None
    described = {word for each in told.described.get(actor, ()) for word in each.split()}
    if own and tokens[-1] in described and _OWN.isdisjoint(described):
        return None  # Who is president is not "the former president".
    if not own and described & lex.ROLE_NOUNS:
        return None
    return actor


def _introduces(told: Background, actor: str, paragraph: int) -> bool:
    """Whether a paragraph is the first to name somebody who is not described elsewhere: an
    office in it then tells who that is."""
    start = told.document.paragraphs[paragraph].start
    return not told.described.get(actor) and told.first_named(actor) >= start


def author(told: Background, part: Span, noun: str) -> str | None:
    """Whose "the report" is: of whom the text has told it before, or does it here ("the OSCE's
    report", "a Council report", "a report by the council", "said in a report")."""
    places = told.document.places.get(noun, ())
    last = bisect_right(places, part.end)
    anew = told.text.startswith(("A ", "An ", "a ", "an ", "another ", "Another "), part.start)
    if anew or noun.endswith("s") or noun in ("data", "evidence"):
        places, last = [at for at in places[:last] if at >= part.start], 6  # Of many, these alone.
    for at in reversed(places[max(0, last - 6) : last]):
        if at < part.start - _FAR:
            return None
        whose = _author_at(told, at, noun)
        if whose is not None:
            return whose
    return None


def _author_at(told: Background, at: int, noun: str) -> str | None:
    sentence = told.document.sentence_at(at)
    if sentence is None:
        return None
    text = told.text
    for mention in told.within(sentence.start, sentence.end):
        owned = _OWNED.fullmatch(text, mention.end, at) if mention.end <= at else None
        if owned and (owned["owner"] or mention.type in _ISSUERS):
            return mention.actor
        behind = at + len(noun)
        if mention.start > behind and _BY.fullmatch(text, behind, mention.start):
            return mention.actor
    if _IN_A.search(text, sentence.start, at) is None:
        return None
    spoke = told.spoken(sentence.start, sentence.end)
    actors = {actor for each in spoke for actor in each.actors}
    return actors.pop() if len(actors) == 1 else None
