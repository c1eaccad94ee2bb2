"""Closed classes of English words, and which words may be the verb of a clause."""

from __future__ import annotations

from tui.extract.analysis.tokens import Token
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex

CLITICS = frozenset({"'s", "'re", "'ve", "'d", "'ll", "'m", "n't"})
POSSESSIVES = frozenset({"'s", "'"})
OWNERS = frozenset("his her their its my our your".split())
TIME_NOUNS = lex.CALENDAR | frozenset(
    """past week month year day afternoon evening night weekend today yesterday tomorrow noon
    morning midnight""".split()
)
RELATIVES = frozenset({"who", "which", "that", "whom"})
BEFORE_NOUN = (
    lex.DETERMINERS
    | (
        lex.PREPOSITIONS
        - {"to", "since", "until", "till", "after", "before", "like", "up", "down", "out", "off"}
    )
    | frozenset({"'s", "'"})
)
VOTERS = frozenset(word for word in lex.PLURAL_PEOPLE if word.endswith("s"))


def is_word(token: Token) -> bool:
    return token.kind == "word"


def maybe_verb(tokens: list[Token], at: int) -> bool:
    """Whether a word may be the verb of a clause: an auxiliary, a known past form, a cue that
    is no noun, or an -ed form behind its subject."""
    verb = tokens[at].tag
    if not verb:
        return False
    if verb == "finite":
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if verb == "clitic":
        return following is not None and (
            following.lower.endswith("ing") or following.lower in ("been", "not", "a")
        )
    if not at or tokens[at - 1].lower in BEFORE_NOUN:
        return False
    if verb == "cue" and following is not None and following.tag in ("cue", "finite", "past"):
        lemma = cues.LEMMAS[tokens[at].lower]
        if cues.cue_verb(lemma).plural_noun:
            return False  # "The council report found", "the Novigrad claims were"
    if verb == "cue" and following is not None and following.lower == "as":
        return tokens[at].lower not in cues.PLURAL_NOUNS  # "rated claims as false"
    # "registered voters" are no verb, and "backed by" only describes.
    return (
        verb == "cue"
        or following is None
        or (following.lower != "by" and following.lower not in VOTERS)
    )


def verb_among(tokens: list[Token], first: int, end: int) -> bool:
    """Whether one of some tokens may be a verb."""
    for at in range(first, end):
        if not tokens[at].tag:
            continue  # As most words: told without a call for each.
        if maybe_verb(tokens, at):
            return True
    return False
