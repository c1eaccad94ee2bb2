"""Whom the article is telling of when it says "the group" or "the former judge".

A phrase that no description explains stands for whoever has just spoken or acted, where only one
can be meant.
"""

from __future__ import annotations

import re

from tui.extract.findings import Mention
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.coreference.context import Background
from tui.extract.text.document import Span
from tui.model import ActorType

_ANY_BODY = frozenset(
    """group organisation organization association body watchdog ngo movement network union club
    foundation""".split()
)
"""Nouns for bodies of many kinds: the last that spoke is meant."""
_BODIES: frozenset[ActorType] = frozenset({"group", "institution", "coalition", "party"})
_BACK = 3
"""Sentences in which whoever spoke last goes on."""
_HELPERS = frozenset(
    """spokesman spokeswoman spokesperson aide adviser advisor manager official source witness
    speaker host anchor moderator reporter journalist correspondent editor lawyer attorney
    prosecutor counsel secretary deputy wife husband son daughter brother sister mother father
    widow friend colleague rival opponent mate fellow member supporter operative surrogate
    driver officer agent doctor nurse columnist author writer
    executive representative director chief head chair chairman chairwoman chairperson ceo
    president premier minister chancellor mayor governor general king queen pope commissioner
    ambassador
    interviewer voter resident citizen man woman guy boy girl person""".split()
)
"""Roles beside somebody else, or that one alone has: they mean perhaps another."""
_OWN = frozenset({"former", "ex", "retired", "veteran", "long-time", "longtime", "outgoing"})
"""Words by which even these describe the one told of ("the former lawyer")."""
_PARENT = re.compile(r"\b(?:mother|father) of (?:one|two|three|four|five|six|seven)\b")


def organisation(told: Background, part: Span, noun: str) -> str | None:
    """The body that "the group" or "the institute" means: the one that has the noun in its name,
    or of a noun for any body the one that spoke last."""
    if noun not in lex.GROUP_NOUNS:
        return None
    speaks = _speaking(told, part) if noun in _ANY_BODY else None
    return speaks or _named(told, part, noun)


def _named(told: Background, part: Span, noun: str) -> str | None:
    for mention in reversed(told.before(part.start, 40)):
        if mention.type in ("person", "state"):
            continue
        words = told.text[mention.start : mention.end].lower().split()
        if noun in words and len(words) > 1:
            return _resolved(told, part, mention.actor)
    return None


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


def running(told: Background, part: Span, tokens: list[str]) -> str | None:
    """The one person of whom the sentences before tell in this paragraph, whose role is not told
    otherwise: "Kos came second. “It is not my square,” explained the former judge"."""
    words = told.text[part.start : part.end]
    own = not _OWN.isdisjoint(tokens) or _PARENT.search(words) is not None
    if told.within(part.start, part.end):
        return None  # "the head of the Green Party" tells of what.
    if tokens[-1] in _HELPERS and not own:
        return None
    index = told.document.number_at(part.start)
    if index < 0:
        return None
    sentences = told.document.sentences
    people: list[Mention] = []
    for back in range(index, max(-1, index - 2), -1):
        if sentences[back].paragraph != sentences[index].paragraph:
            break
        stop = min(sentences[back].end, part.start)
        named = told.outside_marks(sentences[back].start, stop)
        people += [each for each in named if each.type == "person"]
    actors = {each.actor for each in people}
    if len(actors) != 1:
        return None
    actor = actors.pop()
    described = {word for each in told.described.get(actor, ()) for word in each.split()}
    if not own and described & lex.ROLE_NOUNS:
        return None
    return actor
