"""Whether a headline writer would sign a title: who it names acts, and nothing is missing behind
its verb. What nobody would sign is no title, since silence is better than half a clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection
from itertools import takewhile

from tui.extract.languages.en import cues
from tui.extract.languages.en import lexicon as lex
from tui.extract.languages.en.clauses.tokens import DETERMINERS, RELATIVES
from tui.extract.languages.en.clauses.verb import Verb
from tui.extract.languages.en.events import titles as wording
from tui.extract.languages.en.events.event_sentence import EventSentence
from tui.extract.languages.en.happenings import (
    ACT_PHRASES,
    FORMS,
    PHRASES,
    WITH_OBJECT,
    noun_sort,
)
from tui.extract.languages.en.morphology import forms, is_adverb
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
_AIMS = _WORDS["aims"]
_NOUNS_IN_ING = _WORDS["nouns_in_ing"]
_PARTICLES = _WORDS["particles"]
_BEFORE_NOUNS = frozenset("a an the his her its their our my your every".split())
"""Behind these a participle is an adjective."""
_NOBODY = frozenset("any whoever whatever whichever".split())
_HOW_MUCH = lex.ADVERBS | frozenset("few little many most much".split())
_NO_NOUNS = ("ed", "ous", "ful", "able", "ible", "less")
_EACH = frozenset("any each every few many most no several some such".split())
_MEANWHILE = frozenset("after before by since when while".split())
_PLACING = frozenset("how if when where why".split())
_NOT_QUITE = frozenset("almost nearly barely scarcely hardly virtually".split())
_RESULTING = _with_pasts(
    "appear become feel find get go have keep leave lie remain see seem stand stay".split()
)
"""Verbs behind which a participle says how something came to be: "left two people injured"."""
_BESIDE_VERBS = lex.ADVERBS | frozenset("since early late".split())
_JOINING = lex.CONJUNCTIONS | lex.SUBORDINATORS | RELATIVES | {"as", "after", "before"}
_FUNCTION = lex.DETERMINERS | lex.PREPOSITIONS | lex.PRONOUNS | lex.ADVERBS | _JOINING
_NEXT = lex.CONJUNCTIONS | frozenset("after as because before since until when while".split())
"""Words with which something else begins."""
_GOES_ON = frozenset("of whether".split())
"""Before these nothing is whole: "got a taste | of", "put off deciding | whether"."""
_ASKING = frozenset("accuse compel describe force portray refer regard suspect".split())
_OPEN = re.compile(
    r"\bto (?:say|tell) (?:at|during|in|on|when)\b"
    r"|\b(?:argued|believed|called|claimed|said|says) (?:are|had|has|have|is|was|were|will|would)\b"
    r"|\b(?:got|has|have|least|most|took|won)"
    r" (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)$"
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
_FOR_OR_AGAINST = ("anti-", "pro-")
_ASKED = frozenset("how what which who why".split())
_CONTENT_NOUNS = _WORDS["nouns_with_that"]
"""Nouns that tell nothing without what "that" leads to: "as a sign | that"."""
_TITLED = re.compile(r"\s(?:dubbed|entitled|headlined|titled)$")
_AMID = re.compile(rf"\s(?:after|amid|despite|on|with)\s(?:{'|'.join(sorted(_CONTENT_NOUNS))})$")
_TELLING_WHOM = frozenset("advise assure inform notify remind tell".split())
_CALLING = frozenset("brand call deem dub label".split())
_ABBREVIATED = re.compile(r"[A-Z](?:\.?[A-Z])*\.?|[A-Z][a-z]{1,3}\.")
"""A state behind its town: "in Brod, OH, "."""
_SPEAKING = cues.SPEECH | cues.STANCE
_SOME = frozenset("all both few half many most much none one some two three".split())
_KEEPING = DETERMINERS | lex.PREPOSITIONS | lex.ADVERBS | (lex.AUXILIARIES - {"being"})
"""Behind these a participle is no clause of its own."""


def signed(read: EventSentence, verb: Verb, who: str, words: str, end: int) -> str:
    """A clause as a title, ``who`` and what follows; "" where nobody would sign it. ``end`` is
    the token behind the last of the clause."""
    apart = read.tokens.commas | read.tokens.apart | {len(read.tokens)}
    whole = end in apart or read.lower(end) in _NEXT
    title = wording.shortened(words)
    title = _ended(read, verb, title, whole and len(title) >= len(words))
    if not title or title == who or _cut_off(read, verb, title, words, end):
        return ""
    return title


def acts(read: EventSentence, verb: Verb) -> bool:
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
    gerund = last < verb.first not in read.tokens.commas and is_doing(before_verb)
    gerund = gerund and FORMS.get(before_verb, ("", ""))[1] == "ing"
    if before_verb in _BEFORE_NOUNS or gerund or _told_aside(read, verb):
        return False  # "their rigged system", "files containing classified matter"
    alone = last == first + 1 and not read.tokens.capital(first)
    if alone and (is_doing(lower) or lower.endswith(_NO_NOUNS)) and not noun_sort(lower):
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
        if read.lower(first + 1).endswith("s") and read.lower(first + 2) in lex.PREPOSITIONS:
            return True  # "Rising numbers of voters"
        return read.lower(first + 1) in lex.PREPOSITIONS  # "Lending weight to a claim"
    which = read.lower(told.begin) in RELATIVES
    if which and "to" in read.lowers[first:last]:
        return False  # "an effort to sway delegates who backed Kos"
    if which and last <= told.begin not in read.tokens.commas:
        return not _general(read, lead, first, last)
    return True


def is_doing(word: str) -> bool:
    """Whether a word is a form in -ing, and no noun: "delivering"."""
    return word.endswith("ing") and word not in _NOUNS_IN_ING


def _speaker_behind(read: EventSentence, verb: Verb) -> bool:
    """Whether who speaks stands behind the verb: "that Kos can win, said Ana Low"."""
    if (
        verb.lemma not in _SPEAKING
        or verb.first not in read.tokens.commas
        or verb.first < verb.head
    ):
        return False
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
    joined = any(n in read.tokens.commas or read.lower(n) in _JOINING for n in gap)
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
            if FORMS.get(last, ("", ""))[1] != "ing" or last in _NOUNS_IN_ING or noun_sort(last):
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
        title = wording.shortened(before)
    return title


def _without_object(read: EventSentence, verb: Verb, title: str) -> bool:
    """Whether what is done stands before the clause, and not in its title: "the account, which Kos
    tried to shut down"."""
    told = read.clause_of(verb)
    some = read.lower(told.begin - 1) == "of" and read.lower(told.begin - 2) in _SOME
    if some and told.opener in ("which", "whom") and verb.lemma in WITH_OBJECT:
        follows = read.lower(verb.head + 1)
        return not verb.passive and (not follows or follows in lex.ADVERBS | lex.PREPOSITIONS)
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
    if asking.lemma in _COMPLEMENTS.get(follows, ()) or (last == "over" and follows == "to"):
        return True
    if (last in _CONTENT_NOUNS and follows == "that") or _within(read, verb, end, len(rest)):
        return True
    previous = title.rpartition(" ")[0].rpartition(" ")[2]
    if end in read.tokens.commas and is_adverb(previous) and _is_quality(read, end):
        return True  # "turned in consistently strong | , upbeat performances"
    if end in read.tokens.commas and last.startswith(_FOR_OR_AGAINST):
        return True  # "its first pro-Kos | , anti-Low letters"
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
    if verb.passive and last == read.lower(verb.head) and verb.lemma in _ASKING:
        return True  # "was accused | by Kos of theft"
    active = verb.shape in ("finite", "infinitive", "gerund") and not verb.passive
    if rest and last == read.lower(asking.head) and not asking.passive and asking is not verb:
        return asking.lemma not in _ALONE  # "said that he had learned | by watching others"
    alone = verb.lemma in _ALONE | _SPEAKING or ahead_alone(verb)
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
