"""Clauses without a parser: the words of a sentence, its verbs, and where clauses end.

Closed word lists, the endings of verbs and what stands beside a word decide. What stands
in round brackets or between dashes is passed over, so that "the party (SNS) won" reads as
one clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import compress, count

from tui.extract.analysis.tokens import REMEMBERED
from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.past_forms import (
    NEVER,
    NO_BASES,
    NOUN_NEXT,
    SUBJECTS,
    USUALLY,
    past_at,
)
from tui.extract.languages.en.clauses.tokens import (
    DETERMINERS,
    ClauseTokens,
)
from tui.extract.languages.en.clauses.verb import Tense, Verb
from tui.extract.languages.en.happenings import (
    ACT_PHRASES,
    ATTEMPTING,
    FORMS,
    HOLDING,
    PLANNING,
    STATES,
    VERB_SORTS,
    noun_sort,
)
from tui.extract.languages.en.words import lists
from tui.extract.text.document import Document
from tui.extract.text.lazy_property import lazy_property
from tui.extract.text.token_cache import TokenCache

_PARTIES = frozenset("party parties bloc coalition alliance list opposition movement".split())
_SIDES = frozenset("center centre far hard radical new".split())
"""What stands before "left" as the name of a side: "the ruling center left party"."""
_WORDS = lists("words", "clauses")

_CLITIC = re.compile(r"(?:he|she|it|they|we|i|you|who|there)'(s|re|ve|ll|d|m)")
_BE = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't".split())
_HAVE = frozenset("has have had having 've hasn't haven't hadn't".split())
_WILL = frozenset("will shall 'll won't".split())
_MODAL = _WORDS["modal"]
_DO = frozenset("do does did don't doesn't didn't".split())
_AUXILIARIES = _BE | _HAVE | _WILL | _MODAL | _DO
_PAST_AUXILIARIES = frozenset("was were had did wasn't weren't hadn't didn't".split())
_AHEAD = frozenset("set due expected scheduled planned slated going about poised bound".split())
_ON_COURSE = frozenset("course track".split())
"""With "on" before and "to" behind: what is going to be, as things stand."""
BEFORE_TO = _BE | _AHEAD | lex.ADVERBS | {"since", "yet"}
"""The words behind which "to" may go on a verb, adverbs in -ly apart: "is to", "are due to"."""
_NOT_VERBS = _WORDS["not_verbs"]
ON_CALENDARS = _WORDS["on_calendars"]
"""Verbs by which what is on a calendar is told in the present ("the trial begins on Monday")."""
_CALENDAR_NEXT = frozenset("on at in to for again".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
_ACCUSING = frozenset("accuse accuses accused accusing suspected".split())
_BEFORE_A_SAY = (
    DETERMINERS | lex.PREPOSITIONS | lex.ADVERBS | frozenset("final more less much i'd".split())
)
"""Words behind which "say" is a noun, or is not said: "have no say", "let's say"."""
BEHIND_PLURAL = DETERMINERS | (lex.PREPOSITIONS - {"of"})
_INTENDING = lex.GROUP_NOUNS | lex.ROLE_NOUNS | (lex.ORG_WORDS - {"plan", "deal"})
"""Nouns that somebody who plans something is called by."""
_GERUND_LEADS = _WORDS["gerund_leads"]


class SentenceClauses(ClauseTokens):
    """The words of a sentence with its verbs."""

    @lazy_property
    def verbs(self) -> list[Verb]:
        """Its verbs, in order, each as it is by itself."""
        return verbs(self)


def clauses(document: Document, start: int, end: int) -> SentenceClauses:
    """A sentence's words and verbs, made once for whichever rules ask."""
    known: dict[tuple[int, int], SentenceClauses] = document.analyses
    made = known.get((start, end))
    if made is None:
        made = known[start, end] = SentenceClauses(document, start, end)
    return made


def verbs(
    tokens: ClauseTokens, besides: Callable[[ClauseTokens, int], Verb | None] | None = None
) -> list[Verb]:
    """The verbs of a sentence, in order; ``besides`` looks where no verb is seen otherwise."""
    found: list[Verb] = []
    end = 0
    lowers = tokens.lowers
    verbal: Iterable[int] = compress(count(), map(_VERBAL.__getitem__, lowers))
    if "who" in lowers or "which" in lowers:
        behind = (at + 1 for at, lower in enumerate(lowers[:-1]) if lower in ("who", "which"))
        verbal = sorted({*verbal, *behind})
    if "of" in lowers and not _ACCUSING.isdisjoint(lowers):
        acts = (
            at + 1
            for at, lower in enumerate(lowers[:-1])
            if lower == "of" and lowers[at + 1].endswith("ing")
        )
        verbal = sorted({*verbal, *acts})
    for at in verbal:
        if at < end:
            continue
        verb = _verb_at(tokens, at)
        if verb is None and besides is not None:
            verb = besides(tokens, at)
        if verb is not None:
            found.append(verb)
            end = verb.head + 1
    return found


_VERBAL: TokenCache[bool] = TokenCache(
    lambda word: word in FORMS or word in _AUXILIARIES or word.endswith("ed") or "'" in word,
    REMEMBERED,
)
"""Whether a word may be a verb, or have one in it."""
_LEADS = frozenset("who which to ca wo".split())
MAY_BEGIN_VERB: TokenCache[bool] = TokenCache(
    lambda word: word != "'s" and (_VERBAL[word] or word in _LEADS or word.endswith("ing")),
    REMEMBERED,
)
"""Whether a verb may begin at a word, or right behind it; "'s" goes on the word before."""
MAY_GO_ON = _AUXILIARIES | _LEADS | NEVER | lex.ADVERBS | lex.SUBJECT_PRONOUNS
"""The words behind which one that is no verb elsewhere may be of a verb."""


def _kind(word: str) -> tuple[str, str, str]:
    """The verb that a word may be a form of, which form, and the auxiliary that it may be."""
    clitic = _CLITIC.fullmatch(word) if "'" in word else None
    auxiliary = f"'{clitic[1]}" if clitic else word if word in _AUXILIARIES else ""
    return (*FORMS.get(word, ("", "")), auxiliary)


_KINDS: TokenCache[tuple[str, str, str]] = TokenCache(_kind, REMEMBERED)


def _verb_at(tokens: ClauseTokens, at: int) -> Verb | None:
    lower = tokens.lowers[at]
    lemma, form, auxiliary = _KINDS[lower]
    capital = tokens.capital(at)
    if auxiliary and (auxiliary != lower or not (capital and at)):
        return _with_auxiliaries(tokens, at, auxiliary)
    if capital or (lower == "left" and tokens.lower(at - 1) in _SIDES and _party_next(tokens, at)):
        return None
    before = tokens.lowers[at - 1] if at else ""
    if before == "that" and form == "s" and not tokens.marked(at):
        return Verb(at, at, lemma, "finite", "present")
    if before in ("who", "which") and form in ("", "base", "s") and not tokens.marked(at):
        # "who heads the list": what stands right behind the pronoun is a verb.
        plain = lower.isalpha() and lower not in NO_BASES and lower not in lex.ADVERBS
        if plain and (lower.endswith("s") or before == "who") and not lower.endswith("ed"):
            return Verb(at, at, lemma or lower, "finite", "present")
    acts = before == "of" and lower.endswith("ing") and "-" not in lower
    if not lemma and acts and _accused(tokens, at):
        return Verb(at, at, lower, "gerund", "")
    if not lemma:
        if not (lower.endswith("ed") and len(lower) > 4):
            return None
        if lower in _NOT_VERBS or "-" in lower:
            return None
        lemma, form = lower, "past part"
    if form == "base" or (lower == lemma and before == "to"):  # "to cut", though it is a past too
        return _base(tokens, at, lemma, before)
    if form == "s" and at < 2 and tokens.lower(at + 1) in _AUXILIARIES:
        return None  # "Mobile phones will be banned"
    if form == "s":
        return _third(tokens, at, lemma, before)
    if form == "ing":
        if before in _GERUND_LEADS or at in tokens.commas or lemma in ATTEMPTING:
            return Verb(at, at, lemma, "gerund", "")
        return None
    return past_at(tokens, at, lemma, form)


def _party_next(tokens: ClauseTokens, at: int) -> bool:
    """Whether a party follows, with its name or without: "left Civic Union party"."""
    at += 1
    while at < len(tokens) and tokens.capital(at) and tokens.lower(at) not in _PARTIES:
        at += 1
    return tokens.lower(at) in _PARTIES


def _accused(tokens: ClauseTokens, at: int) -> bool:
    """Whether somebody is accused of what stands at a position."""
    return not _ACCUSING.isdisjoint(tokens.lowers[max(0, at - 14) : at - 1])


def _with_auxiliaries(tokens: ClauseTokens, at: int, word: str) -> Verb | None:
    chain = [word]
    ahead = on_course = False
    head = at + 1
    while head < len(tokens) and head not in tokens.apart:
        lower = tokens.lowers[head]
        if lower in _AUXILIARIES or lower in NEVER:
            chain.append(lower)
        elif lower in _AHEAD and chain[-1] in _BE and tokens.lower(head + 1) == "to":
            ahead = True
            head += 1
        elif lower in ("so", "thus") and tokens.lower(head + 1) == "far":
            head += 1
        elif lower == "to" and chain[-1] in _BE:
            ahead = True
            chain += ["not"] * (tokens.lower(head - 1) == "yet")  # "are yet to arrive"
        elif lower == "on" and chain[-1] in _BE and _on_course(tokens, head):
            ahead = on_course = True
            head += 2
        elif lower in USUALLY:
            chain.append("not")
        elif chain[-1] in _HAVE and (behind := _behind_day(tokens, head)) > head:
            head = behind - 1  # "had on Monday dismissed"
        elif lower in ("likely", "unlikely") or not (
            lower in lex.ADVERBS or lower in ("since", "yet") or lower.endswith("ly")
        ):
            break
        head += 1
    words = [each for each in chain if each not in NEVER]
    tense = _tense(words, ahead)
    # A question ("Will he win?") tells of nothing that takes place.
    negated = len(words) < len(chain) or any(each.endswith("n't") for each in chain)
    negated = negated or (at == 0 and not word.startswith("'"))
    lemma, form, passive = _headed(tokens, head, words[-1], ahead)
    if word in ("be", "have") and tokens.lower(at - 1) == "to":
        return Verb(
            at, max(at, head if lemma else head - 1), lemma or word, "infinitive", "", passive
        )
    if word in ("having", "being") and lemma:
        return Verb(at, head, lemma, "gerund", "", passive, negated)
    if not lemma:
        main = "be" if words[-1] in _BE else "have" if words[-1] in _HAVE else "do"
        return Verb(at, max(at, head - 1), main, "copula", tense, False, negated)
    if form == "ing" or "being" in words:
        tense = "progressive" if tense in ("present", "perfect") else tense
    if on_course:
        tense = "progressive"
    return Verb(at, head, lemma, "finite", tense, passive, negated)


def _behind_day(tokens: ClauseTokens, at: int) -> int:
    """The word behind a day or month that stands between an auxiliary and its participle; the
    same place where none does."""
    behind = at + (tokens.lower(at) in ("on", "in", "late", "early", "last", "earlier"))
    named = tokens.lower(behind)
    if named not in lex.CALENDAR or not tokens.capital(behind):
        return at
    behind += 1
    while behind < len(tokens) and (
        tokens.lower(behind) in _PARTS_OF_DAY or tokens.lower(behind).isdigit()
    ):
        behind += 1
    told = behind < len(tokens) and behind not in tokens.apart
    form = FORMS.get(tokens.lower(behind), ("", ""))[1] if told else ""
    return behind if "part" in form or (told and tokens.lower(behind).endswith("ed")) else at


def _on_course(tokens: ClauseTokens, at: int) -> bool:
    """ "on course to", "on track to"."""
    return tokens.lower(at + 1) in _ON_COURSE and tokens.lower(at + 2) == "to"


def _headed(tokens: ClauseTokens, at: int, last: str, ahead: bool) -> tuple[str, str, bool]:
    """The main verb behind auxiliaries: its lemma, its form, whether it is passive."""
    if at >= len(tokens) or at in tokens.apart:
        return "", "", False
    lower = tokens.lowers[at]
    lemma, form = FORMS.get(lower, ("", ""))
    if not lemma and lower.endswith("ed") and lower not in _NOT_VERBS:
        lemma, form = lower, "past part"
    if ahead and not lemma and lower.isalpha() and lower not in NO_BASES:
        lemma, form = lower, "base"
    if last in _BE and not (ahead and form == "base"):
        if lower.endswith("ing") and (lemma or len(lower) > 5) and lower != "ongoing":
            return lemma or lower, "ing", False
        if "part" in form or (form == "base" and lower in ("hit", "set", "cut", "put", "re-run")):
            return lemma, "part", True
        return "", "", False
    if last in _HAVE:
        return (lemma, form, False) if "part" in form or form == "past" else ("", "", False)
    if form == "base":
        return lemma, form, False
    if lower.isalpha() and lower not in NO_BASES:
        return lower, "base", False
    return "", "", False


def _tense(words: list[str], ahead: bool) -> Tense:
    if words[0] in _WILL or ahead:
        return "future"
    if words[0] in _MODAL or words[0] == "be":
        return "modal"
    if words[0] in _PAST_AUXILIARIES:
        return "past"
    return "perfect" if words[0] in _HAVE else "present"


def _base(tokens: ClauseTokens, at: int, lemma: str, before: str) -> Verb | None:
    if before == "to":
        return Verb(at, at, lemma, "infinitive", "")
    if before in ("i", "we", "you", "they") and not tokens.marked(at):
        return Verb(at, at, lemma, "finite", "present")
    # "Citizens stage a protest": only with a subject in the plural right before it.
    if lemma == "say" and at and before not in _BEFORE_A_SAY and not tokens.marked(at):
        return Verb(at, at, lemma, "finite", "present")
    if lemma == "remain" and at and not tokens.marked(at):
        return Verb(at, at, lemma, "finite", "present")  # "allegations that it was so remain"
    several = before.endswith("s") and not before.endswith(("ous", "ss", "us", "is"))
    if several and tokens.lower(at + 1) == "that" and not tokens.marked(at):
        return Verb(at, at, lemma, "finite", "present")  # "polls show that"
    if several and lemma == "take" and tokens.lower(at + 1) == "place" and not tokens.marked(at):
        return Verb(at, at, lemma, "finite", "present")  # "elections take place"
    known = lemma in VERB_SORTS or lemma in HOLDING or lemma in STATES or lemma in ON_CALENDARS
    if not known or at == 0 or tokens.marked(at):
        return None
    plural = (several and not tokens.possessive(at - 1)) or before in ("people", "who")
    follows = tokens.lower(at + 1)
    ahead = follows in BEHIND_PLURAL or (lemma in STATES and follows.endswith("ing"))
    if lemma in ON_CALENDARS and lemma not in VERB_SORTS and lemma not in HOLDING:
        ahead = follows in _CALENDAR_NEXT
    if not plural or before in DETERMINERS or not ahead:
        return None
    return Verb(at, at, lemma, "finite", "present")


def _governs(tokens: ClauseTokens, at: int, before: str) -> bool:
    """Whether what may be a noun in the plural goes on a clause or has an object behind it."""
    follows = tokens.lower(at + 1)
    joined = before in lex.CONJUNCTIONS or before in lex.ADVERBS
    named = at + 1 < len(tokens) and tokens.capital(at + 1) and not tokens.marked(at + 1)
    named = named and follows not in lex.CALENDAR
    return joined or named or follows in DETERMINERS or follows in ("that", "to")


def _third(tokens: ClauseTokens, at: int, lemma: str, before: str) -> Verb | None:
    if (
        at == 0
        or before in NOUN_NEXT
        or before.endswith("ing")
        or before.isdigit()
        or tokens.possessive(at - 1)
        or before == "to"
    ):
        return None
    if noun_sort(tokens.lowers[at]) and before not in SUBJECTS:
        return None
    subject = tokens.capital(at - 1) or before in SUBJECTS
    known = lemma in cues.SPEECH or lemma in cues.STANCE or lemma in VERB_SORTS or lemma == "speak"
    if lemma in ON_CALENDARS and tokens.lower(at + 1) in _CALENDAR_NEXT:
        return Verb(at, at, lemma, "finite", "present")
    if (lemma, tokens.lower(at + 1)) in ACT_PHRASES and lemma == "take":
        return Verb(at, at, lemma, "finite", "present")
    if lemma in PLANNING and before in _INTENDING and tokens.lower(at + 1) == "to":
        return Verb(at, at, lemma, "finite", "present")
    noun = tokens.lowers[at] in cues.PLURAL_NOUNS and not _governs(tokens, at, before)
    if not subject and (noun or not known):
        return None  # "on corruption charges", "14 appeals"
    if not subject and (tokens.lower(at + 1) == "of" or before.endswith("al")):
        return None
    return Verb(at, at, lemma, "finite", "present")
