"""What single words tell of who speaks: a role, a pronoun, a name behind a role."""

from __future__ import annotations

from collections.abc import Sequence

from tui.extract.languages.sr.names.tokens import NameToken
from tui.extract.languages.sr.roles import Noun, roles
from tui.extract.languages.sr.words import lists

_DJ = frozenset("đђĐЂ")


def names_somebody(tokens: Sequence[NameToken]) -> bool:
    """Whether behind a role stand two words with capitals: a person whom no rule knows."""
    return any(
        one.capital and other.capital and other.joined and roles_of(before)
        for before, one, other in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def roles_of(token: NameToken) -> tuple[Noun, ...]:
    if token.key in lists("grammar")["like_roles"] and _DJ.isdisjoint(token.text):
        return ()  # "koje vodi Ana Kos"
    return roles().get(token.key, ())


def pronoun_of(token: NameToken) -> tuple[str, str] | None:
    told = lists("words")
    for gender in "mf":
        if token.key in told[f"pronouns_{gender}"]:
            return gender, "s"
    return ("", "p") if token.key in told["pronouns_p"] or token.key == "one" else None
