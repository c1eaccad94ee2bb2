"""Whom and what a happening is about: what tells two of one sort and day from one told twice."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tui.extract.findings import About
from tui.extract.languages.en import happenings
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import ClauseTokens, border
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.sentence_words import SentenceWords
from tui.extract.languages.en.words import lists

_WORDS = lists("words", "events")

SHARED = _WORDS["shared"]
"""Sorts in which many take part: two who are named may have been at the same one."""
SORTS = frozenset(
    [
        *happenings.VERB_SORTS.values(),
        *happenings.NOUN_SORTS.values(),
        *happenings.CLAIM_SORTS.values(),
        *happenings.PHRASES.values(),
    ]
)
"""All sorts; what is of another is told by a verb that names none."""
_KNOWN = lex.PRONOUNS | frozenset({"both", "the"})
_NO_CONTENT = lex.DETERMINERS | lex.PREPOSITIONS | lex.PRONOUNS | lex.ADVERBS | lex.CONJUNCTIONS


def about_of(
    tokens: ClauseTokens, verb: Verb, subject: tuple[int, int], apart: Collection[int]
) -> About:
    """Whom and what a verb's clause is about; its people are still to be named.

    ``subject`` are the first token of its subject and the one behind its last; the words of
    ``apart`` are verbs, dates or names.
    """
    first = at = verb.head + 1
    while at < len(tokens) and not border(tokens, at) and at not in tokens.commas:
        if tokens.lowers[at] in lex.PREPOSITIONS:
            break
        at += 1
    whom = (first, at) if verb.lemma in happenings.WITH_OBJECT and not verb.passive else subject
    known = whom[0] >= whom[1] or tokens.lowers[whom[0]] in _KNOWN
    who, what = (
        _content(tokens, (n for n in range(*each) if n not in apart))
        for each in (subject, (first, at))
    )
    return About(frozenset(), known, who, what)


def _content(tokens: ClauseTokens, places: Iterable[int]) -> frozenset[str]:
    lowers = [tokens.lowers[at] for at in places]
    return frozenset([lower for lower in lowers if lower not in _NO_CONTENT])


def before_next(read: SentenceWords, verb: Verb, end: int) -> int:
    """Where a clause ends behind which the name of the next one's subject was taken for two:
    "got 8% | and the left-leaning | and Eurosceptic Our Party got 6"."""
    behind = end + 1 if read.lower(end) == "and" else end if end in read.tokens.commas else 0
    if not 0 < behind < len(read.tokens) or not read.tokens.capital(behind):
        return end
    for at in range(end - 2, max(verb.head + 1, end - 5), -1):
        if read.lower(at) == "and" and read.lower(at + 1) in lex.ARTICLES:
            no_noun = all(_is_adjective(read.lower(each)) for each in range(at + 2, end))
            return at if no_noun else end
    return end


def _is_adjective(word: str) -> bool:
    return word in lex.PARTY_ADJECTIVES or ("-" in word and word.endswith(("ing", "ed")))
