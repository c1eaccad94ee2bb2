"""Whether what stands before a verb is who does it: only then may a title begin with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import takewhile

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, RELATIVES
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.happenings import FORMS, noun_sort
from tui.extract.languages.en.words import lists

_WORDS = lists("events", "titles")

_AIMS = _WORDS["aims"]
_NOUNS_IN_ING = _WORDS["nouns_in_ing"]
_BEFORE_NOUNS = frozenset("a an the his her its their our my your every".split())
"""Behind these a participle is an adjective."""
_NOBODY = frozenset("any whoever whatever whichever".split())
_HOW_MUCH = lex.ADVERBS | frozenset("few little many most much".split())
_NO_NOUNS = ("ed", "ous", "ful", "able", "ible", "less")
_EACH = frozenset("any each every few many most no several some such".split())
_MEANWHILE = frozenset("after before by since when while".split())
_PLACING = frozenset("how if when where why".split())
_NOT_QUITE = frozenset("almost nearly barely scarcely hardly virtually".split())
_BESIDE_VERBS = lex.ADVERBS | frozenset("since early late".split())
JOINING = lex.CONJUNCTIONS | lex.SUBORDINATORS | RELATIVES | {"as", "after", "before"}
_TELLING_WHOM = frozenset("advise assure inform notify remind tell".split())
_CALLING = frozenset("brand call deem dub label".split())
_CLOSES = re.compile(r"[^\W\d_]+\s[^“\"„«»”,]*[\"”»]\s$")
"""The end of words in marks, before a verb."""
_ABBREVIATED = re.compile(r"[A-Z](?:\.?[A-Z])*\.?|[A-Z][a-z]{1,3}\.")
"""A state behind its town: "in Brod, OH, "."""
SPEAKING = cues.SPEECH | cues.STANCE


def is_subject(read: EventSentence, verb: Verb) -> bool:
    """Whether what stands before a verb can be its subject."""
    first, last = read.subject(verb)
    lower, before = read.lower(first), read.lower(first - 1)
    lead = verb
    while lead.shape in ("infinitive", "gerund") and (over := read.governed_by(lead)):
        lead = over
    told = read.clause_of(lead)
    if verb.first in read.tokens.commas and verb.shape == "finite" and verb.first == verb.head:
        earlier = (each for each in read.verbs if each.head == verb.first - 1)
        if any(read.subject(each) == (first, last) for each in earlier):
            return False  # "Kos said, asked about the vote"
    if _speaker_behind(read, verb) or _told_whom(read, first, last):
        return False
    if read.lower(verb.first) == "been":
        return False  # "had begun in May and | been halted"
    before_verb = read.lower(verb.first - 1)
    gerund = last < verb.first not in read.tokens.commas and is_gerund(before_verb)
    gerund = gerund and FORMS.get(before_verb, ("", ""))[1] == "ing"
    if before_verb in _BEFORE_NOUNS or gerund or _told_aside(read, verb):
        return False  # "their rigged system", "files containing classified matter"
    alone = last == first + 1 and not read.tokens.capital(first)
    if alone and (is_gerund(lower) or lower.endswith(_NO_NOUNS)) and not noun_sort(lower):
        return False  # "as unfit and unqualified | and accused her"
    if lower in _NOBODY or told.opener == "what" or (last == first + 1 and lower in _HOW_MUCH):
        return False
    if any(read.lower(at) in _NOT_QUITE for at in range(verb.first - 2, verb.head)):
        return False  # "nearly won"
    if _is_to(read, lead, first, last) or _apart(read, lead, first, last):
        return False
    form = FORMS.get(lower, ("", ""))[1]
    plain = last - first > 1 and not read.tokens.capital(first)
    named = last - first > 1 and (
        read.lower(first + 1) in lex.DETERMINERS or read.tokens.capital(first + 1)
    )
    if plain and form in ("base", "s") and (named or before == "to" or before in lex.AUXILIARIES):
        return False  # "contradict the words said", "to persuade voters"
    if form == "ing" and lower not in _NOUNS_IN_ING and before in _MEANWHILE:
        return False  # "that she made while | serving in the Senate"
    if lower in _PLACING:
        return False
    opens = first == 0 or first in read.tokens.commas or before in lex.CONJUNCTIONS
    if last - first > 2 and form == "ing" and opens and lower not in _NOUNS_IN_ING:
        return read.lower(first + 1) in lex.PREPOSITIONS  # "Lending weight to a claim"
    which = read.lower(told.begin) in RELATIVES
    if which and "to" in read.lowers[first:last]:
        return False  # "an effort to sway delegates who backed Kos"
    if which and last <= told.begin not in read.tokens.commas:
        return not _general(read, lead, first, last)
    return True


def is_gerund(word: str) -> bool:
    """Whether a word is a form in -ing, and no noun: "delivering"."""
    return word.endswith("ing") and word not in _NOUNS_IN_ING


def _speaker_behind(read: EventSentence, verb: Verb) -> bool:
    """Whether who speaks stands behind the verb: "that Kos can win, said Ana Low"."""
    if verb.lemma not in SPEAKING or verb.first not in read.tokens.commas or verb.first < verb.head:
        return False
    if read.lower(verb.head + 1) in lex.PLURAL_PEOPLE:
        return True  # "The board has resigned, said reports from Brod"
    start = read.tokens.starts[verb.head + 1] if verb.head + 1 < len(read.tokens) else -1
    named = next((m for m in read.mentions if m.named and m.start == start), None)
    if named is None:
        return False
    behind = bisect_left(read.tokens.starts, named.end)
    return behind >= len(read.tokens) or behind in read.tokens.commas


def _told_whom(read: EventSentence, first: int, last: int) -> bool:
    """Whether words are those to whom something is told ("told | the station in an interview |
    aired"), what is called something ("called | the vote | rigged"), or the state of a town ("in
    Brod, | OH, | the governor said")."""
    before = next((each for each in read.verbs if each.head == first - 1), None)
    if before is not None and before.lemma in _TELLING_WHOM | _CALLING:
        return True
    if last != first + 1 or not read.tokens.commas >= {first, last}:
        return False
    start, end = read.tokens.starts[first], read.tokens.ends[first]
    return _ABBREVIATED.fullmatch(read.text, start, end) is not None and not read.named(first, last)


def _told_aside(read: EventSentence, verb: Verb) -> bool:
    """Whether a participle between commas only says more of whom the next verb is about: "the
    deal, announced on Friday, would last"."""
    if verb.shape != "finite" or verb.first != verb.head or verb.tense != "past":
        return False
    behind = (each for each in read.verbs if each.first > verb.head and each.shape != "reduced")
    following = next(behind, None)
    if following is None or following.shape not in ("finite", "copula"):
        return False
    if verb.first not in read.tokens.commas and not read.clause_of(verb).opener:
        # "figures published on Monday now show"
        between = range(verb.head + 1, following.first)
        dated = any(at in read.dated for at in between)
        return dated and all(_beside(read, at) or at in read.dated for at in between)
    if verb.first not in read.tokens.commas or following.first not in read.tokens.commas:
        return False
    return read.subject(following) == read.subject(verb)


def _apart(read: EventSentence, verb: Verb, first: int, last: int) -> bool:
    """Whether something stands between a verb and what looks like its subject: "the lies and the
    myths, | the Greens | met", "Kos named dozens of gifts | attributed to miners"."""
    at = verb.first
    if last < at and _CLOSES.search(read.text[read.tokens.ends[last - 1] : read.tokens.starts[at]]):
        return True  # "the list “Brod | must not stop” | won"
    while at > last and at not in read.tokens.commas and _beside(read, at - 1):
        at -= 1
    if read.clause_of(verb).begin >= last > first and read.lower(last) != "and":
        return False  # "Kos, who had left, "
    told = [each for each in read.verbs if each.shape in ("finite", "copula")]
    if read.lower(verb.first - 1) in ("and", "or"):
        other = read.lower(verb.first - 2)
        participle = other.endswith("ed") or "part" in FORMS.get(other, ("", ""))[1]
        if participle and all(each.head != verb.first - 2 for each in told):
            return True  # "people beaten and | abused by guards"
    before = [each for each in told if last <= each.first < verb.first]
    if not before:
        return last < at and last in read.tokens.commas and at not in read.tokens.commas
    gap = range(before[-1].head + 1, verb.first + 1)
    joined = any(n in read.tokens.commas or read.lower(n) in JOINING for n in gap)
    plain = verb.shape == "finite" and verb.first == verb.head and verb.tense == "past"
    return plain and not joined and read.subject(before[-1]) == (first, last)


def _beside(read: EventSentence, at: int) -> bool:
    """Whether a word is a date or an adverb, as stand between a subject and its verb."""
    lower = read.lower(at)
    return at in read.dated or lower in _BESIDE_VERBS or lower.endswith("ly")


def _is_to(read: EventSentence, verb: Verb, first: int, last: int) -> bool:
    """Whether a verb says what something is, and nobody is to do it: "the aim is to win"."""
    to = "to" in read.lowers[verb.first + 1 : verb.head]
    if not to or verb.passive or read.lower(verb.first) not in ("is", "are"):
        return False
    nouns = takewhile(lambda word: word not in lex.PREPOSITIONS, read.lowers[first:last])
    return not _AIMS.isdisjoint(nouns)


def _general(read: EventSentence, verb: Verb, first: int, last: int) -> bool:
    """Whether a clause only says which ones are meant: "people who have lost a son", "a liar and
    bully who has pledged"."""
    members = read.lower(last - 1).endswith("s") and not read.tokens.capital(last - 1)
    members = members and read.lower(first) not in DETERMINERS
    if (read.tokens.capital(first) and not members) or read.lower(first)[:1].isdigit():
        return False
    lower = read.lower(first)
    return lower in _EACH or lower not in DETERMINERS
