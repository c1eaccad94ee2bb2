"""Which office a phrase names, and whether it is the one that the text says somebody holds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from tui.extract.languages.en.coreference.context import Background
from tui.extract.text.document import Span

ALIASES = {
    "senator": frozenset({"senator", "sen"}),
    "congressman": frozenset({"congressman", "rep", "representative"}),
    "congresswoman": frozenset({"congresswoman", "rep", "representative"}),
    "governor": frozenset({"governor", "gov"}),
    "president": frozenset({"president"}),
    "minister": frozenset({"minister"}),
    "nominee": frozenset({"nominee", "candidate"}),
    "candidate": frozenset({"nominee", "candidate"}),
}
"""By what else an office is called."""
_RANKS = frozenset("prime vice deputy first assistant acting shadow".split())
"""What makes an office another: a vice president is not the president."""
_PORTFOLIOS = _RANKS | frozenset(
    """foreign interior defence defense finance justice health education economy labour labor energy
    trade home transport culture agriculture environment cabinet""".split()
)
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
