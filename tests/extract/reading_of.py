"""Reads a few invented sentences, for the tests of the rules."""

from __future__ import annotations

from tui.extract import pipeline as article
from tui.model import Actor, Extraction, Hints, KnownActor, Quote

KNOWN = Hints(
    actors=(
        KnownActor("blue-alliance", "Blue Alliance", "coalition", ("BA",)),
        KnownActor("novigrad", "Novigrad", "state", (), place=True),
    )
)


def read(text: str) -> Extraction:
    return article.read("invented.txt", text, KNOWN)


def quotes(text: str) -> list[Quote]:
    return list(read(text).quotes)


def actors(text: str) -> dict[str, Actor]:
    return {actor.id: actor for actor in read(text).actors}


def only(text: str) -> Quote:
    found = quotes(text)
    assert len(found) == 1, [(q.type, q.text, q.speakers) for q in found]
    return found[0]
