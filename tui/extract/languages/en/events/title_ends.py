"""Whether nothing is missing at the end of a title: silence is better than half a clause."""

from __future__ import annotations

import re
from collections.abc import Collection

from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, RELATIVES
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events import titles
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.events.title_subjects import JOINING, SPEAKING, is_gerund
from tui.extract.languages.en.happenings import (
    ACT_PHRASES,
    BEGINNING,
    DEMANDING,
    FORMS,
    PHRASES,
    WITH_OBJECT,
    noun_sort,
)
from tui.extract.languages.en.morphology import forms, is_adverb
from tui.extract.languages.en.numerals import UP_TO_TEN
from tui.extract.languages.en.words import lists

_WORDS = lists("events", "titles")


def _with_pasts(verbs: Collection[str]) -> frozenset[str]:
    """Verbs and their past, by which one goes that no other list has."""
    return frozenset([*verbs, *(forms(verb).past for verb in verbs)])


_ALONE = _with_pasts(_WORDS["alone"])
"""Verbs that tell enough alone."""
_ALONE_AHEAD = _WORDS["alone_ahead"]
_COMPLEMENTS = {
    **dict.fromkeys(["to"], _with_pasts(_WORDS["with_to"])),
    **dict.fromkeys(["as"], _with_pasts(_WORDS["with_as"])),
    **dict.fromkeys(["that", "whether", "how"], _with_pasts(_WORDS["with_that"])),
}
"""The words behind which more belongs to some verbs, and these verbs."""
_PARTICLES = _WORDS["particles"]
_RESULTING = _with_pasts(
    "appear become fear feel find get go have keep leave lie remain see seem stand stay".split()
)
"""Verbs behind which a participle says how something came to be: "left two people injured"."""
_FUNCTION = lex.DETERMINERS | lex.PREPOSITIONS | lex.PRONOUNS | lex.ADVERBS | JOINING
_NEXT = lex.CONJUNCTIONS | frozenset("after as because before since until when while".split())
"""Words with which something else begins."""
_GOES_ON = frozenset("of whether".split())
"""Before these nothing is whole: "got a taste | of", "put off deciding | whether"."""
_OPEN = re.compile(
    r"\bto (?:say|tell) (?:at|during|in|on|when)\b"
    r"|\b(?:argued|believed|called|claimed|said|says) (?:are|had|has|have|is|was|were|will|would)\b"
    r"|\b(?:got|has|have|least|most|took|won)"
    rf" (?:\d+|{'|'.join(sorted(UP_TO_TEN))})$"
    r"|\b(?:a|an|her|his|its|our|the|their) (?:first|last|latest|new|next|only|second)$"
    r"|\b(?:into|of) (?:and|on|was|will|with)\b|\w+ing (?:it|them)$"
    r"|\b(?:found|finds?|made|makes?|making) it \w+$"
    r"|\ban? (?:[A-Z][\w.-]+ )*[A-Z][\w.-]+, [A-Z][\w.]{1,5}$"
)
"""What is left where words are missing: "refused to say in Brod", "came into | with a lead",
"makes it harder", "by a New Brod, S.C. | , officer"."""
_ONE_OF_ITS_KIND = re.compile(r"\bthe (?:\w+ )?\w+$")
"""Before "that" it is left open which one: "showed the calm | that"."""
_IN_SOME = re.compile(r"\b(?:at|in) [a-z]+s$")
"""Before "where" it is left open in which: "fared best in states | where"."""
_BEFORE_BASES = lex.AUXILIARIES | {"help", "to"}
_ASKED = frozenset("how what which who why".split())
_CONTENT_NOUNS = _WORDS["nouns_with_that"]
"""Nouns that tell nothing without what "that" leads to: "as a sign | that"."""
_TITLED = re.compile(r"\s(?:dubbed|entitled|headlined|titled)$")
_AMID = re.compile(rf"\s(?:after|amid|despite|on|with)\s(?:{'|'.join(sorted(_CONTENT_NOUNS))})$")
_KEEPING = DETERMINERS | lex.PREPOSITIONS | lex.ADVERBS | (lex.AUXILIARIES - {"being"})
"""Behind these a participle is no clause of its own."""


def whole_title(read: EventSentence, verb: Verb, who: str, words: str, end: int) -> str:
    """A clause as a title, ``who`` and what follows; "" where nobody would sign it. ``end`` is
    the token behind the last of the clause."""
    apart = read.tokens.commas | read.tokens.apart | {len(read.tokens)}
    whole = end in apart or read.lower(end) in _NEXT
    title = titles.shortened(words)
    title = _ended(read, verb, title, whole and len(title) >= len(words))
    if title and _cut_off(read, verb, title, words, end):
        title = _without_aim(read, verb, title)
    return "" if title == who else title


def _without_aim(read: EventSentence, verb: Verb, title: str) -> str:
    """A title without an aim of which more would have to be told: "marched in Brod | to protest |
    what monitors called fraud"; none where it ends otherwise before it is whole."""
    before, aim, act = title.rpartition(" to ")
    last = before.rpartition(" ")[2]
    needed = verb.lemma in _COMPLEMENTS["to"] or (
        last == read.lower(verb.head) and verb.lemma not in _ALONE
    )
    aims = aim and FORMS.get(act, ("", ""))[1] == "base" and last not in lex.CONJUNCTIONS
    return before if aims and not needed else ""


def _ended(read: EventSentence, verb: Verb, title: str, whole: bool) -> str:
    """A title without a participle at its end that leads to more: "a memo titled"."""
    head = read.lower(verb.head)
    finite = {read.lower(each.head) for each in read.verbs if each.shape == "finite"}
    if verb.shape == "gerund":
        finite.add(forms(verb.lemma).past)  # "accused Kos of lying": he lied.
    title = _TITLED.sub("", title if whole else _AMID.sub("", title))
    while title:
        before, _, last = title.rpartition(" ")
        previous = before.rpartition(" ")[2]
        if last in ("in", "on"):
            if previous == head:
                known = f"{verb.lemma}-{last}" in _PARTICLES or (verb.lemma, last) in ACT_PHRASES
                known = known or (verb.lemma, last) in PHRASES or (verb.passive and whole)
                return title if known else ""
        elif previous == "to" and FORMS.get(last, ("", ""))[1] == "base":
            alone = last in _ALONE or (ahead_alone(verb) and last == head)
            open_end = not alone and (not whole or last in WITH_OBJECT)
            if not open_end or last == read.lower(verb.head):
                return "" if open_end else title
            before = "" if verb.lemma in _COMPLEMENTS["to"] else before.removesuffix(" to")
        elif last == head or not last.islower() or previous.lower() in _KEEPING:
            return title
        elif last.endswith("ing"):
            if FORMS.get(last, ("", ""))[1] != "ing" or not is_gerund(last) or noun_sort(last):
                return title
            if not (previous.endswith("s") or previous[:1].isupper()):
                return title  # "charged Kos with dangerous driving"
        elif (
            not (last.endswith("ed") or "part" in FORMS.get(last, ("", ""))[1])
            or last in finite
            or verb.lemma in _RESULTING
            or previous[-1:].isdigit()
            or FORMS.get(last, (last,))[0] == last
        ):
            return title
        title = titles.shortened(before)
    return title


def _without_object(read: EventSentence, verb: Verb, title: str) -> bool:
    """Whether what is done stands before the clause, and not in its title: "the account, which Kos
    tried to shut down"."""
    told = read.clause_of(verb)
    if told.opener not in ("which", "whom") or read.subject(verb)[0] <= told.begin or verb.passive:
        return False
    if read.lower(told.begin - 1) in lex.PREPOSITIONS or read.lower(told.begin) != told.opener:
        return False
    before = read.structure.phrases.antecedent_of(told.begin)
    return before[0] < before[1] and read.lower(before[1] - 1) not in title.lower()


def _cut_off(read: EventSentence, verb: Verb, title: str, words: str, end: int) -> bool:
    """Whether a title ends before what its last verb is done to, or asks for."""
    last = title.rpartition(" ")[2].lower()
    rest = words[len(title) :].split() if words[1:].startswith(title[1:]) else []
    follows = rest[0].strip(",") if rest else "" if end in read.tokens.commas else read.lower(end)
    told = [
        each
        for each in read.verbs
        if verb.head <= each.head < end and read.lower(each.head) in title.lower()
    ]
    asking = told[-1] if told else verb
    begun = asking.lemma in BEGINNING and last != read.lower(asking.head)
    asks = asking.lemma in _COMPLEMENTS.get(follows, ()) and not begun
    if asks or (last == "over" and follows == "to"):
        return True
    if follows == "to" and read.lower(asking.head + 1) == "for":
        return True  # "called for the minister | to go"
    if (last in _CONTENT_NOUNS and follows == "that") or _within(read, verb, end, len(rest)):
        return True
    previous = title.rpartition(" ")[0].rpartition(" ")[2]
    if end in read.tokens.commas and is_adverb(previous) and _is_quality(read, end):
        return True  # "turned in consistently strong | , upbeat performances"
    asks = last == read.lower(asking.head) or previous in _BEFORE_BASES
    if asks and follows in _ASKED:
        return True  # "will help determine | which party wins"
    the = verb.head + 1 < end and read.lower(verb.head + 1) == "the" and not noun_sort(last)
    which = the and follows in RELATIVES and _ONE_OF_ITS_KIND.search(title) is not None
    which = which or (follows == "where" and _IN_SOME.search(title) is not None)
    of_which = follows in lex.PREPOSITIONS | {"to"} and read.lower(end + 1) in ("which", "whom")
    of_which = of_which and not rest and end not in read.tokens.commas | read.tokens.apart
    which = which or (of_which and _ONE_OF_ITS_KIND.search(title) is not None)
    if which or follows in _GOES_ON or _OPEN.search(title) or _without_object(read, verb, title):
        return True
    active = verb.shape in ("finite", "infinitive", "gerund") and not verb.passive
    if rest and last == read.lower(asking.head) and not asking.passive and asking is not verb:
        return asking.lemma not in _ALONE  # "said that he had learned | by watching others"
    alone = verb.lemma in _ALONE | (SPEAKING - DEMANDING) or ahead_alone(verb)
    return active and last == read.lower(verb.head) and not alone


def ahead_alone(verb: Verb) -> bool:
    """Whether a verb tells enough alone of what is to come: "is to report"."""
    return verb.tense == "future" and verb.lemma in _ALONE_AHEAD


def _is_quality(read: EventSentence, at: int) -> bool:
    """Whether a word goes on a row of adjectives."""
    lower = read.lower(at)
    plain = lower.isalpha() and not read.tokens.capital(at) and at not in read.verbal
    return plain and lower not in _FUNCTION and at not in read.dated


def _within(read: EventSentence, verb: Verb, end: int, left_out: int) -> bool:
    """Whether the verb of somebody whom a title names is among the words left out: "said that
    women who | go through with it should be punished"."""
    cut = end - left_out
    return any(
        cut <= each.first < end and verb.head < read.subject(each)[0] < cut
        for each in read.verbs
        if left_out and each.shape in ("finite", "copula")
    )
