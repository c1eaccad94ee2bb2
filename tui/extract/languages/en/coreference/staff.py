"""Who speaks by an office or a campaign of theirs: "her office said", "the mayor's team"."""

from __future__ import annotations

import re
from collections.abc import Callable

from tui.extract.findings import Speaker
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.coreference import pronouns
from tui.extract.languages.en.coreference.context import Background
from tui.extract.text.document import Span

STAFF = frozenset("office team campaign camp staff headquarters entourage cabinet".split())
"""What speaks for whoever has it."""
_SERVICES = frozenset({"press service", "media service", "information service", "press department"})
"""What tells the press what its owner says."""
_PRONOUN = re.compile(r"(?P<who>his|her|its|their)\s", re.IGNORECASE)
_ROLE = re.compile(r"(?:the\s)?(?P<role>[a-z][\w -]*?)['’]s?\s", re.IGNORECASE)

Role = Callable[[list[str], Span, bool], str | None]
"""Tells who has a role of these words."""


def serves(noun: str, words: str) -> bool:
    """Whether these words name an office that speaks for its owner; ``noun`` is the last of
    them."""
    return noun in STAFF or words.lower() in _SERVICES


def speaker(told: Background, part: Span, owner: str | None, role: Role) -> Speaker | None:
    """The actor whose staff a phrase is; None where it is nobody's in particular."""
    if owner is not None:
        return Speaker((owner,), part, "staff-of", 0.75)
    pronoun = _PRONOUN.match(told.text, part.start, part.end)
    if pronoun is not None:
        whose = Span(part.start, pronoun.end("who"))
        word = "they" if pronoun["who"].lower() == "their" else pronoun["who"].lower()
        found = pronouns.speaker(told, "it" if word == "its" else word, whose)
        return found._replace(words=part, rule="staff-of", sure=min(found.sure, 0.75))
    named = _ROLE.match(told.text, part.start, part.end)
    if named is None:
        return None
    words = named["role"].lower().split()
    if words[-1] not in lex.ROLE_NOUNS:
        return None
    who = role(words, part, True)
    return Speaker((who,), part, "staff-of", 0.7) if who else None
