"""Closed classes of English words, and which words may be the verb of a clause."""

from __future__ import annotations

from tui.extract.analysis.tokens import Token
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
