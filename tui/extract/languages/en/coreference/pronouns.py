"""Whom a pronoun stands for: the speaker before, or the subject of a sentence before."""

from __future__ import annotations

from tui.extract.findings import Mention, Speaker
from tui.extract.languages.en.coreference.context import Background
from tui.extract.text.document import Span
from tui.model import ActorType

PERSON_PRONOUNS = {"he": "m", "she": "f", "him": "m", "her": "f", "his": "m"}
FIRST_PERSON = frozenset("i we you me us my our your".split())
PRONOUNS = FIRST_PERSON | PERSON_PRONOUNS.keys() | {"they", "it", "who", "their", "its"}
PLURAL_TYPES: frozenset[ActorType] = frozenset(
    {"party", "coalition", "institution", "group", "media", "state"}
)
REACH = 6
"""How many sentences back a pronoun or a nominal looks."""


def speaker(told: Background, word: str, source: Span) -> Speaker:
    if word in FIRST_PERSON:
        return Speaker((), source, "first-person", 0.3)
    if word in PERSON_PRONOUNS:
        actor = _person_before(told, source.start, PERSON_PRONOUNS[word])
    else:
        actor = _group_before(told, source.start, word)
    if actor is None:
        return Speaker((), source, "pronoun", 0.3)
    return Speaker((actor,), source, "pronoun", 0.8)


def _person_before(told: Background, position: int, gender: str) -> str | None:
    """The last speaker, or else the subject of a sentence before, that fits."""
    sentences = told.document.sentences
    index = told.document.number_at(position)
    if index < 0:
        return None

    def fits(actor: str) -> bool:
        found = told.names.actors[actor]
        return found.type == "person" and found.gender in ("", gender)

    first = sentences[max(0, index - REACH)].start
    for back in range(index, max(-1, index - REACH - 1), -1):
        sentence = sentences[back]
        stop = min(sentence.end, position)
        for spoke in told.spoken(sentence.start, stop):
            for actor in spoke.actors:
                if fits(actor):
                    return actor
        for mention in told.within(sentence.start, stop):
            if mention.type == "person" and fits(mention.actor):
                return mention.actor
    for at, spoke in reversed(told.last):
        if at < first - 3_000:
            break
        for actor in spoke.actors:
            if at < position and fits(actor):
                return actor
    return None


def _group_before(told: Background, position: int, word: str) -> str | None:
    sentences = told.document.sentences
    index = told.document.number_at(position)
    if index < 0:
        return None
    kinds = PLURAL_TYPES - {"state"} if word == "they" else PLURAL_TYPES
    for back in range(index, max(-1, index - 3), -1):
        sentence = sentences[back]
        stop = min(sentence.end, position)
        for spoke in told.spoken(sentence.start, stop):
            for actor in spoke.actors:
                if told.names.actors[actor].type in PLURAL_TYPES:
                    return actor
        for mention in told.within(sentence.start, stop):
            if mention.type in kinds and not _owns(told.text, mention):
                return mention.actor
    return None


def _owns(text: str, mention: Mention) -> bool:
    return text.startswith(("’s", "'s"), mention.end)
