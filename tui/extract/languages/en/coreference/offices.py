"""Which office a phrase names, and whether it is the one that the text says somebody holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.coreference.context import Background
from tui.extract.languages.en.names.gazetteer import peoples
from tui.extract.languages.en.words import lists, table
from tui.extract.text.document import Span

_WORDS = lists("words", "coreference")

ALIASES = {
    office: frozenset(words.split())
    for office, words in table("words")["coreference"]["aliases"].items()
}
"""By what else an office is called."""
_RANKS = frozenset("prime vice deputy first assistant acting shadow".split())
"""What makes an office another: a vice president is not the president."""
_PORTFOLIOS = _RANKS | _WORDS["portfolios"]
"""By what offices of one noun are told apart."""
_INTRODUCES = re.compile(r"\b[Aa]n?\s(?:[\w.’'-]+\s){0,5}$")
_DESCRIBING = re.compile(r"[\w-]+")
_FEW = 20
"""Places of a noun that are looked at, before a phrase."""
_HEAD_OF = re.compile(r"head of (?:the )?(?:[\w-]+ )?(government|cabinet|state)\b", re.IGNORECASE)
_HEADS = {"government": "prime minister", "cabinet": "prime minister", "state": "president"}
"""Who is the head of what."""


def headed(words: str) -> str:
    """The office of "head of the government", "" where the words tell of none."""
    found = _HEAD_OF.match(words)
    return _HEADS[found[1]] if found else ""


def same(descriptions: Iterable[str], role: str, called: list[str]) -> bool:
    """Whether what somebody is described as may be what some words call it: "the minister" is no
    prime minister, nor "the health minister" the minister of justice."""
    asked = called[-2] if len(called) > 1 and called[-2] in _PORTFOLIOS else ""
    for words in descriptions:
        for before in _before(words, role):
            told = before if before in _PORTFOLIOS else ""
            vague = (not told and asked not in _RANKS) or (not asked and told not in _RANKS)
            if told == asked or vague:
                return True
    return False


def _before(words: str, role: str) -> Iterator[str]:
    """The words that stand before a role in a description, in its order, "" where none does."""
    told = words.replace("’", "'").split()
    for at, word in enumerate(told):
        if word.strip(",.") == role:
            yield told[at - 1] if at else ""
        elif role in _DESCRIBING.findall(word):
            yield ""


def introduced(told: Background, part: Span, noun: str) -> int:
    """Where the text last told of one of many whom it does not name, before a phrase: "A
    spokesperson for the council said"; 0 where it does not."""
    places = told.document.places.get(noun, ())
    for at in reversed(places[max(0, bisect_right(places, part.start) - _FEW) :]):
        if at >= part.start or not told.text[at].islower():
            continue
        if _INTRODUCES.search(told.text, max(0, at - 80), at):
            return at
    return 0


def held(told: Background, part: Span, called: list[str], actor: str) -> int:
    """How well somebody fits the office that a phrase names, by whose it is: 0 for nobody who has
    it ("Iraq's military spokesman" is no spokesman of the UN, nor "the leader of the veterans" the
    opposition's), 2 where the text says whose it is, and 1 else."""
    words = told.text[part.start : part.end]
    described = " ".join(told.described.get(actor, ()))
    if not _PAST.isdisjoint(called) and _PAST.isdisjoint(_DESCRIBING.findall(described)):
        return 0
    if _UNDER.isdisjoint(called) != _UNDER.isdisjoint(_DESCRIBING.findall(described)):
        return 0  # The deputy prime minister is not the prime minister.
    behind = _WHOSE.search(words)
    if behind is not None and not _ANY_OF.intersection(behind["of"].lower().split()):
        stems = {word[:5].lower() for word in _LONG.findall(behind["of"])}
        if stems and not any(stem in described for stem in stems):
            return 0
    spans = [span for each, span in told.descriptions if each == actor]
    told_of = [told.text[span.start : span.end] for span in spans]
    state, of_states = _states(words), _states(*told_of)
    if state and of_states:
        return 0 if state.isdisjoint(of_states) else 2
    side, sides = _sides(words), _sides(*told_of)
    if side and sides and side.isdisjoint(sides):
        return 0  # "The GOP nominee" is not the Libertarian one.
    whose, own = _owners(words), _owners(*told_of)
    if not whose:
        return 1
    of = behind["of"] if behind is not None and not (own or state) else ""
    party = called[-1] not in _OF_STATES or not lex.PARTY_WORDS.isdisjoint(of.lower().split())
    if party and _owners(of):
        return 0  # "The leader of the Red Union" is not "the opposition leader, Ana Simic".
    if own and not whose.isdisjoint(own):
        return 2
    if state and called[-1] not in _OF_STATES and not _BODIES.isdisjoint(own):
        return 0  # "Fiji's spokesman" is not that of the Red Union.
    sentences = [told.document.sentence_at(span.start) for span in spans] if state else []
    if any(each is not None and each.start <= part.start < each.end for each in sentences):
        return 0  # "Fiji's president met President Kos": somebody else.
    both = zip(sentences, spans, strict=False)
    elsewhere = _states(*(told.text[one.start : span.start] for one, span in both if one))
    if state and elsewhere and state.isdisjoint(elsewhere):
        return 0  # "In Chad, President Kos spoke. Fiji's president": somebody else.
    return 1


def _owners(*texts: str) -> set[str]:
    """The names in some words, offices and their ranks left out."""
    found = {word.lower() for words in texts for word in _CAPITAL.findall(words)}
    return found - _OFFICES


def _sides(*texts: str) -> set[str]:
    """The parties whose adjectives some words have."""
    found = {word.lower() for words in texts for word in _CAPITAL.findall(words)}
    return {_SIDES[word] for word in found if word in _SIDES}


def _states(*texts: str) -> set[str]:
    """The states that some words name, or their peoples: "French", "South Korea"."""
    return {peoples()[name] for words in texts for name in _named_states().findall(words)}


@cache
def _named_states() -> re.Pattern[str]:
    names = sorted(peoples(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


_PAST = frozenset({"former", "ex"})
_UNDER = frozenset({"deputy", "vice"})
_SIDES = {word: word for word in _WORDS["sides"]} | {"gop": "republican", "tory": "conservative"}
"""Adjectives of parties, each with the one that it stands for."""
_OFFICES = (
    lex.ROLE_NOUNS
    | _PORTFOLIOS
    | lex.DETERMINERS
    | lex.HONORIFICS
    | {word.lower() for word in lex.PARTY_ADJECTIVES}
    | {word.lower().rstrip(".") for word in lex.SHORT_TITLES}
    | frozenset().union(*ALIASES.values())
)
"""What is capital in a description and tells nobody's name."""
_CAPITAL = re.compile(r"\b[A-Z][\w’-]*[^\W\d_]")
_BODIES = (
    lex.ORG_WORDS | lex.GROUP_NOUNS | lex.PARTY_WORDS | frozenset({"un", "eu", "nato", "osce"})
)
"""Words by which a body is named that is no state."""
_OF_STATES = frozenset("president minister premier chancellor king queen monarch".split())
"""Offices that states have: who leads a party too may hold them."""
_LONG = re.compile(r"[^\W\d_]{4,}")
_WHOSE = re.compile(r"[a-z]\s(?:of|for)\s(?P<of>[^,—–]+)$")
_ANY_OF = lex.ORG_WORDS | lex.GROUP_NOUNS | lex.PARTY_WORDS | _WORDS["any_of"]
"""Words of bodies by which a text calls what it has named before."""
