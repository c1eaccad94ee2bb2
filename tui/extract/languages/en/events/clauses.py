"""Clauses without a parser: the words of a sentence, its verbs, and where clauses end.

Closed word lists, the endings of verbs and what stands beside a word decide. What stands
in round brackets or between dashes is passed over, so that "the party (SNS) won" reads as
one clause.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Literal, NamedTuple

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.events.lexicon import (
    ATTEMPTING,
    FORMS,
    HOLDING,
    PHRASE_VERBS,
    PHRASES,
    VERB_SORTS,
    noun_sort,
)
from tui.extract.text.document import Document

Shape = Literal["finite", "copula", "reduced", "gerund", "infinitive"]
Tense = Literal["past", "present", "perfect", "progressive", "future", "modal", ""]

ASIDE = re.compile(r"\([^()]{0,80}\)|\s[—–]\s[^—–;:.!?]{1,120}\s[—–](?=\s)")
_HARD_GAP = re.compile(r"[;:—–“”\"„«»]| - |--|\.\.\.|…|''|``")
_CLITIC = re.compile(r"(?:he|she|it|they|we|i|you|who|there)'(s|re|ve|ll|d|m)")
_BE = frozenset("is are was were be been being am 's 're 'm isn't aren't wasn't weren't".split())
_HAVE = frozenset("has have had having 've hasn't haven't hadn't".split())
_WILL = frozenset("will shall 'll won't".split())
_MODAL = frozenset(
    """would could should may might can must cannot 'd wouldn't couldn't shouldn't can't""".split()
)
_DO = frozenset("do does did don't doesn't didn't".split())
_AUXILIARIES = _BE | _HAVE | _WILL | _MODAL | _DO
_PAST_AUXILIARIES = frozenset("was were had did wasn't weren't hadn't didn't".split())
_AHEAD = frozenset("set due expected scheduled planned slated going about".split())
_USUALLY = frozenset("usually often sometimes typically generally frequently always".split())
"""What usually happens is no happening; it counts as little as what does not happen."""
_NO = frozenset("not never hardly".split())
_NOT_VERBS = frozenset(
    """united hundred indeed need speed seed deed feed breed red bed based so-called aged supposed
    naked sacred wicked beloved hatred biased""".split()
)
_NO_PARTICIPLES = frozenset(
    """including during morning evening nothing something anything everything king spring
    according""".split()
)
_BEHIND_COMMA = frozenset("as and so or with".split())
BORDER_WORDS = frozenset(
    """that which who whom whose where when while whereas because although though if unless
    whether but than""".split()
)
RELATIVES = frozenset("who which that".split())
DETERMINERS = lex.DETERMINERS | frozenset({"another", "much", "no", "own"})
_NOUN_NEXT = (
    DETERMINERS
    | (
        lex.PREPOSITIONS
        - frozenset("to since until till after before like up down out off".split())
    )
    | frozenset("very more most so as".split())
)
_NOUN_RIGHT_NEXT = _NOUN_NEXT - frozenset("that this these those all many some".split())
_NO_BASES = DETERMINERS | lex.PREPOSITIONS | lex.PRONOUNS
_SUBJECTS = RELATIVES | lex.SUBJECT_PRONOUNS
_BEHIND_PLURAL = DETERMINERS | (lex.PREPOSITIONS - {"of"})
_GERUND_LEADS = frozenset(
    """after before by while of for from including without in despite through about at with
    to""".split()
)


class Tokens:
    """The words of a sentence outside its asides, by their places in it: what is known of
    each stands in lists and sets, since a record for every word would take longer to make
    than the rules take to read the few that they look at."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        self.text = text = document.text
        self.start = start
        starts, ends, _, lowers = document.within(start, end)
        for begin, stop in reversed(_asides(text, start, end)):
            first, behind = bisect_left(starts, begin), bisect_left(starts, stop)
            starts, ends = starts[:first] + starts[behind:], ends[:first] + ends[behind:]
            lowers = lowers[:first] + lowers[behind:]
        self.starts, self.ends = starts, ends
        self.lowers = [lower.rstrip(".") for lower in lowers]
        """In small letters, apostrophes straight, no full stop behind."""
        self.commas: set[int] = set()
        """Before which words a comma stands; that of "10,000" is none."""
        self.apart: set[int] = set()
        """Before which words a mark stands that no clause goes across."""
        # Between most words stands one space, which is no mark.
        for at, (behind, begin) in enumerate(zip([start, *ends], starts, strict=False)):
            if text[behind:begin] != " ":
                gap = self.gap(at)
                if "," in gap and gap != ",":
                    self.commas.add(at)
                if _HARD_GAP.search(gap):
                    self.apart.add(at)

    def __len__(self) -> int:
        return len(self.starts)

    def text_of(self, at: int) -> str:
        return self.text[self.starts[at] : self.ends[at]]

    def capital(self, at: int) -> bool:
        return self.text[self.starts[at]].isupper()

    def possessive(self, at: int) -> bool:
        lower = self.lowers[at]
        return lower.endswith(("'s", "s'")) or lower in _OWNERS

    def gap(self, at: int) -> str:
        """The marks and spaces between a word and the word before, asides left out."""
        gap = self.text[self.ends[at - 1] if at else self.start : self.starts[at]]
        return ASIDE.sub("", gap) if "(" in gap or "—" in gap or "–" in gap else gap

    def marked(self, at: int) -> bool:
        """Whether any mark stands between a word and the word before."""
        gap = self.gap(at)
        return gap != " " and bool(gap.strip())

    @cached_property
    def borders(self) -> list[int]:
        """The words before which a clause ends, and the end of the last, in order."""
        found = self.apart | {0, len(self)}
        found.update([at for at, lower in enumerate(self.lowers) if lower in BORDER_WORDS])
        for at in self.commas:
            lower = self.lowers[at]
            if lower in _BEHIND_COMMA or (lower.endswith("ing") and lower not in _NO_PARTICIPLES):
                found.add(at)
        return sorted(found)


_OWNERS = lex.DETERMINERS & frozenset("its his her their our my your".split())


class Verb(NamedTuple):
    """A verb with its auxiliaries: the tokens ``first`` to ``head``, and what they say."""

    first: int
    head: int
    lemma: str
    shape: Shape
    tense: Tense
    passive: bool = False
    negated: bool = False


def _asides(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if all(text.find(mark, start, end) < 0 for mark in "(—–"):
        return []
    return [found.span() for found in ASIDE.finditer(text, start, end)]


def border(tokens: Tokens, at: int) -> bool:
    """Whether a clause ends before the word at a position."""
    borders = tokens.borders
    index = bisect_left(borders, at)
    return index == len(borders) or borders[index] == at or at < 0


def clause(tokens: Tokens, at: int) -> tuple[int, int]:
    """The first token of the clause that a position lies in, and the one behind its last."""
    behind = bisect_right(tokens.borders, at)
    return tokens.borders[behind - 1], tokens.borders[behind]


def verbs(tokens: Tokens) -> list[Verb]:
    """The verbs of a sentence, in order."""
    found: list[Verb] = []
    end = 0
    for at in [
        at
        for at, lower in enumerate(tokens.lowers)
        if lower in _VERBAL or lower[-2:] == "ed" or "'" in lower
    ]:
        if at >= end and (verb := _verb_at(tokens, at)) is not None:
            found.append(verb)
            end = verb.head + 1
    return found


_VERBAL = _AUXILIARIES | frozenset(FORMS)


def _verb_at(tokens: Tokens, at: int) -> Verb | None:
    lower = tokens.lowers[at]
    clitic = _CLITIC.fullmatch(lower) if "'" in lower else None
    capital = tokens.capital(at)
    if clitic or (lower in _AUXILIARIES and not (capital and at)):
        return _with_auxiliaries(tokens, at, f"'{clitic[1]}" if clitic else lower)
    if capital:
        return None
    before = tokens.lowers[at - 1] if at else ""
    lemma, form = FORMS.get(lower, ("", ""))
    if not lemma:
        if not (lower.endswith("ed") and len(lower) > 4):
            return None
        if lower in _NOT_VERBS or "-" in lower:
            return None
        lemma, form = lower, "past part"
    if form == "base" or (lower == lemma and before == "to"):  # "to cut", though it is a past too
        return _base(tokens, at, lemma, before)
    if form == "s":
        return _third(tokens, at, lemma, before)
    if form == "ing":
        if before in _GERUND_LEADS or at in tokens.commas or lemma in ATTEMPTING:
            return Verb(at, at, lemma, "gerund", "")
        return None
    return _past(tokens, at, lemma, form)


def _with_auxiliaries(tokens: Tokens, at: int, word: str) -> Verb | None:
    chain = [word]
    ahead = False
    head = at + 1
    while head < len(tokens) and head not in tokens.apart:
        lower = tokens.lowers[head]
        if lower in _AUXILIARIES or lower in _NO:
            chain.append(lower)
        elif lower in _AHEAD and chain[-1] in _BE and _lower(tokens, head + 1) == "to":
            ahead = True
            head += 1
        elif lower == "to" and chain[-1] in _BE:
            ahead = True
        elif lower in _USUALLY:
            chain.append("not")
        elif not (lower in lex.ADVERBS or lower in ("since", "yet") or lower.endswith("ly")):
            break
        head += 1
    words = [each for each in chain if each not in _NO]
    tense = _tense(words, ahead)
    # A question ("Will he win?") tells of nothing that takes place.
    negated = len(words) < len(chain) or any(each.endswith("n't") for each in chain)
    negated = negated or (at == 0 and not word.startswith("'"))
    lemma, form, passive = _headed(tokens, head, words[-1], ahead)
    if not lemma:
        main = "be" if words[-1] in _BE else "have" if words[-1] in _HAVE else "do"
        return Verb(at, max(at, head - 1), main, "copula", tense, False, negated)
    if form == "ing" or "being" in words:
        tense = "progressive" if tense in ("present", "perfect") else tense
    return Verb(at, head, lemma, "finite", tense, passive, negated)


def _headed(tokens: Tokens, at: int, last: str, ahead: bool) -> tuple[str, str, bool]:
    """The main verb behind auxiliaries: its lemma, its form, whether it is passive."""
    if at >= len(tokens) or at in tokens.apart:
        return "", "", False
    lower = tokens.lowers[at]
    lemma, form = FORMS.get(lower, ("", ""))
    if not lemma and lower.endswith("ed") and lower not in _NOT_VERBS:
        lemma, form = lower, "past part"
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
    if lower.isalpha() and lower not in _NO_BASES:
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


def _lower(tokens: Tokens, at: int) -> str:
    return tokens.lowers[at] if 0 <= at < len(tokens.lowers) else ""


def _base(tokens: Tokens, at: int, lemma: str, before: str) -> Verb | None:
    if before == "to":
        return Verb(at, at, lemma, "infinitive", "")
    # "Citizens stage a protest": only with a subject in the plural right before it.
    if not (lemma in VERB_SORTS or lemma in HOLDING) or at == 0 or tokens.marked(at):
        return None
    plural = (before.endswith("s") and not tokens.possessive(at - 1)) or before in ("people", "who")
    follows = _lower(tokens, at + 1)
    if not plural or before in DETERMINERS or follows not in _BEHIND_PLURAL:
        return None
    return Verb(at, at, lemma, "finite", "present")


def _third(tokens: Tokens, at: int, lemma: str, before: str) -> Verb | None:
    if at == 0 or before in _NOUN_NEXT or tokens.possessive(at - 1) or before == "to":
        return None
    if noun_sort(tokens.lowers[at]) and before not in _SUBJECTS:
        return None
    subject = tokens.capital(at - 1) or before in _SUBJECTS
    known = lemma in cues.SPEECH or lemma in cues.STANCE or lemma in VERB_SORTS or lemma == "speak"
    if not known and not subject:
        return None
    if not subject and (_lower(tokens, at + 1) == "of" or before.endswith("al")):
        return None
    return Verb(at, at, lemma, "finite", "present")


def _past(tokens: Tokens, at: int, lemma: str, form: str) -> Verb | None:
    if at == 0:
        return None
    before, follows = tokens.lowers[at - 1], _lower(tokens, at + 1)
    if not tokens.marked(at):
        if before in _NOUN_RIGHT_NEXT:
            return None
        if tokens.possessive(at - 1) and before not in ("its",):
            return None
        if before.endswith("ly") and _lower(tokens, at - 2) in DETERMINERS:
            return None
    if "part" in form:
        comma = at in tokens.commas
        apart = comma and follows in lex.PREPOSITIONS and not _closes_aside(tokens, at)
        if follows == "by" or apart or (follows == "of" and lemma in ("convict", "accuse")):
            return Verb(at, at, lemma, "reduced", "past", True)
        if (noun_sort(before) or before in ("session", "event")) and lemma in HOLDING:
            return Verb(at, at, lemma, "reduced", "past", True)
    if form == "part":
        return None
    return Verb(at, at, lemma, "finite", "past")


def _closes_aside(tokens: Tokens, at: int) -> bool:
    """Whether the comma before a position ends what a comma and "who" began."""
    for back in range(at - 1, max(0, at - 16), -1):
        if back in tokens.commas:
            return tokens.lowers[back] in RELATIVES
    return False


def sort_of(tokens: Tokens, verb: Verb) -> str:
    """The sort of happening that a verb tells of; "" where the verb alone tells of none."""
    sort = VERB_SORTS.get(verb.lemma, "")
    if sort:
        return sort
    if verb.lemma not in PHRASE_VERBS:
        return ""
    behind = tokens.lowers[verb.head + 1 : verb.head + 6]
    for (lemma, word), told in PHRASES.items():
        if lemma == verb.lemma and word in behind[: 5 if word in _OBJECTS else 1]:
            return told
    return ""


_OBJECTS = frozenset("votes ballots roads race".split())
"""Words of phrases that need not stand right behind their verb."""
