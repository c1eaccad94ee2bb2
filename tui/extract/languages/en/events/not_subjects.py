"""What looks like the subject of a verb and is none."""

from __future__ import annotations

import re
from bisect import bisect_left

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.phrases import OF_TIME
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.event_sentence import EventSentence

_SHARES = frozenset("percent cent pct".split())
_MONEY = frozenset("dollars euros pounds dinars rupees pesos rubles roubles yuan marks".split())
_TIMES = frozenset("morning day night evening week month year moment time afternoon".split())
_OF_PERSONS = ("er", "or", "ist", "ian", "man", "ee", "ent", "ant", "ive", "’s", "'s", "ess", "ect")
_NO_SUBJECTS = frozenset("a.m p.m am pm say says me him us them".split())
_JOINS = lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.ROLE_NOUNS
_LONGEST_DATE = 3
_NO_NOUNS = (
    lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.ADVERBS | lex.DETERMINERS | {"what", "such", "whose"}
)
_DECADE = re.compile(r"(?:1[89]|20)?\d0s")
_OPENING = lex.PREPOSITIONS | lex.CONJUNCTIONS | lex.ADVERBS | lex.CALENDAR
_BEHIND_TIMES = frozenset("after before since during following amid while when".split())
"""What makes of the words before a comma a time or an occasion, and no subject."""
_COLLECTIVE = lex.PLURAL_PEOPLE | lex.GROUP_NOUNS | {"staff", "crew"}
"""Nouns in the singular with which "were" may stand."""


def is_part(read: EventSentence, verb: Verb, first: int, last: int) -> bool:
    """Whether what looks like a subject is the end of a name ("Orland Against | Fraud alliance"),
    or of the places that a phrase names ("stations in Brod, | Lisen and Neris were closed")."""
    tokens = read.tokens
    start, before = tokens.starts[first], read.lower(first - 1) if first else ""
    if (
        before in ("for", "of")
        and first > 1
        and tokens.capital(first)
        and tokens.capital(first - 2)
    ):
        return True  # "Voices for | Brod, a group that"
    if before in lex.PREPOSITIONS:
        return any(one.named and one.start < start < one.end - 1 for one in read.mentions)
    begin = read.clause_of(verb).begin
    listed = first - begin > 2 and first in tokens.commas and "and" in read.lowers[first:last]
    places = listed and tokens.capital(first) and tokens.capital(first - 1)
    if not places or not verb.passive or read.lower(first - 2) not in ("in", "at", "of", "from"):
        return False
    opening = {*read.lowers[begin : first - 2]}
    if (
        read.lower(begin) in _OPENING
        or opening & _BEHIND_TIMES
        or tokens.commas & {*range(begin + 1, first)}
    ):
        return False
    end = tokens.ends[last - 1]
    return not any(m.named and start <= m.start < end for m in read.mentions)


def is_hidden(read: EventSentence, verb: Verb, last: int) -> bool:
    """Whether a verb has a subject of its own that stands behind a word of time: "Kos called a
    vote after his partner, the Green Party, left"."""
    if read.lower(verb.first - 1) in lex.CONJUNCTIONS or verb.first not in read.tokens.commas:
        return False
    told = [v for v in read.verbs if last <= v.first < verb.first and v.shape == "finite"]
    before = [v.head for v in told]
    if told and told[-1].lemma in cues.SPEECH and read.tokens.capital(told[-1].head + 1):
        return True  # "said Kos's party, the Greens, had left"
    between = range(before[-1] + 1, verb.first - 1) if before else ()
    return any(
        read.lower(at) in OF_TIME
        and at not in read.dated
        and at + 1 not in read.dated
        and any(behind in read.tokens.commas for behind in range(at + 2, verb.first))
        for at in between
    )


def no_subject(read: EventSentence, verb: Verb, first: int, last: int) -> bool:
    """Whether what stands before a verb cannot be its subject: "8.30 a.m.", "the morning Kos",
    "a bill Kos" (had tried to pass), "a coalition" (were)."""
    lower = read.lower(first)
    if (
        (last == first + 1 and _DECADE.fullmatch(lower))
        or read.lower(last - 1) in _NO_SUBJECTS
        or (
            lower in lex.ARTICLES | {"each", "every"}
            and read.lower(first + 1) in _TIMES
            and first + 2 < last
        )
    ):
        return True
    if read.lower(last - 1) in _SHARES and last in read.tokens.commas and last < verb.first:
        return True  # "or 45.1 percent, the bloc came first"
    elsewhere = read.lower(last) == "elsewhere" and read.lower(last - 1) in lex.CONJUNCTIONS
    if elsewhere or read.lower(last - 1) in lex.PREPOSITIONS - {"of"}:
        return True  # "the clashes in | [which they were hurt]"
    money = read.lower(last - 1) in _MONEY
    if read.clause_of(verb).opener == "which" and (money or _is_person(read, first, last)):
        return True  # "a letter to Kos, which was published"
    if any(_second(read, at) for at in range(first + 1, last)):
        return True  # "the deal | the minister had made"
    told = read.lower(verb.first) if verb.shape != "infinitive" else ""
    if _of_another_number(read, first, last, told):
        return True
    day = (
        lower in lex.CALENDAR and read.lower(first + 1).isdigit() and last - first <= _LONGEST_DATE
    )
    if day or all(at in read.dated for at in range(first, last)):
        return True  # "December 28 has been mentioned"
    several = "and" in read.lowers[first:last]
    if lower in ("a", "an") and not several and read.lower(verb.first) in ("were", "are", "have"):
        return read.lower(first + 1) not in ("number", "group", "lot", "few", "total", "majority")
    if lower not in lex.DETERMINERS or several:
        return False
    end = read.tokens.ends[last - 1]
    named = [m for m in read.mentions if m.named and m.type == "person" and m.end == end]
    if not named:
        return False
    at = bisect_left(read.tokens.starts, named[0].start)
    while at > first and read.lower(at - 1) in lex.HONORIFICS:
        at -= 1
    noun = read.lower(at - 1)
    plain = at - 1 > first and not read.tokens.capital(at - 1) and not read.tokens.marked(at)
    return plain and noun not in _JOINS and not noun.endswith(_OF_PERSONS)


def _is_person(read: EventSentence, first: int, last: int) -> bool:
    start, end = read.tokens.starts[first], read.tokens.ends[last - 1]
    of_person = (m for m in read.mentions if m.named and m.type == "person")
    return any(m.start <= start and m.end >= end for m in of_person)


def _second(read: EventSentence, at: int) -> bool:
    """Whether another phrase begins right behind a noun."""
    before = read.lower(at - 1)
    noun = before.isalpha() and not read.tokens.capital(at - 1) and before not in _NO_NOUNS
    noun = noun and read.lower(at - 2) != "to"  # "plans to create | a road"
    return noun and read.lower(at) in lex.ARTICLES and at not in read.tokens.commas


def _of_another_number(read: EventSentence, first: int, last: int, verb: str) -> bool:
    """Whether words are one of several subjects, or of none: "Low’s niece Kos have", "workers
    has"."""
    if verb in ("has", "is", "was"):
        return last == first + 1 and read.lower(first) in lex.PLURAL_PEOPLE
    if verb not in ("have", "are", "were") or not lex.CONJUNCTIONS.isdisjoint(
        read.lowers[first:last]
    ):
        return False
    head = next((at for at in range(first, last) if read.lower(at) in lex.PREPOSITIONS), last)
    if head < last:
        # "The return of Kos" is one, "a number of men" several.
        one = not read.lower(head - 1).endswith("s") and read.lower(head - 1) not in _COLLECTIVE
        return one and last in read.tokens.commas
    end = read.tokens.ends[last - 1]
    return any(m.end == end and m.named and m.type == "person" for m in read.mentions)
